"""Help with the query language: examples that can be tried. docs/search.md has all of it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from clipper.gui.theme import Theme

WIDTH, HEIGHT = 700, 640
Rows = Sequence[tuple[str, str]]


class SearchHelp(QDialog):
    """Stays open while one searches. tried: an example was chosen."""

    tried = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("How to Search"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._theme = theme
        self.examples: list[QToolButton] = []
        title = QLabel(self.tr("How to Search"), self)
        title.setFont(theme.font("title"))
        says = QLabel(self.tr("Type words. A click on an example searches for it."), self)
        says.setObjectName("quiet")
        close = QPushButton(self.tr("Close"), self)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        last = QHBoxLayout()
        last.addStretch(1)
        last.addWidget(close)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 24, 24, 16)
        whole.setSpacing(12)
        whole.addWidget(title)
        whole.addWidget(says)
        whole.addWidget(self._table(), 1)
        whole.addLayout(last)
        self.resize(WIDTH, HEIGHT)
        close.setFocus()

    def _table(self) -> QWidget:
        table = QWidget()
        table.setObjectName("help")
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 12, 0)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        groups = (
            (self.tr("Words"), self._words()),
            (self.tr("Where"), self._fields()),
            (self.tr("When"), self._days()),
            (self.tr("Yours, and the order"), self._own()),
        )
        for name, rows in groups:
            self._fill(grid, name, rows)
        grid.setRowStretch(grid.rowCount(), 1)
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(table)
        return area

    def _fill(self, grid: QGridLayout, name: str, rows: Rows) -> None:
        heading = QLabel(name, self)
        heading.setFont(self._theme.font("strong"))
        heading.setContentsMargins(0, 10 if self.examples else 0, 0, 2)
        grid.addWidget(heading, grid.rowCount(), 0, 1, 2)
        for example, meaning in rows:
            button = QToolButton(self)
            button.setObjectName("suggestion")
            button.setText(example.replace("&", "&&"))
            button.setAccessibleName(self.tr("{example}: {meaning}").format(example=example, meaning=meaning))
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(lambda _checked=False, example=example: self.tried.emit(example))
            self.examples.append(button)
            label = QLabel(meaning, self)
            label.setWordWrap(True)
            row = grid.rowCount()
            grid.addWidget(button, row, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label, row, 1, Qt.AlignmentFlag.AlignVCenter)

    def _words(self) -> Rows:
        return (
            (self.tr("budget deficit"), self.tr("both words, in any order")),
            (self.tr('"budget deficit"'), self.tr("exactly these words in a row")),
            (self.tr("budget OR deficit"), self.tr("one of them, or both")),
            (self.tr("budget -deficit"), self.tr("the first without the second")),
            (self.tr("(budget OR deficit) minister"), self.tr("brackets keep together what belongs together")),
            (self.tr("minist*"), self.tr("words that begin so")),
            (self.tr("*crat"), self.tr("words that end so")),
            (self.tr("organi?ation"), self.tr("one letter, whichever")),
            (self.tr("Shevardnadse~"), self.tr("also with one or two wrong letters")),
            (self.tr("chancellor NEAR/5 resign"), self.tr("both, at most five words apart")),
        )

    def _fields(self) -> Rows:
        return (
            (self.tr("title:budget"), self.tr("in the title only")),
            (self.tr('author:"Jane Doe"'), self.tr("by this author")),
            (self.tr("site:guardian"), self.tr("from this site, by its name or address")),
            (self.tr("url:/politics/"), self.tr("with this in its address")),
            (self.tr("section:economy"), self.tr("from this section of the site")),
            (self.tr("lang:de"), self.tr("in this language")),
        )

    def _days(self) -> Rows:
        return (
            (self.tr("date:2026-03"), self.tr("published in this month; a year or a day will do, too")),
            (self.tr("date:2026-03..2026-06"), self.tr("published from March to June")),
            (
                self.tr("after:2026-03-15"),
                self.tr("published that day or later; before: earlier than it"),
            ),
            (self.tr("added:7d"), self.tr("added within the last seven days")),
        )

    def _own(self) -> Rows:
        return (
            (self.tr("tag:europe"), self.tr("with this tag, or one below it")),
            (self.tr('note:"ask again"'), self.tr("with these words in your note")),
            (self.tr("is:unread"), self.tr("not read yet; also starred, tagged, untagged, doubtful")),
            (self.tr("has:picture"), self.tr("with a picture; also note, tag, flag")),
            (self.tr("budget sort:newest"), self.tr("the newest first; also oldest, added, relevance")),
        )
