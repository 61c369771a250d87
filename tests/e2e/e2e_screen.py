"""A screen of its own (Xvfb) with hands (xdotool) and eyes (screenshots) for the end-to-end tests."""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Self, TypeVar

from PIL import ImageGrab

T = TypeVar("T")

# Room for a browser of 1100 x 900 and the whole window beside it.
WIDTH, HEIGHT = 2400, 1000


class TryFailedError(Exception):
    """One try of the walk did not get through; the text says where."""


def wait_for(what: str, ask: Callable[[], T | None], *, within_s: float, every_s: float = 0.1) -> T:
    """Ask again and again until the answer is true; raise TryFailedError with what was waited for."""
    end = time.monotonic() + within_s
    while True:
        if answer := ask():
            return answer
        if time.monotonic() > end:
            raise TryFailedError(f"{what}: not within {within_s:g} s")
        time.sleep(every_s)


class Screen:
    """An X server without a window manager. All programs started on it end with it."""

    def __init__(self, shots: Path, environment: Mapping[str, str]) -> None:
        self._shots = shots
        self._taken = 0
        self._programs: list[subprocess.Popen[bytes]] = []
        self._environment = dict(environment)
        shots.mkdir(parents=True, exist_ok=True)

    def __enter__(self) -> Self:
        read, write = os.pipe()
        command = ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-nolisten", "tcp"]
        self._server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as pipe:
            self._environment["DISPLAY"] = f":{pipe.readline().strip()}"
        return self

    def __exit__(self, *_: object) -> None:
        for program in reversed(self._programs):
            self.end(program)
        self._server.terminate()
        self._server.wait(10)

    def start(
        self, command: Sequence[str], *, log: str, more: Mapping[str, str] | None = None
    ) -> subprocess.Popen[bytes]:
        """Start a program on this screen; what it says goes into a file beside the screenshots."""
        with (self._shots / f"said-by-{log.replace(' ', '-')}.txt").open("ab") as out:
            program = subprocess.Popen(
                command,
                env={**self._environment, **(more or {})},
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=out,
                start_new_session=True,
            )
        self._programs.append(program)
        return program

    def end(self, program: subprocess.Popen[bytes]) -> None:
        """End a program and all it started, gently at first."""
        for sign in (signal.SIGTERM, signal.SIGKILL):
            try:
                os.killpg(program.pid, sign)
                program.wait(5)
            except ProcessLookupError:
                break
            except subprocess.TimeoutExpired:
                continue
        program.wait(5)
        if program in self._programs:
            self._programs.remove(program)

    def do(self, *words: object) -> str:
        """Do something with xdotool; give what it prints ("" where it found nothing)."""
        command = ["xdotool", *(str(word) for word in words)]
        done = subprocess.run(command, env=self._environment, capture_output=True, text=True, timeout=30, check=False)
        return done.stdout.strip()

    def window(self, program: subprocess.Popen[bytes], name: str, *, within_s: float = 30) -> int:
        """Wait for a visible window of a program whose title fits name; give its number, the largest first."""

        def look() -> int | None:
            if program.poll() is not None:
                raise TryFailedError(f"the program of window {name!r} ended with {program.returncode}")
            found = self.do("search", "--onlyvisible", "--name", name).split()
            return max((int(number) for number in found), key=self._area, default=None)

        return wait_for(f"window {name!r}", look, within_s=within_s)

    def geometry(self, window: int) -> tuple[int, int, int, int]:
        """Give a window's x, y, width and height; zeros where it is gone."""
        lines = self.do("getwindowgeometry", "--shell", window).splitlines()
        facts = dict(line.split("=", 1) for line in lines if "=" in line)
        x, y, width, height = (int(facts.get(name, 0)) for name in ("X", "Y", "WIDTH", "HEIGHT"))
        return x, y, width, height

    def _area(self, window: int) -> int:
        _, _, width, height = self.geometry(window)
        return width * height

    def place(self, window: int, *, x: int, y: int, width: int | None = None, height: int | None = None) -> None:
        """Move a window, and size it where asked to, bring it to the front and give it the keyboard."""
        self.do("windowmove", window, x, y)
        if width and height:
            self.do("windowsize", window, width, height)
        self.do("windowraise", window)
        self.focus(window)

    def focus(self, window: int) -> None:
        """Give a window the keyboard; a window manager would do so when a dialog opens or ends."""
        self.do("windowfocus", window)
        time.sleep(0.5)

    def drag(self, start: tuple[int, int], target: tuple[int, int], *, over: str) -> None:
        """Drag with the left button, in small steps first, as a browser wants it; takes a picture before dropping."""
        self.do("mousemove", *start)
        time.sleep(0.3)
        self.do("mousedown", 1)
        for _ in range(6):
            self.do("mousemove_relative", 4, 0)
            time.sleep(0.03)
        x, y = start
        for step in range(1, 26):
            self.do("mousemove", x + (target[0] - x) * step // 25, y + (target[1] - y) * step // 25)
            time.sleep(0.03)
        # Both programs answer each other with every move: the last ones come slowly, so that the target has said yes.
        for _ in range(4):
            time.sleep(0.2)
            self.do("mousemove_relative", 1, 1)
        time.sleep(0.3)
        self.shot(over)
        self.do("mouseup", 1)

    def press(self, *keys: str) -> None:
        """Press keys, one after the other ("ctrl+f", "Return")."""
        for key in keys:
            self.do("key", "--clearmodifiers", key)
            time.sleep(0.15)

    def type(self, text: str) -> None:
        """Type a text."""
        self.do("type", "--clearmodifiers", "--delay", 40, text)
        time.sleep(0.2)

    def shot(self, name: str) -> Path:
        """Take a picture of the whole screen; they are numbered in the order taken."""
        self._taken += 1
        target = self._shots / f"{self._taken:02}-{name.replace(' ', '-')}.png"
        ImageGrab.grab(xdisplay=self._environment["DISPLAY"]).save(target)
        return target
