"""Addresses, paths, link files and saved pages as they are handed in."""

import os
import plistlib
import sys
from pathlib import Path

import pytest

from clipper.errors import SourceError
from clipper.model import Request
from clipper.sources.reading import requests


def only(given: str | Path, **more) -> Request:
    (found,) = requests(str(given), **more)
    return found


def failure(given: str | Path) -> SourceError:
    with pytest.raises(SourceError) as caught:
        list(requests(str(given)))
    return caught.value


def test_a_web_address_is_taken_as_it_is() -> None:
    found = only(" https://example.org/a?b=c#d \n", tags=("one", "two", "one"))

    assert found == Request(" https://example.org/a?b=c#d \n", url="https://example.org/a?b=c#d", tags=("one", "two"))


@pytest.mark.parametrize(
    ("given", "scheme"),
    [
        ("javascript:alert(1)", "javascript"),
        ("ftp://example.org/a", "ftp"),
        ("mailto:a@example.org", "mailto"),
        ("data:text/html,hello", "data"),
        ("http://", "http"),
        ("file://server/share/page.html", "file"),
        ("file://[", "file"),
    ],
)
def test_another_scheme_is_named(given: str, scheme: str) -> None:
    error = failure(given)

    assert (error.code, error.detail) == ("scheme", scheme)


@pytest.mark.parametrize(
    "given", ["", "   ", "no/such/file.html", "file:///no/such/page.html", "a\0b", "x" * 5000, "C:\\a"]
)
def test_what_is_not_there_is_not_found(given: str) -> None:
    assert failure(given).code == "not_found"


@pytest.mark.parametrize("name", ["a.html", "a.HTM", "a.xhtml", "a.mht", "a.mhtml", "a.webarchive", "ä b%20#.html"])
def test_a_saved_page_is_a_path(tmp_path: Path, name: str) -> None:
    page = tmp_path / name
    page.write_text("<!DOCTYPE html><p>Hello</p>")

    assert only(page) == Request(str(page), path=str(page))


def test_a_relative_path_is_made_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "a.html").write_text("<p>Hello</p>")
    monkeypatch.chdir(tmp_path / "in")

    assert only("../a.html") == Request("../a.html", path=str(tmp_path / "a.html"))


def test_a_file_address_is_a_path(tmp_path: Path) -> None:
    page = tmp_path / "ä b.html"
    page.write_text("<p>Hello</p>")

    assert only(page.as_uri()).path == str(page)
    assert only(page.as_uri().replace("file://", "file://localhost")).path == str(page)


def test_a_file_whose_name_looks_like_a_scheme_is_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "note: one.html").write_text("<p>Hello</p>")
    monkeypatch.chdir(tmp_path)

    assert only("note: one.html").path == str(tmp_path / "note: one.html")


def test_a_page_without_an_ending_is_known_by_its_beginning(tmp_path: Path) -> None:
    page = tmp_path / "index"
    page.write_text("\n<!doctype html><p>Hello</p>")

    assert only(page).path == str(page)


@pytest.mark.parametrize(
    ("name", "body", "title"),
    [
        ("a.url", b"[InternetShortcut]\r\nURL=https://example.org/a?x=1\r\nIconIndex=0\r\n", None),
        ("a.url", "[InternetShortcut]\r\nURL=https://example.org/a?x=1\r\n".encode("utf-16"), None),
        ("a.url", b"[{000214A0}]\nProp3=19,11\nURL=x\n[internetshortcut]\nurl = https://example.org/a?x=1", None),
        ("a.webloc", plistlib.dumps({"URL": "https://example.org/a?x=1"}), None),
        ("a.webloc", plistlib.dumps({"URL": "https://example.org/a?x=1"}, fmt=plistlib.FMT_BINARY), None),
        ("a.desktop", "[Desktop Entry]\nType=Link\nName=Über\nURL=https://example.org/a?x=1\n".encode(), "Über"),
        ("a.desktop", b"[Desktop Entry]\nType=Link\nURL[$e]=https://example.org/a?x=1\n", None),
    ],
)
def test_a_link_file_leads_to_its_address(tmp_path: Path, name: str, body: bytes, title: str | None) -> None:
    link = tmp_path / name
    link.write_bytes(body)

    assert only(link, tags=["t"]) == Request(str(link), url="https://example.org/a?x=1", title=title, tags=("t",))


