"""Work off the GUI thread: Runner starts it, Job tells how it goes. The only place of the window that makes threads.

Work is a plain function `work(progress) -> frozen value` with no Qt inside. All signals arrive on the GUI thread.
"""

import logging
import sys
import threading
import time
from collections.abc import Callable
from queue import SimpleQueue
from typing import Any, Literal, NamedTuple

from PySide6.QtCore import QObject, Signal, Slot

from clipper.errors import Cancelled, ClipperError
from clipper.progress import Progress, Step

log = logging.getLogger(__name__)

Lane = Literal["read", "write", "long"]
State = Literal["waiting", "running", "done", "failed", "crashed", "cancelled"]
Work = Callable[[Progress], Any]
TellingWork = Callable[[Progress, Callable[[object], None]], Any]

# Reads supersede each other, writes keep the user's order, long work (import, export, index) must not hold them up.
LANES: dict[Lane, int] = {"read": 2, "write": 1, "long": 3}
# A bar that moves 20 times a second looks smooth; a flood of steps would drown the event loop.
STEP_EVERY_S = 0.05
# A thread at work hands the interpreter to the window's thread after this time, in place of 5 ms: while pages are
# imported and a search is typed, the event loop was late by 33 ms (p99) in place of 43 (two cores, November 2026).
SWITCH_S = 0.001


class Job(QObject):
    """One piece of work as the window sees it. Born on the GUI thread; lives until ended was heard."""

    stepped = Signal(object)  # Step
    told = Signal(object)  # what work told on its way, e.g. an Outcome
    finished = Signal(object)  # the value of the work
    failed = Signal(object)  # ClipperError
    crashed = Signal(str)  # a bug: details to be copied
    cancelled = Signal()
    ended = Signal()  # always the last

    def __init__(self, number: int, title: str, *, lane: Lane, quiet: bool, parent: QObject) -> None:
        super().__init__(parent)
        self.number = number
        self.lane = lane
        self.title = title
        self.quiet = quiet
        self.state: State = "waiting"
        self.step: Step | None = None
        self.value: Any = None
        self.error: ClipperError | None = None
        self.superseded = False
        self.progress = Progress()

    def stop(self) -> None:
        """Ask the work to end at its next step."""
        self.progress.stop()


class _Task(NamedTuple):  # made in a third of a dataclass's time, before the first paint
    number: int
    work: TellingWork
    progress: Progress


