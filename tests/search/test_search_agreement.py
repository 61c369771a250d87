"""The two engines find the same: random documents, changed at random, asked at random."""

import random
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clipper.search.nodes import Everything, Fuzzy, Ids, Near, Node, Phrase, Wildcard, Word
from clipper.search.protocol import IndexDocument, SearchIndex
from clipper.search.query import half_typed, parse, resolve
from clipper.search.snippets import marks
from clipper.search.sql_engine import SqlIndex
from clipper.search.whoosh_engine import create_index

WORDS = [
    "Haus", "Häuser", "Haeuser", "Regierung", "Regierungen", "Regierungschef", "running", "runs", "run", "der", "die",
    "die Regierung", "vor", "allem", "vor allem", "Straße", "Strassen", "U-Boot", "U", "Boot", "東京都", "東京", "京都",
    "été", "etes", "Müller", "Mueller", "1989", "CDU", "e-mail", "schön", "schon", "poet", "pot", "poet pot", "happy",
    "happiness",
]  # fmt: skip
PARTS = [
    "haus", "häuser", "regierung*", "run", "stra*", '"vor allem"', '"die Regierung"', "u-boot", "東京", "東", "été",
    "mueller", "title:haus", "text:run", "-haus", "-title:die", "author:müller", "site:spiegel", "lang:de", "date:2025",
    "before:2025-06", "poet", "happiness", "19*", '"U Boot"', "e-mail", "xyz", '"poet pot"', "h*", "schön",
    "*haus", "h?us", "*egier*", "r*n", "stra?e*", "*ung*en", "title:*au*", "haus~", "runing~", "poet~1",
    "author:muler~", "regirung~", '"haus regierung"~4', '"vor die allem"~3', "haus NEAR/2 run", '"vor allem" NEAR haus',
    "u-boot NEAR/3 u", "title:(haus NEAR die)", "東京 NEAR/4 京都", "-*haus*",
]  # fmt: skip


def made(chance: random.Random, id: int) -> IndexDocument:
    date = f"202{chance.randint(4, 6)}-0{chance.randint(1, 9)}-1{chance.randint(0, 9)}" if chance.random() < 0.8 else ""
    return IndexDocument(
        id=id,
        title=" ".join(chance.choices(WORDS, k=chance.randint(0, 4))),
        text=" ".join(chance.choices(WORDS, k=chance.randint(0, 12))),
        subtitle=chance.choice(["", "Haus"]),
        site=chance.choice(["Der Spiegel", "taz", ""]),
        host=chance.choice(["spiegel.de", "taz.de", ""]),
        authors=tuple(chance.sample(["Eva Müller", "Jo Haus"], k=chance.randint(0, 2))),
        section=chance.choice(["", "Politik", "Häuser"]),
        language=chance.choice(["de", "de", "en", "fr", ""]),
        date=date,
        sort_day=date or "2026-01-01",
    )


def asked(chance: random.Random) -> str:
    parts = chance.choices(PARTS, k=chance.randint(1, 4))
    joined = chance.choice([" ", " ", " OR "]).join(parts)
    return f"({joined}) {chance.choice(PARTS)}" if chance.random() < 0.3 else joined


