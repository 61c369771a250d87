"""Real child processes: deadline, memory, crash, the parent's death. The work they do is at the end of this file."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from clipper.errors import ExtractError
from clipper.workers import Pool, PoolClosed, WorkerDied, WorkerTooSlow

HERE = __name__
POSIX = pytest.mark.skipif(os.name != "posix", reason="signals and /proc of POSIX systems")


@pytest.fixture
def pool() -> Iterator[Pool]:
    pool = Pool(f"{HERE}:work", size=1, deadline_s=1.0, memory_bytes=600_000_000)
    yield pool
    pool.close()


def test_a_child_does_the_work_and_stays(pool: Pool) -> None:
    first, second = pool.run(("pid", None)), pool.run(("pid", None))

    assert first == second != os.getpid()


def test_large_arguments_and_answers_travel_whole(pool: Pool) -> None:
    assert pool.run(("echo", b"\r\n\x1a\x00" * 5_000_000)) == b"\r\n\x1a\x00" * 5_000_000


def test_what_the_work_prints_does_not_break_the_answers(pool: Pool) -> None:
    assert [pool.run(("print", number)) for number in range(3)] == [0, 1, 2]


def test_work_that_reads_standard_input_finds_it_empty(pool: Pool) -> None:
    assert pool.run(("input", None)) == ""


def test_work_past_its_deadline_is_ended_and_the_next_goes_on(pool: Pool) -> None:
    with pytest.raises(WorkerTooSlow):
        pool.run(("sleep", 60))

    assert pool.run(("echo", "again")) == "again"


def test_work_that_holds_the_interpreter_is_ended_too(pool: Pool) -> None:
    with pytest.raises(WorkerTooSlow):
        pool.run(("hold", None))


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits the address space reliably")
def test_work_over_its_memory_dies_and_the_next_goes_on(pool: Pool) -> None:
    with pytest.raises(WorkerDied):
        pool.run(("eat", None))

    assert pool.run(("echo", "again")) == "again"


@pytest.mark.parametrize("way", ["abort", "exit", "system_exit"])
def test_a_crashed_child_is_replaced(pool: Pool, way: str) -> None:
    with pytest.raises(WorkerDied):
        pool.run((way, None))

    assert pool.run(("echo", "again")) == "again"


@POSIX
def test_a_child_killed_while_idle_costs_no_work(pool: Pool) -> None:
    pid = pool.run(("pid", None))
    os.kill(pid, signal.SIGKILL)
    # Until all its threads have ended: its first one may be a zombie before the system calls the process dead.
    os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)

    assert pool.run(("echo", "again")) == "again"


@POSIX
@pytest.mark.parametrize("size", [10, 5_000_000], ids=["written and never read", "half written"])
def test_a_child_killed_before_it_has_its_argument_costs_no_work(pool: Pool, size: int) -> None:
    pid = pool.run(("pid", None))
    child = next(iter(pool._children))
    os.kill(pid, signal.SIGSTOP)  # idle and alive, but it will read nothing any more
    answers: list[bytes] = []
    asking = threading.Thread(target=lambda: answers.append(pool.run(("echo", bytes(size)))))
    asking.start()
    _wait_until(lambda: not child.idle)

    os.kill(pid, signal.SIGKILL)
    asking.join()

    assert answers == [bytes(size)]


@POSIX
def test_a_kept_child_that_dies_on_the_work_is_not_asked_for_it_again(pool: Pool, tmp_path: Path) -> None:
    note = tmp_path / "begun"
    pool.run(("pid", None))

    with pytest.raises(WorkerDied):
        pool.run(("note_and_abort", str(note)))

    assert note.read_text() == "begun\n"


def test_our_errors_come_back_with_their_facts_and_the_traceback_of_the_child(pool: Pool) -> None:
    with pytest.raises(ExtractError) as caught:
        pool.run(("raise", None))

    error = caught.value
    assert (error.code, error.detail, error.url) == ("damaged", "deep", "https://example.org/")
    assert "in work" in error.__notes__[0]


def test_an_error_that_cannot_travel_is_told_as_a_type_error(pool: Pool) -> None:
    with pytest.raises(TypeError, match="does not travel"):
        pool.run(("raise_strange", None))


def test_an_answer_that_cannot_travel_is_told_as_a_type_error(pool: Pool) -> None:
    with pytest.raises(TypeError, match="does not travel"):
        pool.run(("lambda", None))

    assert pool.run(("echo", "again")) == "again"


def test_work_that_cannot_be_found_raises_what_the_import_raised() -> None:
    pool = Pool("clipper.no_such_module:work", size=1, deadline_s=1.0)

    with pytest.raises(ModuleNotFoundError):
        pool.run(None)
    pool.close()


def test_many_threads_share_the_children() -> None:
    pool = Pool(f"{HERE}:work", size=2, deadline_s=30.0)
    answers: list[int] = []
    threads = [threading.Thread(target=lambda: answers.append(pool.run(("pid", None)))) for _ in range(12)]

    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(answers) == 12
    assert 1 <= len(set(answers)) <= 2
    pool.close()


def test_warm_starts_the_children_before_they_are_asked() -> None:
    pool = Pool(f"{HERE}:work", size=2, deadline_s=30.0)

    pool.warm()
    pool.warm()
    children = {child._process.pid for child in pool._children}

    assert len(children) == 2
    assert pool.run(("pid", None)) in children
    pool.close()


@POSIX
def test_a_pool_that_cannot_be_warmed_works_later(pool: Pool) -> None:
    import resource

    limits = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, limits[1]))
    try:
        with pytest.raises(OSError, match="open files"):
            pool.warm()
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, limits)

    assert pool.run(("echo", "works")) == "works"


def test_close_ends_children_at_work_and_leaves_no_zombie() -> None:
    pool = Pool(f"{HERE}:work", size=1, deadline_s=60.0)
    pid = pool.run(("pid", None))
    outcomes: list[type[BaseException]] = []

    def wait_long() -> None:
        try:
            pool.run(("sleep", 60))
        except WorkerDied as error:
            outcomes.append(type(error))

    waiting = threading.Thread(target=wait_long)
    waiting.start()
    _wait_until(lambda: not next(iter(pool._children)).idle)
    pool.close()
    waiting.join()

    assert outcomes == [PoolClosed]
    assert not Path(f"/proc/{pid}").exists()
    with pytest.raises(PoolClosed):
        pool.run(("echo", "late"))


@POSIX
@pytest.mark.parametrize("busy", [False, True])
def test_a_parent_that_is_killed_takes_its_children_with_it(busy: bool, tmp_path: Path) -> None:
    note = tmp_path / "pid"
    program = (
        "import sys; from clipper.workers import Pool\n"
        f"pool = Pool('{HERE}:work', size=1, deadline_s=2.0)\n"
        f"pool.run(('note_pid', {str(note)!r}))\n"
        f"pool.run(('sleep', 1.5)) if {busy} else sys.stdin.read()\n"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(place for place in sys.path if place)}
    parent = subprocess.Popen([sys.executable, "-c", program], env=environment, stdin=subprocess.PIPE)
    _wait_until(lambda: note.exists() and note.read_text().endswith("\n"))
    child = int(note.read_text())

    parent.kill()
    parent.communicate()

    _wait_until(lambda: not _runs(child))


@POSIX
def test_ctrl_c_in_the_terminal_is_not_for_the_children(pool: Pool) -> None:
    pid = pool.run(("pid", None))

    os.kill(pid, signal.SIGINT)

    assert os.getpgid(pid) != os.getpgrp()
    assert pool.run(("pid", None)) == pid


@POSIX
def test_a_parent_without_standard_streams_can_have_children(tmp_path: Path) -> None:
    told = tmp_path / "told"
    program = (
        "import os; [os.close(number) for number in (0, 1, 2)]\n"
        "from clipper.workers import Pool\n"
        f"answer = Pool('{HERE}:work', size=1, deadline_s=30.0).run(('print', 'well'))\n"
        f"open({str(told)!r}, 'w').write(answer)\n"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(place for place in sys.path if place)}

    subprocess.run([sys.executable, "-c", program], env=environment, check=False, timeout=120)

    assert told.read_text() == "well"


@POSIX
def test_a_frozen_program_starts_itself_as_a_worker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "clipper"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m clipper "$@"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(place for place in sys.path if place))
    monkeypatch.setattr(sys, "executable", str(program))
    monkeypatch.setattr(sys, "frozen", True, raising=False)

    pool = Pool(f"{HERE}:work", size=1, deadline_s=30.0)

    assert pool.run(("echo", "well")) == "well"
    pool.close()


def _runs(pid: int) -> bool:
    """Whether the process runs; one that has ended and waits for its parent does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def _wait_until(condition) -> None:  # type: ignore[no-untyped-def]
    for _ in range(600):
        if condition():
            return
        time.sleep(0.05)
    pytest.fail("waited 30 s in vain")


class StrangeError(Exception):
    """Cannot be made again from its arguments."""

    def __init__(self, one: int, two: int) -> None:
        super().__init__(one)


def work(argument):  # type: ignore[no-untyped-def]
    """What the children of these tests do."""
    kind, value = argument
    match kind:
        case "echo":
            return value
        case "pid":
            return os.getpid()
        case "note_pid":
            Path(value).write_text(f"{os.getpid()}\n")
            return None
        case "note_and_abort":
            with Path(value).open("a") as note:
                note.write("begun\n")
            os.abort()
        case "print":
            print("noise" * 1000, flush=True)
            os.write(1, b"more noise")
            return value
        case "input":
            return sys.stdin.read() if sys.stdin else ""
        case "sleep":
            time.sleep(value)
        case "hold":
            sum(range(10**12))
        case "eat":
            return len([bytes(10_000_000) for _ in range(1000)])
        case "abort":
            os.abort()
        case "exit":
            os._exit(0)
        case "system_exit":
            sys.exit(1)
        case "raise":
            raise ExtractError("damaged", "deep", url="https://example.org/")
        case "raise_strange":
            raise StrangeError(1, 2)
        case "lambda":
            return lambda: None
    return None
