"""Steps that take out of a body what is not the article. Each is one rule; each takes and gives a Draft.

A step judges whole blocks and never reaches into a sentence. New steps are added to STEPS.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from clipper.extraction.aligning import key
from clipper.extraction.asides import ASIDE, AUTHOR_HEADING
from clipper.extraction.blocks import Block, Container
from clipper.extraction.bylines import is_byline
from clipper.extraction.captions import MOST, captions_of, is_caption
from clipper.extraction.draft import CleaningStep, Draft, without
from clipper.extraction.embeds import with_posts
from clipper.extraction.lead import is_subtitle, with_lead
from clipper.extraction.phrases import CONTROL, TAG_LINE, TEASER_HEADING, TEASER_LINE, invites
from clipper.extraction.repeated import without_repeated
from clipper.extraction.signatures import read_sign_off

_LONG = 140  # characters of a block that is surely a paragraph
_INVITATION_LONGEST = 320
_ASIDE_LONGEST = 420
_BOX, _BOX_LONGEST, _HEADING_LONGEST = 5, 1200, 40  # blocks; characters of an author's box and of its heading
_MOST_TRAILING = 2
_HEAD = 4  # blocks in which bylines stand where no paragraph is long
_MOSTLY, _ALMOST_ALL = 0.8, 0.9
_HEADLINE = 30  # characters: a list of single words is a list


def clean(draft: Draft) -> Draft:
    """Apply all steps in their order."""
    for step in STEPS:
        draft = step(draft)
    return draft


def without_captions(draft: Draft) -> Draft:
    """Captions belong to their pictures."""
    under_pictures = set(_under_pictures(draft))
    taken = [
        n for n in draft.body if is_caption(draft.blocks[n]) or (n in under_pictures and not _long(draft.blocks[n]))
    ]
    # A site that calls its whole text "caption" means something else.
    if sum(len(draft.blocks[n].text) for n in taken) * 2 > sum(len(draft.blocks[n].text) for n in draft.body):
        return draft
    return without(draft, taken)


def _under_pictures(draft: Draft) -> Iterator[int]:
    """Give the captions of all pictures before the body, or within it."""
    for number in {number - behind for number in draft.body for behind in range(1, MOST + 1)}:
        if number >= 0 and draft.blocks[number].kind == "picture":
            yield from captions_of(draft.blocks, number)


def without_headline(draft: Draft) -> Draft:
    """The headline is the title; it need not stand in the text again, nor what stands above it."""
    headline = key(draft.headline)
    if not headline:
        return draft
    ordered = draft.ordered()
    before = next((place for place, n in enumerate(ordered) if _long(draft.blocks[n])), len(ordered))
    same = [n for n in ordered if key(draft.blocks[n].text) == headline and draft.blocks[n].kind == "heading"]
    above = [n for n in ordered[:before] if _stands_above(draft.blocks[n], headline)]
    return without(draft, (*same, *above))


def _stands_above(block: Block, headline: str) -> bool:
    return block.level == 1 or key(block.text) == headline or (block.kind == "heading" and is_subtitle(block))


def without_bylines(draft: Draft) -> Draft:
    """Author, date and place of publication stand in fields of their own."""
    ordered = draft.ordered()
    first = next((place for place, n in enumerate(ordered) if _long(draft.blocks[n])), _HEAD)
    return without(draft, [n for n in ordered[:first] if is_byline(draft.blocks[n])])


def without_sign_off(draft: Draft) -> Draft:
    """A name in brackets at the end, or right behind it, is who wrote it."""
    ordered = draft.ordered()
    behind = range(ordered[-1] + 1, min(ordered[-1] + 3, len(draft.blocks))) if ordered else ()
    for number in reversed((*ordered[-3:], *behind)):
        text = draft.blocks[number].text
        if read_sign_off(text) is not None:
            draft = replace(without(draft, [number]), signed=(*draft.signed, text))
    return draft


def without_controls(draft: Draft) -> Draft:
    """Buttons and counters are no text."""
    return without(
        draft, [n for n in draft.body if len(draft.blocks[n].text) <= 80 and CONTROL.match(draft.blocks[n].text)]
    )


def without_asides(draft: Draft) -> Draft:
    """Players, reading times, gifts, summaries by machines and requests for feedback are the site's, not the text's."""
    return without(
        draft,
        [n for n in draft.body if len(draft.blocks[n].text) <= _ASIDE_LONGEST and ASIDE.match(draft.blocks[n].text)],
    )


def without_author_box(draft: Draft) -> Draft:
    """Who wrote it, under a heading that says so, behind the text."""
    ordered = draft.ordered()
    for place in range(max(1, len(ordered) - _BOX), len(ordered)):
        behind = ordered[place:]
        heading = draft.blocks[behind[0]].text
        if len(heading) <= _HEADING_LONGEST and AUTHOR_HEADING.match(heading):
            short = sum(len(draft.blocks[number].text) for number in behind) <= _BOX_LONGEST
            return without(draft, behind) if short else draft
    return draft


def without_invitations(draft: Draft) -> Draft:
    """Newsletters and channels are the site's wish, not the article."""
    return without(draft, [n for n in draft.body if _invites(draft.blocks[n])])


