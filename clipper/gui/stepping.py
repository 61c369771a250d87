"""From hit to hit through all that was found: after the last one of an article comes the first of the next clipping."""

from PySide6.QtCore import QObject, Signal

from clipper.gui.actions import Actions
from clipper.gui.browsing import Browsing, Place
from clipper.gui.panes import Panes


class Stepping(QObject):
    """said(text): it went on from the other end of the list."""

    said = Signal(str)

    def __init__(self, browsing: Browsing, panes: Panes, actions: Actions, parent: QObject) -> None:
        super().__init__(parent)
        self._browsing, self._panes, self._actions = browsing, panes, actions
        panes.reading.hits_left.connect(self.go_on)
        browsing.place_changed.connect(self._show_place)
        self._show_place(browsing.place)

    def go_on(self, by: int) -> None:
        """Go to the first hit of the next clipping (by 1), or to the last of the one before (by -1)."""
        ids, selected = self._panes.model.ids(), self._panes.list.selected_ids()
        if not ids or not self._browsing.place.query.strip():
            return
        start = (ids.index(selected[-1 if by > 0 else 0]) if selected else -1 if by > 0 else len(ids)) + by
        id = ids[start % len(ids)]
        if selected and not 0 <= start < len(ids):
            first, last = self.tr("On from the first clipping found."), self.tr("On from the last clipping found.")
            self.said.emit(first if by > 0 else last)
        self._panes.reading.enter(id, by)
        self._panes.list.select((id,))

    def _show_place(self, place: Place) -> None:
        self._actions.enable(("find_next", "find_previous"), bool(place.query.strip()))
