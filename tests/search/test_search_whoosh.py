"""Our executor and Whoosh's own searcher find the same and score it the same: random documents, changed, asked."""

# mypy: disable-error-code="no-untyped-call"

import math
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stock import Stems
from whoosh import query
from whoosh.analysis import SpaceSeparatedTokenizer
from whoosh.fields import NUMERIC, TEXT, Schema
from whoosh.filedb.filestore import RamStorage
from whoosh.scoring import BM25F

from clipper.progress import Progress
from clipper.search.executor import K1, B
from clipper.search.nodes import And, Node, Not, Or, Phrase, Prefix, Word
from clipper.search.protocol import IndexDocument
from clipper.search.whoosh_engine import create_index
from clipper.search.words import query_stems, stem, words

VOCABULARY = ["run", "runs", "running", "ran", "house", "houses", "harbour", "harbours", "a", "the", "storm", "stormy"]
# Not empty: Whoosh counts texts without words in the mean length, we do not. Short: it rounds longer ones.
TEXTS = st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=10).map(" ".join)
# English takes the last letters from some of these, German from others, each from some of both to one stem.
MIXED = ["care", "car", "news", "new", "wine", "win", "house", "houses", "häuser", "haus", "hauser", "merkel"]
LEAVES = st.one_of(
    st.sampled_from(VOCABULARY).map(Word),
    st.sampled_from(["r", "ru", "hous", "harbours", "st", "x"]).map(Prefix),
    st.lists(st.sampled_from(VOCABULARY), min_size=2, max_size=3).map(lambda row: Phrase(tuple(row))),
)
TREES: st.SearchStrategy[Node] = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: And(tuple(parts))),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: Or(tuple(parts))),
        inner.map(Not),
    ),
    max_leaves=5,
)
RANKED = st.one_of(
    st.sampled_from(VOCABULARY).map(Word),
    st.lists(st.sampled_from(VOCABULARY), min_size=2, max_size=4).map(lambda row: Or(tuple(map(Word, row)))),
    st.lists(st.sampled_from(VOCABULARY), min_size=2, max_size=3).map(lambda row: And(tuple(map(Word, row)))),
)
CHANGES = st.lists(st.tuples(st.integers(0, 9), st.one_of(st.none(), TEXTS)), min_size=1, max_size=16)


class Lucene(BM25F):
    """Whoosh's BM25F with Lucene's rarity, as ours."""

    def idf(self, searcher: Any, fieldname: str, text: Any) -> float:
        count, having = searcher.doc_count_all(), searcher.doc_frequency(fieldname, text)
        return math.log1p((count - having + 0.5) / (having + 0.5))


def theirs(tree: Node) -> query.Query:
    match tree:
        case Word(text):
            return query.Term("text", stem(text, "en"))
        case Prefix(text):
            return query.Or([query.Prefix("text", text), query.Prefix("form", text)])
        case Phrase(row):
            return query.Phrase("form", list(row))
        case And(parts):
            return query.And(list(map(theirs, parts)))
        case Or(parts):
            return query.Or(list(map(theirs, parts)))
        case Not(part):
            return query.Not(theirs(part))
    raise AssertionError(tree)


@pytest.mark.parametrize("seed", range(3))
@given(changes=CHANGES, asked=st.lists(TREES, min_size=1, max_size=8), ranked=st.lists(RANKED, max_size=4))
@settings(max_examples=40, deadline=None)
def test_the_executor_agrees_with_whooshs_own_searcher(
    seed: int, changes: list[tuple[int, str | None]], asked: list[Node], ranked: list[Node]
) -> None:
    schema = Schema(
        id=NUMERIC(int, stored=True, unique=True),
        text=TEXT(analyzer=Stems(stemmed=True)),
        form=TEXT(analyzer=Stems(stemmed=False)),
    )
    stock = RamStorage().create_index(schema)
    with tempfile.TemporaryDirectory() as place, pytest.MonkeyPatch.context() as patch:
        patch.setattr("clipper.search.tiers._FULL", 2)  # so that few changes make many merges
        ours = create_index(Path(place) / "index", "x")
        for step, (id, text) in enumerate(changes):
            writer = stock.writer()
            if text is None:
                writer.delete_by_term("id", id)
                ours.remove([id])
            else:
                writer.update_document(id=id, text=text, form=text)
                ours.add([IndexDocument(id, "", text, language="en")])
            writer.commit(merge=bool((step + seed) % 2))
            ours.commit(step + 1)
            if not (step + seed) % 3:
                ours.merge(Progress())
        stock.writer().commit(optimize=True)  # its counts of words forget what is deleted only then
        with stock.searcher(weighting=Lucene(B=B["text"], K1=K1)) as searcher:
            for tree in asked:
                found = {hit["id"] for hit in searcher.search(theirs(tree), limit=None)}
                assert set(ours.search(tree, limit=None, sort="newest").ids) == found, tree
            for tree in ranked:
                hits = [(hit["id"], hit.score) for hit in searcher.search(theirs(tree), limit=None)]
                scores = scores_of(ours, tree)
                assert scores.keys() == {id for id, _ in hits}
                for id, score in hits:
                    assert math.isclose(scores[id], score, rel_tol=1e-4, abs_tol=1e-6), (tree, id)
        ours.close()


def told(text: str, language: str) -> str:
    """Give the stems of a text, each with its language."""
    return " ".join(f"{language}:{stem(word, language)}" for word in words(text))


@given(
    texts=st.lists(
        st.tuples(
            st.lists(st.sampled_from(MIXED), min_size=1, max_size=6).map(" ".join), st.sampled_from(["de", "en", ""])
        ),
        min_size=1,
        max_size=12,
    ),
    asked=st.lists(st.lists(st.sampled_from(MIXED), min_size=1, max_size=3), min_size=1, max_size=6),
)
@settings(max_examples=60, deadline=None)
def test_a_stem_counts_in_the_texts_of_its_language_only(texts: list[tuple[str, str]], asked: list[list[str]]) -> None:
    stock = RamStorage().create_index(
        Schema(id=NUMERIC(int, stored=True), text=TEXT(analyzer=SpaceSeparatedTokenizer()))
    )
    writer = stock.writer()
    with tempfile.TemporaryDirectory() as place:
        ours = create_index(Path(place) / "index", "x")
        for id, (text, language) in enumerate(texts):
            writer.add_document(id=id, text=told(text, language))
            ours.add([IndexDocument(id, "", text, language=language)])
            if id % 3 == 2:
                ours.commit(id)
        writer.commit()
        ours.commit(99)
        with stock.searcher() as searcher:
            for row in asked:
                ways = [
                    [
                        query.Term("text", f"{language}:{way}")
                        for language in ("de", "en", "")
                        for way in query_stems(word, language)
                    ]
                    for word in row
                ]
                found = {hit["id"] for hit in searcher.search(query.And([query.Or(way) for way in ways]), limit=None)}
                tree = And(tuple(map(Word, row)))
                assert set(ours.search(tree, limit=None, sort="newest").ids) == found, row
        ours.close()


def scores_of(index: Any, tree: Node) -> dict[int, float]:
    executor = index._snapshot().executor
    return {
        int(leaf.data.rows.id[number]): float(part.scores[number])
        for leaf, part in zip(executor.leaves, executor.run(tree), strict=True)
        for number in part.mask.nonzero()[0].tolist()
    }
