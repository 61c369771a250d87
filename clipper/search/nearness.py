"""Words of a field that stand in a row or near each other, by the places in its columns. Pure.

A place is a number: how many words stand before it in neighbouring texts, one after the other, with a gap between two
of them that nothing reaches across. Lists of places are sorted, each place stands once. Where words stand often, the
texts are gone through part by part, so that all lists of a part stay in the processor's cache.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce

import numpy as np

from clipper.search.columns import Array
from clipper.search.postings import FORM_BITS, FORM_MASK, Columns

_AT_ONCE = 1 << 17  # places of words in a part
_LONGEST = 1 << 30  # places of any words in a part, which are 32 bits wide
_LOOKED_UP = 16  # times as long as to go over a place takes it to look one up
_SPAN = 32  # places of an empty mask cost as much as one that is gone over

Term = tuple[int, Array | None]
"""The number of a stem, and a mask of the documents in which it counts (None: in all)."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A word of a row: the stems that it may have, and the check sum of its exact form (None: any)."""

    terms: Sequence[Term]
    form: int | None = None


@dataclass(frozen=True, slots=True)
class _Placed:
    """A word of a row: how many stand before it, and how often it stands anywhere at most."""

    slot: Slot
    before: int
    size: int


@dataclass(frozen=True, slots=True)
class _Part:
    """Neighbouring documents of a field, and the first place of each."""

    columns: Columns
    documents: range
    begins: Array


def in_a_row(columns: Columns, lengths: Array, row: Sequence[Slot]) -> tuple[Array, Array]:
    """Give the documents in which the words stand one after the other, and how often. lengths: of texts, in words."""
    placed = _placed(columns, row)
    parts = _parts(columns, lengths, placed, len(row))
    return _joined(columns, [_counted(part, _places(part, placed, None)) for part in parts])


def near(columns: Columns, lengths: Array, rows: Sequence[Sequence[Slot]], within: int) -> tuple[Array, Array]:
    """Give the documents in which rows stand near each other, in any order, as Near says, and how often.

    Counted are the rows that stand first and have all others after them, soon enough. lengths: as for in_a_row.
    """
    placed = [_placed(columns, row) for row in rows]
    words = [word for row in placed for word in row]
    width = within - 1 + len(words)
    parts = _parts(columns, lengths, words if all(rows) else (), width)
    return _joined(columns, [_counted(part, _near(part, placed, width)) for part in parts])


def _placed(columns: Columns, row: Sequence[Slot]) -> list[_Placed]:
    """Give the words of a row, the rarest first."""
    words = [
        _Placed(slot, before, sum(columns.places[index + 1] - columns.places[index] for index, _ in slot.terms))
        for before, slot in enumerate(row)
    ]
    return sorted(words, key=lambda word: word.size)


def _parts(columns: Columns, lengths: Array, words: Sequence[_Placed], gap: int) -> Iterator[_Part]:
    """Give the texts part by part; none where one of the words stands nowhere."""
    if not words or not all(word.size for word in words):
        return
    count = len(lengths)
    span = int(lengths.sum(dtype=np.int64)) + gap * count
    step = count // (1 + max(sum(word.size for word in words) // _AT_ONCE, span // _LONGEST)) + 1
    for first in range(0, count, step):
        sizes = lengths[first : first + step].astype(np.uint32)
        begins = np.cumsum(sizes + np.uint32(gap), dtype=np.uint32) - sizes
        yield _Part(columns, range(first, first + len(sizes)), begins)


def _joined(columns: Columns, found: Sequence[tuple[Array, Array]]) -> tuple[Array, Array]:
    """Give what was found in parts as one."""
    if not found:
        return columns.ids.part(0, 0), columns.counts.part(0, 0)
    documents, counts = zip(*found, strict=True)
    return np.concatenate(documents), np.concatenate(counts)


