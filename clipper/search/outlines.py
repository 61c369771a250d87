"""Outlines of a field's terms, by which most of them are passed over: trigrams of blocks, lengths and letters. Pure.

They are made of the terms when first asked for, and kept as long as these are open.
"""

import weakref
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

import numpy as np

from clipper.search.columns import Array, Terms, terms_of
from clipper.search.words import encoded

_BLOCK = 32  # terms
_BLOCKS = 512  # outlined at a time, in half a megabyte
_BITS = 1024  # of a block; a block of news words sets about a quarter of them
_MANY = 5  # a share of all blocks, one in so many; of more, passing over the others costs more than it saves
_FEW = 4096  # terms; of so few all are looked at
_SKIPPED = 0x80  # what follows in a letter of several bytes
_END = 3  # letters at either end of a word
_APART = 2 * _END + 1  # letters of a word whose ends no edit changes both
_HALF = np.uint32(16)
_FIRST = np.uint32(0xFFFF)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Blocks:
    """Blocks of neighbouring terms, by the bytes that they begin at and end before."""

    starts: Array
    ends: Array


@dataclass(frozen=True, slots=True)
class Letters:
    """Terms in the order of their lengths in letters. bounds[n]: how many are shorter than n.

    ends: which letters are among their first three and, in higher bits, among their last three; some letters share a
    bit. An edit changes at most two of the first and two of the last, of words of seven letters or more two in all.
    odd: the letters that stand there an odd number of times. An edit changes at most two.
    """

    order: Array
    bounds: Sequence[int]
    ends: Array
    odd: Array


class Kept(Generic[T]):
    """What is made of terms, each once."""

    def __init__(self, make: Callable[[Terms], T]) -> None:
        self._make = make
        self._made: weakref.WeakKeyDictionary[Terms, T] = weakref.WeakKeyDictionary()

    def of(self, terms: Terms) -> T:
        made = self._made.get(terms)
        if made is None:
            made = self._made[terms] = self._make(terms)
        return made


def blocks_with(terms: Terms, piece: bytes) -> Blocks | None:
    """Give the blocks of terms in which a piece may stand; None: nearly all of them."""
    count = len(terms)
    if len(piece) < 3 or count < _FEW:
        return None
    trigrams = _trigrams(np.frombuffer(piece, dtype=np.uint8))
    bits = np.bitwise_and.reduce(_kept_blocks.of(terms)[trigrams], axis=0)
    found = np.flatnonzero(np.unpackbits(bits)) * _BLOCK
    if len(found) * _BLOCK * _MANY > count:
        return None
    offsets = terms.offsets.whole()
    return Blocks(offsets[found].astype(np.int64), offsets[np.minimum(found + _BLOCK, count)].astype(np.int64))


def terms_like(terms: Terms, word: str, edits: int) -> Array:
    """Give the terms that have about the length and the letters of a word, in no order."""
    letters = _kept_letters.of(terms)
    low, high = letters.bounds[max(len(word) - edits, 0)], letters.bounds[min(len(word) + edits + 1, 255)]
    if low == high:
        return letters.order[:0]
    ends, odd = _sets_of(word)
    most = 2 * edits
    apart = min(max(letters.bounds[_APART], low), high) if len(word) >= _APART else high
    other = letters.ends[low:high] ^ ends
    near = np.bitwise_count(other) <= most
    short = other[: apart - low]
    near[: apart - low] = (np.bitwise_count(short & _FIRST) <= most) & (np.bitwise_count(short >> _HALF) <= most)
    like = low + np.flatnonzero(near)
    found: Array = letters.order[like[np.bitwise_count(letters.odd[like] ^ odd) <= most]]
    return found


@lru_cache(maxsize=4)
def _sets_of(word: str) -> tuple[np.uint32, np.uint32]:
    """Give a word's ends, and the letters that it has an odd number of."""
    if not word:
        return np.uint32(0), np.uint32(0)
    letters = _letters(terms_of([encoded(word)]))
    return letters.ends[0], letters.odd[0]


