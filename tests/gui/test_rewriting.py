"""The text of an article edited in the window: saved, found, undone, taken back, and never lost without a word."""

from collections.abc import Callable

import news_pages
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from clipper.app import App
from clipper.extraction.joining import inline
from clipper.gui.rewriting import linking
from clipper.gui.rewriting.dialog import TextDialog
from clipper.gui.rewriting.unsaved import Unsaved
from clipper.gui.window import MainWindow
from clipper.model import Article, Found, Illustration, Metadata, Picture
from clipper.passages import Edited
from clipper.progress import Progress
from clipper.store.clippings import Addition

Show = Callable[..., MainWindow]
HTML = "<h2>Spring</h2>\n<p>A heron stood in the river.</p>\n<p>It waited for a fish.</p>"
TEXT = "Spring\n\nA heron stood in the river.\n\nIt waited for a fish."


def add(app: App, html: str = HTML, text: str = TEXT, title: str = "The heron") -> int:
    article = Article(Metadata(title=Found(title)), text, html, extractor="given")
    added, _ = app.library.clippings.add([Addition(None, article, None, None)])
    return added[0].id


def opened(qtbot: QtBot, shown: MainWindow, id: int) -> TextDialog:
    """Select a clipping and open its text."""
    with qtbot.waitSignal(shown.panes.reading.document_shown):
        shown.panes.list.select((id,))
    shown.commands["edit_text"].trigger()
    return dialog_of(qtbot, shown)


def dialog_of(qtbot: QtBot, shown: MainWindow) -> TextDialog:
    assert shown.desk is not None
    correcting = shown.desk.correcting
    qtbot.waitUntil(lambda: correcting.text is not None)
    assert correcting.text is not None
    return correcting.text


def closed(shown: MainWindow) -> bool:
    return shown.desk is not None and shown.desk.correcting.text is None


def write(qtbot: QtBot, dialog: TextDialog, words: str) -> None:
    """Write at the end."""
    dialog.editor.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(dialog.editor, words)


def press(dialog: QWidget, keys: str) -> None:
    """Do what a key of the dialog does; the platform without a screen sends none to windows that are not in front."""
    wanted = QKeySequence(keys)
    next(one for one in dialog.findChildren(QShortcut) if one.key() == wanted).activated.emit()


def asked(qtbot: QtBot, dialog: TextDialog) -> Unsaved:
    qtbot.waitUntil(lambda: dialog.question is not None)
    assert dialog.question is not None
    return dialog.question


def text(app: App, id: int) -> str:
    return app.library.clippings.document(id).article.text


def test_new_words_are_saved_found_and_undone(qtbot: QtBot, app: App, window: Show) -> None:
    id = add(app)
    shown = window()
    dialog = opened(qtbot, shown, id)
    write(qtbot, dialog, " A quokka came.")

    with qtbot.waitSignal(shown.panes.reading.document_shown, timeout=20_000):
        dialog.save.click()

    assert text(app, id) == TEXT + " A quokka came."
    assert app.library.clippings.document(id).article.html == HTML.replace("fish.", "fish. A quokka came.")
    qtbot.waitUntil(lambda: closed(shown))
    assert "text was changed" in shown.panes.message.text()
    app.library.catch_up_wholly(Progress())
    assert app.library.find("quokka").ids == (id,)
    with qtbot.waitSignal(shown.panes.reading.document_shown):
        shown.commands["undo"].trigger()
    assert app.library.corrections.of(id) == {}


def test_an_edited_text_goes_back_to_what_was_extracted(qtbot: QtBot, app: App, window: Show) -> None:
    id = add(app)
    shown = window()
    dialog = opened(qtbot, shown, id)
    write(qtbot, dialog, " More.")
    with qtbot.waitSignal(shown.panes.reading.document_shown, timeout=20_000):
        press(dialog, "Ctrl+S")
    qtbot.waitUntil(shown.commands["as_extracted"].isEnabled)

    with qtbot.waitSignal(shown.panes.reading.document_shown):
        shown.commands["as_extracted"].trigger()

    assert text(app, id) == TEXT


