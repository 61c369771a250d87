"""A quote with its source, as it goes to the clipboard: plain text and HTML. Pure but for the user's date format."""

from html import escape

from PySide6.QtCore import QLocale

from clipper.gui import sentences
from clipper.gui.reading import head
from clipper.model import Document


def source(document: Document) -> str:
    """Give the source in one line: authors, title, site, date, address; what is unknown is left out."""
    clipping = document.clipping
    names = QLocale().createSeparatedList(list(clipping.authors[: head.NAMES]))
    titled = ": ".join(filter(None, (names, sentences.plain(clipping.title or head.untitled(), 500))))
    placed = ", ".join(filter(None, (clipping.site, head.date(clipping.date))))
    return ". ".join(filter(None, (titled, placed, clipping.url)))


def quoted(selected: str, document: Document) -> tuple[str, str]:
    """Give plain text and HTML of a selection with its source; of the source alone where nothing is selected."""
    text = selected.replace("\u2029", "\n").replace("\u2028", "\n").replace("\ufffc", "").replace("\u00a0", " ").strip()
    said = source(document)
    url = document.clipping.url or ""
    linked = escape(said)
    if head.host(url):
        linked = linked.replace(escape(url), f'<a href="{escape(url)}">{escape(url)}</a>')
    if not text:
        return said, f"<p>{linked}</p>"
    marks = QLocale()
    paragraphs = "".join(f"<p>{escape(line)}</p>" for line in text.split("\n") if line.strip())
    return f"{marks.quoteString(text)}\n— {said}", f"<blockquote>{paragraphs}</blockquote><p>— {linked}</p>"
