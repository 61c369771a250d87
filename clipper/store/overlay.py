"""An article with the user's corrections laid over, and what a list shows of it. Pure."""

import html
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from clipper.model import Article, Flag, Found

EXCERPT = 300  # code points: two lines of a list row, and room for a wide window

SINGLE = ("title", "subtitle", "date", "site", "section", "language")
SEVERAL = ("authors", "agencies")
BODY = ("text", "html")
LEAD = ("image",)  # "" alone: without a lead picture
DOUBTS = ("flags",)  # () alone: the user found nothing wrong

NO_PICTURE: Found[str] = Found(None, "given", 1.0)

# Scripts without spaces between words: kana, CJK, Hangul is left out (it has spaces), Thai, Lao, Khmer, Burmese.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

Corrected = Mapping[str, str | tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Listed:
    """The list columns of a clipping."""

    title: str
    site: str | None
    authors: tuple[str, ...]
    date: str | None
    language: str | None
    excerpt: str
    words: int
    flags: tuple[Flag, ...]
    sort_day: str


def lay_over(article: Article, corrected: Corrected) -> Article:
    """Lay corrections over an article. "" and () mean unknown. A corrected text gives the html, where that has none.

    A lead picture that was left out is NO_PICTURE; its caption stays among the illustrations.
    """
    if not corrected:
        return article
    found: dict[str, Any] = {}
    for name, value in corrected.items():
        if name in SINGLE + SEVERAL + LEAD:
            found[name] = Found(value or None, "given", 1.0)
    text = corrected.get("text", article.text)
    body = corrected.get("html", article.html if "text" not in corrected else paragraphs(str(text)))
    flags = () if "flags" in corrected else article.flags
    metadata = replace(article.metadata, **found)
    return replace(article, metadata=metadata, text=str(text), html=str(body), flags=flags)


def paragraphs(text: str) -> str:
    """Give html for plain text: paragraphs apart by a blank line."""
    return "".join(f"<p>{html.escape(part.strip(), quote=False)}</p>" for part in text.split("\n\n") if part.strip())


def listed(article: Article, added: str) -> Listed:
    """Give the list columns. added: the time it was added, which stands in where the day is unknown."""
    metadata = article.metadata
    return Listed(
        title=metadata.title.value or "",
        site=metadata.site.value,
        authors=_several(metadata.authors.value),
        date=metadata.date.value,
        language=metadata.language.value,
        excerpt=excerpt(article.text),
        words=count_words(article.text),
        flags=article.flags,
        sort_day=sort_day(metadata.date.value, added),
    )


def sort_day(date: str | None, added: str) -> str:
    """Give the day that newest and oldest go by: published, as it stands there, else added (UTC)."""
    return date[:10] if date and is_day(date) else added[:10]


def is_day(date: str) -> bool:
    """Say whether a date begins with a day (YYYY-MM-DD)."""
    return _DAY.match(date) is not None


def excerpt(text: str) -> str:
    """Give the first lines in one: white space collapsed, at most 300 code points, ending with a whole word."""
    start = " ".join(text[: EXCERPT * 4].split())
    if len(start) <= EXCERPT:
        return start
    head, gap, _rest = start[: EXCERPT + 1].rpartition(" ")
    return head if gap and len(head) > EXCERPT // 2 else start[:EXCERPT]


def count_words(text: str) -> int:
    """Count words; where a script has no spaces, two signs count as one."""
    unspaced = 0 if text.isascii() else len(_UNSPACED.findall(text))
    return len(text.split()) + unspaced // 2


def _several(value: Sequence[str] | None) -> tuple[str, ...]:
    return tuple(value or ())
