"""Clean HTML: structure and pictures in their places, and nothing that runs or leads elsewhere."""

import pytest
from extraction_pages import ENGLISH, page, paragraphs, story
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html

from clipper.errors import ExtractError
from clipper.extraction.article import extract
from clipper.extraction.job import Job
from clipper.extraction.links import absolute
from clipper.extraction.rendering import sanitized

URL = "https://news.example/town/lighthouse"


def test_lists_quotes_links_and_emphasis_stay(read) -> None:
    inside = (
        "<ul><li>The first of all reasons is the <b>light</b>.</li>"
        "<li>The second is the <a href='/view'>view</a> from it.</li></ul>"
        "<blockquote><p>I would <em>never</em> leave this tower of my own will.</p></blockquote>"
    )

    html = read(page(story(inside=inside))).html

    assert '<li>The second is the <a href="https://news.example/view">view</a> from it.</li>' in html
    assert "<strong>light</strong>" in html
    assert "<blockquote>\n<p>I would <em>never</em> leave this tower of my own will.</p>\n</blockquote>" in html
    assert html.count("<ul>") == html.count("</ul>") == 1


def test_a_table_stays_a_table_and_its_rows_are_lines(read) -> None:
    table = "<table><tr><th>Year</th><th>Visitors</th></tr><tr><td>2024</td><td>12,000</td></tr></table>"

    article = read(page(story(inside=table)))

    assert "2024 | 12,000" in article.text
    assert "<td>2024</td>" in article.html


def test_tables_within_the_third_are_flattened(read) -> None:
    table = "<table><tr><td>%s</td><td>a cell beside it</td></tr></table>"
    nested = "the innermost words of all"
    for _ in range(25):
        nested = table % nested

    html = read(page(story(inside=nested))).html

    tree = lxml_html.fromstring(f"<div>{html}</div>")
    assert max((len(list(cell.iterancestors("table"))) for cell in tree.iter("td")), default=0) <= 3


@pytest.mark.parametrize(
    ("picture", "address"),
    [
        ('<img src="/a.jpg">', "https://news.example/a.jpg"),
        ('<img src="blank.gif" data-src="/a.jpg">', "https://news.example/a.jpg"),
        (
            '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-lazy-src="//cdn.example/a.jpg">',
            "https://cdn.example/a.jpg",
        ),
        ('<img srcset="/s.jpg 400w, /m.jpg 1200w, /l.jpg 3000w" src="/s.jpg">', "https://news.example/m.jpg"),
        ('<img srcset="/a,b.jpg 2x, /c.jpg 1x">', "https://news.example/c.jpg"),
        ('<picture><source srcset="/p.webp 800w"><img src="/x.jpg"></picture>', "https://news.example/p.webp"),
        ('<img src="/a b.jpg">', "https://news.example/a%20b.jpg"),
    ],
)
def test_pictures_are_found_where_pages_hide_them(read, picture: str, address: str) -> None:
    article = read(page(story(inside=f"<figure>{picture}<figcaption>A tower. Foto: Ada Fern</figcaption></figure>")))

    assert [found.url for found in article.illustrations] == [address]
    assert f'<img src="{address}"' in article.html
    assert "<figcaption>A tower. (Ada Fern)</figcaption>" in article.html


@pytest.mark.parametrize(
    "picture",
    [
        '<img src="/pixel.gif" width="1" height="1">',
        '<img src="file:///etc/passwd">',
        '<img src="javascript:alert(1)">',
        '<img class="emoji" src="/smile.png">',
        '<aside><a href="/other"><img src="/other.jpg"></a></aside>',
        '<div class="related"><a href="/other"><img src="/other.jpg">Other story</a></div>',
        '<img src="">',
        '<img src="http://[bad/a.jpg">',
    ],
)
def test_what_is_no_picture_of_the_article_is_left_out(read, picture: str) -> None:
    assert read(page(story(inside=picture))).illustrations == ()


def test_a_picture_within_the_page_keeps_its_data(read) -> None:
    data = "data:image/png;base64," + "iVBORw0KGgoAAAANSUhEUgAA" * 100

    article = read(page(story(inside=f'<figure><img src="{data}"></figure>')))

    assert article.illustrations[0].url == data
    assert f'<img src="{data}"' in article.html


