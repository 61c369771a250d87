"""Lines of an article as the memory of their site knows them: folded, hashed, bounded. Pure."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from clipper.model import Line

KEY_BYTES = 8  # of SHA-256: among 10 million lines two are alike by chance once in 370,000 libraries
MOST_LINES = 60  # of one article; what a site repeats stands near the beginning or the end of a longer one
SAMPLE_CHARS = 160
_LONG = 140  # characters of a line that is surely a paragraph
_TELLING = 12  # letters and digits; a shorter line ("Yes", "10 %", "Fazit") says nothing of a site
_DENSE = "\u2e80"  # from here on stand the scripts in which a sign says as much as three letters

_KEPT_CHARS, _KEPT_LINES = 2_000, 512  # so that hostile pages do not fill a worker

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Repeated:
    """What the pages of a site are known to repeat: keys of lines.

    always: lines of many pages. apart: lines of another page, which are no article where they stand apart from its
    text; within it they may be an agency's.
    """

    always: frozenset[bytes] = frozenset()
    apart: frozenset[bytes] = frozenset()


NOTHING_REPEATED = Repeated()


def concerns(repeated: Repeated, lines: Iterable[Line]) -> bool:
    """Tell whether any of an article's lines may be one that its site repeats."""
    return any(line.key in repeated.always or line.key in repeated.apart for line in lines)


def folded(text: str) -> str:
    """Give the letters and digits of a text alone, without case: as extraction compares lines.

    Remembered for a while: a page's 100 lines are asked for 460 times while it is read, which took 0.7 ms of 20.
    """
    return _folded_before(text) if len(text) <= _KEPT_CHARS else _fold(text)


def line_key(text: str) -> bytes | None:
    """Give the key of a line, KEY_BYTES long; None where it is too short to tell anything."""
    bare = folded(text)
    if len(bare) < (_TELLING if bare[:1] < _DENSE else _TELLING // 3):
        return None
    return hashlib.sha256(bare.encode("utf-8", "replace")).digest()[:KEY_BYTES]


def is_paragraph(line: Line) -> bool:
    """Tell whether a line is as long as a paragraph of prose."""
    return line.chars >= (_LONG if line.text[:1] < _DENSE else _LONG // 3)


def remembered(texts: Iterable[str]) -> tuple[Line, ...]:
    """Give the lines of an article that are worth remembering, in order, each once; at most MOST_LINES."""
    kept: dict[bytes, Line] = {}
    for text in texts:
        key = line_key(text)
        if key is not None and key not in kept:
            kept[key] = Line(key, _sample(text), len(text))
    lines = tuple(kept.values())
    if len(lines) <= MOST_LINES:
        return lines
    return (*lines[: MOST_LINES // 2], *lines[-MOST_LINES // 2 :])


def _sample(text: str) -> str:
    words = " ".join(text[: 2 * SAMPLE_CHARS].split())
    return words if len(words) <= SAMPLE_CHARS else words[: SAMPLE_CHARS - 1].rstrip() + "…"


@lru_cache(_KEPT_LINES)
def _folded_before(text: str) -> str:
    return _fold(text)


def _fold(text: str) -> str:
    return "".join(_WORD.findall(text)).casefold()
