"""A body that was edited by hand: laid over what was extracted, found, surviving a new look at the page, undoable."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from servers import ENGLISH_PATH, Server

from clipper.app import App
from clipper.errors import LibraryError, NotFoundError
from clipper.model import Article, Found, Metadata
from clipper.passages import Editable, Edited, Run, words
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


def given(app: App, text: str, html: str) -> int:
    article = Article(Metadata(title=Found("Given")), text, html, extractor="given")
    added, _ = app.library.clippings.add([Addition(None, article, None, None)])
    return added[0].id


def kept(body: Editable) -> list[Edited]:
    return [Edited(number, one.kind) for number, one in enumerate(body.passages)]


def test_new_words_are_found_and_the_rest_is_as_it_was(app: App, id: int) -> None:
    body = app.correcting.editable(id)
    before = app.library.clippings.document(id).article
    assert body.html == before.html
    edited = kept(body)
    number = [number for number, one in enumerate(body.passages) if one.kind == "paragraph"][1]
    edited[number] = Edited(number, "paragraph", (Run("A quokka sat in the reeds."),))

    changes = app.correcting.rewrite(id, body.html, edited)
    app.library.catch_up_wholly(Progress())

    article = app.library.clippings.document(id).article
    old, others = words(body.passages[number].runs), before.text.split("\n\n")
    assert old in others
    assert article.text.split("\n\n") == ["A quokka sat in the reeds." if one == old else one for one in others]
    assert app.library.find("quokka").ids == (id,)
    assert app.library.find(f'"{" ".join(old.split()[1:7])}"').total == 0
    assert app.library.clippings.extracted(id) == before
    app.library.undo(changes.edits)
    assert app.library.clippings.document(id).article == before


def test_edited_words_stay_when_the_page_is_read_again(app: App, id: int) -> None:
    body = app.correcting.editable(id)
    app.correcting.rewrite(id, body.html, [Edited(None, "paragraph", (Run("My own words."),), fresh=True)])

    app.reextract([id], Progress())

    assert app.library.clippings.document(id).article.text == "My own words."
    assert app.correcting.editable(id).html == "<p>My own words.</p>"


def test_an_edit_of_nothing_is_no_correction(app: App, id: int) -> None:
    body = app.correcting.editable(id)

    assert app.correcting.rewrite(id, body.html, kept(body)).edits == ()
    assert app.library.corrections.of(id) == {}


def test_an_emptied_body_is_refused(app: App, id: int) -> None:
    body = app.correcting.editable(id)

    for edited in ([], [Edited(None, "paragraph", (Run(" "),), fresh=True)]):
        with pytest.raises(LibraryError) as caught:
            app.correcting.rewrite(id, body.html, edited)
        assert (caught.value.code, caught.value.detail) == ("invalid", "text")


def test_of_an_article_whose_html_lacks_its_text_the_text_is_edited(app: App) -> None:
    text = "The first paragraph of some length.\n\nThe second < one of some length."
    id = given(app, text, "<p>More</p>")

    body = app.correcting.editable(id)

    assert [words(one.runs) for one in body.passages] == text.split("\n\n")


def test_html_that_is_not_as_it_is_written_here_is_cleaned_first(app: App) -> None:
    id = given(app, "One.\n\nTwo.", "<div><p>One.<p>Two.</div><script>alert(1)</script>")

    body = app.correcting.editable(id)
    app.correcting.rewrite(id, body.html, kept(body)[1:])

    assert app.library.clippings.document(id).article.html == "<p>Two.</p>"


def test_a_clipping_that_is_gone_has_no_body_to_edit(app: App) -> None:
    with pytest.raises(NotFoundError):
        app.correcting.editable(7)
