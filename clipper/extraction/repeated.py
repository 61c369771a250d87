"""What a site repeats is not its article: lines that its other pages have, too, are left out.

Which lines these are was learned from the user's own clippings and is handed in; nothing is known here of where from.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from lxml.html import HtmlElement

from clipper.extraction.blocks import Block
from clipper.extraction.bylines import is_byline
from clipper.extraction.draft import Draft, without
from clipper.extraction.lead import is_subtitle
from clipper.extraction.names import read_credits
from clipper.extraction.signatures import read_sign_off
from clipper.lines import concerns, line_key, remembered

_MOST = 1 / 3  # of a text; where more is known, the page is short or the memory is wrong, and all of it stays
_WHOLE = 0.8  # of a list or table that must be known: one line of a recipe stands in every other one
_GOOD_PART = 1 / 4  # of the text in one element, which is no box beside it then
_LINKED = 0.8
_WITHIN = ("blockquote", "ul", "ol", "dl", "table", "figure", "pre")  # what a text is made of, whatever is around it
_LAST = 5  # blocks in which a writer takes leave
_LONG = 60  # characters of a lead without a full stop
_SHORTEST_NAME, _LONGEST_SIGN_OFF = 5, 80
_PARTS = re.compile(r"\s+[–—-]+\s*|^[–—-]+\s*|[,;!\n]\s*")
_SENTENCE_END = re.compile(r"[.!?…。！？؟]['\"”“»’)\]]*$")
_SETS = ("ul", "ol", "dl", "table")


def without_repeated(draft: Draft) -> Draft:
    """Leave out what the site repeats, and note the lines as they were before.

    Lists and tables go as a whole or not at all, a heading with all that stands under it. The lead, names and
    sign-offs stay, and so does everything where it would be more than a third of the text.
    """
    ordered = draft.ordered()
    draft = replace(draft, lines=remembered(draft.blocks[number].text for number in ordered))
    if not concerns(draft.repeated, draft.lines):
        return draft
    always, known = _known(draft, ordered)
    taken: set[int] = set()
    for numbers in _units(draft.blocks, ordered):
        if _are_known(draft, numbers, always):
            taken.update(numbers)
    for numbers in _boxes(draft, ordered):
        if _are_known(draft, numbers, known):
            taken.update(known.intersection(numbers))
    taken -= set(_needed_headings(draft, ordered, taken))
    return without(draft, taken) if _chars(draft, taken) <= _MOST * _chars(draft, ordered) else draft


def _known(draft: Draft, ordered: Sequence[int]) -> tuple[set[int], set[int]]:
    """Give the lines that the site repeats always, and those that it repeats at all, without those that stay.

    What stands several times in one article names its parts: each product of a test has "What we like".
    """
    keys = {number: line_key(draft.blocks[number].text) for number in ordered}
    often = Counter(keys.values())
    once = {number: key for number, key in keys.items() if key is not None and often[key] == 1}
    always = {number for number, key in once.items() if key in draft.repeated.always}
    known = always | {number for number, key in once.items() if key in draft.repeated.apart}
    spared = set(_spared(draft, ordered, known))
    return always - spared, known - spared


def _are_known(draft: Draft, numbers: Sequence[int], known: set[int]) -> bool:
    return _chars(draft, known.intersection(numbers)) >= _WHOLE * _chars(draft, numbers)


def _units(blocks: Sequence[Block], ordered: Sequence[int]) -> Iterator[list[int]]:
    """Give what goes together wherever it stands: a list, a table, or a block that is in none."""
    for _, numbers in groupby(ordered, lambda number: _set_of(blocks[number]) or number):
        yield list(numbers)


def _set_of(block: Block) -> tuple[str, int] | None:
    return next((part for part in block.path if part[0] in _SETS), None)


def _boxes(draft: Draft, ordered: Sequence[int]) -> Iterator[list[int]]:
    """Give what stands apart from the text: links, and boxes, each with all that is in it.

    What an agency wrote stands among the other paragraphs.
    """
    texts = _texts(draft, ordered)
    boxes: defaultdict[HtmlElement, list[int]] = defaultdict(list)
    for number in ordered:
        block = draft.blocks[number]
        if block.links >= _LINKED * len(block.text):
            yield [number]
        elif (box := _box(block)) is not None and _is_beside(box, texts):
            boxes[box].append(number)
    yield from boxes.values()


def _texts(draft: Draft, ordered: Sequence[int]) -> frozenset[HtmlElement]:
    """Give the elements right below which a good part of the text stands; a page may break it into several."""
    held: Counter[HtmlElement] = Counter()
    for number in ordered:
        if (parent := draft.blocks[number].element.getparent()) is not None:
            held[parent] += len(draft.blocks[number].text)
    whole = _chars(draft, ordered)
    return frozenset(element for element, chars in held.items() if chars >= _GOOD_PART * whole)


def _box(block: Block) -> HtmlElement | None:
    """Give the element that holds a block, or the list or table that it is in."""
    for near in (block.element, *block.element.iterancestors()):
        if near.tag in _SETS:
            return near.getparent()
    return block.element.getparent()


def _is_beside(box: HtmlElement, texts: frozenset[HtmlElement]) -> bool:
    """Tell whether an element is a box of its own: not what holds the text, no quote or figure within it."""
    if not texts or box in texts:
        return False
    for near in (box, *box.iterancestors()):
        if near in texts:
            return True
        if near.tag in _WITHIN:
            return texts.isdisjoint(near.iterancestors())
    return True


def _spared(draft: Draft, ordered: Sequence[int], known: set[int]) -> Iterator[int]:
    """Give those known lines that stay: code, the lead, which other pages may show as a teaser, and who signs."""
    first = next((number for number in ordered if draft.blocks[number].kind == "text"), -1)
    for number in known:
        block = draft.blocks[number]
        leads = is_subtitle(block) or (number == first and not block.links and _is_prose(block.text))
        if leads or block.kind == "code" or (number in ordered[-_LAST:] and _signs(block)):
            yield number


def _is_prose(text: str) -> bool:
    return bool(_SENTENCE_END.search(text)) or len(text) >= _LONG


def _needed_headings(draft: Draft, ordered: Sequence[int], taken: set[int]) -> Iterator[int]:
    """Give the headings under which something stays: every review of a site has its "Verdict"."""
    for place, number in enumerate(ordered):
        level = draft.blocks[number].level
        if number not in taken or draft.blocks[number].kind != "heading":
            continue
        for following in ordered[place + 1 :]:
            block = draft.blocks[following]
            if block.kind == "heading" and block.level <= level:
                break
            if following not in taken:
                yield number
                break


def _signs(block: Block) -> bool:
    """Tell whether a line is where somebody signs: a name alone, or behind a greeting."""
    text = block.text
    if read_sign_off(text) is not None or is_byline(block):
        return True
    if block.links or not _SHORTEST_NAME <= len(text) <= _LONGEST_SIGN_OFF or text[-1] in ".:?!…":
        return False
    *greeting, name = [part for part in _PARTS.split(text) if part] or [""]
    return bool(read_credits(name).people) and (bool(greeting) or " " in name) and name.split()[-1][:1].isupper()


def _chars(draft: Draft, numbers: Sequence[int] | set[int]) -> int:
    return sum(len(draft.blocks[number].text) for number in numbers)
