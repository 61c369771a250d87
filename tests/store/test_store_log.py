"""The change log and the intake."""

import dataclasses
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from store_samples import an_addition, an_article

from clipper.errors import DamagedError, LibraryError
from clipper.model import FLAGS, Article, Fault, Found, Illustration, Metadata, Request
from clipper.store import records
from clipper.store.changelog import LogRow, ToIndex
from clipper.store.store import Store


def test_the_log_names_what_each_write_did(store: Store) -> None:
    store.clippings.add([an_addition(1), an_addition(2)])
    store.clippings.set_read([1], True)
    store.tags.add([2], ["a"])
    store.corrections.set(2, "title", "b")
    store.clippings.trash([1])
    store.clippings.restore([1])
    store.clippings.trash([2])
    store.clippings.empty_trash()

    todo = store.log.to_index(0)

    assert todo.rows == (
        LogRow(1, 1, "added"),
        LogRow(2, 2, "added"),
        LogRow(5, 2, "text"),
        LogRow(6, 1, "trashed"),
        LogRow(7, 1, "restored"),
        LogRow(8, 2, "trashed"),
        LogRow(9, 2, "deleted"),
    )
    assert (todo.position, todo.complete) == (9, True)


def test_an_index_takes_the_log_in_pieces_and_ends_at_the_last_number(store: Store) -> None:
    store.clippings.add([an_addition(number, page=None) for number in range(5)])
    store.clippings.set_read([1, 2], True)

    first = store.log.to_index(0, limit=3)
    second = store.log.to_index(first.position, limit=3)

    assert [row.number for row in first.rows + second.rows] == [1, 2, 3, 4, 5]
    assert (first.position, second.position) == (3, 7)
    assert [store.log.behind(position) for position in (0, 3, 5, 7)] == [5, 2, 0, 0]
    assert store.log.to_index(7) == ToIndex((), 7, True)


def test_an_index_that_knows_more_than_the_log_must_be_made_anew(store: Store) -> None:
    store.clippings.add([an_addition(1)])

    assert not store.log.to_index(5).complete


def test_an_index_from_before_the_pruned_part_must_be_made_anew(store: Store) -> None:
    store.clippings.add([an_addition(number, page=None) for number in range(5)])

    store.log.prune(below=4)

    assert [store.log.to_index(position).complete for position in (0, 2, 3, 5)] == [False, False, True, True]
    store.log.prune(below=100)
    assert store.log.position() == 5
    assert [store.log.to_index(position).complete for position in (4, 5)] == [False, True]


def test_numbers_go_on_after_pruning(store: Store) -> None:
    store.clippings.add([an_addition(1)])
    store.log.prune(below=100)

    changes = store.clippings.set_read([1], True)

    assert changes.position == 2


def test_another_window_sees_what_a_write_did(store: Store) -> None:
    store.clippings.add([an_addition(1)])
    position = store.log.position()
    store.clippings.add([an_addition(2)])
    store.clippings.set_starred([1], True)

    seen = store.log.since(position)

    assert (seen.clippings, seen.added, seen.position) == ({1, 2}, {2}, store.log.position())
    assert store.log.since(seen.position).clippings == frozenset()
    assert not store.log.since(seen.position).tags


def test_a_window_that_slept_too_long_is_told_of_all_clippings(store: Store) -> None:
    store.clippings.add([an_addition(1), an_addition(2)])
    store.log.prune(below=100)

    seen = store.log.since(0)

    assert (seen.clippings, seen.tags, seen.intake) == ({1, 2}, True, True)


def test_a_write_touches_the_file_that_windows_watch(store: Store) -> None:
    store.clippings.add([an_addition(1)])
    mark = store.folder / "changed"
    before = mark.stat().st_mtime_ns

    store.clippings.set_read([1], True)

    assert mark.stat().st_mtime_ns > before


def test_what_is_handed_in_is_kept_whole(store: Store) -> None:
    article = dataclasses.replace(an_article(authors=("A", "B")), illustrations=(Illustration("https://e.org/a", "c"),))
    requests = [
        Request(
            "https://a.org/", url="https://a.org/", tags=(" a / b ", "a/b"), saved=datetime(2020, 1, 2, tzinfo=UTC)
        ),
        Request("page.html", path="/home/me/page.html", url="https://b.org/", title="T"),
        Request("list.jsonl", article=article),
    ]

    rows = store.intake.put(requests)

    assert store.intake.rows() == rows
    assert [row.request for row in rows] == [dataclasses.replace(requests[0], tags=("a/b",)), *requests[1:]]
    assert {(row.state, row.fault, row.tries) for row in rows} == {("waiting", None, 0)}


