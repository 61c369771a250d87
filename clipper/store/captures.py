"""Captures: pages as they were fetched, one WARC file each, never rewritten."""

from clipper.model import Capture, Page


class Captures:
    """The captures of the library."""

    def of(self, clipping: int) -> tuple[Capture, ...]:
        """Give a clipping's captures, the oldest first; none for an article given as it stands."""
        raise NotImplementedError

    def page(self, capture: int) -> Page:
        """Read a page from its WARC file: exchanges of the page as they came, pictures as kept.

        Raise NotFoundError; DamagedError where the file is missing or the digest is another one.
        """
        raise NotImplementedError
