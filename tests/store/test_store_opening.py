"""Opening a library: new, newer, foreign, damaged, locked, half deleted."""

import os
import shutil
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from store_samples import an_addition

from clipper.errors import BusyError, ClipperError, DamagedError, LibraryError, TooNewError
from clipper.progress import Progress
from clipper.store import check
from clipper.store.faults import ours
from clipper.store.schema import APPLICATION_ID, STEPS
from clipper.store.store import Store


def test_a_library_is_made_where_there_is_none(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "library"

    store = Store(folder)

    assert store.clippings.overview().all == 0
    assert not store.read_only
    with sqlite3.connect(folder / "library.db") as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert connection.execute("PRAGMA user_version").fetchone() == (len(STEPS),)
    store.close()


def test_what_was_added_is_there_when_opened_again(folder: Path) -> None:
    store = Store(folder)
    store.clippings.add([an_addition(1, tags=("politics",))])
    store.close()

    again = Store(folder)

    assert [(row.title, row.tags) for row in again.clippings.rows([1])] == [("Headline 1", ("politics",))]
    again.close()


def test_commits_are_flushed_in_full(store: Store) -> None:
    connection = store.database.connection()

    assert connection.execute("PRAGMA synchronous").fetchone() == (2,)
    assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)


def test_opening_imports_neither_warcio_nor_pillow() -> None:
    code = (
        "import sys, clipper.store.store; print([m for m in ('warcio', 'PIL', 'brotli', 'lxml') if m in sys.modules])"
    )

    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert ran.stdout.strip() == "[]"


def test_a_library_of_a_newer_version_is_refused_and_not_touched(folder: Path) -> None:
    Store(folder).close()
    path = folder / "library.db"
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version={len(STEPS) + 1}")
    connection.close()
    before = {one: one.read_bytes() for one in folder.iterdir()}

    with pytest.raises(TooNewError) as caught:
        Store(folder)

    assert caught.value.detail == str(len(STEPS) + 1)
    assert {one: one.read_bytes() for one in folder.iterdir()} == before


def test_a_newer_version_that_stands_in_the_log_alone_is_refused(folder: Path) -> None:
    store = Store(folder)
    with store.database.write() as connection:
        connection.execute(f"PRAGMA user_version={len(STEPS) + 1}")

    with pytest.raises(TooNewError):
        Store(folder)

    store.close()


@pytest.mark.parametrize("content", [b"not a database at all, but long enough" * 9, b"SQLite format 3\0 cut off"])
def test_a_file_that_is_no_database_is_damaged(folder: Path, content: bytes) -> None:
    folder.mkdir()
    (folder / "library.db").write_bytes(content)

    with pytest.raises(DamagedError):
        Store(folder)

    assert (folder / "library.db").read_bytes() == content


def test_the_database_of_another_program_is_not_taken(folder: Path) -> None:
    folder.mkdir()
    with sqlite3.connect(folder / "library.db") as connection:
        connection.execute("CREATE TABLE theirs (x)")
    connection.close()
    before = (folder / "library.db").read_bytes()

    with pytest.raises(DamagedError) as caught:
        Store(folder)

    assert caught.value.detail == "foreign"
    assert (folder / "library.db").read_bytes() == before


def test_a_database_cut_in_half_is_damaged(folder: Path) -> None:
    store = Store(folder)
    store.clippings.add([an_addition(n) for n in range(50)])
    store.close()
    path = folder / "library.db"
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2 // 4096 * 4096])

    with pytest.raises(DamagedError):
        _read_all(folder)


def test_a_database_with_zeros_in_it_is_damaged(folder: Path) -> None:
    store = Store(folder)
    store.clippings.add([an_addition(n) for n in range(50)])
    store.close()
    path = folder / "library.db"
    content = bytearray(path.read_bytes())
    content[4096:] = bytes(len(content) - 4096)
    path.write_bytes(content)

    with pytest.raises(DamagedError):
        _read_all(folder)


def test_an_empty_file_becomes_a_library(folder: Path) -> None:
    folder.mkdir()
    (folder / "library.db").touch()

    store = Store(folder)

    assert store.clippings.overview().all == 0
    store.close()


def test_a_library_whose_database_was_deleted_is_not_made_anew_while_a_copy_is_there(folder: Path) -> None:
    Store(folder).close()
    (folder / "copies").mkdir()
    (folder / "library.db").rename(folder / "copies" / "library-2026-11-20.db")

    with pytest.raises(DamagedError) as caught:
        Store(folder)

    assert caught.value.detail == "missing"
    assert not (folder / "library.db").exists()


@pytest.mark.parametrize("left", ["captures", "log"])
@pytest.mark.parametrize("empty", [False, True])
def test_a_library_of_which_only_the_database_is_gone_is_not_made_anew(folder: Path, left: str, empty: bool) -> None:
    store = Store(folder)
    if left == "captures":
        store.clippings.add([an_addition(1)])
    store.close()
    if left == "log":
        (folder / "library.db-wal").write_bytes(b"changes of a writer that was killed")
    (folder / "library.db").unlink()
    if empty:
        (folder / "library.db").touch()
    before = {path: path.stat().st_size for path in folder.rglob("*")}

    with pytest.raises(DamagedError) as caught:
        Store(folder)

    assert caught.value.detail == "missing"
    assert {path: path.stat().st_size for path in folder.rglob("*")} == before


