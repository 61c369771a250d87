"""The activity panel: running jobs with progress and Stop, what failed with its reason and Retry, what was known."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from clipper.answers import Outcome
from clipper.gui.theme import Theme
from clipper.model import IntakeRow
from clipper.progress import Step


class ActivityPanel(QWidget):
    """Shows jobs and outcomes; decides nothing. Numbers of jobs are the caller's own."""

    retry_asked = Signal(tuple)  # numbers of intake rows
    dismiss_asked = Signal(tuple)  # numbers of intake rows
    stop_asked = Signal(int)  # number of a job
    show_asked = Signal(int)  # a clipping
    fetch_again_asked = Signal(tuple)  # clippings
    attention_changed = Signal(int)  # how many failures wait for the user
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)

    def start_job(self, number: int, title: str, *, stoppable: bool = True) -> None:
        """Show a running job."""
        raise NotImplementedError

    def step_job(self, number: int, step: Step) -> None:
        """Show how far a job is. An unknown number is ignored."""
        raise NotImplementedError

    def end_job(self, number: int) -> None:
        """Take a job away: done, stopped or failed."""
        raise NotImplementedError

    def set_intake(self, rows: Sequence[IntakeRow]) -> None:
        """Show what waits and what failed, as the library has it."""
        raise NotImplementedError

    def add_outcomes(self, outcomes: Sequence[Outcome]) -> None:
        """Show outcomes worth a word: known already, added with a flag, kept twice. Failures come by set_intake."""
        raise NotImplementedError

    def say(self, text: str, *, failed: bool = False) -> None:
        """Show one plain sentence (an export done, a library's warning) until it is dismissed."""
        raise NotImplementedError
