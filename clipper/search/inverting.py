"""Texts turned over: words that came in document by document become columns, term by term. Pure."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from clipper.search.analysing import Analysed, analysed
from clipper.search.columns import Array, Column, narrow, terms_of
from clipper.search.postings import FORM_BITS, LAST_POSITION, Columns, code_of
from clipper.search.within import Words, within
from clipper.search.words import words

_PIECE = 4096
_LOW = np.uint64(0xFFFFFFFF)


class _Numbers(dict[str, int]):
    """Words of one language -> their numbers among the words of a stream; a new word is given one when it is met."""

    def __init__(self, stream: "Stream") -> None:
        super().__init__()
        self._stream = stream

    def __missing__(self, word: str) -> int:
        number = self[word] = self._stream.count
        self._stream.count += 1
        return number


class Stream:
    """Words as they come in, and what is known of each different one. count: how many different words came."""

    def __init__(self) -> None:
        self.count = 0
        self._numbers: dict[str, _Numbers] = {}
        self._words = array("I")
        self._documents, self._sizes = array("I"), array("I")

    def add(self, id: int, text: str, language: str) -> int:
        """Take in a document's text (ids ascend); give how many words it has."""
        numbers = self._numbers.get(language)
        if numbers is None:
            numbers = self._numbers[language] = _Numbers(self)
        found = words(text)
        self._words.fromlist(list(map(numbers.__getitem__, found)))
        self._documents.append(id)
        self._sizes.append(len(found))
        return len(found)

    def columns(self, german: Array) -> Columns:
        """Give what came in, in columns. german: which documents are in German."""
        known = self._known()
        tokens = np.array(self._words, dtype=np.uint32)
        sizes = np.array(self._sizes, dtype=np.int64)
        documents = np.repeat(np.array(self._documents, dtype=np.uint32), sizes)
        order = by_number(known.stem_of[tokens])
        codes = np.arange(len(tokens), dtype=np.uint32)
        codes -= np.repeat((np.cumsum(sizes) - sizes).astype(np.uint32), sizes)
        np.minimum(codes, LAST_POSITION, out=codes)
        codes <<= FORM_BITS
        codes |= known.sums[tokens]
        codes = codes[order]
        numbers, ids = known.stem_of[tokens][order], documents[order]
        del order
        first = np.ones(len(numbers), dtype=bool)
        first[1:] = (numbers[1:] != numbers[:-1]) | (ids[1:] != ids[:-1])
        begins = np.flatnonzero(first)
        starts = np.searchsorted(numbers[begins], np.arange(len(known.stems) + 1))
        counts = np.diff(begins, append=len(numbers))
        ids = ids[begins]
        spread = _spread(known.form_of[tokens], documents, len(known.forms))
        return Columns(
            stems=terms_of(known.stems),
            starts=Column(narrow(starts)),
            ids=Column(narrow(ids)),
            counts=Column(narrow(counts)),
            places=Column(narrow(np.append(begins, len(numbers))[starts])),
            codes=Column(codes),
            stem_sums=Column(np.fromiter(map(code_of, known.stems), dtype=np.uint16, count=len(known.stems))),
            itself=Column(known.itself),
            forms=terms_of(known.forms),
            owners=Column(known.owners),
            spread=Column(narrow(spread)),
            form_sums=Column(known.form_sums),
            within=within(Words(known.stems, known.itself, known.forms, known.owners), starts, ids, counts, german),
        )

    def _known(self) -> "_Known":
        known = self._analysed()
        stems, stem_of = numbered([stem for stem, _, _ in known])
        itself = np.zeros(len(stems), dtype=np.uint8)
        itself[stem_of[[number for number, (_, form, _) in enumerate(known) if form is None]]] = 1
        sums = np.fromiter((code for _, _, code in known), dtype=np.uint32, count=len(known))
        forms, owners, form_of = _forms(known, stem_of)
        form_sums = np.zeros(len(forms), dtype=np.uint16)
        form_sums[form_of[form_of >= 0]] = sums[form_of >= 0]
        return _Known(stems, stem_of, sums, itself, forms, owners, form_sums, form_of)

    def _analysed(self) -> list[Analysed]:
        """Give what is known of each word, in the order of their numbers."""
        if len(self._numbers) == 1:
            ((language, numbers),) = self._numbers.items()
            return list(analysed(list(numbers), language))
        found: list[Analysed] = [(b"", None, 0)] * self.count
        for language, numbers in self._numbers.items():
            for number, one in zip(numbers.values(), analysed(list(numbers), language), strict=True):
                found[number] = one
        return found


