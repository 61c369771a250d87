"""What a list shows of an article: excerpt, words, day."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipper.store.overlay import count_words, excerpt, paragraphs, sort_day


@given(st.text(max_size=2_000))
def test_an_excerpt_is_a_short_beginning_in_one_line(text: str) -> None:
    short = excerpt(text)

    assert len(short) <= 300
    assert "\n" not in short
    assert " ".join(text.split()).startswith(short)


def test_an_excerpt_ends_with_a_whole_word() -> None:
    assert excerpt("word " * 100) == ("word " * 60).strip()
    assert excerpt("x" * 400) == "x" * 300
    assert excerpt("short " + "x" * 400) == ("short " + "x" * 400)[:300]
    assert excerpt("a\n\n  b\u00a0c ") == "a b c"


@pytest.mark.parametrize(
    ("text", "words"), [("", 0), ("one two\n\nthree", 3), ("東京で新しい美術館が開館した", 8), ("Größe, 東京", 3)]
)
def test_words_are_counted_where_scripts_have_no_spaces_too(text: str, words: int) -> None:
    assert count_words(text) == words


@pytest.mark.parametrize(
    ("date", "day"),
    [
        ("2026-01-05", "2026-01-05"),
        ("2026-01-05T23:59:00-11:00", "2026-01-05"),
        (None, "2026-11-24"),
        ("", "2026-11-24"),
        ("spring", "2026-11-24"),
    ],
)
def test_the_day_published_leads_else_the_day_added(date: str | None, day: str) -> None:
    assert sort_day(date, "2026-11-24T00:00:00+00:00") == day


def test_text_becomes_paragraphs_without_markup() -> None:
    assert paragraphs("a & b\n\n<script>\n\n\n") == "<p>a &amp; b</p><p>&lt;script&gt;</p>"
