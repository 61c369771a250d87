"""Kept pages read anew: from the library alone, through the same processes, with honest outcomes and stop."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import news_pages
import pytest
from servers import ENGLISH_PATH, GERMAN_PATH, Server

from clipper.answers import Reextracted
from clipper.app import App
from clipper.errors import Cancelled
from clipper.extraction.pool import Extraction
from clipper.fetching.fetcher import Fetcher
from clipper.importing.reextracting import ROWS_A_COMMIT, Reextractor
from clipper.lines import NOTHING_REPEATED
from clipper.model import Article, Found, Metadata, Request
from clipper.progress import Progress, Step
from clipper.settings import Settings
from clipper.store.clippings import Addition


@pytest.fixture
def site() -> Iterator[Server]:
    with Server() as server:
        yield server


@pytest.fixture
def app(tmp_path: Path) -> Iterator[App]:
    opened = App(tmp_path / "library", Settings(), allow_private=True)
    yield opened
    opened.close()


def clip(app: App, *given: str) -> list[int]:
    report = app.clip(given, Progress(), lambda _outcome: None)
    return [outcome.id or 0 for outcome in report.outcomes]


def age(app: App, id: int) -> Article:
    """Let a clipping be one that an older extractor read: with a line too many and without its author."""
    (origin,) = app.library.clippings.origins([id])
    kept = app.library.clippings.extracted(id)
    old = Article(
        Metadata(title=kept.metadata.title),
        text=kept.text + "\n\nSubscribe to our quagmire.",
        html=kept.html + "<p>Subscribe to our quagmire.</p>",
        extractor="clipper 0",
    )
    app.library.clippings.reextract(origin, old)
    app.library.catch_up_wholly(Progress())
    return kept


def given_as_it_stands(app: App) -> int:
    article = Article(Metadata(title=Found("Given")), "As it stands.", "<p>As it stands.</p>", extractor="given")
    added, _ = app.library.clippings.add([Addition(None, article, None, None)])
    return added[0].id


def test_todays_extractor_takes_the_place_of_an_older_one_and_asks_nobody(app: App, site: Server) -> None:
    (id,) = clip(app, site.url(ENGLISH_PATH))
    kept = age(app, id)
    assert app.library.find("quagmire").total == 1
    asked = len(site.asked)
    told: list[Reextracted] = []

    done = app.reextract([id], Progress(), told.append)

    assert [(one.id, one.outcome) for one in done.clippings] == [(id, "changed")]
    assert told == list(done.clippings)
    assert app.library.clippings.extracted(id) == kept
    assert app.library.find("quagmire").total == 0
    assert done.changes.clippings == {id}
    assert len(site.asked) == asked


def test_what_is_read_the_same_is_unchanged(app: App, site: Server) -> None:
    ids = clip(app, site.url(ENGLISH_PATH), site.url(GERMAN_PATH))
    before = app.library.log.position()

    done = app.reextract(ids, Progress())

    assert [one.outcome for one in done.clippings] == ["unchanged", "unchanged"]
    assert app.library.log.position() == before


def test_it_can_be_undone(app: App, site: Server) -> None:
    (id,) = clip(app, site.url(ENGLISH_PATH))
    age(app, id)
    before = app.library.clippings.document(id)

    done = app.reextract([id], Progress())
    app.library.undo(done.changes.edits)
    app.library.catch_up_wholly(Progress())

    assert app.library.clippings.document(id) == before
    assert app.library.find("quagmire").total == 1


def test_a_damaged_page_keeps_its_article_and_the_others_go_on(app: App, site: Server) -> None:
    first, second, third = clip(app, site.url("/article/1"), site.url("/article/2"), site.url("/article/3"))
    for id in (first, second, third):
        age(app, id)
    places = [Path(app.library.folder, app.library.captures.of(id)[0].place) for id in (first, second)]
    places[0].write_bytes(b"")
    places[1].unlink()
    old = app.library.clippings.extracted(first)

    done = app.reextract([first, second, third], Progress())

    assert [one.outcome for one in done.clippings] == ["failed", "failed", "changed"]
    assert [one.error.code for one in done.clippings if one.error] == ["damaged", "damaged"]
    assert app.library.clippings.extracted(first) == old


def test_a_page_that_gives_nothing_keeps_its_article(app: App, tmp_path: Path) -> None:
    page = tmp_path / "empty.html"
    page.write_text("<html><head><title>Nothing</title></head><body></body></html>")
    (id,) = clip(app, str(page))
    (origin,) = app.library.clippings.origins([id])
    whole = Article(Metadata(title=Found("Nothing")), "There was a text once.", "<p>There was a text once.</p>")
    app.library.clippings.reextract(origin, whole)

    done = app.reextract([id], Progress())

    assert [one.outcome for one in done.clippings] == ["kept"]
    assert app.library.clippings.extracted(id).text == "There was a text once."


def test_without_a_page_or_a_clipping_it_says_so(app: App, site: Server) -> None:
    given = given_as_it_stands(app)
    (id,) = clip(app, site.url(ENGLISH_PATH))

    done = app.reextract([given, 999, id, id], Progress())

    assert [(one.id, one.outcome) for one in done.clippings] == [
        (given, "no_page"),
        (999, "unknown"),
        (id, "unchanged"),
    ]
    assert done.clippings[0].title == "Given"


def test_a_look_gives_the_articles_in_order_and_writes_nothing(app: App, site: Server) -> None:
    given = given_as_it_stands(app)
    first, second = clip(app, site.url(ENGLISH_PATH), site.url(GERMAN_PATH))
    kept = age(app, second)
    before = app.library.log.position()

    seen = list(app.reextracted([second, given, first, 999], Progress()))

    assert [(one.id, one.outcome) for one in seen] == [
        (second, "changed"),
        (given, "no_page"),
        (first, "unchanged"),
        (999, "unknown"),
    ]
    assert seen[0].article == kept
    assert app.library.log.position() == before
    assert "quagmire" in app.library.clippings.extracted(second).text


def test_stop_leaves_what_was_told_and_nothing_by_halves(app: App, tmp_path: Path) -> None:
    for number in range(2 * ROWS_A_COMMIT):
        (tmp_path / f"{number}.html").write_text(news_pages.article(number))
    ids = clip(app, *map(str, sorted(tmp_path.glob("*.html"))))
    for id in ids:
        age(app, id)
    progress = Progress()
    told: list[int] = []

    def tell(one: Reextracted) -> None:
        told.append(one.id)
        progress.stop()

    with pytest.raises(Cancelled):
        app.reextract(ids, progress, tell)

    changed = [id for id in ids if "quagmire" not in app.library.clippings.extracted(id).text]
    assert set(changed) == set(told)
    assert 0 < len(told) < len(ids)


def test_progress_says_how_far_it_is(app: App, site: Server) -> None:
    ids = clip(app, *(site.url(f"/article/{number}") for number in range(1, 4)))
    steps: list[Step] = []

    app.reextract(ids, Progress(steps.append))

    assert {step.what for step in steps} >= {"extract"}
    assert next(step.total for step in steps if step.what == "extract") == len(ids)


def test_a_title_handed_in_stays_where_the_page_has_none(app: App, tmp_path: Path) -> None:
    page = tmp_path / "nameless page.html"
    page.write_text("<html><body><p>" + "A heron stood in the river and waited. " * 30 + "</p></body></html>")
    (id,) = clip(app, str(page))
    title = app.library.clippings.extracted(id).metadata.title

    done = app.reextract([id], Progress())

    assert [one.outcome for one in done.clippings] == ["unchanged"]
    assert app.library.clippings.extracted(id).metadata.title == title


@pytest.mark.parametrize(
    ("inside", "limits", "code"),
    [
        ("<ul>" + "<li>x" * 400_000, {"deadline_s": 3.0}, "too_slow"),
        pytest.param(
            "<b>x</b>" * 2_000_000,
            {"deadline_s": 60.0, "memory_bytes": 400_000_000},
            "too_large",
            marks=pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits the address space reliably"),
        ),
    ],
)
def test_a_page_that_ends_its_worker_keeps_its_article_and_is_named(
    app: App, site: Server, inside: str, limits: dict[str, Any], code: str
) -> None:
    hostile = site.serve("/hostile", news_pages.article(9).replace("</article>", inside + "</article>"))
    ids = [*clip(app, site.url("/article/1")), an_old_one(app, hostile), *clip(app, site.url("/article/2"))]
    for id in (ids[0], ids[2]):
        age(app, id)
    extraction = Extraction(size=1, **limits)
    reader = Reextractor(app.library, extraction, parallel=4, recall=lambda _url: NOTHING_REPEATED)

    done = reader.run(ids, Progress(), lambda _told: None)
    extraction.close()

    assert [one.outcome for one in done.clippings] == ["changed", "failed", "changed"]
    assert done.clippings[1].error is not None
    assert (done.clippings[1].error.code, done.clippings[1].title) == (code, "Old")
    assert app.library.clippings.extracted(ids[1]).text == "The old text."


def an_old_one(app: App, url: str) -> int:
    """Make a clipping with its page kept, as another extractor read it."""
    page = Fetcher(allow_private=True).fetch(Request(url, url=url), Progress())
    article = Article(Metadata(title=Found("Old")), "The old text.", "<p>The old text.</p>", extractor="clipper 0")
    added, _ = app.library.clippings.add([Addition(page, article, url, url)])
    return added[0].id


def test_undo_leaves_a_body_that_was_set_right_since(app: App, site: Server) -> None:
    (id,) = clip(app, site.url(ENGLISH_PATH))
    age(app, id)
    done = app.reextract([id], Progress())
    app.library.corrections.set_several(id, {"text": "Mine.", "html": "<p>Mine.</p>"})

    app.library.undo(done.changes.edits)

    document = app.library.clippings.document(id)
    assert document.article.text == "Mine."
    assert "quagmire" in app.library.clippings.extracted(id).text
    assert document.corrected == {"text", "html"}


def test_undo_leaves_a_page_that_was_fetched_again_since(app: App, site: Server) -> None:
    (id,) = clip(app, site.url(ENGLISH_PATH))
    age(app, id)
    done = app.reextract([id], Progress())
    app.fetch_again([id], Progress(), lambda _outcome: None)
    fetched = app.library.clippings.document(id)

    undone = app.library.undo(done.changes.edits)

    assert undone.edits == ()
    assert app.library.clippings.document(id) == fetched


def test_undo_leaves_what_was_read_anew_a_second_time(app: App, site: Server) -> None:
    (id,) = clip(app, site.url(ENGLISH_PATH))
    age(app, id)
    first = app.reextract([id], Progress())
    age(app, id)
    app.reextract([id], Progress())
    now = app.library.clippings.document(id)

    app.library.undo(first.changes.edits)

    assert app.library.clippings.document(id) == now
