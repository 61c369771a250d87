"""What stands within compounds, in columns: for a word, the documents with compounds that end in it. Pure.

Written with a segment of so many documents that its words tell its compounds; smaller ones have none.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from clipper.search.columns import Array, Column, narrow, ranges
from clipper.search.compounds import LEARNED, learned

GONE = 0xFFFFFFFF  # a stem of which nothing is left
_LOW = 0xFFFFFFFF
_POSTINGS = 200_000  # that are gathered at a time
_LEAST = 2  # German documents in which a word must stand to be known


@dataclass(frozen=True, slots=True)
class Within:
    """Stem heads[i] ends compounds in the documents ids[starts[i]:starts[i + 1]], as often as counts says."""

    heads: Column
    starts: Column
    ids: Column
    counts: Column

    def postings(self, stem: int) -> tuple[Array, Array]:
        """Give the documents with compounds that a stem ends, and how many are in each."""
        heads = self.heads.whole()
        at = int(np.searchsorted(heads, stem))
        if at == len(heads) or heads[at] != stem:
            return self.ids.part(0, 0), self.counts.part(0, 0)
        start, stop = self.starts[at], self.starts[at + 1]
        return self.ids.part(start, stop), self.counts.part(start, stop)


NOTHING = Within(*(Column(np.zeros(count, dtype=np.uint8)) for count in (0, 1, 0, 0)))


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a field, in the order of postings.Columns.

    itself: whether a stem is a word itself. owners: the number of the stem of each form.
    """

    stems: Iterable[bytes]
    itself: Array
    forms: Iterable[bytes]
    owners: Array


def within(words: Words, starts: Array, ids: Array, counts: Array, german: Array) -> Within:
    """Give what stands within compounds. german: which documents are in German; the rest as postings.Columns has it."""
    if len(german) < LEARNED or not np.any(german):
        return NOTHING
    run = np.append(np.uint32(0), np.cumsum(german[ids], dtype=np.uint32))
    stems, known = _standing(words, run[starts[1:]] - run[starts[:-1]])
    pairs = np.unique(np.array(learned(stems, known), dtype=np.int64))
    sizes = starts[(pairs & _LOW) + 1] - starts[pairs & _LOW]
    first = np.flatnonzero(np.diff(pairs >> 32, prepend=-1))  # of each end
    batch: Array = np.cumsum(np.add.reduceat(sizes, first)) // _POSTINGS if len(first) else first
    cuts = [*first[np.flatnonzero(np.diff(batch, prepend=-1))].tolist(), len(pairs)]
    return _laid_out(
        _gathered(pairs[part], sizes[part], starts, ids, counts, german) for part in map(slice, cuts, cuts[1:])
    )


def joined(parts: Sequence[tuple[Within, Array, Array]]) -> Within:
    """Give what stands within compounds by what several segments know, without learning anew.

    With each the new numbers of its stems (GONE: no such stem any more), and of its documents (-1: gone). They ascend,
    and documents from part to part.
    """
    ends = [_ends(own, stems) for own, stems, _ in parts]
    number = 1 + sum(len(own.ids) for own, _, _ in parts) // _POSTINGS
    known = np.sort(np.concatenate(ends))
    bounds = [0, *known[[len(known) * cut // number for cut in range(1, number)]].tolist(), _LOW + 1]
    return _laid_out(_joined(parts, ends, *bound) for bound in pairwise(bounds))


def _ends(own: Within, stems: Array) -> Array:
    """Give the new numbers of all ends, in order; in place of one that is gone that of the one before it."""
    numbers = stems[own.heads.whole()].astype(np.int64)
    ends: Array = np.maximum.accumulate(np.where(numbers == GONE, 0, numbers))
    return ends


def _joined(
    parts: Sequence[tuple[Within, Array, Array]], ends: Sequence[Array], low: int, high: int
) -> tuple[Array, Array]:
    """Give of the ends from low to high end << 32 | document in order, and how many compounds stand there."""
    all_keys, all_often = [], []
    for (own, stems, documents), heads in zip(parts, ends, strict=True):
        first, last = np.searchsorted(heads, (low, high)).tolist()
        starts = own.starts.part(first, last + 1).astype(np.int64)
        ids = documents[own.ids.part(int(starts[0]), int(starts[-1]))]
        keys = np.repeat(heads[first:last] << 32, np.diff(starts)) | ids
        left = (ids >= 0) & np.repeat(stems[own.heads.part(first, last)] != GONE, np.diff(starts))
        all_keys.append(keys.compress(left))
        all_often.append(own.counts.part(int(starts[0]), int(starts[-1])).compress(left))
    keys, often = np.concatenate(all_keys), np.concatenate(all_often)
    order = np.argsort(keys, kind="stable")
    return keys[order], often[order]


def _laid_out(pieces: Iterable[tuple[Array, Array]]) -> Within:
    """Give end << 32 | document, in order, as columns."""
    heads, sizes, ids, counts = [NOTHING.heads.whole()], [], [NOTHING.ids.whole()], [NOTHING.counts.whole()]
    for keys, often in pieces:
        first = np.flatnonzero(np.diff(keys >> 32, prepend=-1))
        heads.append((keys[first] >> 32).astype(np.uint32))
        sizes += np.diff(first, append=len(keys)).tolist()
        ids.append(narrow(keys & _LOW))
        counts.append(narrow(often))
    return Within(
        heads=Column(np.concatenate(heads).astype(np.uint32, copy=False)),
        starts=Column(narrow(np.cumsum([0, *sizes]))),
        ids=Column(np.concatenate(ids)),
        counts=Column(np.concatenate(counts)),
    )


def _gathered(
    pairs: Array, sizes: Array, starts: Array, ids: Array, counts: Array, german: Array
) -> tuple[Array, Array]:
    """Give, for pairs of some ends, end << 32 | document in order, and how many compounds stand there."""
    places = ranges(starts[pairs & _LOW], sizes)
    documents = ids[places]
    wanted = german[documents]
    keys = ((pairs >> 32 << 32).repeat(sizes) | documents)[wanted]
    order = np.argsort(keys, kind="stable")  # it finds the order that is there
    keys, often = keys[order], counts[places[wanted][order]]
    first = np.flatnonzero(np.diff(keys, prepend=-1))
    return keys[first], np.add.reduceat(often, first, dtype=np.int64) if len(first) else often


def _standing(words: Words, sizes: Array) -> tuple[dict[bytes, int], frozenset[bytes]]:
    """Give the exact forms of German texts with their stems' numbers, and those that more than one text has.

    sizes: in how many German documents each stem stands.
    """
    often = sizes.tolist()
    known = {
        form.partition(b"\0")[0]: stem
        for form, stem in zip(words.forms, words.owners.tolist(), strict=True)
        if often[stem]
    }
    itself = ((sizes > 0) & (words.itself != 0)).tolist()
    known |= {stem: index for index, (stem, alone) in enumerate(zip(words.stems, itself, strict=True)) if alone}
    return known, frozenset(form for form, stem in known.items() if often[stem] >= _LEAST)
