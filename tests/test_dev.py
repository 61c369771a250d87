"""dev.py in a small checkout of its own: sets up once, again after the lock changed, and says what is wrong."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Give a checkout with an empty lock, and a clipper that tells its words and where it is."""
    folder = tmp_path / "check out"
    (folder / "clipper").mkdir(parents=True)
    shutil.copy(ROOT / "dev.py", folder)
    (folder / "requirements.lock").write_text("# nothing\n", encoding="utf-8")
    body = "import os, sys\nprint(sys.argv[1:], os.getcwd(), sys.prefix)\nsys.exit(7)\n"
    (folder / "clipper" / "__main__.py").write_text(body, encoding="utf-8")
    return folder


def dev(checkout: Path, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run dev.py from another folder."""
    # Its own interpreter, not ours: a venv made from a venv would do, but is not what a user has.
    python = getattr(sys, "_base_executable", sys.executable)
    environment = {**os.environ, **more}
    command = [python, str(checkout / "dev.py"), *words]
    return subprocess.run(
        command, cwd=checkout.parent, env=environment, capture_output=True, text=True, check=False, timeout=300
    )


@pytest.mark.slow
def test_set_up_is_done_once_and_again_when_the_lock_changed(checkout: Path) -> None:
    first = dev(checkout, "run", "add", "https://news.example/ä b", "--json")
    second = dev(checkout, "run")
    (checkout / "requirements.lock").write_text("# still nothing\n", encoding="utf-8")
    third = dev(checkout, "setup")

    assert "Set up." in first.stderr
    assert first.returncode == second.returncode == 7
    words = str(["add", "https://news.example/ä b", "--json"])
    assert first.stdout == f"{words} {checkout.parent} {checkout / '.venv'}\n"
    assert second.stdout.startswith("[]")
    assert "Set up." not in second.stderr
    assert "Set up." in third.stderr
    assert third.returncode == 0


@pytest.mark.slow
def test_without_a_network_it_says_so_and_tries_again_the_next_time(checkout: Path) -> None:
    lock = "nothing-of-this-name==1.0 --hash=sha256:" + "0" * 64
    (checkout / "requirements.lock").write_text(lock, encoding="utf-8")
    offline = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(checkout)}

    first = dev(checkout, "setup", **offline)
    second = dev(checkout, "run", **offline)

    assert first.returncode == second.returncode == 1
    assert "no network" in first.stderr
    assert "Traceback" not in first.stderr
    assert "no network" in second.stderr
    assert second.stdout == ""


def test_without_a_known_word_it_tells_its_words(checkout: Path) -> None:
    wrong = dev(checkout, "rum")
    asked = dev(checkout, "--help")

    assert (wrong.returncode, asked.returncode) == (2, 0)
    assert "dev.py setup" in wrong.stderr
    assert not (checkout / ".venv").exists()
