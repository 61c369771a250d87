"""Paints rows of a plain list in two voices: what it is, in a few lines, and a quiet word on it."""

from enum import IntEnum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from clipper.gui.theme import Theme

PAD, SIDE, EDGE, GAP = 8, 12, 4, 2
NARROWEST = 40.0
Index = QModelIndex | QPersistentModelIndex


class RowRole(IntEnum):
    """What a row holds beside its text: the quiet word, and whether all of it is faint."""

    WORD = Qt.ItemDataRole.UserRole
    FAINT = Qt.ItemDataRole.UserRole + 1


class RowDelegate(QStyledItemDelegate):
    """A row's text in up to so many lines, its word below."""

    def __init__(self, theme: Theme, parent: QAbstractItemView, *, lines: int) -> None:
        super().__init__(parent)
        self._theme, self._most = theme, lines

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Give the height of a row at the width of its list."""
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else 240
        lines = len(self._lines(str(index.data()), width - 2 * SIDE))
        height = lines * self._body().lineSpacing() + GAP + self._small().lineSpacing()
        return QSize(width, round(height + 2 * PAD))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area, state = QRectF(option.rect), option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("selection" if chosen else "hover"))
            radius = self._theme.tokens.radius
            painter.drawRoundedRect(area.adjusted(EDGE, 1, -EDGE, -1), radius, radius)
        faint = bool(index.data(RowRole.FAINT))
        text, word = ("on_selection", "selection_secondary") if chosen else ("text", "secondary")
        y = area.top() + PAD
        painter.setFont(self._theme.font("body"))
        painter.setPen(self._theme.colour(word if faint else text))
        for line in self._lines(str(index.data()), area.width() - 2 * SIDE):
            painter.drawText(QPointF(area.left() + SIDE, y + self._body().ascent()), line)
            y += self._body().lineSpacing()
        painter.setFont(self._theme.font("small"))
        painter.setPen(self._theme.colour(word))
        painter.drawText(QPointF(area.left() + SIDE, y + GAP + self._small().ascent()), str(index.data(RowRole.WORD)))
        painter.restore()

    def _lines(self, text: str, width: float) -> list[str]:
        """Break a text into lines; the last one that is shown is cut with an ellipsis."""
        layout = QTextLayout(text, self._theme.font("body"))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        width = max(NARROWEST, width)
        lines: list[str] = []
        layout.beginLayout()
        while len(lines) < self._most and (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            rest = text[line.textStart() :].strip()
            whole = line.textStart() + line.textLength() >= len(text)
            last = len(lines) == self._most - 1 and not whole
            shown = text[line.textStart() : line.textStart() + line.textLength()].strip()
            lines.append(self._body().elidedText(rest, Qt.TextElideMode.ElideRight, width) if last else shown)
            if whole:
                break
        layout.endLayout()
        return lines

    def _body(self) -> QFontMetricsF:
        return QFontMetricsF(self._theme.font("body"))

    def _small(self) -> QFontMetricsF:
        return QFontMetricsF(self._theme.font("small"))
