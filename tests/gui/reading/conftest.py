"""Documents to read, and a pane to read them in."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from clipper.gui.jobs import Runner
from clipper.gui.reading.pane import ReadingPane
from clipper.gui.theme import Theme
from clipper.model import Document, KeptPicture


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Write dates and lists as in the United States, wherever the tests run."""
    before = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def picture(tmp_path: Path) -> KeptPicture:
    path = tmp_path / "kept.png"
    Image.new("RGB", (1200, 600), (200, 30, 40)).save(path)
    return KeptPicture("https://example.org/kept.png", "1" * 64, str(path), "image/png", 1200, 600)


@pytest.fixture
def runner(qapp: object) -> Iterator[Runner]:
    runner = Runner()
    yield runner
    assert runner.close(10)


@pytest.fixture
def pane(theme: Theme, runner: Runner, qtbot: QtBot) -> ReadingPane:
    pane = ReadingPane(theme, runner)
    qtbot.addWidget(pane)
    pane.resize(900, 800)
    pane.show()
    return pane


@pytest.fixture
def show(pane: ReadingPane, qtbot: QtBot) -> Callable[[Document], None]:
    def shown(document: Document) -> None:
        with qtbot.waitSignals([pane.document_shown, pane.article.browser.completed], timeout=20_000):
            pane.show_document(document)

    return shown
