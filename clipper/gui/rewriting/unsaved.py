"""The question before what was written goes."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from clipper.gui.asking import Asking
from clipper.gui.theme import Theme

translate = QCoreApplication.translate


class Unsaved(Asking):
    """Asks what to do with what was written. accepted: save it; discarded: let it go; rejected: go on writing."""

    discarded = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(
            translate("Unsaved", "Save What You Changed?"),
            translate("Unsaved", "The text was changed, and is not saved yet."),
            translate("Unsaved", "Save"),
            theme,
            parent,
        )
        self.add_field(None)
        self.back.setText(self.tr("Go on Editing"))
        self.discard = QPushButton(self.tr("Discard"), self)
        self.discard.setAutoDefault(False)
        self.discard.clicked.connect(self._discard)
        self._row.insertWidget(0, self.discard)
        self.deed.setFocus()

    def _discard(self) -> None:
        self.done(2)
        self.discarded.emit()
