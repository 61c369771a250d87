"""The terms of an index that a pattern fits, or that are nearly a word: the same as if each was looked at."""

import random
import re

import numpy as np
import pytest

from clipper.search import expanding, outlines, patterns
from clipper.search.columns import Terms, terms_of
from clipper.search.fitting import fitted
from clipper.search.inverting import Stream
from clipper.search.postings import Columns
from clipper.search.spelling import distance
from clipper.search.words import exact, stem

BEGINNINGS = ["", "ver", "be", "un", "ministerpräsident", "über", "Straßen", "ко", "x" * 60]
MIDDLES = ["haus", "tür", "regier", "geh", "lauf", "recht", "münz", "press", "лод", "bund", "a", "maß"]
ENDS = ["", "ung", "ungen", "en", "er", "lich", "haus", "s", "ка", "é", "ß"]


def words(chance: random.Random, count: int) -> list[str]:
    """Make up words, many of which share their parts."""
    made = {
        chance.choice(BEGINNINGS) + "".join(chance.choices(MIDDLES, k=chance.randint(1, 3))) + chance.choice(ENDS)
        for _ in range(count)
    }
    return sorted(made)


@pytest.fixture(scope="module", params=[800, 9000])
def known(request: pytest.FixtureRequest) -> tuple[list[str], Columns]:
    """Give words and columns in which document n is the n-th word."""
    made = words(random.Random(request.param), request.param)
    stream = Stream()
    for number, word in enumerate(made):
        stream.add(number, word, "de")
    return made, stream.columns(np.ones(len(made), dtype=bool))


@pytest.mark.parametrize(
    "pattern",
    ["*haus", "*haus*", "*ung", "*ung*", "*en", "*e?", "ver*ung", "*ver*haus*en", "h?us*", "?aus*", "*tür*", "*tuer",
     "be*", "un*lich", "*straße*", "stra?enhaus*", "*лод*", "*дка", "*é", "*ma?", "*maßhaus*", "*aa", "*a*a*",
     "xx*haus", "*x*", "*xxhaus*", "m?nz*", "*nothing*", "nothing*x", "*münz?n", "*ss*",
     "un*" + "z" * 46 + "*n"],
)  # fmt: skip
def test_a_pattern_finds_the_words_that_it_fits(known: tuple[list[str], Columns], pattern: str) -> None:
    made, columns = known
    fits = patterns.read(pattern).fits

    documents, counts = expanding.fitting(columns, pattern, len(made))

    assert [made[number] for number in documents] == [word for word in made if fits(word, "de")]
    assert set(counts.tolist()) <= {1}


@pytest.mark.parametrize("edits", [1, 2])
def test_a_mistyped_word_finds_the_words_that_it_may_be(known: tuple[list[str], Columns], edits: int) -> None:
    made, columns = known
    chance = random.Random(edits)
    asked = [*chance.sample(made, 25), "haus", "türhaus", "ahs", "лодка", "masshaus", "x" * 62 + "haus", "zzzzzz"]
    for word in asked:
        mistyped = word.replace("u", "", 1) if edits == 1 else word[1:2] + word[:1] + word[2:-1]

        ((documents, found),) = expanding.alike([columns], mistyped, edits)

        near = [other for other in made if distance(exact(mistyped), exact(other), edits) <= edits]
        assert sorted(made[number] for number in documents) == near, mistyped
        assert found.tolist() == [distance(exact(mistyped), exact(made[number]), edits) for number in documents]


def test_letters_are_compared_as_the_distance_of_words_is(known: tuple[list[str], Columns]) -> None:
    chance = random.Random(4)
    alphabet = "abcd"
    made = sorted({"".join(chance.choices(alphabet, k=chance.randint(1, 7))) for _ in range(400)})
    stream = Stream()
    for number, word in enumerate(made):
        stream.add(number, word, "")
    columns = stream.columns(np.ones(len(made), dtype=bool))

    for word in ("abc", "abcd", "dcba", "aabbcc", "ababab"):
        for edits in (1, 2):
            ((documents, _),) = expanding.alike([columns], word, edits)

            assert sorted(made[number] for number in documents) == [
                o for o in made if distance(word, o, edits) <= edits
            ]


@pytest.mark.parametrize("edits", [1, 2])
def test_words_that_are_passed_over_differ_by_more_edits(edits: int) -> None:
    chance = random.Random(edits)
    letters = "abcdezx9äд語"

    def edited(word: str) -> str:
        at, letter = chance.randint(0, len(word)), chance.choice(letters)
        before, here, after = word[:at], word[at : at + 1], word[at + 1 :]
        return before + chance.choice([after, letter + after, letter + here + after, after[:1] + here + after[1:]])

    for size in range(1, 14):
        made = sorted({"".join(chance.choices(letters, k=size)).encode() for _ in range(40)})
        terms = terms_of(made)
        for number, term in enumerate(made):
            word = term.decode()
            for _ in range(10):
                other = edited(word) if edits == 1 else edited(edited(word))
                if other and distance(word, other, edits) <= edits:
                    assert number in outlines.terms_like(terms, other, edits), (word, other)


@pytest.mark.parametrize("at_a_time", [8, 512])
def test_blocks_that_are_passed_over_hold_no_word_with_the_piece(
    known: tuple[list[str], Columns], at_a_time: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, columns = known
    monkeypatch.setattr(outlines, "_BLOCKS", at_a_time)
    passed = 0
    for terms in (terms_of(list(columns.stems)), terms_of(list(columns.forms))):  # whose outlines nobody made yet
        whole = terms.blob.whole().tobytes()
        for piece in (b"haus", b"regierpress", b"\xd0\xbb\xd0\xbe\xd0\xb4", b"ministerpraesident", b"nowhere"):
            blocks = outlines.blocks_with(terms, piece)
            standing = {match.start() for match in re.finditer(re.escape(piece), whole)}

            if blocks is not None:
                passed += 1
                ranges = list(zip(blocks.starts.tolist(), blocks.ends.tolist(), strict=True))
                assert all(any(start <= at < end for start, end in ranges) for at in standing)
    assert passed or len(columns.stems) < 4096


def test_a_piece_that_two_neighbouring_terms_make_together_is_in_neither() -> None:
    terms = terms_of([b"xha", b"yus\0y\xc3\xbcs", b"zha", b"zyus"])

    for pattern in ("*hayus", "*hayus*", "*hazyus", "*hay*us"):
        assert fitted(terms, patterns.read(pattern)).tolist() == []
    assert fitted(terms, patterns.read("*yus")).tolist() == [1, 3]


def test_outlines_are_kept_as_long_as_the_terms() -> None:
    made: list[int] = []

    def make(terms: Terms) -> int:
        made.append(len(terms))
        return len(made)

    kept = outlines.Kept(make)
    first, second = terms_of([b"a", b"b"]), terms_of([b"a", b"b"])

    assert (kept.of(first), kept.of(second), kept.of(first)) == (1, 2, 1)


def test_a_stem_that_is_no_word_is_not_what_a_mistyped_word_may_be() -> None:
    stream = Stream()
    for number, word in enumerate(["hauen", "haue", "hau"]):
        stream.add(number, word, "de")
    assert {stem(word, "de") for word in ("hauen", "haue", "hau")} == {"hau"}

    ((documents, _),) = expanding.alike([stream.columns(np.ones(3, dtype=bool))], "hauf", 1)

    assert sorted(documents.tolist()) == [1, 2]
