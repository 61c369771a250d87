"""Nothing on this machine or its network is spoken to, by whatever name it is asked for."""

import contextlib
import socket
import socketserver
import threading
from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

import pytest
from servers import Server

from clipper.errors import FetchError
from clipper.fetching import pages
from clipper.fetching.fetcher import Fetcher
from clipper.fetching.places import is_private
from clipper.fetching.watch import Watch
from clipper.fetching.web import Web
from clipper.model import Page, Request
from clipper.progress import Progress

PRIVATE = [
    *("127.0.0.1", "127.8.8.8", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.0.1", "169.254.169.254"),
    *("100.64.0.1", "0.0.0.0", "0.1.2.3", "224.0.0.1", "239.1.1.1", "255.255.255.255", "240.0.0.1", "192.0.0.1"),
    *("::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12::1", "fec0::1", "ff02::1", "100::1", "2001:db8::1"),
    *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.0.1", "::127.0.0.1", "2002:7f00:1::", "2002:a00:1::1"),
    *("64:ff9b::7f00:1", "64:ff9b::a00:1", "64:ff9b:1::808:808", "2001:0:1:2:3:4:80ff:fffe", "fe80::5efe:8.8.8.8"),
    *("2002:808:808::1", "2001:470:1::5efe:10.0.0.1", "localhost", ""),
]
PUBLIC = [
    *("8.8.8.8", "93.184.216.34", "172.32.0.1", "192.167.0.1", "100.128.0.1", "2606:4700::1111", "::ffff:8.8.8.8"),
    *("64:ff9b::808:808", "2a00:1450:4001:81b::200e"),
]


@pytest.mark.parametrize("address", PRIVATE)
def test_an_address_of_this_network_is_private(address: str) -> None:
    assert is_private(address)


@pytest.mark.parametrize("address", PUBLIC)
def test_an_address_of_the_internet_is_not_private(address: str) -> None:
    assert not is_private(address)


def failure(address: str, *, allow_private: bool = False) -> FetchError:
    fetcher = Fetcher(allow_private=allow_private, deadline_s=5)
    with pytest.raises(FetchError) as caught:
        fetcher.fetch(Request(address, url=address), Progress())
    fetcher.close()
    return caught.value


@pytest.mark.parametrize(
    "name",
    [
        *("127.0.0.1", "localhost", "LOCALHOST.", "2130706433", "0x7f000001", "0x7f.1", "0177.0.0.1", "127.1"),
        *("[::1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "0.0.0.0", "user@127.0.0.1", "example.org@localhost"),
    ],
)
def test_no_name_of_this_machine_is_spoken_to(server: Server, name: str) -> None:
    error = failure(f"http://{name}:{server.port}/")

    assert error.code == "private_address"
    assert server.connections == 0


def test_a_full_width_name_is_this_machine_too(server: Server) -> None:
    assert failure(f"http://127。0。0。1:{server.port}/").code == "private_address"
    assert server.connections == 0


class Elsewhere:
    """Makes every name lead to this machine, but look public until it was connected to (as a name server may)."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, seen: str) -> None:
        original = socket.getaddrinfo

        def look_up(host: str, port: int, *rest: object, **more: object) -> object:
            if host == "public.example":
                return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (seen, port))]
            return original(host, port, *rest, **more)  # type: ignore[arg-type]

        monkeypatch.setattr(socket, "getaddrinfo", look_up)


def test_a_public_name_of_a_private_place_is_refused(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    Elsewhere(monkeypatch, "127.0.0.1")

    assert failure(f"http://public.example:{server.port}/").code == "private_address"
    assert server.connections == 0


def fetched(address: str, refused: Callable[[str], bool]) -> Page:
    web = Web(refused)
    try:
        return pages.page(web, address, Watch(Progress(), seconds=5), limit=100_000)
    finally:
        web.close()


def test_the_address_that_was_connected_to_decides(server: Server) -> None:
    """A name may lead elsewhere by the time of connecting: here the first look, before it, finds nothing wrong."""
    looks = iter([False, True])

    with pytest.raises(FetchError) as caught:
        fetched(server.url("/"), lambda ip: next(looks))

    assert caught.value.code == "private_address"
    assert server.asked == []


def test_a_redirect_to_a_private_place_is_refused(server: Server) -> None:
    """127.0.0.1 stands for a public place here, 127.0.0.2 for a private one."""
    address = server.url(f"/to?http://127.0.0.2:{server.port}/")

    with pytest.raises(FetchError) as caught:
        fetched(address, lambda ip: ip != "127.0.0.1")

    assert (caught.value.code, caught.value.detail) == ("private_address", "127.0.0.2")
    assert len(server.asked) == 1


def test_private_places_may_be_allowed(server: Server, fetch) -> None:
    assert fetch(server.url("/to?" + server.url("/article/1"))).url == server.url("/article/1")


@pytest.fixture
def proxy(server: Server, monkeypatch: pytest.MonkeyPatch) -> Server:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("http_proxy", f"http://user:p%40ss@127.0.0.1:{server.port}")
    return server


def test_a_proxy_may_be_private_and_is_asked_for_public_targets(proxy: Server) -> None:
    proxy.serve("http://93.184.216.34/a", "<p>through the proxy</p>")

    page = Fetcher().fetch(Request("", url="http://93.184.216.34/a"), Progress())

    assert page.body == b"<p>through the proxy</p>"
    assert proxy.asked[0].headers["proxy-authorization"] == "Basic dXNlcjpwQHNz"


def test_a_name_that_only_the_proxy_knows_is_left_to_it(proxy: Server) -> None:
    proxy.serve("http://no-such-host.invalid/a", "<p>known to the proxy</p>")

    page = Fetcher().fetch(Request("", url="http://no-such-host.invalid/a"), Progress())

    assert page.body == b"<p>known to the proxy</p>"


@pytest.mark.parametrize("host", ["10.0.0.1", "169.254.169.254", "[::ffff:10.0.0.1]", "printer", "nas.local"])
def test_a_proxy_is_not_asked_for_private_targets(proxy: Server, host: str) -> None:
    assert failure(f"http://{host}/").code == "private_address"
    assert proxy.asked == []


def test_this_machine_is_asked_for_without_the_proxy(proxy: Server, fetch) -> None:
    assert b"Report 3" in fetch(proxy.url("/article/3")).body
    assert proxy.asked[0].path == "/article/3"


def test_the_proxy_is_passed_over_where_the_system_says_so(proxy: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "public.example")
    Elsewhere(monkeypatch, "127.0.0.1")

    assert failure(f"http://public.example:{proxy.port}/").code == "private_address"
    assert proxy.asked == []


def test_a_proxy_of_a_kind_that_we_do_not_speak_is_named(monkeypatch: pytest.MonkeyPatch, proxy: Server) -> None:
    monkeypatch.setenv("http_proxy", "socks5://127.0.0.1:1080")
    error = failure("http://93.184.216.34/")

    assert (error.code, error.detail) == ("refused", "socks5://127.0.0.1:1080")


@pytest.mark.parametrize("address", ["http://127.0.0.1:99999", "http://"])
def test_a_proxy_that_is_none_is_refused(monkeypatch: pytest.MonkeyPatch, proxy: Server, address: str) -> None:
    monkeypatch.setenv("http_proxy", address)

    assert failure("http://93.184.216.34/").code == "refused"


def test_a_tunnel_that_the_proxy_refuses_is_refused(proxy: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", f"127.0.0.1:{proxy.port}")

    error = failure("https://93.184.216.34/")

    assert error.code == "refused"
    assert error.detail.startswith("proxy 501")


class Tunnel(socketserver.BaseRequestHandler):
    """A proxy that leads every tunnel to one server. asked: the first lines that it was sent."""

    port = 0
    asked: ClassVar[list[bytes]] = []

    def handle(self) -> None:
        head = b""
        while b"\r\n\r\n" not in head:
            head += self.request.recv(1000)
        self.asked.append(head.partition(b"\r\n")[0])
        self.request.sendall(b"HTTP/1.1 200 Established\r\n\r\n")
        with socket.create_connection(("127.0.0.1", self.port)) as onward:
            back = threading.Thread(target=self.pass_on, args=(onward, self.request), daemon=True)
            back.start()
            self.pass_on(self.request, onward)

    def pass_on(self, source: socket.socket, target: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(65_536):
                target.sendall(data)


def test_a_safe_page_comes_through_the_tunnel_of_a_proxy(
    certificate: Path, proxy: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with (
        Server(certificate=certificate) as target,
        socketserver.ThreadingTCPServer(("127.0.0.1", 0), Tunnel) as tunnel,
    ):
        tunnel.daemon_threads = True
        Tunnel.port, Tunnel.asked = target.port, []
        threading.Thread(target=tunnel.serve_forever, args=(0.02,), daemon=True).start()
        monkeypatch.setenv("https_proxy", f"http://127.0.0.1:{tunnel.server_address[1]}")
        fetcher = Fetcher(deadline_s=5)

        pages = [fetcher.fetch(Request("", url=f"https://93.184.216.34/article/{n}"), Progress()) for n in (1, 2)]

        fetcher.close()
        tunnel.shutdown()
    assert [b"Report 1 " in pages[0].body, b"Report 2 " in pages[1].body] == [True, True]
    assert Tunnel.asked == [b"CONNECT 93.184.216.34:443 HTTP/1.1"]


def test_a_name_server_that_never_answers_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    asleep = threading.Event()

    def look_up(*_: object, **__: object) -> list[object]:
        asleep.wait(30)
        return []

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    fetcher = Fetcher(deadline_s=0.5)

    with pytest.raises(FetchError) as caught:
        fetcher.fetch(Request("", url="http://slow.example/"), Progress())
    asleep.set()

    assert caught.value.code == "timeout"
