"""Bullets and numbers beside the items of lists, painted: as text they would be edited."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QTextBlock

from clipper.gui.rewriting.look import INDENT, ORDERED, kind_of

BULLET, GAP = "\N{BULLET}", 9


def paint(painter: QPainter, block: QTextBlock, colour: QColor) -> None:
    """Paint what stands beside one block, in coordinates of the document."""
    line = block.layout().lineAt(0) if block.layout() is not None else None
    if kind_of(block) != "item" or line is None or not line.isValid():
        return
    origin = block.document().documentLayout().blockBoundingRect(block).topLeft()
    rightwards = block.textDirection() is Qt.LayoutDirection.RightToLeft
    left = origin.x() + line.x() + (line.width() + GAP if rightwards else -INDENT)
    area = QRectF(left, origin.y() + line.y(), INDENT - GAP, line.height())
    painter.save()
    painter.setPen(colour)
    painter.setFont(block.charFormat().font())
    align = Qt.AlignmentFlag.AlignRight if not rightwards else Qt.AlignmentFlag.AlignLeft
    painter.drawText(area, align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, _sign(block))
    painter.restore()


def _sign(block: QTextBlock) -> str:
    if not block.blockFormat().property(ORDERED):
        return BULLET
    number, margin = 1, block.blockFormat().leftMargin()
    above = block.previous()
    while above.isValid() and above.blockFormat().leftMargin() >= margin:
        if above.blockFormat().leftMargin() == margin:
            if not above.blockFormat().property(ORDERED):
                break
            number += kind_of(above) == "item"
        above = above.previous()
    return f"{number}."
