"""Saved searches in the window: saved, opened, counted, renamed, deleted, taken back."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from clipper.answers import SavedSearch
from clipper.app import App
from clipper.gui.asking import LineAsked
from clipper.gui.browsing import Place
from clipper.gui.desk import Desk
from clipper.gui.models.sidebar import SidebarModel, SideRole
from clipper.gui.saving import query_of
from clipper.gui.session import Session
from clipper.gui.window import MainWindow
from tests.gui.conftest import addition

Fill = Callable[..., tuple[int, ...]]
Show = Callable[..., MainWindow]
NAMES = ("All", "Unread", "Starred", "Untagged", "Doubtful", "Trash")


def desk_of(window: MainWindow) -> Desk:
    assert window.desk is not None
    return window.desk


def shown(window: MainWindow) -> dict[str, int | None]:
    """Give the saved searches in the side pane with what is new in them."""
    model = window.panes.side_model
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    return {row.data(SideRole.SEARCH): row.data(SideRole.COUNT) for row in rows if row.data(SideRole.SEARCH)}


def titles(window: MainWindow) -> list[str]:
    model = window.panes.model
    return [model.index(row).data() for row in range(model.rowCount())]


def search(qtbot: QtBot, window: MainWindow, query: str) -> None:
    with qtbot.waitSignal(desk_of(window).rows_shown):
        desk_of(window).browsing.search(query)


def add(app: App, title: str, text: str) -> None:
    """Add a clipping as another process does."""
    app.library.clippings.add([addition(title, text, (), f"https://news.example/{title}")])


@pytest.fixture
def councils(qtbot: QtBot, fill: Fill, window: Show) -> MainWindow:
    """A window with two saved searches; the index is open."""
    fill()
    made = window()
    desk = desk_of(made)
    desk.warm()
    desk.saving.save("Quarrels", "council")
    desk.saving.save("Bridges", "bridge")
    qtbot.waitUntil(lambda: shown(made) == {"Bridges": 0, "Quarrels": 0}, timeout=20_000)
    qtbot.waitUntil(lambda: made.panes.sidebar.currentIndex().data() == "Bridges")
    choose(qtbot, made, view="all")
    return made


def choose(qtbot: QtBot, window: MainWindow, **place: str) -> None:
    with qtbot.waitSignal(desk_of(window).rows_shown):
        window.panes.sidebar.setCurrentIndex(window.panes.side_model.index_of(**place))  # type: ignore[arg-type]


def test_what_is_searched_for_is_saved_under_the_name_that_is_given(
    qtbot: QtBot, fill: Fill, window: Show, app: App
) -> None:
    fill()
    made = window()
    assert not made.commands["save_search"].isEnabled()
    search(qtbot, made, "council")
    assert made.commands["save_search"].isEnabled()

    made.do("save_search")
    asked = made.findChild(LineAsked)
    assert asked is not None
    assert asked.field.text() == "council"
    asked.field.setText("  Town  hall ")
    asked.deed.click()

    qtbot.waitUntil(lambda: list(shown(made)) == ["Town hall"])
    assert [(one.name, one.query) for one in app.library.saved.all()] == [("Town hall", "council")]
    qtbot.waitUntil(lambda: made.panes.sidebar.currentIndex().data() == "Town hall")
    assert made.panes.search.text() == "council"
    assert not made.commands["save_search"].isEnabled()


def test_saving_is_taken_back_and_done_again(qtbot: QtBot, councils: MainWindow) -> None:
    councils.undo_stack.undo()
    qtbot.waitUntil(lambda: list(shown(councils)) == ["Quarrels"])

    councils.undo_stack.redo()

    qtbot.waitUntil(lambda: list(shown(councils)) == ["Bridges", "Quarrels"])


def test_saving_under_a_name_that_is_there_replaces_it_till_undo(qtbot: QtBot, councils: MainWindow, app: App) -> None:
    with qtbot.waitSignal(desk_of(councils).saving.done):
        desk_of(councils).saving.save("quarrels", "turbines")
    assert [one.query for one in app.library.saved.all()] == ["bridge", "turbines"]

    councils.undo_stack.undo()

    qtbot.waitUntil(lambda: [one.query for one in app.library.saved.all()] == ["bridge", "council"])


def test_a_chosen_search_shows_what_it_finds_and_a_view_leaves_it(qtbot: QtBot, councils: MainWindow) -> None:
    choose(qtbot, councils, search="Quarrels")
    assert titles(councils) == ["Wind park splits the council"]
    assert councils.panes.search.text() == "council"

    choose(qtbot, councils, view="all")

    assert councils.panes.search.text() == ""
    assert len(titles(councils)) == 4
    assert desk_of(councils).browsing.place == Place()


def test_a_changed_query_is_the_saved_search_no_more(qtbot: QtBot, councils: MainWindow) -> None:
    choose(qtbot, councils, search="Quarrels")

    search(qtbot, councils, "council -wind")

    assert desk_of(councils).browsing.place == Place(query="council -wind")
    assert councils.panes.sidebar.currentIndex().data(SideRole.VIEW) == "all"
    assert councils.commands["save_search"].isEnabled()


def test_what_is_new_is_counted_until_it_is_looked_at(qtbot: QtBot, councils: MainWindow, app: App) -> None:
    add(app, "Old mill", "The council quarrels again.")
    add(app, "New mill", "The council has met.")
    qtbot.waitUntil(lambda: shown(councils) == {"Bridges": 0, "Quarrels": 2}, timeout=20_000)

    choose(qtbot, councils, search="Quarrels")

    assert titles(councils)[:2] == ["New mill", "Old mill"]  # what is new stands on top
    qtbot.waitUntil(lambda: shown(councils) == {"Bridges": 0, "Quarrels": 0}, timeout=20_000)


def test_what_comes_while_it_is_shown_is_seen(qtbot: QtBot, councils: MainWindow, app: App) -> None:
    choose(qtbot, councils, search="Quarrels")

    add(app, "Old mill", "The council quarrels again.")

    qtbot.waitUntil(lambda: "Old mill" in titles(councils), timeout=20_000)
    qtbot.waitUntil(lambda: app.library.count_new()[1].new == 0, timeout=20_000)
    qtbot.waitUntil(lambda: shown(councils)["Quarrels"] == 0, timeout=20_000)


def test_a_search_is_renamed_by_f2_and_that_is_undone(qtbot: QtBot, councils: MainWindow) -> None:
    choose(qtbot, councils, search="Quarrels")
    qtbot.keyClick(councils.panes.sidebar, Qt.Key.Key_F2)
    asked = councils.findChild(LineAsked)
    assert asked is not None
    asked.field.setText("Council")
    asked.deed.click()
    qtbot.waitUntil(lambda: list(shown(councils)) == ["Bridges", "Council"])
    qtbot.waitUntil(lambda: desk_of(councils).browsing.place.saved == "Council")

    councils.undo_stack.undo()

    qtbot.waitUntil(lambda: list(shown(councils)) == ["Bridges", "Quarrels"])
    qtbot.waitUntil(lambda: desk_of(councils).browsing.place.saved is None)
    assert councils.panes.search.text() == "council"


def test_a_name_that_is_taken_is_refused_with_a_sentence(qtbot: QtBot, councils: MainWindow) -> None:
    desk_of(councils).saving.rename("Quarrels", "bridges")

    qtbot.waitUntil(lambda: "of this name already" in councils.panes.message.text())
    assert list(shown(councils)) == ["Bridges", "Quarrels"]


def test_a_search_is_deleted_by_del_and_comes_back_as_it_was(qtbot: QtBot, councils: MainWindow, app: App) -> None:
    before = app.library.saved.all()
    choose(qtbot, councils, search="Bridges")
    qtbot.keyClick(councils.panes.sidebar, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: list(shown(councils)) == ["Quarrels"])

    councils.undo_stack.undo()

    qtbot.waitUntil(lambda: app.library.saved.all() == before)
    qtbot.waitUntil(lambda: list(shown(councils)) == ["Bridges", "Quarrels"])


def test_the_menu_of_a_search_renames_and_deletes(qtbot: QtBot, councils: MainWindow) -> None:
    desk_of(councils).saving.show_menu("Bridges", councils.pos())
    menu = QApplication.activePopupWidget()
    assert menu is not None
    words = [action.text() for action in menu.actions()]
    menu.actions()[1].trigger()
    menu.close()

    assert words == ["Rename …", "Delete Search"]
    qtbot.waitUntil(lambda: list(shown(councils)) == ["Quarrels"])


def test_what_another_process_saves_appears(qtbot: QtBot, councils: MainWindow, app: App) -> None:
    app.library.saved.save("Bread", "bakery")

    qtbot.waitUntil(lambda: list(shown(councils)) == ["Bread", "Bridges", "Quarrels"], timeout=20_000)


def test_the_window_comes_back_to_a_saved_search(qtbot: QtBot, fill: Fill, window: Show, app: App) -> None:
    fill()
    app.library.saved.save("Quarrels", "council")

    made = window(Session(query="council", sort="added", saved="Quarrels"))

    qtbot.waitUntil(lambda: made.panes.sidebar.currentIndex().data() == "Quarrels")
    assert made.session().saved == "Quarrels"


def test_the_box_offers_to_save_what_can_be_saved(qtbot: QtBot, fill: Fill, window: Show) -> None:
    fill()
    made = window()
    save = next(action for action in made.panes.search.actions() if action.text() == "Save this search")
    assert not save.isVisible()
    search(qtbot, made, "council")
    assert save.isVisible()

    save.trigger()

    assert made.findChild(LineAsked) is not None


@pytest.mark.parametrize(
    ("place", "query"),
    [
        (Place(query=" a OR b "), "a OR b"),
        (Place("unread", query="a OR b"), "is:unread (a OR b)"),
        (Place(tag="city/traffic jam", query="a"), 'tag:"city/traffic jam" (a)'),
        (Place("starred", "city", "a"), 'is:starred tag:"city" (a)'),
        (Place("starred"), ""),
        (Place("trash", query="a"), ""),
    ],
)
def test_a_query_says_what_the_place_shows(place: Place, query: str) -> None:
    assert query_of(place) == query


def test_saved_searches_stand_between_views_and_tags(qtmodeltester: ModelTester) -> None:
    model = SidebarModel(NAMES, ("Tags", "Saved Searches"))
    qtmodeltester.check(model, force_py=True)

    model.set_searches((SavedSearch("Boats", "boat", 3, new=2), SavedSearch("Cars", "car", 3)))

    first = model.index_of(search="Boats")
    assert (first.row(), first.data(SideRole.COUNT)) == (6, 2)
    assert first.data(Qt.ItemDataRole.ToolTipRole) == "boat"
    assert first.data(Qt.ItemDataRole.AccessibleTextRole).startswith("Boats, 2 new")
    assert model.index(5, 0).data(SideRole.HEADING)
    assert not model.index_of(search="Trains").isValid()
