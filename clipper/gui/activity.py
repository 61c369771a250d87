"""The activity panel: running jobs with progress and Stop, what failed with its reason and Retry, what was known."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from clipper.answers import Outcome
from clipper.gui import icons
from clipper.gui.activitydelegate import ActivityDelegate
from clipper.gui.counted import Counted
from clipper.gui.models.activity import ActivityModel, ActivityRow, Deed, Role
from clipper.gui.theme import Theme
from clipper.model import IntakeRow
from clipper.progress import Step


class ActivityList(QListView):
    """The rows. Return does a row's first deed, Delete dismisses; the menu key offers all of them."""

    done = Signal(object, str)  # ActivityRow, deed

    def __init__(self, model: ActivityModel, delegate: ActivityDelegate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delegate = delegate
        self.setModel(model)
        self.setItemDelegate(delegate)
        delegate.setParent(self)
        delegate.done.connect(self.done)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        # Rows differ in height, so each is measured: a thousand failures at once would stop the window for a moment.
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(40)
        model.dataChanged.connect(self._measure)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._offer)
        self.setAcceptDrops(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on the current row by keyboard."""
        row = self._current()
        if row is not None and row.deeds and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.done.emit(row, row.deeds[0])
        elif row is not None and row.deeds and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.done.emit(row, row.deeds[-1])
        else:
            super().keyPressEvent(event)

    def _measure(self, first: QModelIndex) -> None:
        row = first.data(Role.ROW)
        if isinstance(row, ActivityRow) and row.kind != "job":  # a job's step never changes its height
            self.scheduleDelayedItemsLayout()

    def _current(self) -> ActivityRow | None:
        row = self.currentIndex().data(Role.ROW)
        return row if isinstance(row, ActivityRow) else None

    def _offer(self, place: QPoint) -> None:
        index = self.indexAt(place)
        row = (index if index.isValid() else self.currentIndex()).data(Role.ROW)
        if not isinstance(row, ActivityRow) or not row.deeds:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for deed in row.deeds:
            action = menu.addAction(self._delegate.word(deed))
            action.triggered.connect(lambda _checked=False, row=row, deed=deed: self.done.emit(row, deed))
        menu.popup(self.viewport().mapToGlobal(place))


class ActivityPanel(QWidget):
    """Shows jobs and outcomes; decides nothing. Numbers of jobs are the caller's own."""

    retry_asked = Signal(tuple)  # numbers of intake rows
    dismiss_asked = Signal(tuple)  # numbers of intake rows
    stop_asked = Signal(int)  # number of a job
    show_asked = Signal(int)  # a clipping
    fetch_again_asked = Signal(tuple)  # clippings
    attention_changed = Signal(int)  # how many failures wait for the user
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ActivityModel(self)
        self._failures = 0
        self.list = ActivityList(self.model, ActivityDelegate(theme), self)
        self.list.setAccessibleName(self.tr("Activity"))
        self.list.done.connect(self._do)
        self._title = QLabel(self.tr("Activity"), self)
        self._title.setFont(theme.font("strong"))
        self._close = QToolButton(self)
        self._close.setIcon(icons.icon(theme, "close"))
        self._close.setIconSize(QSize(16, 16))
        self._close.setToolTip(self.tr("Close"))
        self._close.setAccessibleName(self.tr("Close the activity panel"))
        self._close.clicked.connect(self.closed)
        self._retry_all = QPushButton(self.tr("Retry all"), self)
        self._retry_all.clicked.connect(self._retry)
        self._dismiss_all = QPushButton(self.tr("Dismiss all"), self)
        self._dismiss_all.clicked.connect(self._dismiss)
        self._clear = QPushButton(self.tr("Clear messages"), self)
        self._clear.clicked.connect(self._close_told)
        self._nothing = QLabel(self.tr("Nothing is running, and nothing waits for you."), self)
        self._nothing.setObjectName("quiet")
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lay_out()
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setFocusProxy(self.list)
        self._settle()

    @property
    def failures(self) -> int:
        """How many things handed in failed and wait for the user."""
        return self._failures

    def start_job(self, number: int, title: str, *, stoppable: bool = True) -> None:
        """Show a running job."""
        self.model.start_job(number, title, stoppable=stoppable)
        self._settle()

    def step_job(self, number: int, step: Step) -> None:
        """Show how far a job is. An unknown number is ignored."""
        self.model.step_job(number, step)

    def end_job(self, number: int) -> None:
        """Take a job away: done, stopped or failed."""
        self.model.end_job(number)
        self._settle()

    def set_intake(self, rows: Sequence[IntakeRow]) -> None:
        """Show what waits and what failed, as the library has it."""
        self.model.set_intake(rows)
        self._settle()

    def add_outcomes(self, outcomes: Sequence[Outcome]) -> None:
        """Show outcomes worth a word: known already, added with a flag, kept twice. Failures come by set_intake."""
        self.model.add_outcomes(outcomes)
        self._settle()

    def say(self, text: str, *, failed: bool = False) -> None:
        """Show one plain sentence (an export done, a library's warning) until it is dismissed."""
        self.model.say(text, failed=failed)
        self._settle()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 8, 6)
        head.addWidget(self._title, 1)
        head.addWidget(self._close)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 8, 16, 12)
        foot.setSpacing(8)
        for button in (self._retry_all, self._dismiss_all, self._clear):
            foot.addWidget(button)
        foot.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(self._nothing, 1)
        box.addWidget(self.list, 1)
        box.addLayout(foot)
        self.setMinimumWidth(280)

    def _settle(self) -> None:
        failed = len(self.model.of("failed"))
        told = any(row.kind in ("known", "said") for row in self.model.rows)
        self._retry_all.setVisible(failed > 1)
        self._dismiss_all.setVisible(failed > 1)
        self._clear.setVisible(told and failed <= 1)
        self._nothing.setVisible(not self.model.rows)
        self.list.setVisible(bool(self.model.rows))
        shown = self.tr("Activity")
        self._title.setText(f"{shown} · {Counted().failures(failed)}" if failed else shown)
        if failed != self._failures:
            self._failures = failed
            self.attention_changed.emit(failed)

    def _do(self, row: ActivityRow, deed: Deed) -> None:
        if deed == "retry":
            self.retry_asked.emit(row.of)
        elif deed == "dismiss":
            self.dismiss_asked.emit(row.of)
        elif deed == "stop":
            self.stop_asked.emit(row.of[0])
        elif deed == "show":
            self.show_asked.emit(row.of[0])
        elif deed == "again":
            self.fetch_again_asked.emit(row.of)
        if deed in ("again", "close"):
            self.model.close((row.id,))
            self._settle()

    def _retry(self) -> None:
        self.retry_asked.emit(self.model.of("failed"))

    def _dismiss(self) -> None:
        self.dismiss_asked.emit(self.model.of("failed"))

    def _close_told(self) -> None:
        self.model.close([row.id for row in self.model.rows if row.kind in ("known", "said")])
        self._settle()
