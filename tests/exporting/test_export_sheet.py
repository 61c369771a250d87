"""Document -> the data of its pages."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from export_documents import document, drawn

from clipper.answers import ExportOptions
from clipper.exporting import faces, sheet
from clipper.exporting.orders import Bench, Sheet, SheetOrder
from clipper.model import Document, Found


def made(some: Document, folder: Path, **options: Any) -> Sheet:
    return sheet.make(SheetOrder(some, 1, Bench(str(folder), "job"), ExportOptions(**options)))


def data(some: Document, folder: Path, **options: Any) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(made(some, folder, **options).data)
    return told


def with_metadata(some: Document, **values: Any) -> Document:
    found = {name: Found(value, "test", 1.0) for name, value in values.items()}
    return replace(some, article=replace(some.article, metadata=replace(some.article.metadata, **found)))


def test_authors_and_agencies_make_the_byline(tmp_path: Path) -> None:
    both = with_metadata(document(authors=("Karla Brandt",)), agencies=("dpa", "AFP"))
    agency = with_metadata(document(), agencies=("dpa",))

    assert data(both, tmp_path)["byline"] == "Von Karla Brandt · dpa, AFP"
    assert data(agency, tmp_path)["byline"] == "dpa"
    assert data(document(), tmp_path)["byline"] == ""


def test_a_later_change_is_dated_and_one_of_the_same_day_is_not(tmp_path: Path) -> None:
    later = with_metadata(document(date="2026-11-23"), modified="2026-11-24T08:05:00+01:00")
    same = with_metadata(document(date="2026-11-23"), modified="2026-11-23T08:05:00+01:00")

    assert data(later, tmp_path)["dates"] == ["23. November 2026", "aktualisiert am 24. November 2026, 8:05 Uhr"]
    assert data(same, tmp_path)["dates"] == ["23. November 2026"]


def test_an_address_is_shown_with_the_letters_it_stands_for(tmp_path: Path) -> None:
    shown = {
        "https://example.org/fl%C3%BCsse": "https://example.org/flüsse",
        "https://example.org/a%20b": "https://example.org/a%20b",
        "https://example.org/%FF": "https://example.org/%FF",
    }

    for url, address in shown.items():
        told = data(document(url=url), tmp_path)
        assert (told["url"], told["address"]) == (url, address)


def test_a_document_without_address_language_or_site_is_set_without_them(tmp_path: Path) -> None:
    told = data(document(url=None, language=None, site=None, date=None), tmp_path, language="en")

    assert (told["url"], told["language"], told["kicker"], told["dates"]) == ("", "en", [], [])


def test_a_heading_that_says_the_title_again_is_dropped(tmp_path: Path) -> None:
    told = data(document("<h1>EIN TITEL</h1><p>Text</p>", title="Ein Titel"), tmp_path)

    assert [block["kind"] for block in told["blocks"]] == ["paragraph"]


def test_longer_titles_are_set_smaller(tmp_path: Path) -> None:
    sizes = [data(document(title="Wort " * count), tmp_path)["size"] for count in (5, 30, 100)]

    assert sizes == [1.0, 0.8, 0.6]


def test_a_picture_that_opens_the_text_is_the_lead_picture(tmp_path: Path) -> None:
    opening, other = drawn(tmp_path, "opening.jpg"), drawn(tmp_path, "other.jpg", shade=10)
    html = f'<p>Vorspann.</p><figure><img src="{opening.url}"></figure><p>Text.</p>'

    told = data(document(html, lead=other, pictures=[opening]), tmp_path)

    assert told["lead"]["file"] == "job-1-1.svg"
    assert [block["kind"] for block in told["blocks"]] == ["paragraph", "paragraph"]
    assert (tmp_path / "job-1-1").read_bytes() == Path(opening.path).read_bytes()


def test_a_lead_picture_that_was_left_out_is_not_printed(tmp_path: Path) -> None:
    lead = drawn(tmp_path, "lead.jpg")
    shown = document("<p>Text.</p>", lead=lead)
    metadata = replace(shown.article.metadata, image=Found(None, "given", 1.0))

    told = data(replace(shown, article=replace(shown.article, metadata=metadata)), tmp_path)

    assert data(shown, tmp_path)["lead"] is not None
    assert told["lead"] is None


def test_a_picture_shown_twice_is_written_once(tmp_path: Path) -> None:
    picture = drawn(tmp_path)
    figure = f'<img src="{picture.url}">'

    told = data(document(f"<p>a</p><p>b</p>{figure}<p>c</p>{figure}", pictures=[picture]), tmp_path)

    assert [block["file"] for block in told["blocks"] if block["kind"] == "figure"] == ["job-1-1.svg"] * 2
    assert {path.name for path in tmp_path.glob("job-*")} == {"job-1-1", "job-1-1.svg"}


def test_three_pictures_in_a_row_are_a_gallery_and_two_are_not(tmp_path: Path) -> None:
    several = [drawn(tmp_path, f"{number}.jpg", shade=number) for number in range(5)]
    shown = [f'<img src="{picture.url}">' for picture in several]
    html = f"<p>a</p><p>b</p>{''.join(shown[:3])}<p>c</p>{''.join(shown[3:])}"

    told = data(document(html, pictures=several), tmp_path)

    kinds = ["paragraph", "paragraph", "gallery", "paragraph", "figure", "figure"]
    assert [block["kind"] for block in told["blocks"]] == kinds
    assert len(told["blocks"][2]["figures"]) == 3


def test_the_words_are_those_of_the_article_and_else_of_the_reader(tmp_path: Path) -> None:
    assert data(document(language="fr"), tmp_path, language="en")["clipped"] == "Découpé le 24 novembre 2026"
    assert data(document(language="sw"), tmp_path, language="de")["clipped"] == "Gespeichert am 24. November 2026"


@pytest.mark.parametrize(
    ("found", "fallback", "code"),
    [("de-AT", "en", "de"), ("", "fr", "fr"), ("zz zz", "en", "en"), (None, "", "en"), ("../x", "1", "en")],
)
def test_a_language_is_a_code_that_the_typesetter_takes(found: str | None, fallback: str, code: str) -> None:
    assert faces.language(found, fallback) == code


def test_bundled_faces_are_asked_first_and_the_system_only_when_told() -> None:
    for code in ("de", "ar", "he", "ja"):
        own, all_of_them = faces.fonts(code, system=False), faces.fonts(code, system=True)
        assert {face if isinstance(face, str) else face["name"] for face in own["reading"]} == {
            "Source Serif 4",
            "Inter",
            "Noto Naskh Arabic",
            "Noto Serif Hebrew",
        }
        assert len(all_of_them["reading"]) > len(own["reading"])
    assert faces.fonts("he", system=False)["reading"][0] == "Noto Serif Hebrew"
    assert faces.fonts("ar", system=False)["ui"][0] == "Noto Naskh Arabic"
