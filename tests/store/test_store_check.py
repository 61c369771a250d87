"""Check, sweep and backup."""

import os
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest
from store_samples import an_addition, an_article, with_picture

from clipper.answers import Problem
from clipper.errors import Cancelled, LibraryError
from clipper.progress import Progress, Step
from clipper.store import safety
from clipper.store.backup import back_up
from clipper.store.check import check, sweep
from clipper.store.store import Store

HOURS_AGO = time.time() - 7_200


@pytest.fixture
def filled(store: Store) -> Store:
    """Give a library of three clippings: one with a picture, one corrected, one given as it stands."""
    store.clippings.add([with_picture(1), an_addition(2), an_addition(3, page=None)])
    store.corrections.set(2, "title", "Right")
    store.corrections.set(2, "text", "Mine")
    return store


def kinds(store: Store) -> list[tuple[str, int | None]]:
    """Give what check finds."""
    return [(problem.kind, problem.id) for problem in check(store.database, Progress())]


def overwrite(store: Store, statement: str, *values: object) -> None:
    """Change the database behind its triggers, as a flipped bit would."""
    with closing(sqlite3.connect(store.folder / "library.db")) as connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(statement, values)
        connection.commit()


def test_a_sound_library_has_no_problems(filled: Store) -> None:
    assert check(filled.database, Progress()) == ()


def test_an_article_whose_text_is_another_is_found(filled: Store) -> None:
    overwrite(filled, "UPDATE articles SET text = 'Text 2x' WHERE clipping = 2")

    assert kinds(filled) == [("text_digest", 2)]


def test_an_article_whose_text_is_no_text_any_more_is_found(filled: Store) -> None:
    overwrite(filled, "UPDATE articles SET text = CAST(x'ff41' AS TEXT) WHERE clipping = 3")

    assert kinds(filled) == [("text_digest", 3)]


def test_html_metadata_and_list_rows_are_looked_at(filled: Store) -> None:
    overwrite(filled, "UPDATE articles SET html = '' WHERE clipping = 1")
    overwrite(filled, "UPDATE articles SET metadata = '{' WHERE clipping = 2")
    overwrite(filled, "UPDATE clippings SET title = 'Other' WHERE id = 3")

    assert kinds(filled) == [("html_digest", 1), ("unreadable", 2), ("list_row", 3)]


def test_a_row_that_points_nowhere_is_found(filled: Store) -> None:
    overwrite(filled, "INSERT INTO clipping_tags VALUES (1, 77)")

    assert ("reference", None) in kinds(filled)


def test_files_that_are_gone_changed_or_unnamed_are_found(filled: Store) -> None:
    first, second = (capture.place for id in (1, 2) for capture in filled.captures.of(id))
    (filled.folder / first).unlink()
    (filled.folder / second).write_bytes(b"changed")
    picture = next(filled.folder.glob("pictures/**/*.png"))
    picture.write_bytes(b"changed")
    (filled.folder / "captures" / "stray").write_bytes(b"")
    os.utime(filled.folder / "captures" / "stray", (time.time() - 7200, time.time() - 7200))
    (filled.folder / "captures" / "on its way").write_bytes(b"")

    assert check(filled.database, Progress()) == (
        Problem("missing_file", 1, first),
        Problem("capture_digest", 2, second),
        Problem("picture_digest", 1, picture.relative_to(filled.folder).as_posix()),
        Problem("orphan_file", None, "captures/stray"),
    )


def test_check_says_how_far_it_is_and_hears_stop(filled: Store) -> None:
    steps: list[Step] = []

    check(filled.database, Progress(steps.append))

    assert {step.what for step in steps} == {"database", "texts", "files", "orphans"}
    progress = Progress()
    progress.stop()
    with pytest.raises(Cancelled):
        check(filled.database, progress)


def test_stop_is_heard_inside_a_long_check_of_the_database(filled: Store) -> None:
    filled.clippings.add([an_addition(n, article=an_article(f"T{n}", "x" * 900), page=None) for n in range(9, 3_000)])
    progress = Progress(lambda step: progress.stop())  # at the first step, before SQLite begins

    with pytest.raises(Cancelled):
        check(filled.database, progress)

    assert filled.clippings.overview().all == 2_994


def test_unnamed_files_older_than_an_hour_are_swept(filled: Store) -> None:
    overwrite(filled, "UPDATE library SET value = '2020-01-01T00:00:00.000000+00:00' WHERE key = 'made'")
    named = [path for path in filled.folder.glob("[cp]*/**/*") if path.is_file()]
    old, young = filled.folder / "captures/2026/11/old.warc.gz", filled.folder / "pictures/ab/young.png"
    young.parent.mkdir(parents=True, exist_ok=True)
    thumbnail = filled.folder / "thumbnails/00" / ("0" * 64 + "-64")
    thumbnail.parent.mkdir(parents=True)
    copy, half = filled.folder / "copies/library-2026-01-01.db", filled.folder / "copies/library-2026-01-02.db.abc.new"
    copy.parent.mkdir()
    for path in (old, young, thumbnail, copy, half):
        path.write_bytes(b"x")
    for path in (*named, old, thumbnail, copy, half):
        os.utime(path, (HOURS_AGO, HOURS_AGO))

    assert sweep(filled.database) == 3

    assert [path.exists() for path in (old, thumbnail, half, young, copy)] == [False, False, False, True, True]
    assert all(path.exists() for path in named)
    assert sweep(filled.database) == 0


