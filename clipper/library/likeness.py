"""What clippings have in common: those like one, and the sections of several. Asks the index, never a text."""

import time
from collections.abc import Sequence

from clipper.answers import Answer, Hit
from clipper.errors import SearchError
from clipper.library.indexing import Indexing
from clipper.model import Sort
from clipper.search.query import Ids
from clipper.store.store import Store


class Likeness:
    """Compares the clippings of one library."""

    def __init__(self, store: Store, indexing: Indexing) -> None:
        self._store = store
        self._indexing = indexing

    def similar(self, id: int, *, sort: Sort | None, limit: int) -> Answer:
        """Find clippings like one. See Library.similar."""
        started = time.perf_counter()
        engine, ids = self._indexing.engine(), tuple[int, ...]()
        if engine is not None:
            trashed = self._store.searching.all_ids(trashed=True)
            try:
                found = engine.similar(id, limit=limit + len(trashed))
                ids = tuple([each for each in found if each not in trashed][:limit])
            except SearchError as error:
                self._indexing.broken(error)
                engine = None
        if sort not in (None, "relevance"):
            ids = self._by(sort, ids)
        hits = tuple(Hit(row, row.excerpt) for row in self._store.clippings.rows(ids))
        return Answer(
            query="",
            total=len(ids),
            took_ms=(time.perf_counter() - started) * 1000,
            behind=self._indexing.behind() if engine else 0,
            ids=ids,
            hits=hits,
            engine="index" if engine else "sql",
            complaints=() if engine else ("no_similar",),
        )

    def sections(self, ids: Sequence[int]) -> dict[str, int]:
        """Count the sections of clippings, the most frequent first; none without an index."""
        engine = self._indexing.engine()
        try:
            counted = engine.facets(Ids(frozenset(ids)), "section") if engine else {}
        except SearchError as error:
            self._indexing.broken(error)
            return {}
        return {section: count for section, count in counted.items() if section}

    def _by(self, sort: Sort | None, found: Sequence[int]) -> tuple[int, ...]:
        """Order clippings outside the trash as a list of all does."""
        there = frozenset(found)
        return tuple([id for id in self._store.clippings.ids("all", sort=sort or "newest") if id in there])
