"""The chosen blocks and pictures -> text and clean HTML. nh3 comes last, and after it a check of every address."""

import re
from collections.abc import Sequence
from html import escape
from itertools import islice

import nh3

from clipper.extraction.blocks import Block, Container, Link
from clipper.extraction.draft import Draft
from clipper.extraction.embeds import embed_html, find_embeds
from clipper.extraction.links import absolute
from clipper.extraction.pictures import Place
from clipper.model import Illustration

_KEPT = frozenset(("ul", "ol", "li", "dl", "dt", "dd", "blockquote", "table", "tr", "td", "th"))
_CELLS = ("td", "th")
_BARE = ("li", "td", "th", "dt")  # their first text needs no paragraph
# Qt lays out nested tables in exponential time: 3 levels at most (findings: 20 levels take 12 s).
_DEEPEST_TABLE = 3
_MOST_TABLES = 50  # within each other, that are looked at
_DEEPEST = 12
_LONGEST_CELL = 400
_TAGS = {
    "p",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "blockquote",
    "table",
    "tbody",
    "tr",
    "td",
    "th",
    "pre",
    "code",
    "figure",
    "figcaption",
    "img",
    "a",
    "em",
    "strong",
    "sub",
    "sup",
    "q",
    "del",
    "mark",
    "br",
    "cite",
}
_ATTRIBUTES = {"a": {"href"}, "img": {"src", "alt"}}
_SCHEMES = {"http", "https", "mailto", "data"}
_TAG_WITH_ADDRESS = re.compile(r"<(a|img)((?: [^<>]*)?)>")
_ADDRESS = re.compile(r' (href|src)="([^"]*)"')
_SAFE_LINK = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)
_SAFE_PICTURE = re.compile(r"https?://|data:image/(?:png|jpe?g|gif|webp|avif|bmp|x-icon)[;,]", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\n\r\f\v]{2,}|[\t\n\r\f\v]")  # all that is not one space
_EMPTY_INLINE = re.compile(r"<(em|strong|sub|sup|code|q|del|mark)>(\s*)</\1>")


def render_text(draft: Draft) -> str:
    """Give the text: paragraphs apart by a blank line, the cells of a table's row beside each other."""
    parts: list[str] = []
    row: Container | None = None
    for number in draft.ordered():
        block = draft.blocks[number]
        here = next((part for part in reversed(block.path) if part[0] == "tr"), None)
        if here is not None and here == row and parts:
            parts[-1] += " | " + " ".join(block.text.split())
        else:
            parts.append(block.text)
        row = here if here is not None and len(block.text) <= _LONGEST_CELL else None
    return "\n\n".join(parts)


def render_html(draft: Draft, places: Sequence[Place], *, base: str | None) -> str:
    """Give the clean HTML of the body with its pictures in their places. base: of the page's links."""
    flat = _layout_tables(draft)
    pictures = {place.number: place.illustration for place in places}
    embeds = {embed.number: embed for embed in find_embeds(draft, base=base)}
    out: list[str] = []
    opened: list[Container] = []
    for number in sorted(draft.body.union(pictures, embeds)):
        block = draft.blocks[number]
        wanted = _structure(block, flat) if number in draft.body else ()
        quoted = number in embeds and block.element.tag == "blockquote" and tuple(opened) == _structure(block, flat)
        wanted = tuple(opened) if quoted else wanted
        bare = bool(wanted) and wanted[-1][0] in _BARE and wanted != tuple(opened)
        _move(opened, wanted, out)
        if number in pictures:
            out.append(figure(pictures[number]) + "\n")
        elif number in embeds:
            out.append(embed_html(embeds[number], quoted=quoted))
        else:
            out.append(_block_html(block, bare=bare, base=base))
    _move(opened, (), out)
    return sanitized("".join(out)).strip()


def figure(picture: Illustration) -> str:
    """Give the HTML of a picture with its caption and credit."""
    told = " ".join(part for part in (picture.caption, f"({picture.credit})" if picture.credit else None) if part)
    under = f"<figcaption>{escape(told)}</figcaption>" if told else ""
    return f'<figure><img src="{escape(picture.url)}" alt="{escape(picture.alt or "")}">{under}</figure>'


def sanitized(html: str) -> str:
    """Keep what is on the list of elements and attributes, and addresses that lead to the web alone."""
    clean = nh3.clean(
        html, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=_SCHEMES, link_rel=None, strip_comments=True
    )
    return _TAG_WITH_ADDRESS.sub(_checked, clean)


