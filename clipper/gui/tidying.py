"""Keeps the process small while nothing is done: Python's cyclic garbage, and memory the allocator holds back."""

import gc
import sys
from typing import Any

from PySide6.QtCore import QObject, QTimer

from clipper.gui.jobs import Runner

EVERY_MS = 10_000
M_ARENA_MAX = -8  # of mallopt(3)
ARENAS = 2


class Tidying(QObject):
    """Collects on the GUI thread, never in between: garbage with QObjects in it must not be found by a worker."""

    def __init__(self, runner: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = runner
        self._worked = False
        runner.started.connect(self._note_work)
        few_arenas()
        gc.disable()
        gc.freeze()  # what is there at start stays; no collection looks through it again
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.tidy)
        self._timer.start()

    def tidy(self) -> None:
        """Collect the young; where all work is done, all, and give memory back."""
        if self._runner.running():
            gc.collect(1)
        elif self._worked:
            self._worked = False
            gc.collect()
            give_back()

    def _note_work(self, _job: object) -> None:
        self._worked = True


def few_arenas() -> None:
    """Let all threads share two of glibc's arenas; call it before the first of them starts.

    With one for each thread, an import and a scroll left 256 MB in place of 194 (10,000 clippings, November 2026).
    """
    if (libc := _glibc()) is not None:
        libc.mallopt(M_ARENA_MAX, ARENAS)


def give_back() -> None:
    """Return free memory to the system, where glibc keeps it: an import leaves some 20 MB in the arenas of threads."""
    if (libc := _glibc()) is not None:
        libc.malloc_trim(0)


def _glibc() -> Any:
    """Give the C library where it is glibc."""
    if sys.platform != "linux":
        return None
    import ctypes  # saves its import at start

    libc = ctypes.CDLL(None)
    return libc if hasattr(libc, "malloc_trim") and hasattr(libc, "mallopt") else None
