"""Undo for all that changes clippings: the edits of a write, taken back by the library."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtGui import QUndoCommand

from clipper.gui.jobs import Runner
from clipper.model import Changes, Edit
from clipper.progress import Progress

TakeBack = Callable[[tuple[Edit, ...]], Changes]
Write = Callable[[], Changes]


@dataclass(slots=True)
class Memory:
    """The edits that the next undo or redo takes back. Read and written by the one thread of the write lane."""

    edits: tuple[Edit, ...]


class Reversed(QUndoCommand):
    """One write that another one takes back. It is done already when it comes here, as in TakenBack."""

    def __init__(self, text: str, again: Write, back: Write, runner: Runner) -> None:
        super().__init__(text)
        self._again, self._back = again, back
        self._runner = runner
        self._fresh = True

    def redo(self) -> None:
        if self._fresh:
            self._fresh = False
        else:
            self._runner.start(partial(_write, self._again), lane="write")

    def undo(self) -> None:
        self._runner.start(partial(_write, self._back), lane="write")


class TakenBack(QUndoCommand):
    """One write. It is done already when it comes here, so the first redo does nothing."""

    def __init__(self, text: str, edits: tuple[Edit, ...], take_back: TakeBack, runner: Runner) -> None:
        super().__init__(text)
        self._memory = Memory(edits)
        self._take_back = take_back
        self._runner = runner
        self._fresh = True

    def redo(self) -> None:
        if self._fresh:
            self._fresh = False
        else:
            self._run()

    def undo(self) -> None:
        self._run()

    def _run(self) -> None:
        self._runner.start(partial(_take_back, self._memory, self._take_back), lane="write")


def _write(write: Write, _progress: Progress) -> Changes:
    return write()


def _take_back(memory: Memory, take_back: TakeBack, progress: Progress) -> Changes:
    progress.step(0, 1)
    changes = take_back(memory.edits)
    memory.edits = changes.edits
    return changes
