"""A calm bar that floats low over the window: one sentence, one thing to do about it or none, a way to close it.

It moves nothing under the pointer when it comes and goes.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from clipper.gui import icons
from clipper.gui.theme import Theme

PASSING_MS = 8000
WIDEST, EDGE = 640, 16
# Over the line for the note, which stands at the foot of the article.
LIFT = 60


class MessageBar(QFrame):
    """Hidden while there is nothing to say. The parent calls settle() when its size is another."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("message")
        self._theme = theme
        self._act: Callable[[], None] | None = None
        self._waits = False
        self._icon = QLabel(self)
        self._label = QLabel(self)
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._button = QPushButton(self)
        self._button.clicked.connect(self.do)
        close = QToolButton(self)
        close.setIcon(icons.icon(theme, "close"))
        close.setAccessibleName(self.tr("Close the message"))
        close.setToolTip(self.tr("Close the message"))
        close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(12)
        row.addWidget(self._icon)
        row.addWidget(self._label, 1)
        row.addWidget(self._button)
        row.addWidget(close)
        self._passing = QTimer(self)
        self._passing.setSingleShot(True)
        self._passing.setInterval(PASSING_MS)
        self._passing.timeout.connect(self.hide)
        self.hide()

    def say(
        self,
        text: str,
        *,
        kind: str = "info",
        action: str = "",
        act: Callable[[], None] | None = None,
        passing: bool = False,
    ) -> None:
        """Show a sentence. kind: "info", "warning" or "danger". passing: it goes by itself after a while."""
        self._label.setText(text)
        name, role = ("info", "accent") if kind == "info" else ("warning", kind)
        self._icon.setPixmap(icons.pixmap(self._theme, name, 18, role=role, ratio=self.devicePixelRatioF()))
        self._button.setVisible(bool(action))
        self._button.setText(action)
        self._act = act
        self._passing.stop()
        self._waits = False
        if passing:
            self._passing.start()
        self.settle()
        self.show()
        self.raise_()

    def settle(self) -> None:
        """Take its place: in the middle, low, as wide as the words need and as there is room."""
        parent = self.parentWidget()
        over = parent.rect() if parent is not None else self.rect()
        # A label that wraps asks for a square; a sentence is a line where there is room.
        line = self._label.fontMetrics().horizontalAdvance(self._label.text()) + 4
        around = self.sizeHint().width() - self._label.sizeHint().width()
        width = min(line + around, WIDEST, over.width() - 2 * EDGE)
        # Reckoned a little narrower than it will be: the frame takes a pixel on each side.
        lines = self._label.heightForWidth(max(width - around - 2, 40))
        height = max(lines + 2 * EDGE, self._button.sizeHint().height() + EDGE)
        self.setGeometry((over.width() - width) // 2, over.height() - height - LIFT, width, height)

    def text(self) -> str:
        """Give the sentence on the bar."""
        return self._label.text()

    def passes(self) -> bool:
        """Say whether the sentence goes by itself."""
        return self._passing.isActive()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Wait while the pointer is on it: somebody reads, or is about to press the button."""
        if self._passing.isActive():
            self._passing.stop()
            self._waits = True
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        if self._waits:
            self._waits = False
            self._passing.start()
        super().leaveEvent(event)

    def do(self) -> None:
        """Do what the bar offers, and go."""
        act, self._act = self._act, None
        self.hide()
        if act is not None:
            act()
