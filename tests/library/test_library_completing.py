"""What the last word of a query could become."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from clipper.answers import Completion
from clipper.library.library import Library
from clipper.model import Article, Found, Metadata
from clipper.progress import Progress
from clipper.store.clippings import Addition

ROWS = (
    (
        "Ministers meet",
        "Anna Berg",
        "The Marsh Post",
        "Politics",
        "The ministry and two ministers met in the ministry.",
    ),
    ("Herons", "Bergit Ode", "Marsh Notes", "Nature", "Two ministers saw a heron; a minister fled."),
    ("Trains", "Mary Longfield", "Daily Rail", "Nature", "The ministers took a train."),
)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = Library(tmp_path / "library", "mine")
    added = [_addition(*row) for row in ROWS]
    opened.clippings.add(added)
    opened.tags.add([1, 2], ["Water birds"])
    opened.tags.add([1], ["watch"])
    opened.catch_up(Progress())
    yield opened
    opened.close()


def _addition(title: str, author: str, site: str, section: str, text: str) -> Addition:
    metadata = Metadata(
        title=Found(title),
        authors=Found((author,)),
        site=Found(site),
        section=Found(section),
        date=Found("2026-03-01"),
        language=Found("en"),
    )
    return Addition(None, Article(metadata=metadata, text=text, html=f"<p>{text}</p>", extractor="given"), None, None)


def completed(library: Library, text: str) -> list[str]:
    return [one.query for one in library.complete(text)]


def test_a_word_is_completed_with_the_most_frequent_first(library: Library) -> None:
    assert completed(library, "train mini")[:2] == ["train ministers", "train minister"]
    assert library.complete("train herong") == ()
    assert library.complete("train mini")[0] == Completion("ministers", "train ministers")


def test_a_word_that_is_there_is_left_alone(library: Library) -> None:
    assert completed(library, "minister") == []
    assert completed(library, "Minister") == []
    assert completed(library, "m") == []
    assert completed(library, "ministers ") == []
    assert completed(library, "") == []


@pytest.mark.parametrize(
    ("text", "queries"),
    [
        ("river tag:wat", ['river tag:"Water birds"', "river tag:watch"]),
        ('river tag:"water b', ['river tag:"Water birds"']),
        ("site:mar", ['site:"Marsh Notes"', 'site:"The Marsh Post"']),
        ("-author:berg", ['-author:"Bergit Ode"', '-author:"Anna Berg"']),
        ('(author:"anna b', ['(author:"Anna Berg"']),
        ("section:", ["section:Nature", "section:Politics"]),
        ("lang:", ["lang:en"]),
        ("is:un", ["is:unread", "is:untagged"]),
        ("ist:un", ["ist:ungelesen"]),
        ("has:p", ["has:picture"]),
        ("sort:n", ["sort:newest"]),
        ("date:20", []),
        ('"two minist', ['"two ministers', '"two minister', '"two ministry']),
        ("title:her", ["title:herons", "title:heron"]),
    ],
)
def test_what_follows_a_field_is_completed_with_its_values(library: Library, text: str, queries: list[str]) -> None:
    assert sorted(completed(library, text)) == sorted(queries)


def test_what_was_completed_finds_it(library: Library) -> None:
    (one,) = library.complete("author:longf")

    assert one.shown == "Mary Longfield"
    assert library.find(one.query).ids == (3,)
