"""Safety copies, putting one back, migrations with a copy set aside."""

import os
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from store_samples import an_addition

from clipper.errors import Cancelled, DamagedError, TooNewError
from clipper.progress import Progress
from clipper.store import check, safety
from clipper.store.database import Database
from clipper.store.schema import STEPS, Step
from clipper.store.store import Store


def stopped() -> Progress:
    """Give a progress that says stop."""
    progress = Progress()
    progress.stop()
    return progress


def test_a_copy_a_day_is_made_and_can_be_read(store: Store) -> None:
    store.clippings.add([an_addition(1), an_addition(2)])

    copy = safety.daily(store.database, Progress())

    assert copy is not None
    assert copy.clippings == 2
    assert Path(copy.path).name == f"library-{datetime.now(UTC):%Y-%m-%d}.db"
    assert safety.copies(store.folder) == (copy,)
    assert safety.daily(store.database, Progress()) is None


def test_the_newest_seven_are_kept(store: Store) -> None:
    folder = store.folder / "copies"
    folder.mkdir()
    today = datetime.now(UTC)
    old = [f"library-{today - timedelta(days=back):%Y-%m-%d}.db" for back in range(1, 10)]
    for name in old:
        (folder / name).touch()
    (folder / "before-version-2-20260101T000000Z.db").touch()

    safety.daily(store.database, Progress())

    kept = sorted(path.name for path in folder.iterdir())
    assert kept == sorted([*old[:6], f"library-{today:%Y-%m-%d}.db", "before-version-2-20260101T000000Z.db"])


def test_a_copy_that_was_stopped_leaves_nothing(store: Store) -> None:
    with pytest.raises(Cancelled):
        safety.daily(store.database, stopped())

    assert list((store.folder / "copies").iterdir()) == []
    assert store.clippings.add([an_addition(1)])[0][0].id == 1


def test_a_copy_holds_what_stood_in_the_log_alone(store: Store) -> None:
    store.clippings.add([an_addition(1)])
    assert (store.folder / "library.db-wal").stat().st_size > 0

    copy = safety.daily(store.database, Progress())

    assert copy is not None
    assert copy.clippings == 1


def test_files_that_are_no_copies_are_not_offered(store: Store) -> None:
    folder = store.folder / "copies"
    folder.mkdir()
    (folder / "library-2026-01-01.db").write_bytes(b"broken")
    with closing(sqlite3.connect(folder / "library-2026-01-02.db")) as connection:
        connection.execute("CREATE TABLE theirs (x)")

    assert safety.copies(store.folder) == ()
    assert safety.copies(store.folder / "nowhere") == ()


def test_a_damaged_library_gets_its_copy_back(folder: Path) -> None:
    store = Store(folder)
    store.clippings.add([an_addition(1)])
    safety.daily(store.database, Progress())
    store.clippings.add([an_addition(2)])
    store.close()
    (folder / "index").mkdir()
    (folder / "library.db").write_bytes(b"x" * 5_000)
    with pytest.raises(DamagedError):
        Store(folder)

    aside = safety.restore(folder, safety.copies(folder)[0])

    again = Store(folder)
    assert aside.read_bytes() == b"x" * 5_000
    assert again.clippings.ids("all") == (1,)
    assert again.clippings.add([an_addition(3)])[0][0].id > 2
    assert not (folder / "index").exists()
    again.close()


def test_ids_go_on_where_the_damaged_database_had_come(folder: Path) -> None:
    store = Store(folder)
    store.clippings.add([an_addition(1)])
    safety.daily(store.database, Progress())
    store.clippings.add([an_addition(2), an_addition(3)])
    position = store.log.position()
    store.close()

    safety.restore(folder, safety.copies(folder)[0])

    again = Store(folder)
    assert again.clippings.add([an_addition(4)])[0][0].id == 4
    assert again.log.position() > position
    assert not again.log.to_index(position + 99).complete
    again.close()


def test_captures_that_the_copy_does_not_know_stay(folder: Path) -> None:
    store = Store(folder)
    safety.daily(store.database, Progress())
    store.clippings.add([an_addition(1)])
    store.close()
    (capture,) = folder.glob("captures/**/*.gz")
    os.utime(capture, (time.time() - 9_000,) * 2)

    safety.restore(folder, safety.copies(folder)[0])

    again = Store(folder)
    assert check.sweep(again.database) == 0
    assert capture.exists()
    again.close()


def test_a_copy_comes_back_where_the_database_was_deleted(folder: Path) -> None:
    store = Store(folder)
    store.clippings.add([an_addition(1)])
    safety.daily(store.database, Progress())
    store.close()
    (folder / "library.db").unlink()

    safety.restore(folder, safety.copies(folder)[0])

    again = Store(folder)
    assert again.clippings.overview().all == 1
    again.close()


def test_a_copy_that_is_damaged_itself_touches_nothing(folder: Path) -> None:
    store = Store(folder)
    store.clippings.add([an_addition(number, page=None) for number in range(100)])
    copy = safety.daily(store.database, Progress())
    store.close()
    assert copy is not None
    path = Path(copy.path)
    content = bytearray(path.read_bytes())
    content[8_192:40_960] = bytes(32_768)
    path.write_bytes(content)
    before = (folder / "library.db").read_bytes()

    with pytest.raises(DamagedError):
        safety.restore(folder, copy)

    assert (folder / "library.db").read_bytes() == before
    assert sorted(one.name for one in folder.glob("*.db*")) == ["library.db"]


