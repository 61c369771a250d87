#!/usr/bin/env python3
"""Search: our engine beside Whoosh as it comes, SQLite's FTS5, tantivy and Xapian, in one run.

    python benchmarks/search.py [DOCUMENTS] [--engines ours,tantivy] [--each 10] [--no-library] [--keep FOLDER]

Each engine is filled, and then asked, in a process of its own. Filling: CPU of all threads and wall clock without
reading the documents; the most memory. Then each is opened, asked every question once to warm up, and five times more
in rounds that go from engine to engine; the median of the five counts. A question goes from its text to the parsed
query, the best 20 ids and the exact total. At last 50 documents more are taken in, one by one, each until it is found.
An engine without words for a kind of question shows "-". A figure is followed by how many times tantivy's it is.

The second table times library.find over a library in SQLite: rows and snippets for the best 20; then with facets, too.
A question that takes longer than two seconds is asked only once. Stock Whoosh is left out above 100,000 documents.
--keep: documents and the peers' indexes stay in FOLDER and serve the next run. Peers: pip install '.[peers]';
Xapian: Debian's python3-xapian. 10,000 documents take about two minutes without Whoosh.
"""

import argparse
import json
import shutil
import statistics
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.search_children import Child, MissingError, say
from benchmarks.search_corpus import SAMPLE, Question, made, questions, read, write
from benchmarks.search_tables import Filled, Spent, print_aims, print_filled, print_kinds, print_slowest, print_totals

ENGINES = ("ours", "tantivy", "xapian", "fts5", "whoosh")
ROUNDS = 5
SLOW_MS = 2000
SINGLES = 50
MOST_WHOOSH = 100_000
FACETS = "library, facets"  # asked of the same child as "library"
LANGUAGE = "de"  # whose stemmer the peers get


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", type=int, nargs="?", default=10_000)
    parser.add_argument("--engines", default=",".join(ENGINES))
    parser.add_argument("--each", type=int, default=10, help="questions of each kind; the first of the same ones")
    parser.add_argument("--no-library", action="store_true")
    parser.add_argument("--totals", action="store_true", help="print how many documents each kind of question finds")
    parser.add_argument("--keep", type=Path)
    given = parser.parse_args()
    names = [name for name in given.engines.split(",") if name != "whoosh" or given.documents <= MOST_WHOOSH]
    with tempfile.TemporaryDirectory() as scratch:
        run = Run(Path(scratch), given.keep or Path(scratch), given.documents)
        run.prepare(given.each)
        run.measure(names if given.no_library else [*names, "library"], totals=given.totals)


