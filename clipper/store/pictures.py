"""Pictures: files named by the SHA-256 of their content, and thumbnails of them."""

from pathlib import Path


class Pictures:
    """The picture files of the library."""

    def path(self, sha256: str) -> Path:
        """Give the file of a picture (absolute). Raise NotFoundError where no row names it."""
        raise NotImplementedError

    def read(self, sha256: str) -> bytes:
        """Read a picture. Raise NotFoundError; DamagedError where the file is missing or not what was written."""
        raise NotImplementedError

    def thumbnail(self, sha256: str, edge: int) -> bytes | None:
        """Give a square PNG (or JPEG) of edge pixels, cut from the middle, made once and kept in thumbnails/.

        None for what cannot be drawn or is not there. Call it from a job: it imports Pillow and reads files.
        """
        raise NotImplementedError