def _checked(found: re.Match[str]) -> str:
    safe = _SAFE_LINK if found[1] == "a" else _SAFE_PICTURE
    attributes = _ADDRESS.sub(lambda one: one[0] if safe.match(one[2]) else "", found[2])
    return f"<{found[1]}{attributes}>" if found[1] == "a" or " src=" in attributes else ""


def _block_html(block: Block, *, bare: bool, base: str | None) -> str:
    if block.kind == "code":
        return f"<pre>{escape(block.text)}</pre>\n"
    inline = _inline(block.pieces, base)
    if block.kind == "heading":
        level = min(6, max(2, block.level))
        return f"<h{level}>{inline}</h{level}>\n"
    return inline if bare else f"<p>{inline}</p>\n"


def _inline(pieces: Sequence[str | Link], base: str | None) -> str:
    out: list[str] = []
    opened: list[bool] = []
    for piece in pieces:
        if isinstance(piece, Link):
            target = absolute(piece.target, base)
            opened.append(target is not None)
            if target is not None:
                out.append(f'<a href="{escape(target)}">')
        elif piece != "</a>" or (opened and opened.pop()):
            out.append(piece)
    html = _SPACE.sub(" ", "".join(out))
    for sign in ("\xad", "\u200b", "\u2060", "\ufeff"):
        html = html.replace(sign, "")
    return _without_edge_breaks(_EMPTY_INLINE.sub(r"\2", html))


def _without_edge_breaks(html: str) -> str:
    html = html.strip()
    while html.startswith("<br>"):
        html = html.removeprefix("<br>").lstrip()
    while html.endswith("<br>"):
        html = html.removesuffix("<br>").rstrip()
    return html


def _structure(block: Block, flat: frozenset[Container]) -> tuple[Container, ...]:
    """Give the containers to show a block in: no layout tables, no tables within the third, nothing too deep."""
    kept: list[Container] = []
    tables = 0
    hidden = False
    for part in block.path:
        if part[0] == "table":
            tables += part not in flat
            hidden = part in flat or tables > _DEEPEST_TABLE
        if part[0] not in _KEPT or (hidden and part[0] in ("table", "tr", *_CELLS)):
            continue
        kept.append(part)
    return tuple(kept) if len(kept) <= _DEEPEST and _is_whole(kept) else ()


def _is_whole(parts: Sequence[Container]) -> bool:
    """Tell whether every item has its list, every cell its row, every row its table."""
    needs = {"li": ("ul", "ol"), "tr": ("table",), "td": ("tr",), "th": ("tr",), "dt": ("dl",), "dd": ("dl",)}
    for place, (name, _) in enumerate(parts):
        if name in needs and (place == 0 or parts[place - 1][0] not in needs[name]):
            return False
        if name in ("ul", "ol", "dl", "table", "tr") and place == len(parts) - 1:
            return False
    return True


def _layout_tables(draft: Draft) -> frozenset[Container]:
    """Give the tables that are no tables: one cell a row throughout, or paragraphs in the cells."""
    cells: dict[Container, dict[Container, set[Container]]] = {}
    flat: set[Container] = set()
    for number in draft.body:
        block = draft.blocks[number]
        tables = (place for place, part in enumerate(block.path) if part[0] == "table")
        for place in islice(tables, _MOST_TABLES):
            table = block.path[place]
            row = next((part for part in block.path[place:] if part[0] == "tr"), table)
            cell = next((part for part in block.path[place:] if part[0] in _CELLS), table)
            cells.setdefault(table, {}).setdefault(row, set()).add(cell)
            if len(block.text) > _LONGEST_CELL:
                flat.add(table)
    flat.update(table for table, rows in cells.items() if max(map(len, rows.values())) < 2)
    return frozenset(flat)


def _move(opened: list[Container], wanted: Sequence[Container], out: list[str]) -> None:
    """Close and open containers until those wanted are open."""
    common = 0
    while common < min(len(opened), len(wanted)) and opened[common] == wanted[common]:
        common += 1
    for name, _ in reversed(opened[common:]):
        out.append(f"</{name}>\n")
    for name, _ in wanted[common:]:
        out.append(f"<{name}>" if name in _BARE else f"<{name}>\n")
    opened[:] = wanted
