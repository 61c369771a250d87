"""The window's process: one per library. Shows the window first, then opens the library in a job."""

import logging
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QLockFile, QObject, Qt, QTimer, QTranslator
from PySide6.QtGui import QPixmapCache
from PySide6.QtWidgets import QApplication

from clipper import resources, settings
from clipper.gui import icons, session
from clipper.gui.jobs import Runner
from clipper.gui.theme import Theme
from clipper.gui.tidying import Tidying
from clipper.gui.window import MainWindow
from clipper.settings import Settings

if TYPE_CHECKING:  # the window is painted before the library's code is imported
    from clipper.answers import SafetyCopy
    from clipper.app import App
    from clipper.errors import ClipperError

log = logging.getLogger(__name__)

# Work that does not hear "stop" for so long is left behind: what it wrote is in transactions.
QUIT_WAIT_S = 5.0
PICTURES_KB = 48 * 1024


def run(what: list[str], library: Path | None, allow_private: bool) -> int:
    """Show the window of a library (None: the default one), or hand what was given to the one that is open.

    Gives the exit code.
    """
    library = library or settings.data_folder()
    library = library or settings.data_folder()
    lock = QLockFile(str(session.file(library).with_suffix(".lock")))
    lock.setStaleLockTime(0)
    with suppress(OSError):  # then it is not known whether there is another window, and the socket is asked
        settings.config_folder().mkdir(parents=True, exist_ok=True)
    first = lock.tryLock(0)
    # Fusion is asked for by a word, since asking for the style object costs 10 ms.
    app = QApplication.instance() or QApplication([sys.argv[0], "-style", "fusion"])
    assert isinstance(app, QApplication)
    given = tuple(what)
    if what or not first:
        from clipper.gui import single  # QtNetwork costs 9 ms, which the first window does without

        given = single.absolute(what, Path.cwd())
        if not first and single.hand_over(library, given):
            return 0
    start = Start(app, library, allow_private=allow_private)
    start.show(given)
    code = app.exec()
    start.close()
    lock.unlock()
    return code


