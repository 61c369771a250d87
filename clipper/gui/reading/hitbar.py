"""A small bar over the text: which hit of how many, and to the next and the one before."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from clipper.gui import icons
from clipper.gui.theme import Theme

EDGE = 16


class HitBar(QWidget):
    """Lies in the lower right corner of its parent; hidden where nothing was found."""

    next_asked = Signal()
    previous_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._over = theme, parent
        self._said = QLabel(self)
        self._said.setFont(theme.font("small"))
        box = QHBoxLayout(self)
        box.setContentsMargins(14, 4, 6, 4)
        box.setSpacing(2)
        box.addWidget(self._said)
        box.addSpacing(6)
        box.addWidget(
            self._button(
                "chevron-up", self.tr("Previous hit, then the clipping before (Shift+F3)"), self.previous_asked.emit
            )
        )
        box.addWidget(
            self._button("chevron-down", self.tr("Next hit, then the next clipping (F3)"), self.next_asked.emit)
        )
        self.hide()

    def show_hits(self, current: int | None, total: int) -> None:
        """Show where we are. current: from 0, None before the first."""
        said = self.tr("{current} of {total}") if current is not None else self.tr("{total} found")
        place = "" if current is None else str(current + 1)
        self._said.setText(said.replace("{current}", place).replace("{total}", str(total)))
        self.setVisible(total > 0)
        self.settle()

    def settle(self) -> None:
        """Go to the corner."""
        self.adjustSize()
        self.move(self._over.width() - self.width() - EDGE - 8, self._over.height() - self.height() - EDGE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rounded ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self._theme.colour("window"))
        painter.setPen(self._theme.colour("hairline"))
        ground = self.rect().adjusted(0, 0, -1, -1)
        painter.drawRoundedRect(ground, ground.height() / 2, ground.height() / 2)
        painter.end()

    def _button(self, icon: str, name: str, pressed: Callable[[], None]) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icons.icon(self._theme, icon))
        button.setIconSize(QSize(16, 16))
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(pressed)
        return button