def _trigrams(blob: Array) -> Array:
    """Give a number below _BITS for every three bytes in a row."""
    wide = blob.astype(np.uint16)
    hashed: Array = (wide[:-2] * 31 ^ wide[1:-1] * 173 ^ wide[2:] * 7) & (_BITS - 1)
    return hashed


def _blocks(terms: Terms) -> Array:
    """Give the trigrams of all blocks: a bit for each block, eight to a byte, in a row for each trigram."""
    blob = terms.blob.whole()
    starts = terms.offsets.whole()[:-1:_BLOCK].astype(np.int64)
    bounds = np.append(starts, len(blob))
    rows: Array = np.empty((_BITS, -(-len(starts) // 8)), dtype=np.uint8)
    for first in range(0, len(starts), _BLOCKS):
        last = min(first + _BLOCKS, len(starts))
        at = _trigrams(blob[bounds[first] : bounds[last]]).astype(np.intp)
        at *= _BLOCKS
        at += np.repeat(np.arange(last - first), np.diff(bounds[first : last + 1]))[: len(at)]
        table = np.zeros(_BITS * _BLOCKS, dtype=bool)
        table[at] = True
        rows[:, first // 8 : -(-last // 8)] = np.packbits(table.reshape(_BITS, _BLOCKS)[:, : last - first], axis=1)
    return rows


def _letters(terms: Terms) -> Letters:
    """Sort terms by the length of the form that they stand for, and note which letters it has."""
    blob, offsets = terms.blob.whole(), terms.offsets.whole()
    if not len(blob):
        return Letters(np.zeros(0, np.uint32), [0] * 256, np.zeros(0, np.uint32), np.zeros(0, np.uint32))
    ends = offsets[1:].astype(np.int64)
    zeros = np.flatnonzero(blob == 0)
    ends[np.searchsorted(offsets, zeros, side="right") - 1] = zeros
    begins = offsets[:-1].astype(np.int64)
    first = (blob & 0xC0) != _SKIPPED
    if not first.all():  # one byte for each letter
        before = np.append(np.uint32(0), np.cumsum(first, dtype=np.uint32))
        begins, ends, blob = before[begins].astype(np.int64), before[ends].astype(np.int64), blob[first]
    lengths = np.minimum(ends - begins, 254).astype(np.uint8)
    order = np.argsort(lengths, kind="stable").astype(np.uint32)
    bounds = np.searchsorted(lengths[order], np.arange(256)).tolist()
    odd = np.bitwise_xor.reduceat(np.append(_BITS_OF[blob], np.uint32(0)), np.stack([begins, ends], axis=1).ravel())
    return Letters(order, bounds, _ends(blob, begins, ends)[order], odd[::2][order])


def _ends(blob: Array, begins: Array, ends: Array) -> Array:
    """Give which letters are among the first and the last of each term."""
    sets = np.zeros(len(begins), dtype=np.uint32)
    for number in range(_END):
        there = begins + number < ends
        sets |= there * _FEW_BITS_OF[blob[np.where(there, begins + number, 0)]]
        sets |= there * _FEW_BITS_OF[blob[np.where(there, ends - 1 - number, 0)]] << _HALF
    return sets


_BITS_OF = np.zeros(256, dtype=np.uint32)
_BITS_OF[ord("a") : ord("z") + 1] = np.uint32(1) << np.arange(26, dtype=np.uint32)
_BITS_OF[ord("0") : ord("9") + 1] = np.uint32(1) << np.uint32(26)
_FEW_BITS_OF = np.zeros(256, dtype=np.uint32)
for _rank, _letter in enumerate(b"enisratdhulcgmobwfkzpvjyxq0123456789"):  # the most frequent ones have their own
    _FEW_BITS_OF[_letter] = 1 << (_rank if _rank < 6 else 6 + _rank % 10)
_kept_blocks = Kept(_blocks)
_kept_letters = Kept(_letters)
