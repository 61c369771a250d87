"""Documents to read."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from clipper.gui.reading.hits import Mark
from clipper.model import Article, Capture, Clipping, Document, Found, Illustration, KeptPicture, Metadata

ADDED = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)


def document(
    html: str = "<p>Text.</p>",
    *,
    text: str = "",
    pictures: dict[str, KeptPicture] | None = None,
    lead: str | None = None,
    id: int = 1,
    url: str | None = "https://example.org/politics/bridge",
    **changed: object,
) -> Document:
    clipping = Clipping(
        id=id,
        uuid="0" * 32,
        url=url,
        title="Bridge stays closed",
        site="Harbour Times",
        authors=("Ada Sample", "Ben Beispiel"),
        date="2026-11-23",
        language="en",
        added=ADDED,
        tags=("bridges", "politics/local"),
        flags=(),
        read=False,
        starred=False,
        note="",
        excerpt="",
        words=440,
        picture=None,
    )
    clipping = replace(clipping, **changed)  # type: ignore[arg-type]
    illustrations = () if lead is None else (Illustration(lead, "The bridge", "Photo: Ada"),)
    metadata = Metadata(
        title=Found(clipping.title),
        subtitle=Found("Works on both towers"),
        section=Found("Politics"),
        image=Found(lead),
    )
    article = Article(metadata, text, html, clipping.flags, illustrations)
    captures = (Capture(1, ADDED, url, "0" * 64, 10, "captures/x.warc.gz"),)
    return Document(clipping, article, captures, pictures or {})


def finding(word: str, *, in_field: str = "text") -> Mark:
    """Give what finds a word in one field."""

    def mark(text: str, field: str, _language: str) -> Sequence[tuple[int, int]]:
        return [found.span() for found in re.finditer(re.escape(word), text)] if field == in_field else []

    return mark
