"""What a site repeats, from the first page that is clipped to the article that does without it."""

from collections.abc import Iterator
from pathlib import Path

import news_pages
import pytest
from servers import Server

from clipper.answers import Outcome
from clipper.app import App
from clipper.progress import Progress
from clipper.settings import Settings

LINE = "The Ferry Post is one of the papers of the Mill Valley family"


@pytest.fixture
def site() -> Iterator[Server]:
    with Server() as server:
        for number in range(1, 9):
            html = news_pages.article(number).replace("</article>", f"<p>{LINE}</p></article>")
            server.serve(f"/story/{number}", html)
        yield server


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "library"


@pytest.fixture
def app(folder: Path) -> Iterator[App]:
    opened = App(folder, Settings(), allow_private=True)
    yield opened
    opened.close()


def clip(app: App, site: Server, *numbers: int) -> list[int]:
    """Clip pages one by one; give their numbers in the library."""
    told: list[Outcome] = []
    for number in numbers:
        app.clip([site.url(f"/story/{number}")], Progress(), told.append)
    return [outcome.id or 0 for outcome in told]


def has_line(app: App, id: int) -> bool:
    return LINE in app.library.clippings.document(id).article.text


def test_from_the_fifth_page_on_an_article_does_without_what_its_site_repeats(app: App, site: Server) -> None:
    ids = clip(app, site, 1, 2, 3, 4, 5, 6)

    assert [has_line(app, id) for id in ids] == [True, True, True, True, False, False]
    (known,) = app.library.memory.sites()
    assert (known.site, known.pages) == ("127.0.0.1", 6)
    assert [(line.text, line.pages) for line in known.lines] == [(LINE, 6)]
    assert LINE not in app.library.clippings.document(ids[5]).article.html


def test_the_text_that_search_and_list_have_is_the_filtered_one(app: App, site: Server) -> None:
    clip(app, site, 1, 2, 3, 4, 5)

    assert app.library.find('"Mill Valley family"').total == 4


def test_a_box_on_one_other_page_is_left_out_and_agency_copy_stays(app: App, site: Server) -> None:
    box = "Ellen Marsh has written about boats and bakeries for this paper since she came to the east bank"
    copy = "The agency reported that the ferry had been built in 1926 and carried its last cow in 1951."
    for number in (1, 5):
        html = news_pages.article(number).replace("</article>", f"<p>{copy}</p><div><p>{box}</p></div></article>")
        site.serve(f"/story/{number}", html)

    ids = clip(app, site, 1, 2, 3, 4, 5)

    first, fifth = (app.library.clippings.document(id).article.text for id in (ids[0], ids[4]))
    assert (box in first, copy in first) == (True, True)
    assert (box in fifth, copy in fifth) == (False, True)


def test_after_forgetting_a_page_read_anew_has_its_line_again(app: App, site: Server) -> None:
    ids = clip(app, site, 1, 2, 3, 4, 5)
    (line,) = app.library.memory.site("127.0.0.1").lines

    app.library.memory.forget_line("127.0.0.1", line.line)
    app.reextract(ids[4:], Progress(), lambda _told: None)

    assert has_line(app, ids[4])


def test_kept_pages_read_anew_lose_what_was_learned_since(app: App, site: Server) -> None:
    ids = clip(app, site, 1, 2, 3, 4, 5)

    app.reextract(ids, Progress(), lambda _told: None)

    assert not any(has_line(app, id) for id in ids)
    assert app.library.memory.site("127.0.0.1").lines[0].pages == 5


def test_one_setting_leaves_all_lines_in_the_articles(folder: Path, site: Server) -> None:
    app = App(folder, Settings(leave_out_repeated=False), allow_private=True)

    ids = clip(app, site, 1, 2, 3, 4, 5)

    assert all(has_line(app, id) for id in ids)
    assert app.library.memory.site("127.0.0.1").pages == 5
    app.close()


def test_saved_pages_of_one_site_teach_and_profit_in_one_import(app: App, tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    for number in range(1, 6):
        html = news_pages.article(number).replace("</article>", f"<p>{LINE}</p></article>")
        address = f"https://ferry.example/story/{number}"
        saved = html.replace("<head>", f'<head><link rel="canonical" href="{address}">')
        (pages / f"{number}.html").write_text(saved, encoding="utf-8")
    told: list[Outcome] = []

    app.clip([str(pages)], Progress(), told.append)

    assert [outcome.outcome for outcome in told] == ["added"] * 5
    (known,) = app.library.memory.sites()
    assert (known.site, known.pages) == ("ferry.example", 5)


def test_a_saved_page_that_names_its_site_itself_profits(app: App, tmp_path: Path) -> None:
    told: list[Outcome] = []
    for number in range(1, 6):
        page = tmp_path / f"{number}.html"
        link = f'<head><link rel="canonical" href="https://ferry.example/story/{number}">'
        html = news_pages.article(number).replace("<head>", link).replace("</article>", f"<p>{LINE}</p></article>")
        page.write_text(html, encoding="utf-8")
        app.clip([str(page)], Progress(), told.append)

    assert [has_line(app, outcome.id or 0) for outcome in told] == [True, True, True, True, False]
