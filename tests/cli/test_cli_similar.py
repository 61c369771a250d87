"""similar: the clippings most like one on the command line."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from clipper.cli.arguments import parse
from clipper.cli.main import run

Clip = Callable[..., Any]
TEXTS = (
    "The harbour bridge was closed, and engineers looked at every cable.",
    "The harbour bridge is open again; engineers replaced a cable.",
    "Bread has been baked here since 1926.",
    "The town has a library.",
)


@pytest.fixture
def given(tmp_path: Path) -> Path:
    lines = [json.dumps({"title": "News", "text": text, "language": "en", "date": "2026-03-01"}) for text in TEXTS]
    file = tmp_path / "given.jsonl"
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


def test_what_is_like_a_clipping_is_listed(clip: Clip, given: Path) -> None:
    clip("add", given)

    ran = clip("similar", 1)

    assert ran.code == 0
    assert (ran.value["id"], ran.value["total"], ran.value["complaints"]) == (1, 1, [])
    assert [(item["id"], item["title"], item["date"]) for item in ran.value["items"]] == [(2, "News", "2026-03-01")]
    assert clip("similar", 1, "--limit", 0).value["items"] == []


def test_a_number_that_is_not_known_is_null(clip: Clip) -> None:
    ran = clip("similar", 7)

    assert (ran.code, ran.value) == (1, None)


def test_in_words_a_line_is_that_of_list(tmp_path: Path, given: Path, capsys: pytest.CaptureFixture[str]) -> None:
    library = ["--library", str(tmp_path / "library")]
    run(parse([*library, "add", str(given)]))
    capsys.readouterr()

    assert run(parse([*library, "similar", "2"])) == 0

    said = capsys.readouterr()
    assert said.out == "1\t2026-03-01\t\tNews\n"
    assert "1 found in" in said.err
