"""The lead: the paragraph between headline and text that extractors lose when it stands in a box of its own."""

import re
from collections.abc import Sequence
from dataclasses import replace

from clipper.extraction.aligning import key
from clipper.extraction.blocks import Block, around, hints
from clipper.extraction.bylines import is_byline
from clipper.extraction.captions import captions, is_caption
from clipper.extraction.draft import Draft
from clipper.extraction.phrases import CONTROL, TEASER_HEADING, TEASER_LINE, invites

_SHORTEST = 60
_LONGEST = 1500
_FARTHEST = 14  # blocks between headline and text
_ELSEWHERE = re.compile(
    r"related|teaser|recommend|newsletter|promo|sidebar|comment|share|social|\bads?\b|advert|banner|cookie|consent|paywall|author-?bio|biography|tooltip|popup|modal|gallery|video-desc|disclaimer|breadcrumb|nav"
)
_SUBTITLE_NAMES = re.compile(
    r"sub-?(?:title|head|headline)|standfirst|\bdeck?\b|untertitel|sous-titre|chapo|bajada|subt[ií]tulo|sottotitolo|"
    r"ondertitel"
)
_SENTENCE_END = re.compile(r"[.!?…。！？؟]['\"”“»’)\]]*$")


def with_lead(draft: Draft) -> Draft:
    """Take in paragraphs that stand between the headline and the body."""
    if not draft.body:
        return draft
    first = draft.ordered()[0]
    head = headline_number(draft.blocks, draft.headline, before=first)
    if head is None or first - head > _FARTHEST:
        return draft
    taken = {number for numbers in captions(draft.blocks[: first + 1]).values() for number in numbers} | draft.unlikely
    have = {key(draft.blocks[number].text) for number in draft.body}
    lead = [
        number
        for number in range(head + 1, first)
        if number not in taken and _is_lead(draft.blocks[number]) and key(draft.blocks[number].text) not in have
    ]
    return replace(draft, body=draft.body.union(lead))


def headline_number(blocks: Sequence[Block], headline: str, *, before: int) -> int | None:
    """Give the number of the last heading in front of the body that is the headline."""
    wanted = key(headline)
    for number in range(min(before, len(blocks)) - 1, -1, -1):
        block = blocks[number]
        if block.kind == "heading" and (block.level == 1 or (wanted and key(block.text) == wanted)):
            return number
    return None


def is_subtitle(block: Block) -> bool:
    """Tell whether the page calls a block the line under its headline."""
    return any(_SUBTITLE_NAMES.search(hints(near)) for near in around(block, 2))


def _is_lead(block: Block) -> bool:
    text = block.text
    if block.kind != "text" or not _SHORTEST <= len(text) * (1 if text[:1] < "\u2e80" else 3) <= _LONGEST:
        return False
    if any(name in ("ul", "ol", "dl", "table", "figure", "blockquote") for name, _ in block.path):
        return False
    if block.links > len(text) * 0.4 or not _SENTENCE_END.search(text):
        return False
    if is_caption(block) or is_byline(block) or invites(text) or TEASER_LINE.match(text):
        return False
    if CONTROL.match(text) or TEASER_HEADING.match(text):
        return False
    return not any(
        near.tag in ("aside", "nav", "footer", "form") or _ELSEWHERE.search(hints(near)) for near in around(block, 3)
    )
