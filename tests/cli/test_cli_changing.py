"""find, list, show, tag, edit, trash, restore, export, check, rebuild, backup: on a real library."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Clip = Callable[..., Any]


@pytest.fixture
def three(clip: Clip, tmp_path: Path) -> tuple[int, ...]:
    """Three clippings: a heron (2026-01-01), a crane (2026-03-01), an owl (no date)."""
    rows = [
        {"title": "The heron", "text": "A grey heron stood in the river.", "date": "2026-01-01", "language": "en"},
        {"title": "The crane", "text": "A crane crossed the river at dawn.", "date": "2026-03-01", "language": "en"},
        {"title": "The owl", "text": "An owl slept in the barn.", "language": "en"},
    ]
    lines = tmp_path / "birds.jsonl"
    lines.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return tuple(line["id"] for line in clip("add", lines).lines)


def test_newest_sorts_by_date_and_by_the_day_added_where_there_is_none(clip: Clip, three: tuple[int, ...]) -> None:
    heron, crane, owl = three

    assert [row["id"] for row in clip("list").value["items"]] == [owl, crane, heron]
    assert [row["id"] for row in clip("list", "--sort", "oldest", "--limit", 2).value["items"]] == [heron, crane]
    assert [hit["id"] for hit in clip("find", "river", "--sort", "oldest").value["hits"]] == [heron, crane]


def test_added_sorts_by_what_was_added_last(clip: Clip, three: tuple[int, ...], tmp_path: Path) -> None:
    heron, crane, owl = three
    stork = {"title": "The stork", "text": "A stork by the river.", "date": "2025-01-01", "language": "en"}
    (tmp_path / "stork.jsonl").write_text(json.dumps(stork))
    late = clip("add", tmp_path / "stork.jsonl").value["id"]

    assert [row["id"] for row in clip("list", "--sort", "added").value["items"]] == [late, owl, crane, heron]
    assert [row["id"] for row in clip("list", "--sort=added", "--limit", 1).value["items"]] == [late]
    assert [hit["id"] for hit in clip("find", "river", "--sort", "added").value["hits"]] == [late, crane, heron]
    assert [hit["id"] for hit in clip("find", "river", "--sort", "newest").value["hits"]] == [crane, heron, late]


def test_find_leaves_words_with_a_dash_out(clip: Clip, three: tuple[int, ...]) -> None:
    found = clip("find", "river", "-dawn").value

    assert [hit["id"] for hit in found["hits"]] == [three[0]]
    assert found["query"] == "river -dawn"
    assert found["behind"] == 0


def test_find_on_standard_input_answers_line_by_line(clip: Clip, three: tuple[int, ...]) -> None:
    ran = clip("find", "-", stdin='heron\n"slept in the barn"\n((("\n')

    assert [line["total"] for line in ran.lines][:2] == [1, 1]
    assert len(ran.lines) == 3


def test_tags_are_put_on_found_and_taken_off(clip: Clip, three: tuple[int, ...]) -> None:
    tagged = clip("tag", three[0], three[1], 999, "--add", "Birds/Water")

    assert tagged.code == 1
    assert tagged.value == {"changed": [three[0], three[1]], "unknown": [999]}
    assert clip("find", "tag:birds").value["total"] == 2
    assert clip("find", "tag:birds -crane").value["total"] == 1

    clip("tag", three[0], "--remove", "birds/water")
    assert clip("find", "tag:birds").value["total"] == 1


def test_a_tag_that_is_too_long_is_refused_with_a_sentence(clip: Clip, three: tuple[int, ...]) -> None:
    ran = clip("tag", three[0], "--add", "x" * 201)

    assert ran.code == 1
    assert "200" in ran.err


def test_edit_sets_title_star_read_and_note(clip: Clip, three: tuple[int, ...]) -> None:
    ran = clip("edit", three[0], "--title", "Reiher", "--starred", "yes", "--read", "yes", "--note", "Ask Ellen.")

    shown = clip("show", three[0]).value
    assert ran.value["changed"] == [three[0]]
    assert (shown["title"], shown["starred"], shown["read"], shown["note"]) == ("Reiher", True, True, "Ask Ellen.")
    assert clip("find", "title:reiher").value["total"] == 1
    assert clip("find", "is:starred").value["total"] == 1
    assert clip("find", "note:ellen").value["total"] == 1


def test_an_empty_title_brings_the_page_s_own_back(clip: Clip, three: tuple[int, ...]) -> None:
    clip("edit", three[0], "--title", "Reiher")

    assert clip("edit", three[0], "--title", "").code == 0
    assert clip("show", three[0]).value["title"] == "The heron"


def test_edit_of_an_unknown_clipping_is_not_done(clip: Clip, three: tuple[int, ...]) -> None:
    ran = clip("edit", 999, "--read", "yes")

    assert ran.code == 1
    assert ran.value == {"changed": [], "unknown": [999]}


def test_the_trash_is_left_out_until_restored(clip: Clip, three: tuple[int, ...]) -> None:
    clip("trash", three[0])

    assert clip("find", "heron").value["total"] == 0
    assert clip("list").value["total"] == 2
    assert clip("list", "--trashed").value["total"] == 1

    clip("restore", three[0])
    assert clip("find", "heron").value["total"] == 1


def test_show_of_an_unknown_number_is_null(clip: Clip, three: tuple[int, ...]) -> None:
    ran = clip("show", 999)

    assert (ran.code, ran.value) == (1, None)


def test_export_of_a_query_to_one_file_is_replaced_only_when_asked(
    clip: Clip, three: tuple[int, ...], tmp_path: Path
) -> None:
    target = tmp_path / "birds.pdf"

    first = clip("export", "--query", "river", "--format", "pdf", "--to", target)
    written = target.read_bytes()
    second = clip("export", three[2], "--format", "pdf", "--to", target)

    assert first.value["files"] == [str(target)]
    assert written.startswith(b"%PDF")
    assert second.code == 1
    assert target.read_bytes() == written
    assert clip("export", three[2], "--format", "pdf", "--to", target, "--overwrite").code == 0
    assert target.read_bytes() != written


def test_export_to_a_folder_gives_a_file_each(clip: Clip, three: tuple[int, ...], tmp_path: Path) -> None:
    ran = clip("export", *three, 999, "--format", "pdf", "--to", f"{tmp_path / 'out'}/")

    assert ran.code == 1
    assert len(ran.value["files"]) == 3
    assert all(Path(file).read_bytes().startswith(b"%PDF") for file in ran.value["files"])


def test_an_unknown_format_is_wrong_usage(clip: Clip, three: tuple[int, ...], tmp_path: Path) -> None:
    assert clip("export", three[0], "--format", "wordstar", "--to", tmp_path / "x").code == 2


def test_check_rebuild_and_backup(clip: Clip, three: tuple[int, ...], tmp_path: Path) -> None:
    assert clip("check").value == {"ok": True, "problems": []}
    assert clip("rebuild").code == 0
    assert clip("find", "river").value["total"] == 2

    saved = tmp_path / "saved"
    assert clip("backup", saved).code == 0
    assert clip("backup", saved).code == 1
    assert clip("check", library=saved).value == {"ok": True, "problems": []}
    assert clip("find", "river", library=saved).value["total"] == 2
    assert clip("list", library=saved).value["total"] == 3


def test_a_backup_says_what_is_missing(clip: Clip, tmp_path: Path) -> None:
    page = tmp_path / "owl.html"
    page.write_text("<title>The owl</title><article><p>" + "An owl slept in the barn. " * 20 + "</p></article>")
    clip("add", page)
    (capture,) = (tmp_path / "library" / "captures").rglob("*.warc.gz")
    capture.unlink()

    ran = clip("backup", tmp_path / "saved")

    assert ran.code == 1
    assert capture.name in ran.err
    assert clip("list", library=tmp_path / "saved").value["total"] == 1
