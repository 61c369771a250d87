"""The nouns of Clipper: Request, Page, Article, Clipping, Document, and the small values around them.

Frozen data without behaviour. Knows no package of ours.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Generic, Literal, TypeVar

T = TypeVar("T")

View = Literal["all", "unread", "starred", "untagged", "doubtful", "trash"]
Sort = Literal["relevance", "newest", "oldest", "added"]
Flag = Literal[
    "consent",
    "paywall",
    "bot_check",
    "login",
    "error_page",
    "media_only",
    "no_article",
    "cut_short",
    "live_blog",
    "doubtful",
]
FLAGS: tuple[Flag, ...] = (
    "consent",
    "paywall",
    "bot_check",
    "login",
    "error_page",
    "media_only",
    "no_article",
    "cut_short",
    "live_blog",
    "doubtful",
)


@dataclass(frozen=True, slots=True)
class Fault:
    """Why one thing in a batch failed.

    code: one of the error codes of the command line (no_host, refused, tls, timeout, status, too_large,
    private_address, scheme, redirects, not_a_page, empty, damaged, too_slow, not_a_known_format).
    detail: the fact behind it ("404", "example.org"), for a sentence that the face makes; never a traceback.
    """

    code: str
    detail: str = ""
    retry_after_s: int | None = None


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A value with the place it was found at. value None: unknown.

    source: "json-ld", "meta", "byline", "url", "text", "title", "link", "picture", "agency", "given", "detected" or "".
    confidence: 0 to 1.
    """

    value: T | None = None
    source: str = ""
    confidence: float = 0.0


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of an article. Every field says where it came from; unknown is None, nothing is invented.

    date, modified: "YYYY-MM-DD" where only the day is known (a day is a day, never shifted by a zone), else ISO 8601
    with the offset as published. language: ISO 639-1. image: absolute URL of the lead picture. authors: people; where
    the page names none, a newsroom or an organisation. free: False where the page says that one must pay for it.
    """

    title: Found[str] = Found()
    subtitle: Found[str] = Found()
    authors: Found[tuple[str, ...]] = Found()
    agencies: Found[tuple[str, ...]] = Found()
    date: Found[str] = Found()
    modified: Found[str] = Found()
    site: Found[str] = Found()
    section: Found[str] = Found()
    language: Found[str] = Found()
    canonical_url: Found[str] = Found()
    image: Found[str] = Found()
    image_credit: Found[str] = Found()
    free: Found[bool] = Found()


@dataclass(frozen=True, slots=True)
class Illustration:
    """A picture's place in an article. url is absolute (http, https, data) and equals the img's src in Article.html."""

    url: str
    caption: str | None = None
    credit: str | None = None
    alt: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an article as the memory of its site knows it (lines.py).

    key: of its letters and digits. text: its beginning, to be shown. chars: of the whole line.
    """

    key: bytes
    text: str
    chars: int


@dataclass(frozen=True, slots=True)
class Article:
    """What extraction read from a page.

    text: paragraphs apart by a blank line, "" where the page has no article. html: clean HTML of the body, safe to show
    after the pictures' addresses are resolved. extractor: name and version of what read it, or "given".
    illustrations: the lead picture first, then those in the body, each address once. lines: for the memory of the site,
    as they were before what it repeats was left out; kept there, not with the article.
    """

    metadata: Metadata
    text: str
    html: str
    flags: tuple[Flag, ...] = ()
    illustrations: tuple[Illustration, ...] = ()
    extractor: str = ""
    lines: tuple[Line, ...] = field(default=(), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Request:
    """One thing to be clipped, as sources understood it.

    Exactly one of url (http or https), path (a saved page, absolute) and article (an article given as it stands) leads.
    url beside path or article: the address that the page came from. saved: when a reading list says it was saved (UTC).
    """

    given: str
    url: str | None = None
    path: str | None = None
    article: Article | None = None
    title: str | None = None
    tags: tuple[str, ...] = ()
    saved: datetime | None = None


@dataclass(frozen=True, slots=True)
class Exchange:
    """One HTTP response (or saved file: status 0) as it came: raw body, still coded, for the archive. fetched: UTC."""

    url: str
    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    fetched: datetime


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it was fetched or read from a file.

    url: the final address; for a saved page the address it came from, None where unknown. body: decoded bytes (no
    content coding), at most the cap. charset: from the header or the container, None where it names none.
    exchanges: every hop, the page itself last. pictures: those that a saved page brings with it.
    """

    url: str | None
    fetched: datetime
    body: bytes
    charset: str | None
    exchanges: tuple[Exchange, ...]
    pictures: tuple["Picture", ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture file: url as in the article, bytes decoded, media_type as sniffed ("image/jpeg"), pixels."""

    url: str
    body: bytes
    media_type: str
    width: int
    height: int
    exchange: Exchange | None = None


@dataclass(frozen=True, slots=True)
class Clipping:
    """A row of the library as lists show it.

    site, authors, date, language and title with the user's corrections laid over. excerpt: the first lines of the text,
    at most 300 characters. picture: SHA-256 of the lead picture, None without one. added: UTC. trashed: in the trash.
    """

    id: int
    uuid: str
    url: str | None
    title: str
    site: str | None
    authors: tuple[str, ...]
    date: str | None
    language: str | None
    added: datetime
    tags: tuple[str, ...]
    flags: tuple[Flag, ...]
    read: bool
    starred: bool
    note: str
    excerpt: str
    words: int
    picture: str | None
    trashed: bool = False


@dataclass(frozen=True, slots=True)
class Capture:
    """A page as it was kept. url: final address. sha256 and size of the decoded page. place: file in the library."""

    id: int
    fetched: datetime
    url: str | None
    sha256: str
    size_bytes: int
    place: str


@dataclass(frozen=True, slots=True)
class KeptPicture:
    """A picture of a document: url as in Article.html, path of the file in the library (absolute)."""

    url: str
    sha256: str
    path: str
    media_type: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Document:
    """A clipping ready to be shown or printed. article has the user's corrections laid over; pictures by url.

    corrected: the fields that corrections stand for ("title", "text", ...).
    """

    clipping: Clipping
    article: Article
    captures: tuple[Capture, ...]
    pictures: Mapping[str, KeptPicture]
    corrected: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class IntakeRow:
    """Something handed in that is no clipping yet. state "waiting" or "failed"; fault says why. since: UTC."""

    id: int
    request: Request
    state: Literal["waiting", "failed"]
    fault: Fault | None
    since: datetime
    tries: int


@dataclass(frozen=True, slots=True)
class Edit:
    """One change of one clipping, enough to take it back. A tag put on: before None; a tag taken off: after None.

    field: "tag", "read", "starred", "trashed" ("1" or None), "note", "article" (the number of the current one), or a
    corrected field ("title", "authors", ...: JSON text, None where no correction stands).
    """

    clipping: int
    field: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Changes:
    """What a write changed: every view asks whether it is touched. position: the change log's number after it."""

    position: int = 0
    clippings: frozenset[int] = frozenset()
    added: frozenset[int] = frozenset()
    tags: bool = False
    intake: bool = False
    edits: tuple[Edit, ...] = ()
    unknown: tuple[int, ...] = ()
    searches: bool = False
