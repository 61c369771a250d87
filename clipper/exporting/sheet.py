"""Document -> the data of its pages, as resources/pdf/article.typ reads them. Runs in a child process alone."""

import html
import itertools
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from clipper.exporting import faces, pictures, plain, tree
from clipper.exporting.orders import Sheet, SheetOrder
from clipper.exporting.runs import Block, Run, words
from clipper.exporting.wording import Words
from clipper.exporting.wording import words as words_of
from clipper.model import Document, Found, Illustration, KeptPicture

GALLERY_FROM = 3
MOST_TITLE = 600
MOST_SHORT = 62  # site and title side by side in the running header
MOST_ADDRESS = 240
LONG_TITLE, VERY_LONG_TITLE = 110, 220
SAME_BEGINNING = 80
MOST_TAGS = 60
LONG_PARAGRAPH = 900


def make(order: SheetOrder) -> Sheet:
    """Read a document, write its pictures into the workshop, give its data and what the file needs to know of it."""
    document, options = order.document, order.options
    metadata = document.article.metadata
    language = faces.language(metadata.language.value or document.clipping.language, options.language)
    say = words_of(language, options.language)
    title = plain.line(metadata.title.value or document.clipping.title, MOST_TITLE) or say.say("untitled")
    gallery = _Gallery(order, title, say)
    data = _data(document, gallery, language, say, title, order.number)
    return Sheet(
        data=json.dumps(data),
        title=title,
        authors=tuple(plain.line(name, 200) for name in metadata.authors.value or document.clipping.authors),
        site=data["site"],
        keywords=tuple(plain.line(tag, 200) for tag in document.clipping.tags),
        description=" · ".join(part for part in (data["site"], *data["dates"], data["url"]) if part),
        language=language,
        made=document.clipping.added,
        remarks=("picture_left_out",) if gallery.left_out else (),
    )


def _data(
    document: Document, gallery: "_Gallery", language: str, say: Words, title: str, number: int
) -> dict[str, Any]:
    metadata, clipping = document.article.metadata, document.clipping
    body = tree.blocks(document.article.html, gallery.figure) or tree.paragraphs(document.article.text)
    lead, body = _lead(gallery, tree.levelled(_without_title(body, title)))
    body = _grouped(body)
    subtitle = plain.line(metadata.subtitle.value, 1000)
    site = plain.line(metadata.site.value or clipping.site, 120)
    dates = _dates(document, say)
    url = tree.address(clipping.url or metadata.canonical_url.value) or ""
    return {
        "language": language,
        "rtl": faces.is_rtl(language),
        "scale": faces.scale(language),
        "grown": faces.small_scale(language),
        "slanted": faces.is_slanted(language),
        "justified": faces.is_justified(language),
        "kicker": [part for part in (site, plain.line(metadata.section.value, 80)) if part],
        "site": site,
        "running": plain.line(site, 28),
        "title": plain.breakable(title),
        "short": plain.line(title, MOST_SHORT),
        "size": 1.0 if len(title) <= LONG_TITLE else 0.8 if len(title) <= VERY_LONG_TITLE else 0.6,
        "origin": " · ".join(part for part in (site, dates[0] if dates else "") if part),
        "subtitle": "" if _repeats(subtitle, title, body) else plain.breakable(subtitle),
        "byline": _byline(document, say),
        "dates": dates,
        "url": url,
        "address": plain.line(_readable(url), MOST_ADDRESS),
        "lead": lead,
        "blocks": body,
        "kept": _kept(body),
        "tags": [plain.line(tag, 80) for tag in clipping.tags[:MOST_TAGS]],
        "clipped": say.say("clipped", date=say.day(clipping.added.astimezone())),
        "source": _source(document, title, language, number, say),
    }


def _byline(document: Document, say: Words) -> str:
    metadata = document.article.metadata
    authors = [plain.line(name, 200) for name in metadata.authors.value or document.clipping.authors]
    agencies = [plain.line(name, 80) for name in metadata.agencies.value or ()]
    by = say.say("by", names=say.names([name for name in authors if name])) if any(authors) else ""
    return " · ".join(part for part in (by, ", ".join(agencies)) if part)


def _dates(document: Document, say: Words) -> list[str]:
    metadata = document.article.metadata
    published = plain.line(metadata.date.value or document.clipping.date, 40)
    modified = plain.line(metadata.modified.value, 40)
    dates = [say.date(published)] if published else []
    if modified and modified[:10] > published[:10]:
        dates.append(say.say("updated", date=say.date(modified)))
    return dates


def _readable(url: str) -> str:
    """Show an address with the letters that it stands for, where that can be undone by hand."""
    shown = unquote(url, errors="strict") if "%" in url and url.isascii() and _is_utf8(url) else url
    return url if any(letter.isspace() for letter in shown) else shown


def _is_utf8(url: str) -> bool:
    try:
        unquote(url, errors="strict")
    except UnicodeDecodeError:
        return False
    return True


def _without_title(body: list[Block], title: str) -> list[Block]:
    """Drop a heading at the top that says the title again."""
    if body and body[0]["kind"] == "heading" and words(body[0]["runs"]).casefold() == title.casefold():
        return body[1:]
    return body


