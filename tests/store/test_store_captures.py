"""Captures and pictures: what was fetched comes out as it came, and damage is seen."""

import gzip
import zlib
from dataclasses import replace
from io import BytesIO

import brotli
import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from store_samples import FETCHED, a_page, a_picture, an_addition, an_article, with_picture
from warcio.archiveiterator import ArchiveIterator

from clipper.errors import DamagedError, NotFoundError
from clipper.model import Exchange, Illustration, Page, Picture
from clipper.store import warc
from clipper.store.store import Store


def deflated_bare(body: bytes) -> bytes:
    """Deflate without the zlib wrapper, as many servers do."""
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(body) + packer.flush()


CODINGS = {
    "": bytes,
    "identity": bytes,
    "gzip": gzip.compress,
    "x-gzip": gzip.compress,
    "deflate": zlib.compress,
    "Deflate": deflated_bare,
    "br": brotli.compress,
    "zstd": zstandard.ZstdCompressor().compress,
    "gzip, br": lambda body: brotli.compress(gzip.compress(body)),
}


@pytest.mark.parametrize("coding", CODINGS)
def test_a_page_comes_out_raw_and_decoded(store: Store, coding: str) -> None:
    body = "<html>Grüße</html>".encode() * 100
    headers = (("Content-Type", "text/html"), ("Content-Encoding", coding)) if coding else ()
    exchange = Exchange("https://e.org/ü", 200, "Fine & good", headers, CODINGS[coding](body), FETCHED)
    page = Page("https://e.org/ü", FETCHED, body, "utf-8", (exchange,))

    store.clippings.add([an_addition(1, page=page)])

    assert store.captures.page(1) == page
    assert [record.rec_type for record in records_of(store)] == ["warcinfo", "response"]


def test_every_hop_is_kept_before_the_page(store: Store) -> None:
    page = a_page("https://e.org/to")
    hop = Exchange(
        "http://e.org/from",
        301,
        "Moved",
        (("Location", "https://e.org/to"), ("Set-Cookie", "a"), ("Set-Cookie", "b")),
        b"",
        FETCHED,
    )
    page = replace(page, exchanges=(hop, *page.exchanges))

    store.clippings.add([an_addition(1, page=page)])

    assert store.captures.page(1) == page


def test_chunks_that_are_gone_are_not_announced_in_the_file_but_in_the_exchange(store: Store) -> None:
    page = a_page()
    (exchange,) = page.exchanges
    page = replace(page, exchanges=(replace(exchange, headers=(*exchange.headers, ("Transfer-Encoding", "chunked"))),))

    store.clippings.add([an_addition(1, page=page)])

    assert store.captures.page(1) == page
    (response,) = [one for one in records_of(store) if one.rec_type == "response"]
    assert response.http_headers.get_header("Transfer-Encoding") is None


def test_a_saved_file_is_a_resource(store: Store) -> None:
    exchange = Exchange("file:///home/me/My page.html", 0, "", (("Content-Type", "text/html"),), b"<p>x", FETCHED)
    page = Page(None, FETCHED, b"<p>x", None, (exchange,))

    store.clippings.add([an_addition(1, page=page)])

    assert [one.rec_type for one in records_of(store)] == ["warcinfo", "resource"]
    read = store.captures.page(1)
    assert (read.url, read.body, read.exchanges[0].body, read.exchanges[0].status) == (None, b"<p>x", b"<p>x", 0)
    assert read.exchanges[0].url == "file:///home/me/My%20page.html"


def test_a_page_out_of_a_container_is_kept_beside_it_with_its_pictures(store: Store) -> None:
    picture = replace(a_picture("cid:1"), exchange=None)
    container = Exchange("file:///a.mhtml", 0, "", (("Content-Type", "multipart/related"),), b"MIME...", FETCHED)
    page = Page("https://e.org/", FETCHED, b"<p>x", "utf-8", (container,), (picture,))
    article = replace(an_article(), illustrations=(Illustration("cid:1"),))

    store.clippings.add([an_addition(1, page=page, article=article, pictures=(picture,))])

    assert [one.rec_type for one in records_of(store)] == ["warcinfo", "resource", "conversion"]
    assert store.captures.page(1) == page


def test_a_coding_that_does_not_undo_is_kept_with_what_was_read(store: Store) -> None:
    exchange = Exchange("https://e.org/", 200, "OK", (("Content-Encoding", "gzip"),), b"no gzip at all", FETCHED)
    page = Page("https://e.org/", FETCHED, b"no gzip at all", None, (exchange,))

    store.clippings.add([an_addition(1, page=page)])

    assert store.captures.page(1) == page


def test_a_page_without_an_exchange_is_kept_by_its_body(store: Store) -> None:
    page = Page(None, FETCHED, b"<p>alone", "latin-1", ())

    store.clippings.add([an_addition(1, page=page)])

    assert store.captures.page(1) == page


def test_pictures_that_were_fetched_stand_in_the_file(store: Store) -> None:
    store.clippings.add([with_picture(1)])

    response = records_of(store)[-1]
    assert response.rec_headers.get_header("WARC-Target-URI") == "https://example.org/a.png"
    assert [picture.body for picture in store.captures.page(1).pictures] == [a_picture().body]


def test_warcio_finds_the_file_in_order(store: Store) -> None:
    store.clippings.add([with_picture(1)])
    (path,) = store.folder.glob("captures/**/*.gz")

    with path.open("rb") as file:
        for record in ArchiveIterator(file, check_digests="raise"):
            record.raw_stream.read()

    assert str(path.parent.relative_to(store.folder)) == "captures/2026/11"