class Runner(QObject):
    """Starts work in lanes of threads and tells everybody what it changed.

    changed: a job's value was Changes (or a Report with some): every model asks "does this touch me?".
    failed, crashed: a job that is not quiet ended so; the window shows it.
    """

    started = Signal(object)  # Job
    changed = Signal(object)  # Changes
    failed = Signal(object)  # ClipperError
    crashed = Signal(str)  # details
    _came = Signal(int, str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: dict[int, Job] = {}
        self._latest: dict[str, Job] = {}
        self._queues: dict[Lane, SimpleQueue[_Task | None]] = {}
        self._threads: list[threading.Thread] = []
        self._number = 0
        self._closed = False
        self._came.connect(self._deliver)
        sys.setswitchinterval(SWITCH_S)

    def start(
        self, work: Work, *, lane: Lane = "read", latest: str | None = None, title: str = "", quiet: bool = False
    ) -> Job:
        """Start work(progress). latest: an older job of that name is stopped and its answer never shown.

        title: shown in the activity panel; "" keeps the job out of it. quiet: its failure is not shown by the window,
        since the caller listens to the job.
        """
        return self.start_telling(
            lambda progress, _tell: work(progress), lane=lane, latest=latest, title=title, quiet=quiet
        )

    def start_telling(
        self,
        work: TellingWork,
        *,
        lane: Lane = "long",
        latest: str | None = None,
        title: str = "",
        quiet: bool = False,
    ) -> Job:
        """Start work(progress, tell): what it hands to tell comes out of Job.told."""
        self._number += 1
        job = Job(self._number, title, lane=lane, quiet=quiet, parent=self)
        job.progress = Progress(_Steps(job.number, self._came.emit))
        self._jobs[job.number] = job
        if latest is not None:
            self._supersede(latest, job)
        if not self._closed:
            self._queue(lane).put(_Task(job.number, work, job.progress))
        self.started.emit(job)
        return job

    def running(self) -> tuple[Job, ...]:
        """Give the jobs that have not ended."""
        return tuple(self._jobs.values())

    def close(self, wait_s: float) -> bool:
        """Stop reading and long work, let what the user wrote be written, and say whether all ended in time."""
        self._closed = True
        for job in self._jobs.values():
            if job.lane != "write":
                job.stop()
        for lane, queue in self._queues.items():
            for _ in range(LANES[lane]):
                queue.put(None)
        end = time.monotonic() + wait_s
        for thread in self._threads:
            thread.join(max(0.0, end - time.monotonic()))
        return not any(thread.is_alive() for thread in self._threads)

    def _supersede(self, name: str, job: Job) -> None:
        older = self._latest.get(name)
        if older is not None and older.number in self._jobs:
            older.superseded = True
            older.stop()
        self._latest[name] = job

    def _queue(self, lane: Lane) -> "SimpleQueue[_Task | None]":
        if lane not in self._queues:
            queue: SimpleQueue[_Task | None] = SimpleQueue()
            self._queues[lane] = queue
            for number in range(LANES[lane]):
                thread = threading.Thread(
                    target=_serve, args=(queue, self._came.emit), name=f"{lane}-{number}", daemon=True
                )
                self._threads.append(thread)
                thread.start()
        return self._queues[lane]

    @Slot(int, str, object)
    def _deliver(self, number: int, kind: str, value: object) -> None:
        job = self._jobs.get(number)
        if job is None:
            return
        if kind == "started":
            job.state = "running"
        elif kind == "step":
            if isinstance(value, Step) and not job.superseded:
                job.step = value
                job.stepped.emit(value)
        elif kind == "told":
            job.told.emit(value)
        else:
            self._end(job, kind, value)

    def _end(self, job: Job, kind: str, value: object) -> None:
        from clipper.answers import Illustrated, Reextraction, Report  # not before the first paint
        from clipper.model import Changes

        del self._jobs[job.number]
        changes = value.changes if isinstance(value, Report | Reextraction | Illustrated) else value
        if isinstance(changes, Changes):
            self.changed.emit(changes)
        if kind == "cancelled" or job.superseded:
            job.state = "cancelled"
            job.cancelled.emit()
        elif kind == "done":
            job.state, job.value = "done", value
            job.finished.emit(value)
        elif isinstance(value, ClipperError):
            job.state, job.error = "failed", value
            job.failed.emit(value)
            if not job.quiet:
                self.failed.emit(value)
        else:
            job.state = "crashed"
            job.crashed.emit(str(value))
            self.crashed.emit(str(value))
        job.ended.emit()
        job.setParent(None)


class _Steps:
    """Hands steps on, a few a second and every last one; called on the worker."""

    def __init__(self, number: int, emit: Callable[[int, str, object], None]) -> None:
        self._number = number
        self._emit = emit
        self._last = 0.0

    def __call__(self, step: Step) -> None:
        moment = time.monotonic()
        if moment - self._last >= STEP_EVERY_S or step.done == step.total:
            self._last = moment
            self._emit(self._number, "step", step)


def _serve(queue: "SimpleQueue[_Task | None]", emit: Callable[[int, str, object], None]) -> None:
    while (task := queue.get()) is not None:
        if task.progress.stopped:
            emit(task.number, "cancelled", None)
        else:
            _do(task, emit)
        del task  # a lambda must not live on until the next task comes


def _do(task: _Task, emit: Callable[[int, str, object], None]) -> None:
    number = task.number
    emit(number, "started", None)
    try:
        value = task.work(task.progress, lambda told: emit(number, "told", told))
    except Cancelled:
        emit(number, "cancelled", None)
    except ClipperError as error:
        log.info("job failed: %s", error)
        emit(number, "failed", error)
    except Exception:  # the last resort: a bug is logged and shown, never swallowed
        import traceback  # 1 ms of the window's start

        log.exception("job crashed")
        emit(number, "crashed", traceback.format_exc())
    else:
        emit(number, "done", value)
