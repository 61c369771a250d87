"""What a query that finds next to nothing may have meant, in the library's own words."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from clipper.library.library import Library
from clipper.model import Article, Found, Metadata
from clipper.progress import Progress
from clipper.store.clippings import Addition


def add(library: Library, *texts: str, tags: tuple[str, ...] = ()) -> None:
    metadata = Metadata(title=Found("News"), date=Found("2026-03-01"), language=Found("en"))
    articles = [Article(metadata=metadata, text=text, html=f"<p>{text}</p>", extractor="given") for text in texts]
    library.clippings.add([Addition(None, article, None, None, tags=tags) for article in articles])


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = Library(tmp_path / "library", "mine")
    add(opened, *[f"The government met on day {number}." for number in range(4)])
    add(opened, "The minister of the govermnent resigned.", "The minister spoke of a bridge.", tags=("people",))
    opened.catch_up(Progress())
    yield opened
    opened.close()


def test_a_mistyped_word_is_put_right(library: Library) -> None:
    assert library.suggest("governmint")[0] == "government"
    assert library.suggest("title:news governmint")[0] == "title:news government"


def test_several_words_are_put_right_together(library: Library) -> None:
    assert library.suggest("ministr brigde") == ("minister bridge",)


def test_a_query_that_finds_enough_is_left_alone(library: Library) -> None:
    assert library.suggest("government") == ()
    assert library.suggest("news") == ()
    assert library.suggest("") == ()


def test_words_that_are_there_but_not_together_are_left_alone(library: Library) -> None:
    assert library.suggest("bridge resigned") == ()


def test_only_what_finds_more_in_the_same_place_is_suggested(library: Library) -> None:
    assert library.suggest("ministr", tag="people") == ("minister",)
    assert library.suggest("governmint", tag="people") == ("govermnent",)
    assert library.suggest("governmint", view="starred") == ()


def test_no_more_are_suggested_than_asked_for(library: Library) -> None:
    assert library.suggest("ministr", limit=0) == ()


def test_what_has_no_like_has_no_suggestion(library: Library) -> None:
    assert library.suggest("xylophones") == ()


def test_without_an_index_there_is_none(tmp_path: Path) -> None:
    library = Library(tmp_path / "other", "mine")
    add(library, "The government met.")

    assert library.suggest("governmint") == ()
    library.close()


def test_the_parts_that_find_nothing_are_named(library: Library) -> None:
    assert library.unfound("minister xylophone -drum title:news") == ("xylophone",)
    assert library.unfound('"minister spoke" author:"Jane Doe" (tag:people site:nowhere)') == (
        'author:"Jane Doe"',
        "site:nowhere",
    )
    assert library.unfound("bridge", tag="nobody") == ("bridge",)
    assert library.unfound("xylophone OR drum") == ()
    assert library.unfound("sort:newest xylophone") == ("xylophone",)
