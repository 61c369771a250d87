"""Captures: pages as they were fetched, one WARC file each, never rewritten."""

import sqlite3
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from clipper.errors import DamagedError, NotFoundError
from clipper.model import Capture, Page, Picture
from clipper.store import records
from clipper.store.database import Database
from clipper.store.faults import ours
from clipper.store.pictures import digest


@dataclass(frozen=True, slots=True)
class Packed:
    """A capture ready to be written: its place in the library folder, the WARC file, and the digests."""

    place: str
    data: bytes
    file_sha256: str
    sha256: str


def packed(page: Page, pictures: Sequence[Picture]) -> Packed:
    """Pack a page into a WARC file of its own, in a place that no other capture has."""
    # Imported here: warcio, brotli and zstandard cost 60 ms and are not needed to open a library.
    from clipper.store import warc

    data = warc.pack(page, pictures)
    place = f"captures/{page.fetched.year:04}/{page.fetched.month:02}/{uuid.uuid4().hex}.warc.gz"
    return Packed(place, data, digest(data), digest(page.body))


def insert(connection: sqlite3.Connection, page: Page, *, packed: Packed, clipping: int) -> int:
    """Name a capture in the transaction that stands open; its file is on disk already. Give its id."""
    values = (
        clipping,
        records.moment(page.fetched),
        None if page.url is None else records.clean(page.url),
        None if page.charset is None else records.clean(page.charset),
        packed.sha256,
        len(page.body),
        packed.place,
        packed.file_sha256,
    )
    inserted = connection.execute(
        "INSERT INTO captures (clipping, fetched, url, charset, sha256, size, place, file_sha256)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        values,
    )
    return int(inserted.lastrowid or 0)


def of(connection: sqlite3.Connection, clipping: int) -> tuple[Capture, ...]:
    """Give a clipping's captures, the oldest first."""
    rows = connection.execute(
        "SELECT id, fetched, url, sha256, size, place FROM captures WHERE clipping = ? ORDER BY id", (clipping,)
    )
    return tuple(
        Capture(id, records.time_of(fetched), url, sha256, size, place)
        for id, fetched, url, sha256, size, place in rows
    )


class Captures:
    """The captures of the library."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, clipping: int) -> tuple[Capture, ...]:
        """Give a clipping's captures, the oldest first; none for an article given as it stands."""
        with self._database.read() as connection:
            return of(connection, clipping)

    def page(self, capture: int) -> Page:
        """Read a page from its WARC file: exchanges of the page as they came, pictures as kept.

        A picture whose file is gone is left out. Raise NotFoundError; DamagedError where the file is missing or the
        digest is another one.
        """
        bare = self.bare_page(capture)
        with self._database.read() as connection:
            pictures = connection.execute(
                "SELECT k.url, p.place, p.media_type, p.width, p.height FROM kept_pictures k"
                " JOIN pictures p ON p.sha256 = k.picture WHERE k.capture = ? ORDER BY k.id",
                (capture,),
            ).fetchall()
        return replace(bare, pictures=self._pictures(pictures))

    def bare_page(self, capture: int) -> Page:
        """Read a page as page() does, but without its pictures."""
        from clipper.store import warc  # as in packed()

        with self._database.read() as connection:
            row = connection.execute(
                "SELECT url, fetched, charset, sha256, place, file_sha256 FROM captures WHERE id = ?", (capture,)
            ).fetchone()
        if row is None:
            raise NotFoundError("not_found", str(capture))
        url, fetched, charset, sha256, place, file_sha256 = row
        path = self._database.folder / place
        data = _read(path)
        if digest(data) != file_sha256:
            raise DamagedError("damaged", "capture_digest", path=str(path))
        exchanges, body = warc.unpack(data)
        if body is None or digest(body) != sha256:
            raise DamagedError("damaged", "capture_digest", path=str(path))
        return Page(url, records.time_of(fetched), body, charset, exchanges)

    def _pictures(self, rows: Sequence[tuple[str, str, str, int, int]]) -> tuple[Picture, ...]:
        found = []
        for url, place, media_type, width, height in rows:
            path = self._database.folder / place
            if path.exists():
                found.append(Picture(url, _read(path), media_type, width, height))
        return tuple(found)


def _read(path: Path) -> bytes:
    if not path.exists():
        raise DamagedError("damaged", "missing_file", path=str(path))
    with ours(path):
        return path.read_bytes()
