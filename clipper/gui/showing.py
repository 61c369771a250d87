"""From the selection to the reading pane: loads documents, marks hits and what was read, goes on to the next unread."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from clipper.gui.actions import Actions
from clipper.gui.browsing import Browsing
from clipper.gui.clippinglist import ClippingList
from clipper.gui.editing import OF_THE_BODY, Editing
from clipper.gui.jobs import Runner
from clipper.gui.models.clippings import ClippingListModel
from clipper.gui.reading.pane import ReadingPane
from clipper.model import Changes, Clipping, Document

if TYPE_CHECKING:  # the window is painted before the library's code is imported
    from clipper.app import App

# Shown for shorter than this, an article was only passed on the way to another.
READ_AFTER_MS = 800
# Rows of all that is selected are loaded anew so often at most, while a job changes one after the other of them.
ROWS_EVERY_MS = 1000
ON_SEVERAL = ("tags", "star", "read", "export", "trash")


class Showing(QObject):
    """mark_read: whether what was shown for a moment counts as read. loaded: all that is selected is known."""

    loaded = Signal()

    def __init__(
        self,
        app: "App",
        runner: Runner,
        browsing: Browsing,
        editing: Editing,
        view: ClippingList,
        reading: ReadingPane,
        actions: Actions,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._library, self._runner = app.library, runner
        self._browsing, self._editing = browsing, editing
        self._view, self._reading, self._actions = view, reading, actions
        self.mark_read = True
        self._ids: tuple[int, ...] = ()
        self._shown: Document | None = None
        self._rows: tuple[Clipping, ...] = ()
        self._moment = QTimer(self)
        self._moment.setSingleShot(True)
        self._moment.setInterval(READ_AFTER_MS)
        self._moment.timeout.connect(self._note_read)
        self._rows_again = QTimer(self)
        self._rows_again.setSingleShot(True)
        self._rows_again.setInterval(ROWS_EVERY_MS)
        self._rows_again.timeout.connect(self._load_changed_rows)
        browsing.selected.connect(self.select)  # before all who ask this what is selected
        reading.document_shown.connect(self._begin_reading)
        reading.next_unread_asked.connect(self.next_unread)

    def select(self, ids: Sequence[int]) -> None:
        """Show what is selected."""
        ids = tuple(ids)
        if ids == self._ids:
            return
        self._ids, self._rows = ids, ()
        self._moment.stop()
        if len(ids) == 1:
            self._load(ids[0])
            return
        self._shown = None
        if ids:
            self._load_rows()
        else:
            self._reading.show_nothing()

    def take(self, changes: Changes) -> None:
        """Show a document anew that a write has changed."""
        if not changes.clippings.intersection(self._ids):
            return
        if len(self._ids) == 1:
            self._load(self._ids[0])
        elif changes.edits:
            self._load_rows()  # what the user does to them is seen at once
        elif not self._rows_again.isActive():
            self._rows_again.start()

    def clippings(self) -> tuple[Clipping, ...]:
        """Give the selected clippings; where they are many and not yet loaded, those of them that the list has."""
        if len(self._rows) == len(self._ids):
            return self._rows
        return tuple(hit.clipping for hit in self._browsing.hits(self._ids))

    def mark(self) -> None:
        """Mark what the query finds in the articles that are shown."""
        query, library = self._browsing.place.query, self._library

        def mark(text: str, field: str, language: str) -> Sequence[tuple[int, int]]:
            return library.marks(query, text, language=language, field=field)

        self._reading.set_search(query, mark if query.strip() else None)

    def has_page(self) -> bool:
        """Say whether the page of the selected clipping was kept; until that is known, it is thought so."""
        shown = self._shown
        return shown is None or self._ids != (shown.clipping.id,) or bool(shown.captures)

    def has_own_text(self) -> bool:
        """Say whether the user set text, lead picture or doubts of the selected clipping right."""
        shown = self._shown
        return shown is not None and self._ids == (shown.clipping.id,) and not shown.corrected.isdisjoint(OF_THE_BODY)

    def is_doubtful(self) -> bool:
        """Say whether something may be wrong with the selected clipping."""
        shown = self._shown
        return shown is not None and self._ids == (shown.clipping.id,) and bool(shown.clipping.flags)

    def next_unread(self) -> None:
        """Go on to the next unread clipping below, whether its row is loaded or not."""
        job = self._runner.start(
            lambda _progress: frozenset(self._library.clippings.ids("unread")), latest="next", quiet=True
        )
        job.finished.connect(self._go_on)

    def _go_on(self, unread: frozenset[int]) -> None:
        model = self._view.model()
        ids = model.ids() if isinstance(model, ClippingListModel) else ()
        start = ids.index(self._ids[-1]) + 1 if self._ids and self._ids[-1] in ids else 0
        following = next((id for id in ids[start:] if id in unread), None)
        if following is not None:
            self._view.select((following,))

    def _load_changed_rows(self) -> None:
        if len(self._ids) > 1:
            self._load_rows()

    def _load_rows(self) -> None:
        ids = self._ids
        job = self._runner.start(lambda _progress: self._library.clippings.rows(ids), latest="document")
        job.finished.connect(self._show_rows)

    def _show_rows(self, rows: tuple[Clipping, ...]) -> None:
        self._rows = rows
        self._reading.show_several(rows, [self._actions[name] for name in ON_SEVERAL])
        self.loaded.emit()

    def _load(self, id: int) -> None:
        job = self._runner.start(lambda _progress: self._library.clippings.document(id), latest="document", quiet=True)
        job.finished.connect(self._show)
        job.failed.connect(self._reading.show_error)

    def _show(self, document: Document) -> None:
        if self._ids == (document.clipping.id,):
            self._shown = document
            self._reading.show_document(document)
            self.mark()
            self.loaded.emit()

    def _begin_reading(self, id: int) -> None:
        if self.mark_read and self._shown is not None and not self._shown.clipping.read and self._ids == (id,):
            self._moment.start()

    def _note_read(self) -> None:
        if len(self._ids) == 1:
            self._editing.note_read(self._ids[0])
