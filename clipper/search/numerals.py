"""The ways in which a number, a day, or a name with a number in it is written: 1.234.567, 1234567; COVID-19, Covid19.

A text keeps the one way that it has; a query asks for all of them. Pure.
"""

import re
from collections.abc import Sequence
from datetime import date

_BETWEEN = r"[.,'’\s]"  # groups of three digits: 1.234.567, 1,234,567, 1 234 567 with any space
_GROUPED = re.compile(rf"([1-9]\d{{0,2}}(?:{_BETWEEN}\d{{3}})+)([.,]\d{{1,2}})?")
_WHOLE = re.compile(r"([1-9]\d{3,14})([.,]\d{1,2})?")
_NAMED = re.compile(r"([^\W\d_]+)([-‐‑–]?)([1-9]\d{0,3})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_EDGE = re.compile(r"^[^\w]+|[^\w]+$")


def ways(text: str) -> tuple[str, ...]:
    """Give the other ways in which a word that is a number may be written: () for any other, and for one way only."""
    text = _EDGE.sub("", text)
    if not any(map(str.isdecimal, text)):
        return ()
    if grouped := _GROUPED.fullmatch(text):
        return (re.sub(_BETWEEN, "", grouped[1]) + (grouped[2] or ""),)
    if whole := _WHOLE.fullmatch(text):
        return (f"{int(whole[1]):,}" + (whole[2] or ""),)
    if named := _NAMED.fullmatch(text):
        return (f"{named[1]}{'' if named[2] else '-'}{named[3]}",)
    if day := _day(text):
        written = (day.isoformat(), f"{day.day}.{day.month}.{day.year}", f"{day:%d.%m.}{day.year}")
        return tuple(way for way in dict.fromkeys(written) if way != text)
    return ()


def rows(words: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Give the other ways in which words in a row may be written: all numbers whole, and all in groups."""
    whole: list[str] = []
    split: list[str] = []
    open_ = False  # whether the last number may go on with another group
    for word in words:
        digits = word.isascii() and word.isdecimal()
        if open_ and digits and len(word) == 3:
            whole[-1] += word
        else:
            whole.append(word)
            open_ = digits and len(word) <= 3 and not word.startswith("0")
        split += f"{int(word):,}".split(",") if digits and _WHOLE.fullmatch(word) else [word]
    return tuple(way for way in dict.fromkeys((tuple(whole), tuple(split))) if way != tuple(words))


def _day(text: str) -> date | None:
    if found := _ISO.fullmatch(text):
        year, month, day = map(int, found.groups())
    elif found := _DOTTED.fullmatch(text):
        day, month, year = map(int, found.groups())
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
