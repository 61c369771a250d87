"""The postings of one field in columns: stems in order, and for each the documents and places where it stands. Pure.

A stem's posting holds a code for each place: position * 4096 + a 12-bit check sum of the exact form, so that a phrase
finds exact words in a list of stems, and a prefix the documents of one form. Forms that are no stems are a list of
their own: "exact", and after a zero byte the surface where that is another; with its stem and the number of documents.
"""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import merge
from zlib import crc32

import numpy as np

from clipper.search.columns import Array, Column, Terms, narrow, ranges, terms_of
from clipper.search.within import Within, Words, within
from clipper.search.words import exact, stem, surface, words

FORM_BITS = 12
FORM_MASK = (1 << FORM_BITS) - 1
_LAST_POSITION = (1 << (32 - FORM_BITS)) - 2  # words further on stand there together
_PIECE = 4096
_LOW = np.uint64(0xFFFFFFFF)


def form_code(exact_form: str) -> int:
    """Give the check sum of an exact form that postings carry."""
    return crc32(exact_form.encode("utf-8", "surrogatepass")) & FORM_MASK


@dataclass(frozen=True, slots=True)
class Columns:
    """A field of a segment. Stem i stands in the documents ids[starts[i]:starts[i + 1]], as often as counts says, at
    codes[places[i]:places[i + 1]]. Form i belongs to stem owners[i] and stands in spread[i] documents. within:
    by compounds."""

    stems: Terms
    starts: Column
    ids: Column
    counts: Column
    places: Column
    codes: Column
    forms: Terms
    owners: Column
    spread: Column
    within: Within

    def postings(self, index: int) -> tuple[Array, Array]:
        """Give a stem's documents and how often it stands in each."""
        start, stop = self.starts[index], self.starts[index + 1]
        return self.ids.part(start, stop), self.counts.part(start, stop)

    def documents(self, indexes: range) -> Array:
        """Give the documents of neighbouring stems, as they come (not in order, some twice)."""
        if not indexes:
            return self.ids.part(0, 0)
        return self.ids.part(self.starts[indexes.start], self.starts[indexes.stop])

    def at(self, index: int, within: Array | None = None) -> tuple[Array, Array]:
        """Give a stem's documents, one for each place, and the codes of the places. within: a mask of documents."""
        ids, counts = self.postings(index)
        codes = self.codes.part(self.places[index], self.places[index + 1])
        if within is None:
            return np.repeat(ids, counts), codes
        kept = np.flatnonzero(within[ids])
        begins = np.cumsum(counts, dtype=np.int64) - counts
        return np.repeat(ids[kept], counts[kept]), codes[ranges(begins[kept], counts[kept])]

    def beginning(self, prefix: bytes) -> Array:
        """Give the documents of all words that begin with prefix, by stem or by form, as they come."""
        stems = self.stems.beginning(prefix)
        found = [self.documents(stems)]
        forms = self.forms.beginning(prefix)
        owners = self.owners.part(forms.start, forms.stop)
        outside = np.flatnonzero((owners < stems.start) | (owners >= stems.stop))
        if len(outside):
            near = self.forms.between(forms.start, forms.stop)
            codes = np.fromiter((crc32(near[one].partition(b"\0")[0]) for one in outside.tolist()), dtype=np.int64)
            found.append(self._of_forms(owners[outside].astype(np.int64) << FORM_BITS | codes & FORM_MASK))
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
        found: Array = documents[wanted[near] == met]
        return found


class _Known(dict[str, int]):
    """Words of one language -> their numbers among the words of a stream; a new word is learned when it is met."""

    def __init__(self, stream: "Stream", language: str) -> None:
        super().__init__()
        self._stream, self._language = stream, language

    def __missing__(self, word: str) -> int:
        self[word] = number = self._stream.learn(word, self._language)
        return number


