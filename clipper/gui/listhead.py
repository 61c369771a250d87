"""What stands over the list. Shows and says; decides nothing."""

from __future__ import annotations  # types only: the model is not imported before the first paint

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from clipper.gui import icons
from clipper.gui.theme import Theme

if TYPE_CHECKING:
    from clipper.model import Sort


class ListHead(QWidget):
    """What stands over the list: its name, how many there are, and the order."""

    sort_chosen = Signal(object)  # Sort | None

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = QLabel(self)
        self._name.setFont(theme.font("strong"))
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._counted, self._fetching = "", ""
        self._count = QLabel(self)
        self._count.setFont(theme.font("small"))
        self._count.setObjectName("quiet")
        self._complaint = QLabel(self)
        self._complaint.setFont(theme.font("small"))
        self._complaint.setTextFormat(Qt.TextFormat.PlainText)
        self._complaint.setWordWrap(True)
        self._complaint.hide()
        self.sort = sort = QToolButton(self)
        sort.setIcon(icons.icon(theme, "sort"))
        sort.setIconSize(QSize(18, 18))
        sort.setToolTip(self.tr("Order of the list"))
        sort.setAccessibleName(self.tr("Order of the list"))
        sort.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        sort.setMenu(self._menu(sort))
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._name)
        names.addWidget(self._count)
        names.addWidget(self._complaint)
        row = QHBoxLayout(self)
        row.setContentsMargins(28, 8, 12, 8)
        row.addLayout(names, 1)
        row.addWidget(sort)

    def show_name(self, name: str) -> None:
        """Name what the list shows."""
        self._name.setText(name)

    def show_count(self, text: str, complaint: str = "") -> None:
        """Say how many there are, and what was odd about the query."""
        self._counted = text
        self._show_line()
        self._complaint.setText(complaint)
        self._complaint.setVisible(bool(complaint))

    def show_fetching(self, text: str) -> None:
        """Say how much is being fetched, "" for nothing."""
        self._fetching = text
        self._show_line()

    def show_sort(self, sort: Sort | None) -> None:
        """Tick the order; says nothing."""
        self._sorts[sort].setChecked(True)

    def _show_line(self) -> None:
        self._count.setText(" · ".join(part for part in (self._counted, self._fetching) if part))

    def _menu(self, parent: QWidget) -> QMenu:
        menu = QMenu(parent)
        group = QActionGroup(self)
        self._sorts = {}
        names: tuple[tuple[Sort | None, str], ...] = (
            (None, self.tr("Best Order")),
            ("added", self.tr("Recently Added")),
            ("newest", self.tr("Newest First")),
            ("oldest", self.tr("Oldest First")),
            ("relevance", self.tr("By Relevance")),
        )
        for sort, name in names:
            action = menu.addAction(name)
            action.setCheckable(True)
            group.addAction(action)
            action.triggered.connect(lambda _checked=False, sort=sort: self.sort_chosen.emit(sort))
            self._sorts[sort] = action
        self._sorts[None].setChecked(True)
        return menu
