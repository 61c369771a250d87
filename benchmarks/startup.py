#!/usr/bin/env python3
"""How long from exec to the first paint of the complete window, beside an empty QMainWindow program.

    python benchmarks/startup.py [--count 10000] [--runs 15] [--library FOLDER]

A library of made-up clippings is made first (or FOLDER is used, and filled where it is empty). The two programs are
started in turn on a screen of Xvfb. Painted means: the event loop's next turn after the window's first paint event.
Rows and counts: what is shown of the library, painted, after the first paint. Prints medians; exits 1 over the limits.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from made_library import index, make

ROOT = Path(__file__).resolve().parents[1]
MOST_RATIO, MOST_ROWS_S = 1.6, 0.300
EMPTY = """
import sys, time, os
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    first = True
    def paintEvent(self, event):
        super().paintEvent(event)
        if self.first:
            self.first = False
            QTimer.singleShot(0, self.say)
    def say(self):
        print(time.time(), "window painted", flush=True)
        os._exit(0)
app = QApplication(sys.argv)
window = Window()
window.resize(1280, 820)
window.show()
app.exec()
"""
OURS = """
import logging, os, sys
class Say(logging.Handler):
    seen = set()
    def emit(self, record):
        print(record.created, record.getMessage(), flush=True)
        self.seen.add(record.getMessage())
        if {"rows painted", "counts painted"} <= self.seen:
            os._exit(0)
logging.getLogger("clipper.gui.main").addHandler(Say())
from clipper.__main__ import main
sys.exit(main())
"""


def main() -> int:
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--count", type=int, default=10_000)
    words.add_argument("--runs", type=int, default=15)
    words.add_argument("--library", type=Path)
    chosen = words.parse_args()
    with tempfile.TemporaryDirectory() as temporary, Screen() as display:
        folder = chosen.library or Path(temporary) / "library"
        if not folder.exists():
            library = make(folder, chosen.count)
            index(library)
            library.close()
        environment = {
            **os.environ,
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "CLIPPER_LIBRARY": str(folder),
            "CLIPPER_CONFIG": str(Path(temporary) / "config"),
            "PYTHONPATH": str(ROOT),
        }
        return _measure(folder, chosen.runs, environment)


class Screen:
    """A screen of our own."""

    def __enter__(self) -> str:
        reader, writer = os.pipe()
        self._process = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1600x1000x24"],
            pass_fds=(writer,),
            stderr=subprocess.DEVNULL,
        )
        os.close(writer)
        with os.fdopen(reader) as number:
            return f":{number.readline().strip()}"

    def __exit__(self, *_error: object) -> None:
        self._process.terminate()
        self._process.wait()


def _measure(folder: Path, runs: int, environment: dict[str, str]) -> int:
    empty, ours, rows, counts = [], [], [], []
    for number in range(runs + 1):
        plain = _run([sys.executable, "-c", EMPTY], environment)
        full = _run([sys.executable, "-c", OURS], environment)
        if number == 0:  # warms the disk
            continue
        empty.append(plain["window painted"])
        ours.append(full["window painted"])
        rows.append(full["rows painted"] - full["window painted"])
        counts.append(full["counts painted"] - full["window painted"])
    ratio = statistics.median(ours) / statistics.median(empty)
    print(f"start-up, {runs} alternating runs, seconds (median, least, most)")
    for name, values in (
        ("empty QMainWindow: exec to paint", empty),
        ("Clipper: exec to paint", ours),
        ("Clipper: rows after that", rows),
        ("Clipper: counts after that", counts),
    ):
        print(f"  {name:34} {statistics.median(values):7.3f} {min(values):7.3f} {max(values):7.3f}")
    print(f"  ratio {ratio:.2f} (at most {MOST_RATIO})")
    late = max(statistics.median(rows), statistics.median(counts))
    return 0 if ratio <= MOST_RATIO and late <= MOST_ROWS_S else 1


def _run(command: list[str], environment: dict[str, str]) -> dict[str, float]:
    start = time.time()
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, timeout=120, check=False)
    moments = dict(reversed(line.split(" ", 1)) for line in done.stdout.splitlines())
    return {name: float(moment) - start for name, moment in moments.items()}


if __name__ == "__main__":
    sys.exit(main())
