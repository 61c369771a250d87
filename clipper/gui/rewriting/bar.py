"""The tools above the page that is written in, with their keys."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from clipper.gui import icons
from clipper.gui.forms import Segment, Segments
from clipper.gui.rewriting.editor import PassageEditor
from clipper.gui.theme import Theme
from clipper.passages import TYPED, PassageKind

ICON_PX = 20


class EditBar(QWidget):
    """Undo, redo, emphasis, links and the kind of the paragraph. link_asked: where what is selected leads."""

    link_asked = Signal()

    def __init__(self, editor: PassageEditor, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._editor, self._theme = editor, theme
        self.undo = self._tool("undo", self.tr("Undo"), QKeySequence.StandardKey.Undo)
        self.redo = self._tool("redo", self.tr("Redo"), QKeySequence.StandardKey.Redo)
        self.undo.setEnabled(False)
        self.redo.setEnabled(False)
        self.bold = self._letter(self.tr("B"), self.tr("Bold"), "Ctrl+B")
        self.italic = self._letter(self.tr("I"), self.tr("Italic"), "Ctrl+I")
        self.link = self._tool("link", self.tr("Link"), "Ctrl+K")
        bold, italic = self.bold.font(), self.italic.font()
        bold.setBold(True)
        italic.setItalic(True)
        self.bold.setFont(bold)
        self.italic.setFont(italic)
        words = (self.tr("Paragraph"), self.tr("Heading"), self.tr("List Item"), self.tr("Quote"))
        self.kinds = Segments(self.tr("Kind of paragraph"), tuple(zip(TYPED, words, strict=True)), theme, self)
        for number, segment in enumerate(self.kinds.findChildren(Segment), 1):
            segment.setToolTip(shown(f"Ctrl+{number}"))
        box = QHBoxLayout(self)
        box.setContentsMargins(20, 10, 20, 10)
        box.setSpacing(4)
        for part in (self.undo, self.redo, self.bold, self.italic, self.link):
            box.addWidget(part)
        box.addStretch(1)
        box.addWidget(self.kinds)
        self._wire()

    def parts(self) -> tuple[QWidget, ...]:
        """Give what Tab goes through, in order."""
        return (self.undo, self.redo, self.bold, self.italic, self.link, *self.kinds.findChildren(Segment))

    def bind(self, window: QWidget) -> None:
        """Let the keys work in all of a window."""
        keys: tuple[tuple[str, Callable[[], object]], ...] = (
            ("Ctrl+B", lambda: self._toggle("strong")),
            ("Ctrl+I", lambda: self._toggle("em")),
            ("Ctrl+K", self.link_asked.emit),
            *((f"Ctrl+{number}", lambda kind=kind: self._set_kind(kind)) for number, kind in enumerate(TYPED, 1)),
        )
        for key, do in keys:
            QShortcut(QKeySequence(key), window).activated.connect(do)

    def _wire(self) -> None:
        editor = self._editor
        self.undo.clicked.connect(editor.undo)
        self.redo.clicked.connect(editor.redo)
        editor.undoAvailable.connect(self.undo.setEnabled)
        editor.redoAvailable.connect(self.redo.setEnabled)
        self.bold.clicked.connect(lambda: self._toggle("strong"))
        self.italic.clicked.connect(lambda: self._toggle("em"))
        self.link.clicked.connect(self.link_asked)
        editor.cursorPositionChanged.connect(self._show_marks)
        editor.kind_changed.connect(self._show_kind)
        self.kinds.chosen.connect(self._set_kind)

    def _tool(self, icon: str, name: str, key: str | QKeySequence.StandardKey) -> QToolButton:
        tool = QToolButton(self)
        tool.setIcon(icons.icon(self._theme, icon))
        tool.setIconSize(QSize(ICON_PX, ICON_PX))
        tool.setAccessibleName(name)
        tool.setToolTip(f"{name} ({shown(key)})")
        return tool

    def _letter(self, letter: str, name: str, key: str) -> QToolButton:
        tool = QToolButton(self)
        tool.setText(letter)
        tool.setCheckable(True)
        tool.setMinimumWidth(ICON_PX + 10)
        tool.setAccessibleName(name)
        tool.setToolTip(f"{name} ({shown(key)})")
        return tool

    def _toggle(self, mark: str) -> None:
        if not self._editor.isReadOnly():
            self._editor.toggle(mark)
        self._editor.setFocus()
        self._show_marks()

    def _show_marks(self) -> None:
        marks = self._editor.keys.marks()
        self.bold.setChecked("strong" in marks)
        self.italic.setChecked("em" in marks)

    def _set_kind(self, kind: PassageKind) -> None:
        if not self._editor.isReadOnly():
            self._editor.set_kind(kind)
        self._editor.setFocus()

    def _show_kind(self, kind: PassageKind) -> None:
        self.kinds.setEnabled(kind in TYPED)
        self.kinds.choose(kind)


def shown(key: str | QKeySequence.StandardKey) -> str:
    """Give a key as the user knows it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
