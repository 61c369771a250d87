"""Completing: what the last word of a query could become, in the words and values that the library has."""

import re
from collections.abc import Sequence

from clipper.answers import Completion
from clipper.errors import SearchError
from clipper.library.indexing import Indexing
from clipper.search.protocol import SearchIndex
from clipper.search.query import Everything, LastWord, choices, last_word, quoted
from clipper.store.store import Store

FEWEST_LETTERS = 2  # of a word that is completed: one letter says next to nothing


class Completing:
    """Completes queries of one library."""

    def __init__(self, store: Store, indexing: Indexing) -> None:
        self._store = store
        self._indexing = indexing

    def complete(self, text: str, limit: int) -> tuple[Completion, ...]:
        """Complete the last word of a query. See Library.complete."""
        word = last_word(text)
        if word is None:
            return ()
        before = text[: word.start]
        values = self._values(word, before, limit)
        return tuple(Completion(value, f"{before}{quoted(value)}") for value in values if value != word.text)

    def _values(self, word: LastWord, before: str, limit: int) -> Sequence[str]:
        if word.field == "tag":
            return self._store.tags.names(word.text, limit=limit)
        if word.field in ("site", "author", "language"):
            return self._store.searching.values(word.field, word.text, limit=limit)
        if word.field in ("is", "has", "sort"):
            named = re.split(r"\W", before.removesuffix(":"))[-1].lower()
            return [one for one in choices(named) if one.startswith(word.text.lower())][:limit]
        engine = self._indexing.engine()
        if engine is None or word.field not in ("", "title", "text", "section"):
            return ()
        try:
            return _indexed(engine, word, limit)
        except SearchError as error:
            self._indexing.broken(error)
            return ()


def _indexed(engine: SearchIndex, word: LastWord, limit: int) -> Sequence[str]:
    """Give words of the index, or sections. A word that is there already is left alone: nothing is missing."""
    start = word.text.casefold()
    if word.field == "section":
        return [one for one in engine.facets(Everything(), "section") if one and one.casefold().startswith(start)][
            :limit
        ]
    found = engine.complete(word.text, limit=limit) if len(word.text) >= FEWEST_LETTERS else ()
    return () if start in found else found
