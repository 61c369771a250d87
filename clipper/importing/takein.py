"""What was handed in -> rows of the intake, before anything is fetched; and rows of the intake -> items."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from clipper.answers import Outcome
from clipper.errors import SourceError
from clipper.importing.pipeline import Item
from clipper.library.library import Library
from clipper.model import Clipping, IntakeRow, Request
from clipper.sources.reading import requests
from clipper.store.tags import tidy
from clipper.urls import canonical

# Rows written in one transaction: a list of 10,000 addresses is on disk in half a second, and stop is heard.
ROWS_A_WRITE = 500


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What became of something handed in: rows that wait, and outcomes of what needs no fetching."""

    rows: tuple[IntakeRow, ...] = ()
    outcomes: tuple[Outcome, ...] = ()


def is_articles(path: str | None) -> bool:
    """Say whether a file holds articles as they stand; such a file is one row and is read when it is worked off."""
    return path is not None and path.lower().endswith(".jsonl")


def take_in(library: Library, given: str, tags: Sequence[str]) -> Iterator[TakenIn]:
    """Write what was handed in to the intake, group by group; what cannot be read stands there as failed.

    Raise LibraryError, also for a tag that is none.
    """
    for tag in tags:
        tidy(tag)
    try:
        yield from _taken(library, given, tags)
    except SourceError as error:
        place = os.path.abspath(given) if os.path.exists(given) else given  # noqa: PTH100, PTH110 - as below
        (row,) = library.intake.put([Request(given=place, tags=tuple(tags))])
        library.intake.fail(row.id, error.fault())
        yield TakenIn(outcomes=(Outcome(given, "failed", error=error.fault(), intake=row.id),))


def _taken(library: Library, given: str, tags: Sequence[str]) -> Iterator[TakenIn]:
    """Write what a source holds. Raise SourceError, after what is good in it was written."""
    if "://" not in given and is_articles(given) and os.path.isfile(given):  # noqa: PTH113 - Path.is_file() raises for long texts
        path = str(Path(given).absolute())
        yield TakenIn(rows=library.intake.put([Request(given=given, path=path, tags=tuple(tags))]))
        return
    group: list[Request] = []
    try:
        for request in requests(given, tags=tags):
            group.append(request)
            if len(group) == ROWS_A_WRITE:
                yield _written(library, group)
                group = []
    except SourceError:
        yield _written(library, group)
        raise
    yield _written(library, group)


def _written(library: Library, group: Sequence[Request]) -> TakenIn:
    """Write requests to the intake, those that are known left out: these get the tags and leave the trash.

    What brings its text along (a saved page, an article) is compared when it is added.
    """
    keys = {
        request: canonical(request.url)
        for request in group
        if request.url and not request.path and request.article is None
    }
    ids = library.clippings.known(list(keys.values()))
    rows = {row.id: row for row in library.clippings.rows(list(ids.values()))}
    outcomes, fresh = list[Outcome](), list[Request]()
    for request in group:
        clipping = rows.get(ids.get(keys.get(request, ""), 0))
        if clipping is None:
            fresh.append(request)
        else:
            outcomes.append(_known(library, request, clipping))
    return TakenIn(rows=library.intake.put(fresh), outcomes=tuple(outcomes))


def _known(library: Library, request: Request, clipping: Clipping) -> Outcome:
    """Put the tags handed in on a clipping that was there, take it out of the trash, and say so."""
    if clipping.trashed:
        library.clippings.restore([clipping.id])
    if request.tags:
        library.tags.add([clipping.id], request.tags)
    return Outcome(request.given, "known", clipping.id, clipping.url, clipping.title, clipping.flags)


def feed(library: Library, given: Iterable[str], tags: Sequence[str], ignored: Counter[str]) -> Iterator[Item]:
    """Take in and give items, one thing handed in at a time: for an input that may be endless."""
    for one in given:
        for taken in take_in(library, one, tags):
            yield from _items_of(library, taken, ignored)


def count(rows: Sequence[IntakeRow]) -> int | None:
    """Give how many items rows give; None where one of them holds several."""
    return len(rows) if all(_is_one(row.request) for row in rows) else None


def items(library: Library, rows: Iterable[IntakeRow], ignored: Counter[str]) -> Iterator[Item]:
    """Give the items of rows. A file of articles becomes one for each; a source that could not be read is read anew.

    ignored: unknown keys of articles are counted into it.
    """
    for row in rows:
        if _is_one(row.request):
            yield Item(row.request, intake=row.id)
            continue
        try:
            if row.request.path:
                for request in requests(row.request.path, tags=row.request.tags, ignored=ignored):
                    yield Item(replace(request, given=row.request.given))
            else:
                for taken in _taken(library, row.request.given, row.request.tags):
                    yield from _items_of(library, taken, ignored)
        except SourceError as error:
            yield Item(row.request, intake=row.id, fault=error.fault())
        else:
            yield Item(row.request, intake=row.id, closes=True)


def _items_of(library: Library, taken: TakenIn, ignored: Counter[str]) -> Iterator[Item]:
    yield from (Item(Request(outcome.given), outcome=outcome) for outcome in taken.outcomes)
    yield from items(library, taken.rows, ignored)


def _is_one(request: Request) -> bool:
    """Say whether a request is for one clipping: no file of articles, and no source that nobody could read."""
    if is_articles(request.path):
        return False
    return bool(request.url or request.path or request.article)
