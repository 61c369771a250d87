"""PDF: sheets are made one by one and set as a whole, both in a child process. Knows no typesetter itself."""

import contextlib
import os
import secrets
import shutil
import tempfile
import weakref
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from clipper.answers import ExportOptions
from clipper.errors import ExportError
from clipper.exporting import placing
from clipper.exporting.orders import Bench, PagesOrder, PdfOrder, Sheet, SheetOrder
from clipper.model import Document
from clipper.progress import Progress
from clipper.workers import Pool, WorkerDied, WorkerTooSlow

WORK = "clipper.exporting.typesetting:work"
DEADLINE_S = 240.0  # 200 articles with pictures take 5 s, 10 s on two busy cores; 600 pages at 300 dots an inch 150 s
MEMORY_BYTES = 4 * 1024**3  # address space: 200 articles with pictures take 1.4 GiB of it


class Pdf:
    """The PDF format: one warm child. It also gives pages as pictures, for a preview and for printing."""

    suffix = ".pdf"

    def __init__(self) -> None:
        self._pool = Pool(WORK, size=1, deadline_s=DEADLINE_S, memory_bytes=MEMORY_BYTES)
        self._folder = Path(tempfile.gettempdir(), f"clipper-{secrets.token_hex(8)}")  # made when first needed
        self._tidy = weakref.finalize(self, shutil.rmtree, self._folder, ignore_errors=True)  # also without close

    def write(
        self,
        documents: Iterable[Document],
        target: Path,
        *,
        options: ExportOptions,
        progress: Progress,
        total: int | None = None,
    ) -> tuple[str, ...]:
        """Write documents into one PDF; see Format.write."""
        target = _followed(target)
        placing.check(target, overwrite=options.overwrite)
        with _turned(target), self._bench() as bench, placing.beside(target) as new:
            sheets = self._sheets(documents, bench, options, progress, total)
            printed = self._run(PdfOrder(sheets, bench, options, str(new)))
            progress.step(len(sheets), len(sheets))
            placing.move_in(new, target, overwrite=options.overwrite)
        return tuple(printed.remarks)

    def pages(
        self,
        documents: Iterable[Document],
        output: Path,
        *,
        options: ExportOptions,
        progress: Progress,
        ppi: int,
        total: int | None = None,
    ) -> tuple[str, ...]:
        """Write every page as PNG into the folder output; give the paths in order."""
        with _turned(output), self._bench() as bench:
            sheets = self._sheets(documents, bench, options, progress, total)
            printed = self._run(PagesOrder(sheets, bench, options, str(output), ppi))
            progress.step(len(sheets), len(sheets))
        return tuple(printed.files)

    def warm(self) -> None:
        """Start the child, which loads its fonts."""
        self._pool.warm()

    def close(self) -> None:
        """End the child."""
        self._pool.close()
        self._tidy()

    @contextlib.contextmanager
    def _bench(self) -> Iterator[Bench]:
        """Give a place in our folder, which nobody else can read; what was made there is gone afterwards."""
        self._folder.mkdir(mode=0o700, exist_ok=True)
        job = secrets.token_hex(8)
        try:
            yield Bench(str(self._folder), job)
        finally:
            for path in self._folder.glob(f"{job}-*"):
                with contextlib.suppress(OSError):
                    path.unlink()

    def _sheets(
        self,
        documents: Iterable[Document],
        bench: Bench,
        options: ExportOptions,
        progress: Progress,
        total: int | None,
    ) -> tuple[Sheet, ...]:
        sheets: list[Sheet] = []
        for number, document in enumerate(documents, 1):
            progress.step(number - 1, total, document.clipping.title)
            plain = replace(document, pictures=dict(document.pictures))  # a read-only view cannot be pickled
            sheets.append(self._run(SheetOrder(plain, number, bench, options)))
        if not sheets:
            raise ExportError("failed", "no documents")
        progress.step(len(sheets), total)
        return tuple(sheets)

    def _run(self, order: SheetOrder | PdfOrder | PagesOrder) -> Any:
        try:
            return self._pool.run(order)
        except WorkerTooSlow as error:
            raise ExportError("too_slow") from error
        except WorkerDied as error:
            raise ExportError("failed", "child") from error


def _followed(target: Path) -> Path:
    """Give the file that a target stands for: a link stays one, what it points to is replaced."""
    return target.resolve() if os.path.islink(target) else target.absolute()  # noqa: PTH114 - may be too long


@contextlib.contextmanager
def _turned(path: Path) -> Iterator[None]:
    """Turn what the file system refused into an ExportError about path."""
    try:
        yield
    except OSError as error:
        raise placing.export_error(error, path) from error
