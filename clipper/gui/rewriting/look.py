"""How passages look in the editor: formats of blocks and letters, with what is needed to read them back."""

from typing import cast

from PySide6.QtGui import QFont, QTextBlock, QTextBlockFormat, QTextCharFormat, QTextFormat

from clipper.gui.reading import style as styles
from clipper.gui.reading.style import Style
from clipper.passages import Passage, PassageKind, Run

_OURS = QTextFormat.Property.UserProperty.value
ORIGIN, KIND, LEVEL, ORDERED = (
    _OURS + 1,
    _OURS + 2,
    _OURS + 3,
    _OURS + 4,
)  # of blocks; ORIGIN: number of the passage + 1
MARKS, HREF = _OURS + 11, _OURS + 12  # of letters
INDENT = 28
HEADINGS = {2: 23, 3: 20}  # pixels; smaller ones are set in the face of the window
SMALL_HEADING, CAPTION, SMALL = 15, 13, 0.85
LINE_END = "\u2028"
PLAIN = Run("")
_PROPORTIONAL = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value


class Look:
    """Formats at one size of text."""

    def __init__(self, style: Style) -> None:
        self.style = style
        self.gap, self.near = style.px(style.tokens.text_px * 0.85), style.px(6)  # below a block

    def block(self, passage: Passage, origin: int | None) -> QTextBlockFormat:
        """Give the format of a passage's block."""
        kind, style, gap = passage.kind, self.style, self.gap
        shape = QTextBlockFormat()
        shape.setProperty(ORIGIN, 0 if origin is None else origin + 1)
        shape.setProperty(KIND, kind)
        shape.setProperty(LEVEL, passage.level)
        shape.setProperty(ORDERED, passage.ordered)
        above, below = {
            "heading": (style.px(14), style.px(8)),
            "item": (0, self.near),
            "picture": (style.px(8), gap + style.px(4)),
            "table": (style.px(8), gap + style.px(4)),
            "code": (style.px(14), gap + style.px(14)),  # the ground is larger than the text
        }.get(kind, (0, gap))
        indent = max(passage.indent, int(kind == "item"))
        quoted = styles.QUOTE if passage.quoted or kind == "quote" else 0
        shape.setTopMargin(above)
        shape.setBottomMargin(below)
        side = styles.CODE if kind == "code" else INDENT * indent + quoted
        shape.setLeftMargin(side)  # the grounds know a quote by it
        shape.setRightMargin(side if style.language in styles.RIGHT_TO_LEFT else 0)
        shape.setLineHeight(self._line(passage), _PROPORTIONAL)
        return shape

    def letters(self, kind: PassageKind, level: int, run: Run = PLAIN) -> QTextCharFormat:
        """Give the format of a run's letters."""
        size, bold, families = self._face(kind, level)
        if "code" in run.marks:
            families, size = ["Noto Sans Mono", "DejaVu Sans Mono", "monospace"], round(size * SMALL)
        font = QFont(families)
        font.setPixelSize(max(1, size))
        font.setWeight(QFont.Weight.DemiBold if bold or "strong" in run.marks else QFont.Weight.Normal)
        font.setItalic(bool({"em", "cite"}.intersection(run.marks)) and self.style.language not in styles.UPRIGHT)
        font.setStrikeOut("del" in run.marks)
        shape = QTextCharFormat()
        shape.setFont(font)
        if "sub" in run.marks or "sup" in run.marks:
            align = QTextCharFormat.VerticalAlignment
            shape.setVerticalAlignment(align.AlignSubScript if "sub" in run.marks else align.AlignSuperScript)
        shape.setProperty(MARKS, " ".join(run.marks))
        shape.setProperty(HREF, run.href)
        return shape

    def _line(self, passage: Passage) -> int:
        tokens = self.style.tokens
        if passage.kind in ("picture", "table"):
            return 100
        if passage.kind in ("caption", "code"):
            return round(140 / styles.UI_LINE)
        return round((1.3 if passage.kind == "heading" else tokens.line_height) * 100 / styles.SERIF_LINE)

    def _face(self, kind: PassageKind, level: int) -> tuple[int, bool, list[str]]:
        tokens, px = self.style.tokens, self.style.px
        serif = [tokens.reading_family, "Noto Naskh Arabic", "Noto Serif Hebrew", "Noto Serif", "serif"]
        plain = [tokens.ui_family, "Noto Sans", "sans-serif"]
        if kind == "heading":
            size = HEADINGS.get(level)
            return (px(size), True, serif) if size else (px(SMALL_HEADING), True, plain)
        if kind == "caption":
            return px(CAPTION), False, plain
        if kind == "code":
            return round(self.style.text_px * 0.8), False, ["Noto Sans Mono", "DejaVu Sans Mono", "monospace"]
        return self.style.text_px, False, serif


def kind_of(block: QTextBlock) -> PassageKind:
    """Give the kind of a block."""
    return cast(PassageKind, block.blockFormat().property(KIND) or "paragraph")


def origin_of(block: QTextBlock) -> int | None:
    """Give the number of the passage that a block came from, None for none."""
    number = block.blockFormat().property(ORIGIN)
    return int(number) - 1 if number else None


def level_of(block: QTextBlock) -> int:
    """Give the level of a heading; of what becomes one, that below the headline."""
    return int(block.blockFormat().property(LEVEL) or 2)


def run_of(text: str, shape: QTextCharFormat) -> Run:
    """Read a run back from a fragment."""
    marks = tuple(sorted(str(shape.property(MARKS) or "").split()))
    return Run(text.replace(LINE_END, "\n"), marks, str(shape.property(HREF) or ""))
