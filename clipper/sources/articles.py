"""Articles as JSON lines, with the keys that `clipper extract` prints -> Requests. Nothing is fetched for them."""

import html
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

from clipper.errors import SourceError
from clipper.model import FLAGS, Article, Flag, Found, Metadata, Request
from clipper.sources.complaints import Complaints
from clipper.sources.text import joined_tags, one_line, sound
from clipper.urls import is_web

T = TypeVar("T")

MAX_LINE_BYTES = 64_000_000
MAX_OPEN_TAGS = 20_000
"""The cleaner's time grows with the square of the depth: 0.5 s for 20,000 (measured November 2026, nh3 0.3.8)."""
_TEXTS = ("title", "subtitle", "site", "section", "image_credit")
_LISTS = ("authors", "agencies")
_ADDRESSES = ("canonical_url", "image")
_DATES = ("date", "modified")
_KEYS = {*_TEXTS, *_LISTS, *_ADDRESSES, *_DATES, "language", "text", "html", "flags", "tags", "url"}
_KNOWN = _KEYS | {"given", "path", "id", "sources", "error"}
"""The last five of extract say something about the run that printed them."""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_LANGUAGE = re.compile(r"([A-Za-z]{2})(?:[-_].*)?")
_TAGS = {
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "li",
    "blockquote",
    "pre",
    "code",
    "em",
    "strong",
    "b",
    "i",
}
_TAGS |= {
    "a",
    "br",
    "hr",
    "img",
    "figure",
    "figcaption",
    "table",
    "thead",
    "tbody",
    "tr",
    "td",
    "th",
    "sub",
    "sup",
    "q",
}
_BLOCKS = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "pre", "figcaption", "tr", "div", "section"}
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_UNSEEN = re.compile(r"[\x00-\x20\x7f-\xa0\xad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]")
_DATA_PICTURE = re.compile(r"data:image/(?:png|jpeg|gif|webp);base64,", re.IGNORECASE)


def requests(path: Path, *, given: str, tags: Sequence[str], ignored: Counter[str]) -> Iterator[Request]:
    """Read articles line by line; ignored counts keys that are not known, and values that are not what the key says.

    Raise SourceError(empty) where there is none, SourceError(damaged) after the last with the numbers of the lines that
    are no JSON object or have neither title nor text, OSError.
    """
    complaints, count = Complaints(path), 0
    with path.open("rb") as file:
        for number, line in _lines(file):
            values = _object(line)
            request = None if values is None else _request(values, f"{given}:{number}", tags, ignored)
            if request is None:
                complaints.line(number)
            else:
                count += 1
                yield request
    if count == 0 and complaints.count == 0:
        raise SourceError("empty", path=str(path))
    complaints.speak()


