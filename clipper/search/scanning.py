"""A query tree as a test of one document, without an index: quick to say no, exact where it says yes. Pure.

A text is folded once and asked with a regular expression for what a word's forms have in common; only where that stands
there, words are cut and stemmed.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TypeAlias

from clipper.search.matching import Words, fitting, mistyped, places, row
from clipper.search.nodes import (
    And,
    DateRange,
    Everything,
    Fuzzy,
    Ids,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    SetTerm,
    Wildcard,
    Word,
)
from clipper.search.protocol import IndexDocument
from clipper.search.query import TEXT_FIELDS
from clipper.search.words import exact, odd_forms, plain, query_stems, query_words, spaceless, words

_WEIGHT = {"title": 3.0}
_BETWEEN = "\0"
_START = r"(?<![^\W_])"  # where a word may begin
_END = r"(?![^\W_])"
_AMBIGUOUS = re.compile("ae|oe|ue|[^a-z0-9]")  # words that a folded text may have in another spelling
_SPELLED = re.compile("(?<![aeq])([aou])e")  # an umlaut, but neuen and Quelle have none


class Read:
    """A document as it is being looked at. folded: what folded_whole gives of it."""

    def __init__(self, document: IndexDocument, folded: str) -> None:
        self.document = document
        self.folded = folded

    def text(self, field: str) -> str:
        return _text(self.document, field)

    def language(self, field: str) -> str:
        return _language(self.document, field)

    def field(self, field: str) -> str:
        """Give a field folded."""
        return self.folded.split(_BETWEEN)[TEXT_FIELDS.index(field)]


def folded_whole(document: IndexDocument) -> str:
    """Give a document's text fields folded, as Read takes them; may be kept for the next search."""
    return _BETWEEN.join(fold(_text(document, field), _language(document, field)) for field in TEXT_FIELDS)


def _text(document: IndexDocument, field: str) -> str:
    match field:
        case "title":
            return f"{document.title}\n{document.subtitle}"
        case "site":
            return f"{document.site}\n{document.host}"
        case "author":
            return "\n".join(document.authors)
        case "section":
            return document.section
    return document.text


def _language(document: IndexDocument, field: str) -> str:
    """Give the language whose stems stand for a field's words: none for names."""
    return "" if field in ("site", "author") else document.language


Test: TypeAlias = Callable[[Read], float | None]
"""Give how strongly a document answers (0: it only is not ruled out); None where it does not."""

_FieldTest: TypeAlias = Callable[[Read, str], bool]


def fold(text: str, language: str) -> str:
    """Fold a text for looking through it: accents go, German umlauts in either spelling."""
    folded = plain(text).replace(_BETWEEN, " ")
    return _SPELLED.sub(r"\1", folded) if language == "de" else folded


def test_of(node: Node) -> Test:
    """Give the test of a tree."""
    match node:
        case Word(text, "language"):
            return lambda read: 0.0 if read.document.language.lower() == text else None
        case Word() | Prefix() | Phrase():
            return _anywhere(node)
        case Near():
            return _near(node)
        case Wildcard(field=field):
            return _each_word(lambda language: fitting(node, language), field)
        case Fuzzy(text, edits, field):
            may_be = mistyped(text, edits)
            return _any([_anywhere(Word(text, field)), _each_word(lambda _: may_be, field)])
        case DateRange(first, last):
            low, high = first or "0001-01-01", last or "9999-12-31"
            return lambda read: 0.0 if low <= (read.document.date or "-") <= high else None
        case Ids(ids):
            return lambda read: 0.0 if read.document.id in ids else None
        case And(parts):
            return _all([test_of(part) for part in parts])
        case Or(parts):
            return _any([test_of(part) for part in parts])
        case Not(part):
            inner = test_of(part)
            return lambda read: 0.0 if inner(read) is None else None
        case Everything():
            return lambda read: 0.0
        case SetTerm():
            raise AssertionError("a SetTerm must be resolved before an engine sees it")


def _all(tests: Sequence[Test]) -> Test:
    def test(read: Read) -> float | None:
        total = 0.0
        for one in tests:
            strength = one(read)
            if strength is None:
                return None
            total += strength
        return total

    return test


def _any(tests: Sequence[Test]) -> Test:
    def test(read: Read) -> float | None:
        found = [strength for one in tests if (strength := one(read)) is not None]
        return sum(found) if found else None

    return test


