"""The text of a file whose charset nobody names, and what its words mean: tags, times. Without lone surrogates."""

import ast
import codecs
import json
import re
import unicodedata
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

MAX_TAG_CHARS = 200

_FALLBACK = "cp1252"
_FIRST_YEAR, _LAST_YEAR = 1990, 2100
_SPACE = re.compile(r"\s+")


def encoding(path: Path) -> str:
    """Give the charset of a text file: by its byte order mark, else UTF-8 where it is that all through, else cp1252."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    with path.open("rb") as file:
        head = file.read(4)
        if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return "utf-16"
        file.seek(0)
        try:
            while chunk := file.read(1 << 20):
                decoder.decode(chunk)
            decoder.decode(b"", True)
        except UnicodeDecodeError:
            return _FALLBACK
    return "utf-8-sig"


def opened(path: Path, *, newline: str | None = None) -> TextIO:
    """Open a text file in its charset; what does not fit it is replaced."""
    return path.open(encoding=encoding(path), errors="replace", newline=newline)


def decoded(raw: bytes) -> str:
    """Give the text of bytes, as encoding() does for a file."""
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return raw.decode("utf-16", "replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode(_FALLBACK, "replace")


def sound(text: str) -> str:
    """Replace what no database takes: lone surrogates and NUL."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace("\0", "\ufffd")


def one_line(text: str) -> str:
    """Give text in one line, its space drawn together."""
    return _SPACE.sub(" ", sound(text)).strip()


def joined_tags(first: Sequence[str], more: Sequence[str]) -> tuple[str, ...]:
    """Give tags once each, in order; those that a list names (more) so that the library takes every one.

    One odd tag in a list must not keep its addresses out: what no tag may have is left out, a longer one is cut.
    """
    return tuple(dict.fromkeys([*first, *(tag for tag in map(_tag, more) if tag)]))


def _tag(name: str) -> str:
    plain = "".join(one for one in one_line(name) if one != "\ufffd" and unicodedata.category(one) != "Cc")
    cut = unicodedata.normalize("NFC", plain)[:MAX_TAG_CHARS]  # that may lengthen a text, so it comes first
    return "/".join(" ".join(level.split()) for level in cut.split("/") if level.strip())


def tags(text: str) -> list[str]:
    """Read tags as lists write them: a JSON or Python list, else apart by "|", ";" or ","."""
    text = text.strip()
    if text.startswith("[") and text.endswith("]"):
        listed = _literal(text)
        if listed is not None:
            return [str(tag) for tag in listed]
    for mark in "|;,":
        if mark in text:
            return text.split(mark)
    return [text] if text else []


def _literal(text: str) -> list[object] | None:
    for read in (json.loads, ast.literal_eval):
        try:
            found = read(text)
        except (ValueError, SyntaxError, RecursionError, MemoryError, TypeError):
            continue
        if isinstance(found, list):
            return found
    return None


def moment(text: str) -> datetime | None:
    """Read a time in UTC: Unix seconds, milli- or microseconds, or ISO 8601 (without a zone: UTC). None: unknown."""
    text = text.strip()
    try:
        if text.isascii() and text.isdigit() and 9 <= len(text) <= 19:
            number = float(text)
            while number > 32_503_680_000:  # the year 3000 in seconds: it is counted in something smaller
                number /= 1_000
            when = datetime.fromtimestamp(number, UTC)
        else:
            when = datetime.fromisoformat(text)
            when = when.replace(tzinfo=UTC) if when.tzinfo is None else when.astimezone(UTC)
    except (ValueError, OverflowError, OSError):
        return None
    return when if _FIRST_YEAR <= when.year <= _LAST_YEAR else None
