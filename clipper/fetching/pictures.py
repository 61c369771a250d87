"""The pictures of a page: those it brings along, those written into it, those that its server gives."""

import binascii
import io
import logging
import struct
from base64 import b64decode
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import replace
from urllib.parse import unquote_to_bytes

from clipper.errors import Cancelled, FetchError
from clipper.fetching.kinds import sniffed
from clipper.fetching.sizes import megabytes
from clipper.fetching.watch import SLICE_S, Watch
from clipper.fetching.web import Web, Wish
from clipper.model import Picture
from clipper.progress import Progress
from clipper.urls import encoded

PICTURE_BYTES = 10_000_000
PICTURES_BYTES = 40_000_000
PICTURE_S = 20.0
PICTURES_S = 60.0
"""A picture is no reason to wait: what is not here by then is left out."""
AT_ONCE = 4
MAX_PIXELS = 80_000_000
"""320 MB once unpacked: a picture with more is a bomb, or of no use in an article."""
ACCEPT = "image/jpeg,image/png,image/webp,image/gif;q=0.8,image/*;q=0.5,*/*;q=0.1"

_FORMATS = {
    "image/jpeg": "JPEG",
    "image/png": "PNG",
    "image/gif": "GIF",
    "image/webp": "WEBP",
    "image/avif": "AVIF",
    "image/bmp": "BMP",
}

log = logging.getLogger(__name__)

Missed = Callable[[FetchError], None]
# None: not asked for, since room, time or patience were used up.
_Came = Picture | FetchError | None


def measured(url: str, body: bytes) -> Picture:
    """Make a Picture of a file's bytes. Raise FetchError(not_a_page, too_large, damaged, empty).

    SVG is not taken: it can hold scripts and addresses, and unpack to any size.
    """
    if not body:
        raise FetchError("empty", url=url)
    kind = sniffed(body)
    if kind not in _FORMATS:
        raise FetchError("not_a_page", kind, url=url)
    if len(body) > PICTURE_BYTES:
        raise FetchError("too_large", megabytes(PICTURE_BYTES), url=url)
    # Pillow costs 50 ms and 10 MB, which a start of the window need not pay.
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(body), formats=[_FORMATS[kind]]) as image:
            width, height = image.size
    except Image.DecompressionBombError as error:
        raise FetchError("too_large", kind, url=url) from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError, struct.error) as error:
        raise FetchError("damaged", kind, url=url) from error
    except (IndexError, KeyError, TypeError, OverflowError) as error:  # seen from Pillow on damaged heads
        raise FetchError("damaged", kind, url=url) from error
    if width * height > MAX_PIXELS:
        raise FetchError("too_large", f"{width}x{height}", url=url)
    if width < 2 or height < 2:
        raise FetchError("empty", f"{width}x{height}", url=url)
    return Picture(url, body, kind, width, height)


def written(url: str) -> Picture:
    """Read a picture out of a data: address (RFC 2397). Raise FetchError."""
    head, comma, data = url.partition(",")
    if not comma or len(data) > PICTURE_BYTES * 3:
        raise FetchError("too_large" if comma else "damaged", head[:80])
    if not head.lower().rstrip().endswith(";base64"):
        return measured(url, unquote_to_bytes(data))
    packed = b"".join((unquote_to_bytes(data) if "%" in data else data.encode("ascii", "replace")).split())
    packed = packed.replace(b"-", b"+").replace(b"_", b"/").rstrip(b"=")
    try:
        return measured(url, b64decode(packed + b"=" * (-len(packed) % 4)))
    except binascii.Error as error:
        raise FetchError("damaged", head[:80]) from error


def at_hand(brought: Sequence[Picture], wanted: Sequence[str]) -> dict[str, Picture]:
    """Give the wanted pictures that need no fetching, by address: brought along or written into the page.

    A page and its reader may escape an address differently: they are compared as they would go over the wire.
    """
    here = {encoded(picture.url) or picture.url: picture for picture in brought}
    found = {}
    for url in wanted:
        try:
            key = encoded(url) or url
            if key in here:
                found[url] = replace(here[key], url=url)
            elif url[:5].lower() == "data:":
                found[url] = written(url)
        except FetchError as error:
            log.debug("picture left out: %s %s %s", error.code, error.detail, url[:80])
    return found


def fitting(pictures: Iterable[Picture]) -> tuple[Picture, ...]:
    """Give the first pictures, as many as fit into the limit of a page."""
    room, kept = PICTURES_BYTES, []
    for picture in pictures:
        room -= len(picture.body)
        if room < 0:
            break
        kept.append(picture)
    return tuple(kept)


def fetched(
    web: Web, wanted: Sequence[str], progress: Progress, deadline_s: float, missed: Missed
) -> Iterator[Picture]:
    """Fetch pictures, four at once, and give them in the order wanted, as long as they fit. Raise Cancelled.

    deadline_s: of one picture, where that is less than PICTURE_S. missed: is told why one could not be had.
    """
    seconds = min(PICTURE_S, deadline_s)
    # The workers hear of their own end by a Progress of their own: also when only the room is used up.
    inner, spent = Progress(), list[int]()
    clock = Watch(inner, seconds=PICTURES_S, tells=False)
    workers = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="picture")
    try:
        running = [workers.submit(_one, web, url, seconds, clock, inner, spent) for url in wanted]
        room = PICTURES_BYTES
        for done, future in enumerate(running):
            picture = _awaited(future, progress, done, len(running))
            if isinstance(picture, FetchError):
                missed(picture)
            if not isinstance(picture, Picture):
                continue
            room -= len(picture.body)
            if room < 0:
                break
            yield picture
    finally:
        inner.stop()
        workers.shutdown(cancel_futures=True)


def _awaited(future: "Future[_Came]", progress: Progress, done: int, total: int) -> _Came:
    while not future.done():
        progress.step(done, total, "pictures")
        wait([future], timeout=SLICE_S, return_when=FIRST_COMPLETED)
    progress.step(done + 1, total, "pictures")
    return future.result()


def _one(web: Web, url: str, seconds: float, clock: Watch, inner: Progress, spent: list[int]) -> _Came:
    if inner.stopped or clock.left_s == 0.0 or sum(spent) > PICTURES_BYTES:
        return None
    watch = Watch(inner, seconds=min(seconds, clock.left_s), tells=False)
    try:
        answer = web.get(url, Wish(ACCEPT, PICTURE_BYTES, _look), watch)
        picture = measured(url, answer.body)
    except FetchError as error:
        log.debug("picture left out: %s %s %s", error.code, error.detail, url[:200])
        return error
    except Cancelled:
        return None
    spent.append(len(picture.body))
    return replace(picture, exchange=answer.exchanges[-1])


def _look(head: bytes, content_type: str) -> None:
    kind = sniffed(head)
    if head and kind not in _FORMATS:
        raise FetchError("not_a_page", kind or content_type)
