"""Codes -> plain sentences with what to do. The one place where a fault, flag or problem gets words."""

from clipper.answers import Outcome, Problem
from clipper.errors import ClipperError
from clipper.model import Fault
from clipper.progress import Step


def fault(fault: Fault) -> str:
    """Say why something failed and what to do, in one or two sentences."""
    raise NotImplementedError


def error(error: ClipperError) -> str:
    """Say what an error means (of the library, the index, an export, ...) and what to do."""
    raise NotImplementedError


def flag(code: str) -> tuple[str, str]:
    """Give what a flag of an article says, and what to do about it."""
    raise NotImplementedError


def complaint(code: str) -> str:
    """Say what was odd about a query or a settings file ("open_quote", "bad_date:TEXT", "scheme", ...)."""
    raise NotImplementedError


def warning(code: str) -> str:
    """Say what is unsafe about the library's place ("network:nfs", "cloud:Dropbox")."""
    raise NotImplementedError


def problem(problem: Problem) -> str:
    """Say what check found."""
    raise NotImplementedError


def remark(code: str) -> str:
    """Say what an export could not keep ("no_standard", ...)."""
    raise NotImplementedError


def outcome(outcome: Outcome) -> str:
    """Say what became of one thing handed in."""
    raise NotImplementedError


def step(step: Step) -> str:
    """Say what a job is doing ("fetch", "index", ...; a name is shown as it is)."""
    raise NotImplementedError
