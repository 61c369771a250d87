"""Pictures that an article names and the library has not kept: which they are, and keeping them after all."""

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from clipper.model import Changes, Picture
from clipper.store import articles, changelog, files, pictures, records, tagging
from clipper.store.database import Database
from clipper.store.faults import ours


@dataclass(frozen=True, slots=True)
class Lacking:
    """What a clipping lacks. capture: the page that its current article was read from. urls: as in the article."""

    clipping: int
    capture: int
    urls: tuple[str, ...]


class LackingPictures:
    """The pictures that the library has not kept."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, ids: Sequence[int]) -> tuple[Lacking, ...]:
        """Give what clippings lack, those left out that lack nothing: an article given as it stands, without a page."""
        asked = records.to_json(list(ids))
        with self._database.read() as connection:
            there = connection.execute(
                "SELECT clipping, url FROM kept_pictures WHERE clipping IN (SELECT value FROM json_each(?))", (asked,)
            ).fetchall()
            rows = connection.execute(
                "SELECT c.id, a.capture, a.illustrations FROM clippings c JOIN articles a ON a.id = c.article"
                " WHERE c.id IN (SELECT value FROM json_each(?)) AND a.capture IS NOT NULL"
                " AND a.illustrations <> '[]' ORDER BY c.id",
                (asked,),
            ).fetchall()
        kept = frozenset(there)
        found = (Lacking(id, capture, _not_in(kept, id, illustrations)) for id, capture, illustrations in rows)
        return tuple(one for one in found if one.urls)

    def keep(self, lacking: Lacking, found: Sequence[Picture]) -> Changes:
        """Keep pictures of a clipping that were found after all, in one transaction; its lead picture may be one.

        Files are written and flushed before. A clipping that is gone is in Changes.unknown.
        """
        named = {pictures.digest(picture.body): picture for picture in found}
        with self._database.read() as connection:
            _put(self._database, connection, named)
        with self._database.write() as connection:
            if tagging.absent(connection, [lacking.clipping]):
                return changelog.changes(connection, unknown=[lacking.clipping])
            # The sweep removes files under this same lock: what is there now stays.
            _put(self._database, connection, named)
            for picture in found:
                sha256 = pictures.digest(picture.body)
                pictures.keep(connection, picture, sha256=sha256, clipping=lacking.clipping, capture=lacking.capture)
            articles.choose_picture(connection, lacking.clipping)
            changelog.log(connection, "state", [lacking.clipping])
            return changelog.changes(connection, [lacking.clipping])


def _put(database: Database, connection: sqlite3.Connection, named: Mapping[str, Picture]) -> None:
    """Write and flush those files that are not there."""
    places = dict(
        connection.execute(
            "SELECT sha256, place FROM pictures WHERE sha256 IN (SELECT value FROM json_each(?))",
            (records.to_json(list(named)),),
        ).fetchall()
    )
    with ours(database.folder):
        batch = files.Batch(database.folder)
        for sha256, picture in named.items():
            place = places.get(sha256) or pictures.place_of(sha256, picture.media_type)
            if not (database.folder / place).exists():
                batch.write(place, picture.body)
        batch.flush()


def _not_in(kept: frozenset[tuple[int, str]], clipping: int, illustrations: str) -> tuple[str, ...]:
    named = dict.fromkeys(one.url for one in records.illustrations_from_json(illustrations))
    return tuple(url for url in named if (clipping, pictures.address(url)) not in kept)
