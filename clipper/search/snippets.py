"""Marks and snippets: where a text answers a query, and the passage that shows it. Pure; knows no engine.

German and other stems are marked right: the range is that of the word as it stands in the text. All ranges are
[start, end) in code points.
"""

from dataclasses import dataclass

from clipper.search.query import Node

WIDTH = 200


@dataclass(frozen=True, slots=True)
class Snippet:
    """A passage as one line of plain text. marks: [start, end) in code points of text."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()


def marks(query: Node, text: str, *, language: str, field: str = "text") -> tuple[tuple[int, int], ...]:
    """Give where text matches the query, [start, end), in order, not overlapping. field: which one text is."""
    raise NotImplementedError


def snippet(query: Node, text: str, *, language: str, width: int = WIDTH) -> Snippet:
    """Give the passage of about width code points with the best cluster of hits, cut at words; else the beginning.

    A cut end is shown by "…". White space is one space each.
    """
    raise NotImplementedError
