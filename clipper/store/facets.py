"""Facets: how often each site, author, month, language, tag, flag and state stands among some clippings.

What all clippings have is kept as numbers, and follows the change log: so counting reads no rows (a pass over the rows
of 10,000 clippings took 45 ms, over their numbers it takes 1; November 2026).
"""

import re
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import compress
from typing import Any

import numpy as np
import numpy.typing as npt

from clipper.store import records

FIELDS = ("site", "author", "month", "language", "tag", "flag", "state")
STATES = ("unread", "starred", "untagged", "note", "picture")

Counts = Mapping[str, int]
"""Value -> in how many clippings, the most frequent first."""

Array = npt.NDArray[Any]
Pairs = Mapping[str, tuple[list[int], list[str]]]
"""For each field clippings and values, one beside the other."""

_AMONG = "IN (SELECT value FROM json_each(?))"
_ROWS = (
    "SELECT id, site, authors, substr(date, 1, 7), language, flags,"
    " read_at IS NULL, starred, tags = 0, note <> '', picture IS NOT NULL FROM clippings"
)
_TAGS = "SELECT clipping, tag FROM clipping_tags"
_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")
_FEW = 8  # times fewer clippings than there are pairs are looked up one by one


@dataclass(frozen=True, slots=True)
class Field:
    """The values of one field: clipping owners[i] has the value with number codes[i]. In order, each pair once."""

    numbers: Mapping[str, int]
    owners: Array
    codes: Array


@dataclass(frozen=True, slots=True)
class Columns:
    """All fields as they were at a position of the change log. Never changed, so any thread may count."""

    position: int
    fields: Mapping[str, Field]


NOTHING = Columns(0, {name: Field({}, np.zeros(0, np.int64), np.zeros(0, np.int32)) for name in FIELDS})


def read(connection: sqlite3.Connection, position: int) -> Columns:
    """Read the values of all clippings. position: of the change log, in the read that stands open."""
    pairs = _pairs(connection, None)
    return Columns(position, {name: _with(NOTHING.fields[name], *pairs[name]) for name in FIELDS})


def refreshed(columns: Columns, connection: sqlite3.Connection, position: int, changed: Iterable[int]) -> Columns:
    """Give columns in which the values of changed clippings are read again."""
    ids = sorted(changed)
    if not ids:
        return Columns(position, columns.fields)
    pairs, gone = _pairs(connection, ids), np.array(ids, dtype=np.int64)
    return Columns(position, {name: _with(_without(columns.fields[name], gone), *pairs[name]) for name in FIELDS})


def counted(columns: Columns, ids: Sequence[int], *, limit: int | None) -> dict[str, Counts]:
    """Count the values of each field. A month is "2026-03", a tag counts those below it, states are STATES.

    ids: each once. limit: the most frequent of each field; but all months.
    """
    asked = np.sort(np.fromiter(ids, dtype=np.int64, count=len(ids)))
    return {name: _counts(columns.fields[name], asked, None if name == "month" else limit) for name in FIELDS}


def _counts(field: Field, asked: Array, limit: int | None) -> Counts:
    numbers = np.bincount(_codes(field, asked), minlength=len(field.numbers))
    there = np.flatnonzero(numbers)
    if limit is not None and len(there) > limit:
        least = np.partition(numbers[there], len(there) - limit)[len(there) - limit]
        there = there[numbers[there] >= least]
    values = list(field.numbers)
    found = [(values[code], int(numbers[code])) for code in there.tolist()]
    return dict(sorted(found, key=lambda item: (-item[1], item[0]))[:limit])


def _codes(field: Field, asked: Array) -> Array:
    """Give the numbers of the values of some clippings, as they come."""
    owners, codes = field.owners, field.codes
    if not len(owners) or not len(asked):
        return codes[:0]
    if len(asked) * _FEW < len(owners):
        starts, stops = np.searchsorted(owners, asked), np.searchsorted(owners, asked, side="right")
        sizes = stops - starts
        places = np.arange(int(sizes.sum())) + np.repeat(starts - (np.cumsum(sizes) - sizes), sizes)
        few: Array = codes[places]
        return few
    wanted = np.zeros(1 + max(int(owners[-1]), int(asked[-1])), dtype=bool)
    wanted[asked] = True
    many: Array = codes[wanted[owners]]
    return many


def _without(field: Field, gone: Array) -> Field:
    kept = ~np.isin(field.owners, gone)
    return Field(field.numbers, field.owners[kept], field.codes[kept])


def _with(field: Field, clippings: Sequence[int], values: Sequence[str]) -> Field:
    """Give a field with what more clippings have."""
    if not clippings:
        return field
    numbers = dict(field.numbers)
    codes = np.array([numbers.setdefault(value, len(numbers)) for value in values], dtype=np.int64)
    more = np.unique((np.array(clippings, dtype=np.int64) << 32) | codes)
    pairs = np.concatenate([(field.owners << 32) | field.codes, more])
    pairs.sort(kind="stable")  # two runs in order: it merges
    return Field(numbers, pairs >> 32, (pairs & 0xFFFFFFFF).astype(np.int32))


def _pairs(connection: sqlite3.Connection, ids: Sequence[int] | None) -> Pairs:
    """Read the values of some clippings, or of all."""
    asked = () if ids is None else (records.to_json(ids),)
    pairs: dict[str, tuple[list[int], list[str]]] = {name: ([], []) for name in FIELDS}

    def put(name: str, clipping: int, values: Iterable[str | None]) -> None:
        clippings, kept = pairs[name]
        for value in values:
            if value:
                clippings.append(clipping)
                kept.append(value)

    for id, site, authors, month, language, flags, *states in connection.execute(
        _ROWS if ids is None else f"{_ROWS} WHERE id {_AMONG}", asked
    ):
        put("site", id, (site,))
        put("author", id, _several(authors))
        put("month", id, (month,) if month and _is_month(month) else ())
        put("language", id, (language,))
        put("flag", id, _several(flags))
        put("state", id, compress(STATES, states))
    levels = {tag: _levels(name) for tag, name in connection.execute("SELECT id, name FROM tags")}
    for clipping, tag in connection.execute(_TAGS if ids is None else f"{_TAGS} WHERE clipping {_AMONG}", asked):
        put("tag", clipping, levels[tag])
    return pairs


def _levels(name: str) -> tuple[str, ...]:
    parts = name.split("/")
    return tuple("/".join(parts[:depth]) for depth in range(1, len(parts) + 1))


@lru_cache(maxsize=4096)
def _several(text: str) -> tuple[str, ...]:
    return records.texts(text)


@lru_cache(maxsize=4096)
def _is_month(text: str) -> bool:
    return _MONTH.fullmatch(text) is not None
