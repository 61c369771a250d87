"""Files that are on disk when they are said to be: written, flushed, their folders flushed."""

import os
import uuid
from collections.abc import Collection, Iterable
from pathlib import Path


def flush(paths: Iterable[Path]) -> None:
    """Flush the content of files to disk; one that is gone is passed over."""
    for path in paths:
        try:
            handle = os.open(path, os.O_RDWR)  # Windows flushes only what can be written
        except FileNotFoundError:
            continue
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def flush_folders(folders: Iterable[Path]) -> None:
    """Flush the entries of folders to disk. Windows has no such thing, and needs none."""
    if os.name == "nt":
        return
    for folder in folders:
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def put(path: Path, data: bytes) -> None:
    """Write a file so that it appears whole, not flushed. Two that write the same do not meet before it is there."""
    beside = path.with_name(f"{path.name}.{uuid.uuid4().hex[:8]}.new")
    try:
        beside.write_bytes(data)
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


class Batch:
    """Files written beside the database, all of them flushed before a transaction names them.

    Writing first and flushing all at the end lets the file system take many files in one go.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._written: list[Path] = []
        self._folders: set[Path] = set()

    def write(self, place: str, data: bytes) -> None:
        """Write a file, in its place (with "/") under the root; one that is there is replaced as a whole."""
        path = self._root / place
        self._root.stat()  # a library that was deleted meanwhile is not begun anew
        self._make(path.parent)
        put(path, data)
        self._written.append(path)
        self._folders.add(path.parent)

    def flush(self) -> None:
        """Flush all files and the folders they stand in.

        A picture may be gone again, with the last clipping that showed it; who names it looks once more.
        """
        flush(self._written)
        flush_folders(self._folders)
        self._written.clear()
        self._folders.clear()

    def _make(self, folder: Path) -> None:
        if folder.is_dir():
            return
        self._make(folder.parent)
        folder.mkdir(exist_ok=True)
        self._folders.add(folder.parent)


def remove(paths: Collection[Path]) -> None:
    """Remove files; those that are gone, or cannot go while another process reads them, are left to the next sweep."""
    for path in paths:
        try:
            path.unlink(missing_ok=True)
        except PermissionError:
            continue
