"""Files leave: those of what the trash gave up, and those that no row names.

A file is removed inside a write transaction, after a look whether a row names it. Whoever adds clippings looks inside
its own transaction whether its files are there. So neither can pass the other.
"""

import contextlib
import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from clipper.errors import LibraryError
from clipper.store import files, records
from clipper.store.database import Database

_YOUNG_S = 3_600.0  # a file that no row names yet may belong to a transaction that is on its way
_GROUP = 500  # files looked at under one lock: some ms, so that writers need not wait


def forget_trash(connection: sqlite3.Connection) -> list[str]:
    """Delete all that is in the trash, with pictures that nothing else names. Give the places of files to remove."""
    places = connection.execute(
        "SELECT p.place FROM clippings c CROSS JOIN captures p ON p.clipping = c.id WHERE c.trashed_at IS NOT NULL"
    ).fetchall()
    theirs = connection.execute(
        "SELECT DISTINCT k.picture FROM clippings c CROSS JOIN kept_pictures k ON k.clipping = c.id"
        " WHERE c.trashed_at IS NOT NULL"
    ).fetchall()
    connection.execute("DELETE FROM clippings WHERE trashed_at IS NOT NULL")
    places += connection.execute(
        "DELETE FROM pictures WHERE sha256 IN (SELECT value FROM json_each(?))"
        " AND NOT EXISTS (SELECT 1 FROM kept_pictures WHERE picture = sha256) RETURNING place",
        (records.to_json([sha256 for (sha256,) in theirs]),),
    ).fetchall()
    return [str(place) for (place,) in places]


def remove_unnamed(database: Database, places: Sequence[str]) -> int:
    """Remove those files that no row names; give how many. A kill before it leaves them to the sweep."""
    removed = 0
    for start in range(0, len(places), _GROUP):
        group = places[start : start + _GROUP]
        with database.write() as connection:
            named = named_of(connection, group)
            gone = [database.folder / place for place in group if place not in named]
            files.remove(gone)
            removed += len(gone)
    return removed


def take_back(database: Database, places: Sequence[str]) -> None:
    """Remove files that a write which raised had made, where no row names them.

    The commit may have come about although it did not return: Ctrl+C raises anywhere. No other write names them.
    """
    with contextlib.suppress(LibraryError):  # the rows cannot be read: the sweep looks once more
        with database.read() as connection:
            named = named_of(connection, places)
        files.remove([database.folder / place for place in places if place not in named])


def sweep(database: Database) -> int:
    """Remove captures, pictures and thumbnails that no row names, older than an hour; give how many.

    Files from before the database was made, or a safety copy was put back, stay: they may be of clippings that only a
    lost or damaged database knows.
    """
    if database.read_only:
        return 0
    with database.read() as connection:
        named = all_named(connection)
        sha256s = {str(sha256) for (sha256,) in connection.execute("SELECT sha256 FROM pictures")}
        began = connection.execute("SELECT value FROM library WHERE key IN ('made', 'restored')").fetchall()
    oldest = max(records.time_of(time).timestamp() for (time,) in began)
    newest = time.time() - _YOUNG_S
    unnamed = [
        place for place, path in kept_files(database.folder) if place not in named and oldest <= _changed(path) < newest
    ]
    loose = [
        path
        for path in _files(database.folder / "thumbnails")
        if path.name.partition("-")[0] not in sha256s and _changed(path) < newest
    ]
    loose += [path for path in (database.folder / "copies").glob("*.new") if _changed(path) < newest]  # killed midway
    files.remove(loose)
    return remove_unnamed(database, unnamed) + len(loose)


def all_named(connection: sqlite3.Connection) -> set[str]:
    """Give the places of all files that rows name."""
    rows = connection.execute("SELECT place FROM captures UNION ALL SELECT place FROM pictures")
    return {str(place) for (place,) in rows}


def kept_files(folder: Path) -> Iterator[tuple[str, Path]]:
    """Give place and path of all files under captures/ and pictures/."""
    for part in ("captures", "pictures"):
        for path in _files(folder / part):
            yield path.relative_to(folder).as_posix(), path


def named_of(connection: sqlite3.Connection, places: Sequence[str]) -> set[str]:
    """Give those of some places that a row names."""
    asked = records.to_json(list(places))
    rows = connection.execute(
        "SELECT place FROM captures WHERE place IN (SELECT value FROM json_each(?))"
        " UNION ALL SELECT place FROM pictures WHERE place IN (SELECT value FROM json_each(?))",
        (asked, asked),
    )
    return {str(place) for (place,) in rows}


def is_young(path: Path) -> bool:
    """Say whether a file that no row names may still belong to a transaction on its way (or is gone by now)."""
    return _changed(path) >= time.time() - _YOUNG_S


def _changed(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except FileNotFoundError:  # another process sweeps, too
        return float("inf")


def _files(folder: Path) -> Iterable[Path]:
    return (path for path in folder.rglob("*") if path.is_file())
