"""What of an article is selected on the pane, in lines: the core finds the paragraphs to them."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from clipper.gui.reading import grounds

LINE_END = "\u2028"


@dataclass(frozen=True, slots=True)
class Selected:
    """lines: all lines that are shown, in order. chosen: the numbers of those in which something is selected.

    pictures: the addresses of those that are selected.
    """

    lines: tuple[str, ...] = ()
    chosen: frozenset[int] = frozenset()
    pictures: tuple[str, ...] = ()


def selected(document: QTextDocument, cursor: QTextCursor, addresses: Sequence[str | None], marked: str) -> Selected:
    """Give what is selected. addresses: of the page's pictures by number; marked: what their names begin with."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    lines: list[str] = []
    chosen: set[int] = set()
    pictures: list[str] = []
    block = document.begin()
    while block.isValid():
        place = block.position()
        for line in block.text().split(LINE_END):
            width = len(line.encode("utf-16-le")) // 2  # Qt counts so: a sign beyond the first plane is two
            if place < end and place + width > start:
                chosen.add(len(lines))
            lines.append(line)
            place += width + 1
        if block.position() < end and block.position() + block.length() - 1 > start:
            pictures += _pictures(block, addresses, marked)
        block = block.next()
    return Selected(tuple(lines), frozenset(chosen), tuple(pictures))


def in_sight(browser: QTextEdit) -> str:
    """Give the first line that is selected, else the first one on the screen."""
    cursor = browser.textCursor()
    if not cursor.hasSelection():
        block = browser.cursorForPosition(browser.viewport().rect().topLeft()).block()
        return block.text().split(LINE_END)[0]
    cursor.setPosition(cursor.selectionStart())
    return cursor.block().text().split(LINE_END)[0]


def _pictures(block: QTextBlock, addresses: Sequence[str | None], marked: str) -> list[str]:
    numbers = grounds.pictures(block, marked)
    return [address for number in numbers if number < len(addresses) and (address := addresses[number])]
