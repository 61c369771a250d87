"""The one search box: tells what is typed after a short pause; Esc empties it. Offers completion."""

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QStyledItemDelegate, QWidget

from clipper.gui import icons
from clipper.gui.theme import Theme

# Long enough to join the letters of a quick typist, short enough not to be felt.
PAUSE_MS = 60
CHOOSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Tab)


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
        self._words: QStringListModel | None = None
        self._completer: QCompleter | None = None
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
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_saving(self, on: bool) -> None:
        """Offer to save what is searched for, or not."""
        self._save.setVisible(on)

    def clear_now(self) -> None:
        """Empty the box and say so at once."""
        self.clear()
        self._tell()

    def offer(self, completions: Sequence[str]) -> None:
        """Show what the last word could become; nothing hides the list."""
        wanted = bool(completions) and self.hasFocus()
        if self._completer is None or self._words is None:
            if not wanted:
                return
            self._words = QStringListModel(self)
            self._completer = self._made_completer(self._words)
        popup = self._completer.popup()
        if wanted:
            self._words.setStringList(list(completions))
            self._completer.complete()
        elif popup is not None:
            popup.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if self._choosing() and key in CHOOSING:
            event.ignore()  # the list of completions takes it, if we do not
        elif key == Qt.Key.Key_Escape:
            if self.text():
                self.clear_now()
            else:
                self.left.emit()
        elif key == Qt.Key.Key_Down:
            self.left_down.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._tell()
            self.left_down.emit()
        else:
            super().keyPressEvent(event)

    def _choosing(self) -> bool:
        popup = self._completer.popup() if self._completer is not None else None
        return popup is not None and popup.isVisible()

    def _made_completer(self, words: QStringListModel) -> QCompleter:
        completer = QCompleter(words, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setWidget(self)
        popup = completer.popup()
        if popup is not None:
            popup.setObjectName("completion")
            popup.ensurePolished()
            popup.setItemDelegate(QStyledItemDelegate(popup))  # the completer's own paints past the style sheet
        completer.activated.connect(self._take_completion)
        return completer

    def _note_text(self, text: str) -> None:
        self._clear.setVisible(bool(text))

    def _tell(self) -> None:
        self._pause.stop()
        text = self.text()
        if text != self._told:
            self._told = text
            self.query_changed.emit(text)
            word = text[: self.cursorPosition()]
            if ":" in word.rsplit(" ", 1)[-1]:
                self.completion_wanted.emit(word)
            else:
                self.offer(())

    def _take_completion(self, text: str) -> None:
        rest = self.text()[self.cursorPosition() :].lstrip()
        self.setText(f"{text.rstrip()} {rest}")
        self.setCursorPosition(len(text.rstrip()) + 1)
        self._tell()
