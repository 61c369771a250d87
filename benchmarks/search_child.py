"""One engine in a process of its own, so that its memory and its CPU are its own: reads orders, answers, as JSON lines.

    search_child.py ENGINE FOLDER STEMMER       orders: {"do": "index" | "open" | "ask" | "refine" | "add" |
                                            "snippets", ...}

Runs under the Python that has the engine: Xapian's is the system's, so only the standard library is imported here.
"""

import json
import os
import resource
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.search_corpus import read
from benchmarks.search_peers import PEERS, Engine

BATCH = 1600
MARK = "zzqx"  # begins words that no document has
Order = dict[str, Any]


def main() -> None:
    """Make the engine and follow orders."""
    name, folder, stemmer = sys.argv[1:4]
    out = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # what a library prints must not stand among the answers
    try:
        engine = made(name, Path(folder), stemmer)
    except ImportError as error:
        print(json.dumps({"missing": str(error)}), file=out, flush=True)
        return
    print(json.dumps({"ready": name}), file=out, flush=True)
    deeds = {"index": index, "open": open_, "ask": ask, "refine": refine, "add": add, "snippets": snippets}
    for line in sys.stdin:
        order = json.loads(line)
        print(json.dumps(deeds[order["do"]](engine, order)), file=out, flush=True)


def made(name: str, folder: Path, stemmer: str) -> Engine:
    """Make an engine by its name. Raise ImportError where its library is missing."""
    if name in PEERS:
        return PEERS[name](folder, stemmer)
    # clipper is not there for the system's Python, and the library's memory is not the engine's.
    if name == "ours":
        from benchmarks.search_ours import Ours

        return Ours(folder, stemmer)
    from benchmarks.search_library import Finds

    return Finds(folder, stemmer)


def index(engine: Engine, order: Order) -> Order:
    """Take all documents in. Reading them does not count, but what other threads do meanwhile does."""
    reading_cpu = reading_wall = 0.0
    remaining = read(Path(order["documents"]), count=order["count"])

    def batches() -> Iterator[list[Order]]:
        nonlocal reading_cpu, reading_wall
        while True:
            cpu, wall = time.thread_time(), time.perf_counter()
            batch = list(islice(remaining, BATCH))
            reading_cpu += time.thread_time() - cpu
            reading_wall += time.perf_counter() - wall
            if not batch:
                return
            yield batch

    def work() -> None:
        for number, batch in enumerate(batches(), start=1):
            engine.put(batch)
            if number * BATCH % 10_000 == 0:
                print(f"  {number * BATCH} documents", file=sys.stderr, flush=True)
        engine.finish()

    cpu_ms, wall_ms = timed(work)
    peak = memory("VmHWM")
    return {"cpu_s": cpu_ms / 1000 - reading_cpu, "wall_s": wall_ms / 1000 - reading_wall, "peak_mb": peak}


def open_(engine: Engine, order: Order) -> Order:
    """Open, ask one question, and say what memory that takes."""
    spent = timed(engine.open)
    asked(engine.ask, order["first"])
    return {"open_ms": spent[1], "resident_mb": memory("VmRSS"), "own_mb": memory("RssAnon")}


def ask(engine: Engine, order: Order) -> list[Order | None]:
    """Ask questions, each on its own clock."""
    return [asked(engine.ask, question) for question in order["questions"]]


def refine(engine: Any, order: Order) -> list[Order | None]:
    """Ask a library, and for facets with each answer."""
    return [asked(engine.refine, question) for question in order["questions"]]


def asked(way: Callable[..., tuple[list[int], int] | None], question: Order) -> Order | None:
    """Ask one question: [ms of CPU, ms], ids and total. None: no words for it."""
    got: list[tuple[list[int], int] | None] = []
    kind, text, newest = question["kind"], question["text"], question["newest"]
    days = tuple(question["days"]) if question["days"] else None
    spent = timed(lambda: got.append(way(kind, text, newest=newest, days=days)))
    return None if got[0] is None else {"spent": spent, "ids": got[0][0], "total": got[0][1]}


def add(engine: Engine, order: Order) -> list[tuple[float, float]]:
    """Take in one document more, many times; each must be found by a word of its own, and that counts, too.

    What is done in the background after it was found does not.
    """
    more = read(Path(order["documents"]), first=order["first"])
    all_spent = []
    for one in more:
        all_spent.append(timed(partial(one_more, engine, one)))
        engine.settle()
    return all_spent


def one_more(engine: Engine, one: Order) -> None:
    """Take one in and find it. Raise AssertionError where it is not found."""
    word = f"{MARK}{one['id']}"
    engine.put_one({**one, "title": f"{one['title']} {word}"})
    found = engine.ask("one word, rare", word, newest=False, days=None)
    assert found == ([one["id"]], 1), found


def snippets(engine: Engine, order: Order) -> list[tuple[float, float]]:
    """Make twenty snippets for each question that finds as many, from texts read before."""
    lines = list(offsets(Path(order["documents"])))
    all_spent = []
    with Path(order["documents"]).open("rb") as file:
        for question in order["questions"]:
            answer = asked(engine.ask, question)
            if answer is None or len(answer["ids"]) < 20:
                continue
            texts = []
            for id in answer["ids"]:
                file.seek(lines[id - 1])
                texts.append(json.loads(file.readline()))
            made: list[bool] = []
            spent = timed(lambda: made.append(engine.snippets(question["text"], texts)))  # noqa: B023
            if made[0]:
                all_spent.append(spent)
    return all_spent


def offsets(path: Path) -> Iterator[int]:
    """Give where each line begins."""
    with path.open("rb") as file:
        at = 0
        for line in file:
            yield at
            at += len(line)


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Give the milliseconds of CPU, of all threads and of children that ended, and of the wall clock."""
    cpu, children, wall = time.process_time(), _children(), time.perf_counter()
    work()
    spent = time.process_time() - cpu + _children() - children
    return 1000 * spent, 1000 * (time.perf_counter() - wall)


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def memory(name: str) -> float:
    """Give a figure of this process's memory in MB (Linux): VmHWM the most there was, VmRSS all, RssAnon its own."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith(f"{name}:"):
            return int(line.split()[1]) * 1024 / 1e6
    return 0.0


if __name__ == "__main__":
    main()
