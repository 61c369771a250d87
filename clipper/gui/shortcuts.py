"""The list of keys: every command that has one, as the menus group them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from clipper.gui.actions import Actions
from clipper.gui.theme import Theme

# Of the dialog: its margins, and the height of title and button.
EDGE, AROUND = 24, 150


class ShortcutList(QDialog):
    """Shown on F1 and ?."""

    def __init__(self, actions: Actions, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard Shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._theme = theme
        title = QLabel(self.tr("Keyboard Shortcuts"), self)
        title.setFont(theme.font("title"))
        keys_shown = QWidget()
        columns = QHBoxLayout(keys_shown)
        columns.setContentsMargins(0, 0, 16, 0)
        columns.setSpacing(40)
        left, right = QVBoxLayout(), QVBoxLayout()
        for place, column in enumerate((left, right)):
            for number, (name, menu) in enumerate(actions.menus):
                if number % 2 == place:
                    keys = [(command.text, actions[command.name].shortcuts()) for command in menu if command]
                    column.addLayout(self._group(name, keys))
            column.addStretch(1)
            columns.addLayout(column)
        right.insertLayout(0, self._group(self.tr("Panes"), self._panes()))
        close = QPushButton(self.tr("Close"), self)
        close.clicked.connect(self.accept)
        last = QHBoxLayout()
        last.addStretch(1)
        last.addWidget(close)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 24, 24, 16)
        whole.setSpacing(16)
        whole.addWidget(title)
        whole.addWidget(self._scrolled(keys_shown), 1)
        whole.addLayout(last)
        room = self.screen().availableGeometry().height() * 9 // 10
        needed = keys_shown.sizeHint()
        self.resize(needed.width() + 2 * EDGE, min(needed.height() + AROUND, room))

    def _scrolled(self, shown: QWidget) -> QScrollArea:
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(shown)
        return area

    def _panes(self) -> list[tuple[str, list[QKeySequence]]]:
        return [
            (self.tr("Search"), [QKeySequence("/")]),
            (self.tr("Read on, then the next unread clipping"), [QKeySequence("Space")]),
            (self.tr("Empty the search, back to the list"), [QKeySequence("Esc")]),
        ]

    def _group(self, name: str, keys: list[tuple[str, list[QKeySequence]]]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(5)
        heading = QLabel(name.replace("&", ""), self)
        heading.setFont(self._theme.font("strong"))
        grid.addWidget(heading, 0, 0, 1, 2)
        row = 1
        for text, sequences in keys:
            if not sequences:
                continue
            shown = ", ".join(key.toString(QKeySequence.SequenceFormat.NativeText) for key in sequences)
            label = QLabel(text.replace("&", "").rstrip(" …"), self)
            key = QLabel(shown, self)
            key.setObjectName("quiet")
            grid.addWidget(label, row, 0)
            grid.addWidget(key, row, 1, Qt.AlignmentFlag.AlignRight)
            row += 1
        grid.setContentsMargins(0, 0, 0, 12)
        return grid
