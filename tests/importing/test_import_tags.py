"""Tags named by lists: however odd one is, it keeps no page out."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from clipper.answers import Outcome
from clipper.app import App
from clipper.progress import Progress
from clipper.settings import Settings
from clipper.sources.text import joined_tags
from clipper.store.tags import tidy


@pytest.fixture
def app(tmp_path: Path) -> Iterator[App]:
    opened = App(tmp_path / "library", Settings())
    yield opened
    opened.close()


@given(st.text(max_size=300))
@example("/")
@example("\x07 \0 \ud800")
@example("\ufb2c" * 100)
@example("e" * 199 + " \u0301")
@example("a / b//c")
@example("0\r\x1b\r0")
def test_what_a_list_calls_a_tag_is_one_that_the_library_takes_as_it_is(name: str) -> None:
    for tag in joined_tags((), [name]):
        assert tidy(tag) == tag


def test_an_odd_tag_in_a_list_keeps_no_article_out(app: App, tmp_path: Path) -> None:
    lines = tmp_path / "odd.jsonl"
    odd = ["x" * 500, "", "/", "a\0b", "\ud800", "\x07", "good / tag"]
    rows = [{"title": "One", "text": "First.", "tags": odd}, {"title": "Two", "text": "Second."}]
    lines.write_text("".join(json.dumps(row) + "\n" for row in rows))
    told: list[Outcome] = []

    app.work_off(app.take_in([str(lines)]).waiting, Progress(), told.append)

    assert [outcome.outcome for outcome in told] == ["added", "added"]
    (first,) = app.library.clippings.rows([told[0].id or 0])
    assert sorted(first.tags) == ["ab", "good/tag", "x" * 200]
