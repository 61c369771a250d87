"""Merging in a folder of segments, beside whoever searches and writes: what comes out is put in their place at the end.

The writer's lock is held for that moment alone. Two never merge one folder at a time: there is a lock for it.
"""

# Whoosh says that it is typed (py.typed), but most of its functions are not.
# mypy: disable-error-code="no-untyped-call"

import secrets
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from whoosh.codec.whoosh3 import W3Segment
from whoosh.index import clean_files

from clipper.errors import SearchError
from clipper.search.columns import Array
from clipper.search.merging import merge
from clipper.search.tiers import due
from clipper.search.whoosh_writer import NAME, ColumnCodec, Contents, Index, flush, live_mask, load, segment_path

_UNFINISHED = "merging-"  # no name that a commit takes for a segment's, and deletes
_LOCK_WAIT_S = 60.0
_LOCK_STEP_S = 0.02
_TRIES = 10


def merge_due(index: Index, heard: Callable[[], None]) -> bool:
    """Merge once what is due; False: nothing was, or somebody else merges, or the index is another one by now.

    heard is called between pieces; what it raises goes through. Raise SearchError(damaged), OSError.
    """
    try:
        try:
            return _merge_due(index, heard)
        except FileNotFoundError:
            if _lacks_a_file(index):
                raise
    except SearchError as error:
        if error.code != "missing":
            raise
    return False


def _merge_due(index: Index, heard: Callable[[], None]) -> bool:
    lock = index.lock("MERGELOCK")
    if not lock.acquire():
        return False
    try:
        for leftover in index.folder.glob(f"{_UNFINISHED}*"):  # of a process that was killed
            leftover.unlink(missing_ok=True)
        chosen = due(index.contents().segments)
        return bool(chosen) and _merged(index, chosen, heard)
    finally:
        lock.release()


def _lacks_a_file(index: Index) -> bool:
    """Tell whether a segment is gone that the table of contents names, though nobody put another table in its place."""
    for _ in range(_TRIES):
        stamp = index.stamp()
        if all(segment_path(index.folder, segment).exists() for segment in index.contents().segments):
            return False
        if index.stamp() == stamp:
            return True
    return False


def _merged(index: Index, chosen: Sequence[W3Segment], heard: Callable[[], None]) -> bool:
    key = secrets.token_hex(8)
    path = index.folder / f"{_UNFINISHED}{key}"
    live = [live_mask(segment) for segment in chosen]
    parts = [(load(index.folder, segment), mask) for segment, mask in zip(chosen, live, strict=True)]
    try:
        with path.open("w+b") as file:
            name = segment_path(index.folder, W3Segment(ColumnCodec(), NAME, 0, key)).name
            count = merge(parts, file, name, index.folder, heard)
        del parts
        flush(path)
        merged = W3Segment(ColumnCodec(), NAME, count, key)
        return _put_in_place(index, path, merged, list(zip(chosen, live, strict=True)), heard)
    finally:
        path.unlink(missing_ok=True)


def _put_in_place(
    index: Index,
    path: Path,
    merged: W3Segment,
    chosen: Sequence[tuple[W3Segment, Array]],
    heard: Callable[[], None],
) -> bool:
    """Name a merged segment instead of those that went into it. What was deleted meanwhile is deleted in it, too."""
    lock = index.lock("WRITELOCK")
    end = time.monotonic() + _LOCK_WAIT_S
    while not lock.acquire():
        heard()
        if time.monotonic() > end:
            return False
        time.sleep(_LOCK_STEP_S)
    try:
        contents = index.contents()
        now = {segment.segid: segment for segment in contents.segments}
        if any(segment.segid not in now for segment, _ in chosen):
            return False
        first = 0
        for segment, live in chosen:
            numbers = np.cumsum(live) - 1 + first
            for gone in set(now.pop(segment.segid).deleted_docs()) - set(segment.deleted_docs()):
                merged.delete_document(int(numbers[gone]))
            first += int(np.count_nonzero(live))
        left = list(now.values())
        if merged.deleted_count() < merged.doc_count_all():
            path.rename(segment_path(index.folder, merged))
            left.append(merged)
        index.write_contents(Contents(contents.generation + 1, contents.position, left))
        clean_files(index.storage, NAME, contents.generation + 1, left)
        return True
    finally:
        lock.release()
