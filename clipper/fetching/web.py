"""One address -> what its server answered, hop by hop, under all limits. The only file that speaks HTTP.

httpcore, the engine of httpx, is used directly: it hands out bodies as they came (for the archive), and follows no
redirect, keeps no cookie and unpacks nothing on its own.
"""

import locale
import logging
import platform
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlsplit

import httpcore
import truststore

from clipper import __version__, urls
from clipper.errors import FetchError
from clipper.fetching import heads
from clipper.fetching.codings import BrokenCoding, decoded
from clipper.fetching.kinds import HEAD_BYTES
from clipper.fetching.network import Backend
from clipper.fetching.places import nothing
from clipper.fetching.proxies import Proxy, check_target, proxy_for
from clipper.fetching.sizes import megabytes
from clipper.fetching.watch import Watch, current
from clipper.model import Exchange

REDIRECTS = 10
REDIRECT_BODY_BYTES = 65_536
REDIRECT_BODY_S = 1.0
ENCODINGS = "gzip, deflate, br, zstd"

_SYSTEMS = {"Linux": "X11; Linux x86_64", "Darwin": "Macintosh; Intel Mac OS X 10_15_7"}
_SYSTEM = _SYSTEMS.get(platform.system(), "Windows NT 10.0; Win64; x64")
USER_AGENT = f"Mozilla/5.0 ({_SYSTEM}) Clipper/{__version__} (news reader)"
"""Of a browser's form, since some servers turn everything else away; but it says who asks."""

_NO_ANSWER = "without sending a response"
_BROKEN = {_NO_ANSWER: "no-answer", "without sending complete message body": "cut-short"}
"""What the HTTP library says, and what we call it."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for and taken: Accept, the limit for raw and unpacked bytes, and what looks at the first bytes.

    look gets the first bytes (unpacked) and the Content-Type and may raise FetchError.
    """

    accept: str
    limit: int
    look: Callable[[bytes, str], None]


@dataclass(frozen=True, slots=True)
class Answer:
    """The last response, unpacked, and every hop. url: with its fragment."""

    url: str
    body: bytes
    exchanges: tuple[Exchange, ...]


class Web:
    """Asks servers. Thread-safe: the pools of connections are, and nothing else is kept.

    refused: says which IP addresses are not spoken to.
    """

    def __init__(self, refused: Callable[[str], bool]) -> None:
        self._refused = refused
        self._tls = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        self._closed = False
        self._pools: dict[Proxy | None, httpcore.ConnectionPool] = {}
        self._language = heads.accept_language(locale.getlocale()[0] or "")

    def get(self, url: str, wish: Wish, watch: Watch, *, before: tuple[Exchange, ...] = ()) -> Answer:
        """Fetch url and follow its redirects; before: hops made already. Raise FetchError, Cancelled."""
        current.set(watch)
        exchanges = list(before)
        while True:
            try:
                exchange, body = self._hop(url, wish, watch)
            except FetchError as error:
                error.url = error.url or url
                raise
            exchanges.append(exchange)
            target = heads.redirect_target(url, exchange.status, exchange.headers)
            if target is None:
                return Answer(url, body, tuple(exchanges))
            if len(exchanges) > REDIRECTS:
                raise FetchError("redirects", str(REDIRECTS), url=target)
            url = target

    def close(self) -> None:
        """Close all connections; what is being fetched ends in a fault."""
        self._closed = True
        for pool in list(self._pools.values()):
            pool.close()

    def _hop(self, url: str, wish: Wish, watch: Watch) -> tuple[Exchange, bytes]:
        wire = urls.encoded(url)
        if not wire:
            raise FetchError("scheme", _scheme(url), url=url)
        with _turned():
            try:
                return self._ask(wire, wish, watch)
            except (httpcore.NetworkError, httpcore.RemoteProtocolError) as error:
                # A kept connection may be closed by the server in the moment that we write to it.
                began = isinstance(error, httpcore.RemoteProtocolError) and _NO_ANSWER not in str(error)
                if began or self._closed:
                    raise
            return self._ask(wire, wish, watch)

    def _ask(self, wire: str, wish: Wish, watch: Watch) -> tuple[Exchange, bytes]:
        parts = urlsplit(wire)
        host = parts.netloc.rpartition(":")[0] if parts.port is not None else parts.netloc
        port = parts.port or (443 if parts.scheme == "https" else 80)
        pool = self._pool(parts.scheme, host, port, watch)
        target = wire[len(parts.scheme) + 3 + len(parts.netloc) :]
        address = httpcore.URL(scheme=parts.scheme, host=host.strip("[]"), port=parts.port, target=target)
        told = [("Host", parts.netloc), ("User-Agent", USER_AGENT), ("Accept", wish.accept)]
        told += [("Accept-Language", self._language), ("Accept-Encoding", ENCODINGS)]
        with pool.stream("GET", address, headers=told) as response:
            headers = tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in response.headers)
            fetched = datetime.now(UTC)
            raw, body = _read(response, headers, wish, watch)
            reason = response.extensions.get("reason_phrase", b"").decode("latin-1")
        return Exchange(wire, response.status, reason, headers, raw, fetched), body

    def _pool(self, scheme: str, host: str, port: int, watch: Watch) -> httpcore.ConnectionPool:
        proxy = proxy_for(scheme, host, port)
        if proxy is not None and self._refused is not nothing:
            check_target(host.strip("[]"), port, self._refused, watch)
        pool = self._pools.get(proxy)
        if pool is None:
            # Two threads may both make one: setdefault keeps the first for both.
            pool = self._pools.setdefault(proxy, self._opened(proxy))
        return pool

    def _opened(self, proxy: Proxy | None) -> httpcore.ConnectionPool:
        auth = None if proxy is None or not proxy.user else (proxy.user, proxy.password)
        return httpcore.ConnectionPool(
            ssl_context=self._tls,
            proxy=None if proxy is None else httpcore.Proxy(proxy.url, auth=auth, ssl_context=self._tls),
            max_connections=None,
            max_keepalive_connections=16,
            keepalive_expiry=15.0,
            http1=True,
            http2=False,
            network_backend=Backend(self._refused if proxy is None else nothing),
        )


