"""Trash, read, starred, notes and corrections; undoing them; emptying the trash."""

from dataclasses import replace

import pytest
from store_samples import an_addition, an_article, with_picture

from clipper.errors import LibraryError, NotFoundError
from clipper.model import Changes, Edit
from clipper.store.store import Store


def undo(store: Store, changes: Changes) -> Changes:
    """Take changes back."""
    back = [replace(edit, before=edit.after, after=edit.before) for edit in reversed(changes.edits)]
    return store.clippings.apply(back)


@pytest.fixture
def two(store: Store) -> Store:
    """Give a library of two clippings."""
    store.clippings.add([an_addition(1), an_addition(2)])
    return store


def test_trash_and_restore(two: Store) -> None:
    changes = two.clippings.trash([1, 7])

    assert (changes.clippings, changes.unknown, changes.tags) == ({1}, (7,), True)
    assert two.clippings.rows([1])[0].trashed
    assert two.clippings.restore([1]).edits == (Edit(1, "trashed", "1", None),)
    assert not two.clippings.rows([1])[0].trashed


def test_what_is_as_wanted_already_is_no_change(two: Store) -> None:
    two.clippings.set_read([1], True)

    changes = two.clippings.set_read([1, 2], True)

    assert changes.edits == (Edit(2, "read", None, "1"),)
    assert two.clippings.set_starred([1], False).edits == ()
    assert two.clippings.set_note(1, "").edits == ()


def test_a_note_is_written_changed_and_taken_away(two: Store) -> None:
    two.clippings.set_note(1, "one")
    changes = two.clippings.set_note(1, "two")

    assert changes.edits == (Edit(1, "note", "one", "two"),)
    assert two.clippings.rows([1])[0].note == "two"
    assert two.clippings.set_note(1, "").edits == (Edit(1, "note", "two", None),)
    assert two.clippings.set_note(9, "x").unknown == (9,)


def test_corrections_are_laid_over_the_row_and_the_document(two: Store) -> None:
    two.corrections.set(1, "title", "  Set   right ")
    two.corrections.set(1, "authors", ["Ann Author", " "])
    two.corrections.set(1, "site", "My Paper")
    two.corrections.set(1, "language", "de")
    two.corrections.set(1, "date", "2020-02-29")

    document = two.clippings.document(1)
    row = document.clipping
    assert (row.title, row.authors, row.site, row.language, row.date) == (
        "Set right",
        ("Ann Author",),
        "My Paper",
        "de",
        "2020-02-29",
    )
    assert document.article.metadata.title.value == "Set right"
    assert document.article.metadata.title.source == "given"
    assert two.corrections.of(1)["authors"] == ("Ann Author",)


def test_the_article_below_a_correction_is_as_it_was(two: Store) -> None:
    two.corrections.set(1, "text", "My text")

    two.corrections.set(1, "text", None)

    assert two.clippings.document(1).article == an_addition(1).article
    assert two.corrections.of(1) == {}


def test_a_corrected_text_gives_html_excerpt_and_words(two: Store) -> None:
    two.corrections.set(1, "text", "One < two.\n\nThree four.")

    document = two.clippings.document(1)
    assert document.article.html == "<p>One &lt; two.</p><p>Three four.</p>"
    assert (document.clipping.excerpt, document.clipping.words) == ("One < two. Three four.", 5)
    assert [row.text for row in two.searching.texts([1])] == ["One < two.\n\nThree four."]


def test_corrected_html_goes_before_html_from_text(two: Store) -> None:
    two.corrections.set(1, "text", "Text.")
    two.corrections.set(1, "html", "<h2>Text.</h2>")

    assert two.clippings.document(1).article.html == "<h2>Text.</h2>"


