"""The stems under which the words of a query stand: each counts in the texts of its own language only. Never writes.

So care finds no car in an English text, though German would cut its last letter. A word is asked for as it would stand
in each language, so that names meet everywhere.
"""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from clipper.search.columns import Array
from clipper.search.nearness import Term
from clipper.search.segments import Segment
from clipper.search.words import encoded, query_stems

_NAMES = frozenset(("site", "author"))  # fields of names, which are in no language
_MOST_KEPT = 64  # masks, of as many bytes as a segment has documents


class Meaning:
    """Tells under which stems words stand in the segments of one moment."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self.languages = frozenset(value for one in segments for value in one.rows.labels["language"].values)
        self._masks: dict[tuple[int, frozenset[str]], Array] = {}
        self._whole: set[tuple[int, frozenset[str]]] = set()

    def terms(self, segment: Segment, name: str, word: str) -> list[Term]:
        """Give the numbers of the stems in a field, each with the documents in which it answers the word."""
        stems = segment.columns[name].stems
        if name in _NAMES:
            return [
                (number, None) for stem in query_stems(word, "") if (number := stems.find(encoded(stem))) is not None
            ]
        return [
            (number, self._told(segment, languages))
            for stem, languages in _meant(word, self.languages)
            if (number := stems.find(stem)) is not None
        ]

    def everywhere(self, segment: Segment, name: str, word: str) -> list[Term]:
        """Give the numbers of all stems that the exact form of a word may have, whatever the language."""
        stems = segment.columns[name].stems
        return [(number, None) for stem, _ in _meant(word, self.languages) if (number := stems.find(stem)) is not None]

    def _told(self, segment: Segment, languages: frozenset[str]) -> Array | None:
        """Give the mask of the documents in some languages, None where all are."""
        key = (id(segment), languages)
        if key in self._whole:
            return None
        mask = self._masks.get(key)  # another thread may forget it meanwhile
        if mask is None:
            labels = segment.rows.labels["language"]
            told = np.array([value in languages for value in labels.values], dtype=bool)
            if told.all():
                self._whole.add(key)
                return None
            if len(self._masks) >= _MOST_KEPT:
                self._masks.clear()
            mask = self._masks[key] = told[labels.numbers]
        return mask


@lru_cache(maxsize=1024)
def _meant(word: str, languages: frozenset[str]) -> tuple[tuple[bytes, frozenset[str]], ...]:
    """Give the stems of a word, each with the languages that it is one in."""
    found: dict[str, set[str]] = {}
    for language in languages:
        for stem in query_stems(word, language):
            found.setdefault(stem, set()).add(language)
    return tuple((encoded(stem), frozenset(told)) for stem, told in sorted(found.items()))
