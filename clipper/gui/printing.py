"""Printing: the pages of the PDF, as pictures, through the system's print dialog."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QRectF, QTimer, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from clipper.gui.filenames import folder_there, proposed

LETTER_SHAPE, A4_SHAPE = 11 / 8.5, 297 / 210


class Printing(QObject):
    """One print: asks for the printer, then paints a page per turn of the event loop. Ends itself."""

    printed = Signal(int)  # pages
    failed = Signal()
    rejected = Signal()

    def __init__(self, pages: Sequence[bytes], title: str, parent: QWidget) -> None:
        """pages: PNG, best at 300 dpi. title: of the print job."""
        super().__init__(parent)
        self._pages = tuple(pages)
        self._left: list[bytes] = []
        self._painter: QPainter | None = None
        self._done = 0
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._paint_next)
        self.printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self.printer.setDocName(title)
        self.printer.setFullPage(True)
        self._take_paper()
        if not QPrinterInfo.availablePrinterNames():  # then the dialog offers a PDF file, and needs a name for it
            self.printer.setOutputFileName(str(Path(folder_there()) / f"{proposed([title])}.pdf"))
        self._dialog = QPrintDialog(self.printer, parent)
        self._dialog.setMinMax(1, max(1, len(self._pages)))
        self._dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, len(self._pages) > 1)
        self._dialog.finished.connect(self._asked)

    def start(self) -> None:
        """Show the print dialog."""
        QDialog.open(self._dialog)

    def paint(self) -> None:
        """Paint the chosen pages on the chosen printer."""
        first, last = self.printer.fromPage() or 1, self.printer.toPage() or len(self._pages)
        self._left = list(self._pages[first - 1 : last])
        self._painter = QPainter()
        if not self._left or not self._painter.begin(self.printer):
            self._painter = None
            self._end(self.failed)
            return
        self._next.start()

    def _asked(self, answer: int) -> None:
        if answer == QDialog.DialogCode.Accepted:
            self.paint()
        else:
            self._end(self.rejected)

    def _paint_next(self) -> None:
        painter = self._painter
        if painter is None:
            return
        if self._done and not self.printer.newPage():
            painter.end()
            self._end(self.failed)
            return
        page = QImage.fromData(self._left.pop(0))
        if not page.isNull():
            painter.drawImage(_fitted(page, QRectF(painter.viewport())), page)
        self._done += 1
        if self._left:
            self._next.start()
        else:
            painter.end()
            self._end(self.printed, self._done)

    def _end(self, signal: object, *values: int) -> None:
        self._painter = None
        self._dialog.deleteLater()
        signal.emit(*values)  # type: ignore[attr-defined]
        self.deleteLater()

    def _take_paper(self) -> None:
        """Propose the paper that the pages were set for."""
        first = QImage.fromData(self._pages[0]) if self._pages else QImage()
        if first.isNull():
            return
        shape = first.height() / first.width()
        letter = abs(shape - LETTER_SHAPE) < abs(shape - A4_SHAPE)
        self.printer.setPageSize(QPageSize(QPageSize.PageSizeId.Letter if letter else QPageSize.PageSizeId.A4))
        self.printer.setPageOrientation(QPageLayout.Orientation.Portrait)


def _fitted(page: QImage, paper: QRectF) -> QRectF:
    """Give where a page stands on paper: as large as it fits, in the middle."""
    scale = min(paper.width() / page.width(), paper.height() / page.height())
    width, height = page.width() * scale, page.height() * scale
    return QRectF((paper.width() - width) / 2, (paper.height() - height) / 2, width, height)
