"""Documents with compounds that end in a word: learned in a large segment, looked for in a small one. Pure.

A small segment knows too few words to tell its compounds; the words of the largest one help it.
"""

import re
from collections.abc import Sequence

import numpy as np

from clipper.search.columns import Array, Terms
from clipper.search.compounds import LEARNED, ends_in, parts
from clipper.search.outlines import Kept
from clipper.search.postings import Columns
from clipper.search.rows import labelled
from clipper.search.segments import Segment
from clipper.search.words import decoded, encoded, exact, stem

_WIDE = 8  # last bytes of a form that are compared at once
_BEHIND = 3  # letters that stand behind a stem at most
_LAST_VOWEL = re.compile(r"([aou])(u?[^aeiou]*)$")
_SPELLED = re.compile("([aou])e")


class Endings:
    """Tells where words stand at the end of compounds in the segments of one moment."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self._most = max((one.columns["text"] for one in segments), key=lambda text: len(text.stems), default=None)
        self._found: dict[tuple[int, str], tuple[Array, Array]] = {}
        self._parts: dict[str, tuple[str, ...]] = {}
        self._known: dict[bytes, bool] = {}

    def standing(self, segment: Segment, name: str, word: str) -> tuple[Array, Array]:
        """Give the German documents with compounds that end in a word, and how often."""
        columns, end = segment.columns[name], stem(word, "de")
        if len(segment.rows.id) >= LEARNED:
            head = columns.stems.find(encoded(end))
            return columns.within.postings(head) if head is not None else _nothing(columns)
        key = (id(columns), end)
        if key not in self._found:
            found = [columns.postings(compound) for compound in self._looked_for(columns, exact(word), end)]
            self._found[key] = _added_up(found, labelled(segment.rows, "de")) if found else _nothing(columns)
        return self._found[key]

    def parts(self, word: str) -> tuple[str, ...]:
        """Give the words that a German word consists of, as far as they are known; none where it is no compound."""
        if word not in self._parts:
            found = parts(encoded(exact(word)), self._knows)
            self._parts[word] = tuple(decoded(part) for part in dict.fromkeys(found))
        return self._parts[word]

    def _looked_for(self, columns: Columns, form: str, end: str) -> set[int]:
        """Give the stems of compounds with this end. form: one in which the word may stand there."""
        compounds: set[int] = set()
        for terms in (columns.forms, columns.stems):
            for begin in _spelled(form, end):
                for index, size in ending(terms, begin, _BEHIND):
                    number = index if terms is columns.stems else columns.owners[index]
                    term = terms[index].partition(b"\0")[0]
                    if number in compounds or stem(term[-size:].decode("utf-8", "replace"), "de") != end:
                        continue
                    if ends_in(term, len(term) - size, self._knows) and (
                        terms is columns.forms or columns.itself[index]
                    ):
                        compounds.add(number)
        return compounds

    def _knows(self, word: bytes) -> bool:
        """Tell whether a word is one of the segment that knows most words."""
        if word not in self._known:
            self._known[word] = self._most is not None and _has(self._most, word)
        return self._known[word]


def _nothing(columns: Columns) -> tuple[Array, Array]:
    return columns.ids.part(0, 0), columns.counts.part(0, 0)


def _added_up(found: Sequence[tuple[Array, Array]], german: Array) -> tuple[Array, Array]:
    """Give the German documents of several lists, each once, and how often they are in all."""
    ids, counts = (np.concatenate(part) for part in zip(*found, strict=True))
    told = german[ids]
    different, place = np.unique(ids[told], return_inverse=True)
    return different, np.bincount(place, weights=counts[told])


def ending(terms: Terms, piece: bytes, behind: int) -> list[tuple[int, int]]:
    """Give the terms whose exact forms end with a piece and at most so many letters behind it.

    Each by its number, and how many letters the piece and what is behind it have.
    """
    found, all_tails = [], _tails.of(terms)
    for more in range(min(behind + 1, _WIDE)):
        size = min(len(piece), _WIDE - more)
        tails = all_tails << np.uint64(8 * more) >> np.uint64(8 * (_WIDE - size))
        near = np.flatnonzero(tails == np.uint64(int.from_bytes(piece[-size:], "little"))).tolist()
        whole = len(piece) + more
        found += [(one, whole) for one in near if terms[one].partition(b"\0")[0][-whole:].startswith(piece)]
    return found


def _made(terms: Terms) -> Array:
    """Give the last bytes of all exact forms, as one number each: the very last counts most."""
    blob, offsets = terms.blob.whole(), terms.offsets.whole()
    ends = offsets[1:].astype(np.int64)
    zeros = np.flatnonzero(blob == 0)
    ends[np.searchsorted(offsets, zeros, side="right") - 1] = zeros
    padded = np.concatenate([np.zeros(_WIDE, dtype=np.uint8), blob])
    tails: Array = np.zeros(len(ends), dtype=np.uint64)
    for number in range(_WIDE):
        tails |= padded[ends + number].astype(np.uint64) << np.uint64(8 * number)
    return tails


_tails = Kept(_made)


def _spelled(form: str, end: str) -> set[bytes]:
    """Give how the exact forms of a stem begin: as the stem, with its last vowel changed (Haus, Haeuser), as form."""
    changed = _LAST_VOWEL.sub(r"\1e\2", end)
    own = next((form[:at] for at in range(len(form), 0, -1) if _SPELLED.sub(r"\1", form[:at]) == end), form)
    return {encoded(end), encoded(changed), encoded(own)}


def _has(columns: Columns, form: bytes) -> bool:
    if columns.stems.find(form) is not None:
        return True
    at = columns.forms.lower(form)
    return at < len(columns.forms) and columns.forms[at].partition(b"\0")[0] == form
