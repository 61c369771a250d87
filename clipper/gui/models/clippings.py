"""The list's model: what is being fetched on top, then the ids of an answer, their rows loaded as they are seen."""

from __future__ import annotations  # types only: the model is not imported before the first paint

from collections.abc import Iterable, Sequence
from enum import IntEnum
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

if TYPE_CHECKING:
    from clipper.answers import Answer, Hit
    from clipper.model import Changes, IntakeRow

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()

IDS_FORMAT = "application/x-clipper-ids"
# Rows asked for at once: two screens; a job for each row would cost more than the rows.
WINDOW = 60
# Rows kept: some 4 KB each with snippet and marks.
MOST_KEPT = 3000


class Role(IntEnum):
    """Named roles beside Qt's own."""

    ID = Qt.ItemDataRole.UserRole + 1
    HIT = Qt.ItemDataRole.UserRole + 2
    INTAKE = Qt.ItemDataRole.UserRole + 3


class ClippingListModel(QAbstractListModel):
    """Rows over frozen values. rows_wanted: ids that somebody looks at and that are not loaded; answer by set_hits."""

    rows_wanted = Signal(tuple)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: tuple[IntakeRow, ...] = ()
        self._ids: list[int] = []
        self._hits: dict[int, Hit] = {}
        self._stale: set[int] = set()
        self._asked: set[int] = set()
        self._missing: list[int] = []
        self._ask = QTimer(self)
        self._ask.setSingleShot(True)
        self._ask.setInterval(0)
        self._ask.timeout.connect(self._ask_for_rows)

    # -- what the list shows

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._waiting) + len(self._ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < self.rowCount():
            return None
        place = index.row() - len(self._waiting)
        if place < 0:
            return self._waiting_data(self._waiting[index.row()], role)
        id = self._ids[place]
        if role == Role.ID:
            return id
        if role in (Role.HIT, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            hit = self._hit(place)
            if role == Role.HIT:
                return hit
            return hit.clipping.title if hit is not None else ""
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self._description(id)
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(self._doubts(id)) or None
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        if index.row() >= len(self._waiting):
            flags |= Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        return flags

    def mimeTypes(self) -> list[str]:
        return ["text/uri-list", "text/plain", IDS_FORMAT]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        ids = [id for index in indexes if (id := index.data(Role.ID)) is not None]
        urls = [self._hits[id].clipping.url for id in ids if id in self._hits]
        found = [url for url in urls if url]
        mime = QMimeData()
        mime.setData(IDS_FORMAT, " ".join(map(str, ids)).encode())
        if found:
            mime.setData("text/uri-list", "".join(f"{url}\r\n" for url in found).encode())
            mime.setText("\n".join(found))
        return mime

    # -- what the window asks

    def ids(self) -> tuple[int, ...]:
        """Give the ids of all clippings in the list, in order."""
        return tuple(self._ids)

    def hit(self, id: int) -> Hit | None:
        """Give a row that is loaded."""
        return self._hits.get(id)

    def row_of(self, id: int) -> int | None:
        """Give the row of a clipping."""
        rows = self.rows_of((id,))
        return rows[0] if rows else None

    def rows_of(self, ids: Iterable[int]) -> tuple[int, ...]:
        """Give the rows of clippings that are in the list, in the list's order."""
        wanted = set(ids)
        return tuple(row for row, id in enumerate(self._ids, len(self._waiting)) if id in wanted) if wanted else ()

    def ids_between(self, first: int, last: int) -> tuple[int, ...]:
        """Give the ids of the clippings in rows first to last, both included."""
        above = len(self._waiting)
        return tuple(self._ids[max(0, first - above) : max(0, last - above + 1)])

    # -- what the window sets

    def set_waiting(self, rows: Iterable[IntakeRow]) -> None:
        """Show what waits to be fetched, on top."""
        new = tuple(row for row in rows if row.state == "waiting")
        if new == self._waiting:
            return
        from clipper.gui.models.difference import Insert, difference  # no rows come before the first paint

        changes = difference([row.id for row in self._waiting], [row.id for row in new])
        by_id = {row.id: row for row in new}
        for change in changes if changes is not None else ():
            if isinstance(change, Insert):
                self.beginInsertRows(ROOT, change.at, change.at + len(change.ids) - 1)
                rows_in = tuple(by_id[id] for id in change.ids)
                self._waiting = (*self._waiting[: change.at], *rows_in, *self._waiting[change.at :])
                self.endInsertRows()
            else:
                self.beginRemoveRows(ROOT, change.first, change.last)
                self._waiting = (*self._waiting[: change.first], *self._waiting[change.last + 1 :])
                self.endRemoveRows()
        if changes is None:
            self.beginResetModel()
            self._waiting = new
            self.endResetModel()
        elif new:
            self._waiting = new
            self.dataChanged.emit(self.index(0), self.index(len(new) - 1))

    def set_answer(self, answer: Answer, *, same_query: bool) -> bool:
        """Show what a search found; say whether the rows were changed in place (the selection stands).

        same_query: snippets loaded before still hold, until their clippings change.
        """
        from clipper.gui.models.difference import Insert, difference  # as above

        if not same_query:
            self._stale.update(self._hits)
        self._asked.clear()
        changes = difference(self._ids, answer.ids)
        if changes is None:
            self.beginResetModel()
            self._ids = list(answer.ids)
            self._keep(answer.hits)
            self.endResetModel()
            return False
        self._keep(answer.hits)
        for change in changes:
            first = len(self._waiting)
            if isinstance(change, Insert):
                first += change.at
                self.beginInsertRows(ROOT, first, first + len(change.ids) - 1)
                self._ids[change.at : change.at] = change.ids
                self.endInsertRows()
            else:
                self.beginRemoveRows(ROOT, first + change.first, first + change.last)
                del self._ids[change.first : change.last + 1]
                self.endRemoveRows()
        self._repaint()
        return True

    def set_hits(self, hits: Iterable[Hit]) -> None:
        """Take in rows that were asked for."""
        loaded = tuple(hits)
        self._keep(loaded)
        self._asked.difference_update(hit.clipping.id for hit in loaded)
        if loaded:
            self._repaint()

    def touch(self, changes: Changes) -> None:
        """Load rows anew that a write has changed; the old ones stand until the new ones are there."""
        touched = changes.clippings.intersection(self._hits)
        if touched:
            self._stale |= touched
            self._asked -= touched
            self._repaint()

    # -- made of

    def _hit(self, place: int) -> Hit | None:
        id = self._ids[place]
        if (id not in self._hits or id in self._stale) and id not in self._asked:
            self._missing.append(place)
            if not self._ask.isActive():
                self._ask.start()
        return self._hits.get(id)

    def _ask_for_rows(self) -> None:
        places, self._missing = self._missing, []
        wanted: list[int] = []
        for place in sorted(set(places)):
            first = max(0, place - WINDOW // 4)
            for id in self._ids[first : first + WINDOW]:
                if (id not in self._hits or id in self._stale) and id not in self._asked:
                    self._asked.add(id)
                    wanted.append(id)
        if wanted:
            self.rows_wanted.emit(tuple(wanted))

    def _keep(self, hits: Iterable[Hit]) -> None:
        for hit in hits:
            self._hits.pop(hit.clipping.id, None)
            self._hits[hit.clipping.id] = hit
            self._stale.discard(hit.clipping.id)
        while len(self._hits) > MOST_KEPT:
            oldest = next(iter(self._hits))
            del self._hits[oldest]
            self._stale.discard(oldest)

    def _repaint(self) -> None:
        if self._ids:
            first = len(self._waiting)
            self.dataChanged.emit(self.index(first), self.index(first + len(self._ids) - 1))

    def _waiting_data(self, row: IntakeRow, role: int) -> Any:
        if role == Role.INTAKE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return label(row)
        return None

    def _description(self, id: int) -> str:
        hit = self._hits.get(id)
        if hit is None:
            return ""
        clipping = hit.clipping
        parts = (clipping.site or "", (clipping.date or "")[:10], ", ".join(clipping.authors), ", ".join(clipping.tags))
        return " · ".join(part for part in (*parts, *self._doubts(id)) if part)

    def _doubts(self, id: int) -> list[str]:
        """Give what the sign of doubt in a row stands for."""
        hit = self._hits.get(id)
        if hit is None or not hit.clipping.flags:
            return []
        from clipper.gui import sentences  # 8 ms of words that hardly a row needs, before the first paint

        return [sentences.flag(code)[0] for code in hit.clipping.flags]


def label(row: IntakeRow) -> str:
    """Give the name of what waits: its title, else its address or file."""
    request = row.request
    if request.title:
        return request.title
    if request.path and not request.url:
        return request.path.replace("\\", "/").rpartition("/")[2]
    address = request.url or request.given
    return unquote(address.removeprefix("https://").removeprefix("http://"))
