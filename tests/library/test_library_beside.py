"""Two processes on one library at the same time: both search, one writes, merges, makes anew, or holds the lock."""

import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from killed import document
from victims import Victims

from clipper.errors import SearchError
from clipper.library.library import Library
from clipper.model import Article, Found, Metadata
from clipper.progress import Progress
from clipper.search.query import parse
from clipper.search.whoosh_engine import create_index, open_index
from clipper.store.clippings import Addition

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the processes are forked")

LONG_S = 0.8


@pytest.fixture(scope="module")
def victims() -> Iterator[Victims]:
    process = Victims()
    yield process
    process.close()


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = Library(tmp_path / "library", "mine")
    yield opened
    opened.close()


def add(library: Library, *titles: str) -> tuple[int, ...]:
    articles = [Article(Metadata(title=Found(title)), "A bird of mine.", "") for title in titles]
    return tuple(one.id for one in library.clippings.add([Addition(None, one, None, None) for one in articles])[0])


def times() -> Iterator[int]:
    end = time.monotonic() + LONG_S
    number = 0
    while time.monotonic() < end:
        yield number
        number += 1


def test_what_one_writes_and_merges_the_other_finds_whole(victims: Victims, tmp_path: Path) -> None:
    folder = tmp_path / "index"
    create_index(folder, "mine").close()
    seen = set[int]()

    def search() -> None:
        engine = open_index(folder, "mine")
        for _ in times():
            before = engine.position()
            total = engine.search(parse("rot").tree, limit=None, sort="relevance").total
            anew = engine.search(parse('titel "neu"').tree, limit=None, sort="newest").total
            after = engine.position()
            assert total in {round_ * 4 - max(round_ - 2, 0) for round_ in range(before, after + 1)}
            assert anew in {max(round_ - 1, 0) for round_ in range(before, after + 1)}
            seen.add(before)
        engine.close()

    said = victims.kill("index", folder, None, 0, meanwhile=search)

    assert len(seen) > 5
    assert len(said) > 10  # it merged
    engine = open_index(folder, "mine")
    assert engine.check(sorted(engine.search(parse("rot").tree, limit=None, sort="newest").ids)) == ()
    engine.close()


def test_both_add_and_both_find_what_they_added(victims: Victims, library: Library) -> None:
    added = list[int]()

    def write() -> None:
        for number in times():
            ids = add(library, f"Crane {number}")
            assert library.catch_up_wholly(Progress()) == 0
            assert set(ids) <= set(library.find("crane").ids)
            added.extend(ids)

    said = victims.kill("adding", library.folder, None, 0, meanwhile=write)

    assert len(added) > 3
    assert len(said) > 3
    assert set(said) == {"0 True"}
    assert library.catch_up_wholly(Progress()) == 0
    assert library.find("crane").total == len(added)
    assert library.find("bird").total == len(library.clippings.ids("all"))
    assert library.find("bird").engine == "index"
    assert library.check(Progress()) == ()


def test_an_index_that_another_makes_anew_all_the_time_gives_right_answers(victims: Victims, library: Library) -> None:
    add(library, *[f"Heron {number}" for number in range(30)])
    library.catch_up(Progress())
    engines = set[str]()

    def search() -> None:
        for number in times():
            answer = library.find("heron")
            assert answer.total == 30
            assert library.find('title:"heron 7"').total == 1
            library.complete("her")
            engines.add(answer.engine)
            if number % 5 == 4:
                library.catch_up(Progress())
                library.merge_index(Progress())

    said = victims.kill("rebuilding", library.folder, None, 0, meanwhile=search)

    assert said
    assert set(said) <= {"made anew", "locked"}
    assert library.catch_up_wholly(Progress()) == 0
    assert (library.find("heron").total, library.find("heron").engine) == (30, "index")
    assert library.check(Progress()) == ()
    assert sum(1 for _ in library.folder.glob("index*")) <= 2


def test_a_lock_that_a_stopped_process_holds_hinders_no_search(victims: Victims, library: Library) -> None:
    add(library, "Heron")
    library.catch_up(Progress())

    def use() -> None:
        while not held(library):
            time.sleep(0.01)
        add(library, "Crane")
        assert library.catch_up(Progress()) == 1
        answer = library.find("bird")
        assert (answer.total, answer.behind, answer.engine) == (1, 1, "index")
        assert library.find("crane").total == 0
        library.merge_index(Progress())
        with pytest.raises(SearchError) as caught:
            library.rebuild(Progress())
        assert caught.value.code == "locked"
        assert library.find("heron").total == 1

    assert victims.kill("holding", library.folder / "index", None, 0, meanwhile=use) == ["holding"]

    assert library.catch_up(Progress()) == 0
    assert library.find("bird").total == 2
    assert library.find("rot").total == 0  # what the stopped one had not committed
    assert document(1, 1).text.startswith("rot")


def held(library: Library) -> bool:
    """Say whether somebody holds the lock of the index."""
    engine = open_index(library.folder / "index", "mine")
    try:
        engine.remove([0])
    except SearchError as error:
        return error.code == "locked"
    finally:
        engine.close()
    return False
