"""What tests of the window share: a theme, a runner, a real library with a few made-up clippings, the whole window."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from clipper.app import App
from clipper.gui.jobs import Runner
from clipper.gui.session import Session
from clipper.gui.theme import Theme
from clipper.gui.window import MainWindow
from clipper.model import Article, Found, Metadata
from clipper.settings import Settings
from clipper.store.clippings import Addition

Fill = Callable[..., tuple[int, ...]]
STORIES = (
    ("Harbour bridge opens a month early", "Walkers crossed the water on Saturday.", ("city", "city/traffic")),
    ("Old mill becomes a library", "Forty thousand books move into the old mill.", ("culture",)),
    ("Wind park splits the council", "The council quarrels about eleven turbines.", ("energy/wind",)),
    ("A bakery turns a hundred", "Bread has been baked here since 1926.", ()),
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Pass over what the platform without a screen says of itself (no size hints, no raising of windows)."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("^This plugin does not support "))


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, "light")


@pytest.fixture
def runner(qapp: QApplication) -> Iterator[Runner]:
    made = Runner()
    yield made
    assert made.close(10), "a job did not end"


@pytest.fixture
def app(tmp_path: Path, runner: Runner) -> Iterator[App]:
    opened = App(tmp_path / "library", Settings())
    yield opened
    runner.close(10)
    opened.close()


@pytest.fixture
def fill(app: App) -> Fill:
    def add(stories: tuple[tuple[str, str, tuple[str, ...]], ...] = STORIES) -> tuple[int, ...]:
        additions = [
            addition(title, text, tags, f"https://news.example/{number}/{title[:8].strip().casefold()}")
            for number, (title, text, tags) in enumerate(stories)
        ]
        added, _changes = app.library.clippings.add(additions)
        return tuple(one.id for one in added)

    return add


@pytest.fixture
def window(qtbot: QtBot, theme: Theme, runner: Runner, app: App) -> Callable[..., MainWindow]:
    """Show the window of the library, with its first rows and counts."""

    def show(session: Session | None = None) -> MainWindow:
        made = MainWindow(Settings(), session or Session(), theme, runner)
        qtbot.addWidget(made)
        with qtbot.waitSignal(made.painted):
            made.show()
        made.take_app(app)
        desk = made.desk
        assert desk is not None
        with qtbot.waitSignals([desk.rows_shown, desk.counts_shown, desk.intake.listed]):
            pass
        return made

    return show


def addition(title: str, text: str, tags: tuple[str, ...], url: str, *, day: str = "2026-03-14") -> Addition:
    """Make a clipping of an article given as it stands."""
    metadata = Metadata(title=Found(title), site=Found("The Ferry Post"), date=Found(day), language=Found("en"))
    article = Article(metadata=metadata, text=text, html=f"<p>{text}</p>", extractor="given")
    return Addition(page=None, article=article, url=url, key=url, tags=tags)
