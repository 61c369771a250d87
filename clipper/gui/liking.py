"""More like this: the clippings that are like a chosen one, and the way back."""

from PySide6.QtCore import QObject

from clipper.answers import Answer
from clipper.gui.actions import Actions
from clipper.gui.browsing import Browsing, Place
from clipper.gui.panes import Panes
from clipper.gui.showing import Showing


class Liking(QObject):
    """show() asks for clippings like the one that is selected; Esc in the list or the button over it leads back."""

    def __init__(self, browsing: Browsing, showing: Showing, panes: Panes, actions: Actions, parent: QObject) -> None:
        super().__init__(parent)
        self._browsing, self._showing, self._panes, self._actions = browsing, showing, panes, actions
        panes.list.left.connect(browsing.back)
        panes.head.back_asked.connect(self.back)
        browsing.place_changed.connect(self._show_place)
        browsing.answered.connect(self._show_answer)
        self._fresh = False
        self._show_place(browsing.place)

    def show(self) -> None:
        """Show what is like the selected clipping."""
        for clipping in self._showing.clippings()[:1]:
            self._browsing.show_like(clipping.id, clipping.title)
            self._panes.list.setFocus()
            self._fresh = True

    def back(self) -> None:
        """Go back, and on with the keyboard there."""
        self._browsing.back()
        self._panes.list.setFocus()

    def _show_place(self, place: Place) -> None:
        away = place.like is not None
        self._actions.enable(("back",), away)
        self._panes.head.show_back(away)
        if away:
            self._panes.head.show_name(self.tr("Like: {title}").format(title=place.title))

    def _show_answer(self, answer: Answer) -> None:
        if self._browsing.place.like is not None:
            says = self.tr("No other clipping shares enough of its words. Esc leads back.")
            self._panes.list.say(self.tr("Nothing like it") if answer.engine == "index" else "", says)
            if self._fresh and not self._panes.list.selected_ids():
                self._panes.list.select_row(0)
            self._fresh = False
