"""A calm bar under the toolbar: one sentence, at most one thing to do about it, and a way to close it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from clipper.gui import icons
from clipper.gui.theme import Theme

PASSING_MS = 8000


class MessageBar(QFrame):
    """Hidden while there is nothing to say."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message")
        self._theme = theme
        self._act: Callable[[], None] | None = None
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
        row.setContentsMargins(16, 6, 8, 6)
        row.setSpacing(10)
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
        if passing:
            self._passing.start()
        self.show()

    def text(self) -> str:
        """Give the sentence on the bar."""
        return self._label.text()

    def passes(self) -> bool:
        """Say whether the sentence goes by itself."""
        return self._passing.isActive()

    def do(self) -> None:
        """Do what the bar offers, and go."""
        act, self._act = self._act, None
        self.hide()
        if act is not None:
            act()
