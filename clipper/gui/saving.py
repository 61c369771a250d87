"""Saved searches in the window: kept with a name, opened, renamed, deleted, and counted in the background."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QMenu, QWidget

from clipper.answers import Answer, SavedSearch
from clipper.gui.actions import Actions
from clipper.gui.browsing import Browsing, Place
from clipper.gui.jobs import Job, Runner
from clipper.gui.panes import Panes
from clipper.gui.theme import Theme
from clipper.gui.undo import Reversed
from clipper.model import Changes

if TYPE_CHECKING:  # the window is painted before the library's code is imported
    from clipper.app import App

# An import writes several times a second; the numbers follow at rest.
COUNT_MS = 500
NAME_CHARS = 200


class Saving(QObject):
    """done(text): a search was saved, renamed or deleted; it can be undone."""

    done = Signal(str)

    def __init__(
        self,
        app: "App",
        runner: Runner,
        browsing: Browsing,
        stack: QUndoStack,
        panes: Panes,
        actions: Actions,
        theme: Theme,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._library, self._runner, self._stack = app.library, runner, stack
        self._browsing, self._panes, self._actions = browsing, panes, actions
        self._theme, self._window = theme, window
        self._searches: dict[str, SavedSearch] = {}
        self._looked: Place | None = None
        self._counts = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._read)
        panes.sidebar.search_chosen.connect(self.open)
        panes.sidebar.search_menu_asked.connect(self.show_menu)
        panes.sidebar.search_rename_asked.connect(self.ask_rename)
        panes.sidebar.search_delete_asked.connect(self.delete)
        panes.search.save_wanted.connect(self.ask_name)
        browsing.place_changed.connect(self._follow_place)
        browsing.answered.connect(self._look)
        self._follow_place(browsing.place)

    def begin(self) -> None:
        """Show the names; what is new is counted once the index is open."""
        self._read()

    def count(self) -> None:
        """Count what is new, as when the index has taken something in."""
        self._counts = True
        self._read()

    def take(self, changes: Changes) -> None:
        """Show what a write changed."""
        if changes.searches:
            self._read()
        elif (changes.clippings or changes.tags) and self._searches and not self._pause.isActive():
            self._pause.start(COUNT_MS)

    def open(self, name: str) -> None:
        """Show what a search finds, the last added first: they are what is new."""
        search = self._searches.get(name)
        if search is not None:
            self._browsing.go(Place(query=search.query, sort="added", saved=name))

    def ask_name(self) -> None:
        """Ask for the name under which to save what is searched for."""
        from clipper.gui.asking import LineAsked  # saves its import at start

        query = query_of(self._browsing.place)
        if not query:
            return
        words = self.tr("It stands in the side pane, with the number of clippings that are new.")
        name = self._browsing.place.query.strip()[:NAME_CHARS]
        asked = LineAsked(self.tr("Save Search"), words, self.tr("Save"), self._theme, self._window, text=name)
        asked.field.setMaxLength(NAME_CHARS)
        asked.given.connect(lambda given: self.save(given, query))
        asked.show()

    def save(self, name: str, query: str) -> None:
        """Save a query; a search of that name gets the new query."""
        name = " ".join(name.split())  # as it is kept: the place is known by it
        saved, runner = self._library.saved, self._runner
        job = runner.start(lambda _progress: (_named(saved.all(), name), saved.save(name, query)), lane="write")
        job.finished.connect(lambda before: self._saved(before, name, query))

    def rename(self, old: str, new: str) -> None:
        """Call a search otherwise."""
        new = " ".join(new.split())
        if old == new:
            return
        saved = self._library.saved
        text = self.tr("The search “{old}” is now called “{new}”.").format(old=old, new=new)
        job = self._write(
            lambda: saved.rename(old, new), lambda: saved.rename(new, old), self.tr("Rename Search"), text
        )
        job.finished.connect(lambda _changes: self._follow_name(old, new))

    def delete(self, name: str) -> None:
        """Delete a search."""
        search = self._searches.get(name)
        if search is None:
            return
        saved = self._library.saved
        text = self.tr("The search “{name}” was deleted.").format(name=name)
        self._write(lambda: saved.delete(name), lambda: saved.put_back(search), self.tr("Delete Search"), text)

    def ask_rename(self, name: str) -> None:
        """Ask for a search's new name."""
        from clipper.gui.asking import LineAsked  # saves its import at start

        headline = self.tr("Rename “{name}”").format(name=name)
        asked = LineAsked(headline, "", self.tr("Rename"), self._theme, self._window, text=name)
        asked.field.setMaxLength(NAME_CHARS)
        asked.given.connect(lambda new: self.rename(name, new))
        asked.show()

    def show_menu(self, name: str, place: QPoint) -> None:
        """Show the menu of a search."""
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Rename …")).triggered.connect(lambda: self.ask_rename(name))
        menu.addAction(self.tr("Delete Search")).triggered.connect(lambda: self.delete(name))
        menu.popup(place)

    def _write(self, write: Callable[[], Changes], back: Callable[[], Changes], name: str, text: str) -> Job:
        job = self._runner.start(lambda _progress: write(), lane="write")
        job.finished.connect(lambda _changes: self._stack.push(Reversed(name, write, back, self._runner)))
        job.finished.connect(lambda _changes: self.done.emit(text))
        return job

    def _saved(self, done: tuple[SavedSearch | None, Changes], name: str, query: str) -> None:
        """Show the new search in the place of the words. Its job gave more than Changes, so they are told here."""
        before, changes = done
        saved = self._library.saved
        back = (lambda: saved.delete(name)) if before is None else (lambda: saved.put_back(before))
        self._stack.push(Reversed(self.tr("Save Search"), lambda: saved.save(name, query), back, self._runner))
        self.done.emit(self.tr("The search was saved as “{name}”.").format(name=name))
        self._runner.changed.emit(changes)
        self._browsing.go(Place(query=query, sort=self._browsing.place.sort, saved=name))

    def _read(self) -> None:
        """Read the names at once, and count what is new when there is time for it."""
        library = self._library
        job = self._runner.start(lambda _progress: library.saved.all(), latest="saved", quiet=True)
        job.finished.connect(self._show)
        if self._counts:
            job = self._runner.start(library.count_new, lane="long", latest="count-new", quiet=True)
            job.finished.connect(self._show)

    def _show(self, searches: tuple[SavedSearch, ...]) -> None:
        known = self._searches
        self._searches = {search.name: _counted(search, known.get(search.name)) for search in searches}
        self._panes.side_model.set_searches(tuple(self._searches.values()))
        saved = self._browsing.place.saved
        if saved is not None and saved not in self._searches:
            self._browsing.go(replace(self._browsing.place, saved=None))

    def _follow_name(self, old: str, new: str) -> None:
        if self._browsing.place.saved == old:
            self._browsing.go(replace(self._browsing.place, saved=new))

    def _follow_place(self, place: Place) -> None:
        can_be_saved = place.saved is None and bool(query_of(place))
        self._actions.enable(("save_search",), can_be_saved)
        self._panes.search.show_saving(can_be_saved)

    def _look(self, answer: Answer) -> None:
        """Note that a search is looked at: when it was opened, and when more came while it is shown."""
        place = self._browsing.place
        name = place.saved
        if name is None or answer.query != place.query or self._library.read_only:
            self._looked = None
            return
        known = self._searches.get(name)
        if place != self._looked or (known is not None and max(answer.ids, default=0) > known.seen):
            self._looked = place
            saved = self._library.saved
            self._runner.start(lambda _progress: saved.look(name), lane="write", quiet=True)


def query_of(place: Place) -> str:
    """Give the words that find what a place shows; "" where it shows no search, or the trash. Pure."""
    query = place.query.strip()
    if not query or place.view == "trash":
        return ""
    around = [] if place.view == "all" else [f"is:{place.view}"]
    around += [] if place.tag is None else [f'tag:"{place.tag}"']
    return f"{' '.join(around)} ({query})" if around else query


def _counted(search: SavedSearch, known: SavedSearch | None) -> SavedSearch:
    """Keep the number of a search that was looked at no more since, where it was not counted anew."""
    if search.new is not None or known is None or (known.query, known.seen) != (search.query, search.seen):
        return search
    return replace(search, new=known.new)


def _named(searches: tuple[SavedSearch, ...], name: str) -> SavedSearch | None:
    wanted = " ".join(name.split()).casefold()
    return next((search for search in searches if search.name.casefold() == wanted), None)
