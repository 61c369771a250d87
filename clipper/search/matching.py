"""Where a term of a query stands in the words of one text. Pure; the same rules as the index follows."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from clipper.search import patterns
from clipper.search.compounds import may_end_in
from clipper.search.letters import Token
from clipper.search.nodes import Fuzzy, Near, Phrase, Prefix, Term, Wildcard, Word
from clipper.search.spelling import distance
from clipper.search.words import (
    encoded,
    exact,
    has_spaceless,
    in_word,
    odd_forms,
    plain,
    query_stems,
    query_words,
    spaceless,
    spans,
    stem,
    words,
)

# Languages in which stems lose letters in front, or change them.
_CUT_IN_FRONT = frozenset({"ar", "ga", "id", "ne", "nl", "sr", "st", "tr"})
# How many letters of a word all stems of a language begin with, at least; spelling apart, as letters.letters has it.
_KEPT = {"de": 3, "en": 2}
_LIKE = 3  # letters of a German word that stand in all words which end in it

_SPELLED = re.compile("([aou])e")

_Test = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of one word of a text: test, and what all words share that pass it.

    Each begins with one of begins or has one of holds in it (see letters.py), or its exact form has a size: at least,
    at most so many letters. All empty: any word may pass.
    """

    test: _Test
    begins: tuple[str, ...] = ()
    holds: tuple[str, ...] = ()
    size: tuple[int, int] | None = None


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

    def _begins(self, at: int) -> bool:
        """Say whether a word may begin at a place: after letters it goes on, after joiners alone it does not."""
        while at and in_word(self._text[at - 1]):
            at -= 1
            if self._text[at].isalnum():
                return False
        return True

    def at(self, start: int, end: int) -> str:
        """Give what stands at a place."""
        return self._text[start:end]

    def _where(self, word: str) -> Iterator[tuple[int, int]]:
        at = self._text.find(word)
        while at >= 0:
            end = at + len(word)
            if self._begins(at) and not (end < len(self._text) and in_word(self._text[end])):
                yield at, end
            at = self._text.find(word, end)


def places(term: Term, found: Words, language: str) -> list[tuple[int, int]]:
    """Give where a term stands among the words of a text, [start, end) in code points, in order."""
    if isinstance(term, Near):
        return _near(term, found.tokens, language)
    if isinstance(term, Word | Phrase) and not _single(term) and len(row(term, language)) != 1:
        firsts, length = _rows(term, found.tokens, language)
        return [(found.tokens[at][0], found.tokens[at + length - 1][1]) for at in firsts]
    good = found.where(frozenset(filter(one(term, language).test, found.different)))
    if isinstance(term, Prefix) or _single(term):
        return [(start, start + 1 if spaceless(found.at(start, end)) else end) for start, end in good]
    return good


def one(term: Term, language: str) -> Asked:
    """Give what is asked of a word by a term that one word answers: a Prefix, a Wildcard, a Fuzzy, a row of one."""
    if isinstance(term, Prefix) or _single(term):
        start = exact(term.text) if isinstance(term, Prefix | Word) else ""
        return Asked(_begins(start, language), begins=_kept([start], language))
    if isinstance(term, Wildcard):
        pattern = patterns.read(term.text)
        start = re.split(r"\?", pattern.pieces[0])[0]
        begins = (_kept([start], language) if pattern.goes_on else (start,)) if start else ()
        return Asked(fitting(term, language), begins, () if begins or not pattern.rough else (pattern.rough,))
    if isinstance(term, Fuzzy):
        begins = _kept(sorted(query_stems(term.text, language)), language)
        size = len(exact(term.text))
        sizes = (max(1, size - term.edits), size + term.edits)
        return Asked(fitting(term, language), begins, (), sizes if begins else None)
    assert not isinstance(term, Near)
    only = row(term, language)[0]
    if isinstance(term, Phrase) or language != "de":
        return only
    end = stem(query_words(term.text)[0], "de")
    stands, is_end = only.test, _is_end(end)
    # Which of these words the index knows as compounds, it told.
    return Asked(lambda word: stands(word) or is_end(word), only.begins, (end[:_LIKE],))


def row(term: Word | Phrase, language: str) -> tuple[Asked, ...]:
    """Give what is asked of each of the words in a row that answer a word of several parts, or a phrase."""
    if isinstance(term, Phrase):
        return tuple(Asked(_is(form), begins=(form,)) for form in map(exact, term.words))
    wanted = [query_stems(word, language) for word in query_words(term.text)]
    return tuple(Asked(_stands(stems, language), begins=_kept(sorted(stems), language)) for stems in wanted)


def _kept(stems: Sequence[str], language: str) -> tuple[str, ...]:
    """Give how words begin that have one of some stems; nothing where that cannot be told."""
    if language in _CUT_IN_FRONT:
        return ()
    kept = {stem[: _KEPT.get(language, 1)] for stem in (*stems, *odd_forms(stems, language))}
    if language == "en":  # dying, die
        kept |= {stem.replace("i", "y") for stem in kept}
    return tuple(kept)


@lru_cache(maxsize=16)
def fitting(term: Wildcard | Fuzzy, language: str) -> _Test:
    """Give the test of a text's words for a pattern or a fuzzy word; it remembers what it said."""
    if isinstance(term, Wildcard):
        pattern = patterns.read(term.text)
        return lru_cache(maxsize=4096)(lambda word: pattern.fits(word, language))
    stands, may_be = _stands(query_stems(term.text, language), language), mistyped(term.text, term.edits)
    return lru_cache(maxsize=4096)(lambda word: stands(word) or may_be(word))


def mistyped(text: str, edits: int) -> _Test:
    """Give the test whether a word's exact form is at most so many edits away from that of text."""
    form, signs = exact(text), frozenset(exact(text))
    least = len(form) - edits

    def may_be(word: str) -> bool:
        if len(word) < least and word.isascii():  # most words are too short
            return False
        other = exact(word)
        if abs(len(other) - len(form)) > edits or len(signs.symmetric_difference(other)) > 2 * edits:
            return False
        return distance(form, other, edits) <= edits

    return may_be


def _rows(term: Word | Phrase, found: Sequence[Token], language: str) -> tuple[list[int], int]:
    """Give the numbers of the words at which a word or a phrase begins, and how many words it is."""
    different = {word for _, _, word in found}
    good = [frozenset(filter(asked.test, different)) for asked in row(term, language)]
    if not good or not all(good):
        return [], len(good)
    firsts = [at for at in range(len(found) - len(good) + 1) if found[at][2] in good[0]]
    if len(good) == 1:
        return firsts, 1
    firsts = [at for at in firsts if all(found[at + offset][2] in fits for offset, fits in enumerate(good))]
    return firsts, len(good)


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


def _is_end(end: str) -> _Test:
    """Give the test of German words that may end in another one."""
    like = end[:_LIKE]

    def is_end(word: str) -> bool:
        form = exact(word)
        if like not in plain(word) and not (_has_umlauts(form) and like in _SPELLED.sub(r"\1", form)):
            return False
        return may_end_in(encoded(form), end)

    return is_end


def _has_umlauts(form: str) -> bool:
    return "ae" in form or "oe" in form or "ue" in form


def _single(term: Term) -> bool:
    """Say whether a word is one character of a script without spaces, which stands for all pairs that begin so."""
    return isinstance(term, Word) and len(term.text) == 1 and spaceless(term.text)


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
