"""The main window: menus, keys, drops, messages, session. Paints first; the library is opened after."""

from __future__ import annotations  # types only: the library's nouns are not imported before the first paint

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeySequence, QPaintEvent, QShortcut, QUndoStack
from PySide6.QtWidgets import QMainWindow, QWidget

from clipper.gui.actions import Actions
from clipper.gui.jobs import Job, Runner
from clipper.gui.panes import Panes
from clipper.gui.session import Session
from clipper.gui.theme import Theme

if TYPE_CHECKING:  # imported when they are needed
    from clipper.answers import SafetyCopy
    from clipper.app import App
    from clipper.errors import ClipperError
    from clipper.gui.desk import Desk
    from clipper.gui.windowdeeds import WindowDeeds
    from clipper.settings import Settings

FIRST_SIZE = (1280, 820)


class MainWindow(QMainWindow):
    """painted: all of it is on the screen for the first time."""

    painted = Signal()
    settings_changed = Signal(object)  # Settings
    retry_asked = Signal()
    copy_chosen = Signal(object)  # SafetyCopy
    closing = Signal(object)  # Session

    def __init__(self, settings: Settings, session: Session, theme: Theme, runner: Runner) -> None:
        super().__init__()
        self.settings, self._session = settings, session
        self.theme, self._runner = theme, runner
        self._first_paint = self._complete = False
        self._given: list[str] = []
        self.desk: Desk | None = None
        self.setWindowTitle("Clipper")
        self.commands = Actions(theme, self)
        self.panes = Panes(theme, self.commands, self)
        self.setCentralWidget(self.panes)
        self.undo_stack = QUndoStack(self)
        self._own: WindowDeeds | None = None
        self._menus = [self.menuBar().addMenu(title) for title, _commands in self.commands.menus]
        self._wire()
        self._restore_look()
        self.panes.list.setFocus()

    def complete(self) -> None:
        """Make what the first paint does without: the article, the empty state, the activity, the menus' contents."""
        if self._complete:
            return
        self._complete = True
        from clipper.gui.landing import Landing  # nobody drops or commands what is not on the screen
        from clipper.gui.windowdeeds import WindowDeeds

        self._own = WindowDeeds(self, self)
        self._landing = Landing(self.theme, self)
        self._landing.dropped.connect(self.clip)
        self.panes.finish(self.theme, self._runner)
        self._fill_menus()
        self._bind_keys()
        self._wire_later()
        self.panes.reading.set_text_percent(self.settings.text_percent)

    # -- the library

    def take_app(self, app: App) -> None:
        """Show an open library."""
        from clipper.gui.browsing import Place  # with all that works on a library, after the first paint
        from clipper.gui.desk import Desk

        session = self._session
        self.complete()
        self.setCentralWidget(self.panes)
        self.desk = Desk(app, self.panes, self.commands, self._runner, self.undo_stack, self.theme, self)
        self.desk.said.connect(self.say)
        self.desk.outgoing.exported_to.connect(self._note_export)
        self.desk.showing.mark_read = self.settings.mark_read
        self.desk.deeds.follow_selection(())
        place = Place(session.view, session.tag, session.query, session.sort, session.saved)
        self.desk.begin(place, session.selected)
        given, self._given = self._given, []
        if given:
            self.desk.intake.clip(given)

    def show_fault(self, error: ClipperError, copies: Sequence[SafetyCopy]) -> None:
        """Say that the library cannot be opened, and what can be done."""
        from clipper.gui import sentences  # needed on bad days only
        from clipper.gui.recovery import RecoveryPage

        self.complete()
        page = RecoveryPage(self.theme, self)
        page.show_fault(self.tr("The library cannot be opened"), sentences.error(error), copies)
        page.retry_asked.connect(self.retry_asked)
        page.copy_chosen.connect(self.copy_chosen)
        page.quit_asked.connect(self.close)
        self.panes.setParent(None)  # it is needed again after a retry
        self.setCentralWidget(page)

    def clip(self, given: Sequence[str]) -> None:
        """Clip what was handed in; what comes before the library is open waits for it."""
        if not given:
            self.say(self.tr("There is no address in it."))
        elif self.desk is None:
            self._given += given
        else:
            self.desk.intake.clip(tuple(given))

    def come_forward(self, given: Sequence[str]) -> None:
        """Take what a second start handed over, and come to the front."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        if given:
            self.clip(given)

    def session(self) -> Session:
        """Give what is to be remembered."""
        kept = replace(
            self._session,
            geometry=bytes(self.saveGeometry().data()),
            outer=bytes(self.panes.outer.saveState().data()),
            inner=bytes(self.panes.inner.saveState().data()),
            sidebar=not self.panes.sidebar.isHidden(),
            closed_tags=self.panes.sidebar.closed_tags(),
        )
        if self.desk is None:
            return kept
        place = self.desk.browsing.place
        kept = replace(kept, view=place.view, tag=place.tag, query=place.query, sort=place.sort, saved=place.saved)
        return replace(kept, selected=self.panes.list.selected_ids()[:100])

    def take_settings(self, settings: Settings) -> None:
        """Live by other settings."""
        self.settings = settings
        self.theme.choose(settings.scheme)
        if self._complete:
            self.panes.reading.set_text_percent(settings.text_percent)
        if self.desk is not None:
            self.desk.showing.mark_read = settings.mark_read
            self.desk.app.settings = settings
        self.settings_changed.emit(settings)

    def show_activity(self, shown: bool) -> None:
        if not shown and self.panes.activity.isAncestorOf(self.focusWidget() or self):
            self.panes.list.setFocus()
        self.panes.activity.setVisible(shown)
        self.commands["activity"].setChecked(shown)

    def export_folder(self) -> str:
        """Give where the last export went, "" for nowhere."""
        return self._session.export_folder

    def _note_export(self, folder: str) -> None:
        self._session = replace(self._session, export_folder=folder)

    # -- messages

    def say(self, text: str, action: str = "", act: Callable[[], None] | None = None, stays: bool = False) -> None:
        """Say something, for a while or till it is closed."""
        kind = "warning" if stays else "info"
        self.panes.message.say(text, kind=kind, action=action, act=act, passing=not stays)

    def show_error(self, error: ClipperError) -> None:
        """Say what went wrong, and what to do."""
        from clipper.gui import sentences  # saves its import at start

        if error.code == "locked":
            return  # the index is being written elsewhere: it catches up by itself
        self.panes.message.say(sentences.error(error), kind="danger")

    def show_bug(self, details: str) -> None:
        """Say that something went wrong that should not have."""
        self.panes.message.say(
            self.tr("Something went wrong. Nothing of yours is lost; the details are in the log."),
            kind="danger",
            action=self.tr("Copy Details"),
            act=lambda: QGuiApplication.clipboard().setText(details),
        )

    # -- commands

    def do(self, name: str) -> None:
        """Do a command by its name; before the library is open only what needs none."""
        if self._own is not None and name in self._own.by_name:
            self._own.by_name[name]()
        elif self.desk is not None:
            self.desk.deeds.by_name[name]()

    # -- made of

    def _fill_menus(self) -> None:
        for menu, (_title, commands) in zip(self._menus, self.commands.menus, strict=True):
            for command in commands:
                if command is None:
                    menu.addSeparator()
                else:
                    menu.addAction(self.commands[command.name])

    def _bind_keys(self) -> None:
        on_clippings: tuple[QWidget, ...] = (self.panes.list, self.panes.reading)
        for pane in on_clippings:
            pane.addActions([self.commands[name] for name in self.commands.plain])
        for pane in (*on_clippings, self.panes.sidebar):
            for key, name in (("/", "find"), ("?", "shortcuts")):
                shortcut = QShortcut(QKeySequence(key), pane)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.activated.connect(lambda name=name: self.do(name))

    def _wire(self) -> None:
        panes, runner = self.panes, self._runner
        self.commands.asked.connect(self.do)
        self.undo_stack.canUndoChanged.connect(self.commands["undo"].setEnabled)
        self.undo_stack.canRedoChanged.connect(self.commands["redo"].setEnabled)
        self.commands.enable(("undo", "redo"), False)
        runner.failed.connect(self.show_error)
        runner.crashed.connect(self.show_bug)
        runner.started.connect(self._show_job)
        panes.search.left.connect(panes.list.setFocus)
        panes.search.left_down.connect(self._go_to_list)
        panes.list.left.connect(panes.search.clear_now)

    def _wire_later(self) -> None:
        panes = self.panes
        panes.activity.stop_asked.connect(self._stop_job)
        panes.activity.closed.connect(lambda: self.show_activity(False))
        panes.activity.attention_changed.connect(self._show_attention)
        panes.empty.addresses_given.connect(self.clip)
        panes.empty.files_asked.connect(lambda: self.do("open_files"))
        panes.list.read_on.connect(panes.reading.scroll_on)
        panes.reading.text_percent_changed.connect(self._note_size)

    def _restore_look(self) -> None:
        session, panes = self._session, self.panes
        if not (session.geometry and self.restoreGeometry(QByteArray(session.geometry))):
            self.resize(*FIRST_SIZE)
        if session.outer and session.inner:
            panes.outer.restoreState(QByteArray(session.outer))
            panes.inner.restoreState(QByteArray(session.inner))
        panes.sidebar.setVisible(session.sidebar)
        self.commands["sidebar"].setChecked(session.sidebar)
        panes.sidebar.set_closed_tags(session.closed_tags)
        panes.search.set_query(session.query)
        self.commands.enable(self.commands.on_clippings, False)

    def _note_size(self, percent: int) -> None:
        self.settings = replace(self.settings, text_percent=percent)
        self.settings_changed.emit(self.settings)

    def _go_to_list(self) -> None:
        suggestion = self.panes.head.suggestions[0]
        if self.panes.model.rowCount() == 0 and suggestion.isVisible():
            suggestion.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        self.panes.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self.panes.list.selected_ids():
            self.panes.list.select_row(0)

    def _show_job(self, job: Job) -> None:
        if job.title and self._complete:
            number, activity = job.number, self.panes.activity
            activity.start_job(number, job.title)
            job.stepped.connect(lambda step: activity.step_job(number, step))
            job.ended.connect(lambda: activity.end_job(number))

    def _stop_job(self, number: int) -> None:
        for job in self._runner.running():
            if job.number == number:
                job.stop()

    def _show_attention(self, failures: int) -> None:
        icon = "warning" if failures else "activity"
        self.commands.draw("activity", icon)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._first_paint:
            self._first_paint = True
            # The panes are painted in the same turn as their window; the next turn finds all of it on the screen.
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.desk is not None and self.desk.correcting.holds_back(self.close):
            event.ignore()
            return
        self.panes.reading.keep_note()
        self.closing.emit(self.session())
        self.undo_stack.clear()  # its last signals must not find the panes gone
        super().closeEvent(event)
