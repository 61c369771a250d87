"""Writes the pane's HTML: well-formed whatever comes, from an allow-list, in pieces. Pure; knows no Qt."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from html import escape
from urllib.parse import urljoin

# A piece is put in during one turn of the event loop: 20,000 characters take about 10 ms.
PIECE_CHARS = 20_000
# Five thick books. What is longer is shown as far as this, and says so.
LIMIT_CHARS = 2_000_000
PARAGRAPH_CHARS = 10_000
PICTURES = 400
TABLE_DEPTH = 3
# A table is laid out as a whole: 300 cells take about 20 ms. A longer one goes on in a table of its own.
TABLE_CELLS = 300
# Lines and blocks cost more than their letters; a hundred thousand would hold up the window (0.4 s a turn).
BLOCK_CHARS = 60
LIMIT_BLOCKS = 25_000
SLICE_CHARS = 50_000
CONTAINER_DEPTH = 8
INLINE_DEPTH = 16

HEADINGS = {"h1": "h2", "h2": "h2", "h3": "h3", "h4": "h4", "h5": "h4", "h6": "h4"}
LEAVES = {**HEADINGS, "p": "p", "pre": "pre", "figcaption": "caption", "caption": "caption", "dt": "dt", "dd": "p"}
INLINE = {
    **dict.fromkeys(("b", "strong"), "b"),
    **dict.fromkeys(("i", "em", "cite", "dfn", "var"), "i"),
    **dict.fromkeys(("u", "ins"), "u"),
    **dict.fromkeys(("s", "del", "strike"), "s"),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), "code"),
    **{name: name for name in ("sub", "sup", "small")},
}
LISTS = ("ul", "ol")
BREAKERS = frozenset(
    [
        *("div", "section", "article", "main", "aside", "header", "footer", "nav", "figure", "address", "details"),
        *("summary", "center", "form", "fieldset", "legend", "dl", "body", "html", "hgroup", "picture", "tr", "td"),
        *("th", "table", "li", "ul", "ol", "blockquote"),
    ]
)
LINK_SCHEMES = ("http://", "https://", "mailto:")

_SPACES = re.compile(r"[ \t\r\n\f\v]+")
_UNSEEN = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffc\ufeff\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")
_OPEN = {
    "p": '<p class="text">',
    **{name: f'<p class="{name}">' for name in ("h2", "h3", "h4")},
    "cell": '<p class="cell">',
    "caption": '<p class="caption">',
    "dt": '<p class="term">',
    "quote": '<p class="quote">',
}


@dataclass(slots=True)
class Writer:
    """start, text and end as an HTML tree is walked; then finish."""

    kept: Collection[str]
    without: Collection[str]
    base: str | None
    pieces: list[str] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    full: bool = False
    _out: list[str] = field(default_factory=list)
    _did: list[str] = field(default_factory=list)  # what the start of each open element did
    _containers: list[str] = field(default_factory=list)
    _inline: list[tuple[str, str]] = field(default_factory=list)
    _wanted: str = ""  # the leaf block that the next text opens
    _leaf: str = ""  # the leaf block that is open
    _gap: bool = False  # a line break is due before the next text of a list item
    _spaced: bool = True
    _leaf_chars: int = 0
    _piece_chars: int = 0
    _all_chars: int = 0
    _blocks: int = 0
    _cells: int = 0  # of the outermost table since it began, or went on

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take in an element's start tag."""
        self._did.append(self._start(tag, attributes))

    def end(self) -> None:
        """Take in the end tag of the element opened last."""
        did = self._did.pop()
        if did == "inline":
            _, close = self._inline.pop()
            if self._leaf:
                self._out.append(close)
        elif did == "container":
            self._close_leaf()
            self._out.append(f"</{self._containers.pop()}>")
            self._split()
        elif did == "leaf":
            self._break()
        elif did == "item":
            self._close_leaf()

    def text(self, text: str) -> None:
        """Take in text. In slices: a regular expression over megabytes holds up all other threads."""
        for start in range(0, len(text), SLICE_CHARS):
            self._text(text[start : start + SLICE_CHARS])

    def _text(self, text: str) -> None:
        text = _UNSEEN.sub("", text)
        pre = self._wanted == "pre"
        if not pre:
            text = _SPACES.sub(" ", text)
            if self._spaced:
                text = text.lstrip(" ")
        if not text or (pre and not self._leaf and not text.strip()):
            return
        while text and not self.full:
            self._open_leaf()
            if self._gap:
                self._out.append("<br>")
                self._gap = False
            part, text = self._part(text)
            self._out.append(escape(part, quote=False))
            self._count(len(part))
            self._spaced = part.endswith(" ") and not pre
            if text:
                self._close_leaf(keep=True)

    def finish(self) -> None:
        """Close what is open."""
        self._close_leaf()
        self._out.extend(f"</{name}>" for name in reversed(self._containers))
        self._push()

    def _start(self, tag: str, attributes: Mapping[str, str]) -> str:
        if tag in INLINE:
            return self._start_inline(f"<{INLINE[tag]}>", f"</{INLINE[tag]}>")
        if tag == "a":
            href = self._href(attributes.get("href", ""))
            return self._start_inline(f'<a href="{escape(href)}">', "</a>") if href else ""
        if tag in LEAVES:
            self._break()
            if self._wanted != "li":
                self._wanted = LEAVES[tag]
            return "leaf"
        if tag == "br":
            if self._leaf:
                self._out.append("<br>")
                self._count(1, blocks=1)
                self._spaced = True
                if self._leaf_chars >= PARAGRAPH_CHARS:
                    self._close_leaf(keep=True)
        elif tag == "hr":
            self._close_leaf()
            self._out.append('<p class="rule">* * *</p>')
        elif tag == "img":
            self._picture(attributes.get("src", "").strip())
        elif tag == "li":
            self._close_leaf()
            self._wanted = "li" if self._containers and self._containers[-1] in LISTS else ""
            return "item"
        elif tag in (*LISTS, "blockquote", "table", "tr", "td", "th") and self._fits(tag):
            self._close_leaf()
            if tag == "tr" and self._cells >= TABLE_CELLS and self._containers.count("table") == 1:
                self._go_on_with_table()
            self._containers.append(tag)
            self._out.append(f"<{tag}{_attributes(tag, attributes)}>")
            return "container"
        elif tag in BREAKERS:
            self._break()
            return "leaf"
        return ""

    def _start_inline(self, opening: str, closing: str) -> str:
        if len(self._inline) >= INLINE_DEPTH:
            return ""
        self._inline.append((opening, closing))
        if self._leaf:
            self._out.append(opening)
        return "inline"

    def _fits(self, tag: str) -> bool:
        inside = self._containers[-1] if self._containers else ""
        if tag == "tr":
            return inside == "table"
        if tag in ("td", "th"):
            self._cells += 1
            return inside == "tr"
        if tag == "table":
            return self._containers.count("table") < TABLE_DEPTH
        return inside not in ("table", "tr") and len(self._containers) < CONTAINER_DEPTH

    def _href(self, href: str) -> str:
        href = _UNSEEN.sub("", href).strip()
        if self.base and href and not re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|#", href):
            try:
                href = urljoin(self.base, href)
            except ValueError:
                return ""
        return href if href.lower().startswith(LINK_SCHEMES) else ""

    def _picture(self, url: str) -> None:
        if url not in self.kept or url in self.without or len(self.pictures) >= PICTURES:
            return
        if url not in self.pictures:
            self.pictures.append(url)
        wanted = self._wanted
        self._close_leaf()
        self._out.append(f'<p class="picture">\x02{self.pictures.index(url)}\x03</p>')
        self._wanted = "" if wanted == "li" else wanted

    def _break(self) -> None:
        """End a paragraph; inside a list item only the line."""
        if self._wanted == "li":
            self._gap = bool(self._leaf)
            self._spaced = True
        else:
            self._close_leaf()

    def _open_leaf(self) -> None:
        if self._leaf:
            return
        self._leaf = self._wanted or "p"
        if self._leaf == "p":
            self._leaf = self._plain_leaf()
        self._out.append(_OPEN.get(self._leaf, f"<{self._leaf}>"))
        self._out.extend(opening for opening, _ in self._inline)
        self._leaf_chars = 0
        self._count(0, blocks=1)

    def _plain_leaf(self) -> str:
        if any(name in ("td", "th") for name in self._containers):
            return "cell"
        return "quote" if "blockquote" in self._containers else "p"

    def _close_leaf(self, *, keep: bool = False) -> None:
        if self._leaf:
            self._out.extend(closing for _, closing in reversed(self._inline))
            self._out.append("</p>" if self._leaf in _OPEN else f"</{self._leaf}>")
            self._leaf = ""
        if not keep:
            self._wanted = ""
        self._gap = False
        self._spaced = True
        self._split()

    def _part(self, text: str) -> tuple[str, str]:
        room = PARAGRAPH_CHARS - self._leaf_chars
        if len(text) <= room:
            return text, ""
        cut = max(text.rfind(" ", 0, room), text.rfind("\n", 0, room))
        cut = cut + 1 if cut > 0 else max(1, room)
        return text[:cut], text[cut:]

    def _count(self, chars: int, *, blocks: int = 0) -> None:
        self._leaf_chars += chars + blocks * BLOCK_CHARS
        self._piece_chars += chars + blocks * BLOCK_CHARS
        self._all_chars += chars
        self._blocks += blocks
        self.full = self._all_chars >= LIMIT_CHARS or self._blocks >= LIMIT_BLOCKS

    def _split(self) -> None:
        """Begin another piece where the last is long enough; lists and quotes go on in it, tables are not cut."""
        if self._piece_chars < PIECE_CHARS or "table" in self._containers:
            return
        self._out.extend(f"</{name}>" for name in reversed(self._containers))
        self._push()
        self._out.extend(f"<{name}>" for name in self._containers)

    def _go_on_with_table(self) -> None:
        self._cells = 0
        if self._piece_chars >= PIECE_CHARS // 2 and self._containers[-1] == "table":
            self._out.extend(f"</{name}>" for name in reversed(self._containers))
            self._push()
            self._out.extend(f"<{name}{_attributes(name, {})}>" for name in self._containers)
        else:
            self._out.append(f"</table><table{_attributes('table', {})}>")

    def _push(self) -> None:
        piece = "".join(self._out)
        if self._piece_chars or "\x02" in piece:
            self.pieces.append(piece)
        self._out.clear()
        self._piece_chars = 0


def _attributes(tag: str, attributes: Mapping[str, str]) -> str:
    if tag == "table":
        return ' border="0" cellspacing="0"'
    said = ""
    for name in ("colspan", "rowspan") if tag in ("td", "th") else ():
        value = attributes.get(name, "")
        if value.isascii() and value.isdigit() and 1 < int(value[:4]) <= 50:
            said += f' {name}="{int(value[:4])}"'
    return said
