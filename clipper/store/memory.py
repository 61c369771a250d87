"""The memory of sites: which lines their pages repeat, shown and forgotten. It holds the user's own clippings alone."""

import sqlite3

from clipper.answers import Forgotten, RepeatedLine, RepeatingSite
from clipper.errors import NotFoundError
from clipper.lines import NOTHING_REPEATED, Repeated
from clipper.store import records
from clipper.store.database import Database
from clipper.store.remembering import kept_of, words_of
from clipper.store.repetition import FEWEST_PAGES, count, is_repeated, is_repeated_apart
from clipper.urls import canonical, registrable_domain


class Memory:
    """What is learned is written with the clippings (remembering.py)."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def repeated(self, url: str) -> Repeated:
        """Give the lines that a page at this address does not mean: other pages of its site have them, too."""
        site = registrable_domain(url)
        with self._database.read() as connection:
            rows = [kept for _clipping, kept in kept_of(connection, site)] if site else []
            if len(rows) < FEWEST_PAGES - 1:
                return NOTHING_REPEATED
            key = canonical(url)
            own = {kept.page for kept in rows if kept.key == key} | _captured_at(connection, site, url)
            pages, stood_on = count(kept for kept in rows if kept.page not in own)
            known = words_of(connection, site)
        spared = {key for key, (_line, spared) in known.items() if spared}
        always = {
            line.key
            for line, _spared in known.values()
            if is_repeated(line, stood_on=stood_on.get(line.key, 0), pages=pages)
        }
        apart = {key for key, on in stood_on.items() if is_repeated_apart(stood_on=on, pages=pages)}
        return Repeated(frozenset(always - spared), frozenset(apart - always - spared))

    def sites(self) -> tuple[RepeatingSite, ...]:
        """Give the sites that repeat lines, by name, with these lines, the most repeated first.

        A line that the user wants left in the articles is there, too, as spared.
        """
        with self._database.read() as connection:
            names = [name for (name,) in connection.execute("SELECT DISTINCT site FROM site_lines ORDER BY site")]
            found = [_site(connection, name) for name in names]
        return tuple(site for site in found if site.lines)

    def site(self, name: str) -> RepeatingSite:
        """Give one site, also one that repeats nothing. Raise NotFoundError where no page of it is known."""
        with self._database.read() as connection:
            found = _site(connection, name)
        if not found.pages and not found.lines:
            raise NotFoundError("not_found", name)
        return found

    def forget_line(self, site: str, line: str) -> Forgotten:
        """Leave a line in the articles from now on, however often it comes. Raise NotFoundError."""
        with self._database.write() as connection:
            done = connection.execute(
                "UPDATE site_lines SET spared_at = ? WHERE site = ? AND line = ? AND spared_at IS NULL",
                (records.now(), site, _key(line)),
            )
            if not done.rowcount:
                raise NotFoundError("not_found", line)
        return Forgotten(site, line)

    def forget_site(self, site: str) -> Forgotten:
        """Forget all that was learned of a site; it is learned anew from the next pages. Raise NotFoundError."""
        with self._database.write() as connection:
            pages = connection.execute(
                "SELECT clipping, page, lines FROM site_pages WHERE site = ?", (site,)
            ).fetchall()
            lines = connection.execute(
                "SELECT line, chars, sample, spared_at FROM site_lines WHERE site = ?", (site,)
            ).fetchall()
            if not pages and not lines:
                raise NotFoundError("not_found", site)
            connection.execute("DELETE FROM site_pages WHERE site = ?", (site,))
            connection.execute("DELETE FROM site_lines WHERE site = ?", (site,))
        return Forgotten(site, None, tuple(pages), tuple(lines))

    def recall_line(self, site: str, line: str) -> None:
        """Take the forgetting of a line back. Raise NotFoundError where it is not spared."""
        with self._database.write() as connection:
            done = connection.execute(
                "UPDATE site_lines SET spared_at = NULL WHERE site = ? AND line = ? AND spared_at IS NOT NULL",
                (site, _key(line)),
            )
            if not done.rowcount:
                raise NotFoundError("not_found", line)

    def recall(self, forgotten: Forgotten) -> None:
        """Take a forgetting back. What was learned since stays; clippings deleted since stay away."""
        site = forgotten.site
        if forgotten.line is not None:
            self.recall_line(site, forgotten.line)
            return
        with self._database.write() as connection:
            connection.executemany(
                "INSERT OR IGNORE INTO site_pages (clipping, site, page, lines) SELECT id, ?, ?, ? FROM clippings"
                " WHERE id = ?",
                [(site, page, lines, clipping) for clipping, page, lines in forgotten.pages],
            )
            connection.executemany(
                "INSERT OR IGNORE INTO site_lines (site, line, chars, sample, spared_at) VALUES (?, ?, ?, ?, ?)",
                [(site, *row) for row in forgotten.words],
            )


def _captured_at(connection: sqlite3.Connection, site: str, url: str) -> set[int]:
    """Give the pages of a site that were fetched from an address: what a page says of its address may differ."""
    rows = connection.execute(
        "SELECT p.page FROM site_pages p JOIN captures k ON k.clipping = p.clipping WHERE p.site = ? AND k.url = ?",
        (site, url),
    )
    return {page for (page,) in rows}


def _site(connection: sqlite3.Connection, name: str) -> RepeatingSite:
    pages, stood_on = count(kept for _clipping, kept in kept_of(connection, name))
    shown: list[RepeatedLine] = []
    for line, spared in words_of(connection, name).values():
        on = stood_on.get(line.key, 0)
        always = is_repeated(line, stood_on=on, pages=pages)
        if spared or always or (on > 1 and is_repeated_apart(stood_on=on, pages=pages)):
            shown.append(RepeatedLine(line.key.hex(), line.text, on, always, spared))
    return RepeatingSite(name, pages, tuple(sorted(shown, key=_rank)))


def _rank(line: RepeatedLine) -> tuple[bool, bool, int, str]:
    return line.spared, not line.always, -line.pages, line.text


def _key(line: str) -> bytes:
    """Read a key as it is shown. Raise NotFoundError for what is none."""
    try:
        return bytes.fromhex(line)
    except ValueError as error:
        raise NotFoundError("not_found", line) from error
