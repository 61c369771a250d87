"""Processes with one engine each, for the benchmarks of search: orders go in and answers come out, as JSON lines."""

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

CHILD = Path(__file__).with_name("search_child.py")
SYSTEM_PYTHON = "/usr/bin/python3"  # has Debian's bindings
_START = time.monotonic()


class MissingError(Exception):
    """An engine is not there."""


class Child:
    """An engine in a process of its own. Raise MissingError where its library is not installed."""

    def __init__(self, name: str, folder: Path, stemmer: str) -> None:
        self.name = name
        python = SYSTEM_PYTHON if name == "xapian" else sys.executable
        if not Path(python).exists():
            raise MissingError(f"{python} is not there")
        self._process = subprocess.Popen(
            [python, str(CHILD), name, str(folder), stemmer],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8",
        )  # fmt: skip
        started = self._answer()
        if "missing" in started:
            self.end()
            raise MissingError(started["missing"])

    def order(self, order: dict[str, Any]) -> Any:
        """Give an order and wait for its answer. Raise SystemExit where the process fell."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        return self._answer()

    def end(self) -> None:
        """Let the process end."""
        self._process.communicate()

    def _answer(self) -> Any:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            sys.exit(f"{self.name} fell; its words stand above")
        return json.loads(line)


def say(what: str) -> None:
    """Tell whoever waits how far it is."""
    print(f"{time.monotonic() - _START:6.0f} s  {what}", file=sys.stderr, flush=True)
