"""Words and dates around an article."""

import json

import pytest

from clipper import resources
from clipper.exporting.wording import words


@pytest.mark.parametrize(
    ("language", "published", "said"),
    [
        ("de", "2026-11-23", "23. November 2026"),
        ("de", "2026-11-23T14:05:00+01:00", "23. November 2026, 14:05 Uhr"),
        ("en", "2026-03-01T08:00:00-08:00", "1 March 2026, 8:00"),
        ("fr", "2026-03-01", "1er mars 2026"),
        ("ja", "2026-03-01", "2026年3月1日"),
        ("he", "2026-03-01", "1 במרץ 2026"),
        ("en", "last Tuesday", "last Tuesday"),
        ("xx", "2026-03-01", "1 March 2026"),
    ],
)
def test_a_date_is_written_out_as_published(language: str, published: str, said: str) -> None:
    assert words(language).date(published) == said


def test_names_are_joined_as_a_sentence_does() -> None:
    say = words("de")

    assert [say.names(names) for names in ([], ["A"], ["A", "B"], ["A", "B", "C"])] == [
        "",
        "A",
        "A und B",
        "A, B und C",
    ]


def test_the_first_language_that_has_words_is_taken() -> None:
    assert words(None, "sw", "fr", "de").language == "fr"


def test_every_language_has_all_words_with_the_same_places() -> None:
    tables = json.loads(resources.path("pdf", "words.json").read_text(encoding="utf-8"))
    wanted = set(tables["en"])

    for language, table in tables.items():
        assert set(table) - {"first_day"} == wanted, language
        assert len(table["months"]) == 12
        for key in ("by", "updated", "clipped", "picture", "pair", "moment"):
            for place in ("names", "date", "title", "first", "last", "minute"):
                assert ("{" + place + "}" in table[key]) == ("{" + place + "}" in tables["en"][key]), (language, key)
