"""The window's index keeps up with what the window and others write, and mends itself."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from pytestqt.qtbot import QtBot

from clipper.app import App
from clipper.gui.jobs import Runner
from clipper.gui.window import MainWindow
from clipper.library.library import Library

Show = Callable[..., MainWindow]


def warmed(window: MainWindow, app: App, qtbot: QtBot) -> MainWindow:
    """Open the index as the start does."""
    assert window.desk is not None
    window.desk.warm()
    qtbot.waitUntil(lambda: app.library.find("bridge").engine == "index", timeout=20_000)
    return window


def found(window: MainWindow, query: str) -> Callable[[], bool]:
    """Say whether the list holds one row of a query."""
    desk = window.desk
    assert desk is not None
    desk.browsing.search(query)
    return lambda: (
        desk.browsing.answer is not None and desk.browsing.answer.query == query and desk.browsing.answer.total == 1
    )


def test_a_title_corrected_in_the_window_is_found(
    qtbot: QtBot, fill: Callable[..., tuple[int, ...]], window: Show, app: App
) -> None:
    ids = fill()
    shown = warmed(window(), app, qtbot)
    assert shown.desk is not None

    shown.desk.editing.set_title(ids[0], "Zebra crossing")

    qtbot.waitUntil(found(shown, "zebra"), timeout=20_000)


def test_what_another_process_left_unindexed_is_found(
    qtbot: QtBot, fill: Callable[..., tuple[int, ...]], window: Show, app: App, tmp_path: Path
) -> None:
    ids = fill()
    shown = warmed(window(), app, qtbot)
    other = Library(tmp_path / "library", "somebody else's")
    other.corrections.set(ids[1], "title", "Giraffe")
    other.close()

    qtbot.waitUntil(found(shown, "giraffe"), timeout=20_000)


def test_the_index_is_left_to_a_job_that_fills_it_itself(
    qtbot: QtBot, fill: Callable[..., tuple[int, ...]], window: Show, app: App, runner: Runner
) -> None:
    ids = fill()
    shown = warmed(window(), app, qtbot)
    desk = shown.desk
    assert desk is not None
    qtbot.waitUntil(lambda: not runner.running())
    desk.index.hold(True)

    with qtbot.waitSignal(desk.browsing.answered, check_params_cb=lambda answer: answer.behind == 1):
        desk.editing.set_title(ids[0], "Zebra crossing")
    assert not any(job.lane == "long" for job in runner.running())
    desk.index.hold(False)

    qtbot.waitUntil(found(shown, "zebra"), timeout=20_000)


def test_a_question_that_the_index_cannot_take_does_not_make_it_catch_up_again_and_again(
    qtbot: QtBot, fill: Callable[..., tuple[int, ...]], window: Show, app: App, runner: Runner
) -> None:
    fill()
    shown = warmed(window(), app, qtbot)
    assert shown.desk is not None
    qtbot.waitUntil(lambda: not runner.running())
    answer = app.library.find("bridge")

    shown.desk.index.take(replace(answer, engine="sql", complaints=("unanswerable",)))
    assert not runner.running()
    shown.desk.index.take(replace(answer, engine="sql"))
    assert runner.running()

    qtbot.waitUntil(lambda: not runner.running(), timeout=20_000)
