"""The note under the text: one quiet line until there is something in it. Tells what was written; saves nothing."""

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from clipper.gui import icons
from clipper.gui.theme import Theme

PAUSE_MS = 900
LINES = 5


class NoteEditor(QWidget):
    """One clipping's note. changed tells it after a pause in typing and when the cursor leaves."""

    changed = Signal(int, str)  # clipping, note

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._clipping = 0
        self._kept = ""
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.tell)
        self._open = QToolButton(self, toolButtonStyle=Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._open.setIcon(icons.icon(theme, "note"))
        self._open.setText(self.tr("Add a note"))
        self._open.clicked.connect(self.edit)
        self._name = QLabel(self.tr("Note"), self)
        self._name.setFont(theme.font("small"))
        self._edit = QPlainTextEdit(self)
        self._edit.setPlaceholderText(self.tr("What you want to remember about this article"))
        self._edit.setAccessibleName(self.tr("Note"))
        self._edit.setTabChangesFocus(True)
        self._edit.setAcceptDrops(False)  # what is dropped anywhere on the window is clipped
        self._edit.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._edit.textChanged.connect(self._typed)
        self._edit.installEventFilter(self)
        self._name.setBuddy(self._edit)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 6, 20, 8)
        box.setSpacing(4)
        line = QHBoxLayout()
        line.addWidget(self._open)
        line.addStretch(1)
        box.addLayout(line)
        box.addWidget(self._name)
        box.addWidget(self._edit)
        self._unfold(False)

    def show_note(self, clipping: int, note: str) -> None:
        """Show a clipping's note. What is being typed for the same clipping is not touched."""
        if clipping == self._clipping and (self._pause.isActive() or self._edit.hasFocus()):
            return
        self.tell()
        self._clipping, self._kept = clipping, note
        if self._edit.toPlainText() != note:
            with QSignalBlocker(self._edit):
                self._edit.setPlainText(note)
        self._unfold(bool(note))

    def edit(self) -> None:
        """Put the cursor into the note."""
        self._unfold(True)
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self) -> None:
        """Tell what was typed and not told yet."""
        self._pause.stop()
        note = self._edit.toPlainText().strip()
        if self._clipping and note != self._kept:
            self._kept = note
            self.changed.emit(self._clipping, note)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell when the cursor leaves; Esc leaves the note."""
        if event.type() is QEvent.Type.FocusOut:
            self.tell()
            self._unfold(bool(self._kept) or self._edit.hasFocus())
        elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self.focusPreviousChild()
            return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the hairline above."""
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, self._theme.colour("hairline"))
        painter.end()

    def _typed(self) -> None:
        self._pause.start()
        self._fit()

    def _unfold(self, unfolded: bool) -> None:
        self._open.setVisible(not unfolded)
        self._name.setVisible(unfolded)
        self._edit.setVisible(unfolded)
        self._fit()

    def _fit(self) -> None:
        lines = min(LINES, max(2, self._edit.document().blockCount()))
        self._edit.setFixedHeight(lines * self._edit.fontMetrics().lineSpacing() + 24)
