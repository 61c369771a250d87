"""How library.db is opened: made where it is not there, migrated, read-only where nothing can be written."""

import errno
import os
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from clipper.errors import DamagedError, LibraryError
from clipper.store import migrations
from clipper.store.faults import ours
from clipper.store.schema import Step

_WAL_BYTES = 64_000_000  # what the write-ahead log is cut back to after a large transaction


class Way:
    """The way that was found into a database; every thread's connection takes it."""

    def __init__(
        self, target: str, *, uri: bool, busy_s: float, aside: "tempfile.TemporaryDirectory[str] | None"
    ) -> None:
        self._target, self._uri, self._busy_s, self._aside = target, uri, busy_s, aside
        self.read_only = uri

    def connect(self) -> sqlite3.Connection:
        """Open a connection in autocommit mode, set up. Raises sqlite3.Error."""
        # check_same_thread: a connection is used by one thread at a time, but closed by whoever closes the library
        connection = sqlite3.connect(
            self._target, timeout=self._busy_s, isolation_level=None, uri=self._uri, check_same_thread=False
        )
        try:
            for setting in (
                "foreign_keys=ON",
                "synchronous=FULL",
                "trusted_schema=OFF",
                "temp_store=MEMORY",
                f"journal_size_limit={_WAL_BYTES}",
            ):
                connection.execute(f"PRAGMA {setting}")
        except BaseException:
            connection.close()
            raise
        return connection

    def close(self) -> None:
        """Let go of what was set aside for reading."""
        if self._aside is not None:
            self._aside.cleanup()


def open_library(folder: Path, path: Path, *, busy_s: float, steps: Sequence[Step]) -> Way:
    """Find the way into path, in folder; make both where they are not there. Raises as Store does, and OSError."""
    _refuse_half_deleted(folder, path)
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        if not os.access(folder, os.W_OK):
            raise PermissionError(errno.EACCES, "no library here, and none can be made", str(folder))
    else:
        migrations.peek(path, len(steps))
        if not (os.access(folder, os.W_OK) and os.access(path, os.W_OK)):
            return _reading(path, busy_s=busy_s, steps=steps)
    try:
        with ours(path):
            return _writing(path, busy_s=busy_s, steps=steps)
    except LibraryError as error:
        # Windows says of every folder that it can be written to; so it is tried. CANTOPEN: the log beside it.
        if error.code in ("read_only", "no_folder") and path.exists() and path.stat().st_size:
            return _reading(path, busy_s=busy_s, steps=steps)
        raise


def _refuse_half_deleted(folder: Path, path: Path) -> None:
    """Raise DamagedError where the database is gone or empty, but what it named is there.

    A new, empty one would hide that: no copy would be put back, and SQLite would delete the log of the old one.
    """
    if _size(path):
        return
    patterns = ("copies/library-*.db", "captures/*/*/*", "pictures/*/*")
    left = any(any(folder.glob(pattern)) for pattern in patterns) or _size(path.with_name(path.name + "-wal"))
    if left and not _size(path):  # another process may have made both since
        raise DamagedError("damaged", "missing", path=str(path))


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except (FileNotFoundError, NotADirectoryError):
        return 0


def _writing(path: Path, *, busy_s: float, steps: Sequence[Step]) -> Way:
    way = Way(str(path), uri=False, busy_s=busy_s, aside=None)
    with closing(way.connect()) as connection:
        migrations.refuse_foreign(connection, path, len(steps))
        _use_wal(connection, busy_s)
        migrations.migrate(connection, path, steps)
    return way


def _use_wal(connection: sqlite3.Connection, busy_s: float) -> None:
    # Another process that does the same at this moment makes SQLite give up at once, without its own waiting.
    deadline = time.monotonic() + busy_s
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
        time.sleep(0.01)


def _reading(path: Path, *, busy_s: float, steps: Sequence[Step]) -> Way:
    """Open for reading only.

    A database in WAL mode can be read beside its log where both are there, else only as immutable
    (https://sqlite.org/wal.html#read_only_databases). A log that was left holds the newest changes: where SQLite cannot
    read it in place, both are copied to where it can.
    """
    log = path.with_name(path.name + "-wal")
    if log.exists():
        try:
            return _read_way(path, "mode=ro", busy_s=busy_s, steps=steps)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY:
                raise
            if log.stat().st_size:
                return _read_copy(path, log, busy_s=busy_s, steps=steps)
    return _read_way(path, "mode=ro&immutable=1", busy_s=busy_s, steps=steps)


def _read_copy(path: Path, log: Path, *, busy_s: float, steps: Sequence[Step]) -> Way:
    aside = tempfile.TemporaryDirectory(prefix="clipper-", ignore_cleanup_errors=True)
    for part in (path, log):
        shutil.copyfile(part, Path(aside.name) / part.name)
    return _read_way(Path(aside.name) / path.name, "mode=rw", busy_s=busy_s, steps=steps, aside=aside)


def _read_way(
    path: Path,
    mode: str,
    *,
    busy_s: float,
    steps: Sequence[Step],
    aside: "tempfile.TemporaryDirectory[str] | None" = None,
) -> Way:
    way = Way(f"{address(path)}?{mode}", uri=True, busy_s=busy_s, aside=aside)
    with closing(way.connect()) as connection:
        migrations.refuse_foreign(connection, path, len(steps))
        if connection.execute("PRAGMA user_version").fetchone()[0] < len(steps):
            raise LibraryError("read_only", "migration", path=str(path))
    return way


def address(path: Path) -> str:
    """Give the file: address that SQLite wants: one slash before a drive, four before a share."""
    plain = quote(os.fsencode(path.absolute().as_posix()))
    return "file:" + ("//" if plain.startswith("//") else "" if plain.startswith("/") else "/") + plain
