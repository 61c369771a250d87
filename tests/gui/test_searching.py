"""What stands under the search box: other spellings, complaints in words; and help with the query language."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from clipper import resources
from clipper.gui.desk import Desk
from clipper.gui.searchhelp import SearchHelp
from clipper.gui.searching import ODD_MS
from clipper.gui.theme import Theme
from clipper.gui.window import MainWindow
from clipper.search.query import parse

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


def test_each_pause_of_a_typist_is_searched_once_and_the_last_text_is_answered(
    qtbot: QtBot, indexed: MainWindow
) -> None:
    box, browsing = indexed.panes.search, desk_of(indexed).browsing
    asked, answered = list[str](), list[str]()
    browsing.place_changed.connect(lambda place: asked.append(place.query))
    browsing.answered.connect(lambda answer: answered.append(answer.query))
    box.setFocus()

    qtbot.keyClicks(box, "turbi", delay=100)  # slower than the pause
    qtbot.keyClicks(box, "nes wi")
    qtbot.waitUntil(lambda: answered[-1:] == ["turbines wi"])

    assert asked[-1] == "turbines wi"
    assert len(asked) == len(set(asked))
    assert set(answered) <= {"", *asked}


def test_a_word_that_is_not_there_offers_one_that_is(qtbot: QtBot, indexed: MainWindow) -> None:
    search(qtbot, indexed, "turbnes")
    qtbot.waitUntil(lambda: offered(indexed) == ["turbines"])

    indexed.panes.head.suggestions[0].setFocus()
    with qtbot.waitSignal(desk_of(indexed).rows_shown):
        qtbot.keyClick(indexed.panes.head.suggestions[0], Qt.Key.Key_Space)

    assert indexed.panes.search.text() == "turbines"
    assert indexed.panes.model.index(0).data() == "Wind park splits the council"
    qtbot.waitUntil(lambda: offered(indexed) == [])


def test_from_the_box_keys_lead_to_what_may_have_been_meant(qtbot: QtBot, indexed: MainWindow) -> None:
    search(qtbot, indexed, "turbnes")
    qtbot.waitUntil(lambda: offered(indexed) == ["turbines"])

    qtbot.keyClick(indexed.panes.search, Qt.Key.Key_Return)
    focused = indexed.focusWidget()
    assert focused is indexed.panes.head.suggestions[0]
    with qtbot.waitSignal(desk_of(indexed).rows_shown):
        qtbot.keyClick(focused, Qt.Key.Key_Return)

    assert indexed.panes.search.text() == "turbines"


def test_an_emptied_box_offers_nothing(qtbot: QtBot, indexed: MainWindow) -> None:
    search(qtbot, indexed, "turbnes")
    qtbot.waitUntil(lambda: offered(indexed) == ["turbines"])

    with qtbot.waitSignal(desk_of(indexed).rows_shown):
        indexed.panes.search.clear_now()

    assert offered(indexed) == []


def complaint(window: MainWindow) -> str:
    label = window.panes.head._complaint
    return label.text() if label.isVisible() else ""


def test_what_is_odd_about_a_query_is_said_in_words(qtbot: QtBot, indexed: MainWindow) -> None:
    search(qtbot, indexed, "date:soon bridge")
    qtbot.waitUntil(lambda: "no date" in complaint(indexed))

    search(qtbot, indexed, "bridge")

    assert complaint(indexed) == ""


def test_what_is_half_typed_is_not_odd_at_once(qtbot: QtBot, indexed: MainWindow) -> None:
    search(qtbot, indexed, '"bridge op')
    assert complaint(indexed) == ""

    search(qtbot, indexed, '"bridge opens"')

    qtbot.wait(ODD_MS + 100)
    assert complaint(indexed) == ""


def test_the_part_that_nothing_has_is_named(qtbot: QtBot, indexed: MainWindow) -> None:
    search(qtbot, indexed, 'turbines "xylophone concert" tag:nothing ')

    qtbot.waitUntil(lambda: complaint(indexed) == 'No clipping here has "xylophone concert", tag:nothing.')
    search(qtbot, indexed, "turbines")
    assert complaint(indexed) == ""


def test_what_a_view_has_not_is_said_to_be_elsewhere(qtbot: QtBot, indexed: MainWindow) -> None:
    with qtbot.waitSignal(desk_of(indexed).rows_shown):
        desk_of(indexed).browsing.choose("starred")
    search(qtbot, indexed, "turbines")

    qtbot.waitUntil(lambda: complaint(indexed) == "In all clippings it finds 1.")


def test_one_word_that_is_not_found_needs_no_more_words(qtbot: QtBot, indexed: MainWindow) -> None:
    with qtbot.waitSignal(desk_of(indexed).searching.looked):
        search(qtbot, indexed, "xylophone")

    assert complaint(indexed) == ""


def test_the_help_offers_examples_that_are_searched_for(qtbot: QtBot, indexed: MainWindow) -> None:
    indexed.panes.tools["search_help"].click()
    shown = indexed.findChild(SearchHelp)
    assert shown is not None
    assert shown.isVisible()

    with qtbot.waitSignal(desk_of(indexed).rows_shown):
        shown.examples[0].click()

    assert indexed.panes.search.text() == "budget deficit"
    assert shown.isVisible()


def test_enter_tries_an_example_and_leaves_the_help_open(qtbot: QtBot, indexed: MainWindow) -> None:
    indexed.do("search_help")
    shown = indexed.findChild(SearchHelp)
    assert shown is not None

    with qtbot.waitSignal(desk_of(indexed).rows_shown):
        qtbot.keyClick(shown.examples[1], Qt.Key.Key_Return)

    assert indexed.panes.search.text() == '"budget deficit"'
    assert shown.isVisible()


def test_the_help_is_opened_once(qtbot: QtBot, indexed: MainWindow) -> None:
    indexed.do("search_help")
    indexed.do("search_help")

    assert len(indexed.findChildren(SearchHelp)) == 1


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_example_of_the_help_means_something(qtbot: QtBot, theme: Theme, language: str) -> None:
    translator = QTranslator()
    assert translator.load(str(resources.path("translations", f"clipper_{language}.qm")))
    parent = QWidget()
    qtbot.addWidget(parent)
    QApplication.installTranslator(translator)
    shown = SearchHelp(theme, parent)
    QApplication.removeTranslator(translator)

    complaints = {button.text(): parse(button.text()).complaints for button in shown.examples}

    assert len(complaints) > 35
    assert not any(complaints.values())


def refine(qtbot: QtBot, window: MainWindow) -> QMenu:
    refining = desk_of(window).refining
    with qtbot.waitSignal(refining.shown):
        window.do("refine")
    assert refining.menu is not None
    return refining.menu


def under(menu: QMenu, title: str) -> dict[str, QAction]:
    """Give the values of a submenu."""
    (found,) = (action.menu() for action in menu.actions() if action.text() == title)
    assert isinstance(found, QMenu)
    return {action.text(): action for action in found.actions()}


def test_what_was_found_is_refined_by_a_value_of_it(qtbot: QtBot, indexed: MainWindow) -> None:
    search(qtbot, indexed, "old OR council")
    menu = refine(qtbot, indexed)
    assert [action.text() for action in menu.actions()] == ["Site", "Published", "Language", "Tag", "State"]
    assert list(under(menu, "Published")) == ["2026\t2", "March 2026\t2"]
    assert list(under(menu, "Language")) == ["English\t2"]
    assert list(under(menu, "State")) == ["Unread\t2"]
    assert list(under(menu, "Tag")) == ["culture\t1", "energy\t1", "energy/wind\t1"]

    with qtbot.waitSignal(desk_of(indexed).rows_shown):
        under(menu, "Tag")["energy\t1"].trigger()
    menu.close()

    assert indexed.panes.search.text() == "tag:energy (old OR council)"
    assert indexed.panes.model.rowCount() == 1


def test_what_it_is_refined_by_stands_first_and_is_taken_out(qtbot: QtBot, indexed: MainWindow) -> None:
    search(qtbot, indexed, "tag:culture old")
    menu = refine(qtbot, indexed)
    first = menu.actions()[0]
    assert (first.text(), first.isChecked()) == ("culture\t1", True)

    with qtbot.waitSignal(desk_of(indexed).rows_shown):
        first.trigger()
    menu.close()

    assert indexed.panes.search.text() == "old"


def test_nothing_found_cannot_be_refined(qtbot: QtBot, indexed: MainWindow) -> None:
    assert indexed.panes.head.refine.isEnabled()

    search(qtbot, indexed, "xylophone")

    assert not indexed.panes.head.refine.isEnabled()
    assert not indexed.commands["refine"].isEnabled()
