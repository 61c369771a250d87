"""Clippings like one: those that share the words which tell it apart."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from clipper.library.library import Library
from clipper.model import Article, Found, Metadata
from clipper.progress import Progress
from clipper.store.clippings import Addition

TEXTS = (
    "The harbour bridge was closed, and engineers looked at every cable of the bridge.",
    "The harbour bridge is open again; engineers replaced a cable.",
    "A cable of the bridge over the harbour broke, say engineers.",
    "Bread for hungry people.",
    "Grapes ripen late.",
)
DAYS = ("2026-03-01", "2026-03-04", "2026-03-09", "2026-03-02", "2026-03-03")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = Library(tmp_path / "library", "mine")
    opened.clippings.add([_addition(text, day) for text, day in zip(TEXTS, DAYS, strict=True)])
    yield opened
    opened.close()


def _addition(text: str, day: str) -> Addition:
    metadata = Metadata(title=Found("News"), date=Found(day), language=Found("en"))
    return Addition(None, Article(metadata=metadata, text=text, html=f"<p>{text}</p>", extractor="given"), None, None)


def test_clippings_that_share_rare_words_are_like_one(library: Library) -> None:
    library.catch_up(Progress())

    answer = library.similar(1)

    assert sorted(answer.ids) == [2, 3]
    assert answer.total == 2
    assert [hit.clipping.id for hit in answer.hits] == list(answer.ids)
    assert answer.engine == "index"
    assert answer.took_ms > 0


def test_they_can_be_put_in_another_order(library: Library) -> None:
    library.catch_up(Progress())

    assert library.similar(1, sort="newest").ids == (3, 2)
    assert library.similar(1, sort="oldest").ids == (2, 3)


def test_what_is_in_the_trash_is_like_nothing(library: Library) -> None:
    library.clippings.trash((2,))
    library.catch_up(Progress())

    assert library.similar(1, limit=1).ids == (3,)


def test_a_clipping_that_nothing_is_like_or_that_is_not_there_gives_none(library: Library) -> None:
    library.catch_up(Progress())

    assert library.similar(4).ids == ()
    assert library.similar(99).ids == ()


def test_without_an_index_it_says_so(library: Library) -> None:
    answer = library.similar(1)

    assert (answer.ids, answer.engine, answer.complaints) == ((), "sql", ("no_similar",))
