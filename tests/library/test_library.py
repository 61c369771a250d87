"""Store and search together: finding, catching up, a broken or foreign index, undo, completion."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from clipper.errors import Cancelled, SearchError
from clipper.library.library import Library
from clipper.model import Article, Found, Metadata
from clipper.progress import Progress
from clipper.store.clippings import Addition

BIRDS = (
    ("The heron", "A grey heron stood in the river.", "2026-01-01"),
    ("The crane", "A crane crossed the river at dawn.", "2026-03-01"),
    ("The owl", "An owl slept in the barn.", None),
)


def article(title: str, text: str, date: str | None) -> Article:
    metadata = Metadata(
        title=Found(title, "text", 1.0),
        date=Found(date, "meta", 1.0) if date else Found(),
        language=Found("en", "detected", 1.0),
        site=Found("The Marsh Post", "meta", 1.0),
    )
    return Article(metadata=metadata, text=text, html=f"<p>{text}</p>", extractor="given")


def add(library: Library, *birds: tuple[str, str, str | None]) -> tuple[int, ...]:
    added, _ = library.clippings.add([Addition(None, article(*bird), None, None) for bird in birds])
    return tuple(each.id for each in added)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = Library(tmp_path / "library", "mine")
    yield opened
    opened.close()


@pytest.fixture
def birds(library: Library) -> tuple[int, ...]:
    ids = add(library, *BIRDS)
    library.catch_up(Progress())
    return ids


def test_an_empty_library_finds_nothing(library: Library) -> None:
    answer = library.find("anything")

    assert (answer.total, answer.ids, answer.behind) == (0, (), 0)


def test_no_words_give_the_view_in_order(library: Library, birds: tuple[int, ...]) -> None:
    heron, crane, owl = birds

    answer = library.find("")

    assert answer.ids == (owl, crane, heron)
    assert answer.hits[0].snippet.startswith("An owl")


def test_words_find_with_marks_in_snippet_and_title(library: Library, birds: tuple[int, ...]) -> None:
    answer = library.find("heron")

    (hit,) = answer.hits
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["heron"]
    assert [hit.clipping.title[start:end] for start, end in hit.title_marks] == ["heron"]
    assert answer.engine == "index"


def test_all_places_of_a_query_in_a_text_are_marked(library: Library) -> None:
    text = "Herons wait. A heron stood; the owl did not."

    marks = library.marks("heron tag:birds -owl", text, language="en")

    assert [text[start:end] for start, end in marks] == ["Herons", "heron"]


def test_a_word_half_typed_finds_only_while_typing(library: Library, birds: tuple[int, ...]) -> None:
    assert library.find("her", typing=True).total == 1
    assert library.find("her").total == 0


def test_sets_combine_with_words(library: Library, birds: tuple[int, ...]) -> None:
    heron, crane, owl = birds
    library.tags.add([heron, owl], ["night"])

    assert library.find("tag:night river").ids == (heron,)
    assert library.find("river -tag:night").ids == (crane,)
    assert set(library.find("tag:night OR dawn").ids) == {heron, crane, owl}
    assert library.find("tag:night", sort="oldest").ids == (heron, owl)


def test_what_was_added_last_stands_first_with_words_sets_days_and_without(
    library: Library, birds: tuple[int, ...]
) -> None:
    heron, crane, owl = birds
    (late,) = add(library, ("The river", "River, river, river.", "2025-06-01"))
    library.catch_up(Progress())
    library.tags.add([late, heron, owl], ["night"])

    assert library.find("", sort="added").ids == (late, owl, crane, heron)
    assert library.find("river", sort="added").ids == (late, crane, heron)
    assert library.find("river tag:night", sort="added").ids == (late, heron)
    assert library.find("tag:night", sort="added").ids == (late, owl, heron)
    assert library.find("date:2025..2026-01", sort="added").ids == (late, heron)
    assert library.find("river", sort="newest").ids == (crane, heron, late)


def test_without_an_index_what_was_added_last_stands_first_too(
    library: Library, birds: tuple[int, ...], tmp_path: Path
) -> None:
    heron, crane, _ = birds
    (late,) = add(library, ("The river", "River, river, river.", "2025-06-01"))
    library.close()
    shutil.rmtree(tmp_path / "library" / "index")
    again = Library(tmp_path / "library", "mine")

    answer = again.find("river", sort="added")
    again.clippings.trash([crane])

    assert (answer.ids, answer.engine, answer.complaints) == ((late, crane, heron), "sql", ())
    assert again.find("river", view="trash", sort="added").ids == (crane,)
    again.close()


def test_notes_are_found_by_their_words(library: Library, birds: tuple[int, ...]) -> None:
    heron, crane, owl = birds
    library.clippings.set_note(heron, "Ask Ellen about the nests")
    library.clippings.set_note(owl, "Die Nester zählen, sagt Ellen")

    assert set(library.find("note:ellen").ids) == {heron, owl}
    assert library.find("note:nest").ids == (owl, heron)
    assert library.find('note:"ellen about"').ids == (heron,)
    assert library.find("note:nes*").total == library.find("note:n?st*").total == 2
    assert library.find("note:nesst~").ids == (heron,)
    assert library.find("note:(ellen NEAR/2 nests)").total == 0
    assert library.find("note:lle").total == 0
    assert library.find("river note:ellen").ids == (heron,)
    assert library.find("-note:ellen").ids == (crane,)
    assert library.find("note:nes", typing=True).total == 2
    assert library.find("note:ellen").hits[0].snippet.startswith("An owl")
    assert library.find("note:ellen").hits[0].marks == ()


def test_the_order_that_a_query_asks_for_goes_before_the_chosen_one(library: Library, birds: tuple[int, ...]) -> None:
    heron, crane, owl = birds

    assert library.find("river sort:oldest", sort="newest").ids == (heron, crane)
    assert library.find("sort:oldest", sort="newest").ids == (heron, crane, owl)
    assert library.find("date:2026 sort:oldest").ids == (heron, crane, owl)[:2]
    assert library.find("has:capture OR -has:capture sort:added").ids == (owl, crane, heron)
    assert library.find("river sort:added", sort="oldest").ids == (crane, heron)
    assert library.find("river sort:size", sort="oldest").complaints == ("unknown_value:sort:size",)


def test_patterns_fuzzy_words_and_words_near_each_other_are_found_and_marked(
    library: Library, birds: tuple[int, ...]
) -> None:
    heron, crane, _ = birds
    for query, ids, marked in (
        ("*ero*", {heron}, ["heron"]),
        ("cr?ne", {crane}, ["crane"]),
        ("hreon~", {heron}, ["heron"]),
        ("river NEAR/3 dawn", {crane}, ["river", "dawn"]),
        ('"river crane"~3', {crane}, ["crane", "river"]),
    ):
        answer = library.find(query)

        assert set(answer.ids) == ids, query
        hit = answer.hits[0]
        assert [hit.snippet[start:end] for start, end in hit.marks] == marked, query
        assert answer.complaints == ()


def test_a_view_and_a_tag_narrow_a_search(library: Library, birds: tuple[int, ...]) -> None:
    heron, crane, _ = birds
    library.clippings.set_starred([crane], True)
    library.tags.add([heron], ["a/b"])

    assert library.find("river", view="starred").ids == (crane,)
    assert library.find("river", tag="a").ids == (heron,)


def test_the_trash_is_searched_only_as_a_view(library: Library, birds: tuple[int, ...]) -> None:
    library.clippings.trash([birds[0]])

    assert library.find("heron").total == 0
    assert library.find("heron", view="trash").ids == (birds[0],)


def test_what_the_index_has_not_taken_in_is_counted(library: Library, birds: tuple[int, ...]) -> None:
    add(library, ("The stork", "A stork on the roof.", None))

    before = library.find("stork")
    library.catch_up(Progress())

    assert (before.total, before.behind) == (0, 1)
    assert library.find("stork").total == 1


def test_a_corrected_title_is_found(library: Library, birds: tuple[int, ...]) -> None:
    library.corrections.set(birds[0], "title", "The egret")
    library.catch_up(Progress())

    assert library.find("title:egret").ids == (birds[0],)
    assert library.find("title:heron").total == 0


def test_a_deleted_clipping_leaves_the_index(library: Library, birds: tuple[int, ...]) -> None:
    library.clippings.trash([birds[0]])
    library.clippings.empty_trash()
    library.catch_up(Progress())

    assert library.find("heron", view="all").total == 0
    assert library.check(Progress()) == ()


def test_without_an_index_the_store_is_searched(library: Library) -> None:
    ids = add(library, *BIRDS)

    answer = library.find("heron")

    assert answer.engine == "sql"
    assert answer.ids == (ids[0],)
    assert answer.hits[0].marks


@pytest.mark.parametrize("harm", ["cut", "noise", "delete"])
def test_a_damaged_index_is_rebuilt_and_meanwhile_the_store_answers(
    library: Library, birds: tuple[int, ...], tmp_path: Path, harm: str
) -> None:
    library.close()
    for file in (tmp_path / "library" / "index").iterdir():
        if harm == "cut":
            os.truncate(file, file.stat().st_size // 2)
        elif harm == "noise":
            file.write_bytes(os.urandom(max(1, file.stat().st_size)))
        else:
            file.unlink()
    again = Library(tmp_path / "library", "mine")

    before = again.find("heron")
    again.catch_up(Progress())
    after = again.find("heron")

    assert (before.total, before.engine) == (1, "sql")
    assert (after.total, after.engine) == (1, "index")
    again.close()


def test_an_index_of_another_is_never_opened(library: Library, birds: tuple[int, ...], tmp_path: Path) -> None:
    library.close()
    again = Library(tmp_path / "library", "somebody else's")

    again.catch_up(Progress())

    assert again.find("heron").total == 1
    assert any(path.name.startswith("index") and path.name != "index" for path in (tmp_path / "library").iterdir())
    again.close()


def test_an_index_that_is_gone_is_made_again(library: Library, birds: tuple[int, ...], tmp_path: Path) -> None:
    library.close()
    shutil.rmtree(tmp_path / "library" / "index")
    again = Library(tmp_path / "library", "mine")

    again.catch_up(Progress())

    assert again.find("river").total == 2
    again.close()


class StoppedLater(Progress):
    """Is stopped once it was asked so often whether it is."""

    def __init__(self, asked: int) -> None:
        super().__init__()
        self.left = asked

    @property
    def stopped(self) -> bool:
        self.left -= 1
        return self.left <= 0


def test_a_search_without_an_index_ends_in_its_midst_when_it_is_stopped(library: Library) -> None:
    ids = add(library, *[(f"Bird {number}", f"Heron {number} in the river.", None) for number in range(2000)])
    progress = StoppedLater(1000)

    with pytest.raises(Cancelled):
        library.find("heron", sort="added", progress=progress)

    assert progress.left == 0  # not one more was looked at
    assert library.find("heron", progress=StoppedLater(3000)).total == len(ids)


def test_rebuild_gives_the_same_answers(library: Library, birds: tuple[int, ...]) -> None:
    before = library.find("river").ids

    library.rebuild(Progress())

    assert library.find("river").ids == before
    assert library.find("river").engine == "index"


def test_undo_takes_tags_back_and_again(library: Library, birds: tuple[int, ...]) -> None:
    done = library.tags.add(birds, ["Kept"])

    undone = library.undo(done.edits)
    assert library.find("tag:kept").total == 0

    library.undo(undone.edits)
    assert library.find("tag:kept").total == 3


def test_undo_leaves_alone_what_somebody_else_changed_since(library: Library, birds: tuple[int, ...]) -> None:
    done = library.clippings.set_note(birds[0], "mine")
    library.clippings.set_note(birds[0], "theirs")

    library.undo(done.edits)

    assert library.clippings.rows([birds[0]])[0].note == "theirs"


def test_check_says_that_the_index_is_behind(library: Library, birds: tuple[int, ...]) -> None:
    assert library.check(Progress()) == ()

    add(library, ("The stork", "A stork on the roof.", None))

    assert [problem.kind for problem in library.check(Progress())] == ["index_behind"]


def test_a_backup_opens_as_a_library(library: Library, birds: tuple[int, ...], tmp_path: Path) -> None:
    library.back_up(tmp_path / "copy", Progress())

    copy = Library(tmp_path / "copy", "mine")
    copy.catch_up(Progress())
    assert copy.find("river").total == 2
    copy.close()


@pytest.mark.skipif(os.name == "nt", reason="modes are a thing of POSIX systems")
def test_an_index_that_may_not_be_moved_is_unwritable_and_not_damaged(library: Library, birds: tuple[int, ...]) -> None:
    library.folder.chmod(0o500)
    try:
        if os.access(library.folder, os.W_OK):
            pytest.skip("root may write anywhere")
        with pytest.raises(SearchError) as caught:
            library.rebuild(Progress())
    finally:
        library.folder.chmod(0o700)

    assert caught.value.code == "unwritable"
    assert library.find("heron").total == 1


def test_stop_is_heard_among_the_documents_of_one_commit(library: Library, birds: tuple[int, ...]) -> None:
    add(library, *((f"Gull {number}", "It flew over the sea.", None) for number in range(40)))
    progress = Progress(lambda step: progress.stop() if step.what == "index" and step.done == 20 else None)

    with pytest.raises(Cancelled):
        library.catch_up(progress)

    stopped = library.find("sea")
    assert library.catch_up(Progress()) == 0
    assert (stopped.total, stopped.behind) == (0, 40)
    assert library.find("sea").total == 40
