"""Pictures that articles name and the library lacks: fetched from a real server, politely, and never in the way."""

import threading
from collections.abc import Iterator
from pathlib import Path

import news_pages
import pytest
from servers import Answer, Handler, Server

from clipper.app import App
from clipper.errors import Cancelled
from clipper.fetching.fetcher import Fetcher
from clipper.importing.illustrating import MOST_SILENT
from clipper.model import Article, Found, Metadata, Request
from clipper.progress import Progress
from clipper.settings import Settings
from clipper.store.clippings import Addition

OLD = Article(Metadata(title=Found("Old")), "The old text.", "<p>The old text.</p>", extractor="clipper 0")


@pytest.fixture
def site() -> Iterator[Server]:
    with Server() as server:
        yield server


@pytest.fixture
def app(tmp_path: Path) -> Iterator[App]:
    opened = App(tmp_path / "library", Settings(), allow_private=True)
    yield opened
    opened.close()


def old_one(app: App, url: str) -> int:
    """Make a clipping with its page kept, as an extractor read it that saw no picture."""
    page = Fetcher(allow_private=True).fetch(Request(url, url=url), Progress())
    added, _ = app.library.clippings.add([Addition(page, OLD, url, url)])
    return added[0].id


def page_with(site: Server, number: int, *pictures: str) -> str:
    """Serve an article that shows pictures; give its address."""
    shown = "".join(f'<figure><img src="{url}"><figcaption>Seen today.</figcaption></figure>' for url in pictures)
    text = news_pages.article(number).replace("</p><p>", f"</p>{shown}<p>", 1)
    return site.serve(f"/shown/{number}", text)


def asked(site: Server) -> list[str]:
    """Give the pictures that were asked for."""
    return [one.path for one in site.asked if "/pic" in one.path]


def read_anew(app: App, *ids: int) -> None:
    done = app.reextract(ids, Progress())
    assert [one.outcome for one in done.clippings] == ["changed"] * len(ids)


def test_what_only_the_new_article_names_is_fetched_and_kept(app: App, site: Server) -> None:
    id = old_one(app, page_with(site, 1, "/pictures/bridge.png", "/pictures/muehle.png"))
    read_anew(app, id)
    assert asked(site) == []

    done = app.illustrate([id], Progress())

    document = app.library.clippings.document(id)
    assert (done.fetched, done.missed) == (2, 0)
    assert done.changes.clippings == {id}
    assert set(document.pictures) == {site.url("/pictures/bridge.png"), site.url("/pictures/muehle.png")}
    assert all(Path(kept.path).stat().st_size for kept in document.pictures.values())
    assert document.clipping.picture == document.pictures[site.url("/pictures/bridge.png")].sha256
    assert app.library.check(Progress()) == ()


def test_what_is_kept_is_not_asked_for_again(app: App, site: Server) -> None:
    id = old_one(app, page_with(site, 1, "/pictures/bridge.png"))
    read_anew(app, id)
    app.illustrate([id], Progress())

    done = app.illustrate([id], Progress())

    assert (done.fetched, done.missed) == (0, 0)
    assert asked(site) == ["/pictures/bridge.png"]


def test_one_that_fails_harms_no_other_and_can_be_had_later(app: App, site: Server) -> None:
    id = old_one(app, page_with(site, 1, "/pictures/later.png", "/pictures/bridge.png"))
    read_anew(app, id)

    first = app.illustrate([id], Progress())
    site.serve("/pictures/later.png", Answer(news_pages.png(colour=(1, 2, 3)), content_type="image/png"))
    second = app.illustrate([id], Progress())

    assert (first.fetched, first.missed) == (1, 1)
    assert (second.fetched, second.missed) == (1, 0)
    assert app.library.clippings.document(id).clipping.picture is not None


def test_a_private_address_is_not_asked(tmp_path: Path, site: Server) -> None:
    guarded = App(tmp_path / "library", Settings())
    id = old_one(guarded, page_with(site, 1, "/pictures/bridge.png"))
    read_anew(guarded, id)

    done = guarded.illustrate([id], Progress())
    guarded.close()

    assert (done.fetched, done.missed) == (0, 1)
    assert asked(site) == []