def test_a_text_that_was_not_changed_is_closed_without_a_word(qtbot: QtBot, app: App, window: Show) -> None:
    id = add(app)
    shown = window()
    dialog = opened(qtbot, shown, id)
    before = app.library.log.position()

    dialog.save.click()

    assert closed(shown)
    assert app.library.log.position() == before


def test_cancel_asks_and_goes_on(qtbot: QtBot, app: App, window: Show) -> None:
    id = add(app)
    shown = window()
    dialog = opened(qtbot, shown, id)
    write(qtbot, dialog, "x")

    dialog.cancel.click()
    asked(qtbot, dialog).back.click()

    assert dialog.isVisible()
    assert dialog.question is None
    dialog.editor.undo()
    dialog.cancel.click()
    assert closed(shown)


@pytest.mark.parametrize("leave", [lambda dialog: dialog.close(), lambda dialog: dialog.reject()])
def test_what_was_written_is_let_go_only_when_the_user_says_so(
    qtbot: QtBot, app: App, window: Show, leave: Callable[[TextDialog], object]
) -> None:
    id = add(app)
    shown = window()
    dialog = opened(qtbot, shown, id)
    write(qtbot, dialog, "x")

    leave(dialog)
    assert dialog.isVisible()
    asked(qtbot, dialog).discard.click()

    assert closed(shown)
    assert text(app, id) == TEXT


def test_the_question_saves(qtbot: QtBot, app: App, window: Show) -> None:
    id = add(app)
    shown = window()
    dialog = opened(qtbot, shown, id)
    write(qtbot, dialog, " Later.")

    dialog.cancel.click()
    asked(qtbot, dialog).deed.click()

    qtbot.waitUntil(lambda: closed(shown), timeout=20_000)
    assert text(app, id) == TEXT + " Later."


def test_a_window_that_closes_asks_first_and_closes_after(qtbot: QtBot, app: App, window: Show) -> None:
    id = add(app)
    shown = window()
    dialog = opened(qtbot, shown, id)
    write(qtbot, dialog, " Later.")

    shown.close()
    assert shown.isVisible()
    asked(qtbot, dialog).deed.click()

    qtbot.waitUntil(lambda: not shown.isVisible(), timeout=20_000)
    assert text(app, id) == TEXT + " Later."


def test_a_window_stays_where_one_goes_on_writing(qtbot: QtBot, app: App, window: Show) -> None:
    id = add(app)
    shown = window()
    dialog = opened(qtbot, shown, id)
    write(qtbot, dialog, "x")

    shown.close()
    asked(qtbot, dialog).back.click()
    dialog.editor.undo()
    dialog.cancel.click()

    assert closed(shown)
    assert shown.isVisible()


def test_a_text_cannot_be_emptied(qtbot: QtBot, app: App, window: Show) -> None:
    id = add(app)
    shown = window()
    dialog = opened(qtbot, shown, id)
    dialog.editor.selectAll()
    qtbot.keyClick(dialog.editor, Qt.Key.Key_Delete)

    dialog.save.click()
    assert dialog.editor.isReadOnly()
    dialog.reject()
    assert dialog.question is None

    qtbot.waitUntil(dialog.save.isEnabled, timeout=20_000)
    assert dialog.isVisible()
    assert not dialog.editor.isReadOnly()
    assert text(app, id) == TEXT
    dialog.editor.undo()
    dialog.reject()


def test_one_text_is_edited_at_a_time(qtbot: QtBot, app: App, window: Show) -> None:
    heron, crane = add(app), add(app, title="The crane", text="A crane.", html="<p>A crane.</p>")
    shown = window()
    first = opened(qtbot, shown, heron)
    write(qtbot, first, "x")

    assert shown.desk is not None
    shown.desk.correcting.edit_text(heron)
    assert dialog_of(qtbot, shown) is first
    shown.desk.correcting.edit_text(crane)
    asked(qtbot, first).discard.click()

    qtbot.waitUntil(lambda: not closed(shown))
    second = dialog_of(qtbot, shown)
    assert second.clipping == crane
    second.reject()


