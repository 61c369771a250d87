"""Rows, ids and numbers of lists, from the list columns and their indexes alone: no text is read."""

import sqlite3
from collections.abc import Sequence
from typing import Any

from clipper.answers import Overview
from clipper.model import Clipping, Sort, View
from clipper.store import records, tagging, tags

_COLUMNS = (
    "id, uuid, url, title, site, authors, date, language, added, flags, read_at IS NOT NULL, starred, note, excerpt,"
    " words, picture, trashed_at IS NOT NULL"
)
# Each is the condition of the partial index clippings_VIEW of (sort_day, id), and made of columns that clippings_added
# holds, but for flags: few clippings are doubtful, so their order of adding is made of the rows. The index is named in
# the queries: left to itself SQLite takes another one and looks up every row (100,000 clippings: 300 ms against 9,
# November 2026).
_VIEWS: dict[View, str] = {
    "all": "trashed_at IS NULL",
    "unread": "trashed_at IS NULL AND read_at IS NULL",
    "starred": "trashed_at IS NULL AND starred = 1",
    "untagged": "trashed_at IS NULL AND tags = 0",
    "doubtful": "trashed_at IS NULL AND flags <> '[]'",
    "trash": "trashed_at IS NOT NULL",
}
_ORDERS: dict[Sort, str] = {
    "newest": "sort_day DESC, id DESC",
    "oldest": "sort_day, id",
    "added": "added DESC, id DESC",
}


def rows(connection: sqlite3.Connection, ids: Sequence[int]) -> tuple[Clipping, ...]:
    """Give clippings in the order asked for; unknown ids are left out."""
    asked = records.to_json(list(ids))
    spelled: dict[int, list[str]] = {}
    for clipping, name in connection.execute(
        "SELECT t.clipping, n.name FROM clipping_tags t JOIN tags n ON n.id = t.tag"
        " WHERE t.clipping IN (SELECT value FROM json_each(?)) ORDER BY n.key",
        (asked,),
    ):
        spelled.setdefault(clipping, []).append(name)
    found = {
        row[0]: _read(row, tuple(spelled.get(row[0], ())))
        for row in connection.execute(
            f"SELECT {_COLUMNS} FROM clippings WHERE id IN (SELECT value FROM json_each(?))", (asked,)
        )
    }
    return tuple(found[id] for id in ids if id in found)


def ids(connection: sqlite3.Connection, view: View, *, tag: str | None, sort: Sort) -> tuple[int, ...]:
    """Give the ids of a view in order. "relevance" has no meaning here and is newest."""
    index = "clippings_added" if sort == "added" and view != "doubtful" else f"clippings_{view}"
    source, condition, values = f"clippings INDEXED BY {index}", _VIEWS[view], []
    if tag is not None:
        source = "clippings"
        condition += " AND id IN (SELECT clipping FROM clipping_tags WHERE tag IN (SELECT value FROM json_each(?)))"
        values.append(records.to_json([tag for tag, _name in tagging.below(connection, tag)]))
    order = _ORDERS.get(sort, _ORDERS["newest"])
    return tuple(records.ids(connection, f"SELECT id FROM {source} WHERE {condition} ORDER BY {order}", values))


def overview(connection: sqlite3.Connection) -> Overview:
    """Count views and tags."""
    numbers = {view: _count(connection, view) for view in _VIEWS}
    return Overview(
        all=numbers["all"],
        unread=numbers["unread"],
        starred=numbers["starred"],
        untagged=numbers["untagged"],
        trash=numbers["trash"],
        tags=tags.counts(connection),
        doubtful=numbers["doubtful"],
    )


def _count(connection: sqlite3.Connection, view: View) -> int:
    query = f"SELECT count(*) FROM clippings INDEXED BY clippings_{view} WHERE {_VIEWS[view]}"
    return int(connection.execute(query).fetchone()[0])


def _read(row: Sequence[Any], spelled: tuple[str, ...]) -> Clipping:
    (id, uuid, url, title, site, authors, date, language, added, flags, read, starred, note, excerpt) = row[:14]
    words, picture, trashed = row[14:]
    return Clipping(
        id=id,
        uuid=uuid,
        url=url,
        title=title,
        site=site,
        authors=records.texts(authors),
        date=date,
        language=language,
        added=records.time_of(added),
        tags=spelled,
        flags=records.flags(flags),
        read=bool(read),
        starred=bool(starred),
        note=note,
        excerpt=excerpt,
        words=words,
        picture=picture,
        trashed=bool(trashed),
    )
