"""What stands within compounds, in columns: for a word, the documents with compounds that end in it. Pure.

Written with a segment of so many documents that its words tell its compounds; smaller ones have none.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from clipper.search.columns import Array, Column, narrow, ranges
from clipper.search.compounds import LEARNED, learned

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
    found = [_gathered(pairs[part], sizes[part], starts, ids, counts, german) for part in map(slice, cuts, cuts[1:])]
    if not found:
        return NOTHING
    keys, often = (np.concatenate(column) for column in zip(*found, strict=True))
    heads, begins = np.unique(keys >> 32, return_index=True)
    return Within(
        heads=Column(heads.astype(np.uint32)),
        starts=Column(narrow(np.append(begins, len(keys)))),
        ids=Column(narrow(keys & _LOW)),
        counts=Column(narrow(often)),
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


NOTHING = Within(*(Column(np.zeros(count, dtype=np.uint8)) for count in (0, 1, 0, 0)))


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
