"""The dialog of the memory: sites at the left, the lines that they repeat at the right. Decides nothing."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from clipper.answers import RepeatedLine, RepeatingSite
from clipper.gui.rowdelegate import RowDelegate, RowRole
from clipper.gui.theme import Theme

WIDTH, HEIGHT, SITES_WIDTH, WORDS_WIDTH = 760, 540, 230, 420
_KEY = Qt.ItemDataRole.UserRole + 2


class MemoryDialog(QDialog):
    """line_toggled(site, line): forget a line, or leave it out again. undone: take the last deed back."""

    line_toggled = Signal(str, str)
    site_forgotten = Signal(str)
    undone = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sites: tuple[RepeatingSite, ...] = ()
        self.setWindowTitle(self.tr("Lines That Sites Repeat"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(WIDTH, HEIGHT)
        self.sites = self._list(self.tr("Sites"), lines=1)
        self.sites.setFixedWidth(SITES_WIDTH)
        self.sites.currentRowChanged.connect(self._show_lines)
        self.lines = self._list(self.tr("Lines"), lines=3)
        self.lines.currentRowChanged.connect(self._weigh)
        self.off = self._quiet(self.tr("This is switched off in the settings: all lines stay in the articles."))
        self.off.hide()
        self.forget_line = self._button(self.tr("Forget Line"))
        self.forget_line.clicked.connect(self._toggle_line)
        self.forget_site = self._button(self.tr("Forget Site"))
        self.forget_site.clicked.connect(self._forget_site)
        self.said = QLabel(self)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.undo = self._button(self.tr("Undo"))
        self.undo.clicked.connect(self.undone)
        self.undo.hide()
        self.undo.setEnabled(False)
        undo_key = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        undo_key.activated.connect(self.undo.click)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._make_lists())
        self._pages.addWidget(self._make_empty())
        self._lay_out()
        theme.changed.connect(self._repaint)

    def show_sites(self, sites: Sequence[RepeatingSite]) -> None:
        """Show the memory; what was chosen stays so where it is still there."""
        site, line = self._chosen_site(), self._chosen_line()
        row = self.lines.currentRow()
        self._sites = tuple(sites)
        self._fill(self.sites, [(one.site, one.site, self._word_on(one), False) for one in sites])
        self._pages.setCurrentIndex(0 if sites else 1)
        self._says.setVisible(bool(sites))
        names = [one.site for one in sites]
        chosen = names.index(site.site) if site is not None and site.site in names else 0
        self.sites.setCurrentRow(min(chosen, len(names) - 1))
        if (shown := self._chosen_site()) is not None and site is not None and shown.site == site.site:
            keys = [one.line for one in shown.lines]
            known = line is not None and line.line in keys
            self.lines.setCurrentRow(keys.index(line.line) if line is not None and known else min(row, len(keys) - 1))
        self._weigh()

    def show_off(self, off: bool) -> None:
        """Say whether the memory is used."""
        self.off.setVisible(off)

    def say(self, text: str, *, can_undo: bool) -> None:
        """Say what was done, with a way back."""
        self.said.setText(self.said.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, WORDS_WIDTH))
        self.undo.setVisible(can_undo)
        self.undo.setEnabled(can_undo)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure the rows anew: they break at the width of the list."""
        super().resizeEvent(event)
        self.lines.scheduleDelayedItemsLayout()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Forget a line by the key that deletes."""
        if event.type() is QEvent.Type.KeyPress and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):  # type: ignore[attr-defined]
            self._toggle_line() if watched is self.lines else self._forget_site()
            return True
        return super().eventFilter(watched, event)

    def _show_lines(self, _row: int = 0) -> None:
        site = self._chosen_site()
        rows = [(one.line, one.text, self._word(one, site), one.spared) for one in site.lines] if site else []
        self._fill(self.lines, rows)
        self.lines.setCurrentRow(0)
        self._weigh()

    def _word_on(self, site: RepeatingSite) -> str:
        return self.tr("%Ln line(s)", "", sum(not line.spared for line in site.lines))

    def _word(self, line: RepeatedLine, site: RepeatingSite) -> str:
        if line.spared:
            return self.tr("Forgotten: stays in the articles")
        stood = (
            self.tr("On {number} of {pages} pages")
            if line.always
            else self.tr("On {number} of {pages} pages; left out only beside the text")
        )
        return stood.format(number=line.pages, pages=site.pages)

    def _weigh(self, _row: int = 0) -> None:
        line = self._chosen_line()
        self.forget_line.setEnabled(line is not None)
        self.forget_site.setEnabled(self._chosen_site() is not None)
        spared = line is not None and line.spared
        self.forget_line.setText(self.tr("Leave Out Again") if spared else self.tr("Forget Line"))

    def _toggle_line(self) -> None:
        site, line = self._chosen_site(), self._chosen_line()
        if site is not None and line is not None:
            self.line_toggled.emit(site.site, line.line)

    def _forget_site(self) -> None:
        if (site := self._chosen_site()) is not None:
            self.site_forgotten.emit(site.site)

    def _chosen_site(self) -> RepeatingSite | None:
        row = self.sites.currentRow()
        return self._sites[row] if 0 <= row < len(self._sites) else None

    def _chosen_line(self) -> RepeatedLine | None:
        site, row = self._chosen_site(), self.lines.currentRow()
        return site.lines[row] if site is not None and 0 <= row < len(site.lines) else None

    def _fill(self, view: QListWidget, rows: Sequence[tuple[str, str, str, bool]]) -> None:
        view.blockSignals(True)
        view.clear()
        for key, text, word, faint in rows:
            item = QListWidgetItem(text, view)
            item.setData(_KEY, key)
            item.setData(RowRole.WORD, word)
            item.setData(RowRole.FAINT, faint)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{text}, {word}")
        view.blockSignals(False)

    def _repaint(self) -> None:
        for view in (self.sites, self.lines):
            view.viewport().update()

    def _list(self, name: str, *, lines: int) -> QListWidget:
        view = QListWidget(self)
        view.setAccessibleName(name)
        view.setObjectName("tags")
        view.setItemDelegate(RowDelegate(self._theme, view, lines=lines))
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setMouseTracking(True)
        view.installEventFilter(self)
        return view

    def _quiet(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setObjectName("quiet")
        label.setWordWrap(True)
        return label

    def _button(self, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        return button

    def _make_lists(self) -> QWidget:
        lists = QWidget(self)
        row = QHBoxLayout(lists)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column, view, button in ((left, self.sites, self.forget_site), (right, self.lines, self.forget_line)):
            column.setSpacing(8)
            column.addWidget(view, 1)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(left)
        row.addLayout(right, 1)
        return lists

    def _make_empty(self) -> QWidget:
        empty = QWidget(self)
        title = QLabel(self.tr("Nothing is repeated yet"), empty)
        title.setFont(self._theme.font("title"))
        words = self._quiet(
            self.tr(
                "Once five pages of a site are in the library, Clipper knows which lines they have in common, and"
                " leaves them out of its articles. They are listed here then."
            )
        )
        words.setFixedSize(WORDS_WIDTH, words.heightForWidth(WORDS_WIDTH))
        column = QVBoxLayout(empty)
        column.addStretch(2)
        for label in (title, words):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        return empty

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Lines That Sites Repeat"), self)
        title.setFont(self._theme.font("title"))
        self._says = self._quiet(
            self.tr(
                "These lines stand on several pages of a site, so they are left out of its articles. The pages are"
                " kept as they were: after a line is forgotten, Extract Again brings it back."
            )
        )
        done = QPushButton(self.tr("Done"), self)
        done.setDefault(True)
        done.clicked.connect(self.accept)
        last = QHBoxLayout()
        last.setSpacing(12)
        last.addWidget(self.said)
        last.addWidget(self.undo)
        last.addStretch(1)
        last.addWidget(done)
        box = QVBoxLayout(self)
        box.setContentsMargins(28, 24, 28, 20)
        box.setSpacing(12)
        for part in (title, self._says, self.off):
            box.addWidget(part)
        box.addWidget(self._pages, 1)
        box.addLayout(last)
