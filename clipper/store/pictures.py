"""Pictures: files named by the SHA-256 of their content, and thumbnails of them."""

import contextlib
import hashlib
import sqlite3
from io import BytesIO
from pathlib import Path

from clipper.errors import DamagedError, NotFoundError
from clipper.model import KeptPicture, Picture
from clipper.store import files
from clipper.store.database import Database
from clipper.store.faults import ours

_SUFFIXES = {
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/gif": "gif",
    "image/webp": "webp",
    "image/avif": "avif",
    "image/svg+xml": "svg",
    "image/bmp": "bmp",
    "image/tiff": "tif",
    "image/x-icon": "ico",
    "image/vnd.microsoft.icon": "ico",
}
_LONG_ADDRESS = 2_000  # a longer data: address would stand in the database a third time; its digest names it as well
_DRAWN_PIXELS = 60_000_000  # 240 MB as RGBA: more than any photo of the press; a bomb otherwise


def digest(data: bytes) -> str:
    """Give the SHA-256 that names a content."""
    return hashlib.sha256(data).hexdigest()


def place_of(sha256: str, media_type: str) -> str:
    """Give where a picture lies in the library folder."""
    return f"pictures/{sha256[:2]}/{sha256}.{_SUFFIXES.get(media_type, 'bin')}"


def address(url: str) -> str:
    """Give the address by which a picture is kept: as in the article, a long one by its digest."""
    return url if len(url) <= _LONG_ADDRESS else "data:sha256," + digest(url.encode("utf-8", "replace"))


def keep(connection: sqlite3.Connection, picture: Picture, *, sha256: str, clipping: int, capture: int | None) -> None:
    """Name a picture in the transaction that stands open; its file is on disk already."""
    connection.execute(
        "INSERT OR IGNORE INTO pictures (sha256, place, media_type, width, height, size) VALUES (?, ?, ?, ?, ?, ?)",
        (
            sha256,
            place_of(sha256, picture.media_type),
            picture.media_type,
            picture.width,
            picture.height,
            len(picture.body),
        ),
    )
    connection.execute(
        "INSERT OR IGNORE INTO kept_pictures (clipping, capture, url, picture) VALUES (?, ?, ?, ?)",
        (clipping, capture, address(picture.url), sha256),
    )


def kept(connection: sqlite3.Connection, folder: Path, clipping: int) -> dict[str, KeptPicture]:
    """Give a clipping's pictures whose files are there, by the address they are kept by; the newest capture leads."""
    rows = connection.execute(
        "SELECT k.url, p.sha256, p.place, p.media_type, p.width, p.height FROM kept_pictures k"
        " JOIN pictures p ON p.sha256 = k.picture WHERE k.clipping = ? ORDER BY k.id",
        (clipping,),
    )
    found = {}
    for url, sha256, place, media_type, width, height in rows:
        path = folder / place
        if path.exists():
            found[url] = KeptPicture(url, sha256, str(path), media_type, width, height)
    return found


class Pictures:
    """The picture files of the library."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def path(self, sha256: str) -> Path:
        """Give the file of a picture (absolute). Raise NotFoundError where no row names it."""
        with self._database.read() as connection:
            found = connection.execute("SELECT place FROM pictures WHERE sha256 = ?", (sha256,)).fetchone()
        if found is None:
            raise NotFoundError("not_found", sha256)
        return self._database.folder.absolute() / str(found[0])

    def read(self, sha256: str) -> bytes:
        """Read a picture. Raise NotFoundError; DamagedError where the file is missing or not what was written."""
        path = self.path(sha256)
        if not path.exists():
            raise DamagedError("damaged", "missing_file", path=str(path))
        with ours(path):
            data = path.read_bytes()
        if digest(data) != sha256:
            raise DamagedError("damaged", "picture_digest", path=str(path))
        return data

    def thumbnail(self, sha256: str, edge: int) -> bytes | None:
        """Give a square JPEG (PNG where it is transparent) of edge pixels, cut from the middle, kept in thumbnails/.

        None for what cannot be drawn or is not there. Call it from a job: it imports Pillow and reads files.
        """
        kept_at = self._database.folder / "thumbnails" / sha256[:2] / f"{sha256}-{edge}"
        with contextlib.suppress(OSError):
            return kept_at.read_bytes()
        try:
            path = self.path(sha256)
        except NotFoundError:
            return None
        drawn = _draw(path, edge)
        if drawn is not None and not self._database.read_only:
            _put(kept_at, drawn)
        return drawn


def _put(path: Path, data: bytes) -> None:
    # Not flushed: it can be drawn again. A folder that is full or gone only means that it is drawn again.
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        files.put(path, data)


def _draw(path: Path, edge: int) -> bytes | None:
    # Imported here: Pillow costs 40 ms and is not needed to open a library.
    import struct

    from PIL import Image, ImageOps

    try:
        with Image.open(path) as image:
            if image.width * image.height > _DRAWN_PIXELS:
                return None
            image.draft("RGB", (edge * 2, edge * 2))  # JPEG decodes to a smaller size at once
            upright = ImageOps.exif_transpose(image)
            seen = upright.convert("RGBA" if upright.has_transparency_data else "RGB")
            square = ImageOps.fit(seen, (edge, edge), Image.Resampling.LANCZOS)
    except (OSError, ValueError, SyntaxError, EOFError, IndexError, TypeError, KeyError, struct.error, MemoryError):
        return None  # what Pillow raises for files that are no pictures, cut off or damaged
    except Image.DecompressionBombError:
        return None
    out = BytesIO()
    if square.mode == "RGBA":
        square.save(out, "PNG")
    else:
        square.save(out, "JPEG", quality=85)
    return out.getvalue()
