"""What an empty library shows: a drawing and the three ways to begin."""

import re

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from clipper.gui import dropping, icons
from clipper.gui.theme import Theme

WIDTH = 440
_BARE = re.compile(r"[\w.-]+\.[A-Za-z]{2,}([:/?#]\S*)?$")


class EmptyState(QWidget):
    """Drop a link here, paste an address, open files."""

    addresses_given = Signal(tuple)  # strings, typed or pasted into the field
    files_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._drawing = Drawing(theme, self)
        self._title = _centred(QLabel(self.tr("Drop a link here"), self))
        self._title.setFont(theme.font("title"))
        self._says = _centred(
            QLabel(
                self.tr("A link, a tab, a selection or a saved page: drag it from the browser onto this window."), self
            )
        )
        self._says.setObjectName("quiet")
        self._address = AddressLine(self)
        self._address.setPlaceholderText(self.tr("or paste an address"))
        self._address.setAccessibleName(self.tr("Address of an article"))
        self._address.setClearButtonEnabled(True)
        self._address.setAcceptDrops(False)  # what is dropped anywhere on the window is clipped
        self._address.returnPressed.connect(self._clip)
        self._address.textEdited.connect(self._typed)
        self._clip_button = QPushButton(self.tr("Clip"), self)
        self._clip_button.setDefault(True)
        self._clip_button.clicked.connect(self._clip)
        self._hint = _centred(QLabel(self.tr("This is no web address. It begins with https://"), self))
        self._hint.setObjectName("quiet")
        keep = self._hint.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self._hint.setSizePolicy(keep)
        self._hint.hide()
        self._files = QPushButton(icons.icon(theme, "folder"), self.tr("Open files …"), self)
        self._files.setToolTip(self.tr("Saved pages, link files, reading lists"))
        self._files.clicked.connect(self.files_asked)
        self._lay_out()
        theme.changed.connect(self._drawing.update)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._address, 1)
        line.addWidget(self._clip_button)
        column = QWidget(self)
        column.setFixedWidth(WIDTH)
        inner = QVBoxLayout(column)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(8)
        inner.addWidget(self._drawing, 0, Qt.AlignmentFlag.AlignHCenter)
        inner.addSpacing(8)
        inner.addWidget(self._title)
        inner.addWidget(self._says)
        inner.addSpacing(16)
        inner.addLayout(line)
        inner.addWidget(self._hint)
        inner.addWidget(self._files, 0, Qt.AlignmentFlag.AlignHCenter)
        box = QVBoxLayout(self)
        box.addStretch(2)
        box.addWidget(column, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(3)

    def _typed(self) -> None:
        self._hint.hide()

    def _clip(self) -> None:
        text = self._address.text().strip()
        given = dropping.strings({dropping.TEXT: text.encode("utf-8", "replace")})
        if not given and _BARE.match(text):
            given = (f"https://{text}",)
        self._hint.setVisible(bool(text) and not given)
        if given:
            self._address.clear()
            self.addresses_given.emit(given)


class AddressLine(QLineEdit):
    """A line for an address. While it is empty, what is pasted is the window's to clip, as everywhere in it."""

    def event(self, event: QEvent) -> bool:
        asked = event.type() is QEvent.Type.ShortcutOverride and not self.text()
        if asked and isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Paste):
            event.ignore()
            return False
        return super().event(event)


class Drawing(QWidget):
    """A page, and an article cut out of it. Painted in the colours of the scheme."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The drawing has one size."""
        return QSize(260, 196)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the page behind, then the clipping."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(self.width() / 2, self.height() / 2)
        painter.save()
        painter.translate(-24, -4)
        painter.rotate(-7)
        self._page(painter)
        painter.restore()
        painter.translate(30, 12)
        painter.rotate(4)
        self._clipping(painter)
        painter.end()

    def _page(self, painter: QPainter) -> None:
        painter.setPen(QPen(self._colour("hairline"), 1.5))
        painter.setBrush(self._colour("hover"))
        painter.drawRoundedRect(QRectF(-62, -74, 124, 148), 6, 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour("hairline"))
        painter.drawRoundedRect(QRectF(-48, -60, 70, 7), 3, 3)
        for row in range(9):
            for column in range(2):
                painter.drawRoundedRect(QRectF(-48 + column * 51, -42 + row * 12, 44, 4), 2, 2)

    def _clipping(self, painter: QPainter) -> None:
        painter.setPen(QPen(self._colour("accent"), 1.6, Qt.PenStyle.CustomDashLine))
        pen = painter.pen()
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.setBrush(self._colour("surface"))
        painter.drawRoundedRect(QRectF(-66, -52, 132, 112), 6, 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour("text"))
        painter.drawRoundedRect(QRectF(-52, -38, 96, 7), 3, 3)
        painter.drawRoundedRect(QRectF(-52, -25, 62, 7), 3, 3)
        self._picture(painter)
        painter.setBrush(self._colour("hairline"))
        for row in range(4):
            painter.drawRoundedRect(QRectF(4, -6 + row * 12, 48, 4), 2, 2)
        painter.drawRoundedRect(QRectF(-52, 42, 104, 4), 2, 2)

    def _picture(self, painter: QPainter) -> None:
        painter.setBrush(self._colour("selection"))
        painter.drawRoundedRect(QRectF(-52, -8, 48, 40), 3, 3)
        painter.setBrush(self._colour("accent"))
        painter.drawEllipse(QPointF(-16, 3), 5, 5)
        hills = [QPointF(-52, 32), QPointF(-36, 10), QPointF(-25, 22), QPointF(-18, 15), QPointF(-4, 32)]
        painter.drawPolygon(QPolygonF(hills))

    def _colour(self, role: str) -> QColor:
        return self._theme.colour(role)


def _centred(label: QLabel) -> QLabel:
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    label.setWordWrap(True)
    return label
