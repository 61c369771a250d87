"""The particulars of an article: each with the place it was found at, to be set right or put back."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from clipper.gui import icons, sentences
from clipper.gui.models.details import Detail
from clipper.gui.theme import Theme

translate = QCoreApplication.translate
FIELD_CHARS = 2_000
WIDTH = 640


class DetailsDialog(QDialog):
    """Shown, not exec()'d. saved(texts): all fields by name; the dialog stays until close() or a fault is shown."""

    saved = Signal(object)

    def __init__(self, details: Sequence[Detail], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Details"))
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(WIDTH)
        title = QLabel(self.tr("Details"), self)
        title.setFont(theme.font("title"))
        words = QLabel(self.tr("What you set right here stays, also when the page is read again."), self)
        words.setObjectName("quiet")
        self._fault = QLabel(self)
        self._fault.setWordWrap(True)
        self._fault.setTextFormat(Qt.TextFormat.PlainText)
        self._fault.hide()
        self.rows = {detail.field: _Row(detail, theme, self) for detail in details}
        self.save = QPushButton(self.tr("Save"), self)
        self.save.setDefault(True)
        self.save.clicked.connect(self._save)
        back = QPushButton(self.tr("Cancel"), self)
        back.setAutoDefault(False)
        back.clicked.connect(self.reject)
        box = QVBoxLayout(self)
        box.setContentsMargins(28, 24, 28, 20)
        box.setSpacing(4)
        box.addWidget(title)
        box.addWidget(words)
        box.addSpacing(12)
        box.addLayout(self._grid())
        box.addWidget(self._fault)
        box.addSpacing(12)
        box.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(back)
        buttons.addWidget(self.save)
        box.addLayout(buttons)

    def texts(self) -> Mapping[str, str]:
        """Give what stands in the fields."""
        return {field: row.line.text() for field, row in self.rows.items()}

    def show_fault(self, words: str, field: str) -> None:
        """Say why it was not saved, and go to the field that is at fault, "" for none."""
        self._fault.setText(words)
        self._fault.show()
        self.save.setEnabled(True)
        if field in self.rows:
            self.rows[field].line.setFocus(Qt.FocusReason.OtherFocusReason)
            self.rows[field].line.selectAll()

    def _save(self) -> None:
        self._fault.hide()
        self.save.setEnabled(False)
        self.saved.emit(self.texts())

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for number, row in enumerate(self.rows.values()):
            grid.addWidget(row.name, 3 * number, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(row.line, 3 * number, 1)
            grid.addWidget(row.back, 3 * number, 2)
            grid.addWidget(row.origin, 3 * number + 1, 1)
            grid.setRowMinimumHeight(3 * number + 2, 8)
        return grid


class _Row:
    """A field: its name, a line, where it was found, and a button that puts the page's own back."""

    def __init__(self, detail: Detail, theme: Theme, parent: DetailsDialog) -> None:
        self._detail = detail
        self.name = QLabel(_name(detail.field), parent)
        self.line = QLineEdit(detail.shown, parent)
        self.line.setMaxLength(FIELD_CHARS)
        self.line.setCursorPosition(0)
        self.line.setAccessibleName(_name(detail.field))
        self.line.setPlaceholderText(_hint(detail.field))
        self.name.setBuddy(self.line)
        self.back = QPushButton(parent)
        self.back.setIcon(icons.icon(theme, "undo"))
        self.back.setFlat(True)
        self.back.setAutoDefault(False)
        self.back.setToolTip(translate("DetailsDialog", "Take Back"))
        self.back.setAccessibleName(translate("DetailsDialog", "Take back: {field}").format(field=_name(detail.field)))
        # It keeps its place while it is not shown, so that the lines do not jump as one types.
        policy = self.back.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.back.setSizePolicy(policy)
        self.origin = QLabel(parent)
        self.origin.setObjectName("quiet")
        self.origin.setFont(theme.font("small"))
        self.origin.setTextFormat(Qt.TextFormat.PlainText)
        self.back.clicked.connect(self._take_back)
        self.line.textChanged.connect(self._weigh)
        self._weigh(detail.shown)

    def _take_back(self) -> None:
        self.line.setText(self._detail.extracted)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _weigh(self, text: str) -> None:
        extracted = self._detail.extracted
        corrected = " ".join(text.split()) != extracted
        self.back.setVisible(corrected)
        if not corrected and extracted:
            words = sentences.origin(self._detail.source, self._detail.confidence)
        elif not corrected:
            words = translate("DetailsDialog", "Not found on the page")
        elif extracted:
            words = translate("DetailsDialog", "Corrected by you; the page has: {text}").format(
                text=sentences.plain(extracted, 70)
            )
        else:
            words = translate("DetailsDialog", "Added by you; the page has nothing")
        self.origin.setText(words)
        self.line.setAccessibleDescription(words)


def _name(field: str) -> str:
    names = {
        "title": translate("DetailsDialog", "Title"),
        "subtitle": translate("DetailsDialog", "Subtitle"),
        "authors": translate("DetailsDialog", "Authors"),
        "date": translate("DetailsDialog", "Date"),
        "site": translate("DetailsDialog", "Site"),
        "section": translate("DetailsDialog", "Section"),
        "language": translate("DetailsDialog", "Language"),
    }
    return names[field]


def _hint(field: str) -> str:
    hints = {
        "authors": translate("DetailsDialog", "Several with ; between"),
        "date": translate("DetailsDialog", "As 2026-11-24"),
        "language": translate("DetailsDialog", "Two letters, as en or de"),
    }
    return hints.get(field, "")
