"""The page that is written in: what nobody touched comes back untouched, and keys know what a block is."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from clipper.extraction.cutting import cut
from clipper.gui.reading.browser import BLANK
from clipper.gui.reading.style import Style
from clipper.gui.rewriting.editor import PassageEditor
from clipper.gui.rewriting.look import Look
from clipper.gui.theme import Theme
from clipper.passages import Edited, Passage, Run

HTML = (
    '<h2>The river</h2><p>A heron <a href="https://marsh.example/">waits <strong>here</strong></a>.<br>Still.</p>'
    "<ul><li>One</li><li>Two<ul><li>Within</li></ul></li></ul><blockquote><p>Said \N{BIRD} so.</p></blockquote>"
    '<figure><img src="https://marsh.example/a.png" alt="A heron"><figcaption>The bank.</figcaption></figure>'
    "<table><tr><td>Year</td></tr></table><pre>  x\n y</pre><ol><li>First</li></ol><p>CO<sub>2</sub> and "
    "<code>z</code></p>"
)
PASSAGES = tuple(one.passage for one in cut(HTML).cuts)
HEADING, PARAGRAPH, ONE, TWO, WITHIN, QUOTE, PICTURE, CAPTION, TABLE, CODE, FIRST, LAST = range(12)


@pytest.fixture
def editor(qtbot: QtBot, theme: Theme) -> PassageEditor:
    return filled(qtbot, theme, PASSAGES)


def filled(qtbot: QtBot, theme: Theme, passages: tuple[Passage, ...]) -> PassageEditor:
    made = PassageEditor(passages, {}, Look(Style(theme.tokens)), theme)
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    with qtbot.waitSignal(made.filled):
        made.fill()
    return made


def untouched(passages: tuple[Passage, ...] = PASSAGES) -> list[Edited]:
    return [Edited(number, one.kind, level=one.level or 2) for number, one in enumerate(passages)]


def put_cursor(editor: PassageEditor, number: int, *, end: bool = True) -> None:
    block = editor.document().findBlockByNumber(number)
    cursor = QTextCursor(block)
    if end:
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    editor.setTextCursor(cursor)


def changed(editor: PassageEditor) -> list[Edited]:
    """Give what is not as it was."""
    return [one for one in editor.edited() if one not in untouched()]


def test_what_nobody_touched_comes_back_untouched(editor: PassageEditor) -> None:
    assert list(editor.edited()) == untouched()
    assert not editor.document().isModified()
    assert not editor.document().isUndoAvailable()


def test_typed_words_change_their_passage_and_keep_its_links(qtbot: QtBot, editor: PassageEditor) -> None:
    put_cursor(editor, PARAGRAPH)

    qtbot.keyClicks(editor, " No fish.")

    assert changed(editor) == [
        Edited(
            PARAGRAPH,
            "paragraph",
            (
                Run("A heron "),
                Run("waits ", (), "https://marsh.example/"),
                Run("here", ("strong",), "https://marsh.example/"),
                Run(".\nStill. No fish."),
            ),
        )
    ]


@pytest.mark.parametrize(("before", "linked"), [("ter", False), ("win", True), ("", False)])
def test_what_is_typed_beside_a_link_is_none_of_it(qtbot: QtBot, theme: Theme, before: str, linked: bool) -> None:
    link = "https://marsh.example/"
    editor = filled(qtbot, theme, (Passage("paragraph", (Run("winter", (), link),)),))
    found = editor.document().find(before) if before else QTextCursor(editor.document())
    found.clearSelection()
    editor.setTextCursor(found)

    qtbot.keyClicks(editor, "xy")

    (one,) = editor.edited()
    typed = next(run for run in one.runs or () if "xy" in run.text)
    assert (typed.href == link) == linked


def test_words_taken_back_leave_nothing_changed(qtbot: QtBot, editor: PassageEditor) -> None:
    put_cursor(editor, QUOTE)
    qtbot.keyClicks(editor, "x")
    assert editor.document().isModified()

    editor.undo()

    assert list(editor.edited()) == untouched()
    assert not editor.document().isModified()


def test_enter_adds_a_paragraph_beside_the_one_it_was_pressed_in(qtbot: QtBot, editor: PassageEditor) -> None:
    put_cursor(editor, PARAGRAPH)

    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.keyClicks(editor, "Added.")

    assert changed(editor) == [Edited(PARAGRAPH, "paragraph", (Run("Added."),), fresh=True)]
    assert len(editor.edited()) == len(PASSAGES) + 1


def test_enter_before_a_paragraph_leaves_it_as_it_was(qtbot: QtBot, editor: PassageEditor) -> None:
    put_cursor(editor, PARAGRAPH, end=False)

    qtbot.keyClick(editor, Qt.Key.Key_Return)
    editor.moveCursor(QTextCursor.MoveOperation.PreviousBlock)
    qtbot.keyClicks(editor, "Before.")

    assert changed(editor) == [Edited(PARAGRAPH, "paragraph", (Run("Before."),), fresh=True)]
    assert Edited(PARAGRAPH, "paragraph") in editor.edited()


def test_enter_after_a_heading_begins_a_paragraph(qtbot: QtBot, editor: PassageEditor) -> None:
    put_cursor(editor, HEADING)

    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.keyClicks(editor, "Words.")

    assert changed(editor) == [Edited(None, "paragraph", (Run("Words."),), fresh=True)]


def test_enter_in_a_list_adds_an_item_and_twice_ends_it(qtbot: QtBot, editor: PassageEditor) -> None:
    put_cursor(editor, FIRST)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.keyClicks(editor, "Second")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.keyClicks(editor, "After.")

    assert changed(editor) == [
        Edited(FIRST, "item", (Run("Second"),), fresh=True),
        Edited(None, "paragraph", (Run("After."),), fresh=True),
    ]


def test_enter_in_code_is_a_line(qtbot: QtBot, editor: PassageEditor) -> None:
    put_cursor(editor, CODE)

    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.keyClicks(editor, "  z")

    assert changed(editor) == [Edited(CODE, "code", (Run("  x\n y\n  z"),))]


def test_backspace_at_the_start_of_an_item_makes_it_a_paragraph(qtbot: QtBot, editor: PassageEditor) -> None:
    put_cursor(editor, ONE, end=False)

    qtbot.keyClick(editor, Qt.Key.Key_Backspace)

    assert changed(editor) == [Edited(ONE, "paragraph")]


def test_a_paragraph_emptied_is_gone(qtbot: QtBot, editor: PassageEditor) -> None:
    put_cursor(editor, PARAGRAPH)
    editor.moveCursor(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)

    qtbot.keyClick(editor, Qt.Key.Key_Delete)

    assert [one.origin for one in editor.edited()] == [n for n in range(12) if n != PARAGRAPH]
    assert changed(editor) == []


@pytest.mark.parametrize(("beside", "key"), [(CAPTION, Qt.Key.Key_Backspace), (QUOTE, Qt.Key.Key_Delete)])
def test_a_picture_is_first_selected_then_taken_out(
    qtbot: QtBot, editor: PassageEditor, beside: int, key: Qt.Key
) -> None:
    put_cursor(editor, beside, end=key == Qt.Key.Key_Delete)

    qtbot.keyClick(editor, key)
    assert editor.textCursor().selectedText() == "\ufffc"
    assert list(editor.edited()) == untouched()
    qtbot.keyClick(editor, key)

    assert [one.origin for one in editor.edited()] == [n for n in range(12) if n != PICTURE]


@pytest.mark.parametrize("end", [True, False])
def test_words_typed_beside_a_picture_are_a_paragraph(qtbot: QtBot, editor: PassageEditor, end: bool) -> None:
    put_cursor(editor, PICTURE, end=end)

    qtbot.keyClicks(editor, "Words.")

    assert changed(editor) == [Edited(None, "paragraph", (Run("Words."),), fresh=True)]
    origins = [one.origin for one in editor.edited()]
    assert origins.index(None) == origins.index(PICTURE) + (1 if end else -1)


def test_words_typed_over_a_picture_are_a_paragraph(qtbot: QtBot, editor: PassageEditor) -> None:
    put_cursor(editor, PICTURE)
    editor.moveCursor(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)

    qtbot.keyClicks(editor, "Words.")

    assert changed(editor) == [Edited(None, "paragraph", (Run("Words."),), fresh=True)]
    assert editor.keys.kind() == "paragraph"
    assert PICTURE not in [one.origin for one in editor.edited()]


def test_blocks_that_are_selected_become_another_kind(editor: PassageEditor) -> None:
    put_cursor(editor, PARAGRAPH)
    editor.moveCursor(QTextCursor.MoveOperation.PreviousBlock, QTextCursor.MoveMode.KeepAnchor)

    editor.set_kind("quote")

    assert changed(editor) == [Edited(HEADING, "quote"), Edited(PARAGRAPH, "quote")]
    editor.undo()
    assert list(editor.edited()) == untouched()


@pytest.mark.parametrize("number", [PICTURE, CAPTION, TABLE, CODE])
def test_what_is_not_typed_freely_stays_what_it_is(editor: PassageEditor, number: int) -> None:
    put_cursor(editor, number)

    editor.set_kind("heading")

    assert list(editor.edited()) == untouched()


def test_emphasis_is_put_on_and_taken_off(editor: PassageEditor) -> None:
    put_cursor(editor, ONE)
    editor.moveCursor(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)

    editor.toggle("em")
    assert changed(editor) == [Edited(ONE, "item", (Run("One", ("em",)),))]
    editor.toggle("em")

    assert list(editor.edited()) == untouched()


def test_emphasis_without_a_selection_is_that_of_what_is_typed(qtbot: QtBot, editor: PassageEditor) -> None:
    put_cursor(editor, ONE)

    editor.toggle("strong")
    qtbot.keyClicks(editor, "!")

    assert changed(editor) == [Edited(ONE, "item", (Run("One"), Run("!", ("strong",))))]


def test_pasted_lines_are_paragraphs_without_their_looks(editor: PassageEditor) -> None:
    put_cursor(editor, PARAGRAPH)
    mime = QMimeData()
    mime.setText(" One.\n\n\tTwo. \r\n")
    mime.setHtml("<h1>One.</h1>")

    editor.insertFromMimeData(mime)

    last = changed(editor)
    assert [one.fresh for one in last] == [False, True]
    assert (last[0].runs or ())[-1] == Run(".\nStill.One.")
    assert last[1].runs == (Run("Two."),)


def test_a_picture_that_is_gone_may_come_back(qtbot: QtBot, editor: PassageEditor) -> None:
    put_cursor(editor, TABLE, end=False)
    editor.moveCursor(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor)
    qtbot.keyClick(editor, Qt.Key.Key_Delete)
    assert [one.origin for one in editor.edited()] == [n for n in range(12) if n != TABLE]

    editor.undo()

    assert list(editor.edited()) == untouched()


def test_a_long_text_comes_in_turns_and_whole(qtbot: QtBot, theme: Theme) -> None:
    passages = tuple(Passage("paragraph", (Run(f"{number} " + "word " * 200 + "end"),)) for number in range(150))

    editor = filled(qtbot, theme, passages)

    assert list(editor.edited()) == untouched(passages)


def test_what_is_written_from_the_right_is_indented_from_there(theme: Theme) -> None:
    quote = Passage("quote", (Run("x"),), quoted=True)

    leftwards, rightwards = (Look(Style(theme.tokens, language=one)).block(quote, 0) for one in ("en", "ar"))

    assert (leftwards.rightMargin(), rightwards.rightMargin()) == (0, rightwards.leftMargin())


def test_another_scheme_is_no_change(editor: PassageEditor, theme: Theme) -> None:
    theme.choose("dark")

    assert list(editor.edited()) == untouched()
    assert not editor.document().isUndoAvailable()
    theme.choose("light")


def test_another_width_is_no_change(qtbot: QtBot, editor: PassageEditor) -> None:
    editor.resize(500, 400)

    assert not editor.document().isUndoAvailable()
    assert not editor.document().isModified()


def test_no_file_is_opened_for_a_picture(editor: PassageEditor) -> None:
    editor.insertFromMimeData(QMimeData())

    assert editor.loadResource(2, "file:///etc/passwd") is BLANK
    assert editor.loadResource(3, "file:///etc/passwd") == ""
