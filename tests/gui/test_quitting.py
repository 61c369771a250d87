"""Quitting loses nothing: what was written goes to the library, a note half typed is told."""

import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from clipper.errors import Cancelled
from clipper.gui.jobs import Runner
from clipper.gui.reading.note import NoteEditor
from clipper.gui.theme import Theme
from clipper.progress import Progress


def test_writes_that_wait_are_still_done_when_the_window_closes(qtbot: QtBot, tmp_path: Path) -> None:
    runner, gate, written = Runner(), threading.Event(), list[int]()
    runner.start(lambda _progress: gate.wait(10), lane="write")
    for number in range(5):
        runner.start(lambda _progress, number=number: written.append(number), lane="write")
    threading.Timer(0.05, gate.set).start()

    assert runner.close(20)
    assert written == [0, 1, 2, 3, 4]


def test_reading_and_long_work_hear_stop_when_the_window_closes(qtbot: QtBot) -> None:
    runner, heard = Runner(), list[str]()
    begun = threading.Barrier(3)

    def endless(progress: Progress, lane: str) -> None:
        begun.wait(10)
        try:
            while True:
                progress.step(0)
        except Cancelled:
            heard.append(lane)
            raise

    runner.start(lambda progress: endless(progress, "read"), lane="read")
    runner.start(lambda progress: endless(progress, "long"), lane="long")
    begun.wait(10)

    assert runner.close(20)
    assert sorted(heard) == ["long", "read"]


@pytest.mark.parametrize("typed", ["half a th", "  spaced  "])
def test_a_note_half_typed_is_told_at_once(theme: Theme, qtbot: QtBot, typed: str) -> None:
    note = NoteEditor(theme)
    qtbot.addWidget(note)
    note.show_note(7, "")
    note._edit.insertPlainText(typed)

    with qtbot.waitSignal(note.changed) as changed:
        note.tell()

    assert changed.args == [7, typed.strip()]
