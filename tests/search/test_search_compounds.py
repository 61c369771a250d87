"""German compounds: a word finds the words that end in it."""

from pathlib import Path

import pytest

from clipper.search.compounds import LEARNED, learned
from clipper.search.protocol import IndexDocument
from clipper.search.query import parse
from clipper.search.snippets import snippet
from clipper.search.whoosh_engine import create_index


def found(folder: Path, texts: list[str], query: str, *, language: str = "de") -> list[int]:
    index = create_index(folder / "index", "x")
    index.add(IndexDocument(id=number, title="", text=text, language=language) for number, text in enumerate(texts))
    index.commit(1)
    ids = index.search(parse(query).tree, limit=None, sort="relevance").ids
    index.close()
    return list(ids)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("Ministerium", "Das Verteidigungsministerium schweigt."),
        ("ministerien", "Die Außenministerien schweigen."),
        ("Haus", "Das Krankenhaus schließt. Die Kranken gehen."),
        ("Häuser", "Zwei Krankenhäuser schließen, die Kranken gehen."),
        ("Versicherung", "Eine Krankenversicherung"),
    ],
)
def test_a_word_finds_the_compounds_that_end_in_it(tmp_path: Path, query: str, text: str) -> None:
    assert found(tmp_path, ["Nichts davon.", text], query) == [1]


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("Haltung", "Eine gute Unterhaltung"),
        ("Rat", "Ein Apparat und ein Vorrat, ein Literat"),
        ("Stand", "Ein Gegenstand, ein Widerstand, der Verstand"),
        ("Eis", "Der Preis der Reise"),
        ("Ministeriums", "Der Minister"),
    ],
)
def test_a_word_that_only_ends_in_its_letters_is_not_found(tmp_path: Path, query: str, text: str) -> None:
    assert found(tmp_path, [text], query) == []


def test_the_word_itself_stands_above_its_compounds(tmp_path: Path) -> None:
    texts = ["Das Verteidigungsministerium schweigt weiter.", "Das Ministerium schweigt weiter.", "Nichts davon."]

    assert found(tmp_path, texts, "Ministerium") == [1, 0]


def test_of_answers_to_one_of_several_words_those_with_parts_of_a_compound_are_nearer(tmp_path: Path) -> None:
    texts = [
        "Der Garten schweigt seit Tagen zu dieser Frage",
        "Das Ministerium für die Verteidigung der Republik schweigt seit Tagen",
        "Viel Verteidigung, viel Ministerium",
    ]

    assert found(tmp_path, texts, "Verteidigungsministerium OR schweigt") == [1, 0]


def test_a_compound_does_not_find_its_parts(tmp_path: Path) -> None:
    assert found(tmp_path, ["Das Ministerium der Verteidigung"], "Verteidigungsministerium") == []


def test_words_of_other_languages_are_no_compounds(tmp_path: Path) -> None:
    assert found(tmp_path, ["Der Hafen", "a passport for the airport"], "port", language="en") == []


def test_a_word_in_quotes_is_that_word(tmp_path: Path) -> None:
    assert found(tmp_path, ["Das Verteidigungsministerium"], '"Ministerium"') == []


def test_compounds_are_learned_from_a_large_index_and_from_a_small_one_beside_it(tmp_path: Path) -> None:
    texts = [f"Der Sturm {number} trifft den Hafen, lokal, nach der Zeitung" for number in range(LEARNED)]
    texts[7] = "Ein Sturmhafen"
    texts[8] = "Eine Lokalzeitung"
    index = create_index(tmp_path / "index", "x")
    index.add(IndexDocument(id=number, title="", text=text, language="de") for number, text in enumerate(texts))
    index.commit(1)
    index.add([IndexDocument(id=LEARNED, title="", text="Noch ein Sturmhafen", language="de")])
    index.commit(2)

    ids = index.search(parse("Hafen").tree, limit=None, sort="relevance").ids

    assert {7, LEARNED} <= set(ids)
    assert 8 in index.search(parse("Zeitung").tree, limit=None, sort="relevance").ids
    assert index.search(parse("Zeit").tree, limit=None, sort="relevance").total == 0
    index.close()


KNOWN = frozenset(
    b"haupt strasse trasse leben lebens sende ende hersteller steller teller bund bundestag tag wahl kampf wahlkampf "
    b"lokal".split()
)


@pytest.mark.parametrize(
    ("word", "ends"),
    [
        ("hauptstrasse", {"strasse"}),
        ("lebensende", {"sende", "ende"}),
        ("hersteller", set()),
        ("bundestagswahlkampf", {"wahlkampf", "kampf"}),
        ("lokalbund", {"bund"}),
        ("wahltage", set()),  # the form is not known
    ],
)
def test_of_several_ends_the_longest_counts_and_what_it_ends_in(word: str, ends: set[str]) -> None:
    numbers = {form: number for number, form in enumerate(sorted({*KNOWN, word.encode()}))}

    pairs = learned(numbers, KNOWN)

    assert {form.decode() for form, number in numbers.items() if number << 32 | numbers[word.encode()] in pairs} == ends


def test_a_compound_is_marked_in_the_snippet() -> None:
    text = "Das Verteidigungsministerium schweigt."

    assert snippet(parse("Ministerium").tree, text, language="de").marks == ((4, 28),)
