"""What the user sets right about an article: its particulars, its text, paragraphs that are none of it."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from clipper.errors import ClipperError
from clipper.gui import sentences
from clipper.gui.editing import Editing
from clipper.gui.jobs import Runner
from clipper.gui.models.details import Detail, corrections, details
from clipper.gui.reading.pane import ReadingPane
from clipper.gui.theme import Theme
from clipper.model import Changes, Document
from clipper.passages import Editable, Edited

if TYPE_CHECKING:  # the window is painted before the library's code is imported; the dialog is made when asked for
    from clipper.app import App
    from clipper.gui.detailsdialog import DetailsDialog
    from clipper.gui.rewriting.dialog import TextDialog

OF_THE_TEXT = ("text", "html", "article")


class Correcting(QObject):
    """dialog: the open dialog of details, text: that of a text; None without one."""

    def __init__(
        self, app: "App", runner: Runner, editing: Editing, reading: ReadingPane, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._clippings, self._correcting = app.library.clippings, app.correcting
        self._runner, self._editing = runner, editing
        self._reading, self._theme, self._window = reading, theme, parent
        self.dialog: DetailsDialog | None = None
        self.text: TextDialog | None = None

    def show_details(self, id: int) -> None:
        """Show the particulars of a clipping, to be set right."""
        job = self._runner.start(
            lambda _progress: details(self._clippings.document(id), self._clippings.extracted(id)), latest="details"
        )
        job.finished.connect(partial(self._show, id))

    def leave_out(self) -> None:
        """Leave what is selected on the pane out of the text."""
        document, selected = self._reading.document, self._reading.selected()
        if document is not None and (selected.chosen or selected.pictures):
            self._editing.leave_out(document.clipping.id, selected)

    def edit_text(self, id: int) -> None:
        """Show the text of an article, to be edited. One is edited at a time."""
        if self.text is None:
            job = self._runner.start(
                lambda _progress: (self._clippings.document(id), self._correcting.editable(id)), latest="editable"
            )
            job.finished.connect(self._show_text)
        elif self.text.clipping == id:
            self.text.raise_()
            self.text.activateWindow()
        else:
            self.text.ask(lambda: self.edit_text(id))

    def holds_back(self, then: Callable[[], object]) -> bool:
        """Close the text; tell whether something of it is not saved: what is to be done then waits for the answer."""
        if self.text is not None and not self.text.modified:
            self.text.reject()
        if self.text is None:
            return False
        self.text.raise_()
        self.text.activateWindow()
        self.text.ask(then)
        return True

    def take(self, changes: Changes) -> None:
        """Show the text that is being edited anew where a write has changed it; say so where something was written."""
        dialog = self.text
        if dialog is None or dialog.saving:
            return
        if any(edit.clipping == dialog.clipping and edit.field in OF_THE_TEXT for edit in changes.edits):
            if dialog.modified:
                dialog.warn()
            else:
                dialog.ask(partial(self.edit_text, dialog.clipping))

    def _show_text(self, found: tuple[Document, Editable]) -> None:
        from clipper.gui.rewriting.dialog import TextDialog  # saves its import at start

        if self.text is not None:
            return
        document, body = found
        dialog = TextDialog(document, body, self._reading.style_, self._theme, self._runner, self._window)
        dialog.saved.connect(partial(self._save_text, document.clipping.id, body.html))
        dialog.finished.connect(self._forget_text)
        shown = self._reading.document
        if shown is not None and shown.clipping.id == document.clipping.id:
            dialog.editor.go_to(self._reading.line_in_sight())
        self.text = dialog
        dialog.show()

    def _save_text(self, id: int, html: str, edited: tuple[Edited, ...]) -> None:
        job = self._editing.rewrite(id, html, edited)
        job.finished.connect(self._close_text)
        job.failed.connect(self._refuse_text)
        job.ended.connect(self._go_on_with_text)

    def _close_text(self, _changes: object) -> None:
        if self.text is not None:
            self.text.accept()

    def _refuse_text(self, error: ClipperError) -> None:
        if self.text is not None:
            self.text.show_fault(sentences.error(error))

    def _go_on_with_text(self) -> None:
        if self.text is not None:
            self.text.go_on()

    def _forget_text(self) -> None:
        self.text = None

    def _show(self, id: int, shown: tuple[Detail, ...]) -> None:
        from clipper.gui.detailsdialog import DetailsDialog  # saves its import at start

        dialog = DetailsDialog(shown, self._theme, self._window)
        dialog.saved.connect(lambda texts: self._save(id, shown, texts))
        dialog.finished.connect(self._forget)
        self.dialog = dialog
        dialog.show()

    def _save(self, id: int, shown: tuple[Detail, ...], texts: Mapping[str, str]) -> None:
        changed = corrections(shown, texts)
        if not changed:
            self._close(None)
            return
        job = self._editing.set_details(id, changed)
        job.finished.connect(self._close)
        job.failed.connect(self._refuse)

    def _close(self, _changes: object) -> None:
        if self.dialog is not None:
            self.dialog.accept()

    def _refuse(self, error: ClipperError) -> None:
        if self.dialog is not None:
            self.dialog.show_fault(sentences.error(error), error.detail if error.code == "invalid" else "")

    def _forget(self) -> None:
        self.dialog = None
