"""The working parts of the window around one open library: made when it is open, wired to the panes."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QWidget

from clipper.answers import Answer, Outcome, Overview, Report
from clipper.gui import emptiness
from clipper.gui.actions import Actions
from clipper.gui.browsing import Browsing, Place
from clipper.gui.caretaking import Caretaking
from clipper.gui.correcting import Correcting
from clipper.gui.counted import Counted
from clipper.gui.deeds import Deeds
from clipper.gui.editing import Editing
from clipper.gui.indexkeeping import IndexKeeping
from clipper.gui.intake import Intake
from clipper.gui.jobs import Runner
from clipper.gui.liking import Liking
from clipper.gui.outgoing import Outgoing
from clipper.gui.panes import Panes
from clipper.gui.reextracting import Reextracting
from clipper.gui.refining import Refining
from clipper.gui.remembering import Remembering
from clipper.gui.saving import Saving
from clipper.gui.searching import Searching
from clipper.gui.showing import Showing
from clipper.gui.stepping import Stepping
from clipper.gui.theme import Theme
from clipper.gui.watching import Watching
from clipper.model import Changes, IntakeRow

if TYPE_CHECKING:  # the window is painted before the library's code is imported
    from clipper.app import App


class Desk(QObject):
    """said(text, action, act, stays): a sentence for the message bar, with something to do about it or "".

    stays: till the user has seen to it; the others go by themselves.
    """

    said = Signal(str, str, object, bool)
    rows_shown = Signal()
    counts_shown = Signal()

    def __init__(
        self,
        app: "App",
        panes: Panes,
        actions: Actions,
        runner: Runner,
        stack: QUndoStack,
        theme: Theme,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.app, self._panes, self._runner, self._stack = app, panes, runner, stack
        self._actions = actions
        self._failing = ""
        self._undoable = False
        self.browsing = Browsing(app, runner, panes.model, panes.list, self)
        self.editing = Editing(app, runner, stack, self)
        self.intake = Intake(app, runner, panes.model, panes.activity, self)
        self.outgoing = Outgoing(app, runner, theme, parent)
        self.showing = Showing(app, runner, self.browsing, self.editing, panes.list, panes.reading, actions, self)
        self.watching = Watching(app, runner, self)
        self.index = IndexKeeping(app, runner, self)
        self.caretaking = Caretaking(app, runner, panes.activity, self)
        self.reextracting = Reextracting(app, runner, stack, panes.activity, self)
        self.correcting = Correcting(app, runner, self.editing, panes.reading, theme, parent)
        self.remembering = Remembering(app, runner, theme, parent)
        self.searching = Searching(app, runner, self.browsing, panes, self)
        self.refining = Refining(app, runner, self.browsing, panes, actions, parent)
        self.saving = Saving(app, runner, self.browsing, stack, panes, actions, theme, parent)
        self.deeds = Deeds(
            panes, actions, self.browsing, self.editing, self.intake, self.outgoing, self.showing, theme, parent
        )
        self.deeds.by_name |= {
            "extract_again": lambda: self.reextracting.start(self.deeds.ids()),
            "details": lambda: self.correcting.show_details(self.deeds.ids()[0]),
            "memory": self.remembering.show,
            "refine": self.refining.show,
            "save_search": self.saving.ask_name,
            "edit_text": lambda: self.correcting.edit_text(self.deeds.ids()[0]),
            "leave_out": self.correcting.leave_out,
            "checked": lambda: self.editing.mark_checked(self.deeds.ids()[0]),
            "as_extracted": lambda: self.editing.show_as_extracted(self.deeds.ids()[0]),
        }
        panes.thumbnails.set_load(app.library.pictures.thumbnail)
        self._wire()
        self.liking = Liking(self.browsing, self.showing, panes, actions, self)  # says more than the desk does
        self.stepping = Stepping(self.browsing, panes, actions, self)
        self.stepping.said.connect(lambda text: self.said.emit(text, "", None, False))
        self.deeds.by_name |= {"similar": self.liking.show, "back": self.liking.back}

    def begin(self, place: Place, selected: tuple[int, ...]) -> None:
        """Show the first rows and counts."""
        job = self._runner.start(lambda _progress: self.app.library.log.position(), quiet=True)
        job.finished.connect(self.watching.begin)
        self.browsing.go(place, select=selected)
        self.browsing.count()
        self.intake.refresh()
        self.saving.begin()

    def take(self, changes: Changes) -> None:
        """Show what a job of this window changed."""
        self.watching.note_own(changes)
        self._spread(changes)

    def warm(self) -> None:
        """Open the index and start the processes; then what can wait: a safety copy, files nothing names, warnings."""
        job = self._runner.start(lambda progress: self.app.warm(progress), lane="long", quiet=True)
        job.finished.connect(lambda _behind: self.browsing.refresh())
        job.ended.connect(self.index.begin)
        job.ended.connect(self.saving.count)
        self.caretaking.begin()

    def _wire(self) -> None:
        panes, browsing = self._panes, self.browsing
        self._runner.changed.connect(self.take)
        self.watching.changed.connect(self._spread)
        panes.sidebar.view_chosen.connect(browsing.choose)
        panes.sidebar.tag_chosen.connect(lambda tag: browsing.choose("all", tag))
        panes.reading.tag_clicked.connect(lambda tag: browsing.choose("all", tag))
        panes.head.sort_chosen.connect(browsing.choose_sort)
        panes.activity.show_asked.connect(browsing.show)
        panes.reading.note_changed.connect(self.editing.set_note)
        panes.reading.title_changed.connect(self.editing.set_title)
        panes.reading.saved_page_asked.connect(self.outgoing.open_saved)
        panes.reading.fetch_again_asked.connect(lambda id: self.intake.fetch_again((id,)))
        panes.reading.checked_asked.connect(self.editing.mark_checked)
        panes.reading.as_extracted_asked.connect(self.editing.show_as_extracted)
        panes.reading.leave_out_asked.connect(self.correcting.leave_out)
        panes.reading.edit_text_asked.connect(self.correcting.edit_text)
        panes.reading.text_selected.connect(lambda on: self._actions.enable(("leave_out",), on))
        panes.list.opened.connect(lambda _id: panes.reading.setFocus())
        browsing.place_changed.connect(self._show_place)
        browsing.answered.connect(self._show_answer)
        browsing.answered.connect(self.index.take)
        self.index.caught_up.connect(browsing.refresh)
        self.index.caught_up.connect(self.saving.count)
        browsing.counted.connect(self._show_overview)
        panes.model.dataChanged.connect(self._rows_changed)
        self.editing.done.connect(self._say_done)
        self.saving.done.connect(self._say_done)
        self._stack.indexChanged.connect(self._forget_undo)
        self._stack.undoTextChanged.connect(self._name_undo)
        self._stack.redoTextChanged.connect(self._name_redo)
        self.intake.known.connect(self._say_known)
        self.intake.failed.connect(self._say_failed)
        self.intake.reported.connect(self._show_added)
        self.intake.left_over.connect(self._say_left_over)
        self.intake.listed.connect(self._note_intake)
        self._actions["activity"].toggled.connect(self._forget_failures)
        self.outgoing.said.connect(lambda text: self.said.emit(text, "", None, False))
        self.editing.said.connect(lambda text: self.said.emit(text, "", None, False))
        self.reextracting.reads.connect(self.index.hold)
        self.reextracting.done.connect(self._say_done)
        self.reextracting.lacking.connect(self._say_why)
        self.reextracting.said.connect(lambda text: self.said.emit(text, "", None, False))
        self.caretaking.said.connect(lambda text: self.said.emit(text, "", None, False))
        self.caretaking.warned.connect(lambda text: self.said.emit(text, "", None, True))
        self.caretaking.found.connect(
            lambda text: self.said.emit(text, self.tr("Show Them"), self._show_activity, True)
        )

    def _spread(self, changes: Changes) -> None:
        self.browsing.take(changes)
        self.intake.take(changes)
        self.showing.take(changes)
        self.correcting.take(changes)
        self.saving.take(changes)

    # -- the place

    def _show_place(self, place: Place) -> None:
        panes = self._panes
        if place.like is None:
            panes.sidebar.show_place(place.view, place.tag, place.saved)
        else:
            panes.sidebar.show_nowhere()
        panes.head.show_name(place.saved or place.tag or panes.view_name(place.view))
        panes.head.show_sort(place.sort)
        if panes.search.text() != place.query:
            panes.search.set_query(place.query)

    def _show_answer(self, answer: Answer) -> None:
        panes = self._panes
        panes.head.show_count(Counted().found(answer))
        panes.list.say(*emptiness.nothing(self.browsing.place.view, searched=bool(answer.query)))
        self.showing.mark()
        self._weigh_emptiness()
        self.rows_shown.emit()

    def _show_overview(self, overview: Overview) -> None:
        self._panes.side_model.set_overview(overview)
        self._actions.enable(("empty_trash",), overview.trash > 0)
        self.deeds.fill_dialog()
        self._weigh_emptiness()
        self._leave_lost_tag()
        self.counts_shown.emit()

    def _leave_lost_tag(self) -> None:
        """Go to all clippings where the tag of the place was deleted or joined to another."""
        place = self.browsing.place
        if place.tag is not None and not self._panes.side_model.index_of(tag=place.tag).isValid():
            self.browsing.go(Place(place.view, None, place.query, place.sort))

    def _note_intake(self, rows: int, fetching: int) -> None:
        self._panes.head.show_fetching(self.tr("%Ln page(s) being fetched", "", fetching) if fetching else "")
        if rows == 0:
            self._forget_failures()
        self._weigh_emptiness()

    def _forget_failures(self) -> None:
        """What failed was seen to, or is on the screen."""
        if self._failing and self._panes.message.text() == self._failing:
            self._panes.message.hide()
        self._failing = ""

    def _weigh_emptiness(self) -> None:
        overview = self.browsing.overview
        if overview is not None:
            empty = overview.all == 0 and overview.trash == 0 and self._panes.model.rowCount() == 0
            self._panes.show_empty(empty and not self.browsing.place.query)

    def _rows_changed(self) -> None:
        if len(self._panes.list.selected_ids()) == 1:
            self.deeds.take_rows()

    # -- what is said

    def _say_done(self, text: str) -> None:
        undo: Callable[[], None] | None = self._stack.undo if self._stack.canUndo() else None
        self._undoable = undo is not None
        self.said.emit(text, self.tr("Undo") if undo is not None else "", undo, False)

    def _forget_undo(self) -> None:
        """The bar's Undo would take back something else than what the bar says."""
        if self._undoable:
            self._undoable = False
            self._panes.message.hide()

    def _name_undo(self, deed: str) -> None:
        words = self.tr("&Undo: {deed}").format(deed=deed) if deed else self.tr("&Undo")
        self._actions.rename("undo", words)

    def _name_redo(self, deed: str) -> None:
        words = self.tr("&Redo: {deed}").format(deed=deed) if deed else self.tr("&Redo")
        self._actions.rename("redo", words)

    def _show_activity(self) -> None:
        if self._panes.activity.isHidden():
            self._actions["activity"].trigger()

    def _say_known(self, outcome: Outcome) -> None:
        if outcome.id is None:
            return
        id = outcome.id
        self.browsing.show(id)
        text = self.tr("This page is clipped already.")
        self.said.emit(text, self.tr("Fetch Again"), lambda: self.intake.fetch_again((id,)), False)

    def _say_failed(self, number: int) -> None:
        if self._panes.activity.isVisible():
            return  # it stands there, with its reason
        text = self.tr("%Ln page(s) could not be clipped.", "", number)
        self.said.emit(text, self.tr("Show Why"), self._show_activity, True)
        self._failing = text

    def _say_why(self, text: str) -> None:
        self.said.emit(text, self.tr("Show Why"), self._show_activity, False)

    def _say_left_over(self, rows: tuple[IntakeRow, ...]) -> None:
        text = self.tr("%Ln page(s) still wait to be clipped.", "", len(rows))
        self.said.emit(text, self.tr("Fetch Now"), lambda: self.intake.work_off(rows), True)

    def _show_added(self, report: Report) -> None:
        """Open a first clipping; leave in peace who reads another, and say where the new one is to be had."""
        added = [outcome for outcome in report.outcomes if outcome.outcome == "added" and outcome.id is not None]
        if len(added) > 1:
            self.said.emit(self.tr("%Ln page(s) clipped.", "", len(added)), "", None, False)
        elif added and (id := added[0].id) is not None:
            if not self._panes.list.selected_ids():
                self.browsing.show(id)
                return
            text = self.tr("Clipped: {title}").format(title=added[0].title or added[0].given)
            self.said.emit(text, self.tr("Show"), lambda: self.browsing.show(id), False)
