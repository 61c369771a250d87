#!/usr/bin/env python3
"""Sets Clipper up from a bare checkout, runs it and tests it. Needs Python 3.11 and nothing else.

    python3 dev.py setup            make .venv with all that Clipper stands on
    python3 dev.py run [WORDS...]   start Clipper (the words are those of its command line)
    python3 dev.py test [WORDS...]  run the tests with branch coverage (the words are pytest's)

All three set up what is missing first, and what requirements.lock changed. Standard library only.
"""

import contextlib
import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
LOCK = ROOT / "requirements.lock"
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "clipper-setup.txt"
OLDEST = (3, 11)

# What Qt loads from the system on Linux, and the Debian package that has it (seen on a bare Debian 12, November 2026).
# Names of libraries, not packages, are looked for: they are the same on every Linux, and Debian renames packages.
LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-render.so.0": "libxcb-render0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}


class SetupError(Exception):
    """Setting up cannot go on; the text says to the user what to do."""


def main(words: Sequence[str]) -> int:
    """Do what the words say; give the exit code."""
    if not words or words[0] not in ("setup", "run", "test"):
        print(__doc__, file=sys.stderr)
        return 0 if words and words[0] in ("-h", "--help", "help") else 2
    try:
        set_up()
    except SetupError as error:
        print(f"dev.py: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    if words[0] == "run":
        return run([str(PYTHON), "-m", "clipper", *words[1:]])
    if words[0] == "test":
        coverage = ["--cov", "--cov-branch", "--cov-report=term:skip-covered"]
        # Without a display Qt's usual platform would end the process.
        platform = {"QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
        os.chdir(ROOT)
        return run([str(PYTHON), "-m", "pytest", "-m", "not e2e", *coverage, *words[1:]], platform)
    return 0


def set_up() -> None:
    """Bring the system's libraries and .venv to what this checkout needs. Does nothing where all is there."""
    if sys.version_info < OLDEST:
        raise SetupError(f"Clipper needs Python {OLDEST[0]}.{OLDEST[1]} or later; this is {sys.version.split()[0]}.")
    see_to_libraries()
    wanted = fingerprint()
    if not runs(PYTHON):
        make_environment()
    elif STAMP.is_file() and STAMP.read_text(encoding="utf-8") == wanted:
        return
    install()
    STAMP.write_text(wanted, encoding="utf-8")


def fingerprint() -> str:
    """Say in one text what .venv was set up from: the lock and the place of the checkout."""
    return f"{hashlib.sha256(LOCK.read_bytes()).hexdigest()}\n{ROOT}\n"


def runs(python: Path) -> bool:
    """Say whether this interpreter is there and starts (it does not after its base was upgraded or moved)."""
    try:
        return subprocess.run([str(python), "-c", ""], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def make_environment() -> None:
    """Make .venv, or make it anew where its interpreter no longer starts."""
    if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
        install_packages(["python3-venv"], "Python comes without its venv module here.")
        importlib.invalidate_caches()
        if not importlib.util.find_spec("ensurepip"):
            raise SetupError("Python's venv module is missing. Install it (on Debian: python3-venv) and start again.")
    say(f"Making {VENV} …")
    if subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=False).returncode:
        raise SetupError(f"{VENV} could not be made; the lines above say why.")


def install() -> None:
    """Install the locked packages, and tell the environment where the checkout is.

    A line in a .pth file rather than "pip install -e": nothing is built, so nothing is needed that is not locked, and
    resources/ is found where it lies. Index, mirror, proxy and certificates are those that pip is configured with.
    """
    say("Installing what Clipper stands on (once; .venv takes about 700 MB) …")
    pip = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    if subprocess.run([*pip, "--require-hashes", "--no-deps", "-r", str(LOCK)], check=False).returncode:
        raise SetupError(
            "The packages could not be installed; pip's lines above say why. "
            "Where there is no network: connect, or point pip to a mirror (PIP_INDEX_URL), and start again."
        )
    where = [str(PYTHON), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    folder = subprocess.run(where, capture_output=True, text=True, check=True).stdout.strip()
    # Before Python 3.13 such a line is read in the locale's encoding.
    Path(folder, "clipper.pth").write_text(f"{ROOT}\n", encoding="utf-8" if sys.version_info >= (3, 13) else "locale")
    say("Set up.")


def see_to_libraries() -> None:
    """Install the libraries that Qt needs from the system where they are missing; else say how, and go on."""
    if not sys.platform.startswith("linux"):
        return
    missing = [name for name in LIBRARIES if not loads(name)]
    if not missing:
        return
    reason = f"Qt needs libraries that are missing here: {', '.join(missing)}."
    if not shutil.which("apt-get"):
        say(f"{reason} Install them with your system's package manager if the window does not open.")
        return
    install_packages([LIBRARIES[name] for name in missing], reason)


def loads(library: str) -> bool:
    """Say whether the loader finds a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def install_packages(packages: Iterable[str], reason: str) -> None:
    """Install Debian packages where we may; where not, print the command. Goes on either way."""
    command = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    rights = administrator()
    if rights is None or not shutil.which("apt-get"):
        say(f"{reason} Install what is missing with:\n    sudo {' '.join(command)}")
        return
    say(f"{reason} Installing {' '.join(packages)} …")
    quiet = [*rights, "env", "DEBIAN_FRONTEND=noninteractive"]
    # The package lists may be missing or old: fetch them only where it does not work without.
    for steps in ([command], [["apt-get", "update"], command]):
        results = [
            subprocess.run([*quiet, *step], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
            for step in steps
        ]
        if results[-1].returncode == 0:
            return
    print(results[-1].stderr, file=sys.stderr)
    say(f"That did not work. Install what is missing with:\n    sudo {' '.join(command)}")


def administrator() -> list[str] | None:
    """Give the words before a command that needs the administrator's rights; None where they cannot be had unasked."""
    if not hasattr(os, "geteuid"):
        return None
    if os.geteuid() == 0:
        return []
    asked = shutil.which("sudo") and subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
    return ["sudo", "-n"] if asked and asked.returncode == 0 else None


def run(command: Sequence[str], more: Mapping[str, str] | None = None) -> int:
    """Run a command in place of this program, where the system can, so that signals reach it; give its exit code."""
    environment = {**os.environ, **(more or {})}
    sys.stdout.flush()
    if os.name == "posix":
        os.execve(command[0], list(command), environment)
    with contextlib.suppress(KeyboardInterrupt):
        return subprocess.run(command, env=environment, check=False).returncode
    return 130


def say(text: str) -> None:
    """Tell the user what goes on, beside what a command prints."""
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
