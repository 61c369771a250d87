"""Codes -> plain sentences with what to do. The one place where a fault, flag or problem gets words."""

import re
from dataclasses import fields

from PySide6.QtCore import QCoreApplication

from clipper.answers import Outcome, Problem, Reextracted
from clipper.errors import BusyError, ClipperError, DamagedError, ExportError, NotFoundError, SearchError, TooNewError
from clipper.gui import originwords, wording
from clipper.gui.counted import Counted
from clipper.model import Fault
from clipper.progress import Step
from clipper.settings import Settings

DETAIL_CHARS = 200
# Control characters, and what could turn the reading direction of the sentence around it.
_UNSEEN = re.compile("[\0-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069\ufeff]+")


def fault(fault: Fault) -> str:
    """Say why something failed and what to do, in one or two sentences."""
    if fault.code == "status":
        return _of_status(fault)
    return _fill(wording.FAULTS.get(fault.code, wording.UNKNOWN_FAULT), fault.detail or fault.code)


def error(error: ClipperError) -> str:
    """Say what an error means (of the library, the index, an export, ...) and what to do."""
    detail = error.detail or error.path or error.url or ""
    if isinstance(error, TooNewError):
        return _fill(wording.TOO_NEW, detail)
    if isinstance(error, BusyError):
        return _fill(wording.BUSY, detail)
    if isinstance(error, DamagedError):
        return _fill(wording.DATABASE_GONE if error.detail == "missing" else wording.DAMAGED, error.path or "")
    if isinstance(error, NotFoundError):
        return _fill(wording.NO_CAPTURE if error.code == "no_capture" else wording.GONE)
    if isinstance(error, SearchError):
        return _fill(wording.SEARCH.get(error.code, wording.SEARCH["damaged"]), error.path or "")
    if isinstance(error, ExportError):
        return _fill(wording.EXPORT.get(error.code, wording.EXPORT["failed"]), error.path or "")
    if error.code == "invalid":
        return _fill(wording.INVALID.get(error.detail, wording.INVALID[""]), detail)
    if error.code in wording.LIBRARY:
        return _fill(wording.LIBRARY[error.code], error.path or "")
    return fault(error.fault())


def flag(code: str) -> tuple[str, str]:
    """Give what a flag of an article says, and what to do about it."""
    says, advice = wording.FLAGS.get(code, wording.FLAGS["doubtful"])
    return _fill(says), _fill(advice)


def complaint(code: str) -> str:
    """Say what was odd about a query or a settings file ("open_quote", "bad_date:TEXT", "scheme", ...)."""
    name, _, detail = code.partition(":")
    if name in {spec.name for spec in fields(Settings)}:
        return _fill(wording.BAD_SETTING, name)
    said = wording.COMPLAINTS.get(f"{name}:{detail.partition(':')[0]}") or wording.COMPLAINTS.get(name)
    return _fill(said or wording.UNKNOWN_COMPLAINT, detail or code)


def warning(code: str) -> str:
    """Say what is unsafe about the library's place ("network:nfs", "cloud:Dropbox")."""
    kind, _, detail = code.partition(":")
    return _fill(wording.WARNINGS.get(kind, wording.WARNINGS["network"]), detail or code)


def problem(problem: Problem) -> str:
    """Say what check found."""
    detail = problem.path or ("" if problem.id is None else str(problem.id)) or problem.kind
    return _fill(wording.PROBLEMS.get(problem.kind, wording.UNKNOWN_PROBLEM), detail)


def remark(code: str) -> str:
    """Say what an export could not keep ("no_standard", ...)."""
    name, _, detail = code.partition(":")
    return _fill(wording.REMARKS.get(name, wording.UNKNOWN_REMARK), detail or code)


def outcome(outcome: Outcome) -> str:
    """Say what became of one thing handed in."""
    if outcome.error is not None:
        return fault(outcome.error)
    if outcome.differs:
        return _fill(wording.OUTCOMES["differs"])
    if outcome.outcome == "added" and outcome.flags:
        return flag(outcome.flags[0])[0]
    return _fill(wording.OUTCOMES[outcome.outcome])


def reextracted(told: Reextracted) -> str:
    """Say what became of a clipping whose kept page was read anew, beginning with its title."""
    name = plain(told.title or "") or str(told.id)
    code = told.error.code if told.error is not None else told.outcome
    said = _fill(originwords.REEXTRACTED.get(code, originwords.REEXTRACTED["failed"]))
    return _fill(originwords.ABOUT).replace("{title}", name).replace("{words}", said)


def origin(source: str, confidence: float) -> str:
    """Say where a value of an article was found, and how sure it is."""
    where = _fill(originwords.SOURCES.get(source, originwords.SOURCES[""]))
    if source == "given":
        return where
    sure = next(words for least, words in originwords.CONFIDENCES if confidence >= least)
    return _fill(originwords.SURE).replace("{where}", where).replace("{sure}", _fill(sure))


def step(step: Step) -> str:
    """Say what a job is doing ("fetch", "index", ...; a name is shown as it is)."""
    return _fill(wording.STEPS[step.what]) if step.what in wording.STEPS else plain(step.what)


def plain(text: str, limit: int = DETAIL_CHARS) -> str:
    """Make a foreign text fit to stand inside a sentence: one line, no control characters, not too long."""
    text = " ".join(_UNSEEN.sub(" ", text).split())
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def _of_status(fault: Fault) -> str:
    number = fault.detail[:3]
    if fault.retry_after_s is not None:
        minutes = max(1, -(-fault.retry_after_s // 60))
        return Counted().wait(minutes).replace("{detail}", plain(fault.detail))
    kind = number if number in wording.STATUSES else number[:1] + "xx"
    return _fill(wording.STATUSES.get(kind, wording.STATUSES[""]), fault.detail)


def _fill(source: str, detail: str = "") -> str:
    """Translate a sentence and put the detail in; a bracket that would be empty is left out."""
    said = QCoreApplication.translate("sentences", source)
    return (
        said.replace("{detail}", plain(detail)) if detail else said.replace(" ({detail})", "").replace("{detail}", "…")
    )
