"""Imports: all is on disk first, outcomes are committed before they are told, stop and failures lose nothing."""

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import news_pages
import pytest
from servers import ENGLISH_PATH, GERMAN_PATH, Answer, Server

from clipper.answers import Outcome
from clipper.app import App
from clipper.errors import Cancelled
from clipper.progress import Progress
from clipper.settings import Settings


@pytest.fixture
def site() -> Iterator[Server]:
    with Server() as server:
        yield server


@pytest.fixture
def app(tmp_path: Path) -> Iterator[App]:
    opened = App(tmp_path / "library", Settings(), allow_private=True)
    yield opened
    opened.close()


def work(app: App, *given: str, tags: tuple[str, ...] = ()) -> list[Outcome]:
    """Take in and work off, and give what was told."""
    told: list[Outcome] = []
    taken = app.take_in(given, tags=tags)
    app.work_off(taken.waiting, Progress(), told.append)
    return told


def test_what_was_handed_in_is_in_the_intake_before_anything_is_fetched(app: App, site: Server) -> None:
    taken = app.take_in([site.url(ENGLISH_PATH)], tags=["bridge"])

    (row,) = app.library.intake.rows()
    assert site.asked == []
    assert taken.waiting == (row,)
    assert row.request.tags == ("bridge",)
    assert row.state == "waiting"


def test_the_intake_row_leaves_with_the_clipping(app: App, site: Server) -> None:
    (outcome,) = work(app, site.url(ENGLISH_PATH), tags=("bridge",))

    assert outcome.outcome == "added"
    assert app.library.intake.rows() == ()
    (clipping,) = app.library.clippings.rows([outcome.id or 0])
    assert clipping.tags == ("bridge",)
    assert clipping.picture is not None


def test_an_outcome_is_committed_before_it_is_told(app: App, site: Server, tmp_path: Path) -> None:
    seen: list[bool] = []

    def tell(outcome: Outcome) -> None:
        other = App(tmp_path / "library", Settings())
        seen.append(bool(other.library.clippings.rows([outcome.id or 0])))
        other.close()

    app.work_off(app.take_in([site.url("/article/1"), site.url("/article/2")]).waiting, Progress(), tell)

    assert seen == [True, True]


def test_a_failure_stays_with_its_reason_and_can_be_retried(app: App, site: Server) -> None:
    (failed,) = work(app, site.url("/mine.html"))
    (row,) = app.library.intake.rows()
    assert failed.error is not None
    assert row.fault == failed.error
    assert failed.intake == row.id
    site.serve("/mine.html", news_pages.article(9))
    told: list[Outcome] = []

    app.retry([row.id], Progress(), told.append)

    assert [outcome.outcome for outcome in told] == ["added"]
    assert app.library.intake.rows() == ()


def test_the_same_failing_address_twice_is_one_row(app: App, site: Server) -> None:
    work(app, site.url("/404"))
    work(app, site.url("/404"))

    assert len(app.library.intake.rows()) == 1


def test_stop_keeps_what_was_told_and_leaves_the_rest_waiting(app: App, site: Server) -> None:
    progress = Progress()
    told: list[Outcome] = []
    addresses = [site.url(f"/article/{number}") for number in range(4)] + [site.url("/never")]

    def tell(outcome: Outcome) -> None:
        told.append(outcome)
        if len(told) == 4:
            progress.stop()

    start = time.monotonic()
    with pytest.raises(Cancelled):
        app.work_off(app.take_in(addresses).waiting, progress, tell)

    assert time.monotonic() - start < 20
    assert len(told) == 4
    assert [row.request.url for row in app.library.intake.rows()] == [site.url("/never")]
    assert len(app.library.clippings.ids("all")) == 4


