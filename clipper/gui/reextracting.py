"""Extract Again: the kept pages of clippings read with today's extractor, with progress, stop, numbers and undo."""

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


class Reextracting(QObject):
    """done: what was changed, in numbers; it can be undone. said: nothing was changed.

    lacking: nothing was changed, and what could not be read stands in the activity panel, with the reason.
    """

    done = Signal(str)
    said = Signal(str)
    lacking = Signal(str)

    def __init__(self, app: "App", runner: Runner, stack: QUndoStack, activity: ActivityPanel, parent: QObject) -> None:
        super().__init__(parent)
        self._app, self._runner = app, runner
        self._stack, self._activity = stack, activity

    def start(self, ids: Sequence[int]) -> None:
        """Read the kept pages of clippings anew. Stopped, it leaves what was done, and that can be undone, too."""
        if not ids:
            return
        told: list[Reextracted] = []
        title = self.tr("Extracting %Ln clipping(s) again", "", len(ids))
        job = self._runner.start_telling(
            lambda progress, tell: self._app.reextract(ids, progress, tell), lane="long", title=title
        )
        job.told.connect(told.append)
        job.ended.connect(lambda: self._end(told))

    def _end(self, told: Sequence[Reextracted]) -> None:
        edits = tuple(edit for one in told for edit in one.edits)
        if edits:
            self._stack.push(TakenBack(self.tr("Extract Again"), edits, self._app.library.undo, self._runner))
        unread = [one for one in told if one.outcome not in ("changed", "unchanged")]
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
            sum(one.outcome in outcomes for one in told)
            for outcomes in (("changed",), ("unchanged",), ("kept", "no_page", "unknown", "failed"))
        )
        said = (
            self.tr("%Ln article(s) changed.", "", changed) if changed else "",
            self.tr("%Ln stayed the same.", "", same) if same else "",
            self.tr("%Ln could not be read again.", "", unread) if unread else "",
        )
        return " ".join(filter(None, said))
