"""The headline: without the site's name, and as the page shows it rather than as search engines see it. Pure text."""

import re
from collections.abc import Sequence

from clipper.extraction.names import folded
from clipper.model import Found

_SEPARATOR = re.compile(r"\s+[|–—·•»«:~-]+\s+|\s*[|»«•]\s*|\s::\s|(?<=\S)\s?_\s?(?=\S)")
_LONGEST = 1000  # a title of 10,000 characters is no title; what is cut stands in the page
_MARKS = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\xad]")


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
    *, headline: str | None, meta: str | None, headings: Sequence[str], page: str, sites: Sequence[str]
) -> Found[str]:
    """Choose the headline.

    headline: of JSON-LD; meta: og:title and its like; headings: the h1 elements; page: the title element.
    """
    told = [without_site(tidy(text), sites) for text in (headline, meta, page) if text]
    seen = [tidy(text) for text in headings if len(text.strip()) > 2]
    for heading in seen:
        for text in told:
            if (similarity := _alike(heading, text)) >= 0.5:
                return Found(_shorn(heading, told), "title", round(0.8 + similarity / 5, 2))
    if headline:
        return Found(without_site(tidy(headline), sites), "json-ld", 0.85)
    if meta:
        return Found(without_site(tidy(meta), sites), "meta", 0.8)
    if len(seen) == 1:
        return Found(seen[0], "title", 0.6)
    if page.strip():
        return Found(without_site(tidy(page), sites), "title", 0.5)
    return Found(seen[0], "title", 0.4) if seen else Found()


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


def _shorn(heading: str, told: Sequence[str]) -> str:
    """Give the heading without a kicker that stands in the same element, where the page names the headline alone."""
    for text in told:
        if len(text) >= 0.5 * len(heading) and len(heading) > len(text) and _letters(heading).endswith(_letters(text)):
            return text
    return heading


def _alike(one: str, other: str) -> float:
    """Give the share of words that two titles have in common, of the shorter one."""
    first, second = set(folded(one).split()), set(folded(other).split())
    if not first or not second:
        return 0.0
    if _letters(one) == _letters(other):
        return 1.0
    return len(first & second) / max(3, min(len(first), len(second)))


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