def test_a_text_that_changes_meanwhile_is_shown_anew(qtbot: QtBot, app: App, window: Show) -> None:
    id = add(app)
    shown = window()
    first = opened(qtbot, shown, id)
    assert shown.desk is not None
    desk = shown.desk

    desk.editing.rewrite(id, HTML, [Edited(1, "paragraph")])

    qtbot.waitUntil(lambda: desk.correcting.text not in (None, first), timeout=20_000)
    second = dialog_of(qtbot, shown)
    assert second.editor.toPlainText() == "A heron stood in the river."
    second.reject()


def test_a_text_that_changes_while_one_writes_is_told(qtbot: QtBot, app: App, window: Show) -> None:
    id = add(app)
    shown = window()
    dialog = opened(qtbot, shown, id)
    write(qtbot, dialog, " Mine.")
    assert shown.desk is not None

    shown.desk.editing.rewrite(id, HTML, [Edited(1, "paragraph")])

    told = dialog.findChildren(QLabel)
    qtbot.waitUntil(lambda: any("changed meanwhile" in one.text() for one in told), timeout=20_000)
    dialog.save.click()
    qtbot.waitUntil(lambda: closed(shown), timeout=20_000)
    assert text(app, id) == TEXT + " Mine."


def test_an_article_without_text_can_be_written(qtbot: QtBot, app: App, window: Show) -> None:
    id = add(app, html="", text="")
    shown = window()
    dialog = opened(qtbot, shown, id)

    write(qtbot, dialog, "All of it.")
    dialog.save.click()

    qtbot.waitUntil(lambda: closed(shown), timeout=20_000)
    assert text(app, id) == "All of it."


def test_the_cursor_stands_where_one_was_reading(qtbot: QtBot, app: App, window: Show) -> None:
    id = add(app)
    shown = window()
    with qtbot.waitSignal(shown.panes.reading.document_shown):
        shown.panes.list.select((id,))
    browser = shown.panes.reading.article.browser
    found = browser.document().find("waited")
    browser.setTextCursor(found)

    shown.panes.reading.edit_text_asked.emit(id)
    dialog = dialog_of(qtbot, shown)

    qtbot.waitUntil(lambda: dialog.editor.textCursor().block().text() == "It waited for a fish.")
    dialog.reject()


def test_the_kind_of_the_paragraph_is_shown_and_set(qtbot: QtBot, app: App, window: Show) -> None:
    id = add(app)
    shown = window()
    dialog = opened(qtbot, shown, id)
    assert dialog.bar.kinds.value() == "heading"
    dialog.editor.moveCursor(QTextCursor.MoveOperation.End)
    assert dialog.bar.kinds.value() == "paragraph"

    press(dialog, "Ctrl+4")
    assert dialog.bar.kinds.value() == "quote"
    press(dialog, "Ctrl+S")

    qtbot.waitUntil(lambda: closed(shown), timeout=20_000)
    assert "<blockquote><p>It waited for a fish.</p>" in app.library.clippings.document(id).article.html


def test_emphasis_is_shown_and_set(qtbot: QtBot, app: App, window: Show) -> None:
    id = add(app, "<p>It <strong>waited</strong>.</p>", "It waited.")
    shown = window()
    dialog = opened(qtbot, shown, id)
    assert not dialog.bar.bold.isChecked()
    dialog.editor.setTextCursor(dialog.editor.document().find("waited"))
    assert dialog.bar.bold.isChecked()

    press(dialog, "Ctrl+B")
    assert not dialog.bar.bold.isChecked()
    press(dialog, "Ctrl+I")
    assert dialog.bar.italic.isChecked()
    dialog.save.click()

    qtbot.waitUntil(lambda: closed(shown), timeout=20_000)
    assert app.library.clippings.document(id).article.html == "<p>It <em>waited</em>.</p>"


