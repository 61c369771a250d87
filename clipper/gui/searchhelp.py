"""Help with the query language: all of it, with examples that can be tried."""

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

from clipper.gui.helptopics import HelpTopics, Topic
from clipper.gui.linkbutton import LinkButton
from clipper.gui.theme import Theme

WIDTH, HEIGHT = 740, 680


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
        for topic in HelpTopics().all():
            self._fill(grid, topic)
        grid.setRowStretch(grid.rowCount(), 1)
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(table)
        return area

    def _fill(self, grid: QGridLayout, topic: Topic) -> None:
        heading = QLabel(topic.name, self)
        heading.setFont(self._theme.font("strong"))
        heading.setContentsMargins(0, 14 if self.examples else 0, 0, 2)
        grid.addWidget(heading, grid.rowCount(), 0, 1, 2)
        for example, meaning in topic.rows:
            row = grid.rowCount()
            grid.addWidget(
                self._example(example, meaning), row, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
            )
            grid.addWidget(self._said(meaning), row, 1, Qt.AlignmentFlag.AlignVCenter)
        for note in topic.notes:
            label = self._said(note)
            label.setObjectName("quiet")
            label.setContentsMargins(4, 4, 0, 2)
            grid.addWidget(label, grid.rowCount(), 0, 1, 2)

    def _example(self, example: str, meaning: str) -> QToolButton:
        button = LinkButton(self)
        button.setText(example.replace("&", "&&"))
        button.setAccessibleName(self.tr("{example}: {meaning}").format(example=example, meaning=meaning))
        button.clicked.connect(lambda: self.tried.emit(example))
        self.examples.append(button)
        return button

    def _said(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label
