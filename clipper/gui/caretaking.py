"""Looks after an open library: a safety copy a day, files that nothing names, whether all is well, where it lies."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from clipper.answers import Problem
from clipper.gui import sentences
from clipper.gui.activity import ActivityPanel
from clipper.gui.jobs import Runner

if TYPE_CHECKING:  # the window is painted before the library's code is imported
    from clipper.app import App

# What can wait until the user reads: the day's safety copy, files nothing names.
LATER_MS = 1500
# The activity panel is read, not studied.
MOST_SHOWN = 20


class Caretaking(QObject):
    """said: all is well. warned: something to be minded. found: problems, which stand in the activity panel."""

    said = Signal(str)
    warned = Signal(str)
    found = Signal(str)

    def __init__(self, app: "App", runner: Runner, activity: ActivityPanel, parent: QObject) -> None:
        super().__init__(parent)
        self._library, self._runner, self._activity = app.library, runner, activity

    def begin(self) -> None:
        """Do the day's work, in a moment."""
        QTimer.singleShot(LATER_MS, self._look_after)

    def check(self) -> None:
        """Look whether all is well, and say so."""
        job = self._runner.start(
            lambda progress: self._library.check(progress), lane="long", title=self.tr("Checking the library")
        )
        job.finished.connect(self._say_problems)

    def _look_after(self) -> None:
        self._runner.start(lambda progress: self._library.daily_copy(progress), lane="long", quiet=True)
        self._runner.start(lambda _progress: self._library.sweep(), lane="long", quiet=True)
        job = self._runner.start(lambda _progress: self._library.warnings(), quiet=True)
        job.finished.connect(self._say_warnings)

    def _say_problems(self, problems: tuple[Problem, ...]) -> None:
        for problem in problems[:MOST_SHOWN]:
            self._activity.say(sentences.problem(problem), failed=True)
        if problems:
            self.found.emit(self.tr("%Ln problem(s) found in the library.", "", len(problems)))
        else:
            self.said.emit(self.tr("All is well in the library."))

    def _say_warnings(self, codes: tuple[str, ...]) -> None:
        for code in codes:
            self._activity.say(sentences.warning(code), failed=True)
        if codes:
            self.warned.emit(sentences.warning(codes[0]))
