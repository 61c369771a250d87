"""What the user sets right about an article: its particulars in a dialog, and paragraphs that are none of it."""

from collections.abc import Mapping
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

if TYPE_CHECKING:  # the window is painted before the library's code is imported; the dialog is made when asked for
    from clipper.app import App
    from clipper.gui.detailsdialog import DetailsDialog


class Correcting(QObject):
    """dialog: the open dialog of details, None without one."""

    def __init__(
        self, app: "App", runner: Runner, editing: Editing, reading: ReadingPane, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._clippings, self._runner, self._editing = app.library.clippings, runner, editing
        self._reading, self._theme, self._window = reading, theme, parent
        self.dialog: DetailsDialog | None = None

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
