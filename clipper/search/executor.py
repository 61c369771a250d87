"""The query tree answered over segments: for each one a mask of its documents and their scores. Reads, never writes.

Ranking is BM25F (Robertson and Zaragoza, 2009): the places of a word in all fields are added up, weighted by field and
tamed by the field's length, then saturated once; its rarity counts as in Lucene (log(1 + (N - n + 0.5) / (n + 0.5))).
The stems of a word in the library's languages count as one word, each in the texts of its language.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial, reduce

import numpy as np

from clipper.search import expanding, nearness
from clipper.search.columns import Array
from clipper.search.compounds import SHORTEST
from clipper.search.endings import Endings
from clipper.search.meaning import Meaning
from clipper.search.nearness import Slot
from clipper.search.nodes import (
    And,
    DateRange,
    Everything,
    Fuzzy,
    Ids,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    SetTerm,
    Wildcard,
    Word,
)
from clipper.search.postings import form_code
from clipper.search.rows import TEXT_FIELDS, labelled, number_of_day
from clipper.search.segments import Segment
from clipper.search.words import encoded, exact, query_words, spaceless

K1 = 1.2
B: Mapping[str, float] = {"title": 0.5, "text": 0.6, "site": 0.0, "author": 0.0, "section": 0.0}
WEIGHT: Mapping[str, float] = {"title": 3.0, "text": 1.0, "site": 1.0, "author": 1.5, "section": 1.0}
_WITHIN = 0.4  # how much a word counts that stands within a compound, in a text or in the question
_TOLD = ("title", "text")  # the fields in which compounds are looked for
_LAST_DAY = 99991231


@dataclass(frozen=True, slots=True)
class Leaf:
    """A segment open for search. live: which documents are not deleted."""

    data: Segment
    live: Array

    @property
    def count(self) -> int:
        return len(self.live)


@dataclass(frozen=True, slots=True)
class Part:
    """What a node finds in one segment. scores None: no ranking comes from here; beside the mask they say nothing."""

    mask: Array
    scores: Array | None


Gather = Callable[[Leaf, str], Iterable[tuple[Array, Array]]]
"""From a segment and a field's name: documents that answer (each once), and how often they do; maybe several lists."""


