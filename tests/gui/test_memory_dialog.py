"""The dialog of the memory: shows what sites repeat, forgets, takes back; what is learned meanwhile is shown."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from clipper.answers import RepeatedLine, RepeatingSite
from clipper.app import App
from clipper.gui.jobs import Runner
from clipper.gui.memorydialog import MemoryDialog
from clipper.gui.remembering import Remembering
from clipper.gui.theme import Theme
from clipper.gui.window import MainWindow
from clipper.lines import remembered
from clipper.store.clippings import Addition
from tests.gui.conftest import addition

LINE, OTHER = "Der Talbote gehört zur Familie der Heimatblätter", "The Ferry Post is one of the Mill Valley papers"
SITES = (
    RepeatingSite("a.example", 7, (RepeatedLine("01", LINE, 7), RepeatedLine("02", OTHER, 2, always=False))),
    RepeatingSite("b.example", 5, (RepeatedLine("03", OTHER, 5, spared=True),)),
)


def page(number: int, site: str, *texts: str) -> Addition:
    made = addition(f"Headline {number}", f"Text {number} of {site}.", (), f"https://{site}/{number}")
    lines = remembered([f"The first sentence of page {number} of {site}.", *texts])
    return replace(made, article=replace(made.article, lines=lines))


@pytest.fixture
def learned(app: App) -> App:
    """A library with five pages each of two sites that repeat a line."""
    for site, line in (("talbote.example", LINE), ("ferry.example", OTHER)):
        app.library.clippings.add([page(number, site, line) for number in range(5)])
    return app


@pytest.fixture
def dialog(theme: Theme, qtbot: QtBot) -> MemoryDialog:
    made = MemoryDialog(theme)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def opened(learned: App, runner: Runner, theme: Theme, qtbot: QtBot) -> Remembering:
    """The memory of a library on the screen."""
    window = QWidget()
    qtbot.addWidget(window)
    made = Remembering(learned, runner, theme, window)
    made.show()
    qtbot.waitUntil(lambda: made.dialog is not None and made.dialog.sites.count() == 2)
    return made


def texts(dialog: MemoryDialog) -> list[str]:
    return [dialog.lines.item(row).text() for row in range(dialog.lines.count())]


def on_screen(opened: Remembering) -> MemoryDialog:
    assert opened.dialog is not None
    return opened.dialog


def test_a_site_is_shown_with_its_lines(dialog: MemoryDialog) -> None:
    dialog.show_sites(SITES)

    assert [dialog.sites.item(row).text() for row in range(2)] == ["a.example", "b.example"]
    assert texts(dialog) == [LINE, OTHER]
    assert "7" in dialog.lines.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    dialog.sites.setCurrentRow(1)
    assert texts(dialog) == [OTHER]


def test_an_empty_memory_says_how_it_is_filled(dialog: MemoryDialog) -> None:
    dialog.show_sites(())

    assert not dialog.sites.isVisible()
    assert not dialog.forget_site.isVisible()
    said = " ".join(label.text() for label in dialog.findChildren(type(dialog.said)) if label.isVisible())
    assert "five pages" in said


def test_what_is_chosen_is_forgotten_by_button_and_by_key(dialog: MemoryDialog, qtbot: QtBot) -> None:
    dialog.show_sites(SITES)
    dialog.lines.setCurrentRow(1)

    with qtbot.waitSignal(dialog.line_toggled) as clicked:
        qtbot.mouseClick(dialog.forget_line, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(dialog.line_toggled) as typed:
        qtbot.keyClick(dialog.lines, Qt.Key.Key_Delete)
    with qtbot.waitSignal(dialog.site_forgotten) as site:
        qtbot.keyClick(dialog.sites, Qt.Key.Key_Delete)

    assert clicked.args == typed.args == ["a.example", "02"]
    assert site.args == ["a.example"]


def test_a_line_that_was_forgotten_can_be_left_out_again(dialog: MemoryDialog) -> None:
    dialog.show_sites(SITES)
    forget = dialog.forget_line.text()

    dialog.sites.setCurrentRow(1)

    assert dialog.forget_line.text() != forget


def test_what_is_chosen_stays_chosen_when_the_memory_is_read_anew(dialog: MemoryDialog) -> None:
    dialog.show_sites(SITES)
    dialog.lines.setCurrentRow(1)

    dialog.show_sites((RepeatingSite("0.example", 5, (RepeatedLine("04", LINE, 5),)), *SITES))

    assert (dialog.sites.currentItem().text(), dialog.lines.currentItem().text()) == ("a.example", OTHER)


def test_every_control_has_a_name_and_is_reached_by_keyboard(dialog: MemoryDialog) -> None:
    dialog.show_sites(SITES)

    for control in (dialog.sites, dialog.lines, *dialog.findChildren(QPushButton)):
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus
        assert control.accessibleName() or getattr(control, "text", str)()


def test_a_line_is_forgotten_in_the_library_and_undone(opened: Remembering, learned: App, qtbot: QtBot) -> None:
    dialog = on_screen(opened)
    assert texts(dialog) == [OTHER]
    address = "https://ferry.example/next"
    assert learned.library.memory.repeated(address).always

    qtbot.mouseClick(dialog.forget_line, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.undo.isVisible())

    assert not learned.library.memory.repeated(address).always
    qtbot.mouseClick(dialog.undo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not dialog.undo.isVisible())
    assert learned.library.memory.repeated(address).always


def test_a_site_is_forgotten_in_the_library_and_undone(opened: Remembering, learned: App, qtbot: QtBot) -> None:
    dialog = on_screen(opened)

    qtbot.mouseClick(dialog.forget_site, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.sites.count() == 1)

    assert dialog.sites.item(0).text() == "talbote.example"
    qtbot.mouseClick(dialog.undo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.sites.count() == 2)
    assert [site.pages for site in learned.library.memory.sites()] == [5, 5]


def test_undo_goes_back_step_by_step(opened: Remembering, learned: App, qtbot: QtBot) -> None:
    dialog = on_screen(opened)
    word = dialog.forget_line.text()
    qtbot.mouseClick(dialog.forget_line, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.forget_line.text() != word)
    qtbot.mouseClick(dialog.forget_line, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.forget_line.text() == word)

    dialog.undo.click()
    qtbot.waitUntil(lambda: dialog.forget_line.text() != word)
    dialog.undo.click()
    qtbot.waitUntil(lambda: not dialog.undo.isVisible())

    assert learned.library.memory.repeated("https://ferry.example/next").always


def test_what_is_clipped_meanwhile_is_shown(opened: Remembering, learned: App, runner: Runner, qtbot: QtBot) -> None:
    dialog = on_screen(opened)
    additions = [page(number, "third.example", LINE) for number in range(5)]

    runner.start(lambda _progress: learned.library.clippings.add(additions)[1], lane="write")

    qtbot.waitUntil(lambda: dialog.sites.count() == 3)


def test_the_command_opens_one_dialog_and_says_when_it_is_off(
    learned: App, window: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    shown = window()
    assert shown.desk is not None
    shown.take_settings(replace(shown.settings, leave_out_repeated=False))

    shown.commands["memory"].trigger()
    first = on_screen(shown.desk.remembering)
    shown.commands["memory"].trigger()

    assert on_screen(shown.desk.remembering) is first
    assert first.off.isVisible()
    assert not learned.settings.leave_out_repeated
    qtbot.waitUntil(lambda: first.sites.count() == 2)
    first.accept()
    assert shown.desk.remembering.dialog is None
