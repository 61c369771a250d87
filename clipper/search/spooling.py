"""Columns that are collected piece by piece: a bounded part of each is in memory, the rest in a file without a name."""

import tempfile
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self
from zlib import crc32

import numpy as np

from clipper.search.columns import BLOCK, STEP, Array, Column, Terms, terms_of

_IN_MEMORY = 1 << 20  # bytes
_AT_ONCE = 64 * BLOCK  # bytes


class Spool:
    """Numbers of one kind in a row. Raises OSError where the folder takes no file."""

    def __init__(self, kind: np.dtype[Any], folder: Path) -> None:
        self.kind = kind
        self._count = 0
        self._file = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY, dir=str(folder))  # noqa: SIM115

    def __len__(self) -> int:
        return self._count

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._file.close()

    def append(self, values: Array) -> None:
        """Take in numbers, all of which the kind holds."""
        self._file.write(np.ascontiguousarray(values.astype(self.kind, copy=False)).data)
        self._count += len(values)

    def whole(self) -> Array:
        """Give all numbers."""
        self._file.seek(0)
        return np.frombuffer(self._file.read(), dtype=self.kind)

    def copy(self, file: BinaryIO) -> Array:
        """Write all numbers to a file; give the check sum of each block."""
        self._file.seek(0)
        sums = []
        while data := self._file.read(_AT_ONCE):
            file.write(data)
            sums += [crc32(data[at : at + BLOCK]) for at in range(0, len(data), BLOCK)]
        return np.array(sums, dtype=np.uint32)


class TermSpool:
    """Terms in order, as columns.Terms lays them out."""

    def __init__(self, folder: Path) -> None:
        self.offsets, self.blob = Spool(np.dtype(np.uint32), folder), Spool(np.dtype(np.uint8), folder)
        self._marks: list[bytes] = []
        self._count = 0
        self.offsets.append(np.zeros(1, dtype=np.uint32))

    def __len__(self) -> int:
        return self._count

    def extend(self, terms: Sequence[bytes]) -> None:
        """Take in terms, which come after all before."""
        sizes = np.fromiter(map(len, terms), dtype=np.int64, count=len(terms))
        self.offsets.append(np.cumsum(sizes) + len(self.blob))
        self.blob.append(np.frombuffer(b"".join(terms), dtype=np.uint8))
        self._marks += terms[-self._count % STEP :: STEP]
        self._count += len(terms)

    def whole(self) -> Terms:
        """Give all terms."""
        return Terms(Column(self.offsets.whole()), Column(self.blob.whole()))

    def marks(self) -> Terms:
        """Give every so many of the terms."""
        return terms_of(self._marks)
