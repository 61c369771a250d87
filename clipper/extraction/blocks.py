"""A tree -> the blocks a reader sees: paragraphs, headings, list items, captions, pictures, in their order.

Candidates for the body choose among blocks; what is chosen is rendered from them. Knows no extractor.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from itertools import islice
from typing import Literal

from lxml import etree
from lxml.html import HtmlElement

Kind = Literal["text", "heading", "code", "caption", "picture"]
Container = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Link:
    """Where a link starts among the pieces of a block. target: as written in the page."""

    target: str


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text that a reader sees as one paragraph, or a picture.

    text: white space folded, a line break as a new line; of a picture "". pieces: escaped HTML and links.
    links: characters within links. element: that which holds it. path: containers around it (name, number), outermost
    first: lists, items, quotes, tables, rows, cells, figures. level: of a heading, 1 to 6. Of kind "picture" are also
    places of posts and players whose words are not in the page; their element is one of EMBEDS.
    """

    kind: Kind
    text: str
    pieces: tuple[str | Link, ...]
    links: int
    element: HtmlElement
    path: tuple[Container, ...]
    level: int = 0


_INLINE = {
    "b": "strong", "strong": "strong", "i": "em", "em": "em", "cite": "em", "dfn": "em", "var": "em", "sub": "sub",
    "sup": "sup", "code": "code", "kbd": "code", "samp": "code", "tt": "code", "q": "q", "del": "del", "s": "del",
    "strike": "del", "mark": "mark", "a": "a", "abbr": "", "acronym": "", "bdi": "", "bdo": "", "big": "", "data": "",
    "font": "", "ins": "", "label": "", "nobr": "", "rb": "", "ruby": "", "small": "", "span": "", "time": "", "u": "",
    "wbr": "", "picture": "", "source": "", "amp-img": "",
}  # fmt: skip
_CONTAINERS = frozenset(
    ("ul", "ol", "li", "dl", "dt", "dd", "blockquote", "table", "tr", "td", "th", "figure", "figcaption", "pre")
)
_SKIPPED = frozenset(
    ("head", "nav", "option", "noindex", "menu", "frame", "frameset", "progress", "title", "meta", "base")
)
_READINGS = ("rt", "rp", "rtc")  # of ruby: how the signs before them are read aloud
_LEAVES = frozenset(("br", "img", "amp-img", "button", "iframe", *_READINGS))
# A letter at the start that a page shows large. It belongs to the word behind it, whatever boxes stand between.
_DROP_CAP = re.compile(r"drop-?_?cap|lettrine|first-?letter|initial(?:e|-letter|-cap)?\b|capitular|capolettera")
_DROP_CAP_WORDS = ("cap", "lettrine", "letter", "initial")
EMBEDS = ("iframe", "div", "blockquote")  # elements of blocks of kind "picture" that stand for posts and players
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_UNSEEN = re.compile(r"\b(?:sr-only|visually-?hidden|screen-?reader(?:-text)?|visuallyhidden|a11y-hidden)\b")
_UNSEEN_WORDS = ("sr-only", "hidden", "reader")  # one of them is in all that the pattern matches
_NAMING = ("class", "id", "itemprop")
_FEW = 20  # texts and links that are looked at: quotes may be nested a thousand deep
_BREAK = "\ufdd0"  # a noncharacter, which no page has after parsing.py
_BREAKS = re.compile(rf" *{_BREAK} *")
_INVISIBLE = ("\xad", "\u200b", "\u2060", "\ufeff")


def segment(tree: HtmlElement) -> tuple[Block, ...]:
    """Give the blocks of a page in order."""
    walk = _Walk()
    walker = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walker:
        if event == "start":
            if walk.enter(element):
                walker.skip_subtree()
        else:
            walk.leave(element)
    walk.flush()
    return tuple(walk.blocks)


