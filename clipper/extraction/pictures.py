"""The pictures of an article: their addresses as pages hide them, and which of a page's pictures belong to it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from clipper.extraction.blocks import EMBEDS, Block, around, hints
from clipper.extraction.captions import captions_of, is_caption, split_credit
from clipper.extraction.draft import Draft
from clipper.extraction.lead import headline_number
from clipper.extraction.links import absolute
from clipper.model import Illustration

# Where sites that load pictures late keep the address, in the order of trust.
_LATE = (
    "data-src",
    "data-original",
    "data-lazy-src",
    "data-lazy",
    "data-original-src",
    "data-hi-res-src",
    "data-full-src",
    "data-image",
    "data-url",
    "data-src-large",
    "data-echo",
    "data-srcset-src",
)
_SETS = ("data-srcset", "data-lazy-srcset", "srcset", "data-sizes-srcset")
_SET_ENTRY = re.compile(r"(\S*[^,\s])(?:\s+([\d.]+)([wx]))?\s*(?:,|$)")
_WIDEST = 1600  # pixels that a reading pane and a printed page can show
_NARROWEST = 80
# Names of files that are no picture of an article: places held free, counters, marks of the site, unfilled templates.
_EMPTY = re.compile(
    r"blank\.|spacer|placeholder|transparent|lazy[-_]?load|/1x1|pixel\.(?:gif|png)|loading\.|(?:grey|gray|leer|empty)\.gif|"
    r"default-image|fallback|\.svg(?:$|\?)|(?:^|[-_/.])logos?(?=[-_.])|/icons?[/_-]|[-_/]icon[-_.]|avatar|/autoren/|/authors?/|"
    r"scorecardresearch|doubleclick|/p\?c1=|\$(?:\{|%7b)|\{\{",
    re.IGNORECASE,
)
_NO_PICTURE = re.compile(
    r"\b(?:icon|emoji|wp-smiley|avatar|logo|sprite|badge|gravatar|tracking|author-?(?:image|img|photo|"
    r"pic\w*)|share|social|btn|button)\b|smiley|avatar",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"related|teaser|recommend|newsletter|promo|sidebar|comment|\bads?\b|advert|banner|author|bio\b|"
    r"profile|social|share|outbrain|taboola|widget"
)
_SIZE = re.compile(r"[-_]\d+x\d+$|[-_]scaled$|[-_.](?:\d{2,4}w?|w\d{2,4})$")
_NUMBER = re.compile(r"\d{7,}|(?=[a-f]*\d)[0-9a-f]{10,}")
_BEFORE_HEADLINE = 4


@dataclass(frozen=True, slots=True)
class Place:
    """A picture's place: before which block of the page it stands, and what it shows."""

    number: int
    illustration: Illustration


def find_pictures(draft: Draft, *, base: str | None, inline: Mapping[str, str]) -> tuple[Place, ...]:
    """Give the article's pictures in their places. inline: addresses of pictures within the page, by placeholder."""
    places: dict[str, Place] = {}
    for number, texts in _pictures(draft):
        url = picture_address(draft.blocks[number].element, base=base, inline=inline)
        if url is not None and url not in places:
            places[url] = Place(number, _illustration(draft.blocks, number, texts, url))
    return tuple(sorted(places.values(), key=lambda place: place.number))


def lead_credit(draft: Draft) -> str | None:
    """Give the credit of the picture above the text, also where its address is not known (a page saved without)."""
    above = (found for found in _pictures(draft) if found[0] < min(draft.body))
    return next((credit for number, texts in above if (credit := _told(draft.blocks, texts)[1])), None)


def _pictures(draft: Draft) -> Iterator[tuple[int, Sequence[int]]]:
    """Give the numbers of the article's pictures, each with those of its captions."""
    ordered = draft.ordered()
    if not ordered:
        return
    head = headline_number(draft.blocks, draft.headline, before=ordered[0] + 1)
    start = max(0, (head if head is not None else ordered[0]) - _BEFORE_HEADLINE)
    for number in range(start, min(ordered[-1] + 3, len(draft.blocks))):
        block = draft.blocks[number]
        if block.kind != "picture" or block.element.tag in EMBEDS:
            continue
        texts = captions_of(draft.blocks, number)
        if _belongs(draft, number, texts, head):
            yield number, texts


