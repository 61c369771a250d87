"""The Whoosh engine as files: what is written, by whom, what breaks, and what several processes do to it."""

import json
import os
import pickle
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from clipper.errors import SearchError
from clipper.progress import Progress
from clipper.search.nodes import Everything, Ids
from clipper.search.protocol import IndexDocument, SearchIndex
from clipper.search.query import parse
from clipper.search.whoosh_engine import MARKER, create_index, open_index, set_aside

IDENTITY = "library 7f3a"

Opened = Callable[[], SearchIndex]


def written(id: int, text: str) -> IndexDocument:
    """Give a document that says text."""
    return IndexDocument(id=id, title=f"Titel {id}", text=text, language="de", date="2026-11-24", sort_day="2026-11-24")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give the folder of an index with three committed segments: documents 1 to 9 say "rot" and their number."""
    place = tmp_path / "index"
    engine = create_index(place, IDENTITY)
    for start in (1, 4, 7):
        engine.add([written(id, f"rot zahl{id} " + "Wort " * id) for id in range(start, start + 3)])
        engine.commit(start)
    engine.close()
    return place


@pytest.fixture
def opened(folder: Path) -> Iterator[Opened]:
    """Open the folder's index, as another window would, as often as called; all are closed in the end."""
    engines: list[SearchIndex] = []

    def open_one() -> SearchIndex:
        engines.append(open_index(folder, IDENTITY))
        return engines[-1]

    yield open_one
    for engine in engines:
        engine.close()


def found(engine: SearchIndex, text: str) -> set[int]:
    return set(engine.search(parse(text).tree, limit=None, sort="newest").ids)


def broken(folder: Path) -> str:
    """Open, ask and check an index; give the code of the error, "" where all went well."""
    try:
        engine = open_index(folder, IDENTITY)
        found(engine, "rot")
        found(engine, '"rot zahl5"')
        engine.check([1])
        engine.close()
    except SearchError as error:
        return error.code
    return ""


def test_a_closed_index_opens_with_all_that_was_committed(opened: Opened) -> None:
    engine = opened()

    assert engine.position() == 7
    assert found(engine, "rot") == set(range(1, 10))
    assert engine.check(range(1, 10)) == ()


def test_check_names_what_is_missing_and_what_is_too_much(opened: Opened) -> None:
    assert opened().check([1, 2, 3, 4, 5, 6, 7, 8, 12]) == (9, 12)


def test_what_was_not_committed_is_not_there(opened: Opened) -> None:
    engine = opened()
    engine.add([written(20, "gelb")])
    engine.remove([1])

    assert found(engine, "gelb") == set()
    assert found(engine, "rot") == set(range(1, 10))

    engine.close()

    assert found(opened(), "rot") == set(range(1, 10))


def test_a_commit_of_another_window_is_seen_at_once(opened: Opened) -> None:
    reader, writer = opened(), opened()
    assert found(reader, "gelb") == set()

    writer.add([written(20, "gelb")])
    writer.remove([2])
    writer.commit(30)

    assert found(reader, "gelb") == {20}
    assert found(reader, "rot") == {1, 3, 4, 5, 6, 7, 8, 9}
    assert reader.position() == 30


def test_a_second_writer_is_told_that_the_index_is_locked_and_reading_goes_on(opened: Opened) -> None:
    first, second = opened(), opened()
    first.add([written(20, "gelb")])

    for write in (lambda: second.add([written(21, "grau")]), lambda: second.remove([1]), lambda: second.commit(99)):
        with pytest.raises(SearchError) as caught:
            write()
        assert caught.value.code == "locked"

    assert found(second, "rot") == set(range(1, 10))
    first.commit(31)
    second.add([written(21, "grau")])
    second.commit(32)
    assert found(first, "grau gelb OR grau") == {21}


