"""A line over the page in which a title is set right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from clipper.gui.theme import Theme

TITLE_CHARS = 2_000


class TitleEdit(QWidget):
    """Hidden until edit; Enter takes the title, Esc leaves it as it was."""

    corrected = Signal(int, str)  # clipping, title
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clipping = 0
        self._before = ""
        name = QLabel(self.tr("&Title"), self)
        self._line = QLineEdit(self)
        self._line.setMaxLength(TITLE_CHARS)
        self._line.setAcceptDrops(False)
        self._line.setAccessibleName(self.tr("Title"))
        self._line.returnPressed.connect(self._take)
        name.setBuddy(self._line)
        keep = QPushButton(self.tr("Keep"), self)
        keep.clicked.connect(self._take)
        box = QHBoxLayout(self)
        box.setContentsMargins(20, 8, 20, 8)
        for part in (name, self._line, keep):
            box.addWidget(part)
        self.hide()

    def edit(self, clipping: int, title: str) -> None:
        """Open with a clipping's title."""
        self._clipping, self._before = clipping, title
        self._line.setText(title)
        self.show()
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)
        self._line.selectAll()

    def leave(self) -> None:
        """Close without a change."""
        if self.isVisible():
            self.hide()
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _take(self) -> None:
        title = self._line.text().strip()
        if title != self._before:
            self.corrected.emit(self._clipping, title)
        self.leave()
