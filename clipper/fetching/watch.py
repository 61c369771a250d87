"""The clock of one fetch: its deadline, and the ear for "stop", carried to where bytes are waited for."""

import time
from contextvars import ContextVar

from clipper.errors import Cancelled, FetchError
from clipper.progress import Progress

SLICE_S = 0.2
"""No wait is longer without looking at the clock and listening for "stop" (which must be heard within 0.5 s)."""


class Watch:
    """Ends a fetch at its deadline or when stop was asked for. received: bytes so far, total: where the header says."""

    def __init__(self, progress: Progress, *, seconds: float, tells: bool = True) -> None:
        """tells: report steps; only the thread that the progress belongs to may."""
        self._progress = progress
        self._tells = tells
        self._end = time.monotonic() + seconds
        self.received = 0
        self.total: int | None = None

    @property
    def left_s(self) -> float:
        """Seconds until the deadline, 0 once it is past."""
        return max(0.0, self._end - time.monotonic())

    def hurried(self, seconds: float) -> "Watch":
        """Give a watch over a part that may take so long at most; it hears the same "stop"."""
        return Watch(self._progress, seconds=min(seconds, self.left_s), tells=self._tells)

    def tick(self) -> None:
        """Raise Cancelled, or FetchError(timeout)."""
        if self._progress.stopped:
            raise Cancelled
        if self._tells:
            self._progress.step(self.received, self.total, "fetch")
        if self.left_s == 0.0:
            raise FetchError("timeout")


current: ContextVar[Watch] = ContextVar("current")
"""The watch of this thread's fetch: the HTTP library between us and the socket has no place for it."""
