"""Live blogs: the entries in the order of the page, each with its time, without what stands between them.

An entry is told by its time. Where most times of a page stand under one element, each within a child of its own, those
children are the entries (or begin them, where times and paragraphs follow each other without boxes).
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from html import escape
from itertools import islice

from lxml.html import HtmlElement

from clipper.extraction.aligning import key
from clipper.extraction.blocks import Block, around, hints
from clipper.extraction.captions import is_caption
from clipper.extraction.draft import Draft
from clipper.extraction.linked_data import LinkedFacts, Update
from clipper.extraction.phrases import CONTROL, TEASER_HEADING, TEASER_LINE

# In addresses and titles. The weak ones are names of sections, too.
_LIVE = re.compile(
    r"live-?blog|live-?ticker|live-?updates?|minute-(?:par|by)-minute|minuto-(?:a|por)-minuto|"
    r"minuto per minuto|"
    r"en-direct|en-vivo|in-diretta|ao-vivo|liveticker|as-it-happened|実況|文字直播|실시간",
    re.IGNORECASE,
)
_LIVE_WEAK = re.compile(
    r"(?:^|[\W_])(?:live|ticker|newsblog|newsticker|direto|direct|endirecto|directo|diretta|vivo|direkte|direkt)(?:$|[\W_])",
    re.IGNORECASE,
)
_PATH = re.compile(r"^\w+://[^/?#]*|[?#].*$")  # what of an address is not its path
_FEWEST = 4
_LONGEST_TIME = 48  # characters: "Published at 14:05, 3 September 2026"
_CLOCK = re.compile(
    r"(?:^|\D)(?:[01]?\d|2[0-4])\s?[:.h時시点]\s?[0-5]\d(?!\d|[.,]\d)|\b(?:1[0-2]|[1-9])\s?[ap]\.?m\b", re.IGNORECASE
)
_AGO = re.compile(
    r"\b\d{1,2}\s?(?:min(?:ute[ns]?|uti|utos?)?|hours?|hrs?|h|stunden?|std|heures?|horas?|ore|m)\b(?: ago)?|"
    r"\d+\s?(?:分钟|小时|分鐘|小時|分|時間)前",
    re.IGNORECASE,
)
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d")
_ENTRY = 40  # characters of running text an entry has on average, at the least: less is a list of teasers
_ELSEWHERE = re.compile(r"related|teaser|recommend|newsletter|promo|sidebar|comment|share|social|\bads?\b|advert")
_MOSTLY = 0.7
_MOST_TIMES, _HIGHEST = 5_000, 60  # times, and elements above one, that are looked at
_GONE = 3  # of its text in the page, a third at the most: then what JSON-LD says of the entries is all there is


def is_live(url: str | None, title: str, blocks: Sequence[Block], linked: LinkedFacts) -> bool:
    """Tell whether a page is a live blog: it says so, or its name does, or a row of entries does."""
    if linked.live:
        return True
    named = f"{_PATH.sub('', url or '')} {title}"
    if _LIVE.search(named):
        return True
    return _LIVE_WEAK.search(named) is not None and bool(_entries(blocks))


def with_entries(draft: Draft, updates: Sequence[Update] = ()) -> Draft:
    """Make the entries of a live blog the body, behind what stands before them. updates: as JSON-LD names them."""
    found = _entries(draft.blocks)
    if found:
        have = {key(draft.blocks[number].text) for number in found}
        before = {n for n in draft.body if n < found[0] and key(draft.blocks[n].text) not in have}
        entries = frozenset(found)
        blocks = tuple(_dated(block) if number in entries else block for number, block in enumerate(draft.blocks))
        return replace(draft, blocks=blocks, body=entries.union(before))
    told = [update for update in updates if update.body or update.headline]
    keys = "".join(key(draft.blocks[number].text) for number in draft.ordered())
    there = sum(key(update.body or update.headline)[:80] in keys for update in told)
    if len(told) < 2 or there * _GONE >= len(told) or not draft.blocks:
        return draft
    # The page loads its entries later: JSON-LD has them.
    own = [block for update in told for block in _told(update, draft.blocks[0].element)]
    numbers = range(len(draft.blocks), len(draft.blocks) + len(own))
    return replace(draft, blocks=(*draft.blocks, *own), body=draft.body.union(numbers))


def _entries(blocks: Sequence[Block]) -> list[int]:
    """Give the numbers of the entries' blocks; none where the page has no row of entries."""
    times = [number for number, block in enumerate(blocks) if _is_time(block)]
    stream, children = _stream([blocks[number].element for number in times])
    if stream is None:
        return []
    entries: list[int] = []
    seen: set[str] = set()
    boxed = sum(len(child) > 0 for child in children) >= _MOSTLY * len(children)
    started = False
    for number, block in enumerate(blocks):
        child = _child_of(stream, block.element)
        if child is None:
            continue
        started = started or child in children
        if not started or (boxed and child not in children) or not _is_told(block):
            continue
        if len(block.text) > _LONGEST_TIME and block.text in seen:
            continue
        seen.add(block.text)
        entries.append(number)
    said = sum(len(blocks[number].text) - blocks[number].links for number in entries if not _is_time(blocks[number]))
    return entries if said >= _ENTRY * len(children) else []


