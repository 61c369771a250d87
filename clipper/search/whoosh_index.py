"""The Whoosh engine: SearchIndex over a folder of segments. Whatever a broken index raises becomes a SearchError.

One thread writes at a time (add, remove, commit, close), and another may merge; any number search meanwhile, and never
wait for them or for another process.
"""

# Whoosh says that it is typed (py.typed), but most of its functions are not.
# mypy: disable-error-code="no-untyped-call"

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import wraps
from itertools import islice
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

import numpy as np
from whoosh.codec.whoosh3 import W3Segment
from whoosh.index import LockError

from clipper.errors import Cancelled, SearchError
from clipper.model import Sort
from clipper.progress import Progress
from clipper.search import lexicon, snippets
from clipper.search.executor import Executor, Leaf
from clipper.search.nodes import Node
from clipper.search.ordering import ordered
from clipper.search.protocol import IndexDocument, Ranked
from clipper.search.rows import FACETS
from clipper.search.segments import Segment, verify
from clipper.search.whoosh_merging import merge_due
from clipper.search.whoosh_writer import Index, Writer, live_mask, load, refused, segment_path

_BATCH = 100  # documents read from the caller at a time, outside of what turns exceptions into damage
_LET_GO_S = 1.0  # between two times that memory is given back
_TRIES = 10  # a segment may be merged away by another process between reading the contents and opening it

P = ParamSpec("P")
R = TypeVar("R")


def _guarded(method: Callable[P, R]) -> Callable[P, R]:
    """Turn whatever a broken index raises into SearchError(damaged)."""

    @wraps(method)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return method(*args, **kwargs)
        except (SearchError, Cancelled):
            raise
        except LockError as error:
            raise SearchError("locked") from error
        except (AssertionError, MemoryError):  # a mistake of the caller (a tree not resolved), or no fault of the index
            raise
        except Exception as error:  # flipped bits were seen to raise at least fourteen kinds
            raise SearchError("damaged", repr(error)) from error

    return guarded


