"""A body is cut into passages that know their place in it to the byte."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipper.extraction.bodies import read
from clipper.extraction.bodypool import BodyJob
from clipper.extraction.cutting import Cuts, NotOursError, cut
from clipper.passages import Passage, Run, tidy, words

BODY = (
    '<h2>The <em>river</em></h2>\n<p>A heron &amp; a\n <a href="https://marsh.example/?a=1&amp;b">crane <strong>wait'
    "</strong></a>.<br>They wait long.</p>\n<ul>\n<li>One<ul><li>Within</li></ul></li>\n<li>Two<p>More of two.</p></li>"
    '\n</ul>\n<blockquote>\n<p>Said so.</p>\n</blockquote>\n<figure><img src="https://marsh.example/a.png" alt="2 > 1">'
    "<figcaption>The bank.</figcaption></figure>\n<table>\n<tr><td>Year</td><td>Herons</td></tr></table>\n<pre>  x\n y"
    "</pre>\n<ol><li><p>First.</p></li></ol>"
)


def told(cuts: Cuts) -> list[tuple[str, str]]:
    return [(one.passage.kind, words(one.passage.runs)) for one in cuts.cuts]


def test_each_passage_is_known_by_its_kind() -> None:
    assert told(cut(BODY)) == [
        ("heading", "The river"),
        ("paragraph", "A heron & a crane wait.\nThey wait long."),
        ("item", "One"),
        ("item", "Within"),
        ("item", "Two"),
        ("paragraph", "More of two."),
        ("quote", "Said so."),
        ("picture", "2 > 1"),
        ("caption", "The bank."),
        ("table", "Year Herons"),
        ("code", "  x\n y"),
        ("item", "First."),
    ]


def test_passages_know_their_lists_quotes_and_pictures() -> None:
    by_words = {words(one.passage.runs): one.passage for one in cut(BODY).cuts}

    assert by_words["The river"].level == 2
    assert (by_words["Within"].indent, by_words["Within"].ordered) == (2, False)
    assert (by_words["First."].indent, by_words["First."].ordered) == (1, True)
    assert by_words["Said so."].quoted
    assert by_words["2 > 1"].url == "https://marsh.example/a.png"


def test_runs_keep_emphasis_and_links() -> None:
    paragraph = cut(BODY).cuts[1].passage

    assert paragraph == Passage(
        "paragraph",
        (
            Run("A heron & a "),
            Run("crane ", (), "https://marsh.example/?a=1&b"),
            Run("wait", ("strong",), "https://marsh.example/?a=1&b"),
            Run(".\nThey wait long."),
        ),
    )


def test_a_place_is_that_of_the_passage_and_its_element() -> None:
    cuts = cut(BODY)

    texts = [BODY[one.start : one.end] for one in cuts.cuts]
    assert texts[0] == "<h2>The <em>river</em></h2>"
    assert texts[2:4] == ["One", "Within"]
    assert texts[9] == "<table>\n<tr><td>Year</td><td>Herons</td></tr></table>"
    units = [BODY[start:end] for start, end in zip(cuts.units, cuts.units[1:], strict=False)]
    assert "".join(units) == BODY
    assert len(units) == 8


def test_passages_without_words_are_none() -> None:
    assert told(cut("<p> </p><p><em></em></p><ul><li> </li></ul><p>Words.</p>")) == [("paragraph", "Words.")]


def test_signs_that_mean_something_else_in_the_editor_are_left_out() -> None:
    assert told(cut("<p>a\ufffcb\u2028c\u2029d&#xfffc;e</p>")) == [("paragraph", "abcde")]


@pytest.mark.parametrize(
    "html",
    [
        "bare",
        "<div><p>x</p></div>",
        "<p>x",
        "<p>x</em></p>",
        "<p><em>x</p></em>",
        "<ul>x</ul>",
        '<p>a <img src="x"> b</p>',
        "a < b",
        "<table><tr>",
        "</p>",
        "<p>x</ul></p>",
        "<!-- x -->",
    ],
)
def test_what_rendering_does_not_write_is_not_cut(html: str) -> None:
    with pytest.raises(NotOursError):
        cut(html)


_PIECES = st.sampled_from(
    [
        *(f"<{name}>" for name in ("p", "h1", "ul", "ol", "li", "blockquote", "figure", "figcaption", "table", "tr")),
        *(f"</{name}>" for name in ("p", "h1", "ul", "ol", "li", "blockquote", "figure", "figcaption", "table", "div")),
        *("<td>", "<em>", "</em>", '<a href="https://x.example/">', "</a>", "<div>", "<br>", "<pre>", "</pre>", "<dl>"),
        *("<dt>", "<dd>", "</dl>", '<img src="https://x.example/a.png" alt="<b>">', " ", "Words. ", "a < b", "&amp;"),
    ]
)


@given(st.lists(_PIECES, max_size=40))
def test_whatever_was_cleaned_can_be_cut(pieces: list[str]) -> None:
    html = read(BodyJob("<p>Words first.</p>" + "".join(pieces), None)).html

    cuts = cut(html)

    assert html == "" or cuts.cuts
    ends = [0, *(place for one in cuts.cuts for place in (one.start, one.end))]
    assert ends == sorted(ends)


@given(st.lists(st.builds(Run, st.text(" \n\tab\xa0", max_size=6), st.sampled_from(((), ("em",))))))
def test_tidy_runs_stay_as_they_are(runs: list[Run]) -> None:
    once = tidy(runs)

    assert tidy(once) == once
    assert all(run.text for run in once)
    assert words(once) == words(once).strip(" \n")
