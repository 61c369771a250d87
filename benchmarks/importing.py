#!/usr/bin/env python3
"""How long an import takes, beside the extraction alone in one process.

    python benchmarks/importing.py [--pages ../shared/pages] [--count 150] [--rounds 3]

Pages: the first COUNT of zyte and news in name order, unpacked to a folder of .html files before timing. Ours: the real
`clipper add FOLDER` on a new library, from its first page read until all are found. Peer: trafilatura's
bare_extraction(favor_precision=True, with_metadata=True), already imported, over the same files in one process. The two
run in turn. Prints medians and the ratio.
"""

import argparse
import gzip
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PEER = """
import sys, time
from pathlib import Path
from trafilatura import bare_extraction
words = "Warm words to load what is loaded late. " * 30
bare_extraction(f"<html><body><p>{words}</p></body></html>", favor_precision=True, with_metadata=True)
pages = sorted(Path(sys.argv[1]).iterdir())
start = time.perf_counter()
found = sum(bare_extraction(page.read_bytes(), favor_precision=True, with_metadata=True) is not None for page in pages)
print(time.perf_counter() - start, found)
"""
# Runs the command's own code, with a clock at the two ends that are asked for.
OURS = """
import json, sys, time
started = time.perf_counter()
import clipper.app, clipper.cli.main
from clipper.cli.arguments import parse
from clipper.fetching.fetcher import Fetcher
first = []
fetch = Fetcher.fetch
def timed(self, request, progress):
    if not first:
        first.append(time.perf_counter())
    return fetch(self, request, progress)
Fetcher.fetch = timed
ready = time.perf_counter()
code = clipper.cli.main.run(parse(["--library", sys.argv[2], "add", "--json", sys.argv[1]]))
end = time.perf_counter()
print(json.dumps({"start": first[0] - started, "import": end - first[0], "code": code}), file=sys.stderr)
"""


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=Path, default=ROOT.parent / "shared" / "pages")
    parser.add_argument("--count", type=int, default=150)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    if not options.pages.is_dir():
        sys.exit(f"no pages at {options.pages}: --pages names a folder with zyte/html and news/html")
    with tempfile.TemporaryDirectory() as scratch:
        measure(unpack(options.pages, Path(scratch), options.count), Path(scratch), options.rounds)


def unpack(pages: Path, scratch: Path, count: int) -> Path:
    """Write the pages into a folder of .html files."""
    folder = scratch / "pages"
    folder.mkdir()
    files = [file for name in ("zyte", "news") for file in sorted((pages / name / "html").iterdir())]
    for number, file in enumerate(files[:count]):
        raw = gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
        (folder / f"{number:04}.html").write_bytes(raw)
    return folder


def measure(folder: Path, scratch: Path, rounds: int) -> None:
    """Run both in turn and print medians."""
    peers, imports, starts = list[float](), list[float](), list[float]()
    total = len(list(folder.iterdir()))
    for turn in range(rounds):
        seconds, found = run(PEER, folder).stdout.split()
        peers.append(float(seconds))
        library = scratch / f"library-{turn}"
        ours = run(OURS, folder, library)
        told = json.loads(ours.stderr.strip().splitlines()[-1])
        outcomes = [json.loads(line)["outcome"] for line in ours.stdout.splitlines()]
        imports.append(told["import"])
        starts.append(told["start"])
        print(
            f"round {turn + 1}: peer {float(seconds):.2f} s ({found} articles), ours {told['import']:.2f} s"
            f" ({outcomes.count('added')} added, {outcomes.count('known')} known, {outcomes.count('failed')} failed)"
        )
    ours_s, peer_s = statistics.median(imports), statistics.median(peers)
    print()
    print(f"{'':44}{'s':>8}{'pages/s':>10}{'ratio':>8}")
    print(f"{'bare_extraction, one process':44}{peer_s:8.2f}{total / peer_s:10.1f}{1:8.2f}")
    print(
        f"{'clipper add, first page until all are found':44}{ours_s:8.2f}{total / ours_s:10.1f}{ours_s / peer_s:8.2f}"
    )
    print(f"{'  its process start, apart':44}{statistics.median(starts):8.2f}")


def run(code: str, *words: Path) -> subprocess.CompletedProcess[str]:
    """Run a program of ours in a process of its own, with a home of its own."""
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "HOME": home, "CLIPPER_CONFIG": home, "XDG_STATE_HOME": home}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # else each process compiles what it imports anew
        ran = subprocess.run(
            [sys.executable, "-c", code, *map(str, words)],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
    if ran.returncode not in (0, 1) or not ran.stdout:
        sys.exit(f"a run failed ({ran.returncode}):\n{ran.stderr[-2000:]}")
    return ran


if __name__ == "__main__":
    clock = time.perf_counter()
    main()
    print(f"took {time.perf_counter() - clock:.0f} s in all")
