"""The postings of one field in columns: stems in order, and for each the documents and places where it stands. Pure.

A stem's posting holds a code for each place: position * 4096 + a 12-bit check sum of the exact form, so that a phrase
finds exact words in a list of stems, and a prefix the documents of one form. Forms that are no stems are a list of
their own: "exact", and after a zero byte the surface where that is another; with its stem and the number of documents.
"""

from dataclasses import dataclass
from zlib import crc32

import numpy as np

from clipper.search.columns import Array, Column, Terms, ranges
from clipper.search.within import Within
from clipper.search.words import encoded

FORM_BITS = 12
FORM_MASK = (1 << FORM_BITS) - 1
LAST_POSITION = (1 << (32 - FORM_BITS)) - 2  # words further on stand there together


def form_code(exact_form: str) -> int:
    """Give the check sum of an exact form that postings carry."""
    return code_of(encoded(exact_form))


def code_of(written: bytes) -> int:
    """Give the check sum of an exact form as terms are kept."""
    return crc32(written) & FORM_MASK


@dataclass(frozen=True, slots=True)
class Columns:
    """A field of a segment. Stem i stands in the documents ids[starts[i]:starts[i + 1]], as often as counts says, at
    codes[places[i]:places[i + 1]]. Form i belongs to stem owners[i] and stands in spread[i] documents. stem_sums and
    form_sums: the check sums of stems and of forms, as codes have them. itself: whether a stem stands there as a word.
    within: by compounds."""

    stems: Terms
    starts: Column
    ids: Column
    counts: Column
    places: Column
    codes: Column
    stem_sums: Column
    itself: Column
    forms: Terms
    owners: Column
    spread: Column
    form_sums: Column
    within: Within

    def postings(self, index: int) -> tuple[Array, Array]:
        """Give a stem's documents and how often it stands in each."""
        start, stop = self.starts.part(index, index + 2).tolist()
        return self.ids.part(start, stop), self.counts.part(start, stop)

    def documents(self, indexes: range) -> Array:
        """Give the documents of neighbouring stems, as they come (not in order, some twice)."""
        if not indexes:
            return self.ids.part(0, 0)
        return self.ids.part(self.starts[indexes.start], self.starts[indexes.stop])

    def at(self, index: int, documents: range, within: Array | None = None) -> tuple[Array, Array, Array]:
        """Give those of neighbouring documents in which a stem stands, how often, and the codes of its places.

        Documents count from the first of them. within: a mask of those to give.
        """
        ids, counts = self.postings(index)
        start, stop = self.places.part(index, index + 2).tolist()
        if documents.start or documents.stop <= ids[-1]:
            first, last = np.searchsorted(ids, (documents.start, documents.stop)).tolist()
            start += int(counts[:first].sum(dtype=np.int64))
            ids, counts = ids[first:last].astype(np.uint32) - np.uint32(documents.start), counts[first:last]
            stop = start + int(counts.sum(dtype=np.int64))
        codes = self.codes.part(start, stop)
        if within is None:
            return ids, counts, codes
        inside = within[ids]
        kept = np.flatnonzero(inside)
        if len(kept) == len(ids):
            return ids, counts, codes
        if 2 * len(kept) > len(ids):
            codes = codes.compress(np.repeat(inside, counts))
        else:
            begins = np.cumsum(counts, dtype=np.int64) - counts
            codes = codes[ranges(begins[kept], counts[kept])]
        return ids[kept], counts[kept], codes

    def beginning(self, prefix: bytes) -> Array:
        """Give the documents of all words that begin with prefix, by stem or by form, as they come."""
        stems = self.stems.beginning(prefix)
        found = [self.documents(stems)]
        forms = self.forms.beginning(prefix)
        owners = self.owners.part(forms.start, forms.stop)
        outside = np.flatnonzero((owners < stems.start) | (owners >= stems.stop))
        if len(outside):
            sums = self.form_sums.part(forms.start, forms.stop)
            found.append(self._of_forms(owners[outside].astype(np.int64) << FORM_BITS | sums[outside]))
        return np.concatenate(found) if len(found) > 1 else found[0]

    def _of_forms(self, forms: Array) -> Array:
        """Give the documents of forms, as they come. forms: the number of a stem << 12 | the form's check sum."""
        wanted = np.unique(forms)
        stems = np.unique(wanted >> FORM_BITS)
        first, last = int(stems[0]), int(stems[-1]) + 1
        starts, places = (column.part(first, last + 1).astype(np.int64) for column in (self.starts, self.places))
        ids, counts = (column.part(int(starts[0]), int(starts[-1])) for column in (self.ids, self.counts))
        codes = self.codes.part(int(places[0]), int(places[-1])) & FORM_MASK
        at = stems - first
        postings = ranges(starts[at] - starts[0], starts[at + 1] - starts[at])
        documents = np.repeat(ids[postings], counts[postings])
        sizes = places[at + 1] - places[at]
        met = np.repeat(stems << FORM_BITS, sizes) | codes[ranges(places[at] - places[0], sizes)]
        near = np.minimum(np.searchsorted(wanted, met), len(wanted) - 1)
        found: Array = documents.compress(wanted[near] == met)
        return found
