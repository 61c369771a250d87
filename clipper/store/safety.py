"""Safety copies of the database: one a day, the newest seven, and putting one back."""

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from clipper.answers import SafetyCopy
from clipper.errors import DamagedError
from clipper.progress import Progress
from clipper.store import copying, files, records
from clipper.store.database import Database
from clipper.store.faults import ours
from clipper.store.opening import address
from clipper.store.schema import APPLICATION_ID

KEPT = 7
_PATTERN = "library-????-??-??.db"
_NUMBERED = ("clippings", "captures", "articles", "tags", "intake", "changes", "kept_pictures")
_LEAP = 100_000  # how far ids jump where the damaged database does not say how far it had come


def daily(database: Database, progress: Progress) -> SafetyCopy | None:
    """Make today's copy (UTC) where there is none; keep the newest seven. None: it is there already, or read-only.

    Raise LibraryError(full, ...), DamagedError, Cancelled (then nothing of it is left).
    """
    target = database.folder / "copies" / f"library-{datetime.now(UTC):%Y-%m-%d}.db"
    if database.read_only or target.exists():
        return None
    with ours(target), database.lent() as connection:
        copying.copy_database(connection, target, lambda done, total: progress.step(done, total, "safety_copy"))
        files.remove(sorted(target.parent.glob(_PATTERN))[:-KEPT])
    return _look(target)


def copies(folder: Path) -> tuple[SafetyCopy, ...]:
    """Give the copies in a library folder that can be read, the newest first. The library need not be open."""
    found = (_look(path) for path in sorted((folder / "copies").glob(_PATTERN), reverse=True))
    return tuple(copy for copy in found if copy is not None)


def restore(folder: Path, copy: SafetyCopy) -> Path:
    """Set the database of a library aside and put a copy in its place; the index is dropped. Give what was set aside.

    Where there was no database, nothing lies there. The library must not be open. Captures and pictures stay, also
    those that the copy does not name. Raise DamagedError where the copy is no good (nothing is touched then) and
    LibraryError.
    """
    path, source = folder / "library.db", Path(copy.path)
    with ours(path):
        beside = path.with_name("library.db.new")
        try:
            shutil.copyfile(source, beside)
            _prepare(beside, path)
            files.flush([beside])
            aside = _set_aside(path)
            beside.replace(path)
            files.flush_folders([folder])
        except BaseException:
            beside.unlink(missing_ok=True)
            raise
        # The index may know more changes than the copy: it is made anew.
        shutil.rmtree(folder / "index", ignore_errors=True)
    return aside


def _look(path: Path) -> SafetyCopy | None:
    try:
        with closing(sqlite3.connect(f"{address(path)}?mode=ro&immutable=1", uri=True)) as connection:
            if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
                return None
            (clippings,) = connection.execute("SELECT count(*) FROM clippings").fetchone()
        status = path.stat()
    except (sqlite3.DatabaseError, OSError):
        return None
    return SafetyCopy(str(path), datetime.fromtimestamp(status.st_mtime, UTC), status.st_size, int(clippings))


def _prepare(beside: Path, damaged: Path) -> None:
    """Look a copy through, and see that it gives no number out again that the damaged database gave."""
    with closing(sqlite3.connect(beside, isolation_level=None)) as connection:
        if connection.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
            raise DamagedError("damaged", "integrity_check", path=str(beside))
        if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            raise DamagedError("damaged", "foreign", path=str(beside))
        reached = _numbers(damaged)
        connection.execute("BEGIN IMMEDIATE")
        for table in _NUMBERED:
            row = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)).fetchone()
            number = max(reached.get(table, 0), row[0]) if reached and row else (row[0] if row else 0) + _LEAP
            connection.execute("DELETE FROM sqlite_sequence WHERE name = ?", (table,))
            connection.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", (table, number))
        connection.execute(
            "INSERT INTO library (key, value) VALUES ('restored', ?)"
            " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            (records.now(),),
        )
        connection.execute("COMMIT")


def _numbers(path: Path) -> dict[str, int]:
    """Read how far the ids of a damaged database had come; empty where it cannot say."""
    try:
        with closing(sqlite3.connect(f"{address(path)}?mode=ro", uri=True)) as connection:
            return {
                str(name): int(number) for name, number in connection.execute("SELECT name, seq FROM sqlite_sequence")
            }
    except (sqlite3.DatabaseError, OSError, ValueError, TypeError):
        return {}


def _set_aside(path: Path) -> Path:
    """Move the database away with what belongs to it, so that nothing of it is taken for the copy's."""
    aside = path.with_name(f"library-damaged-{datetime.now(UTC):%Y%m%dT%H%M%SZ}.db")
    for ending in ("-wal", "-shm", ""):
        part = path.with_name(path.name + ending)
        if part.exists():
            part.replace(aside.with_name(aside.name + ending))
    return aside
