"""Facets of clippings: what stands in the lists is counted, corrections included."""

import dataclasses

from store_samples import an_addition

from clipper.model import Found
from clipper.store.clippings import Addition
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
