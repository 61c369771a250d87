"""What the user sets right in the window: details, paragraphs left out, pages extracted again; all can be undone."""

from base64 import b64encode
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import news_pages
import pytest
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from clipper.app import App
from clipper.gui.jobs import Runner
from clipper.gui.window import MainWindow
from clipper.model import Article, Found, Illustration, Metadata, Picture
from clipper.progress import Progress
from clipper.store.clippings import Addition

Show = Callable[..., MainWindow]
PARAGRAPHS = (
    "A heron stood in the river.",
    "Read also: the crane.",
    "It waited \N{BIRD} for a fish.",
    "Subscribe now!",
)


@pytest.fixture
def heron(app: App) -> int:
    """A clipping of four paragraphs, without a page."""
    metadata = Metadata(title=Found("The heron", "title", 0.8), site=Found("The Marsh", "meta", 0.9))
    html = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    article = Article(metadata, "\n\n".join(PARAGRAPHS), html, extractor="given")
    added, _ = app.library.clippings.add([Addition(None, article, "https://marsh.example/heron", None)])
    return added[0].id


@pytest.fixture
def paged(app: App, tmp_path: Path) -> int:
    return an_old_one(app, tmp_path, 1)


def an_old_one(app: App, folder: Path, number: int) -> int:
    """Make a clipping with its page kept, as an older extractor read it: with a line too many."""
    page = folder / f"report-{number}.html"
    page.write_text(news_pages.article(number))
    report = app.clip([str(page)], Progress(), lambda _outcome: None)
    id = report.outcomes[0].id or 0
    kept = app.library.clippings.extracted(id)
    old = replace(kept, text=kept.text + "\n\nQuagmire.", html=kept.html + "<p>Quagmire.</p>")
    app.library.clippings.reextract(app.library.clippings.origins([id])[0], old)
    return id


def many_old_ones(app: App, folder: Path, number: int) -> tuple[int, ...]:
    """Make clippings as an_old_one does, many at once."""
    pages = folder / "many"
    pages.mkdir()
    for one in range(number):
        (pages / f"{one}.html").write_text(news_pages.article(one))
    app.clip([str(pages)], Progress(), lambda _outcome: None)
    clippings = app.library.clippings
    ids = clippings.ids("all")
    kept = [(origin, clippings.extracted(origin.clipping)) for origin in clippings.origins(ids)]
    clippings.reextract_all([(origin, replace(one, text=one.text + "\n\nQuagmire.")) for origin, one in kept])
    return ids


def read(qtbot: QtBot, shown: MainWindow, id: int) -> None:
    """Select a clipping and wait till it is on the pane."""
    with qtbot.waitSignal(shown.panes.reading.document_shown):
        shown.panes.list.select((id,))


