"""Words that nobody types: names that are no UTF-8, too long, empty, of dashes; odd lines on standard input."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import news_pages
import pytest

from clipper.cli.arguments import WrongUsage, parse
from clipper.cli.main import run

Clip = Callable[..., Any]
HALF = os.fsdecode(b"\xff\xfe")
LONG = "a" * 5_000

on_posix = pytest.mark.skipif(sys.platform == "win32", reason="names are bytes on POSIX only")


def test_json_is_ascii_or_utf8_even_where_a_word_is_neither(tmp_path: Path) -> None:
    # The real program: what pytest captures would take half a character.
    command = [sys.executable, "-m", "clipper", "--library", str(tmp_path / "library"), "--json", "find", "-"]

    done = subprocess.run(command, input=b"\xff\na\rb\n\0\n", capture_output=True, check=False)

    lines = [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]
    assert [line["query"] for line in lines] == ["\udcff", "a\rb", "\0"]
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("query", [f"tag:{HALF}", f'note:"{HALF}"', f"site:{HALF}", f"is:{HALF}", f"id:{HALF}", HALF])
def test_half_characters_are_searched_for_as_any_others(clip: Clip, query: str) -> None:
    assert clip("find", query).code == 0
    assert clip("list", "--tag", query).value == {"total": 0, "items": []}


def test_what_is_too_long_for_a_name_is_no_file(clip: Clip) -> None:
    for word in (LONG, "b" * 300 + ".jsonl"):
        ran = clip("add", word)
        assert (ran.code, ran.value["error"]["code"]) == (1, "not_found")
        ran = clip("extract", word)
        assert (ran.code, ran.value["error"]["code"]) == (1, "not_found")
    with pytest.raises(WrongUsage):
        parse([LONG])


def test_a_page_whose_name_is_as_long_as_a_name_can_be_is_added(clip: Clip, tmp_path: Path) -> None:
    page = tmp_path / ("n" * 250 + ".html")
    page.write_text(news_pages.article(1), encoding="utf-8")

    assert clip("add", page).value["outcome"] == "added"


def test_a_library_whose_folder_cannot_be_is_refused_with_a_sentence(clip: Clip, tmp_path: Path) -> None:
    ran = clip("list", library=tmp_path / LONG)

    assert (ran.code, ran.out) == (1, "")
    assert "no such folder" in ran.err


@on_posix
def test_a_library_in_a_folder_whose_name_is_no_utf8_works(clip: Clip, tmp_path: Path) -> None:
    lines = tmp_path / "one.jsonl"
    lines.write_text('{"title": "The heron", "text": "A grey heron."}\n')
    library = tmp_path / HALF

    assert clip("add", lines, library=library).code == 0
    assert clip("find", "heron", library=library).value["total"] == 1


@pytest.mark.parametrize(
    "argv",
    [
        ["list", "--library", ""],
        ["backup", ""],
        ["export", "1", "--format", "pdf", "--to", ""],
        ["list", "--limit", "9" * 5_000],
    ],
)
def test_an_empty_folder_and_an_endless_number_are_wrong_usage(argv: list[str]) -> None:
    with pytest.raises(WrongUsage):
        parse(argv)


def test_words_after_two_dashes_are_no_options(clip: Clip) -> None:
    words = parse(["add", "--json", "a.html", "--", "-x.html", "--tag", "b.html"])

    assert (words.values.what, words.values.tag, words.json) == (["a.html", "-x.html", "--tag", "b.html"], [], True)
    assert parse(["backup", "--", "--json"]).values.path == Path("--json")
    assert clip("add", "--", "-x.html").value["given"] == "-x.html"


def test_an_export_of_nothing_is_an_empty_answer(clip: Clip, tmp_path: Path) -> None:
    ran = clip("export", 7, "--format", "pdf", "--to", tmp_path / "x.pdf")

    assert ran.code == 1
    assert (ran.value["files"], ran.value["failed"]) == ([], [])
    assert "no clipping 7" in ran.err


def test_an_export_whose_name_is_too_long_fails_with_a_sentence(clip: Clip, tmp_path: Path) -> None:
    lines = tmp_path / "one.jsonl"
    lines.write_text('{"title": "The heron", "text": "A grey heron."}\n')
    id = clip("add", lines).value["id"]

    ran = clip("export", id, "--format", "pdf", "--to", tmp_path / ("n" * 300 + ".pdf"))

    assert ran.code == 1
    assert "could not be written" in ran.err


@on_posix
def test_a_page_whose_name_is_no_utf8_is_refused_with_the_reason(
    tmp_path: Path, clip: Clip, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / f"{HALF}.html"
    page.write_text(news_pages.article(1), encoding="utf-8")

    assert clip("add", page).value["error"]["code"] == "damaged"
    assert run(parse(["add", str(page), "--library", str(tmp_path / "library")])) == 1
    assert "no text in UTF-8" in capsys.readouterr().err
