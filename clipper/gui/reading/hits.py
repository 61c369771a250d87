"""Where the words that a search found stand in the text on the pane. Pure; runs in a job."""

import re
from bisect import bisect_right
from collections.abc import Sequence

# More marks than this are a yellow page, not a help.
LIMIT = 2_000
WORDS = 100


def pieces(text: str, marks: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    """Give what stands under marks ([start, end) in code points), each once, as set_words takes it."""
    found = (text[start:end].casefold() for start, end in marks)
    return tuple(dict.fromkeys(piece for piece in found if piece.strip()))


def places(text: str, words: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """Give [start, end) of the words in text, in UTF-16 units as QTextDocument counts them; in order."""
    wanted = [pattern for pattern in map(_pattern, words[:WORDS]) if pattern]
    if not wanted:
        return ()
    # The longest first: a phrase before the words in it.
    either = re.compile("|".join(sorted(wanted, key=len, reverse=True)), re.IGNORECASE)
    found = []
    for match in either.finditer(text):
        found.append(match.span())
        if len(found) == LIMIT:
            break
    return _in_utf16(text, found)


def _pattern(word: str) -> str:
    parts = word.split()
    if not parts:
        return ""
    pattern = r"\s+".join(map(re.escape, parts))
    # Chinese and Japanese write no spaces around words.
    before = r"(?<!\w)" if _is_spaced(parts[0][0]) else ""
    after = r"(?!\w)" if _is_spaced(parts[-1][-1]) else ""
    return before + pattern + after


def _is_spaced(char: str) -> bool:
    return char.isalnum() and not "\u2e80" <= char <= "\u9fff" and not "\uac00" <= char <= "\ud7a3"


def _in_utf16(text: str, spans: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    wide = [place for place, char in enumerate(text) if char > "\uffff"] if not text.isascii() else []
    if not wide:
        return tuple(spans)
    return tuple((start + bisect_right(wide, start - 1), end + bisect_right(wide, end - 1)) for start, end in spans)
