"""Our executor and Whoosh's own searcher find the same by fields, ranges, nearness, in order, and count the same."""

# mypy: disable-error-code="no-untyped-call"

import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stock import Stems
from whoosh import query
from whoosh.fields import ID, NUMERIC, TEXT, Schema
from whoosh.filedb.filestore import RamStorage
from whoosh.query.spans import SpanNear2
from whoosh.sorting import FieldFacet, MultiFacet

from clipper.model import Sort
from clipper.progress import Progress
from clipper.search.nodes import And, DateRange, Ids, Near, Node, Not, Or, Phrase, Prefix, Wildcard, Word
from clipper.search.protocol import IndexDocument
from clipper.search.whoosh_engine import create_index
from clipper.search.words import stem

VOCABULARY = ["run", "runs", "running", "ran", "house", "houses", "harbour", "harbours", "a", "the", "storm", "stormy"]
FIELDS = ("title", "text")
SITES = ("", "Lake Post", "Bay Lynx")  # no word that is asked for anywhere
DAYS = ["2024-02-29", "2025-01-01", "2025-12-31", "2026-06-15", "2026-06-16"]
TEXTS = st.lists(st.sampled_from(VOCABULARY), max_size=10).map(" ".join)
DOCUMENTS = st.builds(
    IndexDocument,
    id=st.integers(0, 9),
    title=TEXTS,
    text=TEXTS,
    site=st.sampled_from(SITES),
    language=st.just("en"),
    date=st.sampled_from(["", *DAYS]),
    sort_day=st.sampled_from(DAYS),
)
CHANGES = st.lists(st.one_of(st.integers(0, 9), DOCUMENTS, DOCUMENTS), min_size=1, max_size=24)
WORDS = st.sampled_from(VOCABULARY)
FIELD = st.sampled_from([None, *FIELDS])
ROWS = st.lists(WORDS, min_size=2, max_size=3).map(tuple)
DATES = st.sampled_from([None, *DAYS])
LEAVES: st.SearchStrategy[Node] = st.one_of(
    st.builds(Word, WORDS, FIELD),
    st.builds(Prefix, st.sampled_from(["r", "ru", "hous", "harbours", "st", "x"]), FIELD),
    st.builds(Phrase, ROWS, FIELD),
    st.builds(Wildcard, st.sampled_from(["*ous", "r?n", "h*s", "*r*", "*m", "?un", "harb*rs"]), FIELD),
    st.builds(Near, st.tuples(WORDS, WORDS).map(lambda pair: tuple(map(Word, pair))), st.integers(1, 6), FIELD),
    st.builds(DateRange, DATES, DATES),
    st.builds(Ids, st.frozensets(st.integers(0, 12), max_size=4)),
)
TREES: st.SearchStrategy[Node] = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: And(tuple(parts))),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: Or(tuple(parts))),
        inner.map(Not),
    ),
    max_leaves=6,
)


SCHEMA = Schema(
    id=NUMERIC(int, stored=True, unique=True, sortable=True),
    title=TEXT(analyzer=Stems(stemmed=True)),
    text=TEXT(analyzer=Stems(stemmed=True)),
    title_form=TEXT(analyzer=Stems(stemmed=False)),
    text_form=TEXT(analyzer=Stems(stemmed=False)),
    site=ID(stored=True),
    date=NUMERIC(int, stored=True),
    day=NUMERIC(int, sortable=True),
)


def number(day: str) -> int:
    return int(day.replace("-", "") or 0)


def row_of(one: IndexDocument) -> dict[str, Any]:
    return {
        "id": one.id,
        "title": one.title,
        "text": one.text,
        "title_form": one.title,
        "text_form": one.text,
        "site": one.site,
        "date": number(one.date),
        "day": number(one.sort_day),
    }


def theirs(tree: Node) -> query.Query:
    """Give a tree as Whoosh asks it."""
    match tree:
        case Word(text, field):
            return anywhere(field, lambda name: query.Term(name, stem(text, "en")))
        case Prefix(text, field):
            return anywhere(field, lambda name: query.Prefix(name, text) | query.Prefix(f"{name}_form", text))
        case Phrase(row, field):
            return anywhere(field, lambda name: query.Phrase(f"{name}_form", list(row)))
        case Wildcard(text, field):
            return anywhere(field, lambda name: query.Wildcard(f"{name}_form", text))
        case Near((Word(left), Word(right)), within, field):
            pair = (stem(left, "en"), stem(right, "en"))
            return anywhere(
                field,
                lambda name: SpanNear2([query.Term(name, one) for one in pair], slop=within, ordered=False, mindist=1),
            )
        case DateRange(first, last):
            return query.NumericRange("date", number(first) if first else 1, number(last) if last else 99991231)
        case Ids(ids):
            return query.Or([query.Term("id", SCHEMA["id"].to_bytes(id)) for id in ids])
        case And(parts):
            return query.And(list(map(theirs, parts)))
        case Or(parts):
            return query.Or(list(map(theirs, parts)))
        case Not(part):
            return query.And([query.Every(), query.Not(theirs(part))])
    raise AssertionError(tree)


def anywhere(field: str | None, make: Any) -> query.Query:
    return query.Or([make(name) for name in ([field] if field else FIELDS)])


@pytest.mark.parametrize("seed", range(2))
@given(changes=CHANGES, asked=st.lists(TREES, min_size=1, max_size=8))
@settings(max_examples=25, deadline=None)
def test_the_executor_agrees_with_whoosh_on_all_that_is_asked_of_both(
    seed: int, changes: list[IndexDocument | int], asked: list[Node]
) -> None:
    stock = RamStorage().create_index(SCHEMA)
    with tempfile.TemporaryDirectory() as place:
        ours = create_index(Path(place) / "index", "x")
        for step, change in enumerate(changes):
            writer = stock.writer()
            if isinstance(change, int):
                writer.delete_by_term("id", change)
                ours.remove([change])
            else:
                writer.update_document(**row_of(change))
                ours.add([change])
            writer.commit(merge=bool((step + seed) % 2))
            ours.commit(step + 1)
            if (step + seed) % 5 == 0:
                ours.merge(Progress())
        with stock.searcher() as searcher:
            for tree in asked:
                for sort in ("newest", "oldest"):
                    hits = searcher.search(theirs(tree), limit=None, sortedby=order(sort))
                    wanted = tuple(hit["id"] for hit in hits)
                    found = ours.search(tree, limit=None, sort=sort)
                    assert (found.ids, found.total) == (wanted, len(wanted)), tree
                    assert ours.search(tree, limit=2, sort=sort).ids == wanted[:2]
                assert ours.facets(tree, "site") == Counter(hit["site"] for hit in hits), tree
                years = Counter(str(hit["date"])[:4] if hit["date"] else "" for hit in hits)
                assert ours.facets(tree, "year") == years, tree
        ours.close()


def order(sort: Sort) -> MultiFacet:
    latest = sort == "newest"
    return MultiFacet([FieldFacet("day", reverse=latest), FieldFacet("id", reverse=latest)])
