"""Request -> Page and Picture, over HTTP or from a saved file, within limits of time, size and place.

Imports nothing heavy: what speaks HTTP (60 ms) is imported at the first fetch.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from clipper.errors import FetchError
from clipper.fetching.places import is_private, nothing
from clipper.fetching.watch import Watch
from clipper.model import Page, Picture, Request
from clipper.progress import Progress
from clipper.urls import is_web

if TYPE_CHECKING:
    from clipper.fetching.web import Web

Missed = Callable[[FetchError], None]

DEADLINE_S = 30.0
PAGE_BYTES = 20_000_000


def _pass_over(_error: FetchError) -> None:
    """A picture that cannot be had is nothing to speak of."""


class Fetcher:
    """Fetches pages and pictures. Thread-safe; made cheap: the client is opened at the first fetch.

    allow_private: addresses in loopback, private and link-local ranges may be fetched. deadline_s: of a page in all,
    with its redirects, and of one picture at most.
    """

    def __init__(self, *, allow_private: bool = False, deadline_s: float = DEADLINE_S) -> None:
        self._allow_private = allow_private
        self._deadline_s = deadline_s
        self._webs: list[Web] = []

    def fetch(self, request: Request, progress: Progress) -> Page:
        """Fetch request.url, or read the saved page at request.path.

        progress: bytes so far of the bytes announced. Raise FetchError (also not_found, for a file that is gone),
        Cancelled.
        """
        watch = Watch(progress, seconds=self._deadline_s)
        watch.tick()
        if request.path is not None:
            # Opening containers needs the parsers of mail and property lists, which a start of the window does not.
            from clipper.fetching import saved

            return saved.page(Path(request.path), request.url, watch, limit=PAGE_BYTES)
        if request.url is None:
            raise FetchError("scheme", request.given)
        from clipper.fetching import pages  # speaks HTTP, see above

        return pages.page(self._opened(), request.url, watch, limit=PAGE_BYTES)

    def pictures(
        self, page: Page, urls: Sequence[str], progress: Progress, *, missed: Missed = _pass_over
    ) -> tuple[Picture, ...]:
        """Fetch the pictures of a page that can be had; one that fails is left out (and logged at debug level).

        They come in the order wanted, each once: JPEG, PNG, GIF, WebP, AVIF or BMP, at most 10 MB each and 40 MB in
        all. For a saved page (page.exchanges[-1].status == 0) only data: addresses and page.pictures are used: reading
        a file from disk asks the network for nothing. missed: is told why a server did not give one. Raise Cancelled.
        """
        # Pillow and HTTP are imported at the first picture, see above.
        from clipper.fetching import pictures

        progress.step(0, len(urls), "pictures")
        from_disk = not page.exchanges or page.exchanges[-1].status == 0
        wanted = list(dict.fromkeys(urls))
        here = pictures.at_hand(page.pictures, wanted)
        missing = [] if from_disk else [url for url in wanted if url not in here and is_web(url)]
        if missing:
            fetched = pictures.fetched(self._opened(), missing, progress, self._deadline_s, missed)
            here.update((one.url, one) for one in fetched)
        return pictures.fitting(here[url] for url in wanted if url in here)

    def close(self) -> None:
        """Close connections."""
        for web in self._webs:
            web.close()

    def _opened(self) -> "Web":
        if not self._webs:
            from clipper.fetching.web import Web  # at the first fetch, see above

            # Several threads may come here at once: all of them use the first, the others open no connection.
            self._webs.append(Web(nothing if self._allow_private else is_private))
        return self._webs[0]
