"""Fields of an article: where each comes from, and what is never invented."""

import json
from typing import Any

import pytest
from extraction_pages import page, story
from hypothesis import given
from hypothesis import strategies as st

from clipper.extraction import dates, titles
from clipper.extraction.linked_data import read_linked_data
from clipper.extraction.names import read_credits
from clipper.model import Found

URL = "https://news.example/town/lighthouse"


def linked(**facts: Any) -> str:
    """Give a JSON-LD script."""
    node = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Lighthouse stays open", **facts}
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


def meta(**named: str) -> str:
    """Give meta elements; "__" in a name stands for ":"."""
    return "".join(f'<meta property="{name.replace("__", ":")}" content="{value}">' for name, value in named.items())


# Title


def test_the_title_is_the_headline_without_the_name_of_the_site(read) -> None:
    html = page(story(), title="Lighthouse stays open | The Coast", head=meta(og__site_name="The Coast"))

    assert read(html).metadata.title.value == "Lighthouse stays open"


@pytest.mark.parametrize(
    ("title", "sites", "expected"),
    [
        ("Deutsche Tageszeitung - Kim sagt Hilfe zu", ["Deutsche Tageszeitung"], "Kim sagt Hilfe zu"),
        ("Kim sagt Hilfe zu - Politik - Die Zeitung", ["Die Zeitung"], "Kim sagt Hilfe zu - Politik"),
        ("Why we - all of us - read", ["The Post"], "Why we - all of us - read"),
        ("A tower | News.Example", ["news.example"], "A tower"),
        ("The Post", ["The Post"], "The Post"),
    ],
)
def test_the_site_is_taken_off_a_title(title: str, sites: list[str], expected: str) -> None:
    assert titles.without_site(title, sites) == expected


def test_a_kicker_within_the_heading_is_no_part_of_the_title(read) -> None:
    html = page(
        story().replace("<h1>", "<h1><span>Coast</span> "), head=linked() + meta(og__title="Lighthouse stays open")
    )

    assert read(html).metadata.title.value == "Lighthouse stays open"


def test_a_title_of_10000_characters_is_cut(read) -> None:
    title = read(page(story(title="T" * 10_000), title="T" * 10_000)).metadata.title.value

    assert title is not None
    assert len(title) == 1000


def test_marks_that_turn_the_direction_are_taken_out_of_a_title(read) -> None:
    html = page(story(title="\u202eopen stays\u202c Lighthouse"), title="\u202eopen stays\u202c Lighthouse")

    assert read(html).metadata.title.value == "open stays Lighthouse"


# Authors and agencies


@pytest.mark.parametrize(
    ("text", "people", "agencies"),
    [
        ("Ada Fern", ("Ada Fern",), ()),
        ("By Ada Fern and Bo Marsh", ("Ada Fern", "Bo Marsh"), ()),
        ("Von Jana Weiß, Berlin", ("Jana Weiß",), ()),
        ("Jana Weiß und Ole von der Heide", ("Jana Weiß", "Ole von der Heide"), ()),
        ("Par Zoé Bertrand, avec AFP", ("Zoé Bertrand",), ("AFP",)),
        ("Michelle de Oliveira", ("Michelle de Oliveira",), ()),
        ("Ada Fern, Staff Writer", ("Ada Fern",), ()),
        ("Ada Fern/dpa", ("Ada Fern",), ("dpa",)),
        ("dpa", (), ("dpa",)),
        ("The Associated Press", (), ("AP",)),
        ("Redaktion, dpa", (), ("dpa",)),
        ("Deutsche Presse-Agentur", (), ("dpa",)),
        ("S.A.Dudajev--DTZ", ("S.A.Dudajev",), ()),
        ("ANNA MEIER", ("Anna Meier",), ()),
        ("Sam Hill, Jr.", ("Sam Hill, Jr.",), ()),
        ("ada@news.example", (), ()),
        ("Newsdesk", (), ()),
        ("admin", (), ()),
        ("https://news.example/authors/ada", (), ()),
        ("3 minutes ago", (), ()),
        ("", (), ()),
        ("山田太郎", ("山田太郎",), ()),
    ],
)
def test_credits_are_people_and_agencies_apart(text: str, people: tuple[str, ...], agencies: tuple[str, ...]) -> None:
    found = read_credits(text)

    assert (found.people, found.agencies) == (people, agencies)


