"""The headline: without the site's name, and as the page shows it rather than as search engines see it. Pure text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from clipper.extraction.names import folded
from clipper.model import Found

_SEPARATOR = re.compile(r"\s+[|–—·•»«:~-]+\s+|\s*[|»«•]\s*|\s::\s|(?<=\S)\s?_\s?(?=\S)")
_PARTS = 12  # of a heading, in front of which a kicker may end
_CLEARLY = 1.25  # times as like as the heading before it: the first heading has the better right
_LONGEST = 1000  # a title of 10,000 characters is no title; what is cut stands in the page
_MARKS = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\xad]")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as the page shows it. parts: its text as its elements divide it. level: 1 to 6."""

    text: str
    parts: tuple[str, ...]
    level: int


def tidy(text: str) -> str:
    """Fold white space; drop invisible marks, among them those that turn the direction of writing."""
    text = " ".join(_MARKS.sub("", text).split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"


def without_site(title: str, sites: Sequence[str]) -> str:
    """Take the name of the site, or of its domain, off the end or the beginning of a title."""
    names = {_letters(site) for site in sites if site}
    changed = True
    while changed:
        changed = False
        breaks = list(_SEPARATOR.finditer(title))
        for found, rest, part in (
            *((found, title[: found.start()], title[found.end() :]) for found in breaks[-1:]),
            *((found, title[found.end() :], title[: found.start()]) for found in breaks[:1]),
        ):
            if _is_site(_letters(part), names) and len(rest.strip()) >= 4 and found:
                title, changed = rest.strip(), True
                break
    return title


def choose(
    *, headline: str | None, metas: Sequence[str], headings: Sequence[Heading], page: str, sites: Sequence[str]
) -> Found[str]:
    """Choose the headline.

    headline: of JSON-LD; metas: og:title and its like; headings: in the page's order; page: the title element.
    What the page shows is believed where it is near to what the page says of itself: that may be made for searches.
    """
    told = [without_site(tidy(text), sites) for text in (headline, *metas) if text]
    named = without_site(tidy(page), sites)
    first = [heading for heading in headings if heading.level == 1]
    shown = _shown(first, told or [named], least=0.5)
    if not first:
        shown = _shown(headings, told or [named], least=0.6)
    if shown and (whole := _agreed(shown, told)):
        return Found(whole, "json-ld" if headline else "meta", 0.9)
    if shown:
        return Found(shown, "title", 0.95 if shown in told else 0.9)
    if headline:
        return Found(without_site(tidy(headline), sites), "json-ld", 0.85)
    if metas:
        return Found(without_site(tidy(metas[0]), sites), "meta", 0.8)
    if len(first) == 1:
        return Found(tidy(first[0].text), "title", 0.6)
    if named:
        return Found(named, "title", 0.5)
    return Found(tidy(first[0].text), "title", 0.4) if first else Found()


def _shown(headings: Sequence[Heading], told: Sequence[str], *, least: float) -> str | None:
    """Give the heading that is most like one of the titles told. least: of the shorter one's words in common."""
    best, likest = None, 0.0
    for heading in headings:
        text = tidy(heading.text)
        if len(text) > 2 and (named := _as_told(heading, told)):
            return named
        likeness = max((_alike(text, other) for other in told if _share(text, other) >= least), default=0.0)
        if len(text) > 2 and likeness > likest * _CLEARLY:
            best, likest = text, likeness
    return best


def _agreed(shown: str, told: Sequence[str]) -> str | None:
    """Give the title that all statements of a page agree on, where the heading shows it less its first words."""
    whole, seen = {_letters(text) for text in told}, _letters(shown)
    same = len(told) > 1 and len(whole) == 1 and seen not in whole
    return told[0] if same and next(iter(whole)).endswith(seen) and ": " in told[0] else None


def _as_told(heading: Heading, told: Sequence[str]) -> str | None:
    """Give the title told that a heading shows: without the kicker that stands before it in the same heading.

    Else the whole title, where the heading is in capitals or divided without a mark.
    """
    ends = {_letters("".join(heading.parts[start:])) for start in range(1, min(len(heading.parts), _PARTS))}
    whole = _letters(heading.text)
    alone = next((text for text in told if (letters := _letters(text)) in ends and letters != whole), None)
    if alone or (len(heading.parts) == 1 and not heading.text.isupper()):
        return alone
    return next((text for text in told if _letters(text) == whole), None)


def site_in(page: str, title: str) -> str | None:
    """Give what the page's title has beside the headline, where it is one short part: the site's name."""
    page, title = tidy(page), tidy(title)
    if title and title != page and page.startswith(title):
        rest = page[len(title) :]
    elif title and title != page and page.endswith(title):
        rest = page[: -len(title)]
    else:
        return None
    parts = [part.strip(" |–—-·•»«:~") for part in _SEPARATOR.split(rest) if part.strip(" |–—-·•»«:~")]
    return parts[0] if len(parts) == 1 and 1 <= len(parts[0].split()) <= 5 else None


def _share(one: str, other: str) -> float:
    """Give the share of the shorter title's words that the other has."""
    first, second = set(folded(one).split()), set(folded(other).split())
    return len(first & second) / max(3, min(len(first), len(second))) if _letters(one) != _letters(other) else 1.0


def _alike(one: str, other: str) -> float:
    """Give how like two titles are, 0 to 1: a title of few words is not like a long one that has them all."""
    first, second = set(folded(one).split()), set(folded(other).split())
    return 2 * len(first & second) / max(1, len(first) + len(second)) if _letters(one) != _letters(other) else 1.0


def _is_site(part: str, names: set[str]) -> bool:
    return bool(part) and any(
        part == name
        or (
            len(part) > 3
            and len(name) > 3
            and (part in name or name in part)
            and min(len(part), len(name)) * 2 >= max(len(part), len(name))
        )
        for name in names
    )


def _letters(text: str) -> str:
    return folded(text).replace(" ", "")
