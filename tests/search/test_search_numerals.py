"""Numbers and days in all ways in which they are written."""

import pytest

from clipper.search.nodes import And, Near, Node, Or, Phrase, Prefix, Word
from clipper.search.numerals import rows, ways
from clipper.search.query import LastWord, half_typed, last_word, parse


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("1234567", {"1,234,567"}),
        ("1.234.567", {"1234567"}),
        ("1'234'567", {"1234567"}),
        ("1\u202f234\u202f567", {"1234567"}),
        ("$1,234.50", {"1234.50"}),
        ("1234,5", {"1,234,5"}),
        ("COVID-19", {"COVID19"}),
        ("Covid19", {"Covid-19"}),
        ("2024-05-01", {"1.5.2024", "01.05.2024"}),
        ("01.05.2024", {"1.5.2024", "2024-05-01"}),
        ("2024-13-01", set()),
        ("3,5", set()),
        ("0123456", set()),
        ("9/11", set()),
        ("klima", set()),
        ("9" * 400, set()),
        ("٣٢١٠", set()),
    ],
)
def test_a_number_is_written_in_several_ways(text: str, others: set[str]) -> None:
    assert set(ways(text)) == others


@pytest.mark.parametrize(
    ("words", "others"),
    [
        (("1", "234", "567", "Euro"), {("1234567", "Euro")}),
        (("rund", "1234567"), {("rund", "1", "234", "567")}),
        (("1", "234", "und", "5000"), {("1234", "und", "5000"), ("1", "234", "und", "5", "000")}),
        (("vor", "allem"), set()),
        (("007", "123"), set()),
    ],
)
def test_numbers_in_a_row_are_written_whole_or_in_groups(words: tuple[str, ...], others: set[tuple[str, ...]]) -> None:
    assert set(rows(words)) == others


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("10 000", Or((Word("10000"), And((Word("10"), Word("000")))))),
        ("10 0000", And((Word("10"), Word("0000")))),
        ("title:10 000", And((Word("10", "title"), Word("000")))),
        ('"ab 2000"', Or((Phrase(("ab", "2", "000")), Phrase(("ab", "2000"))))),
        ("2000 NEAR/2 a", Or((Near((Word("2,000"), Word("a")), 2), Near((Word("2000"), Word("a")), 2)))),
    ],
)
def test_a_query_asks_for_all_ways(text: str, tree: Node) -> None:
    assert parse(text).tree == tree
    assert parse(text).complaints == ()


def test_a_half_typed_number_goes_on() -> None:
    last = Or((Word("000"), Prefix("000")))

    assert half_typed("10 000", parse("10 000").tree) == Or((Word("10000"), And((Word("10"), last))))
    assert last_word("10 000") == LastWord(3, "", "000")
