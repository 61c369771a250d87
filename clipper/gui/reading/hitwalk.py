"""Going through what a search found in the article on the pane: marks, the bar that counts them, next and previous."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, Signal

from clipper.gui.jobs import Runner
from clipper.gui.reading import hits
from clipper.gui.reading.browser import ArticleBrowser
from clipper.gui.reading.hitbar import HitBar
from clipper.gui.reading.hits import Mark, Part
from clipper.gui.theme import Theme

Fields = Sequence[Sequence[str]]
"""For each paragraph of a page, which fields of the article stand in it."""


class HitWalk(QObject):
    """Owns the hits of one page. left: there is no further hit in this direction (1 or -1)."""

    changed = Signal(int, int)  # current (0: none yet), of how many
    left = Signal(int)

    def __init__(self, theme: Theme, runner: Runner, browser: ArticleBrowser, parent: QObject) -> None:
        super().__init__(parent)
        self._runner, self._browser = runner, browser
        self._bar = HitBar(theme, browser)
        self._query = ""
        self._mark: Mark | None = None
        self._places: tuple[tuple[int, int], ...] = ()
        self._hit: int | None = None
        self._page: tuple[int, str, Fields, int] | None = None
        self._entering: tuple[int, int] | None = None
        self._bar.next_asked.connect(lambda: self.step(1))
        self._bar.previous_asked.connect(lambda: self.step(-1))
        browser.completed.connect(self._find)

    def set_search(self, query: str, mark: Mark | None) -> None:
        """Mark what a query finds; None marks nothing. The same query again changes nothing."""
        known = query == self._query and (mark is None) == (self._mark is None)
        self._query, self._mark = query, mark
        if not known:
            self._hit = None
            self._find()

    def begin(self, clipping: int, language: str, above: Fields, *, below: int) -> None:
        """Hear of a page that is put on the pane. above, below: the paragraphs around the article's body."""
        if self._page is None or self._page[0] != clipping:
            self._hit = None
        if self._entering is not None and self._entering[0] != clipping:
            self._entering = None
        self._page, self._places = (clipping, language, above, below), ()

    def enter(self, clipping: int, by: int) -> None:
        """Go to the first hit (by 1) or the last (by -1) of a clipping, as soon as it is on the pane."""
        self._entering = (clipping, by)
        if self._page is not None and self._page[0] == clipping and self._places:
            self._go_in()

    def forget(self) -> None:
        """Wait for no page that does not come."""
        self._entering = None

    def step(self, by: int) -> None:
        """Go to another hit. The first is the one on the screen, or below it."""
        if self._entering is not None:
            return  # the next clipping is on its way
        at = self._first(by) if self._hit is None else self._hit + by
        if 0 <= at < len(self._places):
            self._hit = at
            self._show()
        else:
            self.left.emit(by)

    def settle(self) -> None:
        """Keep the bar in its corner."""
        self._bar.settle()

    def _first(self, by: int) -> int:
        if by < 0:
            return len(self._places) - 1
        top = self._browser.cursorForPosition(QPoint(0, 0)).position()
        return next((number for number, (start, _end) in enumerate(self._places) if start >= top), 0)

    def _find(self) -> None:
        mark, page = self._mark, self._page
        if mark is None or page is None:
            self._found((), None)
            return
        text, parts, language = self._browser.toPlainText(), self._parts(page[2], page[3]), page[1]
        job = self._runner.start(lambda _progress: hits.places(text, parts, mark, language), latest="reading-hits")
        job.finished.connect(lambda places: self._found(places, page))

    def _parts(self, above: Fields, below: int) -> tuple[Part, ...]:
        document = self._browser.document()
        parts = []
        for number, fields in enumerate(above):
            block = document.findBlockByNumber(number)
            parts += [Part(field, block.position(), block.position() + block.length() - 1) for field in fields]
        start = document.findBlockByNumber(len(above)).position()
        end = document.findBlockByNumber(document.blockCount() - below).position()
        return (*parts, Part("text", start, max(start, end - 1)))

    def _found(self, places: tuple[tuple[int, int], ...], page: object) -> None:
        if page is not None and page is not self._page:
            return
        self._places = places
        if self._hit is not None and self._hit >= len(places):
            self._hit = None
        if page is not None and self._entering is not None:
            self._go_in()
        else:
            self._show()

    def _go_in(self) -> None:
        _clipping, by = self._entering or (0, 1)
        self._entering = None
        if self._places:
            self._hit = 0 if by > 0 else len(self._places) - 1
        self._show()

    def _show(self) -> None:
        self._browser.mark(self._places, self._hit)
        self._bar.show_hits(self._hit, len(self._places))
        self.changed.emit(0 if self._hit is None else self._hit + 1, len(self._places))
