"""Intake: what was handed in and is no clipping yet, written before anything is fetched."""

import sqlite3
from collections.abc import Sequence
from dataclasses import replace

from clipper.model import Changes, Fault, IntakeRow, Request
from clipper.store import changelog, records, tagging
from clipper.store.database import Database

_COLUMNS = "id, since, state, tries, fault, request"
_WHAT = "coalesce(json_extract(request, '$.path'), json_extract(request, '$.url'), json_extract(request, '$.given'))"


class Intake:
    """The rows handed in. A row leaves in the transaction that adds its clipping (Addition.intake)."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._left: int | None = None  # the last row that was there before our first: of processes that ended, mostly

    def put(self, requests: Sequence[Request]) -> tuple[IntakeRow, ...]:
        """Write requests in one transaction, in order, as waiting. Raise LibraryError("invalid", "tag").

        Tags stand in the rows as they are kept (tagging.tidy), each once. A row for the same file or address that
        failed, or was left from before we began, leaves: whoever works on it tells what becomes of it all the same.
        Its tags go over.
        """
        kept = [replace(one, tags=tuple(dict.fromkeys(tagging.tidy(tag) for tag in one.tags))) for one in requests]
        if not kept:
            return ()
        since = records.now()
        with self._database.write() as connection:
            if self._left is None:
                self._left = _last(connection)
            before = _alike(connection, kept, self._left)
            ids = [_put(connection, since, _joined(request, before.get(_what(request), ()))) for request in kept]
            _delete(connection, [row.id for rows in before.values() for row in rows])
            changelog.log(connection, "intake", [None])
            return _rows(connection, ids)

    def rows(self) -> tuple[IntakeRow, ...]:
        """Give all rows, the oldest first."""
        with self._database.read() as connection:
            return tuple(_read(row) for row in connection.execute(f"SELECT {_COLUMNS} FROM intake ORDER BY id"))

    def row(self, id: int) -> IntakeRow | None:
        """Give one row; None where it has left."""
        with self._database.read() as connection:
            return next(iter(_rows(connection, [id])), None)

    def fail(self, id: int, fault: Fault) -> Changes:
        """Say why a row became no clipping; it stays until retried or dismissed. One that left is passed over."""
        return self._write(
            "UPDATE intake SET state = 'failed', fault = ? WHERE id = ?", records.fault_to_json(fault), id
        )

    def retry(self, ids: Sequence[int]) -> tuple[IntakeRow, ...]:
        """Set rows to waiting again, tries one more, fault gone. Give those that are there, in the order asked for."""
        with self._database.write() as connection:
            connection.execute(
                "UPDATE intake SET state = 'waiting', fault = NULL, tries = tries + 1"
                " WHERE id IN (SELECT value FROM json_each(?))",
                (records.to_json(list(ids)),),
            )
            changelog.log(connection, "intake", [None])
            return _rows(connection, ids)

    def done(self, id: int) -> Changes:
        """Take a row away that needs no clipping, since its page was known."""
        return self.dismiss([id])

    def dismiss(self, ids: Sequence[int]) -> Changes:
        """Take rows away that the user gives up."""
        return self._write(
            "DELETE FROM intake WHERE id IN (SELECT value FROM json_each(?))", records.to_json(list(ids))
        )

    def _write(self, statement: str, *values: object) -> Changes:
        with self._database.write() as connection:
            touched = connection.execute(statement, values).rowcount > 0
            if touched:
                changelog.log(connection, "intake", [None])
            return changelog.changes(connection, intake=touched)


def leave(connection: sqlite3.Connection, ids: Sequence[int]) -> bool:
    """Take rows away in the transaction that adds their clippings; say whether one was there."""
    gone = _delete(connection, ids)
    if gone:
        changelog.log(connection, "intake", [None])
    return gone > 0


def _delete(connection: sqlite3.Connection, ids: Sequence[int]) -> int:
    gone = connection.execute(
        "DELETE FROM intake WHERE id IN (SELECT value FROM json_each(?))", (records.to_json(list(ids)),)
    )
    return gone.rowcount


def _what(request: Request) -> str:
    return records.clean(request.path or request.url or request.given)


def _last(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT coalesce(max(id), 0) FROM intake").fetchone()[0])


def _alike(connection: sqlite3.Connection, requests: Sequence[Request], left: int) -> dict[str, list[IntakeRow]]:
    """Give the rows for the same files and addresses that failed or were left.

    Not those of a list that is being taken in: each of its groups would look through all before it.
    """
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM intake WHERE (state = 'failed' OR id <= ?)"
        f" AND {_WHAT} IN (SELECT value FROM json_each(?))",
        (left, records.to_json([_what(request) for request in requests])),
    )
    found: dict[str, list[IntakeRow]] = {}
    for row in map(_read, rows):
        found.setdefault(_what(row.request), []).append(row)
    return found


def _joined(request: Request, rows: Sequence[IntakeRow]) -> Request:
    before = [tag for row in rows for tag in row.request.tags]
    return replace(request, tags=tuple(dict.fromkeys((*before, *request.tags)))) if before else request


def _put(connection: sqlite3.Connection, since: str, request: Request) -> int:
    inserted = connection.execute(
        "INSERT INTO intake (since, state, request) VALUES (?, 'waiting', ?)", (since, records.request_to_json(request))
    )
    return int(inserted.lastrowid or 0)


def _rows(connection: sqlite3.Connection, ids: Sequence[int]) -> tuple[IntakeRow, ...]:
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM intake WHERE id IN (SELECT value FROM json_each(?))", (records.to_json(list(ids)),)
    )
    found = {row[0]: _read(row) for row in rows}
    return tuple(found[id] for id in ids if id in found)


def _read(row: tuple[int, str, str, int, str | None, str]) -> IntakeRow:
    id, since, state, tries, fault, request = row
    return IntakeRow(
        id=id,
        request=records.request_from_json(request),
        state="failed" if state == "failed" else "waiting",
        fault=None if fault is None else records.fault_from_json(fault),
        since=records.time_of(since),
        tries=tries,
    )