class Stream:
    """The words of a field as documents come in, to become Columns."""

    def __init__(self) -> None:
        self._known: dict[str, _Known] = {}
        self._stems: dict[bytes, int] = {}
        self._forms: dict[tuple[bytes, int], int] = {}
        self._stem_of, self._code_of, self._form_of = array("I"), array("I"), array("i")  # of each word
        self._words = array("I")
        self._documents: list[tuple[int, int]] = []  # number and count of words

    def add(self, id: int, text: str, language: str) -> int:
        """Take in a document's text (ids ascend); give how many words it has."""
        known = self._known.get(language)
        if known is None:
            known = self._known[language] = _Known(self, language)
        found = words(text)
        self._words.extend(map(known.__getitem__, found))
        self._documents.append((id, len(found)))
        return len(found)

    def learn(self, word: str, language: str) -> int:
        """Give a word that was not met before its number."""
        bare, form, code = _analysed(word, language)
        owner = self._stems.setdefault(bare, len(self._stems))
        self._stem_of.append(owner)
        self._code_of.append(code)
        self._form_of.append(-1 if form is None else self._forms.setdefault((form, owner), len(self._forms)))
        return len(self._stem_of) - 1

    def columns(self, german: Array) -> Columns:
        """Give what came in, in columns. german: which documents are in German."""
        stems, forms = in_order(list(self._stems)), sorted(self._forms)
        rank = _ranked([self._stems[term] for term in stems])
        words_ = np.frombuffer(self._words, dtype=np.uint32) if len(self._words) else np.zeros(0, dtype=np.uint32)
        table = np.array(self._documents, dtype=np.int64).reshape(len(self._documents), 2)
        ids = np.repeat(table[:, 0], table[:, 1]).astype(np.uint32)
        ends = np.cumsum(table[:, 1])
        positions = np.arange(len(words_)) - np.repeat(ends - table[:, 1], table[:, 1])
        np.minimum(positions, _LAST_POSITION, out=positions)
        codes = (positions << FORM_BITS).astype(np.uint32)
        if len(words_):
            codes |= np.frombuffer(self._code_of, dtype=np.uint32)[words_]
            numbers = rank[np.frombuffer(self._stem_of, dtype=np.uint32)[words_]]
        else:
            numbers = np.zeros(0, dtype=np.int64)
        order = by_number(numbers)
        numbers, ordered, codes = numbers[order], ids[order], codes[order]
        first = np.ones(len(numbers), dtype=bool)
        first[1:] = (numbers[1:] != numbers[:-1]) | (ordered[1:] != ordered[:-1])
        begins = np.flatnonzero(first)
        counts = np.diff(np.append(begins, len(numbers)))
        spread = self._spread(words_, ids)
        kept = [self._forms[form] for form in forms]
        return assembled(
            stems,
            numbers[begins],
            ordered[begins],
            counts,
            codes,
            forms=[form for form, _ in forms],
            owners=rank[[owner for _, owner in forms]] if forms else rank[:0],
            spread=spread[kept] if kept else spread[:0],
            german=german,
        )

    def _spread(self, words_: Array, ids: Array) -> Array:
        """Give in how many documents each form stands."""
        if not self._forms:
            return np.zeros(0, dtype=np.int64)
        forms = np.frombuffer(self._form_of, dtype=np.int32)[words_]
        shown = forms >= 0
        pairs = np.unique((forms[shown].astype(np.int64) << 32) | ids[shown])
        return np.bincount(pairs >> 32, minlength=len(self._forms))


@lru_cache(maxsize=1 << 15)
def _analysed(word: str, language: str) -> tuple[bytes, bytes | None, int]:
    """Give a word's stem, its form where that is another, and the check sum of its exact form."""
    bare, form = stem(word, language), exact(word)
    code, shown = form_code(form), None
    if form != bare:
        seen = surface(word)
        shown = (form if form == seen else f"{form}\0{seen}").encode("utf-8", "surrogatepass")
    return bare.encode("utf-8", "surrogatepass"), shown, code


def by_number(numbers: Array) -> Array:
    """Give the order that sorts numbers below 2**32, equal ones as they came; quicker than a stable argsort."""
    keys = (numbers.astype(np.uint64) << np.uint64(32)) | np.arange(len(numbers), dtype=np.uint64)
    keys.sort()
    return (keys & _LOW).astype(np.int64)


def in_order(terms: list[bytes]) -> list[bytes]:
    """Sort in pieces first: one long sort would hold the GIL, and with it the window, for 50 ms and more."""
    pieces = [sorted(terms[at : at + _PIECE]) for at in range(0, len(terms), _PIECE)]
    return list(merge(*pieces)) if len(pieces) > 1 else [term for piece in pieces for term in piece]


def assembled(
    stems: Sequence[bytes],
    numbers: Array,
    ids: Array,
    counts: Array,
    codes: Array,
    *,
    forms: Sequence[bytes],
    owners: Array,
    spread: Array,
    german: Array,
) -> Columns:
    """Lay out postings in the order of stems (numbers ascend), leaving out stems and forms without any."""
    size = np.bincount(numbers, minlength=len(stems)) if len(stems) else np.zeros(0, dtype=np.int64)
    used = np.flatnonzero(size)
    kept = [stems[index] for index in used.tolist()]
    starts = np.append(0, np.cumsum(size[used]))
    total = np.append(0, np.cumsum(counts, dtype=np.int64))
    shown = np.flatnonzero(spread)
    known = [forms[index] for index in shown.tolist()]
    of_forms = np.searchsorted(used, owners[shown]).astype(np.uint32)
    words_ = Words(kept, total[starts], codes, known, of_forms, FORM_MASK)
    return Columns(
        stems=terms_of(kept),
        starts=Column(narrow(starts)),
        ids=Column(narrow(ids)),
        counts=Column(narrow(counts)),
        places=Column(narrow(total[starts])),
        codes=Column(codes.astype(np.uint32, copy=False)),
        forms=terms_of(known),
        owners=Column(of_forms),
        spread=Column(narrow(spread[shown])),
        within=within(words_, starts, ids, counts, german),
    )


def _ranked(order: Sequence[int]) -> Array:
    """Give the place that each number has in an order."""
    rank = np.empty(len(order), dtype=np.int64)
    rank[list(order)] = np.arange(len(order))
    return rank
