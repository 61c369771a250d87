"""The tag dialog: the tags of the selected clippings as pills, and a field that completes from the known ones."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCompleter,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStyledItemDelegate,
    QVBoxLayout,
    QWidget,
)

from clipper.answers import TagCount
from clipper.gui.theme import Theme

# As the store has it: a longer name is refused with a sentence, so the field says so before.
LONGEST = 200


def shares(tags: Sequence[Sequence[str]]) -> tuple[tuple[str, int], ...]:
    """Count on how many clippings each tag is, in order of name. Pure."""
    counts = Counter(name for names in tags for name in set(names))
    return tuple(sorted(counts.items(), key=lambda item: item[0].casefold()))


class TagField(QLineEdit):
    """A line that completes a tag by any part of it; Enter gives it."""

    given = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setMaxLength(LONGEST)
        self._known = QStringListModel(self)
        completer = QCompleter(self._known, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(8)
        popup = completer.popup()
        if popup is not None:
            popup.setObjectName("completion")
            popup.ensurePolished()
            popup.setItemDelegate(QStyledItemDelegate(popup))  # the completer's own paints past the style sheet
        self.setCompleter(completer)

    def set_known(self, names: Sequence[str]) -> None:
        """Set what can be completed."""
        self._known.setStringList(list(names))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.text().strip():
            self.give()
        else:
            super().keyPressEvent(event)

    def give(self) -> None:
        """Tell the tag and begin anew."""
        name = self.text().strip()
        self.clear()
        popup = self.completer().popup()
        if popup is not None:
            popup.hide()  # Enter comes to the line, not to the list over it
        if name:
            self.given.emit(name)


class TagDialog(QDialog):
    """Each change is told at once, so that Undo takes back each; nothing is lost by closing."""

    tag_added = Signal(str)
    tag_removed = Signal(str)

    def __init__(self, number: int, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._number = number
        self.setWindowTitle(self.tr("Tags"))
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumSize(420, 380)
        title = QLabel(self.tr("Tags of %Ln clipping(s)", "", number), self)
        title.setFont(theme.font("title"))
        self.field = TagField(self)
        self.field.setPlaceholderText(self.tr("Add a tag, with / for a level below"))
        self.field.setAccessibleName(self.tr("New tag"))
        self.field.given.connect(self.tag_added)
        add = QPushButton(self.tr("Add"), self)
        add.setAutoDefault(False)
        add.clicked.connect(self.field.give)
        self.tags = QListWidget(self)
        self.tags.setAccessibleName(self.tr("Tags"))
        self.tags.setObjectName("tags")
        self.tags.itemChanged.connect(self._switched)
        done = QPushButton(self.tr("Done"), self)
        done.setAutoDefault(False)
        done.clicked.connect(self.accept)
        self._lay_out(title, add, done)
        self.field.setFocus()

    def set_tags(self, tags: Sequence[Sequence[str]], known: Sequence[TagCount]) -> None:
        """Show the tags of the clippings: a full tick where all bear it, half where some do."""
        self.tags.blockSignals(True)
        self.tags.clear()
        for name, number in shares(tags):
            item = QListWidgetItem(name, self.tags)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            everywhere = number == len(tags)
            item.setCheckState(Qt.CheckState.Checked if everywhere else Qt.CheckState.PartiallyChecked)
        self.tags.blockSignals(False)
        self.field.set_known([tag.name for tag in sorted(known, key=lambda tag: -tag.count)])

    def _lay_out(self, title: QLabel, add: QPushButton, done: QPushButton) -> None:
        line = QHBoxLayout()
        line.addWidget(self.field, 1)
        line.addWidget(add)
        last = QHBoxLayout()
        last.addStretch(1)
        last.addWidget(done)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        column.addWidget(title)
        column.addLayout(line)
        column.addWidget(self.tags, 1)
        column.addLayout(last)

    def _switched(self, item: QListWidgetItem) -> None:
        if item.checkState() == Qt.CheckState.Checked:
            self.tag_added.emit(item.text())
        else:
            self.tag_removed.emit(item.text())
