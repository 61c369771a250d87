"""The rows of articles: written once, read with the corrections laid over, repeated in the list columns."""

import sqlite3
from collections.abc import Mapping
from dataclasses import replace

from clipper.model import Article, Found
from clipper.store import overlay, records
from clipper.store.pictures import address, digest

# What stands in the place of an article, or is only its beginning.
_LESS = frozenset(("consent", "paywall", "bot_check", "login", "error_page", "no_article", "cut_short"))

COLUMNS = "a.extractor, a.flags, a.metadata, a.text, a.html, a.illustrations"


def cleaned(article: Article) -> Article:
    """Replace what SQLite does not take in text, html and title."""
    title = article.metadata.title
    metadata = article.metadata
    if title.value is not None:
        metadata = replace(metadata, title=Found(records.clean(title.value), title.source, title.confidence))
    return replace(article, text=records.clean(article.text), html=records.clean(article.html), metadata=metadata)


def is_less(article: Article, than: Article) -> bool:
    """Say whether a page fetched again has lost its article: behind a wall or gone, where it was there in whole."""
    lost = not article.text.strip() or bool(_LESS.intersection(article.flags))
    return lost and bool(than.text.strip()) and not _LESS.intersection(than.flags)


def insert(connection: sqlite3.Connection, article: Article, *, clipping: int, capture: int | None) -> int:
    """Write an article, cleaned; give its id."""
    values = (
        clipping,
        capture,
        records.now(),
        records.clean(article.extractor),
        digest(article.text.encode()),
        digest(article.html.encode()),
        records.to_json(article.flags),
        records.metadata_to_json(article.metadata),
        article.text,
        article.html,
        records.illustrations_to_json(article.illustrations),
    )
    inserted = connection.execute(
        "INSERT INTO articles (clipping, capture, made, extractor, sha256, html_sha256, flags, metadata, text, html,"
        " illustrations) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        values,
    )
    return int(inserted.lastrowid or 0)


def read(row: tuple[str, str, str, str, str, str]) -> Article:
    """Read an article from COLUMNS."""
    extractor, flags, metadata, text, html, illustrations = row
    return Article(
        metadata=records.metadata_from_json(metadata),
        text=text,
        html=html,
        flags=records.flags(flags),
        illustrations=records.illustrations_from_json(illustrations),
        extractor=extractor,
    )


def corrections(connection: sqlite3.Connection, clipping: int) -> dict[str, str | tuple[str, ...]]:
    """Give the corrections of a clipping."""
    rows = connection.execute("SELECT field, value FROM corrections WHERE clipping = ? ORDER BY field", (clipping,))
    return {field: corrected_value(value) for field, value in rows}


def corrected_value(value: str) -> str | tuple[str, ...]:
    """Read the JSON of a correction."""
    plain = records.from_json(value)
    return tuple(plain) if isinstance(plain, list) else str(plain)


def current(connection: sqlite3.Connection, clipping: int) -> Article | None:
    """Give the current article of a clipping with the corrections laid over; None for an unknown clipping."""
    found = extracted(connection, clipping)
    return None if found is None else overlay.lay_over(found, corrections(connection, clipping))


def relist(connection: sqlite3.Connection, clipping: int) -> None:
    """Bring the list columns of a clipping in line with its article and corrections."""
    article = current(connection, clipping)
    if article is None:
        return
    (added,) = connection.execute("SELECT added FROM clippings WHERE id = ?", (clipping,)).fetchone()
    connection.execute(
        "UPDATE clippings SET title = ?, site = ?, authors = ?, date = ?, language = ?, excerpt = ?, words = ?,"
        " flags = ?, sort_day = ? WHERE id = ?",
        (*list_values(overlay.listed(article, added)), clipping),
    )
    if article.metadata.image == overlay.NO_PICTURE:
        connection.execute("UPDATE clippings SET picture = NULL WHERE id = ?", (clipping,))


def list_values(listed: overlay.Listed) -> tuple[object, ...]:
    """Give the values of the list columns, in the order of Listed."""
    return (
        records.clean(listed.title),
        _clean(listed.site),
        records.to_json(listed.authors),
        _clean(listed.date),
        _clean(listed.language),
        listed.excerpt,
        listed.words,
        records.to_json(listed.flags),
        listed.sort_day,
    )


def extracted(connection: sqlite3.Connection, clipping: int) -> Article | None:
    """Give the current article of a clipping as it was extracted; None for an unknown clipping."""
    row = connection.execute(
        f"SELECT {COLUMNS} FROM clippings c JOIN articles a ON a.id = c.article WHERE c.id = ?", (clipping,)
    ).fetchone()
    return None if row is None else read(row)


def make_current(connection: sqlite3.Connection, clipping: int, article: int) -> bool:
    """Let an article of a clipping be the current one, with its lead picture and list columns; False: it has none."""
    found = connection.execute("SELECT 1 FROM articles WHERE id = ? AND clipping = ?", (article, clipping)).fetchone()
    if found is None:
        return False
    connection.execute("UPDATE clippings SET article = ? WHERE id = ?", (article, clipping))
    choose_picture(connection, clipping)
    relist(connection, clipping)
    return True


def choose_picture(connection: sqlite3.Connection, clipping: int) -> None:
    """Give a clipping the lead picture of its current article."""
    row = connection.execute(
        f"SELECT {COLUMNS}, a.capture FROM clippings c JOIN articles a ON a.id = c.article WHERE c.id = ?", (clipping,)
    ).fetchone()
    if row is None:
        return
    *columns, capture = row
    # The same address may stand for another picture in a later capture: that of the article's own counts.
    kept = connection.execute(
        "SELECT url, picture FROM kept_pictures WHERE clipping = ? ORDER BY capture IS ?, id", (clipping, capture)
    )
    picture = lead(read(tuple(columns)), dict(kept.fetchall()))
    connection.execute("UPDATE clippings SET picture = ? WHERE id = ?", (picture, clipping))


def lead(article: Article, kept: Mapping[str, str]) -> str | None:
    """Give the SHA-256 of the lead picture: the one the page names, else the first of the article that was kept."""
    candidates = [article.metadata.image.value or "", *(one.url for one in article.illustrations)]
    return next((kept[address(url)] for url in candidates if url and address(url) in kept), None)


def _clean(text: str | None) -> str | None:
    return None if text is None else records.clean(text)
