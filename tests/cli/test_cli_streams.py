"""Standard streams that are closed, full or left by their reader, and Ctrl+C at any moment: the real program."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="shells and signals of POSIX")


@pytest.fixture(autouse=True)
def interruptible() -> Iterator[None]:
    """Let children hear Ctrl+C, also where these tests run in the background of a shell, which ignores it for them."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library with one long article."""
    lines = tmp_path / "one.jsonl"
    lines.write_text(json.dumps({"title": "The heron", "text": "A grey heron stood in the river. " * 10_000}) + "\n")
    folder = tmp_path / "library"
    assert run(folder, f"add {lines}").returncode == 0
    return folder


def run(library: Path, words: str, redirected: str = "") -> "subprocess.CompletedProcess[str]":
    """Run a command in a shell; it gives the exit code of Clipper, not of what reads it."""
    command = f"{sys.executable} -m clipper --library {library} {words} {redirected}; exit ${{PIPESTATUS[0]}}"
    return subprocess.run(["bash", "-c", command], capture_output=True, text=True, timeout=120, check=False)


@pytest.mark.parametrize("words", ["list", "find heron", "show 1", "--json show 1", "check"])
def test_a_reader_that_leaves_ends_a_command_without_a_word(library: Path, words: str) -> None:
    done = run(library, words, "2>&1 >/dev/null | cat >&2") if words == "check" else run(library, words, "| head -c 1")

    assert done.returncode in (0, 1)
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr
    assert "went wrong" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
@pytest.mark.parametrize("words", ["list", "show 1", "--json find heron"])
def test_a_full_disk_behind_standard_output_is_said(library: Path, words: str) -> None:
    done = run(library, words, ">/dev/full")

    assert done.returncode == 1
    assert done.stderr.count("Standard output cannot be written to") == 1
    assert "Exception" not in done.stderr


def test_streams_that_are_closed_are_done_without(library: Path) -> None:
    assert run(library, "list", ">&-").returncode == 0
    assert json.loads(run(library, "--json list", "2>&-").stdout)["total"] == 1
    assert run(library, "--json add -", "<&-").returncode == 0
    assert run(library, "check", "<&- >&- 2>&-").returncode == 0
    assert run(library, "check").returncode == 0


@pytest.mark.parametrize("words", [["add", "-"], ["find", "-"], ["extract", "-"]])
def test_ctrl_c_ends_a_command_that_waits_for_a_line(tmp_path: Path, words: list[str]) -> None:
    done = interrupted(["--library", str(tmp_path / "library"), *words], after_s=1.0)

    assert done == (130, "clipper: Stopped.\n")


def test_ctrl_c_among_the_imports_shows_no_traceback(tmp_path: Path) -> None:
    # Among the imports for certain: the signal comes when one of them is looked for.
    (tmp_path / "sitecustomize.py").write_text(
        "import os, signal, sys\n"
        "class Finder:\n"
        "    def find_spec(self, name, *_):\n"
        "        if name == 'clipper.app':\n"
        "            os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.meta_path.insert(0, Finder())\n"
    )
    environment = {**os.environ, "PYTHONPATH": f"{tmp_path}{os.pathsep}{os.environ.get('PYTHONPATH', '')}"}
    command = [sys.executable, "-m", "clipper", "--library", str(tmp_path / "library"), "list"]

    done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=60, check=False)

    assert (done.returncode, done.stderr) == (130, "clipper: Stopped.\n")


def interrupted(words: list[str], *, after_s: float) -> tuple[int, str]:
    """Start a command whose standard input stays open, interrupt it, and give its code and what it said."""
    process = subprocess.Popen(
        [sys.executable, "-m", "clipper", *words], stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    time.sleep(after_s)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=30)
    return process.returncode, said
