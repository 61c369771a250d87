"""The rows of tags, inside a transaction that stands open: names, levels, putting on and taking off."""

import sqlite3
import unicodedata
from collections.abc import Iterable, Sequence

from clipper.errors import LibraryError
from clipper.model import Edit
from clipper.store import records

LONGEST = 200


def tidy(name: str) -> str:
    """Give a tag's name as it is kept: NFC, white space collapsed, no empty levels ("a / b//" -> "a/b").

    Raise LibraryError("invalid", "tag") for control characters, nothing, or more than 200 characters.
    """
    levels = (" ".join(level.split()) for level in unicodedata.normalize("NFC", records.clean(name)).split("/"))
    kept = "/".join(level for level in levels if level)
    # Cc: control characters; U+FFFD stands for what was one, or for half a character
    if not 1 <= len(kept) <= LONGEST or any(unicodedata.category(one) == "Cc" or one == "\ufffd" for one in kept):
        raise LibraryError("invalid", "tag")
    return kept


def key_of(name: str) -> str:
    """Give what makes two names one tag: casefold and NFC (Unicode, 3.13, D145)."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", records.clean(name)).casefold())


def put_on(connection: sqlite3.Connection, clippings: Sequence[int], names: Iterable[str]) -> list[Edit]:
    """Put tags (tidy names) on clippings that are there; give an edit for each that did not bear it."""
    edits = []
    ids = records.to_json(list(clippings))
    for name in names:
        tag, spelling = _tag(connection, name)
        lacking = connection.execute(
            "SELECT id FROM clippings WHERE id IN (SELECT value FROM json_each(?))"
            " AND NOT EXISTS (SELECT 1 FROM clipping_tags WHERE clipping = clippings.id AND tag = ?) ORDER BY id",
            (ids, tag),
        ).fetchall()
        connection.executemany(
            "INSERT INTO clipping_tags (clipping, tag) VALUES (?, ?)", ((id, tag) for (id,) in lacking)
        )
        if not lacking:  # a tag made just now, for clippings that are not there, must not stay
            _drop_unused(connection, tag)
        edits += [Edit(id, "tag", None, spelling) for (id,) in lacking]
    return edits


def take_off(connection: sqlite3.Connection, clippings: Sequence[int], names: Iterable[str]) -> list[Edit]:
    """Take tags off clippings; give an edit for each that bore it."""
    edits = []
    ids = records.to_json(list(clippings))
    for name in names:
        found = find(connection, name)
        if found is None:
            continue
        tag, spelling = found
        bearing = connection.execute(
            "SELECT clipping FROM clipping_tags WHERE tag = ? AND clipping IN (SELECT value FROM json_each(?))"
            " ORDER BY clipping",
            (tag, ids),
        ).fetchall()
        connection.executemany(
            "DELETE FROM clipping_tags WHERE clipping = ? AND tag = ?", ((id, tag) for (id,) in bearing)
        )
        edits += [Edit(id, "tag", spelling, None) for (id,) in bearing]
    return edits


def respell(connection: sqlite3.Connection, before: str, after: str) -> list[Edit]:
    """Write a tag in another spelling of the same name; an edit for each that bears it."""
    found = find(connection, before)
    if found is None or found[1] == after:
        return []
    connection.execute("UPDATE tags SET name = ? WHERE id = ?", (after, found[0]))
    return [Edit(id, "tag", found[1], after) for id in bearers(connection, [found[0]])]


def find(connection: sqlite3.Connection, name: str) -> tuple[int, str] | None:
    """Give a tag's id and spelling; None where no clipping bears it."""
    found = connection.execute("SELECT id, name FROM tags WHERE key = ?", (key_of(name),)).fetchone()
    return None if found is None else (int(found[0]), str(found[1]))


def below(connection: sqlite3.Connection, name: str) -> list[tuple[int, str]]:
    """Give a tag and those below it, by key: ids and spellings; empty where there is none."""
    key = key_of(name)
    # "0" follows "/" in order of code points, so this is all that begins with "name/"
    rows = connection.execute(
        "SELECT id, name FROM tags WHERE key = ? OR (key >= ? AND key < ?) ORDER BY key", (key, key + "/", key + "0")
    )
    return [(int(id), str(spelling)) for id, spelling in rows]


def bearers(connection: sqlite3.Connection, tags: Iterable[int]) -> list[int]:
    """Give the clippings that bear one of some tags, each once."""
    rows = connection.execute(
        "SELECT DISTINCT clipping FROM clipping_tags WHERE tag IN (SELECT value FROM json_each(?)) ORDER BY clipping",
        (records.to_json(list(tags)),),
    )
    return [int(id) for (id,) in rows]


def bears(connection: sqlite3.Connection, clipping: int, name: str) -> bool:
    """Say whether a clipping bears exactly this tag."""
    query = "SELECT 1 FROM clipping_tags t JOIN tags n ON n.id = t.tag WHERE t.clipping = ? AND n.key = ?"
    return connection.execute(query, (clipping, key_of(name))).fetchone() is not None


def absent(connection: sqlite3.Connection, ids: Sequence[int]) -> tuple[int, ...]:
    """Give those of ids that no clipping has, in order, each once."""
    rows = connection.execute(
        "SELECT id FROM clippings WHERE id IN (SELECT value FROM json_each(?))", (records.to_json(list(ids)),)
    )
    there = {id for (id,) in rows}
    return tuple(id for id in dict.fromkeys(ids) if id not in there)


def _tag(connection: sqlite3.Connection, name: str) -> tuple[int, str]:
    found = find(connection, name)
    if found is not None:
        return found
    made = connection.execute("INSERT INTO tags (name, key) VALUES (?, ?)", (name, key_of(name)))
    return int(made.lastrowid or 0), name


def _drop_unused(connection: sqlite3.Connection, tag: int) -> None:
    connection.execute(
        "DELETE FROM tags WHERE id = ? AND NOT EXISTS (SELECT 1 FROM clipping_tags WHERE tag = ?)", (tag, tag)
    )
