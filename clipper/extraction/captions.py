"""Which block is the caption of which picture, and whose the picture is."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from lxml.html import HtmlElement

from clipper.extraction.agencies import agencies_within
from clipper.extraction.blocks import Block, around, hints
from clipper.extraction.phrases import AGENCY_CREDIT, CREDIT

MOST = 4  # blocks that a caption is made of
_LONGEST = 600
_KEPT = 256  # names of elements
_NAMES = re.compile(
    r"caption|(?<!drop-)(?<!drop)\bcap\b|bildunterschrift|bildtext|bild-text|legende?\b|\blegend|(?:image|img|photo|picture|media)[-_]*(?:text|desc|info|credit|byline)|"
    r"\bcredits?\b|-credit\b|copyright|pie[-_]?(?:de[-_]?)?foto|didascalia|fotograf|bildnachweis|image-details"
)
_CREDIT_NAMES = re.compile(r"credit|copyright|source|quelle|fotograf|photographer|bildnachweis|byline|autor|author")


def is_caption(block: Block) -> bool:
    """Tell whether a block is a picture's caption or credit by its place or its name."""
    if len(block.text) > _LONGEST or block.kind in ("heading", "code", "picture"):
        return False
    if block.kind == "caption":
        return not any(name in ("table", "blockquote") for name, _ in block.path)
    return len(block.text) <= _LONGEST // 2 and any(
        _is_named_caption(hints(near)) for near in around(block, 2) if near.tag not in ("article", "main", "section")
    )


@lru_cache(_KEPT)
def _is_named_caption(names: str) -> bool:
    """Tell whether an element with these names is a caption. The paragraphs of a text have the same ones."""
    return _NAMES.search(names) is not None


def captions(blocks: Sequence[Block]) -> Mapping[int, tuple[int, ...]]:
    """Give the blocks that are a picture's caption, by the number of the picture."""
    return {number: captions_of(blocks, number) for number, block in enumerate(blocks) if block.kind == "picture"}


def captions_of(blocks: Sequence[Block], number: int) -> tuple[int, ...]:
    """Give the blocks that are the caption of one picture."""
    picture = blocks[number]
    figure = next((part for part in reversed(picture.path) if part[0] == "figure"), None)
    taken: list[int] = []
    for place in range(number + 1, min(number + 1 + MOST, len(blocks))):
        block = blocks[place]
        if block.kind == "picture":
            break
        inside = figure is not None and figure in block.path
        if inside and len(block.text) <= _LONGEST:
            taken.append(place)
        elif inside or block.kind == "heading":
            break
        elif is_caption(block) or _credited_beside(picture.element, block):
            taken.append(place)
        else:
            break
    return tuple(taken)


def _credited_beside(picture: HtmlElement, block: Block) -> bool:
    """Tell whether a text with a photographer's credit is alone with the picture in a box."""
    if len(block.text) > _LONGEST or not (CREDIT.search(block.text) or AGENCY_CREDIT.search(block.text)):
        return False
    box = next(
        (near for near in around(block, 4) if near is not picture and picture in near.iter("img", "amp-img")), None
    )
    return box is not None and len(box.text_content().split()) <= len(block.text.split()) + 12


def split_credit(texts: Sequence[str], elements: Sequence[HtmlElement] = ()) -> tuple[str | None, str | None]:
    """Give caption and credit of the texts under a picture."""
    caption: list[str] = []
    credit: str | None = None
    for number, text in enumerate(texts):
        text = " ".join(text.split())
        found = CREDIT.search(text) or AGENCY_CREDIT.search(text)
        if found and credit is None:
            credit = _whole(found["credit"]) or None
            text = text[: found.start()].strip(" /|–—-([,;·")
        elif credit is None and number < len(elements) and number and _CREDIT_NAMES.search(hints(elements[number])):
            credit, text = _whole(text), ""
        if text:
            caption.append(text)
    return " ".join(caption) or None, credit


def _whole(credit: str) -> str:
    """Give a credit without the brackets around it, and with those within it closed."""
    credit = credit.strip(" |©:")
    if credit.count("(") > credit.count(")"):
        credit += ")"
    elif credit.count(")") > credit.count("("):
        credit = credit.removesuffix(")")
    return credit[1:-1].strip() if credit.startswith("(") and credit.endswith(")") else credit


def agencies_of(credit: str | None) -> tuple[str, ...]:
    """Give the agencies that a picture's credit names."""
    return agencies_within(credit) if credit else ()
