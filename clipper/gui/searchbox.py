"""The one search box: tells what is typed after a short pause; Esc empties it. Offers completion."""

from __future__ import annotations  # types only: completions are not imported before the first paint

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from clipper.gui import icons
from clipper.gui.theme import Theme

if TYPE_CHECKING:
    from clipper.answers import Completion
    from clipper.gui.completions import Completions

# Long enough to join the letters of a quick typist, short enough not to be felt.
PAUSE_MS = 60
# Words are completed for who stops to think; a quick typist needs none.
WORD_PAUSE_MS = 250
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SearchBox(QLineEdit):
    """query_changed: the text after a pause; left_down: the user goes on to the results."""

    query_changed = Signal(str)
    completion_wanted = Signal(str)  # the text up to the cursor
    left_down = Signal()
    left = Signal()  # Esc in an empty box
    save_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search")
        self.setAcceptDrops(False)  # a link let go anywhere on the window is clipped
        self.setPlaceholderText(self.tr("Search clippings"))
        self.setAccessibleName(self.tr("Search"))
        self.setToolTip(self.tr('Words, "phrases", -not, OR, prefix*, title: site: author: tag: date:'))
        self.addAction(QAction(icons.icon(theme, "search"), "", self), QLineEdit.ActionPosition.LeadingPosition)
        self._clear = QAction(icons.icon(theme, "clear"), self.tr("Clear the search"), self)
        self._clear.triggered.connect(self.clear_now)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self._clear.setVisible(False)
        self._save = QAction(icons.icon(theme, "bookmark"), self.tr("Save this search"), self)
        self._save.triggered.connect(self.save_wanted)
        self.addAction(self._save, QLineEdit.ActionPosition.TrailingPosition)
        self._save.setVisible(False)
        self._told = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._tell)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(lambda: self.completion_wanted.emit(self._before()))
        self._theme = theme
        self._list: Completions | None = None
        self.textChanged.connect(self._note_text)
        self.textEdited.connect(self._pause.start)

    def set_query(self, query: str) -> None:
        """Put a query in; says nothing."""
        self._told = query
        self.setText(query)

    def search_for(self, query: str) -> None:
        """Put a query in and search for it at once, as if it had been typed."""
        self.setText(query)
        self._tell()
        self._hide_list()  # nobody types
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_saving(self, on: bool) -> None:
        """Offer to save what is searched for, or not."""
        self._save.setVisible(on)

    def clear_now(self) -> None:
        """Empty the box and say so at once."""
        self.clear()
        self._tell()

    def offer(self, text: str, completions: Sequence[Completion]) -> None:
        """Show what the last word could become; none hides the list. text: up to the cursor, as it was asked for."""
        wanted = bool(completions) and self.hasFocus() and text == self._before()
        if self._list is None:
            if not wanted:
                return
            from clipper.gui.completions import Completions  # nothing is completed before the first paint

            self._list = Completions(self._theme, self)
            self._list.taken.connect(self._take)
        self._list.show_completions(completions if wanted else (), lasting=_names_a_field(text))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, shown = event.key(), self._shown()
        if shown is not None and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            shown.step(1 if key == Qt.Key.Key_Down else -1)
        elif shown is not None and key in ENTER and (chosen := shown.chosen()) is not None:
            self._take(chosen)
        elif shown is not None and key == Qt.Key.Key_Escape:
            shown.hide()
        elif key == Qt.Key.Key_Escape:
            if self.text():
                self.clear_now()
            else:
                self.left.emit()
        elif key == Qt.Key.Key_Down:
            self.left_down.emit()
        elif key in ENTER:
            self._tell()
            self._hide_list()
            self.left_down.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab takes a completion; where there is none it goes on, as everywhere."""
        shown = self._shown()
        if next and shown is not None and (first := shown.first()) is not None:
            self._take(first)
            return True
        return super().focusNextPrevChild(next)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._hide_list()
        super().focusOutEvent(event)

    def _shown(self) -> Completions | None:
        return self._list if self._list is not None and self._list.isVisible() else None

    def _hide_list(self) -> None:
        self._rest.stop()
        if self._list is not None:
            self._list.hide()

    def _before(self) -> str:
        return self.text()[: self.cursorPosition()]

    def _note_text(self, text: str) -> None:
        self._clear.setVisible(bool(text))

    def _tell(self) -> None:
        self._pause.stop()
        text = self.text()
        if text != self._told:
            self._told = text
            self.query_changed.emit(text)
            self._rest.start(0 if _names_a_field(self._before()) else WORD_PAUSE_MS)

    def _take(self, completion: Completion) -> None:
        rest = self.text()[self.cursorPosition() :].lstrip()
        inside = completion.query.count('"') % 2  # of quotation marks that are still open
        written = completion.query if inside else f"{completion.query} "
        self.setText(f"{written}{rest}")
        self.setCursorPosition(len(written))
        self._hide_list()
        self._tell()
        self._rest.stop()


def _names_a_field(text: str) -> bool:
    """Say whether what stands at the end of a text is, by all appearance, the value of a field. Pure."""
    return ":" in (text.rpartition('"')[0] if text.count('"') % 2 else text).rsplit(" ", 1)[-1]
