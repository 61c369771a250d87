"""Small parts of the window: search box, session, tag dialog, questions, commands, icons, theme, start."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from clipper import resources
from clipper.answers import TagCount
from clipper.gui import icons, session
from clipper.gui.actions import Actions
from clipper.gui.asking import LineAsked, Question
from clipper.gui.messagebar import MessageBar
from clipper.gui.searchbox import SearchBox
from clipper.gui.session import Session
from clipper.gui.shortcuts import ShortcutList
from clipper.gui.tagging import TagDialog, shares
from clipper.gui.theme import Theme
from clipper.gui.tokens import Tokens, load
from clipper.model import Sort

ROOT = Path(__file__).resolve().parents[2]


def test_a_query_is_told_once_after_a_pause(qtbot: QtBot, theme: Theme) -> None:
    box = SearchBox(theme)
    qtbot.addWidget(box)
    told: list[str] = []
    box.query_changed.connect(told.append)

    with qtbot.waitSignal(box.query_changed):
        qtbot.keyClicks(box, "harbour")

    assert told == ["harbour"]


def test_esc_empties_the_search_at_once_then_leaves_it(qtbot: QtBot, theme: Theme) -> None:
    box = SearchBox(theme)
    qtbot.addWidget(box)
    box.set_query("harbour")

    with qtbot.waitSignal(box.query_changed) as told:
        qtbot.keyClick(box, Qt.Key.Key_Escape)
    with qtbot.waitSignal(box.left):
        qtbot.keyClick(box, Qt.Key.Key_Escape)

    assert told.args == [""]


def test_a_session_comes_back_as_it_was_kept(tmp_path: Path) -> None:
    kept = Session(
        geometry=b"\x01\x02", outer=b"o", inner=b"i", sidebar=False, view="unread", tag="a/b, c", query='"x" -y=1;z',
        sort="oldest", selected=(3, 1, 2), closed_tags=("a", "b c"), export_folder="/somewhere/with, comma",
    )  # fmt: skip

    session.save(kept, tmp_path / "config" / "window.ini")

    assert session.load(tmp_path / "config" / "window.ini") == kept


@pytest.mark.parametrize("sort", [None, "relevance", "newest", "oldest", "added"])
def test_a_session_keeps_each_order(tmp_path: Path, sort: Sort | None) -> None:
    session.save(Session(sort=sort), tmp_path / "window.ini")

    assert session.load(tmp_path / "window.ini").sort == sort


def test_a_session_that_cannot_be_read_is_a_first_start(tmp_path: Path) -> None:
    file = tmp_path / "window.ini"
    file.write_bytes(b"\x00\xff[[[=\nview=nonsense\nselected=1 x -4\n")

    assert (session.load(file).view, session.load(file).sort) == ("all", None)
    assert session.load(tmp_path / "none.ini") == Session()


def test_each_library_has_its_own_session(tmp_path: Path) -> None:
    assert session.file(tmp_path / "a") != session.file(tmp_path / "b")
    assert session.file(tmp_path / "a") == session.file(tmp_path / "b" / ".." / "a")


def test_tags_are_counted_over_clippings() -> None:
    assert shares([("a", "b"), ("b",), ()]) == (("a", 1), ("b", 2))


def test_a_tag_on_some_is_half_ticked_and_one_on_all_whole(qtbot: QtBot, theme: Theme) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = TagDialog(2, theme, parent)
    dialog.set_tags([("a", "b"), ("b",)], [TagCount("a", 5), TagCount("z", 9)])

    states = {dialog.tags.item(row).text(): dialog.tags.item(row).checkState() for row in range(2)}
    assert states == {"a": Qt.CheckState.PartiallyChecked, "b": Qt.CheckState.Checked}
    with qtbot.waitSignal(dialog.tag_added) as added:
        dialog.tags.item(0).setCheckState(Qt.CheckState.Checked)
    with qtbot.waitSignal(dialog.tag_removed) as removed:
        dialog.tags.item(1).setCheckState(Qt.CheckState.Unchecked)
    assert (added.args, removed.args) == (["a"], ["b"])


def test_a_tag_that_a_field_gives_is_no_longer_than_the_store_takes(qtbot: QtBot, theme: Theme) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = TagDialog(1, theme, parent)
    dialog.field.setText("x" * 500)

    with qtbot.waitSignal(dialog.tag_added) as added:
        qtbot.keyClick(dialog.field, Qt.Key.Key_Return)

    assert len(added.args[0]) == 200


def test_the_completion_goes_when_its_tag_was_taken(qtbot: QtBot, theme: Theme) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = TagDialog(1, theme, parent)
    dialog.set_tags([()], (TagCount("city", 3), TagCount("city/traffic", 1)))
    dialog.show()
    completer = dialog.field.completer()
    assert completer is not None
    popup = completer.popup()
    assert popup is not None
    qtbot.keyClicks(dialog.field, "cit")
    qtbot.waitUntil(popup.isVisible)

    with qtbot.waitSignal(dialog.tag_added):
        qtbot.keyClick(popup, Qt.Key.Key_Return)

    assert popup.isHidden()


def test_enter_does_not_do_what_cannot_be_undone(qtbot: QtBot, theme: Theme) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    question = Question("Empty?", "All gone.", "Delete 3", theme, parent)
    done: list[int] = []
    question.finished.connect(done.append)
    question.show()

    qtbot.keyClick(question, Qt.Key.Key_Return)

    assert done == [Question.DialogCode.Rejected]


def test_an_empty_line_is_not_taken(qtbot: QtBot, theme: Theme) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    asked = LineAsked("Name?", "", "Take", theme, parent)

    assert not asked.deed.isEnabled()
    asked.field.setText("  a name ")
    with qtbot.waitSignal(asked.given) as given:
        asked.deed.click()
    assert given.args == ["a name"]


def test_a_message_does_its_deed_once_and_goes(qtbot: QtBot, theme: Theme) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    bar = MessageBar(theme, over)
    done: list[str] = []
    bar.say("Moved.", action="Undo", act=lambda: done.append("undone"))

    bar._button.click()
    bar._button.click()

    assert done == ["undone"]
    assert bar.isHidden()


def test_no_two_commands_have_the_same_key(qtbot: QtBot, theme: Theme) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    actions = Actions(theme, parent)
    keys = [key.toString() for action in actions.all() for key in action.shortcuts()]

    assert len(keys) == len(set(keys))
    assert QKeySequence("Ctrl+K").toString() not in keys


def test_every_command_says_what_it_is_and_its_icon_is_there(qtbot: QtBot, theme: Theme) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    commands = [command for _title, menu in Actions(theme, parent).menus for command in menu if command is not None]

    assert all(command.text for command in commands)
    assert all(resources.path("icons", f"{command.icon}.svg").is_file() for command in commands if command.icon)


def test_the_shortcut_list_names_every_command_with_a_key(qtbot: QtBot, theme: Theme) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)

    assert not ShortcutList(Actions(theme, parent), theme, parent).grab().isNull()


@pytest.mark.parametrize("name", sorted(path.stem for path in resources.path("icons").glob("*.svg")))
def test_every_icon_is_drawn_in_its_colour(qapp: QApplication, name: str) -> None:
    image = icons.image(name, QSize(48, 48), "#1f55a5")

    colours = {QColor(image.pixel(x, y)).name() for x in range(48) for y in range(48) if image.pixelColor(x, y).alpha()}
    assert colours
    if name != "clipper":
        assert "#1f55a5" in colours


def contrast(first: str, second: str) -> float:
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


PAIRS = (
    ("text", "window"), ("text", "surface"), ("text", "sidebar"), ("secondary", "surface"), ("secondary", "window"),
    ("faint", "surface"), ("secondary", "sidebar"), ("accent", "surface"), ("on_accent", "accent"),
    ("on_selection", "selection"), ("selection_secondary", "selection"), ("on_mark", "mark"), ("on_pill", "pill"),
    ("danger", "surface"), ("warning", "surface"), ("success", "surface"), ("text", "hover"), ("secondary", "hover"),
)  # fmt: skip


@pytest.mark.parametrize("tokens", [load("light"), load("dark")], ids=["light", "dark"])
@pytest.mark.parametrize(("front", "back"), PAIRS)
def test_text_stands_out_from_its_ground(tokens: Tokens, front: str, back: str) -> None:
    assert contrast(getattr(tokens, front), getattr(tokens, back)) >= 4.5


def test_the_scheme_changes_live(qtbot: QtBot, qapp: QApplication) -> None:
    theme = Theme(qapp, "light")

    with qtbot.waitSignal(theme.changed):
        theme.choose("dark")

    assert theme.tokens.scheme == "dark"
    assert qapp.palette().window().color() == QColor(load("dark").window)
    theme.choose("light")


def test_the_windows_own_face_is_loaded(theme: Theme) -> None:
    assert theme.font("strong").family() == "Inter"


STARTED = """
import logging, os, sys
class Say(logging.Handler):
    def emit(self, record):
        if record.getMessage() == "window painted":
            self.before = set(sys.modules)
        if record.getMessage() == "counts painted":
            heavy = ("trafilatura", "lxml", "whoosh", "httpx", "typst", "PySide6.QtNetwork", "PySide6.QtSvg",
                     "PySide6.QtPrintSupport", "clipper.app", "clipper.store.store")
            print("before the paint:", [name for name in heavy if name in self.before], flush=True)
            from PySide6.QtCore import QTimer
            QTimer.singleShot(3000, self.end)
    def end(self):
        print("at work:", [name for name in ("trafilatura", "lxml") if name in sys.modules], flush=True)
        from PySide6.QtWidgets import QApplication, QMainWindow
        [one for one in QApplication.topLevelWidgets() if isinstance(one, QMainWindow)][0].close()
logging.getLogger("clipper.gui.main").addHandler(Say())
from clipper.__main__ import main
sys.exit(main())
"""


@pytest.mark.slow
def test_the_window_starts_light_and_never_imports_the_extractor(tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "CLIPPER_LIBRARY": str(tmp_path / "library"),
        "PYTHONPATH": str(ROOT),
    }

    ran = subprocess.run(
        [sys.executable, "-c", STARTED], env=environment, capture_output=True, text=True, timeout=60, check=False
    )

    assert ran.returncode == 0, ran.stderr
    assert "before the paint: []" in ran.stdout
    assert "at work: []" in ran.stdout
