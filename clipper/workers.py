"""The only maker of child processes: warm, killable, with a deadline and a memory limit.

Knows nothing of what the children do: the work is named by "module:function" and takes and gives pickled values.
"""

from typing import Any


class WorkerTooSlow(Exception):  # noqa: N818
    """The work passed its deadline; the child was killed."""


class WorkerDied(Exception):  # noqa: N818
    """The child ended without an answer (memory limit, crash)."""


class Pool:
    """Child processes that do one kind of work, started when first needed (or by warm) and kept.

    work: "package.module:function"; function(argument) -> value, both picklable. size: children at most.
    deadline_s: wall time of one call. memory_bytes: address space of a child where the system can limit it.
    Thread-safe: many threads may call run at once; each call has a child of its own.
    """

    def __init__(self, work: str, *, size: int, deadline_s: float, memory_bytes: int | None = None) -> None:
        raise NotImplementedError

    def warm(self) -> None:
        """Start the children and have them import their work, without waiting for it."""
        raise NotImplementedError

    def run(self, argument: Any) -> Any:
        """Do the work in a child; block until it answers. Raise WorkerTooSlow, WorkerDied or what the work raised."""
        raise NotImplementedError

    def close(self) -> None:
        """End the children at once."""
        raise NotImplementedError
