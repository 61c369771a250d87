#!/usr/bin/env python3
"""How much memory the window's process has after a scroll through 10,000 clippings, a search and an import.

    python benchmarks/memory.py [--pages ../shared/pages] [--count 150] [--library FOLDER]

The real window on a screen of Xvfb, with a library of 10,000 made-up clippings (or FOLDER). Resident memory of the
window's own process (the extraction processes are apart): after a scroll without the index, and after all of it with
the index open. Exits 1 over the limit.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from eventloop import ROOT, unpack
from startup import Screen

MOST_MB = 250


def main() -> int:
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--pages", type=Path, default=ROOT.parent / "shared" / "pages")
    words.add_argument("--count", type=int, default=150)
    words.add_argument("--library", type=Path)
    chosen = words.parse_args()
    with tempfile.TemporaryDirectory() as temporary, Screen() as display:
        base = Path(temporary)
        os.environ.update(DISPLAY=display, QT_QPA_PLATFORM="xcb", CLIPPER_CONFIG=str(base / "config"))
        unpack(chosen.pages, chosen.count, base / "pages")
        library = chosen.library or base / "library"
        if not library.exists():
            _fill(library)
        return measure(library, base / "pages")


def _fill(library: Path) -> None:
    """In a process of its own, so that the window's does not carry what that took."""
    child = os.fork()
    if child == 0:
        from made_library import index, make

        made = make(library, 10_000)
        index(made)
        os._exit(0)
    os.waitpid(child, 0)


def measure(library: Path, folder: Path) -> int:
    """Run the window through its day and print its memory."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from clipper.gui.desk import Desk
    from clipper.gui.main import Start

    app = QApplication([sys.argv[0], "-style", "fusion"])
    start = Start(app, library, allow_private=True)
    start.show(())
    window = start.window
    figures: dict[str, float] = {}

    def scroll(then: Callable[[], None]) -> None:
        bar = window.panes.list.verticalScrollBar()
        steps = iter(range(0, bar.maximum() + 1, max(1, bar.maximum() // 400)))
        timer = QTimer(window)
        timer.setInterval(15)

        def step() -> None:
            place = next(steps, None)
            if place is None:
                timer.stop()
                then()
            else:
                bar.setValue(place)

        timer.timeout.connect(step)
        timer.start()

    def import_pages() -> None:
        figures["without the index, after a scroll"] = resident_mb()
        assert window.desk is not None
        warm(window.desk)
        window.desk.intake.reported.connect(lambda _report: QTimer.singleShot(2000, search))
        window.clip((str(folder),))

    def search() -> None:
        window.panes.search.set_query("")
        assert window.desk is not None
        window.desk.browsing.search("bakery council")
        QTimer.singleShot(2000, lambda: window.panes.search.clear_now())
        QTimer.singleShot(3000, lambda: scroll(end))

    def end() -> None:
        figures["index open, after import, search and scroll"] = resident_mb()
        app.exit(0)

    def begin() -> None:
        figures["window with its first rows"] = resident_mb()
        scroll(import_pages)

    # The index is opened later than in the program, so that there is a figure without it.
    warm = Desk.warm
    Desk.warm = lambda _desk: None  # type: ignore[method-assign]
    QTimer.singleShot(1500, begin)
    app.exec()
    start.close()
    print(f"resident memory of the window's process, MB (at most {MOST_MB})")
    for name, figure in figures.items():
        print(f"  {name:46} {figure:6.0f}")
    return 0 if max(figures.values()) <= MOST_MB else 1


def resident_mb() -> float:
    """Give this process's resident memory (Linux)."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main())
