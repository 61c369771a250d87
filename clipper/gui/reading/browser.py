"""The page itself: a QTextBrowser that shows what it was given, opens nothing, and paints what Qt's CSS lacks."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetricsF,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget

from clipper.gui.reading import grounds
from clipper.gui.reading import style as styles
from clipper.gui.reading.gallery import Gallery
from clipper.gui.reading.pictures import Pixels
from clipper.gui.reading.style import Style

PICTURE = "clipper-picture:"
MARGIN, NARROW_MARGIN, NARROW = 56, 20, 560
TOP, BOTTOM = 44, 96
INDENT = 28
BLANK = QImage(1, 1, QImage.Format.Format_ARGB32_Premultiplied)
BLANK.fill(Qt.GlobalColor.transparent)


class ArticleBrowser(QTextBrowser):
    """Shows HTML made by head and body in a centred column. Pictures are those handed in; all else is blank."""

    followed = Signal(str)  # the address of a link, as written
    space_pressed = Signal(bool)  # with Shift
    zoomed = Signal(int)  # Ctrl and the wheel: 1 larger, -1 smaller
    menu_asked = Signal(QPoint, str)  # on the screen; the address of a link there, "" for none
    column_changed = Signal(int)  # logical pixels
    pictures_wanted = Signal(tuple)  # numbers of those that come into view
    completed = Signal()  # the last piece is in

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.style_ = style
        self.gallery = Gallery()
        self._pending: list[str] = []
        self._column = 0
        self._place: tuple[int, float] | None = None
        self._more = QTimer(self, singleShot=True, interval=0)
        self._more.timeout.connect(self._put_next)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.document().setIndentWidth(INDENT)
        self.anchorClicked.connect(self._follow)

    @property
    def column(self) -> int:
        """The width of the text in logical pixels."""
        return self._column

    def show_pieces(self, pieces: Sequence[str], *, place: tuple[int, float] | None = None) -> None:
        """Show a page: the first piece at once, the others in later turns of the event loop.

        place: where place() was, to go there again. The pictures of gallery stay.
        """
        self._more.stop()
        self._place = place
        document = self.document()
        document.clear()
        document.setDefaultStyleSheet(self.style_.sheet())
        self._pending = list(pieces)
        self._put_first()

    def put_picture(self, pixels: Pixels) -> None:
        """Show a picture in the place that was kept for it."""
        self._set_image(pixels.number, self.gallery.put(pixels, self.devicePixelRatioF()))
        for number in self.gallery.spare():
            self._set_image(number, BLANK)
        self.viewport().update()

    def mark(self, places: Sequence[tuple[int, int]], current: int | None) -> None:
        """Mark places of the text; the current one stands out and is scrolled into view."""
        tokens = self.style_.tokens
        selections = []
        for number, (start, end) in enumerate(places):
            selection = QTextEdit.ExtraSelection()
            cursor = self._cursor(start, end)
            if cursor is None:
                continue
            chosen = number == current
            selection.format.setBackground(QColor(tokens.accent if chosen else tokens.mark))
            selection.format.setForeground(QColor(tokens.on_accent if chosen else tokens.on_mark))
            selection.cursor = cursor
            selections.append(selection)
        self.setExtraSelections(selections)
        if current is not None and current < len(places):
            self.reveal(places[current][0])

    def reveal(self, position: int) -> None:
        """Scroll so that a place of the text stands in the upper half, where it is not on the screen already."""
        cursor = self._cursor(position, position)
        if cursor is None:
            return
        at = self.cursorRect(cursor).center().y()
        height = self.viewport().height()
        if not 0.1 * height < at < 0.85 * height:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + round(at - height * 0.35))

    def place(self) -> tuple[int, float]:
        """Give the block at the top of the screen and how much of it is above (0 to 1)."""
        cursor = self.cursorForPosition(self.viewport().rect().topLeft())
        rect = self._rect(cursor.block())
        above = self.verticalScrollBar().value() - rect.top()
        return cursor.block().blockNumber(), above / rect.height() if rect.height() else 0.0

    def go_to(self, place: tuple[int, float]) -> None:
        """Scroll back to what place() gave."""
        block = self.document().findBlockByNumber(place[0])
        if block.isValid():
            rect = self._rect(block)
            self.verticalScrollBar().setValue(round(rect.top() + place[1] * rect.height()))

    def loadResource(self, kind: int, url: QUrl | str) -> object:
        """Give the pictures handed in and nothing else.

        A valid picture in any case: for None or b"" Qt would open local files (PySide6 6.11, November 2026).
        """
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return ""
        number = (url if isinstance(url, str) else url.toString()).removeprefix(PICTURE)
        known = self.gallery.get(int(number)) if number.isascii() and number.isdigit() else None
        return known or BLANK

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space reads on; Shift+Space goes back."""
        if event.key() == Qt.Key.Key_Space and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.space_pressed.emit(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the wheel sets the size of the text; Qt would change a font that no text here has."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turned = event.angleDelta().y()
            if turned:
                self.zoomed.emit(1 if turned > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the place; a picture there is selected, so that it can be left out."""
        place = event.pos() if event.reason() is QContextMenuEvent.Reason.Mouse else self.cursorRect().center()
        if not self.textCursor().hasSelection():
            self._select_picture(self.cursorForPosition(place))
        self.menu_asked.emit(self.viewport().mapToGlobal(place), self.anchorAt(place))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column in the middle, and the place in the text."""
        place = self.place() if event.oldSize().width() != event.size().width() else None
        super().resizeEvent(event)
        self._lay_out()
        if place is not None:
            self.go_to(place)

    def changeEvent(self, event: QEvent) -> None:
        """Another font may be another measure."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and hasattr(self, "style_"):
            self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint grounds and rules, then the text over them."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.translate(0, -self.verticalScrollBar().value())
        left = (self.viewport().width() - self._column) / 2
        seen: list[int] = []
        for block in self._visible():
            grounds.paint(painter, block, self.style_.tokens, left=left, width=self._column)
            seen += grounds.pictures(block, PICTURE)
        painter.end()
        wanted = self.gallery.look_at(seen)
        if wanted:
            self.pictures_wanted.emit(wanted)
        super().paintEvent(event)

    def restyle(self, style: Style) -> None:
        """Take another style; the page must be shown anew."""
        self.style_ = style
        self._lay_out()

    def _put_first(self) -> None:
        self.setHtml(self._pending.pop(0) if self._pending else "")
        self._lay_out()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)
        self._go_on()

    def _put_next(self) -> None:
        bar = self.verticalScrollBar()
        value = bar.value()
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertBlock(QTextBlockFormat(), QTextCharFormat())
        cursor.insertHtml(self._pending.pop(0))
        bar.setValue(value)
        self._go_on()

    def _go_on(self) -> None:
        if self._place is not None and self._place[0] < self.document().blockCount():
            self.go_to(self._place)
            self._place = None
        if self._pending:
            self._more.start()
        else:
            self.completed.emit()

    def _lay_out(self) -> None:
        font = QFont(self.style_.tokens.reading_family)
        font.setPixelSize(self.style_.text_px)
        sample = QFontMetricsF(font).horizontalAdvance(styles.SAMPLE) / len(styles.SAMPLE)
        width = self.viewport().width()
        margin = MARGIN if width > NARROW else NARROW_MARGIN
        column = max(80, min(round(sample * self.style_.tokens.measure_chars), width - 2 * margin))
        side = max(0.0, (width - column) / 2)
        shape = QTextFrameFormat(self.document().rootFrame().frameFormat())
        if (shape.leftMargin(), shape.topMargin()) != (side, TOP):
            shape.setLeftMargin(side)
            shape.setRightMargin(side)
            shape.setTopMargin(TOP)
            shape.setBottomMargin(BOTTOM)
            self.document().rootFrame().setFrameFormat(shape)
        if column != self._column:
            self._column = column
            self.column_changed.emit(column)

    def _select_picture(self, cursor: QTextCursor) -> None:
        if grounds.pictures(cursor.block(), PICTURE):
            cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)

    def _set_image(self, number: int, image: QImage) -> None:
        kind = QTextDocument.ResourceType.ImageResource.value
        self.document().addResource(kind, QUrl(f"{PICTURE}{number}"), image)

    def _cursor(self, start: int, end: int) -> QTextCursor | None:
        last = self.document().characterCount() - 1
        if start > last or end > last:
            return None
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _follow(self, url: QUrl) -> None:
        self.followed.emit(bytes(url.toEncoded().data()).decode("ascii", "replace"))

    def _rect(self, block: QTextBlock) -> QRectF:
        return self.document().documentLayout().blockBoundingRect(block)

    def _visible(self) -> Iterator[QTextBlock]:
        top = self.verticalScrollBar().value()
        bottom = top + 2 * self.viewport().height()  # pictures of the next screen are loaded ahead
        block = self.cursorForPosition(self.viewport().rect().topLeft()).block()
        while block.isValid() and self._rect(block).top() < bottom:
            yield block
            block = block.next()
