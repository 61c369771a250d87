"""Additions made up for the tests of the store."""

import gzip
from datetime import UTC, datetime
from io import BytesIO

from PIL import Image

from clipper.model import Article, Exchange, Found, Illustration, Metadata, Page, Picture
from clipper.store.adding import Addition

FETCHED = datetime(2026, 11, 24, 6, 30, 15, 123456, tzinfo=UTC)


def an_article(title: str = "The headline", text: str = "First lines.\n\nMore.", **known: object) -> Article:
    """Make an article; known: fields of the metadata."""
    found = {name: Found(value, "meta", 0.9) for name, value in known.items()}
    return Article(
        metadata=Metadata(title=Found(title, "json-ld", 1.0), **found),  # type: ignore[arg-type]
        text=text,
        html="".join(f"<p>{part}</p>" for part in text.split("\n\n")),
        extractor="sample 1",
    )


def a_page(url: str = "https://example.org/a", body: bytes = b"<html><p>Hello</p></html>") -> Page:
    """Make a page that came over HTTP, coded with gzip."""
    headers = (("Content-Type", "text/html; charset=utf-8"), ("Content-Encoding", "gzip"))
    exchange = Exchange(url, 200, "OK", headers, gzip.compress(body, mtime=0), FETCHED)
    return Page(url, FETCHED, body, "utf-8", (exchange,))


def a_picture(url: str = "https://example.org/a.png", colour: str = "red", size: tuple[int, int] = (40, 20)) -> Picture:
    """Make a picture that came over HTTP."""
    out = BytesIO()
    Image.new("RGB", size, colour).save(out, "PNG")
    exchange = Exchange(url, 200, "OK", (("Content-Type", "image/png"),), out.getvalue(), FETCHED)
    return Picture(url, out.getvalue(), "image/png", *size, exchange)


def an_addition(number: int = 1, *, tags: tuple[str, ...] = (), **changes: object) -> Addition:
    """Make an addition with an address, title and text of its own."""
    url = f"https://example.org/{number}"
    given: dict[str, object] = {
        "page": a_page(url, f"<html><p>Page {number}</p></html>".encode()),
        "article": an_article(f"Headline {number}", f"Text {number}.\n\nMore."),
        "url": url,
        "key": url,
    }
    return Addition(**{**given, "tags": tags, **changes})  # type: ignore[arg-type]


def with_picture(number: int = 1, picture: Picture | None = None) -> Addition:
    """Make an addition with a lead picture."""
    shown = picture or a_picture()
    article = an_article(f"Headline {number}", f"Text {number}.")
    illustrated = Article(
        metadata=article.metadata,
        text=article.text,
        html=f'<img src="{shown.url}">',
        illustrations=(Illustration(shown.url, "What is seen", "Somebody", None),),
        extractor=article.extractor,
    )
    return an_addition(number, article=illustrated, pictures=(shown,))
