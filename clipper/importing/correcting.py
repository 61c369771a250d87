"""Bodies that the user sets right: cleaned as a page is, then laid over the article that was extracted."""

import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence

from clipper.errors import LibraryError
from clipper.extraction.bodypool import Bodies, BodyJob, CleanBody, LeftOut
from clipper.extraction.cutting import NotOursError, cut
from clipper.extraction.joining import is_as_it_was, join
from clipper.library.library import Library
from clipper.model import Article, Changes, Document
from clipper.passages import Editable, Edited, words

_BLANK_LINES = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_MOST_CHARS = 20_000_000  # as of a page

Body = Mapping[str, str | None]


class Correcting:
    """Corrects the bodies of articles. A body is text and HTML together: two fields of one write."""

    def __init__(self, library: Library, bodies: Bodies) -> None:
        self._library = library
        self._bodies = bodies

    def of_text(self, text: str) -> Body:
        """Give the corrections that let a plain text be the body: paragraphs apart by blank lines.

        Raise LibraryError("invalid", "text") for an empty one, ("too_large").
        """
        _mind_length(text)
        return _body(plain(text), None)

    def of_html(self, id: int, html: str) -> Body:
        """Give the corrections that let HTML be the body, cleaned.

        Raise as of_text does, and ExtractError(too_slow, too_large, damaged).
        """
        _mind_length(html)
        clean = self._clean(id, html, LeftOut())
        return _body(clean.text, clean.html)

    def leave_out(self, id: int, lines: Sequence[str], chosen: Collection[int], pictures: Collection[str]) -> Changes:
        """Take paragraphs out of the body as it stands, with what was corrected in it.

        lines: all lines of the article as they are shown, in order; chosen: the numbers of those whose paragraphs go;
        pictures: addresses of those that go, the lead picture too. No edits where none of them stands in the article.
        Raise as of_html does, and NotFoundError.
        """
        document = self._library.clippings.document(id)
        article = document.article
        led = {"image": ""} if _leads(document) in pictures else {}
        left_out = LeftOut(tuple(lines), frozenset(chosen), frozenset(pictures))
        clean = self._clean(id, article.html, left_out)
        if len(clean.text) < len(article.text) // 2 and not _holds(self._clean(id, article.html, LeftOut()), article):
            clean = self._clean(id, _markup_of(article.text), left_out)  # as the window shows it
        body = _body(clean.text, clean.html) if clean.less else {}
        return self._library.corrections.set_several(id, {**body, **led}) if body or led else Changes()

    def editable(self, id: int) -> Editable:
        """Give the body of an article, with what was corrected in it, cut into passages. Raise as of_html does."""
        article = self._library.clippings.document(id).article
        try:
            cuts = cut(article.html)
        except NotOursError:
            cuts = cut(self._clean(id, article.html, LeftOut()).html)
        if sum(len(words(one.passage.runs)) for one in cuts.cuts) < len(article.text) // 2:
            cuts = cut(_markup_of(article.text))  # as the window shows it
        return Editable(cuts.html, tuple(one.passage for one in cuts.cuts))

    def rewrite(self, id: int, html: str, edited: Sequence[Edited]) -> Changes:
        """Let edited passages be the body; those that nobody touched keep their HTML to the byte.

        html: of the Editable that they were made from. No edits where all is as it was. Raise as of_html does, and
        NotFoundError.
        """
        cuts = cut(html)
        own = [one.origin for one in edited if is_as_it_was(cuts, one)]
        if len(own) == len(edited) and own == list(range(len(cuts.cuts))):
            return Changes()
        joined = join(cuts, edited)
        _mind_length(joined)
        return self._library.corrections.set_several(id, _body(self._clean(id, joined, LeftOut()).text, joined))

    def _clean(self, id: int, html: str, left_out: LeftOut) -> CleanBody:
        url = next((row.url for row in self._library.clippings.rows([id])), None)
        return self._bodies.clean(BodyJob(html, url, left_out))


def plain(text: str) -> str:
    """Give a text as it is kept: one blank line between paragraphs, no control characters."""
    lines = (
        line.rstrip() for line in text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff").split("\n")
    )
    seen = "\n".join(
        "".join(one for one in line.replace("\t", " ") if unicodedata.category(one) != "Cc") for line in lines
    )
    return _BLANK_LINES.sub("\n\n", seen).strip()


def _leads(document: Document) -> str | None:
    """Give the address of the lead picture, None without one."""
    for first in document.article.illustrations[:1]:
        kept, picture = document.pictures.get(first.url), document.clipping.picture
        if (kept is not None and kept.sha256 == picture) or document.article.metadata.image.value == first.url:
            return first.url
    return None


def _mind_length(text: str) -> None:
    if len(text) > _MOST_CHARS:
        raise LibraryError("too_large", str(len(text)))


def _body(text: str, html: str | None) -> Body:
    if not text.strip():
        raise LibraryError("invalid", "text")
    return {"text": text, "html": html}


def _holds(clean: CleanBody, article: Article) -> bool:
    """Tell whether the HTML of an article has its text: of some given as they stand it has not."""
    return len(clean.text) >= len(article.text) // 2


def _markup_of(text: str) -> str:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    return "".join(f"<p>{part}</p>" for part in escaped.split("\n\n") if part.strip())
