"""The only maker of child processes: warm, killable, with a deadline and a memory limit.

Knows nothing of what the children do: the work is named by "module:function" and takes and gives pickled values.

Parent and child talk in frames over the child's standard input and output: eight bytes of length, then a pickle. The
child watches its own deadline with faulthandler, whose timer is a C thread: it ends the process even while lxml holds
the interpreter, and needs neither a thread in the parent nor select on pipes, which Windows does not have.
"""

import contextlib
import faulthandler
import gc
import importlib
import json
import os
import pickle
import queue
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from typing import IO, Any

HIDDEN_ARGUMENT = "--clipper-worker"
"""First argument of a frozen program that is to be a worker: clipper/__main__.py then calls serve(the rest)."""

# Children give way to the window: its event loop was late by up to 70 ms in place of 110 during an import (two cores).
NICE = 5
START_S = 120.0  # importing trafilatura takes 1 s on an idle machine, and far more on a busy one with a cold disk

# A checkout is not installed, and a test's work lies beside the test: the child looks where its parent looks. -P keeps
# the current folder out, where a lxml.py among saved pages would be run.
_BOOT = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from clipper.workers import serve; serve(sys.argv[2:])"
)


class WorkerTooSlow(Exception):  # noqa: N818
    """The work passed its deadline; the child is gone."""


class WorkerDied(Exception):  # noqa: N818
    """The child ended without an answer (memory limit, crash)."""


class PoolClosed(WorkerDied):
    """The pool was closed before the work was done: nobody waits for it any more."""


class Pool:
    """Child processes that do one kind of work, started when first needed (or by warm) and kept.

    work: "package.module:function"; function(argument) -> value, both picklable. size: children at most.
    deadline_s: wall time of one call. memory_bytes: address space of a child where the system can limit it.
    Thread-safe: many threads may call run at once; each call has a child of its own.
    """

    def __init__(self, work: str, *, size: int, deadline_s: float, memory_bytes: int | None = None) -> None:
        self._work = work
        self.deadline_s = deadline_s
        self._memory_bytes = memory_bytes
        self._closed = False
        self._children: set[_Child] = set()
        # Last in, first out: the child that worked last is warm, and one that is not needed is never started.
        self._slots: queue.LifoQueue[_Child | None] = queue.LifoQueue()
        for _ in range(size):
            self._slots.put(None)

    def warm(self) -> None:
        """Start the children and have them import their work, without waiting for it."""
        taken: list[_Child | None] = []
        with contextlib.suppress(queue.Empty):
            while True:
                taken.append(self._slots.get_nowait())
        try:
            for place, child in enumerate(taken):
                if child is None or not child.alive():
                    taken[place] = None if self._closed else self._start(child)
        finally:
            for child in taken:  # all of them, also where none can be started: a slot lost is waited for in vain
                self._slots.put(child)

    def run(self, argument: Any) -> Any:
        """Do the work in a child; block until it answers.

        Raise WorkerTooSlow, WorkerDied (PoolClosed where close was called meanwhile) or what the work raised.
        An exception of the work carries the child's traceback as a note. A kept child that was killed before it had the
        argument is no fault of the work: one new child is asked in its place.
        """
        child = self._slots.get()
        try:
            if self._closed:
                raise PoolClosed
            kept = child is not None and child.alive()
            if child is None or not kept:
                child = self._start(child)
            try:
                succeeded, value = child.ask(argument)
            except WorkerDied:
                if child.begun or not kept or self._closed:
                    raise
                child = self._start(child)
                succeeded, value = child.ask(argument)
        except WorkerDied as error:
            if self._closed and not isinstance(error, PoolClosed):
                raise PoolClosed from error
            raise
        finally:
            if child is not None and not child.idle:
                self._drop(child)
                child = None
            self._slots.put(child)
        if succeeded:
            return value
        raise value

    def close(self) -> None:
        """End the children at once. A run that waits raises PoolClosed."""
        self._closed = True
        for child in tuple(self._children):
            self._drop(child)

    def _start(self, gone: "_Child | None") -> "_Child":
        self._drop(gone)
        child = _Child(self._work, self.deadline_s, self._memory_bytes)
        self._children.add(child)
        if self._closed:  # closed meanwhile by another thread, which may not have seen this child
            child.end()
        return child

    def _drop(self, child: "_Child | None") -> None:
        if child is not None:
            child.end()
            self._children.discard(child)


