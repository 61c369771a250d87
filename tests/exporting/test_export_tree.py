"""Article.html -> blocks."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from clipper.exporting import plain, tree
from clipper.exporting.runs import Block, every, words

_TAGS = "p div span b i a ul ol li blockquote h1 h2 h3 h5 table tr td th figure figcaption img br hr pre code q sub"
TAGS = _TAGS.split()


def read(html: str) -> list[Block]:
    """Read html; pictures whose address begins with "gone" are not there."""

    def pictured(url: str, alt: str, caption: list[dict[str, Any]]) -> Block | None:
        if not url or url.startswith("gone"):
            return None
        return {"kind": "figure", "file": url, "alt": alt, "caption": caption, "credit": ""}

    return tree.blocks(html, pictured)


def kinds(html: str) -> list[str]:
    return [block["kind"] for block in read(html)]


def said(blocks: list[Block]) -> str:
    """Give all text of blocks in order."""
    parts: list[str] = []
    for block in blocks:
        parts.append(words(block.get("runs", [])) + block.get("text", ""))
        parts += [said(item) for item in block.get("items", [])]
        parts.append(said(block.get("blocks", [])))
        parts += [words(cell["runs"]) for cell in block.get("cells", [])]
        parts.append(words(block["caption"]) if block.get("caption") else "")
    return " ".join(part for part in parts if part)


def test_a_paragraph_keeps_its_emphasis_and_links() -> None:
    blocks = read('<p>Eins <b>zwei</b> <a href="https://example.org/ä b">drei <i>vier</i></a>.</p>')

    assert blocks == [
        {
            "kind": "paragraph",
            "runs": [
                {"t": "Eins "},
                {"t": "zwei", "bold": True},
                {"t": " "},
                {"t": "drei ", "url": "https://example.org/%C3%A4%20b"},
                {"t": "vier", "url": "https://example.org/%C3%A4%20b", "italic": True},
                {"t": "."},
            ],
        }
    ]


def test_white_space_is_collapsed_as_a_browser_does() -> None:
    (block,) = read("<p>\n  Eins\t <b> zwei</b>\n\n drei\u00a0Euro </p>")

    assert words(block["runs"]) == "Eins zwei drei\u00a0Euro"


def test_links_that_are_no_addresses_are_read_as_text() -> None:
    (block,) = read(
        '<p><a href="javascript:alert(1)">a</a><a href="file:///etc/passwd">b</a><a href="http://[">c</a></p>'
    )

    assert block["runs"] == [{"t": "abc"}]


def test_two_line_ends_in_a_row_part_paragraphs() -> None:
    blocks = read("<div>Eins<br>noch eins<br><br>zwei</div>")

    assert [words(block["runs"]) for block in blocks] == ["Eins\nnoch eins", "zwei"]


def test_heading_levels_have_no_gaps_and_begin_below_the_title() -> None:
    page = "<h4>a</h4><blockquote><h1>b</h1><ul><li><h5>c</h5></li></ul></blockquote><h6>d</h6><h2>e</h2>"

    levels = [block["level"] for block in every(tree.levelled(read(page))) if block["kind"] == "heading"]

    assert levels == [2, 2, 3, 4, 2]


def test_a_caption_keeps_all_its_words() -> None:
    (block,) = read('<figure><img src="a"><figcaption><h4>Am See</h4><ul><li>eins</li></ul> zwei</figcaption></figure>')

    assert words(block["caption"]) == "Am See eins zwei"


def test_lists_nest_and_keep_their_start() -> None:
    (block,) = read("<ol start=3><li>a<ul><li>b</li></ul></li><li>c</li></ol>")

    assert (block["ordered"], block["start"], len(block["items"])) == (True, 3, 2)
    assert [inner["kind"] for inner in block["items"][0]] == ["paragraph", "list"]


def test_a_short_quote_is_a_pull_quote_and_a_long_one_is_not() -> None:
    short, long = read(f"<blockquote>Kurz.</blockquote><blockquote><p>{'Lang. ' * 60}</p></blockquote>")

    assert (short["pull"], long["pull"]) == (True, False)


def test_a_picture_in_a_paragraph_follows_it() -> None:
    assert kinds('<p>Eins <img src="a.jpg"> zwei</p><p>drei</p>') == ["paragraph", "figure", "paragraph"]


def test_a_figure_takes_its_caption_with_its_emphasis() -> None:
    (block,) = read('<figure><img src="a.jpg" alt="Ein Boot"><figcaption>Am <em>See</em></figcaption></figure>')

    assert (block["alt"], block["caption"]) == ("Ein Boot", [{"t": "Am "}, {"t": "See", "italic": True}])


def test_the_caption_of_a_picture_that_is_gone_goes_with_it() -> None:
    assert read('<figure><img src="gone"><figcaption>Am See</figcaption></figure>') == []


def test_a_figure_without_a_picture_is_read_for_its_text() -> None:
    assert said(read("<figure><blockquote>Wort</blockquote><figcaption>Wer es sagte</figcaption></figure>")) == (
        "Wort Wer es sagte"
    )


def test_code_keeps_its_lines() -> None:
    (block,) = read("<pre>\na = 1\n  b = 2\n</pre>")

    assert block == {"kind": "code", "text": "a = 1\n  b = 2"}


def test_what_runs_or_is_filled_in_is_not_read() -> None:
    assert said(read("<p>a</p><script>b</script><style>c</style><p>d<select><option>e</select></p>")) == "a d"


def test_three_hundred_nested_elements_lose_no_text() -> None:
    assert said(read("<div>" * 300 + "tief" + "</div>" * 300)) == "tief"


def test_forty_lists_in_lists_are_set_six_deep_and_lose_no_text() -> None:
    blocks = read("<ul><li>x" * 40 + "</li></ul>" * 40)

    assert said(blocks).split() == ["x"] * 40
    assert str(blocks).count("'kind': 'list'") == tree.MOST_LISTS


def test_text_without_html_is_parted_by_blank_lines() -> None:
    assert [words(block["runs"]) for block in tree.paragraphs("Eins\nnoch.\n\n\nZwei.")] == ["Eins noch.", "Zwei."]


def test_words_longer_than_a_line_may_break() -> None:
    (block,) = read(f"<p>{'a' * 100}</p>")

    assert words(block["runs"]).replace("\u200b", "") == "a" * 100
    assert words(block["runs"]).count("\u200b") == 2


@given(st.text())
def test_any_text_becomes_text_with_a_shape(text: str) -> None:
    shaped = plain.line(text)

    assert plain.line(shaped) == shaped
    assert "\u202e" not in shaped
    shaped.encode("utf-8")


@given(
    st.recursive(
        st.text("ab <&", max_size=5), lambda inner: st.tuples(st.sampled_from(TAGS), st.lists(inner)), max_leaves=30
    )
)
def test_any_html_is_read_without_loss_of_words(made: object) -> None:
    count = iter(range(10_000))

    def html(node: object) -> str:
        if isinstance(node, str):
            return f" wort{next(count)} "
        tag, inner = node  # type: ignore[misc]
        return f"<{tag}>" + "".join(map(html, inner)) + f"</{tag}>"

    page = html(made)
    root = tree.parsed(page)
    there = "".join(root.itertext()).split() if root is not None else []

    assert sorted(said(read(page)).replace("“", " ").replace("”", " ").split()) == sorted(there)


def test_every_character_without_a_shape_goes_alone_and_among_words() -> None:
    """The quick way past the patterns must not let through what they take."""
    every = [chr(code) for code in range(0x110000)]
    kept = [sign for sign in every if plain.shaped(sign)]

    assert [sign for sign in kept if plain.shaped(f"a{sign}\x00b") != f"a{sign}b"] == []
    assert [sign for sign in every if plain.spaced(sign) != plain.spaced(f"{sign}  ")[:-1] and not sign.isspace()] == []
    assert "\ufffc" not in kept
    assert "\u00ad" not in kept
