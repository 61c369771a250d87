"""The window's icons: line drawings of one family that take the colour of the scheme.

The files (resources/icons/NAME.svg) draw with currentColor; they are painted when first needed.
"""

from functools import cache

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize
from PySide6.QtGui import QIcon, QIconEngine, QImage, QImageReader, QPainter, QPixmap, QPixmapCache

from clipper import resources
from clipper.gui.theme import Theme


def icon(theme: Theme, name: str, *, role: str = "secondary") -> QIcon:
    """Give the icon of that name. role: the token whose colour it takes ("secondary", "accent", "danger", ...)."""
    return QIcon(_Engine(theme, name, role))


def pixmap(theme: Theme, name: str, size: int, *, role: str = "secondary", ratio: float = 1.0) -> QPixmap:
    """Give an icon as a pixmap of size logical pixels, for delegates. Cached."""
    return paint(name, QSize(size, size) * ratio, getattr(theme.tokens, role), ratio=ratio)


def paint(name: str, size: QSize, colour: str, *, ratio: float = 1.0) -> QPixmap:
    """Paint resources/icons/NAME.svg at size device pixels in a colour ("#RRGGBB"). Cached."""
    key = f"icon:{name}:{size.width()}x{size.height()}:{colour}:{ratio}"
    kept = QPixmap()
    if QPixmapCache.find(key, kept):
        return kept
    painted = QPixmap.fromImage(image(name, size, colour))
    painted.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, painted)
    return painted


def image(name: str, size: QSize, colour: str) -> QImage:
    """Draw resources/icons/NAME.svg. Reads through the image plug-in, so QtSvg is not imported."""
    buffer = QBuffer()
    buffer.setData(QByteArray(_source(name).replace("currentColor", colour).encode()))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"svg"))
    reader.setScaledSize(size)
    return reader.read()


@cache
def _source(name: str) -> str:
    return resources.path("icons", f"{name}.svg").read_text(encoding="utf-8")


class _Engine(QIconEngine):
    """Paints one icon in the colour that the scheme gives it at that moment."""

    def __init__(self, theme: Theme, name: str, role: str) -> None:
        super().__init__()
        self._theme, self._name, self._role = theme, name, role

    def clone(self) -> QIconEngine:
        return _Engine(self._theme, self._name, self._role)

    def pixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State) -> QPixmap:
        tokens = self._theme.tokens
        role = self._role
        if mode is QIcon.Mode.Disabled:
            role = "hairline"
        return paint(self._name, size, getattr(tokens, role))

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatioF() if painter.device() is not None else 1.0
        painted = self.pixmap(rect.size() * ratio, mode, state)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(rect, painted)


def app_icon() -> QIcon:
    """Give the program's own icon."""
    return QIcon(str(resources.path("icons", "clipper.svg")))
