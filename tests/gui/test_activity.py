"""The activity panel says what runs, what failed and why, and tells what the user wants done about it."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from clipper.answers import Outcome
from clipper.gui.activity import ActivityPanel
from clipper.gui.models.activity import ActivityModel, Role, name
from clipper.gui.theme import Theme
from clipper.model import Fault, IntakeRow, Request
from clipper.progress import Step

NOW = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)


def failed(id: int, code: str = "no_host") -> IntakeRow:
    request = Request(f"https://example.org/{id}", url=f"https://example.org/{id}")
    return IntakeRow(id, request, "failed", Fault(code, "example.org"), NOW, 1)


def waiting(id: int) -> IntakeRow:
    return IntakeRow(id, Request("x", url="https://example.org/x"), "waiting", None, NOW, 0)


@pytest.fixture
def panel(theme: Theme, qtbot: QtBot) -> ActivityPanel:
    panel = ActivityPanel(theme)
    qtbot.addWidget(panel)
    panel.resize(340, 600)
    panel.show()
    return panel


def test_the_model_keeps_the_rules_of_qt_through_all_changes(qtmodeltester: ModelTester) -> None:
    model = ActivityModel()
    qtmodeltester.check(model)

    model.start_job(1, "Clipping", stoppable=True)
    model.set_intake([failed(1), waiting(2), failed(3)])
    model.step_job(1, Step(1, 3, "fetch"))
    model.add_outcomes([Outcome("x", "known", 7), Outcome("y", "added", 8, differs=True)])
    model.set_intake([failed(3), failed(4)])
    model.end_job(1)
    model.say("A sentence.", failed=False)
    model.close([row.id for row in model.rows if row.kind == "said"])
    qtmodeltester.check(model)

    assert [row.kind for row in model.rows] == ["failed", "failed", "known", "known"]


def test_a_failure_shows_its_address_and_a_reason_in_plain_words(panel: ActivityPanel) -> None:
    panel.set_intake([failed(1)])

    row = panel.model.index(0).data(Role.ROW)
    assert row.title == "https://example.org/1"
    assert "no site of this name" in row.text
    assert "no_host" not in row.text


def test_a_failure_is_retried_and_dismissed_by_keyboard(panel: ActivityPanel, qtbot: QtBot) -> None:
    panel.set_intake([failed(11), failed(12)])
    panel.list.setCurrentIndex(panel.model.index(1))

    with qtbot.waitSignal(panel.retry_asked) as retried:
        qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    with qtbot.waitSignal(panel.dismiss_asked) as dismissed:
        qtbot.keyClick(panel.list, Qt.Key.Key_Delete)

    assert retried.args == [(12,)]
    assert dismissed.args == [(12,)]


def test_a_click_on_the_word_retries(panel: ActivityPanel, qtbot: QtBot) -> None:
    panel.set_intake([failed(11)])
    area = panel.list.visualRect(panel.model.index(0))

    with qtbot.waitSignal(panel.retry_asked) as retried:
        qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=area.bottomLeft() + QPoint(50, -18))

    assert retried.args == [(11,)]


def test_all_failures_are_retried_at_once(panel: ActivityPanel, qtbot: QtBot) -> None:
    panel.set_intake([failed(1), failed(2), waiting(3)])

    with qtbot.waitSignal(panel.retry_asked) as retried:
        panel._retry_all.click()

    assert retried.args == [(1, 2)]


def test_the_number_of_failures_is_told_once(panel: ActivityPanel, qtbot: QtBot) -> None:
    told: list[int] = []
    panel.attention_changed.connect(told.append)

    panel.set_intake([failed(1), failed(2)])
    panel.set_intake([failed(1), failed(2)])
    panel.set_intake([])

    assert told == [2, 0]
    assert panel.failures == 0


def test_a_job_shows_how_far_it_is_and_can_be_stopped(panel: ActivityPanel, qtbot: QtBot) -> None:
    panel.start_job(5, "Clipping 3 addresses")
    panel.step_job(5, Step(1, 3, "fetch"))
    panel.step_job(99, Step(1, 3, "fetch"))
    panel.list.setCurrentIndex(panel.model.index(0))

    with qtbot.waitSignal(panel.stop_asked) as stopped:
        qtbot.keyClick(panel.list, Qt.Key.Key_Return)

    assert stopped.args == [5]
    row = panel.model.rows[0]
    assert (row.done, row.total, row.text) == (1, 3, "Fetching")
    panel.end_job(5)
    assert panel.model.rows == ()


def test_what_is_known_already_can_be_shown_or_fetched_again(panel: ActivityPanel, qtbot: QtBot) -> None:
    panel.add_outcomes([Outcome("https://example.org/", "known", 7, title="A title")])
    panel.add_outcomes([Outcome("https://example.org/", "known", 7, title="A title")])
    panel.list.setCurrentIndex(panel.model.index(0))

    assert [row.title for row in panel.model.rows] == ["A title"]
    with qtbot.waitSignal(panel.show_asked) as shown:
        panel.list.done.emit(panel.model.rows[0], "show")
    with qtbot.waitSignal(panel.fetch_again_asked) as again:
        panel.list.done.emit(panel.model.rows[0], "again")

    assert (shown.args, again.args) == ([7], [(7,)])
    assert panel.model.rows == ()


def test_a_thousand_failures_do_not_hide_the_last(panel: ActivityPanel) -> None:
    panel.set_intake([failed(number) for number in range(1_000)])

    assert panel.failures == 1_000
    assert panel.model.rowCount() == 1_000


@pytest.mark.parametrize(
    ("request_", "said"),
    [
        (Request("x", path="/home/me/A page.html"), "A page.html"),
        (Request("x", url="https://example.org/", title="Title"), "Title"),
        (Request("javascript:x"), "javascript:x"),
    ],
)
def test_what_was_handed_in_has_a_name(request_: Request, said: str) -> None:
    assert name(request_) == said


def test_the_menu_offers_all_that_a_row_can_do(panel: ActivityPanel, qtbot: QtBot) -> None:
    panel.set_intake([failed(11)])
    place = panel.list.visualRect(panel.model.index(0)).center()

    panel.list.customContextMenuRequested.emit(place)

    menu = panel.list.findChild(QMenu)
    assert menu is not None
    assert [action.text() for action in menu.actions()] == ["Retry", "Dismiss"]
    with qtbot.waitSignal(panel.dismiss_asked) as dismissed:
        menu.actions()[1].trigger()
    assert dismissed.args == [(11,)]
    menu.close()


def test_messages_are_cleared_at_once(panel: ActivityPanel, qtbot: QtBot) -> None:
    panel.say("One.")
    panel.say("Two.", failed=True)

    qtbot.mouseClick(panel._clear, Qt.MouseButton.LeftButton)

    assert panel.model.rows == ()


def test_what_waits_is_one_row_whose_pages_can_be_fetched(panel: ActivityPanel, qtbot: QtBot) -> None:
    panel.set_intake([waiting(1), waiting(2)])
    panel.list.setCurrentIndex(panel.model.index(0))

    assert panel.model.rowCount() == 1
    with qtbot.waitSignal(panel.retry_asked) as retried:
        qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert retried.args == [(1, 2)]
