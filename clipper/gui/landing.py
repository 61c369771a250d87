"""Drops anywhere in the window: says what letting go will do, and hands over what was let go."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from clipper.gui.theme import Theme

if TYPE_CHECKING:  # imported at the first drag
    from clipper.gui.dropoverlay import DropOverlay


class Landing(QObject):
    """Sees the window's drag events. dropped: addresses and paths."""

    dropped = Signal(tuple)

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme, self._window = theme, window
        self._overlay: DropOverlay | None = None
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragMoveEvent) and not isinstance(event, QDragEnterEvent):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            return True
        if isinstance(event, QDragEnterEvent):
            return self._enter(event)
        if event.type() == QEvent.Type.DragLeave:
            self._withdraw()
            return True
        if isinstance(event, QDropEvent):
            return self._drop(event)
        return False

    def _enter(self, event: QDragEnterEvent) -> bool:
        from clipper.gui import dropping  # saves its import at start

        # A drag of our own list goes to other programs and to tags; back onto the list it means nothing.
        if event.source() is not None or not dropping.offers(event.mimeData()):
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if self._overlay is None:
            from clipper.gui.dropoverlay import DropOverlay  # saves its import at start

            self._overlay = DropOverlay(self._theme, self._window)
        self._overlay.offer(dropping.given(event.mimeData()))
        return True

    def _drop(self, event: QDropEvent) -> bool:
        from clipper.gui import dropping  # as above

        # All is read at once: on Wayland the data is gone as soon as anything else runs.
        given = dropping.given(event.mimeData())
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self._withdraw()
        self.dropped.emit(given)
        return True

    def _withdraw(self) -> None:
        if self._overlay is not None:
            self._overlay.withdraw()