def _answers(method: Callable[Concatenate["WhooshIndex", P], R]) -> Callable[Concatenate["WhooshIndex", P], R]:
    """Turn whatever a question raises into SearchError: damaged where files are, else unanswerable (a mistake of ours).

    A whole index is not to be thrown away, nor made anew at each keystroke, for a question that it cannot take.
    """

    @wraps(method)
    def guarded(self: "WhooshIndex", /, *args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return method(self, *args, **kwargs)
        except (SearchError, Cancelled, AssertionError, MemoryError):
            raise
        except Exception as error:
            self._verify()
            raise SearchError("unanswerable", repr(error), path=str(self._folder)) from error

    return guarded


@dataclass(frozen=True, slots=True)
class _Snapshot:
    """The index as it was at one moment. Never changed, so any thread may search it."""

    stamp: tuple[int, int, int]
    position: int
    keys: tuple[str, ...]
    executor: Executor


class WhooshIndex:
    """SearchIndex over a folder of segments. marker: a file, and made what it holds until the index is made anew.

    What was made anew can be searched, but is written to only by who opens it: it may not be whole yet.
    """

    def __init__(self, folder: Path, marker: Path, made: bytes) -> None:
        self._folder = folder
        self._marker, self._made = marker, made
        self._index = Index(folder)
        self._writer: Writer | None = None
        self._seen: _Snapshot | None = None
        self._let_go_at = 0.0

    def add(self, documents: Iterable[IndexDocument]) -> None:
        """Add or replace; takes the lock until commit or close. Raise SearchError(locked, damaged, unwritable).

        Whatever raises here, also the caller's iterator, drops all that was not committed.
        """
        try:
            remaining = iter(documents)
            while batch := list(islice(remaining, _BATCH)):
                self._put(batch)
        except BaseException:
            self._cancel()
            raise

    def remove(self, ids: Iterable[int]) -> None:
        """Take out; takes the lock, and drops what was not committed, as add does."""
        gone = list(ids)
        try:
            self._delete(gone)
        except BaseException:
            self._cancel()
            raise

    @_guarded
    def commit(self, position: int) -> None:
        """Commit; on an error nothing of it is in the index. Raise SearchError(locked, damaged, unwritable)."""
        writer = self._open_writer()
        self._writer = None
        try:
            writer.commit_at(position)
        except OSError as error:
            raise refused(error, self._folder) from error
        finally:
            if not writer.is_closed:
                writer.cancel()
        self._snapshot()

    @_guarded
    def merge(self, progress: Progress) -> None:
        """Merge. Raise SearchError(damaged, unwritable), Cancelled; then nothing has changed."""
        try:
            while merge_due(self._index, progress.heed):
                self._snapshot()
        except OSError as error:
            raise refused(error, self._folder) from error

    @_guarded
    def position(self) -> int:
        return self._snapshot().position

    @_answers
    def search(self, query: Node, *, limit: int | None, sort: Sort, progress: Progress | None = None) -> Ranked:
        if progress is not None:
            progress.heed()  # later is no better moment: all of it takes milliseconds
        seen = self._snapshot()
        executor = seen.executor
        ids, days, scores = [], [], []
        for leaf, part in zip(executor.leaves, executor.run(query), strict=True):
            found = np.flatnonzero(part.mask)
            ids.append(leaf.data.rows.id[found])
            days.append(leaf.data.rows.day[found])
            scores.append(np.zeros(len(found)) if part.scores is None else part.scores[found])
        if not ids:
            return Ranked((), 0, position=seen.position)
        id, day, score = np.concatenate(ids), np.concatenate(days), np.concatenate(scores)
        self._let_go(executor)
        best = tuple(ordered(id, day, score, sort=sort, limit=limit).tolist())
        return Ranked(best, len(id), position=seen.position)

    @_answers
    def facets(self, query: Node, field: str) -> dict[str, int]:
        """Count; "" stands for an unknown value. The most frequent first."""
        if field not in (*FACETS, "year"):
            raise AssertionError(f"no facet {field}")
        executor = self._snapshot().executor
        counts: dict[str, int] = {}
        for leaf, part in zip(executor.leaves, executor.run(query), strict=True):
            rows = leaf.data.rows
            if field == "year":
                years, numbers = np.unique(rows.date[part.mask] // 10000, return_counts=True)
                values = [f"{year:04}" if year else "" for year in years.tolist()]
            else:
                labels = rows.labels[field]
                numbers = np.bincount(labels.numbers[part.mask], minlength=len(labels.values))
                values = list(labels.values)
            for value, number in zip(values, numbers.tolist(), strict=True):
                if number:
                    counts[value] = counts.get(value, 0) + number
        return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))

    def marks(self, query: Node, text: str, *, language: str) -> tuple[tuple[int, int], ...]:
        return snippets.marks(query, text, language=language)

    @_answers
    def complete(self, prefix: str, *, limit: int) -> tuple[str, ...]:
        return lexicon.complete(self._snapshot().executor.leaves, prefix, limit=limit)

    @_answers
    def suggest(self, word: str, *, limit: int) -> tuple[str, ...]:
        return lexicon.suggest(self._snapshot().executor.leaves, word, limit=limit)

    @_answers
    def similar(self, id: int, *, limit: int) -> tuple[int, ...]:
        return lexicon.similar(self._snapshot().executor, id, limit=limit)

    @_guarded
    def check(self, ids: Sequence[int]) -> tuple[int, ...]:
        """Compare, and verify all check sums first. Raise SearchError(damaged)."""
        leaves = self._snapshot().executor.leaves
        self._verify()
        there = {id for leaf in leaves for id in leaf.data.rows.id[leaf.live].tolist()}
        return tuple(sorted(there.symmetric_difference(ids)))

    @_guarded
    def _verify(self) -> None:
        """Verify all check sums. Raise SearchError(damaged)."""
        for segment in self._index.contents().segments:
            try:
                verify(segment_path(self._folder, segment))
            except FileNotFoundError:  # merged away by another process meanwhile, or lost
                if segment in self._index.contents().segments:
                    raise

    def close(self) -> None:
        """Let go of files and of the lock; what was not committed is dropped."""
        self._cancel()
        self._seen = None

    def _let_go(self, executor: Executor) -> None:
        """Give back to the system what searches have read of the files; now and then, for that takes a millisecond."""
        now = time.monotonic()
        if now > self._let_go_at:
            self._let_go_at = now + _LET_GO_S
            for leaf in executor.leaves:
                leaf.data.let_go()

    @_guarded
    def _put(self, documents: Sequence[IndexDocument]) -> None:
        self._open_writer().put(documents)

    @_guarded
    def _delete(self, ids: Sequence[int]) -> None:
        self._open_writer().delete(ids)

    def _open_writer(self) -> Writer:
        if self._writer is None:
            try:
                self._writer = Writer(self._index, self._opened)
                if self._marker.read_bytes() != self._made:
                    raise SearchError("damaged", "made anew", path=str(self._folder))
            except OSError as error:
                self._cancel()
                raise refused(error, self._folder) from error
            except SearchError:
                self._cancel()
                raise
        return self._writer

    def _opened(self, segment: W3Segment) -> Segment:
        """Give a committed segment: one that is open for search already, where there is one."""
        seen = self._snapshot()
        if segment.segid in seen.keys:
            return seen.executor.leaves[seen.keys.index(segment.segid)].data
        return load(self._folder, segment)

    def _cancel(self) -> None:
        writer, self._writer = self._writer, None
        if writer is not None and not writer.is_closed:
            writer.cancel()

    def _snapshot(self) -> _Snapshot:
        """Give the index as it is on the disk, reusing what is open already."""
        for left in reversed(range(_TRIES)):
            seen = self._seen
            try:
                stamp = self._index.stamp()
                if seen is not None and seen.stamp == stamp:
                    return seen
                contents = self._index.contents()
                known = {} if seen is None else dict(zip(seen.keys, seen.executor.leaves, strict=True))
                keys = tuple(segment.segid for segment in contents.segments)
                leaves = []
                for key, segment in zip(keys, contents.segments, strict=True):
                    data = known[key].data if key in known else load(self._folder, segment)
                    leaves.append(Leaf(data, live_mask(segment)))
                self._seen = _Snapshot(stamp, contents.position, keys, Executor(leaves))
                return self._seen
            except FileNotFoundError as error:
                if not left:
                    raise SearchError("damaged", str(error), path=str(self._folder)) from error
        raise AssertionError
