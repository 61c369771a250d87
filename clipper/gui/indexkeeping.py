"""Keeps the index up with the library while the window is open: one quiet job when an answer says that it is behind."""

from PySide6.QtCore import QObject, QTimer, Signal

from clipper.answers import Answer
from clipper.app import App
from clipper.gui.jobs import Runner

# Another process may be writing to the index: it is asked again, but not at each key.
AGAIN_MS = 2000


class IndexKeeping(QObject):
    """Starts the catch-up. It begins when the index was opened for the first time, so that no start waits for it."""

    caught_up = Signal()  # the index has all now: what was found may have changed

    def __init__(self, app: App, runner: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._app, self._runner = app, runner
        self._begun = self._running = self._held = False
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._again.timeout.connect(self._catch_up)

    def begin(self) -> None:
        """Take answers from here on."""
        self._begun = True

    def hold(self, held: bool) -> None:
        """Leave the index to a job that fills it itself, a commit for many changes in place of one for each answer."""
        self._held = held
        if self._begun and not held:
            self._catch_up()  # it may have been stopped before its last commit

    def take(self, answer: Answer) -> None:
        """Look whether an answer came from an index that is behind, or from none."""
        absent = answer.engine == "sql" and "unanswerable" not in answer.complaints
        if self._begun and not self._held and (answer.behind or absent) and not self._again.isActive():
            self._catch_up()

    def _catch_up(self) -> None:
        if self._running:
            return
        self._running = True
        library = self._app.library
        job = self._runner.start(lambda progress: library.catch_up(progress), lane="long", quiet=True)
        job.finished.connect(self._take_left)
        job.ended.connect(self._end)

    def _take_left(self, left: int) -> None:
        if left:
            self._again.start()
        else:
            self.caught_up.emit()

    def _end(self) -> None:
        self._running = False
