"""From whatever version a library is to ours, one step after the other; a copy of the file is set aside first."""

import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from clipper.errors import DamagedError, TooNewError
from clipper.store import copying
from clipper.store.schema import APPLICATION_ID, Step


def peek(path: Path, known: int) -> None:
    """Refuse a file that is no database of ours or of a newer version, from its first 100 bytes, without opening it.

    The header: https://sqlite.org/fileformat.html#the_database_header. known: the version that this program writes.
    Raise DamagedError, TooNewError, OSError.
    """
    with path.open("rb") as file:
        header = file.read(100)
    if not header:
        return
    if len(header) < 100 or not header.startswith(b"SQLite format 3\0"):
        raise DamagedError("damaged", "header", path=str(path))
    version, application = int.from_bytes(header[60:64], "big"), int.from_bytes(header[68:72], "big")
    if application == APPLICATION_ID and version > known:
        raise TooNewError("too_new", str(version), path=str(path))


def is_empty(connection: sqlite3.Connection) -> bool:
    """Say whether nothing was made in the database yet."""
    return not (_pragma(connection, "application_id") or _one(connection, "SELECT count(*) FROM sqlite_schema"))


def refuse_foreign(connection: sqlite3.Connection, path: Path, known: int) -> None:
    """Raise DamagedError for a database of another program, TooNewError for a newer one of ours."""
    if is_empty(connection):
        return
    if _pragma(connection, "application_id") != APPLICATION_ID:
        raise DamagedError("damaged", "foreign", path=str(path))
    version = _pragma(connection, "user_version")
    if version > known:
        raise TooNewError("too_new", str(version), path=str(path))


def migrate(connection: sqlite3.Connection, path: Path, steps: Sequence[Step]) -> None:
    """Bring a database to version len(steps), in one transaction. Foreign keys are looked through at the end.

    connection is in autocommit mode. A new database gets all steps; an older one is copied to copies/ first.
    """
    if _pragma(connection, "user_version") == len(steps):
        return
    if not is_empty(connection):
        _set_aside(connection, path)
    connection.execute(
        "PRAGMA foreign_keys=OFF"
    )  # a step may make a table anew: https://sqlite.org/lang_altertable.html
    connection.execute("BEGIN IMMEDIATE")
    try:
        refuse_foreign(connection, path, len(steps))  # another process may have been here first
        for number in range(_pragma(connection, "user_version"), len(steps)):
            steps[number](connection)
            connection.execute(f"PRAGMA user_version={number + 1}")
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        if connection.execute("PRAGMA foreign_key_check").fetchone():
            raise DamagedError("damaged", "reference", path=str(path))
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    finally:
        connection.execute("PRAGMA foreign_keys=ON")


def _set_aside(connection: sqlite3.Connection, path: Path) -> None:
    version = _pragma(connection, "user_version")
    now = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    copying.copy_database(connection, path.parent / "copies" / f"before-version-{version + 1}-{now}.db")


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    return _one(connection, f"PRAGMA {name}")


def _one(connection: sqlite3.Connection, statement: str) -> int:
    return int(connection.execute(statement).fetchone()[0])
