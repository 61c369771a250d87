"""A real web server on 127.0.0.1 for all tests: a small news site, and every bad server that Clipper must stand.

    with Server() as server:
        server.url("/news/harbour-bridge-opens-early.html")   "http://127.0.0.1:PORT/news/..."
        server.serve("/mine.html", "<p>Hello</p>")            a page of your own, also Answer(...) or a function
        server.asked                                          what was asked for: (method, path, headers)

Good: / · /news/harbour-bridge-opens-early.html (English) · /nachrichten/buecherei-zieht-in-die-muehle.html (German),
each with a picture (/pictures/bridge.png, /pictures/muehle.png) · /article/N (a different article for each N) ·
/article/N/picture · /gzip /deflate /deflate-raw /br /zstd /chunked (the English page in that coding)
Bad status: /403 /404 /410 /429 (Retry-After: 120) /429-date /500 /503
Slow: /never (reads, answers nothing) · /drip (a byte a second, endless) · /slow-head (a header byte a second)
Redirects: /loop · /hops/N (N redirects, then the English page) · /to-private (http://127.0.0.1:9/) · /to-file ·
/to-javascript · /to?URL · /no-location
Too large: /huge (200 MB) · /bomb.gz /bomb.br /bomb.zst (1 GiB) · /bomb.gzgz (a few KB, double gzip, 1 GiB)
Not what it says: /empty.html · /pdf.html · /picture.html · /zip.html · /latin1-no-charset.html ·
/wrong-charset.html (windows-1252, header says utf-8)
Broken: /broken-chunk · /cut-short (content-length larger than the body) · /broken-gzip · /cut-gzip · /no-http
Others: refused_url() (nobody listens) · Server(certificate=...) with self_signed(folder) for TLS.

By hand: python tests/servers.py [PORT]
"""

import gzip
import shutil
import socket
import ssl
import subprocess
import sys
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email.utils import formatdate
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple

import brotli
import news_pages
import zstandard

GIB = 1 << 30
ENGLISH_PATH = "/news/harbour-bridge-opens-early.html"
GERMAN_PATH = "/nachrichten/buecherei-zieht-in-die-muehle.html"
HTML = "text/html; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a path answers. content_type "": no such header."""

    body: bytes = b""
    status: int = 200
    content_type: str = HTML
    headers: tuple[tuple[str, str], ...] = field(default=())


class Asked(NamedTuple):
    """A request as it came in; header names in lower case."""

    method: str
    path: str
    headers: dict[str, str]


Route = Callable[["Handler"], Answer | None]


class Server:
    """Serves until it is left. Each test may have its own: starting costs under a millisecond."""

    def __init__(self, *, certificate: Path | None = None, port: int = 0) -> None:
        self.asked: list[Asked] = []
        self.connections = 0
        self.stopping = threading.Event()
        self.routes: dict[str, Route] = {}
        self._httpd = _HTTPServer(("127.0.0.1", port), Handler)
        self._httpd.owner = self
        self._scheme = "http"
        if certificate is not None:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            self._httpd.socket = context.wrap_socket(self._httpd.socket, server_side=True)
            self._scheme = "https"
        self._thread = threading.Thread(target=self._httpd.serve_forever, args=(0.02,), daemon=True)

    def __enter__(self) -> "Server":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stopping.set()
        self._httpd.shutdown()
        self._httpd.server_close()

    @property
    def port(self) -> int:
        return int(self._httpd.server_address[1])

    @property
    def base(self) -> str:
        return f"{self._scheme}://127.0.0.1:{self.port}"

    def url(self, path: str = "/") -> str:
        return self.base + path

    def serve(self, path: str, what: str | bytes | Answer | Route, content_type: str = HTML) -> str:
        """Answer a path (with its query, if any) with a page of the test's own; give its address."""
        if callable(what):
            self.routes[path] = what
            return self.url(path)
        body = what.encode() if isinstance(what, str) else what
        answer = body if isinstance(body, Answer) else Answer(body, content_type=content_type)
        self.routes[path] = lambda _: answer
        return self.url(path)


