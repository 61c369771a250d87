"""What SQLite and the file system say, and what we make of it."""

import errno
import sqlite3
from pathlib import Path

import pytest

from clipper.errors import BusyError, DamagedError, LibraryError
from clipper.store.faults import ours


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "full"),
        (errno.EDQUOT, "full"),
        (errno.EROFS, "read_only"),
        (errno.EACCES, "read_only"),
        (errno.ENOENT, "no_folder"),
        (errno.ENOTDIR, "no_folder"),
        (errno.EIO, "damaged"),
    ],
)
def test_errors_of_files_become_ours(number: int, code: str) -> None:
    with pytest.raises(LibraryError) as caught, ours(Path("/library.db")):
        raise OSError(number, "x", "/some/file")

    assert (caught.value.code, caught.value.path) == (code, "/some/file")
    assert isinstance(caught.value.__cause__, OSError)


def test_an_error_that_the_world_does_not_cause_goes_through() -> None:
    with pytest.raises(OSError, match="too many"), ours(Path("x")):
        raise OSError(errno.EMFILE, "too many open files")


@pytest.mark.parametrize(
    ("number", "kind", "code"),
    [
        (sqlite3.SQLITE_BUSY, BusyError, "busy"),
        (sqlite3.SQLITE_BUSY | 5 << 8, BusyError, "busy"),
        (sqlite3.SQLITE_LOCKED, BusyError, "busy"),
        (sqlite3.SQLITE_PROTOCOL, BusyError, "busy"),
        (sqlite3.SQLITE_READONLY, LibraryError, "read_only"),
        (sqlite3.SQLITE_FULL, LibraryError, "full"),
        (sqlite3.SQLITE_CORRUPT, DamagedError, "damaged"),
        (sqlite3.SQLITE_NOTADB, DamagedError, "damaged"),
        (sqlite3.SQLITE_CANTOPEN, LibraryError, "no_folder"),
        (sqlite3.SQLITE_IOERR, DamagedError, "damaged"),
    ],
)
def test_errors_of_sqlite_become_ours(tmp_path: Path, number: int, kind: type[LibraryError], code: str) -> None:
    with pytest.raises(kind) as caught, ours(tmp_path / "library.db"):
        raise numbered(number)

    assert caught.value.code == code


def test_a_disk_that_is_gone_is_no_damage(tmp_path: Path) -> None:
    with pytest.raises(LibraryError) as caught, ours(tmp_path / "gone" / "library.db"):
        raise numbered(sqlite3.SQLITE_IOERR)

    assert caught.value.code == "no_folder"


def test_no_room_for_the_shared_memory_is_a_full_disk(tmp_path: Path) -> None:
    with pytest.raises(LibraryError) as caught, ours(tmp_path / "library.db"):
        raise numbered(sqlite3.SQLITE_IOERR | 19 << 8, "SQLITE_IOERR_SHMSIZE")

    assert caught.value.code == "full"


def test_a_text_that_is_none_any_more_is_damage(tmp_path: Path) -> None:
    connection = sqlite3.connect(":memory:")

    with pytest.raises(DamagedError), ours(tmp_path / "library.db"):
        connection.execute("SELECT CAST(x'ff' AS TEXT)").fetchone()


@pytest.mark.parametrize("number", [sqlite3.SQLITE_CONSTRAINT, sqlite3.SQLITE_ERROR, sqlite3.SQLITE_MISUSE])
def test_mistakes_in_our_sql_go_through(number: int) -> None:
    with pytest.raises(sqlite3.OperationalError), ours(Path("x")):
        raise numbered(number)


def numbered(number: int, name: str = "") -> sqlite3.OperationalError:
    """Make an error as the module makes it."""
    error = sqlite3.OperationalError("x")
    error.sqlite_errorcode, error.sqlite_errorname = number, name
    return error
