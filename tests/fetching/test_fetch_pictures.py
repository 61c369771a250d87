"""Pictures of a page: what can be had is had, what cannot is left out, and no limit is passed."""

import base64
import io
import threading
from pathlib import Path

import news_pages
import pytest
from PIL import Image
from servers import ENGLISH_PATH, Answer, Handler, Server

from clipper.errors import Cancelled, FetchError
from clipper.fetching import pictures
from clipper.fetching.fetcher import Fetcher
from clipper.model import Page, Request
from clipper.progress import Progress


def drawn(kind: str, width: int = 30, height: int = 20) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), (200, 30, 30)).save(out, kind)
    return out.getvalue()


@pytest.fixture
def page(server: Server, fetch) -> Page:
    return fetch(server.url(ENGLISH_PATH))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP", "BMP", "AVIF"])
def test_a_picture_comes_with_its_type_and_size(server: Server, fetcher: Fetcher, page: Page, kind: str) -> None:
    body = drawn(kind)
    url = server.serve("/a", Answer(body, content_type="application/octet-stream"))

    (found,) = fetcher.pictures(page, [url], Progress())

    assert (found.url, found.body, found.media_type) == (url, body, f"image/{kind.lower()}")
    assert (found.width, found.height) == (30, 20)
    assert found.exchange is not None
    assert (found.exchange.status, found.exchange.body) == (200, body)


def test_pictures_keep_their_order_and_come_once(server: Server, fetcher: Fetcher, page: Page) -> None:
    urls = []
    for number in range(8):

        def slowly(handler: Handler, number: int = number) -> Answer:
            handler.wait(0.05 * (8 - number))
            return Answer(news_pages.png(10 + number, 10), content_type="image/png")

        urls.append(server.serve(f"/{number}.png", slowly))

    found = fetcher.pictures(page, [*urls, *urls], Progress())

    assert [(one.url, one.width) for one in found] == [(url, 10 + number) for number, url in enumerate(urls)]
    assert len(server.asked) == 1 + 8


def test_what_fails_is_left_out(server: Server, fetcher: Fetcher, page: Page) -> None:
    server.serve("/svg", Answer(b"<svg xmlns='http://www.w3.org/2000/svg'/>", content_type="image/svg+xml"))
    server.serve("/pixel", Answer(news_pages.png(1, 1), content_type="image/png"))
    server.serve("/broken", Answer(news_pages.png()[:30], content_type="image/png"))
    bad = ["/404", "/500", "/cut-short", "/loop", "/empty.html", "/pdf.html", "/svg", "/pixel", "/broken", "/bomb.gz"]
    urls = [server.url(path) for path in bad]
    odd = ["file:///etc/passwd", "javascript:1", "", "data:", "data:image/png;base64,####", "http://["]

    found = fetcher.pictures(page, [*urls, *odd, server.url("/pictures/bridge.png")], Progress())

    assert [one.url for one in found] == [server.url("/pictures/bridge.png")]


def test_a_picture_over_the_limit_is_left_out(server: Server, fetcher: Fetcher, page: Page) -> None:
    big = drawn("BMP", 2000, 1700)
    server.serve("/big", Answer(big, content_type="image/bmp"))
    assert len(big) > pictures.PICTURE_BYTES

    assert fetcher.pictures(page, [server.url("/big")], Progress()) == ()


def test_pictures_of_a_page_are_taken_as_long_as_they_fit(server: Server, fetcher: Fetcher, page: Page) -> None:
    nine = drawn("BMP", 2000, 1500)
    urls = [server.serve(f"/{number}.bmp", Answer(nine, content_type="image/bmp")) for number in range(7)]

    found = fetcher.pictures(page, urls, Progress())

    assert [one.url for one in found] == urls[:4]


def test_a_picture_that_unpacks_to_a_giant_is_refused() -> None:
    giant = news_pages.png(2, 2)
    giant = giant[:16] + (60_000).to_bytes(4, "big") * 2 + giant[24:]

    with pytest.raises(FetchError) as caught:
        pictures.measured("https://example.org/a.png", giant)

    assert caught.value.code in ("too_large", "damaged")


@pytest.mark.parametrize(
    "address",
    [
        "data:image/png;base64," + base64.b64encode(news_pages.png(12, 9)).decode(),
        "data:image/png;base64," + base64.b64encode(news_pages.png(12, 9)).decode().rstrip("="),
        "DATA:image/gif;charset=x;BASE64," + base64.b64encode(news_pages.png(12, 9)).decode().replace("+", "%2B"),
        "data:image/png;base64,\n" + base64.encodebytes(news_pages.png(12, 9)).decode(),
        "data:image/png," + "".join(f"%{byte:02x}" for byte in news_pages.png(12, 9)),
    ],
)
def test_a_picture_written_into_the_page_is_read(fetcher: Fetcher, page: Page, address: str) -> None:
    (found,) = fetcher.pictures(page, [address], Progress())

    assert (found.url, found.body, found.media_type) == (address, news_pages.png(12, 9), "image/png")
    assert found.exchange is None


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("data:image/png;base64", "damaged"),
        ("data:image/png;base64,!!!!A", "damaged"),
        ("data:image/png;base64,", "empty"),
        ("data:image/png," + "x" * 30_000_001, "too_large"),
        ("data:image/bmp;base64," + base64.b64encode(b"BM" + bytes(10_000_001)).decode(), "too_large"),
        ("data:text/html,<p>Hello", "not_a_page"),
        ("data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>", "not_a_page"),
    ],
)
def test_what_is_written_into_a_page_may_be_no_picture(address: str, code: str) -> None:
    with pytest.raises(FetchError) as caught:
        pictures.written(address)

    assert caught.value.code == code


def test_for_a_saved_page_the_network_is_asked_for_nothing(tmp_path: Path, server: Server, fetcher: Fetcher) -> None:
    (tmp_path / "a_files").mkdir()
    (tmp_path / "a_files" / "x.png").write_bytes(news_pages.png(12, 9))
    file = tmp_path / "a.html"
    file.write_text(f'<!-- saved from url=(0020){server.url("/a")} --><p>Text<img src="a_files/x.png">')
    page = fetcher.fetch(Request("", path=str(file)), Progress())

    found = fetcher.pictures(page, [server.url("/pictures/bridge.png"), server.url("/a_files/x.png")], Progress())

    assert [one.url for one in found] == [server.url("/a_files/x.png")]
    assert server.asked == []


def test_pictures_of_private_places_are_left_out(server: Server, page: Page) -> None:
    fetcher = Fetcher()

    assert fetcher.pictures(page, [server.url("/pictures/bridge.png")], Progress()) == ()
    assert [asked.path for asked in server.asked] == [ENGLISH_PATH]


def test_stop_is_heard_while_pictures_are_fetched(server: Server, fetcher: Fetcher, page: Page) -> None:
    progress = Progress()
    threading.Timer(0.3, progress.stop).start()

    with pytest.raises(Cancelled):
        fetcher.pictures(page, [server.url("/never")] * 1 + [server.url(f"/drip?{n}") for n in range(9)], progress)

    assert not [thread for thread in threading.enumerate() if thread.name.startswith("picture")]


def test_pictures_that_take_too_long_are_left_out(server: Server, page: Page) -> None:
    good = server.url("/pictures/bridge.png")
    fetcher = Fetcher(allow_private=True, deadline_s=1)

    assert [one.url for one in fetcher.pictures(page, [server.url("/never"), good], Progress())] == [good]
