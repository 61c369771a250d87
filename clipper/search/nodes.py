"""The tree of a query: frozen nodes, that every engine reads. Knows no engine and no parser."""

from dataclasses import dataclass
from typing import TypeAlias

from clipper.model import Sort


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
class Wildcard:
    """Words of which the exact form fits text: "*" is any letters or none, "?" is one letter.

    Where text ends in "*", the stem of a word may fit instead, as for a Prefix.
    """

    text: str
    field: str | None = None


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """A word by its stem, and all words whose exact form differs by at most so many edits.

    edits: 1 or 2 letters put in, left out, changed, or swapped with the next one.
    """

    text: str
    edits: int
    field: str | None = None


@dataclass(frozen=True, slots=True)
class Near:
    """The parts in any order, in one field, with fewer than within other words between them, all gaps together.

    Of two words each is among the within words before or after the other. Words count by stem, phrases exactly. The
    fields of the parts are None: field is that of all.
    """

    parts: tuple[Word | Phrase, ...]
    within: int
    field: str | None = None


@dataclass(frozen=True, slots=True)
class DateRange:
    """Date of publication from first to last day, both included; None is open. "YYYY-MM-DD"."""

    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class SetTerm:
    """What SQL answers: field "tag", "is", "has", "added", "url", "id", "flag" with its value.

    Resolved into Ids before an engine sees it. Values: "added" a range "YYYY-MM-DD..YYYY-MM-DD", either side may be
    empty; "url" a part of an address; "id" numbers with commas; "is" read, unread, starred, trashed, tagged, untagged,
    doubtful; "has" note, picture, tag, flag, capture.
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


Term: TypeAlias = Word | Prefix | Phrase | Wildcard | Fuzzy | Near
"""What is asked of texts. With field "note": of the user's notes, resolved into Ids before an engine sees it."""

Node: TypeAlias = Everything | Term | DateRange | SetTerm | Ids | And | Or | Not


@dataclass(frozen=True, slots=True)
class Parsed:
    """The tree, what was odd (codes: "open_quote", "unknown_field:NAME", ...), and the order that the query asks for.

    sort None: it asks for none.
    """

    tree: Node
    complaints: tuple[str, ...] = ()
    sort: Sort | None = None
