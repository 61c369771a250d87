"""Who wrote an article: bylines as pages write them, newsrooms, and who is believed where a page contradicts itself."""

import json

import pytest
from extraction_pages import page, paragraphs, story
from hypothesis import given
from hypothesis import strategies as st

from clipper.extraction.names import newsroom, read_credits
from clipper.extraction.signatures import read_signature
from clipper.model import Found


def linked(*authors: dict[str, str]) -> str:
    """Give JSON-LD with these authors."""
    node = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Lighthouse stays open"}
    return f'<script type="application/ld+json">{json.dumps({**node, "author": list(authors)})}</script>'


def person(name: str) -> dict[str, str]:
    return {"@type": "Person", "name": name}


def office(name: str) -> dict[str, str]:
    return {"@type": "Organization", "name": name}


# Lines that name an author


@pytest.mark.parametrize(
    "line",
    [
        "<p>By: Ada Fern</p>",
        "<p><span>By</span><span>Ada Fern</span></p>",
        "<p>By Ada Fern Updated on March 3, 2026</p>",
        "<p>By Ada Fern on December 20, 2024</p>",
        "<p>Posted by Ada Fern on 2026-03-03</p>",
        "<p>May 3, 2017 By Ada Fern</p>",
        "<p>Do 25.04.24 | 14:07 Uhr | Von Ada Fern</p>",
        "<p>Von Ada Fern, Kiel 05.08.2024, 20:59 Uhr</p>",
        "<p>Autorin/Autor Ada Fern</p>",
        "<p>Par Ada Fern, publié le 3 mars 2026 à 10 h 20</p>",
        "<p>Por Ada Fern | Actualizado el 3 de marzo de 2026</p>",
        "<p>Di Ada Fern</p>",
        "<p>By <a href='/authors/ada-fern'>Ada Fern</a> | Fact-checked by <a href='/authors/bo-marsh'>Bo Marsh</a></p>",
        "<p><a href='/auteur/ada-fern'>Ada Fern</a></p>",
        "<p><a rel='author' href='/x/17'>Ada Fern</a></p>",
        "<p>Written by</p><p>Ada Fern</p>",
        "<p>Von</p><img src='/ada.jpg'><p>Ada Fern</p>",
        "<div class='author-name'>Ada Fern</div>",
        "<div class='author'><span>Ada Fern</span><span>Founder at Fern &amp; Sons</span></div>",
        "<h4 class='author-name'>By Ada Fern</h4>",
    ],
)
def test_a_line_names_its_author(read, line: str) -> None:
    assert read(page(story(line))).metadata.authors == Found(("Ada Fern",), "byline", 0.7)


def test_a_month_is_a_name_where_no_day_follows(read) -> None:
    assert read(page(story("<p>Written by Theresa May</p>"))).metadata.authors.value == ("Theresa May",)


def test_names_without_a_mark_between_them_are_told_apart_by_their_elements(read) -> None:
    line = "<div class='byline'><span>Ada Fern</span> <span>Jan Michael Marsh</span></div>"

    assert read(page(story(line))).metadata.authors.value == ("Ada Fern", "Jan Michael Marsh")


def test_a_byline_of_a_script_without_spaces_is_read(read) -> None:
    text = "".join(
        f"<p>{line}</p>" for line in ("港口小镇的议会周二晚上投票决定，灯塔将再开放一年，供游客参观。" * 3,) * 4
    )
    body = f"<article><h1>灯塔继续开放</h1><p class='author'>王小明</p><div>{text}</div></article>"

    assert read(page(body, title="灯塔继续开放", lang="zh")).metadata.authors.value == ("王小明",)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("作者：王小明", ("王小明",)),
        ("記者 山田太郎、鈴木花", ("山田太郎", "鈴木花")),
        ("文/王明", ("王明",)),
        ("Автор: Анна Лесная", ("Анна Лесная",)),
        ("Oleh Budi Santoso", ("Budi Santoso",)),
        ("Tác giả: Lê Phương", ("Lê Phương",)),
        ("بقلم ليلى حداد", ("ليلى حداد",)),
        ("מאת דנה לוי", ("דנה לוי",)),
    ],
)
def test_bylines_of_other_scripts_are_read(read, line: str, names: tuple[str, ...]) -> None:
    assert read(page(story(f"<p>{line}</p>"))).metadata.authors.value == names


