"""Printing: the pages of the PDF, as pictures, through the system's print dialog."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget


class Printing(QObject):
    """One print: asks for the printer, then paints a page per turn of the event loop."""

    printed = Signal(int)  # pages
    failed = Signal()
    rejected = Signal()

    def __init__(self, pages: Sequence[bytes], title: str, parent: QWidget) -> None:
        """pages: PNG, best at 300 dpi. title: of the print job."""
        super().__init__(parent)

    def start(self) -> None:
        """Show the print dialog."""
        raise NotImplementedError
