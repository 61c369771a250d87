"""Extract Again as it is seen: pictures come after articles, stop is heard, what fails is named, undo is careful."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import news_pages
import pytest
from pytestqt.qtbot import QtBot
from servers import Server

from clipper.app import App
from clipper.fetching.fetcher import Fetcher
from clipper.gui.jobs import Job, Runner
from clipper.gui.reextracting import MOST_SHOWN
from clipper.gui.window import MainWindow
from clipper.model import Article, Found, Metadata, Request
from clipper.progress import Progress
from clipper.settings import Settings
from clipper.store.clippings import Addition

Show = Callable[..., MainWindow]
OLD = Article(Metadata(title=Found("Old")), "The old text.", "<p>The old text.</p>", extractor="clipper 0")
# A worker gives it up after ten seconds.
ENDLESS = news_pages.article(1).replace("</article>", "<ul>" + "<li>x" * 400_000 + "</article>")


@pytest.fixture
def site() -> Iterator[Server]:
    with Server() as server:
        yield server


@pytest.fixture
def app(tmp_path: Path, runner: Runner) -> Iterator[App]:
    opened = App(tmp_path / "library", Settings(), allow_private=True)
    yield opened
    runner.close(10)
    opened.close()


def old_one(app: App, url: str) -> int:
    """Make a clipping with its page kept, as an extractor read it that saw no picture."""
    page = Fetcher(allow_private=True).fetch(Request(url, url=url), Progress())
    added, _ = app.library.clippings.add([Addition(page, OLD, url, url)])
    return added[0].id


def extract_again(shown: MainWindow, runner: Runner, *ids: int) -> Job:
    """Select clippings and ask for it; give the job."""
    shown.panes.list.select(ids)
    before = {job.number for job in runner.running()}
    shown.commands["extract_again"].trigger()
    return next(job for job in runner.running() if job.title and job.number not in before)


def activity(shown: MainWindow) -> list[str]:
    model = shown.panes.activity.model
    return [str(model.index(number, 0).data()) for number in range(model.rowCount())]


def test_pictures_come_after_the_articles(qtbot: QtBot, app: App, runner: Runner, site: Server, window: Show) -> None:
    id = old_one(app, site.url("/article/1/picture"))
    shown = window()

    extract_again(shown, runner, id)

    qtbot.waitUntil(lambda: "1 article(s) changed." in shown.panes.message.text(), timeout=60_000)
    qtbot.waitUntil(lambda: bool(app.library.clippings.document(id).pictures), timeout=60_000)
    document = shown.panes.reading
    qtbot.waitUntil(lambda: document.document is not None and bool(document.document.pictures), timeout=10_000)
    qtbot.waitUntil(lambda: not runner.running())
    assert activity(shown) == []


def test_fetching_pictures_can_be_stopped(qtbot: QtBot, app: App, runner: Runner, site: Server, window: Show) -> None:
    site.serve("/pictures/bridge.png", lambda handler: handler.wait(60) and None)
    id = old_one(app, site.url("/article/1/picture"))
    shown = window()

    extract_again(shown, runner, id)
    qtbot.waitUntil(lambda: any(one.path.startswith("/pictures/") for one in site.asked), timeout=60_000)
    job = next(job for job in runner.running() if job.title)
    with qtbot.waitSignal(job.ended):
        shown.panes.activity.stop_asked.emit(job.number)

    assert job.state == "cancelled"
    assert app.library.clippings.extracted(id) != OLD
    assert app.library.clippings.document(id).pictures == {}


def test_stop_is_heard_while_a_page_keeps_its_worker_busy(
    qtbot: QtBot, app: App, runner: Runner, site: Server, window: Show
) -> None:
    site.serve("/endless", ENDLESS)
    id = old_one(app, site.url("/endless"))
    shown = window()

    job = extract_again(shown, runner, id)
    with qtbot.waitSignal(job.stepped, timeout=60_000):
        pass
    with qtbot.waitSignal(job.ended):
        shown.panes.activity.stop_asked.emit(job.number)

    assert job.state == "cancelled"
    assert app.library.clippings.extracted(id) == OLD
    assert activity(shown) == []


def test_what_failed_is_named_with_its_reason_and_counted(
    qtbot: QtBot, app: App, runner: Runner, site: Server, window: Show
) -> None:
    ids = [old_one(app, site.url(f"/article/{number}")) for number in range(1, 4)]
    Path(app.library.folder, app.library.captures.of(ids[1])[0].place).unlink()
    app.library.corrections.set(ids[1], "title", "The lost page")
    app.reextract(ids[2:], Progress())
    shown = window()

    extract_again(shown, runner, *ids)

    qtbot.waitUntil(lambda: "could not be read again" in shown.panes.message.text(), timeout=60_000)
    said = "1 article(s) changed. 1 stayed the same. 1 could not be read again."
    assert shown.panes.message.text() == said
    assert any("The lost page: The page that was kept is missing or damaged" in row for row in activity(shown))
    assert app.library.clippings.extracted(ids[1]) == OLD


def test_undo_takes_back_the_article_and_nothing_that_was_done_since(
    qtbot: QtBot, app: App, runner: Runner, site: Server, window: Show
) -> None:
    id = old_one(app, site.url("/article/1"))
    shown = window()
    extract_again(shown, runner, id)
    qtbot.waitUntil(lambda: shown.undo_stack.canUndo(), timeout=60_000)
    app.library.corrections.set(id, "title", "Mine")
    app.library.clippings.set_note(id, "Mine, too")
    app.library.tags.add([id], ["mine"])

    shown.commands["undo"].trigger()

    qtbot.waitUntil(lambda: app.library.clippings.extracted(id) == OLD)
    row = app.library.clippings.rows([id])[0]
    assert (row.title, row.note, row.tags) == ("Mine", "Mine, too", ("mine",))


def test_what_failed_is_named_before_many_without_a_page(
    qtbot: QtBot, app: App, runner: Runner, site: Server, window: Show
) -> None:
    given, _ = app.library.clippings.add(
        [Addition(None, replace(OLD, text=f"{number}"), None, None) for number in range(MOST_SHOWN + 5)]
    )
    id = old_one(app, site.url("/article/1"))
    Path(app.library.folder, app.library.captures.of(id)[0].place).unlink()
    shown = window()

    extract_again(shown, runner, *(one.id for one in given), id)

    qtbot.waitUntil(lambda: "could not be read again" in shown.panes.message.text(), timeout=60_000)
    assert f"{MOST_SHOWN + 6} could not be read again." in shown.panes.message.text()
    assert sum("missing or damaged" in row for row in activity(shown)) == 1
