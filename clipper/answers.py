"""What the library and its verbs answer: found, reported, exported, checked. Frozen data without behaviour."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from clipper.model import Article, Changes, Clipping, Edit, Fault, Flag, IntakeRow


@dataclass(frozen=True, slots=True)
class Hit:
    """A clipping found. marks: [start, end) in code points of snippet; title_marks: of clipping.title."""

    clipping: Clipping
    snippet: str
    marks: tuple[tuple[int, int], ...] = ()
    title_marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What a search found. ids: all of them, in order; hits: the first of them, as many as asked for.

    behind: changes that the index has not taken in yet. engine: "index" or "sql" (while the index is broken or being
    built, or where a query broke its engine: "unanswerable" among the complaints). complaints: codes of what the engine
    could not do, or of what the query meant by something odd.
    """

    query: str
    total: int
    took_ms: float
    behind: int
    ids: tuple[int, ...]
    hits: tuple[Hit, ...]
    engine: Literal["index", "sql"] = "index"
    complaints: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A query with a name. seen: the newest clipping there was when it was last looked at.

    new: how many that it finds were added since; None where that was not counted.
    """

    name: str
    query: str
    seen: int
    new: int | None = None


@dataclass(frozen=True, slots=True)
class Completion:
    """What the last word of a query could become. shown: that word or value alone; query: the whole text with it."""

    shown: str
    query: str


FacetField = Literal["site", "section", "author", "year", "month", "language", "tag", "flag", "state"]


@dataclass(frozen=True, slots=True)
class Refinement:
    """A value that count of the clippings found have. query: finds these alone; or, where taken, all again.

    Of the field "state" values are "unread", "starred", "untagged", "note" and "picture".
    """

    field: FacetField
    value: str
    count: int
    taken: bool
    query: str


@dataclass(frozen=True, slots=True)
class TagCount:
    """A tag and how many clippings outside the trash bear it or a tag below it."""

    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Overview:
    """The numbers of the side pane. doubtful: of those whose article has a flag."""

    all: int
    unread: int
    starred: int
    untagged: int
    trash: int
    tags: tuple[TagCount, ...]
    doubtful: int = 0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one thing handed in. outcome "known": id names the clipping that was there already.

    differs: the address was there already, but title and text differ, so both are kept.
    intake: number of the row handed in, where it stays (failed).
    """

    given: str
    outcome: Literal["added", "known", "failed"]
    id: int | None = None
    url: str | None = None
    title: str | None = None
    flags: tuple[Flag, ...] = ()
    error: Fault | None = None
    intake: int | None = None
    differs: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """The outcomes of a batch, in input order, and what they changed. ignored: unknown keys of articles given.

    waiting: rows of the intake that were written and wait to be worked off.
    """

    outcomes: tuple[Outcome, ...] = ()
    waiting: tuple[IntakeRow, ...] = ()
    changes: Changes = field(default_factory=Changes)
    ignored: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reextracted:
    """What became of one clipping whose kept page was to be read anew.

    outcome "kept": the page gives no text today, so the article stays that was there; "no_page": none was kept, since
    the article was given as it stands; "failed": error says why. article: what the page gives, where it was asked for.
    edits: enough to take the change back.
    """

    id: int
    outcome: Literal["changed", "unchanged", "kept", "no_page", "unknown", "failed"]
    title: str | None = None
    article: Article | None = None
    error: Fault | None = None
    edits: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True)
class Reextraction:
    """What became of kept pages read anew, in the order asked for, and what it changed."""

    clippings: tuple[Reextracted, ...] = ()
    changes: Changes = field(default_factory=Changes)


@dataclass(frozen=True, slots=True)
class Illustrated:
    """How many pictures were fetched that articles name and the library lacked, and how many a server did not give."""

    fetched: int = 0
    missed: int = 0
    changes: Changes = field(default_factory=Changes)


@dataclass(frozen=True, slots=True)
class Extracted:
    """The answer of extraction without a library: the article of one input, or its fault."""

    given: str
    path: str | None
    id: str | None
    url: str | None
    article: Article | None
    error: Fault | None = None


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """How to export. paper: "a4" or "us-letter". language: of the words around the article, ISO 639-1."""

    pictures: bool = True
    paper: Literal["a4", "us-letter"] = "a4"
    language: str = "en"
    overwrite: bool = False


@dataclass(frozen=True, slots=True)
class Exported:
    """Files written (absolute paths) and what failed. remarks: codes ("no_standard": PDF/A could not be kept)."""

    files: tuple[str, ...] = ()
    failed: tuple[tuple[int, Fault], ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that check found. kind: a code ("missing_file", "text_digest", "index_behind", ...)."""

    kind: str
    id: int | None = None
    path: str | None = None


@dataclass(frozen=True, slots=True)
class RepeatedLine:
    """A line that pages of a site repeat. line: its key in hexadecimal. text: its beginning.

    pages: on how many it stood. always: it is left out wherever it stands; else only apart from the text. spared: the
    user wants it left in the articles.
    """

    line: str
    text: str
    pages: int
    always: bool = True
    spared: bool = False


@dataclass(frozen=True, slots=True)
class RepeatingSite:
    """A site in the memory: its registrable domain, how many pages of it are known, and the lines they repeat."""

    site: str
    pages: int
    lines: tuple[RepeatedLine, ...]


@dataclass(frozen=True, slots=True)
class Forgotten:
    """A line (line), or all of a site (line None), forgotten; with it Memory.recall takes that back.

    pages, words: the rows that are gone, for recall alone.
    """

    site: str
    line: str | None
    pages: tuple[tuple[int, int, bytes], ...] = ()
    words: tuple[tuple[bytes, int, str, str | None], ...] = ()


@dataclass(frozen=True, slots=True)
class SafetyCopy:
    """A copy of the database that can be put back. made: UTC."""

    path: str
    made: datetime
    size_bytes: int
    clippings: int
