#!/usr/bin/env python3
"""How fast the kept pages of a library are read anew: by command, and by the window with its event loop watched.

    python benchmarks/reextracting.py [--library FOLDER | --pages ../shared/pages --count 150] [--rounds 1]

Each runs on a copy of the library in which every article was made to look like an older extractor's, so that each page
is read, written and indexed. Command: the code of `clipper reextract --all` in a process of its own. Window: the real
one, without a screen, all clippings selected, Extract Again triggered. Both are timed in their own process from the
first clipping told until all can be found, so that what differs in their starts is left out. Own CPU: of that process
without its workers. Late: how much later than 5 ms after its last turn the window's event loop came. Exits 1 where the
window is more than 10 % slower, or later than p99 50 ms or 150 ms at most. --rounds: the best of so many counts.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
MOST_P99_MS, MOST_MS, LEAST_SHARE = 50.0, 150.0, 0.9
PERIOD_MS = 5

# A clock around the work that both faces ask for.
CLOCK = """
import json, os, sys, time
from pathlib import Path
import clipper.app
first, ended, worked = [], [], []
reextract = clipper.app.App.reextract
def timed(self, ids, progress, tell=lambda _told: None, **others):
    def told(one):
        if not first:
            worked.append(time.process_time())
        first.append(time.perf_counter())
        tell(one)
    done = reextract(self, ids, progress, told, **others)
    ended.append(time.perf_counter())
    worked.append(time.process_time())
    return done
clipper.app.App.reextract = timed
def answer(**others):
    told = {"pages": len(first), "seconds": ended[0] - first[0], "worked": worked[1] - worked[0]}
    Path(sys.argv[3]).write_text(json.dumps({**told, **others}))
"""
COMMAND = (
    CLOCK
    + """
import clipper.cli.main
from clipper.cli.arguments import parse
clipper.cli.main.run(parse(["--library", sys.argv[1], "reextract", "--all"]))
answer()
"""
)
WINDOW = (
    CLOCK
    + """
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from clipper.gui.main import Start
app = QApplication([sys.argv[0], "-style", "fusion"])
start = Start(app, Path(sys.argv[1]), allow_private=False)
start.show(())
window, period_ms = start.window, int(sys.argv[2])
late, last = [], [0.0]
def tick():
    moment = time.perf_counter()
    late.append((moment - last[0]) * 1000 - period_ms)
    last[0] = moment
probe = QTimer()
probe.setTimerType(Qt.TimerType.PreciseTimer)
probe.setInterval(period_ms)
probe.timeout.connect(tick)
def begin():
    window.panes.list.selectAll()
    start.runner.started.connect(watch)
    window.commands["extract_again"].trigger()
    last[0] = time.perf_counter()
    probe.start()
def watch(job):
    if job.title and job.lane == "long":
        start.runner.started.disconnect(watch)
        # The list and the counts follow what the last page changed.
        job.ended.connect(lambda: QTimer.singleShot(1500, lambda: app.exit(0)))
def wait():
    # By then the window has opened its index, or made it anew, and started its processes.
    if start.runner.running():
        QTimer.singleShot(500, wait)
    else:
        begin()
QTimer.singleShot(6000, wait)
QTimer.singleShot(300_000, lambda: app.exit(2))
app.exec()
probe.stop()
start.close()
answer(late=late)
"""
)


def main() -> int:
    """Make the libraries, run both and print the table."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--library", type=Path)
    words.add_argument("--pages", type=Path, default=ROOT.parent / "shared" / "pages")
    words.add_argument("--count", type=int, default=150)
    words.add_argument("--rounds", type=int, default=1)
    chosen = words.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        base = Path(temporary)
        os.environ["CLIPPER_CONFIG"] = str(base / "config")
        aged = base / "aged"
        if chosen.library:
            shutil.copytree(chosen.library, aged)
        age(aged, None if chosen.library else _unpacked(chosen.pages, base, chosen.count))
        return measure(aged, base, chosen.rounds)


def _unpacked(pages: Path, base: Path, count: int) -> Path:
    from eventloop import unpack  # beside this file

    unpack(pages, count, base / "pages")
    return base / "pages"


def age(library: Path, pages: Path | None) -> None:
    """Let all articles be those of an older extractor: each with a line too many. pages: are added before."""
    from clipper.app import App
    from clipper.progress import Progress
    from clipper.settings import Settings

    app = App(library, Settings())
    if pages is not None:
        app.clip([str(pages)], Progress(), lambda _outcome: None)
    clippings = app.library.clippings
    for origin in clippings.origins(clippings.ids("all")):
        if origin.capture is not None:
            former = clippings.extracted(origin.clipping)
            text, html = former.text + "\n\nRead also: the quagmire.", former.html + "<p>Read also: the quagmire.</p>"
            clippings.reextract(origin, replace(former, text=text, html=html))
    app.library.catch_up_wholly(Progress())
    app.close()


def copy(aged: Path, library: Path) -> None:
    """Copy a library, with an index of its own: one that came along with a copied folder is not trusted."""
    from clipper.app import App
    from clipper.progress import Progress
    from clipper.settings import Settings

    shutil.copytree(aged, library)
    app = App(library, Settings())
    app.library.catch_up_wholly(Progress())
    app.close()


def measure(aged: Path, base: Path, rounds: int) -> int:
    """Run both in turn, each on a fresh copy; print the table of the best of each."""
    best: dict[str, dict[str, Any]] = {}
    for turn in range(rounds):
        for name, code in (("command", COMMAND), ("window", WINDOW)):
            library = base / f"{name}-{turn}"
            copy(aged, library)
            told = run(code, library)
            if name not in best or told["seconds"] < best[name]["seconds"]:
                best[name] = told
    speed = {name: told["pages"] / told["seconds"] for name, told in best.items()}
    late = sorted(best["window"]["late"])
    p50, p99, most = late[len(late) // 2], late[int(len(late) * 0.99)], late[-1]
    print(f"{'':28}{'pages':>7}{'s':>8}{'pages/s':>10}{'share':>8}{'own CPU s':>11}")
    for name, title in (("command", "clipper reextract --all"), ("window", "Extract Again in the window")):
        told = best[name]
        share = speed[name] / speed["command"]
        print(f"{title:28}{told['pages']:7}{told['seconds']:8.2f}{speed[name]:10.1f}{share:8.2f}{told['worked']:11.2f}")
    print(f"event loop, {len(late)} turns of {PERIOD_MS} ms")
    print(
        f"  late by (ms): p50 {p50:.1f}, p99 {p99:.1f} (at most {MOST_P99_MS:g}), max {most:.1f} (at most {MOST_MS:g})"
    )
    slow = speed["window"] < speed["command"] * LEAST_SHARE
    return 1 if slow or p99 > MOST_P99_MS or most > MOST_MS else 0


def run(code: str, library: Path) -> dict[str, Any]:
    """Run a program of ours in a process of its own; give what it says of itself."""
    told = library.with_suffix(".json")
    words = [sys.executable, "-c", code, str(library), str(PERIOD_MS), str(told)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    ran = subprocess.run(words, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    if ran.returncode or not told.exists():
        sys.exit(f"it failed: {ran.stderr[-2000:]}")
    found: dict[str, Any] = json.loads(told.read_text())
    return found


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main())
