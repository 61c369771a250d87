"""The query language: any text is a query. A parser that never raises, and the tree it gives. Knows no engine."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Everything:
    """All documents (the empty query)."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word in any text field, or in one (title, site, author, section, text)."""

    text: str
    field: str | None = None


@dataclass(frozen=True, slots=True)
class Prefix:
    """Words that begin with text."""

    text: str
    field: str | None = None


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in a row."""

    words: tuple[str, ...]
    field: str | None = None


@dataclass(frozen=True, slots=True)
class DateRange:
    """Date of publication from first to last day, both included; None is open. "YYYY-MM-DD"."""

    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class SetTerm:
    """What SQL answers: field "tag", "is", "has", "added", "note", "id" with its value. Resolved into Ids before an engine sees it."""

    field: str
    value: str


@dataclass(frozen=True, slots=True)
class Ids:
    """Exactly these documents."""

    ids: frozenset[int]


@dataclass(frozen=True, slots=True)
class And:
    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Or:
    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Not:
    part: "Node"


Node: TypeAlias = Everything | Word | Prefix | Phrase | DateRange | SetTerm | Ids | And | Or | Not


@dataclass(frozen=True, slots=True)
class Parsed:
    """The tree and what was odd (codes: "open_quote", "open_bracket", "unknown_field:NAME", "bad_date:TEXT", ...)."""

    tree: Node
    complaints: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LastWord:
    """The word at the end of a query text, for completion. text[start:] is to be replaced; field "" for a plain word."""

    start: int
    field: str
    text: str


def parse(text: str) -> Parsed:
    """Read a query. Never raises, whatever the text."""
    raise NotImplementedError


def resolve(tree: Node, sets: Callable[[SetTerm], frozenset[int]]) -> Node:
    """Put sets of ids in the place of every SetTerm."""
    raise NotImplementedError


def half_typed(text: str, tree: Node) -> Node:
    """Take the last word of text, where it is still being typed, as the beginning of a word, too.

    For a search that answers while somebody types: the word itself ranks, longer words are found as well. A text that
    ends in a space, a quote or a bracket is not half typed. tree: that of parse(text).
    """
    raise NotImplementedError


def positive(tree: Node) -> tuple[Word | Prefix | Phrase, ...]:
    """Give what a hit was found by, for marks and snippets: words, prefixes and phrases that stand under no Not."""
    raise NotImplementedError


def last_word(text: str) -> LastWord | None:
    """Give the word that is being typed at the end of text; None where there is none (empty, ends in a space)."""
    raise NotImplementedError
