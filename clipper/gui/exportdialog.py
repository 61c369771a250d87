"""The export dialog: options, a preview of the first page, progress, and what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget

from clipper.answers import Exported, ExportOptions
from clipper.errors import ClipperError
from clipper.gui.theme import Theme
from clipper.progress import Step


@dataclass(frozen=True, slots=True)
class ExportOrder:
    """What to export. target: one file, or with apart an existing folder that gets one file each."""

    ids: tuple[int, ...]
    format: str
    target: str
    apart: bool
    options: ExportOptions


class ExportDialog(QDialog):
    """Shown, not exec()'d. An ExportError "exists" is answered by asking and ordering again with overwrite."""

    export_asked = Signal(object)  # ExportOrder
    preview_asked = Signal(object)  # ExportOrder, whose target is ""; answer with show_preview
    stop_asked = Signal()
    reveal_asked = Signal(str)  # a file to be shown in its folder

    def __init__(
        self,
        ids: Sequence[int],
        titles: Sequence[str],
        options: ExportOptions,
        folder: str,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        """titles: of the clippings, in the order of ids; the file's name is proposed from the first.

        folder: where the last export went, "" for the user's documents.
        """
        super().__init__(parent)

    def show_preview(self, page: bytes) -> None:
        """Show the first page (PNG); b"" where there is none."""
        raise NotImplementedError

    def show_step(self, step: Step) -> None:
        """Show how far the export is."""
        raise NotImplementedError

    def show_exported(self, exported: Exported) -> None:
        """Show the result with "Show in folder"."""
        raise NotImplementedError

    def show_error(self, error: ClipperError) -> None:
        """Say what went wrong; ask where a target exists."""
        raise NotImplementedError

    def show_stopped(self) -> None:
        """Go back to the options: the user said stop."""
        raise NotImplementedError
