"""The search box and what stands under it: completion while typing, complaints in words, other spellings."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from clipper.answers import Answer
from clipper.gui import sentences
from clipper.gui.browsing import Browsing
from clipper.gui.jobs import Runner
from clipper.gui.listhead import MOST_SUGGESTED
from clipper.gui.panes import Panes

if TYPE_CHECKING:  # the window is painted before the library's code is imported
    from clipper.app import App

# More than two sentences over a list are not read.
MOST_COMPLAINTS = 2
# What finds more is left alone: the library looks no further, either.
FEW_HITS = 2
# A word in the middle of which nothing is found may go on.
PAUSE_MS = 250


class Searching(QObject):
    """Wires the box to what finds, and the answers to the lines under it."""

    def __init__(self, app: "App", runner: Runner, browsing: Browsing, panes: Panes, parent: QObject) -> None:
        super().__init__(parent)
        self._library, self._runner = app.library, runner
        self._browsing, self._panes = browsing, panes
        self._answer: Answer | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        panes.search.query_changed.connect(browsing.search)
        panes.search.completion_wanted.connect(self._complete)
        panes.head.suggestion_chosen.connect(panes.search.search_for)
        browsing.answered.connect(self._take)

    def _complete(self, text: str) -> None:
        job = self._runner.start(lambda _progress: self._library.complete(text), latest="complete", quiet=True)
        job.finished.connect(lambda completions: self._panes.search.offer(text, completions))

    def _take(self, answer: Answer) -> None:
        self._answer = answer
        said = (sentences.complaint(code) for code in answer.complaints[:MOST_COMPLAINTS])
        self._panes.head.show_complaint(" ".join(said))
        if answer.total > FEW_HITS or not answer.query.strip() or answer.engine != "index":
            self._pause.stop()
            self._panes.head.show_suggestions(())
        else:
            self._pause.start()

    def _ask(self) -> None:
        answer, library, place = self._answer, self._library, self._browsing.place
        if answer is None:
            return
        job = self._runner.start(
            lambda progress: library.suggest(
                answer.query, view=place.view, tag=place.tag, limit=MOST_SUGGESTED, progress=progress
            ),
            lane="long",  # it takes several searches' time, which those that are typed must not wait for
            latest="suggest",
            quiet=True,
        )
        job.finished.connect(lambda found: self._suggest(answer, found))

    def _suggest(self, answer: Answer, found: tuple[str, ...]) -> None:
        if answer is self._answer:
            self._panes.head.show_suggestions(found)