class _Child:
    """One child process, as its parent sees it. idle: it waits for an argument, so its frames are in step."""

    def __init__(self, work: str, deadline_s: float, memory_bytes: int | None) -> None:
        self.idle = True
        self.begun = False  # whether it has had the last argument whole: who dies before has done nothing of the work
        self._ready = False
        self._deadline_s = deadline_s
        # Of its own session or group, so that Ctrl+C reaches the parent alone. Errors come back as values; what a
        # library prints is nobody's (standard error may not even be open).
        self._process = subprocess.Popen(
            [*_command(), work, str(deadline_s), str(memory_bytes or 0)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=_CREATION_FLAGS,
            start_new_session=os.name == "posix",
        )

    def alive(self) -> bool:
        return self._process.poll() is None

    def ask(self, argument: Any) -> tuple[bool, Any]:
        """Give what the work gave (True) or raised (False)."""
        assert self._process.stdin is not None
        frame = pickle.dumps(argument, pickle.HIGHEST_PROTOCOL)
        self.idle = self.begun = False
        if not self._ready:
            succeeded, value = self._read()
            if not succeeded:
                return False, value
            self._ready = True
        asked = time.monotonic()
        try:
            _write_frame(self._process.stdin, frame)
            self.begun, _ = self._read()
            answer = self._read()
        except (WorkerDied, OSError, ValueError) as error:  # ValueError: closed by close() while we wrote
            self.end()
            if self.begun and time.monotonic() - asked >= self._deadline_s:
                raise WorkerTooSlow(self._deadline_s) from error
            raise WorkerDied(self._process.returncode) from error
        self.idle = True
        return answer

    def end(self) -> None:
        """Kill the process and take its exit status, so that no zombie stays. May be called again."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            # Half a frame may be left to flush into a pipe that nobody reads; another thread may be reading.
            with contextlib.suppress(OSError, ValueError):
                if pipe is not None:
                    pipe.close()

    def _read(self) -> tuple[bool, Any]:
        assert self._process.stdout is not None
        frame = _read_frame(self._process.stdout)
        if frame is None:
            raise WorkerDied
        succeeded, value = pickle.loads(frame)
        return bool(succeeded), value


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, HIDDEN_ARGUMENT]
    return [sys.executable, "-P", "-c", _BOOT, json.dumps([place for place in sys.path if place])]


# No console window for a worker of a windowed program; Ctrl+C in the parent's console is the parent's.
_CREATION_FLAGS = getattr(subprocess, "CREATE_NO_WINDOW", 0) | getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)


def _read_frame(source: IO[bytes]) -> bytes | None:
    """Give the next frame; None where the other side is gone, also in the middle of a frame."""
    head = source.read(8)
    if len(head) < 8:
        return None
    length = int.from_bytes(head, "big")
    body = source.read(length)
    return body if len(body) == length else None


def _write_frame(target: IO[bytes], frame: bytes) -> None:
    target.write(len(frame).to_bytes(8, "big"))
    target.write(frame)
    target.flush()


def serve(argv: Sequence[str]) -> None:
    """Be a child: do the work named for every frame on standard input until it ends. Arguments: as Pool gives them.

    Ends the process when the parent is gone, when an argument passes the deadline, and when memory runs out.
    """
    work, deadline_s, memory_bytes = argv[0], float(argv[1]), int(argv[2])
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    source = os.fdopen(os.dup(0), "rb")
    target = os.fdopen(os.dup(1), "wb")
    # A library that prints or reads must not touch the frames.
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # for each core numpy would reserve memory beyond the limit
    _limit_memory(memory_bytes)
    if hasattr(os, "nice"):
        os.nice(NICE)
    with open(nothing, "w", closefd=False) as silent:
        faulthandler.dump_traceback_later(START_S, exit=True, file=silent)
        function = _answer(_find, work)
        _write_frame(target, _pickled((function[0], None if function[0] else function[1])))
        gc.freeze()  # what was imported stays: the collector need not look through it for every page
        while function[0]:
            faulthandler.cancel_dump_traceback_later()
            frame = _read_frame(source)
            if frame is None:
                break
            faulthandler.dump_traceback_later(deadline_s, exit=True, file=silent)
            _write_frame(target, _pickled((True, None)))  # begun
            _write_frame(target, _pickled(_answer(function[1], pickle.loads(frame))))
    os._exit(0)  # nothing is left to flush, and a parent that is gone is not kept waiting for libraries to tidy up


def _limit_memory(memory_bytes: int) -> None:
    if not memory_bytes:
        return
    try:
        import resource  # Windows has none
    except ImportError:
        return
    with contextlib.suppress(ValueError, OSError):  # macOS refuses; a lower limit set from outside stays
        resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))


def _find(work: str) -> Callable[[Any], Any]:
    module, _, function = work.partition(":")
    found: Callable[[Any], Any] = getattr(importlib.import_module(module), function)
    return found


def _answer(function: Callable[[Any], Any], argument: Any) -> tuple[bool, Any]:
    try:
        return True, function(argument)
    except MemoryError:
        os._exit(3)  # what the libraries keep after this is anybody's guess: the parent starts another child
    except Exception as error:  # noqa: BLE001 - nothing is swallowed: the parent raises it
        error.add_note("In a worker process:\n" + traceback.format_exc())
        return False, error.with_traceback(None)


def _pickled(answer: tuple[bool, Any]) -> bytes:
    """Give the frame of an answer. What cannot be pickled and read again becomes a TypeError that says so."""
    try:
        frame = pickle.dumps(answer, pickle.HIGHEST_PROTOCOL)
        if not answer[0]:
            pickle.loads(frame)
    except (pickle.PicklingError, TypeError, AttributeError, ValueError) as error:
        told = TypeError(f"a worker's answer does not travel: {answer[1]!r:.500} ({error})")
        for note in getattr(answer[1], "__notes__", ()):
            told.add_note(note)
        return pickle.dumps((False, told), pickle.HIGHEST_PROTOCOL)
    return frame
