"""What tests of exporting share: one exporter with a warm child, and a way to read what it wrote."""

import os
import pickle
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from clipper.answers import Exported, ExportOptions
from clipper.exporting import typesetting
from clipper.exporting.exporter import Exporter
from clipper.model import Document
from clipper.progress import Progress

Write = Callable[..., Exported]


class Here:
    """Does a child's work in this process, through pickles as the child gets them, so that coverage sees it."""

    def run(self, order: Any) -> Any:
        return pickle.loads(pickle.dumps(typesetting.work(pickle.loads(pickle.dumps(order)))))

    def close(self) -> None:
        """Nothing was started."""


@pytest.fixture(scope="session")
def exporter() -> Iterator[Exporter]:
    """Give an exporter; its child is started by the first test that needs it."""
    made = Exporter()
    yield made
    made.close()


@pytest.fixture(scope="session")
def exporter_here() -> Iterator[Exporter]:
    """Give an exporter that works in this process."""
    made = Exporter()
    made._pdf._pool = Here()  # type: ignore[assignment]
    yield made
    made.close()


@pytest.fixture
def write(exporter_here: Exporter, tmp_path: Path) -> Write:
    """Export documents to tmp_path / "out.pdf" (or target), in this process."""

    def export(documents: Sequence[Document] | Document, target: Path | None = None, **options: object) -> Exported:
        several = [documents] if isinstance(documents, Document) else documents
        return exporter_here.export(
            several,
            target or tmp_path / "out.pdf",
            format="pdf",
            options=ExportOptions(**{"overwrite": True, **options}),  # type: ignore[arg-type]
            progress=Progress(),
        )

    return export


@pytest.fixture
def text_of() -> Callable[[Path], str]:
    """Give the text of a PDF as a reader copies it: hyphenated words are whole again."""

    if not shutil.which("pdftotext") and not os.environ.get("CI"):
        pytest.skip("pdftotext is not installed (Debian: poppler-utils)")

    def read(path: Path) -> str:
        done = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True, timeout=60)
        return " ".join(done.stdout.decode().replace("\u00ad\n", "").split())

    return read
