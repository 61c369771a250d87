"""The article's body is built anew: nothing unnamed gets in, and nothing that is text gets lost."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipper.gui.reading import body, writer

TAGS = st.sampled_from(
    "p div li ul ol table tr td th blockquote b i a img br hr pre h1 h4 figure figcaption script span sub".split()  # noqa: SIM905
)


def html_of(html: str, **named: object) -> str:
    return "".join(body.prepare(html, **named).pieces)  # type: ignore[arg-type]


def text_of(html: str) -> str:
    return re.sub(r"\s+", "", re.sub("<[^>]*>", "", html))


def test_paragraphs_headings_lists_and_quotes_stay_what_they_are() -> None:
    made = html_of("<h1>A</h1><p>b <em>c</em></p><ul><li>d<p>e</p></li></ul><blockquote>f</blockquote><pre>g\n h</pre>")

    assert made == (
        '<p class="h2">A</p><p class="text">b <i>c</i></p><ul><li>d<br>e</li></ul>'
        '<blockquote><p class="quote">f</p></blockquote><pre>g\n h</pre>'
    )


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert(1)</script>",
        "<style>p{}</style>",
        "<iframe srcdoc='<p>x</p>'></iframe>",
        "<object data='file:///etc/passwd'></object>",
        "<svg><script>1</script></svg>",
        "<template><p>x</p></template>",
        "<textarea>x</textarea>",
        "<link rel=stylesheet href='http://x/x.css'>",
        "<!-- comment -->",
    ],
)
def test_what_is_no_text_is_dropped(html: str) -> None:
    assert html_of(f"{html}<p>after</p>") == '<p class="text">after</p>'


@pytest.mark.parametrize(
    "href",
    ["javascript:alert(1)", " java\tscript:x", "data:text/html,x", "file:///etc/passwd", "vbscript:x", "#top", ""],
)
def test_a_link_that_must_not_be_opened_is_text(href: str) -> None:
    assert html_of(f'<p><a href="{href}" onclick="x()">word</a></p>') == '<p class="text">word</p>'


def test_a_relative_link_leads_to_the_site() -> None:
    assert 'href="https://example.org/x?a=1&amp;b=2"' in html_of(
        '<p><a href="/x?a=1&amp;b=2">w</a></p>', base="https://example.org/a/b"
    )


def test_only_kept_pictures_have_a_place() -> None:
    kept = "https://example.org/a.png"
    made = body.prepare(f'<p>x<img src="file:///etc/passwd"><img src="{kept}" onerror="x()">y</p>', kept={kept})

    assert made.pictures == (kept,)
    assert "".join(made.pieces) == '<p class="text">x</p><p class="picture">\x020\x03</p><p class="text">y</p>'
    assert body.with_pictures(made.pieces[0], lambda number: f"[{number}]").count("[0]") == 1


def test_the_lead_shown_above_is_not_shown_again_with_its_caption() -> None:
    lead = "https://example.org/lead.png"
    html = f'<figure><div><img src="{lead}"></div><figcaption>Caption</figcaption></figure><p>Text</p>'

    assert html_of(html, kept={lead}, without={lead}) == '<p class="text">Text</p>'


def test_tables_nest_three_deep_and_deeper_ones_become_text() -> None:
    made = html_of("<table><tr><td>" * 25 + "deep" + "</td></tr></table>" * 25)

    assert made.count("<table") == writer.TABLE_DEPTH
    assert "deep" in made


@pytest.mark.parametrize("depth", [300, 40_000])
def test_deep_nesting_ends_in_bounded_time(depth: int) -> None:
    made = body.prepare("<div>" * depth + "x" + "</div>" * depth + "<p>after</p>")

    assert not made.cut


def test_a_long_text_comes_in_pieces_and_is_whole() -> None:
    paragraphs = [f"Paragraph {number} " + "word " * 200 for number in range(500)]
    made = body.prepare("".join(f"<p>{text}</p>" for text in paragraphs))

    assert len(made.pieces) > 10
    assert text_of("".join(made.pieces)) == "".join(text.replace(" ", "") for text in paragraphs)


def test_one_endless_paragraph_is_cut_into_several_and_is_whole() -> None:
    made = html_of("<p>" + "word " * 20_000 + "</p>")

    assert made.count('<p class="text">') > 5
    assert made.count("word") == 20_000


def test_a_long_list_goes_on_in_the_next_piece() -> None:
    made = body.prepare("<ul>" + "<li>one thing</li>" * 5_000 + "</ul>")

    assert len(made.pieces) > 1
    assert all(piece.count("<ul>") == piece.count("</ul>") == 1 for piece in made.pieces)
    assert "".join(made.pieces).count("<li>") == 5_000


def test_what_is_longer_than_any_book_is_cut_and_says_so() -> None:
    made = body.prepare("<p>" + "word " * 600_000 + "</p>")

    assert made.cut


def test_text_without_html_keeps_its_paragraphs() -> None:
    made = body.from_text("One <b>\n\nTwo & three\n \nFour")

    assert "".join(made.pieces) == (
        '<p class="text">One &lt;b&gt;</p><p class="text">Two &amp; three</p><p class="text">Four</p>'
    )


@given(st.lists(st.one_of(TAGS.map("<{}>".format), TAGS.map("</{}>".format), st.text(max_size=20)), max_size=40))
def test_any_soup_becomes_well_formed(parts: list[str]) -> None:
    made = body.prepare("".join(parts), kept={"x"})

    for piece in made.pieces:
        stack: list[str] = []
        for close, name in re.findall(r"<(/?)([a-z0-9]+)[^>]*>", piece):
            if name in ("br", "img"):
                continue
            if close:
                assert stack.pop() == name
            else:
                stack.append(name)
        assert stack == []


@given(st.text(max_size=300))
def test_any_text_is_kept(text: str) -> None:
    made = body.from_text(text)

    assert "<script" not in "".join(made.pieces)


def test_a_long_table_goes_on_in_a_table_of_its_own() -> None:
    made = body.prepare("<table>" + "<tr><td>a cell</td><td>another</td></tr>" * 2_000 + "</table><p>after</p>")

    assert len(made.pieces) > 1
    for piece in made.pieces:
        assert piece.count("<table") == piece.count("</table>")
        assert piece.count("<tr>") == piece.count("</tr>")
    assert "".join(made.pieces).count("a cell") == 2_000


def test_a_picture_in_a_list_item_and_a_rule_have_places_of_their_own() -> None:
    kept = "https://example.org/a.png"

    assert html_of(f'<ul><li>a<img src="{kept}">b</li></ul><hr><p>c<br>d</p>', kept={kept}) == (
        '<ul><li>a</li><p class="picture">\x020\x03</p><p class="text">b</p></ul>'
        '<p class="rule">* * *</p><p class="text">c<br>d</p>'
    )


def test_cells_that_span_keep_spanning_within_reason() -> None:
    made = html_of('<table><tr><td colspan="2">a</td><td colspan="9999999" rowspan="x">b</td></tr></table>')

    assert made.count("colspan") == 1
