"""A folder -> the Requests of its files, in name order, depth first."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from clipper.errors import SourceError
from clipper.model import Request
from clipper.sources.files import KNOWN, read

MAX_NAMED = 10
MAX_DEPTH = 100

_RESOURCE_ENDINGS = (
    *("_files", "-dateien", "_dateien", "_fichiers", "_archivos", "_bestanden", "_file", "_ficheiros", "_arquivos"),
    *("_soubory", "_pliki", "-filer", "_filer", ".files"),
)
"""Endings of the folder that a browser puts beside a saved page, in the user's language."""


def requests(folder: Path, *, tags: Sequence[str], ignored: Counter[str]) -> Iterator[Request]:
    """Read the files of a folder and of those in it. Hidden ones and the resources of saved pages are passed over.

    A file of a format that is not known is passed over, too; one that is known and cannot be read is named at the end.
    Raise SourceError(empty) where there is nothing to clip.
    """
    bad: list[SourceError] = []
    count = 0
    for path in _files(folder, set(), bad):
        try:
            for request in read(path, given=str(path), tags=tags, ignored=ignored):
                count += 1
                yield request
        except SourceError as error:
            # Notes and the like lie beside pages; only a list that was begun is a list.
            if error.code not in ("not_a_known_format", "empty"):
                bad.append(error)
        except OSError as error:
            bad.append(_unreadable(path, error))
    if bad:
        names = ", ".join(Path(error.path or "").name for error in bad[:MAX_NAMED])
        more = f" (+{len(bad) - MAX_NAMED})" if len(bad) > MAX_NAMED else ""
        raise SourceError(bad[0].code, names + more, path=str(folder))
    if count == 0:
        raise SourceError("empty", path=str(folder))


def _files(folder: Path, above: set[tuple[int, int]], bad: list[SourceError]) -> Iterator[Path]:
    """Give files of known formats. above: the folders on the way here, so that no link leads round in a circle."""
    try:
        about = folder.stat()
        entries = sorted(folder.iterdir(), key=lambda path: path.name)
    except OSError as error:
        bad.append(_unreadable(folder, error))
        return
    here = (about.st_dev, about.st_ino)
    if here in above:
        return
    if len(above) > MAX_DEPTH:
        bad.append(SourceError("damaged", path=str(folder)))
        return
    names = {path.name for path in entries}
    for path in entries:
        if path.name.startswith("."):
            continue
        if path.is_dir():
            if not _is_resources(path.name, names):
                yield from _files(path, above | {here}, bad)
        elif path.is_file() and path.suffix and path.suffix.lower() in KNOWN:
            yield path


def _is_resources(name: str, beside: set[str]) -> bool:
    low = name.lower()
    if low.endswith("_files"):
        return True
    stems = [name[: -len(ending)] for ending in _RESOURCE_ENDINGS if low.endswith(ending)]
    return any(stem + ending in beside for stem in stems for ending in (".html", ".htm", ".xhtml"))


def _unreadable(path: Path, error: OSError) -> SourceError:
    return SourceError("damaged", error.strerror or str(error), path=str(path))
