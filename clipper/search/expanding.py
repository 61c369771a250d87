"""The documents of a field in which words stand that a pattern fits, or that are nearly a word. Pure."""

import numpy as np

from clipper.search import patterns
from clipper.search.columns import Array, Column, Terms
from clipper.search.fitting import fitted, letters_of, resembling, runs
from clipper.search.postings import FORM_MASK, Columns
from clipper.search.words import exact

_FEW = 64  # runs of a column; of more all of it is read


def fitting(columns: Columns, text: str, count: int) -> tuple[Array, Array]:
    """Give the documents with words that a wildcard fits, each once. count: documents of the segment."""
    pattern = patterns.read(text)
    stems, forms = fitted(columns.stems, pattern), fitted(columns.forms, pattern)
    if not pattern.goes_on:
        return _each(_written(columns, stems, forms), count)
    others = forms[~np.isin(columns.owners.whole()[forms], stems)]
    return _each(np.concatenate([_documents(columns, stems), _written(columns, stems[:0], others)]), count)


def alike(columns: Columns, word: str, edits: int, count: int) -> tuple[Array, Array]:
    """Give the documents with words whose exact form differs from word's by at most so many edits, each once."""
    wanted = exact(word)
    stems, forms = (resembling(terms, wanted, edits) for terms in (columns.stems, columns.forms))
    return _each(_written(columns, stems, forms), count)


def _written(columns: Columns, stems: Array, forms: Array) -> Array:
    """Give the documents in which words are written as these stems and forms are, as they come."""
    indexes = np.concatenate([stems, columns.owners.whole()[forms]]).astype(np.int64)
    wanted = np.concatenate([_sums(columns.stems, stems), _sums(columns.forms, forms)])
    places = columns.places.whole()
    starts, stops = places[indexes].astype(np.int64), places[indexes + 1].astype(np.int64)
    codes = _taken(columns.codes, starts, stops)
    first, last = _postings(columns, indexes)
    documents = np.repeat(_taken(columns.ids, first, last), _taken(columns.counts, first, last))
    right: Array = documents[(codes & FORM_MASK) == np.repeat(wanted, stops - starts)]
    return right


def _documents(columns: Columns, stems: Array) -> Array:
    """Give the documents of stems, as they come."""
    return _taken(columns.ids, *_postings(columns, stems))


def _postings(columns: Columns, stems: Array) -> tuple[Array, Array]:
    """Give where the postings of each stem start, and where they stop."""
    starts = columns.starts.whole()
    return starts[stems].astype(np.int64), starts[stems + 1].astype(np.int64)


def _taken(column: Column, starts: Array, stops: Array) -> Array:
    """Give runs of a column, one after the other."""
    if len(starts) > _FEW:
        taken: Array = column.whole()[runs(starts, stops - starts)]
        return taken
    parts = [column.part(start, stop) for start, stop in zip(starts.tolist(), stops.tolist(), strict=True)]
    return np.concatenate(parts) if parts else column.part(0, 0)


def _sums(terms: Terms, indexes: Array) -> Array:
    """Give what postings.form_code gives for terms, all at once: the CRC-32 of each, cut."""
    if not len(indexes):
        return np.zeros(0, dtype=np.uint32)
    offsets = terms.offsets.whole()
    letters = letters_of(terms, indexes, int((offsets[indexes + 1].astype(np.int64) - offsets[indexes]).max()))
    sums: Array = np.full(len(indexes), 0xFFFFFFFF, dtype=np.uint32)
    for column in letters.T:
        sums = np.where(column != 0, _TABLE[(sums ^ column) & 0xFF] ^ (sums >> 8), sums)
    return (sums ^ 0xFFFFFFFF) & FORM_MASK


def _each(documents: Array, count: int) -> tuple[Array, Array]:
    """Give each of documents once, in order, and that it is there once."""
    mask = np.zeros(count, dtype=bool)
    mask[documents] = True
    ids = np.flatnonzero(mask)
    return ids, np.ones(len(ids), dtype=np.uint8)


def _table() -> Array:
    """Give the table by which a CRC-32 is made byte by byte."""
    table = np.arange(256, dtype=np.uint32)
    for _ in range(8):
        table = np.where(table & 1, (table >> 1) ^ np.uint32(0xEDB88320), table >> 1)
    return table


_TABLE = _table()