@pytest.mark.parametrize(
    ("name", "body", "code"),
    [
        ("a.url", b"nothing", "damaged"),
        ("a.url", b"", "empty"),
        ("a.url", b"[InternetShortcut]\nURL=file:///etc/passwd", "scheme"),
        ("a.url", b"[InternetShortcut]\nURL=javascript:alert(1)", "scheme"),
        ("a.webloc", b"not a list", "damaged"),
        ("a.webloc", b"bplist00" + bytes(40), "damaged"),
        ("a.webloc", plistlib.dumps(["https://example.org/"]), "damaged"),
        ("a.webloc", plistlib.dumps({"URL": 5}), "damaged"),
        ("a.desktop", b"[Desktop Entry]\nType=Application\nExec=rm\nURL=https://example.org/", "not_a_known_format"),
        ("a.desktop", b"[Desktop Entry]\nType=Link\n", "damaged"),
        ("a.pdf", b"%PDF-1.7", "not_a_known_format"),
        ("a.json", b"{}", "not_a_known_format"),
        ("a.jpeg", b"\xff\xd8", "not_a_known_format"),
    ],
)
def test_a_file_that_cannot_be_clipped_says_why(tmp_path: Path, name: str, body: bytes, code: str) -> None:
    file = tmp_path / name
    file.write_bytes(body)

    error = failure(file)

    assert error.code == code
    assert error.path == str(file)


def test_a_folder_gives_its_files_in_name_order_depth_first(tmp_path: Path) -> None:
    for name in (
        "b.html",
        "a/2.html",
        "a/1.html",
        "c.mht",
        "a.html",
        ".hidden.html",
        ".git/x.html",
        "photo.jpg",
        "README",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("<p>Hello</p>")
    (tmp_path / "d.url").write_text("[InternetShortcut]\nURL=https://example.org/\n")

    found = list(requests(str(tmp_path), tags=["t"]))

    assert [Path(one.given).relative_to(tmp_path).as_posix() for one in found] == [
        *("a/1.html", "a/2.html", "a.html", "b.html", "c.mht", "d.url"),
    ]
    assert all(one.tags == ("t",) for one in found)


def test_what_a_browser_saved_beside_a_page_is_no_page(tmp_path: Path) -> None:
    for folder in ("Story_files", "Bericht-Dateien", "Notes-Dateien", "real"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "frame.html").write_text("<p>frame</p>")
    for name in ("Story.html", "Bericht.htm"):
        (tmp_path / name).write_text("<p>Hello</p>")

    found = [Path(one.given).relative_to(tmp_path).as_posix() for one in requests(str(tmp_path))]

    assert found == ["Bericht.htm", "Notes-Dateien/frame.html", "Story.html", "real/frame.html"]


def test_a_link_that_leads_round_in_a_circle_is_followed_once(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.html").write_text("<p>Hello</p>")
    (tmp_path / "in" / "up").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "in" / "gone.html").symlink_to(tmp_path / "nowhere.html")

    assert [one.given for one in requests(str(tmp_path))] == [str(tmp_path / "in" / "a.html")]


def test_a_folder_names_what_it_could_not_read_after_the_rest(tmp_path: Path) -> None:
    (tmp_path / "a.url").write_text("broken")
    (tmp_path / "b.html").write_text("<p>Hello</p>")
    (tmp_path / "notes.txt").write_text("Only my thoughts.\n")
    source = requests(str(tmp_path))

    assert Path(next(source).given).name == "b.html"
    with pytest.raises(SourceError) as caught:
        next(source)
    assert (caught.value.code, caught.value.detail) == ("damaged", "a.url")


def test_folders_nested_without_end_are_named_at_some_depth(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<p>Hello</p>")
    deep = tmp_path
    for _ in range(120):
        deep = deep / "d"
    deep.mkdir(parents=True)
    (deep / "b.html").write_text("<p>Hello</p>")

    source = requests(str(tmp_path))

    assert Path(next(source).given).name == "a.html"
    with pytest.raises(SourceError) as caught:
        next(source)
    assert (caught.value.code, caught.value.detail) == ("damaged", "d")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.html")

    assert failure(tmp_path / "a.html").code == "not_a_known_format"
    assert failure(tmp_path).code == "empty"


@pytest.mark.skipif(os.name == "nt" or sys.platform == "darwin", reason="names of files are text on this system")
def test_a_file_whose_name_is_no_text_is_named_beside_the_others(tmp_path: Path) -> None:
    for name in (b"a.html", b"gr\xfc\xdfe.html"):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_text("<p>Hello</p>")
    source = requests(str(tmp_path))

    assert Path(next(source).given).name == "a.html"
    with pytest.raises(SourceError) as caught:
        next(source)
    assert (caught.value.code, caught.value.detail) == ("damaged", "gr\ufffd\ufffde.html")


def test_an_empty_folder_is_empty(tmp_path: Path) -> None:
    assert failure(tmp_path).code == "empty"


def test_a_file_that_must_not_be_read_is_damaged(tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    page.write_text("<p>Hello</p>")
    page.chmod(0)
    try:
        page.read_bytes()
    except PermissionError:
        assert failure(page).code == "damaged"
    else:
        pytest.skip("this user may read everything")
    finally:
        page.chmod(0o600)
