"""Completion in the search box: by keys and mouse, and never in the way of a search."""

from collections.abc import Callable, Iterator
from typing import cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from clipper.answers import Completion
from clipper.gui.completions import Completions
from clipper.gui.desk import Desk
from clipper.gui.searchbox import SearchBox
from clipper.gui.theme import Theme
from clipper.gui.window import MainWindow

Fill = Callable[..., tuple[int, ...]]
Show = Callable[..., MainWindow]
TAGS = (Completion("city", "tag:city"), Completion("two words", 'tag:"two words"'))


@pytest.fixture
def box(qtbot: QtBot, theme: Theme) -> Iterator[SearchBox]:
    """A box in a window, with two completions for whatever is typed."""
    window = QWidget()
    made = SearchBox(theme, window)
    column = QVBoxLayout(window)
    column.addWidget(made)
    column.addStretch(1)
    qtbot.addWidget(window)
    window.resize(600, 400)
    made.completion_wanted.connect(lambda text: made.offer(text, TAGS))
    with qtbot.waitExposed(window):
        window.show()
    made.setFocus()
    yield made
    window.hide()  # it lives till here


def listed(box: SearchBox) -> Completions:
    return cast(Completions, box.window().findChild(Completions))


def typed(qtbot: QtBot, box: SearchBox, text: str) -> Completions:
    qtbot.keyClicks(box, text)
    qtbot.waitUntil(lambda: listed(box) is not None and listed(box).isVisible())
    return listed(box)


def test_keys_choose_and_take_a_completion(qtbot: QtBot, box: SearchBox) -> None:
    shown = typed(qtbot, box, "tag:c")
    assert [shown.item(row).text() for row in range(shown.count())] == ["city", "two words"]

    qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.keyClick(box, Qt.Key.Key_Down)
    with qtbot.waitSignal(box.query_changed) as told:
        qtbot.keyClick(box, Qt.Key.Key_Return)

    assert told.args == ['tag:"two words" ']
    assert box.text() == 'tag:"two words" '
    assert not shown.isVisible()


def test_tab_takes_the_first_and_the_rest_of_the_query_stays(qtbot: QtBot, box: SearchBox) -> None:
    box.set_query(" harbour")
    box.setCursorPosition(0)
    typed(qtbot, box, "tag:c")

    qtbot.keyClick(box, Qt.Key.Key_Tab)

    assert box.text() == "tag:city harbour"
    assert box.cursorPosition() == len("tag:city ")
    assert box.hasFocus()


def test_enter_searches_where_none_was_chosen(qtbot: QtBot, box: SearchBox) -> None:
    shown = typed(qtbot, box, "tag:c")

    with qtbot.waitSignal(box.left_down):
        qtbot.keyClick(box, Qt.Key.Key_Return)

    assert box.text() == "tag:c"
    assert not shown.isVisible()


def test_escape_closes_the_list_and_then_empties_the_box(qtbot: QtBot, box: SearchBox) -> None:
    shown = typed(qtbot, box, "tag:c")

    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert not shown.isVisible()
    assert box.text() == "tag:c"
    qtbot.keyClick(box, Qt.Key.Key_Escape)

    assert box.text() == ""


def test_beyond_the_last_none_is_chosen_and_then_the_first(qtbot: QtBot, box: SearchBox) -> None:
    shown = typed(qtbot, box, "tag:c")
    rows = []

    for _ in range(4):
        qtbot.keyClick(box, Qt.Key.Key_Down)
        rows.append(shown.currentRow())
    qtbot.keyClick(box, Qt.Key.Key_Up)

    assert rows == [0, 1, -1, 0]
    assert shown.currentRow() == -1


def test_a_click_takes_a_completion(qtbot: QtBot, box: SearchBox) -> None:
    shown = typed(qtbot, box, "tag:c")

    place = shown.visualItemRect(shown.item(1)).center()
    qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert box.text() == 'tag:"two words" '
    assert box.hasFocus()


def test_the_list_lies_below_the_box_and_inside_the_window(qtbot: QtBot, box: SearchBox) -> None:
    shown = typed(qtbot, box, "tag:" + "c" * 200)

    top = box.mapTo(box.window(), QPoint(0, box.height())).y()
    assert shown.y() >= top
    assert shown.geometry().right() <= box.window().width()


def test_a_late_answer_and_one_for_other_words_is_not_shown(qtbot: QtBot, box: SearchBox) -> None:
    shown = typed(qtbot, box, "tag:c")

    box.offer("tag:x", TAGS)
    assert not shown.isVisible()
    box.window().setFocus()
    box.clearFocus()
    box.offer("tag:c", TAGS)

    assert not shown.isVisible()


def test_a_query_that_nobody_typed_asks_for_no_completion(qtbot: QtBot, box: SearchBox) -> None:
    with qtbot.assertNotEmitted(box.completion_wanted, wait=400):
        box.search_for("tag:c")


def test_in_open_quotation_marks_they_stay_open(qtbot: QtBot, box: SearchBox) -> None:
    typed(qtbot, box, "x")
    box.offer("x", (Completion("deficit", '"budget deficit'),))

    qtbot.keyClick(box, Qt.Key.Key_Tab)

    assert box.text() == '"budget deficit'


def test_the_words_of_the_library_complete_what_is_typed(qtbot: QtBot, fill: Fill, window: Show) -> None:
    fill()
    made = window()
    desk: Desk | None = made.desk
    assert desk is not None
    desk.warm()
    qtbot.waitUntil(lambda: desk.app.library.find("turbines").engine == "index", timeout=20_000)
    made.activateWindow()
    made.panes.search.setFocus()

    shown = typed(qtbot, made.panes.search, "old turb")
    assert [shown.item(row).text() for row in range(shown.count())] == ["turbines"]
    qtbot.keyClick(made.panes.search, Qt.Key.Key_Tab)

    assert made.panes.search.text() == "old turbines "
