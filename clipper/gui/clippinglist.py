"""The list of clippings: a view over its model, with a word where it is empty."""

from __future__ import annotations  # types only: what paints rows is imported after the first paint

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QDrag, QFocusEvent, QFont, QKeyEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from clipper.gui.measures import EDGE, ROW_HEIGHT
from clipper.gui.models.clippings import ClippingListModel, Role
from clipper.gui.theme import Theme

if TYPE_CHECKING:
    from clipper.gui.thumbnails import Thumbnails

BY_KEYS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)


class ClippingList(QListView):
    """Shows clippings; several can be selected. ids in signals are in the list's order."""

    selection_changed = Signal(tuple)  # ids
    opened = Signal(int)  # a clipping, by double click or Enter
    menu_asked = Signal(QPoint)  # global
    read_on = Signal()  # Space
    left = Signal()  # Esc

    def __init__(self, model: ClippingListModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clippings = model
        self._theme = theme
        self._words = ("", "")
        self._shift = 0
        self.ringed = False
        self.setModel(model)
        self.setUniformItemSizes(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(ROW_HEIGHT // 3)
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(self.tr("Clippings"))
        self.activated.connect(self._open)
        self.selectionModel().selectionChanged.connect(self._tell)
        theme.changed.connect(self._repaint)

    def finish(self, thumbnails: Thumbnails) -> None:
        """Take what paints rows; there are none before the first paint, and its import waits till then."""
        from clipper.gui.clippingdelegate import ClippingDelegate

        self.setItemDelegate(ClippingDelegate(self._theme, thumbnails, lambda: self.ringed, self))
        thumbnails.arrived.connect(self.viewport().update)

    def selected_ids(self) -> tuple[int, ...]:
        """Give the ids of the selected clippings in the list's order."""
        ranges = sorted((chosen.top(), chosen.bottom()) for chosen in self.selectionModel().selection().toList())
        return tuple(id for top, bottom in ranges for id in self._clippings.ids_between(top, bottom))

    def select(self, ids: tuple[int, ...]) -> None:
        """Select clippings where they are in the list; the first becomes the current one and is scrolled to."""
        from clipper.gui.models.difference import runs  # nothing is selected before the first paint

        flag = QItemSelectionModel.SelectionFlag
        chosen = QItemSelection()
        rows = self._clippings.rows_of(ids)
        for first, last in runs(rows):
            chosen.select(self._clippings.index(first), self._clippings.index(last))
        if rows:  # first of all, so that who hears of the selection finds the current row
            self.selectionModel().setCurrentIndex(self._clippings.index(rows[0]), flag.NoUpdate)
        self.selectionModel().select(chosen, flag.ClearAndSelect)
        if rows:
            self.scrollTo(self._clippings.index(rows[0]))

    def select_row(self, row: int) -> None:
        """Select a row, the last where there are fewer; nothing where there is none."""
        last = self._clippings.rowCount() - 1
        if last >= 0:
            self.selectionModel().setCurrentIndex(
                self._clippings.index(max(0, min(row, last))), QItemSelectionModel.SelectionFlag.ClearAndSelect
            )

    def say(self, headline: str, advice: str) -> None:
        """Set what stands in the list while it is empty."""
        self._words = (headline, advice)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._clippings.rowCount() == 0 and any(self._words):
            painter = QPainter(self.viewport())
            area = self.viewport().rect().adjusted(32, 0, -32, 0)
            middle = area.height() // 3
            self._paint_line(painter, QRect(area.left(), middle, area.width(), 60), self._words[0], "strong", "text")
            below = QRect(area.left(), middle + 64, area.width(), 120)
            self._paint_line(painter, below, self._words[1], "small", "secondary")
            painter.end()

    def rowsInserted(self, parent: QModelIndex | QPersistentModelIndex, start: int, end: int) -> None:
        """Keep in place what is looked at, where rows come above it."""
        if self._is_above(start):
            self._shift += (end - start + 1) * ROW_HEIGHT
        super().rowsInserted(parent, start, end)

    def rowsAboutToBeRemoved(self, parent: QModelIndex | QPersistentModelIndex, start: int, end: int) -> None:
        """Keep in place what is looked at, where rows go above it."""
        if self._is_above(end):
            self._shift -= (end - start + 1) * ROW_HEIGHT
        super().rowsAboutToBeRemoved(parent, start, end)

    def updateGeometries(self) -> None:
        """Scroll by what came and went above, once the bar knows the new height, before anything is painted."""
        super().updateGeometries()
        shift, self._shift = self._shift, 0
        if shift:
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + shift)

    def _is_above(self, row: int) -> bool:
        """Say whether a row stands above what is seen. At the top of the list none does: what comes is seen."""
        seen = self.verticalScrollBar().value() + self._shift
        return seen > 0 and row * ROW_HEIGHT < seen

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Note whether the keyboard was brought here by keys."""
        self.ringed = event.reason() in BY_KEYS
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.ringed = False
        super().focusOutEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if not self.selected_ids():
            return
        place = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            place = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        self.menu_asked.emit(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.read_on.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Nothing: it would load every row; the search box is a slash away."""

    def startDrag(self, _actions: Qt.DropAction) -> None:
        indexes = self.selectionModel().selectedIndexes()
        if not indexes:
            return
        drag = QDrag(self)
        drag.setMimeData(self._clippings.mimeData(indexes))
        drag.setPixmap(self._picture_of(len(indexes)))
        drag.exec(Qt.DropAction.CopyAction)

    def _picture_of(self, number: int) -> QPixmap:
        pixmap = QPixmap(EDGE // 2, EDGE // 3)
        pixmap.fill(self._theme.colour("accent"))
        painter = QPainter(pixmap)
        painter.setPen(self._theme.colour("on_accent"))
        painter.setFont(self._theme.font("strong"))
        painter.drawText(pixmap.rect(), Qt.AlignmentFlag.AlignCenter, str(number))
        painter.end()
        return pixmap

    def _paint_line(self, painter: QPainter, area: QRect, text: str, font: str, colour: str) -> None:
        shown = QFont(self._theme.font("title" if font == "strong" else "body"))
        painter.setFont(shown)
        painter.setPen(self._theme.colour(colour))
        align = Qt.AlignmentFlag.AlignHCenter | (
            Qt.AlignmentFlag.AlignBottom if font == "strong" else Qt.AlignmentFlag.AlignTop
        )
        painter.drawText(area, align | Qt.TextFlag.TextWordWrap, text)

    def _repaint(self) -> None:
        self.viewport().update()

    def _tell(self) -> None:
        self.selection_changed.emit(self.selected_ids())

    def _open(self, index: QModelIndex) -> None:
        id = index.data(Role.ID)
        if id is not None:
            self.opened.emit(id)