@dataclass(frozen=True, slots=True)
class _Known:
    """The stems and forms of a stream in order, and of each of its words stem, check sum and form (-1: it has none).

    itself: whether a stem is a word. owners, form_sums: stem and check sum of each form.
    """

    stems: list[bytes]
    stem_of: Array
    sums: Array
    itself: Array
    forms: list[bytes]
    owners: Array
    form_sums: Array
    form_of: Array


def _forms(known: Sequence[Analysed], stem_of: Array) -> tuple[list[bytes], Array, Array]:
    """Give the different forms in order, the stem that each belongs to, and the form of each word (-1: it has none)."""
    owners = stem_of.tolist()
    keys = {word: owned(form, owners[word]) for word, (_, form, _) in enumerate(known) if form is not None}
    different, places = numbered(list(keys.values()))
    form_of = np.full(len(known), -1, dtype=np.int32)
    form_of[np.fromiter(keys, dtype=np.int64, count=len(keys))] = places
    return *parted(different), form_of


def _spread(forms: Array, documents: Array, count: int) -> Array:
    """Give in how many documents each form stands. forms, documents: of each word of the texts."""
    shown = forms >= 0
    pairs = (forms[shown].astype(np.uint64) << np.uint64(32)) | documents[shown]
    pairs.sort()
    first = np.ones(len(pairs), dtype=bool)
    first[1:] = pairs[1:] != pairs[:-1]
    return np.bincount((pairs[first] >> np.uint64(32)).astype(np.int64), minlength=count)


def owned(form: bytes, stem: int) -> bytes:
    """Give a form with its stem as one key. Keys stand in the order of their forms: no form has two zeros in a row."""
    return b"%b\0\0%b" % (form, stem.to_bytes(4, "big"))


def parted(keys: Sequence[bytes]) -> tuple[list[bytes], Array]:
    """Give the forms of keys, and their stems."""
    stems = np.frombuffer(b"".join([key[-4:] for key in keys]), dtype=">u4").astype(np.uint32)
    return [key[:-6] for key in keys], stems


def numbered(terms: Sequence[bytes]) -> tuple[list[bytes], Array]:
    """Give the different ones of terms in order, and the place that each of terms has among them."""
    different = in_order(list(dict.fromkeys(terms)))
    place = {term: number for number, term in enumerate(different)}
    return different, np.fromiter(map(place.__getitem__, terms), dtype=np.uint32, count=len(terms))


def by_number(numbers: Array) -> Array:
    """Give the order that sorts numbers below 2**32, equal ones as they came; quicker than a stable argsort."""
    keys = numbers.astype(np.uint64)
    keys <<= np.uint64(32)
    keys |= np.arange(len(numbers), dtype=np.uint32)
    keys.sort()
    keys &= _LOW
    return keys.view(np.int64)


def in_order(terms: list[bytes]) -> list[bytes]:
    """Sort in pieces first: one long sort would hold the GIL, and with it the window, for 50 ms and more."""
    pieces = [sorted(terms[at : at + _PIECE]) for at in range(0, len(terms), _PIECE)]
    joined = [term for piece in pieces for term in piece]
    if len(pieces) > 1:
        joined.sort()  # merges the pieces
    return joined
