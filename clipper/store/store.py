"""The library folder opened: the database and the files beside it, handed out as parts."""

from pathlib import Path

from clipper.store.captures import Captures
from clipper.store.changelog import ChangeLog
from clipper.store.clippings import Clippings
from clipper.store.corrections import Corrections
from clipper.store.database import Database
from clipper.store.intake import Intake
from clipper.store.pictures import Pictures
from clipper.store.searching import Searching
from clipper.store.tags import Tags


class Store:
    """SQLite, the truth, with WARC and picture files beside it. Usable from any thread (a connection for each).

    Layout of the folder: library.db, captures/YYYY/MM/*.warc.gz, pictures/ab/<sha256>.<ext>, thumbnails/, index/,
    copies/, changed. What works on the whole of it stands in functions over store.database: safety.daily, backup.back_up,
    check.check, check.sweep; safety.copies, safety.restore and place.unsafe take the folder.
    """

    folder: Path
    read_only: bool
    database: Database
    clippings: Clippings
    tags: Tags
    intake: Intake
    captures: Captures
    pictures: Pictures
    corrections: Corrections
    log: ChangeLog
    searching: Searching

    def __init__(self, folder: Path) -> None:
        """Open, or make, the library in folder; migrate an older one (a copy of the file is set aside first).

        Raise TooNewError (untouched), DamagedError, BusyError, LibraryError(read_only, no_folder, full).
        A read-only folder opens for reading (read_only is True); writing raises LibraryError(read_only).
        """
        raise NotImplementedError

    def close(self) -> None:
        """Close the connections of all threads."""
        raise NotImplementedError
