"""Words of a field that stand in a row or near each other, by the places in its columns. Pure.

A place is a number: document << 32 | position of the word. Lists of places are sorted, each place stands once.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce

import numpy as np

from clipper.search.columns import Array
from clipper.search.postings import FORM_BITS, FORM_MASK, Columns

_MUCH_FEWER = 16  # times; then to look each one up is quicker than to merge


Term = tuple[int, Array | None]
"""The number of a stem, and a mask of the documents in which it counts (None: in all)."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A word of a row: the stems that it may have, and the check sum of its exact form (None: any)."""

    terms: Sequence[Term]
    form: int | None = None


def in_a_row(columns: Columns, row: Sequence[Slot]) -> tuple[Array, Array]:
    """Give the documents in which the words stand one after the other, and how often."""
    return _counted(_places(columns, row, None))


def near(columns: Columns, rows: Sequence[Sequence[Slot]], within: int) -> tuple[Array, Array]:
    """Give the documents in which rows stand near each other, in any order, as Near says, and how often.

    Counted are the rows that stand first and have all others after them, soon enough.
    """
    slots = [slot for row in rows for slot in row]
    if not all(slot.terms for slot in slots):
        return _nothing(columns)
    shared = _shared_documents(columns, slots)
    places = [_places(columns, row, shared) for row in rows]
    if not all(map(len, places)):
        return _nothing(columns)
    width = within - 1 + sum(map(len, rows))
    firsts = [
        _followed(places[number], len(rows[number]), width, [*zip(places, map(len, rows), strict=True)], number)
        for number in range(len(rows))
    ]
    return _counted(_sorted(firsts))


def _followed(firsts: Array, length: int, width: int, others: Sequence[tuple[Array, int]], own: int) -> Array:
    """Give those of firsts after which all others begin, and end within width words from the first one's beginning."""
    for number, (starts, size) in enumerate(others):
        if number != own and len(firsts):
            at = np.searchsorted(starts, firsts + length)
            following = starts[np.minimum(at, len(starts) - 1)]
            firsts = firsts[(following >= firsts + length) & (following + size <= firsts + width)]
    return firsts


def _places(columns: Columns, row: Sequence[Slot], within: Array | None) -> Array:
    """Give the places at which a row begins. within: a mask of documents, others may be left out."""
    if not row or not all(slot.terms for slot in row):
        return np.zeros(0, dtype=np.int64)
    sizes = [_size(columns, slot) for slot in row]
    bound = _bound(columns, row)
    places: Array | None = None
    for number in sorted(range(len(row)), key=sizes.__getitem__):
        if places is not None:
            within = np.zeros(bound, dtype=bool)
            within[places >> 32] = True
        found = _standing(columns, row[number], within)
        found -= number
        places = found if places is None else _shared(places, found)
        if not len(places):
            break
    assert places is not None
    return places


def _standing(columns: Columns, slot: Slot, within: Array | None) -> Array:
    """Give the places of a word's terms."""
    found = []
    for index, told in slot.terms:
        ids, codes = columns.at(index, _in_both(within, told), strictly=told is not None)
        if slot.form is not None:
            right = np.flatnonzero((codes & np.uint32(FORM_MASK)) == slot.form)
            if len(right) < len(codes):
                ids, codes = ids[right], codes[right]
        places = ids.astype(np.int64)
        places <<= 32
        places |= codes >> np.uint32(FORM_BITS)
        found.append(places)
    return found[0] if len(found) == 1 else _sorted(found)


def _in_both(within: Array | None, told: Array | None) -> Array | None:
    """Give the documents of two masks, of which the first may be shorter: it ends behind the last one asked for."""
    if within is None or told is None:
        return told if within is None else within
    return within & told[: len(within)]


def _shared_documents(columns: Columns, slots: Sequence[Slot]) -> Array:
    """Give the mask of the documents in which a term of each word stands."""
    count = _bound(columns, slots)

    def mask(slot: Slot) -> Array:
        standing = np.zeros(count, dtype=bool)
        for index, _ in slot.terms:
            standing[columns.postings(index)[0]] = True
        return standing

    return reduce(np.logical_and, map(mask, slots))


def _bound(columns: Columns, slots: Sequence[Slot]) -> int:
    """Give a number above those of all documents in which the terms stand."""
    return 1 + max(columns.ids[columns.starts[index + 1] - 1] for slot in slots for index, _ in slot.terms)


def _shared(few: Array, many: Array) -> Array:
    """Give what is in both of two lists of places."""
    if len(few) > len(many):
        few, many = many, few
    if not len(few):
        return few
    if len(few) * _MUCH_FEWER > len(many):
        both = _sorted([few, many])
        same: Array = both[:-1].compress(both[1:] == both[:-1])
        return same
    at = np.minimum(np.searchsorted(many, few), len(many) - 1)
    shared: Array = few[many[at] == few]
    return shared


def _sorted(lists: Sequence[Array]) -> Array:
    """Join lists that are in order; a stable sort finds the order that is there, and merges."""
    joined = np.concatenate(lists)
    joined.sort(kind="stable")
    return joined


def _counted(places: Array) -> tuple[Array, Array]:
    """Give the documents of places, which are in order, and how many are in each."""
    documents = (places >> 32).astype(np.uint32)
    begins = np.flatnonzero(np.append(True, documents[1:] != documents[:-1])) if len(documents) else documents
    return documents[begins], np.diff(begins, append=len(documents))


def _size(columns: Columns, slot: Slot) -> int:
    return sum(columns.starts[index + 1] - columns.starts[index] for index, _ in slot.terms)


def _nothing(columns: Columns) -> tuple[Array, Array]:
    return columns.ids.part(0, 0), columns.counts.part(0, 0)
