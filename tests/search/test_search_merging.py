"""Merging beside searches and commits: what others do meanwhile stays, and what is stopped leaves all as it was."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from clipper.errors import Cancelled, SearchError
from clipper.progress import Progress
from clipper.search.protocol import IndexDocument, SearchIndex
from clipper.search.query import parse
from clipper.search.tiers import due
from clipper.search.whoosh_engine import create_index, open_index, set_aside
from clipper.search.whoosh_merging import merge_due
from clipper.search.whoosh_writer import Index

QUERIES = ("rot", "rot OR blau", '"rot zahl5"', "zahl1*", "zahl7~", "rot -zahl3", "sort:newest rot", "title:titel")


class Meanwhile(Progress):
    """Progress of a merge that does something, once, when it is first asked whether to stop."""

    def __init__(self, deed: Callable[[], object]) -> None:
        super().__init__()
        self._deed: Callable[[], object] | None = deed

    @property
    def stopped(self) -> bool:
        deed, self._deed = self._deed, None
        if deed is not None:
            deed()
        return False


def written(id: int, text: str) -> IndexDocument:
    day = f"2026-11-{1 + id % 28:02}"
    return IndexDocument(id=id, title=f"Titel {id}", text=text, language="de", date=day, sort_day=day)


def found(engine: SearchIndex, text: str) -> tuple[int, ...]:
    return engine.search(parse(text).tree, limit=None, sort="relevance").ids


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give an index of four segments of three documents each, which are due to be merged."""
    place = tmp_path / "index"
    engine = create_index(place, "x")
    for start in (1, 4, 7, 10):
        engine.add([written(id, f"rot zahl{id} " + "Wort " * id) for id in range(start, start + 3)])
        engine.commit(start)
    engine.close()
    return place


@pytest.fixture
def engines(folder: Path) -> Iterator[tuple[SearchIndex, SearchIndex]]:
    """Open the index twice, as two windows do."""
    pair = open_index(folder, "x"), open_index(folder, "x")
    yield pair
    for engine in pair:
        engine.close()


def segments(folder: Path) -> int:
    return len(list(folder.glob("*.seg")))


def test_a_merge_changes_no_answer(folder: Path, engines: tuple[SearchIndex, SearchIndex]) -> None:
    before = [found(engines[0], query) for query in QUERIES]

    engines[0].merge(Progress())

    assert segments(folder) == 1
    for engine in engines:
        assert [found(engine, query) for query in QUERIES] == before
        assert engine.position() == 10
        assert engine.check(range(1, 13)) == ()


def test_what_is_changed_during_a_merge_stays_changed(folder: Path, engines: tuple[SearchIndex, SearchIndex]) -> None:
    merging, other = engines

    def change() -> None:
        other.remove([2, 11])
        other.add([written(5, "blau"), written(20, "rot neu")])
        other.commit(30)

    merging.merge(Meanwhile(change))

    assert segments(folder) == 2
    for engine in engines:
        assert set(found(engine, "rot")) == {1, 3, 4, 6, 7, 8, 9, 10, 12, 20}
        assert found(engine, "blau") == (5,)
        assert engine.position() == 30
        assert engine.check([1, *range(3, 11), 12, 20]) == ()


def test_all_that_was_merged_may_be_deleted_meanwhile(folder: Path, engines: tuple[SearchIndex, SearchIndex]) -> None:
    merging, other = engines

    def empty() -> None:
        other.remove(range(1, 13))
        other.commit(31)

    merging.merge(Meanwhile(empty))

    assert segments(folder) == 0
    assert found(merging, "rot") == ()
    assert merging.check([]) == ()


def test_a_search_goes_on_in_what_it_had_open_when_it_is_merged_away(
    folder: Path, engines: tuple[SearchIndex, SearchIndex]
) -> None:
    merging, other = engines
    before = found(other, "rot")

    merging.merge(Meanwhile(lambda: found(other, "zahl5")))

    assert found(other, "rot") == before
    assert not list(folder.glob("merging-*"))


def test_a_stopped_merge_leaves_all_as_it_was(folder: Path, engines: tuple[SearchIndex, SearchIndex]) -> None:
    files = {path.name for path in folder.iterdir() if path.suffix in (".seg", ".toc")}
    progress = Progress()
    progress.stop()

    with pytest.raises(Cancelled):
        engines[0].merge(progress)

    assert {path.name for path in folder.iterdir() if path.suffix in (".seg", ".toc")} == files
    assert not list(folder.glob("merging-*"))
    engines[1].merge(Progress())
    assert segments(folder) == 1


def test_two_never_merge_one_index_at_a_time(folder: Path, engines: tuple[SearchIndex, SearchIndex]) -> None:
    done: list[bool] = []

    engines[0].merge(Meanwhile(lambda: done.append(merge_due(Index(folder), lambda: None))))

    assert done == [False]
    assert segments(folder) == 1


def test_what_a_killed_merge_left_behind_is_removed_by_the_next(
    folder: Path, engines: tuple[SearchIndex, SearchIndex]
) -> None:
    (folder / "merging-0123456789abcdef").write_bytes(b"half of a segment")

    engines[0].merge(Progress())

    assert not list(folder.glob("merging-*"))
    assert set(found(engines[0], "rot")) == set(range(1, 13))


class Sized:
    def __init__(self, count: int, deleted: int = 0) -> None:
        self.count, self.deleted = count, deleted

    def doc_count_all(self) -> int:
        return self.count

    def deleted_count(self) -> int:
        return self.deleted


@pytest.mark.parametrize(
    ("sizes", "merged"),
    [
        ([], []),
        ([1, 1, 1], []),
        ([1, 1, 1, 1], [1, 1, 1, 1]),
        ([1, 2, 300, 3, 4], [1, 2, 3, 4]),
        ([100, 1000, 5000, 20_000, 100_000], []),
        ([30_000, 40_000, 50_000, 60_000], [30_000, 40_000, 50_000, 60_000]),
        ([100_000, 100_000, 200_000, 200_000], []),
        ([70_000, 80_000, 90_000, 200_000], [70_000, 80_000, 90_000]),
        ([300_000] * 9, []),
    ],
)
def test_segments_of_like_size_are_merged_once_four_have_come_together(sizes: list[int], merged: list[int]) -> None:
    assert sorted(one.count for one in due([Sized(size) for size in sizes])) == merged


def test_a_segment_that_is_half_deleted_is_written_anew_however_large() -> None:
    large = Sized(300_000, 150_001)

    assert due([Sized(5), Sized(300_000, 150_000), large]) == [large]


def test_a_segment_that_is_lost_is_damage(folder: Path, engines: tuple[SearchIndex, SearchIndex]) -> None:
    min(folder.glob("*.seg")).unlink()

    with pytest.raises(SearchError, match="damaged"):
        engines[0].merge(Progress())


def test_an_index_that_another_process_put_in_its_place_is_no_damage(
    folder: Path, engines: tuple[SearchIndex, SearchIndex]
) -> None:
    def make_anew() -> None:
        set_aside(folder)
        other = create_index(folder, "x")
        other.add([written(1, "grün")])
        other.commit(1)
        other.close()

    engines[0].merge(Meanwhile(make_anew))

    again = open_index(folder, "x")
    assert found(again, "grün") == (1,)
    assert found(again, "rot") == ()
    again.close()


def test_an_index_that_is_gone_is_not_merged(folder: Path, engines: tuple[SearchIndex, SearchIndex]) -> None:
    engines[0].merge(Meanwhile(lambda: set_aside(folder)))

    assert not folder.exists()
    engines[1].merge(Progress())
