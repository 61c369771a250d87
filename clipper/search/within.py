"""What stands within compounds, in columns: for a word, the documents with compounds that end in it. Pure.

Written with a segment of so many documents that its words tell its compounds; smaller ones have none.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from clipper.search.columns import Array, Column, narrow, ranges
from clipper.search.compounds import LEARNED, learned


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


def within(stems: Sequence[bytes], starts: Array, ids: Array, counts: Array, german: Array) -> Within:
    """Give what stands within compounds. german: which documents are in German; the rest as postings.Columns has it."""
    pairs = np.zeros(0, dtype=np.int64)
    if len(german) >= LEARNED and np.any(german):
        told = np.flatnonzero(np.add.reduceat(german[ids].astype(np.int32), starts[:-1]))
        pairs = np.array(learned(stems, np.diff(starts).tolist(), told.tolist()), dtype=np.int64)
        pairs.sort()
    ends, compounds = pairs >> 32, pairs & 0xFFFFFFFF
    sizes = starts[compounds + 1] - starts[compounds]
    places = ranges(starts[compounds], sizes)
    documents = ids[places].astype(np.int64)
    wanted = german[documents]
    keys = ((np.repeat(ends, sizes) << 32) | documents)[wanted]
    different, place = np.unique(keys, return_inverse=True)
    heads, begins = np.unique(different >> 32, return_index=True)
    return Within(
        heads=Column(heads.astype(np.uint32)),
        starts=Column(narrow(np.append(begins, len(different)))),
        ids=Column(narrow(different & 0xFFFFFFFF)),
        counts=Column(narrow(np.bincount(place, weights=counts[places][wanted]).astype(np.int64))),
    )
