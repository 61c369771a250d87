"""Whether all is well, and the sweeping of files that no row names."""

from clipper.answers import Problem
from clipper.progress import Progress
from clipper.store.database import Database


def check(database: Database, progress: Progress) -> tuple[Problem, ...]:
    """Look through the library; changes nothing.

    Kinds: database (integrity_check), reference (foreign keys), text_digest, html_digest (id: clipping), list_row (a
    list row is not what its article says), missing_file, capture_digest, picture_digest (id: clipping where one names
    it, path: in the library), orphan_file (path). Raise Cancelled.
    """
    raise NotImplementedError


def sweep(database: Database) -> int:
    """Remove captures, pictures and thumbnails that no row names, older than an hour; give how many.

    Files from before a safety copy was put back stay: they may be of clippings that only the damaged database knows.
    """
    raise NotImplementedError
