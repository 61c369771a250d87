"""Extract Again: the kept pages of clippings read with today's extractor, with progress, stop, numbers and undo.

Then the pictures that the articles name and the library lacks are fetched, by a job that can be stopped on its own.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from clipper.answers import Reextracted
from clipper.gui import sentences
from clipper.gui.activity import ActivityPanel
from clipper.gui.jobs import Runner
from clipper.gui.undo import TakenBack

if TYPE_CHECKING:  # the window is painted before the library's code is imported
    from clipper.app import App

# Beyond so many the numbers say enough.
MOST_SHOWN = 50
# What is worth a sentence of its own, the most important first.
UNREAD = ("failed", "kept", "unknown", "no_page")


class Reextracting(QObject):
    """done: what was changed, in numbers; it can be undone. said: nothing was changed.

    lacking: nothing was changed, and what could not be read stands in the activity panel, with the reason.
    reads: whether pages are being read; that job brings them into the index itself.
    """

    reads = Signal(bool)

    done = Signal(str)
    said = Signal(str)
    lacking = Signal(str)

    def __init__(self, app: "App", runner: Runner, stack: QUndoStack, activity: ActivityPanel, parent: QObject) -> None:
        super().__init__(parent)
        self._app, self._runner = app, runner
        self._stack, self._activity = stack, activity
        self._reading = 0

    def start(self, ids: Sequence[int]) -> None:
        """Read the kept pages of clippings anew. Stopped, it leaves what was done, and that can be undone, too."""
        if not ids:
            return
        told: list[Reextracted] = []
        title = self.tr("Extracting %Ln clipping(s) again", "", len(ids))
        # Kept by the job's own thread till it has ended: a signal for each of ten thousand would hold up the window.
        job = self._runner.start(
            lambda progress: self._app.reextract(ids, progress, told.append), lane="long", title=title
        )
        self._reading += 1
        self.reads.emit(True)
        job.finished.connect(lambda _done: self._look_for_pictures(told))
        job.ended.connect(lambda: self._end(told))

    def _look_for_pictures(self, told: Sequence[Reextracted]) -> None:
        ids = [one.id for one in told if one.outcome in ("changed", "unchanged")]
        job = self._runner.start(lambda _progress: self._app.library.lacking.of(ids), quiet=True)
        job.finished.connect(lambda lacking: self._illustrate([one.clipping for one in lacking]))

    def _illustrate(self, ids: Sequence[int]) -> None:
        if ids:
            title = self.tr("Fetching pictures of %Ln clipping(s)", "", len(ids))
            self._runner.start(lambda progress: self._app.illustrate(ids, progress), lane="long", title=title)

    def _end(self, told: Sequence[Reextracted]) -> None:
        self._reading -= 1
        if not self._reading:
            self.reads.emit(False)
        edits = tuple(edit for one in told for edit in one.edits)
        if edits:
            self._stack.push(TakenBack(self.tr("Extract Again"), edits, self._app.library.undo, self._runner))
        unread = sorted((one for one in told if one.outcome in UNREAD), key=lambda one: UNREAD.index(one.outcome))
        for one in unread[:MOST_SHOWN]:
            self._activity.say(sentences.reextracted(one), failed=one.outcome == "failed")
        words = self._numbers(told)
        if edits:
            self.done.emit(words)
        elif unread:
            self.lacking.emit(words)
        elif words:
            self.said.emit(words)

    def _numbers(self, told: Sequence[Reextracted]) -> str:
        """Say how many came out in which way, a sentence each."""
        changed, same, unread = (
            sum(one.outcome in outcomes for one in told) for outcomes in (("changed",), ("unchanged",), UNREAD)
        )
        said = (
            self.tr("%Ln article(s) changed.", "", changed) if changed else "",
            self.tr("%Ln stayed the same.", "", same) if same else "",
            self.tr("%Ln could not be read again.", "", unread) if unread else "",
        )
        return " ".join(filter(None, said))
