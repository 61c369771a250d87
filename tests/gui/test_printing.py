"""Printing paints the pages of the PDF on the chosen printer, one after the other."""

from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from clipper.gui.printing import Printing


def page(width: int, height: int) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#336699"))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(data.data())


@pytest.mark.parametrize(("size", "points"), [((210, 297), (595, 842)), ((850, 1100), (612, 792))])
def test_all_pages_come_out_on_the_paper_they_were_set_for(
    qtbot: QtBot, tmp_path: Path, size: tuple[int, int], points: tuple[int, int]
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    printing = Printing([page(*size)] * 3, "A title", window)
    printing.printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printing.printer.setOutputFileName(str(tmp_path / "printed.pdf"))

    with qtbot.waitSignal(printing.printed) as printed:
        printing.paint()

    assert printed.args == [3]
    with pikepdf.open(tmp_path / "printed.pdf") as pdf:
        assert len(pdf.pages) == 3
        box = [float(side) for side in pdf.pages[0].mediabox]
        assert box[2:] == pytest.approx(points, abs=2)


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_cannot_be_had_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    printing = Printing([page(210, 297)], "A title", window)
    printing.printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printing.printer.setOutputFileName(str(tmp_path / "no" / "such" / "folder" / "printed.pdf"))

    with qtbot.waitSignal(printing.failed):
        printing.paint()
