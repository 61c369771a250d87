"""Bodies set right by the user: cleaned like a page, unchanged where they were clean, less only what was chosen."""

import sys

import pytest
from extraction_pages import ENGLISH, page, paragraphs, story
from hypothesis import given
from hypothesis import strategies as some

from clipper.errors import Cancelled, ExtractError
from clipper.extraction.article import extract
from clipper.extraction.bodies import read
from clipper.extraction.bodypool import Bodies, BodyJob, CleanBody, LeftOut
from clipper.extraction.job import Job

BASE = "https://news.example/town/lighthouse"
BODY = (
    "<p>First <em>words</em>.</p>\n<h2>Between</h2>\n<ul>\n<li>One</li>\n<li>Two</li>\n</ul>\n"
    '<figure><img src="https://news.example/a.png" alt="A tower"><figcaption>The tower (Ann)</figcaption></figure>\n'
    "<table>\n<tbody><tr>\n<td>Height</td>\n<td>30 m</td>\n</tr>\n<tr>\n<td>Steps</td>\n<td>144</td>\n</tr>\n</tbody>"
    "</table>\n<blockquote>\n<p>Quoted.</p>\n</blockquote>\n<p>Last words.</p>"
)


def clean(html: str, left_out: LeftOut | None = None) -> CleanBody:
    return read(BodyJob(html, BASE, left_out or LeftOut()))


def without(
    *texts: str, html: str = BODY, head: tuple[str, ...] = ("Site", "Headline"), last: bool = False
) -> CleanBody:
    """Leave out lines by their text: the first of their kind, or the last."""
    shown = (*head, *(line for line in clean(html).text.replace(" | ", "\n").split("\n") if line), "Clipped today")
    found = [len(shown) - 1 - shown[::-1].index(text) if last else shown.index(text) for text in texts]
    return clean(html, LeftOut(shown, frozenset(found)))


def test_what_is_clean_stays_as_it_is() -> None:
    body = clean(BODY)

    assert body.html == BODY
    assert not body.less
    assert body.text == (
        "First words.\n\nBetween\n\nOne\n\nTwo\n\nHeight | 30 m\n\nSteps | 144\n\nQuoted.\n\nLast words."
    )


def test_the_body_of_an_article_comes_out_as_it_went_in() -> None:
    inside = (
        "<blockquote>Quoted <b>loudly</b><br>twice.</blockquote><ul><li>One</li><li>Two <a href='/x'>x</a></li></ul>"
    )
    article = extract(Job(page(story(inside=inside)).encode(), BASE, None))

    body = clean(article.html)

    assert (body.html, body.text) == (article.html, article.text)


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>steal()</script>",
        "<img src=x onerror=steal()>",
        '<a href="javascript:steal()">x</a>',
        '<a href="java\tscript:steal()">x</a>',
        '<iframe src="https://evil.example"></iframe>',
        '<svg onload="steal()"><script>steal()</script></svg>',
        '<style>p{background:url("https://evil.example/steal()")}</style>',
        '<img src="file:///etc/passwd">',
        '<object data="steal()"></object><embed src="steal()">',
        '<form action="https://evil.example"><input name="steal()"></form>',
        "<math><mtext><table><mglyph><style><img src=x onerror=steal()>",
        "<p style='background:url(steal())' onclick='steal()'>x</p>",
        "<meta http-equiv=refresh content='0;url=https://evil.example/steal()'>",
        "<noscript><p title='</noscript><img src=x onerror=steal()>'>",
    ],
)
def test_nothing_that_runs_or_fetches_unseen_comes_through(hostile: str) -> None:
    body = clean(f"<p>Before it.</p>{hostile}<p>After it.</p>")

    for word in ("steal", "evil", "onerror", "script", "file:", "<style", "<svg", "<iframe"):
        assert word not in body.html.replace("&lt;", "").lower()
    assert "Before it." in body.html


def test_chosen_lines_go_and_all_else_stays() -> None:
    body = without("Between", "One")

    assert body.less
    assert "Between" not in body.html
    assert "<li>One</li>" not in body.html
    assert body.html == BODY.replace("<h2>Between</h2>\n", "").replace("<li>One</li>\n", "")


def test_of_a_table_the_whole_row_goes() -> None:
    body = without("Steps")

    assert "144" not in body.text
    assert "Height | 30 m" in body.text


def test_a_list_without_items_is_no_list() -> None:
    assert "<ul>" not in without("One", "Two").html


def test_lines_that_are_alike_are_told_apart() -> None:
    html = "<p>Again.</p>\n<p>First.</p>\n<p>Again.</p>"

    assert without("Again.", html=html, last=True).html == "<p>Again.</p>\n<p>First.</p>"
    assert without("Again.", html=html).html == "<p>First.</p>\n<p>Again.</p>"