class Executor:
    """Answers trees over the segments of one moment."""

    def __init__(self, leaves: Sequence[Leaf]) -> None:
        self.leaves = tuple(leaves)
        self.total = sum(int(np.count_nonzero(leaf.live)) for leaf in leaves)
        self._meaning = Meaning([leaf.data for leaf in leaves])
        self._norms: dict[tuple[int, str], Array] = {}
        self._endings = Endings([leaf.data for leaf in leaves])
        self._means = {field: self._mean(field) for field in TEXT_FIELDS}

    def run(self, node: Node) -> list[Part]:
        """Answer a tree: one part for each segment, without what is deleted."""
        return [
            Part(part.mask & leaf.live, part.scores) for part, leaf in zip(self._run(node), self.leaves, strict=True)
        ]

    def _run(self, node: Node) -> list[Part]:
        match node:
            case Word(text, "language"):
                return [Part(labelled(leaf.data.rows, text), None) for leaf in self.leaves]
            case Word(text, field):
                return self._word(text, field)
            case Prefix(text, field):
                return self._prefix(text, field)
            case Wildcard(text, field):
                return self._scored(
                    lambda leaf, name: [expanding.fitting(leaf.data.columns[name], text, leaf.count)], field
                )
            case Fuzzy():
                return self._fuzzy(node)
            case Phrase() as phrase:
                return self._scored(lambda leaf, name: [self._in_a_row(leaf, name, phrase)], phrase.field)
            case Near() as near:
                return self._scored(lambda leaf, name: [self._near(leaf, name, near)], near.field)
            case DateRange(first, last):
                low = number_of_day(first) if first else 1
                high = number_of_day(last) if last else _LAST_DAY
                dates = [leaf.data.rows.date for leaf in self.leaves]
                return [Part((date >= low) & (date <= high), None) for date in dates]
            case Ids(ids):
                wanted = np.fromiter(ids, dtype=np.int64, count=len(ids))
                return [Part(np.isin(leaf.data.rows.id, wanted), None) for leaf in self.leaves]
            case And(parts) if parts:
                return reduce(_both, map(self._run, parts))
            case Or(parts):
                found = reduce(_either, map(self._run, parts), [_none(leaf) for leaf in self.leaves])
                return self._nearer(found, [part for part in parts if isinstance(part, Word)])
            case Not(part):
                return [Part(~found.mask, None) for found in self._run(part)]
            case Everything() | And():
                return [Part(np.ones(leaf.count, dtype=bool), None) for leaf in self.leaves]
            case SetTerm():
                raise AssertionError("a SetTerm must be resolved before an engine sees it")

    def _word(self, text: str, field: str | None) -> list[Part]:
        found = query_words(text)
        if len(found) > 1:
            return self._scored(lambda leaf, name: [self._in_a_row(leaf, name, Word(text))], field)
        if not found:
            return [_none(leaf) for leaf in self.leaves]
        if spaceless(found[0]) and len(found[0]) == 1:
            return self._prefix(found[0], field)
        word = found[0]
        if "de" not in self._meaning.languages or not word.isalpha() or len(word) < SHORTEST:
            return self._scored(lambda leaf, name: self._standing(leaf, name, word), field)

        def standing(leaf: Leaf, name: str) -> Iterator[tuple[Array, Array]]:
            yield from self._standing(leaf, name, word)
            if name in _TOLD:
                ids, counts = self._endings.standing(leaf.data, name, word)
                yield ids, _WITHIN * counts

        return self._scored(standing, field)

    def _nearer(self, found: list[Part], words: Sequence[Word]) -> list[Part]:
        """Rank what was found by one of several words by the parts of German compounds among them, too.

        Verteidigungsministerium finds no Ministerium; but of two texts without it, the one with that is nearer.
        """
        if len(words) < 2 or "de" not in self._meaning.languages:
            return found
        for word in words:
            if not word.text.isalpha() or word.field == "language":
                continue
            for part in self._endings.parts(word.text):
                near = self._scored(partial(self._standing, word=part), word.field, _TOLD)
                found = [Part(a.mask, _sum(a.scores, _weakened(b.scores))) for a, b in zip(found, near, strict=True)]
        return found

    def _prefix(self, text: str, field: str | None) -> list[Part]:
        prefix = encoded(exact(text))
        if not prefix:
            return [_none(leaf) for leaf in self.leaves]

        return self._scored(
            lambda leaf, name: [expanding.once(leaf.data.columns[name].beginning(prefix), leaf.count)], field
        )

    def _fuzzy(self, term: Fuzzy) -> list[Part]:
        """Find a word by its stem, which ranks first, and all that it may have been meant for, the nearest first."""
        word = self._scored(lambda leaf, name: self._standing(leaf, name, term.text), term.field)
        names = (term.field,) if term.field else TEXT_FIELDS
        fields = [leaf.data.columns[name] for leaf in self.leaves for name in names]
        alike = dict(zip(map(id, fields), expanding.alike(fields, term.text, term.edits), strict=True))

        def meant(leaf: Leaf, name: str) -> list[tuple[Array, Array]]:
            return [expanding.nearest(*alike[id(leaf.data.columns[name])], leaf.count)]

        return _either(word, self._scored(meant, term.field))

    def _standing(self, leaf: Leaf, name: str, word: str) -> Iterator[tuple[Array, Array]]:
        """Give the documents in which a word stands by its stem, and how often: for each of its stems."""
        columns = leaf.data.columns[name]
        for index, told in self._meaning.terms(leaf.data, name, word):
            ids, counts = columns.postings(index)
            if told is not None and not (kept := told[ids]).all():
                ids, counts = ids.compress(kept), counts.compress(kept)
            yield ids, counts

    def _in_a_row(self, leaf: Leaf, name: str, term: Word | Phrase) -> tuple[Array, Array]:
        return nearness.in_a_row(leaf.data.columns[name], leaf.data.rows.lengths[name], self._row(leaf, name, term))

    def _near(self, leaf: Leaf, name: str, term: Near) -> tuple[Array, Array]:
        rows = [self._row(leaf, name, part) for part in term.parts]
        return nearness.near(leaf.data.columns[name], leaf.data.rows.lengths[name], rows, term.within)

    def _row(self, leaf: Leaf, name: str, term: Word | Phrase) -> list[Slot]:
        """Give what stands in a row: the words of a phrase exactly, those of a word of several parts by stem."""
        if isinstance(term, Phrase):
            return [
                Slot(self._meaning.everywhere(leaf.data, name, word), form_code(exact(word))) for word in term.words
            ]
        return [Slot(self._meaning.terms(leaf.data, name, word)) for word in query_words(term.text)]

    def _scored(self, gather: Gather, field: str | None, among: Sequence[str] = TEXT_FIELDS) -> list[Part]:
        fields = (field,) if field else among
        assert set(fields) <= set(TEXT_FIELDS), "words of a note must be resolved before an engine sees them"
        strengths = []
        for number, leaf in enumerate(self.leaves):
            strength = np.zeros(leaf.count, dtype=np.float32)
            for name in fields:
                for ids, counts in gather(leaf, name):
                    if len(ids):
                        strength[ids] += np.float32(WEIGHT[name]) * counts / self._norm(number, name)[ids]
            strengths.append(strength)
        found = [strength > 0 for strength in strengths]
        matching = sum(int(np.count_nonzero(mask & leaf.live)) for mask, leaf in zip(found, self.leaves, strict=True))
        rarity = float(np.log1p((self.total - matching + 0.5) / (matching + 0.5)))
        return [
            Part(mask, rarity * strength * (K1 + 1) / (K1 + strength))
            for mask, strength in zip(found, strengths, strict=True)
        ]

    def _norm(self, number: int, field: str) -> Array:
        key = (number, field)
        if key not in self._norms:
            lengths = self.leaves[number].data.rows.lengths[field]
            self._norms[key] = (1 - B[field] + B[field] * lengths / max(self._means[field], 1)).astype(np.float32)
        return self._norms[key]

    def _mean(self, field: str) -> float:
        lengths = [leaf.data.rows.lengths[field][leaf.live] for leaf in self.leaves]
        count = sum(int(np.count_nonzero(length)) for length in lengths)
        return sum(int(length.sum()) for length in lengths) / count if count else 1.0


def _weakened(scores: Array | None) -> Array | None:
    return None if scores is None else _WITHIN * scores


def _none(leaf: Leaf) -> Part:
    return Part(np.zeros(leaf.count, dtype=bool), None)


def _both(left: list[Part], right: list[Part]) -> list[Part]:
    return [Part(a.mask & b.mask, _sum(a.scores, b.scores)) for a, b in zip(left, right, strict=True)]


def _either(left: list[Part], right: list[Part]) -> list[Part]:
    return [Part(a.mask | b.mask, _sum(a.scores, b.scores)) for a, b in zip(left, right, strict=True)]


def _sum(left: Array | None, right: Array | None) -> Array | None:
    if left is None or right is None:
        return right if left is None else left
    return left + right
