"""Safety copies of the database: one a day, the newest seven, and putting one back."""

from pathlib import Path

from clipper.answers import SafetyCopy
from clipper.progress import Progress
from clipper.store.database import Database


def daily(database: Database, progress: Progress) -> SafetyCopy | None:
    """Make today's copy (UTC) where there is none; keep the newest seven. None: it is there already, or read-only.

    Raise LibraryError(full, ...), DamagedError, Cancelled (then nothing of it is left).
    """
    raise NotImplementedError


def copies(folder: Path) -> tuple[SafetyCopy, ...]:
    """Give the copies in a library folder that can be read, the newest first. The library need not be open."""
    raise NotImplementedError


def restore(folder: Path, copy: SafetyCopy) -> Path:
    """Set the database of a library aside and put a copy in its place; the index is dropped. Give what was set aside.

    The library must not be open. Raise DamagedError where the copy is no good (nothing is touched then), LibraryError.
    """
    raise NotImplementedError
