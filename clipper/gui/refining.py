"""Refining a search: sites, authors, dates, tags, flags ... of what was found, each with what it would leave."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from clipper.answers import Answer, FacetField, Refinement
from clipper.gui import sentences
from clipper.gui.actions import Actions
from clipper.gui.browsing import Browsing
from clipper.gui.jobs import Runner
from clipper.gui.panes import Panes

if TYPE_CHECKING:  # the window is painted before the library's code is imported
    from clipper.app import App

MOST_CHARS = 60


class Refining(QObject):
    """show() asks for the facets of what is in the list and offers them in a menu under its button."""

    shown = Signal()

    def __init__(
        self, app: "App", runner: Runner, browsing: Browsing, panes: Panes, actions: Actions, window: QWidget
    ) -> None:
        super().__init__(window)
        self._library, self._runner, self._browsing = app.library, runner, browsing
        self._panes, self._actions, self._window = panes, actions, window
        self.menu: QMenu | None = None
        panes.head.refine_asked.connect(self.show)
        browsing.answered.connect(self._take)
        self._enable(False)

    def show(self) -> None:
        """Count, then show the menu."""
        answer, library = self._browsing.answer, self._library
        if answer is None or not answer.ids:
            return
        query, ids = answer.query, answer.ids
        job = self._runner.start(lambda _progress: library.refinements(query, ids), latest="refine")
        job.finished.connect(lambda found: self._offer(found) if answer is self._browsing.answer else None)

    def _take(self, answer: Answer) -> None:
        self._enable(bool(answer.ids) and self._browsing.place.like is None)

    def _enable(self, on: bool) -> None:
        self._actions.enable(("refine",), on)
        self._panes.head.refine.setEnabled(on)

    def _offer(self, found: tuple[Refinement, ...]) -> None:
        menu = self.menu = QMenu(self._window)
        menu.setObjectName("refine")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.destroyed.connect(self._forget)
        taken = [one for one in found if one.taken]
        for one in taken:
            self._add(menu, one)
        if taken:
            menu.addSeparator()
        for fields, title in self._groups():
            values = [one for one in found if one.field in fields]
            if values:
                under = menu.addMenu(title)
                for one in values:
                    self._add(under, one)
        if menu.isEmpty():
            menu.addAction(self.tr("Nothing to refine by")).setEnabled(False)
        button = self._panes.head.refine
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))
        self.shown.emit()

    def _forget(self) -> None:
        self.menu = None

    def _groups(self) -> tuple[tuple[tuple[FacetField, ...], str], ...]:
        return (
            (("site",), self.tr("Site")),
            (("section",), self.tr("Section")),
            (("author",), self.tr("Author")),
            (("year", "month"), self.tr("Published")),
            (("language",), self.tr("Language")),
            (("tag",), self.tr("Tag")),
            (("state",), self.tr("State")),
            (("flag",), self.tr("Doubt")),
        )

    def _add(self, menu: QMenu, one: Refinement) -> None:
        name = self._name(one)
        short = name if len(name) <= MOST_CHARS else f"{name[:MOST_CHARS]}…"
        # What follows a tab stands at the right edge, as shortcuts do.
        action = QAction("\t".join((short.replace("&", "&&").replace("\t", " "), QLocale().toString(one.count))), menu)
        action.setCheckable(True)
        action.setChecked(one.taken)
        action.triggered.connect(lambda _checked=False, query=one.query: self._panes.search.search_for(query))
        menu.addAction(action)

    def _name(self, one: Refinement) -> str:
        if one.field == "month":
            year, month = (int(part) for part in one.value.split("-"))
            return self.tr("{month} {year}").format(month=QLocale().standaloneMonthName(month), year=year)
        if one.field == "state":
            return self._states().get(one.value, one.value)
        if one.field == "flag":
            return sentences.flag(one.value)[0].rstrip(".")
        return self._languages().get(one.value, one.value) if one.field == "language" else one.value

    def _states(self) -> dict[str, str]:
        return {
            "unread": self.tr("Unread"),
            "starred": self.tr("Starred"),
            "untagged": self.tr("Without Tags"),
            "note": self.tr("With a Note"),
            "picture": self.tr("With a Picture"),
        }

    def _languages(self) -> dict[str, str]:
        return {
            "ar": self.tr("Arabic"),
            "da": self.tr("Danish"),
            "de": self.tr("German"),
            "en": self.tr("English"),
            "es": self.tr("Spanish"),
            "fr": self.tr("French"),
            "it": self.tr("Italian"),
            "ja": self.tr("Japanese"),
            "nl": self.tr("Dutch"),
            "pl": self.tr("Polish"),
            "pt": self.tr("Portuguese"),
            "ru": self.tr("Russian"),
            "sv": self.tr("Swedish"),
            "tr": self.tr("Turkish"),
            "uk": self.tr("Ukrainian"),
            "zh": self.tr("Chinese"),
        }
