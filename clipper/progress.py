"""How far a long work is, and where it hears "stop"."""

from collections.abc import Callable
from dataclasses import dataclass

from clipper.errors import Cancelled


@dataclass(frozen=True, slots=True)
class Step:
    """done of total (None: unknown). what: a code of the stage ("fetch", "index", ...) or a name shown as it is."""

    done: int
    total: int | None
    what: str = ""


class Progress:
    """Passed down into every long work. One thread works with it; any thread may call stop()."""

    def __init__(self, on_step: Callable[[Step], None] | None = None) -> None:
        self._on_step = on_step
        self._stopped = False

    def step(self, done: int, total: int | None = None, what: str = "") -> None:
        """Say how far the work is; raise Cancelled where stop was asked for. Call it at least twice a second."""
        self.heed()
        if self._on_step is not None:
            self._on_step(Step(done, total, what))

    def heed(self) -> None:
        """Raise Cancelled where stop was asked for; say nothing of how far the work is."""
        if self.stopped:
            raise Cancelled

    def stop(self) -> None:
        """Ask the work to end at its next step."""
        self._stopped = True

    @property
    def stopped(self) -> bool:
        """Whether stop was asked for."""
        return self._stopped
