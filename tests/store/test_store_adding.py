"""Adding clippings: what is known, what differs, what stands together in one transaction."""

import sqlite3
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from store_samples import a_page, a_picture, an_addition, an_article, with_picture

from clipper.errors import LibraryError
from clipper.model import Changes, Found, Illustration, Metadata, Request
from clipper.store.adding import Added
from clipper.store.store import Store


def test_a_clipping_is_written_with_all_that_is_known_of_it(store: Store) -> None:
    article = replace(
        an_article(
            "Rain",
            "It rains.\n\nStill.",
            site="Daily",
            authors=("A. Writer", "B. Other"),
            date="2026-11-20T08:00:00+01:00",
            language="en",
        ),
        flags=("paywall",),
    )

    (added,), changes = store.clippings.add([an_addition(1, article=article, tags=("weather",))])

    (row,) = store.clippings.rows([added.id])
    assert (row.title, row.site, row.authors, row.language) == ("Rain", "Daily", ("A. Writer", "B. Other"), "en")
    assert (row.date, row.excerpt, row.words) == ("2026-11-20T08:00:00+01:00", "It rains. Still.", 3)
    assert (row.tags, row.flags, row.url) == (("weather",), ("paywall",), "https://example.org/1")
    assert (row.read, row.starred, row.trashed, row.note) == (False, False, False, "")
    assert changes.added == changes.clippings == {added.id}
    assert changes.tags
    assert changes.position == store.log.position()


def test_nothing_to_add_is_nothing_written(store: Store) -> None:
    assert store.clippings.add([]) == ((), Changes())
    assert not (store.folder / "changed").exists()


def test_the_document_gives_back_the_article_as_it_was_handed_in(store: Store) -> None:
    addition = with_picture(1)

    store.clippings.add([addition])

    document = store.clippings.document(1)
    assert document.article == addition.article
    assert [capture.url for capture in document.captures] == ["https://example.org/1"]
    (picture,) = document.pictures.values()
    assert Path(picture.path).read_bytes() == addition.pictures[0].body
    assert document.clipping.picture == picture.sha256


def test_the_same_page_again_is_known(store: Store) -> None:
    store.clippings.add([an_addition(1)])

    (again,), changes = store.clippings.add([an_addition(1, tags=("late",))])

    assert again == Added(1, known=True)
    assert changes.added == frozenset()
    assert store.clippings.rows([1])[0].tags == ("late",)
    assert len(store.captures.of(1)) == 1
    assert len(list(store.folder.glob("captures/**/*.gz"))) == 1


def test_the_same_page_twice_in_one_batch_is_kept_once(store: Store) -> None:
    added, _changes = store.clippings.add([an_addition(1), an_addition(2), an_addition(1)])

    assert added == (Added(1, known=False), Added(2, known=False), Added(1, known=True))
    assert len(list(store.folder.glob("captures/**/*.gz"))) == 2


def test_a_known_clipping_leaves_the_trash_and_that_can_be_undone(store: Store) -> None:
    store.clippings.add([an_addition(1)])
    store.clippings.trash([1])

    (again,), changes = store.clippings.add([an_addition(1)])

    assert again.known
    assert store.clippings.rows([1])[0].trashed is False
    assert [(edit.field, edit.before, edit.after) for edit in changes.edits] == [("trashed", "1", None)]


def test_another_text_at_the_same_address_is_kept_beside_and_said(store: Store) -> None:
    store.clippings.add([an_addition(1)])

    (other,), _changes = store.clippings.add([an_addition(1, article=an_article("Headline 1", "Another text."))])

    assert other == Added(2, known=False, differs=True)
    assert store.clippings.known(["https://example.org/1", "https://example.org/x"]) == {"https://example.org/1": 2}


def test_a_clipping_in_the_trash_makes_no_difference_known(store: Store) -> None:
    store.clippings.add([an_addition(1)])
    store.clippings.trash([1])

    (other,), _changes = store.clippings.add([an_addition(1, article=an_article("Other", "Other."))])

    assert other == Added(2, known=False, differs=False)


def test_known_prefers_what_is_outside_the_trash(store: Store) -> None:
    store.clippings.add([an_addition(1), an_addition(1, article=an_article("Other", "Other."))])
    store.clippings.trash([2])

    assert store.clippings.known(["https://example.org/1"]) == {"https://example.org/1": 1}


