"""What a site repeats is left out of its articles, and nothing else."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipper.extraction.article import extract
from clipper.extraction.blocks import segment
from clipper.extraction.draft import Draft
from clipper.extraction.job import Job
from clipper.extraction.parsing import parse
from clipper.extraction.rendering import render_text
from clipper.extraction.repeated import without_repeated
from clipper.lines import Repeated, line_key

# For each language: three paragraphs of an article and a line that the site repeats, which no other rule knows.
SITES = {
    "de": (
        (
            "Der Gemeinderat hat am Dienstag beschlossen, die alte Brücke über den Mühlbach zu erneuern.",
            "Die Arbeiten sollen im Frühjahr beginnen und nach Auskunft des Bauamts gut acht Monate dauern.",
            "Anwohner hatten sich eine Fähre für die Zeit des Umbaus gewünscht, doch dafür fehlt das Geld.",
        ),
        "Der Talbote gehört zur Familie der Heimatblätter an Mühlbach und Aue",
    ),
    "en": (
        (
            "The council decided on Tuesday to renew the old bridge across the mill stream and to make it wider.",
            "Work is to begin in spring and will take a good eight months, the building office said on request.",
            "People who live nearby had wished for a ferry while the bridge is closed, but there is no money.",
        ),
        "The Ferry Post is one of the papers of the Mill Valley family",
    ),
    "fr": (
        (
            "Le conseil a décidé mardi de rénover le vieux pont sur le ruisseau du moulin et de l'élargir.",
            "Les travaux doivent commencer au printemps et durer huit bons mois, selon le service des bâtiments.",
            "Les riverains auraient voulu un bac pendant la fermeture du pont, mais l'argent manque.",
        ),
        "Le Courrier du Moulin est un journal des pays de la vallée",
    ),
    "es": (
        (
            "El consejo decidió el martes renovar el viejo puente sobre el arroyo del molino y ensancharlo.",
            "Las obras comenzarán en primavera y durarán unos ocho meses, según la oficina de obras.",
            "Los vecinos habían pedido una barca mientras el puente esté cerrado, pero no hay dinero.",
        ),
        "El Correo del Molino forma parte de los diarios del valle",
    ),
    "it": (
        (
            "Martedì il consiglio ha deciso di rinnovare il vecchio ponte sul torrente del mulino e di allargarlo.",
            "I lavori cominceranno in primavera e dureranno otto mesi buoni, secondo l'ufficio tecnico.",
            "Gli abitanti avevano chiesto un traghetto per i mesi della chiusura, ma mancano i soldi.",
        ),
        "Il Corriere del Mulino è uno dei giornali della valle",
    ),
    "ja": (
        (
            "町議会は火曜日、水車川にかかる古い橋を新しくし、幅を広げることを決めた。工事は町の大きな事業となる。",
            "工事は春に始まり、建設課によれば八か月あまり続く見込みだ。その間、橋は通れなくなる。",
            "近くの住民は工事の間の渡し船を望んでいたが、予算が足りないという。町長は住民に理解を求めた。",
        ),
        "谷の新聞は水車川の地域新聞社の一つで、地元の話題を毎日届けている。",
    ),
}


def page(parts: Sequence[str], *, language: str = "de") -> bytes:
    body = "".join(part if part.startswith("<") else f"<p>{part}</p>" for part in parts)
    head = f'<html lang="{language}"><head><meta charset="utf-8"><title>Die Brücke</title></head>'
    return f"{head}<body><article><h1>Die Brücke</h1>{body}</article></body></html>".encode()


def read(parts: Sequence[str], *known: str, apart: Sequence[str] = (), language: str = "de") -> str:
    repeated = Repeated(keys(known), keys(apart))
    return extract(Job(page(parts, language=language), "https://news.example/a", None, repeated=repeated)).text


def keys(lines: Sequence[str]) -> frozenset[bytes]:
    return frozenset(key for key in map(line_key, lines) if key)


def stepped(parts: Sequence[str], *, always: Sequence[str] = (), apart: Sequence[str] = ()) -> str:
    """Give what the step leaves of all that stands under the headline."""
    blocks = segment(parse(page(parts), charset=None).tree)
    keys = (frozenset(key for key in map(line_key, lines) if key) for lines in (always, apart))
    body = frozenset(number for number, block in enumerate(blocks) if block.level != 1)
    return render_text(without_repeated(Draft(blocks, body, repeated=Repeated(*keys))))


@pytest.mark.parametrize("language", SITES)
@pytest.mark.parametrize("place", [1, 2, 3])
def test_a_line_that_the_site_repeats_is_left_out_wherever_it_stands(language: str, place: int) -> None:
    (paragraphs, line) = SITES[language]
    parts = [*paragraphs[:place], line, *paragraphs[place:]]

    assert line in read(parts, language=language)
    assert read(parts, line, language=language) == "\n\n".join(paragraphs)


@pytest.mark.parametrize("language", SITES)
def test_what_one_other_page_has_is_left_out_of_a_box_and_not_of_the_text(language: str) -> None:
    paragraphs, line = SITES[language]
    within = [*paragraphs, line]
    boxed = [*paragraphs, f"<div><p>{line}</p></div>"]

    assert read(within, apart=[line], language=language) == "\n\n".join(within)
    assert read(boxed, apart=[line], language=language) == "\n\n".join(paragraphs)


def test_a_link_that_another_page_has_too_is_left_out_of_the_text() -> None:
    paragraphs, line = SITES["en"]
    parts = [*paragraphs[:2], f'<h2><a href="/about">{line}</a></h2>', "<h2>The next chapter of it</h2>", paragraphs[2]]

    assert line in stepped(parts)
    assert line not in stepped(parts, apart=[line])


@pytest.mark.parametrize(
    "within",
    ["<blockquote><p>{}</p></blockquote>", "<div><blockquote><p>{}</p></blockquote></div>", "<ul><li>{}</li></ul>"],
)
def test_quotes_and_lists_are_part_of_the_text_that_they_stand_in(within: str) -> None:
    paragraphs, line = SITES["en"]
    parts = [*paragraphs[:2], within.format(line), paragraphs[2]]

    assert line in read(parts, apart=[line])


def test_a_box_goes_only_where_all_of_it_is_known() -> None:
    paragraphs, line = SITES["en"]
    box = f"<div><p>{line}</p><p>Only on this page: the ferry is painted red and sails at noon</p></div>"

    assert line in read([*paragraphs, box], apart=[line])
    assert line not in read([*paragraphs, f"<div><p>{line}</p></div>"], apart=[line])


def test_what_stands_several_times_in_an_article_names_its_parts() -> None:
    paragraphs, _line = SITES["en"]
    label = "What our testers like about it"
    parts = [part for text in paragraphs for part in (f"<div><p>{label}</p></div>", f"<p>{text}</p>")]

    assert read(parts, label, apart=[label]).count(label) == read(parts).count(label) == 3


def test_the_second_half_of_a_text_is_no_box_beside_it() -> None:
    (first, second, third), _line = SITES["en"]
    parts = [f"<div><p>{first}</p><p>{second}</p></div>", f"<div><p>{third}</p></div>"]

    assert read(parts, apart=[third]) == "\n\n".join([first, second, third])


def test_what_is_learned_of_a_page_is_as_it_was_before_the_filter() -> None:
    paragraphs, line = SITES["de"]
    job = Job(page([*paragraphs, line]), "https://news.example/a", None)

    plain = extract(job)
    filtered = extract(Job(job.body, job.url, None, repeated=Repeated(keys([line]))))

    assert [one.text for one in plain.lines] == [*paragraphs, line]
    assert filtered.lines == plain.lines
    assert line not in filtered.text


def test_never_is_more_than_a_third_taken() -> None:
    paragraphs, line = SITES["en"]

    assert read(paragraphs, *paragraphs[1:], line) == "\n\n".join(paragraphs)
    assert read(paragraphs, paragraphs[2]) == "\n\n".join(paragraphs[:2])


def test_the_lead_stays_though_other_pages_show_it_as_a_teaser() -> None:
    paragraphs, _line = SITES["en"]

    assert read(paragraphs, paragraphs[0]).startswith(paragraphs[0])


@pytest.mark.parametrize(
    "sign_off",
    [
        "Bleiben Sie neugierig, Ihr Jan Ahrens",
        "Yours truly, Mary Longfield",
        "— Katharina Böhmerwald",
        "Katharina Böhmerwald",
        "À demain, Jeanne Morel",
    ],
)
def test_names_and_sign_offs_stay(sign_off: str) -> None:
    paragraphs, line = SITES["de"]

    text = stepped([*paragraphs, paragraphs[0] * 2, line, sign_off], always=[line, sign_off])

    assert line_key(sign_off) is not None
    assert line not in text
    assert text.endswith(sign_off)


def test_one_line_of_a_list_does_not_go_alone() -> None:
    paragraphs, _line = SITES["en"]
    items = ["two tablespoons of sugar", "a pinch of salt and pepper", "one onion, finely chopped"]
    parts = [*paragraphs, "<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>"]

    assert items[1] in read(parts, items[1])
    assert not any(item in read(parts, *items) for item in items)


def test_a_heading_goes_only_with_all_that_is_under_it() -> None:
    paragraphs, line = SITES["en"]
    heading = "The verdict of our reviewers"
    reviewed = [*paragraphs[:2], f"<h2>{heading}</h2>", paragraphs[2]]
    boxed = [*paragraphs[:2], f"<h2>{heading}</h2>", line, "<h2>The next chapter of it</h2>", paragraphs[2]]

    assert heading in read(reviewed, heading)
    assert heading not in read(boxed, heading, line)


@given(st.sets(st.sampled_from(range(6))))
def test_only_known_lines_are_ever_taken(known: set[int]) -> None:
    parts = [*SITES["en"][0], *SITES["de"][0]]

    before = read(parts).split("\n\n")
    after = read(parts, *(parts[number] for number in known)).split("\n\n")

    gone = [line for line in before if line not in after]
    assert set(gone) <= {parts[number] for number in known}
    assert sum(map(len, gone)) * 3 <= sum(map(len, before))
    assert after == [line for line in before if line not in gone]