def test_an_error_of_the_callers_iterator_goes_through_and_frees_the_lock(opened: Opened) -> None:
    class StoppedError(Exception):
        pass

    def documents() -> "object":
        yield written(20, "gelb")
        raise StoppedError

    engine = opened()
    with pytest.raises(StoppedError):
        engine.add(documents())  # type: ignore[arg-type]

    other = opened()
    other.add([written(21, "gelb")])
    other.commit(40)
    assert found(engine, "gelb") == {21}


def test_segments_stay_few_however_many_commits_there_are(tmp_path: Path) -> None:
    engine = create_index(tmp_path / "index", IDENTITY)

    for id in range(1, 121):
        engine.add([written(id, f"rot zahl{id}")])
        if id % 10 == 0:
            engine.remove([id - 5])
        engine.commit(id)
        engine.merge(Progress())

    assert len(list((tmp_path / "index").glob("*.seg"))) <= 16
    gone = set(range(5, 120, 10))
    assert found(engine, "rot") == set(range(1, 121)) - gone
    assert found(engine, "zahl5 OR zahl7") == {7}
    assert found(engine, '"rot zahl77"') == {77}
    assert engine.check(sorted(set(range(1, 121)) - gone)) == ()
    engine.close()


def test_large_segments_are_left_alone_and_half_deleted_ones_written_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("clipper.search.tiers._TIERS", (2, 4))
    folder = tmp_path / "index"
    engine = create_index(folder, IDENTITY)
    for start in range(1, 101, 5):
        engine.add([written(id, "rot") for id in range(start, start + 5)])
        engine.commit(start)
        engine.merge(Progress())
    large = set(folder.glob("*.seg"))
    assert len(large) == 20

    engine.remove([1, 2, 3, *range(6, 11)])
    engine.commit(200)
    engine.merge(Progress())

    assert len(set(folder.glob("*.seg")) & large) == 18
    assert found(engine, "rot") == {4, 5, *range(11, 101)}
    assert engine.check([4, 5, *range(11, 101)]) == ()
    engine.close()


def test_no_file_of_an_index_is_a_pickle(folder: Path) -> None:
    for path in folder.iterdir():
        if path.is_file() and path.stat().st_size:
            with pytest.raises(Exception):  # noqa: B017 - whatever it raises, it is none
                pickle.loads(path.read_bytes())


def test_an_index_of_another_library_is_foreign(folder: Path) -> None:
    with pytest.raises(SearchError) as caught:
        open_index(folder, "another library")

    assert caught.value.code == "foreign"


def test_an_index_without_our_marker_is_foreign_and_nothing_in_it_is_opened(tmp_path: Path) -> None:
    class Trap:
        def __reduce__(self) -> tuple[object, ...]:
            return Path.touch, (tmp_path / "sprung",)

    place = tmp_path / "index"
    place.mkdir()
    (place / "_MAIN_5.toc").write_bytes(pickle.dumps(Trap()))

    with pytest.raises(SearchError) as caught:
        open_index(place, IDENTITY)
    assert caught.value.code == "foreign"

    (place / MARKER).write_text(json.dumps({"format": 1, "identity": IDENTITY}))
    assert broken(place) == "damaged"
    assert not (tmp_path / "sprung").exists()


def test_an_index_is_not_made_over_another(folder: Path) -> None:
    with pytest.raises(SearchError) as caught:
        create_index(folder, IDENTITY)

    assert caught.value.code == "foreign"
    assert broken(folder) == ""


@pytest.mark.parametrize("there", [False, True])
def test_where_there_is_no_index_it_is_missing(tmp_path: Path, there: bool) -> None:
    if there:
        (tmp_path / "index").mkdir()

    assert broken(tmp_path / "index") == "missing"


def test_an_index_of_another_format_is_to_be_rebuilt(folder: Path) -> None:
    (folder / MARKER).write_text(json.dumps({"format": 999, "identity": IDENTITY}))

    assert broken(folder) == "damaged"


