"""A saved page on disk -> a Page: HTML as browsers and SingleFile write it, MHTML, Safari's webarchive."""

import email
import plistlib
import re
import stat
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from email.message import Message
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any
from urllib.parse import urljoin
from xml.parsers.expat import ExpatError

from clipper import urls
from clipper.errors import FetchError
from clipper.fetching import origins
from clipper.fetching.beside import pictures_beside
from clipper.fetching.kinds import HEAD_BYTES, is_blank, not_a_page
from clipper.fetching.pictures import PICTURES_BYTES, measured
from clipper.fetching.sizes import megabytes
from clipper.fetching.watch import Watch
from clipper.model import Exchange, Page, Picture

CONTAINER_BYTES = 80_000_000
"""A page and all its pictures at their limits, in base64."""
MHTML_CHARSET = "utf-8"
"""Blink writes parts without a charset, in UTF-8."""

_MIME_HEAD = re.compile(rb"\A(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?content-type:\s*multipart/related", re.IGNORECASE)


def page(path: Path, url: str | None, watch: Watch, *, limit: int) -> Page:
    """Read a saved page; url: its address where it is known. Raise FetchError, Cancelled.

    Nothing is fetched. limit: bytes of the page itself.
    """
    raw, changed = _read(path)
    watch.tick()
    try:
        if path.suffix.lower() == ".webarchive" or raw.startswith(b"bplist00"):
            kind, found = "application/x-webarchive", _webarchive(raw, changed, watch)
        elif path.suffix.lower() in (".mht", ".mhtml") or _MIME_HEAD.match(raw[:20_000]):
            kind, found = "multipart/related", _mhtml(raw, changed, watch)
        else:
            kind, found = "text/html", _html(path, raw, changed, url, watch)
        _check(found.body, limit)
    except FetchError as error:
        error.path = error.path or str(path)
        raise
    address, fetched = url or found.url, min(found.fetched, datetime.now(UTC))
    exchange = Exchange(address or path.absolute().as_uri(), 0, "", (("Content-Type", kind),), raw, fetched)
    return replace(found, url=address, fetched=fetched, exchanges=(exchange,))


def _read(path: Path) -> tuple[bytes, datetime]:
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):  # a device or a pipe has no end
            raise FetchError("damaged", path.name, path=str(path))
        if about.st_size > CONTAINER_BYTES:
            raise FetchError("too_large", megabytes(CONTAINER_BYTES), path=str(path))
        return path.read_bytes(), datetime.fromtimestamp(about.st_mtime, UTC)
    except FileNotFoundError as error:
        raise FetchError("not_found", path=str(path)) from error
    except (OSError, ValueError) as error:
        raise FetchError("damaged", getattr(error, "strerror", None) or str(error), path=str(path)) from error


def _check(body: bytes, limit: int) -> None:
    if len(body) > limit:
        raise FetchError("too_large", megabytes(limit))
    if is_blank(body):
        raise FetchError("empty")
    kind = not_a_page(body[:HEAD_BYTES], "")
    if kind:
        raise FetchError("not_a_page", kind)


def _html(path: Path, raw: bytes, changed: datetime, url: str | None, watch: Watch) -> Page:
    origin = origins.origin(raw)
    address = url or origin.url
    brought = tuple(_kept(pictures_beside(path, raw, address), watch))
    return Page(address, origin.saved or changed, raw, None, (), brought)


def _mhtml(raw: bytes, changed: datetime, watch: Watch) -> Page:
    whole = email.message_from_bytes(raw)
    parts = [part for part in whole.walk() if not part.is_multipart()]
    snapshot = (whole.get("Snapshot-Content-Location") or "").strip()
    texts = [part for part in parts if part.get_content_type() in ("text/html", "application/xhtml+xml")]
    if not texts:
        raise FetchError("damaged", "mhtml")
    main = next((part for part in texts if snapshot and _location(part) == snapshot), texts[0])
    address = next((one for one in (snapshot, _location(main)) if urls.is_web(one)), None)
    files = ((urljoin(address or "", _location(part)), _payload(part)) for part in parts if part not in texts)
    return Page(
        url=address,
        fetched=_date(whole.get("Date")) or changed,
        body=_payload(main),
        charset=main.get_content_charset() or MHTML_CHARSET,
        exchanges=(),
        pictures=tuple(_kept(files, watch)),
    )


def _location(part: Message) -> str:
    # A long address is folded into several lines; none of the space belongs to it.
    return "".join(str(part.get("Content-Location") or "").split())


def _payload(part: Message) -> bytes:
    body = part.get_payload(decode=True)
    return body if isinstance(body, bytes) else b""


def _date(text: str | None) -> datetime | None:
    try:
        when = parsedate_to_datetime(text or "")
    except ValueError:
        return None
    return (when if when.tzinfo else when.replace(tzinfo=UTC)).astimezone(UTC)


def _webarchive(raw: bytes, changed: datetime, watch: Watch) -> Page:
    try:
        archive = plistlib.loads(raw)
        main = archive["WebMainResource"]
        body = main["WebResourceData"]
    except (ValueError, ExpatError, KeyError, TypeError, AttributeError, RecursionError, MemoryError) as error:
        raise FetchError("damaged", "webarchive") from error
    if not isinstance(body, bytes):
        raise FetchError("damaged", "webarchive")
    address = _text(main.get("WebResourceURL")) or _text(main.get("URL"))
    charset = _text(main.get("WebResourceTextEncodingName")) or _text(main.get("TextEncodingName"))
    files = archive.get("WebSubresources")
    return Page(
        url=address if urls.is_web(address) else None,
        fetched=changed,
        body=body,
        charset=charset or None,
        exchanges=(),
        pictures=tuple(_kept(_resources(files), watch)),
    )


def _resources(files: Any) -> Iterator[tuple[str, bytes]]:
    for one in files if isinstance(files, list) else []:
        if isinstance(one, dict) and isinstance(one.get("WebResourceData"), bytes):
            yield _text(one.get("WebResourceURL")) or _text(one.get("URL")), one["WebResourceData"]


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""


def _kept(files: Iterable[tuple[str, bytes]], watch: Watch) -> Iterator[Picture]:
    """Give the files that are pictures, as long as they fit."""
    room = PICTURES_BYTES
    for url, body in files:
        watch.tick()
        try:
            picture = measured(url, body)
        except FetchError:
            continue  # a style sheet, a script, a picture that none can show
        room -= len(body)
        if room < 0:
            return
        yield picture