class Run:
    """One run over one number of documents. kept: where documents and the peers' indexes may be from another run."""

    def __init__(self, scratch: Path, kept: Path, count: int) -> None:
        self.scratch, self.kept, self.count = scratch, kept, count
        self.documents = kept / f"documents-{count}.jsonl"
        self.size = 0
        self.asked: list[Question] = []

    def prepare(self, each: int) -> None:
        """Write the documents and draw the questions."""
        self.kept.mkdir(parents=True, exist_ok=True)
        sizes = self.documents.with_suffix(".size")
        if not sizes.exists():
            say(f"making {self.count} documents")
            write(self.documents, made(self.count + SINGLES))
            texts = ((one["title"] + one["text"]).encode() for one in read(self.documents, count=self.count))
            sizes.write_text(str(sum(map(len, texts))))
        self.size = int(sizes.read_text())
        self.asked = questions(read(self.documents, count=min(self.count, SAMPLE)), each=each)
        print(f"{self.count} documents, {self.size / 1e6:.1f} MB of text, {len(self.asked)} questions", flush=True)

    def measure(self, names: Sequence[str], *, totals: bool) -> None:
        """Fill all engines, ask them in turn, and print what it took."""
        filled: dict[str, Filled] = {}
        for name in names:
            try:
                filled[name] = self.fill(name)
            except MissingError as error:
                print(f"{name} is left out: {error}")
        children = {name: self.child(name) for name in filled}
        try:
            self.open(children, filled)
            refining = {FACETS: children["library"]} if "library" in children else {}
            spent, found = self.ask(children | refining)
            snippets = {name: self.snippets(child) for name, child in children.items()}
            for name, child in children.items():
                say(f"{name}: {SINGLES} documents more, one by one")
                order = {"do": "add", "documents": str(self.documents), "first": self.count}
                filled[name].more = [tuple(one) for one in child.order(order)]
        finally:
            for child in children.values():
                child.end()
        print_filled(filled, snippets, self.size)
        self.print_spent(spent)
        print_slowest(self.asked, spent)
        if totals:
            print_totals(self.asked, found)
        if "ours" in spent and self.count in (100_000, 1_000_000):
            print_aims(self.count, filled, snippets["ours"], self.size, self.asked, spent)

    def print_spent(self, spent: dict[str, Spent]) -> None:
        """Print what the questions took: the engines in one table for each clock, library.find in another."""
        clocks = [{name: {at: one[clock] for at, one in of.items()} for name, of in spent.items()} for clock in (0, 1)]
        libraries = {name: [clock.pop(name) for clock in clocks] for name in ("library", FACETS) if name in spent}
        print_kinds("p50 / p95 / max, ms CPU", self.asked, clocks[0])
        print_kinds("ms by the wall clock", self.asked, clocks[1])
        if libraries:
            print("library.find: rows and 20 snippets; and then facets")
            titles = {"library": "find", FACETS: "+ facets"}
            names = [(at, clock, name) for at, clock in enumerate(("of CPU", "by the clock")) for name in libraries]
            columns = {f"{titles[name]}, ms {clock}": libraries[name][at] for at, clock, name in names}
            print_kinds("", self.asked, columns)

    def folder(self, name: str) -> Path:
        """Give the folder of an engine: a peer's may be kept, ours is always made anew."""
        if name in ("ours", "library"):
            return self.scratch / name
        return self.kept / f"{name}-{self.count}"

    def child(self, name: str) -> Child:
        """Start an engine over its folder; over a copy of one that is kept, since documents are added to it."""
        folder = self.folder(name)
        if folder.parent == self.kept != self.scratch:
            shutil.copytree(folder, self.scratch / name)
            folder = self.scratch / name
        return Child(name, folder, LANGUAGE)

    def fill(self, name: str) -> Filled:
        """Fill one engine, or read what it took to fill the kept one. Raise MissingError."""
        folder = self.folder(name)
        record = folder.with_suffix(".json")
        if record.exists():
            return Filled(**json.loads(record.read_text()))
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        child = Child(name, folder, LANGUAGE)
        try:
            say(f"{name}: indexing")
            figures = child.order({"do": "index", "documents": str(self.documents), "count": self.count})
        finally:
            child.end()
        bytes_ = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
        filled = Filled(**figures, bytes=bytes_)
        record.write_text(json.dumps({**figures, "bytes": bytes_}))
        return filled

    def open(self, children: dict[str, Child], filled: dict[str, Filled]) -> None:
        """Open each engine and note its memory after one question."""
        first = next(question for question in self.asked if question.kind == "two words")
        for name, child in children.items():
            opened = child.order({"do": "open", "first": _order(first, name)})
            filled[name].open_ms, filled[name].resident_mb, filled[name].own_mb = (
                opened["open_ms"], opened["resident_mb"], opened["own_mb"],
            )  # fmt: skip

    def ask(self, children: dict[str, Child]) -> tuple[dict[str, Spent], dict[str, dict[int, int]]]:
        """Ask all questions of all engines: give what each took, by its number, and how many documents it found."""
        rounds: dict[str, dict[int, list[tuple[float, float]]]] = {name: {} for name in children}
        found: dict[str, dict[int, int]] = {name: {} for name in children}
        numbers = {name: [at for at, question in enumerate(self.asked) if _text(question, name)] for name in children}
        names = list(children)
        for turn in range(ROUNDS + 1):
            for name in names[turn % len(names) :] + names[: turn % len(names)]:
                say(f"{name}: {'warming up' if turn == 0 else f'round {turn} of {ROUNDS}'}")
                orders = [_order(self.asked[at], name) for at in numbers[name]]
                deed = "refine" if name == FACETS else "ask"
                answers = children[name].order({"do": deed, "questions": orders})
                known = {at: answer for at, answer in zip(numbers[name], answers, strict=True) if answer}
                for at, answer in known.items():
                    rounds[name].setdefault(at, []).append(tuple(answer["spent"]))
                    found[name][at] = answer["total"]
                if turn == 0:
                    numbers[name] = [at for at in known if rounds[name][at][0][0] < SLOW_MS]
        return {name: {at: _median(spent) for at, spent in of.items()} for name, of in rounds.items()}, found

    def snippets(self, child: Child) -> list[tuple[float, float]]:
        """Give what twenty snippets took, for each question with twenty answers: the median of five."""
        kinds = ("one word, common", "two words", "OR of five", "phrase, common", "NOT", "range")
        asked = [_order(question, child.name) for question in self.asked if question.kind in kinds]
        order = {"do": "snippets", "documents": str(self.documents), "questions": asked}
        say(f"{child.name}: snippets")
        rounds = [child.order(order) for _ in range(ROUNDS)]
        return [_median([tuple(one) for one in spent]) for spent in zip(*rounds, strict=True)]


def _text(question: Question, name: str) -> str:
    return question.texts.get("ours" if name in ("library", FACETS) else name, "")


def _order(question: Question, name: str) -> dict[str, Any]:
    days = list(question.days) if question.days else None
    return {"kind": question.kind, "text": _text(question, name), "newest": question.newest, "days": days}


def _median(spent: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Give the median of what the rounds took; the first one warmed up, and counts only where it is alone."""
    cpu, wall = zip(*(spent[1:] or spent), strict=True)
    return statistics.median(cpu), statistics.median(wall)


if __name__ == "__main__":
    main()
