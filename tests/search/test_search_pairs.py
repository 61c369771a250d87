"""Which words find which, as word_pairs.py says. All texts stand in one library of three languages."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from word_pairs import IN_PARTS, PARTS, WHOLE

from clipper.search.protocol import IndexDocument, SearchIndex
from clipper.search.query import parse
from clipper.search.sql_engine import SqlIndex
from clipper.search.whoosh_engine import create_index


class Shelf:
    """An index of many texts, one for each text word."""

    def __init__(self, make: Callable[[Mapping[int, IndexDocument]], SearchIndex]) -> None:
        texts = dict.fromkeys((text, language) for _, text, _, language in (*WHOLE, *IN_PARTS))
        self.ids = {text: id for id, text in enumerate(texts, start=1)}
        documents = {id: _document(id, text, language) for (text, language), id in self.ids.items()}
        documents |= {id: _document(id, PARTS, "de") for id in range(100_001, 100_031)}
        self.engine = make(documents)
        self.engine.add(documents.values())
        self.engine.commit(1)

    def finds(self, word: str, text: str, language: str) -> bool:
        found = self.engine.search(parse(word).tree, limit=None, sort="relevance")
        return self.ids[text, language] in found.ids


@pytest.fixture(scope="module", params=["whoosh", "sql"])
def shelf(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shelf]:
    def make(documents: Mapping[int, IndexDocument]) -> SearchIndex:
        if request.param == "whoosh":
            return create_index(tmp_path_factory.mktemp("pairs") / "index", "pairs")
        return SqlIndex(lambda ids: [documents[id] for id in ids or documents], position=lambda: 1)

    shelf = Shelf(make)
    yield shelf
    shelf.engine.close()


@pytest.mark.parametrize(("word", "text", "must", "language"), WHOLE)
def test_a_word_finds_what_it_means_and_no_other(shelf: Shelf, word: str, text: str, must: bool, language: str) -> None:
    assert shelf.finds(word, text, language) is must


@pytest.mark.parametrize(("word", "text", "must", "language"), IN_PARTS)
def test_a_word_finds_the_compounds_that_end_in_it(
    shelf: Shelf, word: str, text: str, must: bool, language: str
) -> None:
    learns = not isinstance(shelf.engine, SqlIndex)  # a scan learns no words, and so takes no compounds apart

    assert shelf.finds(word, text, language) is (must and learns)


def test_a_compound_ranks_below_the_word_itself(tmp_path: Path) -> None:
    engine = create_index(tmp_path / "index", "pairs")
    engine.add(
        _document(id, f"Das {word} schweigt.", "de")
        for id, word in enumerate(("Verteidigungsministerium", "Ministerium"), start=1)
    )
    engine.add(_document(10 + number, PARTS.replace("Ministerium", ""), "de") for number in range(30))
    engine.commit(1)

    found = engine.search(parse("Ministerium").tree, limit=None, sort="relevance").ids
    engine.close()

    assert found == (2, 1)


@pytest.mark.parametrize(("language", "least"), [("de", 60), ("en", 40), ("fr", 20)])
def test_the_tables_are_as_long_as_promised(language: str, least: int) -> None:
    assert len({pair for pair in WHOLE if pair[3] == language}) >= least


def _document(id: int, text: str, language: str) -> IndexDocument:
    return IndexDocument(id=id, title="", text=text, language=language, date="2026-11-24", sort_day="2026-11-24")
