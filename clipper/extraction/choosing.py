"""Several voices, one choice: trafilatura's lines and the page's own words are heard, the blocks weighed. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from clipper.extraction.aligning import align
from clipper.extraction.blocks import Block
from clipper.extraction.draft import Draft
from clipper.extraction.features import COMMENTS, Voices, rows, weighable
from clipper.extraction.metadata import Said
from clipper.extraction.metatags import DESCRIPTIONS
from clipper.extraction.parsing import Parsed
from clipper.extraction.weighing import Model, Weights
from clipper.model import Found

_BETWEEN = 0.2  # of a block between two that are the article's
_UNLIKELY = 0.3
# Where so little of the page's running text is taken, the page is of a kind that the model hardly knows.
_LITTLE, _LOOSE = 0.25, 0.25
_RUNNING, _LINKED = 60, 0.3  # characters of a block of running text; of them within links
_FOUND = 0.7  # of trafilatura's text in the blocks; below it the blocks are not what it read
_AGREED = 0.5  # of the text that either candidate takes; with less in common the choice is doubtful
_TELLING = 200  # characters of articleBody that are more than a summary


@dataclass(frozen=True, slots=True)
class Reading:
    """A page read, before its article is chosen.

    lines: what trafilatura took; chosen: the blocks it came from; share: of its text, found in the blocks. heard:
    whether it was asked.
    """

    page: Parsed
    said: Said
    title: Found[str]
    lines: tuple[str, ...]
    chosen: frozenset[int]
    share: float
    heard: bool = True


def voices(reading: Reading) -> Voices:
    """Give what is said of the blocks beside what they say themselves."""
    said = reading.said
    told = said.linked.body
    linked = align(told.split("\n"), said.blocks)[0] if len(told) > _TELLING else frozenset()
    about = said.meta.first(DESCRIPTIONS) or said.linked.subtitle or ""
    return Voices(reading.chosen, linked, reading.title.value or "", about)


def choose(reading: Reading, model: Model) -> tuple[Draft, bool]:
    """Weigh the blocks; give those that are likely the article's, and whether the candidates disagree.

    Trafilatura's own lines are taken where they are not found in the page and the blocks give nothing better.
    """
    blocks = reading.said.blocks
    numbers = weighable(blocks)
    likely: frozenset[int] = frozenset()
    unlikely: frozenset[int] = frozenset()
    if numbers:
        table = rows(blocks, numbers, voices(reading))
        weights = model.weigh(table)
        # Readers' comments read like articles. Only where trafilatura takes them they may be one.
        among = table[:, COMMENTS].tolist()
        weights[[bool(there) and n not in reading.chosen for there, n in zip(among, numbers, strict=True)]] = 0
        likely = _likely(blocks, numbers, weights, model.likely)
        if _running(blocks, likely) < _LITTLE * _running(blocks, numbers):
            likely = _likely(blocks, numbers, weights, min(_LOOSE, model.likely))
        likely = likely or reading.chosen  # of a page as short as a note, the model knows none
        unlikely = frozenset(number for number, weight in zip(numbers, weights, strict=True) if weight < _UNLIKELY)
    size = _size(blocks, likely)
    if reading.share < _FOUND and size < sum(map(len, reading.lines)):
        return _own(reading), True
    common, either = _size(blocks, likely & reading.chosen), _size(blocks, likely | reading.chosen)
    # Where trafilatura has less, the blocks that were added are right nearly always.
    disagree = common < _AGREED * either and size < _size(blocks, reading.chosen)
    return Draft(blocks, likely, unlikely=unlikely), disagree or not reading.heard


def _likely(blocks: Sequence[Block], numbers: Sequence[int], weights: Weights, bound: float) -> frozenset[int]:
    """Give the blocks that are the article's; one between two that are, in the same box, needs less to be."""
    found = {number for number, weight in zip(numbers, weights, strict=True) if weight >= bound}
    between = [
        number
        for place, number in enumerate(numbers[1:-1], 1)
        if _BETWEEN <= weights[place] < bound
        and {numbers[place - 1], numbers[place + 1]} <= found
        and _is_beside(blocks[number], blocks[numbers[place - 1]])
        and _is_beside(blocks[number], blocks[numbers[place + 1]])
    ]
    return frozenset(found.union(between))


def _is_beside(one: Block, other: Block) -> bool:
    return bool(one.element.tag == other.element.tag) and one.element.getparent() is other.element.getparent()


def _own(reading: Reading) -> Draft:
    """Make blocks of trafilatura's lines."""
    blocks = reading.said.blocks
    lines = [line for line in (" ".join(line.split()) for line in reading.lines) if line]
    own = tuple(Block("text", line, (escape(line, quote=False),), 0, reading.page.tree, ()) for line in lines)
    return Draft((*blocks, *own), frozenset(range(len(blocks), len(blocks) + len(own))))


def _running(blocks: Sequence[Block], numbers: Iterable[int]) -> int:
    """Give the characters of running text in these blocks."""
    some = (blocks[number] for number in numbers)
    return sum(len(b.text) for b in some if len(b.text) >= _RUNNING and b.links < _LINKED * len(b.text))


def _size(blocks: Sequence[Block], numbers: Iterable[int]) -> int:
    return sum(len(blocks[number].text) for number in numbers)
