"""What is doubtful about a page is said, and nothing is said of pages that are well."""

import json

import pytest
from extraction_pages import ENGLISH, page, paragraphs, story
from lxml import html as lxml_html

from clipper.extraction.blocks import segment
from clipper.extraction.draft import Draft
from clipper.extraction.flags import find_flags
from clipper.extraction.linked_data import LinkedFacts
from clipper.extraction.metatags import read_metatags
from clipper.extraction.parsing import parse
from clipper.extraction.rendering import render_text


def body(title: str, text: str) -> str:
    return page(f"<h1>{title}</h1><p>{text}</p>", title=title)


def test_a_good_page_has_no_flag(read) -> None:
    assert read(page(story())).flags == ()


@pytest.mark.parametrize(
    ("title", "text", "flag"),
    [
        ("Just a moment...", "Enable JavaScript and cookies to continue", "bot_check"),
        ("Attention Required! | Cloudflare", "Why have I been blocked?", "bot_check"),
        (
            "The Coast",
            "Before you continue: we value your privacy. Accept all cookies or manage your choices.",
            "consent",
        ),
        ("Die Küste", "Mit Werbung weiterlesen: Besuchen Sie uns wie gewohnt mit Werbung und Tracking.", "consent"),
        ("Page not found", "The page you are looking for does not exist.", "error_page"),
        ("404 - Seite nicht gefunden", "Diese Seite gibt es nicht.", "error_page"),
        ("Log in", "Please log in to go on.", "login"),
    ],
)
def test_walls_and_errors_sent_as_pages_are_named(read, title: str, text: str, flag: str) -> None:
    assert flag in read(body(title, text)).flags


def test_a_form_for_a_password_is_a_login(read) -> None:
    html = page("<h1>The Coast</h1><form><input name=u><input type=password name=p></form>")

    assert "login" in read(html).flags


def test_a_report_about_cookies_is_no_consent_wall(read) -> None:
    text = "Regulators say that banners which ask readers to accept all cookies must offer a plain refusal as well."

    said = [f"Part {number} of the report: {text}" for number in range(12)]

    assert read(page(story(inside=paragraphs(*said)))).flags == ()


def linked(**facts: object) -> str:
    node = {"@type": "NewsArticle", "headline": "Lighthouse stays open", **facts}
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


def test_a_teaser_of_a_paid_article_is_named(read) -> None:
    assert "paywall" in read(page(story(), head=linked(isAccessibleForFree=False))).flags
    assert "paywall" in read(page(story(), head=linked(isAccessibleForFree="False"))).flags


def test_a_paid_article_that_is_whole_is_not_named(read) -> None:
    whole = story(inside=paragraphs(*(f"{number}. {text}" for number in range(8) for text in ENGLISH)))

    assert "paywall" not in read(page(whole, head=linked(isAccessibleForFree=False))).flags


def test_a_live_blog_is_named(read) -> None:
    assert "live_blog" in read(page(story(), head=linked(**{"@type": "LiveBlogPosting"}))).flags
    assert "live_blog" in read(page(story()), url="https://news.example/liveticker/lighthouse").flags


def test_a_page_with_a_video_alone_is_named(read) -> None:
    head = '<script type="application/ld+json">{"@type":"VideoObject","name":"Waves"}</script>'

    assert "media_only" in read(page("<h1>Waves</h1><video></video><p>Watch the waves.</p>", head=head)).flags


def test_a_front_page_is_no_article(read) -> None:
    assert "no_article" in read(page(story()), url="https://news.example/").flags


def test_a_text_much_shorter_than_the_page_says_is_named(read) -> None:
    assert "cut_short" in read(page(story(), head=linked(articleBody="\n\n".join(ENGLISH * 4)))).flags


@pytest.mark.parametrize(("words", "cut"), [(900, True), ("900", True), (75, False), ("many", False), (None, False)])
def test_a_text_with_far_fewer_words_than_the_page_says_is_named(read, words: object, cut: bool) -> None:
    assert ("cut_short" in read(page(story(), head=linked(wordCount=words))).flags) is cut


def test_characters_counted_as_words_are_seen_through(read) -> None:
    whole = "\n\n".join(ENGLISH)

    assert "cut_short" not in read(page(story(), head=linked(wordCount=len(whole)))).flags


def test_a_page_where_the_parser_gave_up_is_named(read) -> None:
    assert "cut_short" in read(page(story() + "<blockquote>" * 5_000 + paragraphs(*ENGLISH))).flags


@pytest.mark.parametrize(
    "content",
    [b"", b"\x00", b"%PDF-1.7\n\xff\xfe\x00", b"\x89PNG\r\n\x1a\n\x00\x00", b"{}", b"<?xml version='1.0'?><rss/>"],
)
def test_what_is_no_page_is_no_article(read, content: bytes) -> None:
    article = read(content)

    assert article.text == ""
    assert article.html == ""
    assert "no_article" in article.flags


def test_a_text_that_leaves_out_much_of_what_stands_within_it_is_doubtful() -> None:
    tree = lxml_html.document_fromstring(paragraphs(*(f"{number}. {text * 2}" for number, text in enumerate(ENGLISH))))
    blocks = segment(tree)

    assert flags_of(Draft(blocks, frozenset((0, 3)))) == ("doubtful",)
    assert flags_of(Draft(blocks, frozenset((0, 1, 2, 3)))) == ()
    assert flags_of(Draft(blocks, frozenset((2, 3)))) == ()


def test_candidates_that_disagree_make_a_text_doubtful() -> None:
    blocks = segment(lxml_html.document_fromstring(paragraphs(*ENGLISH)))

    assert flags_of(Draft(blocks, frozenset(range(4))), doubtful=True) == ("doubtful",)


def flags_of(draft: Draft, *, doubtful: bool = False) -> tuple[str, ...]:
    page = parse(b"<p>.</p>", charset=None)
    return find_flags(
        url="https://news.example/town/lighthouse",
        title="Lighthouse stays open",
        text=render_text(draft),
        page=page,
        linked=LinkedFacts(headline="Lighthouse stays open"),
        meta=read_metatags(page.tree),
        draft=draft,
        doubtful=doubtful,
    )
