"""Clippings: add, list, trash, restore, read, starred, note."""

import sqlite3
from collections.abc import Mapping, Sequence

from clipper.answers import Overview
from clipper.errors import DamagedError, NotFoundError
from clipper.model import Article, Changes, Clipping, Document, Edit, KeptPicture, Sort, View
from clipper.store import (
    adding,
    articles,
    captures,
    changelog,
    editing,
    listing,
    pictures,
    records,
    reextracting,
    sweeping,
    tagging,
)
from clipper.store.adding import Added, Addition
from clipper.store.database import Database
from clipper.store.reextracting import Origin, Reading, Verdict, Written

__all__ = ["Added", "Addition", "Clippings"]


class Clippings:
    """The rows of the library."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, additions: Sequence[Addition]) -> tuple[tuple[Added, ...], Changes]:
        """Write clippings in one transaction: clipping, capture, article, pictures, tags, change log, intake row gone.

        Files (WARC, pictures) are written beside and flushed before the transaction names them. Where a clipping with
        the same key, title and text is there, its id is given, tags handed in are put on it and it leaves the trash;
        where the key is there (outside the trash) but title or text differ, both are kept. Without a key, title and
        text alone say what is the same. Raise LibraryError("invalid", "tag") before anything is written.
        """
        return adding.add(self._database, additions)

    def recapture(self, clipping: int, addition: Addition) -> Changes:
        """Give a clipping a new capture and current article; the old ones stay.

        A page that has lost its article since (a wall, an error, nothing) is kept, but takes no article's place.
        """
        return adding.recapture(self._database, clipping, addition)

    def origins(self, ids: Sequence[int]) -> tuple[Origin, ...]:
        """Give what the current articles of clippings were read from, in the order asked for; unknown ids left out."""
        with self._database.read() as connection:
            return reextracting.origins(connection, ids)

    def extracted(self, id: int) -> Article:
        """Give the current article of a clipping as it was extracted, without corrections. NotFoundError."""
        with self._database.read() as connection:
            found = articles.extracted(connection, id)
        if found is None:
            raise NotFoundError("not_found", str(id))
        return found

    def reextract(self, origin: Origin, article: Article) -> tuple[Verdict, Changes]:
        """Write what a kept page gives when it is read anew, as a clipping's current article; corrections stay over it.

        "unchanged": it is what stands there already; "kept": it is empty, and the former one is not. Nothing is written
        then, nor where the clipping was fetched again meanwhile.
        """
        return self.reextract_all([(origin, article)])[0]

    def reextract_all(self, readings: Sequence[Reading]) -> tuple[Written, ...]:
        """Write what several kept pages give, as reextract does, in one transaction."""
        return reextracting.write(self._database, readings)

    def known(self, keys: Sequence[str]) -> Mapping[str, int]:
        """Give the newest clipping outside the trash (else in it) for each canonical address that is there."""
        with self._database.read() as connection:
            rows = connection.execute(
                "SELECT key, id FROM clippings WHERE key IN (SELECT value FROM json_each(?))"
                " ORDER BY trashed_at IS NULL, id",
                (records.to_json(list(keys)),),
            ).fetchall()
        return dict(rows)

    def rows(self, ids: Sequence[int]) -> tuple[Clipping, ...]:
        """Give clippings in the order asked for; unknown ids are left out."""
        with self._database.read() as connection:
            return listing.rows(connection, ids)

    def ids(self, view: View, *, tag: str | None = None, sort: Sort = "newest") -> tuple[int, ...]:
        """Give the ids of a view in order. tag: only those that bear it or a tag below it.

        newest and oldest go by the day published, else added; added by the time added, the last one first.
        """
        with self._database.read() as connection:
            return listing.ids(connection, view, tag=tag, sort=sort)

    def overview(self) -> Overview:
        """Count views and tags."""
        with self._database.read() as connection:
            return listing.overview(connection)

    def document(self, id: int) -> Document:
        """Give a clipping with its current article, corrections laid over, its captures and pictures. NotFoundError."""
        with self._database.read() as connection:
            rows = listing.rows(connection, [id])
            if not rows:
                raise NotFoundError("not_found", str(id))
            article = articles.current(connection, id)
            if article is None:
                raise DamagedError("damaged", f"article of {id}", path=str(self._database.path))
            kept = pictures.kept(connection, self._database.folder.absolute(), id)
            found = dict(kept)
            for one in article.illustrations:
                picture = kept.get(pictures.address(one.url))
                if picture is not None:
                    found[one.url] = KeptPicture(
                        one.url, picture.sha256, picture.path, picture.media_type, picture.width, picture.height
                    )
            corrected = frozenset(articles.corrections(connection, id))
            return Document(rows[0], article, captures.of(connection, id), found, corrected)

    def trash(self, ids: Sequence[int]) -> Changes:
        """Move clippings to the trash. Unknown ids are in Changes.unknown (so in all methods below)."""
        return self._set_state(ids, field="trashed", on=True)

    def restore(self, ids: Sequence[int]) -> Changes:
        """Take clippings out of the trash."""
        return self._set_state(ids, field="trashed", on=False)

    def empty_trash(self) -> Changes:
        """Delete all that is in the trash, with captures and pictures nothing else names. Cannot be undone."""
        with self._database.write() as connection:
            rows = connection.execute("SELECT id FROM clippings WHERE trashed_at IS NOT NULL").fetchall()
            gone = [id for (id,) in rows]
            places = sweeping.forget_trash(connection)
            changelog.log(connection, "deleted", gone)
            changes = changelog.changes(connection, gone, tags=bool(gone))
        sweeping.remove_unnamed(self._database, places)
        return changes

    def set_read(self, ids: Sequence[int], read: bool) -> Changes:
        """Mark clippings read or unread."""
        return self._set_state(ids, field="read", on=read)

    def set_starred(self, ids: Sequence[int], starred: bool) -> Changes:
        """Star clippings or take the star away."""
        return self._set_state(ids, field="starred", on=starred)

    def set_note(self, id: int, note: str) -> Changes:
        """Write the note on a clipping; "" takes it away."""
        with self._database.write() as connection:
            edits = editing.set_note(connection, id, records.clean(note))
            return _logged(connection, edits, [id])

    def apply(self, edits: Sequence[Edit]) -> Changes:
        """Apply edits (undo gives them reversed): each only where the clipping still is as edit.before says."""
        with self._database.write() as connection:
            done = [one for edit in edits for one in editing.apply(connection, edit)]
            return _logged(connection, done, [edit.clipping for edit in edits])

    def _set_state(self, ids: Sequence[int], *, field: str, on: bool) -> Changes:
        with self._database.write() as connection:
            return _logged(connection, editing.set_state(connection, ids, field=field, on=on), ids)


def _logged(connection: sqlite3.Connection, edits: Sequence[Edit], asked: Sequence[int]) -> Changes:
    """Write the change log for edits and give the Changes."""
    by_kind: dict[changelog.Kind, set[int]] = {}
    for edit in edits:
        by_kind.setdefault(editing.kind(edit), set()).add(edit.clipping)
    for kind, ids in by_kind.items():
        changelog.log(connection, kind, sorted(ids))
    return changelog.changes(
        connection,
        {edit.clipping for edit in edits},
        tags=not by_kind.keys().isdisjoint(("tags", "trashed", "restored")),
        edits=edits,
        unknown=tagging.absent(connection, asked),
    )
