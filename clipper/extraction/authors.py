"""Who wrote an article, of all that a page says and shows. Pure: facts of JSON-LD and head, blocks -> names.

People come first. A newsroom or an organisation is the author only where no person is named and the page leaves no
doubt: JSON-LD calls it one, readers see it as the byline, or two statements agree. Agencies are kept apart.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from clipper.extraction.aligning import key
from clipper.extraction.blocks import Block
from clipper.extraction.bylines import Byline, read_labelled
from clipper.extraction.draft import Draft
from clipper.extraction.lead import headline_number
from clipper.extraction.linked_data import LinkedFacts
from clipper.extraction.metatags import AUTHORS, MetaTags
from clipper.extraction.names import Credits, folded, is_proper, newsroom, read_credits
from clipper.extraction.signatures import read_addressed, read_dateline, read_signature, sign_offs
from clipper.extraction.unlabelled import read_unlabelled
from clipper.model import Found

_ABOVE_HEADLINE, _BELOW_HEADLINE = 3, 9  # blocks in which bylines stand
_BEFORE_TEXT = 15  # blocks, where the headline is not known
_BELOW_TEXT = 4
_MOST_STATED = 100  # authors of one statement; a page with more of them is a list of people
_SHORT_NAME = 2  # spaces
_PARAGRAPH = 60  # characters at least
_SHORT = 160  # characters of a line that may be a byline

_BY = re.compile(r"(?:by|von|par|por|di)\b", re.IGNORECASE)

Names = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """What one source says of the authors."""

    credits: Credits
    source: str
    confidence: float


def near_headline(draft: Draft, heads: Sequence[int]) -> tuple[int, ...]:
    """Give the numbers of the blocks in which a byline may stand; some pages show it twice, once for small screens.

    heads: as find_headlines gives them.
    """
    text = text_start(draft)
    if not heads:
        return tuple(range(max(0, text - _BEFORE_TEXT), min(len(draft.blocks), text + 1)))
    head = heads[-1]
    twin = next((number for number in heads if head - number <= _BELOW_HEADLINE), head)
    end = max(head + _BELOW_HEADLINE, min(text + 1, head + 2 * _BELOW_HEADLINE))
    last = max(draft.body, default=len(draft.blocks)) + 1  # below it, the bylines are those of teasers
    return tuple(range(max(0, twin - _ABOVE_HEADLINE), min(len(draft.blocks), end, max(last, head + 1))))


def find_headlines(draft: Draft) -> list[int]:
    """Give the numbers of the blocks that show the headline, those before the text where there are any."""
    text, wanted = text_start(draft), key(draft.headline)
    longest = 2 * len(draft.headline) + 40
    found = [
        number
        for number, block in enumerate(draft.blocks)
        if wanted and len(wanted) <= len(block.text) < longest and key(block.text).endswith(wanted)
    ]
    shown = [number for number in found if draft.blocks[number].kind == "heading"] or found[:1]
    before = [number for number in shown if number <= text]
    if before or shown:
        return before or shown[:1]
    head = headline_number(draft.blocks, draft.headline, before=text + 1)
    return [] if head is None else [head]


def text_start(draft: Draft) -> int:
    """Give the number of the first paragraph; behind the last block where there is none."""
    ordered = draft.ordered()
    long = (number for number in ordered if draft.blocks[number].kind == "text" and _is_long(draft.blocks[number].text))
    return next(long, ordered[0] if ordered else len(draft.blocks))


def _is_long(text: str) -> bool:
    return len(text) >= (_PARAGRAPH if text[:1] < "\u2e80" else _PARAGRAPH // 3)


def read_authors(
    linked: LinkedFacts,
    meta: MetaTags,
    draft: Draft,
    *,
    byline: Byline,
    near: Sequence[int],
    below: Sequence[int],
    site: str | None,
) -> tuple[Found[Names], Found[Names]]:
    """Give the authors and the agencies. byline, near: what stands around the headline, and in which blocks.

    below: those of them that stand between the headline and the text, or beside it.
    """
    named = (name for name in meta.all(AUTHORS) if not name.startswith(("http://", "https://", "/")))
    stated = (
        Statement(_credits(linked.authors, site), "json-ld", 0.9),
        Statement(_credits(named, site), "meta", 0.8),
    )
    signed = Credits()
    for one in sign_offs(draft.signed):
        signed = signed + one
    named_already = any(one.credits.people for one in stated) or byline.credits.people or signed.people
    if not named_already and not byline.credits.offices and not linked.offices:
        signed += Credits(people=tuple(read_unlabelled(draft.blocks, below, headline=draft.headline, site=site)))
    shown = byline.credits + signed + (Credits() if named_already or signed.people else _below_text(draft, site))
    offices = _credits(linked.offices, site)
    lines = _lines(draft.blocks, near)
    organisations = (*offices.people, *offices.offices)
    people = _people(stated, shown, lines)
    if people.value is None:
        people = _offices(stated, shown, organisations, lines)
    elif beside := _beside(people.value, (*stated[0].credits.offices, *organisations), lines):
        people = replace(people, value=(*people.value, *beside))
    ordered = draft.ordered()
    dateline = read_dateline(draft.blocks[ordered[0]].text) if ordered else ()
    agencies = (
        *stated[0].credits.agencies,
        *offices.agencies,
        *stated[1].credits.agencies,
        *byline.credits.agencies,
        *dateline,
        *signed.agencies,
    )
    once = tuple(dict.fromkeys(agencies))
    return people, Found(once, "agency", 0.9) if once else Found()


def _credits(texts: Iterable[str], site: str | None) -> Credits:
    whole = Credits()
    for text in islice(texts, _MOST_STATED):
        whole = whole + read_credits(text, site=site)
    return whole


def _lines(blocks: Sequence[Block], near: Sequence[int]) -> Names:
    """Give the short lines around the headline, for a look whether a name stands in them."""
    return tuple(
        blocks[number].text for number in near if blocks[number].level != 1 and len(blocks[number].text) <= _SHORT
    )


def _people(stated: Sequence[Statement], shown: Credits, lines: Names) -> Found[Names]:
    """Give the people named. What readers see wins over a statement for machines that they do not see."""
    first = next((one for one in stated if one.credits.people), None)
    if first is None:
        return Found(shown.people, "byline", 0.7) if shown.people else Found()
    told, seen = _words(first.credits.people), _words(shown.people)
    known = all(any(name & other for other in seen) for name in told)
    if known and len(seen) > len(told):
        return Found(shown.people, "byline", 0.7)
    if (
        seen
        and not any(name & other for name in told for other in seen)
        and not any(_seen(name, lines) for name in first.credits.people)
    ):
        return Found(shown.people, "byline", 0.7)
    return Found(first.credits.people, first.source, first.confidence)


def _words(names: Names) -> list[set[str]]:
    """Give the words of each name, for comparison: a page may leave out a middle name or a title."""
    return [{word for word in folded(name).split() if len(word) > 2 or not word.isascii()} for name in names]


def _seen(name: str, lines: Names) -> bool:
    wanted = folded(name)
    return any(wanted in folded(line) for line in lines)


def _beside(people: Names, offices: Names, lines: Names) -> Names:
    """Give the newsrooms that JSON-LD lists beside people, and that readers see in the byline itself."""
    bylines = tuple(line for line in lines if _BY.match(line) or any(_seen(name, (line,)) for name in people))
    known = {folded(name) for name in people}
    return tuple(
        {folded(name): name for name in offices if folded(name) not in known and _seen(name, bylines)}.values()
    )


def _offices(stated: Sequence[Statement], shown: Credits, organisations: Names, lines: Names) -> Found[Names]:
    """Give the newsroom or the organisation that is named as the author."""
    if organisations:
        return Found(organisations, "json-ld", 0.5)
    for one in stated:
        if visible := tuple(name for name in one.credits.offices if _seen(name, lines)):
            return Found(visible, one.source, 0.5)
    if shown.offices:
        return Found(shown.offices, "byline", 0.4)
    linked, named = (one.credits.offices for one in stated)
    twice = tuple(name for name in linked if name in named and is_proper(name))
    return Found(twice, "json-ld", 0.4) if twice else Found()


def _below_text(draft: Draft, site: str | None) -> Credits:
    """Read a byline that stands below the text, or a signature that ends it."""
    ordered = draft.ordered()
    if not ordered:
        return Credits()
    end = ordered[-1] + 1
    away = [number for number in range(ordered[0], len(draft.blocks)) if number not in draft.body]
    credits = read_labelled(draft.blocks, away, site=site, near=range(end, end + _BELOW_TEXT))
    if credits.people:
        return credits
    lines = draft.blocks[max(ordered[0], end - 3) : end + 2]
    if addressed := next((name for line in lines if (name := read_addressed(line.text))), None):
        return Credits(people=(addressed,))
    paragraph = draft.blocks[end - 1].element
    # The line behind the text may be a name that was not taken for text, or a heading of the site: there, a short one.
    for place, last in enumerate(draft.blocks[end - 1 : end + 1]):
        if place and last.text.count(" ") > _SHORT_NAME:
            continue
        like = last.element.tag == paragraph.tag and last.element.getparent() is paragraph.getparent()
        if like and last.kind == "text" and not last.links and (name := read_signature(last.text)):
            return Credits(people=(name,))
    signing = (block.text for block in draft.blocks[max(0, end - 2) : end + _BELOW_TEXT])
    return credits + Credits(offices=tuple(name for text in signing if (name := newsroom(text)))[:1])
