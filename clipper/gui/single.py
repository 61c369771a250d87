"""One window per library: a second start hands what it was given to the open one, over a local socket."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal


def server_name(folder: Path) -> str:
    """Give the socket's name for a library and this user: short, the same for every spelling of the path."""
    raise NotImplementedError


def absolute(given: Sequence[str], base: Path) -> tuple[str, ...]:
    """Make paths absolute against base; addresses stay as they are."""
    raise NotImplementedError


def hand_over(folder: Path, given: Sequence[str], *, timeout_ms: int = 2000) -> bool:
    """Hand what was given (paths absolute) to the window of this library; True where one took it.

    An empty list only raises the window. Needs no event loop: call it before any window is made.
    """
    raise NotImplementedError


class SingleWindow(QObject):
    """The open window's end of the socket."""

    handed_over = Signal(tuple)  # strings; empty: only raise the window

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)

    def listen(self) -> bool:
        """Wait for second starts. A stale socket of a killed window is cleared first; False where it cannot be had."""
        raise NotImplementedError

    def close(self) -> None:
        """Stop listening."""
        raise NotImplementedError
