"""The query tree answered over segments: for each one a mask of its documents and their scores. Reads, never writes.

Ranking is BM25F (Robertson and Zaragoza, 2009): the places of a word in all fields are added up, weighted by field and
tamed by the field's length, then saturated once; its rarity counts as in Lucene (log(1 + (N - n + 0.5) / (n + 0.5))).
The stems of a word in the library's languages count as one word.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce

import numpy as np

from clipper.search import expanding, nearness
from clipper.search.columns import Array
from clipper.search.compounds import SHORTEST
from clipper.search.endings import Endings
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
from clipper.search.postings import Columns, form_code
from clipper.search.rows import TEXT_FIELDS, labelled, number_of_day
from clipper.search.segments import Segment
from clipper.search.words import exact, query_stems, query_words, spaceless

K1 = 1.2
B: Mapping[str, float] = {"title": 0.5, "text": 0.6, "site": 0.0, "author": 0.0, "section": 0.0}
WEIGHT: Mapping[str, float] = {"title": 3.0, "text": 1.0, "site": 1.0, "author": 1.5, "section": 1.0}
_WITHIN = 0.4  # how much a word counts that stands within a compound
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
    """What a node finds in one segment. scores None: no ranking comes from here."""

    mask: Array
    scores: Array | None


Gather = Callable[[Leaf, str], tuple[Array, Array]]
"""From a segment and a field's name: the documents that answer (each once), and how often they do."""


class Executor:
    """Answers trees over the segments of one moment."""

    def __init__(self, leaves: Sequence[Leaf]) -> None:
        self.leaves = tuple(leaves)
        self.total = sum(int(np.count_nonzero(leaf.live)) for leaf in leaves)
        self.languages = frozenset(
            language for leaf in leaves for language in leaf.data.rows.labels["language"].values if language
        )
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
                    lambda leaf, name: expanding.fitting(leaf.data.columns[name], text, leaf.count), field
                )
            case Fuzzy():
                return self._fuzzy(node)
            case Phrase(_, field):
                row = self._row(node)
                return self._scored(lambda leaf, name: nearness.in_a_row(leaf.data.columns[name], row), field)
            case Near(parts, within, field):
                rows = [self._row(part) for part in parts]
                return self._scored(lambda leaf, name: nearness.near(leaf.data.columns[name], rows, within), field)
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
                return reduce(_either, map(self._run, parts), [_none(leaf) for leaf in self.leaves])
            case Not(part):
                return [Part(~found.mask, None) for found in self._run(part)]
            case Everything() | And():
                return [Part(np.ones(leaf.count, dtype=bool), None) for leaf in self.leaves]
            case SetTerm():
                raise AssertionError("a SetTerm must be resolved before an engine sees it")

    def _word(self, text: str, field: str | None) -> list[Part]:
        found = query_words(text)
        if len(found) > 1:
            row = self._row(Word(text))
            return self._scored(lambda leaf, name: nearness.in_a_row(leaf.data.columns[name], row), field)
        if not found:
            return [_none(leaf) for leaf in self.leaves]
        if spaceless(found[0]) and len(found[0]) == 1:
            return self._prefix(found[0], field)
        word, terms = found[0], self._stems(found[0])
        if "de" not in self.languages or not word.isalpha() or len(word) < SHORTEST:
            return self._scored(lambda leaf, name: _standing(leaf.data.columns[name], terms), field)

        def standing(leaf: Leaf, name: str) -> tuple[Array, Array]:
            own = _standing(leaf.data.columns[name], terms)
            return _added(own, *self._endings.standing(leaf.data, name, word), leaf.count) if name in _TOLD else own

        return self._scored(standing, field)

    def _prefix(self, text: str, field: str | None) -> list[Part]:
        prefix = exact(text).encode("utf-8", "surrogatepass")
        if not prefix:
            return [_none(leaf) for leaf in self.leaves]

        def beginning(leaf: Leaf, name: str) -> tuple[Array, Array]:
            mask = np.zeros(leaf.count, dtype=bool)
            mask[leaf.data.columns[name].beginning(prefix)] = True
            ids = np.flatnonzero(mask)
            return ids, np.ones(len(ids), dtype=np.uint8)

        return self._scored(beginning, field)

    def _fuzzy(self, term: Fuzzy) -> list[Part]:
        """Find a word by its stem, which ranks first, and all words that it may have been meant for."""
        terms = self._stems(term.text)
        word = self._scored(lambda leaf, name: _standing(leaf.data.columns[name], terms), term.field)

        names = (term.field,) if term.field else TEXT_FIELDS
        fields = [leaf.data.columns[name] for leaf in self.leaves for name in names]
        alike = dict(zip(map(id, fields), expanding.alike(fields, term.text, term.edits), strict=True))
        return _either(
            word,
            self._scored(lambda leaf, name: expanding.once(alike[id(leaf.data.columns[name])], leaf.count), term.field),
        )

    def _stems(self, word: str) -> list[bytes]:
        return [stem.encode("utf-8", "surrogatepass") for stem in query_stems(word, self.languages)]

    def _row(self, term: Word | Phrase) -> list[Slot]:
        """Give what stands in a row: the words of a phrase exactly, those of a word of several parts by stem."""
        if isinstance(term, Phrase):
            return [Slot(query_stems(word, self.languages), form_code(exact(word))) for word in term.words]
        return [Slot(query_stems(word, self.languages)) for word in query_words(term.text)]

    def _scored(self, gather: Gather, field: str | None) -> list[Part]:
        fields = (field,) if field else TEXT_FIELDS
        assert set(fields) <= set(TEXT_FIELDS), "words of a note must be resolved before an engine sees them"
        strengths = []
        for number, leaf in enumerate(self.leaves):
            strength = np.zeros(leaf.count, dtype=np.float32)
            for name in fields:
                ids, counts = gather(leaf, name)
                if len(ids):
                    strength[ids] += WEIGHT[name] * counts / self._norm(number, name)[ids]
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


def _standing(columns: Columns, terms: Sequence[bytes]) -> tuple[Array, Array]:
    """Give the documents in which one of the terms stands, and how often they do together."""
    found = [columns.postings(index) for term in terms if (index := columns.stems.find(term)) is not None]
    if len(found) == 1:
        return found[0]
    if not found:
        return columns.ids.part(0, 0), columns.counts.part(0, 0)
    ids = np.concatenate([ids for ids, _ in found])
    counts = np.concatenate([counts for _, counts in found])
    different, place = np.unique(ids, return_inverse=True)
    return different, np.bincount(place, weights=counts)


def _added(own: tuple[Array, Array], ids: Array, counts: Array, size: int) -> tuple[Array, Array]:
    """Add what stands within compounds, which counts for less."""
    if not len(ids):
        return own
    strength = np.bincount(ids, weights=_WITHIN * counts, minlength=size)
    strength[own[0]] += own[1]
    found = np.flatnonzero(strength)
    return found, strength[found]


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
