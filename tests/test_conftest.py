"""The fixtures that judge all other tests are judged here, in a pytest run of its own."""

import subprocess
import sys
from pathlib import Path

CONFTEST = Path(__file__).with_name("conftest.py")


def run(folder: Path, body: str) -> str:
    """Run one test file beside our conftest and give pytest's words."""
    (folder / "conftest.py").write_text(CONFTEST.read_text(encoding="utf-8"), encoding="utf-8")
    (folder / "test_inner.py").write_text(body, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:pytestqt", str(folder)]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False).stdout


def test_an_unexpected_warning_fails_its_test(tmp_path: Path) -> None:
    words = run(tmp_path, "import logging\ndef test_it():\n    logging.getLogger('x').warning('odd %s', 1)\n")

    assert "logged unexpectedly" in words
    assert "WARNING x: odd 1" in words


def test_an_announced_warning_is_no_failure(tmp_path: Path) -> None:
    body = "import logging\ndef test_it(expect_log):\n    expect_log('^odd')\n    logging.warning('odd one')\n"

    assert "1 passed" in run(tmp_path, body)


def test_an_announced_warning_must_come(tmp_path: Path) -> None:
    words = run(tmp_path, "def test_it(expect_log):\n    expect_log('^odd')\n")

    assert "announced but not logged" in words


def test_a_test_has_a_home_of_its_own(tmp_path: Path, own_folders: Path) -> None:
    assert Path.home() == own_folders
    assert own_folders not in tmp_path.parents
