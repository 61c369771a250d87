"""An index whose files came to harm, or that is none of ours: noticed, never answered from in silence."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from clipper.errors import SearchError
from clipper.search.nodes import Ids
from clipper.search.protocol import IndexDocument, SearchIndex
from clipper.search.query import parse
from clipper.search.whoosh_engine import create_index

TOO_LARGE = Ids(frozenset({1 << 70}))  # no number of a clipping; the engine takes 64 bits


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[SearchIndex]:
    engine = create_index(tmp_path / "index", "x")
    engine.add([IndexDocument(id, f"Titel {id}", "rot " * id, language="de") for id in range(1, 200)])
    engine.commit(1)
    yield engine
    engine.close()


def test_a_question_that_breaks_a_whole_index_is_unanswerable_and_the_next_one_is_answered(engine: SearchIndex) -> None:
    with pytest.raises(SearchError) as caught:
        engine.search(TOO_LARGE, limit=None, sort="newest")

    assert caught.value.code == "unanswerable"
    assert "OverflowError" in caught.value.detail
    assert engine.search(parse("rot").tree, limit=None, sort="newest").total == 199


def test_a_question_that_breaks_an_index_with_a_flipped_bit_says_that_it_is_damaged(
    engine: SearchIndex, tmp_path: Path
) -> None:
    (path,) = (tmp_path / "index").glob("*.seg")
    whole = path.read_bytes()
    path.unlink()  # what is mapped stays as it was
    path.write_bytes(whole[:5000] + bytes([whole[5000] ^ 1]) + whole[5001:])

    with pytest.raises(SearchError) as caught:
        engine.search(TOO_LARGE, limit=None, sort="newest")

    assert caught.value.code == "damaged"
