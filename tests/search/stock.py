"""What the comparisons with Whoosh's own searcher share: how Whoosh is made to cut words as we do."""

from collections.abc import Iterator
from typing import Any

from whoosh.analysis import Token

from clipper.search.words import exact, stem, words


class Stems:
    """An analyzer that gives Whoosh our stems, or our exact forms."""

    def __init__(self, *, stemmed: bool) -> None:
        self.stemmed = stemmed

    def __call__(self, value: str, **asked: Any) -> Iterator[Token]:
        token = Token(asked.get("positions", False), asked.get("chars", False), mode=asked.get("mode", ""))
        for position, word in enumerate(words(value)):
            token.text = stem(word, "en") if self.stemmed else exact(word)
            token.boost, token.stopped, token.pos = 1.0, False, position
            yield token
