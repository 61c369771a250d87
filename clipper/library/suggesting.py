"""Suggesting: what a query that finds next to nothing may have meant, in the library's own words. Knows no parser."""

from collections.abc import Callable, Sequence

from clipper.search.mending import Doubted, doubted, mended
from clipper.search.protocol import SearchIndex
from clipper.search.query import Word

FEW = 2  # documents: a word in fewer may be mistyped in the library as well
# A word is doubted for one that is this much more frequent: both may be right.
TIMES = 10
_NEIGHBOURS = 3


def suggested(query: str, engine: SearchIndex, *, found: int, count: Callable[[str], int], limit: int) -> list[str]:
    """Give queries that find more, the most likely first. count: how many another query finds, as this one found.

    Words that the library hardly has give way to those it has, spelled much alike. Raise SearchError.
    """
    if found > FEW or limit < 1:
        return []
    ways = {word: others for word in doubted(query) if (others := _others(word, engine))}
    if not ways:
        return []
    best = {word: others[0] for word, others in ways.items()}
    tried = [mended(query, best)]
    for word, others in ways.items():
        tried += [mended(query, best | {word: other}) for other in others[1:]]
    return [one for one in dict.fromkeys(tried) if count(one) > found][:limit]


def _others(word: Doubted, engine: SearchIndex) -> Sequence[str]:
    there = _frequency(engine, word.text, word.field)
    if there > FEW:
        return ()
    near = engine.suggest(word.text, limit=_NEIGHBOURS)
    return [other for other in near if _frequency(engine, other, word.field) > TIMES * there]


def _frequency(engine: SearchIndex, word: str, field: str | None) -> int:
    return engine.search(Word(word, field), limit=1, sort="newest").total
