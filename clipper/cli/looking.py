"""find, list, show and similar: what reads the library."""

import sys
from argparse import Namespace
from collections.abc import Sequence

from clipper.answers import Answer
from clipper.app import App
from clipper.cli import describe, sentences
from clipper.cli.output import Output
from clipper.errors import NotFoundError, SearchError
from clipper.model import Clipping, Sort
from clipper.progress import Progress

HITS = 50
SIMILAR = 10


def find(app: App, values: Namespace, out: Output, progress: Progress) -> int:
    """Find; "-" reads a query from each line of standard input."""
    open_index(app, out, progress)
    limit = HITS if values.limit is None else values.limit
    if values.words == ["-"]:
        for line in sys.stdin:
            _one(app, line.rstrip("\r\n"), limit, values.sort, out, progress)
    else:
        _one(app, " ".join(values.words), limit, values.sort, out, progress)
    return 0


def list_clippings(app: App, values: Namespace, out: Output) -> int:
    """List clippings of the library or its trash."""
    sort: Sort = values.sort or "newest"
    ids = app.library.clippings.ids("trash" if values.trashed else "all", tag=values.tag, sort=sort)
    rows = app.library.clippings.rows(ids if values.limit is None else ids[: values.limit])
    if out.as_json:
        out.value({"total": len(ids), "items": [describe.clipping(row) for row in rows]})
    else:
        for row in rows:
            _row(row, out)
    return 0


def show(app: App, values: Namespace, out: Output) -> int:
    """Show a clipping; 1 where there is none of that number."""
    try:
        document = app.library.clippings.document(values.id)
    except NotFoundError as error:
        if out.as_json:
            out.value(None)
        out.message(sentences.error(error))
        return 1
    if out.as_json:
        out.value(describe.document(document))
    elif values.text:
        out.text(document.article.text)
    else:
        row = document.clipping
        for name, value in _lines(row):
            out.line(f"{name}:", value)
        if doubts := sentences.flags(row.flags):
            out.line("doubts:", doubts)
        out.text(f"\n{document.article.text}")
    return 0


def similar(app: App, values: Namespace, out: Output, progress: Progress) -> int:
    """Show the clippings most like one; 1 where there is none of that number."""
    if not app.library.clippings.rows((values.id,)):
        if out.as_json:
            out.value(None)
        out.message(f"There is no clipping {values.id}.")
        return 1
    open_index(app, out, progress)
    answer = app.library.similar(values.id, limit=SIMILAR if values.limit is None else values.limit)
    if out.as_json:
        out.value(describe.similar(values.id, answer))
        return 0
    for hit in answer.hits:
        _row(hit.clipping, out)
    for code in answer.complaints:
        out.message(sentences.complaint(code))
    out.message(f"{answer.total} found in {answer.took_ms:.0f} ms.")
    return 0


def _one(app: App, query: str, limit: int, sort: Sort | None, out: Output, progress: Progress) -> None:
    answer = app.library.find(query, sort=sort, limit=limit)
    if answer.behind:
        app.library.catch_up(progress)
        answer = app.library.find(query, sort=sort, limit=limit)
    if out.as_json:
        out.value(describe.answer(answer))
        return
    _tell(answer, out)
    if suggestions := app.library.suggest(query):
        out.message(f"Did you mean {' or '.join(suggestions)}?")


def _tell(answer: Answer, out: Output) -> None:
    for hit in answer.hits:
        _row(hit.clipping, out)
        out.line("", hit.snippet)
    for code in answer.complaints:
        out.message(sentences.complaint(code))
    out.message(f"{answer.total} found in {answer.took_ms:.0f} ms.")


def open_index(app: App, out: Output, progress: Progress) -> None:
    """Open the index and let it catch up; say so where it cannot be used."""
    try:
        app.library.open_index()
        app.library.catch_up(progress)
    except SearchError as error:
        out.message(f"{sentences.error(error)} The library itself is searched.")


def _row(row: Clipping, out: Output) -> None:
    out.line(row.id, row.date or row.added.strftime("%Y-%m-%d"), row.site or "", row.title)


def _lines(row: Clipping) -> Sequence[tuple[str, str | None]]:
    return (
        ("title", row.title),
        ("site", row.site),
        ("authors", ", ".join(row.authors)),
        ("date", row.date),
        ("address", row.url),
        ("added", describe.utc(row.added)),
        ("tags", ", ".join(row.tags)),
        ("note", row.note),
    )
