"""What sites put between the lines goes, in many languages; sentences that speak of the same things stay."""

import pytest
from extraction_pages import TEXT, page, paragraphs, story
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from clipper.extraction.asides import ASIDE, AUTHOR_HEADING
from clipper.extraction.blocks import segment
from clipper.extraction.cleaning import STEPS, clean
from clipper.extraction.draft import Draft
from clipper.extraction.embeds import with_posts
from clipper.extraction.lead import with_lead
from clipper.extraction.phrases import CONTROL, TEASER_HEADING, TEASER_LINE

LINES = [
    "Listen to this article",
    "Artikel anhören",
    "Écouter l'article",
    "Escuchar el artículo",
    "Ascolta l'articolo",
    "Beluister dit artikel",
    "5 min read",
    "Lesezeit: 4 Minuten",
    "Temps de lecture : 3 min",
    "Tiempo de lectura: 3 minutos",
    "Tempo di lettura: 3 minuti",
    "Czas czytania: 4 minuty",
    "Gift this article",
    "Artikel verschenken",
    "Offrir cet article",
    "Regalar este artículo",
    "AI-generated summary",
    "KI-Zusammenfassung",
    "Résumé généré par l'IA",
    "Resumen generado por la IA",
    "Fehler gefunden? Jetzt melden.",
    "Spotted a mistake? Let us know.",
    "¿Has encontrado un error? Avísanos",
    "Hai trovato un errore? Scrivici",
    "War dieser Artikel hilfreich?",
    "Was this article helpful?",
    "Advertisement - story continues below",
    "La suite après la publicité",
    "Der Artikel wird nach dieser Anzeige fortgesetzt",
    "Empfohlener redaktioneller Inhalt",
    "© 2026 The Harbour. All rights reserved.",
    "Alle Rechte vorbehalten",
    "Schreiben Sie einen Kommentar",
    "Be the first to comment",
    "分享让更多人看到",
]
TEASERS = [
    "Lesetipp: Der Turm von innen",
    "Lue myös: Majakka sisältä",
    "Citește și: Farul pe dinăuntru",
    "Διαβάστε επίσης: Ο φάρος από μέσα",
    "Čtěte také: Maják zevnitř",
    "Más información: El faro por dentro",
]
SENTENCES = [
    "The audio of the foghorn was recorded in the year when the keeper came to live in the tower with her brother.",
    "Das Lesen dauert vier Minuten, sagt der Wärter, und dann kommt schon das nächste Schiff an der Mole vorbei.",
    "All rights to the lighthouse were reserved by the county in a treaty that nobody in the town has ever read.",
    "Advertisement of the post of keeper brought in thirty letters, of which the council answered only the last.",
    "The summary by the engineers was short: the stairs have to be made new before the visitors come in summer.",
    "L'article premier du règlement du phare interdit d'y monter après la tombée de la nuit, même aux gardiens.",
]


@pytest.mark.parametrize("line", LINES)
def test_what_the_site_says_in_between_is_taken_out(read, line: str) -> None:
    assert ASIDE.match(line) or CONTROL.match(line)
    assert read(page(story(inside=f"<p>{line}</p>"))).text == TEXT


@pytest.mark.parametrize("line", [line.upper() for line in (*TEASERS, "İlgili haberler")])
def test_phrases_are_known_in_capitals(line: str) -> None:
    assert TEASER_LINE.match(line) or TEASER_HEADING.match(line)


@pytest.mark.parametrize("line", TEASERS)
def test_links_to_other_reports_are_taken_out(read, line: str) -> None:
    assert TEASER_LINE.match(line)
    assert read(page(story(inside=f'<p><a href="/other">{line}</a></p>'))).text == TEXT


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_that_speaks_of_such_things_stays(read, sentence: str) -> None:
    assert sentence in read(page(story(inside=f"<p>{sentence}</p>"))).text


@pytest.mark.parametrize(
    "heading", ["About the author", "Die Autorin", "Zum Autor", "L'auteur", "El autor", "L'autrice"]
)
def test_a_few_words_on_who_wrote_it_are_taken_out(read, heading: str) -> None:
    assert AUTHOR_HEADING.match(heading)
    box = f"<h3>{heading}</h3><p>Ada Fern has written of harbours and towers for this paper since she was twenty.</p>"

    assert read(page(story(after=box))).text == TEXT


def test_a_part_about_an_author_within_the_text_stays(read) -> None:
    part = "<h3>About the author</h3>" + paragraphs(
        *(
            f"{n}. The author of the book on the tower was born in the town and left it when he was ten."
            for n in range(9)
        )
    )

    assert "About the author" in read(page(story(inside=part))).text


_words = st.sampled_from([*LINES, *TEASERS, *SENTENCES, "Tags: tower, sea", "By Ada Fern", "(af)", "Photo: Ada Fern"])
_shapes = st.sampled_from(["<p>%s</p>", "<h2>%s</h2>", "<ul><li><a href='/x'>%s</a></li></ul>", "<div>%s</div>"])
_pages = st.lists(st.tuples(_shapes, _words), min_size=1, max_size=14)
_taking = [step for step in STEPS if step not in (with_lead, with_posts)]


@given(_pages, st.sets(st.integers(0, 13)))
def test_cleaning_takes_away_and_changes_nothing(parts: list[tuple[str, str]], chosen: set[int]) -> None:
    blocks = segment(lxml_html.document_fromstring("<h1>Tower</h1>" + "".join(shape % said for shape, said in parts)))
    draft = Draft(blocks, frozenset(n for n in chosen if n < len(blocks)), headline="Tower")

    for step in _taking:
        left = step(draft)
        assert left.blocks is draft.blocks
        assert left.body <= draft.body
        draft = left


@given(_pages, st.sets(st.integers(0, 13)))
def test_no_sentence_of_the_article_is_taken_and_nothing_but_leads_is_added(
    parts: list[tuple[str, str]], chosen: set[int]
) -> None:
    blocks = segment(lxml_html.document_fromstring("<h1>Tower</h1>" + "".join(shape % said for shape, said in parts)))
    draft = Draft(blocks, frozenset(n for n in chosen if n < len(blocks)), headline="Tower")

    left = clean(draft)

    taken, added = draft.body - left.body, left.body - draft.body
    assert not [n for n in taken if blocks[n].text in SENTENCES and blocks[n].kind == "text" and not blocks[n].links]
    assert not [n for n in added if blocks[n].text not in SENTENCES or n > max(draft.body)]
    kept = [blocks[n].text for n in draft.ordered() if n not in taken]
    assert [blocks[n].text for n in left.ordered() if n not in added] == kept
