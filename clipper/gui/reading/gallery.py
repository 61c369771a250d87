"""The pictures of one page that are in memory: those that were looked at last, up to a limit."""

from collections.abc import Iterable

from PySide6.QtGui import QImage

from clipper.gui.reading.pictures import Pixels

# About 60 pictures as wide as the column; the window as a whole has 250 MB.
LIMIT_BYTES = 64_000_000


class Gallery:
    """Pictures by number. Knows which are asked for, so that each is loaded once."""

    def __init__(self, limit_bytes: int = LIMIT_BYTES) -> None:
        self._limit_bytes = limit_bytes
        self._images: dict[int, QImage] = {}  # the least lately seen first
        self._asked: set[int] = set()

    def get(self, number: int) -> QImage | None:
        """Give a picture, None where it is not in memory."""
        return self._images.get(number)

    def look_at(self, numbers: Iterable[int]) -> tuple[int, ...]:
        """Note what is on the screen; give those that must be loaded and were not asked for yet."""
        missing = []
        for number in numbers:
            if number in self._images:
                self._images[number] = self._images.pop(number)
            if number not in self._asked:
                self._asked.add(number)
                missing.append(number)
        return tuple(missing)

    def put(self, pixels: Pixels, ratio: float) -> QImage:
        """Take a picture in. ratio: device pixels in a logical one."""
        row = pixels.width * 4
        image = QImage(pixels.rgba, pixels.width, pixels.height, row, QImage.Format.Format_RGBA8888).copy()
        image.setDevicePixelRatio(ratio)
        self._images.pop(pixels.number, None)
        self._images[pixels.number] = image
        self._asked.add(pixels.number)
        return image

    def spare(self) -> tuple[int, ...]:
        """Let go of what was not seen for longest, where there is too much; give the numbers."""
        gone = []
        size = sum(image.sizeInBytes() for image in self._images.values())
        while size > self._limit_bytes and len(self._images) > 1:
            number = next(iter(self._images))
            size -= self._images.pop(number).sizeInBytes()
            self._asked.discard(number)
            gone.append(number)
        return tuple(gone)

    def ask_anew(self) -> None:
        """Have all pictures loaded again as they are seen: the column is another. The old ones serve until then."""
        self._asked.clear()

    def clear(self) -> None:
        """Let go of all."""
        self._images.clear()
        self._asked.clear()
