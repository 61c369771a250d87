"""Passages into a text document, and what became of them back out of it."""

from collections.abc import Iterator, Sequence

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextDocument, QTextImageFormat

from clipper.gui.rewriting.look import HREF, LINE_END, MARKS, Look, kind_of, level_of, origin_of, run_of
from clipper.passages import WHOLE, Edited, Passage, Run, tidy

PICTURE = "clipper-passage:"
OBJECT = "\ufffc"


def put(cursor: QTextCursor, number: int, passage: Passage, look: Look, image: QTextImageFormat | None) -> None:
    """Put a passage at the end of a document. image: of one that is shown as a whole."""
    shape, letters = look.block(passage, number), look.letters(passage.kind, passage.level)
    if number == 0:
        cursor.setBlockFormat(shape)
        cursor.setBlockCharFormat(letters)
    else:
        cursor.insertBlock(shape, letters)
    if image is not None:
        cursor.insertImage(image)
        return
    for run in passage.runs:
        cursor.insertText(run.text.replace("\n", LINE_END), look.letters(passage.kind, passage.level, run))


def image_format(number: int, width: int, height: int, told: str) -> QTextImageFormat:
    """Give the format of the picture that stands for a passage. told: for those who do not see it."""
    image = QTextImageFormat()
    image.setName(f"{PICTURE}{number}")
    image.setWidth(width)
    image.setHeight(height)
    image.setToolTip(told)
    image.setProperty(MARKS, "")
    image.setProperty(HREF, "")
    return image


def runs_of(block: QTextBlock) -> tuple[Run, ...]:
    """Give the runs of a block, without what stands for pictures."""
    found = [run_of(text.replace(OBJECT, ""), shape) for text, shape in _fragments(block)]
    return tidy(found, code=kind_of(block) == "code")


def wholes_of(block: QTextBlock) -> tuple[int, ...]:
    """Give the numbers of the pictures and tables in a block."""
    if OBJECT not in block.text():
        return ()
    names = [shape.toImageFormat().name() for _, shape in _fragments(block) if shape.isImageFormat()]
    return tuple(int(name.removeprefix(PICTURE)) for name in names if name.removeprefix(PICTURE).isdecimal())


def edited(document: QTextDocument, passages: Sequence[Passage]) -> tuple[Edited, ...]:
    """Give the passages of a document. Of several blocks with one origin the likest is the passage itself."""
    blocks = [(block, runs_of(block)) for block in _blocks(document)]
    themselves = _themselves(blocks, passages)
    found: list[Edited] = []
    for place, (block, runs) in enumerate(blocks):
        found += [Edited(number, passages[number].kind) for number in wholes_of(block)]
        kind, origin = kind_of(block), origin_of(block)
        if not runs:
            continue
        if kind in WHOLE:
            found.append(Edited(None, "paragraph", runs, fresh=True))
        elif origin is not None and themselves.get(origin) == place:
            same = passages[origin].runs == runs
            found.append(Edited(origin, kind, None if same else runs, level=level_of(block)))
        else:
            found.append(Edited(origin, kind, runs, fresh=True, level=level_of(block)))
    return tuple(found)


def _themselves(blocks: Sequence[tuple[QTextBlock, tuple[Run, ...]]], passages: Sequence[Passage]) -> dict[int, int]:
    """Give for each passage the place of the block that is the passage itself."""
    best: dict[int, tuple[int, int]] = {}
    for place, (block, runs) in enumerate(blocks):
        origin = origin_of(block)
        if origin is None or not runs or passages[origin].kind in WHOLE:
            continue
        likeness = 2 * (passages[origin].runs == runs) + (passages[origin].kind == kind_of(block))
        if origin not in best or likeness > best[origin][0]:
            best[origin] = (likeness, place)
    return {origin: place for origin, (_, place) in best.items()}


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _fragments(block: QTextBlock) -> Iterator[tuple[str, QTextCharFormat]]:
    for step in block:  # type: ignore[attr-defined]  # the stubs lack __next__
        fragment = step.fragment()
        yield fragment.text(), fragment.charFormat()
