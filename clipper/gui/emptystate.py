"""What an empty library shows: a drawing and the three ways to begin."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from clipper.gui.theme import Theme


class EmptyState(QWidget):
    """Drop a link here, paste an address, open files."""

    addresses_given = Signal(tuple)  # strings, typed or pasted into the field
    files_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
