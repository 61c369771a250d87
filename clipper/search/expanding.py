"""The documents of a field in which words stand that a pattern fits, or that are nearly a word. Pure."""

from collections.abc import Sequence

import numpy as np

from clipper.search import patterns
from clipper.search.columns import Array, Column
from clipper.search.fitting import fitted, resembling
from clipper.search.postings import FORM_MASK, Columns
from clipper.search.words import exact

_WORTH = np.array([1, 0.7, 0.4], dtype=np.float32)  # of a word with so many edits


def fitting(columns: Columns, text: str, count: int) -> tuple[Array, Array]:
    """Give the documents with words that a wildcard fits, each once. count: documents of the segment."""
    pattern = patterns.read(text)
    stems, forms = fitted(columns.stems, pattern), fitted(columns.forms, pattern)
    if not pattern.goes_on:
        return once(_written(columns, stems, forms), count)
    known = np.zeros(len(columns.stems), dtype=bool)
    known[stems] = True
    others = forms[~known[columns.owners.whole()[forms]]]
    return once(np.concatenate([_documents(columns, stems), _written(columns, stems[:0], others)]), count)


def alike(fields: Sequence[Columns], word: str, edits: int) -> list[tuple[Array, Array]]:
    """Give, of each field, the documents with words whose exact form differs from word's by at most so many edits.

    They stand there as they come, of fewer and fewer edits, each with the number of its edits.
    """
    found = resembling([terms for columns in fields for terms in (columns.stems, columns.forms)], exact(word), edits)
    return [
        _alike(columns, stems, forms) for columns, stems, forms in zip(fields, found[::2], found[1::2], strict=True)
    ]


def _alike(columns: Columns, stems: tuple[Array, Array], forms: tuple[Array, Array]) -> tuple[Array, Array]:
    """Give the documents of stems and of forms, both with their edits, and the edits of what stands in each."""
    documents, terms = _standing(columns, stems[0], forms[0])
    if not len(documents):
        return documents, terms
    edits = np.concatenate([stems[1], forms[1]])[terms]
    order = np.argsort(-edits, kind="stable")
    return documents[order], edits[order]


def nearest(documents: Array, edits: Array, count: int) -> tuple[Array, Array]:
    """Give each of documents once, in order, and how much its nearest word counts. Both as alike has them."""
    if not len(documents):
        return documents, edits
    closeness = np.zeros(count, dtype=np.float32)
    closeness[documents] = _WORTH[edits]  # of several the last one stays
    ids = np.flatnonzero(closeness)
    return ids, closeness[ids]


def _written(columns: Columns, stems: Array, forms: Array) -> Array:
    """Give the documents in which words are written as these stems and forms are, as they come."""
    return _standing(columns, stems, forms)[0]


def _standing(columns: Columns, stems: Array, forms: Array) -> tuple[Array, Array]:
    """Give the documents in which words are written as these stems and forms are, as they come, and which of them."""
    if not len(stems) and not len(forms):
        return columns.ids.part(0, 0), stems[:0]
    indexes = np.concatenate([stems, columns.owners.whole()[forms]]).astype(np.int64)
    wanted = np.concatenate([_sums(columns.stem_sums, stems), _sums(columns.form_sums, forms)])
    places = columns.places.whole()
    starts, stops = places[indexes].astype(np.int64), places[indexes + 1].astype(np.int64)
    codes = columns.codes.runs(starts, stops)
    first, last = _postings(columns, indexes)
    documents = np.repeat(columns.ids.runs(first, last), columns.counts.runs(first, last))
    terms = np.repeat(np.arange(len(indexes)), stops - starts)
    right = np.flatnonzero((codes & FORM_MASK) == wanted[terms])
    return documents[right], terms[right]


def _documents(columns: Columns, stems: Array) -> Array:
    """Give the documents of stems, as they come."""
    return columns.ids.runs(*_postings(columns, stems))


def _postings(columns: Columns, stems: Array) -> tuple[Array, Array]:
    """Give where the postings of each stem start, and where they stop."""
    starts = columns.starts.whole()
    return starts[stems].astype(np.int64), starts[stems + 1].astype(np.int64)


def _sums(sums: Column, indexes: Array) -> Array:
    """Give the check sums of terms, as postings have them."""
    taken: Array = sums.whole()[indexes]
    return taken


def once(documents: Array, count: int) -> tuple[Array, Array]:
    """Give each of documents once, in order, and that it is there once."""
    mask = np.zeros(count, dtype=bool)
    mask[documents] = True
    ids = np.flatnonzero(mask)
    return ids, np.ones(len(ids), dtype=np.uint8)
