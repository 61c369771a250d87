"""Which face the words on the command line open."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def start(*words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Start Clipper as on a machine without a screen."""
    environment = {name: value for name, value in os.environ.items() if name not in SCREENS}
    command = [sys.executable, "-m", "clipper", *words]
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False, timeout=60)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a screen")
@pytest.mark.parametrize("words", [(), ("https://news.example/a",), ("--library", "x")])
def test_without_a_display_the_window_is_refused_with_a_sentence(words: tuple[str, ...], tmp_path: Path) -> None:
    done = start(*words, cwd=tmp_path)

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "clipper: There is no display to open the window on. The commands need none: clipper --help\n"


def test_commands_need_no_display(tmp_path: Path) -> None:
    done = start("list", "--json", "--library", str(tmp_path / "library"), cwd=tmp_path)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == '{"total": 0, "items": []}\n'


def test_wrong_words_end_with_2_and_the_usage(tmp_path: Path) -> None:
    done = start("no-such-file.html", cwd=tmp_path)

    assert done.returncode == 2
    assert "clipper add" in done.stderr
