"""What holds a word or a paragraph together is kept; what splits it for the eye alone is not."""

import pytest
from extraction_pages import page, story
from lxml import html as lxml_html

from clipper.extraction.blocks import segment

WHOLE = "The tower was built of granite by fishermen who had lost their sons to the sea in the winter of that year."
REST = WHOLE[1:]


@pytest.mark.parametrize(
    "written",
    [
        f'<p><span class="dropcap">T</span>{REST}</p>',
        f'<p><span class="drop-cap">T</span> {REST}</p>',
        f'<p><span class="lettrine"><b>T</b></span>\n{REST}</p>',
        f'<div class="drop-cap">T</div><p>{REST}</p>',
        f'<p class="has-drop-cap">{WHOLE}</p>',
        f"<p>{WHOLE.replace('granite', 'gra&shy;nite')}</p>",
        f"<p>{WHOLE.replace('granite', 'gra<wbr>nite')}</p>",
        f"<p>{WHOLE.replace('granite', 'gra&#8203;nite')}</p>",
    ],
)
def test_large_letters_and_places_for_a_hyphen_split_no_word(read, written: str) -> None:
    article = read(page(story(inside=written)))

    assert WHOLE in article.text.split("\n\n")
    assert f"<p>{WHOLE}</p>" in article.html.replace("<strong>T</strong>", "T")


def test_a_letter_that_is_a_word_stands_alone(read) -> None:
    said = "A <span>I</span> is a letter that the keeper wrote on the door of the tower, and nobody in town knows why."

    assert said.replace("<span>", "").replace("</span>", "") in read(page(story(inside=f"<p>{said}</p>"))).text


@pytest.mark.parametrize("boxes", ["%s", "<div>%s</div>", "<div><div>%s</div></div><p> </p>"])
def test_a_large_letter_without_a_word_behind_it_is_kept(boxes: str) -> None:
    tree = lxml_html.document_fromstring(boxes % '<div class="dropcap">Z</div>')

    assert [block.text for block in segment(tree)] == ["Z"]


def test_readings_of_signs_stand_not_in_the_text(read) -> None:
    told = "町議会は<ruby>灯台<rp>(</rp><rt>とうだい</rt><rp>)</rp></ruby>をもう一年開けておくことを火曜日に決めた。"

    article = read(page(story(inside=f"<p>{told}</p>")))

    assert "町議会は灯台をもう一年開けておくことを火曜日に決めた。" in article.text.split("\n\n")


def test_terms_stand_with_what_they_mean(read) -> None:
    terms = "<dl><dt>Lamp</dt><dd>What burns at the top of the tower all night long, put out at sunrise.</dd></dl>"

    article = read(page(story(inside=terms)))

    assert article.html.count("<dl>") == article.html.count("<dt>Lamp</dt>") == article.html.count("<dd>") == 1
    assert "Lamp\n\nWhat burns at the top" in article.text


def test_headings_and_numbered_lists_keep_their_rank(read) -> None:
    inside = (
        "<h2>What it costs</h2><p>The council has asked three builders in the county for what they would take.</p>"
        "<h3>In detail</h3><ol><li>Paint for the railings and for the door.</li><li>Glass for the lamp.</li></ol>"
    )

    html = read(page(story(inside=inside))).html

    assert html.index("<h2>What it costs</h2>") < html.index("<h3>In detail</h3>") < html.index("<ol>\n<li>Paint")
