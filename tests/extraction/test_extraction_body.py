"""One small page for each rule about the text, in the languages that the rules know."""

import pytest
from extraction_pages import ENGLISH, TEXT, page, paragraphs, story

from clipper.extraction.aligning import align
from clipper.extraction.blocks import segment
from clipper.extraction.parsing import parse
from clipper.model import Article

GERMAN = (
    "Der Rat der kleinen Hafenstadt hat am Dienstagabend beschlossen, den Leuchtturm noch ein Jahr zu öffnen.",
    "Besucher hatten eine Petition mit mehr als viertausend Namen unterschrieben, die meisten kommen jeden Sommer.",
    "Die Wärterin, die seit dreißig Jahren im Turm wohnt, will das Geländer noch vor Ostern neu streichen lassen.",
    "Die Reparatur kostet nach Angaben der Stadt sechzigtausend Euro, den größeren Teil davon bezahlt der Landkreis.",
)


def test_paragraphs_stand_apart_by_a_blank_line(read) -> None:
    assert read(page(story())).text == TEXT


def test_the_headline_is_not_repeated_in_the_text(read) -> None:
    assert read(page(story("<p><b>Lighthouse stays open</b></p>"))).text == TEXT


def test_a_lead_in_a_box_of_its_own_is_kept(read) -> None:
    lead = "Good news for a tower on the coast: its light will not go out, at least not before next summer has ended."

    assert read(page(story(f'<div class="lead"><p>{lead}</p></div>'))).text == f"{lead}\n\n{TEXT}"


def test_a_caption_is_no_text(read) -> None:
    shot = '<div class="shot"><img src="/a.jpg" alt=""><div class="cap">The tower in March. Photo: Ada Fern</div></div>'

    article = read(page(story(shot)))

    assert article.text == TEXT
    assert (article.illustrations[0].caption, article.illustrations[0].credit) == ("The tower in March.", "Ada Fern")


@pytest.mark.parametrize(
    "control",
    [
        "Textgröße ändern: <a href='#'>A-</a> <a href='#'>A+</a>",
        "Artikel drucken",
        "Share this article",
        "12 Comments",
        "Partager sur Facebook",
        "Imprimir",
        "Condividi su WhatsApp",
        "Taille du texte A- A+",
        "Facebook Twitter WhatsApp E-Mail",
        "Advertisement",
    ],
)
def test_controls_are_no_text(read, control: str) -> None:
    assert read(page(story(inside=f"<p>{control}</p>"))).text == TEXT


@pytest.mark.parametrize(
    "teaser",
    [
        "Lesen Sie auch: <a href='/x'>Der Hafen wird tiefer</a>",
        "Mehr zum Thema: <a href='/x'>Der Hafen wird tiefer</a>",
        "Read more: <a href='/x'>Harbour to be dredged</a>",
        "Related: <a href='/x'>Harbour to be dredged</a>",
        "À lire aussi : <a href='/x'>Le port sera plus profond</a>",
        "Lea también: <a href='/x'>El puerto será más profundo</a>",
        "Leggi anche: <a href='/x'>Il porto sarà più profondo</a>",
        "関連記事：<a href='/x'>港が深くなる</a>",
    ],
)
def test_lines_that_lead_to_other_articles_are_no_text(read, teaser: str) -> None:
    assert read(page(story(inside=f"<p>{teaser}</p>"))).text == TEXT


@pytest.mark.parametrize(
    "heading", ["Empfohlen", "Related articles", "Sur le même sujet", "Te puede interesar", "Leggi anche"]
)
def test_a_box_of_recommendations_is_no_text(read, heading: str) -> None:
    box = f"<h2>{heading}</h2><ul><li><a href='/1'>One other story</a></li><li><a href='/2'>Another one</a></li></ul>"

    assert read(page(story(after=box))).text == TEXT


def test_a_list_of_linked_headlines_is_no_text_and_a_list_of_facts_is(read) -> None:
    links = "".join(
        f"<li><a href='/{number}'>Other story number {number} of this coast</a></li>" for number in range(3)
    )
    facts = "<li>The tower is forty metres high.</li><li>Its light is seen from thirty miles away.</li>"

    article = read(page(story(inside=f"<ul>{facts}</ul>", after=f"<ul>{links}</ul>")))

    assert "Other story" not in article.text
    assert "Its light is seen from thirty miles away." in article.text


@pytest.mark.parametrize(
    "invitation",
    [
        "Sign up for our weekly newsletter and get the best stories in your inbox.",
        "Abonnieren Sie unseren Newsletter und verpassen Sie nichts.",
        "Inscrivez-vous à notre newsletter pour ne rien manquer.",
        "Suscríbete a nuestro boletín y recibe lo mejor.",
        "Iscriviti alla nostra newsletter settimanale.",
        "Follow us on Facebook and Instagram.",
    ],
)
def test_invitations_to_subscribe_are_no_text(read, invitation: str) -> None:
    assert read(page(story(inside=f"<p>{invitation}</p>"))).text == TEXT


def test_a_sentence_that_speaks_of_a_newsletter_stays(read) -> None:
    sentence = "The keeper writes a newsletter about seals, to which four hundred people in nine countries subscribe."

    assert sentence in read(page(story(inside=f"<p>{sentence}</p>"))).text