def _near(part: _Part, rows: Sequence[Sequence[_Placed]], width: int) -> Array:
    """Give the places of rows that stand first and have all others after them, within width words."""
    shared = reduce(np.logical_and, [_having(part, word.slot) for row in rows for word in row])
    places = [_places(part, row, shared) for row in rows]
    if not all(map(len, places)):
        return part.begins[:0]
    others = [*zip(places, map(len, rows), strict=True)]
    return _sorted([_followed(starts, size, width, others, number) for number, (starts, size) in enumerate(others)])


def _followed(firsts: Array, length: int, width: int, others: Sequence[tuple[Array, int]], own: int) -> Array:
    """Give those of firsts after which all others begin, and end within width words from the first one's beginning."""
    for number, (starts, size) in enumerate(others):
        if number != own and len(firsts):
            at = np.searchsorted(starts, firsts + length)
            following = starts[np.minimum(at, len(starts) - 1)]
            firsts = firsts[(following >= firsts + length) & (following + size <= firsts + width)]
    return firsts


def _places(part: _Part, row: Sequence[_Placed], within: Array | None) -> Array:
    """Give the places at which a row begins, in documents that a mask allows."""
    first, *others = row
    places = _standing(part, first, within, None)
    for word in others:
        if not len(places):
            break
        if len(places) * _LOOKED_UP < word.size:
            within = np.zeros(len(part.documents), dtype=bool)
            within[_documents(part, places)] = True
        places = _standing(part, word, within, places)
    return places


def _standing(part: _Part, word: _Placed, within: Array | None, among: Array | None) -> Array:
    """Give the places at which a row would begin that has a word there; only such as are among others."""
    found = []
    for index, told in word.slot.terms:
        told = None if told is None else told[part.documents.start : part.documents.stop]
        ids, counts, codes = part.columns.at(index, part.documents, _in_both(within, told))
        places = np.repeat(part.begins[ids], counts)
        places += codes >> np.uint32(FORM_BITS)
        places -= np.uint32(word.before)
        if among is not None:
            met = _met(places, among)
            places, codes = places[met], codes[met]
        if word.slot.form is not None:
            right = (codes & np.uint32(FORM_MASK)) == word.slot.form
            places = places if right.all() else places.compress(right)
        found.append(places)
    return found[0] if len(found) == 1 else _sorted(found)


def _in_both(within: Array | None, told: Array | None) -> Array | None:
    """Give the documents of two masks."""
    if within is None or told is None:
        return told if within is None else within
    return within & told


def _having(part: _Part, slot: Slot) -> Array:
    """Give the mask of the documents in which a term of a word stands."""
    standing = np.zeros(len(part.documents), dtype=bool)
    for index, _ in slot.terms:
        standing[part.columns.at(index, part.documents)[0]] = True
    return standing


def _met(places: Array, among: Array) -> Array:
    """Give which of places are among others, by their numbers."""
    if not len(places) or not len(among):
        return np.zeros(0, dtype=np.intp)
    span = int(max(places[-1], among[-1])) + 1
    if len(among) * _LOOKED_UP < len(places) + span // _SPAN:
        at = np.minimum(np.searchsorted(places, among), len(places) - 1)
        found: Array = at[places[at] == among]
        return found
    mask = np.zeros(span, dtype=bool)
    mask[among.astype(np.intp)] = True
    met: Array = np.flatnonzero(mask.take(places.astype(np.intp)))
    return met


def _sorted(lists: Sequence[Array]) -> Array:
    """Join lists that are in order; a stable sort finds the order that is there, and merges."""
    joined = np.concatenate(lists)
    joined.sort(kind="stable")
    return joined


def _counted(part: _Part, places: Array) -> tuple[Array, Array]:
    """Give the documents of places, and how many are in each."""
    documents = _documents(part, places)
    begins = np.flatnonzero(documents[1:] != documents[:-1]) + 1 if len(documents) else documents
    firsts = np.append(0, begins)[: len(documents)]
    return documents[firsts] + part.documents.start, np.diff(firsts, append=len(documents))


def _documents(part: _Part, places: Array) -> Array:
    """Give the document of each place. A row that would begin before its text is in the one before, -1 the first."""
    return np.searchsorted(part.begins, places, side="right") - 1