def test_a_lead_picture_that_is_left_out_is_in_no_list_and_comes_back(store: Store) -> None:
    store.clippings.add([with_picture(1)])
    before = store.clippings.document(1)
    assert before.clipping.picture

    changes = store.corrections.set(1, "image", "")

    left = store.clippings.document(1)
    assert left.clipping.picture is None
    assert (left.article.metadata.image.value, left.article.metadata.image.source) == (None, "given")
    assert left.corrected == {"image"}
    undo(store, changes)
    assert store.clippings.document(1) == before


def test_a_lead_picture_stays_left_out_when_the_page_is_fetched_again(store: Store) -> None:
    store.clippings.add([with_picture(1)])
    store.corrections.set(1, "image", "")

    store.clippings.recapture(1, with_picture(1))
    assert store.clippings.rows([1])[0].picture is None

    store.corrections.set(1, "image", None)
    assert store.clippings.rows([1])[0].picture


def test_what_the_user_finds_right_is_doubtful_no_longer(store: Store) -> None:
    store.clippings.add([an_addition(1, article=replace(an_article("T", "x"), flags=("doubtful", "cut_short")))])

    changes = store.corrections.set(1, "flags", ())

    assert store.clippings.document(1).article.flags == ()
    assert store.clippings.rows([1])[0].flags == ()
    assert store.searching.ids_for("is", "doubtful") == frozenset()
    assert (store.clippings.ids("doubtful"), store.clippings.overview().doubtful) == ((), 0)
    undo(store, changes)
    assert store.clippings.ids("doubtful") == (1,)


def test_an_empty_correction_says_that_the_field_is_unknown(store: Store) -> None:
    store.clippings.add([an_addition(1, article=an_article("T", "x", date="2026-01-01", authors=("Not He",)))])

    store.corrections.set(1, "date", "")
    store.corrections.set(1, "authors", [])

    (row,) = store.clippings.rows([1])
    assert (row.date, row.authors) == (None, ())


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("colour", "red"),
        ("date", "yesterday"),
        ("date", "2026-02-30"),
        ("date", "20260224"),
        ("language", "german"),
        ("title", ["a"]),
        ("image", "https://example.org/another.png"),
        ("flags", ["paywall"]),
    ],
)
def test_a_correction_that_cannot_be_is_refused(two: Store, field: str, value: str | list[str]) -> None:
    with pytest.raises(LibraryError) as caught:
        two.corrections.set(1, field, value)

    assert (caught.value.code, caught.value.detail) == ("invalid", field)


def test_a_date_with_its_zone_is_a_date(two: Store) -> None:
    two.corrections.set(1, "date", "2026-02-24T10:00:00+02:00")

    assert two.clippings.rows([1])[0].date == "2026-02-24T10:00:00+02:00"


def test_a_correction_of_an_unknown_clipping_is_not_found(store: Store) -> None:
    with pytest.raises(NotFoundError):
        store.corrections.set(1, "title", "x")


def test_everything_can_be_undone_and_done_again(two: Store) -> None:
    two.tags.add([1, 2], ["keep"])
    before = two.clippings.rows([1, 2])
    done = [
        two.tags.rename("keep", "Kept"),
        two.tags.add([1], ["more"]),
        two.clippings.set_read([1, 2], True),
        two.clippings.set_starred([1], True),
        two.clippings.set_note(2, "remember"),
        two.corrections.set(1, "title", "Right"),
        two.corrections.set(1, "authors", ["A", "B"]),
        two.tags.delete("kept"),
        two.clippings.trash([2]),
    ]
    after = two.clippings.rows([1, 2])

    undone = [undo(two, changes) for changes in reversed(done)]

    assert two.clippings.rows([1, 2]) == before
    assert all(changes.edits for changes in undone)
    for changes in reversed(undone):
        undo(two, changes)
    assert two.clippings.rows([1, 2]) == after


def test_an_edit_is_not_applied_where_the_clipping_is_not_as_it_was(two: Store) -> None:
    old = two.clippings.set_note(1, "first")
    two.clippings.set_note(1, "second")
    tagged = two.tags.add([1], ["a"])
    two.tags.remove([1], ["a"])

    assert undo(two, old).edits == ()
    assert undo(two, tagged).edits == ()
    assert two.clippings.rows([1])[0].note == "second"


