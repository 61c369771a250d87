"""A table of HTML -> a grid in which no cell overlaps another. Runs in a child process alone, since it needs lxml."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from lxml import etree

from clipper.exporting.runs import Block, Run, every, words

Element = etree._Element
Apart = Callable[[Element], list[Block]]
"""A cell -> the blocks in it."""

MOST_COLUMNS = 14  # a wider table cannot be read on paper: its rows are set as paragraphs
MOST_ROWS = 2000
LONG_CELL = 1200
_NO_DATA = ("table", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "hr")
_NUMBER = re.compile(r"[-+−±~<>≈]?\s*[$€£¥]?\s*[\d.,'’\s]*\d[\d.,'’\s]*\s*[%‰€$£¥]?|[-–—]")
_ROWS = frozenset({"thead", "tbody", "tfoot"})


def blocks(table: Element, apart: Apart) -> list[Block]:
    """Give a table as one block, with its pictures behind it.

    A table of one row or column, one in which an article is laid out, and one that holds tables is set as its contents.
    """
    rows = list(_rows(table))
    cells, columns = _placed(rows[:MOST_ROWS])
    if not 2 <= columns <= MOST_COLUMNS or not 2 <= len(rows) <= MOST_ROWS or _is_layout(table, rows, cells):
        return apart(table)
    head = _head(rows, cells)
    behind: list[Block] = []
    for cell in cells:
        inner = apart(cell.pop("element"))
        behind += [block for block in every(inner) if block["kind"] == "figure"]
        cell["runs"] = _joined(inner)
        if cell["y"] < head:
            cell["h"] = min(cell["h"], head - cell["y"])
    legend = [block for caption in table.iterchildren("caption") for block in apart(caption)]
    grid = {"kind": "table", "columns": columns, "rows": len(rows), "head": head, "cells": cells}
    return [{**grid, "numeric": _numeric(cells, head), "caption": _joined(legend)}, *behind]


def _rows(table: Element) -> Iterator[Element]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in _ROWS:
            yield from child.iterchildren("tr")


def _placed(rows: list[Element]) -> tuple[list[dict[str, Any]], int]:
    """Give cells with their place (x, y) and size (w, h), spans cut where they would overlap or leave the table."""
    taken: set[tuple[int, int]] = set()
    cells: list[dict[str, Any]] = []
    columns = 0
    for y, row in enumerate(rows):
        x = 0
        for element in row.iterchildren("td", "th"):
            while (x, y) in taken:
                x += 1
            if x > MOST_COLUMNS:
                break
            width = min(_span(element, "colspan"), MOST_COLUMNS + 1)
            height = min(_span(element, "rowspan"), len(rows) - y)
            width = next((wide for wide in range(width) if (x + wide, y) in taken), width)
            taken |= {(x + right, y + down) for right in range(width) for down in range(height)}
            cells.append({"x": x, "y": y, "w": width, "h": height, "head": element.tag == "th", "element": element})
            x += width
            columns = max(columns, x)
    return cells, columns


def _span(element: Element, name: str) -> int:
    value = element.get(name, "1").strip()
    return max(int(value), 1) if value.isascii() and value.isdigit() and len(value) < 6 else 1


def _head(rows: list[Element], cells: list[dict[str, Any]]) -> int:
    """Count the rows at the top that are headings; at least one row stays below them."""
    head = 0
    for y, row in enumerate(rows[:-1]):
        parent = row.getparent()
        own = [cell for cell in cells if cell["y"] == y]
        in_thead = parent is not None and parent.tag == "thead"
        if not own or not (in_thead or all(cell["head"] for cell in own)):
            break
        head = y + 1
    return head


def _numeric(cells: list[dict[str, Any]], head: int) -> list[int]:
    """Give the columns below whose headings stand numbers alone, which are set at the line's end."""
    told: dict[int, list[str]] = {}
    for cell in cells:
        if cell["y"] >= head and cell["w"] == 1:
            told.setdefault(cell["x"], []).append(words(cell["runs"]).strip())
    return [x for x, texts in told.items() if x and any(texts) and all(map(_NUMBER.fullmatch, filter(None, texts)))]


def _is_layout(table: Element, rows: list[Element], cells: list[dict[str, Any]]) -> bool:
    """Say whether a table holds more than data. Nothing is read twice: tables in tables would double the work."""
    if next(table.iterdescendants(*_NO_DATA), None) is not None:
        return True
    loose = [table.text, *(child.tail for child in table), *(row.text for row in rows)]
    loose += [cell.tail for row in rows for cell in row]
    if any(text and text.strip() for text in loose):
        return True
    return any(len("".join(cell["element"].itertext())) > LONG_CELL for cell in cells)


def _joined(inner: list[Block]) -> list[Run]:
    """Give the runs of all paragraphs in a cell, a line each."""
    runs: list[Run] = []
    for block in every(inner):
        if "runs" in block:
            runs += [{"br": True}] if runs else []
            runs += block["runs"]
    return runs
