"""What find asks SQL for."""

import pytest
from store_samples import a_page, an_addition, an_article, with_picture

from clipper.store.searching import days
from clipper.store.store import Store


@pytest.fixture
def filled(store: Store) -> Store:
    """Give a library of four clippings, each with something of its own."""
    store.clippings.add(
        [
            with_picture(1),
            an_addition(2, page=None, added="2026-01-31T23:59:59.5+00:00", tags=("World/Asia",)),
            an_addition(3, added="2026-02-01T00:00:00+00:00"),
            an_addition(4, article=an_article("T", "x", site="Zürcher Blatt", authors=("Ann", "Åsa"), language="de")),
        ]
    )
    store.clippings.set_read([3], True)
    store.clippings.set_starred([2], True)
    store.clippings.set_note(2, "Grüße an Müller")
    store.clippings.trash([4])
    return store


@pytest.mark.parametrize(
    ("field", "value", "ids"),
    [
        ("tag", "world", {2}),
        ("tag", " WORLD / asia ", {2}),
        ("tag", "asia", set()),
        ("tag", "", set()),
        ("is", "read", {3}),
        ("is", "UNREAD", {1, 2, 4}),
        ("is", "starred", {2}),
        ("is", "trashed", {4}),
        ("is", "tagged", {2}),
        ("is", "untagged", {1, 3, 4}),
        ("is", "purple", set()),
        ("has", "note", {2}),
        ("has", "tag", {2}),
        ("has", "picture", {1}),
        ("has", "capture", {1, 3, 4}),
        ("has", "flag", set()),
        ("has", "x'; DROP TABLE clippings", set()),
        ("url", "", set()),
        ("added", "2026-01", {2}),
        ("added", "2026-01-31..2026-02-01", {2, 3}),
        ("added", "<2026-02-01", {2}),
        ("added", "<=2026-02-01", {2, 3}),
        ("added", ">2026-01-31", {1, 3, 4}),
        ("added", ">= 2026-01-31", {1, 2, 3, 4}),
        ("added", "..2026-01", {2}),
        ("added", "2026-02..", {1, 3, 4}),
        ("added", "whenever", set()),
        ("id", "3", {3}),
        ("id", "1, 3,99", {1, 3}),
        ("id", "1,", set()),
        ("id", "3.0", set()),
        ("id", "9" * 30, set()),
        ("id", "²", set()),
        ("colour", "red", set()),
    ],
)
def test_set_terms_give_their_clippings(filled: Store, field: str, value: str, ids: set[int]) -> None:
    assert filled.searching.ids_for(field, value) == ids


def test_a_part_of_an_address_finds_its_clippings(store: Store) -> None:
    store.clippings.add(
        [
            an_addition(1, url="https://www.Example.org/Politik/2024/wahl?utm_source=x", key="https://example.org/Politik/2024/wahl"),
            an_addition(2, page=a_page("https://m.example.org/2"), url="https://example.org/2", key="https://example.org/2"),
            an_addition(3, url="https://xn--mnchen-3ya.de/stra%C3%9Fe", key="https://xn--mnchen-3ya.de/stra%C3%9Fe"),
            an_addition(4, page=None, url=None, key=None),
        ]
    )  # fmt: skip

    def found(part: str) -> set[int]:
        return set(store.searching.ids_for("url", part))

    assert found("/politik/2024") == {1}
    assert found("example.org") == {1, 2, 3}
    assert found("M.EXAMPLE.ORG/2") == {2}
    assert found("http://example.org/Politik/2024/wahl/?utm_medium=mail") == {1}
    assert found("münchen.de") == {3}
    assert found("straße") == {3}
    assert found("%") == {3}
    assert found("nowhere") == set()
    assert found(" ") == set()


def test_notes_are_read_with_their_clippings(filled: Store) -> None:
    assert filled.searching.notes() == ((2, "Grüße an Müller"),)


def test_flags_are_found_by_name(store: Store) -> None:
    flagged = an_article("A", "x")
    flagged = type(flagged)(flagged.metadata, "x", "", ("paywall", "doubtful"))
    store.clippings.add([an_addition(1, article=flagged), an_addition(2)])

    assert store.searching.ids_for("flag", "doubtful") == {1}
    assert store.searching.ids_for("has", "flag") == {1}
    assert store.searching.ids_for("flag", "consent") == frozenset()
    assert store.searching.ids_for("is", "doubtful") == {1}


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("2024", ("2024-01-01", "2024-12-31")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2024-02-30", None),
        ("2024-13", None),
        ("2024-00-01", None),
        ("0000-01", None),
        ("..", None),
        ("2024..x", None),
        ("", None),
        ("<", None),
        ("2024..2025-03", ("2024-01-01", "2025-03-31")),
    ],
)
def test_ranges_of_days(text: str, span: tuple[str, str] | None) -> None:
    assert days(text) == span


def test_texts_come_in_order_with_corrections(filled: Store) -> None:
    filled.corrections.set(3, "text", "Mine")
    filled.corrections.set(3, "section", "Politics")

    rows = list(filled.searching.texts([4, 99, 3]))

    assert [row.id for row in rows] == [4, 3]
    assert (rows[0].site, rows[0].authors, rows[0].language, rows[0].trashed) == (
        "Zürcher Blatt",
        ("Ann", "Åsa"),
        "de",
        True,
    )
    assert (rows[1].text, rows[1].section, rows[1].url) == ("Mine", "Politics", "https://example.org/3")
    assert (rows[1].date, rows[1].sort_day) == ("", "2026-02-01")


def test_texts_of_all_reach_over_several_groups(store: Store) -> None:
    store.clippings.add([an_addition(number, page=None) for number in range(450)])

    assert [row.id for row in store.searching.texts()] == list(range(1, 451))


def test_a_reader_of_texts_may_write_meanwhile(filled: Store) -> None:
    for row in filled.searching.texts():
        filled.clippings.set_read([row.id], True)

    assert filled.searching.ids_for("is", "unread") == frozenset()


def test_all_ids_are_those_in_or_outside_the_trash(filled: Store) -> None:
    assert filled.searching.all_ids() == {1, 2, 3}
    assert filled.searching.all_ids(trashed=True) == {4}


def test_values_complete_outside_the_trash(filled: Store) -> None:
    assert filled.searching.values("site", "zür") == ()
    filled.clippings.restore([4])

    assert filled.searching.values("site", "ZÜR") == ("Zürcher Blatt",)
    assert filled.searching.values("author", "a\u030a") == ("Åsa",)
    assert filled.searching.values("language", "") == ("de",)
    assert filled.searching.values("colour", "") == ()
