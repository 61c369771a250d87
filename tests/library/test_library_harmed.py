"""Every file of an index cut, emptied, gone, or another: right answers, and an index again. Never a traceback."""

import os
import pickle
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from clipper.library.library import Library
from clipper.model import Article, Found, Metadata
from clipper.progress import Progress
from clipper.store.clippings import Addition

ASKED = ("heron", '"grey heron"', "her*", "river OR barn", "*arn", "rive~", "grey NEAR/2 heron", "-owl", "date:2026")
TEXTS = (
    ("The heron", "A grey heron stood in the river."),
    ("The crane", "A crane crossed the river at dawn; herons follow it."),
    ("The owl", "An owl slept in the barn and stands still."),
    *((f"Number {number}", f"The grey sky over place number {number}") for number in range(6)),
)

Harm = Callable[[Path], None]


def add(library: Library, *texts: tuple[str, str]) -> tuple[int, ...]:
    articles = [
        Article(
            Metadata(
                title=Found(title, "text", 1.0),
                language=Found("en", "detected", 1.0),
                date=Found("2026-03-01", "meta", 1.0),
            ),
            text,
            "",
        )
        for title, text in texts
    ]
    return tuple(each.id for each in library.clippings.add([Addition(None, one, None, None) for one in articles])[0])


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a library with an index of several segments, in one of which a document is deleted."""
    folder = tmp_path_factory.mktemp("harmed") / "library"
    library = Library(folder, "mine")
    for number in range(0, len(TEXTS), 3):
        ids = add(library, *TEXTS[number : number + 3])
        library.catch_up(Progress())
    library.corrections.set(ids[0], "title", "A heron after all")
    library.catch_up(Progress())
    library.close()
    assert len(list((folder / "index").glob("*.seg"))) == 4
    return folder


def answers(library: Library) -> list[tuple[int, frozenset[int]]]:
    library.complete("her")
    library.suggest("herno")
    return [(found.total, frozenset(found.ids)) for found in map(library.find, ASKED)]


@pytest.fixture(scope="module")
def right(made: Path) -> list[tuple[int, frozenset[int]]]:
    library = Library(made, "mine")
    found = answers(library)
    assert {library.find(asked).engine for asked in ASKED} == {"sql"}
    library.close()
    return found


def assert_heals(folder: Path, right: list[tuple[int, frozenset[int]]], what: str) -> None:
    """Ask a library at once, with its index open, once that has caught up, and opened anew; add to it."""
    library = Library(folder, "mine")
    assert answers(library) == right, what
    library.open_index()
    library.check(Progress())
    assert answers(library) == right, what
    assert library.catch_up(Progress()) == 0, what
    assert answers(library) == right, what
    assert library.find("heron").engine == "index", what
    library.close()

    again = Library(folder, "mine")
    again.open_index()
    assert answers(again) == right, what
    assert again.find("heron").engine == "index", what
    assert again.check(Progress()) == (), what
    (stork,) = add(again, ("The stork", "A stork on the roof."))
    assert again.catch_up(Progress()) == 0, what
    again.merge_index(Progress())
    assert again.catch_up(Progress()) == 0, what
    assert (again.find("stork").ids, again.find("stork").engine) == ((stork,), "index"), what
    again.close()


def _cut(size: Callable[[int], int]) -> Harm:
    return lambda path: os.truncate(path, max(size(path.stat().st_size), 0))


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()
    (path / "in it").write_text("a file")


def _nowhere(path: Path) -> None:
    path.unlink()
    path.symlink_to("nowhere")


def _text(path: Path) -> None:
    path.write_text("something else altogether\n" * 100)


def _other(path: Path) -> None:
    """Put the next file of the same kind in its place, a segment of as many documents at that."""
    kind = sorted(path.parent.glob(f"*{path.suffix}"))
    other = kind[(kind.index(path) + 1) % len(kind)]
    shutil.copy(other if other != path else __file__, path)


def _unreadable(path: Path) -> None:
    path.chmod(0)


HARMS: dict[str, Harm] = {
    "emptied": _cut(lambda _: 0),
    "halved": _cut(lambda size: size // 2),
    "short of its last byte": _cut(lambda size: size - 1),
    "with a byte too many": _cut(lambda size: size + 1),
    "gone": lambda path: path.unlink(),
    "a folder": _folder,
    "a link to nowhere": _nowhere,
    "text": _text,
    "another": _other,
    "unreadable": _unreadable,
}


@pytest.mark.parametrize("harm", HARMS)
def test_a_harmed_file_gives_right_answers_and_is_mended(
    made: Path, right: list[tuple[int, frozenset[int]]], tmp_path: Path, harm: str
) -> None:
    if harm == "unreadable" and (os.name == "nt" or os.geteuid() == 0):
        pytest.skip("root may read everything")
    if harm == "a link to nowhere" and os.name == "nt":
        pytest.skip("links are for administrators there")
    names = sorted(path.name for path in (made / "index").iterdir())
    assert len(names) >= 7  # the marker, locks, the contents and four segments
    if harm == "unreadable":  # a lock is somebody else's, perhaps: the index is read, and said to be unwritable
        names = [name for name in names if not name.endswith("LOCK")]

    for name in names:
        shutil.copytree(made, tmp_path / name)
        HARMS[harm](tmp_path / name / "index" / name)

        assert_heals(tmp_path / name, right, f"{name}: {harm}")


def _trap(place: Path) -> bytes:
    class Trap:
        def __reduce__(self) -> tuple[object, ...]:
            return Path.touch, (place / "sprung",)

    return pickle.dumps(Trap())


def _pickles(folder: Path) -> None:
    """Make of it a Whoosh index that would run code, under a marker that is right."""
    for path in folder.iterdir():
        if path.suffix in (".toc", ".seg"):
            path.write_bytes(_trap(folder.parent))


def _junk(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.mkdir()
    for name in ("notes.txt", "MAIN_abc.seg", "MAIN_WRITELOCK", "Ω.toc", ".hidden", "_MAIN_x.toc"):
        (folder / name).write_bytes(os.urandom(200))
    (folder / "in it").mkdir()


def _junk_with_contents(folder: Path) -> None:
    _junk(folder)
    (folder / "_MAIN_3.toc").write_bytes(_trap(folder.parent))


def _marker_alone(folder: Path) -> None:
    for path in folder.iterdir():
        if path.suffix in (".toc", ".seg"):
            path.unlink()


def _segments_alone(folder: Path) -> None:
    for path in folder.iterdir():
        if path.suffix != ".seg":
            path.unlink()


def _a_file(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.write_text("no folder")


def _broken_is_a_file(folder: Path) -> None:
    _pickles(folder)
    folder.with_name("index.broken").write_text("no folder")


def _broken_is_full(folder: Path) -> None:
    _pickles(folder)
    shutil.copytree(folder, folder.with_name("index.broken"))


STATES: tuple[Harm, ...] = (
    _pickles, _junk, _junk_with_contents, _marker_alone, _segments_alone, _a_file, _broken_is_a_file, _broken_is_full,
)  # fmt: skip


@pytest.mark.parametrize("state", STATES)
def test_an_index_that_is_none_is_not_opened_but_made_anew(
    made: Path, right: list[tuple[int, frozenset[int]]], tmp_path: Path, state: Harm
) -> None:
    shutil.copytree(made, tmp_path / "library")
    state(tmp_path / "library" / "index")

    assert_heals(tmp_path / "library", right, str(state))

    assert not (tmp_path / "library" / "sprung").exists()


def test_the_index_of_another_library_with_its_marker_is_made_anew(
    made: Path, right: list[tuple[int, frozenset[int]]], tmp_path: Path
) -> None:
    other = Library(tmp_path / "other", "somebody else's")
    add(other, *[("The heron", f"Another heron {number}") for number in range(20)])
    other.catch_up(Progress())
    other.close()
    shutil.copytree(made, tmp_path / "library")
    shutil.rmtree(tmp_path / "library" / "index")
    shutil.copytree(tmp_path / "other" / "index", tmp_path / "library" / "index")

    assert_heals(tmp_path / "library", right, "another library's")
