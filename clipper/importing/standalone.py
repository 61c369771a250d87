"""Extraction without a library: paths, addresses, JSON lines -> articles, in input order, as soon as each is known."""

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from clipper.answers import Extracted
from clipper.errors import SourceError
from clipper.extraction.pool import Extraction
from clipper.fetching.fetcher import Fetcher
from clipper.importing.pipeline import Done, Item, Pipeline
from clipper.model import Request
from clipper.progress import Progress
from clipper.sources.reading import requests
from clipper.urls import is_web


@dataclass(frozen=True, slots=True)
class _Line:
    """What one input said, for the answer."""

    given: str
    path: str | None = None
    id: str | None = None
    url: str | None = None


def extract(
    inputs: Iterable[str], fetcher: Fetcher, extraction: Extraction, *, parallel: int, progress: Progress
) -> Iterator[Extracted]:
    """Extract inputs, several at once. Raise Cancelled."""
    pipeline = Pipeline(fetcher, extraction, parallel=parallel, with_pictures=False)
    lines: dict[int, _Line] = {}
    waiting: dict[int, Item] = {}
    next_number = 0
    for done in pipeline.run(_feed(inputs, lines), progress):
        if not isinstance(done, Done):
            continue
        waiting[done.number] = done.item
        while next_number in waiting:
            yield _answer(lines.pop(next_number), waiting.pop(next_number))
            next_number += 1


def _feed(inputs: Iterable[str], lines: dict[int, _Line]) -> Iterator[Item]:
    number = 0
    for text in inputs:
        for line, item in _read(text):
            lines[number] = line
            number += 1
            yield item


def _read(text: str) -> Iterator[tuple[_Line, Item]]:
    """Read one input line; what cannot be read is an item with its fault."""
    if text.lstrip().startswith("{"):
        yield _read_json(text)
    elif not is_web(text) and "://" not in text and os.path.isfile(text):  # noqa: PTH113 - Path.is_file() raises for long texts
        path = str(Path(text).absolute())
        yield _Line(text, path=path), Item(Request(text, path=path))
    else:
        try:
            for request in requests(text):
                yield _Line(request.given, request.path, None, request.url), Item(request)
        except SourceError as error:
            yield _Line(text), Item(Request(text), fault=error.fault())


def _read_json(text: str) -> tuple[_Line, Item]:
    try:
        raw: Any = json.loads(text)
    except (json.JSONDecodeError, RecursionError):
        raw = {}
    url = raw.get("url") if isinstance(raw.get("url"), str) else None
    path = raw.get("path") if isinstance(raw.get("path"), str) else None
    id = None if raw.get("id") is None else str(raw["id"])
    line = _Line(text, path, id, url)
    if path:
        return line, Item(Request(path, url=url, path=str(Path(path).absolute())))
    if url and is_web(url):
        return line, Item(Request(url, url=url))
    fault = SourceError("scheme" if url else "damaged", url or "").fault()
    return line, Item(Request(text), fault=fault)


def _answer(line: _Line, item: Item) -> Extracted:
    url = (item.page.url if item.page else None) or line.url
    return Extracted(line.given, line.path, line.id, url, item.article, item.fault)
