"""A table of HTML -> a grid in which no cell overlaps another. Runs in a child process alone, since it needs lxml."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from lxml import etree

from clipper.exporting.runs import Block, Run, words

Element = etree._Element
Apart = Callable[[Element], list[Block]]
"""A cell -> the blocks in it."""

MOST_COLUMNS = 14  # a wider table cannot be read on paper: its rows are set as paragraphs
MOST_ROWS = 2000
_NUMBER = re.compile(r"[-+−±~<>≈]?\s*[$€£¥]?\s*[\d.,'’\s]*\d[\d.,'’\s]*\s*[%‰€$£¥]?|[-–—]")
_ROWS = frozenset({"thead", "tbody", "tfoot"})


def blocks(table: Element, apart: Apart) -> list[Block]:
    """Give a table as one block, with pictures and what else does not fit into a cell behind it.

    A table of one column or of one cell is set as its contents, since it was made for the layout of a page.
    """
    rows = list(_rows(table))
    cells, columns = _placed(rows[:MOST_ROWS])
    read = [apart(cell["element"]) for cell in cells]
    legend = [block for caption in table.iterchildren("caption") for block in apart(caption)]
    if not 2 <= columns <= MOST_COLUMNS or not 2 <= len(rows) <= MOST_ROWS or any(map(_is_layout, read)):
        return legend + [block for row in rows for cell in row.iterchildren("td", "th") for block in apart(cell)]
    head = _head(rows, cells)
    for cell, inner in zip(cells, read, strict=True):
        cell["runs"] = _joined(inner)
        if cell["y"] < head:
            cell["h"] = min(cell["h"], head - cell["y"])
        del cell["element"]
    behind = [block for inner in read for block in _all(inner) if block["kind"] == "figure"]
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


def _is_layout(inner: list[Block]) -> bool:
    """Say whether a cell holds more than data: an article laid out in a table, or a table in a table."""
    kinds = [block["kind"] for block in inner]
    long = sum(len(words(block["runs"])) for block in inner if block["kind"] == "paragraph") > 1200
    return long or "heading" in kinds or "table" in kinds or "code" in kinds


def _all(inner: list[Block]) -> Iterator[Block]:
    for block in inner:
        yield block
        yield from _all(block.get("blocks", []))
        for item in block.get("items", []):
            yield from _all(item)


def _joined(inner: list[Block]) -> list[Run]:
    """Give the runs of all paragraphs in a cell, a line each."""
    runs: list[Run] = []
    for block in _all(inner):
        if "runs" in block:
            runs += [{"br": True}] if runs else []
            runs += block["runs"]
    return runs
