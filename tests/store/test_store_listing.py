"""Lists: views, order, rows, numbers, documents."""

from dataclasses import replace

import pytest
from store_samples import an_addition, an_article

from clipper.answers import TagCount
from clipper.errors import NotFoundError
from clipper.model import Flag, View
from clipper.store.store import Store

FLAGGED: dict[int, tuple[Flag, ...]] = {2: ("consent",), 3: ("doubtful",), 4: ("paywall", "cut_short")}
DATES = {1: "2026-03-01", 2: "2026-01-05T23:30:00-08:00", 3: None, 4: "2026-03-01"}


@pytest.fixture
def filled(store: Store) -> Store:
    """Give a library of four clippings; the third has no date and was added on 2 February 2026."""
    for number, date in DATES.items():
        known = {} if date is None else {"date": date}
        article = an_article(f"Headline {number}", f"Text {number}.", **known)
        article = replace(article, flags=FLAGGED.get(number, ()))
        store.clippings.add([an_addition(number, article=article, added="2026-02-02T12:00:00+00:00")])
    return store


def test_newest_goes_by_the_day_published_else_added(filled: Store) -> None:
    assert filled.clippings.ids("all") == (4, 1, 3, 2)
    assert filled.clippings.ids("all", sort="oldest") == (2, 3, 1, 4)


@pytest.fixture
def at_odds(store: Store) -> Store:
    """Give a library of four clippings that were added in another order than that of their numbers and days."""
    times = ("2026-02-03T12:00:00+00:00", "2026-02-05T12:00:00+02:00", "2026-02-05T11:00:00+00:00")
    for number, (date, added) in enumerate(zip(DATES.values(), (*times, times[0]), strict=True), start=1):
        known = {} if date is None else {"date": date}
        article = an_article(f"Headline {number}", f"Text {number}.", **known)
        article = replace(article, flags=FLAGGED.get(number, ()))
        store.clippings.add([an_addition(number, article=article, added=added)])
    return store


def test_added_goes_by_the_time_added_then_by_number(at_odds: Store) -> None:
    assert at_odds.clippings.ids("all", sort="added") == (3, 2, 4, 1)


@pytest.mark.parametrize(
    ("view", "ids"),
    [
        ("all", (3, 4, 1)),
        ("unread", (3, 4)),
        ("starred", (3,)),
        ("untagged", (3, 1)),
        ("doubtful", (3, 4)),
        ("trash", (2,)),
    ],
)
def test_each_view_is_ordered_by_what_was_added(at_odds: Store, view: View, ids: tuple[int, ...]) -> None:
    at_odds.clippings.set_read([1, 2], True)
    at_odds.clippings.set_starred([2, 3], True)
    at_odds.tags.add([4, 2], ["a/b"])
    at_odds.clippings.trash([2])

    assert at_odds.clippings.ids(view, sort="added") == ids


def test_a_tag_is_ordered_by_what_was_added(at_odds: Store) -> None:
    at_odds.tags.add([1, 2, 4], ["a"])

    assert at_odds.clippings.ids("all", tag="a", sort="added") == (2, 4, 1)


def test_a_day_is_not_shifted_by_its_zone(filled: Store) -> None:
    (row,) = filled.searching.texts([2])

    assert (row.date, row.sort_day) == ("2026-01-05", "2026-01-05")


def test_a_corrected_date_changes_the_order(filled: Store) -> None:
    filled.corrections.set(3, "date", "2026-12-24")

    assert filled.clippings.ids("all") == (3, 4, 1, 2)


@pytest.mark.parametrize(
    ("view", "ids"),
    [
        ("all", (4, 1, 3)),
        ("unread", (4, 3)),
        ("starred", (3,)),
        ("untagged", (1, 3)),
        ("doubtful", (4, 3)),
        ("trash", (2,)),
    ],
)
def test_each_view_shows_its_own(filled: Store, view: View, ids: tuple[int, ...]) -> None:
    filled.clippings.set_read([1, 2], True)
    filled.clippings.set_starred([2, 3], True)
    filled.tags.add([4, 2], ["a/b"])
    filled.clippings.trash([2])

    assert filled.clippings.ids(view) == ids
    assert getattr(filled.clippings.overview(), view) == len(ids)


def test_a_tag_narrows_a_view_to_those_that_bear_it_or_one_below(filled: Store) -> None:
    filled.tags.add([1], ["a"])
    filled.tags.add([2], ["A/b"])
    filled.tags.add([3], ["ab"])

    assert filled.clippings.ids("all", tag="a") == (1, 2)
    assert filled.clippings.ids("all", tag="a/b", sort="oldest") == (2,)
    assert filled.clippings.ids("starred", tag="a") == ()
    assert filled.clippings.ids("all", tag="unheard of") == ()


def test_rows_come_in_the_order_asked_for_without_unknown_ones(filled: Store) -> None:
    assert [row.id for row in filled.clippings.rows([3, 99, 1, 3])] == [3, 1, 3]


def test_the_overview_counts_tags_outside_the_trash_and_levels_above(filled: Store) -> None:
    filled.tags.add([1, 2], ["world/asia"])
    filled.tags.add([2, 3], ["World/Europe"])
    filled.tags.add([3], ["zoo"])
    filled.clippings.trash([3])

    assert filled.clippings.overview().tags == (
        TagCount("world", 2),
        TagCount("world/asia", 2),
        TagCount("World/Europe", 1),
    )


def test_an_unknown_document_is_not_found(store: Store) -> None:
    with pytest.raises(NotFoundError):
        store.clippings.document(1)


def test_an_empty_library_counts_nothing(store: Store) -> None:
    overview = store.clippings.overview()

    assert (overview.all, overview.unread, overview.trash, overview.tags) == (0, 0, 0, ())
    assert store.clippings.ids("all") == ()


def test_a_list_reads_its_ids_from_an_index_alone(store: Store) -> None:
    plan = store.database.connection().execute(
        "EXPLAIN QUERY PLAN SELECT id FROM clippings INDEXED BY clippings_all WHERE trashed_at IS NULL"
        " ORDER BY sort_day DESC, id DESC"
    )

    assert [row[3] for row in plan] == ["SCAN clippings USING INDEX clippings_all"]


@pytest.mark.parametrize("view", ["all", "unread", "starred", "untagged", "trash"])
def test_the_order_of_adding_is_read_from_an_index_alone(store: Store, view: View) -> None:
    asked: list[str] = []
    connection = store.database.connection()
    connection.set_trace_callback(asked.append)
    store.clippings.ids(view, sort="added")
    connection.set_trace_callback(None)

    (query,) = [one for one in asked if "SELECT id" in one]
    plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {query}") if "subquery" not in row[3]]
    assert plan == ["SCAN clippings USING COVERING INDEX clippings_added"]


def test_the_doubtful_are_read_from_an_index_of_their_own(store: Store) -> None:
    asked: list[str] = []
    connection = store.database.connection()
    connection.set_trace_callback(asked.append)
    store.clippings.ids("doubtful")
    store.clippings.overview()
    connection.set_trace_callback(None)

    queries = [one for one in asked if "flags <>" in one]
    rows = [row[3] for query in queries for row in connection.execute(f"EXPLAIN QUERY PLAN {query}")]
    assert [row for row in rows if "subquery" not in row] == ["SCAN clippings USING INDEX clippings_doubtful"] * 2
