"""The postings of one field in columns: terms in order, and for each the documents and places where it stands. Pure.

A term is bytes: the stem of a word, or "=" and the exact form of a word whose stem is another one (for prefixes; where
the surface differs, too, it follows after a zero byte). A stem's posting holds a code for each place: position * 4096 +
a 12-bit check sum of the exact form, so that a phrase finds exact words in a list of stems. An exact form's has none.
"""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from heapq import merge
from itertools import pairwise
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from clipper.search.words import exact, stem, surface, words

Array = NDArray[Any]

FORM_BITS = 12
FORM_MASK = (1 << FORM_BITS) - 1
_LAST_POSITION = (1 << (32 - FORM_BITS)) - 2  # words further on stand there together
_NO_CODE = 0xFFFFFFFF
_PIECE = 4096


def form_code(exact_form: str) -> int:
    """Give the check sum of an exact form that postings carry."""
    return crc32(exact_form.encode("utf-8", "surrogatepass")) & FORM_MASK


@dataclass(frozen=True, slots=True)
class Columns:
    """A field of a segment. Term i is blob[offsets[i]:offsets[i + 1]]; its documents are ids[starts[i]:starts[i + 1]],
    as often as counts says (0: an exact form), at codes[places[i]:places[i + 1]]."""

    offsets: Array
    blob: Array
    starts: Array
    ids: Array
    counts: Array
    places: Array
    codes: Array

    def term(self, index: int) -> bytes:
        return self.blob[self.offsets[index] : self.offsets[index + 1]].tobytes()

    def terms(self) -> list[bytes]:
        """Give all terms, in order."""
        whole = self.blob.tobytes()
        return [whole[a:b] for a, b in pairwise(self.offsets.tolist())]

    def lower(self, term: bytes) -> int:
        """Give the index of the first term that is not before this one."""
        low, high = 0, len(self.offsets) - 1
        while low < high:
            middle = (low + high) // 2
            if self.term(middle) < term:
                low = middle + 1
            else:
                high = middle
        return low

    def find(self, term: bytes) -> int | None:
        index = self.lower(term)
        return index if index < len(self.offsets) - 1 and self.term(index) == term else None

    def beginning(self, prefix: bytes) -> range:
        """Give the indexes of the terms that begin with prefix."""
        return range(self.lower(prefix), self.lower(prefix + b"\xff"))

    def postings(self, index: int) -> tuple[Array, Array]:
        """Give a term's documents and how often it stands in each."""
        part = slice(int(self.starts[index]), int(self.starts[index + 1]))
        return self.ids[part], self.counts[part]

    def documents(self, indexes: range) -> Array:
        """Give the documents of neighbouring terms, as they come (not in order, some twice)."""
        if not indexes:
            return self.ids[:0]
        return self.ids[int(self.starts[indexes.start]) : int(self.starts[indexes.stop])]

    def at(self, index: int) -> tuple[Array, Array]:
        """Give a term's documents, one for each place, and the codes of the places."""
        ids, counts = self.postings(index)
        codes = self.codes[int(self.places[index]) : int(self.places[index + 1])]
        return np.repeat(ids, counts), codes


