"""Paints a row of the list: headline, site · date · author, snippet with hits, tags, picture, unread dot, star."""

from __future__ import annotations  # types only: the model is not imported before the first paint

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from clipper.gui import icons
from clipper.gui.measures import EDGE, RING, ROW_HEIGHT
from clipper.gui.models.clippings import Role, label
from clipper.gui.rowtext import Marks, RowText, clean
from clipper.gui.theme import Theme
from clipper.gui.thumbnails import Thumbnails

if TYPE_CHECKING:
    from clipper.answers import Hit
    from clipper.model import Clipping, IntakeRow

GUTTER, PAD, RIGHT = 28, 12, 18
PILL_HEIGHT, PILL_PAD, PILL_GAP = 18, 7, 5
MOST_PILLS = 6


class ClippingDelegate(QStyledItemDelegate):
    """All rows are of one height, so that a list of 100,000 opens at once. ringed: whether keys brought the focus."""

    def __init__(self, theme: Theme, thumbnails: Thumbnails, ringed: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._ringed = ringed
        self._theme = theme
        self._thumbnails = thumbnails
        self._text = RowText()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, ROW_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect)
        state = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        self._paint_ground(painter, area, selected=selected, hovered=bool(state & QStyle.StateFlag.State_MouseOver))
        if state & QStyle.StateFlag.State_HasFocus and self._ringed():
            self._paint_ring(painter, area)
        row, hit = index.data(Role.INTAKE), index.data(Role.HIT)
        if row is not None:
            self._paint_waiting(painter, area, row)
        elif hit is None:
            self._paint_blank(painter, area, headline=True)
        else:
            self._paint_hit(painter, area, hit, selected=selected)
        painter.restore()

    def _paint_ground(self, painter: QPainter, area: QRectF, *, selected: bool, hovered: bool) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        if selected or hovered:
            painter.setBrush(self._theme.colour("selection" if selected else "hover"))
            radius = self._theme.tokens.radius
            painter.drawRoundedRect(area.adjusted(6, 2, -6, -3), radius, radius)
        else:
            painter.fillRect(
                QRectF(area.left() + GUTTER, area.bottom() - 1, area.width() - GUTTER - RIGHT, 1),
                self._theme.colour("hairline"),
            )

    def _paint_ring(self, painter: QPainter, area: QRectF) -> None:
        painter.setPen(QPen(self._theme.colour("accent"), RING))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = self._theme.tokens.radius
        painter.drawRoundedRect(area.adjusted(7, 3, -7, -4), radius, radius)

    def _paint_hit(self, painter: QPainter, area: QRectF, hit: Hit, *, selected: bool) -> None:
        clipping = hit.clipping
        column = self._column(area, with_picture=clipping.picture is not None)
        if clipping.picture is not None:
            self._paint_picture(painter, area, clipping.picture)
        self._paint_gutter(painter, area, clipping)
        main = "on_selection" if selected else "text"
        quiet = "selection_secondary" if selected else "secondary"
        y = column.top()
        title = clipping.title or clipping.url or ""
        font = self._theme.font("strong")
        if clipping.read:
            font.setWeight(QFont.Weight.Medium)
        y += self._paint_text(painter, title, hit.title_marks, QPointF(column.left(), y), font, column.width(), 2, main)
        small = self._theme.font("small")
        y += 4
        meta = self._meta(clipping)
        if meta:
            y += self._paint_text(painter, meta, (), QPointF(column.left(), y), small, column.width(), 1, quiet) + 4
        bottom = area.bottom() - PAD
        if clipping.tags:
            bottom -= PILL_HEIGHT + 2
            self._paint_pills(painter, QRectF(column.left(), bottom + 2, column.width(), PILL_HEIGHT), clipping.tags)
        lines = int((bottom - y) // QFontMetricsF(small).lineSpacing())
        if lines > 0:
            width, tokens = max(column.width(), 40), self._theme.tokens
            snippet = self._text.snippet(
                hit.snippet, hit.marks, font=small, width=width, lines=min(lines, 3), tokens=tokens
            )
            painter.setPen(self._theme.colour(quiet))
            snippet.draw(painter, QPointF(column.left(), y))

    def _column(self, area: QRectF, *, with_picture: bool) -> QRectF:
        right = RIGHT + (EDGE + 12 if with_picture else 0)
        return area.adjusted(GUTTER, PAD, -right, -PAD)

    def _paint_text(
        self,
        painter: QPainter,
        text: str,
        marks: Marks,
        place: QPointF,
        font: QFont,
        width: float,
        lines: int,
        colour: str,
    ) -> float:
        tokens = self._theme.tokens
        layout = self._text.layout(text, marks, font=font, width=max(width, 40), lines=lines, tokens=tokens)
        painter.setPen(self._theme.colour(colour))
        layout.draw(painter, place)
        return layout.boundingRect().height()

    def _paint_gutter(self, painter: QPainter, area: QRectF, clipping: Clipping) -> None:
        centre = QPointF(area.left() + GUTTER / 2 + 2, area.top() + PAD + 10)
        if not clipping.read:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("accent"))
            painter.drawEllipse(centre, 4, 4)
        below = centre.y() + 11
        ratio = painter.device().devicePixelRatioF()
        for shown, name, role in (
            (clipping.starred, "star-filled", "warning"),
            (bool(clipping.note), "note", "faint"),
            (bool(clipping.flags), "warning", "faint"),
        ):
            if shown:
                mark = icons.pixmap(self._theme, name, 14, role=role, ratio=ratio)
                painter.drawPixmap(QPointF(centre.x() - 7, below), mark)
                below += 18

    def _paint_picture(self, painter: QPainter, area: QRectF, sha256: str) -> None:
        place = QPointF(area.right() - RIGHT - EDGE, area.top() + PAD + 2)
        picture = self._thumbnails.get(sha256, painter.device().devicePixelRatioF())
        if picture is not None:
            painter.drawPixmap(place, picture)
        else:
            self._paint_bar(painter, QRectF(place.x(), place.y(), EDGE, EDGE), 8)

    def _paint_pills(self, painter: QPainter, line: QRectF, tags: tuple[str, ...]) -> None:
        font = self._theme.font("small")
        font.setPointSizeF(font.pointSizeF() - 0.5)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        x = line.left()
        for at, tag in enumerate(tags):
            text = clean(tag) if at < MOST_PILLS else f"+{len(tags) - at}"
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, 140)
            width = metrics.horizontalAdvance(text) + 2 * PILL_PAD
            if x + width > line.right() and at > 0:
                break
            pill = QRectF(x, line.top(), min(width, line.width()), line.height())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("pill"))
            painter.drawRoundedRect(pill, PILL_HEIGHT / 2, PILL_HEIGHT / 2)
            painter.setPen(self._theme.colour("on_pill"))
            painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)
            x += width + PILL_GAP
            if at >= MOST_PILLS:
                break

    def _paint_waiting(self, painter: QPainter, area: QRectF, row: IntakeRow) -> None:
        column = self._column(area, with_picture=True)
        font, small = self._theme.font("strong"), self._theme.font("small")
        y = column.top()
        y += self._paint_text(painter, label(row), (), column.topLeft(), font, column.width(), 1, "secondary") + 3
        self._paint_text(
            painter, self.tr("fetching …"), (), QPointF(column.left(), y), small, column.width(), 1, "faint"
        )
        self._paint_blank(painter, area, headline=False)

    def _paint_blank(self, painter: QPainter, area: QRectF, *, headline: bool) -> None:
        column = self._column(area, with_picture=True)
        if headline:
            self._paint_bar(painter, QRectF(column.left(), column.top() + 3, column.width() * 0.85, 12), 4)
            self._paint_bar(painter, QRectF(column.left(), column.top() + 24, column.width() * 0.4, 9), 4)
        for at, share in enumerate((1.0, 0.7)):
            self._paint_bar(painter, QRectF(column.left(), column.top() + 48 + at * 17, column.width() * share, 9), 4)
        self._paint_bar(painter, QRectF(area.right() - RIGHT - EDGE, area.top() + PAD + 2, EDGE, EDGE), 8)

    def _paint_bar(self, painter: QPainter, bar: QRectF, radius: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        colour = QColor(self._theme.tokens.pill)
        colour.setAlphaF(0.7)
        painter.setBrush(colour)
        painter.drawRoundedRect(bar, radius, radius)

    def _meta(self, clipping: Clipping) -> str:
        site = clipping.site or ""
        names = [name for name in clipping.authors if name.casefold() != site.casefold()]  # a newsroom may sign
        parts = [site, self._day(clipping.date), ", ".join(names)]
        # Without the mark the day behind a Hebrew or Arabic name would be taken into that name's direction.
        return "\N{LEFT-TO-RIGHT MARK} · ".join(part for part in parts if part)

    def _day(self, date: str | None) -> str:
        day = QDate.fromString((date or "")[:10], Qt.DateFormat.ISODate)
        return QLocale().toString(day, self.tr("d MMM yyyy")) if day.isValid() else (date or "")