class _Walk:
    """The state of one walk through a tree."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._pieces: list[str | Link] = []
        self._texts: list[str] = []
        self._last = ""  # of the texts, which is more than white space
        self._links = 0
        self._open: list[tuple[HtmlElement, str | Link, str]] = []  # inline elements: element, opening, closing
        self._linked = 0
        self._hosts: list[HtmlElement] = []
        self._path: list[Container] = []
        self._numbers = 0
        self._code = self._captions = self._headings = 0  # those around
        self._pictures: list[HtmlElement] = []
        self._initial: HtmlElement | None = None
        self._glued = False
        self._entered: HtmlElement | None = None  # last: an element that is left while it is this has none within it
        self._names: dict[str, tuple[bool, bool]] = {"": (False, False)}

    def enter(self, element: HtmlElement) -> bool:
        """Take in the start of an element; tell whether to leave out what is in it."""
        tag = element.tag
        self._entered = element
        if tag in _LEAVES:
            return self._enter_leaf(element)
        if tag in _INLINE:
            unseen, large = self._called(element)
            if unseen or element.get("hidden") is not None:
                return True
            self._open_inline(element, _INLINE[tag])
            if large and not any(map(str.strip, self._texts)) and _is_letter(element):
                self._initial = element
        elif tag in ("div", "p") and self._called(element)[1] and _is_letter(element):
            self.flush()
            self._open_inline(element, "")
            self._initial = element
        else:
            self.flush()
            if tag in _SKIPPED or element.get("hidden") is not None:
                return True
            self._hosts.append(element)
            self._headings += tag in _HEADINGS
            if tag in _CONTAINERS:
                self._numbers += 1
                self._path.append((tag, self._numbers))
                self._code += tag == "pre"
                self._captions += tag == "figcaption"
        if text := element.text:
            self._write(text)
        return False

    def _enter_leaf(self, element: HtmlElement) -> bool:
        tag = element.tag
        if tag == "br":
            self._break()
        elif tag == "iframe":
            self._pictures.append(element)
        elif tag not in _READINGS:  # of a button, the picture that it enlarges
            self._pictures += element.iter("img", "amp-img")
        return bool(tag != "br")

    def leave(self, element: HtmlElement) -> None:
        """Take in the end of an element and the text behind it."""
        tag = element.tag
        if self._open and self._open[-1][0] is element:
            _, _, closing = self._open.pop()
            self._pieces.append(closing)
            self._linked -= tag == "a"
            if element is self._initial:
                self._glued, self._initial = True, None
        elif self._hosts and self._hosts[-1] is element:
            if (tag == "blockquote" or (tag == "div" and element is self._entered)) and _is_place(element):
                self._pictures.append(element)
            self._glued = self._glued and len(self._hosts) > 1
            self.flush()
            self._hosts.pop()
            self._headings -= tag in _HEADINGS
            if tag in _CONTAINERS:
                self._path.pop()
                self._code -= tag == "pre"
                self._captions -= tag == "figcaption"
        if text := element.tail:
            self._write(text)

    def flush(self) -> None:
        """End the block that is being written. A large first letter waits for its word."""
        if self._glued and self._texts:
            return
        if self._texts:
            text = _folded("".join(self._texts), code=self._code > 0) if self._last or self._code else ""
            if text:
                self._append(text, [*self._pieces, *(closing for _, _, closing in reversed(self._open))])
            self._texts.clear()
            self._pieces = [opening for _, opening, _ in self._open]
            self._links, self._last = 0, ""
        if self._pictures:
            self.blocks += [Block("picture", "", (), 0, picture, tuple(self._path)) for picture in self._pictures]
            self._pictures.clear()

    def _called(self, element: HtmlElement) -> tuple[bool, bool]:
        """Tell whether an element is called unseen, or a large initial. A page has few names, and many times each."""
        name = element.get("class", "")
        found = self._names.get(name)
        if found is None:
            low = name.lower()
            unseen = any(map(low.__contains__, _UNSEEN_WORDS)) and _UNSEEN.search(low) is not None
            large = any(map(low.__contains__, _DROP_CAP_WORDS)) and _DROP_CAP.search(low) is not None
            found = self._names[name] = (unseen, large)
        return found

    def _append(self, text: str, pieces: list[str | Link]) -> None:
        host = self._hosts[-1] if self._hosts else None
        if host is None:
            return
        level = self._headings and next((_HEADINGS[near.tag] for near in self._hosts[-3:] if near.tag in _HEADINGS), 0)
        kind: Kind = "text"
        if self._code:
            kind = "code"
        elif level:
            kind = "heading"
        elif self._captions:
            kind = "caption"
        self.blocks.append(Block(kind, text, tuple(pieces), self._links, host, tuple(self._path), level))

    def _write(self, text: str) -> None:
        if self._glued:
            text = text.lstrip()
            self._glued = not text
        self._texts.append(text)
        if not text or text.isspace():
            self._pieces.append(text)
            return
        self._last = text
        self._pieces.append(escape(text, quote=False))
        if self._linked:
            self._links += len(text.strip())

    def _break(self) -> None:
        """Take in a line break; two of them end the paragraph, as old pages write it."""
        if self._last == _BREAK:
            self.flush()
        elif self._last:
            self._texts.append("\n" if self._code else _BREAK)
            self._last = self._last if self._code else _BREAK
            self._pieces.append("<br>")

    def _open_inline(self, element: HtmlElement, name: str) -> None:
        opening: str | Link = f"<{name}>" if name else ""
        if name == "a":
            opening = Link(element.get("href", ""))
            self._linked += 1
        self._open.append((element, opening, f"</{name}>" if name else ""))
        self._pieces.append(opening)


def _is_letter(element: HtmlElement) -> bool:
    """Tell whether an element is one letter, perhaps with a quotation mark."""
    letter = "".join(islice(element.itertext(), _FEW)).strip().strip("\"'“”„«»‘’¿¡")
    return len(letter) == 1 and letter.isalpha()


def _is_place(element: HtmlElement) -> bool:
    """Tell whether a quote or an empty box names a post that is not, or not as a link, in the page."""
    if element.tag == "blockquote":
        named = element.get("data-instgrm-permalink") or element.get("cite") or ""
    else:
        named = element.get("data-href", "") if len(element) == 0 and not (element.text or "").strip() else ""
    bare = named.partition("?")[0].rstrip("/")
    return named.startswith("http") and not any(
        bare in link.get("href", "") for link in islice(element.iter("a"), _FEW)
    )


def _folded(text: str, *, code: bool) -> str:
    for sign in _INVISIBLE:
        if sign in text:
            text = text.replace(sign, "")
    if code:
        return text.strip("\n")
    text = " ".join(text.split())
    return _BREAKS.sub("\n", text).strip("\n ") if _BREAK in text else text


def hints(element: HtmlElement) -> str:
    """Give the names (tag, class, id, role) of an element in lower case, for rules that read what a page calls it."""
    return " ".join(filter(None, (element.tag, *map(element.get, _NAMING)))).lower()


def around(block: Block, levels: int) -> Iterator[HtmlElement]:
    """Give the element of a block and those around it, innermost first, below the body."""
    element: HtmlElement | None = block.element
    for _ in range(levels):
        if element is None or element.tag in ("body", "html"):
            return
        yield element
        element = element.getparent()
