"""The reading pane: one document set like a page of a good book, several selected, or nothing."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from clipper.errors import ClipperError
from clipper.gui.jobs import Runner
from clipper.gui.theme import Theme
from clipper.model import Clipping, Document


class ReadingPane(QWidget):
    """Shows what it is given. Prepares text and pictures in jobs of its own."""

    note_changed = Signal(int, str)  # clipping, note
    title_changed = Signal(int, str)  # clipping, title; "" puts the article's own back
    next_unread_asked = Signal()  # Space at the end
    saved_page_asked = Signal(int)  # clipping; write it with savedpage.write_copy and open that file
    fetch_again_asked = Signal(int)  # clipping
    tag_clicked = Signal(str)
    text_percent_changed = Signal(int)
    document_shown = Signal(int)  # clipping, its first screen is on the pane

    def __init__(self, theme: Theme, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)

    def show_document(self, document: Document) -> None:
        """Show a clipping's article. The same clipping again (tags, note, title changed) keeps the place."""
        raise NotImplementedError

    def show_several(self, clippings: Sequence[Clipping], actions: Sequence[QAction]) -> None:
        """Show that several are selected, with the actions for all of them."""
        raise NotImplementedError

    def show_nothing(self) -> None:
        """Show the empty page."""
        raise NotImplementedError

    def show_error(self, error: ClipperError) -> None:
        """Say that the clipping cannot be shown, and why."""
        raise NotImplementedError

    def set_words(self, words: Sequence[str]) -> None:
        """Mark words and phrases that the current query found (the pieces of article.text under its marks)."""
        raise NotImplementedError

    def next_hit(self) -> None:
        """Go to the next mark, around the end."""
        raise NotImplementedError

    def previous_hit(self) -> None:
        """Go to the mark before."""
        raise NotImplementedError

    def set_text_percent(self, percent: int) -> None:
        """Set the size of the reading text."""
        raise NotImplementedError

    def enlarge(self) -> None:
        """Larger text by one step."""
        raise NotImplementedError

    def reduce(self) -> None:
        """Smaller text by one step."""
        raise NotImplementedError

    def reset_size(self) -> None:
        """The normal size of text."""
        raise NotImplementedError

    def scroll_on(self) -> None:
        """Scroll a screen on; at the end ask for the next unread clipping."""
        raise NotImplementedError

    def copy_with_source(self) -> None:
        """Copy the selection (or the article's head) as a quote with its source."""
        raise NotImplementedError

    def open_original(self) -> None:
        """Open the article's address in the browser."""
        raise NotImplementedError

    def edit_note(self) -> None:
        """Open the note under the text and put the cursor there."""
        raise NotImplementedError

    def edit_title(self) -> None:
        """Let the title be corrected in place."""
        raise NotImplementedError
