"""When an article was published and changed, as its page shows it."""

import pytest
from extraction_pages import page, story
from hypothesis import given
from hypothesis import strategies as st

from clipper.extraction.dates import told_days
from clipper.model import Found


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("3. März 2026", {"published": "2026-03-03"}),
        ("Published Oct 10, 2023 - [Updated Dec 3, 2025]", {"published": "2023-10-10", "modified": "2025-12-03"}),
        ("Last Updated March 2, 2026", {"modified": "2026-03-02"}),
        ("Updated March 2, 2026. Published March 1, 2026", {"modified": "2026-03-02", "published": "2026-03-01"}),
        ("Veröffentlicht am 1.3.2026, aktualisiert am 2.3.2026", {"published": "2026-03-01", "modified": "2026-03-02"}),
        ("Stand: 24.04.2024 22:58 Uhr", {"modified": "2024-04-24"}),
        ("Publié le 1 mars 2026, mis à jour le 2 mars 2026", {"published": "2026-03-01", "modified": "2026-03-02"}),
        ("Actualizado el 2 de marzo de 2026", {"modified": "2026-03-02"}),
        (
            "Pubblicato il 1 marzo 2026, aggiornato il 2 marzo 2026",
            {"published": "2026-03-01", "modified": "2026-03-02"},
        ),
        ("2026年3月1日 更新 2026年3月2日", {"published": "2026-03-01", "modified": "2026-03-02"}),
        ("In August 2024", {}),
        ("© 2026", {}),
    ],
)
def test_a_line_tells_the_day_of_publication_from_that_of_a_change(line: str, expected: dict[str, str]) -> None:
    assert told_days(line) == expected


def test_the_day_of_an_update_is_no_day_of_publication(read) -> None:
    metadata = read(page(story("<p class='date'>Last updated March 2, 2026</p>"))).metadata

    assert metadata.date == Found()
    assert metadata.modified == Found("2026-03-02", "byline", 0.6)


@pytest.mark.parametrize(
    "before",
    [
        "<p>Updated <time datetime='2026-03-02T08:00:00+01:00'>2 March</time></p>",
        "<p class='date-modified'><time datetime='2026-03-02T08:00:00+01:00'>2 March</time></p>",
        "<p><time class='updated' datetime='2026-03-02T08:00:00+01:00'>2 March</time></p>",
    ],
)
def test_the_time_of_an_update_is_none_of_publication(read, before: str) -> None:
    assert read(page(story(before))).metadata.date == Found()


@pytest.mark.parametrize(
    "before",
    [
        (
            "<p>Updated <time datetime='2026-03-02T08:00:00Z'>2 March</time></p>"
            "<p>Published <time datetime='2026-03-01T08:00:00+01:00'>1 March</time></p>"
        ),
        (
            "<ul><li class='meta time-of-publication'>Aktualisiert am "
            "<time datetime='2026-03-01T08:00:00+01:00'>1.3.2026</time></li></ul>"
        ),
    ],
)
def test_a_time_that_the_page_calls_that_of_publication_is_it(read, before: str) -> None:
    assert read(page(story(before))).metadata.date == Found("2026-03-01T08:00:00+01:00", "byline", 0.8)


def test_a_change_is_told_in_the_zone_of_the_site_too(read) -> None:
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Lighthouse stays open", '
        '"dateModified": "2026-03-02T23:30:00Z"}</script>'
        '<meta property="article:modified_time" content="2026-03-03T00:30:00+01:00">'
    )

    assert read(page(story(), head=head)).metadata.modified.value == "2026-03-03T00:30:00+01:00"


@given(st.text(max_size=120))
def test_any_text_can_tell_days(text: str) -> None:
    assert set(told_days(text)) <= {"published", "modified"}


@pytest.mark.parametrize("path", ["2026/mar/03/lighthouse", "2026/03/03/lighthouse"])
def test_the_day_of_what_an_article_is_about_is_not_that_of_the_article(read, path: str) -> None:
    line = "<p class='statement-meta'>The mayor on Sunday, January 11th, 2026 in an interview</p>"

    found = read(page(story(line)), url=f"https://news.example/{path}").metadata.date

    assert found == Found("2026-03-03", "url", 0.6)


@pytest.mark.parametrize("line", ["기사입력 :[ 2026-03-03 15:24 ]", "입력 2026.03.03 09:15", "Posted: 3 March 2026"])
def test_a_line_that_calls_a_day_that_of_publication_tells_it_whatever_it_is_called(read, line: str) -> None:
    assert read(page(story(f"<div class='a17'>{line}</div>"))).metadata.date.value == "2026-03-03"
