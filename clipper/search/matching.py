"""Where a term of a query stands in the words of one text. Pure; the same rules as the index follows."""

from collections.abc import Callable, Sequence
from functools import lru_cache

from clipper.search.compounds import ends_in
from clipper.search.nodes import Phrase, Prefix, Word
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


def places(term: Word | Prefix | Phrase, found: Sequence[Token], language: str) -> list[tuple[int, int]]:
    """Give where a term stands among the words of a text, [start, end) in code points, in order."""
    if isinstance(term, Prefix) or _single(term):
        beginning = exact(term.text) if isinstance(term, Prefix | Word) else ""
        test = _begins(beginning, language)
        good = _passing(test, found)
        return [(start, start + 1 if spaceless(word) else end) for start, end, word in found if word in good]
    tests = _tests(term, language)
    if len(tests) == 1:
        good = _passing(tests[0], found) | _compounds(term, found, language)
        return [(start, end) for start, end, word in found if word in good]
    row = [_passing(test, found) for test in tests]
    if not row or not all(row):
        return []
    firsts = [at for at in range(len(found) - len(row) + 1) if found[at][2] in row[0]]
    return [
        (found[at][0], found[at + len(row) - 1][1])
        for at in firsts
        if all(found[at + offset][2] in good for offset, good in enumerate(row))
    ]


@lru_cache(maxsize=256)
def wanted_stems(word: str, language: str) -> frozenset[str]:
    """Give the stems that answer a word of a query in a text of a language."""
    return query_stems(word, _ALSO | {language})


def _passing(test: _Test, found: Sequence[Token]) -> frozenset[str]:
    """Give the different words that pass a test: each is asked once."""
    return frozenset(filter(test, {word for _, _, word in found}))


def _compounds(term: Word | Phrase, found: Sequence[Token], language: str) -> frozenset[str]:
    """Give the German words that end in a word asked for; which of them the index knows as compounds, it told."""
    if language != "de" or isinstance(term, Phrase):
        return frozenset()
    end = stem(term.text, "de").encode("utf-8", "surrogatepass")
    return _passing(lambda word: ends_in(stem(word, "de").encode("utf-8", "surrogatepass"), end), found)


def _single(term: Word | Prefix | Phrase) -> bool:
    """Say whether a word is one character of a script without spaces, which stands for all pairs that begin so."""
    return isinstance(term, Word) and len(term.text) == 1 and spaceless(term.text)


def _tests(term: Word | Prefix | Phrase, language: str) -> list[_Test]:
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
