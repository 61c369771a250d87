"""Where a search finds what it looks for in the text on the pane. Pure; runs in a job."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass

# More marks than this are a yellow page, not a help.
LIMIT = 2_000
# So much of a part is looked through: half a second of a job's time.
MARKED_CHARS = 300_000

Mark = Callable[[str, str, str], Sequence[tuple[int, int]]]
"""(text, field, language) -> where a query is answered there, [start, end) in code points, in order."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the pane's text, [start, end) in UTF-16 units, and the field of the article that stands there."""

    field: str
    start: int
    end: int


def places(text: str, parts: Sequence[Part], mark: Mark, language: str) -> tuple[tuple[int, int], ...]:
    """Give [start, end) of what is found, in UTF-16 units as QTextDocument counts them; in order, not overlapping.

    What stands between the parts (links, tags, when it was clipped) is no part of the article, and not looked at.
    """
    units = text.encode("utf-16-le", "surrogatepass")
    found: list[tuple[int, int]] = []
    for part in parts:
        end = min(part.end, part.start + MARKED_CHARS)
        piece = units[2 * part.start : 2 * end].decode("utf-16-le", "surrogatepass")
        found += _in_utf16(piece, mark(piece, part.field, language), part.start)
    return tuple(_apart(found)[:LIMIT])


def _apart(found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give the places in order, each once: two fields may stand in one line."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def _in_utf16(text: str, marks: Sequence[tuple[int, int]], start: int) -> list[tuple[int, int]]:
    wide = [place for place, char in enumerate(text) if char > "\uffff"] if not text.isascii() else []

    def at(place: int) -> int:
        return start + place + bisect_left(wide, place)

    return [(at(first), at(last)) for first, last in marks]
