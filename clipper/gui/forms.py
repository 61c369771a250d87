"""The parts that dialogs are made of: switch, segments, stepper, and rows with a name, a word on it and a control."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from clipper.gui.theme import Theme

TRACK_WIDTH, TRACK_HEIGHT = 40, 22
WORD_WIDTH = 380


class Switch(QCheckBox):
    """On or off, drawn as a switch."""

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The track and the ring of the focus around it."""
        return QSize(TRACK_WIDTH + 6, TRACK_HEIGHT + 6)

    def hitButton(self, place: object) -> bool:
        """All of it can be clicked."""
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw track and knob."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(3, 3, TRACK_WIDTH, TRACK_HEIGHT)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("accent"), 1.5))
            painter.drawRoundedRect(track.adjusted(-2, -2, 2, 2), TRACK_HEIGHT / 2 + 2, TRACK_HEIGHT / 2 + 2)
        painter.setPen(Qt.PenStyle.NoPen)
        on = self.isChecked()
        painter.setBrush(self._theme.colour("accent" if on else "faint"))
        painter.drawRoundedRect(track, TRACK_HEIGHT / 2, TRACK_HEIGHT / 2)
        painter.setBrush(self._theme.colour("on_accent" if on else "surface"))
        x = track.right() - TRACK_HEIGHT / 2 if on else track.left() + TRACK_HEIGHT / 2
        painter.drawEllipse(QPointF(x, track.center().y()), TRACK_HEIGHT / 2 - 3, TRACK_HEIGHT / 2 - 3)
        painter.end()


class Segment(QAbstractButton):
    """One choice of several."""

    def __init__(self, text: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setText(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        """The text with room around it."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 26, metrics.height() + 13)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chosen one raised."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(2.5, 2.5, -2.5, -2.5)
        chosen = self.isChecked()
        painter.setPen(QPen(self._theme.colour("accent" if self.hasFocus() else "hairline"), 1))
        if chosen:
            painter.setBrush(self._theme.colour("surface"))
            painter.drawRoundedRect(area, 5, 5)
        elif self.hasFocus():
            painter.drawRoundedRect(area, 5, 5)
        painter.setPen(self._theme.colour("text" if chosen else "secondary" if self.isEnabled() else "faint"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()


class Segments(QWidget):
    """A few choices side by side, one of them chosen."""

    chosen = Signal(str)

    def __init__(
        self, name: str, choices: Sequence[tuple[str, str]], theme: Theme, parent: QWidget | None = None
    ) -> None:
        """choices: value and word."""
        super().__init__(parent)
        self._theme = theme
        self._group = QButtonGroup(self)
        self._values: list[str] = []
        box = QHBoxLayout(self)
        box.setContentsMargins(1, 1, 1, 1)
        box.setSpacing(0)
        for value, word in choices:
            button = Segment(word, theme, self)
            button.setAccessibleName(f"{name}: {word}")
            self._group.addButton(button, len(self._values))
            self._values.append(value)
            box.addWidget(button)
        self._group.idClicked.connect(self._tell)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def value(self) -> str:
        """Give what is chosen."""
        chosen = self._group.checkedId()
        return self._values[chosen] if chosen >= 0 else ""

    def choose(self, value: str) -> None:
        """Choose without telling; what is no choice here leaves none chosen."""
        if value in self._values:
            self._group.button(self._values.index(value)).setChecked(True)
        elif (chosen := self._group.checkedButton()) is not None:
            self._group.setExclusive(False)
            chosen.setChecked(False)
            self._group.setExclusive(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground that the choices lie on."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("pill"))
        painter.drawRoundedRect(QRectF(self.rect()), 7, 7)
        painter.end()

    def _tell(self, number: int) -> None:
        self.chosen.emit(self._values[number])


class Stepper(QWidget):
    """A number from a short list, with less and more."""

    stepped = Signal(int)

    def __init__(
        self, name: str, values: Sequence[int], word: str, theme: Theme, parent: QWidget | None = None
    ) -> None:
        """word: how a value is shown, as "{value} %"."""
        super().__init__(parent)
        self._values, self._word, self._value = sorted(values), word, values[0]
        self._shown = QLabel(self)
        self._shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._shown.setMinimumWidth(self._shown.fontMetrics().horizontalAdvance("0000 %"))
        self._less = self._button("−", self.tr("{name}: less").replace("{name}", name))
        self._more = self._button("+", self.tr("{name}: more").replace("{name}", name))
        self._less.clicked.connect(lambda: self._step(-1))
        self._more.clicked.connect(lambda: self._step(1))
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        for part in (self._less, self._shown, self._more):
            box.addWidget(part)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_value(self._value)

    def value(self) -> int:
        """Give the number."""
        return self._value

    def set_value(self, value: int) -> None:
        """Show a number without telling."""
        self._value = value
        self._shown.setText(self._word.replace("{value}", str(value)))
        self._less.setEnabled(value > self._values[0])
        self._more.setEnabled(value < self._values[-1])

    def _step(self, by: int) -> None:
        if by > 0:
            value = next((one for one in self._values if one > self._value), self._value)
        else:
            value = next((one for one in reversed(self._values) if one < self._value), self._value)
        self.set_value(value)
        self.stepped.emit(value)

    def _button(self, sign: str, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(sign)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setFixedSize(30, 30)
        return button


class Form(QWidget):
    """Rows of a name with a word on it at the left and a control at the right, hairlines between them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)

    def add(self, name: str, word: str, control: QWidget) -> None:
        """Add a row. word: what the name does not say, "" for nothing."""
        if self._rows.count():
            self._rows.addWidget(_Rule(self._theme, self))
        names = QVBoxLayout()
        names.setSpacing(2)
        label = QLabel(name, self)
        label.setBuddy(control)
        names.addWidget(label)
        if word:
            said = QLabel(word, self)
            said.setObjectName("quiet")
            said.setFont(self._theme.font("small"))
            said.setWordWrap(True)
            # A layout in a layout asks no label how high it is at its width.
            width = min(WORD_WIDTH, said.fontMetrics().horizontalAdvance(word) + 2)
            said.setFixedSize(width, said.heightForWidth(width))
            names.addWidget(said)
        row = QHBoxLayout()
        row.setContentsMargins(0, 10, 0, 10)
        row.setSpacing(24)
        row.addLayout(names)
        row.addStretch(1)
        row.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
        self._rows.addLayout(row)


class _Rule(QWidget):
    """A hairline."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("hairline"))
        painter.end()


class Bar(QWidget):
    """How far something is; total None moves nothing and says only that it runs."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._part: float | None = None
        self.setFixedHeight(6)

    def show_part(self, done: int, total: int | None) -> None:
        """Show how far."""
        self._part = min(1.0, done / total) if total else None
        self.setAccessibleName("" if self._part is None else f"{self._part:.0%}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the track, and the part that is done."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("hairline"))
        area = QRectF(self.rect())
        painter.drawRoundedRect(area, 3, 3)
        painter.setBrush(self._theme.colour("accent"))
        if self._part:
            painter.drawRoundedRect(QRectF(0, 0, area.width() * self._part, area.height()), 3, 3)
        painter.end()
