"""Columns of numbers and terms: what lies in a file is verified where it is touched."""

from bisect import bisect_left
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clipper.errors import SearchError
from clipper.search.columns import BLOCK, Column, check_sums, narrow, terms_of
from clipper.search.drafting import Draft
from clipper.search.endings import ending
from clipper.search.inverting import Stream
from clipper.search.merging import merge
from clipper.search.postings import Columns
from clipper.search.protocol import IndexDocument
from clipper.search.segments import Segment, read, verify, write

TERMS = st.lists(st.binary(min_size=1, max_size=6).filter(lambda term: b"\xff" not in term), max_size=200)


def harmed(block: int) -> Column:
    """Give a column of three blocks of which one is not as it was written."""
    values = np.arange(3 * BLOCK // 4, dtype=np.uint32)
    sums = check_sums(memoryview(values).cast("B"))
    values[block * BLOCK // 4 + 7] ^= 1
    return Column(values, sums)


@pytest.mark.parametrize("block", [0, 1, 2])
def test_a_harmed_block_is_noticed_when_it_is_touched_and_not_before(block: int) -> None:
    column = harmed(block)
    for other in {0, 1, 2} - {block}:
        column.part(other * BLOCK // 4, (other + 1) * BLOCK // 4)

    with pytest.raises(SearchError, match="damaged"):
        column[block * BLOCK // 4]
    with pytest.raises(SearchError, match="damaged"):
        column.whole()


@given(TERMS, st.binary(max_size=6))
def test_a_term_is_found_where_it_stands(found: list[bytes], wanted: bytes) -> None:
    ordered = sorted(set(found))
    terms = terms_of(ordered)

    assert list(terms) == ordered == [terms[index] for index in range(len(terms))]
    assert terms.lower(wanted) == bisect_left(ordered, wanted)
    assert terms.find(wanted) == (ordered.index(wanted) if wanted in ordered else None)
    assert [terms[index] for index in terms.beginning(wanted)] == [term for term in ordered if term.startswith(wanted)]


@given(st.lists(st.integers(0, 2**40)))
def test_numbers_take_as_few_bytes_as_hold_them(numbers: list[int]) -> None:
    assert narrow(np.array(numbers, dtype=np.uint64)).tolist() == numbers


def columns_of(texts: list[str], language: str = "de") -> Columns:
    stream = Stream()
    for number, text in enumerate(texts):
        stream.add(number, text, language)
    return stream.columns(np.ones(len(texts), dtype=bool))


@given(
    st.text(alphabet="aehnrst", min_size=1, max_size=9),
    st.lists(st.text(alphabet="aehnrst ", max_size=40), max_size=20),
)
def test_words_are_found_by_their_ends_and_beginnings(part: str, texts: list[str]) -> None:
    columns, wanted = columns_of(texts, ""), part.encode()

    found = {columns.stems[index].decode() for index, _ in ending(columns.stems, wanted, 0)}
    assert found == {word for text in texts for word in text.split() if word.endswith(part)}
    beginning = {number for number, text in enumerate(texts) for word in text.split() if word.startswith(part)}
    assert set(columns.beginning(wanted).tolist()) == beginning


def test_a_form_ends_before_its_surface() -> None:
    columns = columns_of(["Krankenhäuser Klöster"])

    assert [columns.forms[index] for index, _ in ending(columns.forms, b"haeus", 2)] == [
        "krankenhaeuser\0krankenhäuser".encode()
    ]
    assert ending(columns.forms, "häuser".encode(), 3) == []


@pytest.mark.parametrize(("prefix", "documents"), [("haeus", {0, 1}), ("haus", {0, 1, 2}), ("hause", {2}), ("a", {3})])
def test_a_beginning_finds_the_documents_of_a_form_and_not_all_of_its_stem(prefix: str, documents: set[int]) -> None:
    columns = columns_of(["Häuser", "Haeuser", "Hauses", "Apfel"])

    assert set(columns.beginning(prefix.encode()).tolist()) == documents


def segment_of(texts: list[str], first: int = 0) -> Segment:
    draft = Draft()
    for number, text in enumerate(texts, first):
        draft.add(IndexDocument(id=number, title="", text=text, language="de", site=f"s{number % 3}"))
    return draft.segment()


@settings(max_examples=60)
@given(
    st.lists(st.text(alphabet="abäöhrst ", max_size=40), min_size=1, max_size=12),
    st.sampled_from([(1, 1), (3, 2), (5, 300_000), (16_384, 1)]),
    st.data(),
)
def test_merged_segments_are_the_one_of_all_documents_that_stay(
    texts: list[str], sizes: tuple[int, int], data: st.DataObject
) -> None:
    cuts = [0, *sorted(data.draw(st.lists(st.integers(0, len(texts)), max_size=3))), len(texts)]
    live = np.array([data.draw(st.booleans()) for _ in texts], dtype=bool)
    parts = [(segment_of(texts[a:b], a), live[a:b]) for a, b in pairwise(cuts)]

    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr("clipper.search.merging._TERMS", sizes[0])
        patch.setattr("clipper.search.merging._PLACES", sizes[1])
        path = Path(folder) / "merged"
        with path.open("w+b") as file:
            count = merge(parts, file, path.name, Path(folder), lambda: None)
        verify(path)
        merged = read(path)

    straight = Draft()
    for number in np.flatnonzero(live).tolist():
        straight.add(IndexDocument(id=number, title="", text=texts[number], language="de", site=f"s{number % 3}"))
    wanted = straight.segment()
    assert count == straight.count
    assert merged.rows.id.tolist() == wanted.rows.id.tolist()
    own, others = merged.columns["text"], wanted.columns["text"]
    assert list(own.stems) == list(others.stems)
    for name in ("starts", "ids", "counts", "places", "codes", "stem_sums"):
        assert getattr(own, name).whole().tolist() == getattr(others, name).whole().tolist(), name
    assert np.all(own.itself.whole() >= others.itself.whole())
    known = dict(zip(own.forms, zip(own.owners.whole(), own.form_sums.whole(), strict=True), strict=True))
    for form, owner, sum_ in zip(others.forms, others.owners.whole(), others.form_sums.whole(), strict=True):
        assert known[form] == (owner, sum_)


@given(st.data())
def test_a_very_large_segment_takes_over_the_compounds_of_its_parts(data: st.DataObject) -> None:
    known = ["haus", "kranken", "krankenhaus", "kleinkrankenhaus", "strasse", "hauptstrasse", "haupt", "rathaus"]
    texts = [" ".join(data.draw(st.lists(st.sampled_from(known), max_size=6))) for _ in range(8)]
    live = np.array([data.draw(st.booleans()) for _ in texts], dtype=bool)
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr("clipper.search.within.LEARNED", 1)
        patch.setattr("clipper.search.merging.LEARNED", 1)
        patch.setattr("clipper.search.merging._LEARNED_ANEW", 0)
        patch.setattr("clipper.search.within._POSTINGS", 3)
        parts = [(segment_of(texts[at : at + 4], at), live[at : at + 4]) for at in (0, 4)]
        path = Path(folder) / "merged"
        with path.open("w+b") as file:
            merge(parts, file, path.name, Path(folder), lambda: None)
        merged = read(path).columns["text"]

    new = np.cumsum(live) - 1
    for number, stem in enumerate(merged.stems):
        wanted = []
        for at, (segment, _) in zip((0, 4), parts, strict=True):
            columns = segment.columns["text"]
            head = columns.stems.find(stem)
            pairs = zip(*columns.within.postings(head), strict=True) if head is not None else ()
            wanted += [(new[at + id], count) for id, count in pairs if live[at + id]]
        assert list(zip(*merged.within.postings(number), strict=True)) == wanted


def test_a_file_with_a_flipped_bit_is_told_by_verify_or_by_the_words_that_touch_it(tmp_path: Path) -> None:
    draft = Draft()
    for number in range(40):
        draft.add(IndexDocument(id=number, title=f"Haus {number}", text="Der Hafen liegt still. " * 9, language="de"))
    path = tmp_path / "a.seg"
    with path.open("wb") as file:
        write(draft.segment(), file)
    whole = path.read_bytes()
    for at in range(8, len(whole), max(1, len(whole) // 300)):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 4]) + whole[at + 1 :])
        with pytest.raises(SearchError):
            verify(path)
        try:
            columns = read(path).columns["text"]
            found = columns.stems.find(b"haf")
            ids = columns.postings(found)[0].tolist() if found is not None else None
        except SearchError:
            continue
        assert ids == list(range(40)) or (ids is None and b"haf" not in list(columns.stems))


def test_runs_of_a_column_are_verified_where_they_lie_and_nowhere_else() -> None:
    values = np.arange(5 * BLOCK // 4, dtype=np.uint32)
    sums = check_sums(values.view(np.uint8).data)
    values[2 * BLOCK // 4 + 7] += 1  # in the third block
    column = Column(values, sums)
    starts, stops = np.array([5, BLOCK // 4 - 2, 4 * BLOCK // 4]), np.array([9, BLOCK // 4 + 2, 5 * BLOCK // 4])

    taken = column.runs(starts, stops)

    assert taken.tolist() == [*range(5, 9), *range(BLOCK // 4 - 2, BLOCK // 4 + 2), *range(BLOCK, 5 * BLOCK // 4)]
    assert not len(column.runs(starts[:0], stops[:0]))
    for start, stop in ((2 * BLOCK // 4, 2 * BLOCK // 4 + 1), (BLOCK // 4, 4 * BLOCK // 4)):
        with pytest.raises(SearchError, match="damaged"):
            column.runs(np.array([0, start]), np.array([1, stop]))
