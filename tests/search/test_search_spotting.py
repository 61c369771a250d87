"""Spotting: the quick look finds what asking every word of a text finds."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clipper.search import letters
from clipper.search.matching import Words, places
from clipper.search.query import half_typed, parse, positive
from clipper.search.spotting import Spotter

LANGUAGES = ("de", "en", "fr", "nl", "tr", "ru", "ja", "", "xx")
KNOWN = """
Haus Häuser HAEUSER Haeusern Rathaus Rathäuser Hausmaß Maß Masse Übermaß Fuß Fußende Essen Füße Ueda Duell Israel neue
Quelle die dying Die lie LYING tie tying sky skies by cries Café cafe cafés élan naïve Œuvre œuvre Straße STRASSE
strasse ſtraße Verteidigungsministerium Ministerium Ministerien Mi\u00adniste\u00adrium Ha\u0308user \u0301mark
Kelvin \u212aelvin İstanbul istanbul ıssız gewollt wollen
Prag Прага праге правда 東京 東京都 a東京 der das the THE U-Boot u boot C++ 42
2026 e-mail_adresse snake_case x_ _x 🎈 dˈa ﬁnden finden ŉa Ǆep ß ẞ ü Ü
"""
WORDS = KNOWN.split()
SIGNS = (" ", " ", " ", ", ", ". ", "-", "\n\n", "_", "„", "“", " – ", "’", "")

written = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(SIGNS)), max_size=40).map(
    lambda pairs: "".join(word + sign for word, sign in pairs)
)
texts = st.one_of(written, written, st.text(max_size=80))
words = st.sampled_from(WORDS)
asked = st.one_of(
    words,
    st.tuples(words, st.integers(1, 4)).map(lambda pair: f"{pair[0][: pair[1]]}*"),
    st.tuples(words, st.integers(1, 4)).map(lambda pair: f"*{pair[0][-pair[1] :]}"),
    st.tuples(words, st.integers(1, 4)).map(lambda pair: f"*{pair[0][pair[1] :]}*"),
    st.tuples(words, st.integers(1, 3)).map(lambda pair: f"{pair[0][: pair[1]]}?{pair[0][pair[1] + 1 :]}*"),
    words.map(lambda word: f"{word}~"),
    st.tuples(words, words).map(lambda pair: f'"{pair[0]} {pair[1]}"'),
    st.tuples(words, words).map(lambda pair: f"{pair[0]}-{pair[1]}"),
    st.tuples(words, words).map(lambda pair: f"{pair[0]} NEAR/4 {pair[1]}"),
    st.text(max_size=10),
)


@given(st.lists(asked, min_size=1, max_size=4), st.lists(texts, min_size=1, max_size=3), st.sampled_from(LANGUAGES))
@settings(max_examples=800, deadline=None)
def test_one_look_finds_what_asking_every_word_finds(queries: list[str], some: list[str], language: str) -> None:
    query = " ".join(queries)
    terms = positive(half_typed(query, parse(query).tree))
    spotter = Spotter(terms, language)

    for text in some:
        every = [(place, number) for number, term in enumerate(terms) for place in places(term, Words(text), language)]

        assert spotter.hits(text) == sorted(every)


@pytest.mark.parametrize(
    ("begins", "holds", "text", "found"),
    [
        (["hau"], [], "Das Haus, ein Häuslein und HAEUSER: hinaus, Halt", {"Haus", "Häuslein", "HAEUSER"}),
        (["mas"], [], "Maß Masse Mast Übermaß Mai", {"Maß", "Masse", "Mast"}),
        ([], ["min"], "Ministerium Verteidigungsministerium Mut", {"Ministerium", "Verteidigungsministerium"}),
        (["x"], [], "Œuvre und noël, aber Café", {"Œuvre", "noël"}),
        (["x"], [], "Ge\u00adsetz und Recht", {"Ge\u00adsetz", "und", "Recht"}),
        (["пра"], [], "Прага Kiew", {"Прага"}),
    ],
)
def test_few_words_are_looked_at(begins: list[str], holds: list[str], text: str, found: set[str]) -> None:
    look = letters.looking(begins, holds)

    assert {word for _, _, word in look(text, letters.folded(text))} == found


def test_a_folded_text_is_as_long_as_the_text() -> None:
    text = "Ärger, „Maß“ – Café; ½ ﬁ Σς"

    assert len(letters.folded(text)) == len(text)
