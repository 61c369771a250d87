"""Lines as the memory of their site knows them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipper.extraction.aligning import key
from clipper.lines import KEY_BYTES, MOST_LINES, SAMPLE_CHARS, folded, is_paragraph, line_key, remembered
from clipper.model import Line


@given(st.text())
def test_extraction_compares_lines_as_the_memory_does(text: str) -> None:
    assert folded(text) == key(text)


@given(st.text())
def test_a_line_is_folded_alike_in_a_short_and_in_a_long_text(text: str) -> None:
    long = "One line, and another. " * 100

    assert folded(text + long) == folded(text) + "onelineandanother" * 100


@given(st.text())
def test_any_text_has_a_key_or_none(text: str) -> None:
    found = line_key(text)

    assert found is None or len(found) == KEY_BYTES


def test_marks_white_space_and_case_make_no_other_line() -> None:
    assert line_key("Read our  newsletter,\nevery day!") == line_key("READ our newsletter every day")
    assert line_key("Read our newsletter every day") != line_key("Read our newsletter every week")


def test_the_key_of_a_line_is_the_same_in_every_library() -> None:
    assert line_key("Read our newsletter every day") == bytes.fromhex("afefe7e2f69f8e4e")


@pytest.mark.parametrize("text", ["Yes", "10 %", "Fazit", "—", "", "はい"])
def test_what_is_too_short_to_tell_anything_has_no_key(text: str) -> None:
    assert line_key(text) is None


@pytest.mark.parametrize(
    "text", ["Advertisement here", "Lesen Sie dazu auch", "À lire également", "関連記事を読む", "اقرأ أيضا على موقعنا"]
)
def test_a_short_line_of_a_site_has_a_key_in_every_script(text: str) -> None:
    assert line_key(text) is not None


def test_a_line_is_remembered_once_and_its_words_are_cut() -> None:
    long = "word " * 200

    lines = remembered([long, "no", "A line of its own.", long])

    assert [line.text for line in lines] == [long[: SAMPLE_CHARS - 1].strip() + "…", "A line of its own."]
    assert [line.chars for line in lines] == [len(long), 18]


def test_of_a_long_article_beginning_and_end_are_remembered() -> None:
    texts = [f"Line number {number} of an article" for number in range(200)]

    lines = remembered(texts)

    assert len(lines) == MOST_LINES
    assert (lines[0].text, lines[-1].text) == (texts[0], texts[-1])


def test_a_paragraph_is_shorter_in_scripts_that_say_more_with_a_sign() -> None:
    assert is_paragraph(Line(b"", "Prose", 140))
    assert not is_paragraph(Line(b"", "Prose", 139))
    assert is_paragraph(Line(b"", "市長は", 60))
