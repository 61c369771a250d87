"""Text of list rows laid out: wrapped, cut with an ellipsis, hits marked. Kept, since a row is painted many times."""

from collections import OrderedDict
from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QTextCharFormat, QTextLayout, QTextOption

from clipper.gui.tokens import Tokens

# Two lines never hold more, and laying out a title of 10,000 characters would stall the list.
MOST_CHARACTERS = 600
MOST_KEPT = 400
# Marks of direction in a page's title could turn round the text that stands after it.
_UNSEEN = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x0A, 0x0D, 0x09), " ")

Marks = Sequence[tuple[int, int]]


class RowText:
    """Lays out texts of rows and keeps the layouts."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[object, ...], QTextLayout] = OrderedDict()

    def layout(self, text: str, marks: Marks, *, font: QFont, width: float, lines: int, tokens: Tokens) -> QTextLayout:
        """Give text in at most so many lines of that width. marks: [start, end) in code points."""
        key = (text, tuple(marks), font.pointSizeF(), font.weight(), width, lines, tokens.scheme)
        kept = self._kept.get(key)
        if kept is None:
            kept = _layout(clean(text), marks, font, width, lines, tokens)
            self._kept[key] = kept
            if len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)
        else:
            self._kept.move_to_end(key)
        return kept


def clean(text: str) -> str:
    """Give text without breaks and marks of direction, as long as it was (marks still fit), cut where too long."""
    return text[:MOST_CHARACTERS].translate(_UNSEEN)


def units(text: str, place: int) -> int:
    """Give a place in code points as one in UTF-16 units, which Qt counts in."""
    return place + sum(1 for character in text[:place] if ord(character) > 0xFFFF)


def _layout(text: str, marks: Marks, font: QFont, width: float, lines: int, tokens: Tokens) -> QTextLayout:
    layout = _broken(text, font, width)
    if layout.lineCount() > lines:
        text = _cut(text, layout.lineAt(lines - 1).textStart(), font, width)
        layout = _broken(text, font, width)
    formats = _formats(text, marks, tokens)
    if formats:
        layout.setFormats(formats)
        layout = _break(layout, width)
    return layout


def _broken(text: str, font: QFont, width: float) -> QTextLayout:
    layout = QTextLayout(text, font)
    layout.setTextOption(_option())
    return _break(layout, width)


def _option() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def _break(layout: QTextLayout, width: float) -> QTextLayout:
    layout.beginLayout()
    y = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y))
        y += line.height()
    layout.endLayout()
    return layout


def _cut(text: str, start_units: int, font: QFont, width: float) -> str:
    start = len(text.encode("utf-16-le")[: start_units * 2].decode("utf-16-le", "ignore"))
    metrics = QFontMetricsF(font)
    # A little less than the line, or rounding would break the ellipsis into a line of its own.
    return text[:start] + metrics.elidedText(text[start:], Qt.TextElideMode.ElideRight, width - 2)


def _formats(text: str, marks: Marks, tokens: Tokens) -> list[QTextLayout.FormatRange]:
    formats = []
    for start, end in marks:
        if start >= len(text):
            break
        mark = QTextLayout.FormatRange()
        first = units(text, start)
        mark.start, mark.length = first, units(text, min(end, len(text))) - first
        look = QTextCharFormat()
        look.setBackground(QBrush(QColor(tokens.mark)))
        look.setForeground(QBrush(QColor(tokens.on_mark)))
        mark.format = look
        formats.append(mark)
    return formats
