"""Page -> Article. The only file that knows trafilatura; it is imported in worker processes alone."""

import logging
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urljoin

from lxml.etree import _Element
from lxml.html import HtmlElement
from trafilatura import __version__ as trafilatura_version
from trafilatura import bare_extraction
from trafilatura.settings import Document, Extractor

from clipper.extraction.aligning import align
from clipper.extraction.blocks import segment
from clipper.extraction.choosing import Reading, choose
from clipper.extraction.cleaning import clean
from clipper.extraction.flags import find_flags
from clipper.extraction.job import Job
from clipper.extraction.linked_data import read_linked_data
from clipper.extraction.liveblog import is_live, with_entries
from clipper.extraction.metadata import Said, compose, read_title
from clipper.extraction.metatags import read_metatags
from clipper.extraction.parsing import parse
from clipper.extraction.pictures import Place, find_pictures
from clipper.extraction.rendering import render_html, render_text
from clipper.extraction.weighing import Model, shipped
from clipper.model import Article, Illustration, Metadata

VERSION = 3
# Of the 686 pages of four sets none has 12,000. With 200,000 in a row trafilatura takes minutes (November 2026).
_MOST_PIECES = 60_000
_NESTED = ("list", "table", "row", "cell", "item", "quote")

# What it says of bad pages is no news: the answer says it. The root logger would print it.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


def extract(job: Job, *, model: Model | None = None) -> Article:
    """Read the article of a page. A page without one gives text "" and a flag. Raise ExtractError(damaged).

    model: weighs the blocks; None: the one that comes with the program.
    """
    reading = read(job)
    page, said, title = reading.page, reading.said, reading.title
    chosen, doubtful = choose(reading, model or shipped())
    draft = clean(replace(chosen, headline=title.value or "", repeated=job.repeated))
    if is_live(job.url, title.value or "", said.blocks, said.linked):
        draft = with_entries(draft, said.linked.updates)
    text = render_text(draft)
    places = find_pictures(draft, base=said.base, inline=page.pictures)
    metadata = compose(said, title=title, draft=draft, text=text, places=places)
    flags = find_flags(
        url=job.url,
        title=title.value or "",
        text=text,
        page=page,
        linked=said.linked,
        meta=said.meta,
        draft=draft,
        doubtful=doubtful,
    )
    return Article(
        metadata=metadata,
        text=text,
        html=render_html(draft, places, base=said.base) if text else "",
        flags=flags,
        illustrations=_illustrations(metadata, places),
        extractor=f"clipper {VERSION}, trafilatura {trafilatura_version}",
        lines=draft.lines,
    )


def read(job: Job) -> Reading:
    """Parse a page once, cut it into blocks, and hear what it says of itself and what trafilatura takes of it."""
    page = parse(job.body, charset=job.charset)
    meta = read_metatags(page.tree)
    linked = read_linked_data(page.linked_data, url=job.url)
    blocks = segment(page.tree)
    said = Said(job.url, _base(job.url, meta.base), linked, meta, blocks)
    heard = sum(len(block.pieces) + 1 for block in blocks) <= _MOST_PIECES
    lines = tuple(read_with_trafilatura(page.tree)) if heard else ()
    chosen, share = align(lines, blocks)
    return Reading(page, said, read_title(said), lines, chosen, share, heard)


def read_with_trafilatura(tree: HtmlElement) -> list[str]:
    """Give the lines that trafilatura takes for the article; none where it finds none. The tree stays as it is.

    Where it finds something, without its comparison with readability and justext (fast): here its choice is one voice
    among several, and out of fold the blocks are chosen as well without (November 2026), in a tenth less time.
    """
    return _read(tree, fast=True) or _read(tree, fast=False)


def _read(tree: HtmlElement, *, fast: bool) -> list[str]:
    # The output format "python" would make a text of the body, too, which nobody reads.
    options = Extractor(output_format="txt", precision=True, comments=False, fast=fast)
    try:
        found = bare_extraction(tree, options=options)
        return [line for line in _lines(found.body) if line] if isinstance(found, Document) else []
    except RecursionError:  # lists a thousand deep: a page without this voice
        return []


def _lines(element: _Element) -> Iterator[str]:
    for child in element:
        if child.tag in _NESTED and len(child):
            yield child.text or ""
            yield from _lines(child)
            yield child.tail or ""
        else:
            yield "".join(map(str, child.itertext())) + (child.tail or "")


def _base(url: str | None, written: str | None) -> str | None:
    try:
        return urljoin(url or "", written) if written else url
    except ValueError:
        return url


def _illustrations(metadata: Metadata, places: tuple[Place, ...]) -> tuple[Illustration, ...]:
    """Give the lead picture first, then the others in their order."""
    shown = [place.illustration for place in places]
    lead = metadata.image.value
    if lead is None:
        return tuple(shown)
    first = next(
        (picture for picture in shown if picture.url == lead), Illustration(lead, credit=metadata.image_credit.value)
    )
    return (first, *(picture for picture in shown if picture.url != lead))
