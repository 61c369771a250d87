"""Posts of other places are quotes with their link; frames of advertisements and counters are nothing."""

import pytest
from extraction_pages import ENGLISH, page, paragraphs, story

POST = (
    '<blockquote class="twitter-tweet"><p>The light stays on!</p>&mdash; Ada Fern (@ada) '
    '<a href="https://posts.example/ada/status/123456789">March 3</a></blockquote>'
)


def test_a_post_within_the_text_is_a_quote_with_its_words_and_link(read) -> None:
    article = read(page(story(inside=POST)))

    assert "The light stays on!" in article.text.split("\n\n")
    quote = article.html.partition("<blockquote>")[2].partition("</blockquote>")[0]
    assert "The light stays on!" in quote
    assert '<a href="https://posts.example/ada/status/123456789">March 3</a>' in quote


def test_a_post_beside_the_article_is_left_out(read) -> None:
    assert "The light stays on!" not in read(page(story() + f'<aside class="sidebar">{POST}</aside>')).text


@pytest.mark.parametrize(
    ("embedded", "address"),
    [
        ('<iframe src="https://films.example/embed/abcdefg?rel=0"></iframe>', "https://films.example/embed/abcdefg"),
        ('<iframe data-src="//films.example/embed/abcdefg"></iframe>', "https://films.example/embed/abcdefg"),
        ('<iframe src="https://sea.example/@ada/10988/embed"></iframe>', "https://sea.example/@ada/10988"),
        (
            '<iframe src="https://pictures.example/p/AbCdE/embed/captioned/"></iframe>',
            "https://pictures.example/p/AbCdE",
        ),
        (
            '<iframe src="https://faces.example/plugins/post.php?href=https%3A%2F%2Ffaces.example%2Fada%2Fposts%2F9"></iframe>',
            "https://faces.example/ada/posts/9",
        ),
        (
            '<div class="fb-post" data-href="https://faces.example/ada/posts/9"></div>',
            "https://faces.example/ada/posts/9",
        ),
        (
            '<blockquote class="instagram-media" data-instgrm-permalink="https://pictures.example/p/AbCdE/"></blockquote>',
            "https://pictures.example/p/AbCdE/",
        ),
    ],
)
def test_a_post_whose_words_are_elsewhere_is_a_quoted_link(read, embedded: str, address: str) -> None:
    article = read(page(story(inside=embedded)))

    assert f'<blockquote>\n<p><a href="{address}">' in article.html
    assert article.text == "\n\n".join(ENGLISH)


def test_a_post_that_names_its_address_apart_from_its_words_ends_with_the_link(read) -> None:
    post = (
        '<blockquote class="tiktok-embed" cite="https://clips.example/@ada/video/77">'
        "<p>Waves at night, seen from the tower.</p></blockquote>"
    )
    html = read(page(story(inside=post))).html

    quote = html.partition("<blockquote>")[2].partition("</blockquote>")[0]
    assert quote.index("Waves at night") < quote.index('<a href="https://clips.example/@ada/video/77">')


@pytest.mark.parametrize(
    "frame",
    [
        '<iframe src="https://ads.example/frame?id=9"></iframe>',
        '<iframe src="about:blank"></iframe>',
        '<iframe src="https://count.example/ns.html?id=GTM-1"></iframe>',
        '<iframe src="javascript:run()/embed/abcdefg"></iframe>',
        '<iframe src="http://[bad/embed/abcdefg"></iframe>',
        '<aside><iframe src="https://films.example/embed/abcdefg"></iframe></aside>',
        '<blockquote cite="javascript:run()"></blockquote>',
    ],
)
def test_other_frames_leave_no_trace(read, frame: str) -> None:
    article = read(page(story(inside=frame)))

    assert article.html == read(page(story())).html


def test_an_address_is_linked_once(read) -> None:
    frame = '<iframe src="https://films.example/embed/abcdefg"></iframe>'

    assert (
        read(page(story(inside=frame + paragraphs(ENGLISH[0]) + frame))).html.count('href="https://films.example') == 1
    )
