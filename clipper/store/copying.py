"""Copying a database while it is in use: whole or not at all, with SQLite's backup API."""

import sqlite3
import uuid
from collections.abc import Callable
from pathlib import Path

from clipper.errors import DamagedError
from clipper.store import files

_PAGES = 2_000  # a step of 8 MB: a few ms, so that a wish to stop is heard soon


def copy_database(connection: sqlite3.Connection, target: Path, step: Callable[[int, int], None] | None = None) -> None:
    """Copy the database of a connection to target, flushed; what is at target is replaced.

    The copy is one moment of the database: a read transaction stands open meanwhile, which stops no writer (WAL).
    step: told pages done and pages in all; what it raises ends the copying, and nothing is left. The copy is looked
    through (quick_check): a damaged database must not push good copies out. Raise DamagedError, OSError, sqlite3.Error.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f"{target.name}.{uuid.uuid4().hex[:8]}.new")
    try:
        _copy(connection, beside, step)
        files.flush([beside])
        beside.replace(target)
        files.flush_folders([target.parent])
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _copy(connection: sqlite3.Connection, beside: Path, step: Callable[[int, int], None] | None) -> None:
    def on_step(_status: int, remaining: int, total: int) -> None:
        if step is not None:
            step(total - remaining, total)

    copy = sqlite3.connect(beside, isolation_level=None)
    outer = connection.in_transaction
    try:
        copy.execute("PRAGMA synchronous=OFF")  # the file is flushed as a whole at the end
        if not outer:
            connection.execute("BEGIN")
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()  # the snapshot is taken at the first read
        connection.backup(copy, pages=_PAGES, progress=on_step, sleep=0)
        copy.execute("PRAGMA journal_mode=DELETE")  # one file, that can be read where nothing can be written
        if copy.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise DamagedError("damaged", "quick_check", path=str(beside))
    finally:
        copy.close()
        if connection.in_transaction and not outer:
            connection.execute("ROLLBACK")
