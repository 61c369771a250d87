"""The colours of links and captions, laid over the text: they follow the scheme, and no undo meets them."""

from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat, QTextDocument

from clipper.gui.rewriting.look import HREF, kind_of
from clipper.gui.theme import Theme

QUIET = ("caption", "quote")


class Colours(QSyntaxHighlighter):
    """Belongs to the document."""

    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        super().__init__(document)
        self._theme = theme

    def highlightBlock(self, text: str) -> None:
        """Colour one block."""
        block = self.currentBlock()
        if kind_of(block) in QUIET:
            quiet = QTextCharFormat()
            quiet.setForeground(self._theme.colour("secondary"))
            self.setFormat(0, block.length(), quiet)
        link = QTextCharFormat()
        link.setForeground(self._theme.colour("accent"))
        for step in block:  # type: ignore[attr-defined]  # the stubs lack __next__
            fragment = step.fragment()
            if fragment.charFormat().property(HREF):
                self.setFormat(fragment.position() - block.position(), fragment.length(), link)
