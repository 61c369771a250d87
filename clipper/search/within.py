"""What stands within compounds, in columns: for a word, the documents with compounds that end in it. Pure.

Written with a segment of so many documents that its words tell its compounds; smaller ones have none.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np

from clipper.search.columns import Array, Column, narrow, ranges
from clipper.search.compounds import LEARNED, learned

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
    """The words of a field, in the order of postings.Columns: stems, where their places start, the codes there; forms.

    owners: the number of the stem of each form. mask: the bits of a code that are the check sum of a form.
    """

    stems: Sequence[bytes]
    places: Array
    codes: Array
    forms: Sequence[bytes]
    owners: Array
    mask: int


def within(words: Words, starts: Array, ids: Array, counts: Array, german: Array) -> Within:
    """Give what stands within compounds. german: which documents are in German; the rest as postings.Columns has it."""
    pairs = np.zeros(0, dtype=np.int64)
    if len(german) >= LEARNED and np.any(german):
        run = np.append(0, np.cumsum(german[ids]))
        stems, heads = _standing(words, run[starts[1:]] - run[starts[:-1]])
        pairs = np.unique(np.array(learned(stems, heads), dtype=np.int64))
    ends, compounds = pairs >> 32, pairs & 0xFFFFFFFF
    sizes = starts[compounds + 1] - starts[compounds]
    places = ranges(starts[compounds], sizes)
    documents = ids[places].astype(np.int64)
    wanted = german[documents]
    keys = ((np.repeat(ends, sizes) << 32) | documents)[wanted]
    order = np.argsort(keys, kind="stable")  # it finds the order that is there
    keys, often = keys[order], counts[places][wanted][order]
    first = np.flatnonzero(np.diff(keys, prepend=-1))
    different = keys[first]
    heads, begins = np.unique(different >> 32, return_index=True)
    return Within(
        heads=Column(heads.astype(np.uint32)),
        starts=Column(narrow(np.append(begins, len(different)))),
        ids=Column(narrow(different & 0xFFFFFFFF)),
        counts=Column(narrow(np.add.reduceat(often, first, dtype=np.int64) if len(first) else often)),
    )


def _standing(words: Words, sizes: Array) -> tuple[dict[bytes, int], frozenset[bytes]]:
    """Give the exact forms of German texts with their stems' numbers, and those that more than one text has.

    sizes: in how many German documents each stem stands. A stem is a form itself where its places have its check sum.
    """
    told = np.flatnonzero(sizes)
    sums = np.full(len(words.stems), words.mask + 1, dtype=np.uint32)
    sums[told] = [crc32(words.stems[index]) & words.mask for index in told.tolist()]
    same = (words.codes & np.uint32(words.mask)) == np.repeat(sums, np.diff(words.places))
    itself = np.flatnonzero(np.logical_or.reduceat(same, words.places[:-1]))
    often = sizes.tolist()
    known = {
        form.partition(b"\0")[0]: stem
        for form, stem in zip(words.forms, words.owners.tolist(), strict=True)
        if often[stem]
    }
    known |= {words.stems[index]: index for index in itself.tolist()}
    return known, frozenset(form for form, stem in known.items() if often[stem] >= _LEAST)
