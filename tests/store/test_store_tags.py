"""Tags: names, spellings, levels, renaming, merging, deleting."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from store_samples import an_addition

from clipper.answers import TagCount
from clipper.errors import LibraryError, NotFoundError
from clipper.model import Edit
from clipper.store.store import Store
from clipper.store.tags import tidy


@pytest.fixture
def three(store: Store) -> Store:
    """Give a library of three clippings without tags."""
    store.clippings.add([an_addition(number, page=None) for number in (1, 2, 3)])
    return store


def tags(store: Store) -> dict[int, tuple[str, ...]]:
    """Give the tags of all clippings that bear some."""
    return {row.id: row.tags for row in store.clippings.rows([1, 2, 3]) if row.tags}


def test_a_tag_keeps_its_first_spelling(three: Store) -> None:
    three.tags.add([1], ["Straße"])

    three.tags.add([2], ["STRASSE"])
    three.tags.add([3], ["stra\u00dfe"])

    assert tags(three) == {1: ("Straße",), 2: ("Straße",), 3: ("Straße",)}


def test_composed_and_decomposed_are_one_tag(three: Store) -> None:
    three.tags.add([1], ["Caf\u00e9"])

    changes = three.tags.add([1], ["cafe\u0301"])

    assert tags(three) == {1: ("Caf\u00e9",)}
    assert changes.edits == ()


def test_a_tag_that_nothing_bears_is_gone_and_may_be_spelled_anew(three: Store) -> None:
    three.tags.add([1], ["politik"])
    three.tags.remove([1], ["POLITIK"])

    three.tags.add([1], ["Politik"])

    assert tags(three) == {1: ("Politik",)}


def test_adding_tells_what_was_not_there_yet(three: Store) -> None:
    three.tags.add([1], ["a"])

    changes = three.tags.add([1, 2, 9], ["a", "b"])

    assert changes.edits == (
        Edit(2, "tag", None, "a"),
        Edit(1, "tag", None, "b"),
        Edit(2, "tag", None, "b"),
    )
    assert (changes.clippings, changes.unknown, changes.tags) == ({1, 2}, (9,), True)


def test_a_tag_for_clippings_that_are_not_there_leaves_no_trace(three: Store) -> None:
    three.tags.add([9], ["ghost"])

    assert three.tags.names() == ()


def test_taking_off_leaves_those_below(three: Store) -> None:
    three.tags.add([1], ["a", "a/b"])

    three.tags.remove([1], ["a"])

    assert tags(three) == {1: ("a/b",)}


def test_a_tag_renamed_onto_another_joins_it(three: Store) -> None:
    three.tags.add([1, 2], ["old"])
    three.tags.add([2, 3], ["New"])

    three.tags.rename("old", "new")

    assert tags(three) == {1: ("New",), 2: ("New",), 3: ("New",)}


def test_a_tag_may_be_renamed_to_another_spelling_of_itself(three: Store) -> None:
    three.tags.add([1, 2], ["eu"])

    changes = three.tags.rename("eu", "EU")

    assert tags(three) == {1: ("EU",), 2: ("EU",)}
    assert changes.clippings == {1, 2}


def test_levels_below_follow_a_renamed_tag(three: Store) -> None:
    three.tags.add([1], ["world"])
    three.tags.add([2], ["world/asia/japan"])
    three.tags.add([3], ["worldly"])

    three.tags.rename("world", "earth")

    assert tags(three) == {1: ("earth",), 2: ("earth/asia/japan",), 3: ("worldly",)}


def test_a_level_that_only_stands_above_others_can_be_renamed(three: Store) -> None:
    three.tags.add([1], ["world/asia"])

    three.tags.rename("world", "earth")

    assert tags(three) == {1: ("earth/asia",)}


def test_a_tag_renamed_into_a_level_of_itself_does_not_run_away(three: Store) -> None:
    three.tags.add([1], ["a"])
    three.tags.add([2], ["a/b"])
    three.tags.add([3], ["a", "a/b"])

    three.tags.rename("a", "a/b")

    assert tags(three) == {1: ("a/b",), 2: ("a/b/b",), 3: ("a/b", "a/b/b")}


def test_merging_brings_several_tags_onto_one(three: Store) -> None:
    three.tags.add([1], ["x"])
    three.tags.add([2], ["y", "x"])
    three.tags.add([3], ["z"])

    three.tags.merge(["x", "y", "not there"], "z")

    assert tags(three) == {1: ("z",), 2: ("z",), 3: ("z",)}


def test_deleting_a_tag_deletes_those_below_also_in_the_trash(three: Store) -> None:
    three.tags.add([1], ["a", "a/b"])
    three.tags.add([2], ["a/b", "ab"])
    three.clippings.trash([2])

    changes = three.tags.delete("A")

    assert tags(three) == {2: ("ab",)}
    assert changes.clippings == {1, 2}


@pytest.mark.parametrize("call", ["rename", "merge", "delete"])
def test_a_tag_that_is_not_there_is_not_found(three: Store, call: str) -> None:
    calls = {
        "rename": lambda: three.tags.rename("a", "b"),
        "merge": lambda: three.tags.merge(["a"], "b"),
        "delete": lambda: three.tags.delete("a"),
    }

    with pytest.raises(NotFoundError):
        calls[call]()


def test_a_rename_that_makes_a_level_below_too_long_changes_nothing(three: Store) -> None:
    three.tags.add([1], ["a/" + "b" * 190])

    with pytest.raises(LibraryError):
        three.tags.rename("a", "c" * 20)

    assert tags(three) == {1: ("a/" + "b" * 190,)}


def test_completion_gives_the_most_used_first(three: Store) -> None:
    three.tags.add([1], ["Politik"])
    three.tags.add([1, 2, 3], ["Polen"])
    three.tags.add([1, 2], ["welt/Polen"])

    assert three.tags.names("pol") == ("Polen", "Politik", "welt/Polen")
    assert three.tags.names("", limit=1) == ("Polen",)
    assert three.tags.names("xyz") == ()


def test_counts_count_a_clipping_once_for_a_level(three: Store) -> None:
    three.tags.add([1], ["a/x", "a/y"])
    three.tags.add([2], ["a"])

    assert three.tags.counts() == (TagCount("a", 2), TagCount("a/x", 1), TagCount("a/y", 1))


def test_ids_are_those_of_a_tag_and_below_also_in_the_trash(three: Store) -> None:
    three.tags.add([1], ["a/x"])
    three.tags.add([2], ["a"])
    three.tags.add([3], ["a-b"])
    three.clippings.trash([2])

    assert three.tags.ids("A") == {1, 2}
    assert three.tags.ids("none") == frozenset()


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("  two   words ", "two words"),
        ("a / b//c/", "a/b/c"),
        ("\tTab\u00a0and\u2003space", "Tab and space"),
        ('with "quotes"', 'with "quotes"'),
        ("🗞️", "🗞️"),
        ("é" * 200, "é" * 200),
        ("e\u0301" * 200, "é" * 200),
    ],
)
def test_names_are_tidied(given: str, kept: str) -> None:
    assert tidy(given) == kept


@pytest.mark.parametrize("given", ["", "   ", "/", " / / ", "a\x07b", "a\0b", "half \ud83d", "x" * 201, "\x7f"])
def test_what_is_no_name_is_refused(given: str) -> None:
    with pytest.raises(LibraryError) as caught:
        tidy(given)

    assert (caught.value.code, caught.value.detail) == ("invalid", "tag")


@given(st.text(max_size=220))
def test_a_tidy_name_stays_as_it_is(name: str) -> None:
    try:
        kept = tidy(name)
    except LibraryError:
        return

    assert tidy(kept) == kept
    assert 1 <= len(kept) <= 200
