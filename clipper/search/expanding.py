"""Which terms of a field a pattern fits, and which are nearly a word; and the documents in which they stand. Pure.

All terms lie one after the other in one run of bytes. A piece of a pattern is looked for in the blocks of terms whose
trigrams allow it, a word among the terms of its length and letters: outlines.py knows which those are. Only what is
left is looked at letter by letter, all of it at once.
"""

import re

import numpy as np

from clipper.search import patterns
from clipper.search.outlines import blocks_with, terms_like
from clipper.search.postings import FORM_MASK, Array, Columns
from clipper.search.spelling import distance
from clipper.search.words import exact

_WIDEST = 48  # bytes; longer terms are looked at one by one
_FEW = 500  # terms; of so few each is looked at
_MOST_BITS = 60  # letters of a word that is compared by bits
_RARE = {letter: rank for rank, letter in enumerate(b"enisratdhulcgmobwfkzpvjyxq")}  # German and English together


def fitting(columns: Columns, text: str, count: int) -> tuple[Array, Array]:
    """Give the documents with words that a wildcard fits, each once. count: documents of the segment."""
    pattern = patterns.read(text)
    literals = [_bytes(piece) for piece in re.split(r"[*?]", "*".join(pattern.pieces))]
    good = _fitting(columns, pattern, literals)
    return _standing(columns, good, count) if not pattern.goes_on else _each(_documents(columns, good), count)


def alike(columns: Columns, word: str, edits: int, count: int) -> tuple[Array, Array]:
    """Give the documents with words whose exact form differs from word's by at most so many edits, each once."""
    wanted = exact(word)
    return _standing(columns, _near(columns, terms_like(columns, wanted, edits), wanted, edits), count)


def _fitting(columns: Columns, pattern: patterns.Pattern, literals: list[bytes]) -> Array:
    """Give the terms that a pattern fits. literals: what of it is letters."""
    longest = max(literals, key=len)
    ranges = _beginning(columns, literals[0]) if literals[0] else [range(len(columns.offsets) - 1)]
    if longest == literals[0] or sum(map(len, ranges)) < _FEW:
        indexes = np.concatenate([np.arange(one.start, one.stop) for one in ranges])
    elif pattern.pieces in (("", _text(longest)), ("", _text(longest), "")):
        return _ending(columns, longest) if pattern.pieces[-1] else _having(columns, longest)
    else:
        at = np.concatenate([_standing_at(columns, longest, one) for one in ranges])
        indexes = _once(np.searchsorted(columns.offsets, at, side="right") - 1)
    good: Array = indexes[_fit(columns, pattern, indexes)]
    return good


def _having(columns: Columns, piece: bytes) -> Array:
    """Give the terms with a piece in them. What the surface of a word has, its exact form has, too."""
    at = _standing_at(columns, piece, range(len(columns.offsets) - 1))
    terms = np.searchsorted(columns.offsets, at, side="right") - 1
    return _once(terms[at + len(piece) <= columns.offsets[terms + 1]])


def _ending(columns: Columns, piece: bytes) -> Array:
    """Give the terms that end with a piece."""
    at = _standing_at(columns, piece, range(len(columns.offsets) - 1))
    terms = np.searchsorted(columns.offsets, at, side="right") - 1
    after = at + len(piece)
    ended = columns.blob[np.minimum(after, len(columns.blob) - 1)] == 0
    return _once(terms[ended | (after == columns.offsets[terms + 1])])


def _beginning(columns: Columns, start: bytes) -> list[range]:
    return [columns.beginning(start), columns.beginning(b"=" + start)]


def _standing_at(columns: Columns, piece: bytes, terms: range) -> Array:
    """Give where in the run of bytes a piece stands among neighbouring terms; now and then it is of two of them."""
    if not terms:
        return np.zeros(0, dtype=np.int64)
    blob, offsets = columns.blob, columns.offsets
    order = sorted(range(len(piece)), key=lambda number: -_RARE.get(piece[number], 30))
    last = len(blob) - len(piece)
    blocks = blocks_with(columns, piece)
    if blocks is None:
        start, stop = int(offsets[terms.start]), min(int(offsets[terms.stop]), last + 1)
        # Three letters at once leave so few places that to list them costs nothing.
        here = blob[start + order[0] : max(stop, start) + order[0]] == piece[order[0]]
        for number in order[1:3]:
            here &= blob[start + number : max(stop, start) + number] == piece[number]
        at = start + np.flatnonzero(here)
        order = order[3:]
    else:
        starts = np.maximum(blocks.starts, offsets[terms.start])
        sizes = np.maximum(np.minimum(blocks.ends, offsets[terms.stop]).astype(np.int64) - starts, 0)
        at = _runs(starts, sizes)
        at = at[at <= last]
    for number in order:
        at = at[blob[at + number] == piece[number]]
    inside: Array = at
    return inside