def mark(shown: MainWindow, first: str, last: str = "") -> None:
    """Select from the middle of one text to the middle of another."""
    browser = shown.panes.reading.article.browser
    text = browser.document().toRawText()
    start, end = text.index(first) + 3, text.index(last or first) + len(last or first) - 3
    at = [len(text[:place].encode("utf-16-le")) // 2 for place in (start, end)]
    cursor = QTextCursor(browser.document())
    cursor.setPosition(at[0])
    cursor.setPosition(at[1], QTextCursor.MoveMode.KeepAnchor)
    browser.setTextCursor(cursor)


def pane(shown: MainWindow) -> str:
    return shown.panes.reading.article.browser.toPlainText()


def test_selected_paragraphs_are_left_out_and_come_back(qtbot: QtBot, app: App, heron: int, window: Show) -> None:
    shown = window()
    read(qtbot, shown, heron)
    assert not shown.commands["leave_out"].isEnabled()

    mark(shown, PARAGRAPHS[1])
    assert shown.commands["leave_out"].isEnabled()
    with qtbot.waitSignal(shown.panes.reading.document_shown, timeout=20_000):
        shown.commands["leave_out"].trigger()

    assert app.library.clippings.document(heron).article.text == "\n\n".join((PARAGRAPHS[0], *PARAGRAPHS[2:]))
    assert "Read also" not in pane(shown)
    assert "Back to what was extracted" in pane(shown)
    assert "left out" in shown.panes.message.text()
    assert not shown.commands["leave_out"].isEnabled()
    with qtbot.waitSignal(shown.panes.reading.document_shown):
        shown.commands["undo"].trigger()
    assert "Read also" in pane(shown)
    assert app.library.corrections.of(heron) == {}


def test_paragraphs_over_signs_beyond_the_first_plane_are_met(qtbot: QtBot, app: App, heron: int, window: Show) -> None:
    shown = window()
    read(qtbot, shown, heron)

    mark(shown, PARAGRAPHS[3])
    with qtbot.waitSignal(shown.panes.reading.document_shown, timeout=20_000):
        shown.commands["leave_out"].trigger()

    assert app.library.clippings.document(heron).article.text == "\n\n".join(PARAGRAPHS[:3])


def test_the_text_as_extracted_comes_back_by_a_command(qtbot: QtBot, app: App, heron: int, window: Show) -> None:
    shown = window()
    read(qtbot, shown, heron)
    assert not shown.commands["as_extracted"].isEnabled()
    mark(shown, PARAGRAPHS[0], PARAGRAPHS[1])
    with qtbot.waitSignal(shown.panes.reading.document_shown, timeout=20_000):
        shown.commands["leave_out"].trigger()
    qtbot.waitUntil(shown.commands["as_extracted"].isEnabled)

    with qtbot.waitSignal(shown.panes.reading.document_shown):
        shown.commands["as_extracted"].trigger()

    assert app.library.clippings.document(heron).article.text == "\n\n".join(PARAGRAPHS)
    qtbot.waitUntil(lambda: not shown.commands["as_extracted"].isEnabled())


def test_a_headline_cannot_be_left_out(qtbot: QtBot, app: App, heron: int, window: Show) -> None:
    shown = window()
    read(qtbot, shown, heron)

    mark(shown, "The heron")
    shown.commands["leave_out"].trigger()

    qtbot.waitUntil(lambda: "Nothing of the article's text" in shown.panes.message.text(), timeout=20_000)
    assert app.library.corrections.of(heron) == {}
    assert not shown.undo_stack.canUndo()


def test_one_paragraph_has_to_stay(qtbot: QtBot, app: App, heron: int, window: Show) -> None:
    shown = window()
    read(qtbot, shown, heron)

    mark(shown, PARAGRAPHS[0], PARAGRAPHS[3])
    shown.commands["leave_out"].trigger()

    qtbot.waitUntil(lambda: "has to stay" in shown.panes.message.text(), timeout=20_000)
    assert app.library.corrections.of(heron) == {}


def test_details_are_saved_in_one_step_that_can_be_undone(qtbot: QtBot, app: App, heron: int, window: Show) -> None:
    shown = window()
    read(qtbot, shown, heron)
    assert shown.desk is not None
    shown.commands["details"].trigger()
    qtbot.waitUntil(lambda: shown.desk is not None and shown.desk.correcting.dialog is not None)
    dialog = shown.desk.correcting.dialog
    assert dialog is not None
    dialog.rows["authors"].line.setText("Ann Ash; Bo Birch")
    dialog.rows["date"].line.setText("2026-03-14")

    with qtbot.waitSignal(shown.panes.reading.document_shown):
        dialog.save.click()

    row = app.library.clippings.rows([heron])[0]
    assert (row.authors, row.date) == (("Ann Ash", "Bo Birch"), "2026-03-14")
    assert shown.desk.correcting.dialog is None
    with qtbot.waitSignal(shown.panes.reading.document_shown):
        shown.commands["undo"].trigger()
    assert app.library.corrections.of(heron) == {}


def test_a_date_that_is_none_keeps_the_dialog_open(qtbot: QtBot, app: App, heron: int, window: Show) -> None:
    shown = window()
    read(qtbot, shown, heron)
    assert shown.desk is not None
    correcting = shown.desk.correcting
    shown.commands["details"].trigger()
    qtbot.waitUntil(lambda: correcting.dialog is not None)
    dialog = correcting.dialog
    assert dialog is not None
    dialog.rows["date"].line.setText("yesterday")
    dialog.rows["site"].line.setText("Another")

    dialog.save.click()

    qtbot.waitUntil(lambda: dialog.save.isEnabled())
    assert dialog.isVisible()
    assert app.library.corrections.of(heron) == {}
    dialog.reject()


def test_extract_again_changes_what_differs_and_can_be_undone(
    qtbot: QtBot, app: App, paged: int, heron: int, window: Show
) -> None:
    shown = window()
    shown.panes.list.select((paged, heron))

    shown.commands["extract_again"].trigger()

    qtbot.waitUntil(lambda: "1 article(s) changed." in shown.panes.message.text(), timeout=60_000)
    assert "1 could not be read again." in shown.panes.message.text()
    assert "Quagmire" not in app.library.clippings.extracted(paged).text
    shown.commands["undo"].trigger()
    qtbot.waitUntil(lambda: "Quagmire" in app.library.clippings.extracted(paged).text)


def test_what_has_no_page_is_said_with_its_reason(qtbot: QtBot, app: App, heron: int, window: Show) -> None:
    shown = window()
    shown.panes.list.select((heron,))

    shown.commands["extract_again"].trigger()

    qtbot.waitUntil(lambda: "could not be read again" in shown.panes.message.text(), timeout=60_000)
    assert not shown.undo_stack.canUndo()
    model = shown.panes.activity.model
    rows = [str(model.index(number, 0).data()) for number in range(model.rowCount())]
    assert any("The heron: No page was kept with it" in row for row in rows)


def test_what_was_done_before_a_stop_can_be_undone(
    qtbot: QtBot, app: App, runner: Runner, tmp_path: Path, window: Show
) -> None:
    ids = many_old_ones(app, tmp_path, 100)
    before = [app.library.clippings.extracted(id) for id in ids]
    shown = window()
    shown.panes.list.select(ids)

    shown.commands["extract_again"].trigger()
    job = next(job for job in runner.running() if job.title)
    job.stepped.connect(lambda step: job.stop() if step.done > 30 else None)
    with qtbot.waitSignal(job.ended, timeout=60_000):
        pass

    assert shown.undo_stack.canUndo()
    shown.commands["undo"].trigger()
    qtbot.waitUntil(lambda: [app.library.clippings.extracted(id) for id in ids] == before)


def test_a_picture_that_is_selected_is_left_out_with_its_caption(
    qtbot: QtBot, app: App, tmp_path: Path, window: Show
) -> None:
    image = "data:image/png;base64," + b64encode(news_pages.png()).decode()
    figure = f'<figure><img src="{image}"><figcaption>The bridge today.</figcaption></figure>'
    page = tmp_path / "bridge.html"
    page.write_text(news_pages.article(3).replace("</p><p>Report 3, part 3", f"</p>{figure}<p>Report 3, part 3"))
    id = app.clip([str(page)], Progress(), lambda _outcome: None).outcomes[0].id or 0
    assert "<img" in app.library.clippings.document(id).article.html
    shown = window()
    read(qtbot, shown, id)
    browser = shown.panes.reading.article.browser
    at = browser.document().toRawText().index("\ufffc")
    cursor = QTextCursor(browser.document())
    cursor.setPosition(at)
    cursor.setPosition(at + 1, QTextCursor.MoveMode.KeepAnchor)
    browser.setTextCursor(cursor)

    with qtbot.waitSignal(shown.panes.reading.document_shown, timeout=20_000):
        shown.commands["leave_out"].trigger()

    article = app.library.clippings.document(id).article
    assert "<figure>" not in article.html
    assert "bridge today" not in article.html
    assert article.text == app.library.clippings.extracted(id).text


def with_lead(app: App, html: str) -> int:
    """Make a clipping whose picture stands above its text."""
    url = "https://marsh.example/heron.png"
    picture = Picture(url, news_pages.png(), "image/png", 1, 1)
    metadata = Metadata(title=Found("The heron"), image=Found(url, "meta", 0.9))
    seen = (Illustration(url, "The heron in March"), Illustration("https://marsh.example/other.png"))
    article = Article(metadata, PARAGRAPHS[0], html, illustrations=seen)
    added, _ = app.library.clippings.add([Addition(None, article, None, None, pictures=(picture,))])
    return added[0].id


def select_first_picture(shown: MainWindow) -> None:
    browser = shown.panes.reading.article.browser
    at = browser.document().toRawText().index("\ufffc")
    cursor = QTextCursor(browser.document())
    cursor.setPosition(at)
    cursor.setPosition(at + 1, QTextCursor.MoveMode.KeepAnchor)
    browser.setTextCursor(cursor)


@pytest.mark.parametrize("again", ["undo", "as_extracted"])
@pytest.mark.parametrize("figure", ["", '<figure><img src="https://marsh.example/heron.png"></figure>'])
def test_a_picture_above_the_text_is_left_out_and_comes_back(
    qtbot: QtBot, app: App, window: Show, again: str, figure: str
) -> None:
    id = with_lead(app, f"{figure}<p>{PARAGRAPHS[0]}</p>")
    before = app.library.clippings.document(id)
    shown = window()
    read(qtbot, shown, id)
    select_first_picture(shown)

    with qtbot.waitSignal(shown.panes.reading.document_shown, timeout=20_000):
        shown.commands["leave_out"].trigger()

    document = app.library.clippings.document(id)
    assert document.clipping.picture is None
    assert document.article.text == PARAGRAPHS[0]
    assert "\ufffc" not in shown.panes.reading.article.browser.document().toRawText()
    assert "in March" not in pane(shown)
    qtbot.waitUntil(shown.commands["as_extracted"].isEnabled)
    with qtbot.waitSignal(shown.panes.reading.document_shown):
        shown.commands[again].trigger()
    assert app.library.clippings.document(id) == before
    assert "in March" in pane(shown)


def test_a_picture_is_selected_where_its_menu_is_asked_for(qtbot: QtBot, app: App, window: Show) -> None:
    id = with_lead(app, f"<p>{PARAGRAPHS[0]}</p>")
    shown = window()
    read(qtbot, shown, id)
    browser = shown.panes.reading.article.browser
    cursor = QTextCursor(browser.document())
    cursor.setPosition(browser.document().toRawText().index("\ufffc"))
    place = browser.cursorRect(cursor).center()

    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, browser.viewport().mapToGlobal(place))
    QApplication.sendEvent(browser.viewport(), event)

    assert browser.textCursor().selectedText() == "\ufffc"
    assert shown.commands["leave_out"].isEnabled()
    for menu in shown.panes.reading.article.findChildren(QMenu):
        menu.close()


def test_details_that_are_left_as_they_were_change_nothing(qtbot: QtBot, app: App, heron: int, window: Show) -> None:
    shown = window()
    read(qtbot, shown, heron)
    assert shown.desk is not None
    correcting = shown.desk.correcting
    shown.commands["details"].trigger()
    qtbot.waitUntil(lambda: correcting.dialog is not None)
    before = app.library.log.position()

    assert correcting.dialog is not None
    correcting.dialog.save.click()

    assert correcting.dialog is None
    assert app.library.log.position() == before


def test_pages_that_are_read_the_same_are_counted(qtbot: QtBot, app: App, tmp_path: Path, window: Show) -> None:
    page = tmp_path / "report.html"
    page.write_text(news_pages.article(4))
    id = app.clip([str(page)], Progress(), lambda _outcome: None).outcomes[0].id or 0
    shown = window()
    shown.panes.list.select((id,))

    shown.commands["extract_again"].trigger()

    qtbot.waitUntil(lambda: "1 stayed the same." in shown.panes.message.text(), timeout=60_000)
    assert not shown.undo_stack.canUndo()
