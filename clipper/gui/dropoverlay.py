"""What lies over the window while something is dragged over it: says what letting go will do."""

from PySide6.QtWidgets import QWidget

from clipper.gui.theme import Theme


class DropOverlay(QWidget):
    """Covers its parent; follows its size. Lets all mouse and drop events through to it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)

    def offer(self, given: tuple[str, ...]) -> None:
        """Show what letting go will do ("Clip 3 addresses"). Empty: it cannot be told yet."""
        raise NotImplementedError

    def withdraw(self) -> None:
        """Go away: dropped, or dragged out again."""
        raise NotImplementedError
