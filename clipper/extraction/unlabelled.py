"""Names near the headline of which no word and no name in the page's source tells that they are authors'.

What tells it is what stands beside them: the portrait of the person, the date, or a post ("Senior Writer").
"""

import re
from collections.abc import Sequence

from clipper.extraction.blocks import Block
from clipper.extraction.bylines import is_byline
from clipper.extraction.names import folded, is_post, read_credits
from clipper.extraction.signatures import read_signature

_LONGEST = 60  # characters of a line that has a name alone, or with post and date
_MORE = 14  # characters in the words for a portrait beside the name: "Portrait of", "'s avatar"
_BESIDE = 2  # blocks
_PARTS = re.compile(r"\s*[|•·・]\s*|\s+[–—-]\s+")
# What pages write beside their dates, in capitals as names are.
_CONTROLS = re.compile(
    r"\b(?:this|page|article|related|topics|read|later|next|previous|posts?|comments?|print|saved?|saving|email|listen|"
    r"top|in|content|home|dieser?|artikel|seite|drucken|merken|teilen|kommentare?|cet|cette|imprimer|partager|"
    r"guardar|compartir|stampa|condividi)\b",
    re.IGNORECASE,
)


def read_unlabelled(blocks: Sequence[Block], numbers: Sequence[int], *, headline: str, site: str | None) -> list[str]:
    """Give the names that stand alone in one of these lines below the headline, beside what tells whose they are."""
    title = folded(headline)
    alone: dict[str, int] = {}
    for number in numbers:
        name = _name_in(blocks[number], site)
        if name and folded(name) not in title and not _CONTROLS.search(name):
            alone.setdefault(name, number)
    portrayed = [name for name in alone if _portrayed(name, blocks)]
    return portrayed or [name for name, number in alone.items() if _has_post(blocks[number]) or _dated(blocks, number)]


def _name_in(block: Block, site: str | None) -> str | None:
    if (
        block.kind not in ("text", "heading")
        or 1 <= block.level <= 2
        or len(block.text) > _LONGEST
        or any(name == "li" for name, _ in block.path)
    ):
        return None
    name = read_signature(_PARTS.split(block.text)[0])
    return name if name and read_credits(name, site=site).people else None


def _has_post(block: Block) -> bool:
    return any(is_post(part) for part in _PARTS.split(block.text)[1:])


def _dated(blocks: Sequence[Block], number: int) -> bool:
    """Tell whether the line right above or below has the date; two lines that hold each other's place are menus."""
    beside = (blocks[near] for near in (number - 1, number + 1) if 0 <= near < len(blocks))
    return len(_PARTS.split(blocks[number].text)) == 1 and any(
        is_byline(near) and any(sign.isdigit() for sign in near.text) for near in beside
    )


def _portrayed(name: str, blocks: Sequence[Block]) -> bool:
    wanted = folded(name)
    for number, block in enumerate(blocks):
        if block.kind != "picture" or not (alt := block.element.get("alt")) or len(alt) > len(name) + _MORE:
            continue
        beside = blocks[max(0, number - _BESIDE) : number + _BESIDE + 1]
        if f" {wanted} " in f" {folded(alt)} " and any(folded(near.text) == wanted for near in beside):
            return True
    return False
