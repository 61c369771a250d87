"""What the pages of a site repeat is learned as clippings are written, inside the transaction that stands open."""

import sqlite3
from collections.abc import Sequence

from clipper.lines import MOST_LINES
from clipper.model import Line
from clipper.store import records
from clipper.store.repetition import PageLines, count, packed, same_page
from clipper.urls import registrable_domain

# Of one site: enough to see what it repeats in these days, and little to read for each page of it that is clipped.
PAGES_A_SITE = 30


def learn(connection: sqlite3.Connection, clipping: int, lines: Sequence[Line]) -> None:
    """Keep the lines of a clipping's current article, in the place of those kept of it before.

    Nothing is learned of an article given as it stands, or of one whose address is not known: it has no lines, or no
    site.
    """
    url, key, title = connection.execute("SELECT url, key, title FROM clippings WHERE id = ?", (clipping,)).fetchone()
    site = registrable_domain(url) if url else ""
    if not lines or not site:
        return
    lines = lines[:MOST_LINES]
    own = PageLines(clipping, packed(lines), key, title)
    others = [kept for number, kept in kept_of(connection, site) if number != clipping]
    page = same_page(own, others)
    own = PageLines(clipping if page is None else page, own.lines)
    connection.execute(
        "INSERT INTO site_pages (clipping, site, page, lines) VALUES (?, ?, ?, ?) ON CONFLICT (clipping)"
        " DO UPDATE SET site = excluded.site, page = excluded.page, lines = excluded.lines",
        (clipping, site, own.page, own.lines),
    )
    if others:
        _keep_words(connection, site, lines, [*others, own])
    if len(others) >= PAGES_A_SITE:
        _drop_oldest(connection, site)


def kept_of(connection: sqlite3.Connection, site: str) -> list[tuple[int, PageLines]]:
    """Give what is kept of a site, by the number of the clipping."""
    rows = connection.execute(
        "SELECT p.clipping, p.page, p.lines, c.key, c.title FROM site_pages p JOIN clippings c ON c.id = p.clipping"
        " WHERE p.site = ? ORDER BY p.clipping",
        (site,),
    )
    return [(clipping, PageLines(page, lines, key, title)) for clipping, page, lines, key, title in rows]


def words_of(connection: sqlite3.Connection, site: str) -> dict[bytes, tuple[Line, bool]]:
    """Give the lines of a site that stood on two pages, by key, and whether each is spared."""
    rows = connection.execute("SELECT line, sample, chars, spared_at FROM site_lines WHERE site = ?", (site,))
    return {bytes(key): (Line(bytes(key), sample, chars), spared is not None) for key, sample, chars, spared in rows}


def _keep_words(connection: sqlite3.Connection, site: str, lines: Sequence[Line], kept: Sequence[PageLines]) -> None:
    """Keep the words of lines that stand on two pages; drop those of lines that do so no more."""
    _pages, stood_on = count(kept)
    known = words_of(connection, site)
    fresh = [line for line in lines if line.key not in known and stood_on.get(line.key, 0) > 1]
    stale = [key for key, (_line, spared) in known.items() if not spared and stood_on.get(key, 0) < 2]
    connection.executemany(
        "INSERT INTO site_lines (site, line, chars, sample) VALUES (?, ?, ?, ?)",
        [(site, line.key, line.chars, records.clean(line.text)) for line in fresh],
    )
    connection.executemany("DELETE FROM site_lines WHERE site = ? AND line = ?", [(site, key) for key in stale])


def _drop_oldest(connection: sqlite3.Connection, site: str) -> None:
    connection.execute(
        "DELETE FROM site_pages WHERE site = ? AND clipping NOT IN"
        " (SELECT clipping FROM site_pages WHERE site = ? ORDER BY clipping DESC LIMIT ?)",
        (site, site, PAGES_A_SITE),
    )