def test_the_lead_picture_stands_before_the_text_and_first_in_the_list(read) -> None:
    head = '<meta property="og:image" content="https://news.example/social/lighthouse-at-dusk.jpg?w=1200">'
    before = '<figure><img src="/photos/lighthouse-at-dusk.jpg?w=600"></figure>'
    article = read(page(story(before, inside="<figure><img src='/second.jpg'></figure>"), head=head))

    assert article.metadata.image.value == "https://news.example/photos/lighthouse-at-dusk.jpg?w=600"
    assert [found.url.rpartition("/")[2] for found in article.illustrations] == [
        "lighthouse-at-dusk.jpg?w=600",
        "second.jpg",
    ]
    assert article.html.startswith("<figure><img ")


def test_a_lead_picture_named_in_the_head_alone_is_in_the_list(read) -> None:
    article = read(page(story(), head='<meta property="og:image" content="/lead.jpg">'))

    assert [found.url for found in article.illustrations] == ["https://news.example/lead.jpg"]


HOSTILE = """
<p onclick="run()" style="background:url(https://track.example/x)">The keeper answered letters from
all over the county and hung them on the wall of the tower for everyone to read, in a paragraph with
<a href="javascript:run()">one link</a>, <a href="&#1;java&#3;script:run()">another link</a>,
<a href="jav\tascript:run()">a third link</a>, <a href="data:text/html,x">a fourth</a>,
<a href="file:///etc/passwd">a fifth</a> and <a href="mailto:ada@news.example">a good one</a> in it.</p>
<p>Text <img src=x onerror="run()"><svg><script>run()</script></svg><style>p{background:url(x)}</style>
<iframe src="https://track.example"></iframe><form action="https://track.example"><input name=a></form>
<object data="x"></object><embed src="x"><link rel=stylesheet href="https://track.example/x.css"> goes on here.</p>
"""


def test_hostile_html_is_harmless(read) -> None:
    html = read(page(story(inside=HOSTILE))).html.lower()

    for word in (
        "script",
        "onclick",
        "onerror",
        "style",
        "track.example",
        "file:",
        "<form",
        "<iframe",
        "<svg",
        "data:text",
    ):
        assert word not in html
    assert '<a href="mailto:ada@news.example">a good one</a>' in html


@pytest.mark.parametrize(
    "html",
    [
        '<a href="javascript:x">a</a>',
        '<a href="JaVaScRiPt:x">a</a>',
        '<a href="&#106;avascript:x">a</a>',
        '<a href=" javascript:x">a</a>',
        '<a href="data:text/html,x">a</a>',
        '<a href="vbscript:x">a</a>',
        '<a href="//evil.example">a</a>',
        '<a href="relative">a</a>',
    ],
)
def test_the_last_check_drops_every_other_address(html: str) -> None:
    assert sanitized(html) == "<a>a</a>"


@pytest.mark.parametrize(
    "source", ["file:///a", "data:image/svg+xml,x", "data:text/html,x", "relative.jpg", "ftp://x/a.jpg", "mailto:a@b"]
)
def test_the_last_check_drops_pictures_of_other_kinds(source: str) -> None:
    assert sanitized(f'<p>a<img src="{source}"></p>') == "<p>a</p>"


@given(st.text(max_size=80))
def test_an_address_is_absolute_or_none(written: str) -> None:
    found = absolute(written, URL)

    assert found is None or found.startswith(("http://", "https://", "HTTP", "mailto:")) or "://" in found


PARTS = """
<p> </p> <div> </div> <table> <tr> <td> </table> <ul> <li> </ul> <h1> </h1> <h2> <br> <br> <blockquote> <pre> </pre> <b>
</b> <a~href='javascript:x'> <a~href=/x> </a> <img~src=/a.jpg> <figure> </figure> <figcaption> <script>x</script> <!--
--> &#1; &lt;script&gt; <button> By~Ada~Fern (dpa) Foto:~x <template> <math> <svg> <html> <body> <article> </article>
<noscript><img~src=/b.jpg></noscript> <meta~property=og:title~content=x> <base~href=//b.example>
"""
_part = st.sampled_from(PARTS.split()).map(lambda part: part.replace("~", " "))
_fragments = st.lists(_part | st.sampled_from(["\x00", "\ufdd0", ENGLISH[0], ENGLISH[1]]), max_size=40)


@given(_fragments)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_page_is_read_and_its_html_is_harmless(parts: list[str]) -> None:
    body = f"<html><body><h1>Lighthouse</h1>{paragraphs(*ENGLISH)}{''.join(parts)}</body></html>"
    try:
        article = extract(Job(body.encode("utf-8", "replace"), URL, None))
    except ExtractError:
        pytest.fail("a page of ordinary parts is damaged")

    article.text.encode("utf-8")
    assert "javascript:" not in article.html
    assert "<script" not in article.html
    assert [found.url for found in article.illustrations] == list(
        dict.fromkeys(found.url for found in article.illustrations)
    )
