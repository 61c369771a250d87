"""The empty library says how to begin, and the overlay what a drop will do."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from clipper.gui.activity import ActivityPanel
from clipper.gui.counted import Counted
from clipper.gui.dropoverlay import DropOverlay
from clipper.gui.emptystate import EmptyState
from clipper.gui.jobs import Runner
from clipper.gui.reading.pane import ReadingPane
from clipper.gui.searchbox import SearchBox
from clipper.gui.theme import Theme


@pytest.fixture
def empty(theme: Theme, qtbot: QtBot) -> EmptyState:
    empty = EmptyState(theme)
    qtbot.addWidget(empty)
    empty.resize(800, 600)
    empty.show()
    return empty


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("https://example.org/a", ("https://example.org/a",)),
        ("https://a.example/ https://b.example/", ("https://a.example/", "https://b.example/")),
        ("example.org/news", ("https://example.org/news",)),
        ("  www.example.org ", ("https://www.example.org",)),
    ],
)
def test_an_address_typed_is_told(empty: EmptyState, qtbot: QtBot, typed: str, told: tuple[str, ...]) -> None:
    empty._address.setText(typed)

    with qtbot.waitSignal(empty.addresses_given) as given:
        qtbot.keyClick(empty._address, Qt.Key.Key_Return)

    assert given.args == [told]
    assert empty._address.text() == ""


def test_what_is_no_address_is_said_and_stays(empty: EmptyState, qtbot: QtBot) -> None:
    empty._address.setText("no address")

    with qtbot.assertNotEmitted(empty.addresses_given):
        empty._clip_button.click()

    assert empty._hint.isVisible()
    assert empty._address.text() == "no address"


def test_files_are_asked_for(empty: EmptyState, qtbot: QtBot) -> None:
    with qtbot.waitSignal(empty.files_asked):
        qtbot.mouseClick(empty._files, Qt.MouseButton.LeftButton)


def test_the_overlay_says_what_letting_go_will_do(theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(600, 400)
    window.show()
    overlay = DropOverlay(theme, window)
    said = []

    for given in ((), ("https://a.example/",), ("https://a.example/", "https://b.example/", "https://c.example/")):
        overlay.offer(given)
        said.append(overlay.says)
    overlay.offer(("/tmp/a.html",))
    said.append(overlay.says)

    assert overlay.isVisible()
    assert len(set(said)) == 4
    assert "3" in said[2]
    overlay.withdraw()
    assert not overlay.isVisible()


def test_the_overlay_follows_its_window_and_lets_the_mouse_through(theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(600, 400)
    window.show()
    overlay = DropOverlay(theme, window)
    overlay.offer(("https://a.example/",))

    window.resize(900, 500)

    qtbot.waitUntil(lambda: overlay.size() == window.size())
    assert window.childAt(100, 100) is not overlay


def test_no_field_takes_a_drop_away_from_the_window(theme: Theme, qtbot: QtBot) -> None:
    runner = Runner()
    for part in (EmptyState(theme), ReadingPane(theme, runner), SearchBox(theme), ActivityPanel(theme)):
        qtbot.addWidget(part)
        takers = [one for one in (part, *part.findChildren(QWidget)) if one.acceptDrops()]
        assert takers == []
    runner.close(5)


def test_the_overlay_tells_a_folder_from_a_file(theme: Theme, qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    overlay = DropOverlay(theme, window)
    file = tmp_path / "page.html"
    file.write_text("<p>", encoding="utf-8")

    overlay.offer((str(tmp_path),))
    folder = overlay.says
    overlay.offer((str(file),))

    assert folder == Counted().folders(1)
    assert overlay.says == Counted().files(1)
