"""Search: our engines beside SQLite's FTS5 in one run.  usage: python benchmarks/search.py [DOCUMENTS] [--scan]

Prints the cost of indexing, of one clipping more, memory with the index open, and for each kind of question the median,
the 95th percentile and the maximum in ms of CPU over all questions of that kind (each the median of five), from query
text to parsed query, top 20 and exact total. --scan adds the engine without an index.
"""

import argparse
import itertools
import resource
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.search_corpus import Question, documents, questions
from clipper.model import Sort
from clipper.search.nodes import And, Ids
from clipper.search.protocol import IndexDocument, SearchIndex
from clipper.search.query import parse
from clipper.search.snippets import snippet
from clipper.search.sql_engine import SqlIndex
from clipper.search.whoosh_engine import create_index, open_index

BATCH = 300
ROUNDS = 5


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("documents", type=int, nargs="?", default=10_000)
    parser.add_argument("--scan", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        measure(Path(place), given.documents, scan=given.scan)


def measure(place: Path, count: int, *, scan: bool) -> None:
    """Measure all engines over the same documents and questions."""
    sample = list(documents(min(count, 10_000)))
    asked = questions(sample)
    last = list(documents(20, first=count))

    def all_of_them() -> "itertools.chain[IndexDocument] | list[IndexDocument]":
        return sample if count <= len(sample) else itertools.chain(documents(count))

    size = sum(len((one.title + one.text).encode()) for one in all_of_them())
    print(f"{count} documents, {size / 1e6:.1f} MB of text, {len(asked)} questions\n")
    engine = index_ours(place / "index", all_of_them(), count, last, size)
    database = index_fts5(place / "fts5.db", all_of_them(), count, last, size)
    ways: dict[str, Callable[[Question], object]] = {
        "ours": lambda question: ask(engine, question),
        "fts5": lambda question: ask_fts5(database, question),
    }
    if scan:
        kept = {one.id: one for one in all_of_them()}
        scanning = SqlIndex(
            lambda ids: kept.values() if ids is None else [kept[id] for id in ids if id in kept], position=lambda: 0
        )
        ways["scan"] = lambda question: ask(scanning, question)
    table(asked, ways)
    snippets(engine, sample, asked)


def index_ours(
    place: Path, source: "Sequence[IndexDocument] | itertools.chain[IndexDocument]", count: int,
    last: Sequence[IndexDocument], size: int,
) -> SearchIndex:  # fmt: skip
    """Index with Whoosh and say what it cost."""
    engine, slowest, spent = create_index(place, "benchmark"), 0.0, 0.0
    remaining = iter(source)
    while batch := list(itertools.islice(remaining, BATCH)):
        started = time.process_time()
        engine.add(batch)
        engine.commit(batch[-1].id)
        slowest = max(slowest, time.process_time() - started)
        spent += time.process_time() - started
    engine.close()
    resident = memory()
    engine = open_index(place, "benchmark")
    engine.search(parse("a* OR der").tree, limit=20, sort="relevance")
    opened = memory() - resident
    single = [spent_on(lambda one=one: (engine.add([one]), engine.commit(one.id))) for one in last[:20]]  # type: ignore[misc]
    files = sum(path.stat().st_size for path in place.iterdir())
    print(f"ours  index {1000 * spent / count:.2f} ms a document, slowest commit of {BATCH} {slowest:.2f} s, ", end="")
    print(
        f"one more {statistics.median(single):.1f} ms (max {max(single):.1f}), {files / size:.2f} of the text's size, "
    )
    print(f"      {opened:.0f} MB more with the index open and one search done, peak {peak():.0f} MB of all")
    return engine


def index_fts5(
    place: Path, source: "Sequence[IndexDocument] | itertools.chain[IndexDocument]", count: int,
    last: Sequence[IndexDocument], size: int,
) -> sqlite3.Connection:  # fmt: skip
    """Index with FTS5, contentless, with an index of prefixes, in the same batches."""
    database = sqlite3.connect(place)
    database.execute("PRAGMA journal_mode = wal")
    database.execute(
        "CREATE VIRTUAL TABLE f USING fts5(title, text, content='', prefix='1 2 3', "
        "tokenize='unicode61 remove_diacritics 2')"
    )
    database.execute("CREATE TABLE d (id INTEGER PRIMARY KEY, day TEXT)")

    def put(batch: Sequence[IndexDocument]) -> None:
        database.executemany(
            "INSERT INTO f (rowid, title, text) VALUES (?, ?, ?)", [(b.id, b.title, b.text) for b in batch]
        )
        database.executemany("INSERT INTO d VALUES (?, ?)", [(one.id, one.sort_day) for one in batch])
        database.commit()

    spent, remaining = 0.0, iter(source)
    while batch := list(itertools.islice(remaining, BATCH)):
        spent += spent_on(lambda: put(batch))
    single = [spent_on(lambda one=one: put([one])) for one in last[:20]]  # type: ignore[misc]
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    print(f"fts5  index {spent / count:.2f} ms a document, one more {statistics.median(single):.1f} ms, ", end="")
    print(f"{place.stat().st_size / size:.2f} of the text's size\n")
    return database


def ask(engine: SearchIndex, question: Question) -> object:
    """Ask one of our engines."""
    sort: Sort = "newest" if question.kind == "newest first" else "relevance"
    return engine.search(parse(question.ours).tree, limit=20, sort=sort)


def ask_fts5(database: sqlite3.Connection, question: Question) -> object:
    """Ask FTS5 for the same: the best 20 and the total."""
    if not question.fts5:
        return None
    by = "d.day DESC" if question.kind == "newest first" else "bm25(f, 3.0, 1.0)"
    (total,) = database.execute("SELECT count(*) FROM f WHERE f MATCH ?", (question.fts5,)).fetchone()
    rows = database.execute(
        f"SELECT f.rowid FROM f JOIN d ON d.id = f.rowid WHERE f MATCH ? ORDER BY {by} LIMIT 20", (question.fts5,)
    )
    return total, rows.fetchall()


def table(asked: Sequence[Question], ways: dict[str, Callable[[Question], object]]) -> None:
    """Print the median and the 95th percentile of each kind of question, and of all."""
    spent: dict[str, dict[str, list[float]]] = {name: {} for name in ways}
    for name, way in ways.items():
        for question in asked:
            way(question)
        for question in asked:
            rounds = [spent_on(lambda: way(question)) for _ in range(ROUNDS if name != "scan" else 1)]  # noqa: B023
            spent[name].setdefault(question.kind, []).append(statistics.median(rounds))
    print(f"{'ms of CPU, p50 / p95 / max':26}" + "".join(f"{name:>26}" for name in ways))
    for kind in dict.fromkeys(question.kind for question in asked):
        print(f"{kind:26}" + "".join(f"{figures(spent[name][kind]):>26}" for name in ways))
    print(f"{'all':26}" + "".join(f"{figures([t for ts in spent[name].values() for t in ts]):>26}" for name in ways))


def snippets(engine: SearchIndex, sample: Sequence[IndexDocument], asked: Sequence[Question]) -> None:
    """Print what twenty snippets cost."""
    kept = {one.id: one for one in sample}
    spent = []
    for question in asked:
        tree = parse(question.ours).tree
        of_sample = And((tree, Ids(frozenset(kept))))
        rows = [kept[id] for id in engine.search(of_sample, limit=20, sort="relevance").ids]
        if len(rows) == 20:
            spent.append(spent_on(lambda: [snippet(tree, one.text, language=one.language) for one in rows]))  # noqa: B023
    print(f"\n20 snippets {figures(spent)} ms")


def spent_on(work: Callable[[], object]) -> float:
    """Give the milliseconds of CPU that work takes, of all threads."""
    started = time.process_time()
    work()
    return 1000 * (time.process_time() - started)


def figures(values: Sequence[float]) -> str:
    """Write median, 95th percentile and maximum."""
    ordered = sorted(values)
    return f"{statistics.median(ordered):.2f} / {ordered[int(0.95 * (len(ordered) - 1))]:.2f} / {ordered[-1]:.2f}"


def memory() -> float:
    """Give the resident memory of this process in MB (Linux)."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 1e6


def peak() -> float:
    """Give the most memory that this process had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


if __name__ == "__main__":
    main()
