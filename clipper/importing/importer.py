"""The pipeline joined to the library: every outcome is committed before it is told. Report says what became of all."""

import time
from collections.abc import Callable, Iterator

from clipper.answers import Outcome, Report
from clipper.extraction.pool import Extraction
from clipper.fetching.fetcher import Fetcher
from clipper.importing.additions import addition
from clipper.importing.pipeline import Done, Item, Pipeline, Recall
from clipper.library.library import Library
from clipper.model import Fault
from clipper.progress import Progress
from clipper.store.clippings import Added, Addition

# A group is one transaction: the contract of the command line allows at most 200 rows or 0.5 s.
ROWS_A_COMMIT = 200
SECONDS_A_COMMIT = 0.4
# Rows between two commits of the index: each costs about 40 ms beside the 5 ms a row.
ROWS_AN_INDEXING = 50

Tell = Callable[[Outcome], None]


class Importer:
    """Works items off into a library."""

    def __init__(
        self, library: Library, fetcher: Fetcher, extraction: Extraction, *, parallel: int, recall: Recall
    ) -> None:
        self._library = library
        self._pipeline = Pipeline(fetcher, extraction, parallel=parallel, with_pictures=True, recall=recall)

    def run(self, feed: Iterator[Item], progress: Progress, tell: Tell, *, total: int | None = None) -> Report:
        """Work a feed off: fetch, read and add its items; tell each outcome after its commit.

        Report.outcomes stands in the order of the feed. Raise Cancelled, LibraryError: what was told is kept, the rest
        waits in the intake.
        """
        start = self._library.log.position()
        batch = _Batch(self._library, tell)
        for done in self._pipeline.run(feed, progress, total=total):
            if isinstance(done, Done):
                batch.take(done.number, done.item)
                batch.write_when_due(progress)
            elif done.flying:
                batch.write_when_due(progress)
            else:
                batch.write()
        batch.write()
        outcomes = tuple(batch.outcomes[number] for number in sorted(batch.outcomes))
        return Report(outcomes, changes=self._library.log.since(start))


class _Batch:
    """What is ready to be written, and the outcomes told so far by the number of their item."""

    def __init__(self, library: Library, tell: Tell) -> None:
        self._library = library
        self._tell = tell
        self._ready: list[tuple[int, Item]] = []
        self._since = 0.0
        self._unindexed = 0
        self.outcomes: dict[int, Outcome] = {}

    def take(self, number: int, item: Item) -> None:
        """Take an item that came out of the pipeline; write where enough is ready."""
        if item.outcome is not None:
            self._say(number, item.outcome)
        elif item.fault is not None:
            self._fail(number, item, item.fault)
        elif item.closes:
            self.write()
            self._library.intake.done(item.intake or 0)
        elif item.again is not None:
            self._recapture(number, item, item.again)
        else:
            if not self._ready:
                self._since = time.monotonic()
            self._ready.append((number, item))

    def write_when_due(self, progress: Progress) -> None:
        """Write where enough is ready or it has waited long enough; then index, if there is enough of that.

        Indexing between the writes uses a processor that would wait for the others at the end.
        """
        if not self._ready:
            return
        if len(self._ready) < ROWS_A_COMMIT and time.monotonic() - self._since < SECONDS_A_COMMIT:
            return
        self.write()
        if self._unindexed >= ROWS_AN_INDEXING:
            self._unindexed = 0
            self._library.catch_up(progress)
            self._library.merge_index(progress)

    def write(self) -> None:
        """Commit what is ready in one transaction, then tell."""
        ready, self._ready = self._ready, []
        if not ready:
            return
        additions = [addition(item) for _, item in ready]
        added, _ = self._library.clippings.add(additions)
        self._unindexed += len(added)
        for (number, item), wanted, got in zip(ready, additions, added, strict=True):
            self._say(number, _outcome(item, wanted, got))

    def _recapture(self, number: int, item: Item, id: int) -> None:
        wanted = addition(item)
        self._library.clippings.recapture(id, wanted)
        self._say(number, _outcome(item, wanted, Added(id, known=True)))

    def _fail(self, number: int, item: Item, fault: Fault) -> None:
        if item.intake is not None:
            self._library.intake.fail(item.intake, fault)
        request = item.request
        outcome = Outcome(request.given, "failed", item.again, request.url, request.title, (), fault, item.intake)
        self._say(number, outcome)

    def _say(self, number: int, outcome: Outcome) -> None:
        self.outcomes[number] = outcome
        self._tell(outcome)


def _outcome(item: Item, wanted: Addition, got: Added) -> Outcome:
    article = wanted.article
    return Outcome(
        given=item.request.given,
        outcome="known" if got.known else "added",
        id=got.id,
        url=wanted.url,
        title=article.metadata.title.value,
        flags=article.flags,
        differs=got.differs,
    )
