"""Kills imports at random moments: what was reported as added is there, whole, findable, and there once."""

import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from clipper.app import App
from clipper.progress import Progress
from clipper.settings import Settings

KILLS = 50
LINES = 2  # of kills, side by side
PAGES = 40
COMMAND = [sys.executable, "-m", "clipper"]

PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<link rel="canonical" href="https://news.example/{number}/bridge-report"></head><body><nav><a href="/">Home</a></nav>
<article><h1>{title}</h1>
<p>The {word} committee met on Tuesday to talk about the old bridge over the river, which has been closed to carts since
the spring flood. Number {number} on the list of repairs is the railing.</p>
<p>Members agreed that the {word} plan needs another look. The engineer said that the piers are sound, and that the wood
of the deck can be had from the forest on the northern bank without buying any.</p>
<p>Work could begin in {number} weeks, as soon as the water is low enough. Until then the ferry runs every half hour,
and nobody pays for it.</p></article></body></html>"""


def title(number: int) -> str:
    """Give the title of a page."""
    return f"The bridge report, part {number}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder of small pages, each with a word of its own."""
    pages = tmp_path / "pages"
    pages.mkdir()
    for number in range(PAGES):
        text = PAGE.format(title=title(number), number=number, word=f"quince{number:03}")
        (pages / f"{number:03}.html").write_text(text, encoding="utf-8")
    return pages


class Victim:
    """An import that is killed; keeps the lines that it got out before."""

    def __init__(self, library: Path, folder: Path) -> None:
        command = [*COMMAND, "--library", str(library), "--json", "add", str(folder)]
        self.lines: list[str] = []
        self.seen = threading.Event()
        # A measured process would be killed before it could write down its coverage, and start later.
        bare = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=bare)
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self.lines.append(line)
            self.seen.set()

    def kill(self) -> int:
        """Kill it as the system would; give its exit code (0 where it was done already)."""
        self._process.send_signal(signal.SIGKILL)
        self._process.wait(30)
        self._reader.join(30)
        assert self._process.stderr is not None
        self._process.stderr.close()
        return self._process.returncode

    def wait(self) -> None:
        """Let it come to its end."""
        self._reader.join(120)
        self.kill()

    def promised(self) -> dict[int, str]:
        """Give ids and titles of what was said to be in the library; a line cut off by the kill says nothing."""
        reports = [json.loads(line) for line in self.lines if line.endswith("\n")]
        assert all(report["outcome"] in ("added", "known") for report in reports)
        return {report["id"]: report["title"] for report in reports}


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a thing of POSIX systems")
def test_fifty_kills_lose_nothing_and_repeat_nothing(folder: Path, tmp_path: Path) -> None:
    first_s = until_the_first_report(folder, tmp_path / "measured")

    def killed(line: int) -> int:
        return killed_again_and_again(folder, tmp_path / f"line {line}", random.Random(20261124 + line), first_s)

    with ThreadPoolExecutor(LINES) as lines:  # in half the time, where there are two processors
        late = sum(lines.map(killed, range(LINES)))

    print(f"{KILLS} kills, {late} of them after a report")
    assert late >= KILLS // 4


def killed_again_and_again(folder: Path, root: Path, chance: random.Random, first_s: float) -> int:
    """Kill imports, looking at each library once all is in it; give how many kills came after a report."""
    library = root / "library 0"
    promised: dict[int, str] = {}
    killed = late = number = 0
    while killed < KILLS // LINES:
        assert number < KILLS * 3, "too many imports came to their end"
        victim = Victim(library, folder)
        # Half of the kills fall anywhere from the start on; half after the first report, where commits are dense.
        if number % 2:
            victim.seen.wait(20)
            time.sleep(chance.uniform(0, 0.25))
        else:
            time.sleep(chance.uniform(0.05, first_s + 0.1))
        number += 1
        killed += victim.kill() == -signal.SIGKILL
        late += bool(victim.lines)
        promised |= victim.promised()
        if len(promised) == PAGES:
            assert_whole(library, promised)
            library, promised = root / f"library {number}", {}

    assert_whole(library, promised)
    # What a kill cut off is added when it is handed in again, and what was promised is known under its number.
    last = Victim(library, folder)
    last.wait()
    assert promised.items() <= last.promised().items()
    assert set(last.promised().values()) == {title(number) for number in range(PAGES)}
    assert_whole(library, last.promised())
    return late


def until_the_first_report(folder: Path, library: Path) -> float:
    """Import once to the end: give the seconds until the first report."""
    start = time.monotonic()
    victim = Victim(library, folder)
    assert victim.seen.wait(60)
    first_s = time.monotonic() - start
    victim.wait()
    return first_s


def assert_whole(library: Path, promised: dict[int, str]) -> None:
    """Look at a library after its kills: all that was promised is there, found, undamaged, and there once."""
    app = App(library, Settings())
    try:
        rows = app.library.clippings.rows(app.library.clippings.ids("all"))
        titles = {row.id: row.title for row in rows}
        assert promised.items() <= titles.items()
        assert len(set(titles.values())) == len({row.url for row in rows}) == len(rows)

        app.library.open_index()
        assert app.library.catch_up_wholly(Progress()) == 0
        found = [app.library.find(f"quince{number:03}").ids for number in range(PAGES)]
        wanted = {title: (id,) for id, title in titles.items()}
        assert found == [wanted.get(title(number), ()) for number in range(PAGES)]
        assert app.library.check(Progress()) == ()
    finally:
        app.close()
