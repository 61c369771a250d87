"""Which lines count as repeated: pure judging."""

import pytest

from clipper.lines import remembered
from clipper.model import Line
from clipper.store.repetition import PageLines, count, is_repeated, is_repeated_apart, keys_of, packed, same_page

SHORT = Line(b"short", "Follow us every day", 19)
PROSE = Line(b"prose", "A paragraph of prose", 300)


def page(number: int, *texts: str, key: str | None = None, title: str = "") -> PageLines:
    return PageLines(number, packed(remembered(texts)), key, title)


@pytest.mark.parametrize(
    ("stood_on", "pages", "repeated"),
    [
        (3, 3, False),
        (1, 4, False),
        (2, 4, True),
        (2, 5, True),
        (2, 6, False),
        (3, 6, True),
        (23, 60, False),
        (24, 60, True),
    ],
)
def test_a_short_line_must_stand_on_two_other_pages_and_four_in_ten(stood_on: int, pages: int, repeated: bool) -> None:
    assert is_repeated(SHORT, stood_on=stood_on, pages=pages) is repeated


@pytest.mark.parametrize(
    ("stood_on", "pages", "repeated"), [(2, 4, False), (3, 4, True), (3, 6, False), (4, 6, True), (35, 60, False)]
)
def test_a_paragraph_must_stand_on_three_other_pages_and_six_in_ten(stood_on: int, pages: int, repeated: bool) -> None:
    assert is_repeated(PROSE, stood_on=stood_on, pages=pages) is repeated


@pytest.mark.parametrize(
    ("stood_on", "pages", "repeated"),
    [(3, 3, False), (0, 4, False), (1, 4, True), (1, 20, True), (1, 21, False), (3, 60, True)],
)
def test_apart_from_the_text_one_other_page_is_enough(stood_on: int, pages: int, repeated: bool) -> None:
    assert is_repeated_apart(stood_on=stood_on, pages=pages) is repeated


def test_two_clippings_of_one_page_count_once() -> None:
    pages, stood_on = count(
        [page(1, "A line of the site"), page(1, "A line of the site"), page(2, "Another line there")]
    )

    assert pages == 2
    assert sorted(stood_on.values()) == [1, 1]


def test_a_line_that_stands_twice_on_a_page_counts_once() -> None:
    line = remembered(["A line of the site"])

    _pages, stood_on = count([PageLines(1, packed([*line, *line]))])

    assert list(stood_on.values()) == [1]


def test_a_value_that_is_damaged_is_read_as_far_as_it_goes() -> None:
    assert keys_of(b"01234567" + b"89") == (b"01234567",)
    assert keys_of(b"") == ()


def test_the_same_address_is_the_same_page() -> None:
    assert same_page(page(2, "All is new here now", key="a"), [page(1, "What stood here before", key="a")]) == 1
    assert same_page(page(2, "All is new here now"), [page(1, "What stood here before")]) is None


def test_an_article_under_two_addresses_is_the_same_page() -> None:
    texts = [f"Sentence number {number} of it." for number in range(10)]

    assert same_page(page(2, *texts, key="b"), [page(1, *texts, key="a")]) == 1
    assert same_page(page(2, *texts[:8], key="b"), [page(1, *texts, key="a")]) is None
    assert same_page(page(2, *texts[:8], key="b", title="T"), [page(1, *texts, key="a", title="T")]) == 1