class Stream:
    """The words of a field as documents come in, to become Columns."""

    def __init__(self) -> None:
        self._terms: dict[bytes, int] = {}
        self._known: dict[str, dict[str, tuple[int, int, int]]] = {}
        self._numbers, self._ids, self._codes = array("I"), array("I"), array("I")

    def add(self, id: int, text: str, language: str) -> int:
        """Take in a document's text (ids ascend); give how many words it has."""
        known = self._known.setdefault(language, {})
        numbers: list[int] = []
        codes: list[int] = []
        forms: set[int] = set()
        found = words(text)
        for position, word in enumerate(found):
            entry = known.get(word) or self._learn(word, language)
            numbers.append(entry[0])
            codes.append((min(position, _LAST_POSITION) << FORM_BITS) | entry[1])
            if entry[2] >= 0:
                forms.add(entry[2])
        self._numbers.extend(numbers)
        self._codes.extend(codes)
        self._numbers.extend(forms)
        self._codes.extend([_NO_CODE] * len(forms))
        self._ids.extend([id] * (len(numbers) + len(forms)))
        return len(found)

    def columns(self) -> Columns:
        """Give what came in, in columns."""
        terms = _in_order(list(self._terms))
        rank = np.empty(len(terms), dtype=np.int64)
        rank[[self._terms[term] for term in terms]] = np.arange(len(terms))
        numbers = rank[np.frombuffer(self._numbers, dtype=np.uint32)] if terms else np.zeros(0, dtype=np.int64)
        order = np.argsort(numbers, kind="stable")
        numbers = numbers[order]
        ids = np.frombuffer(self._ids, dtype=np.uint32)[order] if terms else np.zeros(0, dtype=np.uint32)
        codes = np.frombuffer(self._codes, dtype=np.uint32)[order] if terms else np.zeros(0, dtype=np.uint32)
        first = np.ones(len(numbers), dtype=bool)
        first[1:] = (numbers[1:] != numbers[:-1]) | (ids[1:] != ids[:-1])
        begins = np.flatnonzero(first)
        counts = np.diff(np.append(begins, len(numbers)))
        counts[codes[begins] == _NO_CODE] = 0
        return _assembled(terms, numbers[begins], ids[begins], counts, codes[codes != _NO_CODE])

    def _learn(self, word: str, language: str) -> tuple[int, int, int]:
        bare, form, seen = stem(word, language), exact(word), surface(word)
        number = self._number(bare.encode("utf-8", "surrogatepass"))
        spelled = -1
        if form != bare:
            shown = f"={form}" if form == seen else f"={form}\0{seen}"
            spelled = self._number(shown.encode("utf-8", "surrogatepass"))
        entry = self._known[language][word] = (number, form_code(form), spelled)
        return entry

    def _number(self, term: bytes) -> int:
        return self._terms.setdefault(term, len(self._terms))


def merged(parts: Sequence[tuple[Columns, Array]]) -> Columns:
    """Join columns. Each comes with the new numbers of its documents (-1: gone); these ascend from part to part.

    Arrays are narrow and dropped as soon as may be: ten thousand articles take about 100 MB while they are joined.
    """
    lists = [columns.terms() for columns, _ in parts]
    different: dict[bytes, None] = {}
    for own in lists:
        different.update(dict.fromkeys(own))
    terms = _in_order(list(different))
    rank = {term: index for index, term in enumerate(terms)}
    numbers, ids, counts, begins = [], [], [], []
    shift = 0
    for (columns, mapped), own in zip(parts, lists, strict=True):
        ranks = np.fromiter((rank[term] for term in own), dtype=np.int32, count=len(own))
        id = mapped.astype(np.int32)[columns.ids]
        kept = id >= 0
        numbers.append(np.repeat(ranks, np.diff(columns.starts))[kept])
        ids.append(id[kept])
        counts.append(columns.counts[kept])
        begins.append((np.cumsum(columns.counts, dtype=np.int64) - columns.counts + shift)[kept])
        shift += len(columns.codes)
    del lists, rank, different
    number = np.concatenate(numbers)
    order = np.argsort(number, kind="stable")
    number, id, count = number[order], np.concatenate(ids)[order], np.concatenate(counts)[order]
    begin = np.concatenate(begins)[order]
    del numbers, ids, counts, begins, order
    begin -= np.cumsum(count, dtype=np.int64) - count
    places = np.repeat(begin, count)
    places += np.arange(len(places))
    codes = np.concatenate([columns.codes for columns, _ in parts])[places]
    del places, begin
    return _assembled(terms, number, id, count, codes)


def _in_order(terms: list[bytes]) -> list[bytes]:
    """Sort in pieces first: one long sort would hold the GIL, and with it the window, for 50 ms and more."""
    pieces = [sorted(terms[at : at + _PIECE]) for at in range(0, len(terms), _PIECE)]
    return list(merge(*pieces)) if len(pieces) > 1 else [term for piece in pieces for term in piece]


def _assembled(terms: list[bytes], numbers: Array, ids: Array, counts: Array, codes: Array) -> Columns:
    """Lay out postings in the order of terms, leaving out terms without any."""
    used = np.flatnonzero(np.bincount(numbers, minlength=len(terms))) if terms else np.zeros(0, dtype=np.int64)
    kept = [terms[index] for index in used.tolist()]
    starts = np.append(np.searchsorted(numbers, used), len(numbers))
    total = np.append(0, np.cumsum(counts, dtype=np.int64))
    return Columns(
        offsets=np.cumsum([0, *(len(term) for term in kept)], dtype=np.uint32),
        blob=np.frombuffer(b"".join(kept), dtype=np.uint8),
        starts=starts.astype(np.uint32),
        ids=ids.astype(np.uint32),
        counts=counts.astype(np.uint16 if not len(counts) or counts.max() < 1 << 16 else np.uint32),
        places=total[starts].astype(np.uint64),
        codes=codes.astype(np.uint32),
    )