def test_a_link_is_made_changed_and_taken_away(qtbot: QtBot, app: App, window: Show) -> None:
    id = add(app)
    shown = window()
    dialog = opened(qtbot, shown, id)
    dialog.editor.setTextCursor(dialog.editor.document().find("heron stood"))

    def lead(address: str) -> None:
        press(dialog, "Ctrl+K")
        assert dialog.asked is not None
        dialog.asked.field.setText(address)
        dialog.asked.deed.click()

    def html() -> str:
        return inline(dialog.editor.edited()[1].runs or ())

    lead("marsh.example/heron")
    assert html() == 'A <a href="https://marsh.example/heron">heron stood</a> in the river.'
    dialog.editor.moveCursor(QTextCursor.MoveOperation.Left)
    dialog.editor.moveCursor(QTextCursor.MoveOperation.Right)
    lead("http://crane.example/")
    assert html() == 'A <a href="http://crane.example/">heron stood</a> in the river.'
    lead("")

    assert dialog.editor.edited()[1].runs is None
    dialog.editor.document().setModified(False)
    dialog.reject()


def test_code_has_no_links(qtbot: QtBot, app: App, window: Show) -> None:
    id = add(app, "<p>Words.</p><pre>code</pre>", "Words.\n\ncode")
    shown = window()
    dialog = opened(qtbot, shown, id)
    dialog.editor.setTextCursor(dialog.editor.document().find("code"))

    press(dialog, "Ctrl+K")

    assert dialog.asked is None
    dialog.reject()


def test_an_address_that_leads_nowhere_is_not_taken(qtbot: QtBot, app: App, window: Show) -> None:
    id = add(app)
    shown = window()
    dialog = opened(qtbot, shown, id)
    press(dialog, "Ctrl+K")
    assert dialog.asked is not None

    dialog.asked.field.setText("javascript:alert(1)")

    assert not dialog.asked.deed.isEnabled()
    dialog.asked.reject()
    dialog.reject()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (" https://x.example/a b", ""),
        (" https://x.example/a ", "https://x.example/a"),
        ("x.example", "https://x.example"),
        ("mailto:a@x.example", "mailto:a@x.example"),
        ("file:///etc/passwd", ""),
        ("heron", ""),
    ],
)
def test_an_address_is_understood(typed: str, meant: str) -> None:
    assert linking.address(typed) == meant


def test_a_window_that_closes_takes_an_untouched_text_with_it(qtbot: QtBot, app: App, window: Show) -> None:
    id = add(app)
    shown = window()
    opened(qtbot, shown, id)

    shown.close()

    assert closed(shown)
    assert not shown.isVisible()


def test_pictures_stay_where_they_stand(qtbot: QtBot, app: App, window: Show) -> None:
    url = "https://marsh.example/heron.png"
    figure = f'<figure><img src="{url}" alt="A heron"><figcaption>In March.</figcaption></figure>'
    article = Article(
        Metadata(title=Found("The heron")), TEXT, HTML + "\n" + figure, illustrations=(Illustration(url, "In March."),)
    )
    picture = Picture(url, news_pages.png(), "image/png", 1, 1)
    added, _ = app.library.clippings.add([Addition(None, article, None, None, pictures=(picture,))])
    shown = window()
    dialog = opened(qtbot, shown, added[0].id)
    dialog.editor.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.keyClicks(dialog.editor, "Early ")

    dialog.save.click()

    qtbot.waitUntil(lambda: closed(shown), timeout=20_000)
    html = app.library.clippings.document(added[0].id).article.html
    assert html == HTML.replace("Spring", "Early Spring") + "\n" + figure


def test_all_of_the_dialog_has_a_name(qtbot: QtBot, app: App, window: Show) -> None:
    id = add(app)
    shown = window()

    dialog = opened(qtbot, shown, id)

    named = [dialog.editor, *dialog.bar.parts()]
    assert all(part.accessibleName() for part in named)
    dialog.reject()
