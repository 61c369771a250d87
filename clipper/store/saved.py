"""Saved searches: a name, a query, and up to which clipping was looked at. Knows nothing of what a query means."""

import sqlite3
import unicodedata

from clipper.answers import SavedSearch
from clipper.errors import LibraryError, NotFoundError
from clipper.model import Changes
from clipper.store import changelog, records
from clipper.store.database import Database
from clipper.store.tagging import key_of

MOST_CHARS = 200
MOST_QUERY_CHARS = 10_000


class SavedSearches:
    """The saved searches of the library. Names are unique under NFC and casefold, as tags are.

    Ids of clippings only grow, so that the newest one at the time of looking says what came later, whatever the clock.
    Every write gives Changes with searches set where something changed.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[SavedSearch, ...]:
        """Give all, by name."""
        with self._database.read() as connection:
            rows = connection.execute("SELECT name, query, seen FROM searches").fetchall()
        return tuple(sorted((SavedSearch(*row) for row in rows), key=_by_name))

    def save(self, name: str, query: str) -> Changes:
        """Save a query under a name, as looked at just now. A search of that name gets the query and its spelling.

        Raise LibraryError(invalid) for a name or a query that is empty or too long.
        """
        with self._database.write() as connection:
            return _put(connection, SavedSearch(tidy(name), _tidy_query(query), _newest(connection)))

    def put_back(self, search: SavedSearch) -> Changes:
        """Have a search as it was, also one that was deleted."""
        with self._database.write() as connection:
            return _put(connection, search)

    def rename(self, old: str, new: str) -> Changes:
        """Rename a search. Raise NotFoundError, LibraryError(invalid, name_taken)."""
        kept = tidy(new)
        with self._database.write() as connection:
            taken = connection.execute("SELECT 1 FROM searches WHERE key = ?", (key_of(kept),)).fetchone()
            if taken and key_of(kept) != key_of(old):
                raise LibraryError("invalid", "name_taken")
            done = connection.execute(
                "UPDATE searches SET name = ?, key = ? WHERE key = ?", (kept, key_of(kept), key_of(old))
            )
            if not done.rowcount:
                raise NotFoundError("not_found", old)
            return _changed(connection)

    def delete(self, name: str) -> Changes:
        """Delete a search. Raise NotFoundError."""
        with self._database.write() as connection:
            done = connection.execute("DELETE FROM searches WHERE key = ?", (key_of(name),))
            if not done.rowcount:
                raise NotFoundError("not_found", name)
            return _changed(connection)

    def look(self, name: str) -> Changes:
        """Note that what a search finds is being looked at; one that is gone is passed over."""
        with self._database.read() as connection:
            stale = "SELECT 1 FROM searches WHERE key = ? AND seen < ?"
            if not connection.execute(stale, (key_of(name), _newest(connection))).fetchone():
                return changelog.changes(connection)  # no other window is woken for nothing
        with self._database.write() as connection:
            newest = _newest(connection)
            done = connection.execute(
                "UPDATE searches SET seen = ? WHERE key = ? AND seen < ?", (newest, key_of(name), newest)
            )
            return _changed(connection) if done.rowcount else changelog.changes(connection)

    def added_after(self, clipping: int) -> frozenset[int]:
        """Give the clippings outside the trash that were added after one."""
        with self._database.read() as connection:
            rows = connection.execute("SELECT id FROM clippings WHERE id > ? AND trashed_at IS NULL", (clipping,))
            return frozenset([id for (id,) in rows])


def tidy(name: str) -> str:
    """Give a name with single spaces. Raise LibraryError(invalid, search_name)."""
    kept = " ".join(records.clean(name).split())
    if not 0 < len(kept) <= MOST_CHARS or any(unicodedata.category(one) == "Cc" for one in kept):
        raise LibraryError("invalid", "search_name")
    return kept


def _tidy_query(query: str) -> str:
    kept = " ".join(records.clean(query).split())
    if not 0 < len(kept) <= MOST_QUERY_CHARS:
        raise LibraryError("invalid", "query")
    return kept


def _by_name(search: SavedSearch) -> tuple[str, str]:
    """Order as a reader expects: Ä beside A, whatever the case."""
    plain = "".join(one for one in unicodedata.normalize("NFKD", search.name) if not unicodedata.combining(one))
    return plain.casefold(), search.name


def _put(connection: sqlite3.Connection, search: SavedSearch) -> Changes:
    connection.execute(
        "INSERT INTO searches (name, key, query, seen) VALUES (?, ?, ?, ?) ON CONFLICT (key) DO UPDATE SET"
        " name = excluded.name, query = excluded.query, seen = excluded.seen",
        (search.name, key_of(search.name), search.query, search.seen),
    )
    return _changed(connection)


def _changed(connection: sqlite3.Connection) -> Changes:
    changelog.log(connection, "search", [None])
    return changelog.changes(connection, searches=True)


def _newest(connection: sqlite3.Connection) -> int:
    """Give the last number that a clipping was given, also where it is gone."""
    found = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'clippings'").fetchone()
    return int(found[0]) if found else 0