def test_a_slow_server_does_not_hold_up_the_others(app: App, site: Server) -> None:
    progress = Progress()
    told: list[Outcome] = []
    addresses = [site.url("/never"), *(site.url(f"/article/{number}") for number in range(6))]

    def tell(outcome: Outcome) -> None:
        told.append(outcome)
        if len(told) == 6:
            progress.stop()

    with pytest.raises(Cancelled):
        app.work_off(app.take_in(addresses).waiting, progress, tell)

    assert {outcome.outcome for outcome in told} == {"added"}


def test_a_page_reached_by_another_address_is_known(app: App, site: Server) -> None:
    first = work(app, site.url(GERMAN_PATH))

    second = work(app, site.url(f"/to?{site.url(GERMAN_PATH)}"))

    assert second[0].outcome == "known"
    assert second[0].id == first[0].id
    assert app.library.intake.rows() == ()


def test_a_known_clipping_in_the_trash_comes_back(app: App, site: Server) -> None:
    (first,) = work(app, site.url("/article/3"))
    app.library.clippings.trash([first.id or 0])

    taken = app.take_in([site.url("/article/3")])

    assert taken.outcomes[0].outcome == "known"
    assert app.library.clippings.ids("trash") == ()


def test_the_same_address_with_another_text_keeps_both_and_says_so(app: App, site: Server, tmp_path: Path) -> None:
    url = "https://example.org/story"
    for number in (1, 2):
        page = news_pages.article(number).replace("<head>", f'<head><link rel="canonical" href="{url}">')
        (tmp_path / f"{number}.html").write_text(page, encoding="utf-8")

    told = work(app, str(tmp_path / "1.html")) + work(app, str(tmp_path / "2.html"))

    assert [outcome.outcome for outcome in told] == ["added", "added"]
    assert [outcome.differs for outcome in told] == [False, True]


def test_fetching_again_gives_a_new_capture_and_keeps_the_old_one(app: App, site: Server) -> None:
    site.serve("/mine.html", news_pages.article(1))
    (first,) = work(app, site.url("/mine.html"))
    app.library.tags.add([first.id or 0], ["kept"])
    site.serve("/mine.html", news_pages.article(2))
    told: list[Outcome] = []

    app.fetch_again([first.id or 0], Progress(), told.append)

    document = app.library.clippings.document(first.id or 0)
    assert len(document.captures) == 2
    assert document.clipping.tags == ("kept",)
    assert "Report 2" in document.article.text
    assert "Report 1" in app.library.captures.page(document.captures[0].id).body.decode()
    assert app.library.find("winter number 2").total == 1


def test_a_fetch_again_that_fails_leaves_the_clipping_as_it_was(app: App, site: Server) -> None:
    site.serve("/mine.html", news_pages.article(1))
    (first,) = work(app, site.url("/mine.html"))
    site.serve("/mine.html", Answer(b"gone", status=410))
    told: list[Outcome] = []

    app.fetch_again([first.id or 0], Progress(), told.append)

    assert told[0].outcome == "failed"
    assert len(app.library.clippings.document(first.id or 0).captures) == 1
    assert app.library.intake.rows() == ()


def test_rows_of_a_process_that_died_are_there_again(app: App, site: Server, tmp_path: Path) -> None:
    app.take_in([site.url("/article/1"), site.url("/404")])
    app.close()
    again = App(tmp_path / "library", Settings(), allow_private=True)
    told: list[Outcome] = []

    again.retry([row.id for row in again.library.intake.rows()], Progress(), told.append)

    assert sorted(outcome.outcome for outcome in told) == ["added", "failed"]
    again.close()


def test_two_importers_at_once_lose_and_double_nothing(app: App, site: Server, tmp_path: Path) -> None:
    other = App(tmp_path / "library", Settings(), allow_private=True)
    addresses = [site.url(f"/article/{number}") for number in range(10)]
    told: list[Outcome] = []

    threads = [
        threading.Thread(target=lambda one=one: one.clip(addresses, Progress(), told.append)) for one in (app, other)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(told) == 20
    assert len(app.library.clippings.ids("all")) == 10
    assert app.library.find("measured").total == 10
    other.close()
