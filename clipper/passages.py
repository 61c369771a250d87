"""The body of an article as it is edited: passages, each of runs. Frozen data; extraction cuts and joins them."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

PassageKind = Literal["paragraph", "heading", "item", "quote", "code", "caption", "picture", "table"]
# What the user can make of words that are typed; the others are what they are.
TYPED: tuple[PassageKind, ...] = ("paragraph", "heading", "item", "quote")
# Edited as a whole: left as they are, or taken out.
WHOLE: tuple[PassageKind, ...] = ("picture", "table")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text that looks the same throughout. A line break is a new line.

    marks: elements of emphasis around it ("em", "strong", "code", ...), sorted. href: of its link, "" without one.
    """

    text: str
    marks: tuple[str, ...] = ()
    href: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, a heading, a list item's first lines, a picture: what is changed, added and taken out as one.

    level: of a heading, 2 to 6. indent: lists around it. ordered: whether its list counts. url: of a picture.
    quoted: within a quote. runs: of a table its beginning, to be told by; of a picture what stands for it.
    """

    kind: PassageKind
    runs: tuple[Run, ...] = ()
    level: int = 0
    indent: int = 0
    ordered: bool = False
    quoted: bool = False
    url: str = ""


@dataclass(frozen=True, slots=True)
class Edited:
    """A passage of the edited body. origin: number of the passage that it is, or that it was made beside; None: none.

    runs None: as it was, to the byte. fresh: not the passage itself, but one that was added by it.
    """

    origin: int | None
    kind: PassageKind
    runs: tuple[Run, ...] | None = None
    fresh: bool = False
    level: int = 2


@dataclass(frozen=True, slots=True)
class Editable:
    """A body to be edited: the HTML that it was cut from, and its passages."""

    html: str
    passages: tuple[Passage, ...]


def tidy(runs: Iterable[Run], *, code: bool = False) -> tuple[Run, ...]:
    """Give runs as they are compared and written: joined where they look the same, white space folded. Pure.

    code: white space is kept as it is.
    """
    signs: list[tuple[str, tuple[tuple[str, ...], str]]] = []
    for run in runs:
        look = (run.marks, run.href)
        for sign in run.text:
            if not code:
                sign = " " if sign in "\t\r\f" else sign
                if sign in " \n" and (not signs or (sign == " " and signs[-1][0] in " \n")):
                    continue
                if sign == "\n" and signs[-1][0] == " ":
                    signs.pop()
            signs.append((sign, look))
    while signs and signs[-1][0] in ("\n" if code else " \n"):
        signs.pop()
    return tuple(Run("".join(sign for sign, _ in group), *look) for look, group in groupby(signs, lambda pair: pair[1]))


def words(runs: Iterable[Run]) -> str:
    """Give the text of runs."""
    return "".join(run.text for run in runs)
