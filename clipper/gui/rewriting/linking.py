"""Asks where a link leads, and sets it."""

import re

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtWidgets import QWidget

from clipper.gui.asking import LineAsked
from clipper.gui.rewriting.look import run_of
from clipper.gui.theme import Theme

translate = QCoreApplication.translate
_BARE = re.compile(r"[\w-]+(\.[\w-]+)*\.[A-Za-z]{2,}(?:[:/?#]\S*)?")
_WEB = re.compile(r"(?:https?://|mailto:)\S+", re.IGNORECASE)


class LinkAsked(LineAsked):
    """given: an address, "" for none."""

    def __init__(self, href: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(
            translate("LinkAsked", "Where Does the Link Lead?"),
            translate("LinkAsked", "An address of the web. None takes the link away."),
            translate("LinkAsked", "Set Link"),
            theme,
            parent,
            text=href,
        )

    def _weigh(self, text: str) -> None:
        self.deed.setEnabled(not text.strip() or bool(address(text)))


def address(text: str) -> str:
    """Give what was typed as an address of the web; "" where it is none. Pure."""
    text = text.strip()
    if _WEB.fullmatch(text):
        return text
    return f"https://{text}" if _BARE.fullmatch(text) else ""


def target(cursor: QTextCursor) -> tuple[QTextCursor, str]:
    """Give what a link would be set on, and where it leads by now: the selection, else the link or word at the cursor.

    A link stands in one block: of a selection over several, that in which it begins counts.
    """
    block = cursor.document().findBlock(cursor.selectionStart())
    chosen = QTextCursor(cursor)
    if cursor.hasSelection():
        end = min(cursor.selectionEnd(), block.position() + block.length() - 1)
        chosen.setPosition(cursor.selectionStart())
        chosen.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    elif (span := _link_at(block, cursor.position())) is not None:
        chosen.setPosition(span[0])
        chosen.setPosition(span[1], QTextCursor.MoveMode.KeepAnchor)
    else:
        chosen.select(QTextCursor.SelectionType.WordUnderCursor)
    return chosen, run_of("", chosen.charFormat()).href


def _link_at(block: QTextBlock, position: int) -> tuple[int, int] | None:
    """Give where the link at a place begins and ends: runs that lead to the same address, one after the other."""
    spans: list[tuple[int, int, str]] = []
    for step in block:  # type: ignore[attr-defined]  # the stubs lack __next__
        fragment = step.fragment()
        start, href = fragment.position(), run_of("", fragment.charFormat()).href
        if spans and spans[-1][2] == href:
            spans[-1] = (spans[-1][0], start + fragment.length(), href)
        else:
            spans.append((start, start + fragment.length(), href))
    return next(((start, end) for start, end, href in spans if href and start <= position <= end), None)
