"""Paints a row of the activity panel, with its deeds as words to click."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from clipper.gui import icons
from clipper.gui.models.activity import ActivityRow, Deed, Kind, Role
from clipper.gui.theme import FontRole, Theme

LEFT, RIGHT, PAD, ICON, LINES, GAP, BAR = 44, 16, 10, 18, 4, 18, 14
ICONS: dict[Kind, str] = {
    "job": "activity",
    "waiting": "link",
    "failed": "warning",
    "known": "info",
    "said": "info",
}


class ActivityDelegate(QStyledItemDelegate):
    """A row: title, what there is to say, how far it is, deeds."""

    done = Signal(object, str)  # ActivityRow, deed

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._hovered: tuple[int, Deed] | None = None

    def word(self, deed: Deed) -> str:
        """Give a deed's name."""
        words: dict[Deed, str] = {
            "retry": self.tr("Retry"),
            "dismiss": self.tr("Dismiss"),
            "stop": self.tr("Stop"),
            "show": self.tr("Show"),
            "again": self.tr("Fetch again"),
            "close": self.tr("Close"),
        }
        return words[deed]

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Give the height of a row at the width of its list."""
        row, view = index.data(Role.ROW), option.widget
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else 320
        if not isinstance(row, ActivityRow):
            return QSize(width, 0)
        height = sum(self._height(text, font, width - LEFT - RIGHT, most) for text, font, most in _words(row))
        if row.kind == "job":
            height += BAR + (0 if row.text else self._metrics("small").lineSpacing() + 1)
        if row.deeds:
            height += self._metrics("small").lineSpacing() + 10
        return QSize(width, round(height + 2 * PAD))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint a row."""
        row = index.data(Role.ROW)
        if not isinstance(row, ActivityRow):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect)
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected) and bool(state & QStyle.StateFlag.State_HasFocus)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("selection"))
            radius = self._theme.tokens.radius
            painter.drawRoundedRect(area.adjusted(6, 2, -6, -3), radius, radius)
        else:
            rule = QRectF(area.left() + LEFT, area.bottom() - 1, area.width() - LEFT - RIGHT, 1)
            painter.fillRect(rule, self._theme.colour("hairline"))
        role = "danger" if row.failed else "accent" if row.kind == "job" else "secondary"
        picture = icons.pixmap(self._theme, ICONS[row.kind], ICON, role=role, ratio=self._ratio(painter))
        painter.drawPixmap(QPointF(area.left() + 16, area.top() + PAD + 1), picture)
        y = self._paint_words(painter, area, row, chosen=chosen)
        if row.kind == "job":
            self._paint_progress(painter, QRectF(area.left() + LEFT, y + 6, area.width() - LEFT - RIGHT, 4), row)
        for deed, place in self._places(area, row):
            self._paint_deed(painter, place, deed, hovered=self._hovered == (row.id, deed))
        painter.restore()

    def editorEvent(
        self,
        event: QEvent,
        model: object,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Do what was clicked; underline what is under the mouse."""
        row = index.data(Role.ROW)
        if not isinstance(event, QMouseEvent) or not isinstance(row, ActivityRow):
            return False
        place = event.position()
        deed = next((deed for deed, rect in self._places(QRectF(option.rect), row) if rect.contains(place)), None)
        self._hover(option, None if deed is None else (row.id, deed))
        if deed is None or event.button() != Qt.MouseButton.LeftButton:
            return False
        if event.type() is QEvent.Type.MouseButtonRelease:
            self.done.emit(row, deed)
        return True

    def _hover(self, option: QStyleOptionViewItem, hovered: tuple[int, Deed] | None) -> None:
        if hovered != self._hovered:
            self._hovered = hovered
            view = option.widget
            if isinstance(view, QAbstractItemView):
                view.viewport().setCursor(
                    Qt.CursorShape.ArrowCursor if hovered is None else Qt.CursorShape.PointingHandCursor
                )
                view.viewport().update()

    def _places(self, area: QRectF, row: ActivityRow) -> list[tuple[Deed, QRectF]]:
        metrics = QFontMetricsF(self._theme.font("small"))
        x, height = area.left() + LEFT, metrics.lineSpacing() + 8
        places = []
        for deed in row.deeds:
            width = metrics.horizontalAdvance(self.word(deed))
            places.append((deed, QRectF(x, area.bottom() - PAD - height + 2, width, height)))
            x += width + GAP
        return places

    def _paint_words(self, painter: QPainter, area: QRectF, row: ActivityRow, *, chosen: bool) -> float:
        y, width = area.top() + PAD, area.width() - LEFT - RIGHT
        roles = ("on_selection", "selection_secondary") if chosen else ("text", "secondary")
        for (text, font, most), role in zip(_words(row), roles, strict=False):
            painter.setFont(self._theme.font(font))
            painter.setPen(self._theme.colour(role))
            metrics = self._metrics(font)
            for line in self._lines(text, font, width, most):
                painter.drawText(QPointF(area.left() + LEFT, y + metrics.ascent()), line)
                y += metrics.lineSpacing() + 1
        return y

    def _height(self, text: str, font: FontRole, width: float, most: int) -> float:
        return len(self._lines(text, font, width, most)) * (self._metrics(font).lineSpacing() + 1)

    def _lines(self, text: str, font: FontRole, width: float, most: int) -> list[str]:
        """Break text into lines; the last one that fits is cut with an ellipsis."""
        layout = QTextLayout(text, self._theme.font(font))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        lines: list[str] = []
        layout.beginLayout()
        while text and len(lines) < most:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(40.0, width))
            start, end = line.textStart(), line.textStart() + line.textLength()
            lines.append(text[start:end].strip())
            if len(lines) == most and end < len(text):
                rest = text[start:].strip()
                lines[-1] = self._metrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)
        layout.endLayout()
        return lines

    def _metrics(self, font: FontRole) -> QFontMetricsF:
        return QFontMetricsF(self._theme.font(font))

    def _paint_progress(self, painter: QPainter, area: QRectF, row: ActivityRow) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("hairline"))
        painter.drawRoundedRect(area, 2, 2)
        if row.total:
            part = min(1.0, row.done / row.total)
            painter.setBrush(self._theme.colour("accent"))
            painter.drawRoundedRect(QRectF(area.left(), area.top(), area.width() * part, area.height()), 2, 2)

    def _paint_deed(self, painter: QPainter, place: QRectF, deed: Deed, *, hovered: bool) -> None:
        font = self._theme.font("small")
        font.setUnderline(hovered)
        painter.setFont(font)
        painter.setPen(self._theme.colour("accent"))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.word(deed))

    def _ratio(self, painter: QPainter) -> float:
        device = painter.device()
        return device.devicePixelRatioF() if device is not None else 1.0


def _words(row: ActivityRow) -> tuple[tuple[str, FontRole, int], ...]:
    """Give a row's texts with the font and the most lines of each."""
    if row.kind == "said":
        return ((row.title, "small", LINES + 2),)
    return ((row.title, "strong", 1), (row.text, "small", 1 if row.kind == "job" else LINES))
