"""Several processes at once, processes that are killed, folders that cannot be written or are full."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from store_samples import an_addition, with_picture

from clipper.progress import Progress
from clipper.store import safety
from clipper.store.check import check
from clipper.store.store import Store

HERE = str(Path(__file__).parent)
SEED = 20261124

ADDING = """
import sys
sys.path.insert(0, sys.argv[1])
from dataclasses import replace
from pathlib import Path
from clipper.model import Request
from clipper.store.store import Store
from store_samples import an_addition, a_picture, with_picture
store = Store(Path(sys.argv[2]))
start, count, batch = (int(word) for word in sys.argv[3:6])
print("ready", flush=True)
for number in range(start, start + count, batch):
    rows = store.intake.put([Request(str(n), url=f"https://example.org/{n}") for n in range(number, number + batch)])
    additions = [replace(with_picture(int(row.request.given), a_picture(colour=("red", "blue")[row.id % 2])),
                         tags=("tag/%s" % (row.id % 3),), intake=row.id) for row in rows]
    added, _changes = store.clippings.add(additions)
    print(" ".join(f"{one.id}:{row.request.given}" for one, row in zip(added, rows)), flush=True)
"""


def start_adding(folder: Path, start: int, count: int, batch: int) -> "subprocess.Popen[str]":
    """Start a process that adds clippings and says after each commit which."""
    words = [sys.executable, "-c", ADDING, HERE, str(folder), str(start), str(count), str(batch)]
    return subprocess.Popen(words, stdout=subprocess.PIPE, text=True)


def test_two_processes_write_at_once(folder: Path) -> None:
    children = [start_adding(folder, start, 60, 3) for start in (0, 1_000)]

    told = [child.communicate(timeout=120)[0] for child in children]

    store = Store(folder)
    assert [child.returncode for child in children] == [0, 0]
    assert store.clippings.overview().all == 120
    assert sum(len(lines.split()) for lines in told) == 120 + 2  # and "ready" twice
    assert store.intake.rows() == ()
    assert check(store.database, Progress()) == ()
    store.close()


@pytest.mark.slow
def test_two_processes_may_make_the_same_library(tmp_path: Path) -> None:
    for number in range(3):
        children = [start_adding(tmp_path / str(number), start, 2, 1) for start in (0, 10, 20)]

        for child in children:
            child.communicate(timeout=60)

        assert [child.returncode for child in children] == [0, 0, 0]


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is a thing of POSIX")
def test_kill_nine_at_any_moment_loses_nothing(folder: Path) -> None:
    chance = random.Random(SEED)
    told: dict[int, int] = {}
    for round_number in range(25):
        child = start_adding(folder, round_number * 1_000, 900, chance.choice((1, 1, 5)))
        assert child.stdout is not None
        child.stdout.readline()
        lines = [child.stdout.readline() for _line in range(chance.randrange(6))]
        time.sleep(chance.uniform(0.0, 0.04))
        child.send_signal(signal.SIGKILL)
        lines += child.stdout.read().splitlines(keepends=True)
        child.wait()
        child.stdout.close()
        pairs = [word.split(":") for line in lines if line.endswith("\n") for word in line.split()]
        told.update({int(id): int(number) for id, number in pairs})

    store = Store(folder)
    rows = store.clippings.rows(store.clippings.ids("all"))
    urls = [row.url for row in rows]
    assert told
    assert {id: f"https://example.org/{number}" for id, number in told.items()}.items() <= {
        row.id: row.url for row in rows
    }.items()
    assert len(urls) == len(set(urls))
    # What was handed in is a clipping or stands in the intake, never both.
    waiting = {row.request.url for row in store.intake.rows()}
    assert waiting.isdisjoint(urls)
    assert {problem.kind for problem in check(store.database, Progress())} <= {"orphan_file"}
    assert {change.clipping for change in store.log.to_index(0, limit=10**6).rows} == {row.id for row in rows}
    store.close()


EMPTYING = """
import sys, time
from pathlib import Path
from clipper.store.check import sweep
from clipper.store.store import Store
store = Store(Path(sys.argv[1]))
end = time.monotonic() + 2
while time.monotonic() < end:
    store.clippings.trash(store.clippings.ids("all"))
    store.clippings.empty_trash()
    sweep(store.database)
