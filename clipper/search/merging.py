"""Columns of several segments become those of one. Pure; memory is that of what comes out, and of one piece of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from clipper.search.columns import Array, Column, narrow, terms_of
from clipper.search.postings import Columns, by_number, in_order, turned
from clipper.search.within import within

_POSTINGS = 200_000  # that are sorted at a time

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
    lists = [list(columns.stems) for columns, _ in parts]
    stems = in_order(list(dict.fromkeys(chain.from_iterable(lists))))
    rank = {term: index for index, term in enumerate(stems)}
    ranks = [np.fromiter(map(rank.__getitem__, own), dtype=np.uint32, count=len(own)) for own in lists]
    del lists, rank
    size = np.zeros(len(stems), dtype=np.int64)
    pieces = [_piece(parts, ranks, start, stop, size) for start, stop in _cuts(parts, ranks, len(stems))]
    used = np.flatnonzero(size)
    kept = [stems[index] for index in used.tolist()]
    starts = np.append(0, np.cumsum(size[used]))
    counts = np.concatenate([piece.counts for piece in pieces])
    total = np.append(0, np.cumsum(counts, dtype=np.int64))
    ids = np.concatenate([piece.ids for piece in pieces])
    forms, owners, spread = _forms(parts, ranks, used)
    return Columns(
        stems=terms_of(kept),
        starts=Column(narrow(starts)),
        ids=Column(narrow(ids)),
        counts=Column(narrow(counts)),
        places=Column(narrow(total[starts])),
        codes=Column(np.concatenate([piece.codes for piece in pieces])),
        forms=terms_of(forms),
        owners=Column(owners),
        spread=Column(narrow(spread)),
        ends=Column(turned(kept)),
        within=within(kept, starts, ids, counts, german),
    )


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
    places = np.repeat(begin - (np.cumsum(count) - count), count) + np.arange(int(count.sum()))
    return _Piece(narrow(np.concatenate(ids)[order]), narrow(count), np.concatenate(codes)[places])


def _forms(parts: Sequence[Part], ranks: Sequence[Array], used: Array) -> tuple[list[bytes], Array, Array]:
    """Give the forms in order, with their stems among those used, and in how many documents they stand."""
    added: dict[tuple[bytes, int], int] = {}
    for (columns, mapped), own in zip(parts, ranks, strict=True):
        if not np.any(mapped >= 0):
            continue
        owners = own[columns.owners.whole()].tolist()
        for form, owner, spread in zip(columns.forms, owners, columns.spread.whole().tolist(), strict=True):
            added[form, owner] = added.get((form, owner), 0) + spread
    place = np.full(int(used[-1]) + 1 if len(used) else 0, -1, dtype=np.int64)
    place[used] = np.arange(len(used))
    there = sorted(key for key in added if key[1] < len(place) and place[key[1]] >= 0)
    owners = place[[owner for _, owner in there]] if there else place[:0]
    spread = np.fromiter((added[key] for key in there), dtype=np.int64, count=len(there))
    return [form for form, _ in there], owners.astype(np.uint32), spread
