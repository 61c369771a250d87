"""What the window's own commands do: those that need no clipping, and the dialogs over it."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication, QUndoStack
from PySide6.QtWidgets import QMainWindow, QWidget

if TYPE_CHECKING:  # types only
    from clipper.gui.actions import Actions
    from clipper.gui.desk import Desk
    from clipper.gui.panes import Panes
    from clipper.gui.theme import Theme
    from clipper.settings import Settings


class House(Protocol):
    """What the window's commands need of it."""

    settings: "Settings"
    theme: "Theme"
    panes: "Panes"
    commands: "Actions"
    undo_stack: QUndoStack
    desk: "Desk | None"

    def clip(self, given: Sequence[str]) -> None:
        """Clip what was handed in."""

    def take_settings(self, settings: "Settings") -> None:
        """Live by other settings."""

    def show_activity(self, shown: bool) -> None:
        """Show the activity, or hide it."""

    def export_folder(self) -> str:
        """Give where the last export went."""


class WindowDeeds(QObject):
    """by_name: what each command does. house and window are the same thing, seen from two sides."""

    def __init__(self, house: House, window: QMainWindow) -> None:
        super().__init__(window)
        self._house, self._window = house, window
        panes = house.panes  # its reading pane is made later
        self.by_name: dict[str, Callable[[], object]] = {
            "paste": self._paste,
            "export": self._export,
            "print": self._print,
            "settings": self._show_settings,
            "quit": self._window.close,
            "undo": self._house.undo_stack.undo,
            "redo": self._house.undo_stack.redo,
            "find": self._find,
            "find_next": lambda: panes.reading.next_hit(),
            "find_previous": lambda: panes.reading.previous_hit(),
            "sidebar": lambda: self._house.panes.sidebar.setVisible(self._house.commands["sidebar"].isChecked()),
            "activity": lambda: self._house.show_activity(self._house.commands["activity"].isChecked()),
            "larger": lambda: panes.reading.enlarge(),
            "smaller": lambda: panes.reading.reduce(),
            "normal_size": lambda: panes.reading.reset_size(),
            "next_pane": lambda: self._go_to_pane(1),
            "previous_pane": lambda: self._go_to_pane(-1),
            "full_screen": self._switch_full_screen,
            "shortcuts": self._show_shortcuts,
            "search_help": self._show_search_help,
            "check": self._check,
            "about": self._show_about,
        }

    def _paste(self) -> None:
        from clipper.gui import dropping  # saves its import at start

        self._house.clip(dropping.given(QGuiApplication.clipboard().mimeData()))

    def _find(self) -> None:
        self._house.panes.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._house.panes.search.selectAll()

    def _export(self) -> None:
        if self._house.desk is not None and (ids := self._house.panes.list.selected_ids()):
            titles = [clipping.title for clipping in self._house.desk.deeds.clippings()]
            self._house.desk.outgoing.export(ids, titles, self._house.settings, self._house.export_folder())

    def _print(self) -> None:
        if self._house.desk is not None and (ids := self._house.panes.list.selected_ids()):
            title = next((clipping.title for clipping in self._house.desk.deeds.clippings()), "Clipper")
            self._house.desk.outgoing.print(ids, title, self._house.settings)

    def _check(self) -> None:
        if self._house.desk is not None:
            self._house.desk.caretaking.check()

    def _show_settings(self) -> None:
        from clipper.gui.settingsdialog import SettingsDialog  # saves its import at start

        dialog = SettingsDialog(self._house.settings, self._house.theme, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.settings_changed.connect(self._house.take_settings)
        dialog.show()

    def _show_shortcuts(self) -> None:
        from clipper.gui.shortcuts import ShortcutList  # saves its import at start

        ShortcutList(self._house.commands, self._house.theme, self._window).show()

    def _show_search_help(self) -> None:
        from clipper.gui.searchhelp import SearchHelp  # saves its import at start

        shown = self._window.findChild(SearchHelp) or SearchHelp(self._house.theme, self._window)
        if shown.isHidden():
            shown.tried.connect(self._house.panes.search.search_for)
        shown.show()
        shown.raise_()
        shown.activateWindow()

    def _show_about(self) -> None:
        from clipper.gui.about import About  # saves its import at start

        About(self._house.theme, self._window).show()

    def _switch_full_screen(self) -> None:
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _go_to_pane(self, step: int) -> None:
        panes = self._house.panes.panes()
        at = next((place for place, pane in enumerate(panes) if _holds(pane, self._window.focusWidget())), -step)
        panes[(at + step) % len(panes)].setFocus(Qt.FocusReason.TabFocusReason)


def _holds(pane: QWidget, focus: QWidget | None) -> bool:
    return focus is not None and (pane is focus or pane.isAncestorOf(focus))
