"""File names for documents: the day and the title, safe on Windows, macOS and Linux. Pure."""

import re
import unicodedata
from collections.abc import Set
from datetime import datetime

from clipper.exporting import plain
from clipper.model import Document

MOST_BYTES = 120  # of a name without its suffix: ext4 takes 255 bytes, Windows about 260 characters for a whole path
_UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_DEVICES = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def file_name(document: Document, suffix: str, taken: Set[str]) -> str:
    """Give a name that is not in taken (names as key gives them): "2026-11-24 A title.pdf", then "... (2).pdf"."""
    metadata, clipping = document.article.metadata, document.clipping
    stem = _stem(_day(metadata.date.value or clipping.date, clipping.added), metadata.title.value or clipping.title)
    name, number = stem + suffix, 1
    while key(name) in taken:
        number += 1
        name = f"{_cut(stem, MOST_BYTES - 8)} ({number}){suffix}"
    return name


def key(name: str) -> str:
    """Give what two names share that are one file on some system: case and composed letters do not count."""
    return unicodedata.normalize("NFC", name).casefold()


def _day(published: str | None, added: datetime) -> str:
    """Give the day of publication as published; the day of clipping where it is unknown or a year only."""
    found = _DAY.match(published or "")
    return found.group() if found else f"{added.astimezone():%Y-%m-%d}"


def _stem(day: str, title: str) -> str:
    clean = plain.line(unicodedata.normalize("NFC", title), 400).replace("\u200b", "")
    clean = _UNSAFE.sub(" ", "".join(letter for letter in clean if unicodedata.category(letter) not in ("Cf", "Cc")))
    clean = " ".join(clean.split())
    stem = _cut(f"{day} {clean}".strip(), MOST_BYTES)
    return f"_{stem}" if _DEVICES.fullmatch(stem) else stem


def _cut(stem: str, most: int) -> str:
    """Cut to a number of UTF-8 bytes, at a word's end where one is near; Windows takes no dot or space at the end."""
    if len(stem.encode()) > most:
        cut = stem.encode()[:most].decode("utf-8", "ignore")
        stem = cut.rsplit(" ", 1)[0] if " " in cut[len(cut) // 2 :] else cut
    return stem.rstrip(". ")