@pytest.mark.parametrize("marker", [b"", b"null", b"[]", b"\xff", b'{"identity": 5}'])
def test_a_marker_that_says_nothing_is_foreign(folder: Path, marker: bytes) -> None:
    (folder / MARKER).write_bytes(marker)

    assert broken(folder) == "foreign"


@pytest.mark.parametrize("harm", ["removed", "emptied", "cut", "grown"])
def test_a_harmed_file_is_noticed(folder: Path, harm: str) -> None:
    for path in sorted(path for path in folder.iterdir() if path.suffix in (".seg", ".toc")):
        whole = path.read_bytes()
        if harm == "removed":
            path.unlink()
        else:
            path.write_bytes({"emptied": b"", "cut": whole[: len(whole) // 2], "grown": whole + b"x"}[harm])

        assert broken(folder) in ("damaged", "missing"), path.name

        path.write_bytes(whole)
    assert broken(folder) == ""


def test_flipped_bits_are_noticed_by_check_and_raise_nothing_else(folder: Path) -> None:
    chance = random.Random(5)
    paths = sorted(path for path in folder.iterdir() if path.suffix in (".seg", ".toc"))
    for _ in range(150):
        path = chance.choice(paths)
        whole = path.read_bytes()
        at, bit = chance.randrange(len(whole)), 1 << chance.randrange(8)
        path.write_bytes(whole[:at] + bytes([whole[at] ^ bit]) + whole[at + 1 :])

        assert broken(folder) == "damaged", (path.name, at, bit)

        path.write_bytes(whole)
    assert broken(folder) == ""


def test_a_broken_index_is_set_aside_and_made_anew(folder: Path) -> None:
    next(folder.glob("*.toc")).write_bytes(b"?")

    first = set_aside(folder)
    create_index(folder, IDENTITY).close()
    second = set_aside(folder)

    assert first == second == folder.with_name("index.broken")
    assert not folder.exists()
    assert set_aside(folder) is None


def test_an_index_is_not_set_aside_while_somebody_writes(opened: Opened, folder: Path) -> None:
    writer = opened()
    writer.add([written(20, "gelb")])

    with pytest.raises(SearchError) as caught:
        set_aside(folder)

    assert caught.value.code == "locked"
    writer.commit(9)
    assert set_aside(folder)


def test_an_index_made_anew_is_seen_by_who_had_the_old_one_open(opened: Opened, folder: Path) -> None:
    reader = opened()
    assert found(reader, "rot")

    set_aside(folder)
    anew = create_index(folder, IDENTITY)
    for id in (1, 2, 3):
        anew.add([written(id, "neu")])
        anew.commit(id)

    assert found(reader, "rot") == set()
    assert found(reader, "neu") == {1, 2, 3}
    anew.close()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_is_searched_but_not_written(opened: Opened, folder: Path) -> None:
    folder.chmod(0o500)
    try:
        engine = opened()
        assert found(engine, "rot")
        with pytest.raises(SearchError) as caught:
            engine.add([written(20, "gelb")])
        assert caught.value.code == "unwritable"
    finally:
        folder.chmod(0o700)


def test_a_commit_that_finds_no_room_leaves_the_index_as_it_was(
    opened: Opened, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = opened()
    engine.add([written(20, "gelb")])

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(SearchError) as caught:
        engine.commit(50)
    monkeypatch.undo()

    assert caught.value.code == "unwritable"
    assert engine.position() == 7
    assert found(engine, "rot") == set(range(1, 10))
    engine.add([written(20, "gelb")])
    engine.commit(50)
    assert found(engine, "gelb") == {20}
    assert len(list(folder.glob("*.seg"))) == 4


def test_many_threads_search_while_one_writes(opened: Opened) -> None:
    engine = opened()
    wrong: list[object] = []
    done = threading.Event()

    def search() -> None:
        while not done.is_set():
            result = engine.search(parse("rot wort").tree, limit=None, sort="relevance")
            if not set(range(1, 10)) <= set(result.ids) or len(set(result.ids)) != result.total:
                wrong.append(result)

    threads = [threading.Thread(target=search) for _ in range(4)]
    for thread in threads:
        thread.start()
    for id in range(20, 60):
        engine.add([written(id, "rot wort"), written(5, "rot wort")])
        engine.commit(id)
    done.set()
    for thread in threads:
        thread.join()

    assert wrong == []
    assert len(found(engine, "rot")) == 49


WRITER = """
import sys
from pathlib import Path
from clipper.search.whoosh_engine import open_index
from clipper.search.protocol import IndexDocument
engine = open_index(Path(sys.argv[1]), sys.argv[2])
id = engine.position()
while True:
    id += 1
    engine.add([IndexDocument(id=id, title="", text="rot " * 50, language="de", sort_day="2026-01-01")])
    engine.commit(id)
    print(id, flush=True)
"""


def test_a_writer_killed_anywhere_leaves_its_last_commit(folder: Path) -> None:
    chance = random.Random(11)
    for _ in range(12):
        process = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(folder), IDENTITY], stdout=subprocess.PIPE, text=True
        )
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(chance.random() * 0.15)  # any moment of some commits
        process.send_signal(signal.SIGKILL)
        said = [int(line) for line in (first + process.stdout.read()).split("\n")[:-1]]
        process.wait()

        engine = open_index(folder, IDENTITY)
        there = engine.position()
        assert said
        assert said[-1] <= there <= said[-1] + 1
        assert found(engine, "rot") == set(range(1, max(there, 9) + 1))
        assert engine.check(sorted(found(engine, "rot"))) == ()
        engine.close()


def test_spelling_is_suggested_from_the_words_of_the_library(opened: Opened) -> None:
    engine = opened()
    engine.add([written(20, "Die Regierung und das Ministerium"), written(21, "Regierung")])
    engine.commit(10)

    assert engine.suggest("Regirung", limit=3)[:1] == ("regierung",)
    assert engine.suggest("eRgierung", limit=3)[:1] == ("regierung",)
    assert engine.suggest("Ministreium", limit=3)[:1] == ("ministerium",)
    assert engine.suggest("qqqqqq", limit=3) == ()


def test_of_mistyped_words_the_nearest_ranks_first(opened: Opened) -> None:
    engine = opened()
    texts = {
        20: "Ein Minsiter geht um",
        21: "Ein Minister geht um",
        22: "Ein Minister Monster",  # the nearer word counts
        23: "Ein Monster geht um",
        24: "Das Münster steht da",
    }
    engine.add([written(id, text) for id, text in texts.items()])
    engine.commit(30)

    result = engine.search(parse("Minsiter~ ").tree, limit=None, sort="relevance")

    assert list(result.ids) == [20, 22, 21, 23]  # of equals the newer one is ahead


def test_similar_documents_share_rare_words(opened: Opened) -> None:
    engine = opened()
    engine.add(
        [
            written(20, "Der Fuchs im Hühnerstall frisst nachts."),
            written(21, "Ein Fuchs wurde am Hühnerstall gesehen."),
            written(22, "Der Haushalt im Bundestag."),
        ]
    )
    engine.commit(10)

    assert engine.similar(20, limit=5)[:1] == (21,)
    assert 20 not in engine.similar(20, limit=50)
    assert engine.similar(999, limit=5) == ()


def test_a_day_that_is_none_is_unknown(opened: Opened) -> None:
    engine = opened()
    engine.add([IndexDocument(id=20, title="", text="gelb", date="Mittwoch", sort_day="")])
    engine.commit(10)

    assert found(engine, "gelb date:0001..9999") == set()
    assert engine.search(Everything(), limit=None, sort="oldest").ids[0] == 20
    assert engine.search(Ids(frozenset({20})), limit=None, sort="newest").ids == (20,)
