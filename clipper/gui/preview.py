"""A picture of the first page: paper with a shadow, and a quiet word while there is none."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from clipper.gui.theme import Theme

A4, LETTER = 210 / 297, 8.5 / 11


class Preview(QWidget):
    """Shows one page as large as it fits."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._page = QImage()
        self._shape = A4
        self._says = ""
        self.asked = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Preview of the first page"))

    def sizeHint(self) -> QSize:
        """A page that can be judged."""
        return QSize(320, 440)

    def wait(self, *, letter: bool) -> None:
        """Say that a page is on its way; the last one stays until then."""
        self.asked = True
        self._shape = LETTER if letter else A4
        self._says = self.tr("Setting the page …")
        self.update()

    def show_page(self, page: bytes) -> None:
        """Show a page (PNG); b"" where there is none."""
        self._page = QImage.fromData(page) if page else QImage()
        self._says = "" if not self._page.isNull() else self.tr("No preview")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw shadow, paper, page."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        paper = self._paper()
        painter.setPen(Qt.PenStyle.NoPen)
        for spread in range(6, 0, -1):
            painter.setBrush(QColor(0, 0, 0, 9))
            painter.drawRoundedRect(paper.adjusted(-spread, -spread + 2, spread, spread + 3), 4, 4)
        painter.setBrush(QColor("white"))  # paper is white in the dark, too
        painter.drawRect(paper)
        if not self._page.isNull():
            painter.setOpacity(0.45 if self._says else 1.0)
            ratio = self.devicePixelRatioF()
            size = (paper.size() * ratio).toSize()
            smooth = self._page.scaled(
                size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            painter.drawImage(paper, smooth)
            painter.setOpacity(1.0)
        if self._says:
            painter.setPen(QColor("#625D54"))
            painter.setFont(self._theme.font("small"))
            painter.drawText(paper, Qt.AlignmentFlag.AlignCenter, self._says)
        painter.end()

    def _paper(self) -> QRectF:
        shape = self._page.width() / self._page.height() if not self._page.isNull() and not self._says else self._shape
        area = QRectF(self.rect()).adjusted(10, 8, -10, -12)
        width = min(area.width(), area.height() * shape)
        height = width / shape
        return QRectF(area.center().x() - width / 2, area.top() + (area.height() - height) / 2, width, height)
