"""Which terms a pattern fits, and which are nearly a word. Pure.

All terms lie one after the other in one run of bytes. A piece of a pattern is looked for in the blocks of terms whose
trigrams allow it, a word among the terms of its length and letters: outlines.py knows which those are. Only what is
left is looked at letter by letter, all of it at once. A term is a stem, or a form with its surface after a zero.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from clipper.search.columns import Array, Terms
from clipper.search.outlines import blocks_with, terms_like
from clipper.search.patterns import Pattern
from clipper.search.spelling import distance
from clipper.search.words import decoded, encoded

_WIDEST = 48  # bytes; longer terms are looked at one by one
_FEW = 500  # terms; of so few each is looked at
_AT_ONCE = 65_536  # terms that are looked at letter by letter at a time; memory for them is bounded so
_MOST_BITS = 60  # letters of a word that is compared by bits
_RARE = {letter: rank for rank, letter in enumerate(b"enisratdhulcgmobwfkzpvjyxq")}  # German and English together


def fitted(terms: Terms, pattern: Pattern) -> Array:
    """Give the numbers of the terms that a pattern fits, in order."""
    first, *others = (encoded(piece) for piece in re.split(r"[*?]", "*".join(pattern.pieces)))
    longest = max(others, key=len, default=b"")
    if len(terms) < _FEW and longest not in terms.blob.whole().tobytes():
        return np.zeros(0, dtype=np.int64)
    if longest and pattern.pieces in (("", decoded(longest)), ("", decoded(longest), "")):
        return _ending(terms, longest) if pattern.pieces[-1] else _having(terms, longest)
    among = terms.beginning(first) if first else range(len(terms))
    if len(among) < _FEW or not longest:
        indexes = np.arange(among.start, among.stop)
    else:
        at = _standing_at(terms, longest, among)
        indexes = _once(np.searchsorted(terms.offsets.whole(), at, side="right") - 1)
    good: Array = indexes[_fit(terms, pattern, indexes)]
    return good


def resembling(lists: Sequence[Terms], word: str, edits: int) -> list[tuple[Array, Array]]:
    """Give, of each list, the numbers of the terms that differ from a word by at most so many edits, and by how many.

    They stand in no order. All lists are compared in one go: most of them have few terms that may be it.
    """
    if not lists:
        return []
    maybe = [terms_like(terms, word, edits) for terms in lists]
    ends = np.cumsum([len(indexes) for indexes in maybe])
    steps: Array = np.zeros(sum(map(len, maybe)), dtype=np.int8)
    others: Array = np.arange(len(steps))
    if word.isascii() and len(word) <= _MOST_BITS:
        letters = letters_of(lists, maybe, len(word) + edits)
        steps = _distances(letters, word)
        others = np.flatnonzero(np.any(letters >= 128, axis=0))
    for number in others.tolist():
        place = int(np.searchsorted(ends, number, side="right"))
        index = int(maybe[place][number - int(ends[place])])
        steps[number] = distance(word, form_of(lists[place][index]), edits)
    near = steps <= edits
    parts = zip(maybe, np.split(near, ends[:-1]), np.split(steps, ends[:-1]), strict=True)
    return [(indexes[part], own[part]) for indexes, part, own in parts]


def form_of(term: bytes) -> str:
    """Give a term without its surface."""
    return decoded(term.partition(b"\0")[0])


def letters_of(lists: Sequence[Terms], indexes: Sequence[Array], most: int) -> Array:
    """Give the first bytes of terms of each list, without their surface, in columns, with zeros after their end.

    most: bytes; each column has one more.
    """
    width = most + 1
    rows, sizes = [], []
    for terms, places in zip(lists, indexes, strict=True):
        blob, offsets = terms.blob.whole(), terms.offsets.whole()
        begins = offsets[places].astype(np.int64)
        rows.append(_pieces(blob, begins, width))
        sizes.append(offsets[places + 1] - begins)
    letters = np.ascontiguousarray(np.concatenate(rows).T)
    letters *= np.arange(width)[:, None] < np.minimum(np.concatenate(sizes), width).astype(np.min_scalar_type(width))
    for before, row in pairwise(letters):
        row *= before != 0
    return letters


def _pieces(blob: Array, begins: Array, width: int) -> Array:
    """Give the bytes from each of begins on, in rows; behind the last byte anything."""
    last = len(blob) - width
    if last < 0:
        return blob[np.minimum(begins[:, None] + np.arange(width), len(blob) - 1)]
    pieces: Array = np.ndarray((last + 1, width), np.uint8, blob, strides=(1, 1))[np.minimum(begins, last)]
    for number in np.flatnonzero(begins > last).tolist():
        end = blob[begins[number] :]
        pieces[number, : len(end)] = end
    return pieces


def _having(terms: Terms, piece: bytes) -> Array:
    """Give the terms with a piece in them. What the surface of a word has, its exact form has, too."""
    at = _standing_at(terms, piece, range(len(terms)))
    offsets = terms.offsets.whole()
    indexes = np.searchsorted(offsets, at, side="right") - 1
    return _once(indexes[at + len(piece) <= offsets[indexes + 1]])


def _ending(terms: Terms, piece: bytes) -> Array:
    """Give the terms that end with a piece."""
    at = _standing_at(terms, piece, range(len(terms)))
    offsets, blob = terms.offsets.whole(), terms.blob.whole()
    indexes = np.searchsorted(offsets, at, side="right") - 1
    after, ends = at + len(piece), offsets[indexes + 1]
    before_surface = (after < ends) & (blob[np.minimum(after, len(blob) - 1)] == 0)
    return _once(indexes[before_surface | (after == ends)])


def _standing_at(terms: Terms, piece: bytes, among: range) -> Array:
    """Give where in the run of bytes a piece stands among neighbouring terms; now and then it is of two of them."""
    blob, offsets = terms.blob.whole(), terms.offsets.whole()
    start, stop = int(offsets[among.start]), int(offsets[among.stop])
    blocks = blocks_with(terms, piece)
    if blocks is None:
        return start + _found(blob[start:stop], piece)
    starts, ends = np.maximum(blocks.starts, start), np.minimum(blocks.ends, stop)
    starts, ends = starts[starts < ends], ends[starts < ends]
    if not len(starts):
        return starts
    at = _found(np.concatenate([blob[a:b] for a, b in zip(starts.tolist(), ends.tolist(), strict=True)]), piece)
    joined = np.cumsum(ends - starts)
    places: Array = at + (ends - joined)[np.searchsorted(joined, at, side="right")]
    return places


def _found(text: Array, piece: bytes) -> Array:
    """Give where a piece stands in bytes. Three rare letters leave so few places that to list them costs nothing."""
    count = len(text) - len(piece) + 1
    if count < 1:
        return np.zeros(0, dtype=np.int64)
    order = sorted(range(len(piece)), key=lambda number: -_RARE.get(piece[number], 30))
    here = text[order[0] : order[0] + count] == piece[order[0]]
    for number in order[1:3]:
        here &= text[number : number + count] == piece[number]
    at: Array = np.flatnonzero(here)
    for number in order[3:]:
        at = at[text[at + number] == piece[number]]
    return at


def _once(indexes: Array) -> Array:
    """Give each of numbers once; those that are the same are neighbours."""
    different: Array = indexes[np.append(True, indexes[1:] != indexes[:-1])] if len(indexes) else indexes
    return different


def _fit(terms: Terms, pattern: Pattern, indexes: Array) -> Array:
    """Give which of terms a pattern fits, as a mask."""
    offsets = terms.offsets.whole()
    sizes = offsets[indexes + 1].astype(np.int64) - offsets[indexes]
    short = sizes < _WIDEST
    if any("?" in piece for piece in pattern.pieces) or len(indexes) < 20:
        short[:] = False
    fit: Array = np.zeros(len(indexes), dtype=bool)
    for number in np.flatnonzero(~short).tolist():
        fit[number] = pattern.regex.fullmatch(form_of(terms[int(indexes[number])])) is not None
    pieces = [encoded(piece) for piece in pattern.pieces]
    left = np.flatnonzero(short)
    for start in range(0, len(left), _AT_ONCE):
        part = left[start : start + _AT_ONCE]
        fit[part] = _globbed(letters_of([terms], [indexes[part]], int(sizes[part].max())), pieces)
    return fit


def _globbed(letters: Array, pieces: list[bytes]) -> Array:
    """Give which columns of letters, each ended by zeros, fit pieces with stars between them."""
    first, *middle, last = pieces
    good: Array = np.ones(letters.shape[1], dtype=bool)
    for number, letter in enumerate(first):
        good &= letters[number] == letter
    at = np.full(len(good), len(first))
    numbers = np.arange(len(letters))[:, None]
    for piece in filter(None, middle):
        height = len(letters) - len(piece) + 1
        if height < 1:
            return np.zeros(len(good), dtype=bool)
        here = numbers[:height] >= at
        for number, letter in enumerate(piece):
            here &= letters[number : number + height] == letter
        good &= here.any(axis=0)
        at = here.argmax(axis=0) + len(piece)
    lengths = (letters == 0).argmax(axis=0)
    good &= at + len(last) <= lengths
    columns = np.arange(len(good))
    for number, letter in enumerate(last):
        good &= letters[np.maximum(lengths - len(last) + number, 0), columns] == letter
    return good


def _distances(letters: Array, wanted: str) -> Array:
    """Count the edits between a word and columns of letters, each ended by zeros, as spelling.distance does.

    Bits of a number are the letters of the word (Hyyrö 2003, "A bit-vector algorithm for computing Levenshtein and
    Damerau edit distances").
    """
    kind = next(kind for kind in (np.uint8, np.uint16, np.uint32, np.uint64) if len(wanted) <= np.iinfo(kind).bits)
    stands = np.zeros(256, dtype=kind)
    for number, letter in enumerate(wanted.encode()):
        stands[letter] |= kind(1 << number)
    one, last = kind(1), kind(1 << (len(wanted) - 1))
    count = letters.shape[1]
    rises: Array = np.full(count, np.iinfo(kind).max, dtype=kind)
    falls: Array = np.zeros(count, dtype=kind)
    same, before = falls, falls
    steps: Array = np.full(count, len(wanted), dtype=np.int8)
    for row in letters:
        matches = stands[row]
        swapped = ((~same & matches) << one) & before
        same = (((matches & rises) + rises) ^ rises) | matches | falls | swapped
        up = falls | ~(same | rises)
        down = same & rises
        there = row != 0
        steps += there & ((up & last) != 0)
        steps -= (there & ((down & last) != 0)).view(np.int8)
        up = (up << one) | one
        rises = (down << one) | ~(same | up)
        falls = up & same
        before = matches
    return steps
