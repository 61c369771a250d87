"""A library of its own for each test of the store."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from clipper.store.store import Store


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give where the library lies."""
    return tmp_path / "library"


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    """Give a new, empty library."""
    opened = Store(folder, busy_s=5.0)
    yield opened
    opened.close()
