"""The sockets under the HTTP library: no private place is spoken to, and every wait looks at the clock.

The library (httpcore, which is the engine of httpx) asks for a backend and streams of its own kinds: hence two classes
that inherit. Its time-outs are per read, so that a byte a second would hold a request for ever: they are not used.
"""

import contextlib
import errno
import selectors
import socket
import ssl
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import httpcore

from clipper.errors import FetchError
from clipper.fetching.names import Address, resolved
from clipper.fetching.watch import SLICE_S, Watch, current

T = TypeVar("T")

TRY_S = 8.0
"""So long one of several addresses of a host is tried before the next."""


class Backend(httpcore.NetworkBackend):
    """Opens connections, but none to an address that is refused."""

    def __init__(self, refused: Callable[[str], bool]) -> None:
        self._refused = refused

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first address of host that answers. Raise FetchError, Cancelled."""
        watch = current.get()
        found = resolved(host, port, watch)
        addresses = [one for one in found if not self._refused(one.ip)]
        if not addresses:
            raise FetchError("private_address", host)
        failure: FetchError | None = None
        for number, address in enumerate(addresses):
            last = number + 1 == len(addresses)
            try:
                return self._connected(address, host, watch, watch.left_s if last else TRY_S)
            except FetchError as error:
                if error.code == "private_address" or watch.left_s == 0.0:
                    raise
                failure = error
        raise failure or FetchError("refused", host)

    def _connected(self, address: Address, host: str, watch: Watch, seconds: float) -> "Stream":
        try:
            sock = socket.socket(address.family, address.kind, address.protocol)
        except OSError as error:  # IPv6 switched off
            raise FetchError("refused", host) from error
        try:
            sock.setblocking(False)
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            _connect(sock, address, watch, seconds)
            # The address that was connected to decides, not the one that was asked for.
            if self._refused(str(sock.getpeername()[0])):
                raise FetchError("private_address", host)
        except OSError as error:
            sock.close()
            code = "timeout" if isinstance(error, TimeoutError) else "refused"
            raise FetchError(code, host) from error
        except BaseException:
            sock.close()
            raise
        return Stream(sock)


def _connect(sock: socket.socket, address: Address, watch: Watch, seconds: float) -> None:
    """Raise OSError where nobody answers."""
    begun = sock.connect_ex(address.target)
    if begun in (0, errno.EISCONN):
        return
    if begun not in (errno.EINPROGRESS, errno.EWOULDBLOCK, getattr(errno, "WSAEWOULDBLOCK", -1)):
        raise OSError(begun, "connect")
    until = watch.left_s - seconds
    while not _ready(sock, selectors.EVENT_WRITE):
        watch.tick()
        if watch.left_s <= until:
            raise TimeoutError
    failed = sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
    if failed:
        raise OSError(failed, "connect")


def _ready(sock: socket.socket, event: int, seconds: float = SLICE_S) -> bool:
    if sock.fileno() < 0:  # closed by Fetcher.close() in another thread
        raise OSError(errno.EBADF, "closed")
    with selectors.DefaultSelector() as selector:
        selector.register(sock, event)
        return bool(selector.select(seconds))


class Stream(httpcore.NetworkStream):
    """A connection whose every wait asks the watch of the fetch that uses it."""

    def __init__(self, sock: socket.socket) -> None:
        self._sock = sock

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Give what has come, b"" at the end."""
        watch = current.get()
        watch.tick()
        try:
            return self._waited(lambda: self._sock.recv(max_bytes), selectors.EVENT_READ, watch)
        except OSError as error:
            raise httpcore.ReadError(str(error)) from error

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send all."""
        watch = current.get()
        left = memoryview(buffer)
        try:
            while left:
                sent = self._waited(lambda part=left: self._sock.send(part), selectors.EVENT_WRITE, watch)  # type: ignore[misc]
                left = left[sent:]
        except OSError as error:
            raise httpcore.WriteError(str(error)) from error

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """Secure the connection. Raise FetchError(tls)."""
        if isinstance(self._sock, ssl.SSLSocket):
            raise FetchError("tls", "proxy")
        name = (server_hostname or "").rstrip(".")
        try:
            # Without a blocking handshake: truststore holds a lock in it, and all connections would wait for one.
            secured = ssl_context.wrap_socket(self._sock, do_handshake_on_connect=False, server_hostname=name)
            self._sock = secured
            self._waited(secured.do_handshake, selectors.EVENT_READ, current.get())
        except (OSError, ValueError) as error:
            self.close()
            reason = getattr(error, "verify_message", "") or getattr(error, "reason", "") or type(error).__name__
            raise FetchError("tls", str(reason)) from error
        except BaseException:
            self.close()
            raise
        return self

    def close(self) -> None:
        """Close the connection."""
        with contextlib.suppress(OSError):
            self._sock.close()

    def get_extra_info(self, info: str) -> Any:
        """Answer what the library asks: whether an idle connection was closed by the other side."""
        if info == "is_readable":
            return self._sock.fileno() < 0 or _ready(self._sock, selectors.EVENT_READ, 0)
        if info == "ssl_object":
            return self._sock if isinstance(self._sock, ssl.SSLSocket) else None
        return None

    def _waited(self, act: Callable[[], T], event: int, watch: Watch) -> T:
        while True:
            try:
                return act()
            except (BlockingIOError, InterruptedError):
                wanted = event
            except ssl.SSLWantReadError:
                wanted = selectors.EVENT_READ
            except ssl.SSLWantWriteError:
                wanted = selectors.EVENT_WRITE
            while not _ready(self._sock, wanted):
                watch.tick()
