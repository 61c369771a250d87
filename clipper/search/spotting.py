"""Where the terms of a query stand in a text, all of them in one look. Pure; says what matching.places says, quicker.

Words are looked for by the letters that they begin with or hold; only these few are asked whether they answer, and the
answer is remembered for the next text. Rows of words are followed from their first word on.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from clipper.search import letters
from clipper.search.matching import Asked, Words, one, places, row
from clipper.search.nodes import Near, Phrase, Term, Word
from clipper.search.words import has_spaceless

Hit = tuple[tuple[int, int], int]
"""A place, [start, end) in code points, and the number of the term that stands there."""

_REMEMBERED = 4096  # words for which a spotter knows the answer; all of them together 8 MB at most


class Spotter:
    """Finds some terms in texts of one language."""

    def __init__(self, terms: tuple[Term, ...], language: str) -> None:
        self._terms, self._language = terms, language
        self._near = [number for number, term in enumerate(terms) if isinstance(term, Near)]
        rows = ((number, _row(term, language)) for number, term in enumerate(terms) if not isinstance(term, Near))
        self._rows = {number: asked for number, asked in rows if asked}
        self._look = _look([asked[0] for asked in self._rows.values()])
        self._said = dict[str, tuple[int, ...]]()

    def hits(self, text: str) -> list[Hit]:
        """Give where the terms stand, in order."""
        text = text.replace("_", " ")
        folded = letters.folded(text)
        if not folded.isascii() and has_spaceless(text):
            return sorted(self._slowly(text, range(len(self._terms))))
        hits = self._slowly(text, self._near) if self._near else []
        for start, end, word in self._look(text, folded):
            said = self._said.get(word)
            for number in self._answered(word) if said is None else said:
                rest = self._rows[number][1:]
                if last := _followed(text, end, rest) if rest else end:
                    hits.append(((start, last), number))
        hits.sort()
        return hits

    def _answered(self, word: str) -> tuple[int, ...]:
        """Give the numbers of the terms that a word answers, or begins to answer; remember them."""
        if len(self._said) >= _REMEMBERED:
            self._said.clear()
        said = self._said[word] = tuple([number for number, asked in self._rows.items() if asked[0].test(word)])
        return said

    def _slowly(self, text: str, numbers: Iterable[int]) -> list[Hit]:
        found = Words(text)
        return [(place, number) for number in numbers for place in places(self._terms[number], found, self._language)]


@lru_cache(maxsize=16)
def spotter(terms: tuple[Term, ...], language: str) -> Spotter:
    """Give the spotter of some terms; the same one for the next text."""
    return Spotter(terms, language)


def _row(term: Term, language: str) -> tuple[Asked, ...]:
    """Give what is asked of a word, and of those after it."""
    if isinstance(term, Phrase | Word) and len(asked := row(term, language)) != 1:
        return asked
    return (one(term, language),)


def _look(firsts: Sequence[Asked]) -> letters.Look:
    if not all(asked.begins or asked.holds or asked.size for asked in firsts):
        return letters.all_words
    begins = [begin for asked in firsts for begin in asked.begins]
    holds = [hold for asked in firsts for hold in asked.holds]
    return letters.looking(begins, holds, {asked.size for asked in firsts if asked.size})


def _followed(text: str, at: int, row: Sequence[Asked]) -> int:
    """Give where a row ends whose words come next, one after the other; 0 where they do not."""
    for asked in row:
        found = letters.next_word(text, at)
        if found is None or not asked.test(found[1]):
            return 0
        at = found[0]
    return at
