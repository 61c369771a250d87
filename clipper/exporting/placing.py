"""A file appears whole or not at all: written beside its target, flushed, moved in. Foreign errors become ours."""

import contextlib
import errno
import os
import re
import secrets
import time
from collections.abc import Iterator
from pathlib import Path

from clipper.errors import ExportError

_FULL = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})
_READ_ONLY = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_NO_FOLDER = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ELOOP})

_OURS = re.compile(r"\.clipper-[0-9a-f]{12}\.new")
_LEFT_S = 3600.0


def export_error(error: OSError, path: Path) -> ExportError:
    """Turn an error of the file system into ours."""
    if error.errno in _FULL:
        code = "full"
    elif error.errno in _READ_ONLY:
        code = "read_only"
    elif error.errno in _NO_FOLDER:
        code = "no_folder"
    elif error.errno == errno.EEXIST:
        code = "exists"
    else:
        code = "failed"
    return ExportError(code, error.strerror or type(error).__name__, path=str(path))


def check(target: Path, *, overwrite: bool) -> None:
    """Raise ExportError where target cannot be written for a reason that can be seen beforehand."""
    try:
        has_parent, is_folder = target.parent.is_dir(), target.is_dir()
    except OSError as error:  # too long for a name
        raise export_error(error, target) from error
    if not has_parent:
        raise ExportError("no_folder", path=str(target.parent))
    if is_folder or (not overwrite and os.path.lexists(target)):
        raise ExportError("exists", path=str(target))


@contextlib.contextmanager
def beside(target: Path) -> Iterator[Path]:
    """Give a free name in target's folder; what is left there at the end is removed."""
    new = target.parent / f".clipper-{secrets.token_hex(6)}.new"
    try:
        yield new
    finally:
        with contextlib.suppress(OSError):
            new.unlink(missing_ok=True)


def sweep(folder: Path) -> None:
    """Remove what exports that were killed left in a folder more than an hour ago."""
    with contextlib.suppress(OSError):  # it stays, and is in nobody's way
        for left in folder.glob(".clipper-*.new"):
            old = left.lstat().st_mtime < time.time() - _LEFT_S
            if old and _OURS.fullmatch(left.name) and left.is_file() and not left.is_symlink():
                left.unlink()


def move_in(new: Path, target: Path, *, overwrite: bool) -> None:
    """Move a flushed file to its target in one step, and flush the folder. Raise ExportError(exists), OSError."""
    if overwrite:
        new.replace(target)
    else:
        _link_in(new, target)
    _flush_folder(target.parent)


def _link_in(new: Path, target: Path) -> None:
    """Move without replacing what another program has put there meanwhile."""
    try:
        target.hardlink_to(new)
    except FileExistsError as error:
        raise ExportError("exists", path=str(target)) from error
    except OSError:  # FAT and some network folders know no links
        if os.path.lexists(target):
            raise ExportError("exists", path=str(target)) from None
        new.replace(target)


def _flush_folder(folder: Path) -> None:
    if os.name != "posix":  # Windows cannot open a folder, and needs no flush
        return
    with contextlib.suppress(OSError):  # some network folders refuse; the file itself is on the disk
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
