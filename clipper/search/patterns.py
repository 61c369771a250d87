"""Wildcards: which signs of a typed word are some, and which words a pattern fits. Pure; knows no engine and no tree.

"*" stands for any run of letters, none among them. "?" stands for one letter, but only where a letter comes after it in
the same word, or the word has a "*", too: the last sign of a question is none. Nor is one in an address.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from clipper.search.words import exact, spaceless, spans, stem

_RUN = re.compile(r"[\w*?]+")
_ADDRESS = re.compile(r"[/=&@]")
_WILD = re.compile(r"([*?]+)")
_INCLUSIVE = re.compile(r"\w{3,}\*(?:in|innen)")
# One letter, or an umlaut as the exact form of a word spells it.
_LETTER = "(?:.|ae|oe|ue|ss)"


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern read. pieces: what stands between the stars, folded ("" at an open end; "?" still in it).

    goes_on: it ends in a star. Then a word's stem fits as well as its exact form, as it does for a beginning.
    rough: what all words have that fit, umlauts without their "e".
    """

    pieces: tuple[str, ...]
    regex: re.Pattern[str]
    goes_on: bool
    rough: str

    def fits(self, word: str, language: str) -> bool:
        """Say whether a word of a text in a language fits."""
        form = exact(word)
        if self.rough not in _flat(form):
            return False
        return self.regex.fullmatch(form) is not None or (
            self.goes_on and self.regex.fullmatch(stem(word, language)) is not None
        )


def parts(text: str) -> tuple[str, ...]:
    """Give the words of a typed word, each with its wildcards; () where it has no wildcard at all.

    A word of a script without spaces has none: it stands anywhere in a run as it is.
    """
    marked = _marked(text)
    if "*" not in marked and "?" not in marked:
        return ()
    if any(map(spaceless, marked)):
        return tuple(piece for piece in _WILD.split(marked)[::2] if any(spans(piece)))
    result = [""]
    for piece in _WILD.split(marked):
        if _WILD.fullmatch(piece):
            result[-1] += piece
            continue
        at = 0
        for start, end, word in spans(piece):
            if start > at:
                result.append("")
            result[-1] += word
            at = end
        if at < len(piece):
            result.append("")
    return tuple(word for word in result if word.strip("*?"))


def inclusive(text: str) -> bool:
    """Say whether the star of a word may be one that German writes within words: Leser*innen."""
    return _INCLUSIVE.fullmatch(text) is not None


def tells(pattern: str) -> bool:
    """Say whether a pattern tells enough: a letter to begin with, or two in a row."""
    folded = "*".join(read(pattern).pieces)  # accents alone are no letters
    return folded[:1] not in ("", "*", "?") or re.search(r"[^*?]{2}", folded) is not None


@lru_cache(maxsize=64)
def read(pattern: str) -> Pattern:
    """Read a pattern of one word."""
    pieces = tuple("?".join(map(exact, piece.split("?"))) for piece in re.sub(r"\*+", "*", pattern).split("*"))
    first, *others = ("".join(_LETTER if sign == "?" else re.escape(sign) for sign in piece) for piece in pieces)
    if others:
        # Atomic groups: what stands first is taken for good, so that no word takes long.
        first += "".join(f"(?>.*?{piece})" for piece in others[:-1]) + ".*" + others[-1]
    goes_on = pattern.endswith("*")
    longest = max(re.split(r"[*?]", "*".join(pieces)), key=len)
    # A stem may end in other letters than the word; and what begins with "e" may begin within an umlaut.
    rough = _flat((longest[:-2] if goes_on else longest).removeprefix("e"))
    return Pattern(pieces, re.compile(first, re.DOTALL), goes_on, rough)


def _flat(form: str) -> str:
    return form.replace("ae", "a").replace("oe", "o").replace("ue", "u")


def _marked(text: str) -> str:
    """Give a text with a space for each "?" that is no wildcard."""
    if _ADDRESS.search(text):
        return text.replace("?", " ")

    def run(match: re.Match[str]) -> str:
        word = match.group()
        return word if "*" in word else word.rstrip("?") + " " * (len(word) - len(word.rstrip("?")))

    return _RUN.sub(run, text)
