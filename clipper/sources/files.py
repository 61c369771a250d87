"""One file -> Requests, by its name and its first bytes."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from clipper.errors import SourceError
from clipper.model import Request
from clipper.sources import articles, bookmarks, links, lists, tables
from clipper.sources.text import sound

PAGES = (".html", ".htm", ".xhtml", ".xht", ".shtml", ".mht", ".mhtml", ".webarchive")
LINKS = (".url", ".webloc", ".desktop")
TABLES = (".csv", ".tsv")
ARTICLES = (".jsonl",)
LISTS = (".txt", ".text", ".list", ".lst", ".uris", "")
KNOWN = PAGES + LINKS + TABLES + ARTICLES + LISTS
_HEAD_BYTES = 4_096


def read(path: Path, *, given: str, tags: Sequence[str], ignored: Counter[str]) -> Iterator[Request]:
    """Read a file; path is absolute. Raise SourceError, OSError."""
    if (shown := sound(str(path))) != str(path):
        raise SourceError("damaged", path=shown)  # a name that is no text cannot be kept in a database
    suffix = path.suffix.lower()
    with path.open("rb") as file:
        head = file.read(_HEAD_BYTES)
    if suffix not in KNOWN:
        raise SourceError("not_a_known_format", suffix, path=str(path))
    if not head:
        raise SourceError("empty", path=str(path))
    if suffix in LINKS:
        yield links.request(path, given=given, tags=tags)
    elif suffix in ARTICLES:
        yield from articles.requests(path, given=given, tags=tags, ignored=ignored)
    elif suffix in TABLES:
        yield from tables.requests(path, tags=tags)
    elif suffix in (*PAGES, "") and bookmarks.is_list(head):
        yield from bookmarks.requests(path, tags=tags)
    elif suffix in PAGES or (suffix == "" and _is_html(head)):
        yield Request(given, path=str(path), tags=tuple(dict.fromkeys(tags)))
    else:
        yield from lists.requests(path, tags=tags)


def _is_html(head: bytes) -> bool:
    return head.lstrip(b"\xef\xbb\xbf \t\r\n")[:15].lower().startswith((b"<!doctype html", b"<html"))
