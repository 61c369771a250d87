"""Where the command line speaks: results on standard output, messages and progress on standard error."""

import json
import re
import sys
import unicodedata
from typing import Any

from clipper.progress import Step

_HALVES = re.compile("[\ud800-\udfff]")


class Unwritable(Exception):  # noqa: N818
    """Standard output takes nothing (a full disk); the message says why. Raised from the OSError."""


class Output:
    """Writes results. as_json: JSON on standard output; messages stay words on standard error."""

    def __init__(self, *, as_json: bool) -> None:
        self.as_json = as_json
        self._shows_steps = sys.stderr.isatty()
        self._step_shown = False

    def value(self, value: Any) -> None:
        """Write one JSON value as a line, flushed. Half characters (a name that is no UTF-8) are escaped."""
        line = _HALVES.sub(lambda half: f"\\u{ord(half.group()):04x}", json.dumps(value, ensure_ascii=False))
        self._write(line + "\n")

    def line(self, *columns: object) -> None:
        """Write a line of columns, apart by tabs; what could move the cursor or turn the line around is left out."""
        self._write("\t".join(seen("" if column is None else str(column)) for column in columns) + "\n")

    def text(self, text: str) -> None:
        """Write a text as it is, control characters but line breaks left out."""
        self._write("\n".join(seen(line) for line in text.split("\n")) + "\n")

    def message(self, sentence: str) -> None:
        """Say something that is no result."""
        self._clear()
        sys.stderr.write(f"clipper: {seen(sentence)}\n")
        sys.stderr.flush()

    def step(self, step: Step) -> None:
        """Show how far the work is, on a terminal only."""
        if self._shows_steps and step.total:
            sys.stderr.write(f"\r{step.done} / {step.total} ")
            sys.stderr.flush()
            self._step_shown = True

    def _write(self, text: str) -> None:
        try:
            sys.stdout.write(text)
            sys.stdout.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise Unwritable(error.strerror or str(error)) from error

    def _clear(self) -> None:
        if self._step_shown:
            sys.stderr.write("\r\033[K")
            self._step_shown = False


def seen(text: str) -> str:
    """Leave out control characters and those that turn the reading direction."""
    return "".join(char for char in text if char == "\t" or unicodedata.category(char) not in ("Cc", "Cf", "Cs"))
