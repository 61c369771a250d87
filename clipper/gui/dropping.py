"""Mime data -> list of strings: addresses and absolute paths. The clipboard goes the same way as a drop.

What browsers offer was seen with Chromium 156 and Firefox ESR 153 on X11 (November 2026).
"""

import html
import re
from collections.abc import Callable, Iterator, Mapping

from PySide6.QtCore import QMimeData, QUrl

URI_LIST = "text/uri-list"
TEXT = "text/plain"
HTML = "text/html"
# A selection longer than this is read to here: more than any page's links, and done in a few milliseconds.
LIMIT_CHARS = 2_000_000
# Schemes that name nothing which could be fetched later; all others go on, so that the user hears why they fail.
IDLE_SCHEMES = frozenset({"data", "blob", "about", "chrome", "resource", "moz-extension", "chrome-extension", "cid"})
PATH_SUFFIXES = r"html?|xhtml|mht|mhtml|webarchive|url|webloc|desktop|jsonl|csv|txt|opml|eml|pdf|warc|warc\.gz|wacz"

_LINK = re.compile(r"""<a\s[^<>]{0,4000}?\bhref\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)'|([^\s"'<>]+))""", re.IGNORECASE)
_ADDRESS = re.compile(r"""(?:https?://|\bwww\.(?=[^\s.]+\.))[^\s<>"“”«»]+""", re.IGNORECASE)
_PATH = re.compile(rf"""^\s*["']?(?P<path>(?:/|[A-Za-z]:[\\/]).+\.(?:{PATH_SUFFIXES}))["']?\s*$""", re.IGNORECASE)
_SCHEME = re.compile(r"^[A-Za-z][A-Za-z0-9+.-]*:")


def offers(mime: QMimeData) -> bool:
    """Say whether mime data may hold something to clip, by its formats alone (at drag enter; nothing is read)."""
    return any(name in _READERS for name in mime.formats()) or mime.hasUrls() or mime.hasText()


def given(mime: QMimeData) -> tuple[str, ...]:
    """Give the addresses and absolute paths in mime data, in order, each once. All of it is read at once.

    Call it first thing in dropEvent: Wayland frees the data as soon as a dialog or nested loop runs.
    """
    return strings(read(mime))


def read(mime: QMimeData) -> Mapping[str, bytes]:
    """Copy all formats that we understand out of mime data. Text and HTML come as UTF-8, whatever they were."""
    offer = {name: bytes(mime.data(name).data()) for name in mime.formats() if name in _READERS}
    if mime.hasHtml():
        offer[HTML] = mime.html()[:LIMIT_CHARS].encode("utf-8", "replace")
    if mime.hasText():
        offer[TEXT] = mime.text()[:LIMIT_CHARS].encode("utf-8", "replace")
    return offer


def strings(offer: Mapping[str, bytes]) -> tuple[str, ...]:
    """Decide what an offer means: the first format, in order of trust, that names something. Pure; never raises."""
    listed = tuple(dict.fromkeys(_uri_list(offer.get(URI_LIST, b""))))
    if any(not _SCHEME.match(entry) or _is_drive(entry) for entry in listed):
        return listed
    for name, reader in _READERS.items():
        found = tuple(dict.fromkeys(reader(offer.get(name, b""))))
        if found:
            return found
    return ()


def _uri_list(data: bytes) -> Iterator[str]:
    # RFC 2483: lines end in CRLF, "#" begins a comment.
    for line in _utf8(data).splitlines():
        if not line.lstrip().startswith("#"):
            yield from _entry(line)


def _pairs(data: bytes) -> Iterator[str]:
    # text/x-moz-url: addresses and titles in turns.
    for line in _utf16(data).splitlines()[::2]:
        yield from _entry(line)


def _first_line(data: bytes) -> Iterator[str]:
    # _NETSCAPE_URL: the address, then its title.
    for line in _utf8(data).splitlines()[:1]:
        yield from _entry(line)


def _wide_lines(data: bytes) -> Iterator[str]:
    for line in _utf16(data).splitlines():
        yield from _entry(line)


def _links(data: bytes) -> Iterator[str]:
    for found in _LINK.finditer(_utf8(data)[:LIMIT_CHARS]):
        link = html.unescape(next(group for group in found.groups() if group is not None)).strip()
        if link.lower().startswith(("http://", "https://")):
            yield from _entry(link)


def _addresses(data: bytes) -> Iterator[str]:
    for line in _utf8(data)[:LIMIT_CHARS].splitlines():
        path = _PATH.match(line)
        if path:
            yield path["path"]
        elif line.strip().lower().startswith("file:"):
            yield from _entry(line)
        else:
            for found in _ADDRESS.findall(line):
                address = _trimmed(found)
                yield from _entry(address if "://" in address else f"https://{address}")


def _entry(text: str) -> Iterator[str]:
    """Give one address as it is written on the wire, or the path of a file: address."""
    text = text.strip().strip("\0\ufeff").strip()
    scheme = _SCHEME.match(text)
    if not scheme or scheme.group()[:-1].lower() in IDLE_SCHEMES:
        return
    url = QUrl(text)
    if url.isLocalFile():
        path = url.toLocalFile()
        if path:
            yield path
    elif url.isValid():
        # toString() would decode %C3%BC, which is another address on some servers.
        yield bytes(url.toEncoded().data()).decode("ascii", "replace")
    else:
        yield text


def _trimmed(address: str) -> str:
    """Drop what ends the sentence around an address; a closing bracket stays where it was opened inside."""
    while address and (address[-1] in ".,;:!?'’…*_" or (address[-1] in ")]}" and not _opened(address))):
        address = address[:-1]
    return address


def _opened(address: str) -> bool:
    opener = {")": "(", "]": "[", "}": "{"}[address[-1]]
    return address.count(opener) >= address.count(address[-1])


def _is_drive(entry: str) -> bool:
    return len(entry) > 2 and entry[1] == ":" and entry[2] in "/\\"


def _utf8(data: bytes) -> str:
    return data.decode("utf-8", "replace").removeprefix("\ufeff").replace("\0", "")


def _utf16(data: bytes) -> str:
    if b"\0" not in data[:64] and not data.startswith(b"\xff\xfe"):
        return _utf8(data)
    return data.decode("utf-16-le", "replace").removeprefix("\ufeff").replace("\0", "")


# In order of trust. A Firefox tab offers text/x-moz-text-internal alone.
_READERS: dict[str, Callable[[bytes], Iterator[str]]] = {
    "text/x-moz-url": _pairs,
    "_NETSCAPE_URL": _first_line,
    URI_LIST: _uri_list,
    "text/x-moz-url-data": _wide_lines,
    "text/x-moz-text-internal": _wide_lines,
    HTML: _links,
    TEXT: _addresses,
}
