"""Of a live blog the entries are read, each with its time, in the order of the page."""

import json

import pytest
from extraction_pages import page

TOLD = (
    "The first boats have left the harbour and are on their way to the buoy, with the wind from the west.",
    "The mayor has come to the pier and says that she has never seen so many people there on a Sunday.",
    "Two of the boats have turned round after the gust; nobody is hurt, as the coast guard tells us.",
    "The winner is in sight of the tower. On the pier the band has begun to play, a little too early.",
    "It is over: the Gull has won by a length, as she did last year and in the year before that.",
)
TIMES = ("14:05", "14:31", "15:02", "15:40", "16:10")
OTHER = "Ten more things to know about boats before the summer is over"
URL = "https://news.example/sport/liveblog-regatta"

PAGES = {
    "boxes": "".join(
        f'<div class="entry"><time>{time}</time><h3>News {time}</h3><p>{told}</p><div class="share">Share</div></div>'
        for time, told in zip(TIMES, TOLD, strict=True)
    ),
    "articles": "".join(
        f"<article><header><span>{time} Uhr</span></header><p>{told}</p></article>"
        for time, told in zip(TIMES, TOLD, strict=True)
    ),
    "list": "<ul>"
    + "".join(f"<li><b>{time}</b><div><p>{told}</p></div></li>" for time, told in zip(TIMES, TOLD, strict=True))
    + "</ul>",
    "flat": "".join(f"<h4>{time} h</h4><p>{told}</p>" for time, told in zip(TIMES, TOLD, strict=True)),
    "half past": "".join(
        f"<div><p>{time.replace(':', '.')}</p><p>{told}</p></div>" for time, told in zip(TIMES, TOLD, strict=True)
    ),
    "Japanese": "".join(
        f"<div><p>{time.replace(':', '時')}分</p><p>{told}</p></div>" for time, told in zip(TIMES, TOLD, strict=True)
    ),
}


@pytest.mark.parametrize("shape", PAGES)
def test_entries_are_read_in_order_each_with_its_time(read, shape: str) -> None:
    entries = PAGES[shape]
    body = (
        "<main><h1>Regatta</h1><p class='lead'>All day we tell from the pier what happens at the regatta.</p>"
        f"<section>{entries}</section></main>"
        f'<div class="related"><h2>Related</h2><a href="/a">{OTHER}</a></div>'
    )

    article = read(page(body, title="Regatta"), url=URL)

    places = [article.text.index(told) for told in TOLD]
    assert places == sorted(places)
    hours = [
        article.text.index(time[:2], 0 if number == 0 else places[number - 1]) for number, time in enumerate(TIMES)
    ]
    assert all(hour < place for hour, place in zip(hours, places, strict=True))
    assert OTHER not in article.text
    assert "Share" not in article.text.split("\n\n")
    assert "live_blog" in article.flags


def test_how_long_ago_an_entry_was_told_becomes_its_time(read) -> None:
    entries = "".join(
        f"<article><time datetime='2026-05-03T{time}:00+02:00'>vor {number} Minuten</time><p>{told}</p></article>"
        for number, (time, told) in enumerate(zip(TIMES, TOLD, strict=True), 2)
    )
    article = read(page(f"<main><h1>Regatta</h1><section>{entries}</section></main>", title="Regatta"), url=URL)

    assert f"2026-05-03 14:05\n\n{TOLD[0]}" in article.text
    assert "<p>2026-05-03 16:10</p>" in article.html
    assert "Minuten" not in article.text


def test_teasers_between_the_entries_are_left_out(read) -> None:
    teaser = f'<div class="entry promo"><a href="/a">{OTHER}</a></div>'
    entries = PAGES["boxes"].replace('<div class="share">', teaser + '<div class="share">')
    body = f"<main><h1>Regatta</h1><section>{entries}{teaser}</section></main>"

    assert OTHER not in read(page(body, title="Regatta"), url=URL).text


def test_entries_that_the_page_loads_later_are_taken_from_what_it_says_of_them(read) -> None:
    updates = [
        {
            "@type": "BlogPosting",
            "headline": f"News {time}",
            "datePublished": f"2026-05-03T{time}:00Z",
            "articleBody": told,
        }
        for time, told in zip(TIMES, TOLD, strict=True)
    ]
    node = {"@type": "LiveBlogPosting", "headline": "Regatta", "liveBlogUpdate": updates}
    head = f'<script type="application/ld+json">{json.dumps(node)}</script>'
    body = "<main><h1>Regatta</h1><p>All day we tell from the pier what happens at the regatta of the town.</p></main>"

    article = read(page(body, head=head, title="Regatta"))

    assert [article.text.index(told) for told in TOLD] == sorted(article.text.index(told) for told in TOLD)
    assert "2026-05-03 14:05\n\nNews 14:05" in article.text
    assert "<h3>News 14:05</h3>" in article.html


def test_a_list_of_other_reports_with_their_times_is_no_live_blog(read) -> None:
    ticker = "".join(f'<li><time>{time}</time> <a href="/{time}">{OTHER}</a></li>' for time in TIMES)
    text = "".join(f"<p>{told}</p>" for told in TOLD)
    body = f"<main><article><h1>Regatta</h1>{text}</article><ul>{ticker}</ul></main>"

    article = read(page(body, title="Regatta"), url="https://news.example/sport/regatta")

    assert article.text == "\n\n".join(TOLD)
    assert article.flags == ()


@pytest.mark.parametrize("section", ["live", "ticker", "newsblog"])
def test_the_name_of_a_section_alone_makes_no_live_blog(read, section: str) -> None:
    ticker = "".join(f'<li><time>{time}</time> <a href="/{time}">{OTHER}</a></li>' for time in TIMES)
    text = "".join(f"<p>{told}</p>" for told in TOLD)
    body = f"<main><article><h1>Regatta</h1>{text}</article></main><div><ul>{ticker}</ul></div>"

    article = read(page(body, title="Regatta"), url=f"https://news.example/{section}/regatta")

    assert article.text == "\n\n".join(TOLD)
    assert article.flags == ()


@pytest.mark.parametrize("section", ["live", "ticker", "newsblog"])
def test_the_name_of_a_section_and_a_row_of_entries_do(read, section: str) -> None:
    body = f"<main><h1>Regatta</h1><section>{PAGES['boxes']}</section></main>"

    assert "live_blog" in read(page(body, title="Regatta"), url=f"https://news.example/{section}/regatta").flags


def test_times_in_an_ordinary_report_change_nothing(read) -> None:
    body = "<article><h1>Live from the pier</h1>" + "".join(f"<p>{told}</p>" for told in TOLD) + "</article>"

    article = read(page(body, title="Live from the pier"), url="https://news.example/live/pier")

    assert article.text == "\n\n".join(TOLD)
    assert "live_blog" not in article.flags
