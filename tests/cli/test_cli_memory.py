"""memory: what sites repeat, on the command line."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import news_pages
import pytest

from clipper.cli.arguments import parse
from clipper.cli.main import run

Clip = Callable[..., Any]
LINE = "The Ferry Post is one of the papers of the Mill Valley family"


@pytest.fixture
def learned(clip: Clip, tmp_path: Path) -> list[int]:
    """Five pages of one site that repeat a line, added one by one."""
    ids = []
    for number in range(1, 6):
        link = f'<head><link rel="canonical" href="https://www.ferry.example/story/{number}">'
        html = news_pages.article(number).replace("<head>", link).replace("</article>", f"<p>{LINE}</p></article>")
        page = tmp_path / f"{number}.html"
        page.write_text(html, encoding="utf-8")
        ids.append(int(clip("add", page).value["id"]))
    return ids


def test_all_sites_are_shown_with_the_lines_they_repeat(clip: Clip, learned: list[int]) -> None:
    ran = clip("memory")

    (site,) = ran.value["sites"]
    (line,) = site["lines"]
    assert ran.code == 0
    assert (site["site"], site["pages"]) == ("ferry.example", 5)
    assert line == {"line": line["line"], "text": LINE, "pages": 5, "always": True, "spared": False}
    assert clip("memory", "https://www.ferry.example/any/page").value == ran.value
    assert clip("memory", "www.ferry.example").value == ran.value


def test_an_empty_memory_is_no_fault(clip: Clip) -> None:
    ran = clip("memory")

    assert (ran.code, ran.value) == (0, {"sites": []})
    assert "five pages" in ran.err


def test_in_words_a_line_says_where_it_is_left_out(
    learned: list[int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    library = ["--library", str(tmp_path / "library")]

    assert run(parse([*library, "memory"])) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "ferry.example\t5\t1"
    assert run(parse([*library, "memory", "ferry.example"])) == 0
    assert capsys.readouterr().out.rstrip().split("\t")[1:] == ["5/5", "always", LINE]


def test_a_line_is_forgotten_and_recalled(clip: Clip, learned: list[int]) -> None:
    key = clip("memory").value["sites"][0]["lines"][0]["line"]

    ran = clip("memory", "ferry.example", "--forget", key)

    assert ran.code == 0
    assert [line["spared"] for line in ran.value["sites"][0]["lines"]] == [True]
    assert clip("memory", "ferry.example", "--forget", key).code == 1
    again = clip("memory", "ferry.example", "--recall", key)
    assert [line["spared"] for line in again.value["sites"][0]["lines"]] == [False]
    assert clip("memory", "ferry.example", "--recall", key).code == 1


def test_a_page_read_anew_does_without_the_line_until_it_is_forgotten(clip: Clip, learned: list[int]) -> None:
    key = clip("memory").value["sites"][0]["lines"][0]["line"]
    page = str(learned[0])
    assert LINE in clip("show", page).value["text"]

    for option, there in (("--recall", False), ("--forget", True)):
        clip("memory", "ferry.example", option, key)
        clip("reextract", page)
        assert (LINE in clip("show", page).value["text"]) is there


def test_a_site_is_forgotten(clip: Clip, learned: list[int]) -> None:
    ran = clip("memory", "ferry.example", "--forget")

    assert (ran.code, ran.value) == (0, {"sites": []})
    assert clip("memory").value == {"sites": []}
    assert clip("memory", "ferry.example").code == 1


@pytest.mark.parametrize(
    "words", [["nowhere.example"], ["nowhere.example", "--forget"], ["x.example", "--forget", "zz"]]
)
def test_what_the_memory_does_not_know_ends_in_1(clip: Clip, words: list[str]) -> None:
    ran = clip("memory", *words)

    assert (ran.code, ran.value) == (1, {"sites": []})
    assert "The memory has nothing of that" in ran.err


@pytest.mark.parametrize("words", [["--forget"], ["--recall", "ab"], ["a.example", "--forget", "b", "--recall", "c"]])
def test_forgetting_needs_a_site(clip: Clip, words: list[str]) -> None:
    assert clip("memory", *words).code == 2
