"""From a selection on the pane to lines and pictures."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from documents import document
from PySide6.QtGui import QTextCursor

from clipper.gui.reading.pane import ReadingPane
from clipper.gui.reading.selection import Selected
from clipper.model import Document, KeptPicture

BODY = (
    "<p>First line<br>second line</p><ul><li>One</li><li>Two \N{BIRD} wings</li></ul>"
    "<table><tr><td>Left</td><td>Right</td></tr></table>"
    '<figure><img src="https://example.org/kept.png"><figcaption>Below it</figcaption></figure><p>Last line</p>'
)


@pytest.fixture
def shown(pane: ReadingPane, show: Callable[[Document], None], picture: KeptPicture) -> ReadingPane:
    made = document(html=BODY)
    show(replace(made, pictures={picture.url: picture}))
    return pane


def select(pane: ReadingPane, first: str, last: str) -> Selected:
    """Select from within one text to within another."""
    browser = pane.article.browser
    text = browser.document().toRawText()
    start, end = text.index(first) + 1, text.index(last) + len(last) - 1
    cursor = QTextCursor(browser.document())
    cursor.setPosition(len(text[:start].encode("utf-16-le")) // 2)
    cursor.setPosition(len(text[:end].encode("utf-16-le")) // 2, QTextCursor.MoveMode.KeepAnchor)
    browser.setTextCursor(cursor)
    return pane.selected()


def chosen(found: Selected) -> list[str]:
    return [line for number, line in enumerate(found.lines) if number in found.chosen]


def test_lines_in_which_something_is_selected_are_chosen(shown: ReadingPane) -> None:
    assert chosen(select(shown, "second", "One")) == ["second line", "One"]
    assert chosen(select(shown, "wings", "wings")) == ["Two \N{BIRD} wings"]
    assert chosen(select(shown, "Left", "Left")) == ["Left"]
    assert chosen(select(shown, "Last line", "Last line")) == ["Last line"]


def test_a_picture_within_the_selection_is_named_by_its_address(shown: ReadingPane) -> None:
    found = select(shown, "Right", "Below it")

    assert found.pictures == ("https://example.org/kept.png",)
    assert select(shown, "First", "second").pictures == ()


def test_all_lines_are_given_in_order(shown: ReadingPane) -> None:
    lines = [line for line in select(shown, "First", "First").lines if line.strip("\ufffc")]

    start = lines.index("First line")
    assert lines[start : start + 2] == ["First line", "second line"]
    assert lines[start + 2 : start + 6] == ["One", "Two \N{BIRD} wings", "Left", "Right"]


def test_nothing_is_chosen_where_nothing_is_selected(shown: ReadingPane) -> None:
    assert shown.selected().chosen == frozenset()


def test_a_pane_without_an_article_has_no_selection(pane: ReadingPane) -> None:
    assert pane.selected() == Selected()
