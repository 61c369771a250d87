"""The window in which the text of an article is edited. Asks before what was written goes; keeps nothing itself."""

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from clipper.gui import icons, sentences
from clipper.gui.forms import Segment, Segments
from clipper.gui.jobs import Runner
from clipper.gui.reading import pictures
from clipper.gui.reading.gallery import Gallery
from clipper.gui.reading.pictures import Pixels
from clipper.gui.reading.style import Style
from clipper.gui.rewriting.editor import PassageEditor
from clipper.gui.rewriting.look import Look
from clipper.gui.rewriting.stands import WIDEST, Stand
from clipper.gui.rewriting.unsaved import Unsaved
from clipper.gui.theme import Theme
from clipper.model import Document
from clipper.passages import TYPED, Editable, PassageKind

FIRST_SIZE = QSize(860, 760)
ICON_PX = 20


class TextDialog(QDialog):
    """Shown, not exec()'d, beside the window. saved(passages): the dialog stays until accept() or a fault is shown."""

    saved = Signal(tuple)  # of Edited

    def __init__(
        self, document: Document, body: Editable, style: Style, theme: Theme, runner: Runner, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.clipping = document.clipping.id
        self._theme, self._runner = theme, runner
        self._then: Callable[[], object] | None = None
        self._saving = False
        self.question: Unsaved | None = None
        self.setWindowTitle(self.tr("Edit Text"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(FIRST_SIZE)
        self.editor = PassageEditor(body.passages, document.pictures, Look(style), theme, self)
        self.editor.setAccessibleName(self.tr("Text of the article"))
        self._fault = QLabel(self)
        self._fault.setWordWrap(True)
        self._fault.setTextFormat(Qt.TextFormat.PlainText)
        self._fault.hide()
        self._make_buttons()
        self._lay_out(document.clipping.title)
        self._wire()
        self.editor.fill()
        self._load_pictures(document, body)
        self.editor.setFocus()

    @property
    def saving(self) -> bool:
        """Whether what was written is on its way."""
        return self._saving

    @property
    def modified(self) -> bool:
        """Whether something was written that is not saved."""
        return self.editor.document().isModified()

    def save_now(self) -> None:
        """Hand over what was written; where nothing was, close."""
        self._fault.hide()
        if not self.modified:
            self.accept()
            return
        self._be_saving(True)
        self.saved.emit(self.editor.edited())

    def go_on(self) -> None:
        """Let the user write on: saving has ended, and did not close the dialog."""
        if self._saving:
            self._be_saving(False)
            self._then = None

    def show_fault(self, words: str) -> None:
        """Say why it was not saved."""
        self._fault.setText(words)
        self._fault.show()
        self.go_on()

    def warn(self) -> None:
        """Say that the article is another by now."""
        self._fault.setText(self.tr("The article was changed meanwhile. Save puts this text in its place."))
        self._fault.show()

    def ask(self, then: Callable[[], object]) -> None:
        """Ask what to do with what was written, and go on when the dialog has closed."""
        self._then = then
        self.reject()

    def accept(self) -> None:
        """Close, and do what waited for it."""
        self._close(super().accept)

    def reject(self) -> None:
        """Close, unless something was written: that is asked about."""
        if self._saving:
            return
        if not self.modified:
            self._close(super().reject)
        elif self.question is None:
            self.question = question = Unsaved(self._theme, self)
            question.accepted.connect(self.save_now)
            question.discarded.connect(self._discard)
            question.rejected.connect(self._stay)
            question.finished.connect(self._forget_question)
            question.show()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The cross of the frame asks as Cancel does."""
        event.ignore()
        self.reject()

    def _close(self, close: Callable[[], None]) -> None:
        then, self._then = self._then, None
        close()
        if then is not None:
            then()

    def _be_saving(self, saving: bool) -> None:
        """While it is being saved nothing is written that would not be saved."""
        self._saving = saving
        self.editor.setReadOnly(saving)
        self.save.setEnabled(not saving)
        self.cancel.setEnabled(not saving)

    def _discard(self) -> None:
        self.editor.document().setModified(False)
        self.reject()

    def _stay(self) -> None:
        self._then = None
        self.editor.setFocus()

    def _forget_question(self) -> None:
        self.question = None

    def _make_buttons(self) -> None:
        self.undo = self._tool("undo", self.tr("Undo"), QKeySequence.StandardKey.Undo)
        self.redo = self._tool("redo", self.tr("Redo"), QKeySequence.StandardKey.Redo)
        self.bold = self._letter(self.tr("B"), self.tr("Bold"), "Ctrl+B")
        self.italic = self._letter(self.tr("I"), self.tr("Italic"), "Ctrl+I")
        bold, italic = self.bold.font(), self.italic.font()
        bold.setBold(True)
        italic.setItalic(True)
        self.bold.setFont(bold)
        self.italic.setFont(italic)
        words = (self.tr("Paragraph"), self.tr("Heading"), self.tr("List Item"), self.tr("Quote"))
        self.kinds = kinds = Segments(
            self.tr("Kind of paragraph"), tuple(zip(TYPED, words, strict=True)), self._theme, self
        )
        for number, segment in enumerate(kinds.findChildren(Segment), 1):
            segment.setToolTip(_shown(f"Ctrl+{number}"))
        self.save = QPushButton(self.tr("Save"), self)
        self.save.setDefault(True)
        self.save.setToolTip(_shown(QKeySequence.StandardKey.Save))
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self.cancel.setAutoDefault(False)

    def _tool(self, icon: str, name: str, key: QKeySequence.StandardKey) -> QToolButton:
        tool = QToolButton(self)
        tool.setIcon(icons.icon(self._theme, icon))
        tool.setIconSize(QSize(ICON_PX, ICON_PX))
        tool.setAccessibleName(name)
        tool.setToolTip(f"{name} ({_shown(key)})")
        tool.setEnabled(False)
        return tool

    def _letter(self, letter: str, name: str, key: str) -> QToolButton:
        tool = QToolButton(self)
        tool.setText(letter)
        tool.setCheckable(True)
        tool.setMinimumWidth(ICON_PX + 10)
        tool.setAccessibleName(name)
        tool.setToolTip(f"{name} ({_shown(key)})")
        return tool

    def _lay_out(self, title: str) -> None:
        head = QLabel(sentences.plain(title, 200), self)
        head.setFont(self._theme.font("strong"))
        head.setTextFormat(Qt.TextFormat.PlainText)
        head.setWordWrap(True)
        words = QLabel(self.tr("What you change stays, also when the page is read again."), self)
        words.setObjectName("quiet")
        words.setFont(self._theme.font("small"))
        bar = QHBoxLayout()
        bar.setContentsMargins(20, 10, 20, 10)
        bar.setSpacing(4)
        for part in (self.undo, self.redo, self.bold, self.italic):
            bar.addWidget(part)
        bar.addStretch(1)
        bar.addWidget(self.kinds)
        top = QVBoxLayout()
        top.setContentsMargins(24, 16, 24, 0)
        top.setSpacing(2)
        top.addWidget(head)
        top.addWidget(words)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 12, 24, 16)
        foot.setSpacing(8)
        foot.addWidget(self._fault, 1)
        foot.addStretch(0)
        foot.addWidget(self.cancel)
        foot.addWidget(self.save)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(top)
        box.addLayout(bar)
        box.addWidget(self.editor, 1)
        box.addLayout(foot)
        tools = (self.undo, self.redo, self.bold, self.italic, *self.kinds.findChildren(Segment))
        for first, then in pairwise((*tools, self.editor, self.cancel, self.save)):
            QWidget.setTabOrder(first, then)

    def _wire(self) -> None:
        editor = self.editor
        self.undo.clicked.connect(editor.undo)
        self.redo.clicked.connect(editor.redo)
        editor.undoAvailable.connect(self.undo.setEnabled)
        editor.redoAvailable.connect(self.redo.setEnabled)
        self.bold.clicked.connect(lambda: self._toggle("strong"))
        self.italic.clicked.connect(lambda: self._toggle("em"))
        editor.cursorPositionChanged.connect(self._show_marks)
        editor.kind_changed.connect(self._show_kind)
        self.kinds.chosen.connect(self._set_kind)
        self.save.clicked.connect(self.save_now)
        self.cancel.clicked.connect(self.reject)
        keys: tuple[tuple[str, Callable[[], object]], ...] = (
            ("Ctrl+S", self.save_now),
            ("Ctrl+Return", self.save_now),
            ("Ctrl+B", lambda: self._toggle("strong")),
            ("Ctrl+I", lambda: self._toggle("em")),
            *((f"Ctrl+{number}", lambda kind=kind: self._set_kind(kind)) for number, kind in enumerate(TYPED, 1)),
        )
        for key, do in keys:
            QShortcut(QKeySequence(key), self).activated.connect(do)

    def _toggle(self, mark: str) -> None:
        self.editor.toggle(mark)
        self.editor.setFocus()
        self._show_marks()

    def _show_marks(self) -> None:
        marks = self.editor.keys.marks()
        self.bold.setChecked("strong" in marks)
        self.italic.setChecked("em" in marks)

    def _set_kind(self, kind: PassageKind) -> None:
        self.editor.set_kind(kind)
        self.editor.setFocus()

    def _show_kind(self, kind: PassageKind) -> None:
        self.kinds.setEnabled(kind in TYPED)
        self.kinds.choose(kind)

    def _load_pictures(self, document: Document, body: Editable) -> None:
        wanted = [
            (number, document.pictures[passage.url])
            for number, passage in enumerate(body.passages)
            if passage.kind == "picture" and passage.url in document.pictures
        ]
        if wanted:
            ratio = self.devicePixelRatioF()
            job = self._runner.start_telling(
                lambda progress, tell: pictures.load(wanted, progress, tell, column=WIDEST, ratio=ratio), lane="read"
            )
            job.told.connect(self._show_picture)

    def _show_picture(self, pixels: Pixels) -> None:
        image = Gallery().put(pixels, self.devicePixelRatioF())
        self.editor.show_stand(Stand(pixels.number, image))


def _shown(key: str | QKeySequence.StandardKey) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
