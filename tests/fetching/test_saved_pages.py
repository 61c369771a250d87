"""Pages that lie on disk: what browsers, SingleFile and Safari write, and what only looks like it."""

import base64
import os
import plistlib
from datetime import UTC, datetime
from pathlib import Path

import news_pages
import pytest

from clipper.errors import FetchError
from clipper.fetching.fetcher import Fetcher
from clipper.model import Request
from clipper.progress import Progress

SAMPLES = Path(__file__).resolve().parents[3] / "shared" / "samples"
STORY = "https://example.org/story-1"
MODIFIED = datetime(2026, 5, 1, 12, 0, tzinfo=UTC)


def saved(folder: Path, name: str, body: str | bytes) -> Path:
    file = folder / name
    file.write_bytes(body.encode() if isinstance(body, str) else body)
    os.utime(file, (MODIFIED.timestamp(), MODIFIED.timestamp()))
    return file


def sample(name: str) -> Path:
    path = SAMPLES / name
    if not path.exists():
        pytest.skip(f"the sample files are not here: {SAMPLES}")
    return path


def test_a_saved_page_is_kept_as_it_lies_there(tmp_path: Path, fetch) -> None:
    file = saved(tmp_path, "ä b.html", b"\xef\xbb\xbf<p>Hello</p>")

    page = fetch(file)

    assert page.body == b"\xef\xbb\xbf<p>Hello</p>"
    assert (page.url, page.charset, page.fetched) == (None, None, MODIFIED)
    (exchange,) = page.exchanges
    assert (exchange.status, exchange.body, exchange.url) == (0, page.body, file.as_uri())


def test_an_address_given_beside_the_file_leads(tmp_path: Path, fetcher: Fetcher) -> None:
    file = saved(tmp_path, "a.html", f'<link rel="canonical" href="{STORY}"><p>Hello')

    page = fetcher.fetch(Request("", path=str(file), url="https://example.org/given"), Progress())

    assert page.url == "https://example.org/given"
    assert page.exchanges[0].url == "https://example.org/given"


@pytest.mark.parametrize(
    "head",
    [
        f"<!-- saved from url=(0027){STORY} -->\n<html>",
        f'<html><link rel="canonical" href="{STORY}">',
        f"<html><link href={STORY} rel='shortlink canonical'/>",
        f'<html><link rel="canonical" href="/story-1"><meta property="og:url" content="{STORY}">',
        f'<html><link rel="canonical" href="https://example.org/"><meta content=\'{STORY}\' name=og:url>',
        f"<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n url: {STORY} \n saved date: never \n--><p>",
    ],
)
def test_a_page_says_where_it_came_from(tmp_path: Path, fetch, head: str) -> None:
    assert fetch(saved(tmp_path, "a.html", head + "<p>Hello")).url == STORY


@pytest.mark.parametrize(
    "head",
    [
        '<link rel="canonical" href="https://example.org/">',
        '<link rel="canonical" href="story-1">',
        '<link rel="canonical" href="javascript:alert(1)">',
        '<link rel="alternate" href="https://example.org/story-1">',
        "<!-- saved from url=(0014)about:internet -->",
    ],
)
def test_a_page_that_does_not_say_has_no_address(tmp_path: Path, fetch, head: str) -> None:
    assert fetch(saved(tmp_path, "a.html", head + "<p>Hello")).url is None


