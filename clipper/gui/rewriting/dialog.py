"""The window in which the text of an article is edited. Asks before what was written goes; keeps nothing itself."""

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from clipper.gui import sentences
from clipper.gui.jobs import Runner
from clipper.gui.reading import pictures
from clipper.gui.reading.gallery import Gallery
from clipper.gui.reading.pictures import Pixels
from clipper.gui.reading.style import Style
from clipper.gui.rewriting import linking
from clipper.gui.rewriting.bar import EditBar, shown
from clipper.gui.rewriting.editor import PassageEditor
from clipper.gui.rewriting.keys import UNMARKED
from clipper.gui.rewriting.look import Look
from clipper.gui.rewriting.stands import WIDEST, Stand
from clipper.gui.rewriting.unsaved import Unsaved
from clipper.gui.theme import Theme
from clipper.model import Document
from clipper.passages import Editable

FIRST_SIZE = QSize(860, 760)


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
        self.asked: linking.LinkAsked | None = None
        self.setWindowTitle(self.tr("Edit Text"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(FIRST_SIZE)
        self.editor = PassageEditor(body.passages, document.pictures, Look(style), theme, self)
        self.editor.setAccessibleName(self.tr("Text of the article"))
        self.bar = EditBar(self.editor, theme, self)
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
        self.save = QPushButton(self.tr("Save"), self)
        self.save.setDefault(True)
        self.save.setToolTip(shown(QKeySequence.StandardKey.Save))
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self.cancel.setAutoDefault(False)

    def _lay_out(self, title: str) -> None:
        head = QLabel(sentences.plain(title, 200), self)
        head.setFont(self._theme.font("strong"))
        head.setTextFormat(Qt.TextFormat.PlainText)
        head.setWordWrap(True)
        words = QLabel(self.tr("What you change stays, also when the page is read again."), self)
        words.setObjectName("quiet")
        words.setFont(self._theme.font("small"))
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
        box.addWidget(self.bar)
        box.addWidget(self.editor, 1)
        box.addLayout(foot)
        for first, then in pairwise((*self.bar.parts(), self.editor, self.cancel, self.save)):
            QWidget.setTabOrder(first, then)

    def _wire(self) -> None:
        self.bar.bind(self)
        self.bar.link_asked.connect(self._ask_link)
        self.save.clicked.connect(self.save_now)
        self.cancel.clicked.connect(self.reject)
        for key in ("Ctrl+S", "Ctrl+Return"):
            QShortcut(QKeySequence(key), self).activated.connect(self.save_now)

    def _ask_link(self) -> None:
        """Ask where what is selected leads, or the link or word at the cursor."""
        chosen, href = linking.target(self.editor.textCursor())
        fit = self.editor.keys.kind() not in UNMARKED and not self.editor.isReadOnly()
        if fit and chosen.hasSelection():
            self.asked = asked = linking.LinkAsked(href, self._theme, self)
            asked.given.connect(lambda text: self.editor.keys.set_link(chosen, linking.address(text)))
            asked.finished.connect(self._forget_asked)
            asked.show()

    def _forget_asked(self) -> None:
        self.asked = None
        self.editor.setFocus()

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
