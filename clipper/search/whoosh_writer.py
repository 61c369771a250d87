"""Whoosh as we use it: storage, lock, schema, segments and writer, with postings in columns and a table of contents.

The table of contents is JSON with a check sum, not Whoosh's pickle: no index can run code. It names the position in the
change log, so that documents and position change in one step. Files are flushed to disk before it names them.
"""

# Whoosh says that it is typed (py.typed), but most of its functions are not.
# mypy: disable-error-code="no-untyped-call"

import json
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
from whoosh.codec.whoosh3 import W3Codec, W3Segment
from whoosh.fields import ID, NUMERIC, TEXT, Schema
from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC, FileIndex, clean_files
from whoosh.util.filelock import FileLock
from whoosh.writing import SegmentWriter

from clipper.errors import SearchError
from clipper.search.columns import Array
from clipper.search.drafting import Draft
from clipper.search.protocol import IndexDocument
from clipper.search.segments import Segment, read, write

NAME = "MAIN"
EXTENSION = ".seg"
FORMAT = 3

_PATIENCE_S = 0.5  # for whoever holds the lock for a moment, as the end of a merge does

SCHEMA = Schema(
    id=NUMERIC(int, bits=64, unique=True),
    title=TEXT,
    text=TEXT,
    site=TEXT,
    author=TEXT,
    section=TEXT,
    language=ID,
    date=NUMERIC(int),
    day=NUMERIC(int),
)


class Contents:
    """A table of contents: generation, segments, position. Has the attributes that Whoosh's writer reads."""

    def __init__(self, generation: int, position: int, segments: list[W3Segment]) -> None:
        self.schema = SCHEMA
        self.generation = generation
        self.position = position
        self.segments = segments


class ColumnCodec(W3Codec):
    """Whoosh's codec with our file for rows and postings: there is no writer for each field and none for each row."""

    def per_document_writer(self, storage: Any, segment: Any) -> "_Nothing":
        return _Nothing()

    def field_writer(self, storage: Any, segment: Any) -> "_Nothing":
        return _Nothing()


class _Nothing:
    """Stands where Whoosh's writer expects a part that our codec does without."""

    is_closed = False

    def __init__(self, *_: Any, **__: Any) -> None: ...

    def close(self) -> None:
        self.is_closed = True

    def cleanup(self) -> None: ...


class _Lock(FileLock):
    """A lock that counts only where its file still lies: the folder may have been set aside meanwhile."""

    def acquire(self, blocking: bool = False) -> bool:
        if not super().acquire(blocking):
            return False
        assert self.fd is not None
        try:
            if os.path.samestat(os.fstat(self.fd), Path(self.filename).stat()):
                return True
        except FileNotFoundError:
            pass
        self.release()
        return False


class Index(FileIndex):
    """An index folder: Whoosh's, with our table of contents."""

    def __init__(self, folder: Path) -> None:
        self.storage = FileStorage(str(folder))
        self.indexname = NAME
        self.folder = folder

    def lock(self, name: str) -> _Lock:
        """Give a lock of this index, not yet acquired."""
        return _Lock(str(self.folder / f"{NAME}_{name}"))

    def contents(self) -> Contents:
        """Read the newest table of contents. Raise SearchError(damaged or missing), OSError."""
        generation = self.latest_generation()
        if generation < 0:
            raise SearchError("missing", path=str(self.folder))
        path = self.folder / TOC._filename(NAME, generation)
        try:
            sum_, _, body = path.read_bytes().partition(b"\n")
            if sum_ != b"%08x" % crc32(body):
                raise ValueError("check sum")
            table = json.loads(body)
            segments = [_segment(entry) for entry in table["segments"]]
            return Contents(generation, int(table["position"]), segments)
        except (ValueError, KeyError, TypeError) as error:
            raise SearchError("damaged", path.name, path=str(path)) from error

    def stamp(self) -> tuple[int, int, int]:
        """Give what every commit changes, also one in a folder made anew. Raise SearchError(missing), OSError."""
        generation = self.latest_generation()
        if generation < 0:
            raise SearchError("missing", path=str(self.folder))
        status = (self.folder / TOC._filename(NAME, generation)).stat()
        return generation, status.st_mtime_ns, status.st_ino

    def _read_toc(self) -> Contents:
        return self.contents()

    def write_contents(self, contents: Contents) -> None:
        """Write a table of contents whole or not at all, after what it names is on the disk."""
        for segment in contents.segments:
            path = segment_path(self.folder, segment)
            if segment.doc_count_all() and getattr(segment, "fresh", False):
                flush(path)
        table = {
            "format": FORMAT,
            "position": contents.position,
            "segments": [
                {"id": segment.segid, "count": segment.doc_count_all(), "deleted": sorted(segment.deleted_docs())}
                for segment in contents.segments
            ],
        }
        body = json.dumps(table).encode("ascii")
        path = self.folder / TOC._filename(NAME, contents.generation)
        beside = path.with_suffix(".new")
        beside.write_bytes(b"%08x\n%s" % (crc32(body), body))
        flush(beside)
        beside.replace(path)
        flush(self.folder)


