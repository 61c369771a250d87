"""A segment: some documents' rows and postings, in one file of columns that is mapped into memory. Written once.

The file: eight bytes of magic, the arrays (each at a multiple of eight), the check sums of their blocks, a directory
in JSON, its length and check sum. Directory, check sums and rows are checked when the file is opened, each block of
the rest when it is first touched, all of it by verify().
"""

import json
import mmap
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO
from zlib import crc32

import numpy as np

from clipper.errors import SearchError
from clipper.search.columns import BLOCK, Array, Column, Terms, check_sums
from clipper.search.postings import Columns
from clipper.search.rows import FACETS, TEXT_FIELDS, Labels, Rows
from clipper.search.spooling import Spool
from clipper.search.within import Within

_MAGIC = b"CLIPSEG3"
NUMBERS = ("starts", "ids", "counts", "places", "codes", "stem_sums", "itself", "owners", "spread", "form_sums")
_WITHIN = ("heads", "starts", "ids", "counts")
_FOOTER = struct.Struct("<QII8s")  # where the directory begins, its length, its check sum, magic


@dataclass(frozen=True, slots=True)
class Segment:
    """A segment as it lies in the file. mapped: the file, where it is one."""

    rows: Rows
    columns: Mapping[str, Columns]
    mapped: mmap.mmap | None = None

    def let_go(self) -> None:
        """Let the system take back the memory of what was read; it is there again when it is touched."""
        if self.mapped is not None and hasattr(mmap, "MADV_DONTNEED"):
            self.mapped.madvise(mmap.MADV_DONTNEED)


class SegmentFile:
    """A segment's file that is being written, column by column. Raises OSError.

    name: what the file will be called for good. One of another segment, put in its place, is told by that.
    """

    def __init__(self, file: BinaryIO, name: str) -> None:
        self._file, self._name = file, name
        self._at = file.write(_MAGIC)
        self._arrays: dict[str, tuple[int, str, int, int]] = {}
        self._sums: list[Array] = []

    def put(self, name: str, values: Array) -> None:
        """Write a column that is in memory."""
        whole = np.ascontiguousarray(values)
        data = whole.view(np.uint8).data
        self._file.write(data)
        self._note(name, whole.dtype, len(whole), check_sums(data))

    def put_spool(self, name: str, spool: Spool) -> None:
        """Write a column that was collected."""
        self._note(name, spool.kind, len(spool), spool.copy(self._file))

    def put_terms(self, name: str, terms: Terms) -> None:
        """Write terms."""
        self.put(f"{name}.offsets", terms.offsets.whole())
        self.put(f"{name}.blob", terms.blob.whole())
        self.put_marks(name, terms.marked())

    def put_marks(self, name: str, marks: Terms) -> None:
        """Write every so many of terms."""
        self.put(f"{name}.marks.offsets", marks.offsets.whole())
        self.put(f"{name}.marks.blob", marks.blob.whole())

    def put_columns(self, field: str, columns: Columns) -> None:
        """Write the columns of a field that are in memory."""
        self.put_terms(f"{field}.stems", columns.stems)
        self.put_terms(f"{field}.forms", columns.forms)
        for name in NUMBERS:
            self.put(f"{field}.{name}", getattr(columns, name).whole())
        self.put_within(field, columns.within)

    def put_within(self, field: str, within: Within) -> None:
        """Write what stands within compounds of a field."""
        for name in _WITHIN:
            self.put(f"{field}.within.{name}", getattr(within, name).whole())

    def finish(self, rows: Rows) -> None:
        """Write what is known of the documents, and what makes the file whole."""
        for name, column in _of_rows(rows):
            self.put(name, column)
        written = np.concatenate(self._sums).tobytes()
        directory = {
            "name": self._name,
            "arrays": self._arrays,
            "values": {facet: labels.values for facet, labels in rows.labels.items()},
            "sums": (self._at, crc32(written)),
        }
        self._at += self._file.write(written)
        listed = json.dumps(directory).encode("ascii")
        self._file.write(listed)
        self._file.write(_FOOTER.pack(self._at, len(listed), crc32(listed), _MAGIC))

    def _note(self, name: str, kind: np.dtype[Any], count: int, sums: Array) -> None:
        self._arrays[name] = (self._at, kind.str, count, len(sums))
        self._sums.append(sums)
        size = count * kind.itemsize
        self._at += size + self._file.write(b"\0" * (-size % 8))


