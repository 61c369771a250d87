"""Kept pages read anew with today's extractor. Nothing is fetched: what is not in the library stays out of it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from clipper.answers import Reextracted, Reextraction
from clipper.extraction.pool import Extraction
from clipper.importing.pipeline import Done, Item, Pipeline, Recall
from clipper.library.library import Library
from clipper.model import Article, Page, Picture, Request
from clipper.progress import Progress
from clipper.store.reextracting import Origin, fitted, weigh

# Changes between two commits of the index: those of a large library can be found before the last page is read.
CHANGES_AN_INDEXING = 200

Tell = Callable[[Reextracted], None]


class Reextractor:
    """Reads the kept pages of a library."""

    def __init__(self, library: Library, extraction: Extraction, *, parallel: int, recall: Recall) -> None:
        self._library = library
        pages = _KeptPages(library)
        self._pipeline = Pipeline(pages, extraction, parallel=parallel, with_pictures=False, recall=recall)

    def run(self, ids: Sequence[int], progress: Progress, tell: Tell) -> Reextraction:
        """Read pages anew and write what came out otherwise, one transaction each; tell each outcome after its commit.

        Raise Cancelled, LibraryError: what was told stays.
        """
        start = self._library.log.position()
        done: dict[int, Reextracted] = {}
        changed = 0
        for number, origin, item in self._read(ids, progress):
            told = done[number] = self._written(origin, item)
            tell(told)
            changed += told.outcome == "changed"
            if told.outcome == "changed" and changed % CHANGES_AN_INDEXING == 0:
                self._library.catch_up(progress)
        outcomes = tuple(done[number] for number in sorted(done))
        edits = tuple(edit for told in outcomes for edit in told.edits)
        return Reextraction(outcomes, replace(self._library.log.since(start), edits=edits))

    def look(self, ids: Sequence[int], progress: Progress) -> Iterator[Reextracted]:
        """Read pages anew and write nothing; give what would become of each, with its article, in the order asked for.

        Raise Cancelled, LibraryError.
        """
        waiting: dict[int, Reextracted] = {}
        next_number = 0
        for number, origin, item in self._read(ids, progress):
            waiting[number] = self._weighed(origin, item)
            while next_number in waiting:
                yield waiting.pop(next_number)
                next_number += 1

    def _read(self, ids: Sequence[int], progress: Progress) -> Iterator[tuple[int, Origin | int, Item | None]]:
        """Give the place of each clipping among ids, its origin (an unknown one: its id) and what its page gave."""
        asked = list(dict.fromkeys(ids))
        known = {origin.clipping: origin for origin in self._library.clippings.origins(asked)}
        numbers: list[int] = []
        items: list[Item] = []
        for number, id in enumerate(asked):
            origin = known.get(id)
            if origin is None or origin.capture is None:
                yield number, origin or id, None
            else:
                numbers.append(number)
                items.append(Item(Request(str(origin.capture))))
        for done in self._pipeline.run(iter(items), progress, total=len(items), what="extract"):
            if isinstance(done, Done):
                number = numbers[done.number]
                yield number, known[asked[number]], done.item

    def _written(self, origin: Origin | int, item: Item | None) -> Reextracted:
        if not isinstance(origin, Origin) or item is None or item.article is None:
            return self._not_read(origin, item)
        verdict, changes = self._library.clippings.reextract(origin, item.article)
        if changes.unknown:
            return Reextracted(origin.clipping, "unknown")
        title = self._title(origin.clipping, item.article)
        return Reextracted(origin.clipping, verdict, title, edits=changes.edits)

    def _weighed(self, origin: Origin | int, item: Item | None) -> Reextracted:
        if not isinstance(origin, Origin) or item is None or item.article is None:
            return self._not_read(origin, item)
        former = self._library.clippings.extracted(origin.clipping)
        article = fitted(item.article, former)
        return Reextracted(origin.clipping, weigh(article, former), article.metadata.title.value, article)

    def _not_read(self, origin: Origin | int, item: Item | None) -> Reextracted:
        if not isinstance(origin, Origin):
            return Reextracted(origin, "unknown")
        title = self._title(origin.clipping, None)
        if item is None:
            return Reextracted(origin.clipping, "no_page", title)
        return Reextracted(origin.clipping, "failed", title, error=item.fault)

    def _title(self, id: int, article: Article | None) -> str | None:
        if article is not None and article.metadata.title.value:
            return article.metadata.title.value
        return next((row.title for row in self._library.clippings.rows([id])), None)


class _KeptPages:
    """The pages that a library keeps, in the place of the network. A request names the number of a capture."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def fetch(self, request: Request, progress: Progress) -> Page:
        progress.step(0, 1, "read")
        return self._library.captures.bare_page(int(request.given))

    def pictures(self, page: Page, urls: Sequence[str], progress: Progress) -> tuple[Picture, ...]:
        return ()