def test_a_file_named_since_the_sweep_looked_stays(filled: Store) -> None:
    # As sweep does, with a look at the rows from before the clipping came.
    from clipper.store.sweeping import remove_unnamed

    place = filled.captures.of(1)[0].place

    assert remove_unnamed(filled.database, [place]) == 0
    assert (filled.folder / place).exists()


def test_a_backup_opens_as_a_library(filled: Store, tmp_path: Path) -> None:
    filled.pictures.thumbnail(filled.clippings.rows([1])[0].picture or "", 32)
    (filled.folder / "index").mkdir()
    steps: list[Step] = []

    missing = back_up(filled.database, tmp_path / "copy", Progress(steps.append))

    copy = Store(tmp_path / "copy")
    assert missing == ()
    assert copy.clippings.rows([1, 2, 3]) == filled.clippings.rows([1, 2, 3])
    assert copy.captures.page(1) == filled.captures.page(1)
    assert check(copy.database, Progress()) == ()
    assert sorted(path.name for path in copy.folder.iterdir() if path.is_dir()) == ["captures", "pictures"]
    assert {step.what for step in steps} == {"database", "files"}
    copy.close()


def test_a_backup_takes_no_place_that_is_taken(filled: Store, tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()

    with pytest.raises(LibraryError) as caught:
        back_up(filled.database, tmp_path / "there", Progress())

    assert caught.value.code == "exists"
    assert list((tmp_path / "there").iterdir()) == []


def test_a_backup_into_a_folder_that_is_not_there_says_so(filled: Store, tmp_path: Path) -> None:
    with pytest.raises(LibraryError) as caught:
        back_up(filled.database, tmp_path / "no" / "copy", Progress())

    assert caught.value.code == "no_folder"


def test_a_backup_removes_what_a_killed_one_to_the_same_place_left_long_ago(filled: Store, tmp_path: Path) -> None:
    left, young, at_work = (tmp_path / f"copy.{number}0000abc.new" for number in range(3))
    foreign, other = tmp_path / "copy.30000abc.new", tmp_path / "copy2.40000abc.new"
    for folder in (left, young, at_work, foreign, other):
        (folder / "captures" / "ab").mkdir(parents=True)
        (folder / "library.db").write_bytes(b"half")
    (foreign / "letters").mkdir()
    old = time.time() - 7200
    for folder in (left, at_work, foreign, other):
        for path in (folder / "library.db", *folder.glob("*"), *folder.glob("*/*"), folder):
            os.utime(path, (old, old))
    (at_work / "captures" / "ab" / "one.warc.gz").write_bytes(b"written a moment ago")
    os.utime(at_work / "captures" / "ab", (old, old))

    back_up(filled.database, tmp_path / "copy", Progress())

    there = {path.name for path in tmp_path.iterdir()} & {one.name for one in (left, young, at_work, foreign, other)}
    assert there == {young.name, at_work.name, foreign.name, other.name}


def test_a_backup_that_was_stopped_leaves_nothing(filled: Store, tmp_path: Path) -> None:
    progress = Progress()
    progress.stop()
    before = set(tmp_path.iterdir())

    with pytest.raises(Cancelled):
        back_up(filled.database, tmp_path / "copy", progress)

    assert set(tmp_path.iterdir()) == before


def test_a_backup_names_the_files_it_could_not_find(filled: Store, tmp_path: Path) -> None:
    place = filled.captures.of(2)[0].place
    (filled.folder / place).unlink()

    assert back_up(filled.database, tmp_path / "copy", Progress()) == (Problem("missing_file", None, place),)


def test_what_is_written_during_a_backup_does_not_disturb_it(filled: Store, tmp_path: Path) -> None:
    def write(step: Step) -> None:
        if step.what == "database":
            with closing(sqlite3.connect(filled.folder / "library.db")) as other:
                other.execute("UPDATE clippings SET note = note || 'x'")
                other.commit()

    filled.clippings.add([an_addition(n, article=an_article(f"T{n}", "x" * 9_000), page=None) for n in range(9, 900)])

    back_up(filled.database, tmp_path / "copy", Progress(write))

    copy = Store(tmp_path / "copy")
    assert check(copy.database, Progress()) == ()
    assert {row.note for row in copy.clippings.rows(copy.clippings.ids("all"))} == {""}
    copy.close()
    assert safety.daily(filled.database, Progress()) is not None
