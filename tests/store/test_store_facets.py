"""Facets of clippings: what stands in the lists is counted, corrections included."""

import dataclasses
import random

from store_samples import an_addition

from clipper.model import Found
from clipper.store.clippings import Addition
from clipper.store.searching import Searching
from clipper.store.store import Store


def dated(number: int, date: str | None) -> Addition:
    addition = an_addition(number)
    metadata = dataclasses.replace(addition.article.metadata, date=Found(date, "meta", 1.0) if date else Found())
    return dataclasses.replace(addition, article=dataclasses.replace(addition.article, metadata=metadata))


def test_months_are_those_of_publication_and_no_others(store: Store) -> None:
    store.clippings.add(
        [dated(1, "2026-03-14"), dated(2, "2026-03-01T10:00:00+01:00"), dated(3, None), dated(4, "2026")]
    )

    assert store.searching.facets([1, 2, 3, 4])["month"] == {"2026-03": 2}


def test_a_corrected_value_is_the_one_that_counts(store: Store) -> None:
    store.clippings.add([an_addition(1), an_addition(2), an_addition(3)])
    store.corrections.set(2, "site", "The Other Post")
    store.corrections.set(2, "authors", ("Ann Reed", "Ann Reed"))

    counted = store.searching.facets([2])

    assert counted["site"] == {"The Other Post": 1}
    assert counted["author"] == {"Ann Reed": 1}


def test_of_nothing_there_is_nothing(store: Store) -> None:
    store.clippings.add([an_addition(1, tags=("politics",))])

    assert set(map(len, store.searching.facets([]).values())) == {0}
    assert set(map(len, store.searching.facets([99]).values())) == {0}


def test_flags_and_the_levels_of_tags_are_counted(store: Store) -> None:
    walled = dataclasses.replace(an_addition(1).article, flags=("paywall", "doubtful"))
    tags = ("birds/heron", "birds/owl", "river")
    store.clippings.add(
        [dataclasses.replace(an_addition(1), article=walled, tags=tags), an_addition(2, tags=("birds",))]
    )

    counted = store.searching.facets([1, 2])

    assert counted["flag"] == {"doubtful": 1, "paywall": 1}
    assert counted["tag"] == {"birds": 2, "birds/heron": 1, "birds/owl": 1, "river": 1}


def test_the_most_frequent_are_given_and_of_equals_the_first(store: Store) -> None:
    store.clippings.add([an_addition(number, tags=("z", f"t{number}")) for number in range(6, 0, -1)])

    assert list(store.searching.facets(range(1, 7), limit=3)["tag"].items()) == [("z", 6), ("t1", 1), ("t2", 1)]


def test_what_changes_is_counted_as_it_is(store: Store) -> None:
    chance, there = random.Random(4), list(range(1, 13))
    store.clippings.add([an_addition(number, tags=("a/b", f"t{number % 3}")) for number in there])

    def change() -> None:
        some = chance.sample(there, 3)
        match chance.randrange(8):
            case 0:
                store.tags.add(some, [chance.choice(["a/b/c", "t1", "new"])])
            case 1:
                store.tags.remove(some, ["a/b"])
            case 2:
                store.tags.add(some, ["new/one"])
                store.tags.rename("new", chance.choice(["NEW", "x/y"]))
            case 3:
                store.corrections.set(some[0], "site", chance.choice(["The Marsh Post", "Moorblatt"]))
            case 4:
                store.corrections.set(some[0], "date", chance.choice(["2026-02-03", ""]))
            case 5:
                (added,), _ = store.clippings.add([an_addition(100 + len(there), tags=("t2",))])
                there.append(added.id)
            case 6:
                store.clippings.trash(some[:1])
                store.clippings.empty_trash()
                there.remove(some[0])
            case 7:
                store.log.prune(store.log.position() + chance.randrange(2))

    for _ in range(60):
        change()

        for ids in (there, chance.sample(there, 1)):
            assert store.searching.facets(ids) == Searching(store.database).facets(ids)


def test_states_follow_what_the_user_does(store: Store) -> None:
    store.clippings.add([an_addition(1, tags=("river",)), an_addition(2)])
    assert store.searching.facets([1, 2])["state"] == {"unread": 2, "untagged": 1}

    store.clippings.set_read([1], True)
    store.clippings.set_starred([2], True)
    store.clippings.set_note(2, "Ask again.")
    store.tags.remove([1], ["river"])

    assert store.searching.facets([1, 2])["state"] == {"untagged": 2, "note": 1, "starred": 1, "unread": 1}
