"""The whole path with a real browser and the real window: drag a link, search by typing, tag, export by keyboard."""

import json
import os
import shutil
import subprocess
import sys
import time
import warnings
from pathlib import Path
from typing import Any

import e2e_browser
import e2e_pdf
import pytest
from e2e_screen import Screen, TryFailedError, wait_for
from e2e_site import FERRY, FERRY_TITLE, GARDEN, GARDEN_TITLE, Newspaper

ROOT = Path(__file__).resolve().parents[2]
SHOTS = ROOT / "shots" / "e2e"
TRIES = 3
NEEDED = ("Xvfb", "xdotool", "pdftotext", "qpdf")
CLIPPER = (sys.executable, "-m", "clipper")


@pytest.mark.e2e
@pytest.mark.slow
def test_a_link_dragged_from_a_browser_is_found_tagged_and_exported(tmp_path: Path) -> None:
    missing = [name for name in NEEDED if not shutil.which(name)] + ["chromium"] * (e2e_browser.program() is None)
    if missing and not os.environ.get("CI"):
        pytest.skip(f"not installed: {', '.join(missing)}")
    assert not missing

    for number in range(1, TRIES + 1):
        shots = SHOTS / f"try-{number}"
        shutil.rmtree(shots, ignore_errors=True)
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
    library, pdf = folder / "library", folder / "out" / "faehre.pdf"
    pdf.parent.mkdir(parents=True)
    environment = {
        **{name: value for name, value in os.environ.items() if name != "WAYLAND_DISPLAY"},
        "QT_QPA_PLATFORM": "xcb",
        "LC_ALL": "C.UTF-8",
        "LANGUAGE": "en",
    }
    with Newspaper() as newspaper, Screen(shots, environment) as screen:
        window_words = [*CLIPPER, "--library", str(library), "--allow-private"]
        clipper = screen.start(window_words, log="clipper")
        window = screen.window(clipper, "Clipper")
        screen.place(window, x=1150, y=100)
        browser = screen.start(e2e_browser.command(f"{newspaper.root}/", folder / "profile"), log="browser")
        wait_for("the front page", lambda: "painted" in newspaper.told, within_s=60)
        time.sleep(1)
        screen.shot("empty")

        screen.drag((400, 280), (1350, 450), over="over the window")
        wait_for("the browser's drag", lambda: "dragstart" in newspaper.told, within_s=5)
        screen.shot("dropped")
        (ferry,) = wait_for("the clipping", lambda: items(library), within_s=60)
        assert ferry["title"] == FERRY_TITLE
        assert ferry["url"] == newspaper.root + FERRY
        screen.end(browser)
        screen.place(window, x=0, y=0, width=1500, height=950)
        screen.shot("clipped")

        added = cli(library, "--allow-private", "add", newspaper.root + GARDEN)
        assert (added["outcome"], added["title"]) == ("added", GARDEN_TITLE)
        time.sleep(1.5)
        screen.shot("added by the command line")

        # Found by a word of its text, all that is found is tagged: the garden must stay without.
        screen.press("ctrl+f")
        screen.type("ersatzboot")
        time.sleep(1.5)
        screen.shot("searched")
        screen.press("Return", "ctrl+a", "ctrl+t")
        time.sleep(0.7)
        screen.type("Ort/Wilme")
        screen.shot("tagging")
        screen.press("Return")
        time.sleep(0.5)
        tagged = wait_for("the tag", lambda: items(library, "--tag", "Ort/Wilme"), within_s=20)
        screen.shot("tagged")
        assert [item["id"] for item in tagged] == [ferry["id"]]

        export_by_keyboard(screen, pdf)
        wait_for("the PDF", pdf.is_file, within_s=60)
        time.sleep(1)
        screen.shot("exported")
        screen.press("Escape", "ctrl+q")
        wait_for("the end", lambda: clipper.poll() is not None, within_s=20)
        assert clipper.returncode == 0
    said = (shots / "clipper.log").read_text(encoding="utf-8")
    assert not said, f"the window said on standard error: {said}"
    shutil.copy(pdf, shots)
    assert_pdf(pdf, ferry)


def export_by_keyboard(screen: Screen, pdf: Path) -> None:
    """Export the selected clipping into a file, without the mouse."""
    screen.press("ctrl+e")
    time.sleep(1.5)
    screen.shot("export dialog")
    screen.press("ctrl+a")
    screen.type(str(pdf))
    screen.shot("export target")
    screen.press("Return")


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
