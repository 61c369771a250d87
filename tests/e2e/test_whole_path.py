"""The whole path with a real browser and the real window: drag a link, search by typing, tag, export by keyboard."""

import json
import os
import shutil
import subprocess
import sys
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import e2e_browser
import e2e_pdf
import pytest
from e2e_screen import Screen, TryFailedError, wait_for
from e2e_site import CLOCK, FERRY, FERRY_TITLE, GARDEN, GARDEN_TITLE, Newspaper

ROOT = Path(__file__).resolve().parents[2]
SHOTS = ROOT / "shots" / "e2e"
TRIES = 3
PLACE = (60, 40, 1500, 920)
TAG = "Ort/Wilme"
NEEDED = ("Xvfb", "xdotool", "pdftotext", "qpdf")
CLIPPER = (sys.executable, "-m", "clipper")


@pytest.mark.e2e
@pytest.mark.slow
def test_a_link_dragged_from_a_browser_is_found_tagged_and_exported(tmp_path: Path) -> None:
    missing = [name for name in NEEDED if not shutil.which(name)] + ["chromium"] * (e2e_browser.program() is None)
    if missing and not os.environ.get("CI"):
        pytest.skip(f"not installed: {', '.join(missing)}")
    assert not missing

    shutil.rmtree(SHOTS, ignore_errors=True)
    for number in range(1, TRIES + 1):
        shots = SHOTS / f"try-{number}"
        try:
            walk(tmp_path / str(number), shots)
            break
        except TryFailedError as error:
            # A browser on a virtual screen misses a drag at times. What Clipper does wrong is asserted, not retried.
            warnings.warn(f"try {number} failed ({error}); see {shots}", stacklevel=1)
            if number == TRIES:
                raise


def walk(folder: Path, shots: Path) -> None:
    """Walk the whole path once with a fresh browser, library and screen."""
    environment = {
        **{name: value for name, value in os.environ.items() if name != "WAYLAND_DISPLAY"},
        "QT_QPA_PLATFORM": "xcb",
        "LC_ALL": "C.UTF-8",
        "LANGUAGE": "en",
    }
    with kept_log(shots), Newspaper() as newspaper, Screen(shots, environment) as screen:
        path = WholePath(folder, newspaper, screen)
        path.open_window()
        ferry = path.drag_the_lead()
        path.add_beside_the_window()
        path.search_and_tag(ferry["id"])
        pdf = path.export()
        path.quit()
        path.come_back()
    said = (shots / "said-by-clipper.txt").read_text(encoding="utf-8")
    assert not said, f"the window said on standard error: {said}"
    logged = [file.read_text(encoding="utf-8") for file in shots.glob("clipper.log*")]
    assert not [text for text in logged if "ERROR" in text or "Traceback" in text], logged
    shutil.copy(pdf, shots)
    assert_pdf(pdf, ferry)


