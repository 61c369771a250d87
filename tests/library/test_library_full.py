"""A full disk while the index takes in, merges or is made anew: it stays as it was, and heals when there is room.

A limit on the size of files stands for the full disk: what would make a file larger is refused in the same way.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from clipper.errors import SearchError
from clipper.library.library import Library
from clipper.model import Article, Found, Metadata
from clipper.progress import Progress
from clipper.search.protocol import IndexDocument
from clipper.search.query import parse
from clipper.search.whoosh_engine import create_index, open_index
from clipper.store.clippings import Addition

if sys.platform == "win32":
    pytest.skip("limits are a thing of POSIX systems", allow_module_level=True)

import resource

# Bytes: nothing can be written at all; the marker and the contents, but no segment; the beginning of one.
ROOMS = (0, 700, 6_000)


@contextmanager
def room(limit_bytes: int) -> Iterator[None]:
    """Let files grow to so many bytes, and no further."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit_bytes, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def written(id: int) -> IndexDocument:
    """Give a document with words of its own; a segment of it takes about 8,000 bytes."""
    return IndexDocument(
        id, f"Titel {id}", "rot " + " ".join(f"w{id}x{number}" for number in range(150)), language="de"
    )


def found(folder: Path) -> set[int]:
    engine = open_index(folder, "mine")
    try:
        ids = set(engine.search(parse("rot").tree, limit=None, sort="newest").ids)
        assert engine.check(sorted(ids)) == ()
        return ids
    finally:
        engine.close()


@pytest.mark.parametrize("limit_bytes", ROOMS)
def test_a_commit_without_room_changes_nothing_and_is_done_later(tmp_path: Path, limit_bytes: int) -> None:
    folder = tmp_path / "index"
    engine = create_index(folder, "mine")
    engine.add(map(written, range(1, 4)))
    engine.commit(1)
    files = {path.name for path in folder.iterdir()}

    for _ in range(3):
        engine.add([written(10), written(2)])
        engine.remove([3])
        with pytest.raises(SearchError) as caught, room(limit_bytes):
            engine.commit(2)
        assert caught.value.code == "unwritable"
        assert engine.position() == 1
        assert found(folder) == {1, 2, 3}

    engine.add([written(10), written(2)])
    engine.remove([3])
    engine.commit(2)
    assert found(folder) == {1, 2, 10}
    assert len(list(folder.iterdir())) == len(files) + 1
    engine.close()


@pytest.mark.parametrize("limit_bytes", ROOMS)
def test_a_merge_without_room_changes_nothing_and_is_done_later(tmp_path: Path, limit_bytes: int) -> None:
    folder = tmp_path / "index"
    engine = create_index(folder, "mine")
    for id in range(1, 10):
        engine.add([written(id)])
        engine.commit(id)
    files = {path.name: path.stat().st_size for path in folder.iterdir()}

    for _ in range(3):
        with pytest.raises(SearchError) as caught, room(limit_bytes):
            engine.merge(Progress())
        assert caught.value.code == "unwritable"
        assert found(folder) == set(range(1, 10))
    assert {path.name: path.stat().st_size for path in folder.glob("*.*")}.items() <= files.items()

    engine.merge(Progress())
    assert found(folder) == set(range(1, 10))
    assert len(list(folder.glob("*.seg"))) < 9
    engine.close()


def add(library: Library, first: int, last: int) -> None:
    additions = []
    for number in range(first, last):
        words = " ".join(f"w{number}x{other}" for other in range(150))
        additions.append(Addition(None, Article(Metadata(title=Found(f"Heron {number}")), words, ""), None, None))
    library.clippings.add(additions)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = Library(tmp_path / "library", "mine")
    add(opened, 0, 5)
    opened.catch_up(Progress())
    yield opened
    opened.close()


@pytest.mark.parametrize("limit_bytes", ROOMS)
def test_a_library_without_room_finds_what_it_found_and_catches_up_later(library: Library, limit_bytes: int) -> None:
    add(library, 5, 7)

    with room(limit_bytes):
        assert library.catch_up(Progress()) == 2
        assert library.catch_up_wholly(Progress()) == 2
        library.merge_index(Progress())
        answer = library.find("heron")
    assert (answer.total, answer.behind, answer.engine) == (5, 2, "index")

    assert library.catch_up(Progress()) == 0
    assert (library.find("heron").total, library.find("w6x7").total) == (7, 1)
    assert library.check(Progress()) == ()


@pytest.mark.parametrize("limit_bytes", ROOMS)
def test_an_index_made_anew_without_room_leaves_the_search_right_and_heals(library: Library, limit_bytes: int) -> None:
    with room(limit_bytes):
        with pytest.raises(SearchError) as caught:
            library.rebuild(Progress())
        assert caught.value.code == "unwritable"
        answer = library.find("heron")
        assert library.catch_up(Progress()) > 0
        again = library.find("heron")
    assert {(one.total, one.engine) for one in (answer, again)} == {(5, "sql")}

    assert library.catch_up(Progress()) == 0
    assert (library.find("heron").total, library.find("heron").engine) == (5, "index")
    assert library.check(Progress()) == ()


@pytest.mark.parametrize("limit_bytes", ROOMS)
def test_a_library_opened_without_room_for_its_first_index_is_searched(tmp_path: Path, limit_bytes: int) -> None:
    library = Library(tmp_path / "new", "mine")
    add(library, 0, 3)

    with room(limit_bytes):
        if limit_bytes:
            library.open_index()
        else:
            with pytest.raises(SearchError) as caught:
                library.open_index()
            assert caught.value.code == "unwritable"
        assert library.catch_up(Progress()) == 3
        answer = library.find("heron")
    assert (answer.total, answer.engine) == (3, "sql")

    assert library.catch_up(Progress()) == 0
    assert (library.find("heron").total, library.find("heron").engine) == (3, "index")
    library.close()
