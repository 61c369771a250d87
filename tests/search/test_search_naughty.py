"""Texts and queries that are meant to break something: nothing raises, the index stays whole, marks are right."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from clipper.library.library import Library
from clipper.model import Article, Found, Metadata
from clipper.progress import Progress
from clipper.search.mending import doubted
from clipper.search.nodes import Phrase
from clipper.search.protocol import IndexDocument, SearchIndex
from clipper.search.query import half_typed, last_word, parse, quoted, resolve
from clipper.search.snippets import WIDTH, marks, snippet
from clipper.search.sql_engine import SqlIndex
from clipper.search.whoosh_engine import create_index
from clipper.search.words import query_words
from clipper.store.clippings import Addition

TEXTS = {
    "bidi": "abc \u202egnihtemos\u202c \u2066x\u2069 \u200fשלום\u200e end",
    "zero width": "zero\u200bwidth wo\u200drd \ufeffbom joi\u2060ner so\u00adft",
    "lone surrogates": "lone \ud800 and \udfff pair\ud83d end",
    "zero bytes": "nul\0in\0side \0 alone",
    "controls": "".join(map(chr, range(32))) + "\x7f\x80\x9f end",
    "a megabyte without a space": "x" * 1_000_000,
    "one long German word": "Donaudampfschiff" * 6000,
    "one letter with many marks": "a" + "\u0301" * 10_000 + " b",
    "all letters with marks": "e\u0301\u0323" * 5000,
    "marks of other scripts": "ha\u0489u\u0338s\u20dd" + "\u0300" * 30 + " " + "k\u0488" * 50,
    "emoji": "👨‍👩‍👧‍👦 family 🏳️‍🌈 flag 👍🏽 thumbs 🇩🇪 keycap 1️⃣ " * 20,
    "right to left": "اَلْعَرَبِيَّةُ עִבְרִית فارسی ـــــ",
    "Chinese and Japanese": "東京都庁に行く。中華人民共和國\u3400\U00020000 ｶﾞ か\u3099" * 20,
    "much Chinese": "東京都" * 4000,
    "Hangul": "서울에서 회의가 열렸다 한글" * 10,
    "Thai": "กรุงเทพมหานคร อมรรัตนโกสินทร์ \u0e31" * 5,
    "Hindi": "हिन्दी क्षत्रिय " * 50,
    "for private use": "\ue000\ue001 \U000f0000 \uf8ff end",
    "no characters": "\uffff \ufffe \U0010ffff \ufdd0 end",
    "tags": "\U000e0041\U000e0042 end",
    "signs": "!@#$%^&*()_+-=[]{}|;':\",./<>?`~ … — „“ «» ¿¡",
    "many signs": "!?.,;:-_" * 5000,
    "underscores": "_" * 50_000,
    "what a regular expression chokes on": "(a+)+$ (a|aa)*b [[[ \\d+{99999} (?P<x>.*)* " + "a" * 5000 + "!",
    "digits": "1" * 50_000 + " 𝟙𝟚𝟛 ١٢٣ ⅷ ²",
    "odd cases": "İstanbul ıI ß ẞ ﬁ ŉ ǰ ΐ ΰ և ẖ ǅ ᾳ",
    "white space": " \t\n\r\x0b\x0c\x1c\x1d\x85\u2028\u2029\u3000" * 200 + "word",
    "hyphens": "a-" * 3000,
    "apostrophes": "l'" * 3000,
    "one word again and again": "heron " * 1500,
}
# Not found alike without an index: signs made of several, which it folds into one before it cuts a text.
FOLDED = ("all letters with marks", "Chinese and Japanese")
QUERIES = [
    *TEXTS.values(),
    " ".join(f"w{number}" for number in range(100_000)),
    " OR ".join(f"w{number}" for number in range(500)),
    "(" * 10_000 + "a" + ")" * 10_000, "(" * 10_000, ")" * 10_000, "title:(" * 10_000, "-(" * 10_000 + "heron",
    "NOT " * 10_000 + "heron", "-", "--", "- " * 10_000, "−heron", "OR OR", "OR " * 10_000, "AND", "NOT", "| | |",
    '"', '"heron', '"' * 10_001, '"a" "b" "' * 5000, '"a', '"“„»«', '"' + "the " * 5000 + '"', '"a b"~' + "9" * 5000,
    '"' + "a b " * 2000 + '"~5', "heron NEAR/999999999 end", "a NEAR/" + "9" * 5000 + " b", "NEAR", "NEAR/", "NEAR/0 a",
    " NEAR ".join("ab" * 300), "a NEAR -b NEAR NOT c", "(a NEAR b) NEAR (c NEAR d)",
    "*", "?", "**", "?*?", "*" * 10_000, "?" * 10_000, "a*" * 5000, "a?" * 5000, "*" + "a*" * 40 + "b", "a?b" * 33,
    "?" * 50 + "a" + "?" * 50, "*ab*ab*ab*ab*ab*ab*ab*ab*ab*c", "東*京?都", "*\ud800*", "a\0*b", "Leser*innen" * 500,
    "~", "a~~~~", "~" * 10_000, "heron~99999999", "heron" * 5000 + "~", "\ud800bc~", "東京都~", "~~heron~~",
    "date:0000..9999", "date:9999-99-99", "date:..", "date:", "date:>9999-12-31", "date:" + "1" * 5000,
    "date:" + "1." * 5000, "date:" + "x" * 10_000, 'date:"' + " " * 10_000 + '"', "after:0001-01-01 before:9999-12-31",
    "added:9999y", "before:0001-01-01", "date:1" * 2000, "date:١٢٣٤",
    "title:", "title:title:title", "title:" * 5000, "title author site tag note date is has sort id url", 'title:"',
    "title:(", "title:-heron", "-title:-heron", ":", ":" * 10_000, "http://a/b?c=d:e:f", "url:" + "a*" * 5000, "url:*",
    "id:" + "9" * 30, "id:" + ",".join(map(str, range(5000))), "id:١٢٣", "id:²", "id:-1", "tag:" + "/" * 5000,
    "is:" + "x" * 5000, "has:", "sort:" * 5000, "lang:" + "de" * 5000, "note:*", "flag:(",
    'a AND OR NOT NEAR/3 ) ( " ~ * -',
]  # fmt: skip


@pytest.fixture(scope="module")
def documents() -> list[IndexDocument]:
    return [
        IndexDocument(id, text[:2000], text, language=("de", "en", "ja", "")[id % 4], sort_day="2026-01-01")
        for id, text in enumerate(TEXTS.values(), start=1)
    ]


@pytest.fixture(scope="module")
def index(documents: list[IndexDocument], tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchIndex]:
    """Give an index that took in one text after the other, and merged them."""
    engine = create_index(tmp_path_factory.mktemp("naughty") / "index", "x")
    for one in documents:
        engine.add([one])
        engine.commit(one.id)
    yield engine
    engine.close()


@pytest.fixture(scope="module")
def scan(documents: list[IndexDocument]) -> SearchIndex:
    return SqlIndex(lambda ids: [d for d in documents if ids is None or d.id in ids], position=lambda: 0)


def named(text: str) -> str:
    return ascii(text[:20])[1:-1]


def test_an_index_of_naughty_texts_is_whole(index: SearchIndex, documents: list[IndexDocument]) -> None:
    assert index.check([one.id for one in documents]) == ()


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_is_found_by_its_first_words(
    index: SearchIndex, scan: SearchIndex, documents: list[IndexDocument], name: str
) -> None:
    row = Phrase(query_words(documents[list(TEXTS).index(name)].text)[:3])

    for engine in (index,) if name in FOLDED else (index, scan):
        found = set(engine.search(row, limit=None, sort="relevance").ids)
        assert (list(TEXTS).index(name) + 1 in found) == bool(row.words)


@pytest.mark.parametrize("text", QUERIES, ids=named)
def test_any_query_is_answered_by_both_engines_alike(index: SearchIndex, scan: SearchIndex, text: str) -> None:
    whole = parse(text).tree
    alike = text not in {TEXTS[name] for name in FOLDED}
    for tree in {whole, half_typed(text, whole)}:
        asked = resolve(tree, lambda _: frozenset({1, 2}))
        found = index.search(asked, limit=None, sort="relevance")

        assert not alike or set(found.ids) == set(scan.search(asked, limit=None, sort="newest").ids)
        assert found.total == len(set(found.ids))
        assert sum(index.facets(asked, "language").values()) == found.total
    assert len(index.complete(text, limit=8)) <= 8
    assert len(index.suggest(text, limit=8)) <= 8
    assert all(text[one.start : one.end] == one.text for one in doubted(text))
    last = last_word(text)
    assert last is None or text[last.start :].endswith(last.text)
    assert value_of(quoted(text)) == text or any(sign in text for sign in '"“”„‟«»') or not text.strip()


def value_of(value: str) -> str:
    """Give what a value was that stands quoted in a query."""
    return value[1:-1] if value[:1] == '"' else value


@pytest.mark.parametrize("text", QUERIES, ids=named)
def test_marks_and_snippets_are_cut_from_the_text(documents: list[IndexDocument], text: str) -> None:
    tree = half_typed(text, resolve(parse(text).tree, lambda _: frozenset({1, 2})))

    for one in documents:
        if len(one.text) > 20_000 and one.text != text:
            continue
        places = marks(tree, one.text, language=one.language)
        ends = [0, *(end for _, end in places)]
        assert all(before <= start < end for before, (start, end) in zip(ends, places, strict=False))
        assert ends[-1] <= len(one.text)
        shown = snippet(tree, one.text, language=one.language)
        line = " ".join(one.text.split())
        assert shown.text.removeprefix("…").removesuffix("…").strip() in line
        assert len(shown.text) <= 2 * WIDTH + 3
        marked = [" ".join(one.text[start:end].split()) for start, end in places]
        for start, end in shown.marks:
            assert 0 <= start < end <= len(shown.text)
            assert any(shown.text[start:end] in whole for whole in marked)


def test_a_library_of_naughty_clippings_answers_naughty_queries(tmp_path: Path) -> None:
    library = Library(tmp_path / "library", "mine")
    additions = [
        Addition(None, Article(Metadata(title=Found(text[:300], "text", 1.0)), text[:20_000], ""), None, None)
        for text in TEXTS.values()
    ]
    for addition in additions:
        library.clippings.add([addition])
    library.catch_up(Progress())
    ids = library.clippings.ids("all")

    for text in filter(lambda query: len(query) < 500, QUERIES):
        answer = library.find(text, typing=True, limit=3)
        assert answer.total == len(answer.ids)
        assert all(complaint.isprintable() or ":" in complaint for complaint in answer.complaints)
        library.complete(text)
        library.suggest(text)
        library.refinements(text, answer.ids)
    assert len(ids) == len(library.find("-xyzzy").ids)
    assert library.check(Progress()) == ()
    library.close()


def test_no_query_comes_near_the_depth_that_python_allows(index: SearchIndex, scan: SearchIndex) -> None:
    trees = [parse(sign * 10_000 + "heron").tree for sign in ("(", "-(", "title:(", "(a OR (b ", "NOT (")]
    depth = sys.getrecursionlimit()
    sys.setrecursionlimit(len_of_stack() + 400)
    try:
        for tree in trees:
            assert index.search(tree, limit=None, sort="newest").total >= 0
            assert scan.search(tree, limit=None, sort="newest").total >= 0
    finally:
        sys.setrecursionlimit(depth)


def len_of_stack() -> int:
    frame, depth = sys._getframe(), 0
    while frame:
        frame, depth = frame.f_back, depth + 1  # type: ignore[assignment]
    return depth
