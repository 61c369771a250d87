"""What stands under the search box: other spellings, complaints in words; and help with the query language."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from clipper.gui.desk import Desk
from clipper.gui.window import MainWindow

Fill = Callable[..., tuple[int, ...]]
Show = Callable[..., MainWindow]


def desk_of(window: MainWindow) -> Desk:
    assert window.desk is not None
    return window.desk


def offered(window: MainWindow) -> list[str]:
    return [button.toolTip() for button in window.panes.head.suggestions if button.isVisible()]


@pytest.fixture
def indexed(qtbot: QtBot, fill: Fill, window: Show) -> MainWindow:
    """A window whose index is open."""
    fill()
    made = window()
    desk_of(made).warm()
    qtbot.waitUntil(lambda: desk_of(made).app.library.find("turbines").engine == "index", timeout=20_000)
    return made


def search(qtbot: QtBot, window: MainWindow, query: str) -> None:
    with qtbot.waitSignal(desk_of(window).rows_shown):
        window.panes.search.search_for(query)


def test_a_word_that_is_not_there_offers_one_that_is(qtbot: QtBot, indexed: MainWindow) -> None:
    search(qtbot, indexed, "turbnes")
    qtbot.waitUntil(lambda: offered(indexed) == ["turbines"])

    indexed.panes.head.suggestions[0].setFocus()
    with qtbot.waitSignal(desk_of(indexed).rows_shown):
        qtbot.keyClick(indexed.panes.head.suggestions[0], Qt.Key.Key_Space)

    assert indexed.panes.search.text() == "turbines"
    assert indexed.panes.model.index(0).data() == "Wind park splits the council"
    qtbot.waitUntil(lambda: offered(indexed) == [])


def test_an_emptied_box_offers_nothing(qtbot: QtBot, indexed: MainWindow) -> None:
    search(qtbot, indexed, "turbnes")
    qtbot.waitUntil(lambda: offered(indexed) == ["turbines"])

    with qtbot.waitSignal(desk_of(indexed).rows_shown):
        indexed.panes.search.clear_now()

    assert offered(indexed) == []


def test_what_is_odd_about_a_query_is_said_in_words(qtbot: QtBot, indexed: MainWindow) -> None:
    search(qtbot, indexed, "date:soon bridge")
    assert "no date" in indexed.panes.head._complaint.text()
    assert indexed.panes.head._complaint.isVisible()

    search(qtbot, indexed, "bridge")

    assert not indexed.panes.head._complaint.isVisible()
