"""An article in the making: the blocks of a page and which of them are the body. Steps take one and give one."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from clipper.extraction.blocks import Block
from clipper.lines import NOTHING_REPEATED, Repeated
from clipper.model import Line


@dataclass(frozen=True, slots=True)
class Draft:
    """blocks: all of the page, in order. body: numbers of those that are the article's text.

    headline: "" where unknown. signed: sign-offs taken out of the text, for the byline. repeated: lines that the site
    repeats. lines: of the body, before those were left out. unlikely: numbers of blocks that hardly are the article's.
    """

    blocks: tuple[Block, ...]
    body: frozenset[int]
    headline: str = ""
    signed: tuple[str, ...] = ()
    repeated: Repeated = NOTHING_REPEATED
    lines: tuple[Line, ...] = ()
    unlikely: frozenset[int] = frozenset()

    def ordered(self) -> list[int]:
        """Give the numbers of the body's blocks in order."""
        return sorted(self.body)


CleaningStep = Callable[[Draft], Draft]


def without(draft: Draft, numbers: Iterable[int]) -> Draft:
    """Take blocks out of the body."""
    return replace(draft, body=draft.body.difference(numbers))
