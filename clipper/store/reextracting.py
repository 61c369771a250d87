"""A kept page read anew: its article stands beside the former one, and is the current one from then on.

No row that was there is changed, so undo makes the former article the current one again.
"""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from clipper.model import Article, Changes, Edit
from clipper.store import articles, changelog, records, remembering, tagging
from clipper.store.database import Database

Verdict = Literal["changed", "unchanged", "kept"]


@dataclass(frozen=True, slots=True)
class Origin:
    """What the current article of a clipping was read from. capture None: it was given as it stands."""

    clipping: int
    capture: int | None


Reading = tuple[Origin, Article]
Written = tuple[Verdict, Changes]


def origins(connection: sqlite3.Connection, ids: Sequence[int]) -> tuple[Origin, ...]:
    """Give the origins of clippings in the order asked for; unknown ids are left out."""
    rows = connection.execute(
        "SELECT c.id, a.capture FROM clippings c JOIN articles a ON a.id = c.article"
        " WHERE c.id IN (SELECT value FROM json_each(?))",
        (records.to_json(list(ids)),),
    ).fetchall()
    found = dict(rows)
    return tuple(Origin(id, found[id]) for id in ids if id in found)


def fitted(article: Article, former: Article) -> Article:
    """Give an article as it would be kept in the place of the former one: a page without a title keeps what it had."""
    if not article.metadata.title.value:
        article = replace(article, metadata=replace(article.metadata, title=former.metadata.title))
    return articles.cleaned(article)


def weigh(article: Article, former: Article) -> Verdict:
    """Say what becomes of an article that is fitted. "kept": it is empty, so the former one stays. Pure.

    The page is the same, so new flags are a better judgement of it, not a loss as with a page fetched again.
    """
    if not article.text.strip() and former.text.strip():
        return "kept"
    return "unchanged" if _kept_of(article) == _kept_of(former) else "changed"


def write(database: Database, readings: Sequence[Reading]) -> tuple[Written, ...]:
    """Do what Clippings.reextract_all says."""
    with database.write() as connection:
        return tuple(_write(connection, *reading) for reading in readings)


def _write(connection: sqlite3.Connection, origin: Origin, article: Article) -> Written:
    id = origin.clipping
    if tagging.absent(connection, [id]):
        return "unchanged", changelog.changes(connection, unknown=[id])
    if origins(connection, [id]) != (origin,):
        # Fetched again meanwhile: what stands there was read from a newer page, by the same extractor.
        return "unchanged", changelog.changes(connection)
    before, former = _current(connection, id)
    wanted = fitted(article, former)
    verdict = weigh(wanted, former)
    if verdict != "kept":
        remembering.learn(connection, id, wanted.lines)
    if verdict != "changed":
        return verdict, changelog.changes(connection)
    after = articles.insert(connection, wanted, clipping=id, capture=origin.capture)
    articles.make_current(connection, id, after)
    changelog.log(connection, "text", [id])
    edit = Edit(id, "article", str(before), str(after))
    return verdict, changelog.changes(connection, [id], edits=[edit])


def _current(connection: sqlite3.Connection, id: int) -> tuple[int, Article]:
    number, *row = connection.execute(
        f"SELECT a.id, {articles.COLUMNS} FROM clippings c JOIN articles a ON a.id = c.article WHERE c.id = ?", (id,)
    ).fetchone()
    return int(number), articles.read(tuple(row))


def _kept_of(article: Article) -> tuple[str, ...]:
    """Give what the row of an article says, but for the name of the extractor."""
    return (
        article.text,
        article.html,
        records.to_json(article.flags),
        records.metadata_to_json(article.metadata),
        records.illustrations_to_json(article.illustrations),
    )
