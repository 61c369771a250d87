"""Bytes of a page -> tree, with guards against all that makes lxml lose text in silence.

Knows nothing of articles. Measured with lxml 6.1 in November 2026; each trap has a test of its own.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice, pairwise

from lxml import etree
from lxml import html as lxml_html

from clipper.errors import ExtractError
from clipper.extraction.charset import in_utf8
from clipper.extraction.embeds import keep_embeds

# In these there is no text of an article, and trafilatura copies the tree five times.
_NOT_TEXT = (
    "script", "style", "svg", "template", "object", "embed", "canvas", "noembed", "dialog", "noscript", "nav", "select",
    "textarea", "video", "audio", "map", "input", "datalist", "math", "rt", "rp",
)  # fmt: skip

# What is looked at before that is left out, in one walk: each costs 0.1 ms of a page.
_LOOKED_AT = ("script", "input", "noscript", "iframe", "template", "div", "p")
_SWALLOWING = ("nav", "button", "menu", "dialog", "select", "noscript", "object", "svg", "canvas", "video", "label")
_RUNNING, _SOME, _DEEPEST = 80, 3, 20  # characters of a paragraph; paragraphs; boxes of these within each other

# Numbers that lxml refuses, or cuts at, are those below 160 (HTML reads 128 to 159 as windows-1252; Living Standard,
# numeric character reference), surrogates and those beyond Unicode: of few digits or of many.
_NUMBERED = re.compile(
    rb"&#(?:[xX](0*[0-9a-fA-F]{1,2}(?![0-9a-fA-F])|[0-9a-fA-F]{4,8})|(0*[0-9]{1,3}(?![0-9])|[0-9]{5,9}));?"
)
_CONTROLS = bytes((*range(0x09), *range(0x0E, 0x20), 0x7F))
_NO_CONTROLS = bytes.maketrans(b"\x0b\x0c", b"  ")
# A picture within the page is taken out before parsing: nodes over 10 MB end the parse, and every copy costs memory.
_INLINE_PICTURE = re.compile(rb"data:image/[\w.+-]{1,40}[;,][^\"'<>)\s]{512,}")
_PLACEHOLDER = "data:image/clipper;{}"
# 10 MB of picture (the cap on a picture) in base64.
_LONGEST_PICTURE = 14_000_000
# Attributes that an element may have. 100,000 on one keep lxml and trafilatura busy for over a minute.
_MOST_ATTRIBUTES = 300
_CROWDED = 20_000
_STEP = _CROWDED // 2
_CROWDED_TAG = re.compile(rb"<[a-zA-Z][^<>]{%d,}>" % _CROWDED)
_ATTRIBUTE = re.compile(rb"""[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+))?""")
_BOX = re.compile(
    rb"(?:</?(?:div|span|section|font|center|b|i|u|em|strong|small|big)\b[^<>]{0,2000}>\s*)+", re.IGNORECASE
)
# Browsers go on after these, libxml2 drops what follows.
_EARLY_END = re.compile(rb"</(?:body|html)\s*>", re.IGNORECASE)
_START = re.compile(rb"(?:\s*<\?xml[^>]*>)?(?:\s*<!doctype[^>]*>)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Parsed:
    """A page as a tree. linked_data: the texts of its JSON-LD scripts. pictures: placeholder -> data: address.

    cut_short: the parser gave up somewhere, so text may be missing. asks_password: it has a field for one.
    """

    tree: lxml_html.HtmlElement
    linked_data: tuple[str, ...]
    pictures: Mapping[str, str]
    cut_short: bool
    asks_password: bool


def parse(body: bytes, *, charset: str | None) -> Parsed:
    """Parse a page. charset: as the header named it. Raise ExtractError(damaged) where there is no tree at all."""
    page = _defuse(in_utf8(body, charset))
    pictures: dict[str, str] = {}
    if b"data:image/" in page:
        page = _INLINE_PICTURE.sub(lambda found: _set_aside(found[0], pictures), page)
    page = _EARLY_END.sub(b"", page)
    page = _START.sub(b"", page, count=1).translate(_NO_CONTROLS, _CONTROLS)
    root, cut_short = _tree(page)
    if cut_short:
        # Past a depth of 2,048 libxml2 drops the rest. Without the boxes the paragraphs are still there.
        flat, still = _tree(_BOX.sub(b" <br><br> ", page))
        root, cut_short = (root, cut_short) if still else (flat, False)
    found: defaultdict[str, list[lxml_html.HtmlElement]] = defaultdict(list)
    for element in root.iter(*_LOOKED_AT):
        found[element.tag].append(element)
    linked_data = tuple(script.text for script in found["script"] if "ld+json" in script.get("type", "").lower())
    asks_password = any(field.get("type", "").lower() == "password" for field in found["input"])
    _unwrap_noscript_pictures(found["noscript"])
    _put_late_parts_in_place(found["div"], found["template"])
    _free_swallowed(found["p"])
    keep_embeds(found["iframe"])
    etree.strip_elements(root, *_NOT_TEXT, with_tail=False)
    return Parsed(root, tuple(filter(None, linked_data)), pictures, cut_short, asks_password)


def _tree(page: bytes) -> tuple[lxml_html.HtmlElement, bool]:
    """Give the tree and whether the parser gave up before the end."""
    parser = _parser()
    try:
        root = lxml_html.document_fromstring(page, parser=parser, ensure_head_body=True)
    except etree.XMLSyntaxError as error:
        _mind_memory(parser)
        raise ExtractError("damaged", "html") from error
    except etree.ParserError:
        # There is no element and no text in it: nothing at all, or crumbs of markup like "<!".
        _mind_memory(parser)
        root = lxml_html.document_fromstring("<html><head></head><body></body></html>")
    _mind_memory(parser)
    return root, any(entry.level == etree.ErrorLevels.FATAL for entry in parser.error_log)


def _mind_memory(parser: lxml_html.HTMLParser) -> None:
    """Raise MemoryError where libxml2 ran out of it: the page is not damaged, it is too large for this process."""
    if any(entry.type == etree.ErrorTypes.ERR_NO_MEMORY for entry in parser.error_log):
        raise MemoryError


def _parser() -> lxml_html.HTMLParser:
    parser = lxml_html.HTMLParser(
        huge_tree=True, remove_comments=True, remove_pis=True, encoding="utf-8", collect_ids=False
    )
    # lxml.html asks a Python function for the class of every element; we need one class. A tenth of the whole time.
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=lxml_html.HtmlElement))
    return parser


def _defuse(page: bytes) -> bytes:
    page = _NUMBERED.sub(_numbered, page)
    return _CROWDED_TAG.sub(_thinned, page) if _is_crowded(page) else page


def _is_crowded(page: bytes) -> bool:
    """Tell whether any tag is far too long. Such a tag holds one of the steps whole, so few places are looked at."""
    starts = range(0, len(page) - _STEP, _STEP)
    bare = (page.find(b"<", start, start + _STEP) < 0 for start in starts)
    return any(
        is_bare and not was_bare and _CROWDED_TAG.match(page, page.rfind(b"<", 0, start)) is not None
        for start, (was_bare, is_bare) in zip(starts[1:], pairwise(bare), strict=True)
    )


def _numbered(found: re.Match[bytes]) -> bytes:
    number = int(found[1], 16) if found[1] else int(found[2])
    if 0x80 <= number <= 0x9F:
        return bytes([number]).decode("cp1252", "ignore").encode()
    if number in (0xFFFE, 0xFFFF, 0x7F) or number > 0x10FFFF or 0xD800 <= number <= 0xDFFF:
        return b""
    if number < 0x20:
        return b" " if number in (0x9, 0xA, 0xB, 0xC, 0xD) else b""
    return found[0]


def _thinned(found: re.Match[bytes]) -> bytes:
    """Keep the first attributes of a tag that has far too many."""
    tag = found[0]
    name, *rest = tag[1:-1].split(None, 1)
    attributes = [one[0] for one in islice(_ATTRIBUTE.finditer(b"".join(rest)), _MOST_ATTRIBUTES + 1)]
    if len(attributes) <= _MOST_ATTRIBUTES:
        return tag
    return b"<%b %b>" % (name, b" ".join(attributes[:_MOST_ATTRIBUTES]))


def _set_aside(address: bytes, pictures: dict[str, str]) -> bytes:
    placeholder = _PLACEHOLDER.format(len(pictures))
    pictures[placeholder] = address.decode("utf-8", "replace") if len(address) <= _LONGEST_PICTURE else ""
    return placeholder.encode()


def _unwrap_noscript_pictures(noscripts: Iterable[lxml_html.HtmlElement]) -> None:
    """Keep the picture that a page offers to readers without JavaScript, where its figure has no other."""
    for noscript in noscripts:
        parent = noscript.getparent()
        picture = noscript.find(".//img")
        if parent is None or picture is None or not _stands_alone(noscript):
            continue
        near = parent if parent.tag != "picture" or parent.getparent() is None else parent.getparent()
        if not any(_addressed(other) for other in near.iter("img") if other is not picture):
            picture.tail = None
            noscript.addprevious(picture)


def _put_late_parts_in_place(
    parts: Iterable[lxml_html.HtmlElement], templates: Iterable[lxml_html.HtmlElement]
) -> None:
    """Do what a script of React would do: parts sent late wait hidden at the end ("S:1") for their place ("B:1")."""
    late = [part for part in parts if part.get("hidden") is not None and part.get("id", "").startswith("S:")]
    if not late:
        return
    places = {place.get("id", ""): place for place in templates if place.get("id", "")[:2] in ("B:", "P:")}
    for part in late:
        del part.attrib["hidden"]
        number = part.get("id", "")[2:]
        place = places.get(f"B:{number}", places.get(f"P:{number}"))
        if place is not None and part not in place.iterancestors():
            place.addprevious(part)  # and the text behind it, so that none is lost


def _free_swallowed(paragraphs: Iterable[lxml_html.HtmlElement]) -> None:
    """Unwrap a menu or button that holds the running text: it was not closed, or means something else here."""
    running = [part for part in paragraphs if len(part.text_content()) >= _RUNNING]
    around = Counter(box for part in running for box in islice(part.iterancestors(*_SWALLOWING), _DEEPEST))
    for box, inside in around.items():
        if inside >= _SOME and len(running) < 2 * inside:
            box.drop_tag()


def _stands_alone(noscript: lxml_html.HtmlElement) -> bool:
    return not "".join(noscript.itertext()).strip() and len(noscript.findall(".//img")) == 1


def _addressed(picture: lxml_html.HtmlElement) -> bool:
    source = picture.get("src") or picture.get("data-src") or picture.get("srcset") or picture.get("data-srcset") or ""
    return bool(source) and not source.startswith("data:")
