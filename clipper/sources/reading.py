"""What was handed in -> Requests: addresses, saved pages, link files, reading lists, folders, JSON lines."""

import os
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import unquote, urlsplit

from clipper.errors import SourceError
from clipper.model import Request
from clipper.sources import folders
from clipper.sources.files import read
from clipper.urls import is_web

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+):")
"""Two letters and more: "C:" is a drive."""


def requests(given: str, *, tags: Sequence[str] = (), ignored: Counter[str] | None = None) -> Iterator[Request]:
    """Read one thing handed in: an http(s) address, or a path (made absolute by the caller or relative to here).

    A folder gives its files in name order, depth first. A .jsonl gives articles. Lists are read as they are asked for,
    never whole. tags go onto every Request, before those that a list names. ignored: the unknown keys of articles are
    counted into it while they are read.
    Raises SourceError (codes: scheme, not_a_known_format, damaged, empty, not_found) when the first Request is asked
    for or, for a list or a folder with something bad in it, after the good ones; detail then names the lines or files.
    """
    counted: Counter[str] = Counter() if ignored is None else ignored
    address = given.strip()
    if is_web(address):
        yield Request(given, url=address, tags=tuple(dict.fromkeys(tags)))
        return
    path = _path(given)
    if path is None:
        raise SourceError("not_found", given.strip()[:500], path=given[:500])
    try:
        if path.is_dir():
            yield from folders.requests(path, tags=tags, ignored=counted)
        elif not path.is_file():  # a device or a pipe has no end
            raise SourceError("not_a_known_format", path.name, path=str(path))
        else:
            yield from read(path, given=given, tags=tags, ignored=counted)
    except OSError as error:
        raise SourceError("damaged", error.strerror or str(error), path=str(path)) from error


def _path(given: str) -> Path | None:
    """Give the path that is meant, absolute; None where nothing is there. Raise SourceError(scheme)."""
    for text in dict.fromkeys((given, given.strip())):
        if text and _exists(text):
            return Path(os.path.abspath(text))  # noqa: PTH100 - resolve() would follow links, absolute() keeps ".."
    match = _SCHEME.match(given.strip())
    if match is None:
        return None
    if match.group(1).lower() != "file":
        raise SourceError("scheme", match.group(1).lower()[:40], url=given.strip()[:500])
    try:
        parts = urlsplit(given.strip())
    except ValueError as error:
        raise SourceError("scheme", "file", url=given.strip()[:500]) from error
    if parts.netloc not in ("", "localhost"):
        raise SourceError("scheme", "file", url=given.strip()[:500])  # a share of another machine
    local = unquote(parts.path)
    # file:///C:/page.html
    local = local[1:] if re.match(r"/[A-Za-z]:", local) else local
    return Path(os.path.abspath(local)) if local and _exists(local) else None  # noqa: PTH100 - see above


def _exists(text: str) -> bool:
    try:
        return Path(text).exists()
    except (OSError, ValueError):  # too long for a name, or a NUL in it
        return False