def test_the_site_is_never_an_author() -> None:
    assert read_credits("The Coast", site="The Coast").people == ()


@given(st.text(max_size=200))
def test_any_text_can_be_read_as_credits(text: str) -> None:
    read_credits(text)


def test_authors_of_json_ld_come_first(read) -> None:
    html = page(
        story("<p class='byline'>By Ada Fern</p>"),
        head=linked(author={"@type": "Person", "name": "Ada M. Fern"}) + meta(author="x"),
    )

    assert read(html).metadata.authors == Found(("Ada M. Fern",), "json-ld", 0.9)


def test_an_agency_is_no_author_whatever_the_page_calls_it(read) -> None:
    offices = [{"@type": "Organization", "name": "dpa"}, {"@type": "Person", "name": "Deutsche Presse-Agentur"}]

    metadata = read(page(story(), head=linked(author=offices))).metadata

    assert metadata.authors.value is None
    assert metadata.agencies.value == ("dpa",)


@pytest.mark.parametrize(
    "byline",
    [
        "By Ada Fern",
        "Von Ada Fern",
        "Par Ada Fern",
        "Por Ada Fern",
        "Di Ada Fern",
        "By Ada Fern | March 3, 2026",
        "Door Ada Fern",
    ],
)
def test_a_byline_names_the_author(read, byline: str) -> None:
    assert read(page(story(f"<p>{byline}</p>"))).metadata.authors == Found(("Ada Fern",), "byline", 0.7)


def test_authors_side_by_side_are_told_apart_by_their_links(read) -> None:
    byline = '<div class="byline"><a href="/a">Ada Fern</a> <a href="/b">Bo Marsh</a></div>'

    assert read(page(story(byline))).metadata.authors.value == ("Ada Fern", "Bo Marsh")


def test_a_sign_off_names_the_author_and_the_agency(read) -> None:
    metadata = read(page(story(after="<p>(Ada Fern/AFP)</p>"))).metadata

    assert metadata.authors.value == ("Ada Fern",)
    assert metadata.agencies.value == ("AFP",)


def test_a_dateline_names_the_agency(read) -> None:
    html = page(story()).replace("The council", "PORT (Reuters) - The council", 1)

    assert read(html).metadata.agencies.value == ("Reuters",)


def test_a_page_without_an_author_names_none(read) -> None:
    assert read(page(story())).metadata.authors == Found()


# Dates


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-03-03", "2026-03-03"),
        ("2026-03-03T10:20:30Z", "2026-03-03T10:20:30+00:00"),
        ("2026-03-03T10:20:30.123+0100", "2026-03-03T10:20:30+01:00"),
        ("2026-03-03 10:20 +01:00", "2026-03-03T10:20:00+01:00"),
        ("2026-03-03T10:20:30", "2026-03-03"),
        ("2026-03-03T00:00:00+02:00", "2026-03-03"),
        ("20260303", "2026-03-03"),
        ("2026/03/03", "2026-03-03"),
        ("Tue, 03 Mar 2026 10:20:30 GMT", "2026-03-03T10:20:30+00:00"),
        ("March 3, 2026", "2026-03-03"),
        ("3. März 2026", "2026-03-03"),
        ("3 mars 2026", "2026-03-03"),
        ("3 de marzo de 2026", "2026-03-03"),
        ("03.03.2026, 10:20 Uhr", "2026-03-03"),
        ("2026年3月3日", "2026-03-03"),
        ("2026-13-40", None),
        ("0001-01-01T00:00:00Z", None),
        ("1970-01-01", None),
        ("2999-01-01", None),
        ("August 2024", None),
        ("2024", None),
        ("03/04/2026", None),
        ("", None),
    ],
)
def test_dates_are_read_as_published(text: str, expected: str | None) -> None:
    assert dates.normal(text) == expected


@given(st.text(max_size=60))
def test_any_text_can_be_read_as_a_date(text: str) -> None:
    dates.normal(text)