"""


@pytest.mark.slow
def test_emptying_the_trash_takes_no_picture_from_a_clipping_that_comes_at_that_moment(folder: Path) -> None:
    Store(folder).close()
    emptier = subprocess.Popen([sys.executable, "-c", EMPTYING, str(folder)])
    adder = start_adding(folder, 0, 400, 2)

    adder.communicate(timeout=120)
    emptier.wait(timeout=120)

    store = Store(folder)
    assert (adder.returncode, emptier.returncode) == (0, 0)
    assert {problem.kind for problem in check(store.database, Progress())} <= {"orphan_file"}
    store.close()


READING = """
import json, os, sys
from pathlib import Path
from clipper.errors import ClipperError
from clipper.progress import Progress
from clipper.store import backup, check, safety
from clipper.store.store import Store
import tempfile, clipper.store.warc, PIL.PngImagePlugin, PIL.JpegImagePlugin, PIL.ImageOps, ctypes, encodings.idna
if len(sys.argv) > 2:
    os.setgid(int(sys.argv[2])); os.setuid(int(sys.argv[2]))
store = Store(Path(sys.argv[1]))
holder = tempfile.TemporaryDirectory()
said = []
for write in (lambda: store.clippings.set_read([1], True), lambda: store.intake.put([]) or store.intake.retry([1])):
    try:
        write()
    except ClipperError as error:
        said.append(error.code)
row = store.clippings.rows([1])[0]
print(json.dumps({
    "read_only": store.read_only, "titles": [row.title for row in store.clippings.rows(store.clippings.ids("all"))],
    "said": said, "page": len(store.captures.page(1).body),
    "thumbnail": bool(store.pictures.thumbnail(row.picture, 32)),
    "copy": safety.daily(store.database, Progress()), "swept": check.sweep(store.database),
    "problems": len(check.check(store.database, Progress())),
    "backup": backup.back_up(store.database, Path(holder.name) / "copy", Progress()),
}))
store.close()
"""
READ = {
    "read_only": True,
    "said": ["read_only", "read_only"],
    "page": len("<html><p>Page 1</p></html>"),
    "thumbnail": True,
    "copy": None,
    "swept": 0,
    "problems": 0,
    "backup": [],
}


@pytest.fixture
def open_place() -> Iterator[Path]:
    """Give a folder that other users may enter."""
    place = Path(tempfile.mkdtemp(prefix="clipper-test-"))
    place.chmod(0o755)
    yield place
    shutil.rmtree(place)


def test_a_library_of_another_user_can_be_read(open_place: Path) -> None:
    if os.name == "nt" or os.geteuid() != 0:
        pytest.skip("only root can become another user")
    store = Store(open_place / "library")
    store.clippings.add([with_picture(1)])
    store.close()

    said = run(sys.executable, "-c", READING, str(open_place / "library"), "65534")

    assert said == {**READ, "titles": ["Headline 1"]}


def test_a_library_of_another_user_that_is_in_use_can_be_read(open_place: Path) -> None:
    if os.name == "nt" or os.geteuid() != 0:
        pytest.skip("only root can become another user")
    store = Store(open_place / "library")
    store.clippings.add([with_picture(1)])

    said = run(sys.executable, "-c", READING, str(open_place / "library"), "65534")

    assert said == {**READ, "titles": ["Headline 1"]}
    store.close()


def test_a_library_on_a_read_only_disk_can_be_read(folder: Path) -> None:
    store = Store(folder)
    store.clippings.add([with_picture(1)])
    store.close()

    said = run_mounted(f"mount --bind {folder} {folder} && mount -o remount,ro,bind {folder}", READING, str(folder))

    assert said == {**READ, "titles": ["Headline 1"]}


def test_what_a_killed_process_left_in_the_log_is_read_on_a_read_only_disk(tmp_path: Path, folder: Path) -> None:
    store = Store(folder)
    store.clippings.add([with_picture(1)])
    store.close()
    store = Store(folder)
    store.clippings.add([an_addition(2)])
    shutil.copytree(folder, tmp_path / "left")  # as if killed here: the second clipping stands in the log alone
    store.close()
    (tmp_path / "left" / "library.db-shm").unlink()
    left = tmp_path / "left"

    said = run_mounted(f"mount --bind {left} {left} && mount -o remount,ro,bind {left}", READING, str(left))

    assert said == {**READ, "titles": ["Headline 2", "Headline 1"]}


NOTHING = """
import sys
from pathlib import Path
from clipper.errors import LibraryError
from clipper.store.store import Store
try:
    Store(Path(sys.argv[1]))
