"""Document -> a page ready to be shown: what of it is slow, done in a job. Pure; knows no Qt."""

from collections.abc import Callable
from dataclasses import dataclass

from clipper.gui.reading import body
from clipper.gui.reading.body import Body
from clipper.gui.reading.pictures import shown_size
from clipper.model import Document, Illustration, KeptPicture
from clipper.progress import Progress


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document's body and pictures. pictures: the lead first (None without one), then those of the body."""

    document: Document
    body: Body
    lead: Illustration | None
    pictures: tuple[KeptPicture | None, ...]


def prepare(document: Document, progress: Progress) -> Prepared:
    """Prepare a document. Never loses text: where the HTML holds much less than the text, the text is shown."""
    progress.step(0, 2)
    article, kept = document.article, document.pictures
    lead = _lead(document)
    without = () if lead is None else (lead.url,)
    made = body.prepare(article.html, kept=kept.keys(), without=without, base=document.clipping.url)
    progress.step(1, 2)
    if not made.cut and _length(made) < len(article.text) // 2:
        made = body.from_text(article.text)
    leading = None if lead is None else kept[lead.url]
    return Prepared(document, made, lead, (leading, *(kept[url] for url in made.pictures)))


def pieces(prepared: Prepared, top: str, foot: str, *, column: int, source: str) -> tuple[str, ...]:
    """Put a page together. source: what a picture's number is added to in its address."""
    first, *rest = prepared.body.pieces or ("",)

    def shown(shift: int) -> Callable[[int], str]:
        return lambda number: _picture(prepared.pictures, number + shift, column, source)

    # The head counts its lead as 0, the body its own pictures from 0.
    opening = body.with_pictures(top, shown(0)) + body.with_pictures(first, shown(1))
    return (opening, *(body.with_pictures(piece, shown(1)) for piece in rest), foot)


def _picture(pictures: tuple[KeptPicture | None, ...], number: int, column: int, source: str) -> str:
    kept = pictures[number]
    if kept is None:
        return ""
    width, height = shown_size(kept.width, kept.height, column)
    return f'<img src="{source}{number}" width="{width}" height="{height}">'


def _lead(document: Document) -> Illustration | None:
    if not document.article.illustrations:
        return None
    first = document.article.illustrations[0]
    kept = document.pictures.get(first.url)
    if kept is None or document.clipping.picture not in (None, kept.sha256):
        return None
    return first if document.clipping.picture or document.article.metadata.image.value == first.url else None


def _length(made: Body) -> int:
    return sum(len(piece) for piece in made.pieces)
