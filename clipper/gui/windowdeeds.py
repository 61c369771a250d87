"""What the window's own commands do: those that need no clipping, and the dialogs over it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:  # it is the window that makes this
    from clipper.gui.window import MainWindow


class WindowDeeds(QObject):
    """by_name: what each command does."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        panes = window.panes  # its reading pane is made later
        self.by_name: dict[str, Callable[[], object]] = {
            "paste": self._paste,
            "export": self._export,
            "print": self._print,
            "settings": self._show_settings,
            "quit": self._window.close,
            "undo": self._window.undo_stack.undo,
            "redo": self._window.undo_stack.redo,
            "find": self._find,
            "find_next": lambda: panes.reading.next_hit(),
            "find_previous": lambda: panes.reading.previous_hit(),
            "sidebar": lambda: self._window.panes.sidebar.setVisible(self._window.commands["sidebar"].isChecked()),
            "activity": lambda: self._window.show_activity(self._window.commands["activity"].isChecked()),
            "larger": lambda: panes.reading.enlarge(),
            "smaller": lambda: panes.reading.reduce(),
            "normal_size": lambda: panes.reading.reset_size(),
            "next_pane": lambda: self._go_to_pane(1),
            "previous_pane": lambda: self._go_to_pane(-1),
            "full_screen": self._switch_full_screen,
            "shortcuts": self._show_shortcuts,
            "check": self._check,
            "about": self._show_about,
        }

    def _paste(self) -> None:
        from clipper.gui import dropping  # saves its import at start

        self._window.clip(dropping.given(QGuiApplication.clipboard().mimeData()))

    def _find(self) -> None:
        self._window.panes.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._window.panes.search.selectAll()

    def _export(self) -> None:
        if self._window.desk is not None and (ids := self._window.panes.list.selected_ids()):
            titles = [hit.clipping.title for hit in self._window.desk.deeds.hits()]
            self._window.desk.outgoing.export(ids, titles, self._window.settings, self._window.export_folder())

    def _print(self) -> None:
        if self._window.desk is not None and (ids := self._window.panes.list.selected_ids()):
            title = next((hit.clipping.title for hit in self._window.desk.deeds.hits()), "Clipper")
            self._window.desk.outgoing.print(ids, title, self._window.settings)

    def _check(self) -> None:
        if self._window.desk is not None:
            self._window.desk.check()

    def _show_settings(self) -> None:
        from clipper.gui.settingsdialog import SettingsDialog  # saves its import at start

        dialog = SettingsDialog(self._window.settings, self._window.theme, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.settings_changed.connect(self._window.take_settings)
        dialog.show()

    def _show_shortcuts(self) -> None:
        from clipper.gui.shortcuts import ShortcutList  # saves its import at start

        ShortcutList(self._window.commands, self._window.theme, self._window).show()

    def _show_about(self) -> None:
        from clipper.gui.about import About  # saves its import at start

        About(self._window.theme, self._window).show()

    def _switch_full_screen(self) -> None:
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _go_to_pane(self, step: int) -> None:
        panes = self._window.panes.panes()
        at = next((place for place, pane in enumerate(panes) if _holds(pane, self._window.focusWidget())), -step)
        panes[(at + step) % len(panes)].setFocus(Qt.FocusReason.TabFocusReason)


def _holds(pane: QWidget, focus: QWidget | None) -> bool:
    return focus is not None and (pane is focus or pane.isAncestorOf(focus))