@pytest.mark.parametrize("language", ["C", "de_DE.UTF-8"])
def test_a_page_of_single_file_knows_its_day(fetch, monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    monkeypatch.setenv("LC_ALL", language)
    page = fetch(sample("constructed__singlefile-head.html"))

    assert page.url == "https://example.com/story"
    assert page.fetched == datetime(2025, 10, 6, 4, 30, tzinfo=UTC)


def mhtml(*parts: tuple[str, str, bytes], head: str = "") -> bytes:
    lines = [
        "From: <Saved by Blink>",
        f"Snapshot-Content-Location: {STORY}",
        "Subject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?=",
        "Date: Sat, 14 Mar 2026 08:30:00 -0000",
        "MIME-Version: 1.0",
        'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----Part"',
        head,
    ]
    whole = "\r\n".join(line for line in lines if line).encode() + b"\r\n\r\n"
    for kind, location, body in parts:
        packed = base64.encodebytes(body)
        whole += f"------Part\r\nContent-Type: {kind}\r\nContent-Transfer-Encoding: base64\r\n".encode()
        whole += f"Content-Location: {location}\r\n\r\n".encode() + packed + b"\r\n"
    return whole + b"------Part--\r\n"


def test_mhtml_brings_its_page_its_address_its_day_and_its_pictures(tmp_path: Path, fetch) -> None:
    body = "<p>Schöne Grüße</p>".encode()
    picture = news_pages.png(20, 10)
    whole = mhtml(
        ("text/css", "cid:css-1@mhtml.blink", b"p {}"),
        ("text/html", "https://ads.example/frame", b"<p>An advertisement</p>"),
        ("text/html", STORY, body),
        ("image/png", "https://example.org/pictures/a.png", picture),
        ("image/png", "pictures/b.png", picture),
        ("image/svg+xml", "https://example.org/c.svg", b"<svg xmlns='http://www.w3.org/2000/svg'></svg>"),
        ("image/png", "https://example.org/broken.png", picture[:20]),
    )

    page = fetch(saved(tmp_path, "a.mhtml", whole))

    assert (page.url, page.body, page.charset) == (STORY, body, "utf-8")
    assert page.fetched == datetime(2026, 3, 14, 8, 30, tzinfo=UTC)
    assert [(one.url, one.media_type, one.width, one.height) for one in page.pictures] == [
        ("https://example.org/pictures/a.png", "image/png", 20, 10),
        ("https://example.org/pictures/b.png", "image/png", 20, 10),
    ]
    assert page.exchanges[0].body == whole


def test_mhtml_is_known_by_its_head_under_another_name(tmp_path: Path, fetch) -> None:
    page = fetch(saved(tmp_path, "a.html", mhtml(('text/html; charset="windows-1252"', STORY, b"<p>Gr\xfc\xdfe</p>"))))

    assert (page.body, page.charset) == (b"<p>Gr\xfc\xdfe</p>", "windows-1252")


def test_a_real_mhtml_is_read(fetch) -> None:
    page = fetch(sample("qutebrowser__simple.mht"))

    assert b'<meta charset="utf-8">' in page.body
    assert page.url == "http://localhost:1234/data/downloads/mhtml/simple/simple.html"


def test_a_webarchive_brings_its_page_its_address_and_its_pictures(tmp_path: Path, fetch) -> None:
    picture = news_pages.png(20, 10)
    archive = {
        "WebMainResource": {
            "WebResourceData": "<p>Grüße</p>".encode("cp1252"),
            "WebResourceMIMEType": "text/html",
            "WebResourceTextEncodingName": "windows-1252",
            "WebResourceURL": STORY,
        },
        "WebSubresources": [
            {"WebResourceURL": "https://example.org/a.png", "WebResourceData": picture},
            {"WebResourceURL": "https://example.org/a.js", "WebResourceData": b"alert(1)"},
            {"WebResourceURL": 5, "WebResourceData": "text"},
            "nonsense",
        ],
    }

    for form in (plistlib.FMT_BINARY, plistlib.FMT_XML):
        page = fetch(saved(tmp_path, "a.webarchive", plistlib.dumps(archive, fmt=form)))

        assert (page.url, page.charset) == (STORY, "windows-1252")
        assert page.body.decode("cp1252") == "<p>Grüße</p>"
        assert [one.url for one in page.pictures] == ["https://example.org/a.png"]


def test_the_sample_webarchive_is_read(fetch) -> None:
    assert fetch(sample("constructed__safari.webarchive")).url


@pytest.mark.parametrize("folder", ["Story_files", "Story-Dateien"])
def test_pictures_beside_a_page_come_with_it(tmp_path: Path, fetch, folder: str) -> None:
    (tmp_path / folder).mkdir()
    saved(tmp_path / folder, "one ä.png", news_pages.png(30, 20))
    saved(tmp_path / folder, "two.png", news_pages.png(40, 20))
    saved(tmp_path / folder, "script.js", "alert(1)")
    saved(tmp_path, "secret.png", news_pages.png(50, 20))
    markup = (
        f'<!-- saved from url=(0027){STORY} --><img src="./{folder}/one%20%C3%A4.png"><img src="{folder}/one ä.png">'
        f'<img srcset="{folder}/two.png 1x, {folder}/none.png 2x"><script src="{folder}/script.js"></script>'
        f'<img src="{folder}/../secret.png"><img src="{folder}/two.png?v=1">'
    )

    page = fetch(saved(tmp_path, "Story.html", markup))

    assert [(one.url, one.width) for one in page.pictures] == [
        (f"https://example.org/{folder}/one%20%C3%A4.png", 30),
        (f"https://example.org/{folder}/one ä.png", 30),
        (f"https://example.org/{folder}/two.png", 40),
        (f"https://example.org/{folder}/two.png?v=1", 40),
    ]


def test_a_page_with_a_base_names_its_pictures_by_it(tmp_path: Path, fetch) -> None:
    (tmp_path / "Story_files").mkdir()
    saved(tmp_path / "Story_files", "a.png", news_pages.png(30, 20))
    markup = '<base target="_top" href="https://example.org/base/"><img src="Story_files/a.png"><img src="http://[Story_files/">'

    page = fetch(saved(tmp_path, "Story.html", markup))

    assert [one.url for one in page.pictures] == ["https://example.org/base/Story_files/a.png"]


def test_a_link_out_of_the_folder_beside_a_page_is_not_followed(tmp_path: Path, fetch) -> None:
    (tmp_path / "Story_files").mkdir()
    saved(tmp_path, "secret.png", news_pages.png(50, 20))
    (tmp_path / "Story_files" / "a.png").symlink_to(tmp_path / "secret.png")

    assert fetch(saved(tmp_path, "Story.html", '<img src="Story_files/a.png">')).pictures == ()


@pytest.mark.parametrize(
    ("name", "body", "code"),
    [
        ("a.html", b"", "empty"),
        ("a.html", b" \n\0\n", "empty"),
        ("a.html", b"%PDF-1.7 and so on", "not_a_page"),
        ("a.html", news_pages.png(), "not_a_page"),
        ("a.html", b"<p>" + b"x" * 20_000_000, "too_large"),
        ("a.mht", b"nothing of the kind", "damaged"),
        ("a.mhtml", mhtml(("image/png", STORY, b"x")), "damaged"),
        ("a.mhtml", mhtml(("text/html", STORY, b"")), "empty"),
        ("a.webarchive", b"nothing of the kind", "damaged"),
        ("a.webarchive", b"bplist00" + b"\xff" * 60, "damaged"),
        ("a.webarchive", plistlib.dumps({"WebMainResource": {}}), "damaged"),
        ("a.webarchive", plistlib.dumps({"WebMainResource": {"WebResourceData": "text"}}), "damaged"),
        ("a.webarchive", plistlib.dumps([1]), "damaged"),
    ],
)
def test_a_file_that_is_no_page_says_so(tmp_path: Path, fetch, name: str, body: bytes, code: str) -> None:
    file = saved(tmp_path, name, body)

    with pytest.raises(FetchError) as caught:
        fetch(file)

    assert caught.value.code == code
    assert caught.value.path == str(file)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path, fetch) -> None:
    os.mkfifo(tmp_path / "a.html")

    with pytest.raises(FetchError) as caught:
        fetch(tmp_path / "a.html")

    assert caught.value.code == "damaged"


def test_a_file_that_is_gone_is_not_found(tmp_path: Path, fetch) -> None:
    with pytest.raises(FetchError) as caught:
        fetch(tmp_path / "gone.html")

    assert caught.value.code == "not_found"


def test_a_file_of_the_future_was_saved_now(tmp_path: Path, fetch) -> None:
    file = saved(tmp_path, "a.html", "<p>Hello")
    os.utime(file, (4_000_000_000, 4_000_000_000))

    assert fetch(file).fetched <= datetime.now(UTC)
