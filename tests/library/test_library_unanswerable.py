"""A mistake of ours while a question is answered: the index is whole and stays, and the store answers for it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from clipper.library.library import Library
from clipper.model import Article, Found, Metadata
from clipper.progress import Progress
from clipper.search.segments import read, write
from clipper.store.clippings import Addition

ExpectLog = Callable[[str], None]


def made(folder: Path, count: int) -> Library:
    library = Library(folder, "mine")
    articles = [Article(Metadata(title=Found(f"Heron {number}")), "A bird.", "") for number in range(count)]
    library.clippings.add([Addition(None, one, None, None) for one in articles])
    library.catch_up(Progress())
    return library


@pytest.fixture
def harmed(tmp_path: Path) -> Library:
    """Give a library whose index tells of documents that it does not have, under check sums that are right."""
    made(tmp_path / "library", 2).close()
    made(tmp_path / "other", 300).close()
    (own,), (larger,) = ((tmp_path / name / "index").glob("*.seg") for name in ("library", "other"))
    wrong = replace(read(own), columns=read(larger).columns)
    beside = tmp_path / own.name
    with beside.open("wb") as file:
        write(wrong, file)
    beside.replace(own)
    return Library(tmp_path / "library", "mine")


def test_the_store_answers_what_the_index_cannot_and_the_index_stays(harmed: Library, expect_log: ExpectLog) -> None:
    expect_log("the index could not answer: IndexError")
    harmed.open_index()
    files = {path.name: path.stat().st_mtime_ns for path in (harmed.folder / "index").iterdir()}

    for _ in range(3):
        answer = harmed.find("heron bird", sort="relevance")
        assert (answer.total, answer.engine, answer.complaints) == (2, "sql", ("unanswerable",))
        assert harmed.catch_up(Progress()) == 0

    assert harmed.find("date:2026").engine == "index"
    assert {path.name: path.stat().st_mtime_ns for path in (harmed.folder / "index").iterdir()} == files
    harmed.close()


def test_an_index_that_cannot_answer_can_be_made_anew(harmed: Library) -> None:
    harmed.rebuild(Progress())

    answer = harmed.find("heron bird")

    assert (answer.total, answer.engine, answer.complaints) == (2, "index", ())
    harmed.close()
