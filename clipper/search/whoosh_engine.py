"""The Whoosh engine: makes, opens and sets aside the index folder. Importing this file imports Whoosh (0.3 to 0.5 s).

An index is opened only if its marker says that we wrote it for this library.
"""

from pathlib import Path

from clipper.search.protocol import SearchIndex


def open_index(folder: Path, identity: str) -> SearchIndex:
    """Open the index in folder. identity: what create_index was given; never shared with another library.

    A copy of the whole library folder brings its index along: where that must count as foreign, let identity hold
    something that does not lie in the folder (a secret of the user's). Raise SearchError: missing (no index there),
    foreign (no marker of ours, or of another identity; nothing in it was opened), damaged (also one of another format).
    """
    raise NotImplementedError


def create_index(folder: Path, identity: str) -> SearchIndex:
    """Make an empty index in folder (made where missing; what else lies there stays). position() is 0.

    Raise SearchError(foreign) where there is an index already, SearchError(damaged) where it cannot be written.
    """
    raise NotImplementedError


def set_aside(folder: Path) -> Path | None:
    """Move an index that cannot be used to a name beside it and give that; None where there was nothing.

    An older one set aside is deleted first. Raises OSError.
    """
    raise NotImplementedError
