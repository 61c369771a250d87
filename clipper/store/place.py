"""Where a library lies: whether SQLite's WAL can be trusted there.

It cannot over a network (https://sqlite.org/wal.html#overview), nor where a program copies the files one by one.
"""

import ctypes
import os
import sys
from pathlib import Path, PureWindowsPath

# File system types that a network stands behind. fuse.* ones by what they are called after it.
_NETWORK = frozenset(
    ("9p", "afs", "ceph", "cifs", "coda", "davfs", "glusterfs", "lustre", "ncpfs", "nfs", "nfs4", "ocfs2", "smb3")
) | frozenset(
    ("smbfs", "webdav", "fuse.davfs2", "fuse.glusterfs", "fuse.rclone", "fuse.s3fs", "fuse.sshfs", "fuse.gvfsd-fuse")
)
_NETWORK_OF_MACOS = frozenset(("afpfs", "ftp", "macfuse", "nfs", "osxfuse", "smbfs", "webdav"))
# Beginnings of folder names, as the programs make them: "OneDrive - Company", "Dropbox (Personal)".
_CLOUD_FOLDERS = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "icloud drive": "iCloud",
    "iclouddrive": "iCloud",
    "mobile documents": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "pclouddrive": "pCloud",
    "pcloud drive": "pCloud",
    "syncthing": "Syncthing",
}
# What lies in a folder that is kept in step.
_CLOUD_MARKS = {
    ".stfolder": "Syncthing",
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".sync": "Resilio",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".tmp.driveupload": "Google Drive",
}
_ENDS = (" ", "-", "(", ",", "_")


def unsafe(folder: Path) -> str | None:
    """Give "network:nfs", "cloud:Dropbox" and the like for a folder where two machines may write.

    None: a sound place, as far as can be seen. Never raises.
    """
    whole = folder.resolve()
    network = _network(whole)
    return f"network:{network}" if network else _cloud(whole, folder.absolute())


def network_of(mounts: str, folder: str) -> str | None:
    """Give the network file system that a folder lies on, from the text of /proc/self/mounts (see proc(5))."""
    best, kind = "", ""
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        point = _unescaped(fields[1])
        inside = folder == point or folder.startswith(point.rstrip("/") + "/")
        if inside and len(point) >= len(best):  # the later of two mounts on one point lies on top
            best, kind = point, fields[2]
    return kind if kind in _NETWORK else None


def cloud_of(names: tuple[str, ...]) -> str | None:
    """Give the cloud whose folder one of the parts of a path is, by its name."""
    for name in names:
        lower = name.lower()
        for start, cloud in _CLOUD_FOLDERS.items():
            if lower == start or any(lower.startswith(start + end) for end in _ENDS):
                return cloud
    return None


def _cloud(*paths: Path) -> str | None:
    for path in paths:
        named = cloud_of(path.parts)
        if named:
            return f"cloud:{named}"
        for above in (path, *path.parents):
            for mark, cloud in _CLOUD_MARKS.items():
                if os.path.lexists(above / mark) and above != Path.home():  # ~/.dropbox is the program's own folder
                    return f"cloud:{cloud}"
    return None


def _network(path: Path) -> str | None:
    if sys.platform == "win32":
        drive = PureWindowsPath(path).drive
        if drive.startswith("\\\\"):
            return "share"
        remote = 4  # DRIVE_REMOTE of GetDriveTypeW
        return "drive" if ctypes.windll.kernel32.GetDriveTypeW(drive + "\\") == remote else None
    if sys.platform == "darwin":
        return _network_of_macos(path)
    try:
        mounts = Path("/proc/self/mounts").read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return None
    return network_of(mounts, str(path))


def _network_of_macos(path: Path) -> str | None:
    # struct statfs of <sys/mount.h>, 64-bit inodes: f_flags at byte 64, f_fstypename at 72. Not tried on a Mac: what is
    # not understood counts as local.
    libc = ctypes.CDLL(None)
    statfs = getattr(libc, "statfs$INODE64", None) or getattr(libc, "statfs", None)
    buffer = ctypes.create_string_buffer(4_096)
    there = next((one for one in (path, *path.parents) if one.exists()), path)
    if statfs is None or statfs(os.fsencode(there), buffer) != 0:
        return None
    local = int.from_bytes(buffer.raw[64:68], sys.byteorder) & 0x1000  # MNT_LOCAL
    name = buffer.raw[72:88].partition(b"\0")[0].decode("ascii", "replace")
    return None if local or name not in _NETWORK_OF_MACOS else name


def _unescaped(text: str) -> str:
    for code, character in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        text = text.replace(code, character)
    return text
