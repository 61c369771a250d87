"""The export dialog: options, a preview of the first page, progress, and what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, cast

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from clipper.answers import Exported, ExportOptions
from clipper.errors import ClipperError, ExportError
from clipper.gui import filenames, sentences
from clipper.gui.counted import Counted
from clipper.gui.exportfoot import ExportFoot
from clipper.gui.forms import Form, Segments, Switch
from clipper.gui.preview import Preview
from clipper.gui.theme import Theme
from clipper.progress import Step


@dataclass(frozen=True, slots=True)
class ExportOrder:
    """What to export. target: one file, or with apart an existing folder that gets one file each."""

    ids: tuple[int, ...]
    format: str
    target: str
    apart: bool
    options: ExportOptions


class ExportDialog(QDialog):
    """Shown, not exec()'d. An ExportError "exists" is answered by asking and ordering again with overwrite."""

    export_asked = Signal(object)  # ExportOrder
    preview_asked = Signal(object)  # ExportOrder, whose target is ""; answer with show_preview
    stop_asked = Signal()
    reveal_asked = Signal(str)  # a file to be shown in its folder

    def __init__(
        self,
        ids: Sequence[int],
        titles: Sequence[str],
        options: ExportOptions,
        folder: str,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        """titles: of the clippings, in the order of ids; the file's name is proposed from the first.

        folder: where the last export went, "" for the user's documents.
        """
        super().__init__(parent)
        self._ids, self._options = tuple(ids), options
        self._folder = Path(
            folder or QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        )
        self._name = filenames.proposed(titles)
        self._order: ExportOrder | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Export"))
        self._preview = Preview(theme, self)
        self._title = QLabel(Counted().exporting(len(self._ids)), self)
        self._title.setFont(theme.font("title"))
        self._form = Form(theme, self)
        self._add_options(theme)
        self._foot = ExportFoot(theme, self)
        self._lay_out()
        self._wire()
        self._propose()
        self.resize(820, 520)

    def showEvent(self, event: object) -> None:
        """Ask for the first preview."""
        super().showEvent(event)  # type: ignore[arg-type]
        if not self._preview.asked:
            self._ask_preview()

    def show_preview(self, page: bytes) -> None:
        """Show the first page (PNG); b"" where there is none."""
        self._preview.show_page(page)

    def show_step(self, step: Step) -> None:
        """Show how far the export is."""
        self._foot.show_step(step)

    def show_exported(self, exported: Exported) -> None:
        """Show the result with "Show in folder"."""
        self._set_running(False)
        said = [Counted().exported(len(exported.files))] if exported.files else []
        there = [id for id, fault in exported.failed if fault.code == "exists"]
        others = [fault for _, fault in exported.failed if fault.code != "exists"]
        if others:
            said.append(Counted().not_exported(len(others)))
            said.append(sentences.fault(others[0]))
        said += [sentences.remark(code) for code in exported.remarks]
        if there and self._order is not None:
            self._order = replace(self._order, ids=tuple(there))
            self._ask(" ".join([*said, Counted().there_already(len(there))]))
        else:
            self._foot.show_done(" ".join(said), exported.files[0] if exported.files else "")

    def show_error(self, error: ClipperError) -> None:
        """Say what went wrong; ask where a target exists."""
        self._set_running(False)
        if isinstance(error, ExportError) and error.code == "exists":
            self._ask(sentences.error(error))
        else:
            self._foot.show_fault(sentences.error(error))

    def show_stopped(self) -> None:
        """Go back to the options: the user said stop."""
        self._set_running(False)
        self._foot.show_fault(self.tr("Stopped. What was there is as it was."))

    def order(self) -> ExportOrder:
        """Give what is set in the dialog."""
        target = self._target.text().strip()
        return ExportOrder(self._ids, "pdf", target, self._is_apart(), self._chosen())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop a running export."""
        self.stop_asked.emit()
        super().closeEvent(event)

    def reject(self) -> None:
        """Esc stops and closes, as the window's own button does."""
        self.close()

    def _add_options(self, theme: Theme) -> None:
        self._pictures = Switch(self.tr("Pictures"), theme, self)
        self._pictures.setChecked(self._options.pictures)
        self._form.add(self.tr("Pictures"), "", self._pictures)
        papers = (("a4", "A4"), ("us-letter", self.tr("US Letter")))
        self._paper = Segments(self.tr("Paper"), papers, theme, self)
        self._paper.choose(self._options.paper)
        self._form.add(self.tr("Paper"), "", self._paper)
        files = (("one", self.tr("One file")), ("apart", self.tr("One file each")))
        self._files = Segments(self.tr("Files"), files, theme, self)
        self._files.choose("one")
        self._files.setVisible(len(self._ids) > 1)
        if len(self._ids) > 1:
            self._form.add(self.tr("Files"), "", self._files)
        self._target = QLineEdit(self)
        self._target.setAccessibleName(self.tr("Where to"))
        self._browse = QPushButton(self.tr("Choose …"), self)

    def _lay_out(self) -> None:
        where = QHBoxLayout()
        where.addWidget(self._target, 1)
        where.addWidget(self._browse)
        self._where = QLabel(self.tr("&Where to"), self)
        self._where.setBuddy(self._target)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self._title)
        right.addSpacing(4)
        right.addWidget(self._form)
        right.addSpacing(8)
        right.addWidget(self._where)
        right.addLayout(where)
        right.addStretch(1)
        right.addWidget(self._foot)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(24, 24, 24, 20)
        whole.setSpacing(28)
        whole.addWidget(self._preview, 4)
        whole.addLayout(right, 5)

    def _wire(self) -> None:
        self._pictures.toggled.connect(self._ask_preview)
        self._paper.chosen.connect(self._ask_preview)
        self._files.chosen.connect(self._propose)
        self._browse.clicked.connect(self._choose)
        self._foot.go.clicked.connect(self._export)
        self._foot.leave.clicked.connect(self.close)
        self._foot.stop.clicked.connect(self.stop_asked)
        self._foot.replace.clicked.connect(self._replace)
        self._foot.keep.clicked.connect(self._foot.show_ready)
        self._foot.reveal.clicked.connect(lambda: self.reveal_asked.emit(self._foot.file))

    def _ask_preview(self) -> None:
        self._preview.wait(letter=self._paper.value() == "us-letter")
        self.preview_asked.emit(replace(self.order(), target=""))

    def _propose(self) -> None:
        self._target.setText(str(self._folder if self._is_apart() else self._folder / f"{self._name}.pdf"))
        self._target.setCursorPosition(0)

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Export to"), self._target.text())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._is_apart():
            dialog.setFileMode(QFileDialog.FileMode.Directory)
        else:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setNameFilter(self.tr("PDF (*.pdf)"))
            dialog.setDefaultSuffix("pdf")
            # The export itself asks, for it knows better what is there by then.
            dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
            dialog.selectFile(Path(self._target.text()).name)
        dialog.fileSelected.connect(self._target.setText)
        dialog.open()

    def _export(self) -> None:
        if not self._target.text().strip():
            self._propose()
        self._start(self.order())

    def _replace(self) -> None:
        if self._order is not None:
            self._start(replace(self._order, options=replace(self._order.options, overwrite=True)))

    def _start(self, order: ExportOrder) -> None:
        self._order = order
        self._set_running(True)
        self.export_asked.emit(order)

    def _ask(self, question: str) -> None:
        replace_it = self.tr("Replace?")
        self._foot.show_question(f"{question} {replace_it}")

    def _set_running(self, running: bool) -> None:
        for part in (self._form, self._target, self._browse):
            part.setEnabled(not running)
        if running:
            self._foot.show_running()

    def _chosen(self) -> ExportOptions:
        paper = cast(Literal["a4", "us-letter"], self._paper.value())
        return replace(self._options, pictures=self._pictures.isChecked(), paper=paper, overwrite=False)

    def _is_apart(self) -> bool:
        return len(self._ids) > 1 and self._files.value() == "apart"