def test_captures_of_another_database_are_not_swept_from_a_new_one(folder: Path, tmp_path: Path) -> None:
    store = Store(folder)
    store.clippings.add([an_addition(1)])
    store.close()
    (capture,) = folder.glob("captures/**/*.gz")
    os.utime(capture, (time.time() - 7_200,) * 2)
    folder.rename(tmp_path / "old")

    again = Store(folder)
    (tmp_path / "old" / "captures").rename(folder / "captures")

    assert again.clippings.overview().all == 0
    assert check.sweep(again.database) == 0
    assert capture.exists()
    again.close()


def test_a_file_in_the_place_of_the_folder_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "library").write_text("a file")

    with pytest.raises(LibraryError) as caught:
        Store(tmp_path / "library")

    assert caught.value.code == "no_folder"


def test_a_library_that_another_process_holds_alone_is_busy(folder: Path) -> None:
    Store(folder).close()
    holder = sqlite3.connect(folder / "library.db", isolation_level=None)
    holder.execute("PRAGMA locking_mode=EXCLUSIVE")
    holder.execute("BEGIN EXCLUSIVE")

    with pytest.raises(BusyError):
        Store(folder, busy_s=0.1)

    holder.close()


def test_a_write_while_another_process_writes_is_busy_and_reading_goes_on(folder: Path) -> None:
    store = Store(folder, busy_s=0.1)
    store.clippings.add([an_addition(1)])
    holder = sqlite3.connect(folder / "library.db", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")

    with pytest.raises(BusyError):
        store.clippings.set_starred([1], True)

    assert store.clippings.rows([1])[0].starred is False
    holder.close()
    assert store.clippings.set_starred([1], True).clippings == {1}
    store.close()


def test_a_write_that_fails_leaves_nothing(store: Store) -> None:
    def fail() -> None:
        with store.database.write() as connection:
            connection.execute("INSERT INTO tags (name, key) VALUES ('a', 'a')")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()

    assert store.database.connection().execute("SELECT count(*) FROM tags").fetchone() == (0,)
    assert store.clippings.add([an_addition(1)])[0][0].id == 1


@pytest.mark.skipif(os.name == "nt", reason="Windows deletes no file that is open")
def test_nothing_is_written_into_a_library_that_was_deleted_or_replaced(store: Store, tmp_path: Path) -> None:
    store.clippings.add([an_addition(1)])
    store.folder.rename(tmp_path / "elsewhere")

    with pytest.raises(LibraryError) as gone:
        store.clippings.add([an_addition(2)])
    assert not store.folder.exists()
    shutil.copytree(tmp_path / "elsewhere", store.folder)
    with pytest.raises(LibraryError) as replaced:
        store.clippings.set_read([1], True)

    assert (gone.value.code, replaced.value.code, replaced.value.detail) == ("no_folder", "no_folder", "replaced")
    assert store.clippings.rows([1])[0].read is False


def test_every_thread_may_read_and_write(store: Store) -> None:
    failed: list[ClipperError] = []

    def work(start: int) -> None:
        try:
            for number in range(start, start + 10):
                store.clippings.add([an_addition(number, page=None)])
                store.clippings.overview()
        except ClipperError as error:
            failed.append(error)

    threads = [threading.Thread(target=work, args=(start,)) for start in (0, 100, 200)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert failed == []
    assert store.clippings.overview().all == 30


def test_the_same_page_added_by_several_threads_at_once_is_kept_once(store: Store) -> None:
    start = threading.Barrier(4)

    def work() -> None:
        start.wait()
        for number in range(10):
            store.clippings.add([an_addition(number, tags=("a",))])

    threads = [threading.Thread(target=work) for _number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(row.url or "" for row in store.clippings.rows(store.clippings.ids("all"))) == [
        f"https://example.org/{number}" for number in range(10)
    ]
    assert check.check(store.database, Progress()) == ()


def test_a_closed_library_is_not_opened_again_by_a_late_thread(store: Store) -> None:
    store.close()

    with pytest.raises(sqlite3.ProgrammingError):
        store.clippings.overview()


def test_a_full_database_says_so_and_keeps_what_it_had(store: Store) -> None:
    store.clippings.add([an_addition(1, page=None)])
    connection = store.database.connection()
    connection.execute(f"PRAGMA max_page_count={connection.execute('PRAGMA page_count').fetchone()[0]}")

    with pytest.raises(LibraryError) as caught:
        store.clippings.add([an_addition(n, page=None) for n in range(2, 500)])

    assert caught.value.code == "full"
    assert store.clippings.ids("all") == (1,)


def test_mistakes_of_our_own_go_through(tmp_path: Path) -> None:
    connection = sqlite3.connect(":memory:")

    with pytest.raises(sqlite3.OperationalError), ours(tmp_path):
        connection.execute("SELECT * FROM what_is_not_there")


def _read_all(folder: Path) -> None:
    store = Store(folder)
    try:
        ids = store.clippings.ids("all")
        store.clippings.rows(ids)
        list(store.searching.texts(ids))
        store.clippings.overview()
    finally:
        store.close()


def test_a_schema_that_is_no_text_is_damage(folder: Path) -> None:
    Store(folder).close()
    path = folder / "library.db"
    whole = path.read_bytes()
    assert b"CREATE TABLE clippings" in whole
    path.write_bytes(whole.replace(b"CREATE TABLE clippings", b"CR\xc5ATE TABLE clippings"))

    with pytest.raises(DamagedError):
        Store(folder)