def test_a_failed_row_stays_with_its_reason_until_it_is_tried_again(store: Store) -> None:
    (row,) = store.intake.put([Request("a", url="https://a.org/")])
    fault = Fault("status", "429", 30)

    assert store.intake.fail(row.id, fault).intake
    failed = store.intake.row(row.id)
    (again,) = store.intake.retry([row.id, 99])

    assert failed is not None
    assert (failed.state, failed.fault) == ("failed", fault)
    assert (again.state, again.fault, again.tries, again.since) == ("waiting", None, 1, row.since)


def test_rows_leave_when_done_or_dismissed(store: Store) -> None:
    rows = store.intake.put([Request(name, url=f"https://{name}.org/") for name in "abc"])

    store.intake.done(rows[0].id)
    changes = store.intake.dismiss([rows[2].id])

    assert [row.request.given for row in store.intake.rows()] == ["b"]
    assert changes.intake
    assert not store.intake.dismiss([rows[2].id]).intake
    assert not store.intake.fail(rows[2].id, Fault("empty")).intake
    assert store.intake.row(rows[2].id) is None


def test_an_impossible_tag_hands_nothing_in(store: Store) -> None:
    with pytest.raises(LibraryError):
        store.intake.put([Request("a", url="https://a.org/"), Request("b", url="https://b.org/", tags=("\x07",))])

    assert store.intake.rows() == ()
    assert store.intake.put([]) == ()


FOUND = st.builds(Found, st.none() | st.text(), st.text(), st.floats(0, 1))
SEVERAL = st.builds(Found, st.none() | st.lists(st.text()).map(tuple), st.text(), st.floats(0, 1))
METADATA = st.builds(
    Metadata,
    **{
        field.name: SEVERAL if field.name in ("authors", "agencies") else FOUND
        for field in dataclasses.fields(Metadata)
    },
)
ARTICLES = st.builds(
    Article,
    METADATA,
    st.text(),
    st.text(),
    st.lists(st.sampled_from(FLAGS)).map(tuple),
    st.lists(st.builds(Illustration, st.text(), *[st.none() | st.text()] * 3)).map(tuple),
    st.text(),
)


@given(ARTICLES)
def test_articles_come_out_of_json_as_they_went_in(article: Article) -> None:
    request = Request("x", article=article)

    assert records.request_from_json(records.request_to_json(request)) == request


@given(st.text(st.characters()))
def test_cleaned_text_can_be_encoded_and_is_as_long(text: str) -> None:
    cleaned = records.clean(text)

    assert len(cleaned) == len(text)
    assert b"\0" not in cleaned.encode()


@given(st.datetimes())
def test_order_of_kept_times_is_order_of_time(time: datetime) -> None:
    kept = records.moment(time)

    assert records.time_of(kept) == time.replace(tzinfo=UTC)
    assert len(kept) == len("2026-11-24T06:30:15.123456+00:00")


@pytest.mark.parametrize("read", [records.from_json, records.time_of])
def test_what_we_did_not_write_is_damage(read: object) -> None:
    with pytest.raises(DamagedError):
        read("{half")  # type: ignore[operator]


def test_what_is_handed_in_again_takes_the_place_of_a_row_that_failed_or_was_left(store: Store) -> None:
    left = store.intake.put([Request("page.html", path="/p.html", tags=("one",)), Request("b", url="https://b.org/")])
    again = Store(store.folder)
    (ours,) = again.intake.put([Request("a", url="https://a.org/", tags=("two",))])
    again.intake.fail(ours.id, Fault("timeout"))

    rows = again.intake.put([Request("p", path="/p.html"), Request("A", url="https://a.org/", tags=("three",))])
    twice = again.intake.put([Request("A", url="https://a.org/")])

    assert [row.request.tags for row in rows] == [("one",), ("two", "three")]
    assert {row.state for row in rows} == {"waiting"}
    assert [row.id for row in again.intake.rows()] == [left[1].id, *(row.id for row in rows), twice[0].id]
    again.close()
