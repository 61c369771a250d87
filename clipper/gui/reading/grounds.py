"""What stands behind the text: rules beside quotes, grounds of banners and code, pills around tags and buttons."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QTextBlock, QTextFormat

from clipper.gui.reading import style
from clipper.gui.tokens import Tokens

PAD, INSET, RULE = 12, 3, 3
NOTICE = (style.BANNER, style.DEEDS)


def paint(painter: QPainter, block: QTextBlock, tokens: Tokens, *, left: float, width: float) -> None:
    """Paint the ground of one block in coordinates of the document. left, width: of the column."""
    margin = block.blockFormat().leftMargin()
    if margin == style.TAGS:
        _pills(painter, block, QColor(tokens.pill))
    elif margin == style.QUOTE:
        rightwards = block.textDirection() is Qt.LayoutDirection.RightToLeft
        _rule(painter, block, tokens, left + width - RULE if rightwards else left)
    elif margin == style.CODE:
        _panel(painter, _rect(block), QColor(tokens.hover), tokens.radius, left, width)
    elif margin in (style.BANNER, style.DEEDS):
        _notice(painter, block, tokens, left, width)


def pictures(block: QTextBlock, source: str) -> list[int]:
    """Give the numbers of the pictures in a block; source: what stands before the number in their address."""
    if "\ufffc" not in block.text():
        return []
    names = [
        step.fragment().charFormat().toImageFormat().name()
        for step in block  # type: ignore[attr-defined]  # the stubs lack __next__
        if step.fragment().charFormat().isImageFormat()
    ]
    return [int(name.removeprefix(source)) for name in names if name.removeprefix(source).isdecimal()]


def _notice(painter: QPainter, block: QTextBlock, tokens: Tokens, left: float, width: float) -> None:
    """Paint one ground behind a banner and its buttons, whichever of the two is in sight."""
    other = block.next() if block.blockFormat().leftMargin() == style.BANNER else block.previous()
    pair = [each for each in (block, other) if each.isValid() and each.blockFormat().leftMargin() in NOTICE]
    rect = QRectF()
    for each in pair:
        rect = rect.united(_rect(each))
    _panel(painter, rect, QColor(tokens.pill), tokens.radius, left, width)
    for each in pair:
        if each.blockFormat().leftMargin() == style.DEEDS:
            _pills(painter, each, QColor(tokens.surface))


def _rule(painter: QPainter, block: QTextBlock, tokens: Tokens, left: float) -> None:
    rect = _rect(block)
    top = rect.top() if _is_quote(block.previous()) else rect.top() + INSET
    bottom = _rect(block.next()).top() if _is_quote(block.next()) else rect.bottom() - INSET
    painter.fillRect(QRectF(left, top, RULE, bottom - top), QColor(tokens.accent))


def _is_quote(block: QTextBlock) -> bool:
    return block.isValid() and block.blockFormat().leftMargin() == style.QUOTE


def _panel(painter: QPainter, rect: QRectF, colour: QColor, radius: int, left: float, width: float) -> None:
    rect = rect.adjusted(0, -PAD, 0, PAD)
    painter.setBrush(colour)
    painter.drawRoundedRect(QRectF(left, rect.top(), width, rect.height()), radius, radius)


def _pills(painter: QPainter, block: QTextBlock, colour: QColor) -> None:
    painter.setBrush(colour)
    origin, layout = _rect(block).topLeft(), block.layout()
    for step in block:  # type: ignore[attr-defined]  # the stubs lack __next__
        fragment = step.fragment()
        if not fragment.charFormat().property(QTextFormat.Property.AnchorHref):
            continue
        start = fragment.position() - block.position()
        end = start + fragment.length()
        while start < end:  # a long pill goes over several lines
            line = layout.lineForTextPosition(start)
            if not line.isValid():
                break
            stop = min(end, line.textStart() + line.textLength())
            edges = sorted((_x(line.cursorToX(start)), _x(line.cursorToX(stop))))
            height = line.ascent() + line.descent() + 4
            rect = QRectF(origin.x() + edges[0], origin.y() + line.y() - 2, edges[1] - edges[0], height)
            painter.drawRoundedRect(rect, height / 2, height / 2)
            start = stop if stop > start else end


def _x(given: object) -> float:
    # PySide6 gives a float in some versions, and with the cursor beside it in others.
    return float(given[0] if isinstance(given, (tuple, list)) else given)  # type: ignore[arg-type]


def _rect(block: QTextBlock) -> QRectF:
    return block.document().documentLayout().blockBoundingRect(block)
