"""What stands over the list. Shows and says; decides nothing."""

from __future__ import annotations  # types only: the model is not imported before the first paint

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QActionGroup, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from clipper.gui import icons
from clipper.gui.linkbutton import LinkButton
from clipper.gui.theme import Theme

if TYPE_CHECKING:
    from clipper.model import Sort

MOST_SUGGESTED = 2
# Of the head, what the words before the suggestions and all margins take.
BESIDE_PX = 200
APART_PX = 20
LEFT_PX = 28


class ListHead(QWidget):
    """What stands over the list: its name, how many there are, and the order."""

    sort_chosen = Signal(object)  # Sort | None
    suggestion_chosen = Signal(str)  # a query
    refine_asked = Signal()
    back_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = QLabel(self)
        self._name.setFont(theme.font("strong"))
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._named, self._counted, self._fetching = "", "", ""
        self._count = QLabel(self)
        self._count.setFont(theme.font("small"))
        self._count.setObjectName("quiet")
        self._complaint = QLabel(self)
        self._complaint.setFont(theme.font("small"))
        self._complaint.setTextFormat(Qt.TextFormat.PlainText)
        self._complaint.setWordWrap(True)
        self._complaint.hide()
        self._did_you_mean = QLabel(self.tr("Did you mean:"), self)
        self._did_you_mean.setFont(theme.font("small"))
        self._did_you_mean.hide()
        self.suggestions = tuple(self._suggestion(theme) for _ in range(MOST_SUGGESTED))
        self.back = back = QToolButton(self)
        back.setIcon(icons.icon(theme, "back"))
        back.setIconSize(QSize(18, 18))
        back.setToolTip(self.tr("Back to the list before (Esc)"))
        back.setAccessibleName(self.tr("Back to the list before"))
        back.clicked.connect(self.back_asked)
        back.hide()
        self.sort = sort = QToolButton(self)
        sort.setIcon(icons.icon(theme, "sort"))
        sort.setIconSize(QSize(18, 18))
        sort.setToolTip(self.tr("Order of the list"))
        sort.setAccessibleName(self.tr("Order of the list"))
        sort.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        sort.setMenu(self._menu(sort))
        self.refine = refine = QToolButton(self)
        refine.setIcon(icons.icon(theme, "filter"))
        refine.setIconSize(QSize(18, 18))
        refine.setToolTip(self.tr("Refine by site, author, date, language or tag"))
        refine.setAccessibleName(self.tr("Refine"))
        refine.clicked.connect(self.refine_asked)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._name)
        names.addWidget(self._count)
        names.addWidget(self._complaint)
        others = QHBoxLayout()
        others.setSpacing(6)
        others.addWidget(self._did_you_mean)
        for button in self.suggestions:
            others.addWidget(button)
        others.addStretch(1)
        names.addLayout(others)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(LEFT_PX, 8, 12, 8)
        row.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(names, 1)
        row.addWidget(refine, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(sort, 0, Qt.AlignmentFlag.AlignTop)

    def show_name(self, name: str) -> None:
        """Name what the list shows."""
        self._named = name
        self._name.setToolTip(name)
        self._elide()

    def show_back(self, on: bool) -> None:
        """Offer the way back, or not."""
        self.back.setVisible(on)
        self._row.setContentsMargins(12 if on else LEFT_PX, 8, 12, 8)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def show_count(self, text: str) -> None:
        """Say how many there are."""
        self._counted = text
        self._show_line()

    def show_complaint(self, complaint: str) -> None:
        """Say what was odd about the query, "" for nothing."""
        self._complaint.setText(complaint)
        self._complaint.setVisible(bool(complaint))

    def show_suggestions(self, queries: Sequence[str]) -> None:
        """Offer other queries, at most two, as many as there is room for; none hides the line."""
        if any(button.hasFocus() for button in self.suggestions[len(queries) :]):
            self.focusNextChild()
        self._did_you_mean.setVisible(bool(queries))
        room = max(80, self.width() - BESIDE_PX)
        for number, button in enumerate(self.suggestions):
            query = queries[number] if number < len(queries) else ""
            metrics = QFontMetrics(button.font())
            if number and metrics.horizontalAdvance(query) > room:
                query = ""  # the likeliest is enough where there is no room for two
            words = metrics.elidedText(query, Qt.TextElideMode.ElideRight, room)
            room -= metrics.horizontalAdvance(words) + APART_PX
            button.setText(words.replace("&", "&&"))
            button.setToolTip(query)
            button.setAccessibleName(self.tr("Search for {query}").format(query=query))
            button.setVisible(bool(query))

    def show_fetching(self, text: str) -> None:
        """Say how much is being fetched, "" for nothing."""
        self._fetching = text
        self._show_line()

    def show_sort(self, sort: Sort | None) -> None:
        """Tick the order; says nothing."""
        self._sorts[sort].setChecked(True)

    def _suggestion(self, theme: Theme) -> QToolButton:
        button = LinkButton(self)
        button.setFont(theme.font("small"))
        button.clicked.connect(lambda: self.suggestion_chosen.emit(button.toolTip()))
        button.hide()
        return button

    def _elide(self) -> None:
        metrics = QFontMetrics(self._name.font())
        self._name.setText(metrics.elidedText(self._named, Qt.TextElideMode.ElideRight, max(60, self._name.width())))

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
