"""What a file is, by its first bytes; what a page is not. Pure."""

import re

HEAD_BYTES = 4_096
"""So many first bytes are looked at."""

_MAGIC = (
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"BM", "image/bmp"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
    (b"\0\0\1\0", "image/x-icon"),
    (b"PK\3\4", "application/zip"),
    (b"\x1f\x8b\x08", "application/gzip"),
    (b"Rar!\x1a\7", "application/vnd.rar"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"\x1aE\xdf\xa3", "video/webm"),
    (b"OggS", "application/ogg"),
    (b"ID3", "audio/mpeg"),
    (b"fLaC", "audio/flac"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
    (b"wOFF", "font/woff"),
    (b"wOF2", "font/woff2"),
    (b"\x7fELF", "application/x-executable"),
    (b"MZ", "application/x-executable"),
    (b"SQLite format 3\0", "application/vnd.sqlite3"),
)
_BRANDS = {b"avif": "image/avif", b"avis": "image/avif", b"heic": "image/heic", b"mif1": "image/heic"}
_SPACE = b"\xef\xbb\xbf \t\r\n\0\x0c"
_HTML = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|title|meta|link|script|style|base|noscript|main|article|section|header|nav"
    rb"|div|table|h[1-6]|p|ul|ol|a|b|br|span|img|figure|form|font|center|iframe)[\s/>]",
    re.IGNORECASE,
)
_XML_ROOTS = (
    (re.compile(rb"<(?:rss|rdf:RDF)[\s>]"), "application/rss+xml"),
    (re.compile(rb"<feed[\s>]"), "application/atom+xml"),
    (re.compile(rb"<(?:urlset|sitemapindex)[\s>]"), "application/xml"),
    (re.compile(rb"<svg[\s>]", re.IGNORECASE), "image/svg+xml"),
)
_TEXTUAL = ("text/html", "application/xhtml+xml", "application/xml", "text/xml", "application/octet-stream", "")
_ROOT = re.compile(rb"^(?:<\?xml.*?\?>|<!--.*?-->|<!DOCTYPE[^>]*>|\s)*", re.DOTALL | re.IGNORECASE)


def sniffed(head: bytes) -> str:
    """Give the media type that the first bytes show; "" where they show none."""
    for magic, kind in _MAGIC:
        # Two letters may begin a text, too ("BMW ..."): such a file has zeros behind them.
        if head.startswith(magic) and (len(magic) > 2 or b"\0" in head[:64]):
            return kind
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "image/webp"
    if head[:4] == b"RIFF":
        return "audio/wav" if head[8:12] == b"WAVE" else "video/x-msvideo"
    if head[4:8] == b"ftyp":
        return _BRANDS.get(head[8:12], "video/mp4")
    text = _readable(head[:HEAD_BYTES]).lstrip(_SPACE)
    root = text[_ROOT.match(text).end() :] if text.startswith(b"<") else b""  # type: ignore[union-attr]
    for pattern, kind in _XML_ROOTS:
        if pattern.match(root):
            return kind
    if text.startswith(b"%PDF-"):
        return "application/pdf"
    return "text/html" if _HTML.search(text) else ""


def is_blank(body: bytes) -> bool:
    """Say whether a page holds nothing but space, NULs and byte order marks."""
    return not body.strip(b"\0 \t\r\n\x0c\xef\xbb\xbf\xff\xfe")


def not_a_page(head: bytes, content_type: str) -> str:
    """Give the media type of what cannot be a page, by its first bytes and its header; "" where it may be one."""
    named = content_type.partition(";")[0].strip().lower()
    seen = sniffed(head)
    if seen == "text/html":
        return ""
    if seen:
        return seen
    if named not in _TEXTUAL:
        return named
    if named in ("application/octet-stream", "application/xml", "text/xml"):
        return named
    return "application/octet-stream" if _is_binary(head[:HEAD_BYTES]) else ""


def _readable(head: bytes) -> bytes:
    """Make the markup of UTF-16 text visible; leave all else."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or head[1:4:2] == b"\0\0" or head[0:3:2] == b"\0\0":
        return head.lstrip(b"\xff\xfe").replace(b"\0", b"")
    return head


def _is_binary(head: bytes) -> bool:
    """Say whether a tenth and more are control characters that no text has."""
    text = _readable(head)
    odd = sum(1 for byte in text if byte < 32 and byte not in b"\t\n\r\x0c\x1b")
    return odd * 10 > len(text)