def test_edits_of_a_clipping_that_is_gone_name_it(two: Store) -> None:
    changes = two.tags.add([1, 2], ["a"])
    two.clippings.trash([1])
    two.clippings.empty_trash()

    undone = undo(two, changes)

    assert (undone.clippings, undone.unknown) == ({2}, (1,))


def test_an_edit_of_a_field_that_is_none_is_our_mistake(two: Store) -> None:
    with pytest.raises(ValueError, match="colour"):
        two.clippings.apply([Edit(1, "colour", None, "red")])


def test_emptying_the_trash_deletes_rows_and_files(store: Store) -> None:
    store.clippings.add([with_picture(1), with_picture(2), an_addition(3, tags=("only here",))])
    store.clippings.set_note(3, "x")
    store.corrections.set(3, "title", "y")
    store.clippings.trash([1, 3])

    changes = store.clippings.empty_trash()

    assert (changes.clippings, changes.edits) == ({1, 3}, ())
    assert store.clippings.ids("all") == (2,)
    assert store.clippings.rows([1, 3]) == ()
    assert len(list(store.folder.glob("captures/**/*.gz"))) == 1
    assert len(list(store.folder.glob("pictures/**/*.png"))) == 1  # the second clipping shows it, too
    assert store.tags.names() == ()
    for table in ("articles", "captures", "corrections", "kept_pictures"):
        (count,) = store.database.connection().execute(f"SELECT count(*) FROM {table} WHERE clipping <> 2").fetchone()
        assert count == 0


def test_the_last_clipping_takes_its_picture_along(store: Store) -> None:
    store.clippings.add([with_picture(1)])
    store.clippings.trash([1])

    store.clippings.empty_trash()

    assert list(store.folder.glob("pictures/**/*.png")) == []
    assert store.clippings.empty_trash().clippings == frozenset()


def test_a_title_is_one_line_of_what_can_be_seen_and_never_empty(store: Store) -> None:
    store.clippings.add([an_addition(1)])

    store.corrections.set(1, "title", "\x1b[31mThe\x07 heron\n")

    assert store.clippings.rows([1])[0].title == "[31mThe heron"
    for empty in ("", " \n", "\x07"):
        with pytest.raises(LibraryError) as caught:
            store.corrections.set(1, "title", empty)
        assert (caught.value.code, caught.value.detail) == ("invalid", "title")


def test_several_corrections_are_one_write_that_can_be_taken_back(two: Store) -> None:
    before = two.clippings.document(1)

    changes = two.corrections.set_several(1, {"title": "Right", "date": "2020-02-29", "subtitle": "Below"})

    after = two.clippings.document(1)
    assert (after.clipping.title, after.clipping.date) == ("Right", "2020-02-29")
    assert after.article.metadata.subtitle.value == "Below"
    assert after.corrected == {"title", "date", "subtitle"}
    assert [edit.field for edit in changes.edits] == ["title", "date", "subtitle"]
    undo(two, changes)
    assert two.clippings.document(1) == before


def test_where_one_of_several_corrections_is_refused_none_is_made(two: Store) -> None:
    with pytest.raises(LibraryError):
        two.corrections.set_several(1, {"title": "Right", "date": "yesterday"})

    assert two.corrections.of(1) == {}


def test_a_corrected_body_is_found_listed_and_taken_back(two: Store) -> None:
    changes = two.corrections.set_several(1, {"text": "Heron.", "html": "<h2>Heron.</h2>"})

    document = two.clippings.document(1)
    assert (document.article.text, document.article.html) == ("Heron.", "<h2>Heron.</h2>")
    assert (document.clipping.excerpt, document.clipping.words) == ("Heron.", 1)
    assert [row.text for row in two.searching.texts([1])] == ["Heron."]
    undo(two, changes)
    assert two.clippings.document(1).article == an_addition(1).article
