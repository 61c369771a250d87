"""What keys do to blocks of a kind: a line after a heading is a paragraph, a picture is taken out as a whole."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextBlock, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from clipper.gui.rewriting.filling import OBJECT
from clipper.gui.rewriting.look import LINE_END, Look, kind_of, level_of, origin_of, run_of
from clipper.passages import TYPED, WHOLE, Passage, PassageKind, Run

UNMARKED = (*WHOLE, "code")  # without emphasis and links
LINE_KINDS = ("heading", "caption")  # of one paragraph: what follows is another kind
ENDED_BY_NOTHING = ("item", "quote")  # Enter in an empty one, Backspace at its start: it becomes a paragraph
BREAKS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class Keys:
    """The keys of one editor."""

    def __init__(self, edit: QTextEdit, look: Look) -> None:
        self._edit, self._look = edit, look

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key does that Qt does otherwise; False: Qt shall."""
        cursor = self._edit.textCursor()
        block = cursor.block()
        key, plain = event.key(), not event.modifiers() & BREAKS
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self.new_block(cursor)
        elif key == Qt.Key.Key_Backspace and plain and not cursor.hasSelection() and cursor.atBlockStart():
            return self._join_above(cursor, block)
        elif key == Qt.Key.Key_Delete and plain and not cursor.hasSelection() and cursor.atBlockEnd():
            return self._take(cursor, block.next(), only_whole=True)
        elif event.text().isprintable() and event.text() and _is_typing(event):
            self._leave_whole(cursor)
            self._leave_link()
            return False
        else:
            return False
        return True

    def new_block(self, cursor: QTextCursor) -> None:
        """Begin a block: of the same kind, or a paragraph where that would make no sense."""
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        block = cursor.block()
        kind = kind_of(block)
        if kind in WHOLE:
            self._beside(cursor)
        elif kind in ENDED_BY_NOTHING and not block.text():
            self._make(block, "paragraph")
        elif kind == "code":
            cursor.insertText(LINE_END)
        elif kind in LINE_KINDS and (cursor.atBlockEnd() or kind == "caption"):
            cursor.insertBlock()
            self._make(cursor.block(), "paragraph", origin=None)
        else:
            cursor.insertBlock()
        cursor.endEditBlock()
        self._edit.setTextCursor(cursor)
        self._edit.ensureCursorVisible()

    def paste(self, text: str) -> None:
        """Put text in at the cursor: each line that is not empty begins a block."""
        lines = [line for line in (line.strip() for line in text.replace(OBJECT, "").splitlines()) if line]
        cursor = self._edit.textCursor()
        cursor.beginEditBlock()
        for number, line in enumerate(lines):
            if number:
                self.new_block(cursor)
                cursor = self._edit.textCursor()
            else:
                cursor.removeSelectedText()
                self._leave_whole(cursor)
            cursor.insertText(line)
            self._edit.setTextCursor(cursor)
        cursor.endEditBlock()
        self._edit.ensureCursorVisible()

    def kind(self) -> PassageKind:
        """Give the kind of the block with the cursor."""
        return kind_of(self._edit.textCursor().block())

    def marks(self) -> tuple[str, ...]:
        """Give the marks of what would be typed."""
        return run_of("", self._edit.currentCharFormat()).marks

    def set_kind(self, kind: PassageKind) -> None:
        """Let the blocks that are selected be of another kind; what is not typed freely stays what it is."""
        cursor = self._edit.textCursor()
        cursor.beginEditBlock()
        for block in self._selected(cursor):
            if kind_of(block) in TYPED and kind_of(block) != kind:
                self._make(block, kind, origin=origin_of(block))
        cursor.endEditBlock()

    def toggle(self, mark: str) -> None:
        """Emphasise what is selected, or no longer; without a selection what is typed next."""
        cursor = self._edit.textCursor()
        on = mark in run_of("", cursor.charFormat()).marks
        cursor.beginEditBlock()
        for block in self._selected(cursor):
            if kind_of(block) not in UNMARKED:
                self._mark(cursor, block, mark, on=not on)
        cursor.endEditBlock()
        if not cursor.hasSelection():
            run = run_of("", self._edit.currentCharFormat())
            self._edit.setCurrentCharFormat(self._letters(cursor.block(), _with(run, mark, on=not on)))

    def set_link(self, chosen: QTextCursor, href: str) -> None:
        """Let what a cursor has selected, within one block, lead to an address; "" to none."""
        block = self._edit.document().findBlock(chosen.selectionStart())
        if kind_of(block) in UNMARKED:
            return
        chosen.beginEditBlock()
        for start, end, run in _runs(block):
            low, high = max(start, chosen.selectionStart()), min(end, chosen.selectionEnd())
            if low < high:
                _span(block, low, high).setCharFormat(self._letters(block, replace(run, href=href)))
        chosen.endEditBlock()

    def _mark(self, cursor: QTextCursor, block: QTextBlock, mark: str, *, on: bool) -> None:
        for start, end, run in _runs(block):
            low, high = max(start, cursor.selectionStart()), min(end, cursor.selectionEnd())
            if low < high:
                part = _span(block, low, high)
                part.setCharFormat(self._letters(block, _with(run, mark, on=on)))

    def _make(self, block: QTextBlock, kind: PassageKind, *, origin: int | None = None) -> None:
        level = level_of(block)
        cursor = QTextCursor(block)
        cursor.setBlockFormat(self._look.block(Passage(kind, level=level), origin))
        cursor.setBlockCharFormat(self._look.letters(kind, level))
        for start, end, run in _runs(block):
            _span(block, start, end).setCharFormat(self._look.letters(kind, level, run))

    def _letters(self, block: QTextBlock, run: Run) -> QTextCharFormat:
        return self._look.letters(kind_of(block), level_of(block), run)

    def _join_above(self, cursor: QTextCursor, block: QTextBlock) -> bool:
        if kind_of(block) in ENDED_BY_NOTHING:
            cursor.beginEditBlock()
            self._make(block, "paragraph", origin=origin_of(block))
            cursor.endEditBlock()
            return True
        return self._take(cursor, block.previous(), only_whole=kind_of(block) not in WHOLE)

    def _take(self, cursor: QTextCursor, block: QTextBlock, *, only_whole: bool) -> bool:
        """Select a picture or table that would run into the text otherwise; the next press takes it out."""
        if not block.isValid() or (only_whole and OBJECT not in block.text()):
            return False
        if OBJECT in block.text():
            cursor.setPosition(block.position())
            cursor.setPosition(block.position() + block.length() - 1, QTextCursor.MoveMode.KeepAnchor)
            self._edit.setTextCursor(cursor)
        return True

    def _leave_whole(self, cursor: QTextCursor) -> None:
        """Put the cursor into a paragraph of its own, where it stands beside a picture or takes the place of one."""
        first = self._edit.document().findBlock(cursor.selectionStart())
        if kind_of(first) in WHOLE:
            cursor.beginEditBlock()
            cursor.removeSelectedText()
            self._beside(cursor)
            cursor.endEditBlock()
            self._edit.setTextCursor(cursor)

    def _leave_link(self) -> None:
        """Let what is typed before or after a link be none of it; within it, it is."""
        cursor = self._edit.textCursor()
        run = run_of("", self._edit.currentCharFormat())
        if not run.href or cursor.hasSelection():
            return
        after = QTextCursor(cursor)
        after.movePosition(QTextCursor.MoveOperation.NextCharacter)
        goes_on = not cursor.atBlockEnd() and run_of("", after.charFormat()).href == run.href
        if cursor.atBlockStart() or not goes_on:
            self._edit.setCurrentCharFormat(self._letters(cursor.block(), replace(run, href="")))

    def _beside(self, cursor: QTextCursor) -> None:
        block = cursor.block()
        if OBJECT not in block.text():
            self._make(block, "paragraph")
            return
        before = cursor.atBlockStart()
        cursor.setPosition(block.position() + (0 if before else block.length() - 1))
        shape, letters = block.blockFormat(), block.charFormat()
        cursor.insertBlock()
        if before:
            QTextCursor(cursor.block()).setBlockFormat(shape)
            QTextCursor(cursor.block()).setBlockCharFormat(letters)
            cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
        self._make(cursor.block(), "paragraph")

    def _selected(self, cursor: QTextCursor) -> list[QTextBlock]:
        document = self._edit.document()
        block, last = document.findBlock(cursor.selectionStart()), document.findBlock(cursor.selectionEnd())
        found = [block]
        while block != last and block.next().isValid():
            block = block.next()
            found.append(block)
        return found


def _is_typing(event: QKeyEvent) -> bool:
    control = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier)
    return not control or bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)  # AltGr is both


def _with(run: Run, mark: str, *, on: bool) -> Run:
    marks = {*run.marks, mark} if on else set(run.marks) - {mark}
    return Run(run.text, tuple(sorted(marks)), run.href)


def _runs(block: QTextBlock) -> list[tuple[int, int, Run]]:
    """Give the runs of a block with their places in the document, without pictures."""
    found = []
    for step in block:  # type: ignore[attr-defined]  # the stubs lack __next__
        fragment = step.fragment()
        if not fragment.charFormat().isImageFormat():
            start = fragment.position()
            found.append((start, start + fragment.length(), run_of(fragment.text(), fragment.charFormat())))
    return found


def _span(block: QTextBlock, start: int, end: int) -> QTextCursor:
    cursor = QTextCursor(block)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor
