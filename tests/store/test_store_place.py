"""Whether a library's place is recognised as unsafe."""

from pathlib import Path

import pytest

from clipper.store.place import cloud_of, network_of, unsafe

MOUNTS = r"""
/dev/sda1 / ext4 rw 0 0
proc /proc proc rw 0 0
server:/home /home nfs4 rw 0 0
/dev/sdb1 /home/me/local ext4 rw 0 0
//box/my\040share /mnt/my\040share cifs rw 0 0
user@host: /mnt/ssh fuse.sshfs rw 0 0
/dev/sdc1 /mnt/twice ext4 rw 0 0
server:/x /mnt/twice nfs rw 0 0
odd
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/var/lib", None),
        ("/home/me/clipper", "nfs4"),
        ("/home", "nfs4"),
        ("/homestead", None),
        ("/home/me/local/clipper", None),
        ("/mnt/my share/a", "cifs"),
        ("/mnt/ssh/a", "fuse.sshfs"),
        ("/mnt/twice/a", "nfs"),
    ],
)
def test_a_network_is_seen_from_the_mounts(folder: str, kind: str | None) -> None:
    assert network_of(MOUNTS, folder) == kind


@pytest.mark.parametrize(
    ("name", "cloud"),
    [
        ("Dropbox", "Dropbox"),
        ("Dropbox (Personal)", "Dropbox"),
        ("OneDrive - Some Company", "OneDrive"),
        ("Google Drive", "Google Drive"),
        ("GoogleDrive-me@example.org", "Google Drive"),
        ("Nextcloud", "Nextcloud"),
        ("Mobile Documents", "iCloud"),
        ("Dropboxes of my grandfather", None),
        ("clippings", None),
    ],
)
def test_a_cloud_is_seen_from_the_name_of_its_folder(name: str, cloud: str | None) -> None:
    assert cloud_of(("/", "home", "me", name, "library")) == cloud


def test_a_cloud_is_seen_from_what_lies_in_its_folder(tmp_path: Path) -> None:
    (tmp_path / "synced" / ".stfolder").mkdir(parents=True)

    assert unsafe(tmp_path / "synced" / "deep" / "library") == "cloud:Syncthing"


def test_a_cloud_behind_a_link_is_seen(tmp_path: Path) -> None:
    (tmp_path / "Dropbox" / "library").mkdir(parents=True)
    (tmp_path / "link").symlink_to(tmp_path / "Dropbox")

    assert unsafe(tmp_path / "link" / "library") == "cloud:Dropbox"


def test_a_plain_folder_is_a_sound_place(tmp_path: Path) -> None:
    assert unsafe(tmp_path / "library") is None
