"""Kept pages read anew with today's extractor. Nothing is fetched: what is not in the library stays out of it."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from clipper.answers import Reextracted, Reextraction
from clipper.extraction.pool import Extraction
from clipper.importing.pipeline import Done, Item, Pipeline, Recall
from clipper.library.library import Library
from clipper.model import Article, Page, Picture, Request
from clipper.progress import Progress
from clipper.store.reextracting import Origin, Written, fitted, weigh

# A group is one transaction: flushing each article by itself would cost a third of the time.
ROWS_A_COMMIT = 25
SECONDS_A_COMMIT = 0.25
# Changes between two commits of the index. Meanwhile the workers live on the pages that are read already, so it must
# not take longer than those: 0.2 s.
CHANGES_AN_INDEXING = 50
SECONDS_AN_INDEXING = 5.0  # where few of many change: what did is found soon

Tell = Callable[[Reextracted], None]


@dataclass(frozen=True, slots=True)
class _Reading:
    """What came of one clipping so far. number: its place among those asked for. title: as lists show it.

    origin None: it is not in the library. item None: it has no page.
    """

    number: int
    id: int
    origin: Origin | None
    item: Item | None
    title: str | None = None

    @property
    def article(self) -> Article | None:
        return self.item.article if self.item is not None else None


class Reextractor:
    """Reads the kept pages of a library."""

    def __init__(self, library: Library, extraction: Extraction, *, parallel: int, recall: Recall) -> None:
        self._library = library
        pages = _KeptPages(library)
        self._pipeline = Pipeline(pages, extraction, parallel=parallel, with_pictures=False, recall=recall)

    def run(self, ids: Sequence[int], progress: Progress, tell: Tell) -> Reextraction:
        """Read pages anew and write what came out otherwise, a group in one transaction; tell each after its commit.

        Raise Cancelled, LibraryError: what was told stays.
        """
        start = self._library.log.position()
        batch = _Batch(self._library, tell)
        for reading in self._read(ids, progress):
            if reading is not None:
                batch.take(reading)
            batch.write_when_due(progress)
        batch.write()
        outcomes = tuple(batch.told[number] for number in sorted(batch.told))
        edits = tuple(edit for told in outcomes for edit in told.edits)
        return Reextraction(outcomes, replace(self._library.log.since(start), edits=edits))

    def look(self, ids: Sequence[int], progress: Progress) -> Iterator[Reextracted]:
        """Read pages anew and write nothing; give what would become of each, with its article, in the order asked for.

        Raise Cancelled, LibraryError.
        """
        waiting: dict[int, Reextracted] = {}
        next_number = 0
        for reading in self._read(ids, progress):
            if reading is not None:
                waiting[reading.number] = self._weighed(reading)
            while next_number in waiting:
                yield waiting.pop(next_number)
                next_number += 1

    def _read(self, ids: Sequence[int], progress: Progress) -> Iterator[_Reading | None]:
        """Give what the page of each clipping gave, as it comes; None where something is awaited."""
        asked = list(dict.fromkeys(ids))
        known = {origin.clipping: origin for origin in self._library.clippings.origins(asked)}
        pages: list[tuple[int, Origin]] = []
        others: list[tuple[int, int]] = []
        for number, id in enumerate(asked):
            origin = known.get(id)
            if origin is None or origin.capture is None:
                others.append((number, id))
            else:
                pages.append((number, origin))
        progress.step(0, len(pages), "extract")
        titles = {row.id: row.title for row in self._library.clippings.rows([id for _, id in others])}
        for number, id in others:
            yield _Reading(number, id, known.get(id), None, titles.get(id))
        items = (Item(Request(str(origin.capture))) for _, origin in pages)
        for done in self._pipeline.run(items, progress, total=len(pages), what="extract"):
            if isinstance(done, Done):
                number, origin = pages[done.number]
                yield _Reading(number, origin.clipping, origin, done.item)
            else:
                yield None

    def _weighed(self, reading: _Reading) -> Reextracted:
        if reading.origin is None or reading.article is None:
            return _not_read(self._library, reading)
        former = self._library.clippings.extracted(reading.id)
        article = fitted(reading.article, former)
        return Reextracted(reading.id, weigh(article, former), article.metadata.title.value, article)


class _Batch:
    """What is ready to be written, and what was told so far by its place among those asked for."""

    def __init__(self, library: Library, tell: Tell) -> None:
        self._library = library
        self._tell = tell
        self._ready: list[tuple[_Reading, Origin, Article]] = []
        self._since = 0.0
        self._unindexed = 0
        self._indexed = time.monotonic()
        self.told: dict[int, Reextracted] = {}

    def take(self, reading: _Reading) -> None:
        """Take what came of a clipping; what gave no article needs no writing."""
        if reading.origin is None or reading.article is None:
            self._say(reading, _not_read(self._library, reading))
            return
        if not self._ready:
            self._since = time.monotonic()
        self._ready.append((reading, reading.origin, reading.article))

    def write_when_due(self, progress: Progress) -> None:
        """Write where enough is ready or it has waited long enough; then index, if there is enough of that."""
        if not self._ready:
            return
        if len(self._ready) < ROWS_A_COMMIT and time.monotonic() - self._since < SECONDS_A_COMMIT:
            return
        self.write()
        moment = time.monotonic()
        if self._unindexed >= CHANGES_AN_INDEXING or (
            self._unindexed and moment - self._indexed >= SECONDS_AN_INDEXING
        ):
            self._unindexed, self._indexed = 0, moment
            self._library.catch_up(progress)
            self._library.merge_index(progress)

    def write(self) -> None:
        """Commit what is ready in one transaction, then tell."""
        ready, self._ready = self._ready, []
        if not ready:
            return
        written = self._library.clippings.reextract_all([(origin, article) for _, origin, article in ready])
        for (reading, _origin, article), result in zip(ready, written, strict=True):
            self._unindexed += result[0] == "changed"
            self._say(reading, _outcome(self._library, reading.id, article, result))

    def _say(self, reading: _Reading, told: Reextracted) -> None:
        self.told[reading.number] = told
        self._tell(told)


def _outcome(library: Library, id: int, article: Article, written: Written) -> Reextracted:
    verdict, changes = written
    if changes.unknown:
        return Reextracted(id, "unknown")
    return Reextracted(id, verdict, article.metadata.title.value or _title(library, id), edits=changes.edits)


def _not_read(library: Library, reading: _Reading) -> Reextracted:
    if reading.origin is None:
        return Reextracted(reading.id, "unknown")
    if reading.item is None:
        return Reextracted(reading.id, "no_page", reading.title)
    return Reextracted(reading.id, "failed", _title(library, reading.id), error=reading.item.fault)


def _title(library: Library, id: int) -> str | None:
    return next((row.title for row in library.clippings.rows([id])), None)


class _KeptPages:
    """The pages that a library keeps, in the place of the network. A request names the number of a capture."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def fetch(self, request: Request, progress: Progress) -> Page:
        progress.step(0, 1, "read")
        return self._library.captures.bare_page(int(request.given))

    def pictures(self, page: Page, urls: Sequence[str], progress: Progress) -> tuple[Picture, ...]:
        return ()
