"""The words of an index: completion, spelling, and documents that share rare words. Reads segments, never writes."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from clipper.search.columns import Array, Terms
from clipper.search.executor import K1, Executor, Leaf
from clipper.search.postings import Columns
from clipper.search.spelling import distance
from clipper.search.words import decoded, encoded, exact, query_words, surface

_FIELDS = ("text", "title")
_MOST_TERMS = 20_000  # of a beginning, in one segment; the most frequent of them are looked at
_MOST_COMPARED = 3000  # the most frequent of them are compared letter by letter, which takes about 10 us each
_MOST_WORDS = 25  # of a document, that say what it is like
_LIKE = 0.15  # of what a document has of its own words; below, news of the same day share as much
_LENGTH = 0.5  # how much a long document must have more of the words


def complete(leaves: Sequence[Leaf], prefix: str, *, limit: int) -> tuple[str, ...]:
    """Give words that begin with prefix, as they are written (in lower case), the most frequent first."""
    found = query_words(prefix)
    if not found:
        return ()
    start = exact(found[-1])
    counts = _beginning(leaves, start, candidates=limit * 4)
    return tuple(word for word, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:limit])


def suggest(leaves: Sequence[Leaf], word: str, *, limit: int) -> tuple[str, ...]:
    """Give words that differ from word by a typing mistake or two: the nearest, then the most frequent first."""
    found = query_words(word)
    if not found:
        return ()
    wanted = surface(found[0])
    reach = 1 if len(wanted) < 5 else 2
    near: dict[str, int] = {}
    counts: Counter[str] = Counter()
    for start in {wanted[:1], wanted[1:2]}:
        for leaf in leaves:
            for name, count in _words(leaf.data.columns["text"], exact(start), lengths=(len(wanted), reach)):
                if name not in near:
                    near[name] = distance(wanted, name, reach)
                counts[name] += count
    good = [name for name, steps in near.items() if 0 < steps <= reach]
    return tuple(sorted(good, key=lambda name: (near[name], -counts[name], name))[:limit])


def similar(executor: Executor, id: int, *, limit: int) -> tuple[int, ...]:
    """Give the documents that share the words which are frequent in one and rare elsewhere; the best first."""
    weights = _telling(executor, id)
    best: list[tuple[float, int]] = []
    own = 0.0
    lengths = [leaf.data.rows.lengths["text"].astype(np.float32) for leaf in executor.leaves]
    mean = max(1.0, sum(float(each.sum()) for each in lengths) / max(1, sum(len(each) for each in lengths)))
    for leaf, length in zip(executor.leaves, lengths, strict=True):
        scores = np.zeros(leaf.count, dtype=np.float32)
        columns = leaf.data.columns["text"]
        norms = K1 * (1 - _LENGTH + _LENGTH * length / mean)
        for term, weight in weights.items():
            index = columns.stems.find(term)
            if index is not None:
                ids, counts = columns.postings(index)
                scores[ids] += weight * counts / (norms[ids] + counts)
        scores[~leaf.live] = 0
        own = max(own, float(scores[leaf.data.rows.id == id].max(initial=0)))
        scores[leaf.data.rows.id == id] = 0
        top = np.argsort(-scores, kind="stable")[:limit]
        best += [(float(scores[number]), int(leaf.data.rows.id[number])) for number in top if scores[number] > 0]
    near = [(score, number) for score, number in best if score >= _LIKE * own]
    return tuple(number for _, number in sorted(near, key=lambda pair: (-pair[0], -pair[1]))[:limit])


def _beginning(leaves: Sequence[Leaf], start: str, *, candidates: int) -> Counter[str]:
    prefix = encoded(start)
    counts: Counter[str] = Counter()
    for leaf in leaves:
        for field in _FIELDS:
            for words in _lists(leaf.data.columns[field]):
                part = words.terms.beginning(prefix)
                sizes = words.sizes(part.start, min(part.stop, part.start + _MOST_TERMS))
                for offset in np.argsort(-sizes, kind="stable")[:candidates].tolist():
                    if word := words.written(part.start + offset):
                        counts[word] += int(sizes[offset])
    return counts


def _words(columns: Columns, start: str, *, lengths: tuple[int, int]) -> Iterator[tuple[str, int]]:
    """Give frequent words that begin with start and are about as long: (length, how much it may differ)."""
    prefix = encoded(start)
    middle, reach = lengths
    for words in _lists(columns):
        part = words.terms.beginning(prefix)
        sizes = words.sizes(part.start, part.stop)
        long = np.diff(words.terms.offsets.part(part.start, part.stop + 1).astype(np.int64))
        long[long > 2 * (middle + reach)] = middle  # exact form and surface together
        sizes[np.abs(long - middle) > reach + 2] = 0
        for offset in np.argsort(-sizes, kind="stable")[:_MOST_COMPARED].tolist():
            word = words.written(part.start + offset) if sizes[offset] else ""
            if word and abs(len(word) - middle) <= reach:
                yield word, int(sizes[offset])


@dataclass(frozen=True, slots=True)
class _List:
    """The stems or the forms of a field. sizes(start, stop): in how many documents they stand."""

    terms: Terms
    sizes: Callable[[int, int], Array]
    written: Callable[[int], str]


def _lists(columns: Columns) -> tuple[_List, _List]:
    def of_stems(start: int, stop: int) -> Array:
        return np.diff(columns.starts.part(start, stop + 1).astype(np.int64))

    def stem_written(index: int) -> str:
        """Give a stem that is a word itself, "" for any other."""
        return decoded(columns.stems[index]) if columns.itself[index] else ""

    def form_written(index: int) -> str:
        form, _, shown = decoded(columns.forms[index]).partition("\0")
        return shown or form

    def of_forms(start: int, stop: int) -> Array:
        return columns.spread.part(start, stop).astype(np.int64)

    return _List(columns.stems, of_stems, stem_written), _List(columns.forms, of_forms, form_written)


def _telling(executor: Executor, id: int) -> dict[bytes, float]:
    for leaf in executor.leaves:
        numbers = np.flatnonzero((leaf.data.rows.id == id) & leaf.live)
        if not len(numbers):
            continue
        columns = leaf.data.columns["text"]
        at = np.flatnonzero(columns.ids.whole() == numbers[0])
        indexes = np.searchsorted(columns.starts.whole(), at, side="right") - 1
        weights = {}
        for index, place in zip(indexes.tolist(), at.tolist(), strict=True):
            term, count = columns.stems[index], columns.counts[place]
            if count and len(term) > 2:
                frequency = _frequency(executor, term)
                rarity = float(np.log1p((executor.total - frequency + 0.5) / (frequency + 0.5)))
                weights[term] = rarity * count / (count + K1) if frequency > 1 else 0.0
        return dict(sorted(weights.items(), key=lambda item: -item[1])[:_MOST_WORDS])
    return {}


def _frequency(executor: Executor, term: bytes) -> int:
    total = 0
    for leaf in executor.leaves:
        columns = leaf.data.columns["text"]
        index = columns.stems.find(term)
        total += 0 if index is None else columns.starts[index + 1] - columns.starts[index]
    return total
