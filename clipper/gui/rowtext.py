"""Text of list rows laid out: wrapped, cut with an ellipsis, hits marked. Kept, since a row is painted many times."""

from collections import OrderedDict
from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QTextCharFormat, QTextLayout, QTextOption

from clipper.gui.tokens import Tokens

# Two lines never hold more, and laying out a title of 10,000 characters would stall the list.
MOST_CHARACTERS = 600
MOST_KEPT = 400
# Marks of direction in a page's title could turn round the text that stands after it; the left-to-right mark cannot.
_UNSEEN = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200F, 0x0A, 0x0D, 0x09), " ")

# Words shown before the first mark of a snippet that begins within a sentence; fewer where the line is short.
_LEAD_WORDS = 3

Marks = Sequence[tuple[int, int]]
Make = Callable[[str, Marks, QFont, float, int, Tokens], QTextLayout]


class RowText:
    """Lays out texts of rows and keeps the layouts."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[object, ...], QTextLayout] = OrderedDict()

    def layout(self, text: str, marks: Marks, *, font: QFont, width: float, lines: int, tokens: Tokens) -> QTextLayout:
        """Give text in at most so many lines of that width. marks: [start, end) in code points."""
        return self._keep(_layout, text, marks, font, width, lines, tokens)

    def snippet(self, text: str, marks: Marks, *, font: QFont, width: float, lines: int, tokens: Tokens) -> QTextLayout:
        """Give text as layout does; where that cuts the first mark off, it begins with "…" shortly before the mark."""
        return self._keep(_snippet, text, marks, font, width, lines, tokens)

    def _keep(
        self, make: Make, text: str, marks: Marks, font: QFont, width: float, lines: int, tokens: Tokens
    ) -> QTextLayout:
        key = (make, text, tuple(marks), font.pointSizeF(), font.weight(), width, lines, tokens.scheme)
        kept = self._kept.get(key)
        if kept is None:
            kept = make(clean(text), marks, font, width, lines, tokens)
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


def begin_at(start: int, text: str, marks: Marks) -> tuple[str, Marks]:
    """Give text from start on behind a "…", with the marks in it moved along. The end of a mark is not before start."""
    moved = [(max(first, start) - start + 1, end - start + 1) for first, end in marks if end > start]
    return "…" + text[start:], moved


def leads(text: str, place: int) -> tuple[int, ...]:
    """Give where a passage may begin that shows a place: words before it, fewer, its own word, the place itself."""
    starts = [text.rfind(" ", 0, place) + 1]
    while len(starts) <= _LEAD_WORDS and starts[-1] > 1:
        starts.append(text.rfind(" ", 0, starts[-1] - 1) + 1)
    return (*reversed(starts), place)


def _snippet(text: str, marks: Marks, font: QFont, width: float, lines: int, tokens: Tokens) -> QTextLayout:
    layout = _layout(text, marks, font, width, lines, tokens)
    if not marks or marks[0][0] >= len(text) or layout.text().startswith(text[: marks[0][1]]):
        return layout
    for start in leads(text, marks[0][0]):
        passage, moved = begin_at(start, text, marks)
        layout = _layout(passage, moved, font, width, lines, tokens)
        if layout.text().startswith(passage[: marks[0][1] - start + 1]):
            break
    return layout


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