def _repeats(subtitle: str, title: str, body: list[Block]) -> bool:
    """Say whether a subtitle is the title or how the text begins again, as many descriptions for search engines are."""
    if not subtitle:
        return False
    begun = _letters(subtitle)[:SAME_BEGINNING]
    opening = "".join(_letters(words(block["runs"])) for block in body[:6] if block["kind"] == "paragraph")
    return begun == _letters(title)[:SAME_BEGINNING] or opening.startswith(begun)


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _lead(gallery: "_Gallery", body: list[Block]) -> tuple[Block | None, list[Block]]:
    """Choose the lead picture: one that opens the body, else the article's, which then leaves the body."""
    opening = next((index for index, block in enumerate(body[:2]) if block["kind"] == "figure"), None)
    if opening is not None:
        return body[opening], body[:opening] + body[opening + 1 :]
    lead = gallery.lead()
    if lead is None:
        return None, body
    same = [block for block in body if block["kind"] == "figure" and block["file"] == lead["file"]]
    return (same[0] if same else lead), [block for block in body if block not in same]


def _grouped(body: list[Block]) -> list[Block]:
    """Put pictures that follow each other without a word between into galleries, which are set side by side."""
    grouped: list[Block] = []
    for kind, blocks in itertools.groupby(body, key=lambda block: block["kind"]):
        some = list(blocks)
        several = kind == "figure" and len(some) >= GALLERY_FROM
        grouped += [{"kind": "gallery", "figures": some}] if several else some
    return grouped


def _kept(body: list[Block]) -> int:
    """Count the blocks at the end that are to stay on one page with the tags: a last paragraph that is not long."""
    short = bool(body) and body[-1]["kind"] == "paragraph" and len(words(body[-1]["runs"])) <= LONG_PARAGRAPH
    return int(short)


def _source(document: Document, title: str, language: str, number: int, say: Words) -> dict[str, str] | None:
    """Give the article as HTML for the attachment."""
    article = document.article
    body = article.html or "".join(f"<p>{html.escape(part)}</p>\n" for part in article.text.split("\n\n"))
    link = f'<link rel="canonical" href="{html.escape(document.clipping.url)}">\n' if document.clipping.url else ""
    page = (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<meta charset="utf-8">\n<title>{html.escape(title)}</title>\n'
        f"{link}<h1>{html.escape(title)}</h1>\n{body}\n</html>\n"
    )
    name = "article.html" if number == 1 else f"article-{number}.html"
    return {"name": name, "html": page.encode("utf-8", "replace").decode(), "about": say.say("source")}


def _is_left_out(image: Found[str]) -> bool:
    """Tell whether the user wants no lead picture; one that the page does not name may still be the first it shows."""
    return image.value is None and image.source == "given"


class _Gallery:
    """The pictures of one document: each is written to the workshop once, when it is first shown."""

    def __init__(self, order: SheetOrder, title: str, say: Words) -> None:
        article = order.document.article
        self.left_out = False
        self._wanted = order.options.pictures
        self._kept: Mapping[str, KeptPicture] = order.document.pictures
        self._known = {picture.url: picture for picture in article.illustrations}
        self._lead_url, self._leads = article.metadata.image.value, not _is_left_out(article.metadata.image)
        self._credit = article.metadata.image_credit.value
        self._folder, self._name = Path(order.bench.folder), f"{order.bench.job}-{order.number}"
        self._fallback = say.say("picture", title=plain.line(title, MOST_SHORT))
        self._plates: dict[str, pictures.Plate | None] = {}

    def figure(self, url: str, alt: str, caption: list[Run]) -> Block | None:
        """Give a figure block of a picture; None where it is not wanted, not kept or not readable."""
        if not self._wanted or not url:
            return None
        kept = self._kept.get(url)
        if kept is None:
            self.left_out = True
            return None
        if kept.sha256 not in self._plates:
            name = f"{self._name}-{len(self._plates) + 1}"
            self._plates[kept.sha256] = pictures.plate(kept, self._folder, name)
        plate = self._plates[kept.sha256]
        if plate is None:
            self.left_out = True
            return None
        known = self._known.get(url, Illustration(url))
        legend = caption or self._legend(known)
        credit = plain.line(known.credit or (self._credit if url == self._lead_url else ""), 300)
        told = words(legend)
        return {
            "kind": "figure",
            "file": plate.file,
            "width": plate.width,
            "height": plate.height,
            "alt": plain.line(alt or known.alt or known.caption or told, 1000) or self._fallback,
            "caption": legend,
            "credit": "" if credit and credit.casefold() in told.casefold() else credit,
        }

    def lead(self) -> Block | None:
        """Give the article's lead picture; None without one that is kept."""
        candidates = [self._lead_url, *self._known] if self._leads else []
        url = next((url for url in candidates if url and url in self._kept), None)
        return self.figure(url, "", []) if url else None

    def _legend(self, known: Illustration) -> list[Run]:
        text = plain.line(known.caption, 2000)
        return [{"t": text}] if text else []
