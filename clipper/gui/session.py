"""What the window remembers from one day to the next: place, size, panes, view, search, selection."""

from __future__ import annotations  # types only: the model is not imported before the first paint

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QCryptographicHash, QSettings

from clipper.settings import config_folder

if TYPE_CHECKING:
    from clipper.model import Sort, View


VIEWS = ("all", "unread", "starred", "untagged", "doubtful", "trash")
SORTS = ("relevance", "newest", "oldest", "added")


@dataclass(frozen=True, slots=True)
class Session:
    """geometry, outer, inner: Qt's own bytes, empty where none were kept. sort None: as the query has it.

    At the first start what was just clipped stands on top.
    """

    geometry: bytes = b""
    outer: bytes = b""
    inner: bytes = b""
    sidebar: bool = True
    view: View = "all"
    tag: str | None = None
    query: str = ""
    sort: Sort | None = None
    selected: tuple[int, ...] = ()
    closed_tags: tuple[str, ...] = ()
    export_folder: str = ""
    saved: str | None = None


def file(library: Path) -> Path:
    """Give the file of a library's session: each library has its own."""
    digest = QCryptographicHash.hash(str(library.resolve()).encode(), QCryptographicHash.Algorithm.Sha256)
    name = bytes(digest.toHex().data()).decode()[:12]
    return config_folder() / f"window-{name}.ini"


def load(path: Path) -> Session:
    """Read a session. Never fails: what cannot be read is as at the first start."""
    kept = QSettings(str(path), QSettings.Format.IniFormat)
    view, sort = str(kept.value("view", "all")), str(kept.value("sort", ""))
    return Session(
        geometry=_bytes(kept.value("geometry")),
        outer=_bytes(kept.value("outer")),
        inner=_bytes(kept.value("inner")),
        sidebar=str(kept.value("sidebar", "true")) == "true",
        view=view if view in VIEWS else "all",  # type: ignore[arg-type]
        tag=str(kept.value("tag", "")) or None,
        query=str(kept.value("query", "")),
        sort=sort if sort in SORTS else None,  # type: ignore[arg-type]
        selected=tuple(int(id) for id in str(kept.value("selected", "")).split() if id.isdigit()),
        closed_tags=tuple(tag for tag in str(kept.value("closed_tags", "")).split("\n") if tag),
        export_folder=str(kept.value("export_folder", "")),
        saved=str(kept.value("saved", "")) or None,
    )


def save(session: Session, path: Path) -> None:
    """Write a session; where it cannot be written, the next start is like the first."""
    path.parent.mkdir(parents=True, exist_ok=True)
    kept = QSettings(str(path), QSettings.Format.IniFormat)
    kept.setValue("geometry", QByteArray(session.geometry))
    kept.setValue("outer", QByteArray(session.outer))
    kept.setValue("inner", QByteArray(session.inner))
    kept.setValue("sidebar", "true" if session.sidebar else "false")
    kept.setValue("view", session.view)
    kept.setValue("tag", session.tag or "")
    kept.setValue("query", session.query)
    kept.setValue("sort", session.sort or "")
    kept.setValue("selected", " ".join(map(str, session.selected)))
    kept.setValue("closed_tags", "\n".join(session.closed_tags))
    kept.setValue("export_folder", session.export_folder)
    kept.setValue("saved", session.saved or "")
    kept.sync()


def _bytes(value: Any) -> bytes:
    return bytes(value.data()) if isinstance(value, QByteArray) else b""