def test_heads_in_any_script_come_out_as_they_went_in(store: Store) -> None:
    headers = (("Content-Disposition", 'inline; filename="Grüße.html"'), ("X-Ü", "漢字; q=ä"))
    page = Page(
        "https://e.org/", FETCHED, b"<p>", None, (Exchange("https://e.org/", 200, "Schön", headers, b"<p>", FETCHED),)
    )

    store.clippings.add([an_addition(1, page=page)])

    assert store.captures.page(1) == page


def test_headers_with_line_breaks_stay_headers(store: Store) -> None:
    headers = (("X-Odd\r\nSet", "a\r\nInjected: yes\r\n\r\n<body>"), ("Content-Type", "text/html"))
    page = Page(
        "https://e.org/a b",
        FETCHED,
        b"<p>",
        None,
        (Exchange("https://e.org/a b", 200, "O\r\nK", headers, b"<p>", FETCHED),),
    )

    store.clippings.add([an_addition(1, page=page)])

    (exchange,) = store.captures.page(1).exchanges
    assert exchange.headers == (("X-Odd Set", "a Injected: yes <body>"), ("Content-Type", "text/html"))
    assert (exchange.reason, exchange.body) == ("O K", b"<p>")


@settings(max_examples=200, deadline=None)
@given(
    body=st.binary(max_size=300),
    url=st.text(min_size=1, max_size=40),
    reason=st.text(max_size=20),
    headers=st.lists(
        st.tuples(st.text(st.characters(), max_size=10), st.text(st.characters(), max_size=30)), max_size=4
    ),
    status=st.integers(100, 999),
)
def test_whatever_came_the_body_comes_out(
    body: bytes, url: str, reason: str, headers: list[tuple[str, str]], status: int
) -> None:
    exchange = Exchange("https://e.org/" + url, status, reason, tuple(headers), body, FETCHED)
    page = Page(url, FETCHED, body, None, (exchange,))

    exchanges, read = warc.unpack(warc.pack(page, ()))

    assert read == body
    assert [one.body for one in exchanges] == [body]
    assert exchanges[0].status == status


def test_a_capture_file_that_is_gone_is_damage(store: Store) -> None:
    store.clippings.add([an_addition(1)])
    next(store.folder.glob("captures/**/*.gz")).unlink()

    with pytest.raises(DamagedError) as caught:
        store.captures.page(1)

    assert caught.value.detail == "missing_file"


def test_one_flipped_bit_of_a_capture_is_seen(store: Store) -> None:
    store.clippings.add([an_addition(1)])
    path = next(store.folder.glob("captures/**/*.gz"))
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)

    with pytest.raises(DamagedError) as caught:
        store.captures.page(1)

    assert caught.value.detail == "capture_digest"


def test_an_unknown_capture_is_not_found(store: Store) -> None:
    with pytest.raises(NotFoundError):
        store.captures.page(1)


def test_a_picture_is_read_by_its_digest(store: Store) -> None:
    store.clippings.add([with_picture(1)])
    sha256 = store.clippings.rows([1])[0].picture or ""

    assert store.pictures.read(sha256) == a_picture().body
    store.pictures.path(sha256).write_bytes(b"other")
    with pytest.raises(DamagedError):
        store.pictures.read(sha256)
    store.pictures.path(sha256).unlink()
    with pytest.raises(DamagedError):
        store.pictures.read(sha256)
    with pytest.raises(NotFoundError):
        store.pictures.path("0" * 64)


@pytest.mark.parametrize(("mode", "kind"), [("RGB", "JPEG"), ("RGBA", "PNG"), ("P", "JPEG"), ("L", "JPEG")])
def test_a_thumbnail_is_square_and_kept(store: Store, mode: str, kind: str) -> None:
    sha256 = keep(store, Image.new(mode, (300, 100)))

    thumbnail = store.pictures.thumbnail(sha256, 64)

    assert thumbnail is not None
    image = Image.open(BytesIO(thumbnail))
    assert (image.size, image.format) == ((64, 64), kind)
    store.pictures.path(sha256).unlink()
    assert store.pictures.thumbnail(sha256, 64) == thumbnail
    assert store.pictures.thumbnail(sha256, 65) is None


@pytest.mark.parametrize(
    "body",
    [b"", b"no picture", b"<svg xmlns='http://www.w3.org/2000/svg'/>", a_picture().body[:60], b"\x89PNG\r\n\x1a\n" * 9],
)
def test_what_cannot_be_drawn_has_no_thumbnail(store: Store, body: bytes) -> None:
    picture = Picture("https://e.org/x", body, "image/png", 1, 1)
    article = replace(an_article(), illustrations=(Illustration(picture.url),))
    store.clippings.add([an_addition(1, article=article, pictures=(picture,))])

    assert store.pictures.thumbnail(store.clippings.rows([1])[0].picture or "", 64) is None
    assert store.pictures.thumbnail("0" * 64, 64) is None


def test_a_picture_of_too_many_pixels_is_not_drawn(store: Store) -> None:
    sha256 = keep(store, Image.new("1", (20_000, 10_000)))

    assert store.pictures.thumbnail(sha256, 64) is None


def keep(store: Store, image: Image.Image) -> str:
    """Add a clipping that shows an image; give the picture's digest."""
    out = BytesIO()
    image.save(out, "PNG")
    picture = Picture("https://e.org/x", out.getvalue(), "image/png", *image.size)
    store.clippings.add([with_picture(1, picture)])
    return store.clippings.rows([1])[0].picture or ""


def records_of(store: Store) -> list[object]:
    """Read the records of the one capture there is."""
    (path,) = store.folder.glob("captures/**/*.gz")
    found = []
    with path.open("rb") as file:
        for record in ArchiveIterator(file):
            record.raw_stream.read()
            found.append(record)
    return found
