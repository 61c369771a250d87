"""Errors of SQLite and of the file system made ours. The only file that knows their numbers."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from clipper.errors import BusyError, DamagedError, LibraryError

_FULL = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG))
_READ_ONLY = frozenset((errno.EROFS, errno.EACCES, errno.EPERM))
_NO_FOLDER = frozenset((errno.ENOENT, errno.ENOTDIR, errno.EEXIST, errno.ENODEV, errno.ENXIO)) | frozenset(
    (errno.ENAMETOOLONG, errno.ELOOP, errno.EILSEQ)  # a folder of that name cannot be
)


@contextmanager
def ours(path: Path) -> Iterator[None]:
    """Turn what the world does to a database or a file into LibraryError and its branches; our own mistakes go through.

    path: of the database or file, for the error.
    """
    try:
        yield
    except sqlite3.Error as error:
        turned = _of_sqlite(error, path)
        if turned is None:
            raise
        raise turned from error
    except UnicodeDecodeError as error:  # SQLite quotes a damaged schema in its message, which is then no text
        raise DamagedError("damaged", "schema", path=str(path)) from error
    except OSError as error:
        turned = _of_files(error, path)
        if turned is None:
            raise
        raise turned from error


def _of_sqlite(error: sqlite3.Error, path: Path) -> LibraryError | None:
    name = str(getattr(error, "sqlite_errorname", ""))
    match getattr(error, "sqlite_errorcode", -1) & 0xFF:  # the low byte is the code, the rest says more (sqlite3.h)
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED | sqlite3.SQLITE_PROTOCOL:
            return BusyError("busy", name, path=str(path))
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM:
            return LibraryError("read_only", name, path=str(path))
        case sqlite3.SQLITE_FULL:
            return LibraryError("full", name, path=str(path))
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return DamagedError("damaged", name, path=str(path))
        case sqlite3.SQLITE_CANTOPEN:
            return LibraryError("no_folder", name, path=str(path))
        case sqlite3.SQLITE_IOERR:
            return _of_input_output(name, path)
    if "Could not decode to UTF-8" in str(
        error
    ):  # the module's own error, without a number: bytes of a text are others
        return DamagedError("damaged", "text", path=str(path))
    return None


def _of_input_output(name: str, path: Path) -> LibraryError:
    if not path.parent.is_dir():
        return LibraryError("no_folder", name, path=str(path))
    if name == "SQLITE_IOERR_SHMSIZE":  # the file shared by the processes could not grow: no room
        return LibraryError("full", name, path=str(path))
    return DamagedError("damaged", name, path=str(path))


def _of_files(error: OSError, path: Path) -> LibraryError | None:
    place = str(error.filename or path)
    if error.errno in _FULL:
        return LibraryError("full", path=place)
    if error.errno in _READ_ONLY:
        return LibraryError("read_only", path=place)
    if error.errno in _NO_FOLDER:
        return LibraryError("no_folder", path=place)
    if error.errno == errno.EIO:
        return DamagedError("damaged", path=place)
    return None
