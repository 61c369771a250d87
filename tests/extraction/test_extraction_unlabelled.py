"""Names that no word calls the author's: beside a portrait, a date, a post or the sign of a person."""

import pytest
from extraction_pages import page, story

from clipper.extraction.names import read_credits
from clipper.model import Found

PORTRAIT = "<img src='/ada.jpg' alt='Portrait: Ada Fern'>"


@pytest.mark.parametrize(
    "line",
    [
        "<p>Ada Fern</p><p>3 March 2026</p>",
        "<p>3. März 2026</p><h4>Ada Fern</h4>",
        "<p>Ada Fern</p><p>3 mars 2026</p>",
        "<p>Ada Fern | Senior Writer | March 3, 2026</p>",
        "<p>Ada Fern · Redakteurin</p>",
        f"<div>{PORTRAIT}<p>Ada Fern</p></div>",
        "<div><span class='meta-author'>Ada Fern</span> <span>Kiel</span></div>",
        "<ul class='meta'><li><i class='icon icon-person'></i> Ada Fern</li></ul>",
    ],
)
def test_what_stands_beside_a_name_tells_that_it_is_the_authors(read, line: str) -> None:
    assert read(page(story(line))).metadata.authors == Found(("Ada Fern",), "byline", 0.7)


@pytest.mark.parametrize(
    "line",
    [
        "<p>Ada Fern</p>",
        "<p>Print This Page</p><p>3 March 2026</p>",
        "<p>Artikel Merken</p><p>3. März 2026</p>",
        "<ul><li>Kiel Bay</li><li>3 March 2026</li></ul>",
        "<p>Kiel Bay</p><img src='/bay.jpg' alt='Ships in Kiel Bay before the storm of the winter'>",
        "<ul class='meta'><li><i class='icon icon-clock'></i> Kiel Bay</li></ul>",
    ],
)
def test_a_line_beside_which_nothing_tells_it_names_no_author(read, line: str) -> None:
    assert read(page(story(line))).metadata.authors == Found()


def test_a_place_in_the_headline_is_no_author_though_a_picture_is_called_so(read) -> None:
    line = "<div><img src='/kiel.jpg' alt='Kiel Bay'><p>Kiel Bay</p></div><p>3 March 2026</p>"

    assert read(page(story(line, title="Kiel Bay freezes over"))).metadata.authors == Found()


def test_the_icon_of_a_person_above_the_headline_is_that_of_the_readers_account(read) -> None:
    account = "<div class='bar'><i class='icon-user'></i> Mein Konto</div>"

    assert read(page(account + story())).metadata.authors == Found()


def test_a_newsroom_that_signs_leaves_no_room_for_a_guess(read) -> None:
    line = "<p>By The Harbour Desk</p><p>Ada Fern</p><p>3 March 2026</p>"

    assert read(page(story(line))).metadata.authors.value != ("Ada Fern",)


@pytest.mark.parametrize(
    "name", ["April Rubin", "Max Read", "Yu Sun", "Tim Cook", "Mary-June Moss", "August Falk", "Jo March"]
)
def test_a_name_may_be_a_word_of_calendars_and_pages(name: str) -> None:
    assert read_credits(f"By {name}").people == (name,)


@pytest.mark.parametrize("line", ["April", "Sun", "Mon, March 3", "5 min read", "Read", "March April"])
def test_a_word_of_calendars_alone_is_nobody(line: str) -> None:
    assert read_credits(line).people == ()


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Kommentar von Ada Fern", "Ada Fern"),
        ("Interview: Ada Fern", "Ada Fern"),
        ("Review by Ada Fern", "Ada Fern"),
        ("Propos recueillis par Ada Fern", "Ada Fern"),
        ("A cura di Ada Fern", "Ada Fern"),
        ("Geschreven door Ada Fern", "Ada Fern"),
        ("Írta: Fern Ada", "Fern Ada"),
    ],
)
def test_the_kind_of_an_article_may_stand_before_its_author(read, line: str, name: str) -> None:
    assert read(page(story(f"<p>{line}</p>"))).metadata.authors.value == (name,)


@pytest.mark.parametrize("post", ["기자", "특파원", "칼럼니스트"])
def test_a_korean_post_is_no_part_of_the_name(post: str) -> None:
    assert read_credits(f"홍길순 {post}").people == ("홍길순",)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("홍길순 기자 gilsun@news.example", "홍길순"),
        ("칼럼니스트 홍길순 <a href='mailto:gilsun@news.example'>gilsun@news.example</a>", "홍길순"),
        ("Ada Fern (ada.fern@news.example)", "Ada Fern"),
    ],
)
def test_a_last_line_with_a_name_and_an_address_for_mail_is_signed(read, line: str, name: str) -> None:
    assert read(page(story(after=f"<p>{line}</p>"))).metadata.authors.value == (name,)


@pytest.mark.parametrize("line", ["Letters to: letters@news.example", "Kontakt: redaktion@news.example", "a@b.example"])
def test_an_address_of_the_paper_signs_nothing(read, line: str) -> None:
    assert read(page(story(after=f"<p>{line}</p>"))).metadata.authors == Found()
