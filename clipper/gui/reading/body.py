"""An article's HTML -> HTML for the pane, built anew from an allow-list: what is not named there is not shown.

Pure; knows no Qt. QTextDocument is exponential in nested tables (20 levels: 12 s) and slow in paragraphs of megabytes
(PySide6 6.11, November 2026), so tables are flattened, paragraphs cut, and the whole comes in pieces.
"""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

from clipper.gui.reading.writer import Writer

# Dropped with all that is in them. An embed, source or input that is never closed has the rest of the page in it (as
# libxml2 reads it), so those are only not shown themselves.
DROPPED = frozenset(
    [
        *("script", "style", "template", "noscript", "iframe", "frame", "frameset", "svg", "math", "canvas", "audio"),
        *("video", "head", "title", "select", "option", "textarea", "button", "datalist", "map", "dialog"),
    ]
)

_PICTURE = re.compile("\x02(\\d+)\x03")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")


@dataclass(frozen=True, slots=True)
class Body:
    """An article's body in pieces that stand for themselves. A picture is marked by its number in pictures.

    cut: the article goes on after the last piece.
    """

    pieces: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()
    cut: bool = False


def prepare(html: str, *, kept: Collection[str] = (), without: Collection[str] = (), base: str | None = None) -> Body:
    """Build the body. kept: addresses of pictures that may stand in it; without: those shown elsewhere (the lead)."""
    # Saves 15 ms at start: no article is read before the window is there.
    from lxml import etree

    data = html.encode("utf-8", "replace").replace(b"\0", b"")
    writer = Writer(kept=kept, without=without, base=base)
    if not data.strip():
        return Body()
    root = etree.fromstring(data, etree.HTMLParser(huge_tree=True, encoding="utf-8", remove_comments=True))
    if root is not None:
        walk = etree.iterwalk(root, events=("start", "end"))
        skipped = None
        for event, element in walk:
            tag = element.tag if isinstance(element.tag, str) else ""
            if event == "end":
                if element is skipped:
                    skipped = None
                else:
                    writer.end()
                writer.text(element.tail or "")
            elif tag and tag not in DROPPED and not (without and tag == "figure" and _shows(element, without)):
                writer.start(tag, element.attrib)
                writer.text(element.text or "")
            else:
                skipped = element
                walk.skip_subtree()
            if writer.full:
                break
    return _finished(writer)


def from_text(text: str) -> Body:
    """Build the body of an article that has text only, paragraphs apart by a blank line."""
    writer = Writer(kept=(), without=(), base=None)
    for paragraph in _BLANK_LINE.split(text):
        writer.start("p", {})
        writer.text(paragraph)
        writer.end()
        if writer.full:
            break
    return _finished(writer)


def with_pictures(piece: str, show: Callable[[int], str]) -> str:
    """Put the HTML of each picture in its place. show: number in Body.pictures -> HTML."""
    return _PICTURE.sub(lambda found: show(int(found[1])), piece)


def _shows(figure: Any, pictures: Collection[str]) -> bool:
    return any(picture.get("src", "").strip() in pictures for picture in figure.iter("img"))


def _finished(writer: Writer) -> Body:
    writer.finish()
    return Body(tuple(writer.pieces), tuple(writer.pictures), writer.full)
