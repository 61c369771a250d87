"""What an export format is: Documents -> one file, whole or not at all."""

from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from clipper.answers import ExportOptions
from clipper.model import Document
from clipper.progress import Progress


class Format(Protocol):
    """One kind of file. suffix: with the dot."""

    suffix: str

    def write(
        self,
        documents: Iterable[Document],
        target: Path,
        *,
        options: ExportOptions,
        progress: Progress,
        total: int | None = None,
    ) -> tuple[str, ...]:
        """Write documents into target, beside it first, flushed, then moved in. Give remarks (codes).

        documents may be lazy: each is asked for once and let go before the next. total: how many, for progress (None:
        unknown). The folder of target must be there. Whatever fails, target is as it was.
        Raise ExportError (exists, read_only, full, no_folder, too_slow, failed), Cancelled, and what documents raises.
        """

    def warm(self) -> None:
        """Start what the format needs in the background, without waiting for it."""

    def close(self) -> None:
        """End what the format started."""