def test_a_page_from_a_file_asks_nobody_and_keeps_what_lay_beside_it(app: App, site: Server, tmp_path: Path) -> None:
    beside = tmp_path / "saved_files"
    beside.mkdir()
    (beside / "near.png").write_bytes(news_pages.png())
    shown = f'</p><img src="saved_files/near.png"><img src="{site.url("/pictures/bridge.png")}"><p>'
    text = news_pages.article(1).replace("</p><p>", shown, 1)
    (tmp_path / "saved.html").write_text(f"<!-- saved from url=(0033)https://ferry-post.example/report -->{text}")
    report = app.clip([str(tmp_path / "saved.html")], Progress(), lambda _outcome: None)
    id = report.outcomes[0].id or 0
    before = app.library.clippings.document(id)
    assert len(before.pictures) == 1

    app.reextract([id], Progress())
    done = app.illustrate([id], Progress())

    assert (done.fetched, done.missed) == (0, 0)
    assert site.asked == []
    assert app.library.clippings.document(id) == before


def test_stop_is_heard_while_a_server_keeps_silent(app: App, site: Server) -> None:
    id = old_one(app, page_with(site, 1, "/never/pic.png"))
    site.serve("/never/pic.png", site.routes.get("/never", lambda handler: handler.wait(60) and None))
    read_anew(app, id)
    progress = Progress(lambda _step: progress.stop() if asked(site) else None)

    with pytest.raises(Cancelled):
        app.illustrate([id], progress)

    assert app.library.clippings.document(id).pictures == {}


@pytest.mark.parametrize("status", [429, 503])
def test_a_server_that_asks_for_rest_is_left_in_peace(app: App, site: Server, status: int) -> None:
    ids = [old_one(app, page_with(site, number, f"/pic/{number}.png")) for number in range(1, 5)]
    for number in range(1, 5):
        site.serve(f"/pic/{number}.png", Answer(b"Later.", status))
    read_anew(app, *ids)

    done = app.illustrate(ids, Progress())

    assert (done.fetched, done.missed) == (0, 4)
    assert asked(site) == ["/pic/1.png"]


def test_a_server_that_is_gone_is_tried_twice(app: App, site: Server) -> None:
    elsewhere = unused_address()
    ids = [old_one(app, page_with(site, number, f"{elsewhere}?{number}")) for number in range(1, 6)]
    ids.append(old_one(app, page_with(site, 6, "/pictures/bridge.png")))
    read_anew(app, *ids)

    done = app.illustrate(ids, Progress())

    assert (done.fetched, done.missed) == (1, 5)


def test_where_no_server_can_be_reached_none_is_asked_any_more(app: App, site: Server) -> None:
    dead = [unused_address() for _ in range(MOST_SILENT + 10)]
    ids = [old_one(app, page_with(site, number, url)) for number, url in enumerate(dead)]
    ids.append(old_one(app, page_with(site, len(dead), "/pictures/bridge.png")))
    read_anew(app, *ids)

    done = app.illustrate(ids, Progress())

    assert (done.fetched, done.missed) == (0, len(ids))
    assert asked(site) == []


def unused_address() -> str:
    """Give the address of a picture on a server that has just ended."""
    with Server() as gone:
        return gone.url("/pic.png")


def test_a_server_is_asked_for_one_page_after_the_other(app: App, site: Server) -> None:
    at_once, most, lock = [0], [0], threading.Lock()

    def slowly(handler: Handler) -> Answer:
        with lock:
            at_once[0] += 1
            most[0] = max(most[0], at_once[0])
        handler.wait(0.05)
        with lock:
            at_once[0] -= 1
        return Answer(news_pages.png(), content_type="image/png")

    ids = []
    for number in range(1, 5):
        site.serve(f"/pic/{number}.png", slowly)
        ids.append(old_one(app, page_with(site, number, f"/pic/{number}.png")))
    read_anew(app, *ids)

    done = app.illustrate(ids, Progress())

    assert done.fetched == 4
    assert most == [1]


def test_undo_takes_the_picture_off_and_redo_brings_it_back_unasked(app: App, site: Server) -> None:
    id = old_one(app, page_with(site, 1, "/pictures/bridge.png"))
    done = app.reextract([id], Progress())
    app.illustrate([id], Progress())

    undone = app.library.undo(done.changes.edits)
    without = app.library.clippings.rows([id])[0].picture
    app.library.undo(undone.edits)

    assert without is None
    assert app.library.clippings.rows([id])[0].picture is not None
    assert asked(site) == ["/pictures/bridge.png"]


def test_what_was_deleted_meanwhile_is_no_fault(app: App, site: Server) -> None:
    id = old_one(app, page_with(site, 1, "/pictures/bridge.png"))
    read_anew(app, id)

    def deleted(_handler: Handler) -> Answer:
        app.library.clippings.trash([id])
        app.library.clippings.empty_trash()
        return Answer(news_pages.png(), content_type="image/png")

    site.serve("/pictures/bridge.png", deleted)
    done = app.illustrate([id], Progress())

    assert done.missed == 0
    assert app.library.clippings.rows([id]) == ()
