"""Kills imports at random moments: what was reported as added is there, whole, findable, and there once."""

import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest

KILLS = 50
PAGES = 24
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


def cli(library: Path, *words: str, lines: str = "") -> list[Any]:
    """Run a command to its end; give the JSON values that it wrote, one a line."""
    command = [*COMMAND, "--library", str(library), "--json", *words]
    done = subprocess.run(command, input=lines, capture_output=True, text=True, timeout=300, check=False)
    assert "Traceback" not in done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


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

    def added(self) -> dict[int, str]:
        """Give ids and titles of what was reported as added; a line cut off by the kill reports nothing."""
        reports = [json.loads(line) for line in self.lines if line.endswith("\n")]
        return {report["id"]: report["title"] for report in reports if report["outcome"] == "added"}


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a thing of POSIX systems")
def test_fifty_kills_lose_nothing_and_repeat_nothing(folder: Path, tmp_path: Path) -> None:
    chance = random.Random(20261124)
    library = tmp_path / "library 0"
    promised: dict[int, str] = {}
    killed = midway = 0
    start = time.monotonic()

    for number in range(KILLS * 3):
        if killed >= KILLS:
            break
        victim = Victim(library, folder)
        # Half of the kills fall anywhere from the start on; half after the first report, where commits are dense.
        if number % 2:
            victim.seen.wait(20)
            time.sleep(chance.uniform(0, 0.25))
        else:
            time.sleep(chance.uniform(0.05, 1.2))
        if victim.kill() == -signal.SIGKILL:
            killed += 1
        promised |= victim.added()
        midway += bool(victim.lines)
        if len(promised) == PAGES:
            assert_whole(library, folder, promised)
            library, promised = tmp_path / f"library {number + 1}", {}

    assert killed >= KILLS
    assert midway >= KILLS // 4
    assert_whole(library, folder, promised)
    print(f"{killed} kills, {midway} of them after a report, {time.monotonic() - start:.0f} s")


def assert_whole(library: Path, folder: Path, promised: dict[int, str]) -> None:
    """Look at a library after its kills: all that was promised is there, found, undamaged, and there once."""
    (listed,) = cli(library, "list", "--limit", "1000")
    titles = {item["id"]: item["title"] for item in listed["items"]}
    assert promised.items() <= titles.items()
    assert len(set(titles.values())) == len(titles)
    assert len({item["url"] for item in listed["items"]}) == len(titles)

    # Handed in again, what was promised is known under its number, and what a kill cut off is added.
    again = {line["title"]: line for line in cli(library, "add", str(folder))}
    assert len(again) == PAGES
    assert {line["outcome"] for line in again.values()} <= {"added", "known"}
    assert {title: again[title]["id"] for title in promised.values()} == {title: id for id, title in promised.items()}

    found = cli(library, "find", "-", lines="".join(f"quince{number:03}\n" for number in range(PAGES)))
    assert [[hit["title"] for hit in answer["hits"]] for answer in found] == [
        [title(number)] for number in range(PAGES)
    ]
    assert cli(library, "check") == [{"ok": True, "problems": []}]
