"""What browsers and file managers drop, and what the clipboard holds, becomes addresses and paths."""

import pytest
from hypothesis import given as any_of
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QUrl

from clipper.gui import dropping

LINK = "https://example.org/a%C3%BCb?x=1&y=2"


def wide(text: str) -> bytes:
    return text.encode("utf-16-le")


def mime(**formats: bytes) -> QMimeData:
    data = QMimeData()
    for name, value in formats.items():
        data.setData(name, value)
    return data


def test_a_link_from_chromium_keeps_its_percent_signs() -> None:
    dropped = QMimeData()
    dropped.setData("text/uri-list", LINK.encode() + b"\r\n")
    dropped.setData("text/plain", LINK.encode())
    dropped.setData("_NETSCAPE_URL", f"{LINK}\nA title".encode())
    dropped.setData("text/html", f'\ufeff<a href="{LINK}">A title</a>'.encode())

    assert dropping.given(dropped) == (LINK,)


def test_a_tab_from_firefox_is_read_from_its_wide_text() -> None:
    dropped = mime(**{"application/x-moz-tabbrowser-tab": b"", "text/x-moz-text-internal": wide(LINK)})

    assert dropping.offers(dropped)
    assert dropping.given(dropped) == (LINK,)


def test_bookmarks_from_firefox_come_as_pairs_of_address_and_title() -> None:
    pairs = wide("https://example.org/1\nOne\nhttps://example.org/2\nTwo\0")

    assert dropping.strings({"text/x-moz-url": pairs}) == ("https://example.org/1", "https://example.org/2")


def test_a_selection_gives_its_links_once_and_in_order() -> None:
    html = (
        "\ufeff<p><a class=x href='https://b.example/2?a=1&amp;b=2'>two</a> <a href=https://a.example/1>one</a>"
        '<a href="javascript:alert(1)">no</a><a href="/relative">no</a><a href="https://a.example/1">again</a></p>'
    )
    dropped = mime(**{"text/html": html.encode(), "text/plain": b"two one no no again"})

    assert dropping.given(dropped) == ("https://b.example/2?a=1&b=2", "https://a.example/1")


def test_a_selection_without_links_gives_the_addresses_in_its_text() -> None:
    dropped = mime(**{"text/html": b"<p>see https://a.example/1</p>", "text/plain": b"see https://a.example/1."})

    assert dropping.given(dropped) == ("https://a.example/1",)


def test_files_come_as_absolute_paths() -> None:
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile("/tmp/größe 1.html"), QUrl.fromLocalFile("/tmp/b#c.webloc")])

    assert dropping.given(dropped) == ("/tmp/größe 1.html", "/tmp/b#c.webloc")


def test_a_list_of_files_and_addresses_keeps_both() -> None:
    listed = b"# made by a file manager\r\nfile:///tmp/a.html\r\nhttps://example.org/\r\n"

    assert dropping.strings({"text/uri-list": listed, "_NETSCAPE_URL": b"https://other.example/\nx"}) == (
        "/tmp/a.html",
        "https://example.org/",
    )


def test_a_list_with_comments_gives_every_address() -> None:
    listed = b"#one\r\nhttps://a.example/\r\n\r\nhttps://b.example/\r\n"

    assert dropping.strings({"text/uri-list": listed}) == ("https://a.example/", "https://b.example/")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://a.example/x, then https://b.example/y.", ("https://a.example/x", "https://b.example/y")),
        ("(https://a.example/wiki/B_(town))", ("https://a.example/wiki/B_(town)",)),
        ("„https://a.example/x“", ("https://a.example/x",)),
        ("www.example.org/news", ("https://www.example.org/news",)),
        ("/home/me/Saved page.html", ("/home/me/Saved page.html",)),
        ("C:\\Users\\me\\page.mhtml\n", ("C:\\Users\\me\\page.mhtml",)),
        ("file:///tmp/a%20b.html", ("/tmp/a b.html",)),
        ("https://a.example/#!/view", ("https://a.example/#!/view",)),
        ("no address here, and/or there", ()),
        ("", ()),
    ],
)
def test_plain_text_gives_the_addresses_in_it(text: str, expected: tuple[str, ...]) -> None:
    assert dropping.strings({"text/plain": text.encode()}) == expected


def test_an_address_that_cannot_be_fetched_goes_on_to_be_refused_aloud() -> None:
    assert dropping.strings({"text/uri-list": b"ftp://example.org/file"}) == ("ftp://example.org/file",)


def test_a_picture_that_is_data_is_no_address() -> None:
    assert dropping.strings({"text/uri-list": b"data:image/png;base64,AAAA", "text/plain": b"data:image/png"}) == ()


def test_an_offer_of_nothing_we_know_is_no_offer() -> None:
    assert not dropping.offers(mime(**{"application/x-color": b"\0" * 8}))


@any_of(st.dictionaries(st.sampled_from([*dropping._READERS, "x/unknown"]), st.binary(max_size=400)))
def test_any_bytes_are_read_without_a_fault(offer: dict[str, bytes]) -> None:
    found = dropping.strings(offer)

    assert len(found) == len(set(found))
    assert all(isinstance(entry, str) and entry for entry in found)
