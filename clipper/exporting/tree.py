"""Article.html -> blocks for the typesetter. Runs in a child process alone, since it needs lxml.

A block is a dictionary as resources/pdf/blocks.typ reads it: paragraph, heading, list, quote, table, figure, code or
rule. Unknown elements are read for their text: nothing that can be read is lost.
"""

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import quote, urlsplit

from lxml import etree

from clipper.exporting import plain, tables
from clipper.exporting.runs import NO_STYLE, Block, Flow, Run, every, words

Element = etree._Element
Style = Mapping[str, Any]
Pictured = Callable[[str, str, list[Run]], Block | None]
"""(address, alternative text, caption) -> figure, None where there is no such picture."""

MOST_NESTED = 100  # deeper elements are read as plain text; a page of an article has about 10
MOST_LISTS = 6  # lists and quotes in each other; typst gives up at a depth of 64 rules
MOST_URL = 2000  # typst takes 8,000; readers of PDF far less
PULL_QUOTE = 220  # a quote of up to so many characters is set large
LONG_HEADING = 300

_UNSEEN = """script style template head title noscript iframe object embed svg canvas video audio map button input
select textarea option datalist math"""
_BLOCKS = """html body div p section article main header footer aside nav address center details summary dl dt dd
figcaption fieldset form legend caption hgroup picture tr td th thead tbody tfoot li"""
UNSEEN, BLOCKS = frozenset(_UNSEEN.split()), frozenset(_BLOCKS.split())
_STYLES: Mapping[str, Style] = {
    **{tag: {"bold": True} for tag in ("b", "strong", "dt", "summary", "legend")},
    **{tag: {"italic": True} for tag in ("i", "em", "cite", "dfn", "var")},
    **{tag: {"code": True} for tag in ("code", "kbd", "samp", "tt")},
    **{tag: {"struck": True} for tag in ("s", "strike", "del")},
    "sup": {"place": "sup"},
    "sub": {"place": "sub"},
}
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def parsed(html: str) -> Element | None:
    """Parse the HTML of an article; None where there is nothing in it."""
    body = html.encode("utf-8", "ignore")
    return etree.fromstring(body, etree.HTMLParser(huge_tree=True, encoding="utf-8")) if body.strip() else None


def blocks(html: str, pictured: Pictured) -> list[Block]:
    """Give the blocks of an article's HTML in reading order, headings with the levels they have there."""
    root = parsed(html)
    if root is None:
        return []
    flow = Flow()
    _Reader(pictured).read(root, flow, NO_STYLE, 0)
    flow.end()
    return flow.blocks


def levelled(found: list[Block]) -> list[Block]:
    """Close the gaps in heading levels: PDF/UA-1 wants each at most one deeper than the one before; the title is 1."""
    before = 1
    for block in every(found):
        if block["kind"] == "heading":
            block["level"] = before = min(max(block["level"], 2), before + 1)
    return found


def paragraphs(text: str) -> list[Block]:
    """Give the blocks of plain text, its paragraphs apart by blank lines."""
    flow = Flow()
    for part in text.replace("\r\n", "\n").split("\n\n"):
        flow.text(part, NO_STYLE)
        flow.end()
    return flow.blocks


def address(url: str | None) -> str | None:
    """Give a web or mail address percent-encoded for a PDF, None where it is no such address or too long."""
    url = (url or "").strip()
    try:
        scheme = urlsplit(url).scheme.lower()
    except ValueError:
        return None
    if scheme not in ("http", "https", "mailto"):
        return None
    coded = quote(url.encode("utf-8", "ignore"), safe="!#$%&'()*+,/:;=?@[]~")
    return coded if len(coded) <= MOST_URL else None


