"""Edits of clippings, inside a transaction that stands open: making them, and applying them again or in reverse."""

import sqlite3
from collections.abc import Callable, Sequence

from clipper.model import Edit
from clipper.store import articles, overlay, records, tagging
from clipper.store.changelog import Kind

CORRECTED = overlay.SINGLE + overlay.SEVERAL + overlay.BODY + overlay.LEAD + overlay.DOUBTS

# field -> (column, what stands for "on" there); None in the column, or 0, is "off"
_STATES = {"read": "read_at", "starred": "starred", "trashed": "trashed_at"}


def set_state(connection: sqlite3.Connection, ids: Sequence[int], *, field: str, on: bool) -> list[Edit]:
    """Set read, starred or trashed; give an edit for each clipping that was otherwise."""
    column = _STATES[field]
    empty = 0 if field == "starred" else None
    value: object = (1 if field == "starred" else records.now()) if on else empty
    rows = connection.execute(
        f"UPDATE clippings SET {column} = ? WHERE id IN (SELECT value FROM json_each(?))"
        f" AND {column} IS {'' if on else 'NOT'} ? RETURNING id",
        (value, records.to_json(list(ids)), empty),
    ).fetchall()
    before, after = (None, "1") if on else ("1", None)
    return [Edit(id, field, before, after) for id in sorted(id for (id,) in rows)]


def set_note(connection: sqlite3.Connection, id: int, note: str) -> list[Edit]:
    """Write a note; give the edit where it was another."""
    row = connection.execute("SELECT note FROM clippings WHERE id = ?", (id,)).fetchone()
    if row is None or row[0] == note:
        return []
    connection.execute("UPDATE clippings SET note = ? WHERE id = ?", (note, id))
    return [Edit(id, "note", row[0] or None, note or None)]


def set_correction(connection: sqlite3.Connection, id: int, *, field: str, value: str | None) -> list[Edit]:
    """Lay a correction (JSON) over a field of a clipping that is there, or take it away; give the edit."""
    row = connection.execute("SELECT value FROM corrections WHERE clipping = ? AND field = ?", (id, field)).fetchone()
    before = None if row is None else str(row[0])
    if before == value:
        return []
    if value is None:
        connection.execute("DELETE FROM corrections WHERE clipping = ? AND field = ?", (id, field))
    else:
        connection.execute(
            "INSERT INTO corrections (clipping, field, value, made) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (clipping, field) DO UPDATE SET value = excluded.value, made = excluded.made",
            (id, field, value, records.now()),
        )
    if field in overlay.LEAD:
        articles.choose_picture(connection, id)
    articles.relist(connection, id)
    return [Edit(id, field, before, value)]


def apply(connection: sqlite3.Connection, edit: Edit) -> list[Edit]:
    """Apply one edit where the clipping is as edit.before says; give what it changed (nothing where it is not)."""
    if edit.field == "tag":
        return _apply_tag(connection, edit)
    if edit.field in _STATES:
        return set_state(connection, [edit.clipping], field=edit.field, on=edit.after is not None)
    if edit.field == "note":
        return _where_as_before(connection, edit, "SELECT note FROM clippings WHERE id = ?", _note)
    if edit.field == "article":
        return _where_as_before(connection, edit, "SELECT CAST(article AS TEXT) FROM clippings WHERE id = ?", _article)
    if edit.field in CORRECTED:
        query = f"SELECT value FROM corrections WHERE clipping = ? AND field = '{edit.field}'"
        return _where_as_before(connection, edit, query, _correction)
    raise ValueError(edit.field)


def kind(edit: Edit) -> Kind:
    """Give the change log's kind of an edit."""
    if edit.field == "tag":
        return "tags"
    if edit.field == "trashed":
        return "restored" if edit.after is None else "trashed"
    return "text" if edit.field in (*CORRECTED, "article") else "state"


def _apply_tag(connection: sqlite3.Connection, edit: Edit) -> list[Edit]:
    before, after = edit.before, edit.after
    if before is not None and after is not None and tagging.key_of(before) == tagging.key_of(after):
        found = tagging.find(connection, before)
        as_before = found is not None and found[1] == before and tagging.bears(connection, edit.clipping, before)
        return tagging.respell(connection, before, after) if as_before else []
    done: list[Edit] = []
    if before is not None:
        done = tagging.take_off(connection, [edit.clipping], [before])
        if not done:
            return []
    return done + (tagging.put_on(connection, [edit.clipping], [after]) if after is not None else [])


def _where_as_before(
    connection: sqlite3.Connection,
    edit: Edit,
    query: str,
    do: Callable[[sqlite3.Connection, Edit], list[Edit]],
) -> list[Edit]:
    row = connection.execute(query, (edit.clipping,)).fetchone()
    current = (row[0] or None) if row else None
    return do(connection, edit) if current == edit.before else []


def _note(connection: sqlite3.Connection, edit: Edit) -> list[Edit]:
    return set_note(connection, edit.clipping, edit.after or "")


def _correction(connection: sqlite3.Connection, edit: Edit) -> list[Edit]:
    return set_correction(connection, edit.clipping, field=edit.field, value=edit.after)


def _article(connection: sqlite3.Connection, edit: Edit) -> list[Edit]:
    done = articles.make_current(connection, edit.clipping, int(edit.after or 0))
    return [edit] if done else []
