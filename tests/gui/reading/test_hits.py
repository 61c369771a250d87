"""Hits are found where a query is answered, part by part, counted as the text document counts."""

from documents import finding
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from clipper.gui.reading import hits
from clipper.gui.reading.hits import Part


def test_each_part_is_asked_for_its_own_field() -> None:
    parts = (Part("title", 0, 8), Part("author", 9, 18), Part("text", 19, 40))
    text = "A bridge\nBy bridge\nOver the bridge"

    assert hits.places(text, parts, finding("bridge"), "en") == ((28, 34),)
    assert hits.places(text, parts, finding("bridge", in_field="title"), "en") == ((2, 8),)
    assert hits.places(text, parts, finding("bridge", in_field="author"), "en") == ((12, 18),)


def test_what_stands_between_the_parts_is_not_looked_at() -> None:
    assert hits.places("tag tag\ntag", (Part("text", 8, 11),), finding("tag"), "") == ((8, 11),)


def test_two_fields_of_one_line_mark_a_word_once() -> None:
    both = (Part("site", 0, 4), Part("section", 0, 4))

    assert hits.places("Post", both, lambda *_: [(0, 4)], "") == ((0, 4),)


def test_no_more_than_a_limit_is_marked() -> None:
    text = "a " * (hits.LIMIT + 5)

    assert len(hits.places(text, (Part("text", 0, len(text)),), finding("a"), "")) == hits.LIMIT


def test_places_count_as_the_document_does(qapp: object) -> None:
    text = "😀 word\n😀😀 word 😀"
    document = QTextDocument(text)
    second = document.findBlockByNumber(1)
    parts = (Part("title", 0, 7), Part("text", second.position(), second.position() + second.length() - 1))
    found = (
        *hits.places(text, parts, finding("word"), ""),
        *hits.places(text, parts, finding("word", in_field="title"), ""),
    )

    for start, end in found:
        cursor = QTextCursor(document)
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        assert cursor.selectedText() == "word"
    assert len(found) == 2


@given(st.text(), st.integers(0, 30), st.integers(0, 30))
def test_any_stretch_of_any_text_is_looked_at_without_a_fault(text: str, start: int, length: int) -> None:
    def everywhere(piece: str, _field: str, _language: str) -> list[tuple[int, int]]:
        return [(at, at + 1) for at in range(len(piece))]

    found = hits.places(text, (Part("text", start, start + length),), everywhere, "")

    assert list(found) == sorted(found)