def test_a_title_set_right_by_the_user_does_not_hide_that_the_page_is_known(store: Store) -> None:
    store.clippings.add([an_addition(1)])
    store.corrections.set(1, "title", "My own")

    (again,), _changes = store.clippings.add([an_addition(1)])

    assert again == Added(1, known=True)


def test_what_an_older_capture_said_is_known_too(store: Store) -> None:
    store.clippings.add([an_addition(1)])
    store.clippings.recapture(1, an_addition(1, article=an_article("Newer", "Newer.")))

    (again,), _changes = store.clippings.add([an_addition(1)])

    assert again == Added(1, known=True)


def test_without_an_address_title_and_text_say_what_is_the_same(store: Store) -> None:
    nameless = an_addition(1, url=None, key=None)

    added, _changes = store.clippings.add([nameless, nameless, an_addition(2, url=None, key=None)])

    assert [one.id for one in added] == [1, 1, 2]


def test_two_pages_without_address_and_text_are_two(store: Store) -> None:
    empty = an_article("Untitled", "")
    one, other = (
        an_addition(n, url=None, key=None, article=empty, page=replace(a_page(body=b"<p>%d" % n), url=None))
        for n in (1, 2)
    )

    added, _changes = store.clippings.add([one, other, one])

    assert [(a.id, a.known) for a in added] == [(1, False), (2, False), (1, True)]


def test_an_article_given_as_it_stands_has_no_capture(store: Store) -> None:
    store.clippings.add([an_addition(1, page=None)])

    assert store.clippings.document(1).captures == ()
    assert store.captures.of(1) == ()


def test_the_intake_row_leaves_in_the_transaction_that_adds(store: Store) -> None:
    (first, second) = store.intake.put([Request("a", url="https://a.org/"), Request("b", url="https://b.org/")])

    _added, changes = store.clippings.add([an_addition(1, intake=first.id)])

    assert changes.intake
    assert [row.id for row in store.intake.rows()] == [second.id]


def test_the_intake_row_of_a_known_page_leaves_too(store: Store) -> None:
    store.clippings.add([an_addition(1)])
    (row,) = store.intake.put([Request("a", url="https://a.org/")])

    store.clippings.add([an_addition(1, intake=row.id)])

    assert store.intake.rows() == ()


def test_a_saved_date_is_kept(store: Store) -> None:
    store.clippings.add(
        [an_addition(1, added="2019-05-01T10:00:00+02:00"), an_addition(2, added="2019-05-01T10:00:00")]
    )

    assert [row.added for row in store.clippings.rows([1, 2])] == [
        datetime(2019, 5, 1, 8, tzinfo=UTC),
        datetime(2019, 5, 1, 10, tzinfo=UTC),
    ]


def test_a_tag_that_is_none_stops_the_batch_before_anything_is_written(store: Store) -> None:
    with pytest.raises(LibraryError) as caught:
        store.clippings.add([an_addition(1), an_addition(2, tags=("x" * 201,))])

    assert (caught.value.code, caught.value.detail) == ("invalid", "tag")
    assert store.clippings.overview().all == 0
    assert list(store.folder.glob("captures/**/*.gz")) == []


def test_a_batch_that_fails_midway_leaves_no_row_and_no_capture(store: Store) -> None:
    store.database.connection().execute(
        "CREATE TEMP TRIGGER no BEFORE INSERT ON articles WHEN NEW.text LIKE 'Text 2%'"
        " BEGIN SELECT RAISE(ABORT, 'no'); END"
    )

    with pytest.raises(sqlite3.IntegrityError):
        store.clippings.add([an_addition(1), an_addition(2)])

    assert store.clippings.overview().all == 0
    assert store.log.position() == 0
    assert list(store.folder.glob("captures/**/*.gz")) == []


def test_lone_surrogates_and_nul_are_replaced(store: Store) -> None:
    article = replace(
        an_article("Half \ud83d", "A \udc00 b\0c"),
        metadata=Metadata(title=Found("Half \ud83d"), authors=Found(("\ud800",)), site=Found("\udfff")),
    )

    store.clippings.add(
        [an_addition(1, article=article, url="https://e.org/\ud800", key="https://e.org/\ud800", tags=("ok",))]
    )
    store.clippings.set_note(1, "note \ud83d")

    (row,) = store.clippings.rows([1])
    assert (row.title, row.authors, row.site) == ("Half \ufffd", ("\ufffd",), "\ufffd")
    assert (row.url, row.note) == ("https://e.org/\ufffd", "note \ufffd")
    assert store.clippings.document(1).article.text == "A \ufffd b\ufffdc"