class Start(QObject):
    """From the first paint to the open library, and back at the end."""

    def __init__(self, app: QApplication, folder: Path, *, allow_private: bool) -> None:
        super().__init__(app)
        self._folder, self._allow_private = folder, allow_private
        self._settings_file = settings.config_folder() / "settings.toml"
        self._session_file = session.file(folder)
        self.settings, complaints = settings.load(self._settings_file)
        for complaint in complaints:
            log.info("setting not understood: %s", complaint)
        name_program(app)
        translate(app, self.settings.language)
        QPixmapCache.setCacheLimit(PICTURES_KB)
        self.theme = Theme(app, self.settings.scheme)
        self.runner = Runner(self)
        self.window = MainWindow(self.settings, session.load(self._session_file), self.theme, self.runner)
        self.window.painted.connect(self._open)
        self.window.settings_changed.connect(self._keep_settings)
        self.window.closing.connect(self._keep_session)
        self.window.retry_asked.connect(self._open)
        self.window.copy_chosen.connect(self._restore)
        self._app: App | None = None
        self._tidying: Tidying | None = None

    def show(self, given: tuple[str, ...]) -> None:
        """Show the window; what was given is clipped as soon as the library is open."""
        self.window.show()
        if given:
            self.window.clip(given)

    def close(self) -> None:
        """Stop all work and let go of the library."""
        ended = self.runner.close(QUIT_WAIT_S)
        if self._app is not None and ended:
            self._app.close()
        log.info("window closed")

    def _open(self) -> None:
        from clipper import logs  # its handlers cost 8 ms; until the first paint standard error has to do

        logs.start(settings.log_folder())
        log.info("window painted")
        if self._tidying is None:
            self._tidying = Tidying(self.runner, self)
        folder, current, allow_private = self._folder, self.settings, self._allow_private
        job = self.runner.start(lambda _progress: _opened(folder, current, allow_private), quiet=True)
        job.finished.connect(self._take_app)
        job.failed.connect(self._show_fault)

    def _take_app(self, app: "App") -> None:
        self._app = app
        self.window.take_app(app)
        desk = self.window.desk
        assert desk is not None
        # What was set is painted before the next turn's timers.
        _once(desk.rows_shown, lambda: QTimer.singleShot(0, lambda: log.info("rows painted")))
        _once(desk.counts_shown, lambda: QTimer.singleShot(0, self._go_on))

    def _go_on(self) -> None:
        log.info("counts painted")
        if self.window.desk is not None:
            self.window.desk.warm()
        self._listen()

    def _listen(self) -> None:
        from clipper.gui.single import SingleWindow  # saves the import of QtNetwork before the first paint

        single = SingleWindow(self._folder, self)
        single.handed_over.connect(self.window.come_forward)
        if not single.listen():
            log.info("a second start cannot reach this window")

    def _show_fault(self, error: "ClipperError") -> None:
        folder = self._folder
        job = self.runner.start(lambda _progress: _copies(folder), quiet=True)
        job.finished.connect(lambda copies: self.window.show_fault(error, copies))
        job.failed.connect(lambda _error: self.window.show_fault(error, ()))

    def _restore(self, copy: "SafetyCopy") -> None:
        folder = self._folder
        job = self.runner.start(lambda _progress: _put_back(folder, copy))
        job.finished.connect(self._open_again)

    def _open_again(self, damaged: Path | None) -> None:
        self._open()
        if damaged is None:
            self.window.say(self.tr("The safety copy was put back."), stays=True)
        else:
            text = self.tr("The safety copy was put back. The damaged file is kept as {name}.")
            self.window.say(text.format(name=damaged.name), stays=True)

    def _keep_settings(self, changed: Settings) -> None:
        self.settings = changed
        file = self._settings_file
        self.runner.start(lambda _progress: _save(changed, file), lane="write", latest="settings")

    def _keep_session(self, kept: session.Session) -> None:
        session.save(kept, self._session_file)


def name_program(app: QApplication) -> None:
    """Say who we are, to the desktop and to screen readers."""
    app.setApplicationName("clipper")
    app.setApplicationDisplayName("Clipper")
    app.setDesktopFileName("clipper")
    app.setWindowIcon(icons.app_icon())


def translate(app: QApplication, language: str) -> None:
    """Put the window's words into a language ("" is the system's); English where there is no catalogue.

    English has one, too, for the plurals. Qt's own words (buttons, menus of text fields) come from its catalogues.
    """
    locale = QLocale(language) if language else QLocale()
    QLocale.setDefault(locale)
    folder = str(resources.path("translations"))
    ours = QTranslator(app)
    if ours.load(locale, "clipper", "_", folder):
        qts = QTranslator(app)
        if qts.load(locale, "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            app.installTranslator(qts)
        app.installTranslator(ours)
    elif ours.load("clipper_en", folder):
        app.installTranslator(ours)


def _opened(folder: Path, current: Settings, allow_private: bool) -> "App":
    from clipper.app import App  # imports the library's code after the first paint

    return App(folder, current, allow_private=allow_private)


def _copies(folder: Path) -> "tuple[SafetyCopy, ...]":
    from clipper.app import safety_copies  # as above

    return safety_copies(folder)


def _put_back(folder: Path, copy: "SafetyCopy") -> Path | None:
    """Give where the damaged file is kept; None where there was none."""
    from clipper.app import restore_copy  # as above

    damaged = restore_copy(folder, copy)
    return damaged if damaged.exists() else None


def _save(changed: Settings, file: Path) -> None:
    try:
        settings.save(changed, file)
    except OSError as error:
        from clipper.errors import ClipperError  # needed on bad days only

        raise ClipperError("read_only", path=str(file)) from error


def _once(signal: object, slot: Callable[[], None]) -> None:
    signal.connect(slot, type=Qt.ConnectionType.SingleShotConnection)  # type: ignore[attr-defined]