def _near(term: Near) -> Test:
    """Give the test of words near each other: all must be there before a text is cut into its words."""
    fields = (term.field,) if term.field else TEXT_FIELDS
    parts = [_anywhere(replace(part, field=term.field)) for part in term.parts]

    def test(read: Read) -> float | None:
        if any(part(read) is None for part in parts):
            return None
        near = [f for f in fields if places(term, Words(read.text(f)), read.language(f))]
        return sum(_WEIGHT.get(field, 1.0) for field in near) or None

    return test


def _each_word(test_in: Callable[[str], Callable[[str], bool]], field: str | None) -> Test:
    """Give the test that looks at each word of a text. test_in: gives the test of words in a language."""
    fields = (field,) if field else TEXT_FIELDS

    def test(read: Read) -> float | None:
        fit = [f for f in fields if any(map(test_in(read.language(f)), set(words(read.text(f)))))]
        return sum(_WEIGHT.get(field, 1.0) for field in fit) or None

    return test


def _anywhere(term: Word | Prefix | Phrase) -> Test:
    fields = (term.field,) if term.field else TEXT_FIELDS
    words = term.words if isinstance(term, Phrase) else query_words(term.text)
    if not words:
        return lambda read: None
    stands = _stands(term, words)

    def test(read: Read) -> float | None:
        language = read.document.language
        for word in words:
            if not any(start in read.folded for start in _starts(word, language, isinstance(term, Prefix))):
                return None
        return sum(_WEIGHT.get(field, 1.0) for field in fields if stands(read, field)) or None

    return test


def _stands(term: Word | Prefix | Phrase, words: tuple[str, ...]) -> _FieldTest:
    if isinstance(term, Word) and len(words) == 1 and not spaceless(words[0]):
        return lambda read, field: _word(words[0], read, field)
    if isinstance(term, Prefix) and term.text.isascii() and not _AMBIGUOUS.search(term.text.lower()):
        return lambda read, field: _beginning(term.text, read.language(field)).search(read.field(field)) is not None
    if isinstance(term, Phrase) and all(word.isascii() and not _AMBIGUOUS.search(word.lower()) for word in words):
        row = re.compile(r"[\W_]+".join(f"{_START}{re.escape(word.lower())}{_END}" for word in words))
        rough = re.compile(r"[\W_]+".join(re.escape(word.lower()) for word in words))
        return lambda read, field: (
            rough.search(read.field(field)) is not None and row.search(plain(read.text(field))) is not None
        )

    def stands(read: Read, field: str) -> bool:
        language = read.language(field)
        if not any(map(spaceless, words)) and not _row(words, language).search(read.field(field)):
            return False
        return bool(places(term, Words(read.text(field)), language))

    return stands


def _word(word: str, read: Read, field: str) -> bool:
    language, folded = read.language(field), read.field(field)
    starts, pattern = _common(word, language)
    if not any(start in folded for start in starts) or not pattern.search(folded):
        return False
    return any(map(row(Word(word), language)[0].test, set(words(read.text(field)))))


@lru_cache(maxsize=256)
def _beginning(text: str, language: str) -> re.Pattern[str]:
    return re.compile(f"{_START}{re.escape(fold(text, language))}")


@lru_cache(maxsize=256)
def _starts(word: str, language: str, beginning: bool) -> tuple[str, ...]:
    """Give what stands in a folded document in any field, if a word can."""
    if beginning:
        return tuple({fold(word, language), fold(word, "")})
    return tuple({*_common(word, language)[0], *_common(word, "")[0]})


@lru_cache(maxsize=64)
def _row(words: tuple[str, ...], language: str) -> re.Pattern[str]:
    return re.compile(r"[\W_]+".join(_common(word, language)[1].pattern for word in words))


@lru_cache(maxsize=256)
def _common(word: str, language: str) -> tuple[tuple[str, ...], re.Pattern[str]]:
    """Give how all folded words begin that may answer a word, as its stems do, and the pattern of such words."""
    if spaceless(word):
        return (fold(word, language),), re.compile(re.escape(fold(word, language)))
    bare = {fold(word, language), fold(exact(word), language)}
    starts = bare | {fold(form, language) for form in odd_forms(query_stems(word, language), language)}
    for wanted in query_stems(word, language):
        best = max((_shared(fold(wanted, language), form) for form in bare), key=len)
        # A stem may end in another letter than the word, or in one more (happy, happi; voting, vote; chevaux, cheval).
        starts.add(best[:-1] if len(best) > 2 else best)
    starts.discard("")
    few = tuple(start for start in sorted(starts) if not any(start.startswith(other) for other in starts - {start}))
    return few, re.compile(f"{_START}(?:{'|'.join(map(re.escape, few))})[^\\W_]*")


def _shared(left: str, right: str) -> str:
    """Give the beginning that two words share."""
    length = next(
        (at for at, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right))
    )
    return left[:length]
