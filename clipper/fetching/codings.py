"""Undoes content codings piece by piece, so that a few bytes that unpack to a gigabyte never stand in memory."""

import zlib
from collections.abc import Callable, Iterable, Iterator
from typing import Literal

PIECE = 65_536
MAX_CODINGS = 4
_ZSTD_SLICE = 256
"""A zstd block of 4 bytes can unpack to 128 KB, and its decoder has no limit: fed so, a piece stays under 8 MB."""
_ZSTD_WINDOW = 8 << 20
"""The window that RFC 9659 allows for this content coding."""


class BrokenCoding(Exception):  # noqa: N818 - never leaves the package
    """The bytes cannot be unpacked. how: "broken"; "cut": all was well, but the end is missing; "too_large"."""

    def __init__(self, how: Literal["broken", "cut", "too_large"]) -> None:
        super().__init__(how)
        self.how = how


def decoded(raw: Iterable[bytes], content_encoding: str, limit: int) -> Iterator[bytes]:
    """Undo the codings of a Content-Encoding header, the last first. Names that nobody knows are passed over.

    No coding in between may unpack to more than limit bytes: then, and where the bytes do not fit their coding,
    BrokenCoding is raised, after what could be read. The caller counts what comes out at the end.
    """
    pieces: Iterable[bytes] = raw
    names = [name.strip().lower() for name in content_encoding.split(",")]
    known = [name for name in names if name in _CODINGS]
    if len(known) > MAX_CODINGS:
        raise BrokenCoding("broken")
    for number, name in enumerate(reversed(known)):
        pieces = _CODINGS[name](pieces)
        if number + 1 < len(known):
            pieces = _limited(pieces, limit)
    return iter(pieces)


def _limited(pieces: Iterable[bytes], limit: int) -> Iterator[bytes]:
    total = 0
    for piece in pieces:
        total += len(piece)
        if total > limit:
            raise BrokenCoding("too_large")
        yield piece


def _gzip(raw: Iterable[bytes]) -> Iterator[bytes]:
    return _zlib(raw, wbits=31)


def _deflate(raw: Iterable[bytes]) -> Iterator[bytes]:
    """Undo deflate: with zlib's header as the standard says (RFC 9110, 8.4.1.2), or bare as some servers send it."""
    source = iter(raw)
    head = b""
    for piece in source:
        head += piece
        if len(head) > 1:
            break
    has_header = len(head) > 1 and head[0] & 0x0F == 8 and int.from_bytes(head[:2], "big") % 31 == 0
    return _zlib(_joined(head, source), wbits=15 if has_header else -15)


def _joined(head: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    if head:
        yield head
    yield from rest


def _zlib(raw: Iterable[bytes], *, wbits: int) -> Iterator[bytes]:
    unpack, began = zlib.decompressobj(wbits), False
    for chunk in raw:
        while chunk:
            began = True
            try:
                piece = unpack.decompress(chunk, PIECE)
            except zlib.error as error:
                raise BrokenCoding("broken") from error
            if piece:
                yield piece
            chunk = unpack.unused_data if unpack.eof else unpack.unconsumed_tail
            if unpack.eof and wbits == 31 and chunk.startswith(b"\x1f\x8b"):
                unpack = zlib.decompressobj(wbits)  # another member follows (RFC 1952, 2.2)
            elif unpack.eof:
                break  # what stands behind the end means nothing
    if began and not unpack.eof:
        yield unpack.flush()
        raise BrokenCoding("cut")


def _brotli(raw: Iterable[bytes]) -> Iterator[bytes]:
    # Codings are seldom met one without the other, but a start of the window meets none: 20 ms for both.
    import brotli  # type: ignore[import-untyped]

    unpack, began = brotli.Decompressor(), False
    for chunk in raw:
        began = True
        if unpack.is_finished():
            continue
        try:
            piece = unpack.process(chunk, output_buffer_limit=PIECE)
            while piece or not unpack.can_accept_more_data():
                if piece:
                    yield piece
                if unpack.is_finished():
                    break
                piece = unpack.process(b"", output_buffer_limit=PIECE)
        except brotli.error as error:
            raise BrokenCoding("broken") from error
    if began and not unpack.is_finished():
        raise BrokenCoding("cut")


def _zstd(raw: Iterable[bytes]) -> Iterator[bytes]:
    import zstandard  # with brotli, see there

    def opened() -> "zstandard.ZstdDecompressionObj":
        return zstandard.ZstdDecompressor(max_window_size=_ZSTD_WINDOW).decompressobj()

    unpack, began = opened(), False
    for chunk in raw:
        rest = chunk
        while rest:
            part, rest = rest[:_ZSTD_SLICE], rest[_ZSTD_SLICE:]
            if unpack.eof:
                unpack = opened()
            began = True
            try:
                piece = unpack.decompress(part)
            except zstandard.ZstdError as error:
                raise BrokenCoding("broken") from error
            if unpack.eof and unpack.unused_data:
                rest = unpack.unused_data + rest
            if piece:
                yield piece
    if began and not unpack.eof:
        raise BrokenCoding("cut")


_CODINGS: dict[str, Callable[[Iterable[bytes]], Iterator[bytes]]] = {
    "gzip": _gzip,
    "x-gzip": _gzip,
    "deflate": _deflate,
    "br": _brotli,
    "zstd": _zstd,
}
