"""searches: listed, saved and deleted on the command line."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from clipper.cli.arguments import parse
from clipper.cli.main import run

Clip = Callable[..., Any]


def add(clip: Clip, tmp_path: Path, *texts: str) -> None:
    given = tmp_path / "given.jsonl"
    lines = [json.dumps({"title": "News", "text": text, "language": "en"}) + "\n" for text in texts]
    given.write_text("".join(lines), encoding="utf-8")
    assert clip("add", given).code == 0


def test_a_library_without_any_gives_an_empty_list(clip: Clip) -> None:
    ran = clip("searches")

    assert (ran.code, ran.value) == (0, {"searches": []})


def test_a_search_is_saved_counted_and_deleted(clip: Clip, tmp_path: Path) -> None:
    add(clip, tmp_path, "A ferry of old.")

    saved = clip("searches", "--save", "Ferries", "ferry", "OR", "boat").value
    add(clip, tmp_path, "A ferry left.", "Two boats came.", "A train.")
    listed = clip("searches").value
    deleted = clip("searches", "--delete", "FERRIES")

    assert saved == {"searches": [{"name": "Ferries", "query": "ferry OR boat", "new": 0}]}
    assert listed == {"searches": [{"name": "Ferries", "query": "ferry OR boat", "new": 2}]}
    assert (deleted.code, deleted.value) == (0, {"searches": []})


def test_a_query_that_begins_with_a_dash_stands_behind_two(clip: Clip) -> None:
    ran = clip("searches", "--save", "Ferries", "--", "-diesel", "ferry")

    assert ran.value["searches"][0]["query"] == "-diesel ferry"


def test_in_words_a_line_has_name_number_and_query(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    library = ["--library", str(tmp_path / "library")]

    assert run(parse([*library, "searches", "--save", "Boats", "boat"])) == 0

    assert capsys.readouterr().out == "Boats\t0\tboat\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--delete", "Ferries"), "no saved search of that name: Ferries"),
        (("--save", "", "ferry"), "1 to 200 characters"),
        (("--save", "Ferries", " "), "needs words"),
    ],
)
def test_what_cannot_be_done_is_said_and_ends_in_1(clip: Clip, words: tuple[str, ...], said: str) -> None:
    ran = clip("searches", *words)

    assert (ran.code, ran.value) == (1, {"searches": []})
    assert said in ran.err


@pytest.mark.parametrize(
    "words", [("ferry",), ("--save", "Ferries"), ("--save", "a", "b", "--delete", "c"), ("--delete", "c", "b")]
)
def test_words_that_make_no_sense_are_wrong_usage(clip: Clip, words: tuple[str, ...]) -> None:
    assert clip("searches", *words).code == 2


def test_find_asks_whether_another_spelling_was_meant(
    clip: Clip, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add(clip, tmp_path, "The government met.")
    capsys.readouterr()

    assert run(parse(["--library", str(tmp_path / "library"), "find", "governmint"])) == 0

    assert "Did you mean government?" in capsys.readouterr().err