class _Reader:
    def __init__(self, pictured: Pictured) -> None:
        self._pictured = pictured

    def read(self, element: Element, flow: Flow, style: Style, depth: int) -> None:
        tag = element.tag
        if not isinstance(tag, str) or tag in UNSEEN:
            return
        if depth > MOST_NESTED:
            flow.text("".join(_visible(element)), style)
        elif tag in _HEADINGS:
            self._heading(element, flow, style, depth)
        elif tag in _SPECIAL:
            _SPECIAL[tag](self, element, flow, style, depth)
        elif tag in BLOCKS:
            flow.end()
            self._inside(element, flow, {**style, **_STYLES.get(tag, NO_STYLE)}, depth)
            flow.end()
        else:
            self._inside(element, flow, {**style, **_STYLES.get(tag, NO_STYLE)}, depth)

    def _inside(self, element: Element, flow: Flow, style: Style, depth: int) -> None:
        if element.text:
            flow.text(element.text, style)
        for child in element:
            self.read(child, flow, style, depth + 1)
            if child.tail:
                flow.text(child.tail, style)

    def _apart(self, element: Element, style: Style, depth: int) -> list[Block]:
        flow = Flow()
        self._inside(element, flow, style, depth)
        flow.end()
        return flow.blocks

    def _loose(self, text: str | None, style: Style) -> list[Block]:
        flow = Flow()
        flow.text(text or "", style)
        flow.end()
        return flow.blocks

    def _heading(self, element: Element, flow: Flow, style: Style, depth: int) -> None:
        inner = self._apart(element, {**style}, depth)
        flow.end()
        for block in inner:
            if block["kind"] == "paragraph" and len(words(block["runs"])) <= LONG_HEADING:
                flow.blocks.append({"kind": "heading", "level": int(str(element.tag)[1]), "runs": block["runs"]})
            else:
                flow.blocks.append(block)

    def _link(self, element: Element, flow: Flow, style: Style, depth: int) -> None:
        url = address(element.get("href"))
        self._inside(element, flow, {**style, "url": url} if url else style, depth)

    def _quoted(self, element: Element, flow: Flow, style: Style, depth: int) -> None:
        flow.text("“", style)
        self._inside(element, flow, style, depth)
        flow.text("”", style)

    def _line_end(self, element: Element, flow: Flow, style: Style, depth: int) -> None:
        flow.line_end()

    def _rule(self, element: Element, flow: Flow, style: Style, depth: int) -> None:
        flow.add({"kind": "rule"})

    def _code(self, element: Element, flow: Flow, style: Style, depth: int) -> None:
        text = plain.shaped("".join(_visible(element))).expandtabs(4).strip("\n")
        if text.strip():
            flow.add({"kind": "code", "text": plain.breakable(text)})

    def _list(self, element: Element, flow: Flow, style: Style, depth: int) -> None:
        items = [self._loose(element.text, style)]
        for child in element:
            if child.tag == "li":
                items.append(self._apart(child, style, depth + 1))
            else:
                apart = Flow()
                self.read(child, apart, style, depth + 1)
                apart.end()
                items.append(apart.blocks)
            items.append(self._loose(child.tail, style))
        items = [item for item in items if item]
        flow.end()
        if _nested(element):
            flow.blocks += [block for item in items for block in item]
        elif items:
            ordered = element.tag == "ol"
            start = element.get("start", "")
            first = int(start) if start.isascii() and start.isdigit() and len(start) < 7 else 1
            flow.blocks.append({"kind": "list", "ordered": ordered, "start": first, "items": items})

    def _quote(self, element: Element, flow: Flow, style: Style, depth: int) -> None:
        inner = self._apart(element, style, depth)
        flow.end()
        if _nested(element):
            flow.blocks += inner
        elif inner:
            texts = [words(block["runs"]) for block in inner if block["kind"] == "paragraph"]
            short = sum(map(len, texts)) <= PULL_QUOTE and len(texts) == len(inner) <= 2
            flow.blocks.append({"kind": "quote", "pull": short, "blocks": inner})

    def _table(self, element: Element, flow: Flow, style: Style, depth: int) -> None:
        flow.end()
        flow.blocks += tables.blocks(element, lambda cell: self._apart(cell, style, depth + 1))

    def _picture(self, element: Element, flow: Flow, style: Style, depth: int) -> None:
        figure = self._pictured(element.get("src", ""), element.get("alt", ""), [])
        if figure is not None:
            flow.after(figure)

    def _figure(self, element: Element, flow: Flow, style: Style, depth: int) -> None:
        pictures = [picture for picture in element.iter("img") if picture.get("src")]
        legends = list(element.iter("figcaption"))
        if not pictures:
            flow.end()
            self._inside(element, flow, style, depth)
            flow.end()
            return
        caption: list[Run] = []
        for legend in legends:
            for block in every(self._apart(legend, style, depth)):
                if "runs" in block:
                    caption += [{"t": " "}, *block["runs"]] if caption else block["runs"]
        flow.end()
        for picture in pictures:
            last = picture is pictures[-1]
            figure = self._pictured(picture.get("src", ""), picture.get("alt", ""), caption if last else [])
            if figure is not None:
                flow.blocks.append(figure)
        flow.blocks += self._beside(element, legends, style, depth)

    def _beside(self, element: Element, legends: list[Element], style: Style, depth: int) -> list[Block]:
        """Give what a figure holds beside its pictures and legends."""
        flow = Flow()
        if element.text:
            flow.text(element.text, style)
        for child in element:
            if child not in legends and not any(legend in child.iter() for legend in legends):
                _Reader(lambda url, alt, caption: None).read(child, flow, style, depth + 1)
            flow.text(child.tail or "", style)
        flow.end()
        return flow.blocks


_SPECIAL: Mapping[str, Callable[[_Reader, Element, Flow, Style, int], None]] = {
    "a": _Reader._link,
    "q": _Reader._quoted,
    "br": _Reader._line_end,
    "hr": _Reader._rule,
    "pre": _Reader._code,
    "ul": _Reader._list,
    "ol": _Reader._list,
    "blockquote": _Reader._quote,
    "table": _Reader._table,
    "img": _Reader._picture,
    "figure": _Reader._figure,
}


def _nested(element: Element) -> bool:
    """Say whether an element stands too deep in lists and quotes to be set in one more."""
    return sum(1 for parent in element.iterancestors() if parent.tag in ("ul", "ol", "blockquote")) >= MOST_LISTS


def _visible(element: Element) -> list[str]:
    """Give the texts below an element, however deep, without those of unseen elements."""
    texts: list[str] = [element.text or ""]
    for child in element.iterdescendants():
        if isinstance(child.tag, str) and child.tag not in UNSEEN:
            texts.append("\n" if child.tag == "br" else child.text or "")
        texts.append(child.tail or "")
    return texts