class WholePath:
    """The steps, in their order; each leaves its pictures."""

    def __init__(self, folder: Path, newspaper: Newspaper, screen: Screen) -> None:
        self._folder, self._newspaper, self._screen = folder, newspaper, screen
        self._library = folder / "library"
        self._words = [*CLIPPER, "--library", str(self._library), "--allow-private"]

    def open_window(self) -> None:
        """Start Clipper and wait for its window."""
        self._clipper = self._screen.start(self._words, log="clipper")
        self._window = self._screen.window(self._clipper, "Clipper")

    def drag_the_lead(self) -> dict[str, Any]:
        """Drag the front page's link from the browser onto the window; give the clipping."""
        screen, told = self._screen, self._newspaper.told
        screen.place(self._window, x=1150, y=50, width=1200, height=900)
        front = e2e_browser.command(f"{self._newspaper.root}/", self._folder / "profile")
        browser = screen.start(front, log="browser")
        wait_for("the front page", lambda: "painted" in told, within_s=60)
        time.sleep(1)
        screen.shot("empty")
        screen.drag((400, 280), (1750, 450), over="over the window")
        wait_for("the browser's drag", lambda: {"dragstart", "dragend"} <= set(told), within_s=10)
        screen.shot("dropped")
        (ferry,) = wait_for("the clipping", lambda: items(self._library), within_s=60)
        screen.end(browser)
        screen.place(self._window, x=PLACE[0], y=PLACE[1], width=PLACE[2], height=PLACE[3])
        screen.shot("clipped")
        assert ferry["title"] == FERRY_TITLE
        assert ferry["url"] == self._newspaper.root + FERRY
        return ferry

    def add_beside_the_window(self) -> None:
        """Add an article by the command line, and hand an address to the open window by a second start."""
        added = cli(self._library, "--allow-private", "add", self._newspaper.root + GARDEN)
        assert (added["outcome"], added["title"]) == ("added", GARDEN_TITLE)
        second = self._screen.start([*self._words, self._newspaper.root + CLOCK], log="second start")
        wait_for("the second start to hand over", lambda: second.poll() is not None, within_s=20)
        assert second.returncode == 0
        wait_for("the address handed over", lambda: len(items(self._library)) == 3, within_s=60)
        time.sleep(1.5)
        self._screen.shot("added by the command line and handed over")

    def search_and_tag(self, id: int) -> None:
        """Type a word that one article has, and tag all that is found: the others must stay without."""
        screen = self._screen
        screen.press("ctrl+f")
        screen.type("ersatzboot")
        time.sleep(1.5)
        screen.shot("searched")
        screen.press("Return", "ctrl+a", "ctrl+t")
        screen.focus(screen.window(self._clipper, "^Tags$", within_s=10))
        screen.type(TAG)
        screen.shot("tagging")
        screen.press("Return")
        time.sleep(0.5)
        tagged = wait_for("the tag", lambda: items(self._library, "--tag", TAG), within_s=20)
        screen.shot("tagged")
        screen.press("Escape")
        assert [item["id"] for item in tagged] == [id]

    def export(self) -> Path:
        """Export what is selected without the mouse; give the PDF."""
        screen, pdf = self._screen, self._folder / "out" / "faehre.pdf"
        pdf.parent.mkdir(parents=True)
        screen.focus(self._window)
        screen.press("ctrl+e")
        dialog = screen.window(self._clipper, "^Export$", within_s=10)
        time.sleep(2)
        screen.focus(dialog)
        screen.shot("export dialog")
        screen.press("alt+w", "ctrl+a")
        screen.type(str(pdf))
        screen.shot("export target")
        screen.press("Return")
        wait_for("the PDF", pdf.is_file, within_s=20)
        time.sleep(1)
        screen.shot("exported")
        screen.press("Escape")
        return pdf

    def quit(self) -> None:
        """Quit by the keyboard."""
        self._screen.focus(self._window)
        self._screen.press("ctrl+q")
        wait_for("the end", lambda: self._clipper.poll() is not None, within_s=20)
        assert self._clipper.returncode == 0

    def come_back(self) -> None:
        """Start again: the window stands where it stood."""
        self.open_window()
        time.sleep(2)
        self._screen.shot("back again")
        assert self._screen.geometry(self._window) == PLACE
        self.quit()


@contextmanager
def kept_log(shots: Path) -> Iterator[None]:
    """Copy the program's log beside the screenshots in the end, however it ends."""
    try:
        yield
    finally:
        for file in Path(os.environ["XDG_STATE_HOME"]).rglob("clipper.log*"):
            shutil.move(file, shots / file.name)


def assert_pdf(pdf: Path, clipping: dict[str, Any]) -> None:
    """Check that the PDF has all of the article, tells what it is, and keeps its standards."""
    text = e2e_pdf.text(pdf)
    for part in (
        FERRY_TITLE,
        "Ada Winter",
        "Der Uferbote",
        "Das Ufer am Morgen",
        "achthundert Metern Länge",
        "Ort/Wilme",
    ):
        assert part in text, f"{part!r} is not in: {text}"
    assert clipping["url"].removeprefix("http://") in text.replace(" ", "")
    assert "Kultur Sport" not in text
    facts = e2e_pdf.facts(pdf)
    assert facts["title"] == FERRY_TITLE
    assert facts["language"] == "de"
    assert facts["author"] == "Ada Winter"
    assert (facts["marked"], facts["structure"]) == ("True", "True")
    assert (facts["pdf/a"], facts["pdf/ua"]) == ("3a", "1")
    assert int(facts["pictures"]) >= 1
    assert e2e_pdf.is_sound(pdf)


def cli(library: Path, *words: str) -> Any:
    """Run a command beside the open window; give what it answers."""
    command = [*CLIPPER, "--library", str(library), "--json", *words]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False, stdin=subprocess.DEVNULL)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def items(library: Path, *words: str) -> list[dict[str, Any]]:
    """List clippings; none while there is no library yet."""
    return cli(library, "list", *words)["items"] if (library / "library.db").exists() else []