def test_a_year_in_the_text_and_a_copyright_are_no_date(read) -> None:
    html = page(
        story(inside="<p>In August 2024 the tower had been closed for repairs, and nobody knew for how long.</p>")
    )

    assert read(html.replace("</body>", "<footer>© 2026 The Coast</footer></body>")).metadata.date == Found()


@pytest.mark.parametrize(
    ("head", "before", "source"),
    [
        (linked(datePublished="2026-03-03T10:20:00+01:00"), "", "json-ld"),
        (meta(article__published_time="2026-03-03T10:20:00+01:00"), "", "meta"),
        ("", '<p><time datetime="2026-03-03T10:20:00+01:00" pubdate>yesterday</time></p>', "byline"),
    ],
)
def test_a_date_is_taken_where_the_page_states_it(read, head: str, before: str, source: str) -> None:
    found = read(page(story(before), head=head)).metadata.date

    assert (found.value, found.source) == ("2026-03-03T10:20:00+01:00", source)


def test_a_date_in_words_under_the_headline_is_a_day(read) -> None:
    assert read(page(story("<p class='date'>Published March 3, 2026</p>"))).metadata.date.value == "2026-03-03"


def test_a_date_in_the_address_is_the_last_resort(read) -> None:
    found = read(page(story()), url="https://news.example/2026/03/03/lighthouse").metadata.date

    assert (found.value, found.source) == ("2026-03-03", "url")


def test_the_same_moment_is_told_in_the_zone_of_the_site(read) -> None:
    head = linked(datePublished="2026-03-02T23:30:00Z") + meta(article__published_time="2026-03-03T00:30:00+01:00")

    assert read(page(story(), head=head)).metadata.date.value == "2026-03-03T00:30:00+01:00"


def test_the_time_of_a_reader_s_comment_is_no_date(read) -> None:
    comment = '<div class="comments"><p>Lovely!</p><time datetime="2026-03-09">9 March</time></div>'

    assert read(page(story(after=comment))).metadata.date == Found()


# The rest


def test_the_site_is_its_name_and_else_its_host(read) -> None:
    assert read(page(story(), head=meta(og__site_name="The Coast"))).metadata.site == Found("The Coast", "meta", 0.9)
    assert read(page(story(), title="Lighthouse stays open | The Coast")).metadata.site.value == "The Coast"
    assert read(page(story())).metadata.site == Found("news.example", "url", 0.3)


@pytest.mark.parametrize(
    ("named", "published_by", "address", "expected"),
    [
        ("Security", "Coast Online", "https://coast.example/a", "Coast Online"),
        ("The Coast - Breaking News and Headlines of All Harbours", "Coast", "https://coast.example/a", "Coast"),
        ("The Coast", "Harbour Media Ltd", "https://thecoast.example/a", "The Coast"),
        ("Küstenblatt", "Medienhaus Nord", "https://kb.example/a", "Küstenblatt"),
    ],
)
def test_of_two_names_the_site_is_the_one_in_its_address(
    read, named: str, published_by: str, address: str, expected: str
) -> None:
    head = linked(publisher={"@type": "Organization", "name": published_by}) + meta(og__site_name=named)

    assert read(page(story(), head=head), url=address).metadata.site.value == expected


@pytest.mark.parametrize(
    ("told", "expected"), [("News", "News"), ("Global,Innovation", "Global"), ("nt/sport", "sport"), ("A / B", "A / B")]
)
def test_of_several_sections_the_first_counts(read, told: str, expected: str) -> None:
    assert read(page(story(), head=meta(article__section=told))).metadata.section.value == expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (linked(isAccessibleForFree="False"), Found(False, "json-ld", 0.9)),
        (linked(isAccessibleForFree=True), Found(True, "json-ld", 0.9)),
        (linked(hasPart={"isAccessibleForFree": "https://schema.org/False"}), Found(False, "json-ld", 0.9)),
        (meta(article__content_tier="metered"), Found(False, "meta", 0.8)),
        (meta(article__content_tier="free"), Found(True, "meta", 0.8)),
        ("", Found()),
    ],
)
def test_a_page_may_say_that_it_is_paid_for(read, head: str, expected: Found[bool]) -> None:
    assert read(page(story(), head=head)).metadata.free == expected


