"""What we stand on: the lock file, and faults of libraries that would take the program down."""

import re
import sys
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version
from PySide6.QtCore import QObject

ROOT = Path(__file__).resolve().parents[1]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def test_qt_keeps_its_references_to_none() -> None:
    # PySide6 6.12.0 drops one with every call that returns nothing, and after some 7,000 the process is dead.
    before = sys.getrefcount(None)

    for _ in range(500):
        QObject().setObjectName("x")

    assert sys.getrefcount(None) > before - 100


def test_the_lock_fits_the_project() -> None:
    locked = re.findall(r"^([A-Za-z0-9._-]+)==([^\s;]+)", LOCK, flags=re.MULTILINE)
    asked = [Requirement(line) for line in PROJECT["dependencies"] + PROJECT["optional-dependencies"]["dev"]]

    for requirement in asked:
        versions = [version for name, version in locked if canonicalize_name(requirement.name) == name]
        assert versions, f"{requirement} is not in requirements.lock"
        assert all(requirement.specifier.contains(Version(version)) for version in versions), str(requirement)


def test_every_line_of_the_lock_has_its_digest_and_none_a_host() -> None:
    pins = re.split(r"\n(?=[a-z])", LOCK)[1:]

    assert len(pins) > 30
    assert all("--hash=sha256:" in pin for pin in pins)
    assert "://" not in LOCK
    assert "--index-url" not in LOCK.replace("--no-emit-index-url", "")
