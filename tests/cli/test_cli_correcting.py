"""reextract and the corrections of edit: outcomes, exit codes, JSON."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from servers import Answer as ServedAnswer
from servers import Server

from clipper.app import App
from clipper.fetching.fetcher import Fetcher
from clipper.model import Article, Metadata, Request
from clipper.progress import Progress
from clipper.settings import Settings
from clipper.store.clippings import Addition

Clip = Callable[..., Any]
OWL = "An owl slept in the barn until the evening came. "


@pytest.fixture
def owl(clip: Clip, tmp_path: Path) -> int:
    """A clipping with its page kept, as an older extractor read it: with a line too many."""
    page = tmp_path / "owl.html"
    page.write_text(f"<html><title>The owl</title><article><h1>The owl</h1><p>{OWL * 10}</p><p>{OWL * 9}</p></article>")
    id = int(clip("add", page).value["id"])
    app = App(tmp_path / "library", Settings())
    kept = app.library.clippings.extracted(id)
    old = Article(Metadata(title=kept.metadata.title), kept.text + "\n\nQuagmire.", kept.html + "<p>Quagmire.</p>")
    app.library.clippings.reextract(app.library.clippings.origins([id])[0], old)
    app.close()
    return id


@pytest.fixture
def given(clip: Clip, tmp_path: Path) -> int:
    """A clipping from an article given as it stands."""
    lines = tmp_path / "heron.jsonl"
    lines.write_text(json.dumps({"title": "The heron", "text": "It stood.", "date": "2026-01-01", "authors": ["A"]}))
    return int(clip("add", lines).value["id"])


def test_reextract_reads_the_kept_page(clip: Clip, owl: int) -> None:
    ran = clip("reextract", owl)

    assert ran.code == 0
    assert ran.value == {"changed": [owl], "unchanged": [], "kept": [], "no_page": [], "unknown": [], "failed": []}
    assert "Quagmire" not in clip("show", owl).value["text"]
    assert clip("find", "quagmire").value["total"] == 0
    assert clip("reextract", owl).value["unchanged"] == [owl]


def test_a_dry_run_prints_the_article_and_writes_nothing(clip: Clip, owl: int) -> None:
    ran = clip("reextract", owl, "--dry-run")

    assert ran.code == 0
    assert (ran.value["id"], ran.value["outcome"], ran.value["title"]) == (owl, "changed", "The owl")
    assert "Quagmire" not in ran.value["text"]
    assert set(clip("extract", "nowhere.html").value) < set(ran.value)
    assert "Quagmire" in clip("show", owl).value["text"]


def test_reextract_says_what_it_could_not_read(clip: Clip, owl: int, given: int, tmp_path: Path) -> None:
    (capture,) = (tmp_path / "library" / "captures").rglob("*.warc.gz")
    capture.unlink()

    ran = clip("reextract", given, owl, 999)

    assert ran.code == 1
    assert (ran.value["no_page"], ran.value["unknown"]) == ([given], [999])
    assert ran.value["failed"] == [{"id": owl, "error": {"code": "damaged", "detail": "missing_file"}}]
    assert f"{given}: No page was kept" in ran.err
    assert "missing from the library's folder" in ran.err
    assert "Quagmire" in clip("show", owl).value["text"]


def test_of_all_clippings_those_without_a_page_are_named_and_no_failure(clip: Clip, owl: int, given: int) -> None:
    ran = clip("reextract", "--all")

    assert ran.code == 0
    assert (ran.value["changed"], ran.value["no_page"]) == ([owl], [given])
    assert f"{given}: No page was kept" in ran.err


def test_all_leaves_the_trash_out(clip: Clip, owl: int) -> None:
    clip("trash", owl)

    assert clip("reextract", "--all").value["changed"] == []
    assert clip("reextract", owl).value["changed"] == [owl]


@pytest.mark.parametrize("words", [[], ["--dry-run"], ["1", "--all"], ["one"]])
def test_reextract_needs_either_ids_or_all(clip: Clip, words: list[str]) -> None:
    assert clip("reextract", *words).code == 2


def test_edit_corrects_every_field(clip: Clip, given: int) -> None:
    ran = clip(
        *("edit", given, "--subtitle", "Below", "--author", "Ann Ash", "--author", "Bo Birch"),
        *("--date", "2026-02-03", "--site", "The Marsh", "--language", "de"),
    )

    shown = clip("show", given).value
    assert ran.value["changed"] == [given]
    assert (shown["subtitle"], shown["authors"], shown["site"]) == ("Below", ["Ann Ash", "Bo Birch"], "The Marsh")
    assert (shown["date"], shown["language"]) == ("2026-02-03", "de")
    assert shown["corrected"] == ["authors", "date", "language", "site", "subtitle"]
    assert shown["sources"]["site"] == {"source": "given", "confidence": 1.0}
    assert clip("find", "author:birch").value["total"] == 1


def test_an_empty_word_takes_a_correction_back(clip: Clip, given: int) -> None:
    clip("edit", given, "--date", "2026-02-03", "--author", "Ann Ash", "--site", "The Marsh")

    clip("edit", given, "--date", "", "--author", "", "--site", " ")

    shown = clip("show", given).value
    assert (shown["date"], shown["authors"], shown["site"], shown["corrected"]) == ("2026-01-01", ["A"], None, [])


def test_what_is_wrong_can_be_said_to_be_unknown(clip: Clip, given: int) -> None:
    clip("edit", given, "--unknown", "date", "--unknown", "authors")

    shown = clip("show", given).value
    assert (shown["date"], shown["authors"]) == (None, [])
    assert clip("edit", given, "--unknown", "colour").code == 2
    assert clip("edit", given, "--unknown", "date", "--date", "2026-01-01").code == 2


def test_a_lead_picture_is_left_out_and_comes_back(clip: Clip, given: int) -> None:
    clip("edit", given, "--unknown", "image")
    assert clip("show", given).value["corrected"] == ["image"]

    clip("edit", given, "--as-extracted")

    assert clip("show", given).value["corrected"] == []


def test_what_was_checked_is_doubtful_no_longer(clip: Clip, given: int, tmp_path: Path) -> None:
    file = tmp_path / "doubtful.jsonl"
    file.write_text(json.dumps({"title": "Torn", "text": "Half of it.", "flags": ["cut_short"]}) + "\n")
    torn = clip("add", file).value["id"]
    assert [hit["id"] for hit in clip("find", "is:doubtful").value["hits"]] == [torn]

    clip("edit", torn, "--checked", "yes")
    assert clip("find", "is:doubtful").value["total"] == 0
    assert (clip("show", torn).value["flags"], clip("show", torn).value["corrected"]) == ([], ["flags"])

    clip("edit", torn, "--checked", "no")
    assert clip("show", torn).value["flags"] == ["cut_short"]


@pytest.mark.parametrize(("option", "value"), [("--date", "yesterday"), ("--language", "german")])
def test_a_correction_that_cannot_be_is_refused_whole(clip: Clip, given: int, option: str, value: str) -> None:
    ran = clip("edit", given, "--site", "The Marsh", option, value)

    assert ran.code == 1
    assert ran.err.count("\n") == 1
    assert clip("show", given).value["site"] is None


def test_a_body_of_html_is_cleaned_and_found(clip: Clip, given: int) -> None:
    ran = clip("edit", given, "--body", "-", stdin="<p>It flew <b>off</b>.<script>x()</script></p>")

    shown = clip("show", given).value
    assert ran.code == 0
    assert (shown["text"], shown["html"]) == ("It flew off.", "<p>It flew <strong>off</strong>.</p>")
    assert clip("find", "flew").value["total"] == 1
    assert clip("find", "stood").value["total"] == 0


def test_a_body_of_plain_text_comes_from_a_file_and_is_taken_back(clip: Clip, given: int, tmp_path: Path) -> None:
    body = tmp_path / "body.txt"
    body.write_text("It flew.\n\n\n1 < 2.\n", encoding="utf-8")

    assert clip("edit", given, "--body", body).code == 0
    assert clip("show", given).value["text"] == "It flew.\n\n1 < 2."

    assert clip("edit", given, "--as-extracted").code == 0
    shown = clip("show", given).value
    assert (shown["text"], shown["corrected"]) == ("It stood.", [])


def test_a_body_that_is_none_is_refused(clip: Clip, given: int, tmp_path: Path) -> None:
    latin = tmp_path / "latin.txt"
    latin.write_bytes("Grün".encode("latin-1"))

    assert clip("edit", given, "--body", "-", stdin=" ").code == 1
    assert clip("edit", given, "--body", latin).code == 1
    assert clip("edit", given, "--body", tmp_path / "nowhere.txt").code == 1
    assert clip("edit", given, "--body", "-", "--as-extracted").code == 2
    assert clip("show", given).value["text"] == "It stood."


def test_starred_no_alone_is_an_edit(clip: Clip, given: int) -> None:
    clip("edit", given, "--starred", "yes")

    assert clip("edit", given, "--starred", "no").code == 0
    assert clip("edit", given).code == 2


def test_a_corrected_body_survives_reextract(clip: Clip, owl: int) -> None:
    clip("edit", owl, "--body", "-", "--title", "My owl", stdin="Mine.")

    assert clip("reextract", owl).value["changed"] == [owl]

    shown = clip("show", owl).value
    assert (shown["title"], shown["text"], shown["corrected"]) == ("My owl", "Mine.", ["text", "title"])


def test_a_pdf_has_the_corrected_title_authors_and_date(clip: Clip, given: int, tmp_path: Path) -> None:
    clip("edit", given, "--title", "The crane", "--author", "Ann Ash", "--site", "The Marsh")

    assert clip("export", given, "--format", "pdf", "--to", tmp_path / "out.pdf").code == 0

    with pikepdf.open(tmp_path / "out.pdf") as pdf, pdf.open_metadata() as xmp:
        assert (xmp["dc:title"], list(xmp["dc:creator"])) == ("The crane", ["Ann Ash"])


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="nothing here reads the text of a PDF")
def test_a_pdf_has_the_corrected_body(clip: Clip, given: int, tmp_path: Path) -> None:
    clip("edit", given, "--body", "-", stdin="<p>It flew <b>off</b>.</p><ul><li>South</li></ul>")

    assert clip("export", given, "--format", "pdf", "--to", tmp_path / "out.pdf").code == 0

    read = subprocess.run(["pdftotext", str(tmp_path / "out.pdf"), "-"], capture_output=True, text=True, check=True)
    assert "It flew off." in read.stdout
    assert "South" in read.stdout
    assert "It stood." not in read.stdout


def said(tmp_path: Path, *words: object) -> subprocess.CompletedProcess[str]:
    """Run a command as people do, without --json."""
    command = [sys.executable, "-m", "clipper", "--library", str(tmp_path / "library"), *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_people_read_the_article_and_what_would_become_of_it(clip: Clip, owl: int, given: int, tmp_path: Path) -> None:
    looked = said(tmp_path, "reextract", owl, given, "--dry-run")

    assert looked.returncode == 1
    assert looked.stdout.startswith("The owl\n\nAn owl slept in the barn")
    assert "Quagmire" not in looked.stdout
    assert looked.stderr.splitlines() == [
        f"clipper: {owl}: The article changed.",
        f"clipper: {given}: No page was kept: the article was given as it stands.",
        "clipper: 1 changed, 1 with no page kept.",
    ]


def test_people_get_a_line_for_each_clipping(clip: Clip, owl: int, tmp_path: Path) -> None:
    done = said(tmp_path, "reextract", "--all")

    assert (done.returncode, done.stdout) == (0, f"changed\t{owl}\tThe owl\n")
    assert done.stderr == "clipper: 1 changed.\n"


def test_a_library_without_clippings_has_nothing_to_read(clip: Clip, tmp_path: Path) -> None:
    done = said(tmp_path, "reextract", "--all")

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "clipper: There is nothing to read.\n")


def an_old_one_without_its_picture(library: Path, site: Server) -> int:
    """Make a clipping with its page kept, as an extractor read it that saw no picture."""
    url = site.url("/article/1/picture")
    page = Fetcher(allow_private=True).fetch(Request(url, url=url), Progress())
    app = App(library, Settings())
    article = Article(Metadata(), "The old text.", "<p>The old text.</p>", extractor="clipper 0")
    added, _ = app.library.clippings.add([Addition(page, article, url, url)])
    app.close()
    return added[0].id


@pytest.mark.parametrize("option", ["--dry-run", "--no-pictures"])
def test_reextract_leaves_pictures_alone_where_it_is_told_to(clip: Clip, tmp_path: Path, option: str) -> None:
    with Server() as site:
        id = an_old_one_without_its_picture(tmp_path / "library", site)
        asked = len(site.asked)

        assert clip("reextract", id, option).code == 0

        assert len(site.asked) == asked


def test_reextract_fetches_the_pictures_that_the_article_lacks(clip: Clip, tmp_path: Path) -> None:
    with Server() as site:
        id = an_old_one_without_its_picture(tmp_path / "library", site)

        ran = clip("reextract", id)
        again = clip("reextract", id)

        assert [one.path for one in site.asked].count("/pictures/bridge.png") == 1
    assert ran.value["changed"] == [id]
    assert "1 changed." in ran.err
    assert "1 picture fetched." in ran.err
    assert again.code == 0
    assert "picture" not in again.err


def test_pictures_that_cannot_be_had_are_counted_and_no_failure(clip: Clip, tmp_path: Path) -> None:
    with Server() as site:
        site.serve("/pictures/bridge.png", ServedAnswer(b"Gone.", 410))
        id = an_old_one_without_its_picture(tmp_path / "library", site)

        ran = clip("reextract", id)

    assert ran.code == 0
    assert "1 picture could not be had." in ran.err
