"""The Whoosh engine: makes, opens and sets aside the index folder. Importing this file imports Whoosh and numpy.

An index is opened only if its marker says that we wrote it for this library. What the engine does: whoosh_index.py.
"""

import json
import os
import secrets
import shutil
from contextlib import suppress
from pathlib import Path

from clipper.errors import SearchError
from clipper.search.protocol import SearchIndex
from clipper.search.whoosh_index import WhooshIndex
from clipper.search.whoosh_writer import EXTENSION, FORMAT, Contents, Index, flush, locked, refused

MARKER = "clipper-index.json"
_ASIDE = ".broken"


def open_index(folder: Path, identity: str) -> SearchIndex:
    """Open the index in folder. identity: what create_index was given; never shared with another library.

    A copy of the whole library folder brings its index along: where that must count as foreign, let identity hold
    something that does not lie in the folder (a secret of the user's). Raise SearchError: missing (no index there),
    foreign (no marker of ours, or of another identity; nothing in it was opened), damaged (also one of another format).
    """
    engine = WhooshIndex(folder, folder / MARKER, _read_marker(folder, identity))
    try:
        engine.position()
    except SearchError as error:
        if error.code == "missing":  # marked, but without contents
            raise SearchError("damaged", path=str(folder)) from error
        raise
    return engine


def create_index(folder: Path, identity: str) -> SearchIndex:
    """Make an empty index in folder (made where missing; what else lies there stays). position() is 0.

    Raise SearchError(foreign) where there is an index already, SearchError(locked) while somebody else makes it,
    SearchError(unwritable) where it cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with locked(folder):
            if (folder / MARKER).exists() or _has_files(folder):
                raise SearchError("foreign", path=str(folder))
            # The marker first: whoever looks in between finds no index yet, and not one that nobody marked.
            marker = {"format": FORMAT, "identity": identity, "random": secrets.token_hex(16)}
            path = folder / MARKER
            path.write_text(json.dumps(marker), encoding="utf-8")
            flush(path)
            Index(folder).write_contents(Contents(0, 0, []))
    except FileNotFoundError as error:  # another process has set the folder aside
        raise SearchError("locked", path=str(folder)) from error
    except OSError as error:
        raise refused(error, folder) from error
    return open_index(folder, identity)


def set_aside(folder: Path, *, identity: str | None = None) -> Path | None:
    """Move an index that cannot be used to a name beside it and give that; None where there was nothing.

    An older one set aside is deleted first. identity: leave one that can be used with it, which another process has
    made anew. Raises OSError, and SearchError(locked) while somebody writes to it: that commit would name files that
    are gone.
    """
    aside = folder.with_name(folder.name + _ASIDE)
    try:
        if aside.is_dir() and not aside.is_symlink():
            shutil.rmtree(aside)
        else:
            aside.unlink(missing_ok=True)
        if folder.is_dir():
            with suppress(IsADirectoryError), locked(folder):  # a folder in the lock's place is held by nobody
                if identity is not None and _is_usable(folder, identity):
                    return None
                if os.name != "nt":  # Windows moves no folder in which a file is open: the lock is let go of first
                    folder.rename(aside)
                    return aside
        folder.rename(aside)
    except FileNotFoundError:  # another process was quicker
        return None
    return aside


def _is_usable(folder: Path, identity: str) -> bool:
    """Tell whether an index can be used, by all check sums; so is none where nothing has been written yet."""
    try:
        engine = open_index(folder, identity)
        engine.check(())
        engine.close()
    except SearchError as error:
        return error.code == "missing"
    return True


def _has_files(folder: Path) -> bool:
    """Tell whether a folder has files of an index."""
    return any(path.suffix in (".toc", EXTENSION) for path in folder.iterdir())


def _read_marker(folder: Path, identity: str) -> bytes:
    path = folder / MARKER
    try:
        written = path.read_bytes()
        marker = json.loads(written)
    except FileNotFoundError as error:
        code = "foreign" if folder.is_dir() and _has_files(folder) else "missing"
        raise SearchError(code, path=str(folder)) from error
    except (OSError, ValueError) as error:
        raise SearchError("foreign", path=str(path)) from error
    if not isinstance(marker, dict) or marker.get("identity") != identity:
        raise SearchError("foreign", path=str(folder))
    if marker.get("format") != FORMAT:
        raise SearchError("damaged", f"format {marker.get('format')}", path=str(folder))
    return written
