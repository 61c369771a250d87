"""A segment: some documents' rows and postings, in one file of columns that is mapped into memory. Written once.

The file: eight bytes of magic, the arrays (each at a multiple of eight), the check sums of their blocks, a directory
in JSON, its length and check sum. Directory, check sums and rows are checked when the file is opened, each block of
the rest when it is first touched, all of it by verify().
"""

import json
import mmap
import struct
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO
from zlib import crc32

import numpy as np

from clipper.errors import SearchError
from clipper.search.columns import BLOCK, Array, Column, Terms
from clipper.search.merging import merged
from clipper.search.postings import Columns, Stream
from clipper.search.protocol import IndexDocument
from clipper.search.within import Within

TEXT_FIELDS = ("title", "text", "site", "author", "section")
FACETS = ("site", "language", "section")

_MAGIC = b"CLIPSEG2"
_NUMBERS = ("starts", "ids", "counts", "places", "codes", "owners", "spread")
_WITHIN = ("heads", "starts", "ids", "counts")
_FOOTER = struct.Struct("<QII8s")  # where the directory begins, its length, its check sum, magic


@dataclass(frozen=True, slots=True)
class Labels:
    """A value of each document, kept as numbers into the different values."""

    numbers: Array
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """What is known of each document. Days as numbers YYYYMMDD, 0: unknown. lengths: words of each text field."""

    id: Array
    date: Array
    day: Array
    lengths: Mapping[str, Array]
    labels: Mapping[str, Labels]


@dataclass(frozen=True, slots=True)
class Segment:
    """A segment as it lies in the file."""

    rows: Rows
    columns: Mapping[str, Columns]


class Draft:
    """A segment that is being made: documents added, then segments joined to it."""

    def __init__(self) -> None:
        self.count = 0
        self._streams = {field: Stream() for field in TEXT_FIELDS}
        self._lengths: dict[str, list[int]] = {field: [] for field in TEXT_FIELDS}
        self._documents: list[tuple[int, int, int]] = []
        self._labels: dict[str, list[str]] = {facet: [] for facet in FACETS}
        self._joined: list[tuple[Segment, Array]] = []

    def add(self, document: IndexDocument) -> None:
        """Take in a document."""
        texts = {
            "title": (f"{document.title}\n{document.subtitle}", document.language),
            "text": (document.text, document.language),
            "site": (f"{document.site}\n{document.host}", ""),
            "author": ("\n".join(document.authors), ""),
            "section": (document.section, document.language),
        }
        for field, (text, language) in texts.items():
            self._lengths[field].append(self._streams[field].add(self.count, text, language))
        day = number_of_day(document.sort_day)
        self._documents.append((document.id, number_of_day(document.date), day))
        for facet, value in (
            ("site", document.site or document.host),
            ("language", document.language),
            ("section", document.section),
        ):
            self._labels[facet].append(value)
        self.count += 1

    def join(self, segment: Segment, live: Array) -> None:
        """Take in those documents of a segment that are live (a mask)."""
        numbers = np.full(len(live), -1, dtype=np.int64)
        numbers[live] = np.arange(self.count, self.count + int(np.count_nonzero(live)))
        self.count += int(np.count_nonzero(live))
        self._joined.append((segment, numbers))

    def segment(self) -> Segment:
        """Give what came in."""
        own = np.arange(len(self._documents))
        table = np.array(self._documents, dtype=np.int64).reshape(len(self._documents), 3)
        parts = [
            Rows(
                id=table[:, 0],
                date=table[:, 1].astype(np.int32),
                day=table[:, 2].astype(np.int32),
                lengths={field: np.array(values, dtype=np.uint32) for field, values in self._lengths.items()},
                labels={facet: _labelled(values) for facet, values in self._labels.items()},
            )
        ]
        parts += [_kept(segment.rows, numbers >= 0) for segment, numbers in self._joined]
        rows = _chained(parts)
        german = labelled(rows, "de")
        columns = {}
        for field, stream in self._streams.items():
            joined = [(segment.columns[field], numbers) for segment, numbers in self._joined]
            fresh = stream.columns(german[: len(own)])
            columns[field] = merged([(fresh, own), *joined], german) if joined else fresh
        return Segment(rows, columns)


def number_of_day(day: str) -> int:
    """Give "YYYY-MM-DD" as a number, 0 where it is no day."""
    digits = day[:10].replace("-", "")
    return int(digits) if len(digits) == 8 and digits.isascii() and digits.isdecimal() else 0