def _lines(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Give the lines that are not blank, with their numbers; of a line that is too long only its beginning."""
    number = 0
    while line := file.readline(MAX_LINE_BYTES):
        number += 1
        rest = line
        while len(rest) == MAX_LINE_BYTES and not rest.endswith(b"\n"):
            rest = file.readline(MAX_LINE_BYTES)
        line = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
        if line.strip():
            yield number, line


def _object(line: bytes) -> dict[str, Any] | None:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _request(values: dict[str, Any], given: str, tags: Sequence[str], ignored: Counter[str]) -> Request | None:
    """Make a Request; None where there is neither title nor text."""
    reader = _Reader(values)
    body = reader.text("text", lines=True)
    markup = reader.text("html", lines=True)
    title = reader.text("title")
    if not title and not body.strip():
        return None
    markup = _clean(markup).strip()
    body = body.strip() or _text_of(markup)
    url = reader.text("url")
    article = Article(
        metadata=_metadata(reader),
        text=body,
        html=markup or _markup_of(body),
        flags=_flags(reader),
        extractor="given",
    )
    named = reader.texts("tags")
    if url and not is_web(url):
        reader.odd.append("url")
    ignored.update(sound(key)[:80] for key in values if key not in _KNOWN)
    ignored.update(reader.odd)
    return Request(
        given=url if is_web(url) else given,
        url=url if is_web(url) else None,
        article=article,
        title=title or None,
        tags=joined_tags(tags, named),
    )


class _Reader:
    """Reads values of the kind that is wanted; odd: the keys whose value is of another."""

    def __init__(self, values: dict[str, Any]) -> None:
        self._values = values
        self.odd: list[str] = []

    def text(self, key: str, *, lines: bool = False) -> str:
        value = self._values.get(key)
        if value is not None and not isinstance(value, str):
            self.odd.append(key)
        if not isinstance(value, str):
            return ""
        return sound(value) if lines else one_line(value)

    def texts(self, key: str) -> list[str]:
        value = self._values.get(key)
        several = [value] if isinstance(value, str) else value
        if several is not None and not (isinstance(several, list) and all(isinstance(one, str) for one in several)):
            self.odd.append(key)
        return [one_line(one) for one in several if isinstance(one, str)] if isinstance(several, list) else []

    def fitting(self, key: str, value: str, *, fits: bool) -> str:
        """Give value where it fits; else note the key."""
        if value and not fits:
            self.odd.append(key)
        return value if fits else ""


def _metadata(reader: _Reader) -> Metadata:
    found: dict[str, Any] = {key: _found(reader.text(key)) for key in _TEXTS}
    found |= {key: _found(tuple(one for one in reader.texts(key) if one)) for key in _LISTS}
    for key in _ADDRESSES:
        value = reader.text(key)
        found[key] = _found(reader.fitting(key, value, fits=is_web(value)))
    for key in _DATES:
        value = reader.text(key)
        found[key] = _found(reader.fitting(key, value, fits=_is_date(value)))
    language = reader.text("language")
    match = _LANGUAGE.fullmatch(language)
    found["language"] = _found(
        reader.fitting("language", match.group(1).lower() if match else language, fits=bool(match))
    )
    return Metadata(**found)


def _found(value: T) -> Found[T]:
    return Found(value, "given", 1.0) if value else Found()


def _is_date(value: str) -> bool:
    if not _DAY.match(value):
        return False
    try:
        when = datetime.fromisoformat(value)
    except ValueError:
        return False
    return len(value) == 10 or when.tzinfo is not None


def _flags(reader: _Reader) -> tuple[Flag, ...]:
    named = reader.texts("flags")
    if any(flag not in FLAGS for flag in named):
        reader.odd.append("flags")
    return tuple(flag for flag in FLAGS if flag in named)


def _clean(markup: str) -> str:
    """Keep what an article is made of and nothing that runs or fetches unseen; "" where it is nested without end."""
    if markup.count("<") - 2 * markup.count("</") > MAX_OPEN_TAGS:
        return ""
    # The cleaner in Rust is needed for articles given alone.
    import nh3

    def attribute(tag: str, name: str, value: str) -> str | None:
        # The cleaner takes control characters out after it has looked at the scheme: "java\x03script:" would pass.
        scheme = _SCHEME.match(_UNSEEN.sub("", value)) if name in ("href", "src") else None
        if scheme is None or scheme.group(1).lower() in ("http", "https", "mailto"):
            return value
        return value if tag == "img" and _DATA_PICTURE.match(value) else None

    return nh3.clean(
        markup,
        tags=_TAGS,
        attributes={"a": {"href"}, "img": {"src", "alt"}, "td": {"colspan", "rowspan"}, "th": {"colspan", "rowspan"}},
        attribute_filter=attribute,
        url_schemes={"http", "https", "mailto", "data"},
        link_rel=None,
    )


def _markup_of(body: str) -> str:
    paragraphs = [part.strip() for part in re.split(r"\n\s*\n", body) if part.strip()]
    return "\n".join(f"<p>{html.escape(part, quote=False).replace(chr(10), '<br>')}</p>" for part in paragraphs)


def _text_of(markup: str) -> str:
    """Give the paragraphs of clean HTML (the parser fails on some declarations, which the cleaner takes out)."""
    parser = _Paragraphs()
    parser.feed(markup)
    parser.close()
    return "\n\n".join(part for part in (one_line("".join(words)) for words in parser.parts) if part)


class _Paragraphs(HTMLParser):
    """Gathers the words between blocks. The parser of the standard library is used by inheriting from it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[list[str]] = [[]]
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in ("script", "style")
        if tag in _BLOCKS:
            self.parts.append([])
        elif tag == "br":
            self.parts[-1].append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style"):
            self._hidden = max(0, self._hidden - 1)
        if tag in _BLOCKS:
            self.parts.append([])

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.parts[-1].append(data)
