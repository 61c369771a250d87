"""The search box and what stands under it: completion while typing, complaints in words, other spellings."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from clipper.answers import Answer
from clipper.gui import sentences
from clipper.gui.browsing import Browsing
from clipper.gui.counted import Counted
from clipper.gui.jobs import Runner
from clipper.gui.listhead import MOST_SUGGESTED
from clipper.gui.panes import Panes
from clipper.progress import Progress

if TYPE_CHECKING:  # the window is painted before the library's code is imported
    from clipper.app import App

# More than two sentences over a list are not read.
MOST_COMPLAINTS = 2
# What finds more is left alone: the library looks no further, either.
FEW_HITS = 2
# A word in the middle of which nothing is found may go on.
PAUSE_MS = 250
# A quotation mark is open and a date half written while one types: that is said only to who stops there.
ODD_MS = 700
MOST_UNFOUND, MOST_PART_CHARS = 3, 60


class Searching(QObject):
    """Wires the box to what finds, and the answers to the lines under it. looked: what else there is was looked for."""

    looked = Signal()

    def __init__(self, app: "App", runner: Runner, browsing: Browsing, panes: Panes, parent: QObject) -> None:
        super().__init__(parent)
        self._library, self._runner = app.library, runner
        self._browsing, self._panes = browsing, panes
        self._answer: Answer | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self._odd = self._why = ""
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(ODD_MS)
        self._later.timeout.connect(self._say)
        panes.search.query_changed.connect(browsing.search)
        panes.search.completion_wanted.connect(self._complete)
        panes.head.suggestion_chosen.connect(panes.search.search_for)
        browsing.answered.connect(self._take)

    def _complete(self, text: str) -> None:
        job = self._runner.start(lambda _progress: self._library.complete(text), latest="complete", quiet=True)
        job.finished.connect(lambda completions: self._panes.search.offer(text, completions))

    def _take(self, answer: Answer) -> None:
        if self._answer is None or self._answer.query != answer.query or answer.total:
            self._why = ""
        self._answer = answer
        waits = answer.query.endswith(":")  # for its value, which is offered
        codes = [code for code in answer.complaints if not (waits and code == "no_words")]
        odd = " ".join(sentences.complaint(code) for code in codes[:MOST_COMPLAINTS])
        if odd != self._odd:
            self._odd = odd
            self._panes.head.show_complaint("")
            self._later.start()
        elif not self._later.isActive():
            self._say()
        if answer.total > FEW_HITS or not answer.query.strip() or answer.engine != "index":
            self._pause.stop()
            self._panes.head.show_suggestions(())
        else:
            self._pause.start()

    def _ask(self) -> None:
        answer, library, place = self._answer, self._library, self._browsing.place
        if answer is None:
            return

        def look(progress: Progress) -> _Found:
            query, view, tag = answer.query, place.view, place.tag
            found = library.suggest(query, view=view, tag=tag, limit=MOST_SUGGESTED, progress=progress)
            if found or answer.total:
                return _Found(found)
            narrowed = view != "all" or tag is not None
            elsewhere = library.find(query, limit=0, typing=True, progress=progress).total if narrowed else 0
            return _Found(found, library.unfound(query, view=view, tag=tag, progress=progress), elsewhere)

        # It takes several searches' time, which those that are typed must not wait for.
        job = self._runner.start(look, lane="long", latest="suggest", quiet=True)
        job.finished.connect(lambda found: self._suggest(answer, found))

    def _suggest(self, answer: Answer, found: "_Found") -> None:
        if answer is not self._answer:
            return
        self._panes.head.show_suggestions(found.others)
        parts = [sentences.plain(part, MOST_PART_CHARS) for part in found.unfound[:MOST_UNFOUND]]
        if found.elsewhere:
            self._why = Counted().elsewhere(found.elsewhere)
        elif parts and found.unfound != (answer.query.strip(),):
            self._why = self.tr("No clipping here has {words}.").format(words=", ".join(parts))
        self._say()
        self.looked.emit()

    def _say(self) -> None:
        """Say what was odd about the query, and why it finds nothing."""
        self._later.stop()
        self._panes.head.show_complaint(" ".join(filter(None, (self._odd, self._why))))


class _Found(NamedTuple):
    """What there is instead: other queries, parts that find nothing, how many are found outside of view and tag."""

    others: tuple[str, ...]
    unfound: tuple[str, ...] = ()
    elsewhere: int = 0
