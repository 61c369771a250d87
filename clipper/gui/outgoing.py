"""What leaves the library: export and print, a page as it was saved, an address for the browser."""

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from clipper.answers import Exported, ExportOptions
from clipper.errors import ClipperError, NotFoundError
from clipper.gui.jobs import Runner
from clipper.gui.theme import Theme
from clipper.progress import Progress
from clipper.settings import Settings

if TYPE_CHECKING:  # the window is painted before the library's code and these dialogs are imported
    from clipper.app import App
    from clipper.gui.exportdialog import ExportDialog, ExportOrder

# 200 dots an inch print text without steps, at half the memory of 300.
PRINT_PPI = 200
PREVIEW_PPI = 96


class Outgoing(QObject):
    """Dialogs and jobs for what is written outside the library."""

    said = Signal(str)
    exported_to = Signal(str)  # the folder of the last export

    def __init__(self, app: "App", runner: Runner, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._app, self._runner, self._theme, self._window = app, runner, theme, parent

    def export(self, ids: Sequence[int], titles: Sequence[str], settings: Settings, folder: str) -> None:
        """Show the export dialog."""
        from clipper.gui.exportdialog import ExportDialog  # saves its import at start
        from clipper.gui.filenames import folder_there  # as above

        dialog = ExportDialog(ids, titles, _options(settings), folder_there(folder), self._theme, self._window)
        dialog.preview_asked.connect(lambda order: self._preview(dialog, order))
        dialog.export_asked.connect(lambda order: self._export(dialog, order))
        dialog.reveal_asked.connect(reveal)
        dialog.show()
        self._runner.start(lambda _progress: self._app.warm_exporter(), lane="long", quiet=True)

    def print(self, ids: Sequence[int], title: str, settings: Settings) -> None:
        """Print the pages of the PDF."""
        options = _options(settings)
        job = self._runner.start(
            lambda progress: _pages(self._app, ids, options, progress),
            lane="long",
            title=self.tr("Preparing %Ln clipping(s) for print", "", len(ids)),
        )
        job.finished.connect(lambda pages: self._print(pages, title))

    def open_saved(self, id: int) -> None:
        """Open the page as it was saved, in a copy in which nothing runs and nothing is fetched."""
        notice = self.tr("The page as Clipper saved it. Nothing in it runs, nothing is fetched.")
        cache = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.CacheLocation)) / "saved"
        job = self._runner.start(lambda _progress: _saved(self._app, id, cache, notice), lane="long")
        job.finished.connect(lambda path: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))))

    def _preview(self, dialog: "ExportDialog", order: "ExportOrder") -> None:
        job = self._runner.start(
            lambda _progress: self._app.preview(order.ids[:1], order.options, ppi=PREVIEW_PPI)[:1],
            lane="long",
            latest="preview",
            quiet=True,
        )
        job.finished.connect(lambda pages: dialog.show_preview(pages[0] if pages else b""))
        job.failed.connect(lambda _error: dialog.show_preview(b""))

    def _export(self, dialog: "ExportDialog", order: "ExportOrder") -> None:
        job = self._runner.start(
            lambda progress: self._app.export(
                order.ids, order.format, Path(order.target), order.options, progress, apart=order.apart
            ),
            lane="long",
            title=self.tr("Exporting %Ln clipping(s)", "", len(order.ids)),
            quiet=True,
        )
        job.stepped.connect(dialog.show_step)
        job.finished.connect(lambda exported: self._exported(dialog, order, exported))
        job.failed.connect(dialog.show_error)
        job.cancelled.connect(dialog.show_stopped)
        dialog.stop_asked.connect(job.stop)

    def _exported(self, dialog: "ExportDialog", order: "ExportOrder", exported: Exported) -> None:
        dialog.show_exported(exported)
        target = Path(order.target)
        self.exported_to.emit(str(target if order.apart else target.parent))

    def _print(self, pages: tuple[bytes, ...], title: str) -> None:
        from clipper.gui.printing import Printing  # saves the import of QtPrintSupport at start

        printing = Printing(pages, title, self._window)
        printing.failed.connect(lambda: self.said.emit(self.tr("The pages could not be printed.")))
        printing.start()


def reveal(path: str) -> None:
    """Show a file in its folder."""
    place = Path(path)
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(place if place.is_dir() else place.parent)))


def _options(settings: Settings) -> ExportOptions:
    language = settings.language or QLocale().name()[:2]
    paper = "us-letter" if settings.paper == "us-letter" else "a4"
    return ExportOptions(pictures=settings.pdf_pictures, paper=paper, language=language)  # type: ignore[arg-type]


def _pages(app: "App", ids: Sequence[int], options: ExportOptions, progress: Progress) -> tuple[bytes, ...]:
    with tempfile.TemporaryDirectory(prefix="clipper-print-") as folder:
        paths = app.print_pages(ids, Path(folder), options, progress, ppi=PRINT_PPI)
        return tuple(Path(path).read_bytes() for path in paths)


def _saved(app: "App", id: int, folder: Path, notice: str) -> Path:
    from clipper.gui.reading.savedpage import write_copy  # saves the import of lxml at start

    captures = app.library.captures.of(id)
    if not captures:
        raise NotFoundError("no_capture", str(id))
    page = app.library.captures.page(captures[-1].id)
    target = folder / str(id)
    target.mkdir(parents=True, exist_ok=True)
    try:
        return write_copy(page, app.library.clippings.document(id).pictures, target, notice=notice)
    except OSError as error:
        raise ClipperError("full", path=str(target)) from error
