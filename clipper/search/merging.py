"""Columns of several segments become those of one. Pure; memory is that of what comes out, and of one piece of it."""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from clipper.search.columns import Array, Column, Terms, narrow, ranges, terms_of
from clipper.search.postings import FORM_MASK, Columns, by_number, in_order
from clipper.search.within import Words, within

_POSTINGS = 200_000  # that are sorted at a time
_TERMS = 16_384  # that are compared at a time

Part = tuple[Columns, Array]
"""Columns, and the new numbers of their documents (-1: gone)."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """The postings of neighbouring stems."""

    ids: Array
    counts: Array
    codes: Array


def merged(parts: Sequence[Part], german: Array) -> Columns:
    """Join columns. The new numbers of documents ascend from part to part. german: which of them are in German.

    In how many documents a form stands is added up: where documents have gone, it may be a little too high.
    """
    stems, ranks = _ranked([columns.stems for columns, _ in parts])
    size = np.zeros(len(stems), dtype=np.int64)
    pieces = [_piece(parts, ranks, start, stop, size) for start, stop in _cuts(parts, ranks, len(stems))]
    used = np.flatnonzero(size)
    kept = [stems[index] for index in used.tolist()]
    starts = np.append(0, np.cumsum(size[used]))
    ids, counts = (np.concatenate([getattr(piece, name) for piece in pieces]) for name in ("ids", "counts"))
    codes = np.concatenate([piece.codes for piece in pieces])
    del pieces
    total = np.append(0, np.cumsum(counts, dtype=np.int64))
    forms, owners, spread = _forms(parts, ranks, used)
    words = Words(kept, total[starts], codes, list(forms), owners, FORM_MASK)
    return Columns(
        stems=terms_of(kept),
        starts=Column(narrow(starts)),
        ids=Column(ids),
        counts=Column(counts),
        places=Column(narrow(total[starts])),
        codes=Column(codes),
        forms=forms,
        owners=Column(owners),
        spread=Column(spread),
        within=within(words, starts, ids, counts, german),
    )


def _runs(lists: Sequence[Terms]) -> Iterator[list[tuple[int, int]]]:
    """Cut lists of terms at the same terms; give where each run begins and ends in every list."""
    longest = max(lists, key=len)
    bounds = [longest[at] for at in range(_TERMS, len(longest), _TERMS)]
    first = [0] * len(lists)
    for bound in bounds:
        last = [terms.lower(bound) for terms in lists]
        yield list(zip(first, last, strict=True))
        first = last
    yield [(start, len(terms)) for start, terms in zip(first, lists, strict=True)]


def _ranked(lists: Sequence[Terms]) -> tuple[list[bytes], list[Array]]:
    """Give the different terms in order, and for each list the places of its own among them."""
    terms: list[bytes] = []
    ranks = [np.zeros(len(own), dtype=np.uint32) for own in lists]
    for run in _runs(lists):
        read = [own.between(*part) for own, part in zip(lists, run, strict=True)]
        different = in_order(list(dict.fromkeys(chain.from_iterable(read))))
        place = {term: index for index, term in enumerate(different, start=len(terms))}
        for rank, own, (start, stop) in zip(ranks, read, run, strict=True):
            rank[start:stop] = np.fromiter(map(place.__getitem__, own), dtype=np.uint32, count=len(own))
        terms += different
    return terms, ranks


def _cuts(parts: Sequence[Part], ranks: Sequence[Array], count: int) -> list[tuple[int, int]]:
    """Cut the stems into runs of about as many postings as are sorted at a time."""
    size = np.zeros(count + 1, dtype=np.int64)
    for (columns, _), own in zip(parts, ranks, strict=True):
        starts = columns.starts.whole().astype(np.int64)
        size[own] += starts[1:] - starts[:-1]
    run = np.cumsum(size) // _POSTINGS
    begins = np.flatnonzero(np.diff(run, prepend=-1))
    return list(zip(begins.tolist(), [*begins[1:].tolist(), count + 1], strict=True))


def _piece(parts: Sequence[Part], ranks: Sequence[Array], start: int, stop: int, size: Array) -> _Piece:
    """Give the postings of the stems from start to stop, and note in size how many each has."""
    numbers, ids, counts, begins, codes = [], [], [], [], []
    shift = 0
    for (columns, mapped), own in zip(parts, ranks, strict=True):
        first, last = np.searchsorted(own, (start, stop)).tolist()
        if first == last:
            continue
        bounds = columns.starts.part(first, last + 1).astype(np.int64)
        id = mapped[columns.ids.part(int(bounds[0]), int(bounds[-1]))]
        count = columns.counts.part(int(bounds[0]), int(bounds[-1])).astype(np.int64)
        kept = id >= 0
        numbers.append(np.repeat(own[first:last], np.diff(bounds))[kept])
        ids.append(id[kept].astype(np.uint32))
        counts.append(count[kept])
        begins.append((np.cumsum(count) - count + shift)[kept])
        codes.append(columns.codes.part(columns.places[first], columns.places[last]))
        shift += len(codes[-1])
    if not numbers:
        return _Piece(*(np.zeros(0, dtype=np.uint32) for _ in range(3)))
    number = np.concatenate(numbers)
    order = by_number(number)
    count, begin = np.concatenate(counts)[order], np.concatenate(begins)[order]
    size += np.bincount(number, minlength=len(size))
    places = ranges(begin, count)
    return _Piece(narrow(np.concatenate(ids)[order]), narrow(count), np.concatenate(codes)[places])


def _forms(parts: Sequence[Part], ranks: Sequence[Array], used: Array) -> tuple[Terms, Array, Array]:
    """Give the forms in order, with their stems among those used, and in how many documents they stand."""
    place = np.full(int(used[-1]) + 1 if len(used) else 0, -1, dtype=np.int64)
    place[used] = np.arange(len(used))
    blob, lengths, owners, spread = bytearray(), array("I"), array("I"), array("I")
    for run in _runs([columns.forms for columns, _ in parts]):
        added: dict[tuple[bytes, int], int] = {}
        for (columns, _), own, (start, stop) in zip(parts, ranks, run, strict=True):
            stems = own[columns.owners.part(start, stop)].tolist()
            often = columns.spread.part(start, stop).tolist()
            for form, stem, documents in zip(columns.forms.between(start, stop), stems, often, strict=True):
                added[form, stem] = added.get((form, stem), 0) + documents
        for form, stem in sorted(added):
            if stem < len(place) and place[stem] >= 0:
                blob += form
                lengths.append(len(form))
                owners.append(int(place[stem]))
                spread.append(added[form, stem])
    offsets = np.append(0, np.cumsum(np.array(lengths, dtype=np.int64)))
    forms = Terms(Column(offsets.astype(np.uint32)), Column(np.frombuffer(bytes(blob), dtype=np.uint8)))
    return forms, np.array(owners, dtype=np.uint32), narrow(np.array(spread, dtype=np.int64))
