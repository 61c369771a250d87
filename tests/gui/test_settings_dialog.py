"""The settings dialog shows what is set and tells every change at once; all of it is reached by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from clipper.gui.forms import Segments, Stepper, Switch
from clipper.gui.settingsdialog import SettingsDialog
from clipper.gui.theme import Theme
from clipper.settings import Settings


@pytest.fixture
def dialog(theme: Theme, qtbot: QtBot) -> SettingsDialog:
    dialog = SettingsDialog(Settings(paper="us-letter", text_percent=125, parallel=5), theme)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def part(dialog: QWidget, kind: type, name: str) -> QWidget:
    found = dialog.findChild(kind, name)
    assert isinstance(found, QWidget)
    return found


def test_what_is_set_is_shown(dialog: SettingsDialog) -> None:
    paper, size = part(dialog, Segments, "paper"), part(dialog, Stepper, "text_percent")

    assert isinstance(paper, Segments)
    assert isinstance(size, Stepper)
    assert paper.value() == "us-letter"
    assert size.value() == 125


def test_a_switch_is_told_by_keyboard(dialog: SettingsDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.settings_changed) as changed:
        qtbot.keyClick(part(dialog, Switch, "allow_private"), Qt.Key.Key_Space)

    assert changed.args == [Settings(paper="us-letter", text_percent=125, parallel=5, allow_private=True)]


def test_a_choice_is_told_by_click_and_by_keyboard(dialog: SettingsDialog, qtbot: QtBot) -> None:
    scheme = part(dialog, Segments, "scheme")
    assert isinstance(scheme, Segments)

    with qtbot.waitSignal(dialog.settings_changed) as clicked:
        qtbot.mouseClick(scheme._group.button(2), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(dialog.settings_changed) as typed:
        qtbot.keyClick(scheme._group.button(1), Qt.Key.Key_Space)

    assert clicked.args is not None
    assert typed.args is not None
    assert (clicked.args[0].scheme, typed.args[0].scheme) == ("dark", "light")


def test_a_number_between_the_steps_goes_to_the_next(dialog: SettingsDialog, qtbot: QtBot) -> None:
    parallel = part(dialog, Stepper, "parallel")
    assert isinstance(parallel, Stepper)

    with qtbot.waitSignal(dialog.settings_changed) as more:
        parallel._more.click()

    assert more.args is not None
    assert more.args[0].parallel == 6


def test_every_control_has_a_name_and_takes_the_focus(dialog: SettingsDialog) -> None:
    for kind in (Switch, Segments, Stepper):
        for control in dialog.findChildren(kind):
            parts = [control, *control.findChildren(QWidget)]
            reached = [one for one in parts if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
            assert reached, control.objectName()
            assert all(one.accessibleName() for one in reached), control.objectName()