class _HTTPServer(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64
    owner: Server

    def handle_error(self, request: object, client_address: object) -> None:
        """Clients that go away in the middle are what these servers are for."""


class Handler(BaseHTTPRequestHandler):
    """Gives answers as the routes say; a route that returns None has written everything itself."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: _HTTPServer

    @property
    def site(self) -> Server:
        return self.server.owner

    def setup(self) -> None:
        super().setup()
        self.site.connections += 1

    def log_message(self, format: str, *args: object) -> None:
        pass

    def do_GET(self) -> None:
        names = {name.lower(): value for name, value in self.headers.items()}
        self.site.asked.append(Asked(self.command, self.path, names))
        bare = self.path.partition("?")[0]
        route = self.site.routes.get(self.path) or self.site.routes.get(bare) or ROUTES.get(bare)
        if route is None:
            first = "/" + bare.split("/")[1]
            route = PREFIXES.get(first, _missing)
        with suppress(ConnectionError, TimeoutError, ssl.SSLError):
            answer = route(self)
            if answer is None:
                self.close_connection = True
            else:
                self.answer(answer)

    def answer(self, answer: Answer) -> None:
        self.send_response(answer.status)
        if answer.content_type:
            self.send_header("Content-Type", answer.content_type)
        for name, value in answer.headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.body)

    def head(self, *lines: str) -> None:
        """Write a status line and headers by hand."""
        self.wfile.write("\r\n".join(lines).encode("latin-1") + b"\r\n\r\n")

    def wait(self, seconds: float) -> bool:
        """Wait, but not beyond the end of the test. Says whether to go on."""
        return not self.site.stopping.wait(seconds)


def _missing(handler: Handler) -> Answer:
    return Answer(b"<title>Not found</title><p>There is no such page.</p>", 404)


def _page(text: str, language: str = "en") -> Route:
    return lambda handler: Answer(text.replace("{base}", handler.site.base).encode())


def _status(status: int, *headers: tuple[str, str]) -> Route:
    return lambda handler: Answer(f"<p>Status {status}.</p>".encode(), status, headers=headers)


def _later(handler: Handler) -> Answer:
    return Answer(b"<p>Later.</p>", 429, headers=(("Retry-After", formatdate(time.time() + 300, usegmt=True)),))


def _redirect(target: str, status: int = 302) -> Route:
    return lambda handler: Answer(b"", status, headers=(("Location", target),))


def _to(handler: Handler) -> Answer:
    return Answer(b"", 302, headers=(("Location", handler.path.partition("?")[2]),))


def _hops(handler: Handler) -> Answer:
    left = int(handler.path.rsplit("/", 1)[1])
    return Answer(b"moved", 301, headers=(("Location", f"/hops/{left - 1}" if left > 1 else ENGLISH_PATH),))


def _article(handler: Handler) -> Answer:
    parts = handler.path.strip("/").split("/")
    return Answer(news_pages.article(int(parts[1]), picture=len(parts) > 2).encode())


def _coded(coding: str, encode: Callable[[bytes], bytes]) -> Route:
    def route(handler: Handler) -> Answer:
        body = news_pages.ENGLISH.replace("{base}", handler.site.base).encode()
        return Answer(encode(body), headers=(("Content-Encoding", coding),))

    return route


def _raw_deflate(body: bytes) -> bytes:
    return zlib.compress(body)[2:-4]


def _never(handler: Handler) -> None:
    while handler.wait(1):
        pass


def _drip(handler: Handler) -> None:
    handler.head("HTTP/1.1 200 OK", "Content-Type: text/html", "Connection: close")
    while handler.wait(1):
        handler.wfile.write(b"a")


def _slow_head(handler: Handler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    while handler.wait(1):
        handler.wfile.write(b"a")


def _huge(handler: Handler) -> None:
    handler.head("HTTP/1.1 200 OK", "Content-Type: text/html", "Connection: close")
    handler.wfile.write(b"<!DOCTYPE html><p>")
    for _ in range(200):
        handler.wfile.write(b"word " * 200_000)


def _bomb(coding: str, make: Callable[[], bytes]) -> Route:
    return lambda handler: Answer(make(), headers=(("Content-Encoding", coding),))


@cache
def gzip_bomb() -> bytes:
    """About 1 MB that unpacks to 1 GiB: a deflate block that ends on a byte boundary can be repeated."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = packer.compress(bytes(1 << 20)) + packer.flush(zlib.Z_FULL_FLUSH)
    return b"\x1f\x8b\x08\0\0\0\0\0\0\xff" + block * 1024 + packer.flush() + bytes(8)


@cache
def double_gzip_bomb() -> bytes:
    return gzip.compress(gzip_bomb())


@cache
def brotli_bomb() -> bytes:
    packer = brotli.Compressor(quality=1)
    return b"".join([packer.process(bytes(1 << 24)) for _ in range(GIB >> 24)]) + packer.finish()


@cache
def zstd_bomb() -> bytes:
    packer = zstandard.ZstdCompressor(level=1).compressobj()
    return b"".join([packer.compress(bytes(1 << 24)) for _ in range(GIB >> 24)]) + packer.flush()


def _chunked(handler: Handler) -> None:
    handler.head("HTTP/1.1 200 OK", "Content-Type: text/html; charset=utf-8", "Transfer-Encoding: chunked")
    body = news_pages.ENGLISH.encode()
    for start in range(0, len(body), 500):
        part = body[start : start + 500]
        handler.wfile.write(f"{len(part):x}\r\n".encode() + part + b"\r\n")
    handler.wfile.write(b"0\r\n\r\n")


def _broken_chunk(handler: Handler) -> None:
    handler.head("HTTP/1.1 200 OK", "Content-Type: text/html", "Transfer-Encoding: chunked")
    handler.wfile.write(b"10\r\n<p>Sixteen byte\n\r\nnonsense\r\n<p>more")


def _cut_short(handler: Handler) -> None:
    handler.head("HTTP/1.1 200 OK", "Content-Type: text/html", "Content-Length: 50000")
    handler.wfile.write(b"<p>This page ends in the mid")


def _broken_gzip(handler: Handler) -> Answer:
    return Answer(b"\x1f\x8b\x08\0\0\0\0\0\0\xff" + b"\xff" * 200, headers=(("Content-Encoding", "gzip"),))


def _cut_gzip(handler: Handler) -> Answer:
    body = gzip.compress(news_pages.ENGLISH.encode())
    return Answer(body[: len(body) // 2], headers=(("Content-Encoding", "gzip"),))


def _no_http(handler: Handler) -> None:
    handler.wfile.write(b"SSH-2.0-OpenSSH_9.2\r\n")


GERMAN_BYTES = "<!DOCTYPE html><title>Grüße</title><p>Schöne Grüße aus Köln, für Ödön und Änne.</p>".encode("cp1252")
PDF = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"
ZIP = b"PK\x03\x04" + bytes(60)

ROUTES: dict[str, Route] = {
    "/": _page(news_pages.PAPER),
    ENGLISH_PATH: _page(news_pages.ENGLISH),
    GERMAN_PATH: _page(news_pages.GERMAN),
    "/pictures/bridge.png": lambda _: Answer(news_pages.png(), content_type="image/png"),
    "/pictures/muehle.png": lambda _: Answer(news_pages.png(colour=(90, 120, 70)), content_type="image/png"),
    "/gzip": _coded("gzip", gzip.compress),
    "/deflate": _coded("deflate", zlib.compress),
    "/deflate-raw": _coded("deflate", _raw_deflate),
    "/br": _coded("br", brotli.compress),
    "/zstd": _coded("zstd", zstandard.compress),
    "/chunked": _chunked,
    **{f"/{status}": _status(status) for status in (403, 404, 410, 500, 503)},
    "/429": _status(429, ("Retry-After", "120")),
    "/429-date": _later,
    "/never": _never,
    "/drip": _drip,
    "/slow-head": _slow_head,
    "/loop": _redirect("/loop"),
    "/to-private": _redirect("http://127.0.0.1:9/"),
    "/to-file": _redirect("file:///etc/passwd"),
    "/to-javascript": _redirect("javascript:alert(1)"),
    "/to": _to,
    "/no-location": lambda _: Answer(b"", 302),
    "/huge": _huge,
    "/bomb.gz": _bomb("gzip", gzip_bomb),
    "/bomb.gzgz": _bomb("gzip, gzip", double_gzip_bomb),
    "/bomb.br": _bomb("br", brotli_bomb),
    "/bomb.zst": _bomb("zstd", zstd_bomb),
    "/empty.html": lambda _: Answer(b""),
    "/pdf.html": lambda _: Answer(PDF),
    "/picture.html": lambda _: Answer(news_pages.png()),
    "/zip.html": lambda _: Answer(ZIP),
    "/latin1-no-charset.html": lambda _: Answer(GERMAN_BYTES, content_type="text/html"),
    "/wrong-charset.html": lambda _: Answer(GERMAN_BYTES),
    "/broken-chunk": _broken_chunk,
    "/cut-short": _cut_short,
    "/broken-gzip": _broken_gzip,
    "/cut-gzip": _cut_gzip,
    "/no-http": _no_http,
}
PREFIXES: dict[str, Route] = {"/hops": _hops, "/article": _article}


@contextmanager
def refused_url() -> Iterator[str]:
    """Give an address where nobody listens: the port is held, so that nobody else gets it."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{held.getsockname()[1]}/"


def self_signed(folder: Path) -> Path | None:
    """Make a certificate that nobody has signed; None without openssl.

    For 127.0.0.1, and for 93.184.216.34, which a proxy in a test may lead here.
    """
    tool = shutil.which("openssl")
    if tool is None:
        return None
    target, key = folder / "certificate.pem", folder / "key.pem"
    command = [tool, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1"]
    command += [
        "-addext",
        "subjectAltName=IP:127.0.0.1,IP:93.184.216.34,DNS:localhost",
        "-keyout",
        str(key),
        "-out",
        str(target),
    ]
    subprocess.run(command, check=True, capture_output=True)
    target.write_text(target.read_text() + key.read_text())
    return target


if __name__ == "__main__":
    with Server(port=int(sys.argv[1]) if len(sys.argv) > 1 else 8080) as running:
        print(running.base, flush=True)
        threading.Event().wait()
