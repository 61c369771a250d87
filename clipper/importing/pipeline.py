"""Items -> pages, articles and pictures, several at once. Knows no library.

Each item walks fetch -> extract -> pictures; whatever comes next is decided on the thread that iterates. Fetching and
extracting have threads of their own, so a slow server does not keep the processors idle. The input is pulled by one
more thread, one item at a time: it may be endless, and what is done is handed out before the next one is there.
"""

import logging
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from queue import Empty, SimpleQueue
from typing import Protocol

from clipper.answers import Outcome
from clipper.errors import Cancelled, ClipperError
from clipper.extraction.pool import Extraction
from clipper.lines import NOTHING_REPEATED, Repeated, concerns
from clipper.model import Article, Fault, Page, Picture, Request
from clipper.progress import Progress

log = logging.getLogger(__name__)

# Pages waiting between two stages are held in memory (up to 20 MB each, mostly 0.2): enough to keep all busy.
IN_FLIGHT_A_FETCH = 4
POLL_S = 0.2
# The next row of a file is there sooner, so rows are written in groups; whoever types lines does not feel it.
BREATH_S = 0.02


@dataclass(frozen=True, slots=True)
class Item:
    """One request on its way, and what came of it so far. intake: its row; again: the clipping to capture anew.

    outcome: it needs no work (known, or no source). closes: the row of a file of articles that ends here.
    """

    request: Request
    intake: int | None = None
    again: int | None = None
    outcome: Outcome | None = None
    closes: bool = False
    page: Page | None = None
    article: Article | None = None
    pictures: tuple[Picture, ...] = ()
    fault: Fault | None = None