def test_what_is_no_language_is_not_taken_for_one(read) -> None:
    assert read(page(story(), lang="utf-8")).metadata.language.source == "detected"


def test_the_headline_in_other_marks_is_no_subtitle(read) -> None:
    metadata = read(page(story(), head=linked(alternativeHeadline="Light\xadhouse stays open"))).metadata

    assert metadata.subtitle == Found()


def test_the_language_of_the_words_wins_over_a_wrong_one(read) -> None:
    assert read(page(story(), lang="de")).metadata.language.value == "en"
    assert read(page(story(), lang="en-GB")).metadata.language == Found("en", "meta", 0.98)


def test_the_canonical_address_is_made_absolute(read) -> None:
    html = page(story(), head='<link rel="canonical" href="/town/lighthouse.html">')

    assert read(html).metadata.canonical_url == Found("https://news.example/town/lighthouse.html", "link", 0.9)


def test_section_and_modification_are_read(read) -> None:
    metadata = read(page(story(), head=linked(articleSection="Town", dateModified="2026-03-04T08:00:00Z"))).metadata

    assert metadata.section.value == "Town"
    assert metadata.modified.value == "2026-03-04T08:00:00+00:00"


def test_a_subtitle_is_what_the_page_marks_as_one(read) -> None:
    subtitle = "A petition with four thousand names moved the council"

    assert read(page(story(f"<h2 class='subtitle'>{subtitle}</h2>"))).metadata.subtitle.value == subtitle
    assert read(page(story(), head=linked(alternativeHeadline=subtitle))).metadata.subtitle.value == subtitle
    assert read(page(story(), head=meta(og__description=subtitle))).metadata.subtitle == Found()


# JSON-LD as pages write it


@pytest.mark.parametrize(
    "script",
    [
        '{"@type":"NewsArticle","headline":"H","author":{"name":"Ada Fern"}}',
        '[{"@type":"WebSite","name":"S"},{"@type":["Article","NewsArticle"],"headline":"H","author":["Ada Fern"]}]',
        '{"@graph":[{"@type":"BlogPosting","headline":"H","author":{"@id":"#a"}},{"@id":"#a","name":"Ada Fern"}]}',
        '<!-- {"@type":"Article","headline":"H","author":[[{"name":"Ada Fern"}]],} -->',
        '//<![CDATA[\n{"@type":"Article","headline":"H\n","author":{"name":["Ada Fern"]}}\n//]]>',
        '{"@type":"WebPage","mainEntity":{"@type":"Article","headline":"<b>H</b>","author":{"name":"Ada &amp;Fern"}}}',
    ],
)
def test_json_ld_is_read_in_every_form(script: str) -> None:
    facts = read_linked_data([script], url=None)

    assert facts.headline == "H"
    assert [name.replace("&", "") for name in facts.authors] == ["Ada Fern"]


def test_of_several_articles_the_one_of_this_address_counts() -> None:
    nodes = [{"@type": "NewsArticle", "headline": text, "url": f"https://news.example/{text}"} for text in "abc"]

    assert read_linked_data([json.dumps(nodes)], url="https://www.news.example/b?x=1").headline == "b"


@pytest.mark.parametrize(
    "script", ["", "{", "null", "[]", "3", "[" * 100_000, '{"@type":{"x":1}}', '{"@graph":{"@graph":[]}}']
)
def test_broken_json_ld_says_nothing(script: str) -> None:
    assert read_linked_data([script], url=URL).headline is None


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    "@type",
                    "@graph",
                    "@id",
                    "headline",
                    "author",
                    "name",
                    "publisher",
                    "image",
                    "url",
                    "datePublished",
                    "mainEntityOfPage",
                ]
            ),
            inner | st.just("NewsArticle"),
            max_size=5,
        )
    ),
    max_leaves=20,
)


@given(_json)
def test_any_json_can_be_read(value: Any) -> None:
    read_linked_data([json.dumps(value)], url=URL)
