"""The App: opens the library and picks the concrete parts. All that a face may see."""

import contextlib
import hashlib
import os
import secrets
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from clipper.answers import (
    Exported,
    ExportOptions,
    Extracted,
    Illustrated,
    Outcome,
    Reextracted,
    Reextraction,
    Report,
    SafetyCopy,
)
from clipper.errors import NotFoundError
from clipper.exporting.exporter import Exporter
from clipper.extraction.bodypool import Bodies
from clipper.extraction.pool import Extraction
from clipper.fetching.fetcher import Fetcher
from clipper.importing import standalone, takein
from clipper.importing.correcting import Correcting
from clipper.importing.illustrating import Illustrator
from clipper.importing.importer import Importer
from clipper.importing.pipeline import Item
from clipper.importing.reextracting import Reextractor
from clipper.library.library import Library
from clipper.lines import NOTHING_REPEATED, Repeated
from clipper.model import Document, IntakeRow, Request
from clipper.progress import Progress
from clipper.settings import Settings, config_folder
from clipper.store import safety

Tell = Callable[[Outcome], None]

SECRET_CHARS = 64


class App:
    """One library opened, with all that works on it. Methods block: call them from a job, never on the GUI thread."""

    def __init__(self, folder: Path, settings: Settings, *, allow_private: bool = False) -> None:
        """Open the library in folder (made where it is not there). Cheap: nothing heavy is imported.

        Raise LibraryError and its branches as Store does.
        """
        self.settings = settings
        self.library = Library(folder, _index_identity(folder))
        self._tools = Tools(settings, allow_private=allow_private)
        tools, parallel, recall = self._tools, settings.parallel, self._recall
        self._importer = Importer(self.library, tools.fetcher, tools.extraction, parallel=parallel, recall=recall)
        self.correcting = Correcting(self.library, self._tools.bodies)
        self._reextractor = Reextractor(self.library, tools.extraction, parallel=parallel, recall=recall)
        self._illustrator = Illustrator(self.library, tools.fetcher, parallel=parallel)

    def warm(self, progress: Progress) -> int:
        """Start the child processes, open the index and let it catch up; give what it is behind."""
        self._tools.extraction.warm()
        self.library.open_index()
        left = self.library.catch_up(progress)
        self.library.merge_index(progress)
        return left

    def take_in(self, given: Sequence[str], *, tags: Sequence[str] = ()) -> Report:
        """Write what was handed in to the library's intake, before anything is fetched.

        Report.outcomes holds what is known already and what is no source ("failed": it stands in the intake, too);
        Report.waiting the rows to be worked off.
        """
        start = self.library.log.position()
        taken = [part for one in given for part in takein.take_in(self.library, one, tags)]
        return Report(
            outcomes=tuple(outcome for part in taken for outcome in part.outcomes),
            waiting=tuple(row for part in taken for row in part.rows),
            changes=self.library.log.since(start),
        )

    def work_off(self, rows: Sequence[IntakeRow], progress: Progress, tell: Tell) -> Report:
        """Fetch, extract and add rows of the intake; tell each outcome after its commit. Raise Cancelled, LibraryError.

        Rows not reached stay "waiting". At the end the index has taken everything in.
        """
        ignored = Counter[str]()
        items = takein.items(self.library, rows, ignored)
        report = self._importer.run(items, progress, tell, total=takein.count(rows))
        self.library.catch_up_wholly(progress)
        return replace(report, ignored=dict(ignored))

    def clip(self, given: Iterable[str], progress: Progress, tell: Tell, *, tags: Sequence[str] = ()) -> Report:
        """Take in and work off, one by one; given may be endless: an outcome is told before the next input is there."""
        ignored = Counter[str]()
        report = self._importer.run(takein.feed(self.library, given, tags, ignored), progress, tell)
        self.library.catch_up_wholly(progress)
        return replace(report, ignored=dict(ignored))

    def retry(self, intake: Sequence[int], progress: Progress, tell: Tell) -> Report:
        """Try failed or waiting rows of the intake again."""
        return self.work_off(self.library.intake.retry(intake), progress, tell)

    def fetch_again(self, ids: Sequence[int], progress: Progress, tell: Tell) -> Report:
        """Fetch the pages of clippings anew: each gets a new capture, the old ones stay."""
        requests = [(row.id, Request(row.url, url=row.url)) for row in self.library.clippings.rows(ids) if row.url]
        items = (Item(request, again=id) for id, request in requests)
        report = self._importer.run(items, progress, tell, total=len(requests))
        self.library.catch_up_wholly(progress)
        return report

    def reextract(
        self, ids: Sequence[int], progress: Progress, tell: Callable[[Reextracted], None] = lambda _told: None
    ) -> Reextraction:
        """Read the kept pages of clippings with today's extractor; tell each after its commit. Nothing is fetched.

        At the end the index has taken everything in. Raise Cancelled, LibraryError: what was told stays.
        """
        done = self._reextractor.run(ids, progress, tell)
        self.library.catch_up_wholly(progress)
        return done

    def illustrate(self, ids: Sequence[int], progress: Progress) -> Illustrated:
        """Fetch the pictures that the articles of clippings name and the library lacks, as after a first clipping.

        What cannot be had stays lacking. Raise Cancelled, LibraryError: what was found till then stays.
        """
        return self._illustrator.run(ids, progress)

    def reextracted(self, ids: Sequence[int], progress: Progress) -> Iterator[Reextracted]:
        """Give what reextract would make of clippings, with the article of each, in order; nothing is written."""
        return self._reextractor.look(ids, progress)

    def export(
        self,
        ids: Sequence[int],
        format: str,
        target: Path,
        options: ExportOptions,
        progress: Progress,
        *,
        apart: bool | None = None,
    ) -> Exported:
        """Export clippings. apart: a file each in the folder target; None: so where target is an existing folder.

        Raise ExportError, Cancelled, NotFoundError.
        """
        return self._tools.exporter.export(
            self._documents(ids),
            target,
            format=format,
            options=options,
            progress=progress,
            total=len(ids),
            apart=apart,
        )

    def preview(self, ids: Sequence[int], options: ExportOptions, *, ppi: int = 96) -> tuple[bytes, ...]:
        """Give the pages of the PDF of clippings as PNG. Raise ExportError, NotFoundError."""
        return self._tools.exporter.preview(self._documents(ids), options=options, ppi=ppi)

    def print_pages(
        self, ids: Sequence[int], folder: Path, options: ExportOptions, progress: Progress, *, ppi: int = 300
    ) -> tuple[str, ...]:
        """Write the pages of the PDF of clippings as PNG files into an empty folder; give their paths in order.

        Raise ExportError, Cancelled, NotFoundError.
        """
        return self._tools.exporter.pages(
            self._documents(ids), folder, options=options, progress=progress, ppi=ppi, total=len(ids)
        )

    def formats(self) -> tuple[str, ...]:
        """Give the names of the export formats."""
        return self._tools.exporter.formats()

    def warm_exporter(self) -> None:
        """Start the process that makes PDFs, before it is needed."""
        self._tools.exporter.warm()

    def close(self) -> None:
        """End the processes, close the library."""
        self._tools.close()
        self.library.close()

    def _recall(self, url: str) -> Repeated:
        """Give what extraction is to leave out of a page at this address, by the settings of this moment."""
        return self.library.memory.repeated(url) if self.settings.leave_out_repeated else NOTHING_REPEATED

    def _documents(self, ids: Sequence[int]) -> Iterator[Document]:
        found = {row.id for row in self.library.clippings.rows(ids)}
        missing = [id for id in ids if id not in found]
        if missing:
            raise NotFoundError("not_found", str(missing[0]))
        return (self.library.clippings.document(id) for id in ids)


