"""The pure parts of fetching: codings, headers, kinds. Any bytes may come; none make them fail or fill the memory."""

import gzip
import zlib
from datetime import UTC, datetime, timedelta
from email.utils import formatdate

import brotli
import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st
from servers import brotli_bomb, double_gzip_bomb, gzip_bomb, zstd_bomb

from clipper.fetching import heads, kinds, origins
from clipper.fetching.codings import BrokenCoding, decoded

NOW = datetime(2026, 3, 14, 8, 30, tzinfo=UTC)
PACKERS = {
    "gzip": gzip.compress,
    "x-gzip": gzip.compress,
    "deflate": zlib.compress,
    "br": brotli.compress,
    "zstd": zstandard.compress,
}


def unpacked(raw: bytes, encoding: str, step: int = 1000, limit: int = 10**9) -> bytes:
    return b"".join(decoded((raw[at : at + step] for at in range(0, len(raw), step)), encoding, limit))


@settings(deadline=None)
@given(st.binary(max_size=5000), st.lists(st.sampled_from(sorted(PACKERS)), max_size=4), st.integers(1, 5000))
def test_what_was_packed_is_unpacked(body: bytes, codings: list[str], step: int) -> None:
    raw = body
    for coding in codings:
        raw = PACKERS[coding](raw)

    assert unpacked(raw, ", ".join(codings), step) == body


@settings(deadline=None)
@given(st.binary(max_size=600), st.sampled_from([*sorted(PACKERS), "gzip, br", "zstd, deflate"]), st.integers(1, 600))
def test_any_bytes_are_unpacked_or_broken(raw: bytes, encoding: str, step: int) -> None:
    try:
        unpacked(raw, encoding, step)
    except BrokenCoding as error:
        assert error.how in ("broken", "cut")  # noqa: PT017 - either outcome is right


@settings(deadline=None)
@given(st.binary(min_size=1, max_size=3000), st.sampled_from(sorted(PACKERS)), st.data())
def test_what_is_cut_off_is_told_after_what_was_there(body: bytes, coding: str, data: st.DataObject) -> None:
    raw = PACKERS[coding](body)
    raw = raw[: data.draw(st.integers(1, len(raw) - 1))]
    pieces = []

    with pytest.raises(BrokenCoding):
        pieces.extend(decoded([raw], coding, 10**9))

    assert body.startswith(b"".join(pieces))


def test_members_of_gzip_and_frames_of_zstd_may_follow_each_other() -> None:
    assert unpacked(gzip.compress(b"one") + gzip.compress(b"two"), "gzip") == b"onetwo"
    assert unpacked(zstandard.compress(b"one") + zstandard.compress(b"two"), "zstd", 3) == b"onetwo"


def test_what_stands_behind_the_end_means_nothing() -> None:
    assert unpacked(gzip.compress(b"one") + b"\0\0junk", "gzip") == b"one"
    assert unpacked(brotli.compress(b"one") + b"junk", "br", 1) == b"one"


def test_deflate_may_come_bare() -> None:
    bare = zlib.compress(b"words " * 100)[2:-4]

    assert unpacked(bare, "deflate", 1) == b"words " * 100


@pytest.mark.parametrize(
    ("bomb", "encoding"),
    [(gzip_bomb, "gzip"), (double_gzip_bomb, "gzip, gzip"), (brotli_bomb, "br"), (zstd_bomb, "zstd")],
)
def test_a_bomb_comes_in_small_pieces(bomb, encoding: str) -> None:
    largest = total = 0
    for piece in decoded([bomb()], encoding, 10**9):
        largest, total = max(largest, len(piece)), total + len(piece)
        if total > 50_000_000:
            break

    assert total > 50_000_000
    assert largest < 10_000_000