def _once(terms: Array) -> Array:
    """Give each of terms once; those that are the same are neighbours."""
    different: Array = terms[np.append(True, terms[1:] != terms[:-1])] if len(terms) else terms
    return different


def _runs(starts: Array, sizes: Array) -> Array:
    """Give the numbers from each start on, as many as its size says."""
    ends = np.cumsum(sizes)
    return np.repeat(starts - ends + sizes, sizes) + np.arange(int(ends[-1]) if len(ends) else 0)


def _fit(columns: Columns, pattern: patterns.Pattern, indexes: Array) -> Array:
    """Give which of terms a pattern fits, as a mask."""
    sizes = columns.offsets[indexes + 1].astype(np.int64) - columns.offsets[indexes]
    short = sizes < _WIDEST
    if any("?" in piece for piece in pattern.pieces) or len(indexes) < 20:
        short[:] = False
    fit: Array = np.zeros(len(indexes), dtype=bool)
    for number in np.flatnonzero(~short).tolist():
        fit[number] = pattern.regex.fullmatch(_form(columns.term(int(indexes[number])))) is not None
    if short.any():
        fit[short] = _globbed(
            _letters(columns, indexes[short], int(sizes[short].max())), [_bytes(piece) for piece in pattern.pieces]
        )
    return fit


def _globbed(letters: Array, pieces: list[bytes]) -> Array:
    """Give which rows of letters, each ended by zeros, fit pieces with stars between them."""
    first, *middle, last = pieces
    good: Array = np.all(letters[:, : len(first)] == np.frombuffer(first, np.uint8), axis=1)
    at = np.full(len(letters), len(first))
    columns = np.arange(letters.shape[1])
    for piece in filter(None, middle):
        width = letters.shape[1] - len(piece) + 1
        if width < 1:
            return np.zeros(len(letters), dtype=bool)
        here = columns[:width] >= at[:, None]
        for number, letter in enumerate(piece):
            here &= letters[:, number : number + width] == letter
        good &= here.any(axis=1)
        at = here.argmax(axis=1) + len(piece)
    lengths = (letters == 0).argmax(axis=1)
    good &= at + len(last) <= lengths
    rows = np.arange(len(letters))
    for number, letter in enumerate(last):
        good &= letters[rows, np.maximum(lengths - len(last) + number, 0)] == letter
    return good


def _letters(columns: Columns, indexes: Array, most: int) -> Array:
    """Give the first bytes of the forms that terms stand for in rows, with zeros after the end of each.

    most: bytes; each row has one more.
    """
    blob = columns.blob
    begins = columns.offsets[indexes].astype(np.int64)
    begins += blob[begins] == ord("=")
    at = begins[:, None] + np.arange(most + 1)
    letters: Array = blob[np.minimum(at, len(blob) - 1)]
    letters[at >= columns.offsets[indexes + 1][:, None]] = 0
    letters[np.logical_or.accumulate(letters == 0, axis=1)] = 0
    return letters


def _near(columns: Columns, indexes: Array, wanted: str, edits: int) -> Array:
    """Give those of terms that differ from wanted by at most so many edits."""
    compared: Array = np.zeros(len(indexes), dtype=bool)
    near: Array = np.zeros(len(indexes), dtype=bool)
    if wanted.isascii() and len(wanted) <= _MOST_BITS:
        letters = _letters(columns, indexes, len(wanted) + edits)
        compared = np.all(letters < 128, axis=1)
        near[compared] = _distances(letters[compared], wanted) <= edits
    for number in np.flatnonzero(~compared).tolist():
        near[number] = distance(wanted, _form(columns.term(int(indexes[number]))), edits) <= edits
    found: Array = indexes[near]
    return found