@pytest.mark.parametrize("text", ["홍길동 기자", "记者 王小明", "山田太郎記者"])
def test_the_word_for_a_reporter_is_no_part_of_a_name(text: str) -> None:
    assert read_credits(text).people == (text.replace("기자", "").replace("记者", "").replace("記者", "").strip(),)


@pytest.mark.parametrize(
    "line",
    [
        "<p class='byline'>March 20, 2023 | Wellness &amp; Prevention</p>",
        "<p class='meta'>Sides, Sourdough · December 9, 2021</p>",
        "<p class='byline'>Sat, 20 Dec, 2025 - 06:36</p>",
        "<p class='author'>Written By</p><img src='/ada.jpg'>",
        "<p class='author'>Editorial Team</p>",
        "<p>By the Newsdesk</p>",
        "<p>Von der Redaktion</p>",
        "<p>Par la rédaction</p>",
        "<h2>By the numbers</h2>",
    ],
)
def test_what_is_no_name_is_no_author(read, line: str) -> None:
    assert read(page(story(line))).metadata.authors == Found()


def test_a_headline_that_is_no_heading_has_its_byline_too(read) -> None:
    body = story("<p>Von Ada Fern</p>").replace("h1", "p")

    assert read(page("<h3>In this issue</h3>" + body)).metadata.authors.value == ("Ada Fern",)


def test_a_byline_below_the_text_counts_where_none_stands_above(read) -> None:
    below = "</div><h3>Written by Ada Fern</h3><div>"

    assert read(page(story(after=below))).metadata.authors.value == ("Ada Fern",)


@pytest.mark.parametrize(
    "line",
    [
        "<p>Autorin/Autor Ada Fern</p>",
        "<p>Authors: Ada Fern</p>",
        "<p>Text by Ada Fern</p>",
        "<p>Beitrag von Ada Fern</p>",
        "<p>Écrit par Ada Fern</p>",
        "<p>Autor:</p><p>Ada Fern</p>",
    ],
)
def test_far_below_the_text_a_line_must_say_that_it_names_the_author(read, line: str) -> None:
    teasers = "".join(f"<li><a href='/{number}'>Boat {number} comes in</a></li>" for number in range(9))

    assert read(page(story() + f"<ul>{teasers}</ul><p>By Bo Marsh</p>{line}")).metadata.authors.value == ("Ada Fern",)


@pytest.mark.parametrize("name", ["Ada Fern", "Lê Phương", "María José Ortega"])
def test_a_last_line_that_is_a_name_signs_the_text(read, name: str) -> None:
    assert read(page(story(after=paragraphs(name)))).metadata.authors == Found((name,), "byline", 0.7)


def test_the_heading_of_a_box_below_signs_nothing(read) -> None:
    box = "<div class='box'>Weitere Informationen<p>Der Turm wird seit drei Jahren erneuert.</p></div>"

    assert read(page(story(after=box))).metadata.authors == Found()


@pytest.mark.parametrize(
    "line", ["Read More", "Ada", "See all boats", "Ada Fern stays in the tower.", "Our Newsletter"]
)
def test_other_last_lines_sign_nothing(line: str) -> None:
    assert read_signature(line) is None


def test_the_byline_of_a_teaser_below_adds_nobody(read) -> None:
    teaser = "<section><h3>More from the coast</h3><a href='/b'>Boats</a><p>By Ada Fern and Bo Marsh</p></section>"

    assert read(page(story() + teaser, head=linked(person("Ada Fern")))).metadata.authors.value == ("Ada Fern",)


# What readers see, and what machines are told


def test_a_byline_that_readers_see_wins_over_a_name_that_they_do_not_see(read) -> None:
    html = page(story("<p>Von Ada Fern</p>"), head=linked(person("Bo Marsh")))

    assert read(html).metadata.authors == Found(("Ada Fern",), "byline", 0.7)


def test_a_byline_that_names_more_people_wins(read) -> None:
    html = page(story("<p>By Dr Ada Fern, Bo Marsh and Cy Reed</p>"), head=linked(person("Ada Fern")))

    assert read(html).metadata.authors.value == ("Dr Ada Fern", "Bo Marsh", "Cy Reed")


def test_a_person_whose_name_is_in_the_name_of_the_site_is_a_person(read) -> None:
    html = page(
        story("<p>By Ada Fern</p>"),
        title="Lighthouse stays open",
        head='<meta property="og:site_name" content="Ada Fern Blog">',
    )

    assert read(html).metadata.authors.value == ("Ada Fern",)


# Newsrooms and organisations


