"""Words of a query that may be mistyped, and others in their place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipper.search.mending import doubted, mended


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("Regirung tritt zurück", ["Regirung", "tritt", "zurück"]),
        ("title:Regirung author:Maier text:foo section:Sport", ["Regirung", "Maier", "Sport"]),
        ("tag:Regirung site:Beispiel lang:english is:unread", ["Beispiel"]),
        ('"Regirung tritt" Regir* R?girung Regirung~ -Regirung NOT Regirung', []),
        ("-title:Regirung", []),
        ("(Regirung OR Minister) NEAR/5 Kanzler", ["Regirung", "Minister", "Kanzler"]),
        ("U-Boot 2024 a.b.example abc", ["U-Boot"]),
        ("", []),
    ],
)
def test_plain_words_are_doubted(query: str, words: list[str]) -> None:
    assert [word.text for word in doubted(query)] == words


def test_a_word_is_doubted_in_its_field() -> None:
    assert [word.field for word in doubted("titel:Regirung Minister")] == ["title", None]


def test_others_stand_where_the_words_stood() -> None:
    query = 'title:Regirung OR  (Ministr "und so")'
    first, second = doubted(query)

    assert mended(query, {first: "regierung"}) == 'title:regierung OR  (Ministr "und so")'
    assert mended(query, {first: "regierung", second: "minister"}) == 'title:regierung OR  (minister "und so")'


@given(st.text())
def test_any_text_has_words_or_none(query: str) -> None:
    words = doubted(query)

    assert all(query[word.start : word.end] == word.text for word in words)
    assert mended(query, {word: word.text for word in words}) == query
