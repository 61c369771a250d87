"""The engine that reads the truth itself, while there is no index: slower, in rough order, and it says so.

Second engine of SearchIndex. Imports neither Whoosh nor the store: the library hands in a callable that reads
documents.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import TypeAlias

from clipper.model import Sort
from clipper.search.protocol import IndexDocument, Ranked
from clipper.search.query import Node

Documents: TypeAlias = Callable[[Collection[int] | None], Iterable[IndexDocument]]
"""Give documents by id, or all (None), in any order, best one at a time (an iterator). Called from any thread."""


class SqlIndex:
    """SearchIndex over documents read at each search. Complaint "rough_order" where relevance was asked for."""

    def __init__(self, documents: Documents, *, position: Callable[[], int]) -> None:
        """documents: reads the truth, all that the index would hold. position: of the change log."""
        raise NotImplementedError

    def add(self, documents: Iterable[IndexDocument]) -> None:
        """Do nothing: what was written to the store is found."""
        raise NotImplementedError

    def remove(self, ids: Iterable[int]) -> None:
        """Do nothing."""
        raise NotImplementedError

    def commit(self, position: int) -> None:
        """Do nothing."""
        raise NotImplementedError

    def position(self) -> int:
        raise NotImplementedError

    def search(self, query: Node, *, limit: int | None, sort: Sort) -> Ranked:
        raise NotImplementedError

    def facets(self, query: Node, field: str) -> dict[str, int]:
        raise NotImplementedError

    def marks(self, query: Node, text: str, *, language: str) -> tuple[tuple[int, int], ...]:
        raise NotImplementedError

    def complete(self, prefix: str, *, limit: int) -> tuple[str, ...]:
        raise NotImplementedError

    def suggest(self, word: str, *, limit: int) -> tuple[str, ...]:
        """Give nothing: it has no list of words."""
        raise NotImplementedError

    def similar(self, id: int, *, limit: int) -> tuple[int, ...]:
        """Give nothing."""
        raise NotImplementedError

    def check(self, ids: Sequence[int]) -> tuple[int, ...]:
        """Give nothing: the truth lacks nothing."""
        raise NotImplementedError

    def close(self) -> None:
        """Let go of nothing."""
