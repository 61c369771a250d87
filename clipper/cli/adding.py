"""add and extract: one line per input, as soon as it is known."""

import sys
from collections.abc import Iterator, Sequence

from clipper.answers import Extracted, Outcome, Report
from clipper.app import App, Tools
from clipper.cli import describe, sentences
from clipper.cli.output import Output
from clipper.progress import Progress


def add(app: App, what: Sequence[str], tags: Sequence[str], out: Output, progress: Progress) -> int:
    """Clip what was handed in; 1 where something failed."""
    counted = _Counted(out)
    if list(what) == ["-"]:
        report = app.clip(_lines(), progress, counted.tell, tags=tags)
    else:
        taken = app.take_in(what, tags=tags)
        for outcome in taken.outcomes:
            counted.tell(outcome)
        report = app.work_off(taken.waiting, progress, counted.tell)
    _say_ignored(report, out)
    return 1 if counted.failed else 0


def extract(tools: Tools, what: Sequence[str], out: Output, progress: Progress) -> int:
    """Write the article of each input, in order; 1 where something failed."""
    failed = False
    for extracted in tools.extract(_lines() if list(what) == ["-"] else what, progress):
        failed = failed or extracted.error is not None
        if out.as_json:
            out.value(describe.extracted(extracted))
        else:
            _show(extracted, out)
    return 1 if failed else 0


class _Counted:
    """Tells outcomes and remembers whether one failed."""

    def __init__(self, out: Output) -> None:
        self._out = out
        self.failed = False

    def tell(self, outcome: Outcome) -> None:
        self.failed = self.failed or outcome.outcome == "failed"
        if self._out.as_json:
            self._out.value(describe.outcome(outcome))
        elif outcome.error is not None:
            self._out.message(f"{outcome.given}: {sentences.fault(outcome.error)}")
        else:
            self._out.line(outcome.outcome, outcome.id, outcome.title)
            if remarks := sentences.flags(outcome.flags):
                self._out.message(f"{outcome.given}: {remarks}")
            if outcome.differs:
                self._out.message("That address was there already with another text. Both are kept.")


def _show(extracted: Extracted, out: Output) -> None:
    if extracted.error is not None or extracted.article is None:
        error = extracted.error
        out.message(f"{extracted.given}: {sentences.fault(error) if error else 'There is no article.'}")
        return
    out.text(f"{extracted.article.metadata.title.value or ''}\n\n{extracted.article.text}\n")
    if remarks := sentences.flags(extracted.article.flags):
        out.message(f"{extracted.given}: {remarks}")


def _say_ignored(report: Report, out: Output) -> None:
    if report.ignored:
        named = ", ".join(f"{key} ({count})" for key, count in sorted(report.ignored.items()))
        out.message(f"Unknown keys were ignored: {named}.")


def _lines() -> Iterator[str]:
    """Give the lines of standard input as they come, empty ones left out."""
    for line in sys.stdin:
        if text := line.strip():
            yield text
