"""The blocks of a page are weighed, and the voices that chose among them are heard."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from extraction_pages import ENGLISH, page, paragraphs, story
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from clipper.extraction.article import extract, read
from clipper.extraction.blocks import segment
from clipper.extraction.boxes import AROUND, NAMED, Boxes
from clipper.extraction.choosing import Reading, choose, voices
from clipper.extraction.features import COMMENTS, Voices, rows, weighable
from clipper.extraction.job import Job
from clipper.extraction.weighing import Model, read_model, shipped

NOTHING = Voices(frozenset(), frozenset(), "", "")
COMMENT = "I have lived here for forty years and I must say that the lighthouse never looked as shabby as it does now."


def reading(body: str) -> Reading:
    return read(Job(page(body).encode(), "https://news.example/a", None))


def always(weight: float) -> Model:
    """A model of one tree that finds every block as likely."""
    leaves = np.full((1, 2), np.log(weight / (1 - weight)), dtype=np.float32)
    return Model(np.zeros((1, 1), np.int64), np.zeros((1, 1), np.float32), leaves, 0.0, 0.5)


def texts(found: Reading, model: Model) -> list[str]:
    draft, _doubtful = choose(found, model)
    return [draft.blocks[number].text for number in draft.ordered()]


def test_what_the_model_finds_likely_is_the_body() -> None:
    found = reading(story())

    assert texts(found, always(0.9)) == [block.text for block in found.said.blocks]


def test_where_nothing_is_likely_trafilaturas_choice_stands() -> None:
    found = reading(story())

    assert texts(found, always(0.1))[-4:] == list(ENGLISH)


def test_an_article_of_one_sentence_is_found() -> None:
    assert extract(Job(b"<title>The owl</title><h1>The owl</h1><p>An owl slept in the barn.</p>", None, None)).text


def test_where_next_to_nothing_is_likely_less_likely_blocks_are_taken() -> None:
    found = reading(story())

    assert texts(found, always(0.3)) == [block.text for block in found.said.blocks]


def test_the_shipped_model_finds_the_article() -> None:
    assert texts(reading(story()), shipped()) == list(ENGLISH)


def test_a_tree_goes_to_the_leaf_that_its_questions_name() -> None:
    """Column 0 above 1 is bit 0, column 1 above 5 is bit 1."""
    leaves = np.array([[-3, -1, 1, 3]], dtype=np.float32)
    model = Model(np.array([[0, 1]]), np.array([[1, 5]], dtype=np.float32), leaves, 0.5, 0.5)
    table = np.array([[0, 0], [2, 0], [0, 6], [2, 6], [1, 5]], dtype=np.float32)

    weights = model.weigh(table)

    assert weights == pytest.approx(1 / (1 + np.exp(-np.array([-2.5, -0.5, 1.5, 3.5, -2.5]))))


def test_a_model_comes_back_from_its_file(tmp_path: Path) -> None:
    model = shipped()
    parts = {"columns": model.columns, "bounds": model.bounds, "leaves": model.leaves}
    np.savez_compressed(tmp_path / "m.npz", **parts, bias=model.bias, likely=model.likely)

    again = read_model(tmp_path / "m.npz")

    assert (again.bias, again.likely) == (model.bias, model.likely)
    assert all(np.array_equal(getattr(again, name), part) for name, part in parts.items())


def test_a_file_that_is_no_model_is_refused(tmp_path: Path) -> None:
    (tmp_path / "m.npz").write_bytes(b"nothing")
    np.savez(tmp_path / "other.npz", a=np.zeros(3))

    with pytest.raises(ValueError, match="pickled"):
        read_model(tmp_path / "m.npz")
    with pytest.raises(KeyError):
        read_model(tmp_path / "other.npz")


@pytest.mark.parametrize("named", ['id="comments"', 'class="comment-list"', 'class="wide post-comments"'])
def test_readers_comments_are_no_part_of_the_article(named: str) -> None:
    several = paragraphs(*(f"{number}: {COMMENT}" for number in range(8)))
    found = reading(f"{story()}<div {named}>{several}</div>")
    apart = replace(found, chosen=frozenset(n for n in found.chosen if COMMENT not in found.said.blocks[n].text))

    assert not [text for text in texts(apart, always(0.9)) if COMMENT in text]


@pytest.mark.parametrize("named", ['class="comments-open"', 'class="uncommented"', 'class="comment"'])
def test_a_name_that_only_speaks_of_comments_hides_nothing(named: str) -> None:
    blocks = segment(lxml_html.document_fromstring(f"<div {named}><p>{COMMENT}</p></div>"))

    among = rows(blocks, weighable(blocks), NOTHING)[:, COMMENTS]

    assert list(among) == [float(named == 'class="comment"')]


def test_the_choice_is_doubtful_where_little_is_left_of_what_trafilatura_took() -> None:
    found = reading(story())
    blocks = found.said.blocks
    table = rows(blocks, weighable(blocks), NOTHING)
    levels = [block.level for block in blocks]
    column = next(number for number, column in enumerate(table.T) if list(column) == levels and number > 18)
    headings = Model(np.array([[column]]), np.zeros((1, 1), np.float32), np.array([[-9, 9]], np.float32), 0.0, 0.5)

    assert choose(found, always(0.9))[1] is False
    assert choose(found, headings)[1] is True


def test_lines_that_are_not_in_the_page_are_taken_as_they_are_and_doubted() -> None:
    found = replace(reading(""), lines=("A line of another place.",), chosen=frozenset(), share=0.0)

    draft, doubtful = choose(found, always(0.1))

    assert [draft.blocks[number].text for number in draft.ordered()] == ["A line of another place."]
    assert doubtful


def test_a_page_without_text_has_no_article() -> None:
    assert extract(Job(b"<html><body></body></html>", None, None)).text == ""


def test_articlebody_is_one_of_the_voices() -> None:
    node = {"@type": "NewsArticle", "headline": "Lighthouse stays open", "articleBody": " ".join(ENGLISH[:3])}
    said = f'<script type="application/ld+json">{json.dumps(node)}</script>'
    found = read(Job(page(story(), head=said).encode(), None, None))

    assert [found.said.blocks[number].text for number in sorted(voices(found).linked)] == list(ENGLISH[:3])


def test_names_are_heard_in_humps_and_compounds_but_short_ones_as_whole_words() -> None:
    tree = lxml_html.document_fromstring(
        '<div class="StoryTeaserBox"><p class="navy">a</p><p class="main-nav">b</p></div>'
    )
    boxes = Boxes()
    hosts = np.array([boxes.number(element) for element in tree.iter("p")])

    near = boxes.named(hosts)[:, : len(NAMED)]

    heard = [{name for name, bit in zip(NAMED, row, strict=True) if bit} for row in near]
    assert heard == [{"story", "teaser", "box"}, {"story", "teaser", "box", "nav", "main"}]


def test_what_lies_in_a_box_counts_for_all_boxes_around() -> None:
    tree = lxml_html.document_fromstring("<div><section><p>a</p><p>b</p></section><p>c</p></div>")
    boxes = Boxes()
    hosts = np.array([boxes.number(element) for element in tree.iter("p")])

    sums = boxes.summed(hosts, np.array([1, 2, 4], dtype=np.float32))

    around = {element.tag: sums[boxes.number(element)] for element in tree.iter("div", "section")}
    assert around == {"div": 7, "section": 3}


def test_every_name_has_a_bit_of_its_own() -> None:
    assert len(set(NAMED)) == len(NAMED) <= 64
    assert len(set(AROUND)) == len(AROUND) <= 64


MARKUP = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<div class='teaser'>",
        "</div>",
        "<ul><li>",
        "</ul>",
        "<table><tr><td>",
        "<h1>",
        "<a href=/>",
        "</a>",
        "<br>",
    ]
)


@given(st.lists(MARKUP | st.text("aé日 .!?“”", min_size=1, max_size=30), max_size=40))
def test_every_block_of_any_page_has_a_row_of_numbers(parts: list[str]) -> None:
    blocks = segment(lxml_html.document_fromstring("<body><p>x</p>" + "".join(parts)))
    numbers = weighable(blocks)

    table = rows(blocks, numbers, NOTHING)

    assert table.shape == (len(numbers), rows(blocks[:1], [0], NOTHING).shape[1])
    assert np.isfinite(table).all()
