"""A plain text with one address a line -> Requests."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from clipper.errors import SourceError
from clipper.model import Request
from clipper.sources.complaints import Complaints
from clipper.sources.text import joined_tags, one_line, opened
from clipper.urls import is_web

_LOOKED_AT = 50
"""A text whose first so many lines have no address is no list."""
_MAX_LINE = 20_000
_BULLET = re.compile(r"^(?:[-*+•–]|\d{1,5}[.)])\s+(?:\[[ xX]\]\s+)?")
_MARKDOWN = re.compile(r"^\[(?P<title>[^\]]*)\]\(<?(?P<url>https?://[^\s)>]+)>?\)", re.IGNORECASE)
_ADDRESS = re.compile(r"^<?(?P<url>https?://[^\s<>]+)>?(?:\s*\|\s*(?P<title>.*))?", re.IGNORECASE)


def requests(path: Path, *, tags: Sequence[str]) -> Iterator[Request]:
    """Read a list: an address a line, perhaps a bullet before and "| title" behind; "#" begins a comment.

    Raise SourceError(not_a_known_format) before the first Request, SourceError(damaged) with the numbers of the lines
    without an address after the last, OSError.
    """
    complaints, found = Complaints(path), False
    with opened(path) as file:
        number = 0
        while line := file.readline(_MAX_LINE):
            number += 1
            text = line.strip().lstrip("\ufeff")
            if not text or text.startswith(("#", "//")):
                continue
            url, title = _read(text)
            if url:
                found = True
                yield Request(url, url=url, title=title, tags=joined_tags(tags, ()))
            else:
                complaints.line(number)
                if not found and complaints.count >= _LOOKED_AT:
                    break
    if not found:
        raise SourceError("not_a_known_format", path.suffix.lower(), path=str(path))
    complaints.speak()


def _read(text: str) -> tuple[str, str | None]:
    text = _BULLET.sub("", text)
    match = _MARKDOWN.match(text) or _ADDRESS.match(text)
    if match is None:
        return "", None
    url = match["url"].rstrip(",;")
    return (url, one_line(match["title"] or "") or None) if is_web(url) else ("", None)