def test_a_damaged_database_makes_no_copy_that_pushes_a_good_one_out(folder: Path) -> None:
    store = Store(folder)
    store.clippings.add([an_addition(number, page=None) for number in range(200)])
    store.close()
    path = folder / "library.db"
    content = bytearray(path.read_bytes())
    content[-40_960:-8_192] = os.urandom(32_768)
    path.write_bytes(content)
    damaged = Store(folder)

    with pytest.raises(DamagedError):
        safety.daily(damaged.database, Progress())

    assert list((folder / "copies").iterdir()) == []
    damaged.close()


def add_shelf(connection: sqlite3.Connection) -> None:
    """Be the version after ours: a column, as a later version may bring it."""
    connection.execute("ALTER TABLE clippings ADD COLUMN shelf TEXT")
    connection.execute("UPDATE clippings SET shelf = 'old'")


NEXT: tuple[Step, ...] = (*STEPS, add_shelf)


def test_an_older_library_is_migrated_and_copied_first(folder: Path) -> None:
    store = Store(folder)
    store.clippings.add([an_addition(1)])
    store.close()

    database = Database(folder, steps=NEXT)

    with database.read() as connection:
        assert connection.execute("SELECT id, shelf FROM clippings").fetchall() == [(1, "old")]
        assert connection.execute("PRAGMA user_version").fetchone() == (len(NEXT),)
    database.close()
    (aside,) = (folder / "copies").glob(f"before-version-{len(NEXT)}-*.db")
    with closing(sqlite3.connect(aside)) as old:
        assert old.execute("PRAGMA user_version").fetchone() == (len(STEPS),)
        assert old.execute("SELECT count(*) FROM clippings").fetchone() == (1,)
    with pytest.raises(TooNewError):
        Store(folder)


def test_a_migration_that_fails_leaves_the_library_as_it_was(folder: Path) -> None:
    store = Store(folder)
    store.clippings.add([an_addition(1)])
    store.close()

    def fail(connection: sqlite3.Connection) -> None:
        add_shelf(connection)
        raise RuntimeError

    with pytest.raises(RuntimeError):
        Database(folder, steps=(*STEPS, fail))

    again = Store(folder)
    assert again.clippings.rows([1])[0].title == "Headline 1"
    again.close()


def test_a_migration_that_breaks_a_reference_is_not_kept(folder: Path) -> None:
    store = Store(folder)
    store.clippings.add([an_addition(1)])
    store.close()

    def break_it(connection: sqlite3.Connection) -> None:
        connection.execute("INSERT INTO clipping_tags (clipping, tag) VALUES (1, 99)")

    with pytest.raises(DamagedError):
        Database(folder, steps=(*STEPS, break_it))

    again = Store(folder)
    assert again.clippings.rows([1])[0].tags == ()
    again.close()


KILLED = """
import sys, time
from pathlib import Path
from clipper.store.database import Database
from clipper.store.schema import STEPS
def step(connection):
    connection.execute("ALTER TABLE clippings ADD COLUMN shelf TEXT")
    connection.execute("UPDATE clippings SET title = 'half done'")
    print("inside", flush=True)
    time.sleep(60)
Database(Path(sys.argv[1]), steps=(*STEPS, step))
"""


def test_a_migration_that_is_killed_leaves_the_library_as_it_was(folder: Path) -> None:
    store = Store(folder)
    store.clippings.add([an_addition(1)])
    store.close()
    child = subprocess.Popen([sys.executable, "-c", KILLED, str(folder)], stdout=subprocess.PIPE)
    assert child.stdout is not None
    assert child.stdout.readline() == b"inside\n"

    child.kill()
    child.wait()
    child.stdout.close()

    again = Store(folder)
    assert again.clippings.rows([1])[0].title == "Headline 1"
    again.close()
    Database(folder, steps=NEXT).close()


def test_steps_that_make_a_table_anew_may_do_so(folder: Path) -> None:
    store = Store(folder)
    store.clippings.add([an_addition(1, tags=("a",))])
    store.close()

    def remake(connection: sqlite3.Connection) -> None:
        connection.execute("CREATE TABLE other (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT, key TEXT UNIQUE)")
        connection.execute("INSERT INTO other SELECT id, name, key FROM tags")
        query = "SELECT sql FROM sqlite_schema WHERE name = 'clipping_tags_taken_off'"
        (trigger,) = connection.execute(query).fetchone()
        connection.execute("DROP TRIGGER clipping_tags_taken_off")
        connection.execute("DROP TABLE tags")
        connection.execute("ALTER TABLE other RENAME TO tags")
        connection.execute(trigger)

    database = Database(folder, steps=(*STEPS, remake))

    with database.read() as connection:
        assert connection.execute("SELECT name FROM tags").fetchall() == [("a",)]
        assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
    database.close()
