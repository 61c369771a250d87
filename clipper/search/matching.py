"""Where a term of a query stands in the words of one text. Pure; the same rules as the index follows."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import lru_cache

from clipper.search import patterns
from clipper.search.compounds import ends_in
from clipper.search.nodes import Fuzzy, Near, Phrase, Prefix, Term, Wildcard, Word
from clipper.search.spelling import distance
from clipper.search.words import exact, query_stems, query_words, spaceless, spans, stem

Token = tuple[int, int, str]
"""A word of a text with its start and end, as words.spans gives it."""

# A query is meant in the languages of a library; text alone does not know them. These two are where stems of another
# language than the text's own are met in practice (a German word in an English text).
_ALSO = frozenset({"de", "en"})

_Test = Callable[[str], bool]


def tokens(text: str) -> list[Token]:
    """Cut a text into words with their places."""
    return list(spans(text))


def places(term: Term, found: Sequence[Token], language: str) -> list[tuple[int, int]]:
    """Give where a term stands among the words of a text, [start, end) in code points, in order."""
    if isinstance(term, Near):
        return _near(term, found, language)
    if isinstance(term, Prefix) or _single(term):
        beginning = exact(term.text) if isinstance(term, Prefix | Word) else ""
        test = _begins(beginning, language)
        good = _passing(test, found)
        return [(start, start + 1 if spaceless(word) else end) for start, end, word in found if word in good]
    if isinstance(term, Wildcard | Fuzzy):
        good = _passing(fitting(term, language), found)
        return [(start, end) for start, end, word in found if word in good]
    if isinstance(term, Word) and len(query_words(term.text)) == 1:
        good = _passing(_tests(term, language)[0], found) | _compounds(term, found, language)
        return [(start, end) for start, end, word in found if word in good]
    firsts, length = _rows(term, found, language)
    return [(found[at][0], found[at + length - 1][1]) for at in firsts]


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


def _compounds(term: Word, found: Sequence[Token], language: str) -> frozenset[str]:
    """Give the German words that end in a word asked for; which of them the index knows as compounds, it told."""
    if language != "de":
        return frozenset()
    end = stem(query_words(term.text)[0], "de").encode("utf-8", "surrogatepass")
    return _passing(lambda word: ends_in(stem(word, "de").encode("utf-8", "surrogatepass"), end), found)


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
    return lambda word: stem(word, language) in wanted


def _begins(beginning: str, language: str) -> _Test:
    if not beginning:
        return lambda word: False
    return lambda word: exact(word).startswith(beginning) or stem(word, language).startswith(beginning)