class Tools:
    """What works without a library: fetching, extraction, exporting. Made cheap, opened at first use."""

    def __init__(self, settings: Settings, *, allow_private: bool = False) -> None:
        self.fetcher = Fetcher(allow_private=allow_private or settings.allow_private)
        self.extraction = Extraction()
        self.bodies = Bodies()
        self.exporter = Exporter()
        self._parallel = settings.parallel

    def extract(self, inputs: Iterable[str], progress: Progress) -> Iterator[Extracted]:
        """Extract without the library: paths, addresses, or JSON lines {"path", "url", "id"}; in input order."""
        return standalone.extract(inputs, self.fetcher, self.extraction, parallel=self._parallel, progress=progress)

    def close(self) -> None:
        """End the processes and connections."""
        self.fetcher.close()
        self.extraction.close()
        self.bodies.close()
        self.exporter.close()


def safety_copies(folder: Path) -> tuple[SafetyCopy, ...]:
    """Give the safety copies of a library that need not open, the newest first."""
    return safety.copies(folder)


def restore_copy(folder: Path, copy: SafetyCopy) -> Path:
    """Put a safety copy in the place of a damaged database; give where that was set aside. Raise LibraryError."""
    return safety.restore(folder, copy)


def _index_identity(folder: Path) -> str:
    """Give whose index is trusted: a secret of this user's, not in the library, with the library's place.

    So an index that came along with a copied library folder is not opened (its table of contents is a pickle).
    """
    secret = _secret(config_folder() / "index-key")
    return hashlib.sha256(f"{secret}\n{folder.resolve()}".encode(errors="surrogateescape")).hexdigest()


def _secret(file: Path) -> str:
    """Give the secret in a file, written where there is none; where it cannot be, each start makes the index anew."""
    if kept := _kept_secret(file):
        return kept
    secret, beside = secrets.token_hex(SECRET_CHARS // 2), file.with_name(f"{file.name}.{secrets.token_hex(4)}.new")
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as out:
            out.write(secret)
        if file.exists() and not _kept_secret(file):
            beside.replace(file)  # cut short or overwritten
        else:
            file.hardlink_to(beside)  # whole at once; of two that start together, the first one's counts
    with contextlib.suppress(OSError):
        beside.unlink(missing_ok=True)
    return _kept_secret(file) or secret


def _kept_secret(file: Path) -> str | None:
    try:
        kept = file.read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError):
        return None
    return kept if len(kept) == SECRET_CHARS else None