class Pages(Protocol):
    """Where pages come from: the network and files, or those that the library keeps. Thread-safe."""

    def fetch(self, request: Request, progress: Progress) -> Page:
        """Give the page of a request. Raise ClipperError, Cancelled."""

    def pictures(self, page: Page, urls: Sequence[str], progress: Progress) -> tuple[Picture, ...]:
        """Give those pictures of a page that can be had. Raise Cancelled."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """Nothing was done for a moment; so many items are in flight (0: only more input is awaited)."""

    flying: int


@dataclass(frozen=True, slots=True)
class Done:
    """An item with its article or fault. number: its place in the feed."""

    number: int
    item: Item


Recall = Callable[[str], Repeated]


def recall_nothing(_url: str) -> Repeated:
    """Know of no line that the site of an address repeats."""
    return NOTHING_REPEATED


class Pipeline:
    """Runs items through the stages. parallel: pages fetched at once. with_pictures: fetch the article's pictures.

    recall: gives what the site of an address is known to repeat; called on the threads.
    """

    def __init__(
        self,
        fetcher: Pages,
        extraction: Extraction,
        *,
        parallel: int,
        with_pictures: bool,
        recall: Recall = recall_nothing,
    ) -> None:
        self._fetcher = fetcher
        self._extraction = extraction
        self._recall = recall
        self._parallel = parallel
        self._with_pictures = with_pictures

    def run(
        self, feed: Iterator[Item], progress: Progress, *, total: int | None = None, what: str = "fetch"
    ) -> Iterator[Done | Waiting]:
        """Give items as they are done, Waiting where something is awaited. Raise Cancelled, what the feed raises.

        what: the code of the work, for those who see its steps.
        """
        run = _Run(self, feed, progress, total, what)
        try:
            yield from run.results()
        finally:
            run.end()

    def fetch(self, item: Item, progress: Progress) -> Item:
        """Do the first stage."""
        return replace(item, page=self._fetcher.fetch(item.request, progress))

    def extract(self, item: Item, progress: Progress) -> Item:
        """Do the second stage."""
        assert item.page is not None
        if url := item.page.url or item.request.url:
            return replace(item, article=self._extraction.extract(item.page, repeated=self._recall(url)))
        article = self._extraction.extract(item.page)
        # Of a saved page its own canonical link may be all that names the site.
        if declared := article.metadata.canonical_url.value:
            repeated = self._recall(declared)
            if concerns(repeated, article.lines):
                article = self._extraction.extract(item.page, repeated=repeated)
        return replace(item, article=article)

    def pictures(self, item: Item, progress: Progress) -> Item:
        """Do the third stage."""
        assert item.page is not None
        assert item.article is not None
        urls = [illustration.url for illustration in item.article.illustrations]
        return replace(item, pictures=self._fetcher.pictures(item.page, urls, progress))

    def wants_pictures(self, item: Item) -> bool:
        """Say whether there is a third stage for an item."""
        return self._with_pictures and bool(item.article and item.article.illustrations)


Stage = Callable[[Item, Progress], Item]
Event = Callable[[], Done | None]


class _Run:
    """One run: the threads, the queue of events, and what is in flight."""

    def __init__(
        self, pipeline: Pipeline, feed: Iterator[Item], progress: Progress, total: int | None, what: str
    ) -> None:
        cores = os.cpu_count() or 1
        self._pipeline = pipeline
        self._progress = progress
        self._total = total
        self._what = what
        self._child = Progress()
        self._fetching = ThreadPoolExecutor(pipeline._parallel, thread_name_prefix="fetch")
        self._extracting = ThreadPoolExecutor(cores, thread_name_prefix="extract")
        self._most = pipeline._parallel * IN_FLIGHT_A_FETCH
        self._pulling = ThreadPoolExecutor(1, thread_name_prefix="feed")
        self._feed = feed
        self._events: SimpleQueue[Event] = SimpleQueue()
        self._flying = 0
        self._pulls = False
        self._ended = False
        self._number = -1

    def results(self) -> Iterator[Done | Waiting]:
        while not (self._ended and self._flying == 0):
            self._progress.step(self._number + 1 - self._flying, self._total, self._what)
            if not (self._pulls or self._ended) and self._flying < self._most:
                self._pull()
            try:
                event = self._events.get(timeout=BREATH_S)
            except Empty:
                yield Waiting(self._flying)
                try:
                    event = self._events.get(timeout=POLL_S)
                except Empty:
                    continue
            if done := event():
                yield done

    def end(self) -> None:
        self._child.stop()
        for threads in (self._pulling, self._fetching, self._extracting):
            threads.shutdown(wait=False, cancel_futures=True)

    def _pull(self) -> None:
        self._pulls = True
        future = self._pulling.submit(next, self._feed, None)
        future.add_done_callback(lambda done: self._events.put(lambda: self._pulled(done)))

    def _pulled(self, future: "Future[Item | None]") -> Done | None:
        self._pulls = False
        item = future.result()
        if item is None:
            self._ended = True
            return None
        self._number += 1
        if item.outcome or item.fault or item.closes or item.request.article is not None:
            return Done(self._number, replace(item, article=item.request.article))
        self._flying += 1
        self._send(self._fetching, self._pipeline.fetch, self._number, item)
        return None

    def _send(self, threads: ThreadPoolExecutor, stage: Stage, number: int, item: Item) -> None:
        future = threads.submit(stage, item, self._child)
        future.add_done_callback(lambda done: self._events.put(lambda: self._staged(done, stage, number, item)))

    def _staged(self, future: "Future[Item]", stage: Stage, number: int, item: Item) -> Done | None:
        error = future.exception()
        if error is not None:
            self._flying -= 1
            return Done(number, replace(item, fault=_fault(error, item)))
        item = future.result()
        if item.article is None:
            self._send(self._extracting, self._pipeline.extract, number, item)
        elif stage == self._pipeline.extract and self._pipeline.wants_pictures(item):
            self._send(self._fetching, self._pipeline.pictures, number, item)
        else:
            self._flying -= 1
            return Done(number, item)
        return None


def _fault(error: BaseException, item: Item) -> Fault:
    """Give one page's error as a value. A bug of ours is logged with its traceback and ends this page only."""
    if isinstance(error, Cancelled):
        raise error
    if isinstance(error, ClipperError):
        return error.fault()
    log.error("could not clip %s", item.request.given, exc_info=error)
    return Fault("unexpected", f"{type(error).__name__}: {error}")
