"""The settings dialog."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget

from clipper.gui.theme import Theme
from clipper.settings import Settings


class SettingsDialog(QDialog):
    """Shows settings; each change is told at once. Shown, not exec()'d."""

    settings_changed = Signal(object)  # Settings

    def __init__(self, settings: Settings, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
