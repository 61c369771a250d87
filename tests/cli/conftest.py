"""Runs commands in this process, on a library of the test's own, and reads their JSON."""

import json
import sys
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from clipper.cli.arguments import WrongUsage, parse
from clipper.cli.main import run, wrong


class Ran(NamedTuple):
    """What a command did. lines: standard output as JSON values."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[Any]:
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def value(self) -> Any:
        (value,) = self.lines
        return value


Clip = Callable[..., Ran]


@pytest.fixture
def clip(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Clip:
    """Run a command with --json on the library in tmp_path."""

    def command(*words: object, stdin: str | None = None, library: Path | None = None) -> Ran:
        argv = [str(word) for word in words]
        if stdin is not None:
            monkeypatch.setattr(sys, "stdin", StringIO(stdin))
        capsys.readouterr()
        try:
            code = run(parse(["--library", str(library or tmp_path / "library"), "--json", "--allow-private", *argv]))
        except WrongUsage as error:
            code = wrong(error)
        shown = capsys.readouterr()
        assert "Traceback" not in shown.err
        return Ran(code, shown.out, shown.err)

    return command
