"""Pictures that articles name and the library lacks, fetched as after a first clipping: politely, and never in the way.

The pages of one server are worked off one after the other, those of several at once. A server that cannot be reached,
or asks for rest, is left in peace; where none can be reached, the network is taken to be down. What cannot be had stays
lacking.
"""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Lock
from urllib.parse import urlsplit

from clipper.answers import Illustrated
from clipper.errors import Cancelled, ClipperError, FetchError
from clipper.fetching.fetcher import Fetcher
from clipper.library.library import Library
from clipper.model import Picture
from clipper.progress import Progress
from clipper.store.lacking import Lacking
from clipper.urls import encoded

POLL_S = 0.2
# Of pages one after the other whose server gave nothing, till it is asked no more in this run.
MOST_REFUSALS = 2
# Of pages one after the other, of whatever servers, till nobody is asked any more: each may take 20 s to say nothing.
MOST_SILENT = 20
UNREACHED = frozenset(("no_host", "refused", "tls", "timeout"))
REST = frozenset(("429", "503"))


@dataclass(frozen=True, slots=True)
class _Came:
    """What was found of what a clipping lacks. missed: how many its server did not give. ended: a server is done."""

    lacking: Lacking | None = None
    pictures: tuple[Picture, ...] = ()
    missed: int = 0
    ended: bool = False


class _Network:
    """Whether any server answers. One for all threads of a run: what they count is counted under a lock."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._silent = 0

    @property
    def is_down(self) -> bool:
        return self._silent >= MOST_SILENT

    def note(self, *, answered: bool) -> None:
        with self._lock:
            self._silent = 0 if answered else self._silent + 1


class Illustrator:
    """Fetches lacking pictures of a library. parallel: servers asked at once."""

    def __init__(self, library: Library, fetcher: Fetcher, *, parallel: int) -> None:
        self._library = library
        self._fetcher = fetcher
        self._parallel = parallel

    def run(self, ids: Sequence[int], progress: Progress) -> Illustrated:
        """Fetch what clippings lack; what was found of each is kept at once. Raise Cancelled, LibraryError.

        Of a page that was read from a file nothing is asked of the network: what it brought along is kept already.
        """
        start = self._library.log.position()
        lacking = self._library.lacking.of(ids)
        fetched = missed = 0
        for came in self._found(lacking, progress):
            missed += came.missed
            if came.lacking is not None and came.pictures:
                fetched += len(came.pictures)
                self._library.lacking.keep(came.lacking, came.pictures)
        return Illustrated(fetched, missed, self._library.log.since(start))

    def _found(self, lacking: Sequence[Lacking], progress: Progress) -> Iterator[_Came]:
        """Give what comes of each clipping, from threads that end with this."""
        servers = _by_server(lacking)
        came: SimpleQueue[_Came] = SimpleQueue()
        inner, network = Progress(), _Network()
        threads = ThreadPoolExecutor(self._parallel, thread_name_prefix="pictures")
        try:
            working = [threads.submit(self._work_off, group, came.put, inner, network) for group in servers]
            done = ended = 0
            while ended < len(servers):
                progress.step(done, len(lacking), "pictures")
                try:
                    one = came.get(timeout=POLL_S)
                except Empty:
                    continue
                ended += one.ended
                done += one.lacking is not None
                yield one
            for future in working:
                future.result()  # a bug of ours is not passed over
        finally:
            inner.stop()
            threads.shutdown(wait=False, cancel_futures=True)

    def _work_off(
        self, group: Sequence[Lacking], tell: Callable[[_Came], None], inner: Progress, network: _Network
    ) -> None:
        refusals = 0
        try:
            for lacking in group:
                if refusals >= MOST_REFUSALS or network.is_down:
                    tell(_Came(lacking, missed=len(lacking.urls)))
                    continue
                misses: list[FetchError] = []
                pictures = self._fetched(lacking, inner, misses.append)
                tell(_Came(lacking, pictures, len(misses)))
                answered = bool(pictures) or any(miss.code not in UNREACHED for miss in misses)
                if pictures or misses:
                    network.note(answered=answered)
                if any(miss.code == "status" and miss.detail in REST for miss in misses):
                    refusals = MOST_REFUSALS
                else:
                    refusals = 0 if answered or not misses else refusals + 1
        except Cancelled:
            pass  # whoever stopped it knows
        finally:
            tell(_Came(ended=True))

    def _fetched(self, lacking: Lacking, inner: Progress, missed: Callable[[FetchError], None]) -> tuple[Picture, ...]:
        try:
            page = self._library.captures.bare_page(lacking.capture)
        except ClipperError:
            return ()  # a page that is damaged or gone: whoever read it anew a moment ago has said so
        return self._fetcher.pictures(page, lacking.urls, inner, missed=missed)


def _by_server(lacking: Sequence[Lacking]) -> list[list[Lacking]]:
    """Put together those clippings whose first picture lies on the same server."""
    servers: dict[str, list[Lacking]] = {}
    for one in lacking:
        server = next((urlsplit(wire).netloc for url in one.urls if (wire := encoded(url))), "")
        servers.setdefault(server, []).append(one)
    return list(servers.values())
