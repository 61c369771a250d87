"""The rows of the activity panel: running jobs, what waits, what failed and why, what was known already."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Literal

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from clipper.answers import Outcome
from clipper.gui import sentences
from clipper.gui.counted import Counted
from clipper.gui.models.difference import Insert, difference
from clipper.model import IntakeRow, Request
from clipper.progress import Step

Deed = Literal["retry", "dismiss", "stop", "show", "again", "close"]
Kind = Literal["job", "waiting", "failed", "known", "said"]
MOST_OUTCOMES = 200
Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What a row holds."""

    ROW = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """One row. id: its own number among all rows. of: numbers of the job, intake rows or clippings it stands for.

    done, total: how far a job is (total None: unknown).
    """

    id: int
    kind: Kind
    title: str
    text: str
    deeds: tuple[Deed, ...]
    of: tuple[int, ...] = ()
    done: int = 0
    total: int | None = None
    failed: bool = False


class ActivityModel(QAbstractListModel):
    """Jobs first, then what waits, what failed, and what is worth a word."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[ActivityRow, ...] = ()
        self._jobs: dict[int, ActivityRow] = {}
        self._intake: tuple[ActivityRow, ...] = ()
        self._told: dict[int, ActivityRow] = {}
        self._count = 0

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Give how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a row, or its words."""
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == Role.ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return "\n".join(filter(None, (row.title, row.text)))
        return None

    @property
    def rows(self) -> tuple[ActivityRow, ...]:
        """All rows in order."""
        return self._rows

    def of(self, kind: Kind) -> tuple[int, ...]:
        """Give the numbers that all rows of one kind stand for."""
        return tuple(number for row in self._rows if row.kind == kind for number in row.of)

    def start_job(self, number: int, title: str, *, stoppable: bool) -> None:
        """Add a running job."""
        self._jobs[number] = ActivityRow(number * 3, "job", title, "", ("stop",) if stoppable else (), (number,))
        self._refresh()

    def step_job(self, number: int, step: Step) -> None:
        """Move a job on."""
        job = self._jobs.get(number)
        if job is not None:
            self._jobs[number] = replace(job, text=sentences.step(step), done=step.done, total=step.total)
            self._refresh()

    def end_job(self, number: int) -> None:
        """Take a job away."""
        if self._jobs.pop(number, None) is not None:
            self._refresh()

    def set_intake(self, rows: Sequence[IntakeRow]) -> None:
        """Take in what the library's intake holds. What waits is one row, each failure has its own."""
        waiting = tuple(row.id for row in rows if row.state == "waiting")
        made = [_failed(row) for row in rows if row.state == "failed"]
        if waiting:
            deeds: tuple[Deed, ...] = () if self._jobs else ("retry", "dismiss")
            made.insert(0, ActivityRow(-1, "waiting", Counted().waiting(len(waiting)), "", deeds, waiting))
        self._intake = tuple(made)
        self._refresh()

    def add_outcomes(self, outcomes: Sequence[Outcome]) -> None:
        """Add outcomes that are worth a word; a clipping has one row at most."""
        for outcome in outcomes:
            worth = outcome.outcome == "known" or outcome.differs or outcome.flags
            if outcome.outcome == "failed" or not worth or outcome.id is None:
                continue
            for number in [number for number, row in self._told.items() if row.of == (outcome.id,)]:
                del self._told[number]
            title = sentences.plain(outcome.title or outcome.url or outcome.given)
            self._tell("known", title, sentences.outcome(outcome), ("show", "again", "close"), (outcome.id,))
        self._refresh()

    def say(self, text: str, *, failed: bool) -> None:
        """Add a sentence."""
        self._tell("said", sentences.plain(text, 400), "", ("close",), (), failed=failed)
        self._refresh()

    def close(self, ids: Sequence[int]) -> None:
        """Take told rows away."""
        for number in ids:
            self._told.pop(number, None)
        self._refresh()

    def _tell(
        self, kind: Kind, title: str, text: str, deeds: tuple[Deed, ...], of: tuple[int, ...], *, failed: bool = False
    ) -> None:
        self._count += 1
        number = self._count * 3 + 2
        self._told[number] = ActivityRow(number, kind, title, text, deeds, of, failed=failed)
        while len(self._told) > MOST_OUTCOMES:
            del self._told[next(iter(self._told))]

    def _refresh(self) -> None:
        rows = (*self._jobs.values(), *self._intake, *reversed(self._told.values()))
        before = self._rows
        changes = difference([row.id for row in before], [row.id for row in rows])
        if changes is None:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        self._change(rows, changes)
        known = {row.id: row for row in before}
        for place, row in enumerate(rows):
            if known.get(row.id, row) != row:
                self.dataChanged.emit(self.index(place), self.index(place))

    def _change(self, rows: tuple[ActivityRow, ...], changes: Sequence[object]) -> None:
        by_id = {row.id: row for row in rows}
        there = [by_id.get(row.id, row) for row in self._rows]
        for change in changes:
            if isinstance(change, Insert):
                self.beginInsertRows(QModelIndex(), change.at, change.at + len(change.ids) - 1)
                there[change.at : change.at] = [by_id[id] for id in change.ids]
                self._rows = tuple(there)
                self.endInsertRows()
            else:
                first, last = change.first, change.last  # type: ignore[attr-defined]
                self.beginRemoveRows(QModelIndex(), first, last)
                del there[first : last + 1]
                self._rows = tuple(there)
                self.endRemoveRows()
        self._rows = rows


def name(request: Request) -> str:
    """Give what was handed in a name: its title, its address, or the name of the file."""
    path = (request.path or "").replace("\\", "/").rsplit("/", 1)[-1]
    return sentences.plain(request.title or request.url or path or request.given)


def _failed(row: IntakeRow) -> ActivityRow:
    text = "" if row.fault is None else sentences.fault(row.fault)
    return ActivityRow(row.id * 3 + 1, "failed", name(row.request), text, ("retry", "dismiss"), (row.id,), failed=True)
