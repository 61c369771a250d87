"""What stands for pictures and tables in the editor: the picture, small, or a card with a word about it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QTextImageFormat

from clipper.gui.reading.pictures import shown_size
from clipper.gui.rewriting import filling
from clipper.gui.theme import Theme
from clipper.model import KeptPicture
from clipper.passages import Passage, words

WIDEST = 360
CARD = QSize(WIDEST, 56)
RATIO = 2  # a card is drawn at twice its size, so that it is sharp on every screen

translate = QCoreApplication.translate


class Stand(NamedTuple):
    """A picture as it is shown. number: of its passage."""

    number: int
    image: QImage


class Stands:
    """The images by the numbers of their passages. kept: files of pictures by address."""

    def __init__(self, kept: Mapping[str, KeptPicture], theme: Theme) -> None:
        self.kept, self._theme = kept, theme
        self._images: dict[int, QImage] = {}
        self._cards: set[int] = set()

    def format(self, number: int, passage: Passage) -> QTextImageFormat:
        """Give the format of what stands for a passage."""
        kept = self.kept.get(passage.url) if passage.kind == "picture" else None
        width, height = (CARD.width(), CARD.height()) if kept is None else self.size(kept)
        return filling.image_format(number, width, height, _told(passage))

    def size(self, kept: KeptPicture) -> tuple[int, int]:
        """Give the size that a picture is shown at."""
        return shown_size(kept.width, kept.height, WIDEST)

    def image(self, number: int, passage: Passage) -> QImage:
        """Give what is there: the picture, or a card until it comes, or for good."""
        if number not in self._images:
            self._cards.add(number)
            self._images[number] = self._card(_told(passage))
        return self._images[number]

    def put(self, stand: Stand) -> None:
        """Take a picture in."""
        self._cards.discard(stand.number)
        self._images[stand.number] = stand.image

    def anew(self, passages: Sequence[Passage]) -> Iterator[tuple[int, QImage]]:
        """Draw the cards again: the scheme is another."""
        for number in sorted(self._cards):
            self._images[number] = self._card(_told(passages[number]))
            yield number, self._images[number]

    def _card(self, text: str) -> QImage:
        image = QImage(CARD * RATIO, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(RATIO)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("pill"))
        painter.drawRoundedRect(QRectF(0, 0, CARD.width(), CARD.height()), 6, 6)
        font = self._theme.font("small")
        painter.setFont(font)
        painter.setPen(self._theme.colour("secondary"))
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, CARD.width() - 32)
        painter.drawText(QRectF(16, 0, CARD.width() - 32, CARD.height()), Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()
        return image


def _told(passage: Passage) -> str:
    said = " ".join(words(passage.runs).split())
    if passage.kind == "table":
        return translate("Rewriting", "Table: {beginning}").replace("{beginning}", said)
    return (
        translate("Rewriting", "Picture: {words}").replace("{words}", said)
        if said
        else translate("Rewriting", "Picture")
    )
