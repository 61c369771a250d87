"""Request -> Page and Picture, over HTTP or from a saved file, within limits of time, size and place."""

from collections.abc import Sequence

from clipper.model import Page, Picture, Request
from clipper.progress import Progress

DEADLINE_S = 30.0
PAGE_BYTES = 20_000_000
PICTURE_BYTES = 10_000_000
PICTURES_BYTES = 40_000_000
REDIRECTS = 10


class Fetcher:
    """Fetches pages and pictures. Thread-safe; made cheap: the client is opened at the first fetch.

    allow_private: addresses in loopback, private and link-local ranges may be fetched.
    """

    def __init__(self, *, allow_private: bool = False) -> None:
        raise NotImplementedError

    def fetch(self, request: Request, progress: Progress) -> Page:
        """Fetch request.url, or read the saved page at request.path. Raise FetchError, Cancelled."""
        raise NotImplementedError

    def pictures(self, page: Page, urls: Sequence[str], progress: Progress) -> tuple[Picture, ...]:
        """Fetch the pictures of a page that can be had; one that fails is left out (and logged at debug level).

        For a saved page (page.exchanges[-1].status == 0) only data: addresses and page.pictures are used: reading a
        file from disk asks the network for nothing. Raise Cancelled.
        """
        raise NotImplementedError

    def close(self) -> None:
        """Close connections."""
        raise NotImplementedError
