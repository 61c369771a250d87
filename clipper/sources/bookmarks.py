"""Bookmarks as browsers and reading services export them (Netscape's HTML, Pocket's HTML) -> Requests."""

import html
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TextIO

from clipper.errors import SourceError
from clipper.model import Request
from clipper.sources import text
from clipper.sources.complaints import Complaints
from clipper.urls import is_web

_LIST = re.compile(
    rb"<!doctype\s+netscape-bookmark-file|<title>\s*(?:pocket export|instapaper: export)\s*</title>", re.IGNORECASE
)
_TOKEN = re.compile(
    r"<h3\b(?P<folder>[^>]{0,2000})>(?P<name>.{0,4000}?)</h3\s*>"
    r"|<a\b(?P<link>[^>]{0,300000})>(?P<title>.{0,4000}?)</a\s*>|(?P<open><dl\b)|(?P<close></dl\s*>)",
    re.IGNORECASE | re.DOTALL,
)
_END = re.compile(r"</(?:a|h3|dl)\s*>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([\w-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_MARKUP = re.compile(r"<[^>]*>")
_ROOTS = ("personal_toolbar_folder", "unfiled_bookmarks_folder")
_CHUNK = 65_536
_MAX_OPEN = 1_000_000
"""So much without the end of an entry is no list of bookmarks."""


def is_list(head: bytes) -> bool:
    """Say by its first bytes whether an HTML file is an export of bookmarks and no saved page."""
    return _LIST.search(head) is not None


def requests(path: Path, *, tags: Sequence[str]) -> Iterator[Request]:
    """Read bookmarks. A folder (not the browser's own bars) becomes a tag, folders in it its levels.

    Raise SourceError(empty) where there is none, SourceError(scheme) with a count after the last where some lead
    elsewhere than into the web, OSError.
    """
    complaints, count = Complaints(path), 0
    above: list[str] = []
    name = ""
    with text.opened(path) as file:
        for token in _tokens(file):
            if token["name"] is not None:
                name = _folder(token["folder"], token["name"])
            elif token["open"]:
                above.append(name)
                name = ""
            elif token["close"]:
                above = above[:-1]
            else:
                request = _request(token["link"], token["title"], above, tags)
                if isinstance(request, Request):
                    count += 1
                    yield request
                elif request:
                    complaints.scheme(request)
    if count == 0:
        raise SourceError("empty", path=str(path))
    complaints.speak()


def _tokens(file: TextIO) -> Iterator[re.Match[str]]:
    """Give folders and links as they come, without the whole file in memory."""
    rest = ""
    while chunk := file.read(_CHUNK):
        rest += chunk
        ends = [match.end() for match in _END.finditer(rest)]
        if ends:
            yield from _TOKEN.finditer(rest[: ends[-1]])
            rest = rest[ends[-1] :]
        elif len(rest) > _MAX_OPEN:
            return


def _folder(attributes: str, name: str) -> str:
    if any(root in attributes.lower() for root in _ROOTS):
        return ""
    return text.one_line(html.unescape(_MARKUP.sub("", name))).replace("/", "-")


def _request(attributes: str, title: str, above: Sequence[str], tags: Sequence[str]) -> Request | str:
    """Give the Request, or the address where it is none of the web."""
    values = {
        match[0].lower(): html.unescape(match[1] or match[2] or match[3]) for match in _ATTRIBUTE.findall(attributes)
    }
    url = values.get("href", "").strip()
    if not is_web(url):
        return url
    named = text.tags(values.get("tags", ""))
    folder = "/".join(part for part in above if part)
    shown = text.one_line(html.unescape(_MARKUP.sub("", title)))
    return Request(
        given=url,
        url=url,
        title=shown if shown and shown != url else None,
        tags=text.joined_tags(tags, [*named, folder]),
        saved=text.moment(values.get("add_date", "") or values.get("time_added", "")),
    )
