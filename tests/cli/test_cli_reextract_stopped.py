"""reextract stopped or killed: what was told is done, the rest is as it was, nothing is there by halves."""

import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import news_pages
import pytest

from clipper.app import App
from clipper.model import Article
from clipper.progress import Progress
from clipper.settings import Settings

PAGES = 30


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library of pages as an older extractor read them: each with a line too many."""
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(PAGES):
        (folder / f"{number}.html").write_text(news_pages.article(number))
    app = App(tmp_path / "library", Settings())
    app.clip([str(folder)], Progress(), lambda _outcome: None)
    for origin in app.library.clippings.origins(app.library.clippings.ids("all")):
        app.library.clippings.reextract(origin, aged(app.library.clippings.extracted(origin.clipping)))
    app.library.catch_up_wholly(Progress())
    app.close()
    return tmp_path / "library"


def aged(article: Article) -> Article:
    return replace(article, text=article.text + "\n\nQuagmire.", html=article.html + "<p>Quagmire.</p>")


@pytest.mark.skipif(sys.platform == "win32", reason="signals are a thing of POSIX systems")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGKILL, -signal.SIGKILL)])
def test_what_was_told_is_done_and_the_rest_is_as_it_was(library: Path, number: signal.Signals, code: int) -> None:
    command = [sys.executable, "-m", "clipper", "--library", str(library), "reextract", "--all"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        process.send_signal(number)
        rest = process.stdout.readlines()
        process.wait(60)

    told = {int(line.split("\t")[1]) for line in (first, *rest) if line.endswith("\n")}
    app = App(library, Settings())
    ids = app.library.clippings.ids("all")
    done = {id for id in ids if "Quagmire" not in app.library.clippings.extracted(id).text}
    assert process.returncode == code
    assert told <= done
    assert 0 < len(done) < PAGES
    app.library.open_index()
    app.library.catch_up_wholly(Progress())
    assert set(app.library.find("quagmire", limit=PAGES).ids) == set(ids) - done
    assert app.library.check(Progress()) == ()
    app.reextract(ids, Progress())
    assert app.library.find("quagmire").total == 0
    app.close()