def without_teasers(draft: Draft) -> Draft:
    """Links to other articles, with the heading over them."""
    ordered = draft.ordered()
    taken: list[int] = []
    for place, number in enumerate(ordered):
        block = draft.blocks[number]
        if _leads_elsewhere(block) or (len(block.text) <= 160 and TEASER_HEADING.match(block.text)):
            taken.append(number)
            taken += _linked_run(draft.blocks, ordered[place + 1 :])
    return without(draft, taken)


def without_link_lists(draft: Draft) -> Draft:
    """A list of nothing but links as long as headlines leads elsewhere, unless such lists are all there is."""
    lists: defaultdict[Container, list[int]] = defaultdict(list)
    for number in draft.body:
        inner = next((part for part in reversed(draft.blocks[number].path) if part[0] in ("ul", "ol")), None)
        if inner is not None:
            lists[inner].append(number)
    taken = [number for numbers in lists.values() if _all_headlines(draft.blocks, numbers) for number in numbers]
    rest = sum(len(draft.blocks[number].text) for number in draft.body.difference(taken))
    return without(draft, taken) if rest > sum(len(draft.blocks[number].text) for number in taken) else draft


def _all_headlines(blocks: Sequence[Block], numbers: list[int]) -> bool:
    long = sum(len(blocks[number].text) for number in numbers) >= _HEADLINE * len(numbers)
    return long and all(blocks[number].links >= _ALMOST_ALL * len(blocks[number].text) for number in numbers)


def without_tag_lines(draft: Draft) -> Draft:
    """Key words are no sentence."""
    return without(
        draft, [n for n in draft.body if len(draft.blocks[n].text) <= 300 and TAG_LINE.match(draft.blocks[n].text)]
    )


def without_trailing_headings(draft: Draft) -> Draft:
    """A heading with nothing under it is what remains of a box."""
    ordered = draft.ordered()
    trailing = 0
    while trailing < len(ordered) and draft.blocks[ordered[-1 - trailing]].kind == "heading":
        trailing += 1
    # A page that writes its lists as headings means them.
    return without(draft, ordered[len(ordered) - trailing :]) if trailing <= _MOST_TRAILING else draft


def _invites(block: Block) -> bool:
    return len(block.text) <= _INVITATION_LONGEST and invites(block.text)


def _leads_elsewhere(block: Block) -> bool:
    return (
        len(block.text) <= 220 and bool(TEASER_LINE.match(block.text)) and (block.links > 0 or ":" in block.text[:40])
    )


def _linked_run(blocks: Sequence[Block], following: list[int]) -> list[int]:
    """Give the blocks that follow at once and are links."""
    run: list[int] = []
    for number in following:
        if blocks[number].links < _MOSTLY * len(blocks[number].text):
            break
        run.append(number)
    return run


def _long(block: Block) -> bool:
    return len(block.text) >= (_LONG if block.text[:1] < "\u2e80" else _LONG // 3)


STEPS: tuple[CleaningStep, ...] = (
    with_posts,
    without_captions,
    without_headline,
    without_controls,
    without_asides,
    without_invitations,
    without_teasers,
    without_link_lists,
    with_lead,
    without_bylines,
    without_tag_lines,
    without_author_box,
    without_sign_off,
    without_repeated,
    without_trailing_headings,
)
