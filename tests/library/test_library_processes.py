"""Several processes with one index: made at once, made anew under another's hands."""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from clipper.library.library import Library
from clipper.model import Article, Found, Metadata
from clipper.progress import Progress, Step
from clipper.store.clippings import Addition

SCRIPT = Path(__file__).with_name("index_at_once.py")


def fill(library: Library, count: int) -> None:
    articles = [Article(Metadata(title=Found(f"Heron {number}")), "A bird.", "") for number in range(count)]
    library.clippings.add([Addition(None, one, None, None) for one in articles])
    library.catch_up(Progress())


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = Library(tmp_path / "library", "mine")
    yield opened
    opened.close()


def test_processes_that_begin_a_library_together_all_find_what_they_added(tmp_path: Path) -> None:
    for round_ in range(3):
        start = str(time.time() + 1.5)
        processes = [
            subprocess.Popen(
                [sys.executable, SCRIPT, tmp_path / f"library{round_}", str(number), start],
                stdout=subprocess.PIPE,
                text=True,
            )
            for number in range(4)
        ]
        told = [process.communicate(timeout=60)[0] for process in processes]

        assert told == ["0 index True\n"] * 4


def test_an_index_that_another_makes_anew_is_not_asked_before_it_is_whole(library: Library, tmp_path: Path) -> None:
    fill(library, 600)
    library.open_index()
    other = Library(tmp_path / "library", "mine")
    seen = set[tuple[int, str]]()

    def look(_step: Step) -> None:
        answer = library.find("heron", limit=0)
        seen.add((answer.total, answer.engine))

    other.rebuild(Progress(look))

    assert {total for total, _engine in seen} == {600}
    assert library.find("heron").engine == "index"
    other.close()


def test_an_index_without_contents_is_made_anew_at_once(library: Library, tmp_path: Path) -> None:
    fill(library, 3)
    library.close()
    for table in (tmp_path / "library" / "index").glob("*.toc"):
        table.unlink()
    again = Library(tmp_path / "library", "mine")

    again.open_index()
    again.catch_up(Progress())

    assert (again.find("heron").total, again.find("heron").engine) == (3, "index")
    again.close()
