"""What a search engine is: the protocol, and the frozen values it takes and gives. Knows no engine."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from clipper.model import Sort
from clipper.progress import Progress
from clipper.search.query import Node


@dataclass(frozen=True, slots=True)
class IndexDocument:
    """What an engine indexes of a clipping: only what follows from text and metadata.

    date: "YYYY-MM-DD" (the day alone), sort_day: date, or the day added where the date is unknown.
    """

    id: int
    title: str
    text: str
    subtitle: str = ""
    site: str = ""
    host: str = ""
    authors: tuple[str, ...] = ()
    section: str = ""
    language: str = ""
    date: str = ""
    sort_day: str = ""


@dataclass(frozen=True, slots=True)
class Ranked:
    """Ids found, best first or in the order asked for. total: all that match, also those past the limit.

    position: the change log's number of the commit that was asked; None: the truth itself was.
    """

    ids: tuple[int, ...]
    total: int
    complaints: tuple[str, ...] = ()
    position: int | None = field(default=None, compare=False)


class SearchIndex(Protocol):
    """A shadow of the truth that can be thrown away. Raises SearchError for an index that cannot be used."""

    def add(self, documents: Iterable[IndexDocument]) -> None:
        """Add documents, or replace those with the same id; found after commit."""

    def remove(self, ids: Iterable[int]) -> None:
        """Take documents out; gone after commit."""

    def commit(self, position: int) -> None:
        """Make all since the last commit findable and remember the change log's number, in one step."""

    def merge(self, progress: Progress) -> None:
        """Put in order what many commits have left behind, so that searching stays quick; any thread may, any time.

        Raise Cancelled once progress is stopped.
        """

    def position(self) -> int:
        """Give the change log's number of the last commit; 0 for an empty index."""

    def search(self, query: Node, *, limit: int | None, sort: Sort, progress: Progress | None = None) -> Ranked:
        """Find. The tree holds no SetTerm any more (resolved into Ids). Raise Cancelled once progress is stopped."""

    def facets(self, query: Node, field: str) -> dict[str, int]:
        """Count the values of "site", "language", "section" or "year" among what matches."""

    def marks(self, query: Node, text: str, *, language: str) -> tuple[tuple[int, int], ...]:
        """Give where text matches the query, [start, end) in code points, in order, not overlapping."""

    def complete(self, prefix: str, *, limit: int) -> tuple[str, ...]:
        """Give indexed words that begin with prefix, the most frequent first."""

    def suggest(self, word: str, *, limit: int) -> tuple[str, ...]:
        """Give indexed words that are spelled much like word, the best first."""

    def similar(self, id: int, *, limit: int) -> tuple[int, ...]:
        """Give the documents most like one, without it."""

    def check(self, ids: Sequence[int]) -> tuple[int, ...]:
        """Give those of ids that are not in the index, and ids in the index that are not among them."""

    def close(self) -> None:
        """Let go of files."""
