"""The App: whose index it trusts, whatever became of the secret that says so."""

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from clipper.app import App
from clipper.progress import Progress
from clipper.settings import Settings


@pytest.fixture
def key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CLIPPER_CONFIG", str(tmp_path / "config"))
    return tmp_path / "config" / "index-key"


def start(folder: Path) -> str:
    """Open a library and its index as a start does; give whose index it is."""
    app = App(folder, Settings())
    app.library.open_index()
    app.library.catch_up(Progress())
    app.close()
    return (folder / "index" / "clipper-index.json").read_text()


def test_the_index_is_the_same_at_the_next_start(key: Path, tmp_path: Path) -> None:
    first = start(tmp_path / "library")

    assert start(tmp_path / "library") == first
    assert [path.name for path in key.parent.iterdir()] == ["index-key"]
    assert stat.S_IMODE(key.stat().st_mode) == 0o600


@pytest.mark.parametrize("harm", [b"", b"cut short", b"\xff\xfe\x00"])
def test_a_damaged_secret_is_made_anew(key: Path, tmp_path: Path, harm: bytes) -> None:
    key.parent.mkdir()
    key.write_bytes(harm)

    first = start(tmp_path / "library")

    assert len(key.read_text()) == 64
    assert start(tmp_path / "library") == first


def test_a_secret_that_nobody_can_read_stops_nobody(key: Path, tmp_path: Path) -> None:
    key.mkdir(parents=True)

    assert start(tmp_path / "library")


def test_two_that_start_together_trust_the_same_index(key: Path, tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as threads:
        opened = list(threads.map(lambda _number: App(tmp_path / "library", Settings()), range(8)))

    identities = {app.library._indexing._identity for app in opened}
    for app in opened:
        app.close()

    assert len(identities) == 1
