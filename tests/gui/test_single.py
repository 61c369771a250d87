"""One window per library: what a second start hands over arrives, stale sockets are cleared."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from clipper.gui.single import SingleWindow, absolute, hand_over, server_name

HAND_OVER = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from clipper.gui.single import hand_over
app = QCoreApplication([])
sys.exit(0 if hand_over(Path(sys.argv[1]), sys.argv[2:]) else 3)
"""


def start(folder: Path, *given: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen([sys.executable, "-c", HAND_OVER, str(folder), *given])


@pytest.fixture
def window(tmp_path: Path, qtbot: QtBot) -> SingleWindow:
    single = SingleWindow(tmp_path)
    assert single.listen()
    return single


def test_a_second_start_hands_its_addresses_over(qtbot: QtBot, tmp_path: Path, window: SingleWindow) -> None:
    with qtbot.waitSignal(window.handed_over, timeout=20_000) as handed:
        second = start(tmp_path, "https://example.org/ü", "/tmp/a b.html")

    assert handed.args == [("https://example.org/ü", "/tmp/a b.html")]
    assert second.wait(20) == 0
    window.close()


def test_a_start_without_anything_only_raises_the_window(qtbot: QtBot, tmp_path: Path, window: SingleWindow) -> None:
    with qtbot.waitSignal(window.handed_over, timeout=20_000) as handed:
        second = start(tmp_path)

    assert handed.args == [()]
    assert second.wait(20) == 0
    window.close()


def test_many_addresses_arrive_whole(qtbot: QtBot, tmp_path: Path, window: SingleWindow) -> None:
    many = [f"https://example.org/{'x' * 200}/{number}" for number in range(500)]
    with qtbot.waitSignal(window.handed_over, timeout=20_000) as handed:
        second = start(tmp_path, *many)

    assert handed.args == [tuple(many)]
    assert second.wait(20) == 0
    window.close()


def test_another_library_has_another_window(tmp_path: Path, window: SingleWindow) -> None:
    assert not hand_over(tmp_path / "other", ["https://example.org/"])
    assert server_name(tmp_path) == server_name(tmp_path / "x" / "..")
    window.close()


def test_nobody_takes_what_is_handed_to_no_window(tmp_path: Path, qapp: object) -> None:
    assert not hand_over(tmp_path, ["https://example.org/"])


def test_a_second_window_does_not_take_the_first_ones_place(tmp_path: Path, window: SingleWindow) -> None:
    assert not SingleWindow(tmp_path).listen()
    window.close()


def test_the_socket_of_a_killed_window_is_cleared(qtbot: QtBot, tmp_path: Path) -> None:
    listen = (
        "import sys; from pathlib import Path; from PySide6.QtCore import QCoreApplication\n"
        "from clipper.gui.single import SingleWindow\n"
        "app = QCoreApplication([]); single = SingleWindow(Path(sys.argv[1]))\n"
        "print(single.listen(), flush=True); app.exec()"
    )
    killed = subprocess.Popen([sys.executable, "-c", listen, str(tmp_path)], stdout=subprocess.PIPE)
    assert killed.stdout is not None
    assert killed.stdout.readline().strip() == b"True"
    killed.kill()
    killed.wait()
    killed.stdout.close()

    single = SingleWindow(tmp_path)

    assert not hand_over(tmp_path, [])
    assert single.listen()
    single.close()


def test_paths_are_made_absolute_and_addresses_are_not(tmp_path: Path) -> None:
    given = ("https://example.org/", "page.html", "/tmp/x.html", "mailto:a@b", "../up.html")

    assert absolute(given, tmp_path / "here") == (
        "https://example.org/",
        str(tmp_path / "here" / "page.html"),
        "/tmp/x.html",
        "mailto:a@b",
        str(tmp_path / "up.html"),
    )


@pytest.mark.parametrize("line", [b"no json\n", b'{"a": 1}\n', b"[1, 2]\n", b"\xff\xfe\n"])
def test_what_is_no_message_is_not_taken(qtbot: QtBot, tmp_path: Path, window: SingleWindow, line: bytes) -> None:
    socket = QLocalSocket()
    socket.connectToServer(server_name(tmp_path))
    assert socket.waitForConnected(1000)

    with qtbot.assertNotEmitted(window.handed_over), qtbot.waitSignal(socket.disconnected):
        socket.write(line)

    window.close()


def test_one_who_connects_and_says_nothing_holds_nobody_up(qtbot: QtBot, tmp_path: Path, window: SingleWindow) -> None:
    silent = QLocalSocket()
    silent.connectToServer(server_name(tmp_path))
    assert silent.waitForConnected(1000)

    with qtbot.waitSignal(window.handed_over, timeout=20_000) as handed:
        second = start(tmp_path, "https://example.org/")

    assert handed.args == [("https://example.org/",)]
    assert second.wait(20) == 0
    silent.abort()
    window.close()
