"""The side pane: views, saved searches and tags with their counts. A click filters; tags can be merged by drag."""

from __future__ import annotations  # types only: the model is not imported before the first paint

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QModelIndex, QPersistentModelIndex, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QCursor,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from clipper.gui import icons
from clipper.gui.clippinglist import BY_KEYS
from clipper.gui.measures import RING
from clipper.gui.models.sidebar import SidebarModel, SideRole
from clipper.gui.theme import Theme

if TYPE_CHECKING:
    from clipper.model import View

ROW_HEIGHT, HEADING_HEIGHT, ICON = 32, 40, 18
ICONS: dict[View, str] = {
    "all": "all",
    "unread": "unread",
    "starred": "star",
    "untagged": "untagged",
    "doubtful": "warning",
    "trash": "trash",
}


class Sidebar(QTreeView):
    """Decides nothing: says what was chosen and asked for."""

    view_chosen = Signal(str)
    tag_chosen = Signal(str)
    tag_menu_asked = Signal(str, QPoint)  # tag, global place
    trash_menu_asked = Signal(QPoint)
    rename_asked = Signal(str)  # tag, by F2
    delete_asked = Signal(str)  # tag, by Del
    search_chosen = Signal(str)  # the name of a saved search, here and below
    search_menu_asked = Signal(str, QPoint)
    search_rename_asked = Signal(str)
    search_delete_asked = Signal(str)

    def __init__(self, model: SidebarModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = model
        self._theme = theme
        self._place: tuple[View, str | None, str | None] | None = ("all", None, None)
        self._closed: set[str] = set()
        self.ringed = False
        self.setModel(model)
        self.setItemDelegate(SidebarDelegate(theme, self))
        self.setHeaderHidden(True)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setIndentation(16)
        self.setRootIsDecorated(False)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDropIndicatorShown(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setObjectName("sidebar")
        self.setAccessibleName(self.tr("Views, saved searches and tags"))
        model.modelReset.connect(self._restore)
        self.selectionModel().currentChanged.connect(self._choose)
        theme.changed.connect(self._repaint)

    def show_place(self, view: View, tag: str | None, search: str | None = None) -> None:
        """Show what the list is filtered by; says nothing."""
        self._place = (view, tag, search)
        self._side.stay_at(view)
        index = self._side.index_of(view=view, tag=tag, search=search)
        before = self.currentIndex()
        blocked = self.selectionModel().blockSignals(True)
        self.setCurrentIndex(index)
        self.selectionModel().blockSignals(blocked)
        for row in (before, index):
            self.update(row)

    def show_nowhere(self) -> None:
        """Show that the list is filtered by none of these, so that each can be chosen; says nothing."""
        self._place = None
        blocked = self.selectionModel().blockSignals(True)
        self.setCurrentIndex(QModelIndex())
        self.selectionModel().blockSignals(blocked)
        self._repaint()

    def hovered(self) -> QModelIndex:
        """Give the row under the mouse; invalid where there is none."""
        if not self.underMouse():
            return QModelIndex()
        return self.indexAt(self.viewport().mapFromGlobal(QCursor.pos()))

    def closed_tags(self) -> tuple[str, ...]:
        """Give the tags whose lower levels are folded away."""
        return tuple(sorted(self._closed))

    def set_closed_tags(self, tags: tuple[str, ...]) -> None:
        """Fold the lower levels of tags away."""
        self._closed = set(tags)
        if self._side.index(0, 0).isValid() and tags:
            self._restore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Note whether the keyboard was brought here by keys."""
        self.ringed = event.reason() in BY_KEYS
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.ringed = False
        super().focusOutEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index, place = self.indexAt(event.pos()), event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
            place = self.viewport().mapToGlobal(self.visualRect(index).center())
        tag, search = index.data(SideRole.TAG), index.data(SideRole.SEARCH)
        if tag:
            self.tag_menu_asked.emit(tag, place)
        elif search:
            self.search_menu_asked.emit(search, place)
        elif index.data(SideRole.VIEW) == "trash":
            self.trash_menu_asked.emit(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        tag, search = self.currentIndex().data(SideRole.TAG), self.currentIndex().data(SideRole.SEARCH)
        if (tag or search) and event.key() == Qt.Key.Key_F2:
            (self.rename_asked if tag else self.search_rename_asked).emit(tag or search)
        elif (tag or search) and event.key() == Qt.Key.Key_Delete:
            (self.delete_asked if tag else self.search_delete_asked).emit(tag or search)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self.model().hasChildren(index):
            right = self.visualRect(index).left()
            if right - 2 <= event.position().x() <= right + 20 and event.button() == Qt.MouseButton.LeftButton:
                self._fold(index)
                return
        super().mousePressEvent(event)

    def drawBranches(self, _painter: QPainter, _rect: object, _index: QModelIndex | QPersistentModelIndex) -> None:
        """Nothing: the delegate paints the arrow."""

    def _fold(self, index: QModelIndex) -> None:
        tag = index.data(SideRole.TAG)
        if self.isExpanded(index):
            self._closed.add(tag)
        else:
            self._closed.discard(tag)
        self.setExpanded(index, not self.isExpanded(index))

    def _restore(self) -> None:
        self.expandAll()
        for tag in self._closed:
            index = self._side.index_of(tag=tag)
            if index.isValid():
                self.collapse(index)
        if self._place is None:
            self.show_nowhere()
        else:
            self.show_place(*self._place)

    def _choose(self, index: QModelIndex) -> None:
        view, tag, search = (index.data(role) for role in (SideRole.VIEW, SideRole.TAG, SideRole.SEARCH))
        if tag:
            self.tag_chosen.emit(tag)
        elif search:
            self.search_chosen.emit(search)
        elif view:
            self.view_chosen.emit(view)

    def _repaint(self) -> None:
        self.viewport().update()


class SidebarDelegate(QStyledItemDelegate):
    """Paints a row of the side pane."""

    def __init__(self, theme: Theme, tree: Sidebar) -> None:
        super().__init__(tree)
        self._theme, self._tree = theme, tree

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(120, HEADING_HEIGHT if index.data(SideRole.HEADING) else ROW_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect)
        if index.data(SideRole.HEADING):
            self._paint_heading(painter, area, index.data())
        else:
            self._paint_row(painter, area, index)
        painter.restore()

    def _paint_heading(self, painter: QPainter, area: QRectF, text: str) -> None:
        font = self._theme.font("small")
        font.setWeight(font.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(self._theme.colour("secondary"))
        align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        painter.drawText(area.adjusted(18, 0, 0, -6), align, text)

    def _paint_row(self, painter: QPainter, area: QRectF, index: QModelIndex | QPersistentModelIndex) -> None:
        # QStyle's flags would say so, too: they cost 10 ms when they are first looked at, before the first paint.
        selected, hovered = self._tree.currentIndex() == index, self._tree.hovered() == index
        whole = QRectF(8, area.top() + 1, area.right() - 16, area.height() - 2)
        if selected or hovered:
            ground = QColor(self._theme.tokens.selection if selected else self._theme.tokens.hover)
            ringed = selected and self._tree.ringed
            painter.setPen(QPen(self._theme.colour("accent"), RING) if ringed else Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(whole, 6, 6)
        self._paint_icon(painter, area, index, selected=selected)
        count = index.data(SideRole.COUNT)
        number = QLocale().toString(count) if count else ""
        small = self._theme.font("small")
        is_new = bool(count) and bool(index.data(SideRole.SEARCH))  # what is new asks to be seen
        small.setWeight(QFont.Weight.DemiBold if is_new else small.weight())
        width = QFontMetricsF(small).horizontalAdvance(number)
        painter.setFont(small)
        painter.setPen(self._theme.colour("selection_secondary" if selected else "accent" if is_new else "secondary"))
        right = whole.right() - 10
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(right - width, area.top(), width + 1, area.height()), middle, number)
        font = self._theme.font("body")
        painter.setFont(font)
        painter.setPen(self._theme.colour("on_selection" if selected else "text"))
        name = QRectF(area.left() + 46, area.top(), right - width - 10 - area.left() - 46, area.height())
        elide = Qt.TextElideMode.ElideRight
        painter.drawText(name, middle, QFontMetricsF(font).elidedText(index.data(), elide, name.width()))

    def _paint_icon(
        self, painter: QPainter, area: QRectF, index: QModelIndex | QPersistentModelIndex, *, selected: bool
    ) -> None:
        view: View | None = index.data(SideRole.VIEW)
        role = "accent" if selected else "secondary"
        ratio = painter.device().devicePixelRatioF()
        y = area.top() + (area.height() - ICON) / 2
        name = ICONS[view] if view is not None else "bookmark" if index.data(SideRole.SEARCH) else "tag"
        painter.drawPixmap(
            QRectF(area.left() + 20, y, ICON, ICON).topLeft(),
            icons.pixmap(self._theme, name, ICON, role=role, ratio=ratio),
        )
        if index.model().hasChildren(index):
            arrow = "chevron-down" if self._tree.isExpanded(_plain(index)) else "chevron-right"
            painter.drawPixmap(
                QRectF(area.left() + 6, y + 3, 12, 12).topLeft(),
                icons.pixmap(self._theme, arrow, 12, role="faint", ratio=ratio),
            )


def _plain(index: QModelIndex | QPersistentModelIndex) -> QModelIndex:
    return index if isinstance(index, QModelIndex) else index.model().index(index.row(), 0, index.parent())