def labelled(rows: Rows, language: str) -> Array:
    """Tell which documents are in a language."""
    labels = rows.labels["language"]
    wanted = np.array([value.lower() == language for value in labels.values], dtype=bool)
    return wanted[labels.numbers] if len(wanted) else np.zeros(len(labels.numbers), dtype=bool)


def write(segment: Segment, file: BinaryIO) -> None:
    """Write a segment. Its file keeps its name: one of another segment, put in its place, is told by that."""
    directory: dict[str, Any] = {"name": Path(file.name).name, "arrays": {}, "values": {}}
    sums = []
    at = file.write(_MAGIC)
    for name, column in _arrays(segment):
        data = column.whole().tobytes()
        of_blocks = column.sums()
        directory["arrays"][name] = (at, column.whole().dtype.str, len(column), len(of_blocks))
        sums.append(of_blocks)
        at += file.write(data) + file.write(b"\0" * (-len(data) % 8))
    written = np.concatenate(sums).tobytes()
    directory["sums"] = (at, crc32(written))
    at += file.write(written)
    for facet, labels in segment.rows.labels.items():
        directory["values"][facet] = labels.values
    listed = json.dumps(directory).encode("ascii")
    file.write(listed)
    file.write(_FOOTER.pack(at, len(listed), crc32(listed), _MAGIC))


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
    return Segment(rows, {field: _columns(columns, field) for field in TEXT_FIELDS})


def _columns(columns: Mapping[str, Column], field: str) -> Columns:
    stems, forms = (
        Terms(columns[f"{field}.{name}.offsets"], columns[f"{field}.{name}.blob"]) for name in ("stems", "forms")
    )
    compounds = Within(*(columns[f"{field}.within.{name}"] for name in _WITHIN))
    return Columns(
        stems=stems, forms=forms, within=compounds, **{name: columns[f"{field}.{name}"] for name in _NUMBERS}
    )


def _arrays(segment: Segment) -> Iterable[tuple[str, Column]]:
    rows = segment.rows
    yield from (("row.id", Column(rows.id)), ("row.date", Column(rows.date)), ("row.day", Column(rows.day)))
    for field, lengths in rows.lengths.items():
        yield f"row.length.{field}", Column(lengths)
    for facet, labels in rows.labels.items():
        yield f"row.label.{facet}", Column(labels.numbers)
    for field, columns in segment.columns.items():
        for name, terms in (("stems", columns.stems), ("forms", columns.forms)):
            yield from ((f"{field}.{name}.offsets", terms.offsets), (f"{field}.{name}.blob", terms.blob))
        for name in _NUMBERS:
            yield f"{field}.{name}", getattr(columns, name)
        for name in _WITHIN:
            yield f"{field}.within.{name}", getattr(columns.within, name)


def _labelled(values: Sequence[str]) -> Labels:
    different = {value: number for number, value in enumerate(dict.fromkeys(values))}
    return Labels(np.array([different[value] for value in values], dtype=np.uint32), tuple(different))


def _kept(rows: Rows, live: Array) -> Rows:
    return Rows(
        id=rows.id[live],
        date=rows.date[live],
        day=rows.day[live],
        lengths={field: lengths[live] for field, lengths in rows.lengths.items()},
        labels={facet: Labels(labels.numbers[live], labels.values) for facet, labels in rows.labels.items()},
    )


def _chained(parts: Sequence[Rows]) -> Rows:
    return Rows(
        id=np.concatenate([rows.id for rows in parts]),
        date=np.concatenate([rows.date for rows in parts]),
        day=np.concatenate([rows.day for rows in parts]),
        lengths={field: np.concatenate([rows.lengths[field] for rows in parts]) for field in TEXT_FIELDS},
        labels={facet: _one_list([rows.labels[facet] for rows in parts]) for facet in FACETS},
    )


def _one_list(lists: Sequence[Labels]) -> Labels:
    number = {value: index for index, value in enumerate(dict.fromkeys(v for labels in lists for v in labels.values))}
    maps = [np.array([number[value] for value in labels.values], dtype=np.uint32) for labels in lists]
    return Labels(
        np.concatenate([way[labels.numbers] for way, labels in zip(maps, lists, strict=True)]).astype(np.uint32),
        tuple(number),
    )