def picture_address(element: HtmlElement, *, base: str | None, inline: Mapping[str, str]) -> str | None:
    """Give the absolute address of a picture; None for what is no picture: pixels, icons, empty places."""
    if _is_small(element) or _NO_PICTURE.search(element.get("class", "")):
        return None
    for written in _written(element):
        url = inline.get(written, written)
        if url.startswith("data:image/svg") or (written in inline and len(url) < 1000):
            continue
        if (whole := absolute(url, base, schemes=("http", "https", "data"))) and not _EMPTY.search(url[:500]):
            if whole.startswith("data:") and written not in inline:
                continue  # shorter than any picture worth showing
            return whole
    return None


def _written(element: HtmlElement) -> list[str]:
    sets = [element.get(name) for name in _SETS]
    # To libxml2 a source element is not empty, so the picture stands within it.
    around_it = next(element.iterancestors("picture"), None)
    if around_it is not None:
        sets += [source.get(name) for source in around_it.iter("source") for name in _SETS]
    found = [address for address in (_widest(value) for value in sets if value) if address]
    found += [value.strip() for name in _LATE if (value := element.get(name))]
    return [*found, *([source.strip()] if (source := element.get("src")) else [])]


def _widest(srcset: str) -> str | None:
    """Give the address of a srcset that is wide enough and no wider."""
    entries = [
        (found[1], float(found[2] or 1) * (1000 if found[3] == "x" else 1))
        for found in _SET_ENTRY.finditer(srcset)
        if _is_number(found[2])
    ]
    entries = [entry for entry in entries if not entry[0].startswith("data:")]
    fitting = [entry for entry in entries if entry[1] <= _WIDEST]
    if fitting:
        return max(fitting, key=lambda entry: entry[1])[0]
    return min(entries, key=lambda entry: entry[1])[0] if entries else None


def _is_number(text: str | None) -> bool:
    return text is None or text.replace(".", "", 1).isdigit()


def _is_small(element: HtmlElement) -> bool:
    sides = (element.get("width", ""), element.get("height", ""))
    return any(
        side.strip().removesuffix("px").isdecimal() and int(side.strip().removesuffix("px")[:9]) < _NARROWEST
        for side in sides
    )


def _belongs(draft: Draft, number: int, texts: Sequence[int], head: int | None) -> bool:
    """Tell whether a picture is the article's: beside its text or its headline, and in no box of another kind."""
    block = draft.blocks[number]
    if any(near.tag in ("aside", "nav", "footer") or _ELSEWHERE.search(hints(near)) for near in around(block, 3)):
        return False
    before = next((n for n in range(number - 1, -1, -1) if not _silent(draft.blocks[n])), None)
    after = next(
        (n for n in range(number + 1, len(draft.blocks)) if n not in texts and not _silent(draft.blocks[n])), None
    )
    beside = (before in draft.body, after in draft.body)
    if number < draft.ordered()[0]:
        linked = block.element.getparent() is not None and block.element.getparent().tag == "a" and not texts
        return head is not None and not (linked and number < head)
    return all(beside) or (any(beside) and bool(texts)) or _in_figure(block)


def _silent(block: Block) -> bool:
    return block.kind in ("picture", "caption") or is_caption(block)


def _in_figure(block: Block) -> bool:
    return any(name == "figure" for name, _ in block.path)


def _illustration(blocks: Sequence[Block], number: int, texts: Sequence[int], url: str) -> Illustration:
    caption, credit = _told(blocks, texts)
    alt = " ".join(blocks[number].element.get("alt", "").split()) or None
    return Illustration(url=url, caption=caption, credit=credit, alt=alt)


def _told(blocks: Sequence[Block], texts: Sequence[int]) -> tuple[str | None, str | None]:
    return split_credit([blocks[n].text for n in texts], [blocks[n].element for n in texts])


def lead_picture(draft: Draft, places: Sequence[Place]) -> Illustration | None:
    """Give the picture that the page shows between headline and text, where it is plainly one: in a figure."""
    ordered = draft.ordered()
    for place in places:
        if (
            ordered
            and place.number < ordered[0]
            and (place.illustration.caption or _in_figure(draft.blocks[place.number]))
        ):
            return place.illustration
    return None


def same_picture(one: str, other: str) -> bool:
    """Tell whether two addresses name one picture in two sizes: most sites keep its name, or its number."""
    names = [urlsplit(url).path.rpartition("/")[2] for url in (one, other)]
    stems = [_SIZE.sub("", name.rpartition(".")[0] or name) for name in names]
    numbers = [_NUMBER.search(name) for name in names]
    if one == other or (stems[0] == stems[1] and len(stems[0]) > 6):
        return True
    return numbers[0] is not None and numbers[1] is not None and numbers[0][0] == numbers[1][0]
