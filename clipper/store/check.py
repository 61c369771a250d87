"""Whether all is well: the database, the digests of texts, captures and pictures, and files that no row names."""

import hashlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from clipper.answers import Problem
from clipper.errors import DamagedError
from clipper.progress import Progress
from clipper.store import articles, listing, overlay, sweeping
from clipper.store.database import Database
from clipper.store.pictures import digest
from clipper.store.sweeping import sweep

__all__ = ["check", "sweep"]

_GROUP = 100
_INSTRUCTIONS = 1_000_000  # of SQLite's machine, between two questions: some 10 ms


def check(database: Database, progress: Progress) -> tuple[Problem, ...]:
    """Look through the library; changes nothing.

    Kinds: database (integrity_check), reference (foreign keys), text_digest, html_digest (id: clipping), unreadable (an
    article or capture row that cannot be read; id: clipping), list_row (a list row is not what its article says),
    missing_file, capture_digest, picture_digest (id: clipping where one names it, path: in the library), orphan_file
    (path; at least an hour old: a younger one may belong to a write on its way, or one that was killed, and is no
    fault). Raise Cancelled.
    """
    problems = list(_database(database, progress))
    problems += _texts(database, progress)
    problems += _files(database, progress)
    progress.step(1, 1, "orphans")
    with database.read() as connection:
        named = sweeping.all_named(connection)
    # A file that came after this look at the rows is named by a row that this look did not see.
    files = sweeping.kept_files(database.folder)
    orphans = [place for place, path in files if place not in named and not sweeping.is_young(path)]
    with database.read() as connection:
        named = sweeping.all_named(connection)
    problems += [Problem("orphan_file", path=place) for place in sorted(orphans) if place not in named]
    return tuple(problems)


def _database(database: Database, progress: Progress) -> Iterator[Problem]:
    progress.step(0, None, "database")
    with database.read() as connection:
        # The two statements run for seconds in a large library; SQLite asks here whether to go on.
        connection.set_progress_handler(lambda: progress.stopped, _INSTRUCTIONS)
        try:
            if connection.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
                yield Problem("database", path=database.path.name)
            if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
                yield Problem("reference", path=database.path.name)
        except sqlite3.DatabaseError:
            progress.step(0, None, "database")
            yield Problem("database", path=database.path.name)
        finally:
            connection.set_progress_handler(None, 0)


def _texts(database: Database, progress: Progress) -> Iterator[Problem]:
    with database.read() as connection:
        ids = [id for (id,) in connection.execute("SELECT id FROM articles ORDER BY id")]
    for start in range(0, len(ids), _GROUP):
        progress.step(start, len(ids), "texts")
        for id in ids[start : start + _GROUP]:
            with database.read() as connection:
                yield from _article(connection, id)


def _article(connection: sqlite3.Connection, id: int) -> Iterator[Problem]:
    clipping = None
    try:
        # Bytes, not text: a text whose bytes are others may be no UTF-8 any more
        row = connection.execute(
            "SELECT clipping, sha256, html_sha256, CAST(text AS BLOB), CAST(html AS BLOB) FROM articles WHERE id = ?",
            (id,),
        ).fetchone()
        if row is None:  # the trash was emptied meanwhile
            return
        clipping = int(row[0])
        if digest(row[3]) != row[1]:
            yield Problem("text_digest", clipping)
        elif digest(row[4]) != row[2]:
            yield Problem("html_digest", clipping)
        elif not _is_listed_right(connection, clipping, id):
            yield Problem("list_row", clipping)
    except (sqlite3.DatabaseError, DamagedError):
        yield Problem("unreadable", clipping)


def _is_listed_right(connection: sqlite3.Connection, clipping: int, article: int) -> bool:
    (current,) = connection.execute("SELECT article FROM clippings WHERE id = ?", (clipping,)).fetchone()
    if current != article:
        return True
    read, row = articles.current(connection, clipping), listing.rows(connection, [clipping])[0]
    if read is None:
        return False
    meant = overlay.listed(read, row.added.isoformat())
    return (meant.title, meant.authors, meant.date, meant.excerpt, meant.words, meant.flags) == (
        row.title,
        row.authors,
        row.date,
        row.excerpt,
        row.words,
        row.flags,
    )


def _files(database: Database, progress: Progress) -> Iterator[Problem]:
    with database.read() as connection:
        named = connection.execute(
            "SELECT place, file_sha256, clipping, 'capture_digest' FROM captures UNION ALL"
            " SELECT place, sha256, (SELECT min(clipping) FROM kept_pictures WHERE picture = sha256), 'picture_digest'"
            " FROM pictures"
        ).fetchall()
    for done, (place, sha256, clipping, kind) in enumerate(named):
        progress.step(done, len(named), "files")
        path = database.folder / place
        try:
            whole = _digest_of(path) == sha256
        except FileNotFoundError:
            if _is_named(database, place):  # else the trash was emptied meanwhile
                yield Problem("missing_file", clipping, place)
        except OSError:
            yield Problem(kind, clipping, place)
        else:
            if not whole:
                yield Problem(kind, clipping, place)


def _digest_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _is_named(database: Database, place: str) -> bool:
    with database.read() as connection:
        return place in sweeping.all_named(connection)
