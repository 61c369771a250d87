"""Bodies set right: cleaned, laid over what was extracted, found, and surviving a new look at the page."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from servers import ENGLISH_PATH, Server

from clipper.app import App
from clipper.errors import LibraryError, NotFoundError
from clipper.importing.correcting import plain
from clipper.model import Article, Found, Metadata
from clipper.progress import Progress
from clipper.settings import Settings
from clipper.store.clippings import Addition


@pytest.fixture
def app(tmp_path: Path) -> Iterator[App]:
    opened = App(tmp_path / "library", Settings(), allow_private=True)
    yield opened
    opened.close()


@pytest.fixture
def id(app: App) -> int:
    with Server() as site:
        report = app.clip([site.url(ENGLISH_PATH)], Progress(), lambda _outcome: None)
    return report.outcomes[0].id or 0


def lines(app: App, id: int) -> list[str]:
    return ["The site", "A headline", *app.library.clippings.document(id).article.text.split("\n\n"), "Clipped today"]


def correct_html(app: App, id: int, html: str) -> None:
    app.library.corrections.set_several(id, dict(app.correcting.of_html(id, html)))


def test_paragraphs_left_out_are_out_of_everything(app: App, id: int) -> None:
    shown = lines(app, id)
    gone = shown[3]

    changes = app.correcting.leave_out(id, shown, [3], [])
    app.library.catch_up_wholly(Progress())

    document = app.library.clippings.document(id)
    assert gone not in document.article.text
    assert gone[:40] not in document.article.html
    assert shown[4] in document.article.text
    assert document.clipping.words < len(" ".join(shown).split())
    assert document.corrected == {"text", "html"}
    assert app.library.find(f'"{" ".join(gone.split()[2:6])}"').total == 0
    assert gone in app.library.clippings.extracted(id).text
    app.library.undo(changes.edits)
    assert app.library.clippings.document(id).article == app.library.clippings.extracted(id)


def test_what_is_left_out_later_is_left_out_of_the_rest(app: App, id: int) -> None:
    shown = lines(app, id)
    app.correcting.leave_out(id, shown, [2], [])

    app.correcting.leave_out(id, lines(app, id), [2], [])

    text = app.library.clippings.document(id).article.text
    assert shown[2] not in text
    assert shown[3] not in text
    assert shown[4] in text


def test_a_corrected_body_stays_when_its_page_is_read_anew(app: App, id: int) -> None:
    correct_html(app, id, "<p>My own words.</p>")

    done = app.reextract([id], Progress())

    assert [one.outcome for one in done.clippings] == ["unchanged"]
    assert app.library.clippings.document(id).article.text == "My own words."


def test_a_hostile_body_is_cleaned(app: App, id: int) -> None:
    correct_html(app, id, '<p onclick="x()">Words.<script>alert(1)</script></p><img src="file:///etc/passwd">')

    assert app.library.clippings.document(id).article.html == "<p>Words.</p>"


def test_a_plain_body_is_not_read_as_markup(app: App, id: int) -> None:
    app.library.corrections.set_several(id, dict(app.correcting.of_text("One <b>two</b>.\r\n \r\n\r\nThree.\x07\n")))

    article = app.library.clippings.document(id).article
    assert article.text == "One <b>two</b>.\n\nThree."
    assert article.html == "<p>One &lt;b&gt;two&lt;/b&gt;.</p><p>Three.</p>"


def test_where_nothing_of_the_body_is_chosen_nothing_is_done(app: App, id: int) -> None:
    before = app.library.log.position()

    assert app.correcting.leave_out(id, lines(app, id), [0, 1], ["https://nowhere.example/x.png"]).edits == ()
    assert app.library.log.position() == before


@pytest.mark.parametrize("body", ["", "  \n ", "\x07"])
def test_an_empty_body_is_refused(app: App, id: int, body: str) -> None:
    for make in (lambda: app.correcting.of_text(body), lambda: app.correcting.of_html(id, f"<p>{body}</p>")):
        with pytest.raises(LibraryError) as caught:
            make()
        assert (caught.value.code, caught.value.detail) == ("invalid", "text")


def test_not_all_paragraphs_can_be_left_out(app: App, id: int) -> None:
    shown = lines(app, id)
    before = app.library.clippings.document(id)

    with pytest.raises(LibraryError):
        app.correcting.leave_out(id, shown, range(len(shown)), [])

    assert app.library.clippings.document(id) == before


def test_a_body_longer_than_any_page_is_refused(app: App) -> None:
    with pytest.raises(LibraryError) as caught:
        app.correcting.of_text("x" * 20_000_001)

    assert caught.value.code == "too_large"


def test_a_clipping_that_is_gone_has_no_body(app: App) -> None:
    with pytest.raises(NotFoundError):
        app.correcting.leave_out(7, ["x"], [0], [])


def test_of_an_article_whose_html_lacks_its_text_the_text_counts(app: App) -> None:
    text = "The first paragraph of some length.\n\nThe second < one of some length.\n\nThe third of some length."
    article = Article(Metadata(title=Found("Given")), text, "<p>More</p>", extractor="given")
    added, _ = app.library.clippings.add([Addition(None, article, None, None)])

    app.correcting.leave_out(added[0].id, text.split("\n\n"), [1], [])

    changed = app.library.clippings.document(added[0].id).article
    assert changed.text == "The first paragraph of some length.\n\nThe third of some length."


def test_a_plain_text_has_one_blank_line_between_paragraphs() -> None:
    assert plain("\ufeffOne  \n\t\n\nTwo\nlines\r\rThree") == "One\n\nTwo\nlines\n\nThree"
