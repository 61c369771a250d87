"""What stands in the window when the library cannot be opened: why, and what can be done about it."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QDateTime, QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from clipper.answers import SafetyCopy
from clipper.gui import icons
from clipper.gui.theme import Theme


class RecoveryPage(QWidget):
    """Offers the safety copies where there are some."""

    retry_asked = Signal()
    copy_chosen = Signal(object)  # SafetyCopy
    quit_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = QLabel(self)
        self._title = QLabel(self)
        self._title.setFont(theme.font("title"))
        self._words = QLabel(self)
        for label in (self._title, self._words):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._copies = QVBoxLayout()
        self._copies.setSpacing(8)
        self._retry = retry = QPushButton(self.tr("Try again"), self)
        retry.clicked.connect(self.retry_asked)
        leave = QPushButton(self.tr("Quit"), self)
        leave.clicked.connect(self.quit_asked)
        row = QHBoxLayout()
        row.addWidget(retry)
        row.addWidget(leave)
        row.addStretch(1)
        inner = QWidget(self)
        inner.setMaximumWidth(560)
        column = QVBoxLayout(inner)
        column.setSpacing(16)
        for widget in (self._icon, self._title, self._words):
            column.addWidget(widget)
        column.addLayout(self._copies)
        column.addLayout(row)
        outer = QHBoxLayout(self)
        outer.addStretch(1)
        outer.addWidget(inner, 3, Qt.AlignmentFlag.AlignVCenter)
        outer.addStretch(1)

    def show_fault(self, headline: str, words: str, copies: Sequence[SafetyCopy]) -> None:
        """Say what is wrong with the library, and offer copies."""
        self._icon.setPixmap(icons.pixmap(self._theme, "warning", 40, role="warning", ratio=self.devicePixelRatioF()))
        self._title.setText(headline)
        self._words.setText(words)
        while (item := self._copies.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        if copies:
            self._copies.addWidget(QLabel(self.tr("Put back a copy; the damaged file is kept beside it:"), self))
        buttons = [self._button(copy) for copy in copies]
        for button in buttons:
            self._copies.addWidget(button)
        for first, then in pairwise((*buttons, self._retry)):
            self.setTabOrder(first, then)
        (*buttons, self._retry)[0].setFocus()

    def _button(self, copy: SafetyCopy) -> QPushButton:
        moment = QDateTime.fromSecsSinceEpoch(int(copy.made.timestamp()))
        locale = QLocale()
        day = locale.toString(moment.date(), QLocale.FormatType.LongFormat)
        time = locale.toString(moment.time(), QLocale.FormatType.ShortFormat)
        text = self.tr("Copy of {day} with %Ln clipping(s)", "", copy.clippings).format(day=f"{day}, {time}")
        button = QPushButton(text, self)
        button.clicked.connect(lambda: self.copy_chosen.emit(copy))
        return button
