#!/usr/bin/env python3
"""How late the window's event loop is while pages are imported and somebody types a search.

    python benchmarks/eventloop.py [--pages ../shared/pages] [--count 150] [--library FOLDER]

A timer of 5 ms in the real window, with a library of 10,000 made-up clippings (or FOLDER), on a screen of Xvfb. Late:
how much later than 5 ms after the last turn it came. The import is a dropped folder of the first COUNT pages of zyte
and news in name order; queries are typed letter by letter, one each 120 ms, all the while. Exits 1 over the limits.
"""

import argparse
import gzip
import os
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MOST_P99_MS, MOST_MS = 50.0, 150.0
PERIOD_MS, LETTER_MS = 5, 120
QUERIES = ("bakery bridge", "council -river", "title:harbour", '"wind park"', "energy OR culture", "lighth*")


def main() -> int:
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--pages", type=Path, default=ROOT.parent / "shared" / "pages")
    words.add_argument("--count", type=int, default=150)
    words.add_argument("--library", type=Path)
    chosen = words.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        base = Path(temporary)
        os.environ["CLIPPER_CONFIG"] = str(base / "config")
        folder = base / "pages"
        unpack(chosen.pages, chosen.count, folder)
        library = chosen.library or base / "library"
        from startup import Screen  # beside this file

        with Screen() as display:
            os.environ.update(DISPLAY=display, QT_QPA_PLATFORM="xcb")
            return measure(library, folder)


def unpack(pages: Path, count: int, folder: Path) -> None:
    """Unpack the first pages in name order."""
    folder.mkdir(parents=True)
    found = [page for name in ("zyte", "news") for page in sorted((pages / name / "html").glob("*.gz"))]
    for page in found[:count]:
        (folder / page.name.removesuffix(".gz")).write_bytes(gzip.decompress(page.read_bytes()))


def measure(library: Path, folder: Path) -> int:
    """Run the window until the import has ended, and print how late it was."""
    from made_library import index, make
    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtWidgets import QApplication

    from clipper.answers import Report
    from clipper.gui.main import Start

    if not library.exists():
        made = make(library, 10_000)
        index(made)
        made.close()
    app = QApplication([sys.argv[0], "-style", "fusion"])
    start = Start(app, library, allow_private=True)
    start.show(())
    window = start.window
    late: list[float] = []
    last = [time.perf_counter()]
    letters = iter([letter for _ in range(40) for query in QUERIES for letter in (*query, "")])

    def tick() -> None:
        moment = time.perf_counter()
        late.append((moment - last[0]) * 1000 - PERIOD_MS)
        last[0] = moment

    def type_letter() -> None:
        letter = next(letters)
        if letter:
            window.panes.search.insert(letter)
            window.panes.search.textEdited.emit(window.panes.search.text())
        else:
            window.panes.search.clear_now()

    probe, typist = QTimer(), QTimer()
    probe.setTimerType(Qt.TimerType.PreciseTimer)
    probe.setInterval(PERIOD_MS)
    probe.timeout.connect(tick)
    typist.setInterval(LETTER_MS)
    typist.timeout.connect(type_letter)
    began = [0.0]
    outcomes: list[str] = []

    def end(done: Report) -> None:
        outcomes.extend(outcome.outcome for outcome in done.outcomes)
        app.exit(0)

    def begin() -> None:
        assert window.desk is not None
        window.desk.intake.reported.connect(end)
        window.clip((str(folder),))
        began[0] = last[0] = time.perf_counter()
        probe.start()
        typist.start()

    # The window has opened its index and started its processes by then, as when somebody has begun to work.
    QTimer.singleShot(5000, begin)
    QTimer.singleShot(180_000, lambda: app.exit(2))
    app.exec()
    lasted = time.perf_counter() - began[0]
    start.close()
    print(", ".join(f"{outcomes.count(kind)} {kind}" for kind in ("added", "known", "failed")))
    return report(late, lasted)


def report(late: list[float], lasted: float) -> int:
    """Print the table."""
    late.sort()
    p50, p99, most = late[len(late) // 2], late[int(len(late) * 0.99)], late[-1]
    print(f"event loop over {lasted:.1f} s of import and typing, {len(late)} turns of {PERIOD_MS} ms")
    print(
        f"  late by (ms): p50 {p50:.1f}, p99 {p99:.1f} (at most {MOST_P99_MS:g}), max {most:.1f} (at most {MOST_MS:g})"
    )
    return 0 if p99 <= MOST_P99_MS and most <= MOST_MS else 1


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main())
