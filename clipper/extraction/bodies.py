"""The HTML of a body that the user set right -> clean HTML and text, as from a page. Runs in a worker process.

What is hostile in it goes the way of a page: the same guards at parsing, the same rendering, nh3 last.
"""

import re
from collections.abc import Iterator, Sequence
from html import escape

from clipper.extraction.blocks import Block, Link, segment
from clipper.extraction.bodypool import BodyJob, CleanBody, LeftOut
from clipper.extraction.draft import Draft
from clipper.extraction.embeds import Embed, embed_html
from clipper.extraction.links import absolute
from clipper.extraction.parsing import Parsed, parse
from clipper.extraction.pictures import Place
from clipper.extraction.rendering import render_html, render_text
from clipper.model import Illustration

# What one who shows a text may leave out of it.
_UNSEEN = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u200b\u2060\ufdd0-\ufdef\ufeff\ufffc\ufffe\uffff]")
PICTURES = ("img", "amp-img")  # other elements of blocks of that kind stand for posts and players
_LONG = 200  # characters; a paragraph of so many may be shown in parts


def read(job: BodyJob) -> CleanBody:
    """Give the clean HTML and the text of a body, without what is to go. Raise ExtractError(damaged)."""
    page = parse(job.html.encode("utf-8", "replace"), charset="utf-8")
    blocks = segment(page.tree)
    captions = dict(_captions(blocks))
    going = chosen_blocks(blocks, job.left_out)
    places = []
    for number in captions:
        address = _address(blocks[number], page, job.base)
        if address in job.left_out.pictures:
            going |= {number, *captions[number]}
        elif address is not None:
            caption = " ".join(" ".join(blocks[n].text.split()) for n in captions[number] if n not in going)
            alt = " ".join(blocks[number].element.get("alt", "").split())
            places.append(Place(number, Illustration(address, caption or None, None, alt or None)))
    told = {n for place in places for n in captions[place.number]}
    body = frozenset(n for n, block in enumerate(blocks) if block.kind != "picture" and n not in told | going)
    # What a page shows of a post elsewhere is a link, which is in the HTML alone.
    text = render_text(Draft(blocks, frozenset(n for n in body if not _is_link_to_post(blocks[n]))))
    html = render_html(Draft(blocks, body), places, base=job.base) if text.strip() else ""
    return CleanBody(html, text, bool(going))


def chosen_blocks(blocks: Sequence[Block], left_out: LeftOut) -> set[int]:
    """Give the numbers of the blocks in which chosen lines stand; of a table's row all cells.

    What is shown begins with a head of its own, so lines that are alike are told apart by their place from the end.
    """
    wanted = _from_the_end([(_folded(line), number in left_out.chosen) for number, line in enumerate(left_out.lines)])
    lines = [
        (line, number) for number, block in enumerate(blocks) for line in map(_folded, block.text.split("\n")) if line
    ]
    found: set[int] = set()
    seen: dict[str, int] = {}
    for line, number in reversed(lines):
        seen[line] = seen.get(line, 0) + 1
        if (line, seen[line]) in wanted:
            found.add(number)
    for part in {line for line, _ in wanted if len(line) >= _LONG}:
        found.update(number for line, number in lines if len(line) > len(part) and part in line)
    rows = {row for number in found if (row := _row(blocks[number])) is not None}
    return found | {number for number, block in enumerate(blocks) if _row(block) in rows}


def _from_the_end(lines: Sequence[tuple[str, bool]]) -> set[tuple[str, int]]:
    """Give the chosen lines, each with its number among those that are alike, counted from the end."""
    seen: dict[str, int] = {}
    wanted = set()
    for line, chosen in reversed(lines):
        seen[line] = seen.get(line, 0) + 1
        if chosen and line:
            wanted.add((line, seen[line]))
    return wanted


def _captions(blocks: Sequence[Block]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Give each picture's number with those of the blocks below it in the same figure."""
    for number, block in enumerate(blocks):
        if block.kind == "picture" and block.element.tag in PICTURES:
            figure = next((part for part in reversed(block.path) if part[0] == "figure"), None)
            below: list[int] = []
            for place in range(number + 1, len(blocks)):
                if figure not in blocks[place].path or blocks[place].kind == "picture":
                    break
                below.append(place)
            yield number, tuple(below)


def _address(block: Block, page: Parsed, base: str | None) -> str | None:
    written = block.element.get("src", "").strip()
    return absolute(page.pictures.get(written, written), base, schemes=("http", "https", "data"))


def _is_link_to_post(block: Block) -> bool:
    links = [piece for piece in block.pieces if isinstance(piece, Link)]
    if len(links) != 1 or not any(name == "blockquote" for name, _ in block.path):
        return False
    return f">{escape(block.text)}</a>" in embed_html(Embed(0, links[0].target), quoted=True)


def _row(block: Block) -> tuple[str, int] | None:
    return next((part for part in reversed(block.path) if part[0] == "tr"), None)


def _folded(line: str) -> str:
    return " ".join(_UNSEEN.sub("", line).split())
