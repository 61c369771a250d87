"""A CSV with a column of addresses -> Requests: Pocket, Instapaper, Raindrop, Readwise Reader, Matter, or anybody's."""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, TextIO

from clipper.errors import SourceError
from clipper.model import Request
from clipper.sources import text
from clipper.sources.complaints import Complaints
from clipper.urls import is_web

# A table may hold whole articles; the module's own limit of 131,072 is for all its users, and so is this one.
csv.field_size_limit(100_000_000)

_URLS = ("url", "link", "href", "uri", "address", "adresse", "web address", "given_url", "resolved_url")
_TITLES = ("title", "titel", "name", "headline", "given_title", "resolved_title")
_TAGS = ("tags", "tag", "labels", "document tags", "keywords", "schlagwörter")
_FOLDERS = ("folder", "collection", "ordner")
_TIMES = (
    *("time_added", "timestamp", "created", "created_at", "saved date", "saved_at", "date added", "date_added"),
    *("added", "time", "last interaction date"),
)
_STATES = ("unread", "archive", "starred", "unsorted", "read", "my notes")
"""What Instapaper and Raindrop write where others have a folder of the user's own."""


class _Columns(NamedTuple):
    url: int
    title: int | None = None
    tags: int | None = None
    folder: int | None = None
    time: int | None = None


def requests(path: Path, *, tags: Sequence[str]) -> Iterator[Request]:
    """Read a table row by row. Raise SourceError(not_a_known_format) before the first Request where no column holds
    addresses, SourceError(damaged) after the last with the lines whose address is none, OSError.
    """
    complaints = Complaints(path)
    with text.opened(path, newline="") as file:
        columns: _Columns | None = None
        for number, row in _rows(file, _delimiter(file), path):
            if not any(cell.strip() for cell in row) or (number == 1 and _is_hint(row)):
                continue
            if columns is None:
                columns = _columns(row)
                if columns is None:
                    raise SourceError("not_a_known_format", path.suffix.lower(), path=str(path))
                if not is_web(row[columns.url]):
                    continue
            request = _request(row, columns, tags)
            if request is None:
                complaints.line(number)
            else:
                yield request
    if columns is None:
        raise SourceError("empty", path=str(path))
    complaints.speak()


def _rows(file: TextIO, delimiter: str, path: Path) -> Iterator[tuple[int, list[str]]]:
    """Give the rows with the numbers of their last lines.

    A quote that is never closed would swallow the rows behind it, in silence: where the lines of a row hold an odd
    number of quotes, each line is taken for a row.
    """
    lines: list[str] = []

    def noted() -> Iterator[str]:
        for line in file:
            lines.append(line)
            yield line

    reader = csv.reader(noted(), delimiter=delimiter)
    try:
        for row in reader:
            if len(lines) > 1 and sum(line.count('"') for line in lines) % 2:
                first = reader.line_num - len(lines) + 1
                for number, bare in enumerate(csv.reader(lines, delimiter=delimiter, quoting=csv.QUOTE_NONE), first):
                    yield number, [cell.strip().strip('"') for cell in bare]
            else:
                yield reader.line_num, row
            lines.clear()
    except csv.Error as error:
        raise SourceError("damaged", str(reader.line_num), path=str(path)) from error


def _delimiter(file: TextIO) -> str:
    """Give what stands most often in the first line (or what Excel's "sep=" names)."""
    start = file.tell()
    line = file.readline(100_000)
    file.seek(start)
    if line.lower().startswith("sep=") and len(line) > 4 and not line[4].isspace():
        return line[4]
    if line.lower().startswith("sep=\t"):
        return "\t"
    return max(",;\t|", key=line.count)


def _is_hint(row: Sequence[str]) -> bool:
    return row[0].lower().startswith("sep=")


def _columns(row: Sequence[str]) -> _Columns | None:
    """Find the columns by their names; without names, the first column that holds an address."""
    names = [cell.strip().lower().lstrip("\ufeff") for cell in row]

    def place(known: Sequence[str]) -> int | None:
        return next((names.index(name) for name in known if name in names), None)

    url = place(_URLS)
    if url is not None:
        return _Columns(url, place(_TITLES), place(_TAGS), place(_FOLDERS), place(_TIMES))
    url = next((number for number, cell in enumerate(row) if is_web(cell)), None)
    return None if url is None else _Columns(url)


def _request(row: Sequence[str], columns: _Columns, tags: Sequence[str]) -> Request | None:
    def cell(number: int | None) -> str:
        return row[number].strip() if number is not None and number < len(row) else ""

    url = cell(columns.url)
    if not is_web(url):
        return None
    title = text.one_line(cell(columns.title))
    named = text.tags(cell(columns.tags))
    folder = cell(columns.folder)
    if folder and folder.lower() not in _STATES:
        named.append("/".join(part.strip() for part in folder.split("/")))
    return Request(
        given=url,
        url=url,
        title=title if title and title != url else None,
        tags=text.joined_tags(tags, named),
        saved=text.moment(cell(columns.time)),
    )
