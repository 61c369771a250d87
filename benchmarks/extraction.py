#!/usr/bin/env python3
"""How well and how fast articles are read, beside plain trafilatura.

    python benchmarks/extraction.py [--sets zyte news80 news wcxb] [--rounds 3]

Quality: ../shared/evaluation/extraction.py on each set, all extractors in one run: F1 of the body (four-word shingles),
share of pages that are exactly right, and title, authors and date where the set knows them. Speed: the first 150 pages
of zyte and news in name order, from bytes to the finished article; each page is read by both in turn, in one process;
then the same pages through the pool of worker processes. Medians of ROUNDS rounds.
"""

import argparse
import gzip
import json
import shlex
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
EVALUATION = SHARED / "evaluation" / "extraction.py"
IN_MANY_LANGUAGES = ("news", "news80")
PEERS = ("clipper", "precision", "default", "fast")

Answer = dict[str, Any]
Reader = Callable[[bytes, str | None], Answer]


def main() -> None:
    """Measure and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sets", nargs="*", default=["zyte", "news80", "news", "wcxb"])
    parser.add_argument("--peers", nargs="*", default=PEERS, choices=PEERS)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--no-speed", action="store_true")
    parser.add_argument("--serve", choices=PEERS, help=argparse.SUPPRESS)
    words = parser.parse_args()
    if words.serve:
        serve(reader(words.serve))
        return
    for name in words.sets:
        print_quality(name, words.peers)
    if not words.no_speed:
        print_speed(words.rounds)


def reader(name: str) -> Reader:
    """Give the function that reads a page as this extractor does. Imports only what it needs."""
    sys.path.insert(0, str(ROOT))
    if name == "clipper":
        from clipper.extraction.article import extract
        from clipper.extraction.job import Job

        def read(body: bytes, url: str | None) -> Answer:
            article = extract(Job(body=body, url=url, charset=None))
            found = article.metadata
            fields = {"title": found.title.value, "authors": found.authors.value or (), "date": found.date.value}
            return {"articleBody": article.text, "site": found.site.value, "language": found.language.value, **fields}

        return read
    from trafilatura import bare_extraction

    options = {"precision": {"favor_precision": True}, "default": {}, "fast": {"fast": True}}[name]

    def read_plain(body: bytes, url: str | None) -> Answer:
        found = bare_extraction(body, url=url, with_metadata=True, **options)
        if found is None:
            return {"articleBody": ""}
        fields = {"title": found.title, "author": found.author, "date": found.date, "site": found.sitename}
        return {"articleBody": found.text, **fields}

    return read_plain


def serve(read: Reader) -> None:
    """Answer the evaluation's questions, one JSON line a page."""
    for line in sys.stdin:
        asked = json.loads(line)
        answer = read(Path(asked["path"]).read_bytes(), asked.get("url"))
        print(json.dumps({"id": asked["id"], **answer}), flush=True)


def print_quality(name: str, peers: list[str]) -> None:
    """Run the evaluation of one set and print its table."""
    command = [sys.executable, str(EVALUATION), "--set", str(SHARED / "pages" / name), "--json", "--bootstrap", "0"]
    command += ["--cjk"] if name in IN_MANY_LANGUAGES else []
    for peer in peers:
        command += ["--pred", shlex.join([sys.executable, str(Path(__file__).resolve()), "--serve", peer])]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    print(f"{name:<12}{'F1':>8}{'exact':>8}{'title':>8}{'authors':>9}{'invented':>10}{'date':>7}{'wrong':>7}{'ms':>7}")
    for peer, line in zip(peers, done.stdout.splitlines(), strict=False):
        found = json.loads(line)
        print(
            f"  {peer:<10}{found['f1']:>8.4f}{found['accuracy']:>8.3f}" + fields(found) + f"{found['ms_median']:>7.1f}"
        )
    print(flush=True)


def fields(found: Answer) -> str:
    """Give the columns of title, authors and date; "-" where the set does not know them."""
    title, authors, date = (found["metadata"].get(field) or {} for field in ("title", "authors", "date"))
    columns = (
        (f"{title['exact'] / title['n']:.2f}" if title else "-", 8),
        (f"{authors['f1_sum'] / authors['n']:.2f}" if authors else "-", 9),
        (f"{authors.get('invented', 0)}/{authors['n_none']}" if authors.get("n_none") else "-", 10),
        (f"{date['exact']}" if date else "-", 7),
        (f"{date.get('wrong', 0)}" if date else "-", 7),
    )
    return "".join(f"{text:>{width}}" for text, width in columns)


def print_speed(rounds: int) -> None:
    """Read the same pages with both in turn, then through the pool."""
    pages = [body for name in ("zyte", "news") for body in read_pages(SHARED / "pages" / name)][:150]
    ours, plain = reader("clipper"), reader("precision")
    for body in pages[:5]:
        ours(body, None)
        plain(body, None)
    times: dict[str, list[float]] = {"clipper": [], "precision": [], "pool": []}
    cpu: dict[str, list[float]] = {"clipper": [], "precision": []}
    for _ in range(rounds):
        spent = {"clipper": [0.0, 0.0], "precision": [0.0, 0.0]}
        for body in pages:
            for name, read in (("clipper", ours), ("precision", plain)):
                wall, own = time.perf_counter(), time.process_time()
                read(body, "https://news.example/town/page")
                spent[name][0] += time.perf_counter() - wall
                spent[name][1] += time.process_time() - own
        for name, (wall, own) in spent.items():
            times[name].append(wall)
            cpu[name].append(own)
        times["pool"].append(through_pool(pages))
    print(f"{len(pages)} pages, median of {rounds} rounds{'wall s':>12}{'cpu ms/page':>14}")
    for name, label in (("precision", "trafilatura precision + metadata"), ("clipper", "clipper, one process")):
        milliseconds = 1000 * statistics.median(cpu[name]) / len(pages)
        print(f"  {label:<32}{statistics.median(times[name]):>10.2f}{milliseconds:>14.1f}")
    pool, base = statistics.median(times["pool"]), statistics.median(times["precision"])
    print(f"  {'clipper, two worker processes':<32}{pool:>10.2f}{'':>14}  ({pool / base:.2f} of trafilatura's time)")


def read_pages(folder: Path) -> list[bytes]:
    """Give the pages of a set in name order."""
    files = sorted((folder / "html").iterdir())
    return [gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes() for file in files]


def through_pool(pages: list[bytes]) -> float:
    """Give the seconds that two warm worker processes take for all pages."""
    from clipper.extraction.pool import Extraction
    from clipper.model import Page

    extraction = Extraction(size=2)
    made = [Page(None, datetime.now(UTC), body, None, ()) for body in pages]
    rest = iter(made)

    def work() -> None:
        for page in rest:
            extraction.extract(page)

    together([threading.Thread(target=extraction.extract, args=(made[0],)) for _ in range(2)])
    start = time.perf_counter()
    together([threading.Thread(target=work) for _ in range(2)])
    spent = time.perf_counter() - start
    extraction.close()
    return spent


def together(threads: list[threading.Thread]) -> None:
    """Run threads at the same time."""
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


if __name__ == "__main__":
    main()
