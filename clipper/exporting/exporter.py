"""Documents -> files, in the format asked for: one file of all, or one each in a folder."""

from collections.abc import Iterable
from pathlib import Path

from clipper.answers import Exported, ExportOptions
from clipper.model import Document
from clipper.progress import Progress


class Exporter:
    """Writes documents as files. Cheap to make: children are started when first needed, or by warm. Thread-safe."""

    def formats(self) -> tuple[str, ...]:
        """Give the names of the formats, as export takes them."""
        raise NotImplementedError

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

        apart None: a file each where target is an existing folder, else one file. A folder to be made is made by
        apart=True (one level). documents may be lazy; total: how many there are (None: a sequence is counted, else
        unknown).
        In a folder, one document's failure is a value in Exported.failed (as "exists") and the others are written.
        Remarks: "no_standard" (PDF/A and PDF/UA could not be kept), "glyphs_missing" (no font of this machine has
        some of the characters), "picture_left_out" (damaged, missing, or of an unknown kind).
        Raise ExportError (exists, read_only, full, no_folder, too_slow, failed; ValueError for an unknown format),
        Cancelled, and what documents raises.
        """
        raise NotImplementedError

    def preview(self, documents: Iterable[Document], *, options: ExportOptions, ppi: int = 96) -> tuple[bytes, ...]:
        """Give the pages of the PDF of documents as PNG, for a look before exporting: hand in few documents.

        Raise ExportError (too_slow, failed), and what documents raises.
        """
        raise NotImplementedError

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
        """Write the pages of the PDF of documents as PNG files into folder, an empty one of the caller; give their paths.

        For printing. Raise ExportError (read_only, full, no_folder, too_slow, failed), Cancelled, what documents raises.
        """
        raise NotImplementedError

    def warm(self) -> None:
        """Start the child processes and have them load fonts and libraries, without waiting for it."""
        raise NotImplementedError

    def close(self) -> None:
        """End the child processes at once."""
        raise NotImplementedError