def test_a_headline_that_is_chosen_takes_no_paragraph_along() -> None:
    html = "<p>Headline</p>\n<p>First.</p>"
    shown = ("Headline", "Headline", "First.", "Clipped today")

    assert not clean(html, LeftOut(shown, frozenset([0]))).less
    assert clean(html, LeftOut(shown, frozenset([1]))).html == "<p>First.</p>"


def test_a_paragraph_shown_in_parts_goes_as_a_whole() -> None:
    whole = " ".join(f"word{number}" for number in range(200))
    part = whole[:900]

    body = clean(f"<p>{whole}</p><p>Stays.</p>", LeftOut((part, whole[900:].strip(), "Stays."), frozenset([0])))

    assert body.text == "Stays."


def test_signs_that_are_not_shown_do_not_hide_a_paragraph() -> None:
    body = clean(
        "<p>It\u00e2\x80\x99s wal\xadlet time.</p><p>Stays.</p>",
        LeftOut(("It\u00e2s wallet time.", "Stays."), frozenset([0])),
    )

    assert body.text == "Stays."


def test_a_line_within_a_paragraph_takes_the_paragraph() -> None:
    body = clean("<p>One<br>two</p><p>Three</p>", LeftOut(("One", "two", "Three"), frozenset([1])))

    assert body.text == "Three"


def test_a_picture_goes_with_its_caption_and_a_caption_alone() -> None:
    gone = clean(BODY, LeftOut(pictures=frozenset(["https://news.example/a.png"])))
    shown = tuple(line for line in ("The tower (Ann)", "Last words."))
    uncaptioned = clean(BODY, LeftOut(shown, frozenset([0])))

    assert "<figure>" not in gone.html
    assert "tower" not in gone.html
    assert '<figure><img src="https://news.example/a.png" alt="A tower"></figure>' in uncaptioned.html


def test_a_picture_within_the_page_stays() -> None:
    picture = "data:image/png;base64," + "A" * 2000

    assert picture in clean(f'<p>Words.</p><figure><img src="{picture}" alt=""></figure><p>More.</p>').html


def test_a_player_becomes_a_link_once_and_stays_out_of_the_text() -> None:
    body = clean('<p>Before.</p><iframe src="https://video.example/embed/abcdef12345"></iframe><p>After.</p>')

    assert "<img" not in body.html
    assert body.html.count('<a href="https://video.example/embed/abcdef12345">') == 1
    assert body.text == "Before.\n\nAfter."
    assert clean(body.html) == body


def test_relative_addresses_are_those_of_the_page() -> None:
    assert 'href="https://news.example/town/next"' in clean('<p><a href="next">Next</a></p>').html


def test_all_that_is_chosen_leaves_nothing() -> None:
    body = clean(paragraphs(*ENGLISH), LeftOut(ENGLISH, frozenset(range(len(ENGLISH)))))

    assert (body.html, body.text, body.less) == ("", "", True)


@given(some.text(max_size=400), some.lists(some.text(max_size=20), max_size=5))
def test_any_text_is_read_and_comes_out_the_same_the_second_time(html: str, lines: list[str]) -> None:
    once = clean(html)

    twice = clean(once.html, LeftOut(tuple(lines), frozenset()))

    assert twice.text == once.text
    assert not twice.less


def test_bodies_are_cleaned_in_a_process_that_ends() -> None:
    bodies = Bodies()

    body = bodies.clean(BodyJob("<p>One.<script>x()</script></p>", None))

    assert (body.html, body.text) == ("<p>One.</p>", "One.")
    bodies.close()
    with pytest.raises(Cancelled):
        bodies.clean(BodyJob("<p>One.</p>", None))


def test_a_body_without_end_is_given_up_and_the_next_is_cleaned() -> None:
    bodies = Bodies(deadline_s=0.5)
    small = BodyJob("<p>One.</p>", None)
    bodies.clean(small)  # the process is there

    with pytest.raises(ExtractError) as caught:
        bodies.clean(BodyJob("<p>word word</p>" * 500_000, None))

    assert caught.value.code == "too_slow"
    assert bodies.clean(small).text == "One."
    bodies.close()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not limit the memory of a process")
def test_a_body_that_needs_too_much_memory_is_refused() -> None:
    bodies = Bodies(memory_bytes=300_000_000, deadline_s=60)

    with pytest.raises(ExtractError) as caught:
        bodies.clean(BodyJob("<p>word word</p>" * 1_000_000, None))

    assert caught.value.code == "too_large"
    bodies.close()
