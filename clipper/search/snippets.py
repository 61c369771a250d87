"""Marks and snippets: where a text answers a query, and the passage that shows it. Pure; knows no engine.

German and other stems are marked right: the range is that of the word as it stands in the text. All ranges are
[start, end) in code points.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from clipper.search.nodes import Node
from clipper.search.query import positive
from clipper.search.spotting import Hit, spotter

WIDTH = 200
_MOST_HITS = 1000  # the best passage is looked for among the first ones
_LEAD = 60  # code points before the first hit, where there is that much
_BORDER = 20  # how far a cut may move to reach the end of a word
_SENTENCE = re.compile(r"[.!?…][\"”“»«')\]]*\s+|\n\s*")
_SIGN = re.compile(r"\S")
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

    It has twice as many at most, where one hit is so long. A cut end is shown by "…", but not before the first word of
    a sentence. White space is one space each.
    """
    hits = _hits(query, text, language, "text")
    first, last = _best(hits[:_MOST_HITS], width) if hits else (0, 0)
    start = _start(text, first, last, width) if hits else 0
    end = _end(text, start, min(max(last, start + width), start + 2 * width, len(text)))  # a hit may be any length
    return _one_line(text, start, end, _joined([(a, b) for (a, b), _ in hits if a < end and b > start]))


def _hits(query: Node, text: str, language: str, field: str) -> list[Hit]:
    """Give the places of all terms, in order, each with the number of its term."""
    # Not remembered for a tree: in it may be sets of all clippings, and to compare two takes long.
    terms = tuple([term for term in positive(query) if term.field in (None, field)])
    return spotter(terms, language).hits(text) if terms else []


def _joined(ranges: Sequence[Range]) -> tuple[Range, ...]:
    result: list[Range] = []
    for start, end in sorted(ranges):
        if result and start < result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return tuple(result)


def _best(hits: Sequence[Hit], width: int) -> Range:
    """Give the range from first to last hit of the passage with most different terms, then most hits, then first."""
    best, chosen = (0, 0), (0, 0)
    left, inside = 0, Counter[int]()
    for right, ((_, end), number) in enumerate(hits):
        inside[number] += 1
        while left < right and end - hits[left][0][0] > width - _BORDER:
            if inside[hits[left][1]] == 1:
                del inside[hits[left][1]]
            else:
                inside[hits[left][1]] -= 1
            left += 1
        if (value := (len(inside), right + 1 - left)) > best:
            best, chosen = value, (left, right + 1)
    passage = hits[chosen[0] : chosen[1]]
    return passage[0][0][0], max(end for (_, end), _ in passage)


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
    ahead = "" if begins else "…"
    passage = text[start:end]
    line = ahead + " ".join(passage.split())
    inside = [(max(a, start), min(b, end)) for a, b in ranges]
    if len(line) == len(ahead) + len(passage):  # all white space was one sign each
        moved = [(a - start + len(ahead), b - start + len(ahead)) for a, b in inside]
    else:
        moved = _moved(text, start, end, inside, len(ahead))
    if end < len(text) and _SIGN.search(text, end):
        line = line.rstrip() + ("…" if line[-1:].isalnum() else " …")
    return Snippet(line, tuple(moved))


def _moved(text: str, start: int, end: int, ranges: Sequence[Range], ahead: int) -> list[Range]:
    """Give where ranges stand in a passage that was written as one line, after so many signs ahead of it."""
    froms, shifts = list[int](), list[int]()
    for match in _WORDS.finditer(text, start, end):
        ahead += 1 if froms else 0
        froms.append(match.start())
        shifts.append(ahead - match.start())
        ahead += len(match.group())
    places = [(a, b, bisect_right(froms, a) - 1, bisect_left(froms, b) - 1) for a, b in ranges]
    return [(a + shifts[first], b + shifts[last]) for a, b, first, last in places if 0 <= first <= last]
