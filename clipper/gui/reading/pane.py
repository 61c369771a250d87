"""The reading pane: one document set like a page of a good book, several selected, or nothing."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from clipper.errors import ClipperError
from clipper.gui import sentences
from clipper.gui.jobs import Runner
from clipper.gui.reading import selection
from clipper.gui.reading.article import ArticleView
from clipper.gui.reading.hits import Mark
from clipper.gui.reading.selection import Selected
from clipper.gui.reading.several import Message, SeveralView
from clipper.gui.reading.style import Style
from clipper.gui.theme import Theme
from clipper.model import Clipping, Document
from clipper.settings import MAX_TEXT_PERCENT, MIN_TEXT_PERCENT

SIZES = (60, 70, 80, 90, 100, 110, 125, 140, 160, 180, 200, 240, 300)


class ReadingPane(QWidget):
    """Shows what it is given. Prepares text and pictures in jobs of its own."""

    note_changed = Signal(int, str)  # clipping, note
    title_changed = Signal(int, str)  # clipping, title; "" puts the article's own back
    next_unread_asked = Signal()  # Space at the end
    saved_page_asked = Signal(int)  # clipping; write it with savedpage.write_copy and open that file
    fetch_again_asked = Signal(int)  # clipping
    as_extracted_asked = Signal(int)  # clipping
    checked_asked = Signal(int)  # clipping
    leave_out_asked = Signal()
    edit_text_asked = Signal(int)  # clipping
    text_selected = Signal(bool)  # whether something of the article is selected
    tag_clicked = Signal(str)
    text_percent_changed = Signal(int)
    document_shown = Signal(int)  # clipping, its first screen is on the pane
    link_hovered = Signal(str)  # address under the mouse, "" for none
    hits_changed = Signal(int, int)  # current (0: none yet), of how many
    hits_left = Signal(int)  # there is no further hit: 1 after the last, -1 before the first

    def __init__(self, theme: Theme, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._percent = 100
        self.article = ArticleView(theme, runner, self)
        self._several = SeveralView(theme, self)
        self._nothing = Message(theme, "file", self)
        self._nothing.say(self.tr("Choose a clipping to read it here."))
        self._fault = Message(theme, "warning", self)
        self._stack = QStackedWidget(self)
        for part in (self._nothing, self.article, self._several, self._fault):
            self._stack.addWidget(part)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._stack)
        self.article.browser.zoomed.connect(self._zoom)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setFocusProxy(self.article)
        for name in ("note_changed", "title_changed", "next_unread_asked", "saved_page_asked", "fetch_again_asked"):
            getattr(self.article, name).connect(getattr(self, name))
        for name in (
            "checked_asked",
            "leave_out_asked",
            "edit_text_asked",
            "text_selected",
            "tag_clicked",
            "document_shown",
            "link_hovered",
        ):
            getattr(self.article, name).connect(getattr(self, name))
        self.article.hits.changed.connect(self.hits_changed)
        self.article.hits.left.connect(self.hits_left)

    @property
    def document(self) -> Document | None:
        """The document on the pane; None where it shows something else."""
        return self.article.document if self._stack.currentWidget() is self.article else None

    def show_document(self, document: Document) -> None:
        """Show a clipping's article. The same clipping again (tags, note, title changed) keeps the place."""
        self.article.show_document(document)
        self._turn_to(self.article)

    def show_several(self, clippings: Sequence[Clipping], actions: Sequence[QAction]) -> None:
        """Show that several are selected, with the actions for all of them."""
        self._several.show_clippings(clippings, actions)
        self._turn_to(self._several)

    def show_nothing(self) -> None:
        """Show the empty page."""
        self._turn_to(self._nothing)

    def show_error(self, error: ClipperError) -> None:
        """Say that the clipping cannot be shown, and why."""
        self._fault.say(sentences.error(error))
        self._turn_to(self._fault)

    def set_search(self, query: str, mark: Mark | None) -> None:
        """Mark what a query finds in the articles that are shown; None marks nothing."""
        self.article.hits.set_search(query, mark)

    def next_hit(self) -> None:
        """Go to the next hit; hits_left says that there is none."""
        self._step(1)

    def previous_hit(self) -> None:
        """Go to the hit before."""
        self._step(-1)

    def enter(self, clipping: int, by: int) -> None:
        """Go to the first hit (by 1) or the last (by -1) of a clipping as soon as it is shown."""
        self.article.hits.enter(clipping, by)

    def set_text_percent(self, percent: int) -> None:
        """Set the size of the reading text."""
        self._percent = min(MAX_TEXT_PERCENT, max(MIN_TEXT_PERCENT, percent))
        self.article.set_percent(self._percent)

    def enlarge(self) -> None:
        """Larger text by one step."""
        self._resize(next((size for size in SIZES if size > self._percent), self._percent))

    def reduce(self) -> None:
        """Smaller text by one step."""
        self._resize(next((size for size in reversed(SIZES) if size < self._percent), self._percent))

    def reset_size(self) -> None:
        """The normal size of text."""
        self._resize(100)

    def scroll_on(self) -> None:
        """Scroll a screen on; at the end ask for the next unread clipping."""
        self.article.scroll_on()

    def copy_with_source(self) -> None:
        """Copy the selection (or the article's head) as a quote with its source."""
        self.article.copy_with_source()

    def selected(self) -> Selected:
        """Give what is selected of the article on the pane."""
        return self.article.selected() if self.document is not None else Selected()

    def line_in_sight(self) -> str:
        """Give the first line that is selected, else the first that is in sight; "" where no article is shown."""
        return selection.in_sight(self.article.browser) if self.document is not None else ""

    @property
    def style_(self) -> Style:
        """How the article is set."""
        return self.article.browser.style_

    def open_original(self) -> None:
        """Open the article's address in the browser."""
        self.article.open_original()

    def edit_note(self) -> None:
        """Open the note under the text and put the cursor there."""
        if self.document is not None:
            self.article.note.edit()

    def keep_note(self) -> None:
        """Tell a note that is being typed, before the window goes."""
        self.article.note.tell()

    def edit_title(self) -> None:
        """Let the title be corrected in place."""
        if self.document is not None:
            self.article.edit_title()

    def _turn_to(self, part: QWidget) -> None:
        if part is not self.article:
            self.article.note.tell()
            self.article.hits.forget()
        self._stack.setCurrentWidget(part)

    def _step(self, by: int) -> None:
        if self.document is None:
            self.hits_left.emit(by)
        else:
            self.article.hits.step(by)

    def _zoom(self, by: int) -> None:
        if by > 0:
            self.enlarge()
        else:
            self.reduce()

    def _resize(self, percent: int) -> None:
        if percent != self._percent:
            self.set_text_percent(percent)
            self.text_percent_changed.emit(self._percent)