class Writer(SegmentWriter):
    """Whoosh's writer, holding its lock from the first document to commit or cancel. Raises whoosh's LockError."""

    def __init__(self, index: Index, opened: Callable[[W3Segment], Segment]) -> None:
        self.folder = index.folder
        self.index = index
        self.opened = opened
        self.position = 0
        self.draft = Draft()
        self._drafted: dict[int, int] = {}
        self.writelock = None
        try:
            super().__init__(
                index, poolclass=_Nothing, codec=ColumnCodec(), compound=False, timeout=_PATIENCE_S, delay=0.01
            )
        except BaseException:
            if self.writelock is not None and self.writelock.fd is not None:
                self.writelock.release()
            raise

    def put(self, documents: Iterable[IndexDocument]) -> None:
        """Add documents in the place of those with the same ids."""
        ids = []
        for document in documents:
            self._forget(document.id)
            self._drafted[document.id] = self.draft.count
            self.draft.add(document)
            ids.append(document.id)
        self._delete_committed(ids)

    def delete(self, ids: Sequence[int]) -> None:
        """Take documents out."""
        for id in ids:
            self._forget(id)
        self._delete_committed(ids)

    def commit_at(self, position: int) -> None:
        """Commit, with the position that the index then has."""
        self.position = position
        self._added = self.draft.count > 0
        self.commit(mergetype=_with_documents)

    def _forget(self, id: int) -> None:
        number = self._drafted.pop(id, None)
        if number is not None:
            self.newsegment.delete_document(number)

    def _delete_committed(self, ids: Sequence[int]) -> None:
        wanted = np.fromiter(ids, dtype=np.int64, count=len(ids))
        for segment in self.segments if ids else ():
            rows = self.opened(segment).rows
            if rows.last < wanted.min() or rows.first > wanted.max():
                continue
            for number in np.flatnonzero(np.isin(rows.id, wanted)).tolist():
                segment.delete_document(number)

    def _flush_segment(self) -> None:
        with segment_path(self.folder, self.newsegment).open("wb") as file:
            write(self.draft.segment(), file)
        self.newsegment.fresh = True
        self.docnum = self.draft.count

    def _commit_toc(self, segments: list[W3Segment]) -> None:
        self.index.write_contents(Contents(self.generation, self.position, segments))
        clean_files(self.storage, NAME, self.generation, segments)


def _with_documents(_: Writer, segments: Sequence[W3Segment]) -> list[W3Segment]:
    """Leave out segments of which nothing is left. Nothing is merged in a commit: whoosh_merging.py does that."""
    return [segment for segment in segments if segment.deleted_count() < segment.doc_count_all()]


def live_mask(segment: W3Segment) -> Array:
    """Give which documents of a segment are not deleted."""
    live: Array = np.ones(int(segment.doc_count_all()), dtype=np.bool_)
    live[list(segment.deleted_docs())] = False
    return live


def segment_path(folder: Path, segment: W3Segment) -> Path:
    """Give the file of a segment."""
    return folder / str(segment.make_filename(EXTENSION))


def load(folder: Path, segment: W3Segment) -> Segment:
    """Open a segment's file. Raise SearchError(damaged), OSError."""
    loaded = read(segment_path(folder, segment))
    if len(loaded.rows.id) != segment.doc_count_all():
        raise SearchError("damaged", segment.segid, path=str(folder))
    return loaded


def flush(path: Path) -> None:
    """Put a file, or a folder's names, on the disk. Windows has no way to flush a folder."""
    if os.name == "nt" and path.is_dir():
        return
    descriptor = os.open(path, os.O_RDWR if os.name == "nt" else os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the writer's lock of the index in folder. Raise SearchError(locked) where somebody else does, OSError."""
    lock = Index(folder).lock("WRITELOCK")
    if not lock.acquire():
        raise SearchError("locked", path=str(folder))
    try:
        yield
    finally:
        lock.release()


def refused(error: OSError, folder: Path) -> SearchError:
    """Say what an error in writing means: files gone or harmed, or a place that takes no writing (full, read only)."""
    harmed = isinstance(error, FileNotFoundError | IsADirectoryError | NotADirectoryError)
    code = "damaged" if harmed else "unwritable"
    return SearchError(code, error.strerror or "", path=str(folder))


def _segment(entry: dict[str, Any]) -> W3Segment:
    deleted = set(entry["deleted"])
    segment = W3Segment(ColumnCodec(), NAME, int(entry["count"]), str(entry["id"]), deleted or None)
    if not segment.segid.isalnum() or not all(0 <= number < segment.doc_count_all() for number in deleted):
        raise ValueError("segment")
    return segment
