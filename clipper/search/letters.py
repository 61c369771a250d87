"""Words of a text by their letters: those that may pass a test, in a few looks over the text. Pure; knows no query.

Letters are those of a stem or of an exact form. What is found is more than what was asked for, and lacks nothing: an
"a" stands for "ä" and "ae", too, and a word with other letters than those of German is found whatever was asked for.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import product

from clipper.search.words import INSIDE

Token = tuple[int, int, str]
"""A word of a text with its start and end, as words.spans gives it."""

Look = Callable[[str, str], Iterable[Token]]
"""Give the words of a text that may be meant, each once, in any order. It comes with itself folded."""

_WORD = re.compile(rf"\w[\w{INSIDE}]*")
# What stands for one sign folds to one. Texts in German and English are ASCII then, mostly.
_FOLDS = (
    ("ä", "a"), ("ü", "u"), ("ö", "o"), ("ß", "s"), ("–", "-"), ("“", '"'), ("„", '"'), ("’", "'"), ("”", '"'),
    ("é", "e"), ("…", "."), ("—", "-"), ("‘", "'"), ("»", '"'), ("«", '"'), ("\xa0", " "), ("‚", "'"), ("€", "$"),
)  # fmt: skip
# All other letters and marks: folded further they may be any letter, or several, or none.
_UNUSUAL = re.compile("[\xaa\xad\xb2-\xb5\xb9\xba\xbc-\xbe\xc0-\u200f\u2060-\U0010ffff]+")
_MANY = 100  # runs of them; then all words are looked at
_MARK = re.compile(f"[{INSIDE}]")
_DOUBLED = re.compile("[äöüßÄÖÜ]")  # exact forms have two letters for each
_PLAIN = re.compile("[a-z0-9]*")
_ADDED = {"a": "e", "o": "e", "u": "e", "s": "s"}
_MOST = 4  # letters; more would spare next to nothing


def folded(text: str) -> str:
    """Fold a text, sign by sign, as far as that goes."""
    text = text.lower()
    for sign, plain in _FOLDS:
        if text.isascii():
            break
        text = text.replace(sign, plain)
    return text


def looking(begins: Iterable[str], holds: Iterable[str], sizes: Iterable[tuple[int, int]] = ()) -> Look:
    """Give the look for words that begin with one of some letters, or have one of some others anywhere in them.

    sizes: or have exact forms of at least and at most so many letters. For texts without "_" and words in pairs.
    """
    firsts = frozenset(way for letters in begins for way in _spelled(letters))
    inside = frozenset(way for letters in holds for way in _spelled(letters))
    sized = [re.compile(rf"\b\w{{{least},{most}}}\b") for least, most in sizes]

    def look(text: str, folded: str) -> Iterable[Token]:
        starts = set[int]()
        if not folded.isascii():
            odd = list(_UNUSUAL.finditer(folded))
            if len(odd) > _MANY or any(_MARK.search(run.group()) for run in odd):
                return all_words(text, folded)
            starts.update(start for run in odd for start in _begun(folded, *run.span()))
        for letters in firsts:
            at = folded.find(letters)
            while at >= 0:
                if not at or not folded[at - 1].isalnum():
                    starts.add(at)
                at = folded.find(letters, at + 1)
        for letters in inside:
            at = folded.find(letters)
            while at >= 0:
                starts.add(_start(folded, at))
                at = folded.find(letters, _end(folded, at))  # to look at each letter of a long word would be quadratic
        for pattern in sized:
            starts.update([match.start() for match in pattern.finditer(folded)])
        if sized and not text.isascii():
            starts.update([_start(folded, match.start()) for match in _DOUBLED.finditer(text)])
        return [(*match.span(), match.group()) for at in starts if (match := _WORD.match(text, at))]

    return look


def all_words(text: str, _folded: str) -> Iterable[Token]:
    """Look at all words."""
    return [(*match.span(), match.group()) for match in _WORD.finditer(text)]


def next_word(text: str, at: int) -> tuple[int, str] | None:
    """Give where the next word ends, and the word."""
    found = _WORD.search(text, at)
    return (found.end(), found.group()) if found else None


def _spelled(form: str) -> Iterator[str]:
    """Give the ways in which the first letters of a folded word, or of a piece of one, may stand in a folded text."""
    found = _PLAIN.match(form.replace("ae", "a").replace("oe", "o").replace("ue", "u").replace("ss", "s"))
    letters = found.group()[:_MOST] if found else ""
    ways = ((letter, f"{letter}{_ADDED[letter]}") if letter in _ADDED else (letter,) for letter in letters)
    return filter(None, map("".join, product(*ways)))


def _begun(text: str, at: int, end: int) -> Iterator[int]:
    """Give where the words begin that have letters in a part of a text."""
    while at < end:
        if text[at].isalnum():
            yield _start(text, at)
            at = _end(text, at)
        at += 1


def _end(text: str, at: int) -> int:
    """Give where the letters end of which there is one at a place."""
    while at < len(text) and text[at].isalnum():
        at += 1
    return at


def _start(text: str, at: int) -> int:
    """Give where the word begins that has a letter at a place."""
    while at and text[at - 1].isalnum():
        at -= 1
    return at
