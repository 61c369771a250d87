"""The export dialog orders what is set in it, asks before it replaces, and says what came of it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from clipper.answers import Exported, ExportOptions
from clipper.errors import ExportError
from clipper.gui.exportdialog import ExportDialog
from clipper.gui.filenames import folder_there
from clipper.gui.theme import Theme
from clipper.model import Fault
from clipper.progress import Step


@pytest.fixture
def dialog(theme: Theme, qtbot: QtBot, tmp_path: Path) -> ExportDialog:
    titles = ('A "title": with / signs', "Second", "Third")
    dialog = ExportDialog((3, 1, 2), titles, ExportOptions(), str(tmp_path), theme)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def page(colour: str) -> bytes:
    image = QImage(210, 297, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(data.data())


def test_one_file_of_all_is_proposed_in_the_folder_of_last_time(dialog: ExportDialog, tmp_path: Path) -> None:
    order = dialog.order()

    assert (order.ids, order.format, order.apart) == ((3, 1, 2), "pdf", False)
    assert Path(order.target).parent == tmp_path
    assert order.target.endswith(".pdf")


def test_one_clipping_is_named_by_its_title_in_letters_that_every_system_takes(
    theme: Theme, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = ExportDialog((1,), ('A "title": with / signs\u202e ..',), ExportOptions(), str(tmp_path), theme)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)

    assert Path(dialog.order().target).name == "A title with signs.pdf"


def test_a_file_each_goes_to_a_folder(dialog: ExportDialog, tmp_path: Path) -> None:
    dialog._files.choose("apart")
    dialog._propose()

    assert dialog.order().apart
    assert dialog.order().target == str(tmp_path)


def test_every_option_is_in_the_order_and_asks_for_another_preview(dialog: ExportDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.preview_asked) as asked:
        qtbot.mouseClick(dialog._pictures, Qt.MouseButton.LeftButton)

    assert asked.args is not None
    assert asked.args[0].options == ExportOptions(pictures=False)
    assert asked.args[0].target == ""
    with qtbot.waitSignal(dialog.preview_asked):
        qtbot.mouseClick(dialog._paper._group.button(1), Qt.MouseButton.LeftButton)
    assert dialog.order().options == ExportOptions(pictures=False, paper="us-letter")


def test_the_preview_is_shown_on_paper(dialog: ExportDialog) -> None:
    dialog.show_preview(page("#ff0000"))

    shown = dialog._preview.grab().toImage()
    assert shown.pixelColor(shown.width() // 2, shown.height() // 2) == QColor("#ff0000")


def test_no_preview_is_said(dialog: ExportDialog) -> None:
    dialog.show_preview(b"no picture")

    assert dialog._preview._says != ""


def test_a_target_that_is_there_is_replaced_only_after_asking(
    dialog: ExportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(dialog.export_asked) as first:
        dialog._foot.go.click()
    dialog.show_error(ExportError("exists", path=str(tmp_path / "x.pdf")))

    assert first.args is not None
    assert not first.args[0].options.overwrite
    assert dialog._foot.replace.isVisible()
    assert not dialog._foot.replace.isDefault()
    with qtbot.waitSignal(dialog.export_asked) as second:
        dialog._foot.replace.click()
    assert second.args is not None
    assert second.args[0].options.overwrite
    assert second.args[0].target == first.args[0].target


def test_what_is_there_is_kept_on_keep(dialog: ExportDialog, qtbot: QtBot) -> None:
    dialog._foot.go.click()
    dialog.show_error(ExportError("exists", path="/x.pdf"))

    with qtbot.assertNotEmitted(dialog.export_asked):
        dialog._foot.keep.click()

    assert dialog._foot.go.isVisible()


def test_of_a_file_each_only_those_that_are_there_are_ordered_again(dialog: ExportDialog, qtbot: QtBot) -> None:
    dialog._files.choose("apart")
    dialog._foot.go.click()
    dialog.show_exported(Exported(("/x/a.pdf",), ((1, Fault("exists", "/x/b.pdf")),)))

    with qtbot.waitSignal(dialog.export_asked) as again:
        dialog._foot.replace.click()

    assert again.args is not None
    assert again.args[0].ids == (1,)
    assert again.args[0].options.overwrite


def test_progress_is_shown_and_stop_is_told(dialog: ExportDialog, qtbot: QtBot) -> None:
    dialog._foot.go.click()
    dialog.show_step(Step(1, 4, "typeset"))

    assert dialog._foot._bar._part == 0.25
    assert not dialog._target.isEnabled()
    with qtbot.waitSignal(dialog.stop_asked):
        dialog._foot.stop.click()
    dialog.show_stopped()
    assert dialog._target.isEnabled()
    assert dialog._foot.go.isVisible()


def test_a_done_export_can_be_shown_in_its_folder_and_says_what_it_could_not_keep(
    dialog: ExportDialog, qtbot: QtBot
) -> None:
    dialog._foot.go.click()
    dialog.show_exported(Exported(("/x/a.pdf",), (), ("no_standard",)))

    assert "PDF/A" in dialog._foot._says.text()
    with qtbot.waitSignal(dialog.reveal_asked) as shown:
        dialog._foot.reveal.click()
    assert shown.args == ["/x/a.pdf"]


def test_a_fault_is_a_sentence_and_export_can_be_tried_again(dialog: ExportDialog) -> None:
    dialog._foot.go.click()
    dialog.show_error(ExportError("full"))

    assert "disk is full" in dialog._foot._says.text()
    assert dialog._foot.go.isVisible()


def test_a_folder_that_is_not_there_is_not_proposed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))

    assert folder_there(str(tmp_path / "gone")) == str(tmp_path)
    (tmp_path / "Documents").mkdir()
    assert folder_there() == str(tmp_path / "Documents")
