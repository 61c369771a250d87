"""Marks and snippets: where a text answers a query, and the passage that shows it. Pure; knows no engine.

German and other stems are marked right: the range is that of the word as it stands in the text. All ranges are
[start, end) in code points.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from clipper.search.matching import Words, places
from clipper.search.nodes import Node
from clipper.search.query import positive

WIDTH = 200
_MOST_HITS = 1000  # the best passage is looked for among the first ones
_LEAD = 60  # code points before the first hit, where there is that much
_BORDER = 20  # how far a cut may move to reach the end of a word
_SENTENCE = re.compile(r"[.!?…][\"”“»«')\]]*\s+|\n\s*")
_WORDS = re.compile(r"\S+")

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Snippet:
    """A passage as one line of plain text. marks: [start, end) in code points of text."""

    text: str
    marks: tuple[Range, ...] = ()


def marks(query: Node, text: str, *, language: str, field: str = "text") -> tuple[Range, ...]:
    """Give where text matches the query, [start, end), in order, not overlapping. field: which one text is."""
    return _joined([hit[0] for hit in _hits(query, text, language, field)])


def snippet(query: Node, text: str, *, language: str, width: int = WIDTH) -> Snippet:
    """Give the passage of about width code points with the best cluster of hits, cut at words; else the beginning.

    A cut end is shown by "…", but not before the first word of a sentence. White space is one space each.
    """
    hits = _hits(query, text, language, "text")
    first, last = _best(hits[:_MOST_HITS], width) if hits else (0, 0)
    start = _start(text, first, last, width) if hits else 0
    end = _end(text, start, max(last, min(start + width, len(text))))
    return _one_line(text, start, end, _joined([hit[0] for hit in hits]))


def _hits(query: Node, text: str, language: str, field: str) -> list[tuple[Range, int]]:
    """Give the places of all terms, in order, each with the number of its term."""
    terms = [term for term in positive(query) if term.field in (None, field)]
    if not terms:
        return []
    found = Words(text)
    return sorted((place, number) for number, term in enumerate(terms) for place in places(term, found, language))


def _joined(ranges: Sequence[Range]) -> tuple[Range, ...]:
    result: list[Range] = []
    for start, end in sorted(ranges):
        if result and start < result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return tuple(result)


def _best(hits: Sequence[tuple[Range, int]], width: int) -> Range:
    """Give the range from first to last hit of the passage with most different terms, then most hits, then first."""
    best, chosen = (0, 0), hits[0][0]
    left = 0
    for right, ((_, end), _) in enumerate(hits):
        while left < right and end - hits[left][0][0] > width - _BORDER:
            left += 1
        inside = hits[left : right + 1]
        value = (len({number for _, number in inside}), len(inside))
        if value > best:
            best, chosen = value, (hits[left][0][0], max(end for (_, end), _ in inside))
    return chosen


def _start(text: str, first: int, last: int, width: int) -> int:
    lead = min(_LEAD, max(0, width - (last - first)) // 2)
    if first - lead <= _BORDER:
        return 0
    sentence = [match.end() for match in _SENTENCE.finditer(text, max(0, first - lead * 2), first)]
    if sentence and sentence[0] <= first and last - sentence[0] <= width:
        return sentence[0]
    start = first - lead
    space = re.search(r"\s", text[start : min(first, start + _BORDER)])
    return start + space.end() if space else start


def _end(text: str, start: int, end: int) -> int:
    if end >= len(text) - _BORDER:
        return len(text)
    spaces = [match.start() for match in re.finditer(r"\s", text[end - _BORDER : end + 1])]
    return end - _BORDER + spaces[-1] if spaces and end - _BORDER + spaces[-1] > start else end


def _one_line(text: str, start: int, end: int, ranges: Sequence[Range]) -> Snippet:
    """Write a passage as one line and move the marks along."""
    begins = start == 0 or _SENTENCE.search(text[max(0, start - 4) : start]) is not None
    line = "" if begins else "…"
    moved: list[Range] = []
    waiting = [(max(a, start), min(b, end)) for a, b in ranges if a < end and b > start]
    froms: list[int] = []
    shifts: list[int] = []
    for match in _WORDS.finditer(text, start, end):
        if line not in ("", "…"):
            line += " "
        froms.append(match.start())
        shifts.append(len(line) - match.start())
        line += match.group()
    for a, b in waiting:
        first, last = bisect_right(froms, a) - 1, bisect_left(froms, b) - 1
        if 0 <= first <= last:
            moved.append((a + shifts[first], b + shifts[last]))
    if end < len(text) and text[end:].strip():
        line = line.rstrip() + ("…" if line[-1:].isalnum() else " …")
    return Snippet(line, tuple(moved))