@pytest.mark.parametrize(
    "byline",
    ["By Ada Fern", "Von Ada Fern, 3. März 2026", "March 3, 2026", "Par Ada Fern", "Publié le 3 mars 2026 à 10:20"],
)
def test_a_byline_is_no_text(read, byline: str) -> None:
    html = page(f"<article><h1>Lighthouse stays open</h1><div><p>{byline}</p>{paragraphs(*ENGLISH)}</div></article>")

    assert read(html).text == TEXT


@pytest.mark.parametrize("sign_off", ["(S.A.Dudajev--DTZ)", "(dpa)", "(Ada Fern/AFP)", "(mku/dpa)", "dpa", "[Reuters]"])
def test_a_sign_off_is_no_text(read, sign_off: str) -> None:
    assert read(page(story(after=f"<p>{sign_off}</p>"))).text == TEXT


def test_a_bracket_that_is_a_sentence_stays(read) -> None:
    sentence = "(The petition can be read at the town hall.)"

    assert read(page(story(after=f"<p>{sentence}</p>"))).text.endswith(sentence)


def test_key_words_are_no_text(read) -> None:
    assert read(page(story(after="<p>Tags: lighthouse, harbour, coast</p>"))).text == TEXT


def test_a_heading_with_nothing_under_it_is_no_text(read) -> None:
    assert read(page(story(after="<h3>What do you think?</h3>"))).text == TEXT


def test_headings_within_the_text_stay_in_their_places(read) -> None:
    article = read(page(story(inside="<h2>What it costs</h2>")))

    assert article.text.split("\n\n")[2] == "What it costs"
    assert "<h2>What it costs</h2>" in article.html


def test_german_text_is_read_as_german(read) -> None:
    body = f"<article><h1>Turm bleibt</h1><p>Von Jana Weiß</p><div>{paragraphs(*GERMAN)}</div></article>"

    article = read(page(body, title="Turm bleibt", lang="de"))

    assert article.text == "\n\n".join(GERMAN)
    assert article.metadata.language.value == "de"
    assert article.metadata.authors.value == ("Jana Weiß",)


def test_japanese_text_is_read_without_spaces(read) -> None:
    lines = (
        "港町の議会は火曜日の夜、古い灯台をあと一年開けておくことを賛成多数で決めた。町の人々は夏の終わりまで待っていた。",
        "訪れた人たちは四千人を超える署名を集めた。その多くは毎年夏にやって来る家族連れだという。灯台は百年前に建てられた。",
        "三十年間この塔に住んでいる灯台守は、復活祭の前に手すりを塗り直すつもりだと話した。修理には六万かかる見込みだ。",
    )
    body = f"<article><h1>灯台は残る</h1><div>{paragraphs(*lines)}</div></article>"

    article = read(page(body, title="灯台は残る", lang="ja"))

    assert article.text == "\n\n".join(lines)
    assert article.metadata.language.value == "ja"


def test_soft_hyphens_and_drop_caps_do_not_split_words(read) -> None:
    first = ENGLISH[0].replace("The council", '<span class="drop-cap">T</span>he coun\xadcil')

    article = read(page(f"<article><h1>Lighthouse</h1><div>{paragraphs(first, *ENGLISH[1:])}</div></article>"))

    assert article.text.startswith("The council of the small")


def test_two_line_breaks_end_a_paragraph_and_one_does_not(read) -> None:
    one, two, three, four = ENGLISH
    body = f"<article><h1>Lighthouse</h1><div>{one}<br><br>{two}<br>{three}<br><br>{four}</div></article>"

    assert read(page(body)).text == f"{ENGLISH[0]}\n\n{ENGLISH[1]}\n{ENGLISH[2]}\n\n{ENGLISH[3]}"


def test_a_page_without_an_article_keeps_its_title(read) -> None:
    article = read("<html><head><title>Contact - Town News</title></head><body><p>Call us.</p></body></html>")

    assert isinstance(article, Article)
    assert article.metadata.title.value
    assert "no_article" in article.flags


def test_lines_are_found_among_the_blocks_where_the_extractor_joined_or_cut_them() -> None:
    tree = parse(page(story(inside="<ul><li>One</li><li>Two</li></ul>")).encode(), charset=None).tree
    blocks = segment(tree)
    texts = [block.text for block in blocks]

    chosen, share = align([f"{ENGLISH[0]} {ENGLISH[1]}", "Two", ENGLISH[2][:90]], blocks)

    assert [texts[number] for number in sorted(chosen)] == [ENGLISH[0], ENGLISH[1], "Two", ENGLISH[2]]
    assert share > 0.7
    assert align(["words that stand nowhere on the page at all"], blocks) == (frozenset(), 0.0)
    assert align([], blocks) == (frozenset(), 1.0)


def test_a_text_that_stands_twice_is_taken_where_the_rest_stands() -> None:
    teaser = f"<aside><h3>Lighthouse</h3><p>{ENGLISH[1]}</p></aside>"
    blocks = segment(parse(page(teaser + story()).encode(), charset=None).tree)

    chosen, _ = align(ENGLISH, blocks)

    assert sorted(chosen) == list(range(min(chosen), min(chosen) + 4))
    assert blocks[min(chosen)].text == ENGLISH[0]