def test_a_bomb_inside_another_coding_is_stopped() -> None:
    raw = gzip.compress(gzip.compress(bytes(5_000_000)))

    with pytest.raises(BrokenCoding) as caught:
        unpacked(gzip.compress(bytes(3_000_000)), "br, gzip", limit=1_000_000)

    assert caught.value.how in ("too_large", "broken")
    assert unpacked(raw, "gzip, gzip", limit=1_000_000) == bytes(5_000_000)


def test_too_many_codings_are_broken() -> None:
    with pytest.raises(BrokenCoding):
        list(decoded([b""], "gzip, " * 9, 10**9))


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120),
        (" 5 ", 5),
        ("99999999999999999999", 604_800),
        (formatdate((NOW + timedelta(minutes=2)).timestamp(), usegmt=True), 120),
        (formatdate((NOW - timedelta(minutes=2)).timestamp(), usegmt=True), 0),
        ("soon", None),
        ("", None),
        ("-5", None),
        ("1.5", None),
        ("²", None),
        ("Mon, 99 Foo 20261 99:99:99 GMT", None),
    ],
)
def test_the_time_to_wait_is_read_from_seconds_or_a_date(value: str, seconds: int | None) -> None:
    assert heads.retry_after_s([("Retry-After", value)], NOW) == seconds


@pytest.mark.parametrize(
    ("value", "charset"),
    [
        ("text/html; charset=UTF-8", "UTF-8"),
        ("text/html;charset='iso-8859-1'", "iso-8859-1"),
        ('text/html; x=y; CharSet = "windows-1252" ', "windows-1252"),
        ("text/html", None),
        ("", None),
        ("text/html; charset=", None),
    ],
)
def test_the_charset_is_read_from_the_header(value: str, charset: str | None) -> None:
    assert heads.charset(value) == charset


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("de_DE", "de-DE,de;q=0.9,en;q=0.8"),
        ("en_GB", "en-GB,en;q=0.9"),
        ("fr", "fr-FR,fr;q=0.9,en;q=0.8"),
        ("German_Germany", "de-DE,de;q=0.9,en;q=0.8"),
        ("English_United States", "en"),
        ("C", "en"),
        ("", "en"),
        ("nonsense\r\nX: y", "en"),
    ],
)
def test_the_readers_language_is_asked_for_then_english(name: str, language: str) -> None:
    assert heads.accept_language(name) == language


@pytest.mark.parametrize(
    ("location", "target"),
    [
        ("/b", "https://example.org/b#top"),
        ("b?x=1#end", "https://example.org/a/b?x=1#end"),
        ("//other.example/", "https://other.example/#top"),
        ("https://example.org/\xc3\xbc", "https://example.org/ü#top"),
        ("https://example.org/\xfc", "https://example.org/ü#top"),
        ("file:///etc/passwd", "file:///etc/passwd#top"),
        ("http://[", "http://["),
    ],
)
def test_a_redirect_leads_somewhere(location: str, target: str) -> None:
    assert heads.redirect_target("https://example.org/a/#top", 302, [("location", location)]) == target


@settings(deadline=None)
@given(st.text(), st.text(), st.binary())
def test_no_header_and_no_page_makes_reading_fail(url: str, value: str, body: bytes) -> None:
    heads.redirect_target(url, 301, [("Location", value)])
    heads.retry_after_s([("Retry-After", value)], NOW)
    heads.charset(value)
    heads.refresh_target("https://example.org/", b'<meta http-equiv=refresh content="0;url=' + body)
    kinds.sniffed(body)
    kinds.not_a_page(body, value)
    origins.origin(b"<!-- Page saved with SingleFile \n url: http://a.org \n saved date: " + body)
    origins.origin(b"<link rel=canonical href=" + body)


@settings(deadline=None)
@given(st.sampled_from([magic for magic, _ in kinds._MAGIC]), st.binary(max_size=200))
def test_any_file_of_a_known_kind_is_sniffed(magic: bytes, rest: bytes) -> None:
    kinds.sniffed(magic + rest)
