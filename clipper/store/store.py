"""The library folder opened: the database and the files beside it, handed out as parts."""

from pathlib import Path

from clipper.store.captures import Captures
from clipper.store.changelog import ChangeLog
from clipper.store.clippings import Clippings
from clipper.store.corrections import Corrections
from clipper.store.database import BUSY_S, Database
from clipper.store.intake import Intake
from clipper.store.lacking import LackingPictures
from clipper.store.memory import Memory
from clipper.store.pictures import Pictures
from clipper.store.saved import SavedSearches
from clipper.store.searching import Searching
from clipper.store.tags import Tags


class Store:
    """SQLite, the truth, with WARC and picture files beside it. Usable from any thread (a connection for each).

    Layout of the folder: library.db, captures/YYYY/MM/*.warc.gz, pictures/ab/<sha256>.<ext>, thumbnails/, index/,
    copies/, changed. What works on the whole of it are functions over store.database: safety.daily, backup.back_up,
    check.check, check.sweep; safety.copies, safety.restore and place.unsafe take the folder.
    """

    folder: Path
    database: Database
    clippings: Clippings
    tags: Tags
    intake: Intake
    captures: Captures
    pictures: Pictures
    lacking: LackingPictures
    corrections: Corrections
    memory: Memory
    saved: SavedSearches
    log: ChangeLog
    searching: Searching

    def __init__(self, folder: Path, *, busy_s: float = BUSY_S) -> None:
        """Open, or make, the library in folder; migrate an older one (a copy of the file is set aside first).

        busy_s: how long a write waits for another process. Raise TooNewError (untouched), DamagedError, BusyError,
        LibraryError(read_only, no_folder, full). A read-only folder opens for reading (read_only is True); writing
        raises LibraryError(read_only).
        """
        self.folder = folder
        self.database = database = Database(folder, busy_s=busy_s)
        self.clippings = Clippings(database)
        self.tags = Tags(database)
        self.intake = Intake(database)
        self.captures = Captures(database)
        self.pictures = Pictures(database)
        self.lacking = LackingPictures(database)
        self.corrections = Corrections(database)
        self.memory = Memory(database)
        self.saved = SavedSearches(database)
        self.log = ChangeLog(database)
        self.searching = Searching(database)

    @property
    def read_only(self) -> bool:
        """Whether nothing can be written here."""
        return self.database.read_only

    def close(self) -> None:
        """Close the connections of all threads."""
        self.database.close()
