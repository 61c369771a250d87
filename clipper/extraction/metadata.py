"""All that is known of an article, each field with its source. Unknown is None; nothing is invented.

Pure: the facts that the readers of JSON-LD, head and byline found -> Metadata.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from html import unescape
from urllib.parse import urlsplit

from clipper.extraction import titles
from clipper.extraction.authors import find_headlines, near_headline, read_authors, text_start
from clipper.extraction.blocks import Block, Link, around, hints
from clipper.extraction.bylines import is_byline, read_byline
from clipper.extraction.captions import agencies_of
from clipper.extraction.draft import Draft
from clipper.extraction.language import detect
from clipper.extraction.lead import is_subtitle
from clipper.extraction.linked_data import LinkedFacts
from clipper.extraction.links import absolute
from clipper.extraction.metatags import IMAGES, SECTIONS, SITES, TIERS, TITLES, MetaTags
from clipper.extraction.names import folded
from clipper.extraction.pictures import Place, lead_credit, lead_picture, same_picture
from clipper.extraction.timing import read_modified, read_published
from clipper.model import Found, Metadata

_LONGEST_NAME, _LONGEST_SITE = 100, 40  # characters; a longer one is a motto
_LOGO = re.compile(r"(?<![a-z])logo(?![a-z])")
_HOME = re.compile(r"/|(?:https?:)?//[^/]+/?")
_PATH = re.compile(r"[a-z0-9_-]+(?:/[a-z0-9_-]+)+")
_HEADINGS, _LONG = 30, 2000  # how many are looked at, and how much of each
_BELOW_SUBTITLE = 5  # blocks under the headline


@dataclass(frozen=True, slots=True)
class Said:
    """What a page says of itself, before its text is known. url: of the page; base: of its links."""

    url: str | None
    base: str | None
    linked: LinkedFacts
    meta: MetaTags
    blocks: tuple[Block, ...]

    def sites(self) -> list[str]:
        """Give all names that the site may have in a title."""
        host = (urlsplit(self.url or "").hostname or "").removeprefix("www.")
        bare = host.rpartition(".")[0]
        return [name for name in (self.meta.first(SITES), self.linked.site, host, bare) if name]


def read_title(said: Said) -> Found[str]:
    """Choose the headline. Headings of the second rank count where there is none of the first."""
    shown = [block for block in said.blocks if 1 <= block.level <= 2 and not _is_trail(block)]
    first = [block for block in shown if block.level == 1]
    if first:
        shown = [block for block in first if not _is_logo(block)]
    return titles.choose(
        headline=said.linked.headline,
        metas=[said.meta.meta[name][0] for name in TITLES if name in said.meta.meta],
        headings=[titles.Heading(block.text[:_LONG], _parts(block), block.level) for block in shown[:_HEADINGS]],
        page=said.meta.title,
        sites=said.sites(),
    )


def _parts(block: Block) -> tuple[str, ...]:
    if len(block.text) > _LONG:
        return (block.text[:_LONG],)
    return tuple(
        text for piece in block.pieces if isinstance(piece, str) and piece[:1] != "<" and (text := unescape(piece))
    )


def _is_trail(block: Block) -> bool:
    """Tell whether a heading is the last step of a breadcrumb trail: that is made for searches."""
    return any("breadcrumb" in hints(near) and near.tag in ("ol", "ul", "li", "nav", "h1") for near in around(block, 3))


def _is_logo(block: Block) -> bool:
    """Tell whether a heading is the name of the site: it is called a logo, or leads to the first page."""
    home = any(
        isinstance(piece, Link) and (piece.target == "/" or _HOME.fullmatch(piece.target)) for piece in block.pieces
    )
    return home or any(_LOGO.search(hints(near)) for near in around(block, 2))


def compose(said: Said, *, title: Found[str], draft: Draft, text: str, places: Sequence[Place]) -> Metadata:
    """Put together what is known. text: of the article; places: its pictures, the lead picture first."""
    site = read_site(said, title.value or "")
    heads = find_headlines(draft)
    headline = draft.blocks[heads[-1]].element if heads else None
    near = near_headline(draft, heads)
    byline = read_byline(draft.blocks, near, site=site.value)
    begin = text_start(draft)
    below = [number for number in near if heads and heads[-1] < number and (number < begin or number not in draft.body)]
    authors, agencies = read_authors(
        said.linked, said.meta, draft, byline=byline, near=near, below=below, site=site.value
    )
    image, credit = _image(said, draft, places)
    if not agencies.value and (named := agencies_of(credit.value)):
        agencies = Found(named, "picture", 0.4)
    return Metadata(
        title=title,
        subtitle=_subtitle(said, draft, title.value or "", heads),
        authors=authors,
        agencies=agencies,
        date=read_published(said.url, said.linked, said.meta, headline=headline, byline=byline),
        modified=read_modified(said.linked, said.meta, byline),
        site=site,
        section=_first(((said.linked.section, "json-ld", 0.8), (said.meta.first(SECTIONS), "meta", 0.8)), _section),
        language=detect(text, declared=said.meta.language or said.linked.language),
        canonical_url=_canonical(said),
        image=image,
        image_credit=credit,
        free=_free(said),
    )


def read_site(said: Said, title: str) -> Found[str]:
    """Give the name of the site: of several the one that its address is made of, else the first; else its host."""
    host = (urlsplit(said.url or "").hostname or "").removeprefix("www.")
    found = [
        Found(titles.tidy(name), source, sure)
        for name, source, sure in (
            (said.meta.first(SITES), "meta", 0.9),
            (said.linked.site, "json-ld", 0.8),
            (titles.site_in(said.meta.title, title), "title", 0.6),
        )
        if name and len(name) <= _LONGEST_NAME and not name.startswith(("http://", "https://", "@"))
    ]
    if not found:
        return Found(host, "url", 0.3) if host else Found()
    return next((one for one in found if _names_host(one.value or "", host)), found[0])


def _names_host(name: str, host: str) -> bool:
    """Tell whether a name and an address have a word in common."""
    words = {word for word in re.split(r"[.-]", host)[:-1] if len(word) > 2}
    together = folded(name).replace(" ", "")
    return (
        len(name) <= _LONGEST_SITE
        and bool(together)
        and (any(word in together for word in words) or together in host.replace("-", ""))
    )


def _first(candidates: Iterable[tuple[str | None, str, float]], read: Callable[[str], str | None]) -> Found[str]:
    for value, source, confidence in candidates:
        if value and (understood := read(value)):
            return Found(understood, source, confidence)
    return Found()


def _subtitle(said: Said, draft: Draft, title: str, heads: Sequence[int]) -> Found[str]:
    """Give the line under the headline, where the page marks it as one and it is no part of the text."""
    told = titles.tidy(said.linked.subtitle or "")
    if told and folded(told) != folded(title):
        return Found(told, "json-ld", 0.8)
    first = heads[-1] + 1 if heads else len(draft.blocks)
    for number in range(first, min(first + _BELOW_SUBTITLE - 1, len(draft.blocks))):
        block = draft.blocks[number]
        marked = block.level == 2 or is_subtitle(block)
        if marked and number not in draft.body and _could_be_subtitle(block, title):
            return Found(titles.tidy(block.text), "byline", 0.7)
    return Found()


def _could_be_subtitle(block: Block, title: str) -> bool:
    fits = block.kind in ("text", "heading") and 15 <= len(block.text) <= 400 and not block.links
    return fits and folded(block.text) != folded(title) and not is_byline(block)


def _section(text: str) -> str | None:
    """Give the first of several sections, and the last step of a path."""
    text = re.split(r",(?=\S)|[;|>]", titles.tidy(text))[0].strip()
    text = text.rpartition("/")[2] if _PATH.fullmatch(text) else text
    return text if 0 < len(text) <= 80 and not text.startswith("http") else None


def _canonical(said: Said) -> Found[str]:
    for written, source, confidence in (
        (said.meta.canonical, "link", 0.9),
        (said.meta.first(("og:url",)), "meta", 0.7),
        (said.linked.url, "json-ld", 0.6),
    ):
        if written and (whole := absolute(written, said.base, schemes=("http", "https"))):
            return Found(whole, source, confidence)
    return Found()


def _free(said: Said) -> Found[bool]:
    """Tell whether the page says that all may read it."""
    if said.linked.free is not None:
        return Found(said.linked.free, "json-ld", 0.9)
    tier = (said.meta.first(TIERS) or "").lower()
    return Found(tier == "free", "meta", 0.8) if tier in ("free", "metered", "locked") else Found()


def _image(said: Said, draft: Draft, places: Sequence[Place]) -> tuple[Found[str], Found[str]]:
    """Give the lead picture, as the page shows it where it does: there it has its caption and its credit."""
    named = [
        Found(whole, source, 0.9)
        for written, source in ((said.meta.first(IMAGES), "meta"), (said.linked.image, "json-ld"))
        if written and (whole := absolute(written, said.base, schemes=("http", "https")))
    ]
    shown = [place.illustration for place in places]
    for found in named:
        for picture in shown:
            if found.value and same_picture(found.value, picture.url):
                return Found(picture.url, "picture", 0.95), _credit(picture.credit)
    if (lead := lead_picture(draft, places)) is not None and not lead.url.startswith("data:"):
        return Found(lead.url, "picture", 0.8), _credit(lead.credit)
    if named:
        return named[0], Found()
    if shown and not shown[0].url.startswith("data:"):
        return Found(shown[0].url, "picture", 0.6), _credit(shown[0].credit)
    return Found(), _credit(lead_credit(draft))


def _credit(credit: str | None) -> Found[str]:
    return Found(credit, "picture", 0.8) if credit else Found()
