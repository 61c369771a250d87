"""The engine that reads the truth itself, while there is no index: slower, in rough order, and it says so.

Second engine of SearchIndex. Imports neither Whoosh nor the store: the library hands in a callable that reads
documents. Its rules are those of the index; only the order by relevance is rough (words in titles first, then newest).
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import TypeAlias

from clipper.model import Sort
from clipper.progress import Progress
from clipper.search import snippets
from clipper.search.nodes import And, Ids, Node
from clipper.search.protocol import IndexDocument, Ranked
from clipper.search.scanning import Read, folded_whole, test_of
from clipper.search.words import query_words, surface

Documents: TypeAlias = Callable[[Collection[int] | None], Iterable[IndexDocument]]
"""Give documents by id, or all (None), in any order, best one at a time (an iterator). Called from any thread."""


_MOST_KEPT = 15_000  # folded texts, about 2.5 kB each: the next keystroke need not fold them again


class SqlIndex:
    """SearchIndex over documents read at each search. Complaint "rough_order" where relevance was asked for."""

    def __init__(self, documents: Documents, *, position: Callable[[], int]) -> None:
        """documents: reads the truth, all that the index would hold. position: of the change log."""
        self._documents = documents
        self._position = position
        self._known: dict[int, tuple[int, str]] = {}

    def add(self, documents: Iterable[IndexDocument]) -> None:
        """Do nothing: what was written to the store is found."""

    def remove(self, ids: Iterable[int]) -> None:
        """Do nothing."""

    def commit(self, position: int) -> None:
        """Do nothing."""

    def merge(self, progress: Progress) -> None:
        """Do nothing."""

    def position(self) -> int:
        return self._position()

    def search(self, query: Node, *, limit: int | None, sort: Sort, progress: Progress | None = None) -> Ranked:
        found = [(strength, document.sort_day, document.id) for document, strength in self._found(query, progress)]
        if sort == "oldest":
            found.sort(key=lambda hit: (hit[1], hit[2]))
        elif sort == "newest":
            found.sort(key=lambda hit: (hit[1], hit[2]), reverse=True)
        else:
            found.sort(reverse=True)
        complaints = ("rough_order",) if sort == "relevance" and any(hit[0] for hit in found) else ()
        return Ranked(tuple(hit[2] for hit in found[:limit]), len(found), complaints)

    def facets(self, query: Node, field: str) -> dict[str, int]:
        value: dict[str, Callable[[IndexDocument], str]] = {
            "site": lambda document: document.site or document.host,
            "language": lambda document: document.language,
            "section": lambda document: document.section,
            "year": lambda document: document.date[:4],
        }
        if field not in value:
            raise AssertionError(f"no facet {field}")
        counts = Counter(value[field](document) for document, _ in self._found(query))
        return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))

    def marks(self, query: Node, text: str, *, language: str) -> tuple[tuple[int, int], ...]:
        return snippets.marks(query, text, language=language)

    def complete(self, prefix: str, *, limit: int) -> tuple[str, ...]:
        words = query_words(prefix)
        if not words:
            return ()
        wanted = re.compile(rf"(?<!\w){re.escape(surface(words[-1]))}\w*")
        counts: Counter[str] = Counter()
        for document in self._documents(None):
            counts.update(set(wanted.findall(f"{document.title}\n{document.text}".lower())))
        return tuple(word for word, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:limit])

    def suggest(self, word: str, *, limit: int) -> tuple[str, ...]:
        """Give nothing: it has no list of words."""
        return ()

    def similar(self, id: int, *, limit: int) -> tuple[int, ...]:
        """Give nothing."""
        return ()

    def check(self, ids: Sequence[int]) -> tuple[int, ...]:
        """Give nothing: the truth lacks nothing."""
        return ()

    def close(self) -> None:
        """Let go of the folded texts kept for the next keystroke. It may be asked again."""
        self._known.clear()

    def _found(self, query: Node, progress: Progress | None = None) -> Iterator[tuple[IndexDocument, float]]:
        test = test_of(query)
        for document in self._documents(_only(query)):
            if progress is not None:
                progress.heed()  # thousands of documents take seconds
            strength = test(Read(document, self._folded(document)))
            if strength is not None:
                yield document, strength

    def _folded(self, document: IndexDocument) -> str:
        made_of = hash(document)
        known, folded = self._known.get(document.id, (0, ""))
        if known != made_of:
            folded = folded_whole(document)
            if len(self._known) < _MOST_KEPT or document.id in self._known:
                self._known[document.id] = (made_of, folded)
        return folded


def _only(query: Node) -> Collection[int] | None:
    """Give the ids that a query cannot leave, where it names any: fewer documents to read."""
    if isinstance(query, Ids):
        return query.ids
    if isinstance(query, And):
        sets = [part.ids for part in query.parts if isinstance(part, Ids)]
        return frozenset.intersection(*sets) if sets else None
    return None
