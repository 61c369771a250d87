"""kill -9 while an index is added to, merged and made anew: it opens as it was before or after, or heals by itself."""

import random
import shutil
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from killed import document
from victims import Victims

from clipper.library.library import Library
from clipper.progress import Progress
from clipper.search.query import parse
from clipper.search.whoosh_engine import create_index, open_index

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a thing of POSIX systems")

KILLS = 30  # of an index, and as many of a library
MOST_FILES = 30  # three tiers of seven segments, one being written, the contents twice, marker, lock, temporary folder


@pytest.fixture(scope="module")
def victims() -> Iterator[Victims]:
    process = Victims()
    yield process
    process.close()


def drawn(chance: random.Random, calls: dict[str, int], number: int) -> tuple[str | None, int]:
    """Draw where to kill: each function as often as any other, at one of its calls; now and then any moment."""
    functions = sorted(calls)
    function = functions[number % (len(functions) + 1)] if number % (len(functions) + 1) < len(functions) else None
    return function, chance.randint(1, calls[function]) if function else 0


def test_an_index_killed_anywhere_is_as_it_was_before_or_after(victims: Victims, tmp_path: Path) -> None:
    chance = random.Random(4)
    create_index(tmp_path / "counted", "mine").close()
    calls = victims.calls("index", tmp_path / "counted")
    assert {"posix.fsync", "posix.replace", "BufferedWriter.write", "fcntl.flock"} <= calls.keys()
    folder = tmp_path / "index"
    create_index(folder, "mine").close()
    truth, position, merges = dict[int, str](), 0, 0

    for kill in range(KILLS):
        call, number = drawn(chance, calls, kill)
        said = victims.kill("index", folder, call, number, meanwhile=lambda: time.sleep(chance.uniform(0.01, 0.15)))

        engine = open_index(folder, "mine")
        there = engine.position()
        last = int(said[-1]) if said else position
        assert last <= there <= last + 1, (call, number)
        for round_ in range(position + 1, there + 1):
            play(truth, round_)
        position, merges = there, merges + len(said) // 8
        assert found(engine, "rot") == set(truth), (call, number)
        assert found(engine, '"alt"') == {id for id, text in truth.items() if " alt " in text}
        assert found(engine, "titel alt -neu") == found(engine, '"alt"')
        assert engine.check(sorted(truth)) == ()
        engine.close()
        assert len(list(folder.iterdir())) <= MOST_FILES, (call, number)

    assert merges >= 3
    assert position > 40


def play(truth: dict[int, str], round_: int) -> None:
    """Do to the truth what a victim's round does to the index."""
    truth.update({one.id: one.text for one in (document(round_, number) for number in range(4))})
    if round_ > 1:
        anew = document(round_ - 1, 1, anew=True)
        truth[anew.id] = anew.text
    truth.pop((round_ - 2) * 4 if round_ > 2 else -1, None)


def found(engine: object, text: str) -> set[int]:
    return set(engine.search(parse(text).tree, limit=None, sort="newest").ids)  # type: ignore[attr-defined]


def test_a_library_killed_anywhere_finds_all_and_heals(victims: Victims, tmp_path: Path) -> None:
    chance = random.Random(5)
    calls = victims.calls("library", tmp_path / "counted")
    assert {"posix.fsync", "posix.replace", "posix.rename", "posix.rmdir", "posix.mkdir"} <= calls.keys()
    steps = list[str]()

    for kill in range(KILLS):
        if kill % 10 == 0:  # a small one, whose index is soon made anew
            folder, added = tmp_path / f"library{kill}", 0
            Library(folder, "mine").close()
        call, number = drawn(chance, calls, kill)
        said = victims.kill("library", folder, call, number, meanwhile=lambda: time.sleep(chance.uniform(0.01, 0.2)))
        steps, added = steps + said, added + said.count("added") * 2

        # What is looked at is a copy: the next victim finds what this one left.
        shutil.copytree(folder, tmp_path / "copy")
        library = Library(tmp_path / "copy", "mine")
        there = set(library.clippings.ids("all"))
        assert len(there) >= added
        library.open_index()
        answer = library.find("bird")
        assert set(answer.ids) == there if answer.engine == "sql" else set(answer.ids) <= there
        assert len(there) - answer.total <= answer.behind
        assert library.catch_up(Progress()) == 0
        for asked in ("bird", "heron", '"a bird"'):
            assert set(library.find(asked).ids) == there, (call, number)
        assert (library.find("bird").engine, library.find("bird").behind) == ("index", 0)
        assert library.check(Progress()) == ()
        library.close()
        assert sum(1 for _ in folder.glob("index/*")) <= MOST_FILES
        assert sum(1 for _ in folder.glob("index*")) <= 2
        shutil.rmtree(tmp_path / "copy")

    assert set(steps) == {"added", "caught up", "made anew"}
