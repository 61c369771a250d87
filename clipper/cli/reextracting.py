"""reextract: the kept pages, read with today's extractor; then the pictures that the articles name anew."""

from argparse import Namespace
from collections.abc import Sequence

from clipper.answers import Reextracted
from clipper.app import App
from clipper.cli import describe, sentences
from clipper.cli.output import Output
from clipper.progress import Progress

# What these say is worth a line of its own; of a large library most pages come out the same.
TOLD = ("kept", "no_page", "unknown", "failed")
READ = ("changed", "unchanged")


def reextract(app: App, values: Namespace, out: Output, progress: Progress) -> int:
    """Read kept pages anew; 1 where a clipping that was asked for could not be read."""
    ids: Sequence[int] = sorted(app.library.clippings.ids("all")) if values.all else values.ids
    if values.dry_run:
        done = [_looked_at(one, out) for one in app.reextracted(ids, progress)]
    else:
        done = list(app.reextract(ids, progress, lambda one: _tell(one, out)).clippings)
        if out.as_json:
            out.value(describe.reextracted(done))
    out.message(_numbers(done))
    if not (values.dry_run or values.no_pictures):
        _illustrate(app, [one.id for one in done if one.outcome in READ], out, progress)
    # Of all clippings, those without a page are not meant.
    bad = ("kept", "unknown", "failed") if values.all else TOLD
    return 1 if any(one.outcome in bad for one in done) else 0


def _illustrate(app: App, ids: Sequence[int], out: Output, progress: Progress) -> None:
    """Fetch what the articles lack; what cannot be had is no failure of reading them."""
    done = app.illustrate(ids, progress)
    said = [sentences.number(done.fetched, "picture") + " fetched"] if done.fetched else []
    if done.missed:
        said.append(sentences.number(done.missed, "picture") + " could not be had")
    if said:
        out.message(f"{', '.join(said)}.")


def _looked_at(one: Reextracted, out: Output) -> Reextracted:
    """Write the article that a page gives today; give its outcome alone."""
    if out.as_json:
        out.value(describe.looked_at(one))
    elif one.article is not None:
        out.text(f"{one.article.metadata.title.value or ''}\n\n{one.article.text}\n")
    if not out.as_json or one.outcome in TOLD:
        out.message(f"{one.id}: {sentences.reextracted(one)}")
    return Reextracted(one.id, one.outcome, one.title, error=one.error)


def _tell(one: Reextracted, out: Output) -> None:
    if not out.as_json:
        out.line(one.outcome, one.id, one.title)
    if one.outcome in TOLD:
        out.message(f"{one.id}: {sentences.reextracted(one)}")


def _numbers(done: Sequence[Reextracted]) -> str:
    """Say in one sentence how many there are of each outcome."""
    words = {
        "changed": "changed",
        "unchanged": "unchanged",
        "kept": "with nothing found, and so left as they were",
        "no_page": "with no page kept",
        "failed": "failed",
        "unknown": "unknown",
    }
    counts = {outcome: sum(one.outcome == outcome for one in done) for outcome in words}
    said = [f"{number} {words[outcome]}" for outcome, number in counts.items() if number]
    return f"{', '.join(said)}." if said else "There is nothing to read."
