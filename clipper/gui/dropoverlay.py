"""What lies over the window while something is dragged over it: says what letting go will do."""

from PySide6.QtCore import QEvent, QFileInfo, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from clipper.gui import icons, sentences
from clipper.gui.counted import Counted
from clipper.gui.theme import Theme

INSET, ICON, VEIL = 16, 56, 0.97
# Asking the disk for more would be felt while one drags.
MOST_LOOKED_AT = 8


class DropOverlay(QWidget):
    """Covers its parent; follows its size. Lets all mouse and drop events through to it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._over = theme, parent
        self._says, self._names = "", ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        parent.installEventFilter(self)
        self.hide()

    def offer(self, given: tuple[str, ...]) -> None:
        """Show what letting go will do ("Clip 3 addresses"). Empty: it cannot be told yet."""
        paths = [one for one in given if "://" not in one]
        if not given:
            self._says = self.tr("Drop to clip")
        elif not paths:
            self._says = Counted().addresses(len(given))
        elif len(paths) == len(given):
            folders = all(QFileInfo(path).isDir() for path in paths[:MOST_LOOKED_AT])
            self._says = Counted().folders(len(given)) if folders else Counted().files(len(given))
        else:
            self._says = Counted().things(len(given))
        named = [
            sentences.plain(one.replace("\\", "/").rsplit("/", 1)[-1] if one in paths else one) for one in given[:3]
        ]
        if len(given) > len(named):
            named.append(Counted().more(len(given) - len(named)))
        self._names = "\n".join(named)
        self.setAccessibleName(self._says)
        self.setGeometry(self._over.rect())
        self.raise_()
        self.show()
        self.update()

    def withdraw(self) -> None:
        """Go away: dropped, or dragged out again."""
        self.hide()

    @property
    def says(self) -> str:
        """The sentence that is shown."""
        return self._says

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the parent's size."""
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._over.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw veil, dashed frame, icon and sentence."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = self._theme.colour("window")
        veil.setAlphaF(VEIL)
        painter.fillRect(self.rect(), veil)
        pen = QPen(self._theme.colour("accent"), 2, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([5, 4])
        painter.setPen(pen)
        frame = QRectF(self.rect()).adjusted(INSET, INSET, -INSET, -INSET)
        painter.drawRoundedRect(frame, 2 * self._theme.tokens.radius, 2 * self._theme.tokens.radius)
        middle = self.rect().center()
        icon = icons.pixmap(self._theme, "drop", ICON, role="accent", ratio=self.devicePixelRatioF())
        painter.drawPixmap(middle.x() - ICON // 2, middle.y() - ICON - 16, icon)
        self._write(painter, middle.y())
        painter.end()

    def _write(self, painter: QPainter, top: int) -> None:
        centred = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.setFont(self._theme.font("title"))
        painter.setPen(self._theme.colour("text"))
        painter.drawText(QRect(0, top, self.width(), 40), centred, self._says)
        painter.setFont(self._theme.font("body"))
        painter.setPen(self._theme.colour("secondary"))
        metrics = QFontMetrics(painter.font())
        room = self.width() - 6 * INSET
        for number, name in enumerate(self._names.split("\n")):
            shown = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, room)
            line = metrics.lineSpacing() + 4
            painter.drawText(QRect(0, top + 40 + number * line, self.width(), line), centred, shown)
