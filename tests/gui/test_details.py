"""The details of an article: where each was found, what a filled form corrects, and the dialog that shows it."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from clipper.gui.detailsdialog import DetailsDialog
from clipper.gui.models.details import FIELDS, Detail, corrections, details
from clipper.gui.theme import Theme
from clipper.model import Article, Clipping, Document, Found, Metadata

ROW = Clipping(
    1, "u", None, "Mine", None, (), None, None, datetime(2026, 3, 1, tzinfo=UTC), (), (), False, False, "", "", 1, None
)
EXTRACTED = Article(
    Metadata(
        title=Found("The heron", "json-ld", 0.95),
        authors=Found(("Ann Ash", "Bo King, Jr."), "byline", 0.7),
        date=Found("2026-03-14", "url", 0.4),
    ),
    "Text.",
    "<p>Text.</p>",
)


@pytest.fixture
def shown() -> tuple[Detail, ...]:
    """The details of an article whose title was corrected and whose site was added."""
    laid_over = replace(EXTRACTED.metadata, title=Found("Mine", "given", 1.0), site=Found("The Marsh", "given", 1.0))
    document = Document(ROW, replace(EXTRACTED, metadata=laid_over), (), {}, frozenset({"title", "site"}))
    return details(document, EXTRACTED)


def texts(shown: tuple[Detail, ...], **typed: str) -> dict[str, str]:
    return {detail.field: detail.shown for detail in shown} | typed


def test_each_field_is_shown_with_what_the_page_has(shown: tuple[Detail, ...]) -> None:
    by_field = {detail.field: detail for detail in shown}

    assert tuple(by_field) == FIELDS
    assert by_field["title"] == Detail("title", "Mine", "The heron", "json-ld", 0.95, True)
    assert by_field["authors"].shown == "Ann Ash; Bo King, Jr."
    assert by_field["language"] == Detail("language", "", "", "", 0.0, False)


def test_a_form_left_as_it_was_corrects_nothing(shown: tuple[Detail, ...]) -> None:
    assert corrections(shown, texts(shown)) == {}


def test_what_is_typed_is_a_correction_and_what_the_page_has_takes_it_back(shown: tuple[Detail, ...]) -> None:
    typed = texts(shown, title="The heron", site="", authors="Ann Ash;  Cy Fern ;", date=" ", language="de")

    assert corrections(shown, typed) == {
        "title": None,
        "site": None,
        "authors": ("Ann Ash", "Cy Fern"),
        "date": "",
        "language": "de",
    }


def test_an_empty_title_puts_that_of_the_page_back(shown: tuple[Detail, ...]) -> None:
    assert corrections(shown, texts(shown, title=" ")) == {"title": None}


def test_the_dialog_says_where_a_value_came_from(qtbot: QtBot, theme: Theme, shown: tuple[Detail, ...]) -> None:
    dialog = DetailsDialog(shown, theme)
    qtbot.addWidget(dialog)
    dialog.show()

    said = {field: row.origin.text() for field, row in dialog.rows.items()}
    assert said["title"] == "Corrected by you; the page has: The heron"
    assert said["site"] == "Added by you; the page has nothing"
    assert said["authors"] == "From the byline, fairly certain"
    assert said["date"] == "From the address, a guess"
    assert said["language"] == "Not found on the page"
    assert [field for field, row in dialog.rows.items() if row.back.isVisible()] == ["title", "site"]


def test_what_was_corrected_is_put_back_with_a_click(qtbot: QtBot, theme: Theme, shown: tuple[Detail, ...]) -> None:
    dialog = DetailsDialog(shown, theme)
    qtbot.addWidget(dialog)
    dialog.show()
    row = dialog.rows["title"]

    qtbot.mouseClick(row.back, Qt.MouseButton.LeftButton)

    assert row.line.text() == "The heron"
    assert row.origin.text() == "From what the page tells search engines, certain"
    assert not row.back.isVisible()
    with qtbot.waitSignal(dialog.saved) as caught:
        qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert caught.args is not None
    assert corrections(shown, caught.args[0]) == {"title": None}


def test_a_refusal_is_said_in_the_dialog_which_stays(qtbot: QtBot, theme: Theme, shown: tuple[Detail, ...]) -> None:
    dialog = DetailsDialog(shown, theme)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)

    dialog.show_fault("This is no date.", "date")

    assert dialog.isVisible()
    assert dialog.save.isEnabled()
    assert dialog.focusWidget() is dialog.rows["date"].line


def test_a_title_with_markup_stays_text(qtbot: QtBot, theme: Theme) -> None:
    dialog = DetailsDialog((Detail("title", "x", "<b>Bold</b>", "text", 0.9, True),), theme)
    qtbot.addWidget(dialog)

    assert dialog.rows["title"].origin.textFormat() == Qt.TextFormat.PlainText
