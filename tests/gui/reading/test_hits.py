"""Hits are found where the words stand, counted as the text document counts."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from clipper.gui.reading import hits


def test_words_are_found_whole_and_in_any_case() -> None:
    assert hits.places("House, houses, HOUSE", ["house"]) == ((0, 5), (15, 20))


def test_a_phrase_is_found_across_a_line_break_before_its_words() -> None:
    assert hits.places("a red\nhouse, red", ["red", "red house"]) == ((2, 11), (13, 16))


def test_japanese_words_need_no_spaces() -> None:
    assert hits.places("東京都に行く", ["東京"]) == ((0, 2),)


def test_words_of_signs_only_are_no_error() -> None:
    assert hits.places("a+b (c)", ["(", "+", " ", ""]) == ((1, 2), (4, 5))


def test_places_count_as_the_document_does(qapp: object) -> None:
    text = "😀 word 😀😀 word"
    document = QTextDocument(text)
    found = hits.places(text, ["word"])

    for start, end in found:
        cursor = QTextCursor(document)
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        assert cursor.selectedText() == "word"
    assert len(found) == 2


def test_the_pieces_under_marks_are_each_given_once() -> None:
    assert hits.pieces("Red house, red roof", [(0, 3), (4, 9), (11, 14)]) == ("red", "house")


@given(st.text(), st.lists(st.text(max_size=8), max_size=5))
def test_any_words_are_searched_without_a_fault(text: str, words: list[str]) -> None:
    found = hits.places(text, words)

    assert list(found) == sorted(found)
