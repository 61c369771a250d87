"""Lead pictures of rows, rounded: painted from a cache, loaded by jobs, the last wanted first."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPixmap, QPixmapCache

from clipper.gui.jobs import Runner
from clipper.progress import Progress

# What a list of two screens shows; older wishes were scrolled away.
MOST_WANTED = 40
AT_ONCE = 8

Load = Callable[[str, int], bytes | None]
Loaded = tuple[str, float, bytes | None]


class Thumbnails(QObject):
    """arrived: a picture that was asked for can be painted."""

    arrived = Signal()

    def __init__(self, runner: Runner, *, edge: int, radius: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._load: Load | None = None
        self._edge, self._radius = edge, radius
        self._wanted: dict[str, float] = {}
        self._running = False
        self._without: set[str] = set()
        self._start = QTimer(self)
        self._start.setSingleShot(True)
        self._start.setInterval(0)
        self._start.timeout.connect(self._next)

    def set_load(self, load: Load) -> None:
        """Take where pictures come from: load(sha256, edge) gives the bytes, off the GUI thread."""
        self._load = load

    def get(self, sha256: str, ratio: float) -> QPixmap | None:
        """Give a picture, or None: it is being loaded, or there is none that could be drawn."""
        kept = QPixmap()
        if QPixmapCache.find(self._key(sha256, ratio), kept):
            return kept
        if sha256 not in self._without:
            self._wanted.pop(sha256, None)
            self._wanted[sha256] = ratio
            if not self._running and not self._start.isActive():
                self._start.start()
        return None

    def _key(self, sha256: str, ratio: float) -> str:
        return f"thumbnail:{sha256}:{self._edge}:{ratio}"

    def _next(self) -> None:
        if self._load is None or not self._wanted:
            return
        while len(self._wanted) > MOST_WANTED:
            del self._wanted[next(iter(self._wanted))]
        ratios = dict([self._wanted.popitem() for _ in range(min(AT_ONCE, len(self._wanted)))])
        edge = round(self._edge * max(ratios.values()))
        self._running = True
        job = self._runner.start(partial(_loaded, self._load, ratios, edge), quiet=True)
        job.finished.connect(self._take)
        job.ended.connect(self._go_on)

    def _take(self, loaded: tuple[Loaded, ...]) -> None:
        for sha256, ratio, body in loaded:
            picture = QImage.fromData(body) if body else QImage()
            if picture.isNull():
                self._without.add(sha256)
                continue
            QPixmapCache.insert(self._key(sha256, ratio), rounded(picture, self._edge, self._radius, ratio))
        self.arrived.emit()

    def _go_on(self) -> None:
        self._running = False
        self._next()


def rounded(picture: QImage, edge: int, radius: int, ratio: float) -> QPixmap:
    """Cut a square out of the picture's middle, edge logical pixels wide, with round corners."""
    size = round(edge * ratio)
    scaled = picture.scaled(
        QSize(size, size), Qt.AspectRatioMode.KeepAspectRatioByExpanding, Qt.TransformationMode.SmoothTransformation
    )
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    path = QPainterPath()
    path.addRoundedRect(QRectF(0, 0, size, size), radius * ratio, radius * ratio)
    painter.setClipPath(path)
    painter.drawImage((size - scaled.width()) // 2, (size - scaled.height()) // 2, scaled)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def _loaded(load: Load, wanted: dict[str, float], edge: int, progress: Progress) -> tuple[Loaded, ...]:
    loaded = []
    for done, (sha256, ratio) in enumerate(wanted.items()):
        progress.step(done, len(wanted))
        loaded.append((sha256, ratio, load(sha256, edge)))
    return tuple(loaded)
