"""Makes documents for the tests of exporting: own words, drawn pictures."""

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from PIL import Image

from clipper.model import Article, Clipping, Document, Found, Illustration, KeptPicture, Metadata

ADDED = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


def kept(path: Path, name: str, *, size: tuple[int, int] = (600, 400), media_type: str = "image/jpeg") -> KeptPicture:
    """Give a picture of the library: the file at path as it is."""
    body = path.read_bytes()
    url = f"https://example.org/{name}"
    return KeptPicture(url, hashlib.sha256(body).hexdigest(), str(path), media_type, *size)


def drawn(folder: Path, name: str = "a.jpg", *, size: tuple[int, int] = (600, 400), shade: int = 120) -> KeptPicture:
    """Draw a picture and give it as kept."""
    path = folder / name
    Image.radial_gradient("L").resize(size).convert("RGB").point(lambda value: (value + shade) % 256).save(path)
    return kept(path, name, size=size)


def document(
    html: str = "<p>Ein erster Absatz.</p>",
    *,
    id: int = 1,
    title: str = "Ein Tal holt sich seinen Fluss zurück",
    text: str = "",
    language: str | None = "de",
    site: str | None = "Talbote",
    section: str | None = None,
    subtitle: str | None = None,
    authors: Sequence[str] = (),
    date: str | None = "2026-11-23",
    tags: Sequence[str] = (),
    url: str | None = "https://www.example.org/umwelt/fluss",
    lead: KeptPicture | None = None,
    pictures: Sequence[KeptPicture] = (),
    illustrations: Sequence[Illustration] = (),
) -> Document:
    """Give a document; lead: its lead picture, pictures: the others that are kept."""
    every = [*([lead] if lead else []), *pictures]
    metadata = Metadata(
        title=Found(title),
        subtitle=Found(subtitle),
        authors=Found(tuple(authors) or None),
        date=Found(date),
        site=Found(site),
        section=Found(section),
        language=Found(language),
        image=Found(lead.url if lead else None),
    )
    clipping = Clipping(
        id=id,
        uuid=f"00000000-0000-4000-8000-{id:012}",
        url=url,
        title=title,
        site=site,
        authors=tuple(authors),
        date=date,
        language=language,
        added=ADDED,
        tags=tuple(tags),
        flags=(),
        read=False,
        starred=False,
        note="",
        excerpt="",
        words=10,
        picture=None,
    )
    article = Article(metadata, text, html, illustrations=tuple(illustrations), extractor="test")
    return Document(clipping, article, (), {picture.url: picture for picture in every})
