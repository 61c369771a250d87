"""The tree of a query: frozen nodes, that every engine reads. Knows no engine and no parser."""

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Everything:
    """All documents (the empty query)."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word, by its stem, in any text field, or in one: title, site, author, section, text.

    field "language": text is an ISO 639-1 code, and the document is in that language.
    """

    text: str
    field: str | None = None


@dataclass(frozen=True, slots=True)
class Prefix:
    """Words that begin with text."""

    text: str
    field: str | None = None


@dataclass(frozen=True, slots=True)
class Phrase:
    """These words in a row, exactly: accents and case are folded, but no stems are taken."""

    words: tuple[str, ...]
    field: str | None = None


@dataclass(frozen=True, slots=True)
class DateRange:
    """Date of publication from first to last day, both included; None is open. "YYYY-MM-DD"."""

    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class SetTerm:
    """What SQL answers: field "tag", "is", "has", "added", "note", "id", "flag" with its value.

    Resolved into Ids before an engine sees it. Values: "added" a range "YYYY-MM-DD..YYYY-MM-DD", either side may be
    empty; "id" numbers with commas; "is" read, unread, starred, trashed, tagged, untagged; "has" note, picture, tag,
    flag, capture.
    """

    field: str
    value: str


@dataclass(frozen=True, slots=True)
class Ids:
    """Exactly these documents."""

    ids: frozenset[int]


@dataclass(frozen=True, slots=True)
class And:
    """All of the parts; none: everything."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Any of the parts."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """What the part does not find."""

    part: "Node"


Node: TypeAlias = Everything | Word | Prefix | Phrase | DateRange | SetTerm | Ids | And | Or | Not


@dataclass(frozen=True, slots=True)
class Parsed:
    """The tree and what was odd (codes: "open_quote", "open_bracket", "unknown_field:NAME", "bad_date:TEXT", ...)."""

    tree: Node
    complaints: tuple[str, ...] = ()
