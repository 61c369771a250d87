"""What the window does with the memory of sites: shows it, forgets, and takes the forgetting back."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from clipper.answers import Forgotten, RepeatingSite
from clipper.gui import sentences
from clipper.gui.jobs import Runner
from clipper.gui.theme import Theme

if TYPE_CHECKING:  # types only
    from clipper.app import App
    from clipper.gui.memorydialog import MemoryDialog


class Remembering(QObject):
    """show() opens the dialog. What was forgotten can be taken back, one after the other, while it is open."""

    def __init__(self, app: "App", runner: Runner, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._app, self._runner, self._theme, self._window = app, runner, theme, window
        self.dialog: MemoryDialog | None = None
        self._sites: tuple[RepeatingSite, ...] = ()
        self._backs: list[Callable[[], object]] = []

    def show(self) -> None:
        """Show the memory; bring it to the front where it is open."""
        if self.dialog is None:
            from clipper.gui.memorydialog import MemoryDialog  # saves its import at start

            dialog = self.dialog = MemoryDialog(self._theme, self._window)
            dialog.line_toggled.connect(self._toggle_line)
            dialog.site_forgotten.connect(self._forget_site)
            dialog.undone.connect(self._undo)
            dialog.finished.connect(self._closed)
            self._runner.changed.connect(self._read)
            self._read()
        self.dialog.show_off(not self._app.settings.leave_out_repeated)
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    def _closed(self) -> None:
        self._runner.changed.disconnect(self._read)
        self.dialog = None
        self._backs.clear()

    def _read(self) -> None:
        memory = self._app.library.memory
        job = self._runner.start(lambda _progress: memory.sites(), latest="memory")
        job.finished.connect(self._show)

    def _show(self, sites: tuple[RepeatingSite, ...]) -> None:
        self._sites = sites
        if self.dialog is not None:
            self.dialog.show_sites(sites)

    def _toggle_line(self, site: str, line: str) -> None:
        memory = self._app.library.memory
        found = next(
            (one for known in self._sites if known.site == site for one in known.lines if one.line == line), None
        )
        if found is None:
            return
        if found.spared:
            back = lambda: memory.forget_line(site, line)  # noqa: E731
            self._do(lambda: memory.recall_line(site, line), self.tr("Left out again: {line}"), found.text, back)
        else:
            self._do(lambda: memory.forget_line(site, line), self.tr("Forgotten: {line}"), found.text)

    def _forget_site(self, site: str) -> None:
        memory = self._app.library.memory
        self._do(lambda: memory.forget_site(site), self.tr("Forgotten: {line}"), site)

    def _do(
        self, work: Callable[[], Forgotten | None], said: str, named: str, back: Callable[[], object] | None = None
    ) -> None:
        """Do a piece of work and say so. back: what undoes it; None: recalling what work gave."""
        job = self._runner.start(lambda _progress: work(), lane="write")
        job.finished.connect(lambda done: self._done(done, said.format(line=sentences.plain(named)), back))

    def _done(self, done: Forgotten | None, said: str, back: Callable[[], object] | None) -> None:
        memory = self._app.library.memory
        if done is not None:
            self._backs.append(lambda: memory.recall(done))
        elif back is not None:
            self._backs.append(back)
        if self.dialog is not None:
            self.dialog.say(said, can_undo=True)
        self._read()

    def _undo(self) -> None:
        if not self._backs:
            return
        back = self._backs.pop()
        job = self._runner.start(lambda _progress: back(), lane="write")
        job.finished.connect(lambda _done: self._undone())

    def _undone(self) -> None:
        if self.dialog is not None:
            self.dialog.say(self.tr("Taken back."), can_undo=bool(self._backs))
        self._read()
