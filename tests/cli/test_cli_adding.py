"""add and extract: real pages over HTTP and from files, known ones, failures, streams, articles as they stand."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import news_pages
import pytest
from servers import ENGLISH_PATH, GERMAN_PATH, Server

Clip = Callable[..., Any]


@pytest.fixture
def site() -> Iterator[Server]:
    with Server() as server:
        yield server


def test_a_page_added_is_listed_and_found(clip: Clip, site: Server) -> None:
    url = site.url(GERMAN_PATH)

    added = clip("add", url, "--tag", "Kultur/Bücher")
    found = clip("find", "haeuser OR mühle")
    listed = clip("list", "--tag", "kultur")

    assert added.code == 0
    assert added.value["outcome"] == "added"
    assert added.value["title"] == "Bücherei zieht in die alte Mühle"
    assert [hit["id"] for hit in found.value["hits"]] == [added.value["id"]]
    assert found.value["hits"][0]["marks"]
    assert listed.value["items"][0]["tags"] == ["Kultur/Bücher"]
    assert listed.value["items"][0]["authors"] == ["Jürgen Weiß"]
    assert listed.value["items"][0]["date"].startswith("2026-02-03")


def test_an_address_that_is_known_says_so_and_is_not_fetched_again(clip: Clip, site: Server) -> None:
    first = clip("add", site.url(ENGLISH_PATH))
    asked = len(site.asked)

    second = clip("add", site.url(ENGLISH_PATH) + "?utm_source=mail#top", "--tag", "later")

    assert second.code == 0
    assert (second.value["outcome"], second.value["id"]) == ("known", first.value["id"])
    assert len(site.asked) == asked
    assert clip("list").value["total"] == 1
    assert clip("show", first.value["id"]).value["tags"] == ["later"]


def test_the_same_address_twice_in_one_go_is_one_clipping(clip: Clip, site: Server) -> None:
    ran = clip("add", site.url(ENGLISH_PATH), site.url(ENGLISH_PATH))

    assert sorted(line["outcome"] for line in ran.lines) == ["added", "known"]
    assert clip("list").value["total"] == 1


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/404", "status"),
        ("/429", "status"),
        ("/loop", "redirects"),
        ("/to-file", "scheme"),
        ("/empty.html", "empty"),
        ("/pdf.html", "not_a_page"),
        ("/bomb.gz", "too_large"),
    ],
)
def test_a_page_that_cannot_be_had_fails_with_its_code(clip: Clip, site: Server, path: str, code: str) -> None:
    ran = clip("add", site.url(path))

    assert ran.code == 1
    assert ran.value["outcome"] == "failed"
    assert ran.value["error"]["code"] == code
    assert clip("list").value["total"] == 0


def test_other_schemes_are_refused(clip: Clip) -> None:
    ran = clip("add", "ftp://example.org/a.html", "javascript:alert(1)")

    assert ran.code == 1
    assert [line["error"]["code"] for line in ran.lines] == ["scheme", "scheme"]


def test_one_failure_among_good_ones_is_partly_done(clip: Clip, site: Server) -> None:
    ran = clip("add", site.url("/404"), site.url("/article/1"), site.url("/article/2"))

    assert ran.code == 1
    assert sorted(line["outcome"] for line in ran.lines) == ["added", "added", "failed"]


def test_a_folder_of_saved_pages_is_added_without_asking_the_network(clip: Clip, tmp_path: Path, site: Server) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(12):
        (folder / f"{number:02}.html").write_text(news_pages.article(number, picture=True), encoding="utf-8")

    ran = clip("add", folder)

    assert ran.code == 0
    assert len(ran.lines) == 12
    assert {line["outcome"] for line in ran.lines} == {"added"}
    assert clip("find", "measured", "--limit", 99).value["total"] == 12
    assert site.asked == []


def test_a_page_without_an_article_is_kept_with_its_title(clip: Clip, tmp_path: Path) -> None:
    page = tmp_path / "bare.html"
    page.write_text("<html><head><title>Nothing here</title></head><body></body></html>")

    ran = clip("add", page)

    assert ran.code == 0
    assert ran.value["title"] == "Nothing here"
    assert "no_article" in ran.value["flags"]
    assert clip("show", ran.value["id"]).value["captures"][0]["sha256"]


def test_lines_on_standard_input_are_added(clip: Clip, site: Server) -> None:
    ran = clip("add", "-", stdin=f"{site.url('/article/3')}\n\n{site.url('/article/4')}\n")

    assert ran.code == 0
    assert len(ran.lines) == 2
    assert clip("list").value["total"] == 2


def test_an_outcome_is_written_before_the_next_line_is_needed(tmp_path: Path, site: Server) -> None:
    command = [
        sys.executable,
        "-m",
        "clipper",
        "--json",
        "--allow-private",
        "--library",
        str(tmp_path / "l"),
        "add",
        "-",
    ]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for number in range(2):
            process.stdin.write(site.url(f"/article/{number}") + "\n")
            process.stdin.flush()
            line = json.loads(process.stdout.readline())
            assert line["outcome"] == "added"
        process.stdin.close()
        assert process.wait() == 0


def test_articles_come_in_as_they_stand(clip: Clip, tmp_path: Path) -> None:
    rows = [
        {
            "title": "First",
            "text": "One paragraph about herons.\n\nAnother.",
            "url": "https://example.org/1",
            "tags": ["a"],
        },
        {"title": "Second", "text": "Kraniche ziehen.", "language": "de", "date": "2026-01-02", "colour": "blue"},
    ]
    lines = tmp_path / "articles.jsonl"
    lines.write_text("".join(json.dumps(row) + "\n" for row in rows))

    ran = clip("add", lines, "--tag", "given")
    again = clip("add", lines)

    assert ran.code == 0
    assert [line["title"] for line in ran.lines] == ["First", "Second"]
    assert "colour" in ran.err
    assert [line["outcome"] for line in again.lines] == ["known", "known"]
    shown = clip("show", ran.lines[0]["id"]).value
    assert sorted(shown["tags"]) == ["a", "given"]
    assert shown["captures"] == []
    assert "<p>" in shown["html"]
    assert clip("find", "kranich").value["total"] == 1


def test_a_damaged_line_of_articles_is_said_and_the_good_ones_stay(clip: Clip, tmp_path: Path) -> None:
    lines = tmp_path / "articles.jsonl"
    lines.write_text('{"title": "Good", "text": "Fine."}\n{"title": broken\n')

    ran = clip("add", lines)

    assert ran.code == 1
    assert sorted(line["outcome"] for line in ran.lines) == ["added", "failed"]
    assert clip("list").value["total"] == 1


def test_a_reading_list_becomes_clippings_with_its_tags(clip: Clip, tmp_path: Path, site: Server) -> None:
    sheet = tmp_path / "list.csv"
    sheet.write_text(f"title,url,tags\nA,{site.url('/article/5')},x|y\nB,{site.url('/404')},\n")

    ran = clip("add", sheet)

    assert ran.code == 1
    assert sorted(line["outcome"] for line in ran.lines) == ["added", "failed"]


def test_extract_answers_in_order_and_touches_no_library(clip: Clip, tmp_path: Path, site: Server) -> None:
    page = tmp_path / "raw-page-without-ending"
    page.write_text(news_pages.article(7))
    lines = [
        json.dumps({"id": "a", "path": str(page), "url": "https://example.org/7"}),
        site.url("/404"),
        json.dumps({"id": 2, "url": site.url(GERMAN_PATH)}),
        "{broken",
        str(page),
    ]

    ran = clip("extract", "-", stdin="\n".join(lines))

    assert ran.code == 1
    assert [line["id"] for line in ran.lines] == ["a", None, "2", None, None]
    assert ran.lines[0]["url"] == "https://example.org/7"
    assert ran.lines[0]["title"].startswith("Report 7")
    assert ran.lines[0]["date"] is None
    assert ran.lines[1]["error"]["code"] == "status"
    assert ran.lines[2]["agencies"] == []
    assert ran.lines[2]["sources"]["title"]["source"]
    assert ran.lines[3]["error"] is not None
    assert ran.lines[4]["path"] == str(page)
    assert not (tmp_path / "library").exists()


def test_a_tag_of_a_list_that_is_too_long_is_cut(clip: Clip, tmp_path: Path, site: Server) -> None:
    sheet = tmp_path / "list.csv"
    sheet.write_text(f"url,tags\n{site.url('/article/5')},{'x' * 300}\n")

    ran = clip("add", sheet)

    assert ran.code == 0
    assert clip("show", ran.value["id"]).value["tags"] == ["x" * 200]


def test_a_tag_that_is_none_is_refused_before_anything_is_fetched(clip: Clip, site: Server) -> None:
    ran = clip("add", site.url("/article/5"), "--tag", "x" * 201)

    assert (ran.code, ran.out) == (1, "")
    assert "200" in ran.err
    assert site.asked == []
