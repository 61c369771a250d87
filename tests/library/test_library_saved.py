"""What is new in saved searches: counted among what was added since one looked."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from clipper.errors import Cancelled
from clipper.library.library import Library
from clipper.model import Article, Found, Metadata
from clipper.progress import Progress
from clipper.store.clippings import Addition


def add(library: Library, *texts: str, day: str = "2026-03-01") -> None:
    metadata = Metadata(title=Found("News"), date=Found(day), language=Found("en"))
    articles = [Article(metadata=metadata, text=text, html=f"<p>{text}</p>", extractor="given") for text in texts]
    library.clippings.add([Addition(None, article, None, None) for article in articles])


@pytest.fixture(params=["index", "store"])
def library(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Library]:
    """A library that is searched through its index, or before there is one."""
    opened = Library(tmp_path / "library", "mine")
    if request.param == "index":
        opened.catch_up(Progress())
    yield opened
    opened.close()


def new(library: Library) -> dict[str, int | None]:
    if library.find("x").engine == "index":
        library.catch_up(Progress())
    return {search.name: search.new for search in library.count_new(Progress())}


def test_what_was_there_when_it_was_saved_is_not_new(library: Library) -> None:
    add(library, "A heron stood in the river.")

    library.saved.save("Herons", "heron")

    assert new(library) == {"Herons": 0}


def test_what_matches_and_came_later_is_new_until_it_is_looked_at(library: Library) -> None:
    library.saved.save("Herons", "heron")
    library.saved.save("Cranes", "crane -river")
    add(library, "Two herons stood in the river.", "A crane and a heron.", "A crane in the river.")

    before = new(library)
    library.saved.look("Herons")
    add(library, "One more heron.")

    assert before == {"Cranes": 1, "Herons": 2}
    assert new(library) == {"Cranes": 1, "Herons": 1}


def test_the_last_word_may_go_on_as_in_the_list_that_was_saved(library: Library) -> None:
    library.saved.save("Begins so", "her")
    library.saved.save("Whole", '"her"')
    add(library, "A heron stood in the river.")

    assert new(library) == {"Begins so": library.find("her", view="all", typing=True).total, "Whole": 0}
    assert library.find("her", typing=True).total == 1


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("is:unread", 2),
        ("is:starred", 1),
        ("tag:birds heron", 1),
        ("date:2026", 2),
        ("before:2026", 0),
        ("note:nest", 0),
        ("sort:newest", 2),
        ("is:unread OR heron", 2),
        ("(", 2),
    ],
)
def test_any_query_is_counted(library: Library, query: str, expected: int) -> None:
    add(library, "A heron of old.")
    library.saved.save("All kinds", query)
    add(library, "A heron stood in the river.", "A crane.", "A heron in the trash.")
    library.clippings.set_starred([2], True)
    library.tags.add([2], ["birds"])
    library.clippings.trash([4])

    assert new(library) == {"All kinds": expected}


def test_counting_can_be_stopped(library: Library) -> None:
    library.saved.save("Herons", "heron")
    progress = Progress()
    progress.stop()

    with pytest.raises(Cancelled):
        library.count_new(progress)
