"""Hostile HTML in the pane: nothing runs, nothing is fetched, no local file is shown, the window stays alive."""

import http.server
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import ClassVar

import pytest
from documents import document
from PIL import Image
from PySide6.QtCore import QUrl
from PySide6.QtGui import QColor, QImage, QTextDocument
from pytestqt.qtbot import QtBot

from clipper.gui.reading.pane import ReadingPane
from clipper.model import Document, KeptPicture

Show = Callable[[Document], None]


class Recorder(http.server.BaseHTTPRequestHandler):
    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.send_response(404)
        self.end_headers()

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


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    path = tmp_path / "secret.png"
    Image.new("RGB", (300, 300), (0, 255, 0)).save(path)
    return path


def has_green(image: QImage) -> bool:
    green = QColor(0, 255, 0)
    return any(image.pixelColor(x, y) == green for x in range(0, image.width(), 7) for y in range(0, image.height(), 7))


def test_nothing_is_fetched_and_no_local_file_is_shown(
    pane: ReadingPane, show: Show, server: str, secret: Path, qtbot: QtBot
) -> None:
    html = f"""<p>Before</p><script>document.title='ran'</script><style>@import '{server}/a.css';
        body {{ background: url({server}/b.png) }}</style>
        <link rel=stylesheet href='{server}/c.css'>
        <img src='{server}/d.png' onerror='x()'>
        <img src='{secret.as_uri()}'><img src='{secret}'><img src='secret.png'><img src='../secret.png'>
        <p style="background-image: url({secret.as_uri()})" background='{secret.as_uri()}'>styled</p>
        <table background='{secret.as_uri()}'><tr><td background='{server}/e.png'>cell</td></tr></table>
        <ul style="list-style-image: url({secret.as_uri()})"><li>item</li></ul>
        <form action='{server}/f'><input name=x value=y><button>go</button></form>
        <iframe src='{server}/g'></iframe><object data='{secret.as_uri()}'></object><embed src='{server}/h'>
        <svg><image href='{secret.as_uri()}'/></svg><meta http-equiv=refresh content='0;url={server}/i'>
        <a href='javascript:alert(1)'>run</a><p>After</p>"""

    show(document(html, url=f"{server}/page"))

    shown = pane.article.browser.toPlainText()
    assert shown.index("Before") < shown.index("styled") < shown.index("cell") < shown.index("After")
    assert "document.title" not in shown
    assert not has_green(pane.grab().toImage())
    assert Recorder.asked == []


def test_the_browser_itself_opens_no_file_whatever_html_it_gets(
    pane: ReadingPane, show: Show, secret: Path, qtbot: QtBot
) -> None:
    show(document())
    browser = pane.article.browser
    for address in (secret.as_uri(), str(secret), "secret.png"):
        browser.show_pieces([f'<p><img src="{address}" width="200" height="200"></p>'])
        assert not has_green(pane.grab().toImage())
        kind = QTextDocument.ResourceType.ImageResource.value
        resource = browser.document().resource(kind, QUrl(address))
        assert isinstance(resource, QImage)
        assert not resource.isNull()


def test_a_picture_that_claims_to_be_one_is_left_blank(
    pane: ReadingPane, show: Show, tmp_path: Path, secret: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "kept.svg"
    path.write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="{secret.as_uri()}"/></svg>'
    )
    url = "https://example.org/x.svg"
    kept = KeptPicture(url, "2" * 64, str(path), "image/svg+xml", 300, 300)
    gone = KeptPicture(url + "2", "3" * 64, str(tmp_path / "gone.png"), "image/png", 300, 300)
    broken = tmp_path / "broken.png"
    broken.write_bytes(secret.read_bytes()[:60])
    half = KeptPicture(url + "3", "4" * 64, str(broken), "image/png", 300, 300)
    pictures = {one.url: one for one in (kept, gone, half)}

    show(document("".join(f'<img src="{one}">' for one in pictures) + "<p>After</p>", pictures=pictures))
    qtbot.waitUntil(lambda: not pane.article._runner.running())

    assert "After" in pane.article.browser.toPlainText()
    assert not has_green(pane.grab().toImage())


@pytest.mark.parametrize(
    "html",
    [
        "<table><tr><td>" * 25 + "deep" + "</td></tr></table>" * 25,
        "<blockquote>" * 300 + "deep" + "</blockquote>" * 300,
        "<ul><li>" * 300 + "deep" + "</li></ul>" * 300,
        "<b><i><u>" * 600 + "deep",
        "<p " + " ".join(f"a{number}='x'" for number in range(5_000)) + ">deep</p>",
        "<table>" + "<tr>" + "<td>c</td>" * 50 + "</tr>" * 400 + "</table>deep",
        "<p>" + "\u202e" * 1_000 + "deep</p>",
        "<td>no table</td><li>no list</li><tr><p>deep",
        "<p>deep " + "x" * 200_000 + "</p>",
    ],
)
def test_a_page_built_to_hang_is_shown(pane: ReadingPane, show: Show, html: str) -> None:
    show(document(html))

    assert "deep" in pane.article.browser.toPlainText()


def test_what_the_parser_drops_is_shown_from_the_text(pane: ReadingPane, show: Show) -> None:
    show(document("<div>" * 40_000 + "<p>lost</p>", text="Kept paragraph.\n\nAnd another."))

    assert "And another." in pane.article.browser.toPlainText()


def test_a_title_of_ten_thousand_characters_leaves_room_for_the_text(pane: ReadingPane, show: Show) -> None:
    show(document("<p>Text.</p>", title="\u202e" + "long title " * 1_000, tags=("t" * 200,) * 40))

    shown = pane.article.browser.toPlainText()
    assert "Text." in shown
    assert "\u202e" not in shown
    assert len(shown) < 12_000
