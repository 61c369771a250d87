"""Words and their forms."""

import threading

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clipper.search.spelling import distance
from clipper.search.words import (
    exact,
    exact_forms,
    plain,
    query_stems,
    query_words,
    spans,
    stem,
    stems,
    surface,
    words,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Das U-Boot, l'Europe!", ["Das", "U", "Boot", "l", "Europe"]),
        ("snake_case _x_", ["snake", "case", "x"]),
        ("東京都へ", ["東京", "京都", "都へ", "へ"]),
        ("Tokyo東京 2026", ["Tokyo", "東京", "京", "2026"]),
        ("हिन्दी", ["हिन्दी"]),
        ("e\u0301te\u0301", ["e\u0301te\u0301"]),
        ("Ver\u00adteidigung", ["Ver\u00adteidigung"]),
        ("🎈 !? \0", []),
    ],
)
def test_a_text_is_cut_into_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected
    assert [text[start:end] for start, end, _ in spans(text)] == expected


def test_the_words_of_a_query_leave_out_the_last_sign_of_a_run() -> None:
    assert query_words("東京都") == ("東京", "京都")
    assert query_words("東") == ("東",)
    assert query_words("東京Tokyo") == ("東京", "京", "Tokyo")
    assert query_words("haus a") == ("haus", "a")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Häuser", "HAEUSER"),
        ("Straße", "strasse"),
        ("été", "ete"),
        ("Ha\u0308user", "Häuser"),
        ("ﬁn", "fin"),
        ("Œuvre", "oeuvre"),
        ("æquo", "AEQUO"),
    ],
)
def test_spellings_have_one_exact_form(left: str, right: str) -> None:
    assert exact(left) == exact(right)


def test_the_exact_form_keeps_what_is_another_word() -> None:
    assert exact("poet") != exact("pot")
    assert exact("Häuser") != exact("Haus")
    assert exact("Häuser") != exact("Hauser")


def test_the_surface_is_what_is_seen() -> None:
    assert surface("Ha\u0308u\u00adser") == "häuser"


def test_stems_of_a_query_cover_all_spellings_of_a_language() -> None:
    assert query_stems("Häuser", "") == {"hauser", "haeuser"}
    assert query_stems("Häuser", "de") == {stem("Haus", "de"), "hauser", "haeuser"}
    assert query_stems("Häuser", "en") == {stem("Häuser", "en"), stem("Haeuser", "en"), "hauser", "haeuser"}
    assert {stem("Cafe", "de"), stem("Café", "de")} <= query_stems("Café", "de") & query_stems("Cafe", "de")


@given(st.text(max_size=60), st.sampled_from(["de", "en", "tr", "ar", "hi", "ja", "", "xx"]))
@settings(max_examples=300, deadline=None)
def test_any_text_has_words_with_forms(text: str, language: str) -> None:
    places = list(spans(text))

    assert [word for _, _, word in places] == words(text)
    for start, end, word in places:
        assert text[start:end].replace("_", " ") == word
        assert isinstance(exact(word) + stem(word, language) + surface(word), str)
    assert plain(text) == plain(plain(text))
    _same_alone_and_together(words(text), language)


@pytest.mark.parametrize("language", ["de", "en", "fr", "ru", "tr", "ja", ""])
def test_words_have_the_same_forms_alone_and_together(language: str) -> None:
    _same_alone_and_together(
        ["Häuser", "HAEUSER", "Ha\u0308user", "ha\u00aduser", "Europas", "Poeten", "neuen", "œuvre", "cœurs", "Ægypten",
         "Straße", "ẞ", "İstanbul", "ΣΟΦΟΣ", "министры", "東京", "は", "สวัสดี", "children", "Zentren", "euros",
         "x" * 300, "ä" * 300, "日" * 120, "1234", "a", "ö", "\u0bcd", "e\u0301", "ue", "queue", "ﬁnden"],
        language,
    )  # fmt: skip


def _same_alone_and_together(many: list[str], language: str) -> None:
    assert stems(many, language) == [stem(word, language) for word in many]
    assert exact_forms(many) == [exact(word) for word in many]


def test_stems_are_the_same_in_every_thread() -> None:
    many = [f"wort{number}ungen" for number in range(40_000)]  # more than are remembered
    wanted = [f"wort{number}ung" for number in range(40_000)]
    got: list[list[str]] = []

    def work() -> None:
        got.append([stem(word, "de") for word in many])

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert got == [wanted] * 4


@pytest.mark.parametrize(
    ("left", "right", "most", "steps"),
    [
        ("haus", "haus", 2, 0),
        ("haus", "huas", 2, 1),
        ("haus", "hau", 2, 1),
        ("haus", "hause", 1, 1),
        ("haus", "maus", 1, 1),
        ("haus", "mauer", 2, 3),
        ("abcd", "wxyz", 2, 3),
        ("abcdef", "ab", 2, 3),
        ("", "ab", 2, 2),
    ],
)
def test_the_distance_of_words_counts_typing_mistakes(left: str, right: str, most: int, steps: int) -> None:
    assert distance(left, right, most) == steps
    assert distance(right, left, most) == steps
