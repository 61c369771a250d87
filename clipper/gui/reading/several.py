"""What the reading pane shows when several clippings are selected, when none is, and when one cannot be shown."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QLabel, QToolButton, QVBoxLayout, QWidget

from clipper.gui import icons, sentences
from clipper.gui.counted import Counted
from clipper.gui.reading import head
from clipper.gui.theme import Theme
from clipper.model import Clipping

LISTED, MARGIN = 5, 24
WIDTH = 260
MESSAGE_WIDTH = 300


class SeveralView(QWidget):
    """How many are selected, the first of them, and what can be done with all."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = QLabel(self)
        self._count.setFont(theme.font("title"))
        self._titles = QLabel(self)
        self._titles.setTextFormat(Qt.TextFormat.PlainText)
        self._titles.setObjectName("quiet")
        self._titles.setMinimumWidth(1)  # a long headline must not make the window wider
        self._named: tuple[str, ...] = ()
        self._actions = QVBoxLayout()
        self._actions.setSpacing(4)
        self._buttons: list[QToolButton] = []
        box = QVBoxLayout(self)
        box.addStretch(2)
        for part in (self._count, self._titles):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            box.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
            box.addSpacing(8)
        box.addSpacing(8)
        box.addLayout(self._actions)
        box.addStretch(3)
        self._actions.setAlignment(Qt.AlignmentFlag.AlignHCenter)

    def show_clippings(self, clippings: Sequence[Clipping], actions: Sequence[QAction]) -> None:
        """Show what is selected, with actions as buttons."""
        self._count.setText(Counted().selected(len(clippings)))
        named = [sentences.plain(clipping.title or head.untitled(), 56) for clipping in clippings[:LISTED]]
        if len(clippings) > LISTED:
            named.append(Counted().more(len(clippings) - LISTED))
        self._named = tuple(named)
        self._fit()
        if [button.defaultAction() for button in self._buttons] != list(actions):
            self._set_actions(actions)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the headlines anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        metrics, room = self._titles.fontMetrics(), self.width() - 2 * MARGIN
        lines = [metrics.elidedText(name, Qt.TextElideMode.ElideRight, room) for name in self._named]
        self._titles.setText("\n".join(lines))

    def _set_actions(self, actions: Sequence[QAction]) -> None:
        for button in self._buttons:
            self._actions.removeWidget(button)
            button.deleteLater()
        self._buttons = []
        for action in actions:
            button = QToolButton(self, toolButtonStyle=Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setDefaultAction(action)
            button.setIconSize(QSize(20, 20))
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setFixedWidth(WIDTH)
            self._actions.addWidget(button)
            self._buttons.append(button)


class Message(QWidget):
    """A quiet icon with a sentence under it, in the middle."""

    def __init__(self, theme: Theme, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._icon = theme, icon
        self._picture = QLabel(self)
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setObjectName("quiet")
        self._text.setWordWrap(True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        box = QVBoxLayout(self)
        box.addStretch(2)
        box.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addSpacing(8)
        box.addWidget(self._text, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(3)
        theme.changed.connect(self._paint)
        self._paint()

    def say(self, text: str) -> None:
        """Show a sentence."""
        self._text.setText(text)
        # A label in the middle of a layout is not asked how high it is at its width.
        width = min(MESSAGE_WIDTH, self._text.fontMetrics().horizontalAdvance(text) + 4)
        self._text.setFixedSize(width, self._text.heightForWidth(width))
        self.setAccessibleName(text)

    def _paint(self) -> None:
        ratio = self.devicePixelRatioF()
        self._picture.setPixmap(icons.pixmap(self._theme, self._icon, 40, role="faint", ratio=ratio))