def _stream(elements: Sequence[HtmlElement]) -> tuple[HtmlElement | None, frozenset[HtmlElement]]:
    """Give the element under which most times stand, each in a child of its own, and those children."""
    below: dict[HtmlElement, dict[HtmlElement, None]] = {}
    for element in elements[:_MOST_TIMES]:
        child = element
        for parent in islice(element.iterancestors(), _HIGHEST):
            below.setdefault(parent, {})[child] = None
            child = parent
    if not below:
        return None, frozenset()
    stream = max(below, key=lambda parent: len(below[parent]))
    children = _alike(list(below[stream]))
    return (stream, frozenset(children)) if len(children) >= _FEWEST else (None, frozenset())


def _alike(children: list[HtmlElement]) -> list[HtmlElement]:
    """Give those of the commonest tag: a time above the entries is none of them."""
    tag = Counter(child.tag for child in children).most_common(1)[0][0]
    return [child for child in children if child.tag == tag]


def _child_of(stream: HtmlElement, element: HtmlElement) -> HtmlElement | None:
    child = element
    for parent in islice(element.iterancestors(), _HIGHEST):
        if parent is stream:
            return child
        child = parent
    return None


def _is_time(block: Block) -> bool:
    text = block.text
    if not text or len(text) > _LONGEST_TIME or block.kind not in ("text", "heading"):
        return False
    # A score or a price is no time: a time stands alone, or in an element that says so.
    if _CLOCK.search(text):
        return len(text) <= 12 or block.element.find(".//time") is not None or _names_time(block)
    return bool(_AGO.search(text)) and block.element.find(".//time") is not None


def _dated(block: Block) -> Block:
    """Write the time of an entry in full where the page tells how long ago it was: that is soon wrong."""
    if not _is_time(block) or _CLOCK.search(block.text):
        return block
    time = block.element.find(".//time")
    written = time.get("datetime", "") if time is not None else ""
    if not _MOMENT.match(written):
        return block
    text = written.replace("T", " ")[:16]
    return replace(block, text=text, pieces=(escape(text, quote=False),), links=0)


def _names_time(block: Block) -> bool:
    return "time" in hints(block.element) or "date" in hints(block.element) or len(_CLOCK.sub("", block.text)) <= 24


def _is_told(block: Block) -> bool:
    """Tell whether a block is an entry's own: no picture, control, teaser or box within it."""
    if block.kind in ("picture", "caption") or is_caption(block):
        return False
    text = block.text
    if len(text) <= 220 and (CONTROL.match(text) or TEASER_HEADING.match(text) or TEASER_LINE.match(text)):
        return False
    if block.kind != "heading" and len(text) > _LONGEST_TIME and block.links >= _MOSTLY * len(text):
        return False
    return not any(
        near.tag in ("aside", "nav", "footer", "form") or _ELSEWHERE.search(hints(near)) for near in around(block, 3)
    )


def _told(update: Update, element: HtmlElement) -> list[Block]:
    """Make blocks of an entry that JSON-LD alone has."""
    blocks = []
    when = (update.published or "").replace("T", " ")[:16]
    for kind, text in (("text", when), ("heading", update.headline), *(("text", part) for part in _parts(update.body))):
        if text:
            pieces = (escape(text, quote=False),)
            if kind == "heading":
                blocks.append(Block("heading", text, pieces, 0, element, (), 3))
            else:
                blocks.append(Block("text", text, pieces, 0, element, ()))
    return blocks


def _parts(body: str) -> list[str]:
    return [" ".join(part.split()) for part in body.split("\n\n") if part.strip()]
