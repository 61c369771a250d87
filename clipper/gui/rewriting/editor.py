"""The page of an article to be written in: Qt's rich text, with keys that know headings, items, quotes and pictures."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QMimeData, QRectF, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from clipper.gui.reading import grounds
from clipper.gui.reading import style as styles
from clipper.gui.reading.browser import BLANK
from clipper.gui.rewriting import bullets, filling
from clipper.gui.rewriting.colours import Colours
from clipper.gui.rewriting.keys import Keys
from clipper.gui.rewriting.look import Look, kind_of
from clipper.gui.rewriting.stands import Stand, Stands
from clipper.gui.theme import Theme
from clipper.model import KeptPicture
from clipper.passages import WHOLE, Edited, Passage, PassageKind, words

MARGIN = 40
TURN_CHARS = 20_000  # are put in during one turn of the event loop: about 10 ms
EMPTY = Passage("paragraph")


class PassageEditor(QTextEdit):
    """Shows passages and gives them back as they were edited. filled: all are in, and can be edited."""

    filled = Signal()
    kind_changed = Signal(str)  # of the block with the cursor

    def __init__(
        self,
        passages: Sequence[Passage],
        kept: Mapping[str, KeptPicture],
        look: Look,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._passages, self._look, self._theme = tuple(passages), look, theme
        self._put = 0
        self._stands = Stands(kept, theme)
        self._more = QTimer(self, singleShot=True, interval=0)
        self._more.timeout.connect(self._put_next)
        self.keys = Keys(self, look)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.setAcceptDrops(False)
        self.setTabChangesFocus(True)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.document().setDocumentMargin(MARGIN)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self._colours = Colours(self.document(), theme)
        self.cursorPositionChanged.connect(self._tell_kind)
        theme.changed.connect(self._recolour)

    def fill(self) -> None:
        """Begin to put the passages in."""
        self._lay_out()
        self._put_next()

    def edited(self) -> tuple[Edited, ...]:
        """Give the passages as they were edited."""
        return filling.edited(self.document(), self._passages)

    def show_stand(self, stand: Stand) -> None:
        """Show a picture in the place that is kept for it."""
        self._stands.put(stand)
        kind = QTextDocument.ResourceType.ImageResource.value
        self.document().addResource(kind, QUrl(f"{filling.PICTURE}{stand.number}"), stand.image)
        self.viewport().update()

    def go_to(self, text: str) -> None:
        """Put the cursor before the first block that begins with a text."""
        block = self.document().begin()
        while block.isValid() and not (text and block.text().startswith(text)):
            block = block.next()
        if block.isValid():
            self.setTextCursor(QTextCursor(block))
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.cursorRect().top() - self.viewport().height() // 3)

    def set_kind(self, kind: PassageKind) -> None:
        """Let the blocks that are selected be of another kind."""
        self.keys.set_kind(kind)
        self._tell_kind()

    def toggle(self, mark: str) -> None:
        """Emphasise what is selected, or no longer."""
        self.keys.toggle(mark)

    def loadResource(self, kind: int, url: QUrl | str) -> object:
        """Give what stands for pictures and tables, and nothing else: Qt would open local files."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return ""
        name = (url if isinstance(url, str) else url.toString()).removeprefix(filling.PICTURE)
        number = int(name) if name.isascii() and name.isdigit() else -1
        return self._stands.image(number, self._passages[number]) if 0 <= number < len(self._passages) else BLANK

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that know the kinds of blocks come first."""
        if self.isReadOnly() or not self.keys.press(event):
            super().keyPressEvent(event)
        self._tell_kind()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste text: each line that is not empty is a paragraph."""
        self.keys.paste(source.text())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Text alone."""
        return source.hasText()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column in the middle."""
        self._lay_out()
        # Before the first show the margins come without an event of their own: the text would be as wide as before.
        super().resizeEvent(QResizeEvent(self.viewport().size(), event.oldSize()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint rules, bullets and numbers, then the text."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.translate(0, -self.verticalScrollBar().value())
        column = self.viewport().width() - 2 * MARGIN
        block = self.cursorForPosition(self.viewport().rect().topLeft()).block()
        bottom = self.verticalScrollBar().value() + self.viewport().height()
        while block.isValid() and self._rect(block).top() < bottom:
            grounds.paint(painter, block, self._theme.tokens, left=MARGIN, width=column)
            bullets.paint(painter, block, self._theme.colour("secondary"))
            block = block.next()
        painter.end()
        super().paintEvent(event)

    def _put_next(self) -> None:
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        chars = 0
        while self._put < len(self._passages) and chars < TURN_CHARS:
            passage = self._passages[self._put]
            image = self._stands.format(self._put, passage) if passage.kind in WHOLE else None
            filling.put(cursor, self._put, passage, self._look, image)
            self._space(cursor.block().previous(), passage.kind)
            chars += len(words(passage.runs)) + 60
            self._put += 1
        if self._put < len(self._passages):
            self._more.start()
        else:
            self._begin()

    def _space(self, above: QTextBlock, kind: PassageKind) -> None:
        """Let a picture stand close to the caption below it, and a list apart from what follows."""
        if not above.isValid() or (kind_of(above), kind == "item") == ("item", True):
            return
        if kind == "caption" or kind_of(above) == "item":
            shape = above.blockFormat()
            shape.setBottomMargin(self._look.near if kind == "caption" else self._look.gap)
            QTextCursor(above).setBlockFormat(shape)

    def _begin(self) -> None:
        if not self._passages:
            cursor = self.textCursor()
            cursor.setBlockFormat(self._look.block(EMPTY, None))
            cursor.setBlockCharFormat(self._look.letters("paragraph", 0))
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.setReadOnly(False)
        self.setUndoRedoEnabled(True)
        self.document().setModified(False)
        self._tell_kind()
        self.filled.emit()

    def _lay_out(self) -> None:
        # Not the margins of the document's frame: those are undone with the typing.
        whole = self.width() - self.verticalScrollBar().sizeHint().width()
        side = max(0, round((whole - self._measure()) / 2) - MARGIN)
        self.setViewportMargins(side, 0, side, 0)

    def _measure(self) -> float:
        letters = self._look.letters("paragraph", 0)
        sample = QFontMetricsF(letters.font()).horizontalAdvance(styles.SAMPLE) / len(styles.SAMPLE)
        return sample * self._theme.tokens.measure_chars

    def _tell_kind(self) -> None:
        self.kind_changed.emit(self.keys.kind())

    def _recolour(self) -> None:
        self._colours.rehighlight()
        for number, image in self._stands.anew(self._passages):
            self.show_stand(Stand(number, image))

    def _rect(self, block: QTextBlock) -> QRectF:
        return self.document().documentLayout().blockBoundingRect(block)
