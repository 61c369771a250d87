"""Marks and snippets: the right words marked, the best passage shown."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clipper.search.query import parse
from clipper.search.snippets import WIDTH, marks, snippet

LANGUAGES = st.sampled_from(["de", "en", "fr", "ja", "", "xx"])
FILLER = "Lorem ipsum dolor sit amet consetetur sadipscing elitr. " * 12


def marked(query: str, text: str, language: str = "de", field: str = "text") -> list[str]:
    return [text[start:end] for start, end in marks(parse(query).tree, text, language=language, field=field)]


@pytest.mark.parametrize(
    ("query", "text", "language", "expected"),
    [
        ("Haus", "Das Haus, die Häuser, HAEUSER; Haushalt.", "de", ["Haus", "Häuser", "HAEUSER"]),
        ("strasse", "Straße und Straßen", "de", ["Straße", "Straßen"]),
        ("run", "He runs, she is running: a runner.", "en", ["runs", "running"]),
        ("haus*", "Haushalt im Hause", "de", ["Haushalt", "Hause"]),
        ('"der stadt"', "In der Stadt; der\nStadt. Die Stadt.", "de", ["der Stadt", "der\nStadt"]),
        ('"haus"', "Haus Häuser", "de", ["Haus"]),
        ("u-boot", "Ein U-Boot, U Boote, ein Boot", "de", ["U-Boot", "U Boote"]),
        ("haus haus*", "Haus Haushalt", "de", ["Haus", "Haushalt"]),
        ('"ein haus" "haus am see"', "ein Haus am See", "de", ["ein Haus am See"]),
        ("haus -garten", "Haus Garten", "de", ["Haus"]),
        ("haus OR garten", "Haus Garten", "de", ["Haus", "Garten"]),
        ("title:haus", "Haus", "de", []),
        ("text:haus", "Haus", "de", ["Haus"]),
        ("東京都", "昨日東京都で会議", "ja", ["東京都"]),
        ("京", "東京都", "ja", ["京"]),
        ("verteidigung", "Ver\u00adteidi\u00adgung", "de", ["Ver\u00adteidi\u00adgung"]),
        ("häuser", "Ha\u0308user", "de", ["Ha\u0308user"]),
        ("haus", "🎈🎈 Haus 🎈", "de", ["Haus"]),
        ("שלום", "שָׁלוֹם עולם", "he", ["שָׁלוֹם"]),
        ("tag:haus date:2026 is:read", "Haus", "de", []),
        ("*haus", "Das Rathaus, die Häuser, der Haushalt.", "de", ["Rathaus"]),
        ("*hau*", "Das Rathaus, die Häuser, der Haushalt.", "de", ["Rathaus", "Häuser", "Haushalt"]),
        ("M?ller", "Müller, Mueller, Miller, Möller, Mller", "de", ["Müller", "Mueller", "Miller", "Möller"]),
        ("stra?e", "Straße und Strasse", "de", ["Straße", "Strasse"]),
        ("regirung~", "Regierung, Regierungen, Begierde", "de", ["Regierung"]),
        ("regierung~1", "Regirung, Regierungen, Begierde", "de", ["Regirung", "Regierungen"]),
        ("rot NEAR/2 blau", "Rot und blau. Dann lange nichts, rot. Nie wieder ein Blau", "de", ["Rot", "blau"]),
        ('"rot blau"~3', "blaue Wände und rote, nie blau", "de", ["blaue", "rote", "blau"]),
        ('"ein haus" NEAR/3 garten', "Im Garten ein Haus, ein Haus, ein Haus", "de", ["Garten", "ein Haus"]),
        ("rot -(rot NEAR blau)", "rot und blau", "de", ["rot"]),
        ("note:haus", "Haus", "de", []),
        ("Ministerium?", "Verteidigungsministerium", "de", ["Verteidigungsministerium"]),
        ("", "Haus", "de", []),
    ],
)
def test_words_are_marked_as_they_stand(query: str, text: str, language: str, expected: list[str]) -> None:
    assert marked(query, text, language) == expected


def test_marks_of_a_title_follow_words_asked_for_in_titles() -> None:
    assert marked("title:haus garten site:x", "Haus Garten x", field="title") == ["Haus", "Garten"]


def test_a_snippet_shows_the_passage_where_most_words_of_the_query_meet() -> None:
    text = f"Haus. {FILLER} Haus. {FILLER} Im Garten steht ein Haus mit Zaun. {FILLER} Garten."

    shown = snippet(parse("haus garten").tree, text, language="de")

    assert "Im Garten steht ein Haus mit Zaun." in shown.text
    assert [shown.text[start:end] for start, end in shown.marks] == ["Garten", "Haus"]


def test_a_snippet_begins_with_a_sentence_where_one_is_near() -> None:
    shown = snippet(parse("garten").tree, f"{FILLER}\n\nIm Garten ist es still. {FILLER}", language="de")

    assert shown.text.startswith(("Im Garten", "Lorem"))
    assert shown.text.endswith("…")


def test_a_snippet_without_hits_is_the_beginning() -> None:
    shown = snippet(parse("nichts").tree, FILLER, language="de")

    assert shown.text.startswith("Lorem ipsum")
    assert shown.text.endswith("…")
    assert shown.marks == ()


def test_a_short_text_is_shown_whole_on_one_line() -> None:
    shown = snippet(parse("zwei").tree, "  Eins\n\n zwei\tdrei \n", language="de")

    assert shown.text == "Eins zwei drei"
    assert shown.marks == ((5, 9),)


def test_a_snippet_is_about_as_wide_as_asked_for() -> None:
    text = f"{FILLER} Garten {FILLER}"

    for width in (80, WIDTH, 400):
        assert width - 60 <= len(snippet(parse("garten").tree, text, language="de", width=width).text) <= width + 22


def test_a_text_without_spaces_is_cut_all_the_same() -> None:
    text = "会議" * 300 + "東京都" + "会議" * 300

    shown = snippet(parse("東京都").tree, text, language="ja")

    assert "東京都" in shown.text
    assert len(shown.text) <= WIDTH + 22


pieces = st.sampled_from(
    ["Haus", "Häuser", "Garten.", "東京都", "\n\n", "🎈", "U-Boot", "e\u0301t\u00ade", "\u202e", "\0"]
)
texts = st.one_of(st.text(max_size=400), st.lists(pieces, max_size=120).map(" ".join))
queries = st.sampled_from(
    ["haus", "haus garten*", '"haus garten"', "東京", "u-boot été", "*aus*", "h?us", "haus~", "haus NEAR/3 garten"]
)
asked = st.one_of(st.text(max_size=30), queries)


@given(asked, texts, LANGUAGES, st.integers(1, 300))
@settings(max_examples=300, deadline=None)
def test_marks_and_snippets_hold_for_any_text(query: str, text: str, language: str, width: int) -> None:
    tree = parse(query).tree

    places = marks(tree, text, language=language)
    shown = snippet(tree, text, language=language, width=width)

    for ranges, whole in ((places, text), (shown.marks, shown.text)):
        assert all(0 <= start < end <= len(whole) for start, end in ranges)
        assert all(left[1] <= right[0] for left, right in pairwise(ranges))
    assert not any(sign in shown.text for sign in "\n\t\r")
    known = {text[start:end] for start, end in places}
    for start, end in shown.marks:
        assert any("".join(shown.text[start:end].split()) in "".join(piece.split()) for piece in known)
