"""Which lines a site repeats: pure counting and judging over the lines of its pages."""

import struct
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from clipper.lines import KEY_BYTES, is_paragraph
from clipper.model import Line

FEWEST_PAGES = 5  # of a site, the page in hand among them, before anything is left out of it
# Of the other pages of the site. Agency copy, and what a paper repeats in each report of a running story, stands on
# several pages, too: so a line must stand on more than one other page, and on a good part of all. A paragraph of prose
# is likelier to be such text, and must stand on most.
_PAGES, _SHARE = 2, 0.4
_PAGES_OF_PROSE, _SHARE_OF_PROSE = 3, 0.6
# Where a line stands apart from the text, one other page is enough (docs/decisions/010-what-a-site-repeats.md).
_SHARE_APART = 0.05
_SAME = 0.9  # of the lines of two pages in common: one article under two addresses
_SAME_WITH_TITLE = 0.5


@dataclass(frozen=True, slots=True)
class PageLines:
    """What is kept of one clipping. page: the same for clippings of one page. key: canonical address."""

    page: int
    lines: bytes
    key: str | None = None
    title: str = ""


def packed(lines: Iterable[Line]) -> bytes:
    """Give the keys of lines in one value."""
    return b"".join(line.key for line in lines)


def keys_of(lines: bytes) -> tuple[bytes, ...]:
    """Give the keys that stand in one value."""
    number = len(lines) // KEY_BYTES
    return struct.unpack(f"{KEY_BYTES}s" * number, lines[: number * KEY_BYTES])


def count(kept: Iterable[PageLines]) -> tuple[int, Mapping[bytes, int]]:
    """Give how many pages there are, and on how many of them each line stood. Clippings of one page count once."""
    pages: dict[int, set[bytes]] = {}
    for one in kept:
        pages.setdefault(one.page, set()).update(keys_of(one.lines))
    return len(pages), Counter(chain.from_iterable(pages.values()))


def same_page(own: PageLines, others: Iterable[PageLines]) -> int | None:
    """Give the page among others that own is another clipping of; None where it is a page of its own."""
    mine = set(keys_of(own.lines))
    for other in others:
        theirs = keys_of(other.lines)
        common = len(mine.intersection(theirs)) / max(len(mine), len(theirs), 1)
        titled = bool(own.title) and own.title == other.title
        if (own.key is not None and own.key == other.key) or common >= (_SAME_WITH_TITLE if titled else _SAME):
            return other.page
    return None


def is_repeated_apart(*, stood_on: int, pages: int) -> bool:
    """Judge a line that stands apart from the text of its page."""
    return pages >= FEWEST_PAGES - 1 and stood_on >= max(1, _SHARE_APART * pages)


def is_repeated(line: Line, *, stood_on: int, pages: int) -> bool:
    """Judge a line that stood on so many of the other pages of its site."""
    if pages < FEWEST_PAGES - 1:
        return False
    if is_paragraph(line):
        return stood_on >= max(_PAGES_OF_PROSE, _SHARE_OF_PROSE * pages)
    return stood_on >= max(_PAGES, _SHARE * pages)
