"""Clipping: takes in what was handed to the window, works it off, shows what waits and what failed."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from clipper.answers import Outcome, Report
from clipper.gui.activity import ActivityPanel
from clipper.gui.jobs import Job, Runner
from clipper.gui.models.clippings import ClippingListModel
from clipper.model import Changes, IntakeRow

if TYPE_CHECKING:  # the window is painted before the library's code is imported
    from clipper.app import App

REFRESH_MS = 120
# Rows of what is being fetched that the list shows; the line over it counts the others.
MOST_SHOWN = 8


class Intake(QObject):
    """Between what was handed in, the library's intake, the list's first rows and the activity panel."""

    known = Signal(object)  # Outcome: the only thing handed in was there already
    reported = Signal(object)  # Report of a batch that was worked off
    failed = Signal(int)  # how many things of a batch failed
    left_over = Signal(tuple)  # IntakeRows that wait since an earlier day
    listed = Signal(int, int)  # how many rows the intake has, and how many of them are being fetched

    def __init__(
        self, app: "App", runner: Runner, model: ClippingListModel, activity: ActivityPanel, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._app, self._runner = app, runner
        self._model, self._activity = model, activity
        self._working: set[int] = set()
        self._first = True
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(REFRESH_MS)
        self._again.timeout.connect(self._read)
        activity.retry_asked.connect(self.retry)
        activity.dismiss_asked.connect(self.dismiss)
        activity.fetch_again_asked.connect(self.fetch_again)

    def clip(self, given: Sequence[str]) -> None:
        """Write what was handed in to the library, then fetch it."""
        job = self._runner.start(lambda _progress: self._app.take_in(given), lane="write")
        job.finished.connect(self._taken_in)

    def work_off(self, rows: Sequence[IntakeRow]) -> None:
        """Fetch rows of the intake."""
        rows = tuple(row for row in rows if row.id not in self._working)
        if not rows:
            return
        self._working.update(row.id for row in rows)
        title = self.tr("Clipping %Ln page(s)", "", len(rows))
        job = self._runner.start_telling(
            lambda progress, tell: self._app.work_off(rows, progress, tell), lane="long", title=title
        )
        self._follow(job, [row.id for row in rows])

    def retry(self, numbers: Sequence[int]) -> None:
        """Try rows again that failed or wait."""
        again = tuple(number for number in numbers if number not in self._working)
        if not again:
            return
        self._working.update(again)
        title = self.tr("Trying %Ln page(s) again", "", len(again))
        job = self._runner.start_telling(
            lambda progress, tell: self._app.retry(again, progress, tell), lane="long", title=title
        )
        self._follow(job, again)

    def fetch_again(self, ids: Sequence[int]) -> None:
        """Fetch the pages of clippings anew."""
        title = self.tr("Fetching %Ln page(s) again", "", len(ids))
        job = self._runner.start_telling(
            lambda progress, tell: self._app.fetch_again(ids, progress, tell), lane="long", title=title
        )
        self._follow(job, ())

    def dismiss(self, numbers: Sequence[int]) -> None:
        """Give rows up."""
        self._runner.start(lambda _progress: self._app.library.intake.dismiss(numbers), lane="write")

    def take(self, changes: Changes) -> None:
        """Show the intake anew where a write touched it."""
        if changes.intake:
            self.refresh()

    def refresh(self) -> None:
        """Read the intake, soon."""
        if not self._again.isActive():
            self._again.start()

    def _read(self) -> None:
        job = self._runner.start(lambda _progress: self._app.library.intake.rows(), latest="intake")
        job.finished.connect(self._show)

    def _show(self, rows: tuple[IntakeRow, ...]) -> None:
        fetching = [row for row in rows if row.id in self._working and row.state == "waiting"]
        self._model.set_waiting(fetching[:MOST_SHOWN])
        self._activity.set_intake(rows)
        waiting = tuple(row for row in rows if row.state == "waiting" and row.id not in self._working)
        if self._first and waiting:
            self.left_over.emit(waiting)
        self._first = False
        self.listed.emit(len(rows), len(fetching))

    def _taken_in(self, report: Report) -> None:
        self._activity.add_outcomes(report.outcomes)
        faults = sum(outcome.outcome == "failed" for outcome in report.outcomes)
        if faults:
            self.failed.emit(faults)
        if len(report.outcomes) == 1 and not report.waiting and report.outcomes[0].outcome == "known":
            self.known.emit(report.outcomes[0])
        self.work_off(report.waiting)
        self._read()

    def _follow(self, job: Job, numbers: Sequence[int]) -> None:
        job.told.connect(self._tell)
        job.finished.connect(self._report)
        job.ended.connect(lambda: self._end(numbers))
        self._read()

    def _tell(self, outcome: Outcome) -> None:
        self._activity.add_outcomes((outcome,))
        self.refresh()

    def _report(self, report: Report) -> None:
        self.reported.emit(report)
        faults = sum(outcome.outcome == "failed" for outcome in report.outcomes)
        if faults:
            self.failed.emit(faults)
        if len(report.outcomes) == 1 and report.outcomes[0].outcome == "known":
            self.known.emit(report.outcomes[0])

    def _end(self, numbers: Sequence[int]) -> None:
        self._working.difference_update(numbers)
        self._read()
