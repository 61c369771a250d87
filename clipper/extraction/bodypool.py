"""The process that cleans bodies which the user set right, and what it gets and gives. Imports nothing heavy."""

from dataclasses import dataclass

from clipper.errors import Cancelled, ExtractError
from clipper.workers import Pool, PoolClosed, WorkerDied, WorkerTooSlow

DEADLINE_S = 10.0
MEMORY_BYTES = 1_073_741_824
_WORK = "clipper.extraction.bodies:read"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What of a body is to go. lines: all lines that are shown, in order; chosen: the numbers of those that go.

    pictures: addresses of pictures that go with their captions.
    """

    lines: tuple[str, ...] = ()
    chosen: frozenset[int] = frozenset()
    pictures: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class BodyJob:
    """The HTML of a body, the address that its links start from, and what of it is to go."""

    html: str
    base: str | None
    left_out: LeftOut = LeftOut()


@dataclass(frozen=True, slots=True)
class CleanBody:
    """A body as it is kept. less: whether something of what came was left out as asked."""

    html: str
    text: str
    less: bool = False


class Bodies:
    """Cleans bodies in a process that starts with the first of them. Thread-safe.

    deadline_s: for one body. memory_bytes: of the process.
    """

    def __init__(self, *, deadline_s: float = DEADLINE_S, memory_bytes: int = MEMORY_BYTES) -> None:
        self._pool = Pool(_WORK, size=1, deadline_s=deadline_s, memory_bytes=memory_bytes)

    def clean(self, job: BodyJob) -> CleanBody:
        """Clean a body. Raise ExtractError(too_slow, too_large, damaged); Cancelled once closed."""
        try:
            clean: CleanBody = self._pool.run(job)
        except WorkerTooSlow as error:
            raise ExtractError("too_slow", str(self._pool.deadline_s)) from error
        except PoolClosed as error:
            raise Cancelled from error
        except WorkerDied as error:
            raise ExtractError("too_large") from error
        return clean

    def close(self) -> None:
        """End the process."""
        self._pool.close()
