"""Posts and players of other places within an article: what of them is in the page, and the link to the rest.

A post comes as a quote with its words (then it is text like any other), or as an empty place or a frame that a script
or another server fills (then the link is all there is of it).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from html import escape
from urllib.parse import parse_qs, urlsplit, urlunsplit

from lxml.html import HtmlElement

from clipper.extraction.blocks import EMBEDS, Block, Container, around, hints
from clipper.extraction.draft import Draft
from clipper.extraction.links import absolute

_POST = re.compile(
    r"tweet|instagram|mastodon|toot|bluesky|\bfb-(?:post|video)|tiktok|reddit|telegram|threads|social-?(?:post|media)"
)
_ELSEWHERE = re.compile(r"related|teaser|recommend|newsletter|promo|sidebar|comment|\bads?\b|advert|cookie|consent")
_FRAME = re.compile(
    r"//embed\.[^/]+/[^/?#]+|/embed/(?:v\d/)?[\w%-]{4,}|/(?:[\w-]{5,}|\d+)/embed(?:/captioned)?/?(?:[?#]|$)|"
    r"/plugins/(?:post|video)\.php\?|//player\.[^?#]*/video/\d{5,}|/embed/\w+\.html\?(?:\S*&)?id=\d+",
    re.IGNORECASE,
)
_EMBED_END = re.compile(r"/embed(?:/captioned)?/?$", re.IGNORECASE)
_SHOWN = 60
_NEAR = 2  # blocks behind the text in which a post is still the article's


@dataclass(frozen=True, slots=True)
class Embed:
    """Before which block of the page a post stands whose words are not in the page, and its address."""

    number: int
    url: str


def keep_embeds(frames: Iterable[HtmlElement]) -> None:
    """Take out all frames but those with a post or a player: they are advertisements and counters."""
    for frame in frames:
        if _written(frame) is None:
            frame.drop_tree()
        else:
            frame.text = None
            frame[:] = []


def with_posts(draft: Draft) -> Draft:
    """Take in the posts that stand within the text: extractors take them for boxes of the page."""
    if not draft.body:
        return draft
    ordered = draft.ordered()
    first, last = ordered[0], min(ordered[-1] + _NEAR, len(draft.blocks) - 1)
    inside: dict[Container, list[int]] = {}
    for number in range(first, last + 1):
        quote = next((part for part in draft.blocks[number].path if part[0] == "blockquote"), None)
        if quote is not None and draft.blocks[number].text:
            inside.setdefault(quote, []).append(number)
    taken = [n for numbers in inside.values() if _is_post(draft.blocks, numbers) for n in numbers]
    return replace(draft, body=draft.body.union(taken)) if taken else draft


def find_embeds(draft: Draft, *, base: str | None) -> tuple[Embed, ...]:
    """Give the posts and players within the text whose words are not in the page, each address once."""
    if not draft.body:
        return ()
    ordered = draft.ordered()
    found: dict[str, Embed] = {}
    for number in range(max(0, ordered[0] - 1), min(ordered[-1] + _NEAR + 1, len(draft.blocks))):
        block = draft.blocks[number]
        if block.kind != "picture" or block.element.tag not in EMBEDS or _is_elsewhere(block):
            continue
        url = absolute(_written(block.element) or "", base)
        if url is not None and url not in found:
            found[url] = Embed(number, url)
    return tuple(found.values())


def embed_html(embed: Embed, *, quoted: bool) -> str:
    """Give the link to a post, as a quote of its own or as the end of one."""
    parts = urlsplit(embed.url)
    shown = (parts.netloc.removeprefix("www.") + parts.path.rstrip("/"))[:_SHOWN]
    html = f'<p><a href="{escape(embed.url)}">{escape(shown)}</a></p>\n'
    return html if quoted else f"<blockquote>\n{html}</blockquote>\n"


def _is_post(blocks: tuple[Block, ...], numbers: list[int]) -> bool:
    """Tell whether the blocks of a quote are a post: it is called one, and links to where it stands."""
    element: HtmlElement | None = blocks[numbers[0]].element
    while element is not None and element.tag != "blockquote":
        element = element.getparent()
    if element is None or not _POST.search(hints(element)) or _is_elsewhere(blocks[numbers[0]]):
        return False
    return _written(element) is not None or any(blocks[number].links for number in numbers)


def _is_elsewhere(block: Block) -> bool:
    return any(
        near.tag in ("aside", "nav", "footer", "form") or _ELSEWHERE.search(hints(near)) for near in around(block, 4)
    )


def _written(element: HtmlElement) -> str | None:
    """Give the address of a post or player as the page writes it, None where there is none."""
    if element.tag != "iframe":
        names = ("data-instgrm-permalink", "cite", "data-href")
        return next((value for name in names if (value := element.get(name, "").strip())), None)
    source = next(
        (value for name in ("src", "data-src", "data-lazy-src") if _FRAME.search(value := element.get(name, ""))), None
    )
    if source is None:
        return None
    try:
        parts = urlsplit(source.strip())
    except ValueError:
        return None
    asked = parse_qs(parts.query)
    if "href" in asked:
        return str(asked["href"][0])
    query = parts.query if "id" in asked else ""
    return str(urlunsplit((parts.scheme, parts.netloc, _EMBED_END.sub("", parts.path), query, "")))
