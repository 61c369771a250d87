"""A safe copy of the whole library in a new folder that opens as one."""

from pathlib import Path

from clipper.progress import Progress
from clipper.store.database import Database


def back_up(database: Database, target: Path, progress: Progress) -> None:
    """Copy database, captures and pictures, flushed; no index. The library may be written to meanwhile.

    Whole or not at all: made beside target, then moved. Raise LibraryError("exists", path=target), (full), (no_folder),
    (read_only), DamagedError, Cancelled.
    """
    raise NotImplementedError
