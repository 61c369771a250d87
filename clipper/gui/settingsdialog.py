"""The settings dialog."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from clipper.gui.forms import Form, Segments, Stepper, Switch
from clipper.gui.reading.pane import SIZES
from clipper.gui.theme import Theme
from clipper.settings import Settings

PARALLEL = (1, 2, 3, 4, 6, 8, 12, 16)


class SettingsDialog(QDialog):
    """Shows settings; each change is told at once. Shown, not exec()'d."""

    settings_changed = Signal(object)  # Settings

    def __init__(self, settings: Settings, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._theme = theme
        self.setWindowTitle(self.tr("Settings"))
        self.setMinimumWidth(580)
        title = QLabel(self.tr("Settings"), self)
        title.setFont(theme.font("title"))
        self.form = Form(theme, self)
        self._add_looks()
        self._add_reading()
        self._add_fetching()
        self._add_export()
        done = QPushButton(self.tr("Done"), self)
        done.setDefault(True)
        done.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(done)
        box = QVBoxLayout(self)
        box.setContentsMargins(28, 24, 28, 20)
        box.setSpacing(12)
        box.addWidget(title)
        box.addWidget(self.form)
        box.addStretch(1)
        box.addLayout(row)

    def _add_looks(self) -> None:
        scheme = self.tr("Appearance")
        schemes = (
            ("system", self.tr("As the system")),
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
        )
        self._segments("scheme", scheme, "", schemes)
        languages = (("", self.tr("As the system")), ("en", "English"), ("de", "Deutsch"))
        self._segments("language", self.tr("Language"), self.tr("Takes effect at the next start."), languages)
        self._switch("motion", self.tr("Motion"), self.tr("Short animations."))

    def _add_reading(self) -> None:
        size = self.tr("Size of the reading text")
        self._stepper("text_percent", size, self.tr("Also with Ctrl and + or −."), SIZES, "{value} %")
        read = self.tr("Mark as read")
        self._switch("mark_read", read, self.tr("What was open for a moment counts as read."))

    def _add_fetching(self) -> None:
        repeated = self.tr("Leave out what a site repeats")
        word = self.tr("Lines that stand on several pages of a site stay out of its articles, from the fifth page on.")
        self._switch("leave_out_repeated", repeated, word)
        self._stepper("parallel", self.tr("Pages fetched at once"), "", PARALLEL, "{value}")
        private = self.tr("Private addresses")
        word = self.tr("Pages on this computer and in its network may be fetched. Leave it off unless you need it.")
        self._switch("allow_private", private, word)

    def _add_export(self) -> None:
        papers = (("a4", "A4"), ("us-letter", self.tr("US Letter")))
        self._segments("paper", self.tr("Paper"), self.tr("For PDF and print."), papers)
        self._switch("pdf_pictures", self.tr("Pictures in PDFs"), "")

    def _segments(self, field: str, name: str, word: str, choices: tuple[tuple[str, str], ...]) -> None:
        control = Segments(name, choices, self._theme, self)
        control.setObjectName(field)
        control.choose(getattr(self._settings, field))
        control.chosen.connect(lambda value: self._set(field, value))
        self.form.add(name, word, control)

    def _switch(self, field: str, name: str, word: str) -> None:
        control = Switch(name, self._theme, self)
        control.setObjectName(field)
        control.setChecked(getattr(self._settings, field))
        control.toggled.connect(lambda on: self._set(field, on))
        self.form.add(name, word, control)

    def _stepper(self, field: str, name: str, word: str, values: tuple[int, ...], shown: str) -> None:
        control = Stepper(name, values, shown, self._theme, self)
        control.setObjectName(field)
        control.set_value(getattr(self._settings, field))
        control.stepped.connect(lambda value: self._set(field, value))
        self.form.add(name, word, control)

    def _set(self, field: str, value: object) -> None:
        self._settings = replace(self._settings, **{field: value})  # type: ignore[arg-type]
        self.settings_changed.emit(self._settings)
