"""A safe copy of the whole library in a new folder that opens as one."""

import contextlib
import re
import shutil
import sqlite3
import time
import uuid
from pathlib import Path

from clipper.answers import Problem
from clipper.errors import LibraryError
from clipper.progress import Progress
from clipper.store import copying, files, sweeping
from clipper.store.database import Database
from clipper.store.faults import ours

_GROUP = 200  # files between two flushes
_OURS = re.compile(r"library\.db.*|captures|pictures")  # what a backup that was killed can have made
_LEFT_S = 3600.0


def back_up(database: Database, target: Path, progress: Progress) -> tuple[Problem, ...]:
    """Copy database, captures and pictures, flushed; no index. The library may be written to meanwhile.

    Whole or not at all: made beside target, then moved. Give the files that rows name and that are not there to copy.
    Raise LibraryError("exists", path=target), (full), (no_folder), (read_only), DamagedError, Cancelled.
    """
    if target.exists() or target.is_symlink():
        raise LibraryError("exists", path=str(target))
    beside = target.with_name(f"{target.name}.{uuid.uuid4().hex[:8]}.new")
    with ours(target):
        _sweep(target)
        beside.mkdir()
        try:
            missing = _fill(database, beside, progress)
            beside.rename(target)
            files.flush_folders([target.parent])
        except BaseException:
            shutil.rmtree(beside, ignore_errors=True)
            raise
    return missing


def _sweep(target: Path) -> None:
    """Remove what backups to the same target left beside it when they were killed, more than an hour ago."""
    name = re.compile(re.escape(target.name) + r"\.[0-9a-f]{8}\.new")
    with contextlib.suppress(OSError):  # it stays, and is in nobody's way
        for left in [path for path in target.parent.iterdir() if name.fullmatch(path.name)]:
            if left.is_dir() and not left.is_symlink() and _is_left(left):
                shutil.rmtree(left, ignore_errors=True)


def _is_left(folder: Path) -> bool:
    """Say whether a folder holds a backup's things alone, and nothing was written in it for an hour."""
    since = time.time() - _LEFT_S
    ours_alone = all(_OURS.fullmatch(path.name) for path in folder.iterdir())
    return ours_alone and all(path.lstat().st_mtime < since for path in (folder, *folder.rglob("*")))


def _fill(database: Database, beside: Path, progress: Progress) -> tuple[Problem, ...]:
    copy = beside / database.path.name
    with database.lent() as connection:
        copying.copy_database(connection, copy, lambda done, total: progress.step(done, total, "database"))
    with contextlib.closing(sqlite3.connect(copy)) as connection:
        places = sorted(sweeping.all_named(connection))
    missing: list[Problem] = []
    for start in range(0, len(places), _GROUP):
        group = places[start : start + _GROUP]
        missing += _copy_files(database.folder, beside, group)
        progress.step(start + len(group), len(places), "files")
    return tuple(missing)


def _copy_files(source: Path, target: Path, places: list[str]) -> list[Problem]:
    copied, missing = [], []
    for place in places:
        (target / place).parent.mkdir(parents=True, exist_ok=True)
        if (source / place).exists():
            shutil.copyfile(source / place, target / place)
            copied.append(target / place)
        else:
            missing.append(Problem("missing_file", path=place))
    files.flush(copied)
    files.flush_folders({path.parent for path in copied} | {target})
    return missing
