"""The page as it was saved opens in a browser: nothing in it runs, nothing is asked for, kept pictures are there."""

import base64
import http.server
import shutil
import subprocess
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import ClassVar

import pytest

from clipper.gui.reading import savedpage
from clipper.model import KeptPicture, Page

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def page(body: bytes, charset: str | None = None, url: str = "https://example.org/a/b") -> Page:
    return Page(url, datetime(2026, 11, 24, tzinfo=UTC), body, charset, ())


def kept(tmp_path: Path, url: str) -> dict[str, KeptPicture]:
    path = tmp_path / "kept.png"
    path.write_bytes(PNG)
    return {url: KeptPicture(url, "0" * 64, str(path), "image/png", 1, 1)}


def test_a_kept_picture_stands_in_the_copy_itself(tmp_path: Path) -> None:
    body = b'<img class="x" srcset="big.png 2x" src="../pic.png?a=1&amp;b=2" alt="a picture">'
    pictures = kept(tmp_path, "https://example.org/pic.png?a=1&b=2")

    shown = savedpage.safe(savedpage.decoded(page(body)), "https://example.org/a/b", pictures)

    assert f"data:image/png;base64,{base64.b64encode(PNG).decode()}" in shown
    assert "srcset" not in shown
    assert 'alt="a picture"' in shown


def test_a_picture_that_was_not_kept_is_not_asked_for() -> None:
    assert "http" not in savedpage.safe('<img src="https://tracker.example/x.gif">', None, {})


@pytest.mark.parametrize(
    ("body", "charset"),
    [
        ("Größe".encode(), None),
        ("Größe".encode("latin-1"), "iso-8859-1"),
        (b"<meta charset=windows-1252>" + "Größe".encode("cp1252"), None),
        ("Größe".encode("cp1252"), None),
        ("Größe".encode(), "no-such-charset"),
        (b"\xff\xfe" + "Größe".encode("utf-16-le"), None),
    ],
)
def test_the_charset_is_found(body: bytes, charset: str | None) -> None:
    assert "Größe" in savedpage.decoded(page(body, charset))


def test_the_copy_is_whole_and_its_notice_is_text(tmp_path: Path) -> None:
    written = savedpage.write_copy(page(b"<p>\xff text</p>"), {}, tmp_path, notice='Saved "today" <b>')

    text = written.read_text(encoding="utf-8")
    assert "&lt;b&gt;" in text
    assert "&lt;p&gt;" in text
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]


class Recorder(http.server.BaseHTTPRequestHandler):
    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_POST = do_GET  # noqa: N815 - the name of the base class

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[str]:
    Recorder.asked.clear()
    served = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Recorder)
    thread = threading.Thread(target=served.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{served.server_port}"
    served.shutdown()
    thread.join()
    served.server_close()


HOSTILE = """<!doctype html><html><head><base href="{at}/base/"><meta http-equiv="refresh" content="0;url={at}/refresh">
<link rel="stylesheet" href="{at}/style.css"><link rel="prefetch" href="{at}/prefetch"><link rel=preconnect href="{at}">
<style>@import "{at}/import.css"; body {{ background: url({at}/background.png) }}
@font-face {{ font-family: f; src: url({at}/font.woff) }} p {{ font-family: f }}</style>
<script src="{at}/script.js"></script><script>fetch("{at}/fetch"); new Image().src = "{at}/image"
top.location = "{at}/top"</script></head>
<body onload="fetch('{at}/onload')"><p>Text of the page</p><img src="{at}/img.png" onerror="fetch('{at}/onerror')">
<img src=x onerror="document.body.innerHTML='RAN'"><picture>
<source srcset="{at}/source.png"><img src="{at}/p.png"></picture>
<iframe src="{at}/frame"></iframe><object data="{at}/object"></object><embed src="{at}/embed"><video src="{at}/video"
poster="{at}/poster" autoplay></video><audio src="{at}/audio" autoplay></audio><form action="{at}/form"><input autofocus
onfocus="this.form.submit()"></form><svg><image href="{at}/svg.png"/><script>document.title = "RAN"</script></svg>
<img src="file:///etc/hostname"><a href="javascript:alert(1)">link</a></iframe></body></html>"""


@pytest.mark.slow
@pytest.mark.skipif(CHROMIUM is None, reason="needs chromium")
def test_a_hostile_page_neither_runs_nor_asks_in_a_real_browser(tmp_path: Path, server: str) -> None:
    assert CHROMIUM is not None
    body = HOSTILE.replace("{at}", server).replace("{{", "{").replace("}}", "}").encode()
    (tmp_path / "copy").mkdir()
    written = savedpage.write_copy(page(body), {}, tmp_path / "copy", notice="As it was saved")

    ran = subprocess.run(
        [
            CHROMIUM,
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            f"--user-data-dir={tmp_path / 'profile'}",
            "--virtual-time-budget=3000",
            f"--screenshot={tmp_path / 'page.png'}",
            written.as_uri(),
        ],
        capture_output=True,
        timeout=60,
        check=False,
    )

    assert (tmp_path / "page.png").exists(), ran.stderr[-2000:]
    assert Recorder.asked == []
