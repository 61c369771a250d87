"""The change log: numbers that only grow, read by the index and by every open window."""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from clipper.model import Changes, Edit
from clipper.store import records
from clipper.store.database import Database

Kind = Literal["added", "text", "tags", "state", "trashed", "restored", "deleted", "intake", "search"]

_FOR_INDEX = "kind IN ('added', 'text', 'trashed', 'restored', 'deleted')"  # as in the index changes_for_index
_COUNTED_BY_TAGS = frozenset(("tags", "added", "trashed", "restored", "deleted"))


@dataclass(frozen=True, slots=True)
class LogRow:
    """One change. kind "text": title, text or other indexed metadata are others than before."""

    number: int
    clipping: int
    kind: Kind


@dataclass(frozen=True, slots=True)
class ToIndex:
    """What an index that stands at some number has to take in next.

    position: the number it has reached after these rows. complete: nothing is missing before these rows; False: the
    log was pruned further, or is shorter than the number asked for (a copy was put back), and the index must be
    rebuilt.
    """

    rows: tuple[LogRow, ...]
    position: int
    complete: bool


class ChangeLog:
    """Append-only, prunable from below. After each commit the file `changed` in the library folder is touched."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def position(self) -> int:
        """Give the number of the last change; 0 for a library nothing was written to."""
        with self._database.read() as connection:
            return _last(connection)

    def since(self, position: int) -> Changes:
        """Give what changed after a number as one Changes (without edits); its position is where the reader stands.

        Where the log does not reach back so far, all clippings are named.
        """
        with self._database.read() as connection:
            last = _last(connection)
            if not _reaches(connection, position, last):
                every = connection.execute("SELECT id FROM clippings").fetchall()
                return Changes(last, frozenset(id for (id,) in every), tags=True, intake=True, searches=True)
            rows = connection.execute("SELECT clipping, kind FROM changes WHERE number > ?", (position,)).fetchall()
        kinds = {kind for _clipping, kind in rows}
        return Changes(
            position=last,
            clippings=frozenset(clipping for clipping, _kind in rows if clipping is not None),
            added=frozenset(clipping for clipping, kind in rows if kind == "added"),
            tags=bool(kinds & _COUNTED_BY_TAGS),
            intake="intake" in kinds,
            searches="search" in kinds,
        )

    def to_index(self, position: int, *, limit: int = 500) -> ToIndex:
        """Give the next changes that concern an index: added, text, trashed, restored, deleted."""
        with self._database.read() as connection:
            last = _last(connection)
            complete = _reaches(connection, position, last)
            found = connection.execute(
                f"SELECT number, clipping, kind FROM changes WHERE number > ? AND {_FOR_INDEX} ORDER BY number LIMIT ?",
                (position, limit),
            ).fetchall()
        rows = tuple(LogRow(*row) for row in found)
        return ToIndex(rows, rows[-1].number if len(rows) == limit else last, complete)

    def behind(self, position: int) -> int:
        """Count the changes that concern an index after a number."""
        with self._database.read() as connection:
            query = f"SELECT count(*) FROM changes WHERE number > ? AND {_FOR_INDEX}"
            return int(connection.execute(query, (position,)).fetchone()[0])

    def prune(self, below: int) -> None:
        """Drop rows with a smaller number. Numbers are not used again."""
        with self._database.write() as connection:
            connection.execute("DELETE FROM changes WHERE number < ?", (below,))


def log(connection: sqlite3.Connection, kind: Kind, clippings: Iterable[int | None]) -> None:
    """Write a row for each clipping (None: the intake, a saved search), in the transaction that stands open."""
    time = records.now()
    connection.executemany(
        "INSERT INTO changes (clipping, kind, time) VALUES (?, ?, ?)", ((id, kind, time) for id in clippings)
    )


def changes(
    connection: sqlite3.Connection,
    clippings: Iterable[int] = (),
    *,
    added: Iterable[int] = (),
    tags: bool = False,
    intake: bool = False,
    edits: Sequence[Edit] = (),
    unknown: Sequence[int] = (),
    searches: bool = False,
) -> Changes:
    """Give what the transaction that stands open changed, with the log's number in it."""
    return Changes(
        _last(connection), frozenset(clippings), frozenset(added), tags, intake, tuple(edits), tuple(unknown), searches
    )


def named(connection: sqlite3.Connection, position: int) -> tuple[int, frozenset[int] | None]:
    """Give the log's last number, and the clippings whose values or tags may be others than at a position.

    None: the log does not reach back so far.
    """
    last = _last(connection)
    if not _reaches(connection, position, last):
        return last, None
    rows = connection.execute(
        "SELECT DISTINCT clipping FROM changes"
        " WHERE number > ? AND kind IN ('added', 'text', 'tags', 'state', 'deleted')",
        (position,),
    )
    return last, frozenset([clipping for (clipping,) in rows])


def _last(connection: sqlite3.Connection) -> int:
    found = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'changes'").fetchone()
    return int(found[0]) if found else 0


def _reaches(connection: sqlite3.Connection, position: int, last: int) -> bool:
    if position >= last:
        return position == last
    first = connection.execute("SELECT min(number) FROM changes").fetchone()[0]
    return first is not None and first <= position + 1
