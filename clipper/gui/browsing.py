"""What the list shows: view, tag, query and order; finds, loads rows as they are seen, keeps the selection."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from clipper.answers import Answer, Hit, Overview
from clipper.gui.clippinglist import ClippingList
from clipper.gui.jobs import Runner
from clipper.gui.models.clippings import ClippingListModel
from clipper.gui.models.difference import staying
from clipper.model import Changes, Sort, View

if TYPE_CHECKING:  # the window is painted before the library's code is imported
    from clipper.app import App

# Rows with snippets in the first answer: a tall screen and a half.
FIRST_ROWS = 30
# Writes come in crowds during an import; the list follows at a pace the eye can follow.
REFRESH_MS = 300
# Which edit can take a clipping out of a view.
LEAVES = {"unread": "read", "starred": "starred", "untagged": "tag", "doubtful": "flags"}


@dataclass(frozen=True, slots=True)
class Place:
    """What the list is filtered and ordered by. sort None: by relevance for words, else the last added first.

    saved: the name of the saved search that this is, as long as its words stand as they were saved.
    like: a clipping; those that are like it are shown, and what else is said counts for nothing. title: its own.
    """

    view: View = "all"
    tag: str | None = None
    query: str = ""
    sort: Sort | None = None
    saved: str | None = None
    like: int | None = None
    title: str = ""


class Browsing(QObject):
    """Owns the place; the model and the list show it."""

    place_changed = Signal(object)  # Place
    answered = Signal(object)  # Answer
    counted = Signal(object)  # Overview
    selected = Signal(tuple)  # ids

    def __init__(
        self, app: "App", runner: Runner, model: ClippingListModel, view: ClippingList, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._library = app.library
        self._runner = runner
        self._model, self._view = model, view
        self.place = Place()
        self.answer: Answer | None = None
        self.overview: Overview | None = None
        self._shown: Place | None = None
        self._to_select: tuple[int, ...] = ()
        self._before: tuple[int, ...] = ()
        self._way: list[tuple[Place, tuple[int, ...]]] = []
        self._changed_here: set[int] = set()
        self._row = 0
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self.refresh)
        model.rows_wanted.connect(self._load)
        view.selection_changed.connect(self._note_selection)

    def go(self, place: Place, *, select: Sequence[int] = ()) -> None:
        """Show another place; select clippings there where they are found."""
        self._to_select = tuple(select) or self._to_select
        if place.like is None:
            self._way.clear()
        self.place = place
        self.place_changed.emit(place)
        self._find()

    def search(self, query: str) -> None:
        """Search while the user types. An emptied search brings back what was selected before it."""
        if query and not self.place.query:
            self._before = self._view.selected_ids()
        elif not query and not self._view.selected_ids():
            self._to_select = self._before
        self._way.clear()
        self.place = replace(self.place, query=query, sort=self._own_sort(), saved=None, like=None, title="")
        self.place_changed.emit(self.place)
        self._find()

    def show_like(self, id: int, title: str) -> None:
        """Show the clippings that are like one; back leads to where we are."""
        self._way.append((self.place, self._view.selected_ids()))
        self.go(Place(like=id, title=title))

    def back(self) -> None:
        """Go back to where the clippings like one were asked for; nowhere else."""
        if self._way:
            (place, selected), way = self._way[-1], self._way[:-1]
            self.go(place, select=selected)
            self._way = way

    def choose(self, view: View, tag: str | None = None) -> None:
        """Filter by a view or a tag. Words that were typed stay; those of a saved search go with it."""
        query = self.place.query if self.place.saved is None else ""
        self.go(Place(view, tag, query, self._own_sort()))

    def choose_sort(self, sort: Sort | None) -> None:
        """Order otherwise."""
        self.go(replace(self.place, sort=sort))

    def show(self, id: int) -> None:
        """Show one clipping, wherever it is."""
        if self._model.row_of(id) is not None:
            self._view.select((id,))
        else:
            self.go(Place(sort=self._own_sort()), select=(id,))

    def take(self, changes: Changes) -> None:
        """Show what a write changed."""
        self._model.touch(changes)
        if changes.clippings or changes.tags:
            self.count()
        self._note_edits(changes)
        fields = {edit.field for edit in changes.edits}
        if fields and fields <= {"read", "note"} and self.place.query == "":
            return  # what was read a moment ago stays in the list of unread clippings until another is chosen
        if (changes.clippings or changes.tags) and not self._pause.isActive():
            self._pause.start(0 if changes.edits else REFRESH_MS)

    def _note_edits(self, changes: Changes) -> None:
        leaves = "tag" if self.place.tag is not None else LEAVES.get(self.place.view)
        for edit in changes.edits:
            if edit.field == leaves:
                self._changed_here.add(edit.clipping)
            elif edit.field == "trashed":
                self._changed_here.discard(edit.clipping)

    def refresh(self) -> None:
        """Find again what the place asks for, as when the index is open at last."""
        self._find()

    def count(self) -> None:
        """Count views and tags."""
        job = self._runner.start(lambda _progress: self._library.clippings.overview(), latest="overview")
        job.finished.connect(self._counted)

    def hits(self, ids: Sequence[int]) -> tuple[Hit, ...]:
        """Give the rows of clippings, as far as they are loaded."""
        return tuple(hit for id in ids if (hit := self._model.hit(id)) is not None)

    def _own_sort(self) -> Sort | None:
        """Give the order that the user chose: a saved search comes with its own."""
        return self.place.sort if self.place.saved is None and self.place.like is None else None

    def _find(self) -> None:
        place, library = self.place, self._library
        # typing: the last word may go on. Always so, or a row that is marked read while its query is half typed would
        # find another list under the reader's eyes.
        if (like := place.like) is not None:
            job = self._runner.start(lambda _progress: library.similar(like, sort=place.sort), latest="search")
            job.finished.connect(lambda answer: self._take_answer(answer, place))
            return
        job = self._runner.start(
            lambda progress: library.find(
                place.query,
                view=place.view,
                tag=place.tag,
                sort=place.sort or (None if place.query.strip() else "added"),
                limit=FIRST_ROWS,
                typing=True,
                progress=progress,
            ),
            latest="search",
        )
        job.finished.connect(lambda answer: self._take_answer(answer, place))

    def _take_answer(self, answer: Answer, place: Place) -> None:
        before, row = self._view.selected_ids(), self._row
        same = place == self._shown
        answer = self._with_changed(answer, same=same)
        self._shown, self.answer = place, answer
        self._model.set_answer(answer, same_query=place.query == answer.query and same)
        there = set(answer.ids)
        asked, self._to_select = self._to_select, ()
        found = tuple(id for id in asked or before if id in there)
        if found and found != self._view.selected_ids():
            self._view.select(found)
        elif before and not found and same and not self._view.selected_ids():
            self._view.select_row(row)
        if not same and not found:
            self._view.scrollToTop()
        if not found:  # a list that was reset drops its selection without a word
            self._note_selection(self._view.selected_ids())
        self.answered.emit(answer)

    def _with_changed(self, answer: Answer, *, same: bool) -> Answer:
        """Leave what was read a moment ago among the unread, what was tagged among those without, till one goes on.

        It may be on the screen: the next one must not slip under the hand that writes a note or a second tag.
        """
        if not same:
            self._changed_here.clear()
        ids = staying(self._model.ids(), answer.ids, self._changed_here)
        return replace(answer, ids=ids, total=answer.total + len(ids) - len(answer.ids))

    def _load(self, ids: tuple[int, ...]) -> None:
        query, library, place = self.place.query, self._library, self.place
        job = self._runner.start(lambda _progress: library.hits(query, ids), quiet=True)
        job.finished.connect(lambda hits: self._model.set_hits(hits) if place == self.place else None)

    def _counted(self, overview: Overview) -> None:
        self.overview = overview
        self.counted.emit(overview)

    def _note_selection(self, ids: tuple[int, ...]) -> None:
        if ids:
            self._row = self._view.currentIndex().row()
        self.selected.emit(ids)
