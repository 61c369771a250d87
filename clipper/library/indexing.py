"""The shadow kept true: opens the index, lets it take in the change log, rebuilds it, and stands in while it is broken.

Must not know what a query means; finding.py asks it for an engine.
"""

import errno
import logging
import time
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from threading import Lock

from clipper.answers import Problem
from clipper.errors import Cancelled, SearchError
from clipper.progress import Progress
from clipper.search.protocol import IndexDocument, SearchIndex
from clipper.search.sql_engine import SqlIndex
from clipper.store.searching import TextRow
from clipper.store.store import Store
from clipper.urls import host

log = logging.getLogger(__name__)

# A commit of this size takes a second or two and about 80 MB; the larger it is, the less is merged later.
DOCUMENTS_A_COMMIT = 1600
LOCK_WAIT_S = 30.0
# Codes of an index that is sound, but takes nothing in at the moment.
NOT_NOW = ("locked", "unwritable")
_NOT_WRITABLE = (errno.EROFS, errno.ENOSPC)


class Indexing:
    """The index of one library. Thread-safe: searches go on while one job writes."""

    def __init__(self, store: Store, identity: str) -> None:
        self._store = store
        self._identity = identity
        self._folder = store.folder / "index"
        self._engine: SearchIndex | None = None
        self._sql = SqlIndex(self._documents, position=store.log.position)
        self._whole = False
        # Two jobs may ask for the index at once; only one may make or set aside its folder.
        self._opening = Lock()
        # One job of this process at a time fills the index; the file lock keeps other processes out.
        self._writing = Lock()

    def engine(self) -> SearchIndex | None:
        """Give the index where it is open and has all of the library; None: ask the SQL engine."""
        engine = self._engine if self._whole else None
        return None if engine is not None and self._is_made_anew(engine) else engine

    def is_whole_at(self, position: int) -> bool:
        """Say whether an index at a position has all up to there; at none, it is being made."""
        return position > 0 or self._store.log.position() == 0

    @property
    def sql(self) -> SearchIndex:
        """The engine that reads the truth itself."""
        return self._sql

    def open(self) -> SearchIndex:
        """Open the index; one that is missing or cannot be used is made anew, empty, and then not whole."""
        with self._opening:
            if self._engine is None:
                self._engine, self._whole = self._opened()
            return self._engine

    def behind(self) -> int:
        """Count the changes that the index has not taken in: all, where there is none that can be used."""
        engine = self._engine
        try:
            position = engine.position() if engine else 0
        except SearchError:
            position = 0  # the next catch-up hears of it, too, and makes the index anew
        return self._store.log.behind(position)

    def broken(self, error: SearchError) -> bool:
        """Stop using the index; the next catch-up rebuilds it, or opens what another process has made anew meanwhile.

        One that is whole stays in use. Say whether it was set aside.
        """
        if error.code == "unanswerable":
            log.error("the index could not answer: %s", error.detail, exc_info=error)
            return False
        log.info("the index cannot be used: %s %s", error.code, error.detail)
        with self._opening:
            self._drop()
            try:
                return self._set_aside(self._identity)
            except SearchError as held:
                log.info("the index is set aside later: %s %s", held.code, held.detail)
                return False

    def catch_up(self, progress: Progress) -> int:
        """Let the index take in what the log names; give what is left (somebody else writes, the disk is full)."""
        return self._tried(progress)[0]

    def catch_up_wholly(self, progress: Progress) -> int:
        """Catch up, waiting while somebody else writes, up to 30 s, and merge what is due; give what is left."""
        end = time.monotonic() + LOCK_WAIT_S
        while True:
            left, worth_waiting = self._tried(progress)
            if not (left and worth_waiting) or time.monotonic() > end:
                self.merge(progress)
                return left
            progress.step(0, None, "index")
            time.sleep(0.05)

    def merge(self, progress: Progress) -> None:
        """Put the index in order after commits, or leave it as it is; searches and other commits go on meanwhile."""
        engine = self._engine
        if engine is None or self._store.read_only:
            return
        try:
            engine.merge(progress)
        except Cancelled:
            log.info("the index is merged another time")
        except SearchError as error:
            if error.code in NOT_NOW:
                log.info("the index is merged later: %s %s", error.code, error.detail)
            else:
                self.broken(error)

    def rebuild(self, progress: Progress) -> None:
        """Make the index anew; meanwhile the SQL engine answers. Raise SearchError(locked) while another writes."""
        with self._writing:
            self._rebuilt(progress)

    def problems(self) -> tuple[Problem, ...]:
        """Say what is wrong with the index: index_broken, index_behind, index_differs (id: a clipping)."""
        from clipper.search.whoosh_engine import open_index  # Whoosh costs 0.3 s to import

        try:
            engine = self._engine or open_index(self._folder, self._identity)
            if self._store.log.behind(engine.position()):
                return (Problem("index_behind"),)
            ids = sorted(self._store.searching.all_ids() | self._store.searching.all_ids(trashed=True))
            return tuple(Problem("index_differs", id=id) for id in engine.check(ids))
        except SearchError as error:
            if error.code != "missing":
                return (Problem("index_broken", path=error.path or str(self._folder)),)
        return (Problem("index_behind"),) if self._store.log.behind(0) else ()

    def close(self) -> None:
        """Let go of the index's files."""
        with self._opening:
            self._drop()

    def _is_made_anew(self, engine: SearchIndex) -> bool:
        """Say whether another process is filling the index."""
        try:
            return not self.is_whole_at(engine.position())
        except SearchError:
            return False  # whoever asks it hears of that

    def _drop(self) -> None:
        engine, self._engine, self._whole = self._engine, None, False
        if engine is not None:
            engine.close()

    def _tried(self, progress: Progress) -> tuple[int, bool]:
        """Catch up; give what is left, and whether waiting may help."""
        if not self._writing.acquire(blocking=False):
            return self.behind(), True
        try:
            try:
                return self._caught_up(progress), False
            except SearchError as error:
                if error.code in NOT_NOW:
                    return self.behind(), error.code == "locked"
                self.broken(error)
            try:
                return self._caught_up(progress), False
            except SearchError as error:
                if error.code in NOT_NOW:
                    return self.behind(), error.code == "locked"
                if self.broken(error):
                    raise
                return self.behind(), True  # another process makes it anew
        finally:
            self._writing.release()

    def _opened(self) -> tuple[SearchIndex, bool]:
        # Whoosh costs 0.3 s to import: paid by the first search, not by the window.
        from clipper.search.whoosh_engine import open_index

        try:
            engine = open_index(self._folder, self._identity)
        except SearchError as error:
            if error.code in NOT_NOW or self._store.read_only:
                raise
            if error.code != "missing":
                log.info("the index cannot be used: %s %s", error.code, error.detail)
                self._set_aside(self._identity)
            engine = _created(self._folder, self._identity)
        return engine, engine.position() > 0 or self._store.log.position() == 0

    def _set_aside(self, unusable_for: str | None = None) -> bool:
        """Set the index aside, if there is one; unusable_for: an identity with which one that can be used is left."""
        from clipper.search.whoosh_engine import set_aside  # Whoosh costs 0.3 s to import

        try:
            return set_aside(self._folder, identity=unusable_for) is not None
        except OSError as error:
            held = isinstance(error, PermissionError) or error.errno in _NOT_WRITABLE
            raise SearchError("unwritable" if held else "damaged", str(error), path=str(self._folder)) from error

    def _caught_up(self, progress: Progress) -> int:
        engine = self.open()
        if not self._whole and engine.position() == 0:
            self._fill(engine, progress)
        total = self.behind()
        done = 0
        while True:
            progress.step(done, total, "index")
            todo = self._store.log.to_index(engine.position(), limit=DOCUMENTS_A_COMMIT)
            if not todo.complete:
                engine = self._rebuilt(progress)
                continue
            if not todo.rows:
                self._found_whole()
                return 0
            gone = {row.clipping for row in todo.rows if row.kind == "deleted"}
            changed = {row.clipping for row in todo.rows if row.kind in ("added", "text")} - gone
            engine.remove(gone)
            engine.add(_heard(self._documents(sorted(changed)), progress, done, total))
            engine.commit(todo.position)
            if len(todo.rows) == DOCUMENTS_A_COMMIT:  # many more may follow: they must not pile up
                engine.merge(progress)
            done += len(todo.rows)

    def _rebuilt(self, progress: Progress) -> SearchIndex:
        with self._opening:
            self._drop()
            self._set_aside()
            engine = self._engine = _created(self._folder, self._identity)
        self._fill(engine, progress)
        return engine

    def _fill(self, engine: SearchIndex, progress: Progress) -> None:
        """Take in the whole store. The position is set with the last commit: a killed one starts again."""
        position = self._store.log.position()
        ids = sorted(self._store.searching.all_ids() | self._store.searching.all_ids(trashed=True))
        for start in range(0, len(ids), DOCUMENTS_A_COMMIT):
            progress.step(start, len(ids), "index")
            group = ids[start : start + DOCUMENTS_A_COMMIT]
            engine.add(_heard(self._documents(group), progress, start, len(ids)))
            engine.commit(0)
            engine.merge(progress)
        engine.commit(position)
        self._found_whole()

    def _found_whole(self) -> None:
        if not self._whole:
            self._whole = True
            self._sql.close()

    def _documents(self, ids: Collection[int] | None) -> Iterator[IndexDocument]:
        rows: Iterable[TextRow] = self._store.searching.texts(None if ids is None else list(ids))
        return (_document(row) for row in rows)


def _created(folder: Path, identity: str) -> SearchIndex:
    from clipper.search.whoosh_engine import create_index, open_index  # Whoosh costs 0.3 s to import

    try:
        return create_index(folder, identity)
    except SearchError as error:
        if error.code != "foreign":
            raise
    return open_index(folder, identity)  # another process made it a moment ago


def _heard(documents: Iterable[IndexDocument], progress: Progress, done: int, total: int) -> Iterator[IndexDocument]:
    """Say how far it is at each document: a commit's worth of them takes seconds, and stop must be heard before."""
    for number, document in enumerate(documents, done):
        progress.step(number, total, "index")
        yield document


def _document(row: TextRow) -> IndexDocument:
    return IndexDocument(
        id=row.id,
        title=row.title,
        text=row.text,
        subtitle=row.subtitle,
        site=row.site,
        host=host(row.url),
        authors=row.authors,
        section=row.section,
        language=row.language,
        date=row.date,
        sort_day=row.sort_day,
    )
