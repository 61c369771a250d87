"""The words on the command line, understood."""

from pathlib import Path

import pytest

from clipper.cli.arguments import WrongUsage, parse


def test_no_word_opens_the_window() -> None:
    assert parse([]).command == "window"


def test_an_address_opens_the_window_with_it() -> None:
    words = parse(["https://example.org/a", "--allow-private"])

    assert words.command == "window"
    assert words.values.what == ["https://example.org/a"]
    assert words.allow_private


def test_a_word_that_is_nothing_is_wrong_usage() -> None:
    with pytest.raises(WrongUsage):
        parse(["frobnicate"])


def test_a_path_that_exists_opens_the_window_with_it(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<p>x</p>")

    assert parse([str(page)]).values.what == [str(page)]


@pytest.mark.parametrize("argv", [["--json", "list", "--library", "L"], ["list", "--json", "--library=L"]])
def test_options_of_all_commands_stand_before_or_after(argv: list[str]) -> None:
    words = parse(argv)

    assert (words.command, words.json, words.library) == ("list", True, Path("L"))


def test_find_takes_words_with_a_dash_and_ends_options_at_two() -> None:
    words = parse(["find", "kanzler", "-rücktritt", "--limit", "5", "--sort=newest", "--", "--json"])

    assert words.values.words == ["kanzler", "-rücktritt", "--json"]
    assert (words.values.limit, words.values.sort, words.json) == (5, "newest", False)


def test_find_with_a_single_dash_reads_standard_input() -> None:
    assert parse(["find", "-", "--json"]).values.words == ["-"]


@pytest.mark.parametrize(
    "argv",
    [
        ["find"],
        ["find", "a", "--limit"],
        ["find", "a", "--limit", "x"],
        ["find", "a", "--limit", "-1"],
        ["find", "a", "--sort", "size"],
        ["add"],
        ["add", "-", "https://example.org"],
        ["show"],
        ["show", "x"],
        ["tag", "1"],
        ["edit", "1"],
        ["edit", "1", "--read", "maybe"],
        ["trash"],
        ["export", "1", "--format", "pdf"],
        ["export", "--format", "pdf", "--to", "x"],
        ["export", "1", "--query", "q", "--format", "pdf", "--to", "x"],
        ["backup"],
        ["list", "--nonsense"],
        ["--library"],
    ],
)
def test_wrong_usage_is_said(argv: list[str]) -> None:
    with pytest.raises(WrongUsage):
        parse(argv)


def test_ids_and_options_may_be_mixed() -> None:
    values = parse(["tag", "1", "--add", "a", "2", "--remove", "b", "--add", "c/d"]).values

    assert (values.ids, values.add, values.remove) == ([1, 2], ["a", "c/d"], ["b"])


def test_a_command_word_among_the_options_values_is_no_command() -> None:
    words = parse(["--library", "find", "list"])

    assert (words.command, words.library) == ("list", Path("find"))
