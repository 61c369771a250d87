"""Columns of numbers and of terms, as they lie in a segment's file; each block is verified when it is first touched."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from clipper.errors import SearchError

Array = NDArray[Any]

BLOCK = 1 << 14  # bytes under one check sum
_AT_ONCE = 4096  # terms
STEP = 32  # terms between two marks


def check_sums(data: memoryview) -> Array:
    """Give the check sum of each block."""
    return np.array([crc32(data[at : at + BLOCK]) for at in range(0, len(data), BLOCK)], dtype=np.uint32)


def _bytes(values: Array) -> memoryview:
    return np.ascontiguousarray(values).view(np.uint8).data


class Column:
    """Numbers in a row. sums: check sums of their blocks; None: never in a file. Raises SearchError(damaged)."""

    __slots__ = ("_sums", "_unseen", "_values")

    def __init__(self, values: Array, sums: Array | None = None) -> None:
        self._values = values
        self._sums = sums
        self._unseen = None if sums is None or not len(sums) else bytearray(b"\1" * len(sums))

    def __len__(self) -> int:
        return len(self._values)

    def __getitem__(self, index: int) -> int:
        if self._unseen is not None:
            self._verify(index, index + 1)
        return int(self._values[index])

    @property
    def kind(self) -> np.dtype[Any]:
        """The kind of its numbers."""
        return self._values.dtype

    def part(self, start: int, stop: int) -> Array:
        """Give the numbers from start to stop."""
        if self._unseen is not None and start < stop:
            self._verify(start, stop)
        return self._values[start:stop]

    def whole(self) -> Array:
        """Give all numbers."""
        return self.part(0, len(self._values))

    def runs(self, starts: Array, stops: Array) -> Array:
        """Give the numbers from each of starts to its stop, one after the other. No run is empty."""
        unseen = self._unseen
        if unseen is not None and len(starts):
            width = self._values.itemsize
            first, last = starts * width // BLOCK, (stops * width - 1) // BLOCK
            blocks = first if np.array_equal(first, last) else ranges(first, last - first + 1)
            if np.frombuffer(unseen, dtype=np.uint8)[blocks].any():
                self._verify_blocks(np.unique(blocks).tolist())
        taken: Array = self._values[ranges(starts, stops - starts)]
        return taken

    def _verify(self, start: int, stop: int) -> None:
        unseen, sums = self._unseen, self._sums
        if unseen is None or sums is None:
            return
        width = self._values.itemsize
        first, last = start * width // BLOCK, min(((stop * width - 1) // BLOCK) + 1, len(sums))
        if unseen.find(1, first, last) >= 0:
            self._verify_blocks(range(first, last))

    def _verify_blocks(self, blocks: Iterable[int]) -> None:
        unseen, sums = self._unseen, self._sums
        if unseen is None or sums is None:
            return
        data = _bytes(self._values)
        for block in blocks:
            if unseen[block]:
                if crc32(data[block * BLOCK : (block + 1) * BLOCK]) != sums[block]:
                    raise SearchError("damaged", f"block {block}")
                unseen[block] = 0
        if unseen.find(1) < 0:
            self._unseen = None


@dataclass(frozen=True)
class Terms:
    """Byte strings in order, the same one perhaps twice. Number i is blob[offsets[i]:offsets[i + 1]].

    marks: offsets and blob of every so many of them, where they lie in a file, so that it need not be read whole.
    """

    offsets: Column
    blob: Column
    marks: tuple[Column, Column] | None = None

    def __len__(self) -> int:
        return len(self.offsets) - 1

    def __getitem__(self, index: int) -> bytes:
        return self.blob.part(self.offsets[index], self.offsets[index + 1]).tobytes()

    def __iter__(self) -> Iterator[bytes]:
        for start in range(0, len(self), _AT_ONCE):
            yield from self.between(start, min(start + _AT_ONCE, len(self)))

    def between(self, start: int, stop: int) -> list[bytes]:
        """Give the terms from start to stop."""
        offsets = self.offsets.part(start, stop + 1).tolist()
        first = offsets[0]
        data = self.blob.part(first, offsets[-1]).tobytes()
        return [data[a - first : b - first] for a, b in pairwise(offsets)]

    @cached_property
    def _marks(self) -> list[bytes]:
        """Every so many terms, to look among first."""
        if self.marks is not None:
            offsets, whole = self.marks[0].whole().tolist(), self.marks[1].whole().tobytes()
            return [whole[start:end] for start, end in pairwise(offsets)]
        whole, all_ = self.blob.whole().tobytes(), self.offsets.whole()
        begins, ends = all_[:-1:STEP].tolist(), all_[1::STEP].tolist()
        return [whole[start:end] for start, end in zip(begins, ends, strict=True)]

    def marked(self) -> "Terms":
        """Give every so many of the terms, as marks need them."""
        return terms_of(self._marks)

    def lower(self, term: bytes) -> int:
        """Give the number of the first that is not before this one."""
        return self._at(term)[0]

    def find(self, term: bytes) -> int | None:
        """Give the number of a term, None where it is not there."""
        index, found = self._at(term)
        return index if found == term else None

    def _at(self, term: bytes) -> tuple[int, bytes | None]:
        """Give the number of the first that is not before this one, and that one (None: behind the last)."""
        mark = bisect_left(self._marks, term)
        if not mark:
            return 0, self._marks[0] if self._marks else None
        first = (mark - 1) * STEP
        offsets = self.offsets.part(first, first + STEP + 1).tolist()
        start, last = offsets[0], len(offsets) - 1
        near = self.blob.part(start, offsets[last]).tobytes()
        low, high = 1, last
        while low < high:
            middle = (low + high) // 2
            if near[offsets[middle] - start : offsets[middle + 1] - start] < term:
                low = middle + 1
            else:
                high = middle
        if low < last:
            return first + low, near[offsets[low] - start : offsets[low + 1] - start]
        return first + low, self._marks[mark] if mark < len(self._marks) else None

    def beginning(self, prefix: bytes) -> range:
        """Give the numbers of those that begin with prefix."""
        return range(self.lower(prefix), self.lower(prefix + b"\xff"))


def terms_of(terms: list[bytes]) -> Terms:
    """Give terms that are in order as columns."""
    offsets = np.cumsum([0, *map(len, terms)], dtype=np.uint32)
    return Terms(Column(offsets), Column(np.frombuffer(b"".join(terms), dtype=np.uint8)))


def narrow(values: Array) -> Array:
    """Give numbers that are not negative in as few bytes each as hold them all."""
    return values.astype(kind_for(int(values.max()) if len(values) else 0), copy=False)


def kind_for(most: int) -> np.dtype[Any]:
    """Give the narrowest kind of numbers that holds this one."""
    kinds = (np.uint8, np.uint16, np.uint32, np.uint64)
    return np.dtype(next(kind for kind in kinds if most <= np.iinfo(kind).max))


def ranges(begins: Array, sizes: Array) -> Array:
    """Give the numbers of ranges one after the other: each begins where begins says and is as long as sizes says."""
    sizes = sizes.astype(np.int64, copy=False)
    shift = begins.astype(np.int64, copy=False) - (np.cumsum(sizes) - sizes)
    return np.repeat(shift, sizes) + np.arange(int(sizes.sum()))
