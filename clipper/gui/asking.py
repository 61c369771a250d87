"""Small dialogs that ask: for a line of text, or whether to go on. Shown, never exec()'d."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from clipper.gui.theme import Theme


class Asking(QDialog):
    """The frame of a question: headline, what it means, a field or none, the deed and a way back."""

    def __init__(self, headline: str, words: str, deed: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(headline)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 24, 24, 16)
        self._column.setSpacing(8)
        title = QLabel(headline, self)
        title.setFont(theme.font("title"))
        title.setTextFormat(Qt.TextFormat.PlainText)  # there may be a name of the user's in it
        title.setWordWrap(True)
        self._column.addWidget(title)
        if words:
            label = QLabel(words, self)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            self._column.addWidget(label)
        self.deed = QPushButton(deed, self)
        self.deed.setDefault(True)
        self.deed.clicked.connect(self.accept)
        self.back = QPushButton(self.tr("Cancel"), self)
        self.back.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setContentsMargins(0, 16, 0, 0)
        row.addStretch(1)
        row.addWidget(self.back)
        row.addWidget(self.deed)
        self._row = row
        self.setMinimumWidth(420)

    def add_field(self, field: QWidget | None) -> None:
        """Put the field and the buttons under the words."""
        if field is not None:
            self._column.addSpacing(8)
            self._column.addWidget(field)
        self._column.addLayout(self._row)


class Question(Asking):
    """Asks before what cannot be undone. accepted: the user means it."""

    def __init__(self, headline: str, words: str, deed: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(headline, words, deed, theme, parent)
        self.deed.setProperty("danger", True)
        self.deed.setDefault(False)
        self.back.setDefault(True)
        self.add_field(None)
        self.back.setFocus()


class LineAsked(Asking):
    """Asks for a line of text."""

    given = Signal(str)

    def __init__(self, headline: str, words: str, deed: str, theme: Theme, parent: QWidget, *, text: str = "") -> None:
        super().__init__(headline, words, deed, theme, parent)
        self.field = QLineEdit(text, self)
        self.field.setAccessibleName(headline)
        self.field.textChanged.connect(self._weigh)
        self.add_field(self.field)
        self.field.selectAll()
        self.field.setFocus()
        self._weigh(text)
        self.accepted.connect(self._give)

    def _weigh(self, text: str) -> None:
        self.deed.setEnabled(bool(text.strip()))

    def _give(self) -> None:
        self.given.emit(self.field.text().strip())
