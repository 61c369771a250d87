"""A search that nobody waits for any more, since the next letter was typed, ends at its next step."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from clipper.errors import Cancelled
from clipper.library.library import Library
from clipper.model import Article, Found, Metadata
from clipper.progress import Progress
from clipper.store.clippings import Addition

COUNT = 8


class Outdated(Progress):
    """Is stopped after it was looked at so many times."""

    def __init__(self, looks: int) -> None:
        super().__init__()
        self.looks = looks

    @property
    def stopped(self) -> bool:
        self.looks -= 1
        return self.looks < 0


def addition(number: int) -> Addition:
    text = f"The herons of pond {number} are back."
    article = Article(metadata=Metadata(title=Found(f"Herons {number}")), text=text, html="", extractor="given")
    return Addition(page=None, article=article, url=None, key=None)


@pytest.fixture(params=["index", "sql"])
def library(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Library]:
    opened = Library(tmp_path / "library", "mine")
    opened.clippings.add([addition(number) for number in range(COUNT)])
    if request.param == "index":
        opened.open_index()
        opened.catch_up(Progress())
    yield opened
    opened.close()


def test_an_outdated_search_makes_no_more_snippets(library: Library) -> None:
    enough = 0
    while True:
        try:
            answer = library.find("heron", typing=True, progress=Outdated(enough))
        except Cancelled:
            enough += 1
        else:
            break

    assert len(answer.hits) == COUNT
    assert enough > COUNT


def test_outdated_suggestions_are_not_looked_for(library: Library) -> None:
    with pytest.raises(Cancelled):
        library.find("hern", progress=Outdated(0))

    if library.find("heron").engine == "index":
        with pytest.raises(Cancelled):
            library.suggest("herrons", progress=Outdated(2))
