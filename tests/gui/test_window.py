"""The whole window on a real library: browse, search, edit, undo, drop, remember."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from clipper.app import App, safety_copies
from clipper.errors import DamagedError, LibraryError
from clipper.gui.asking import Question
from clipper.gui.browsing import Place
from clipper.gui.desk import Desk
from clipper.gui.intake import MOST_SHOWN
from clipper.gui.jobs import Runner
from clipper.gui.models.clippings import Role
from clipper.gui.models.sidebar import SideRole
from clipper.gui.session import Session
from clipper.gui.window import MainWindow
from clipper.progress import Progress
from tests.gui.conftest import addition

Show = Callable[..., MainWindow]
Fill = Callable[..., tuple[int, ...]]


def desk(window: MainWindow) -> Desk:
    assert window.desk is not None
    return window.desk


def titles(window: MainWindow) -> list[str]:
    model = window.panes.model
    return [model.index(row).data() for row in range(model.rowCount())]


def until(qtbot: QtBot, wanted: Callable[[], bool]) -> None:
    qtbot.waitUntil(wanted, timeout=10_000)


def test_a_library_shows_its_clippings_views_and_tags(fill: Fill, window: Show) -> None:
    fill()

    shown = window()

    assert len(titles(shown)) == 4
    side = shown.panes.side_model
    assert side.index_of(view="unread").data(SideRole.COUNT) == 4
    assert side.index_of(tag="city/traffic").isValid()
    assert shown.panes.stack.currentWidget() is shown.panes.inner


def test_an_empty_library_says_what_to_do(window: Show) -> None:
    shown = window()

    assert shown.panes.stack.currentWidget() is shown.panes.empty


def test_typing_finds_and_esc_brings_all_back(qtbot: QtBot, fill: Fill, window: Show) -> None:
    fill()
    shown = window()

    qtbot.keyClicks(shown.panes.search, "bakery")
    until(qtbot, lambda: titles(shown) == ["A bakery turns a hundred"])
    assert shown.panes.model.index(0).data(Role.HIT).title_marks == ((2, 8),)
    qtbot.keyClick(shown.panes.search, Qt.Key.Key_Escape)
    until(qtbot, lambda: len(titles(shown)) == 4)

    assert shown.panes.search.text() == ""


def test_esc_brings_back_what_was_selected_before_the_search(qtbot: QtBot, fill: Fill, window: Show) -> None:
    ids = fill()
    shown = window()
    shown.panes.list.select((ids[1],))
    qtbot.keyClicks(shown.panes.search, "bakery")
    until(qtbot, lambda: titles(shown) == ["A bakery turns a hundred"])
    assert shown.panes.list.selected_ids() == ()

    qtbot.keyClick(shown.panes.search, Qt.Key.Key_Escape)

    until(qtbot, lambda: shown.panes.list.selected_ids() == (ids[1],))


def test_a_half_typed_word_still_finds_after_a_clipping_was_changed(
    qtbot: QtBot, fill: Fill, window: Show, app: App
) -> None:
    ids = fill()
    shown = window()
    qtbot.keyClicks(shown.panes.search, "baker")
    until(qtbot, lambda: titles(shown) == ["A bakery turns a hundred"])

    desk(shown).editing.set_read((ids[3],), True)
    until(qtbot, lambda: bool(desk(shown).browsing.hits((ids[3],))[0].clipping.read))
    with qtbot.waitSignal(desk(shown).browsing.answered):
        desk(shown).browsing.refresh()

    assert titles(shown) == ["A bakery turns a hundred"]


def test_the_next_unread_clipping_is_found_where_its_row_is_not_loaded(
    qtbot: QtBot, fill: Fill, window: Show, app: App
) -> None:
    stories = tuple((f"Story {number}", "A text.", ()) for number in range(300))
    ids = fill(stories)
    app.library.clippings.set_read([id for id in ids if id != ids[2]], True)
    shown = window()
    order = shown.panes.model.ids()
    shown.panes.list.select((order[0],))
    assert shown.panes.model.hit(ids[2]) is None

    desk(shown).showing.next_unread()

    until(qtbot, lambda: shown.panes.list.selected_ids() == (ids[2],))


def test_a_clipping_without_its_page_offers_none(qtbot: QtBot, fill: Fill, window: Show) -> None:
    ids = fill()
    shown = window()

    shown.panes.list.select((ids[0],))

    until(qtbot, lambda: shown.panes.reading.isVisible() and not shown.commands["open_saved"].isEnabled())
    assert shown.commands["open_original"].isEnabled()


def test_a_search_without_result_says_so(qtbot: QtBot, fill: Fill, window: Show) -> None:
    fill()
    shown = window()

    qtbot.keyClicks(shown.panes.search, "xylophone")
    until(qtbot, lambda: titles(shown) == [])

    assert shown.panes.stack.currentWidget() is shown.panes.inner
    shown.panes.list.grab()


def test_a_letter_that_is_no_ascii_is_searched_too(qtbot: QtBot, fill: Fill, window: Show) -> None:
    fill((("Bücher in der Mühle", "Käthe Böhm freut sich.", ()),))
    shown = window()

    for letter in "Mühle":
        event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(shown.panes.search, event)
    with qtbot.waitSignal(desk(shown).browsing.answered) as found:
        pass

    assert found.args[0].total == 1


def test_choosing_a_tag_filters_and_keeps_the_query(qtbot: QtBot, fill: Fill, window: Show) -> None:
    fill()
    shown = window()

    shown.panes.sidebar.setCurrentIndex(shown.panes.side_model.index_of(tag="city"))
    until(qtbot, lambda: titles(shown) == ["Harbour bridge opens a month early"])

    assert desk(shown).browsing.place == Place("all", "city")


def test_the_selected_clipping_is_read_in_the_pane(qtbot: QtBot, fill: Fill, window: Show) -> None:
    ids = fill()
    shown = window()

    with qtbot.waitSignal(shown.panes.reading.document_shown) as read:
        shown.panes.list.select((ids[1],))

    assert read.args == [ids[1]]


def test_trash_takes_rows_away_selects_the_next_and_undo_brings_back(
    qtbot: QtBot, fill: Fill, window: Show, app: App
) -> None:
    fill()
    shown = window()
    all_rows = shown.panes.model.ids()
    shown.panes.list.select((all_rows[1],))

    shown.do("trash")
    until(qtbot, lambda: len(titles(shown)) == 3)
    until(qtbot, lambda: shown.panes.list.selected_ids() == (all_rows[2],))
    assert "trash" in shown.panes.message.text()
    assert shown.commands["undo"].text() == "&Undo: Move to Trash"
    shown.do("undo")
    until(qtbot, lambda: shown.panes.model.ids() == all_rows)
    shown.do("redo")
    until(qtbot, lambda: len(titles(shown)) == 3)

    assert app.library.clippings.ids("trash") == (all_rows[1],)


def test_undo_and_redo_asked_quickly_end_where_they_should(
    qtbot: QtBot, fill: Fill, window: Show, app: App, runner: Runner
) -> None:
    ids = fill()
    shown = window()
    shown.panes.list.select(ids[:1])
    shown.do("star")
    until(qtbot, lambda: app.library.clippings.ids("starred") == ids[:1])
    until(qtbot, shown.undo_stack.canUndo)

    for _ in range(3):
        shown.do("undo")
        shown.do("redo")
    shown.do("undo")
    until(qtbot, lambda: not runner.running())

    assert app.library.clippings.ids("starred") == ()
    assert shown.undo_stack.canRedo()


def test_nothing_is_shown_as_selected_when_all_went_to_the_trash(qtbot: QtBot, fill: Fill, window: Show) -> None:
    fill(tuple((f"Story {number}", "A text.", ()) for number in range(80)))
    shown = window()
    shown.panes.list.selectAll()
    until(qtbot, lambda: len(desk(shown).showing.clippings()) == 80)

    shown.do("trash")
    until(qtbot, lambda: shown.panes.model.rowCount() == 0)
    until(qtbot, lambda: desk(shown).showing.clippings() == ())

    assert not shown.commands["trash"].isEnabled()
    shown.do("undo")
    until(qtbot, lambda: shown.panes.model.rowCount() == 80)


def test_star_and_read_turn_round(qtbot: QtBot, fill: Fill, window: Show) -> None:
    ids = fill()
    shown = window()
    shown.panes.list.select(ids)

    shown.do("star")
    until(qtbot, lambda: _starred(shown) == 4)
    until(qtbot, lambda: all(clipping.starred for clipping in desk(shown).deeds.clippings()))
    assert "Away" in shown.commands["star"].text()
    shown.do("star")

    until(qtbot, lambda: _starred(shown) == 0)


def test_read_clippings_stay_among_the_unread_until_another_view(qtbot: QtBot, fill: Fill, window: Show) -> None:
    ids = fill()
    shown = window()
    desk(shown).browsing.go(Place("unread"))
    shown.panes.list.select(ids[:1])

    shown.do("read")
    until(qtbot, lambda: desk(shown).browsing.overview is not None and _unread(shown) == 3)

    assert len(titles(shown)) == 4


def test_a_star_does_not_take_what_was_just_read_from_the_unread(
    qtbot: QtBot, fill: Fill, window: Show, app: App
) -> None:
    ids = fill()
    shown = window()
    shown.panes.sidebar.view_chosen.emit("unread")
    until(qtbot, lambda: desk(shown).browsing.place.view == "unread" and len(titles(shown)) == 4)
    shown.panes.list.select((ids[1],))
    until(qtbot, lambda: desk(shown).showing.clippings()[0].read)

    shown.do("star")
    until(qtbot, lambda: desk(shown).showing.clippings()[0].starred)
    with qtbot.waitSignal(desk(shown).browsing.answered):
        desk(shown).browsing.refresh()

    assert shown.panes.list.selected_ids() == (ids[1],)
    assert len(titles(shown)) == 4
    shown.do("trash")
    until(qtbot, lambda: len(titles(shown)) == 3)


def test_a_second_tag_goes_to_the_clipping_that_got_the_first(qtbot: QtBot, fill: Fill, window: Show, app: App) -> None:
    ids = fill((("One", "A text.", ()), ("Two", "A text.", ()), ("Three", "A text.", ())))
    shown = window()
    shown.panes.sidebar.view_chosen.emit("untagged")
    until(qtbot, lambda: desk(shown).browsing.place.view == "untagged" and len(titles(shown)) == 3)
    shown.panes.list.select((ids[1],))
    shown.do("tags")
    dialog = desk(shown).deeds.dialog
    assert dialog is not None

    with qtbot.waitSignal(desk(shown).browsing.answered):
        dialog.tag_added.emit("first")
    until(qtbot, lambda: dialog.tags.count() == 1)
    assert shown.panes.list.selected_ids() == (ids[1],)
    dialog.tag_added.emit("second")

    until(qtbot, lambda: dialog.tags.count() == 2)
    assert app.library.clippings.rows((ids[1],))[0].tags == ("first", "second")


def test_tagging_many_counts_and_can_be_undone(qtbot: QtBot, fill: Fill, window: Show) -> None:
    ids = fill()
    shown = window()
    shown.panes.list.select(ids)

    shown.do("tags")
    dialog = desk(shown).deeds.dialog
    assert dialog is not None
    qtbot.keyClicks(dialog.field, "to check")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    until(qtbot, lambda: shown.panes.side_model.index_of(tag="to check").data(SideRole.COUNT) == 4)
    dialog.accept()
    shown.do("undo")

    until(qtbot, lambda: not shown.panes.side_model.index_of(tag="to check").isValid())


def test_a_deleted_tag_is_left_for_all_clippings(qtbot: QtBot, fill: Fill, window: Show) -> None:
    fill()
    shown = window()
    shown.panes.sidebar.setCurrentIndex(shown.panes.side_model.index_of(tag="culture"))
    until(qtbot, lambda: titles(shown) == ["Old mill becomes a library"])

    desk(shown).editing.delete_tag("culture")

    until(qtbot, lambda: len(titles(shown)) == 4)
    assert desk(shown).browsing.place == Place()


def test_a_tag_renamed_onto_another_joins_it_and_the_list_follows(qtbot: QtBot, fill: Fill, window: Show) -> None:
    fill()
    shown = window()

    desk(shown).editing.merge_tags(("culture",), "city")

    until(qtbot, lambda: not shown.panes.side_model.index_of(tag="culture").isValid())
    until(qtbot, lambda: shown.panes.side_model.index_of(tag="city").data(SideRole.COUNT) == 2)


def test_a_tag_that_is_shown_and_dropped_on_another_is_followed_there(qtbot: QtBot, fill: Fill, window: Show) -> None:
    fill()
    shown = window()
    desk(shown).browsing.go(Place(tag="culture"))
    until(qtbot, lambda: len(titles(shown)) == 1)

    desk(shown).deeds.ask_merge("culture", "city")

    until(qtbot, lambda: desk(shown).browsing.place == Place(tag="city"))
    until(qtbot, lambda: len(titles(shown)) == 2)


def test_a_tag_that_is_too_long_is_refused_with_a_sentence(qtbot: QtBot, fill: Fill, window: Show) -> None:
    ids = fill()
    shown = window()

    with qtbot.waitSignal(desk(shown).editing.add_tags(ids, ("x" * 500,)).ended):
        pass

    assert shown.panes.message.isVisible()
    assert shown.panes.message.text()
    assert not shown.undo_stack.canUndo()


def test_emptying_the_trash_asks_and_names_the_number(qtbot: QtBot, fill: Fill, window: Show, app: App) -> None:
    ids = fill()
    app.library.clippings.trash(ids[:2])
    shown = window()

    shown.do("empty_trash")
    question = shown.findChild(Question)
    assert question is not None
    assert "2" in question.deed.text()
    assert not question.deed.isDefault()
    assert len(app.library.clippings.ids("trash")) == 2
    question.deed.click()

    until(qtbot, lambda: app.library.clippings.ids("trash") == ())
    until(qtbot, lambda: not shown.undo_stack.canUndo())


def test_what_another_process_writes_is_shown(qtbot: QtBot, fill: Fill, window: Show, app: App) -> None:
    ids = fill()
    shown = window()
    until(qtbot, lambda: desk(shown).watching.reads)

    app.library.tags.add(ids[:1], ("from outside",))

    until(qtbot, lambda: shown.panes.side_model.index_of(tag="from outside").isValid())


def test_a_dropped_list_of_articles_becomes_clippings(qtbot: QtBot, window: Show, app: App, tmp_path: Path) -> None:
    shown = window()
    file = tmp_path / "articles.jsonl"
    lines = [{"title": f"Story {number}", "text": "Once upon a time.", "url": None} for number in range(3)]
    file.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])

    assert drop(shown, mime)

    until(qtbot, lambda: len(titles(shown)) == 3)
    assert app.library.clippings.overview().all == 3
    until(qtbot, lambda: shown.panes.stack.currentWidget() is shown.panes.inner)


def test_a_message_moves_nothing_when_it_comes(qtbot: QtBot, fill: Fill, window: Show) -> None:
    fill()
    shown = window()
    before = shown.panes.list.mapTo(shown, shown.panes.list.rect().topLeft())

    shown.say("A sentence that stands over the panes.")

    assert shown.panes.message.isVisible()
    assert shown.panes.rect().contains(shown.panes.message.geometry())
    assert shown.panes.list.mapTo(shown, shown.panes.list.rect().topLeft()) == before


def test_who_reads_is_left_in_peace_and_told_of_the_new_clipping(
    qtbot: QtBot, fill: Fill, window: Show, tmp_path: Path
) -> None:
    ids = fill()
    shown = window()
    shown.panes.list.select((ids[0],))
    file = tmp_path / "one.jsonl"
    file.write_text(json.dumps({"title": "A new story", "text": "Just in.", "url": None}), encoding="utf-8")

    shown.clip((str(file),))
    until(qtbot, lambda: shown.panes.message.isVisible())

    assert "A new story" in shown.panes.message.text()
    assert shown.panes.list.selected_ids() == (ids[0],)
    shown.panes.message.do()
    until(qtbot, lambda: shown.panes.list.selected_ids() not in ((), (ids[0],)))


def test_few_of_many_that_are_fetched_are_rows_and_all_are_counted(
    qtbot: QtBot, fill: Fill, window: Show, app: App, tmp_path: Path
) -> None:
    for number in range(20):
        (tmp_path / f"{number}.html").write_text(f"<p>Page {number}", encoding="utf-8")
    shown = window()
    intake = desk(shown).intake
    rows = app.take_in((str(tmp_path),)).waiting
    assert len(rows) == 20

    intake._working.update(row.id for row in rows)
    intake.refresh()

    until(qtbot, lambda: shown.panes.model.rowCount() == MOST_SHOWN)
    assert "20" in shown.panes.head._count.text()


def test_what_fails_is_said_and_stays_in_the_intake(qtbot: QtBot, window: Show, app: App) -> None:
    shown = window()

    shown.clip(("javascript:alert(1)",))

    until(qtbot, lambda: shown.panes.message.isVisible())
    assert [row.state for row in app.library.intake.rows()] == ["failed"]


def test_what_waits_since_an_earlier_day_is_offered_until_it_is_seen_to(
    qtbot: QtBot, window: Show, app: App, tmp_path: Path
) -> None:
    file = tmp_path / "page.jsonl"
    file.write_text(json.dumps({"title": "Left over", "text": "From yesterday."}), encoding="utf-8")
    app.take_in((str(file),))
    shown = window()

    until(qtbot, lambda: shown.panes.message.isVisible())
    assert not shown.panes.message.passes()
    shown.panes.message.do()

    until(qtbot, lambda: titles(shown) == ["Left over"])
    assert app.library.intake.rows() == ()


def test_an_address_pasted_into_an_empty_window_is_clipped_at_once(
    qtbot: QtBot, window: Show, app: App, qapp: QApplication
) -> None:
    shown = window()
    line = shown.panes.empty.findChild(QLineEdit)
    assert line is not None
    qapp.clipboard().setText("http://127.0.0.1:1/nothing-answers-here")
    line.setFocus()

    qtbot.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    until(qtbot, lambda: [row.state for row in app.library.intake.rows()] == ["failed"])
    assert line.text() == ""


def test_paste_with_nothing_to_clip_says_so(window: Show, qapp: QApplication) -> None:
    shown = window()
    QGuiApplication.clipboard().setText("")

    shown.do("paste")

    assert shown.panes.message.isVisible()


def test_f6_goes_round_all_panes(window: Show, fill: Fill, qtbot: QtBot) -> None:
    fill()
    shown = window()
    shown.activateWindow()
    panes = shown.panes.panes()

    reached = []
    for _ in panes:
        shown.do("next_pane")
        focus = shown.focusWidget()
        reached.append(next(pane for pane in panes if pane is focus or pane.isAncestorOf(focus)))

    assert set(reached) == set(panes)


def test_esc_leads_from_the_article_back_to_the_list_and_keys_draw_a_ring(
    qtbot: QtBot, fill: Fill, window: Show
) -> None:
    ids = fill()
    shown = window()
    shown.activateWindow()
    shown.panes.list.select((ids[0],))
    until(qtbot, lambda: bool(desk(shown).showing.clippings()))
    shown.panes.reading.setFocus(Qt.FocusReason.MouseFocusReason)
    until(qtbot, shown.panes.reading.article.hasFocus)
    assert not shown.panes.list.ringed

    qtbot.keyClick(shown.panes.reading.article, Qt.Key.Key_Escape)

    until(qtbot, shown.panes.list.hasFocus)
    assert shown.panes.list.ringed
    shown.panes.list.clearFocus()
    shown.panes.list.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not shown.panes.list.ringed


def test_every_control_of_the_toolbar_has_a_name(window: Show) -> None:
    shown = window()

    assert all(tool.accessibleName() for tool in shown.panes.tools.values())
    assert all(tool.toolTip() for tool in shown.panes.tools.values())


def test_the_window_comes_back_as_it_was_left(qtbot: QtBot, fill: Fill, window: Show, runner: object) -> None:
    ids = fill()
    shown = window(Session(view="unread", tag=None, query="", sort="oldest", selected=(ids[2],), sidebar=False))

    until(qtbot, lambda: shown.panes.list.selected_ids() == (ids[2],))
    left = shown.session()

    assert (left.view, left.sort, left.selected, left.sidebar) == ("unread", "oldest", (ids[2],), False)
    assert left.geometry
    assert shown.panes.sidebar.isHidden()


def test_at_the_first_start_what_was_added_last_stands_on_top(qtbot: QtBot, fill: Fill, window: Show, app: App) -> None:
    fill()
    shown = window()
    (ticked,) = (action for action in shown.panes.head.sort.menu().actions() if action.isChecked())

    old = addition("Found in the attic", "An old story.", (), "https://news.example/attic", day="1999-01-01")
    _, changes = app.library.clippings.add([old])
    desk(shown).browsing.take(changes)

    assert ticked.text() == "Best Order"
    until(qtbot, lambda: titles(shown)[0] == "Found in the attic")
    assert shown.session().sort is None


def test_another_order_is_chosen_from_the_menu(qtbot: QtBot, fill: Fill, window: Show, app: App) -> None:
    fill()
    app.library.clippings.add([addition("Found in the attic", "Old.", (), "https://a.example/b", day="1999-01-01")])
    shown = window()
    orders = {action.text(): action for action in shown.panes.head.sort.menu().actions()}
    assert titles(shown)[0] == "Found in the attic"

    orders["Newest First"].trigger()

    until(qtbot, lambda: titles(shown)[-1] == "Found in the attic")
    assert shown.session().sort == "newest"


def test_a_damaged_library_offers_its_safety_copies(qtbot: QtBot, fill: Fill, window: Show, app: App) -> None:
    fill()
    app.library.daily_copy(Progress())
    copies = safety_copies(app.library.folder)
    shown = window()

    shown.show_fault(DamagedError("damaged", path=str(app.library.folder / "library.db")), copies)
    page = shown.centralWidget()
    buttons = [button for button in page.findChildren(QPushButton) if "4" in button.text()]
    with qtbot.waitSignal(shown.copy_chosen) as chosen:
        buttons[0].click()

    assert chosen.args == [copies[0]]


@pytest.mark.parametrize("code", ["read_only", "full", "no_folder"])
def test_an_error_becomes_a_sentence_on_the_bar(window: Show, code: str) -> None:
    shown = window()

    shown.show_error(LibraryError(code))

    assert shown.panes.message.isVisible()
    assert "_" not in shown.panes.message.text()
    assert shown.panes.message.text().endswith(".")


def drop(window: MainWindow, mime: QMimeData) -> bool:
    place, copy = window.rect().center(), Qt.DropAction.CopyAction
    left, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(place), copy, mime, left, plain)
    QApplication.sendEvent(window, enter)
    let_go = QDropEvent(QPointF(place), copy, mime, left, plain)
    QApplication.sendEvent(window, let_go)
    return enter.isAccepted() and let_go.isAccepted()


def _starred(window: MainWindow) -> int:
    overview = desk(window).browsing.overview
    return overview.starred if overview is not None else -1


def _unread(window: MainWindow) -> int:
    overview = desk(window).browsing.overview
    return overview.unread if overview is not None else -1
