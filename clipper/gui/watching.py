"""Sees what other processes write to the library, from the file that they touch and the change log."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from clipper.gui.jobs import Runner
from clipper.model import Changes

if TYPE_CHECKING:  # the window is painted before the library's code is imported
    from clipper.app import App

# A folder imported elsewhere commits many times a second; the eye is content with a few.
PAUSE_MS = 250


class Watching(QObject):
    """changed: the log names changes that this window did not make itself, or that it was not told of."""

    changed = Signal(object)  # Changes

    def __init__(self, app: "App", runner: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._app, self._runner = app, runner
        self._file = Path(app.library.folder) / "changed"
        self._position: int | None = None
        self._own = Changes()
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._touched)
        self._watcher.directoryChanged.connect(self._watch)
        self._watcher.addPath(str(app.library.folder))
        self._watch()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._read)

    def begin(self, position: int) -> None:
        """Read the log from this number on: what the first rows were read at."""
        self._position = position

    @property
    def reads(self) -> bool:
        """Whether it is known from where on the log is to be read."""
        return self._position is not None

    def note_own(self, changes: Changes) -> None:
        """Take in what this window changed itself and has shown already."""
        self._own = replace(
            self._own,
            position=max(self._own.position, changes.position),
            clippings=self._own.clippings | changes.clippings,
            added=self._own.added | changes.added,
            intake=self._own.intake or changes.intake,
            searches=self._own.searches or changes.searches,
        )

    def _watch(self, _path: str = "") -> None:
        if self._file.exists() and str(self._file) not in self._watcher.files():
            self._watcher.addPath(str(self._file))

    def _touched(self, _path: str) -> None:
        self._watch()
        if self._position is not None and not self._pause.isActive():
            self._pause.start()

    def _read(self) -> None:
        position = self._position or 0
        library = self._app.library
        job = self._runner.start_telling(
            lambda _progress, tell: tell(library.log.since(position)), lane="read", latest="log", quiet=True
        )
        job.told.connect(self._take)

    def _take(self, changes: Changes) -> None:
        own, self._own = self._own, Changes()
        self._position = max(self._position or 0, changes.position)
        rest = changes.clippings - own.clippings
        others = (changes.intake and not own.intake) or (changes.searches and not own.searches)
        if changes.position > own.position or rest or others:
            self.changed.emit(changes)
