"""Saved searches: kept, named, looked at, put back; and a library from before there were any."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from store_samples import an_addition

from clipper.answers import SavedSearch
from clipper.errors import LibraryError, NotFoundError
from clipper.store.database import Database
from clipper.store.schema import STEPS
from clipper.store.store import Store


def names(store: Store) -> list[str]:
    return [search.name for search in store.saved.all()]


def test_a_saved_search_is_there_when_the_library_is_opened_again(folder: Path) -> None:
    store = Store(folder)
    store.clippings.add([an_addition(1), an_addition(2)])
    changes = store.saved.save("  Ferries  at sea ", ' fähre\nOR "at sea" ')
    store.close()

    again = Store(folder)

    assert changes.searches
    assert again.saved.all() == (SavedSearch("Ferries at sea", 'fähre OR "at sea"', seen=2),)
    again.close()


def test_they_are_ordered_by_name_as_a_reader_expects(store: Store) -> None:
    for name in ("Zug", "apfel", "Ähre", "Bahn", "ahorn"):
        store.saved.save(name, "x")

    assert names(store) == ["ahorn", "Ähre", "apfel", "Bahn", "Zug"]


def test_saving_under_a_name_that_is_there_replaces_the_query(store: Store) -> None:
    store.saved.save("ferries", "fähre")
    store.clippings.add([an_addition(1)])

    store.saved.save("FERRIES", "ferry")

    assert store.saved.all() == (SavedSearch("FERRIES", "ferry", seen=1),)


@pytest.mark.parametrize("name", ["", " \n", "x" * 201, "a\x01b"])
def test_what_can_be_no_name_is_refused(store: Store, name: str) -> None:
    with pytest.raises(LibraryError) as caught:
        store.saved.save(name, "ferry")

    assert (caught.value.code, caught.value.detail) == ("invalid", "search_name")
    assert store.saved.all() == ()


@pytest.mark.parametrize("query", ["", "  ", "x" * 10_001])
def test_a_query_without_words_is_refused(store: Store, query: str) -> None:
    with pytest.raises(LibraryError) as caught:
        store.saved.save("ferries", query)

    assert caught.value.detail == "query"


def test_half_a_character_is_kept_as_a_whole_one(store: Store) -> None:
    store.saved.save("a\ud800", "b\udfff")

    assert [(one.name, one.query) for one in store.saved.all()] == [("a�", "b�")]


def test_a_search_is_renamed_also_to_another_spelling_of_its_name(store: Store) -> None:
    store.saved.save("ferries", "ferry")

    store.saved.rename("ferries", "Ferries")
    store.saved.rename("FERRIES", "Boats")

    assert names(store) == ["Boats"]


def test_a_search_is_not_renamed_onto_another(store: Store) -> None:
    store.saved.save("ferries", "ferry")
    store.saved.save("boats", "boat")

    with pytest.raises(LibraryError) as caught:
        store.saved.rename("ferries", "Boats")

    assert caught.value.detail == "name_taken"
    assert names(store) == ["boats", "ferries"]


def test_what_is_not_there_is_neither_renamed_nor_deleted(store: Store) -> None:
    for change in (lambda: store.saved.rename("no", "yes"), lambda: store.saved.delete("no")):
        with pytest.raises(NotFoundError):
            change()


def test_a_deleted_search_is_put_back_as_it_was(store: Store) -> None:
    store.saved.save("ferries", "ferry")
    store.clippings.add([an_addition(1)])
    (before,) = store.saved.all()

    assert store.saved.delete("Ferries").searches
    assert store.saved.all() == ()
    store.saved.put_back(before)

    assert store.saved.all() == (before,)


def test_looking_sets_what_is_new_to_what_comes_later(store: Store) -> None:
    store.saved.save("ferries", "ferry")
    store.clippings.add([an_addition(1), an_addition(2)])
    assert store.saved.added_after(0) == {1, 2}

    assert store.saved.look("Ferries").searches
    assert not store.saved.look("ferries").searches  # nothing came meanwhile, so nothing is written
    assert not store.saved.look("gone").searches

    (search,) = store.saved.all()
    assert search.seen == 2
    assert store.saved.added_after(search.seen) == frozenset()


def test_what_is_in_the_trash_or_gone_is_not_new(store: Store) -> None:
    store.clippings.add([an_addition(1), an_addition(2), an_addition(3)])
    store.clippings.trash([2, 3])
    store.clippings.empty_trash()
    store.saved.save("ferries", "ferry")
    store.clippings.add([an_addition(4), an_addition(5)])
    store.clippings.trash([4])

    (search,) = store.saved.all()

    assert search.seen == 3
    assert store.saved.added_after(search.seen) == {5}


def test_another_window_hears_of_a_saved_search(store: Store) -> None:
    before = store.log.position()

    store.saved.save("ferries", "ferry")

    changes = store.log.since(before)
    assert changes.searches
    assert not changes.tags
    assert changes.clippings == frozenset()
    assert store.log.behind(before) == 0  # nothing for the index to take in


def test_a_library_of_version_3_opens_and_saves_searches(folder: Path) -> None:
    folder.mkdir(parents=True)
    Database(folder, steps=STEPS[:3]).close()

    store = Store(folder)
    store.saved.save("ferries", "ferry")

    assert names(store) == ["ferries"]
    store.close()
    (aside,) = (folder / "copies").glob("before-version-4-*.db")
    with closing(sqlite3.connect(aside)) as old:
        assert old.execute("PRAGMA user_version").fetchone() == (3,)
