"""What a site repeats is not its article: lines that its other pages have, too, are left out.

Which lines these are was learned from the user's own clippings and is handed in; nothing is known here of where from.
"""

import re
from collections import Counter
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
from clipper.lines import line_key, remembered

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
    if (draft.repeated.always | draft.repeated.apart).isdisjoint(line.key for line in draft.lines):
        return draft
    known = set(_known(draft, ordered))
    known -= set(_spared(draft, ordered, known))
    taken: set[int] = set()
    for numbers in _units(draft.blocks, ordered):
        if _chars(draft, known.intersection(numbers)) >= _WHOLE * _chars(draft, numbers):
            taken.update(numbers)
    taken -= set(_needed_headings(draft, ordered, taken))
    return without(draft, taken) if _chars(draft, taken) <= _MOST * _chars(draft, ordered) else draft


def _known(draft: Draft, ordered: Sequence[int]) -> Iterator[int]:
    """Give the lines that the site repeats; those that only another page has, where they stand apart from the text."""
    texts = _texts(draft, ordered)
    for number in ordered:
        block = draft.blocks[number]
        key = line_key(block.text)
        if key in draft.repeated.always or (key in draft.repeated.apart and _stands_apart(block, texts)):
            yield number


def _texts(draft: Draft, ordered: Sequence[int]) -> frozenset[HtmlElement]:
    """Give the elements right below which a good part of the text stands; a page may break it into several."""
    held: Counter[HtmlElement] = Counter()
    for number in ordered:
        if (parent := draft.blocks[number].element.getparent()) is not None:
            held[parent] += len(draft.blocks[number].text)
    whole = _chars(draft, ordered)
    return frozenset(element for element, chars in held.items() if chars >= _GOOD_PART * whole)


def _stands_apart(block: Block, texts: frozenset[HtmlElement]) -> bool:
    """Tell whether a block is a link or in a box of its own. What an agency wrote stands among other paragraphs."""
    if block.links >= _LINKED * len(block.text):
        return True
    between: list[HtmlElement] = []
    for near in block.element.iterancestors():
        if near in texts:
            return bool(between) and not any(one.tag in _WITHIN for one in between)
        between.append(near)
    return bool(texts)


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


def _units(blocks: Sequence[Block], ordered: Sequence[int]) -> Iterator[list[int]]:
    """Give what is judged together: a list, a table, or a block that stands in none."""
    for _, numbers in groupby(ordered, lambda number: _set_of(blocks[number]) or number):
        yield list(numbers)


def _set_of(block: Block) -> tuple[str, int] | None:
    return next((part for part in block.path if part[0] in _SETS), None)


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
