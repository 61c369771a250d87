"""The inside of the window: toolbar, message bar and the panes. Lays out, decides nothing.

What is empty or hidden at first (article, empty state, activity) is made after the first paint.
"""

from __future__ import annotations  # types only: the model is not imported before the first paint

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from clipper.gui.actions import Actions
from clipper.gui.clippinglist import ClippingList
from clipper.gui.jobs import Runner
from clipper.gui.listhead import ListHead
from clipper.gui.messagebar import MessageBar
from clipper.gui.models.clippings import ClippingListModel
from clipper.gui.models.sidebar import VIEWS, SidebarModel
from clipper.gui.searchbox import SearchBox
from clipper.gui.sidebar import Sidebar
from clipper.gui.theme import Theme

if TYPE_CHECKING:
    from clipper.gui.activity import ActivityPanel
    from clipper.gui.emptystate import EmptyState
    from clipper.gui.reading.pane import ReadingPane
    from clipper.gui.thumbnails import Thumbnails
    from clipper.model import View

TOOLS_LEFT = ("sidebar", "add")
TOOLS_RIGHT = ("read", "star", "tags", "trash", "open_original", "export", "activity")
ICON_PX = 20


class Panes(QWidget):
    """All parts of the window by name. reading, empty and activity are there after finish()."""

    reading: ReadingPane
    empty: EmptyState
    activity: ActivityPanel
    thumbnails: Thumbnails

    def __init__(self, theme: Theme, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ClippingListModel(self)
        self.side_model = SidebarModel(self._view_names(), (self.tr("Tags"), self.tr("Saved Searches")), self)
        self.search = SearchBox(theme, self)
        self.message = MessageBar(theme, self)
        self.sidebar = Sidebar(self.side_model, theme, self)
        self.head = ListHead(theme, self)
        self.list = ClippingList(self.model, theme, self)
        self.tools: dict[str, QToolButton] = {}
        self._lay_out(theme, actions)

    def finish(self, theme: Theme, runner: Runner) -> None:
        """Make what the first paint does without."""
        # Together they cost more to import than all else that is painted first.
        from clipper.gui.activity import ActivityPanel
        from clipper.gui.emptystate import EmptyState
        from clipper.gui.measures import EDGE
        from clipper.gui.reading.pane import ReadingPane
        from clipper.gui.thumbnails import Thumbnails

        self.thumbnails = Thumbnails(runner, edge=EDGE, radius=theme.tokens.radius, parent=self)
        self.list.finish(self.thumbnails)
        self.reading = ReadingPane(theme, runner, self)
        self.inner.replaceWidget(1, self.reading)
        self.inner.setStretchFactor(1, 1)
        self.empty = EmptyState(theme, self)
        self.stack.addWidget(self.empty)
        self.activity = ActivityPanel(theme, self)
        self.activity.hide()
        self.outer.addWidget(self.activity)
        self._order_focus()

    def _order_focus(self) -> None:
        left, right = ([self.tools[name] for name in names] for names in (TOOLS_LEFT, TOOLS_RIGHT))
        searching = (self.search, self.tools["search_help"])
        found = (self.head.back, *self.head.suggestions, self.head.refine, self.head.sort, self.list)
        order = (*left, *searching, *right, self.sidebar, *found, self.reading, self.activity)
        for first, then in pairwise(order):
            QWidget.setTabOrder(first, then)

    def panes(self) -> tuple[QWidget, ...]:
        """Give the parts that F6 goes through, in order."""
        shown = (self.search, self.sidebar, self.list, self.reading, self.activity)
        return tuple(pane for pane in shown if pane.isVisible())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc that no part has a use for leads back to the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self.message.isHidden():
            self.message.settle()

    def show_empty(self, empty: bool) -> None:
        """Show the empty state in the place of list and article, or those."""
        self.stack.setCurrentWidget(self.empty if empty else self.inner)

    def view_name(self, view: View) -> str:
        """Give the name of a view in the user's language."""
        return dict(zip(VIEWS, self._view_names(), strict=True))[view]

    def _view_names(self) -> tuple[str, ...]:
        return (
            self.tr("All Clippings"),
            self.tr("Unread"),
            self.tr("Starred"),
            self.tr("Without Tags"),
            self.tr("Doubtful"),
            self.tr("Trash"),
        )

    def _lay_out(self, theme: Theme, actions: Actions) -> None:
        middle = QWidget(self)
        middle.setObjectName("surface")
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.list, 1)
        self.inner = _splitter(self)
        self.inner.addWidget(middle)
        page = QWidget(self)
        page.setObjectName("surface")
        self.inner.addWidget(page)
        self.inner.setStretchFactor(1, 1)
        self.inner.setSizes([430, 670])
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.inner)
        self.outer = _splitter(self)
        for pane in (self.sidebar, self.stack):
            self.outer.addWidget(pane)
        self.outer.setStretchFactor(1, 1)
        self.outer.setSizes([220, 1060])
        self.sidebar.setMinimumWidth(176)
        middle.setMinimumWidth(260)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._toolbar(theme, actions))
        whole.addWidget(self.outer, 1)

    def _toolbar(self, theme: Theme, actions: Actions) -> QWidget:
        bar = QFrame(self)
        bar.setObjectName("toolbar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(8, 6, 8, 6)
        row.setSpacing(4)
        for name in TOOLS_LEFT:
            row.addWidget(self._tool(name, actions, bar))
        row.addStretch(1)
        self.search.setMinimumWidth(220)
        self.search.setMaximumWidth(520)
        row.addWidget(self.search, 4)
        row.addWidget(self._tool("search_help", actions, bar))
        row.addStretch(1)
        for name in TOOLS_RIGHT:
            row.addWidget(self._tool(name, actions, bar))
        return bar

    def _tool(self, name: str, actions: Actions, parent: QWidget) -> QToolButton:
        tool = QToolButton(parent)
        tool.setDefaultAction(actions[name])
        tool.setObjectName(f"tool-{name}")
        tool.setIconSize(QSize(ICON_PX, ICON_PX))
        tool.setAccessibleName(actions[name].text().replace("&", "").rstrip(" …"))
        tool.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.tools[name] = tool
        return tool


def _splitter(parent: QWidget) -> QSplitter:
    splitter = QSplitter(Qt.Orientation.Horizontal, parent)
    splitter.setHandleWidth(1)
    splitter.setChildrenCollapsible(False)
    return splitter