def test_a_new_capture_stands_beside_the_old_one(store: Store) -> None:
    store.clippings.add([an_addition(1, tags=("a",))])

    changes = store.clippings.recapture(
        1, an_addition(1, page=a_page(body=b"<p>New"), article=an_article("New", "New text."), tags=("b",))
    )

    document = store.clippings.document(1)
    assert changes.clippings == {1}
    assert (document.article.text, document.clipping.title, document.clipping.tags) == ("New text.", "New", ("a", "b"))
    first, second = document.captures
    assert [store.captures.page(one.id).body for one in (first, second)] == [
        b"<html><p>Page 1</p></html>",
        b"<p>New",
    ]
    assert store.database.connection().execute("SELECT count(*) FROM articles").fetchone() == (2,)


def test_a_new_capture_keeps_the_corrections(store: Store) -> None:
    store.clippings.add([an_addition(1)])
    store.corrections.set(1, "title", "Mine")

    store.clippings.recapture(1, an_addition(1, article=an_article("Theirs", "New text.")))

    assert store.clippings.rows([1])[0].title == "Mine"


def test_a_new_capture_of_a_clipping_that_is_gone_leaves_nothing(store: Store) -> None:
    changes = store.clippings.recapture(7, an_addition(1))

    assert changes.unknown == (7,)
    assert list(store.folder.glob("captures/**/*.gz")) == []


def test_the_same_picture_of_two_clippings_is_one_file(store: Store) -> None:
    store.clippings.add([with_picture(1), with_picture(2)])

    assert len(list(store.folder.glob("pictures/**/*.png"))) == 1


def test_a_picture_file_that_is_gone_is_written_again(store: Store) -> None:
    store.clippings.add([with_picture(1)])
    (path,) = store.folder.glob("pictures/**/*.png")
    path.unlink()

    store.clippings.add([with_picture(2)])

    assert path.read_bytes() == a_picture().body


def test_a_picture_with_a_long_address_is_found_by_it(store: Store) -> None:
    url = "data:image/png;base64," + "A" * 3_000
    article = replace(an_article(), illustrations=(Illustration(url),))

    store.clippings.add([an_addition(1, article=article, pictures=(replace(a_picture(url), exchange=None),))])

    document = store.clippings.document(1)
    assert document.pictures[url].url == url
    assert document.clipping.picture == document.pictures[url].sha256
    assert store.database.connection().execute("SELECT max(length(url)) FROM kept_pictures").fetchone()[0] < 100


def test_the_picture_that_the_page_names_leads(store: Store) -> None:
    first, named = a_picture("https://e.org/1.png", "red"), a_picture("https://e.org/2.png", "blue")
    article = replace(an_article(image=named.url), illustrations=(Illustration(first.url), Illustration(named.url)))

    store.clippings.add([an_addition(1, article=article, pictures=(first, named))])

    document = store.clippings.document(1)
    assert document.clipping.picture == document.pictures[named.url].sha256


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE articles SET text = 'other'",
        "DELETE FROM articles",
        "UPDATE captures SET place = 'other'",
        "DELETE FROM captures",
        "UPDATE changes SET kind = 'text'",
        "DELETE FROM clippings",
        "UPDATE clippings SET uuid = 'x'",
        "INSERT INTO kept_pictures (clipping, capture, url, picture) VALUES (2, 1, '', (SELECT sha256 FROM pictures))",
    ],
)
def test_the_database_itself_refuses_to_change_what_never_changes(store: Store, statement: str) -> None:
    store.clippings.add([with_picture(1), an_addition(2, page=None)])

    with pytest.raises(sqlite3.IntegrityError), store.database.write() as connection:
        connection.execute(statement)


def test_ids_are_not_used_twice(store: Store) -> None:
    store.clippings.add([an_addition(1), an_addition(2)])
    store.clippings.trash([2])
    store.clippings.empty_trash()

    (added,), _changes = store.clippings.add([an_addition(3)])

    assert added.id == 3
    assert [capture.id for capture in store.captures.of(3)] == [3]