def test_an_organisation_is_the_author_where_the_page_names_nobody_else(read) -> None:
    assert read(page(story(), head=linked(office("The Coast")))).metadata.authors == Found(
        ("The Coast",), "json-ld", 0.5
    )


def test_an_organisation_gives_way_to_a_person(read) -> None:
    html = page(story("<p>Von Ada Fern</p>"), head=linked(office("The Coast")))

    assert read(html).metadata.authors.value == ("Ada Fern",)


def test_a_newsroom_is_the_author_where_readers_see_it(read) -> None:
    head = linked(person("CST Staff"))

    assert read(page(story("<p>By CST Staff</p>"), head=head)).metadata.authors == Found(("CST Staff",), "json-ld", 0.5)
    assert read(page(story(), head=head)).metadata.authors == Found()


def test_a_newsroom_is_the_author_where_the_page_says_so_twice(read) -> None:
    head = linked(person("CST Staff")) + '<meta name="author" content="CST Staff">'

    assert read(page(story(), head=head)).metadata.authors == Found(("CST Staff",), "json-ld", 0.4)


def test_the_account_of_a_system_is_no_author_though_the_page_says_so_twice(read) -> None:
    head = linked(person("cst_admin")) + '<meta name="author" content="cst_admin">'

    assert read(page(story(), head=head)).metadata.authors == Found()


def test_the_site_as_its_own_author_is_one_where_readers_see_it(read) -> None:
    site = '<meta property="og:site_name" content="Küstenbote">'

    assert read(page(story("<p>von Küstenbote 30. Juni 2025</p>"), head=site)).metadata.authors.value == ("Küstenbote",)
    assert read(page(story(), head=site)).metadata.authors == Found()


def test_a_newsroom_listed_beside_a_person_is_an_author_where_the_byline_has_both(read) -> None:
    head = linked(person("Ada Fern"), office("Gear Team"))

    assert read(page(story("<p>Ada Fern &amp; Gear Team</p>"), head=head)).metadata.authors.value == (
        "Ada Fern",
        "Gear Team",
    )
    assert read(page(story("<p>Ada Fern</p>"), head=head)).metadata.authors.value == ("Ada Fern",)


@pytest.mark.parametrize("line", ["KB-Redaktion", "Redaktion Küstenbote", "The Coast Newsroom", "Redazione Costa"])
def test_a_newsroom_signs_a_text(read, line: str) -> None:
    assert read(page(story(after=paragraphs(line)))).metadata.authors == Found((line,), "byline", 0.4)


@pytest.mark.parametrize(
    "text",
    [
        "Redaktion",
        "Die Redaktion",
        "Online-Redaktion",
        "Newsdesk",
        "Staff Reports",
        "The Editors",
        "La rédaction",
        "Team",
        "A staff of ten people stayed in the tower all night",
    ],
)
def test_a_newsroom_without_a_name_of_its_own_is_none(text: str) -> None:
    assert newsroom(text) is None
    assert read_credits(text).offices == () or len(text) > 40


@pytest.mark.parametrize("text", ["Associated Press in Valencia", "Reuters, Berlin", "dpa"])
def test_an_agency_in_a_town_is_an_agency(text: str) -> None:
    assert read_credits(text).people == ()
    assert len(read_credits(text).agencies) == 1


@pytest.mark.parametrize("text", ["Coast Sport", "The Coast", "thecoast", "Coast", "The Russians"])
def test_a_desk_of_the_site_is_no_person(text: str) -> None:
    assert read_credits(text, site="Coast").people == ()


def test_a_desk_behind_a_person_is_left_out() -> None:
    assert read_credits("Ada Fern, Coast Business", site="Coast").people == ("Ada Fern",)


def test_a_department_of_an_agency_is_no_person() -> None:
    assert read_credits("Thomson Reuters Tax").people == ()


@given(st.text(max_size=120))
def test_any_text_can_be_a_last_line(text: str) -> None:
    read_signature(text)
    newsroom(text)


def test_a_page_of_labels_names_nobody_and_ends(read) -> None:
    assert read(page(story() + "<p>Author:</p>" * 500)).metadata.authors == Found()


def test_of_thousands_of_authors_that_a_page_names_a_hundred_are_kept(read) -> None:
    many = [person(f"Ada{chr(97 + number % 26)} Fern{number}") for number in range(20_000)]

    assert len(read(page(story(), head=linked(person("Ada Fern"), *many))).metadata.authors.value or ()) <= 100
