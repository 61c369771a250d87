"""Documents -> files, in the format asked for: one file of all, or one each in a folder."""

import tempfile
from collections.abc import Iterable, Sized
from pathlib import Path

from clipper.answers import Exported, ExportOptions
from clipper.errors import ExportError
from clipper.exporting import names, placing
from clipper.exporting.format import Format
from clipper.exporting.pdf import Pdf
from clipper.model import Document, Fault
from clipper.progress import Progress

_OF_THE_FOLDER = ("full", "read_only", "no_folder")
"""Faults that the next document would meet as well."""


class Exporter:
    """Writes documents as files. Cheap to make: children are started when first needed, or by warm. Thread-safe."""

    def __init__(self) -> None:
        self._pdf = Pdf()
        self._formats: dict[str, Format] = {"pdf": self._pdf}

    def formats(self) -> tuple[str, ...]:
        """Give the names of the formats, as export takes them."""
        return tuple(self._formats)

    def export(
        self,
        documents: Iterable[Document],
        target: Path,
        *,
        format: str,
        options: ExportOptions,
        progress: Progress,
        total: int | None = None,
        apart: bool | None = None,
    ) -> Exported:
        """Write documents: apart True, a file each in the folder target; False, all in the one file target.

        apart None: a file each where target is an existing folder, else one file. With apart=True a folder that is
        not there is made (one level). documents may be lazy; total: how many (None: a sequence is counted, else
        unknown).
        In a folder, one document's failure is a value in Exported.failed (as "exists") and the others are written.
        Remarks: "no_standard" (PDF/A and PDF/UA could not be kept), "glyphs_missing" (no font of this machine has
        some of the characters), "picture_left_out" (damaged, missing, or of an unknown kind).
        Raise ExportError (exists, read_only, full, no_folder, too_slow, failed; ValueError for an unknown format),
        Cancelled, and what documents raises.
        """
        if format not in self._formats:
            raise ValueError(format)
        writer = self._formats[format]
        if total is None and isinstance(documents, Sized):
            total = len(documents)
        if apart or (apart is None and target.is_dir()):
            return _write_apart(writer, documents, target, options=options, progress=progress, total=total)
        placing.sweep(target.parent)
        remarks = writer.write(documents, target, options=options, progress=progress, total=total)
        return Exported(files=(str(target.absolute()),), remarks=remarks)

    def preview(self, documents: Iterable[Document], *, options: ExportOptions, ppi: int = 96) -> tuple[bytes, ...]:
        """Give the pages of the PDF of documents as PNG, for a look before exporting: hand in few documents.

        Raise ExportError (full, too_slow, failed), and what documents raises.
        """
        with tempfile.TemporaryDirectory(prefix="clipper-", ignore_cleanup_errors=True) as folder:
            paths = self.pages(documents, Path(folder), options=options, progress=Progress(), ppi=ppi)
            return tuple(Path(path).read_bytes() for path in paths)

    def pages(
        self,
        documents: Iterable[Document],
        folder: Path,
        *,
        options: ExportOptions,
        progress: Progress,
        ppi: int = 300,
        total: int | None = None,
    ) -> tuple[str, ...]:
        """Write the pages of the PDF of documents as PNG files into folder, an empty one of the caller; give the paths.

        For printing. Raise ExportError (read_only, full, no_folder, too_slow, failed), Cancelled, what documents
        raises.
        """
        return self._pdf.pages(documents, folder, options=options, progress=progress, ppi=ppi, total=total)

    def warm(self) -> None:
        """Start the child processes and have them load fonts and libraries, without waiting for it."""
        for writer in self._formats.values():
            writer.warm()

    def close(self) -> None:
        """End the child processes at once."""
        for writer in self._formats.values():
            writer.close()


def _write_apart(
    writer: Format,
    documents: Iterable[Document],
    folder: Path,
    *,
    options: ExportOptions,
    progress: Progress,
    total: int | None,
) -> Exported:
    _made(folder)
    placing.sweep(folder)
    files: list[str] = []
    failed: list[tuple[int, Fault]] = []
    remarks: dict[str, None] = {}
    taken: set[str] = set()
    hopeless: Fault | None = None
    for number, document in enumerate(documents):
        progress.step(number, total, document.clipping.title)
        if hopeless is not None:
            failed.append((document.clipping.id, hopeless))
            continue
        name = names.file_name(document, writer.suffix, taken)
        taken.add(names.key(name))
        try:
            told = writer.write((document,), folder / name, options=options, progress=Progress())
        except ExportError as error:
            failed.append((document.clipping.id, error.fault()))
            hopeless = error.fault() if error.code in _OF_THE_FOLDER else None
        else:
            files.append(str((folder / name).absolute()))
            remarks.update(dict.fromkeys(told))
    progress.step(len(files) + len(failed), total)
    return Exported(tuple(files), tuple(failed), tuple(remarks))


def _made(folder: Path) -> None:
    """Make the folder where it is not there."""
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise placing.export_error(error, folder) from error
