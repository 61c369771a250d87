"""The list of what the word in the search box could become. Takes neither keyboard nor mouse from anybody.

A child of the window, no popup: a click beside it reaches what was clicked, and the box keeps the keys.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem

from clipper.gui.theme import Theme

if TYPE_CHECKING:
    from clipper.answers import Completion

# Words go by themselves when the typing rests: what was found lies under them.
LINGER_MS = 4000
MOST_SHOWN, MOST_WORDS = 7, 5
MOST_CHARS = 60
EDGE_PX, NARROW_PX = 14, 180


class Completions(QListWidget):
    """taken(completion): one was clicked."""

    taken = Signal(object)

    def __init__(self, theme: Theme, box: QLineEdit) -> None:
        super().__init__(box.window())
        self._box = box
        self._completions: tuple[Completion, ...] = ()
        self._asked = ""
        self.setObjectName("completion")
        self.setFont(theme.font("body"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Completions"))
        self._linger = QTimer(self)
        self._linger.setSingleShot(True)
        self._linger.setInterval(LINGER_MS)
        self._linger.timeout.connect(self.hide)
        self.itemEntered.connect(self.setCurrentItem)
        self.itemClicked.connect(lambda item: self.taken.emit(self._completions[self.row(item)]))
        self.hide()

    def show_completions(self, completions: Sequence["Completion"], *, lasting: bool) -> None:
        """Show what the word could become, below it; none hides the list. lasting: till the text changes."""
        self._completions = tuple(completions)[: MOST_SHOWN if lasting else MOST_WORDS]
        self.clear()
        for one in self._completions:
            item = QListWidgetItem(one.shown if len(one.shown) <= MOST_CHARS else f"{one.shown[:MOST_CHARS]}…")
            item.setToolTip(one.shown if len(one.shown) > MOST_CHARS else "")
            self.addItem(item)
        self.setCurrentRow(-1)
        if not self._completions:
            self.hide()
            return
        self._settle()
        self.show()
        self.raise_()
        if lasting:
            self._linger.stop()
        else:
            self._linger.start()

    def step(self, by: int) -> None:
        """Choose the next one, or the one before; beyond the ends none is chosen, as at first."""
        self._linger.stop()
        count = self.count() + 1
        self.setCurrentRow((self.currentRow() + 1 + by) % count - 1)

    def chosen(self) -> "Completion | None":
        """Give the one that is chosen."""
        row = self.currentRow()
        return self._completions[row] if 0 <= row < len(self._completions) else None

    def first(self) -> "Completion | None":
        """Give the one that is chosen, else the first."""
        return self.chosen() or (self._completions[0] if self._completions else None)

    def _settle(self) -> None:
        box = self._box
        metrics = QFontMetrics(self.font())
        widest = max(metrics.horizontalAdvance(self.item(row).text()) for row in range(self.count()))
        width = max(NARROW_PX, widest + 2 * EDGE_PX + 16)
        height = sum(self.sizeHintForRow(row) for row in range(self.count())) + 2 * self.frameWidth() + 2
        shared = len(self._completions[0].query) - len(self._completions[0].shown)
        start = box.cursorRect().left() - metrics.horizontalAdvance(box.text()[shared : box.cursorPosition()])
        window = box.window()
        place = box.mapTo(window, QPoint(max(0, min(start, box.width() - width)), box.height() + 2))
        self.setGeometry(min(place.x(), max(0, window.width() - width)), place.y(), width, height)
