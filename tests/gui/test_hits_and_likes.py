"""From hit to hit through all that was found, clippings like one, and the way back."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from clipper.gui.browsing import Place
from clipper.gui.desk import Desk
from clipper.gui.window import MainWindow

Fill = Callable[..., tuple[int, ...]]
Show = Callable[..., MainWindow]
BRIDGE = "The harbour bridge was closed, and engineers looked at every cable of the harbour bridge."
STORIES = (
    ("Bridge closed", BRIDGE, ()),
    ("Bridge open", "The harbour bridge is open; engineers replaced a cable.", ()),
    ("Bakery", "Bread has been baked here since 1926.", ()),
    ("Oven", "The bakery has another oven for its bread. A harbour lies far away.", ()),
)


def desk_of(window: MainWindow) -> Desk:
    assert window.desk is not None
    return window.desk


def titles(window: MainWindow) -> list[str]:
    return [window.panes.model.index(row).data() for row in range(window.panes.model.rowCount())]


def shown(window: MainWindow) -> str:
    document = window.panes.reading.document
    return document.clipping.title if document is not None else ""


@pytest.fixture
def indexed(qtbot: QtBot, fill: Fill, window: Show) -> MainWindow:
    fill(STORIES)
    made = window()
    desk_of(made).warm()
    qtbot.waitUntil(lambda: desk_of(made).app.library.find("bread").engine == "index", timeout=20_000)
    with qtbot.waitSignal(desk_of(made).rows_shown):
        made.panes.search.search_for("bridge")
    return made


def step(qtbot: QtBot, window: MainWindow, name: str = "find_next") -> tuple[str, int, int]:
    """Go to another hit; give the title of its clipping, its number, and how many there are."""
    with qtbot.waitSignal(window.panes.reading.hits_changed, check_params_cb=lambda current, _of: current > 0) as told:
        window.do(name)
    current, of = told.args or (0, 0)
    return shown(window), current, of


def test_hits_are_gone_through_from_clipping_to_clipping_and_around(qtbot: QtBot, indexed: MainWindow) -> None:
    first, second = titles(indexed)

    walked = [step(qtbot, indexed) for _ in range(6)]

    counts = {"Bridge closed": 3, "Bridge open": 2}
    there = [(title, number + 1, counts[title]) for title in (first, second) for number in range(counts[title])]
    assert walked == [*there, there[0]]
    assert indexed.panes.message.text() == "On from the first clipping found."
    assert step(qtbot, indexed, "find_previous") == there[-1]


def test_without_a_query_there_is_no_next_hit(qtbot: QtBot, indexed: MainWindow) -> None:
    assert indexed.commands["find_next"].isEnabled()

    with qtbot.waitSignal(desk_of(indexed).rows_shown):
        indexed.panes.search.clear_now()

    assert not indexed.commands["find_next"].isEnabled()


def like(qtbot: QtBot, window: MainWindow, row: int = 0) -> None:
    window.panes.list.select_row(row)
    qtbot.waitUntil(lambda: window.commands["similar"].isEnabled())
    with qtbot.waitSignal(desk_of(window).rows_shown):
        window.do("similar")


def test_clippings_like_one_are_shown_under_its_name(qtbot: QtBot, indexed: MainWindow) -> None:
    first, second = titles(indexed)

    like(qtbot, indexed)

    assert titles(indexed)[0] == second
    assert "Bakery" not in titles(indexed)
    assert indexed.panes.head.back.isVisible()
    assert desk_of(indexed).browsing.place.title == first
    assert indexed.panes.head._name.text().startswith("Like: ")
    assert indexed.panes.search.text() == ""
    assert not indexed.commands["refine"].isEnabled()
    assert not indexed.panes.sidebar.currentIndex().isValid()


def test_escape_leads_back_to_the_search_and_the_selection(qtbot: QtBot, indexed: MainWindow) -> None:
    before = titles(indexed)
    like(qtbot, indexed, row=1)
    like(qtbot, indexed)  # and on from there

    with qtbot.waitSignal(desk_of(indexed).rows_shown):
        qtbot.keyClick(indexed.panes.list, Qt.Key.Key_Escape)
    assert indexed.panes.head.back.isVisible()
    with qtbot.waitSignal(desk_of(indexed).rows_shown):
        indexed.panes.head.back.click()

    assert titles(indexed) == before
    assert indexed.panes.search.text() == "bridge"
    assert not indexed.panes.head.back.isVisible()
    assert desk_of(indexed).browsing.hits(indexed.panes.list.selected_ids())[0].clipping.title == before[1]


def test_a_search_leaves_what_is_like_a_clipping(qtbot: QtBot, indexed: MainWindow) -> None:
    like(qtbot, indexed)

    with qtbot.waitSignal(desk_of(indexed).rows_shown):
        indexed.panes.search.search_for("bread")

    assert desk_of(indexed).browsing.place == Place(query="bread")
    assert sorted(titles(indexed)) == ["Bakery", "Oven"]
    assert not indexed.commands["back"].isEnabled()