except LibraryError as error:
    print('"%s"' % error.code)
"""


def test_where_no_library_is_and_none_can_be_made_that_is_said(tmp_path: Path) -> None:
    place = tmp_path / "empty"
    place.mkdir()

    for folder in (place, place / "library"):
        said = run_mounted(f"mount --bind {place} {place} && mount -o remount,ro,bind {place}", NOTHING, str(folder))

        assert said == "read_only"


FILLING = """
import json, sys
sys.path.insert(0, sys.argv[2])
from dataclasses import replace
from pathlib import Path
from clipper.errors import LibraryError
from clipper.progress import Progress
from clipper.store import check, safety
from clipper.store.store import Store
from store_samples import an_addition, an_article, a_page
import random
store = Store(Path(sys.argv[1]) / "library")
said, kept, chance = [], 0, random.Random(1)
for number in range(400):
    try:
        page = a_page(body=chance.randbytes(20_000) if number % 3 else b"<p>")
        store.clippings.add([an_addition(number, page=page, article=an_article(str(number), "x" * 9_000))])
        kept += 1
    except LibraryError as error:
        said.append(error.code)
try:
    safety.daily(store.database, Progress())
except LibraryError as error:
    said.append(error.code)
print(json.dumps({"said": sorted(set(said)), "same": kept == store.clippings.overview().all, "kept": kept > 5,
    "problems": sorted({p.kind for p in check.check(store.database, Progress())} - {"orphan_file"})}))
store.close()
again = Store(Path(sys.argv[1]) / "library")
again.clippings.overview()
again.close()
"""


def test_a_full_disk_is_said_and_nothing_kept_is_lost(tmp_path: Path) -> None:
    place = tmp_path / "small"
    place.mkdir()

    said = run_mounted(f"mount -t tmpfs -o size=3m none {place}", FILLING, str(place), HERE)

    assert said == {"said": ["full"], "same": True, "kept": True, "problems": []}


def run(*words: str) -> object:
    """Run a process and read the JSON it prints."""
    ran = subprocess.run(words, capture_output=True, text=True, timeout=120, check=False)
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)


def run_mounted(mount: str, code: str, *words: str) -> object:
    """Run code where something is mounted for it alone."""
    unshare = shutil.which("unshare")
    alone = [unshare or "", "-m"] if unshare and os.geteuid() == 0 else [unshare or "", "-rm"]
    if unshare is None or subprocess.run([*alone, "sh", "-c", "mount -t tmpfs none /mnt"], check=False).returncode:
        pytest.skip("mounting is not allowed here")
    return run(*alone, "sh", "-c", mount + ' && exec "$@"', "sh", sys.executable, "-c", code, *words)


def test_a_copy_is_not_made_twice_by_two_processes(folder: Path) -> None:
    store = Store(folder)
    other = Store(folder)

    first, second = safety.daily(store.database, Progress()), safety.daily(other.database, Progress())

    assert first is not None
    assert second is None
    store.close()
    other.close()
