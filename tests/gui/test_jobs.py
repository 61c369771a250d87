"""Jobs: values, errors, superseding, steps, and the thread that signals arrive on."""

import threading
from collections.abc import Callable

from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from clipper.answers import Report
from clipper.errors import LibraryError
from clipper.gui.jobs import Runner
from clipper.model import Changes
from clipper.progress import Progress, Step


def test_a_value_comes_back_on_the_gui_thread(qtbot: QtBot, qapp: QApplication, runner: Runner) -> None:
    threads = []
    job = runner.start(lambda progress: threading.current_thread().name)
    job.finished.connect(lambda _value: threads.append(QThread.currentThread()))

    with qtbot.waitSignal(job.ended):
        pass

    assert job.value.startswith("read-")
    assert threads == [qapp.thread()]


def test_changes_are_told_before_the_job_ends(qtbot: QtBot, runner: Runner) -> None:
    order: list[str] = []
    runner.changed.connect(lambda changes: order.append(f"changed {changes.position}"))
    job = runner.start(lambda progress: Report(changes=Changes(position=7)), lane="write")
    job.finished.connect(lambda _value: order.append("finished"))

    with qtbot.waitSignal(job.ended):
        pass

    assert order == ["changed 7", "finished"]


def test_an_older_search_is_stopped_and_its_answer_never_shown(qtbot: QtBot, runner: Runner) -> None:
    shown: list[str] = []
    begun, go_on = threading.Event(), threading.Event()

    def slow(progress: Progress) -> str:
        begun.set()
        go_on.wait(10)
        return "old"

    first = runner.start(slow, latest="search")
    first.finished.connect(shown.append)
    assert begun.wait(10)
    second = runner.start(lambda progress: "new", latest="search")
    second.finished.connect(shown.append)
    with qtbot.waitSignals([first.ended, second.ended]):
        go_on.set()

    assert shown == ["new"]
    assert first.state == "cancelled"


def test_a_superseded_write_still_tells_its_changes(qtbot: QtBot, runner: Runner) -> None:
    changes: list[Changes] = []
    runner.changed.connect(changes.append)
    begun, go_on = threading.Event(), threading.Event()

    def slow(progress: Progress) -> Changes:
        begun.set()
        go_on.wait(10)
        return Changes(position=1)

    first = runner.start(slow, lane="write", latest="settings")
    assert begun.wait(10)
    second = runner.start(lambda progress: None, lane="write", latest="settings")
    with qtbot.waitSignals([first.ended, second.ended]):
        go_on.set()

    assert changes == [Changes(position=1)]


def test_a_known_error_is_told_with_its_facts(qtbot: QtBot, runner: Runner) -> None:
    errors: list[LibraryError] = []
    runner.failed.connect(errors.append)

    job = runner.start(_refuse)
    with qtbot.waitSignal(job.ended):
        pass

    assert job.state == "failed"
    assert [error.code for error in errors] == ["read_only"]


def test_a_quiet_error_is_left_to_who_listens(qtbot: QtBot, runner: Runner) -> None:
    errors: list[LibraryError] = []
    runner.failed.connect(errors.append)

    job = runner.start(_refuse, quiet=True)
    with qtbot.waitSignal(job.failed):
        pass

    assert errors == []


def test_a_bug_is_logged_and_its_details_shown(qtbot: QtBot, runner: Runner, expect_log: Callable[[str], None]) -> None:
    expect_log("job crashed")
    details: list[str] = []
    runner.crashed.connect(details.append)

    job = runner.start(lambda progress: 1 // 0)
    with qtbot.waitSignal(job.ended):
        pass

    assert job.state == "crashed"
    assert "ZeroDivisionError" in details[0]


def test_stop_ends_work_at_its_next_step(qtbot: QtBot, runner: Runner) -> None:
    begun = threading.Event()

    def endless(progress: Progress) -> None:
        while True:
            progress.step(0)
            begun.set()

    job = runner.start(endless, lane="long")
    assert begun.wait(10)
    with qtbot.waitSignal(job.cancelled):
        job.stop()

    assert job.state == "cancelled"
    assert runner.running() == ()


def test_the_last_step_is_always_told(qtbot: QtBot, runner: Runner) -> None:
    steps: list[Step] = []

    def work(progress: Progress) -> None:
        for done in range(1, 1001):
            progress.step(done, 1000)

    job = runner.start(work)
    job.stepped.connect(steps.append)
    with qtbot.waitSignal(job.ended):
        pass

    assert steps[-1] == Step(1000, 1000)
    assert len(steps) < 500


def test_what_work_tells_on_its_way_comes_in_order(qtbot: QtBot, runner: Runner) -> None:
    told: list[object] = []
    job = runner.start_telling(lambda progress, tell: [tell(number) for number in range(5)])
    job.told.connect(told.append)

    with qtbot.waitSignal(job.ended):
        pass

    assert told == [0, 1, 2, 3, 4]


def test_writes_keep_the_users_order(qtbot: QtBot, runner: Runner) -> None:
    done: list[int] = []
    jobs = [runner.start(lambda progress, number=number: done.append(number), lane="write") for number in range(50)]

    with qtbot.waitSignal(jobs[-1].ended):
        pass

    assert done == list(range(50))


def _refuse(progress: Progress) -> None:
    raise LibraryError("read_only")