def write(segment: Segment, file: BinaryIO) -> None:
    """Write a segment that is in memory; its file keeps its name. Raise OSError."""
    written = SegmentFile(file, Path(file.name).name)
    for field, columns in segment.columns.items():
        written.put_columns(field, columns)
    written.finish(segment.rows)


def read(path: Path) -> Segment:
    """Map a segment's file into memory. Raise SearchError(damaged), or OSError where it cannot be opened."""
    with path.open("rb") as file:
        try:
            mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except ValueError as error:  # an empty file
            raise SearchError("damaged", path.name, path=str(path)) from error
    try:
        return _segment(mapped, _directory(mapped, path.name), whole=False)
    except (ValueError, KeyError, IndexError, TypeError, struct.error) as error:
        raise SearchError("damaged", path.name, path=str(path)) from error


def verify(path: Path) -> None:
    """Compare all check sums of a segment's file. Raise SearchError(damaged)."""
    data = path.read_bytes()
    try:
        _segment(data, _directory(data, path.name), whole=True)
    except (ValueError, KeyError, IndexError, TypeError, struct.error) as error:
        raise SearchError("damaged", path.name, path=str(path)) from error


def _directory(data: mmap.mmap | bytes, name: str) -> dict[str, Any]:
    if data[: len(_MAGIC)] != _MAGIC:
        raise ValueError("magic")
    at, length, sum_, magic = _FOOTER.unpack(data[-_FOOTER.size :])
    written = data[at : at + length]
    if magic != _MAGIC or crc32(written) != sum_:
        raise ValueError("directory")
    directory: dict[str, Any] = json.loads(written)
    if directory["name"] != name:
        raise ValueError("name")
    return directory


def _segment(data: mmap.mmap | bytes, directory: Mapping[str, Any], *, whole: bool) -> Segment:
    columns = {}
    at, of_sums = directory["sums"]
    blocks = sum(entry[3] for entry in directory["arrays"].values())
    sums = np.frombuffer(data, dtype=np.uint32, count=blocks, offset=at)
    if crc32(sums.tobytes()) != of_sums:
        raise ValueError("check sums")
    seen = 0
    for name, (start, kind, count, number) in directory["arrays"].items():
        values = np.frombuffer(data, dtype=np.dtype(kind), count=count, offset=start)
        if number != -(-values.nbytes // BLOCK):
            raise ValueError(name)
        columns[name] = Column(values, sums[seen : seen + number])
        seen += number
        end = start + values.nbytes
        if whole and any(data[end : end + -end % 8]):
            raise ValueError(name)
        if whole:
            columns[name].whole()
    rows = Rows(
        id=columns["row.id"].whole(),
        date=columns["row.date"].whole(),
        day=columns["row.day"].whole(),
        lengths={field: columns[f"row.length.{field}"].whole() for field in TEXT_FIELDS},
        labels={
            facet: Labels(columns[f"row.label.{facet}"].whole(), tuple(directory["values"][facet])) for facet in FACETS
        },
    )
    mapped = data if isinstance(data, mmap.mmap) else None
    return Segment(rows, {field: _columns(columns, field) for field in TEXT_FIELDS}, mapped)


def _columns(columns: Mapping[str, Column], field: str) -> Columns:
    def terms(name: str) -> Terms:
        own = f"{field}.{name}"
        marks = columns[f"{own}.marks.offsets"], columns[f"{own}.marks.blob"]
        return Terms(columns[f"{own}.offsets"], columns[f"{own}.blob"], marks)

    numbers = {name: columns[f"{field}.{name}"] for name in NUMBERS}
    compounds = Within(*(columns[f"{field}.within.{name}"] for name in _WITHIN))
    return Columns(stems=terms("stems"), forms=terms("forms"), within=compounds, **numbers)


def _of_rows(rows: Rows) -> Iterator[tuple[str, Array]]:
    yield from (("row.id", rows.id), ("row.date", rows.date), ("row.day", rows.day))
    yield from ((f"row.length.{field}", lengths) for field, lengths in rows.lengths.items())
    yield from ((f"row.label.{facet}", labels.numbers) for facet, labels in rows.labels.items())
