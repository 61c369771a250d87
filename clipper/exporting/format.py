"""What an export format is: Documents -> one file, whole or not at all."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from clipper.answers import ExportOptions
from clipper.model import Document
from clipper.progress import Progress


class Format(Protocol):
    """One kind of file. suffix: with the dot."""

    suffix: str

    def write(
        self, documents: Sequence[Document], target: Path, *, options: ExportOptions, progress: Progress
    ) -> tuple[str, ...]:
        """Write documents into target, beside it first, flushed, then moved in. Give remarks (codes).

        Raise ExportError (exists, read_only, full, no_folder, too_slow, failed), Cancelled.
        """