def _distances(letters: Array, wanted: str) -> Array:
    """Count the edits between a word and rows of letters, each ended by zeros, as spelling.distance does.

    Bits of a number are the letters of the word (Hyyrö 2003, "A bit-vector algorithm for computing Levenshtein and
    Damerau edit distances").
    """
    kind = next(kind for kind in (np.uint8, np.uint16, np.uint32, np.uint64) if len(wanted) <= np.iinfo(kind).bits)
    stands = np.zeros(256, dtype=kind)
    for number, letter in enumerate(wanted.encode()):
        stands[letter] |= kind(1 << number)
    one, last = kind(1), kind(1 << (len(wanted) - 1))
    rises: Array = np.full(len(letters), np.iinfo(kind).max, dtype=kind)
    falls: Array = np.zeros(len(letters), dtype=kind)
    same, before = falls, falls
    steps: Array = np.full(len(letters), len(wanted), dtype=np.int8)
    for column in letters.T:
        matches = stands[column]
        swapped = ((~same & matches) << one) & before
        same = (((matches & rises) + rises) ^ rises) | matches | falls | swapped
        up = falls | ~(same | rises)
        down = same & rises
        there = column != 0
        steps += there & ((up & last) != 0)
        steps -= (there & ((down & last) != 0)).view(np.int8)
        up = (up << one) | one
        rises = (down << one) | ~(same | up)
        falls = up & same
        before = matches
    return steps


def _form(term: bytes) -> str:
    """Give the form that a term stands for."""
    return _text(term[1:].partition(b"\0")[0] if term.startswith(b"=") else term)


def _standing(columns: Columns, indexes: Array, count: int) -> tuple[Array, Array]:
    """Give the documents in which the forms that terms stand for are words: those of a stem may have others only."""
    spelled = columns.blob[columns.offsets[indexes]] == ord("=")
    stems = indexes[~spelled]
    postings = _postings(columns, stems)
    starts = columns.places[stems].astype(np.int64)
    sizes = columns.places[stems + 1].astype(np.int64) - starts
    codes = columns.codes[_runs(starts, sizes)]
    right = (codes & FORM_MASK) == np.repeat(_form_codes(columns, stems), sizes)
    standing = np.repeat(columns.ids[postings], columns.counts[postings])[right]
    return _each(np.concatenate([_documents(columns, indexes[spelled]), standing]), count)


def _form_codes(columns: Columns, indexes: Array) -> Array:
    """Give what postings.form_code gives for stems, all at once: the CRC-32 of each, cut."""
    if not len(indexes):
        return np.zeros(0, dtype=np.uint32)
    letters = _letters(columns, indexes, int((columns.offsets[indexes + 1] - columns.offsets[indexes]).max()))
    sums: Array = np.full(len(indexes), 0xFFFFFFFF, dtype=np.uint32)
    for column in letters.T:
        sums = np.where(column != 0, _CRC[(sums ^ column) & 0xFF] ^ (sums >> 8), sums)
    return (sums ^ 0xFFFFFFFF) & FORM_MASK


def _documents(columns: Columns, indexes: Array) -> Array:
    """Give the documents of terms, as they come."""
    documents: Array = columns.ids[_postings(columns, indexes)]
    return documents


def _postings(columns: Columns, indexes: Array) -> Array:
    """Give the numbers of all postings of terms."""
    starts = columns.starts[indexes].astype(np.int64)
    return _runs(starts, columns.starts[indexes + 1].astype(np.int64) - starts)


def _text(term: bytes) -> str:
    return term.decode("utf-8", "surrogatepass")


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _each(documents: Array, count: int) -> tuple[Array, Array]:
    """Give each of documents once, in order, and that it is there once."""
    mask = np.zeros(count, dtype=bool)
    mask[documents] = True
    ids = np.flatnonzero(mask)
    return ids, np.ones(len(ids), dtype=np.uint8)


def _sums() -> Array:
    """Give the CRC-32 of each byte, as zlib's table has it (the complement of what zlib gives for the byte)."""
    table = np.arange(256, dtype=np.uint32)
    for _ in range(8):
        table = np.where(table & 1, (table >> 1) ^ np.uint32(0xEDB88320), table >> 1)
    return table


_CRC = _sums()
