"""Where a term of a query stands in the words of one text. Pure; the same rules as the index follows."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, lru_cache

from clipper.search import patterns
from clipper.search.compounds import may_end_in
from clipper.search.nodes import Fuzzy, Near, Phrase, Prefix, Term, Wildcard, Word
from clipper.search.spelling import distance
from clipper.search.words import (
    exact,
    has_spaceless,
    in_word,
    plain,
    query_stems,
    query_words,
    spaceless,
    spans,
    stem,
    words,
)

Token = tuple[int, int, str]
"""A word of a text with its start and end, as words.spans gives it."""

# A query is meant in the languages of a library; text alone does not know them. These two are where stems of another
# language than the text's own are met in practice (a German word in an English text).
_ALSO = frozenset({"de", "en"})

_CUT_IN_FRONT = frozenset({"ar", "ga", "id", "ne"})  # languages in which stems lose letters in front

_Test = Callable[[str], bool]


class Words:
    """The words of one text. Where all of them stand is found out only when a row of words is asked for."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def different(self) -> frozenset[str]:
        """The different words."""
        return frozenset(words(self._text))

    @cached_property
    def tokens(self) -> list[Token]:
        """All words in order, with their places."""
        return list(spans(self._text))

    @cached_property
    def _spaceless(self) -> bool:
        return has_spaceless(self._text)

    def where(self, wanted: frozenset[str]) -> list[tuple[int, int]]:
        """Give the places of some words, in order."""
        if self._spaceless:
            return [(start, end) for start, end, word in self.tokens if word in wanted]
        return sorted(place for word in wanted for place in self._where(word))

    def at(self, start: int, end: int) -> str:
        """Give what stands at a place."""
        return self._text[start:end]

    def _where(self, word: str) -> Iterator[tuple[int, int]]:
        at = self._text.find(word)
        while at >= 0:
            end = at + len(word)
            if not (at and in_word(self._text[at - 1])) and not (end < len(self._text) and in_word(self._text[end])):
                yield at, end
            at = self._text.find(word, end)


def places(term: Term, found: Words, language: str) -> list[tuple[int, int]]:
    """Give where a term stands among the words of a text, [start, end) in code points, in order."""
    if isinstance(term, Near):
        return _near(term, found.tokens, language)
    if isinstance(term, Prefix) or _single(term):
        beginning = exact(term.text) if isinstance(term, Prefix | Word) else ""
        good = frozenset(filter(_begins(beginning, language), found.different))
        return [(start, start + 1 if spaceless(found.at(start, end)) else end) for start, end in found.where(good)]
    if isinstance(term, Wildcard | Fuzzy):
        return found.where(frozenset(filter(fitting(term, language), found.different)))
    if isinstance(term, Word) and len(query_words(term.text)) == 1:
        good = frozenset(filter(_tests(term, language)[0], found.different))
        return found.where(good | _compounds(term, found.different, language))
    firsts, length = _rows(term, found.tokens, language)
    return [(found.tokens[at][0], found.tokens[at + length - 1][1]) for at in firsts]


@lru_cache(maxsize=16)
def fitting(term: Wildcard | Fuzzy, language: str) -> _Test:
    """Give the test of a text's words for a pattern or a fuzzy word; it remembers what it said."""
    if isinstance(term, Wildcard):
        pattern = patterns.read(term.text)
        return lru_cache(maxsize=4096)(lambda word: pattern.fits(word, language))
    stands, may_be = _stands(wanted_stems(term.text, language), language), mistyped(term.text, term.edits)
    return lru_cache(maxsize=4096)(lambda word: may_be(word) or stands(word))


def mistyped(text: str, edits: int) -> _Test:
    """Give the test whether a word's exact form is at most so many edits away from that of text."""
    form = exact(text)
    return lambda word: distance(form, exact(word), edits) <= edits


@lru_cache(maxsize=256)
def wanted_stems(word: str, language: str) -> frozenset[str]:
    """Give the stems that answer a word of a query in a text of a language."""
    return query_stems(word, _ALSO | {language})


def _rows(term: Word | Phrase, found: Sequence[Token], language: str) -> tuple[list[int], int]:
    """Give the numbers of the words at which a word or a phrase begins, and how many words it is."""
    row = [_passing(test, found) for test in _tests(term, language)]
    if not row or not all(row):
        return [], len(row)
    firsts = [at for at in range(len(found) - len(row) + 1) if found[at][2] in row[0]]
    if len(row) == 1:
        return firsts, 1
    good = [at for at in firsts if all(found[at + offset][2] in fits for offset, fits in enumerate(row))]
    return good, len(row)


def _near(term: Near, found: Sequence[Token], language: str) -> list[tuple[int, int]]:
    """Give the places of all parts where one stands first and the others come soon enough after it."""
    rows = [_rows(part, found, language) for part in term.parts]
    if not all(firsts for firsts, _ in rows):
        return []
    width = term.within - 1 + sum(length for _, length in rows)
    good: set[tuple[int, int]] = set()
    for number, (firsts, length) in enumerate(rows):
        others = rows[:number] + rows[number + 1 :]
        for first in firsts:
            next_ones = [(_from(starts, first + length), size) for starts, size in others]
            if all(at + size <= first + width for at, size in next_ones):
                good |= {(first, length), *next_ones}
    return [(found[at][0], found[at + length - 1][1]) for at, length in sorted(good)]


def _from(starts: Sequence[int], at: int) -> int:
    """Give the first of starts that is not before at; far away where there is none."""
    index = bisect_left(starts, at)
    return starts[index] if index < len(starts) else 1 << 40


def _passing(test: _Test, found: Sequence[Token]) -> frozenset[str]:
    """Give the different words that pass a test: each is asked once."""
    return frozenset(filter(test, {word for _, _, word in found}))


def _compounds(term: Word, different: frozenset[str], language: str) -> frozenset[str]:
    """Give the German words that end in a word asked for; which of them the index knows as compounds, it told."""
    if language != "de":
        return frozenset()
    word = query_words(term.text)[0]
    end, form = stem(word, "de"), exact(word)
    likely = tuple({end[:3], form[:3]})  # how the end begins in a text, in either spelling of an umlaut
    near = (word for word in different if any(map(plain(word).__contains__, likely)))
    return frozenset(word for word in near if may_end_in(exact(word).encode("utf-8", "surrogatepass"), end))


def _single(term: Term) -> bool:
    """Say whether a word is one character of a script without spaces, which stands for all pairs that begin so."""
    return isinstance(term, Word) and len(term.text) == 1 and spaceless(term.text)


def _tests(term: Word | Phrase, language: str) -> list[_Test]:
    if isinstance(term, Phrase):
        return [_is(exact(word)) for word in term.words]
    return [_stands(wanted_stems(word, language), language) for word in query_words(term.text)]


def _is(form: str) -> _Test:
    return lambda word: exact(word) == form


def _stands(wanted: frozenset[str], language: str) -> _Test:
    if language in _CUT_IN_FRONT:
        return lambda word: stem(word, language) in wanted
    firsts = frozenset(one[:1] for one in wanted)
    return lambda word: plain(word[:2])[:1] in firsts and stem(word, language) in wanted


def _begins(beginning: str, language: str) -> _Test:
    if not beginning:
        return lambda word: False
    return lambda word: exact(word).startswith(beginning) or stem(word, language).startswith(beginning)
