"""reextract stopped or killed: what was told is done, the rest is as it was, nothing is there by halves."""

import json
import signal
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import news_pages
import pytest
from servers import Answer, Handler, Server

from clipper.app import App
from clipper.fetching.fetcher import Fetcher
from clipper.model import Article, Found, Metadata, Request
from clipper.progress import Progress
from clipper.settings import Settings
from clipper.store.clippings import Addition

COMMAND = [sys.executable, "-m", "clipper"]
PAGES = 100
# Seconds from the first line on: between two commits, and while the index is written.
KILLS_AFTER_S = (0.0, 0.03, 0.06, 0.1, 0.3)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals are a thing of POSIX systems")


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library of pages as an older extractor read them: each with a line too many."""
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(PAGES):
        (folder / f"{number}.html").write_text(news_pages.article(number))
    app = App(tmp_path / "library", Settings())
    app.clip([str(folder)], Progress(), lambda _outcome: None)
    clippings = app.library.clippings
    clippings.reextract_all(
        [(origin, aged(clippings.extracted(origin.clipping))) for origin in clippings.origins(clippings.ids("all"))]
    )
    app.library.catch_up_wholly(Progress())
    app.close()
    return tmp_path / "library"


def aged(article: Article) -> Article:
    return replace(article, text=article.text + "\n\nQuagmire.", html=article.html + "<p>Quagmire.</p>")


def stopped(library: Path, number: signal.Signals, after_s: float) -> tuple[int, set[int]]:
    """Begin to read all anew, and send a signal after the first line; give the exit code and what was told."""
    command = [*COMMAND, "--library", str(library), "reextract", "--all"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(after_s)
        process.send_signal(number)
        rest = process.stdout.readlines()
        process.wait(60)
    return process.returncode, {int(line.split("\t")[1]) for line in (first, *rest) if line.endswith("\n")}


def done_and_found(library: Path) -> set[int]:
    """Give what is read anew, after a look whether all is whole, either as it was or new, and found by its words."""
    app = App(library, Settings())
    try:
        found = {id: app.library.clippings.document(id) for id in app.library.clippings.ids("all")}
        app.library.open_index()
        assert app.library.catch_up_wholly(Progress()) == 0
        new = {id: document.article for id, document in found.items() if "Quagmire" not in document.article.text}
        assert len(found) == PAGES
        assert set(app.library.find("quagmire", limit=PAGES).ids) == set(found) - set(new)
        for id, document in found.items():
            title = document.clipping.title
            assert document.article.html.count("<p>") == (5 if id in new else 6)
            assert id in app.library.find(f'"{title}"', limit=PAGES).ids
        assert app.library.check(Progress()) == ()
    finally:
        app.close()
    return set(new)


def test_what_was_told_before_a_stop_is_done_and_the_rest_is_as_it_was(library: Path) -> None:
    code, told = stopped(library, signal.SIGINT, 0.0)

    done = done_and_found(library)
    assert code == 130
    assert told <= done
    assert 0 < len(done) < PAGES


def test_kills_leave_each_clipping_old_or_new_and_found(library: Path) -> None:
    counts = []
    for after_s in KILLS_AFTER_S:
        code, told = stopped(library, signal.SIGKILL, after_s)
        done = done_and_found(library)
        assert code in (0, -signal.SIGKILL)
        assert told <= done
        counts.append(len(done))

    assert 0 < counts[0] < PAGES
    assert counts == sorted(counts)
    app = App(library, Settings())
    app.reextract(app.library.clippings.ids("all"), Progress())
    assert app.library.find("quagmire").total == 0
    app.close()
    assert len(done_and_found(library)) == PAGES


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGKILL, -signal.SIGKILL)])
def test_ended_among_the_pictures_it_leaves_the_articles_and_the_next_run_fetches_the_rest(
    tmp_path: Path, number: signal.Signals, code: int
) -> None:
    held, first_asked = threading.Event(), threading.Event()

    def silent(handler: Handler) -> Answer:
        first_asked.set()
        while not held.is_set() and handler.wait(0.05):
            pass
        return Answer(news_pages.png(), content_type="image/png")

    with Server() as site:
        site.serve("/pictures/bridge.png", silent)
        ids = [an_old_one(tmp_path / "library", site.url(f"/article/{page}/picture")) for page in range(1, 4)]
        command = [*COMMAND, "--library", str(tmp_path / "library"), "--allow-private", "--json", "reextract", "--all"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
            assert first_asked.wait(60)
            process.send_signal(number)
            out, _err = process.communicate(timeout=60)
        held.set()

        assert process.returncode == code
        assert json.loads(out)["changed"] == ids
        app = App(tmp_path / "library", Settings(), allow_private=True)
        assert app.library.check(Progress()) == ()
        assert app.library.find("mayor").total == len(ids)
        assert app.illustrate(ids, Progress()).missed == 0
        assert all(app.library.clippings.document(id).pictures for id in ids)
        app.close()


def an_old_one(library: Path, url: str) -> int:
    """Make a clipping with its page kept, as an extractor read it that saw no picture."""
    page = Fetcher(allow_private=True).fetch(Request(url, url=url), Progress())
    app = App(library, Settings())
    article = Article(Metadata(title=Found("Old")), "The old text.", "<p>The old text.</p>", extractor="clipper 0")
    added, _ = app.library.clippings.add([Addition(page, article, url, url)])
    app.close()
    return added[0].id
