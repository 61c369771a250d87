"""The two engines find the same: random documents, changed at random, asked at random."""

import random
from pathlib import Path

import pytest

from clipper.search.nodes import Everything, Ids, Node
from clipper.search.protocol import IndexDocument
from clipper.search.query import half_typed, parse
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
