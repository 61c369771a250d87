"""The foot of the export dialog: ready, running, asking, done. Shows one of them at a time."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from clipper.gui import sentences
from clipper.gui.forms import Bar
from clipper.gui.theme import Theme
from clipper.progress import Step


class ExportFoot(QWidget):
    """A sentence, a bar, and the buttons that fit."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.file = ""
        self._says = QLabel(self)
        self._says.setWordWrap(True)
        self._says.setTextFormat(Qt.TextFormat.PlainText)
        self._says.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._bar = Bar(theme, self)
        self.leave = QPushButton(self.tr("Cancel"), self)
        self.go = QPushButton(self.tr("Export"), self)
        self.stop = QPushButton(self.tr("Stop"), self)
        self.replace = QPushButton(self.tr("Replace"), self)
        self.replace.setProperty("danger", True)
        self.keep = QPushButton(self.tr("Keep"), self)
        self.reveal = QPushButton(self.tr("Show in folder"), self)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (self.leave, self.keep, self.replace, self.stop, self.reveal, self.go):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 0)
        box.setSpacing(10)
        box.addWidget(self._says)
        box.addWidget(self._bar)
        box.addLayout(buttons)
        self.show_ready()

    def show_ready(self) -> None:
        """Nothing runs; Export starts."""
        self._show("", self.leave, self.go)
        self.leave.setText(self.tr("Cancel"))

    def show_running(self) -> None:
        """An export runs; Stop ends it."""
        self._bar.show_part(0, None)
        self._show(self.tr("Setting the pages …"), self.stop, bar=True)

    def show_step(self, step: Step) -> None:
        """Show how far it is."""
        self._bar.show_part(step.done, step.total)
        said = sentences.step(step)
        if said:
            self._says.setText(said)

    def show_question(self, question: str) -> None:
        """Ask whether to replace what is there."""
        self._show(question, self.keep, self.replace)
        self.keep.setFocus()

    def show_fault(self, said: str) -> None:
        """Say what went wrong; Export tries again."""
        self._show(said, self.leave, self.go)

    def show_done(self, said: str, file: str) -> None:
        """Say what was written."""
        self.file = file
        self.leave.setText(self.tr("Close"))
        self._show(said, self.leave, *((self.reveal,) if file else ()))
        (self.reveal if file else self.leave).setFocus()

    def _show(self, said: str, *buttons: QPushButton, bar: bool = False) -> None:
        self._says.setText(said)
        self._says.setVisible(bool(said))
        self._bar.setVisible(bar)
        for button in (self.leave, self.keep, self.replace, self.stop, self.reveal, self.go):
            button.setVisible(button in buttons)
        self.go.setDefault(self.go in buttons)
        self.reveal.setDefault(self.reveal in buttons)
