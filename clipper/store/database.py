"""The one door to SQLite: a connection for each thread, one way to read, one way to write."""

import contextlib
import os
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from clipper.errors import LibraryError
from clipper.store import opening
from clipper.store.faults import ours
from clipper.store.schema import STEPS, Step

BUSY_S = 10.0  # two writing processes wait 1.9 s at most (measured, November 2026); a batch of an import holds 0.5 s


class _Held:
    """A thread's connection. lock: taken while it is used; one that is closed in use crashes the process."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.lock = threading.RLock()


class Database:
    """library.db in a folder, opened, made or migrated. Usable from any thread. read_only: writing is refused."""

    def __init__(self, folder: Path, *, busy_s: float = BUSY_S, steps: Sequence[Step] = STEPS) -> None:
        """Open, or make, the database. steps: the versions; others than ours only in tests. Raise as Store does."""
        self.folder = folder
        self.path = folder / "library.db"
        # By thread id: the id of a thread that ended is given to another one, which then takes over its connection.
        self._connections: dict[int, _Held] = {}
        self._closed = False
        with ours(self.path):
            self._way = opening.open_library(folder, self.path, busy_s=busy_s, steps=steps)
            self._file = self.path.stat().st_ino

    @property
    def read_only(self) -> bool:
        """Whether nothing can be written here."""
        return self._way.read_only

    def connection(self) -> sqlite3.Connection:
        """Give this thread's connection, in autocommit mode. Read and write through read() and write()."""
        return self._held().connection

    @contextmanager
    def lent(self) -> Iterator[sqlite3.Connection]:
        """Lend this thread's connection to what stands in its own transactions; nobody closes it meanwhile."""
        held = self._held()
        with held.lock:
            yield held.connection

    @contextmanager
    def read(self) -> Iterator[sqlite3.Connection]:
        """Read one moment of the library. Inside a read or write of the same thread it joins that."""
        if self.connection().in_transaction:
            yield self.connection()
            return
        with ours(self.path), self.lent() as connection:
            connection.execute("BEGIN")
            try:
                yield connection
            finally:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")

    @contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """Write in one transaction: all of it, flushed, when the block ends; nothing where it raises.

        Raise BusyError, DamagedError, LibraryError(read_only, full, no_folder).
        """
        if self.read_only:
            raise LibraryError("read_only", path=str(self.path))
        with ours(self.path), self.lent() as connection:
            self._refuse_a_lost_file()
            connection.execute("BEGIN IMMEDIATE")  # a lock taken later, after a read, could not wait for another writer
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
        self._tell_others()

    def close(self) -> None:
        """Close the connections of all threads, each after the read or write that stands open in it."""
        self._closed = True
        while self._connections:
            _thread, held = self._connections.popitem()
            if held.lock.acquire(timeout=BUSY_S):  # else it is left to the end of the process
                held.connection.close()
                held.lock.release()
        self._way.close()

    def _held(self) -> "_Held":
        """Give this thread's connection, in autocommit mode."""
        ident = threading.get_ident()
        found = self._connections.get(ident)
        if found is None:
            if self._closed:
                raise sqlite3.ProgrammingError("the library is closed")
            with ours(self.path):
                found = self._connections[ident] = _Held(self._way.connect())
        return found

    def _refuse_a_lost_file(self) -> None:
        # POSIX lets a folder be deleted, or a safety copy be put back, under an open database; what is written to the
        # file that no name leads to would be lost at closing.
        if self.path.stat().st_ino != self._file:
            raise LibraryError("no_folder", "replaced", path=str(self.path))

    def _tell_others(self) -> None:
        # An open window watches this file and reads the change log. That it cannot be touched, on a full disk, undoes
        # no commit: the window sees the change at its next one. It is written over, not cut first: some file systems
        # flush a file that was cut, 2 to 4 ms for each commit (ext4).
        with contextlib.suppress(OSError):
            handle = os.open(self.folder / "changed", os.O_WRONLY | os.O_CREAT, 0o666)
            try:
                os.write(handle, b"\n")
            finally:
                os.close(handle)
