"""The order of what was found: by one number, as by its score, its day and its id one after the other."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from clipper.search.ordering import ordered

scores = st.one_of(st.sampled_from([0.0, 0.5, 1.0, 1e-6, 3e7]), st.floats(0, 1e6, width=32))
rows = st.lists(st.tuples(st.integers(1, 2**32 - 1), st.sampled_from([0, 20240101, 20260203, 99991231]), scores))


@given(rows, st.one_of(st.none(), st.integers(0, 40)), st.integers(1, 30))
def test_documents_come_in_the_order_asked_for(
    some: list[tuple[int, int, float]], limit: int | None, times: int
) -> None:
    by_id = {id: (id, day, score) for first, day, score in some for id in range(first, min(first + times, 2**32))}
    found = list(by_id.values())
    id, day, score = (np.array(column) for column in zip(*found, strict=True)) if found else (np.zeros(0, int),) * 3

    def given(sort: str) -> list[int]:
        return ordered(id.astype(np.uint32), day.astype(np.uint32), score, sort=sort, limit=limit).tolist()  # type: ignore[arg-type]

    assert given("oldest") == [row[0] for row in sorted(found, key=lambda row: (row[1], row[0]))][:limit]
    assert given("newest") == [row[0] for row in sorted(found, key=lambda row: (-row[1], -row[0]))][:limit]
    ranked = sorted(found, key=lambda row: (-np.float32(row[2]), -row[1], -row[0]))
    assert given("relevance") == [row[0] for row in ranked][:limit]
