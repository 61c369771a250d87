"""What the terminal is told: sentences for every code, and for what a page lacks."""

from typing import get_args

import news_pages
import pytest
from servers import Server

from clipper.cli import sentences
from clipper.cli.arguments import parse
from clipper.cli.main import run
from clipper.errors import DamagedError
from clipper.model import Fault, Flag

CODES = [
    *("no_host", "refused", "tls", "timeout", "status", "too_large", "private_address", "scheme", "redirects"),
    *("not_a_page", "empty", "damaged", "too_slow", "not_a_known_format"),
]
QUERY_COMPLAINTS = [
    *(
        "open_quote",
        "open_bracket",
        "too_deep",
        "too_long",
        "no_words",
        "no_near",
        "no_wildcard",
        "rough_order",
        "short_wildcard:*a*",
    ),
    *(
        "short_fuzzy:in",
        "wide_fuzzy:haus",
        "unknown_field:colour",
        "unknown_value:is:blue",
        "bad_date:soon",
        "bad_id:x",
    ),
]


@pytest.mark.parametrize("code", CODES)
def test_every_code_of_the_contract_has_a_sentence(code: str) -> None:
    said = sentences.fault(Fault(code, "the detail"))

    assert said.endswith(".")
    assert "It failed" not in said


def test_a_page_that_came_broken_is_spoken_of_in_words() -> None:
    assert sentences.fault(Fault("damaged", "cut-short")) == "The server stopped in the middle of the page."
    assert sentences.fault(Fault("scheme", "http")) == "That is no whole address."
    assert "3, 17 (+2)" in sentences.fault(Fault("damaged", "3, 17 (+2)"))
    assert sentences.fault(Fault("status", "429", 120)).endswith("Try again in 120 seconds.")


@pytest.mark.parametrize("code", QUERY_COMPLAINTS)
def test_what_is_odd_about_a_query_has_a_sentence(code: str) -> None:
    said = sentences.complaint(code)

    assert said.endswith(".")
    assert "A part of the search" not in said
    assert code.partition(":")[2] in said


def test_find_says_what_it_left_out(tmp_path: object, capsys: pytest.CaptureFixture[str]) -> None:
    code = run(parse(["find", "river", "*a*", "date:soon", "--library", f"{tmp_path}/library"]))

    shown = capsys.readouterr().err.splitlines()
    assert code == 0
    assert [line.split(": ", 1)[1].split()[0] for line in shown] == ["*a*", "soon", "0"]


def test_every_flag_is_spoken_of_in_words() -> None:
    assert set(sentences.FLAGS) == set(get_args(Flag))
    assert sentences.flags(("paywall", "live_blog")).count(".") == 2
    assert sentences.flags(()) == ""


def test_add_says_why_a_page_was_kept_without_an_article(tmp_path: object, capsys: pytest.CaptureFixture[str]) -> None:
    with Server() as site:
        bare = site.serve("/bare.html", "<title>Nothing here</title><body></body>")
        whole = site.serve("/whole.html", news_pages.article(1))
        code = run(parse(["add", bare, whole, "--allow-private", "--library", f"{tmp_path}/library"]))

    shown = capsys.readouterr()
    assert code == 0
    assert len(shown.out.splitlines()) == 2
    assert shown.err == f"clipper: {bare}: No article was found on the page; the page itself is kept.\n"


def test_show_and_extract_say_what_is_doubtful(tmp_path: object, capsys: pytest.CaptureFixture[str]) -> None:
    wall = "<title>Just a moment...</title><body><p>Please confirm that you are not a robot.</p></body>"
    with Server() as site:
        address = site.serve("/wall.html", wall)
        run(parse(["extract", address, "--allow-private"]))
        extracted = capsys.readouterr()
        run(parse(["add", address, "--allow-private", "--library", f"{tmp_path}/library"]))
        capsys.readouterr()
        run(parse(["show", "1", "--library", f"{tmp_path}/library"]))

    assert "asked whether a person is reading" in extracted.err
    assert "doubts:\tThe site asked whether a person is reading." in capsys.readouterr().out


def test_a_database_that_alone_is_gone_is_told_from_a_damaged_one() -> None:
    gone = sentences.error(DamagedError("damaged", "missing", path="/x/library.db"))

    assert "gone" in gone
    assert "/x/library.db" in gone
    assert gone != sentences.error(DamagedError("damaged", path="/x/library.db"))