@pytest.mark.parametrize("seed", range(6))
def test_both_engines_find_the_same(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    truth: dict[int, IndexDocument] = {}
    index = create_index(tmp_path / "index", "x")
    scan = SqlIndex(lambda ids: [d for d in list(truth.values()) if ids is None or d.id in ids], position=lambda: 0)
    for step in range(12):
        batch = [made(chance, chance.randint(1, 60)) for _ in range(chance.randint(1, 12))]
        gone = chance.sample(range(1, 61), k=chance.randint(0, 5))
        index.add(batch)
        index.remove(gone)
        index.commit(step)
        truth.update({document.id: document for document in batch})
        for id in gone:
            truth.pop(id, None)
        for _ in range(12):
            text = asked(chance)
            tree: Node = parse(text).tree
            tree = half_typed(text, tree) if chance.random() < 0.3 else tree
            for sort in ("newest", "oldest"):
                left = index.search(tree, limit=None, sort=sort)  # type: ignore[arg-type]
                right = scan.search(tree, limit=None, sort=sort)  # type: ignore[arg-type]
                assert left == right, (text, tree)
            ranked = index.search(tree, limit=None, sort="relevance").ids
            assert sorted(ranked) == sorted(left.ids)
            assert index.search(tree, limit=5, sort="relevance").ids == ranked[:5]
            for field in ("site", "year", "language", "section"):
                assert index.facets(tree, field) == scan.facets(tree, field)
    assert index.check(sorted(truth)) == ()
    assert set(index.search(Everything(), limit=None, sort="newest").ids) == set(truth)
    some = frozenset(list(truth)[:5])
    assert set(index.search(Ids(some), limit=None, sort="newest").ids) == some
    index.close()


LETTERS = st.text("aehnsuüß京都", min_size=1, max_size=7)
TEXTS = st.lists(st.one_of(LETTERS, st.sampled_from(WORDS)), max_size=10).map(" ".join)
ASKED = st.one_of(LETTERS, st.sampled_from(WORDS))
FIELDS = st.sampled_from([None, None, "title", "text"])


def patterns(words: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Give words with one to three wildcards put in anywhere."""
    put = st.tuples(words, st.lists(st.tuples(st.integers(0, 8), st.sampled_from("*?")), min_size=1, max_size=3))
    return put.map(lambda made: with_wildcards(*made))


def with_wildcards(word: str, wild: list[tuple[int, str]]) -> str:
    for at, sign in wild:
        word = word[:at] + sign + word[at:]
    return word


ROWS = st.lists(ASKED, min_size=2, max_size=3).map(lambda words: Phrase(tuple(" ".join(words).split())))
TERMS: st.SearchStrategy[Node] = st.one_of(
    st.builds(Wildcard, patterns(LETTERS), FIELDS),
    st.builds(Fuzzy, st.text("aehnsu", min_size=3, max_size=7), st.integers(1, 2), FIELDS),
    st.builds(Near, st.lists(st.one_of(st.builds(Word, ASKED), ROWS), min_size=2, max_size=4).map(tuple),
              st.integers(1, 6), FIELDS),
)  # fmt: skip


@given(
    st.lists(st.tuples(TEXTS, TEXTS, st.sampled_from(["de", "en"])), min_size=1, max_size=6),
    st.lists(TERMS, max_size=6),
)
@settings(max_examples=80, deadline=None)
def test_both_engines_find_the_same_words_in_one_segment_and_in_many(
    made: list[tuple[str, str, str]], asked: list[Node]
) -> None:
    truth = [IndexDocument(id, title, text, language=language) for id, (title, text, language) in enumerate(made)]
    scan = SqlIndex(lambda ids: [d for d in truth if ids is None or d.id in ids], position=lambda: 0)
    with tempfile.TemporaryDirectory() as place:
        one, many = create_index(Path(place) / "one", "x"), create_index(Path(place) / "many", "x")
        one.add(truth)
        one.commit(1)
        for document in truth:
            many.add([document])
            many.commit(document.id)

        for tree in asked:
            found = one.search(tree, limit=None, sort="relevance")
            assert many.search(tree, limit=None, sort="relevance") == found
            assert set(scan.search(tree, limit=None, sort="relevance").ids) == set(found.ids), tree
            for id in found.ids:
                title, text, language = made[id]
                fields = [tree.field] if tree.field else ["title", "text"]  # type: ignore[union-attr]
                places = [marks(tree, {"title": title, "text": text}[f], language=language, field=f) for f in fields]
                assert any(places), tree
        one.close()
        many.close()


@pytest.fixture(scope="module")
def engines(tmp_path_factory: pytest.TempPathFactory) -> list[SearchIndex]:
    """Give an index and an engine without one that hold the same documents."""
    truth = [made(random.Random(id), id) for id in range(40)]
    index = create_index(tmp_path_factory.mktemp("any") / "index", "x")
    index.add(truth)
    index.commit(1)
    return [index, SqlIndex(lambda ids: [d for d in truth if ids is None or d.id in ids], position=lambda: 0)]


PIECES = st.sampled_from(
    ["*", "?", "~", "~1", '"', "(", ")", "-", " ", " NEAR/2 ", " OR ", "haus", "h", "ä", "\0", "\ud800", "東", "=",
     "ss", "title:", "date:2025", "'", "\u0301", "ﬁ", "İ", "١"]
)  # fmt: skip


@given(st.one_of(st.text(max_size=30), st.lists(PIECES, max_size=14).map("".join)))
@settings(max_examples=300, deadline=None)
def test_any_text_can_be_asked_and_marked(engines: list[SearchIndex], text: str) -> None:
    tree = half_typed(text, resolve(parse(text).tree, lambda _: frozenset({1, 2})))

    for engine in engines:
        found = engine.search(tree, limit=None, sort="relevance")
        assert found.total == len(set(found.ids))
        engine.marks(tree, f"Ein Haus am See, {text}", language="de")
