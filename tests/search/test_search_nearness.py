"""Words in a row and near each other, found part by part and by either way of meeting: as by looking at each text."""

import random
from collections.abc import Sequence

import numpy as np
import pytest

from clipper.search import nearness
from clipper.search.inverting import Stream
from clipper.search.nearness import Slot
from clipper.search.postings import Columns, form_code
from clipper.search.words import stem

WORDS = ["haus", "häuser", "der", "die", "neben", "x"]


@pytest.fixture(scope="module")
def texts() -> list[list[str]]:
    chance = random.Random(5)
    lengths = [*(chance.randint(0, 30) for _ in range(150)), 1500]
    return [chance.choices(WORDS, weights=[1, 1, 6, 6, 2, 1], k=length) for length in lengths]


@pytest.fixture(scope="module")
def columns(texts: list[list[str]]) -> Columns:
    stream = Stream()
    for number, text in enumerate(texts):
        stream.add(number, " ".join(text), "de")
    return stream.columns(np.ones(len(texts), dtype=bool))


@pytest.fixture(
    params=[("_AT_ONCE", 1), ("_AT_ONCE", 400), ("_LONGEST", 5000), ("_LOOKED_UP", 0), ("_LOOKED_UP", 10**9)]
)
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Go through texts in smaller parts, meet by a mask alone, or by looking up alone."""
    monkeypatch.setattr(nearness, *request.param)


def slots(columns: Columns, row: Sequence[str], *, exactly: bool) -> list[Slot]:
    found = []
    for word in row:
        number = columns.stems.find(stem(word, "de").encode())
        assert number is not None
        found.append(Slot([(number, None)], form_code(word.replace("ä", "ae")) if exactly else None))
    return found


def same(word: str, other: str, *, exactly: bool) -> bool:
    return word == other or (not exactly and {word, other} == {"haus", "häuser"})


def begins(text: list[str], row: Sequence[str], *, exactly: bool) -> list[int]:
    return [
        at
        for at in range(len(text) - len(row) + 1)
        if all(same(*pair, exactly=exactly) for pair in zip(text[at:], row, strict=False))
    ]


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("exactly", [True, False])
@pytest.mark.parametrize("row", [["der", "die"], ["x", "häuser"], ["die", "haus", "der"], ["der", "der", "der"], ["x"]])
def test_words_in_a_row(columns: Columns, texts: list[list[str]], row: list[str], exactly: bool) -> None:
    lengths = np.array(list(map(len, texts)), dtype=np.uint16)

    documents, counts = nearness.in_a_row(columns, lengths, slots(columns, row, exactly=exactly))

    wanted = {number: len(at) for number, text in enumerate(texts) if (at := begins(text, row, exactly=exactly))}
    assert dict(zip(documents.tolist(), counts.tolist(), strict=True)) == wanted


@pytest.mark.usefixtures("way")
def test_words_that_count_in_some_texts_only(columns: Columns, texts: list[list[str]]) -> None:
    lengths = np.array(list(map(len, texts)), dtype=np.uint16)
    told = np.arange(len(texts)) % 3 == 0
    der, die = slots(columns, ["der", "die"], exactly=False)

    documents, counts = nearness.in_a_row(columns, lengths, [der, Slot([(die.terms[0][0], told)])])

    wanted = {
        number: len(at)
        for number, text in enumerate(texts)
        if told[number] and (at := begins(text, ["der", "die"], exactly=False))
    }
    assert dict(zip(documents.tolist(), counts.tolist(), strict=True)) == wanted


@pytest.mark.usefixtures("way")
def test_many_texts_without_words_may_follow_the_last_word() -> None:
    stream = Stream()
    for number in range(2000):
        stream.add(number, "der die " * 3 if number < 100 else "", "de")
    columns = stream.columns(np.ones(2000, dtype=bool))
    lengths = np.array([6] * 100 + [0] * 1900, dtype=np.uint8)
    row = slots(columns, ["der", "die"], exactly=True)

    for documents, counts in (
        nearness.in_a_row(columns, lengths, row),
        nearness.near(columns, lengths, [row[:1], row[1:]], 1),
    ):
        assert documents.tolist() == list(range(100))
        assert set(counts.tolist()) <= {3, 5}


def test_texts_together_may_be_longer_than_32_bits_can_count() -> None:
    stream = Stream()
    for number in range(5):
        stream.add(number, "der die", "de")
    columns = stream.columns(np.ones(5, dtype=bool))
    lengths = np.full(5, 1 << 31, dtype=np.uint32)  # as if each went on

    documents, counts = nearness.in_a_row(columns, lengths, slots(columns, ["der", "die"], exactly=True))

    assert (documents.tolist(), counts.tolist()) == ([0, 1, 2, 3, 4], [1] * 5)


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("within", [1, 3, 1000])
@pytest.mark.parametrize("pair", [["x", "häuser"], ["der", "die"], ["neben", "x"]])
def test_words_near_each_other(columns: Columns, texts: list[list[str]], pair: list[str], within: int) -> None:
    lengths = np.array(list(map(len, texts)), dtype=np.uint16)

    documents, counts = nearness.near(
        columns, lengths, [slots(columns, [word], exactly=False) for word in pair], within
    )

    wanted = {}
    for number, text in enumerate(texts):
        left, right = (begins(text, [word], exactly=False) for word in pair)
        first = sum(any(0 < b - a <= within for b in right) for a in left) + sum(
            any(0 < a - b <= within for a in left) for b in right
        )
        if first:
            wanted[number] = first
    assert dict(zip(documents.tolist(), counts.tolist(), strict=True)) == wanted