@contextmanager
def _turned() -> Iterator[None]:
    """Turn the library's errors into ours; those of the sockets are ours already."""
    try:
        yield
    except httpcore.ProxyError as error:
        raise FetchError("refused", f"proxy {error}") from error
    except httpcore.NetworkError as error:
        raise FetchError("damaged", "connection-lost") from error
    except httpcore.ProtocolError as error:
        known = (how for words, how in _BROKEN.items() if words in str(error))
        raise FetchError("damaged", next(known, "protocol-error")) from error


def _read(response: httpcore.Response, headers: heads.Headers, wish: Wish, watch: Watch) -> tuple[bytes, bytes]:
    """Give the body as it came and unpacked. Raise FetchError for a status or a body that is not to be had."""
    if response.status in heads.REDIRECTING and heads.header(headers, "location"):
        return _redirect_body(response, watch), b""
    if not 200 <= response.status < 300:
        error = FetchError("status", str(response.status))
        error.retry_after_s = heads.retry_after_s(headers, datetime.now(UTC))
        raise error
    length = heads.header(headers, "content-length").strip()
    watch.received, watch.total = 0, int(length[:15]) if length.isascii() and length.isdigit() else None
    if watch.total is not None and watch.total > wish.limit:
        raise FetchError("too_large", megabytes(wish.limit))
    raw, body, looked = bytearray(), bytearray(), False
    content_type = heads.header(headers, "content-type")
    chunks = _noted(response, raw, wish.limit, watch)
    try:
        for piece in decoded(chunks, heads.header(headers, "content-encoding"), wish.limit):
            body += piece
            if len(body) > wish.limit:
                raise FetchError("too_large", megabytes(wish.limit))
            if not looked and len(body) >= HEAD_BYTES:
                wish.look(bytes(body[:HEAD_BYTES]), content_type)
                looked = True
            watch.tick()
    except BrokenCoding as error:
        # Browsers show a page whose coding lacks its end; where the page itself has its end, so do we.
        if error.how == "too_large":
            raise FetchError("too_large", megabytes(wish.limit)) from error
        if error.how == "broken" or b"</html" not in body[-1000:].lower():
            raise FetchError("damaged", "content-encoding") from error
    if not looked:
        wish.look(bytes(body), content_type)
    whole = bytes(body)
    # Most often nothing was packed: then 20 MB need not be kept twice.
    return whole if raw == whole else bytes(raw), whole


def _noted(response: httpcore.Response, raw: bytearray, limit: int, watch: Watch) -> Iterator[bytes]:
    for chunk in response.iter_stream():
        raw += chunk
        watch.received = len(raw)
        if len(raw) > limit:
            raise FetchError("too_large", megabytes(limit))
        yield chunk


def _redirect_body(response: httpcore.Response, watch: Watch) -> bytes:
    """Read the few words that come with a redirect, for a second at most: nobody needs them whole."""
    raw = bytearray()
    before = current.set(watch.hurried(REDIRECT_BODY_S))
    try:
        for chunk in response.iter_stream():
            raw += chunk
            if len(raw) >= REDIRECT_BODY_BYTES:
                break
    except (httpcore.NetworkError, httpcore.ProtocolError, FetchError) as error:
        log.debug("body of a redirect: %s", error)
    finally:
        current.reset(before)
    watch.tick()  # the second may have been the last of the whole fetch
    return bytes(raw[:REDIRECT_BODY_BYTES])


def _scheme(url: str) -> str:
    scheme, colon, _ = url.partition(":")
    return scheme.strip().lower()[:40] if colon else ""
