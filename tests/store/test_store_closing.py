"""Closing a library while other threads work with it: nothing crashes, nothing is half written."""

import subprocess
import sys
from pathlib import Path

from store_samples import an_addition

from clipper.progress import Progress
from clipper.store.check import check
from clipper.store.store import Store

# In a process of its own: a connection that is closed under SQLite's hands ends the process, not the test.
WORK = """
import sqlite3, sys, threading, time
from pathlib import Path
from clipper.store.store import Store

def work(store, verb):
    while True:
        try:
            verb(store)
        except sqlite3.ProgrammingError:  # the library is closed
            return

verbs = [lambda store: store.clippings.overview(), lambda store: store.clippings.rows(range(60)),
         lambda store: store.clippings.set_read(range(60), True),
         lambda store: store.clippings.set_read(range(60), False),
         lambda store: list(store.searching.texts())]
for _round in range(12):
    store = Store(Path(sys.argv[1]))
    threads = [threading.Thread(target=work, args=(store, verb)) for verb in verbs]
    for thread in threads:
        thread.start()
    time.sleep(0.05)
    store.close()
    for thread in threads:
        thread.join()
"""


def test_a_library_is_closed_under_the_hands_of_its_threads(folder: Path) -> None:
    store = Store(folder)
    store.clippings.add([an_addition(number) for number in range(60)])
    store.close()

    done = subprocess.run([sys.executable, "-c", WORK, str(folder)], capture_output=True, text=True, timeout=120)

    assert (done.returncode, done.stderr) == (0, "")
    again = Store(folder)
    assert check(again.database, Progress()) == ()
    again.close()
