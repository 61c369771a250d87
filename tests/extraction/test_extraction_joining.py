"""Edited passages are joined to HTML: what nobody touched is the same to the byte, what was typed is safe."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipper.extraction.cutting import Cuts, cut
from clipper.extraction.joining import join
from clipper.extraction.rendering import sanitized
from clipper.passages import Edited, PassageKind, Run, words

BODY = (
    '<h2>The river</h2>\n<p>A heron <a href="https://marsh.example/">waits</a>.</p>\n<p>It is cold.</p>\n'
    "<ul>\n<li>One</li>\n<li>Two<p>More of two.</p></li>\n</ul>\n<blockquote>\n<p>Said so.</p>\n</blockquote>\n"
    '<figure><img src="https://marsh.example/a.png" alt=""><figcaption>The bank.</figcaption></figure>\n'
    "<table><tbody><tr><td>Year</td><td>Herons</td></tr></tbody></table>\n<p>The end.</p>"
)
CUTS = cut(BODY)
NUMBERS = {words(one.passage.runs) or one.passage.kind: number for number, one in enumerate(CUTS.cuts)}


def kept(cuts: Cuts = CUTS) -> list[Edited]:
    return [Edited(number, one.passage.kind) for number, one in enumerate(cuts.cuts)]


def typed(beside: str | None, text: str, kind: PassageKind = "paragraph") -> Edited:
    return Edited(None if beside is None else NUMBERS[beside], kind, (Run(text),), fresh=True)


def after(text: str, *new: Edited) -> list[Edited]:
    place = NUMBERS[text] + 1
    return [*kept()[:place], *new, *kept()[place:]]


def changed(text: str, new: Edited) -> list[Edited]:
    return [new if number == NUMBERS[text] else one for number, one in enumerate(kept())]


def test_what_nobody_touched_is_the_same_to_the_byte() -> None:
    assert join(CUTS, kept()) == BODY


def test_changed_words_change_their_paragraph_alone() -> None:
    runs = (Run("A "), Run("crane", ("em", "strong")), Run(" waits", (), "https://marsh.example/?a&b"), Run(" <now>."))
    number = NUMBERS["A heron waits."]

    html = join(CUTS, changed("A heron waits.", Edited(number, "paragraph", runs)))

    old, new = (
        '<p>A heron <a href="https://marsh.example/">waits</a>.</p>',
        ('<p>A <em><strong>crane</strong></em><a href="https://marsh.example/?a&amp;b"> waits</a> &lt;now&gt;.</p>'),
    )
    assert html == BODY.replace(old, new)


def test_passages_taken_out_leave_the_others() -> None:
    gone = {NUMBERS["It is cold."], NUMBERS["Year Herons"]}

    html = join(CUTS, [one for one in kept() if one.origin not in gone])

    assert html == BODY.replace("<p>It is cold.</p>\n", "").replace(
        "<table><tbody><tr><td>Year</td><td>Herons</td></tr></tbody></table>\n", ""
    )


def test_an_emptied_list_goes_with_its_items() -> None:
    html = join(CUTS, [one for one in kept() if CUTS.cuts[one.origin or 0].path[:1] != CUTS.cuts[3].path[:1]])

    assert "<ul>" not in html
    assert "<li>" not in html


def test_a_new_paragraph_stands_where_it_was_typed() -> None:
    html = join(CUTS, after("It is cold.", typed("It is cold.", "Snow & ice.")))

    assert html == BODY.replace("<p>It is cold.</p>\n", "<p>It is cold.</p>\n<p>Snow &amp; ice.</p>\n")


def test_a_new_item_joins_the_list_of_the_one_it_was_typed_in() -> None:
    html = join(CUTS, after("One", typed("One", "One and a half", "item")))

    assert html.count("<ul>") == 1
    assert [words(one.passage.runs) for one in cut(html).cuts if one.passage.kind == "item"] == [
        "One",
        "One and a half",
        "Two",
    ]


def test_a_new_quote_joins_the_quote_of_the_one_it_was_typed_in() -> None:
    html = join(CUTS, after("Said so.", typed("Said so.", "And more.", "quote")))

    assert html.count("<blockquote>") == 1
    assert "<p>Said so.</p>\n<p>And more.</p>\n</blockquote>" in html


@pytest.mark.parametrize(
    ("kind", "made"),
    [
        ("heading", "<h2>It is cold.</h2>"),
        ("quote", "<blockquote><p>It is cold.</p>\n</blockquote>"),
        ("item", "<ul><li>It is cold.</li>\n</ul>"),
    ],
)
def test_a_paragraph_becomes_another_kind(kind: PassageKind, made: str) -> None:
    html = join(CUTS, changed("It is cold.", Edited(NUMBERS["It is cold."], kind)))

    assert html == BODY.replace("<p>It is cold.</p>", made)


def test_items_that_follow_each_other_are_one_list() -> None:
    html = join(CUTS, [typed(None, "a", "item"), typed(None, "b", "item"), typed(None, "c", "quote"), *kept()[:1]])

    assert html == "<ul><li>a</li>\n<li>b</li>\n</ul>\n<blockquote><p>c</p>\n</blockquote>\n<h2>The river</h2>"


def test_an_item_that_becomes_a_paragraph_parts_its_list() -> None:
    html = join(CUTS, changed("One", Edited(NUMBERS["One"], "paragraph")))

    assert "<p>One</p>\n<ul><li>Two<p>More of two.</p>\n</li>\n</ul>" in html


def test_a_caption_without_its_picture_is_a_paragraph() -> None:
    html = join(CUTS, [one for one in kept() if one.kind != "picture"])

    assert "<figure>" not in html
    assert "<p>The bank.</p>" in html


def test_a_picture_without_its_caption_stays() -> None:
    html = join(CUTS, [one for one in kept() if one.kind != "caption"])

    assert '<figure><img src="https://marsh.example/a.png" alt=""></figure>' in html
    assert "bank" not in html


def test_a_changed_caption_stays_below_its_picture() -> None:
    html = join(CUTS, changed("The bank.", Edited(NUMBERS["The bank."], "caption", (Run("The shore."),))))

    assert html == BODY.replace("The bank.", "The shore.")


def test_two_texts_that_stand_bare_in_one_item_stay_apart() -> None:
    cuts = cut("<ul><li>One<ul><li>Within</li></ul>Three</li></ul>")

    html = join(cuts, [kept(cuts)[0], kept(cuts)[2]])

    assert html == "<ul><li>One<p>Three</p>\n</li>\n</ul>"


def test_lines_of_code_stay_lines() -> None:
    cuts = cut("<pre>a\nb</pre>")

    assert join(cuts, [Edited(0, "code", (Run("a\n  <c>"),))]) == "<pre>a\n  &lt;c&gt;</pre>"


@pytest.mark.parametrize("href", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "https:// x", "//x"])
def test_links_lead_to_the_web_alone(href: str) -> None:
    assert join(CUTS, [Edited(None, "paragraph", (Run("here", (), href),), fresh=True)]) == "<p>here</p>"


def test_marks_that_are_none_are_not_written() -> None:
    run = Run("<script>", ("script", "em"))

    assert join(CUTS, [Edited(None, "paragraph", (run,), fresh=True)]) == "<p><em>&lt;script&gt;</em></p>"


_KINDS: tuple[PassageKind, ...] = ("paragraph", "heading", "item", "quote")
_RUNS = st.lists(
    st.builds(Run, st.text(st.sampled_from('ab <>&"\n'), min_size=1), st.sampled_from(((), ("em",)))), max_size=3
).map(tuple)
_EDITED = st.one_of(
    st.builds(Edited, st.integers(0, len(CUTS.cuts) - 1), st.sampled_from(_KINDS), _RUNS, st.just(True)),
    st.sampled_from(kept()),
)


@given(st.lists(_EDITED, max_size=14, unique_by=lambda one: (one.fresh and id(one)) or one.origin))
def test_whatever_is_joined_is_sound_and_holds_what_was_kept(edited: list[Edited]) -> None:
    html = join(CUTS, edited)

    assert sanitized(html) == html
    assert all(
        BODY[CUTS.cuts[one.origin].start : CUTS.cuts[one.origin].end] in html
        for one in edited
        if not one.fresh and one.origin is not None and one.kind != "caption"
    )
    assert len(cut(html).cuts) == sum(
        not one.fresh or bool("".join(run.text for run in one.runs or ()).strip()) for one in edited
    )
