"""What a process does that will be killed: it forks for each kill, so that only the first one pays for its imports.

Each line on standard input is an order: {"kind", "folder", "call", "number"}. The fork writes to the index in folder,
and says each step, until it comes to the so many-th call of a function that touches files, where it kills itself; with
call null it goes on till somebody else kills it, and with call "count" it says how often which function was called.
Run by test_library_killed.py.
"""

import json
import os
import signal
import sys
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

from clipper.errors import SearchError
from clipper.library import indexing
from clipper.library.library import Library
from clipper.model import Article, Found, Metadata
from clipper.progress import Progress
from clipper.search import protocol, whoosh_engine
from clipper.store.clippings import Addition

COUNTED = 10  # rounds: eight make a merge of an index, and four a rebuild of a library's
_CALLS = {
    "posix": {"fsync", "replace", "rename", "unlink", "remove", "rmdir", "mkdir", "open"},
    "fcntl": {"flock"},
    "BufferedWriter": {"write"},
    "BufferedRandom": {"write"},
    "io": {"open"},
    "_io": {"open"},
}


def document(round_: int, number: int, *, anew: bool = False) -> protocol.IndexDocument:
    """Give a document of a round, or what takes its place later."""
    id = round_ * 4 + number
    return protocol.IndexDocument(
        id, f"Titel {id}", f"rot zahl{id} {'neu' if anew else 'alt'} " + "Wort " * (id % 50), language="de"
    )


def index_rounds(folder: Path) -> Iterator[str]:
    """Add, replace and remove documents of an index, with a commit for each round."""
    engine = whoosh_engine.open_index(folder, "mine")
    round_ = engine.position()
    while True:
        round_ += 1
        engine.add([document(round_, number) for number in range(4)])
        engine.add([document(round_ - 1, 1, anew=True)] if round_ > 1 else [])
        engine.remove([(round_ - 2) * 4] if round_ > 2 else [])
        engine.commit(round_)
        yield str(round_)
        engine.merge(Progress())


def library_rounds(folder: Path) -> Iterator[str]:
    """Add clippings to a library and let its index catch up; make it anew now and then."""
    indexing.DOCUMENTS_A_COMMIT = 6  # so that few clippings fill an index in several commits
    library = Library(folder, "mine")
    round_ = 0
    while True:
        round_ += 1
        if round_ % 2:
            heron = Metadata(title=Found(f"Heron {library.log.position()}"))
            articles = [Article(heron, f"A bird of {number}.", "") for number in "ab"]
            library.clippings.add([Addition(None, one, None, None) for one in articles])
            yield "added"
        library.catch_up(Progress())
        yield "caught up"
        library.merge_index(Progress())
        if round_ % 4 == 2:
            library.rebuild(Progress())
            yield "made anew"


def adding_rounds(folder: Path) -> Iterator[str]:
    """Add two clippings at a time to a library, each time until they are found."""
    library = Library(folder, "mine")
    for round_ in count(1):
        heron = Metadata(title=Found(f"Heron {os.getpid()} {round_}"))
        articles = [Article(heron, f"A bird of {number}.", "") for number in "ab"]
        added, _ = library.clippings.add([Addition(None, one, None, None) for one in articles])
        left = library.catch_up_wholly(Progress())
        yield f"{left} {all(one.id in library.find('bird').ids for one in added)}"


def rebuilding_rounds(folder: Path) -> Iterator[str]:
    """Make the index of a library anew, again and again."""
    indexing.DOCUMENTS_A_COMMIT = 6
    library = Library(folder, "mine")
    while True:
        try:
            library.rebuild(Progress())
        except SearchError as error:
            yield error.code
        else:
            yield "made anew"


def holding_rounds(folder: Path) -> Iterator[str]:
    """Hold the lock of an index, and stop in the midst of it."""
    engine = whoosh_engine.open_index(folder, "mine")
    engine.add([document(1, 1)])
    yield "holding"
    os.kill(os.getpid(), signal.SIGSTOP)


ROUNDS: dict[str, Callable[[Path], Iterator[str]]] = {
    "index": index_rounds,
    "library": library_rounds,
    "adding": adding_rounds,
    "rebuilding": rebuilding_rounds,
    "holding": holding_rounds,
}


def _named(function: Any) -> str:
    """Give the name of a built-in function that touches files, "" for any other."""
    owner = getattr(function, "__module__", None) or type(getattr(function, "__self__", None)).__name__
    return f"{owner}.{function.__name__}" if function.__name__ in _CALLS.get(owner, ()) else ""


def _serve(order: dict[str, Any]) -> None:
    calls: Counter[str] = Counter()

    def look(_frame: object, event: str, function: Any) -> None:
        if event == "c_call" and (name := _named(function)):
            calls[name] += 1
            if name == order["call"] and calls[name] == order["number"]:
                os.kill(os.getpid(), signal.SIGKILL)

    say(f"begun {os.getpid()}")
    if order["call"]:
        sys.setprofile(look)
    for number, done in enumerate(ROUNDS[order["kind"]](Path(order["folder"])), start=1):
        say(done)
        if order["call"] == "count" and number == COUNTED:
            sys.setprofile(None)
            say(json.dumps(calls))
            os._exit(0)


def say(line: str) -> None:
    os.write(1, f"{line}\n".encode())


if __name__ == "__main__":
    for line in sys.stdin:
        if not (pid := os.fork()):
            try:
                _serve(json.loads(line))
            except Exception:  # noqa: BLE001 - the last resort
                traceback.print_exc()
            finally:
                os._exit(1)
        say(f"ended {os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])}")
