"""The headline: what the page shows, helped by what it says of itself."""

import json

import pytest
from extraction_pages import page, story
from hypothesis import given
from hypothesis import strategies as st

from clipper.extraction.titles import Heading, choose


def heading(*parts: str, level: int = 1) -> Heading:
    return Heading(" ".join(parts), parts, level)


def chosen(*headings: Heading, headline: str | None = None, metas: tuple[str, ...] = (), title: str = "") -> str | None:
    return choose(headline=headline, metas=metas, headings=headings, page=title, sites=["The Coast"]).value


@pytest.mark.parametrize(
    ("kicker", "headline"),
    [
        ("Küste", "Der Leuchtturm bleibt offen"),
        ("Littoral", "Le phare reste ouvert"),
        ("Costa", "El faro sigue abierto"),
        ("Litorale", "Il faro resta aperto"),
        ("海岸", "灯台は開いたままだ"),
    ],
)
def test_a_kicker_in_an_element_of_its_own_is_no_part_of_the_headline(kicker: str, headline: str) -> None:
    assert chosen(heading(kicker, headline), headline=f"{kicker}: {headline}", metas=(headline,)) == headline


def test_the_end_of_a_heading_is_no_headline_where_no_element_sets_it_off() -> None:
    assert chosen(heading("How Much Does a Lighthouse Tour Cost?"), metas=("Lighthouse Tour Cost",)) == (
        "How Much Does a Lighthouse Tour Cost?"
    )


def test_a_heading_in_two_parts_is_written_as_the_page_tells_it() -> None:
    assert chosen(heading("Coast", "Lighthouse stays open"), metas=("Coast: Lighthouse stays open",)) == (
        "Coast: Lighthouse stays open"
    )


def test_a_heading_in_capitals_is_written_as_the_page_tells_it() -> None:
    assert chosen(heading("LIGHTHOUSE STAYS OPEN"), metas=("Lighthouse stays open",)) == "Lighthouse stays open"


def test_a_title_on_which_all_statements_agree_keeps_its_first_words() -> None:
    told = "Kenia: Der Leuchtturm von unten"

    assert chosen(heading("Der Leuchtturm von unten"), headline=told, metas=(told, told)) == told


def test_of_two_headings_the_likest_is_the_headline() -> None:
    assert chosen(
        heading("The Go Coast"),
        heading("Lighthouse, Boat, and Rope"),
        title="Lighthouse, Boat, and Rope - The Go Tower",
    ) == ("Lighthouse, Boat, and Rope")


def test_the_first_heading_has_the_better_right() -> None:
    first, second = (
        "The ultimate lighthouse checklist",
        "A lighthouse checklist for all who need to see the ultimate tower",
    )

    assert chosen(heading(first), heading(second), metas=("You need the ultimate lighthouse checklist",)) == first


def test_a_heading_of_the_second_rank_is_the_headline_where_there_is_none_of_the_first() -> None:
    assert chosen(
        heading("Instead of ships: the lighthouse stays open", level=2),
        headline="SEO lighthouse",
        metas=("Instead of ships: the lighthouse stays open",),
    ) == ("Instead of ships: the lighthouse stays open")


def test_a_heading_of_the_second_rank_that_is_unlike_is_none() -> None:
    assert (
        chosen(heading("Subscribe to our letter", level=2), metas=("Lighthouse stays open",)) == "Lighthouse stays open"
    )


def test_the_last_step_of_a_breadcrumb_trail_is_no_headline(read) -> None:
    node = {"@type": "NewsArticle", "headline": "Lighthouse open: what visitors of the coast should know"}
    trail = f"<ul class='breadcrumb'><li class='breadcrumb__item'><h1>{node['headline']}</h1></li></ul>"
    body = story().replace("h1", "h2")
    linked = f'<script type="application/ld+json">{json.dumps(node)}</script>'
    head = f'{linked}<meta property="og:title" content="Lighthouse stays open">'

    assert read(page(trail + body, head=head)).metadata.title.value == "Lighthouse stays open"


@given(st.lists(st.text(max_size=20), max_size=4), st.lists(st.text(max_size=40), max_size=3), st.text(max_size=40))
def test_a_title_can_be_chosen_of_any_texts(parts: list[str], metas: list[str], title: str) -> None:
    chosen(heading(*parts), heading(*parts, level=2), metas=tuple(metas), title=title)


def test_a_heading_of_ten_thousand_elements_is_cut() -> None:
    many = heading(*(["a"] * 10_000))

    assert len(chosen(many, metas=("a " * 10_000,)) or "") <= 1000


@pytest.mark.parametrize("name", ["<a href='/'><h1>The Coast</h1></a>", "<h1 class='logo'>Coast &amp; Sea Post</h1>"])
def test_a_heading_that_is_the_logo_of_the_site_is_no_headline(read, name: str) -> None:
    body = f"<div class='masthead'>{name}</div>" + story().replace("h1>", "h2>")

    assert read(page(body)).metadata.title.value == "Lighthouse stays open"
