"""Pages over HTTP: what comes, how it is kept, and every bad server ends in a code of ours."""

import gzip
import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from servers import ENGLISH_PATH, GERMAN_BYTES, Answer, Handler, Server, refused_url

from clipper.errors import Cancelled, FetchError
from clipper.fetching.fetcher import Fetcher
from clipper.model import Page, Request
from clipper.progress import Progress, Step
from clipper.store import warc


def failure(fetch, address: str) -> FetchError:
    with pytest.raises(FetchError) as caught:
        fetch(address)
    return caught.value


def test_a_page_comes_with_its_bytes_address_charset_and_exchange(server: Server, fetch) -> None:
    page = fetch(server.url(ENGLISH_PATH) + "#part")

    assert page.url == server.url(ENGLISH_PATH) + "#part"
    assert b"Harbour bridge" in page.body
    assert page.charset == "utf-8"
    (exchange,) = page.exchanges
    assert (exchange.url, exchange.status, exchange.reason) == (server.url(ENGLISH_PATH), 200, "OK")
    assert exchange.body == page.body
    assert ("Content-Type", "text/html; charset=utf-8") in exchange.headers
    assert exchange.fetched.utcoffset() is not None


@pytest.mark.parametrize("path", ["/gzip", "/deflate", "/deflate-raw", "/br", "/zstd", "/chunked"])
def test_a_coded_page_is_unpacked_and_kept_as_it_came(server: Server, fetch, path: str) -> None:
    page = fetch(server.url(path))

    assert b"</html>" in page.body
    if path != "/chunked":
        assert page.exchanges[-1].body != page.body
        assert b"Harbour" not in page.exchanges[-1].body


def test_the_request_says_who_asks_and_brings_no_cookie_back(server: Server, fetch) -> None:
    server.serve("/set", Answer(b"<p>one</p>", headers=(("Set-Cookie", "a=b"),)))
    fetch(server.url("/set"))
    fetch(server.url("/set"))

    asked = server.asked[-1].headers
    assert "Clipper/" in asked["user-agent"]
    assert asked["user-agent"].startswith("Mozilla/5.0 (")
    assert asked["accept-encoding"] == "gzip, deflate, br, zstd"
    assert "en" in asked["accept-language"]
    assert "cookie" not in asked


def test_connections_are_used_again(server: Server, fetch) -> None:
    for number in range(4):
        fetch(server.url(f"/article/{number}"))

    assert server.connections == 1


def test_a_kept_connection_that_the_server_closed_is_no_failure(server: Server, fetch) -> None:
    def once(handler: Handler) -> Answer:
        handler.close_connection = True
        return Answer(b"<p>one of many</p>")

    server.serve("/once", once)

    for _ in range(5):
        assert b"one of many" in fetch(server.url("/once")).body


def test_redirects_are_followed_and_each_hop_is_kept(server: Server, fetch) -> None:
    page = fetch(server.url("/hops/10") + "#!/deep")

    assert page.url == server.url(ENGLISH_PATH) + "#!/deep"
    assert [exchange.status for exchange in page.exchanges] == [301] * 10 + [200]
    assert page.exchanges[0].url == server.url("/hops/10")
    assert page.exchanges[0].body == b"moved"


def _dripping_redirect(handler: Handler) -> None:
    handler.head("HTTP/1.1 302 Found", f"Location: {ENGLISH_PATH}", "Content-Length: 1000000")
    while handler.wait(0.1):
        handler.wfile.write(b"a")


def test_a_redirect_whose_body_drips_is_followed_without_waiting_for_it(server: Server, fetch) -> None:
    page = fetch(server.serve("/drip-on", _dripping_redirect))

    assert b"Harbour bridge" in page.body
    assert [exchange.status for exchange in page.exchanges] == [302, 200]
    assert set(page.exchanges[0].body) == {ord("a")}
    assert warc.unpack(warc.pack(page, ())) == (page.exchanges, page.body)


def test_of_a_large_body_of_a_redirect_only_the_beginning_is_read(server: Server, fetch) -> None:
    large = Answer(b"moved " * 500_000, 302, headers=(("Location", ENGLISH_PATH),))

    page = fetch(server.serve("/large-on", large))

    assert page.exchanges[0].body == large.body[:65_536]
    assert b"Harbour bridge" in page.body
    assert warc.unpack(warc.pack(page, ())) == (page.exchanges, page.body)


def test_the_deadline_holds_while_the_body_of_a_redirect_is_read(server: Server) -> None:
    fetcher = Fetcher(allow_private=True, deadline_s=0.5)

    error = failure(
        lambda url: fetcher.fetch(Request("", url=url), Progress()), server.serve("/drip-on", _dripping_redirect)
    )

    assert error.code == "timeout"


def test_stop_is_heard_while_the_body_of_a_redirect_is_read(server: Server) -> None:
    progress = Progress()

    def stopping(handler: Handler) -> None:
        handler.head("HTTP/1.1 302 Found", f"Location: {ENGLISH_PATH}", "Content-Length: 1000000")
        progress.stop()
        handler.wait(60)

    with pytest.raises(Cancelled):
        Fetcher(allow_private=True).fetch(Request("", url=server.serve("/stop-on", stopping)), progress)


def test_a_small_page_that_sends_on_at_once_is_followed_once(server: Server, fetch) -> None:
    server.serve("/gate", f'<meta http-equiv="refresh" content="0; url={ENGLISH_PATH}">')
    server.serve("/gates", "<meta http-equiv=refresh content=\"0;URL='/gate'\">")

    assert b"Harbour bridge" in fetch(server.url("/gate")).body
    assert fetch(server.url("/gates")).url == server.url("/gate")


@pytest.mark.parametrize(
    "body",
    [
        '<meta http-equiv="refresh" content="600; url=/news/">',
        '<meta http-equiv="refresh" content="0; url=/stays">',
        '<meta http-equiv="refresh" content="0; url=app://open/1"><p>text',
        '<noscript><meta http-equiv="refresh" content="0; url=/news/"></noscript><p>text',
        '<meta http-equiv="refresh" content="1; url=/news/">' + "<p>An article.</p>" * 500,
    ],
)
def test_a_page_that_reloads_itself_stays(server: Server, fetch, body: str) -> None:
    server.serve("/stays", body)

    assert fetch(server.url("/stays")).url == server.url("/stays")
    assert len(server.asked) == 1


def test_the_address_of_a_page_is_the_one_that_was_asked_for(server: Server, fetch) -> None:
    server.serve("/%C3%BC%20b?q=%C3%A4", "<p>Hello</p>")

    page = fetch(f"http://user:secret@127.0.0.1:{server.port}/ü b?q=ä#!/ö x")

    assert page.url == server.url("/%C3%BC%20b?q=%C3%A4#!/%C3%B6%20x")


@pytest.mark.parametrize("status", ["403", "404", "410", "500", "503"])
def test_a_bad_status_is_named(server: Server, fetch, status: str) -> None:
    error = failure(fetch, server.url(f"/{status}"))

    assert (error.code, error.detail) == ("status", status)
    assert error.url == server.url(f"/{status}")


def test_a_server_that_asks_to_wait_is_heard(server: Server, fetch) -> None:
    assert failure(fetch, server.url("/429")).fault().retry_after_s == 120
    assert 290 <= (failure(fetch, server.url("/429-date")).retry_after_s or 0) <= 300
    assert failure(fetch, server.url("/404")).retry_after_s is None


@pytest.mark.parametrize(
    ("path", "code", "detail"),
    [
        ("/loop", "redirects", "10"),
        ("/hops/11", "redirects", "10"),
        ("/to-file", "scheme", "file"),
        ("/to-javascript", "scheme", "javascript"),
        ("/no-location", "status", "302"),
        ("/huge", "too_large", "20 MB"),
        ("/bomb.gz", "too_large", "20 MB"),
        ("/bomb.gzgz", "too_large", "20 MB"),
        ("/bomb.br", "too_large", "20 MB"),
        ("/bomb.zst", "too_large", "20 MB"),
        ("/empty.html", "empty", ""),
        ("/pdf.html", "not_a_page", "application/pdf"),
        ("/picture.html", "not_a_page", "image/png"),
        ("/zip.html", "not_a_page", "application/zip"),
        ("/pictures/bridge.png", "not_a_page", "image/png"),
        ("/broken-gzip", "damaged", "content-encoding"),
        ("/cut-gzip", "damaged", "content-encoding"),
    ],
)
def test_a_bad_answer_ends_in_its_code(server: Server, fetch, path: str, code: str, detail: str) -> None:
    error = failure(fetch, server.url(path))

    assert (error.code, error.detail) == (code, detail)


@pytest.mark.parametrize(
    ("path", "how"),
    [
        ("/broken-chunk", "protocol-error"),
        ("/cut-short", "cut-short"),
        ("/no-http", "no-answer"),
        ("/reset", "no-answer"),
    ],
)
def test_a_broken_answer_is_damaged(server: Server, fetch, path: str, how: str) -> None:
    server.serve("/reset", lambda handler: None)

    error = failure(fetch, server.url(path))

    assert (error.code, error.detail) == ("damaged", how)


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("application/json", b'{"a": 1}'),
        ("text/plain", b"Only words."),
        ("application/rss+xml", b"<?xml version='1.0'?><rss version='2.0'></rss>"),
        ("text/html", b"<?xml version='1.0'?><!-- x --><svg xmlns='http://www.w3.org/2000/svg'></svg>"),
        ("application/octet-stream", b"\x01\x02\x03\x04" * 50),
        ("text/html", b"\x01\x02\x03\x04" * 50),
        ("video/mp4", b"\0\0\0\x18ftypmp42" + bytes(100)),
        ("text/html", b"\0\0\0\x18ftypmp42" + bytes(100)),
    ],
)
def test_what_is_no_page_is_said_to_be_none(server: Server, fetch, content_type: str, body: bytes) -> None:
    server.serve("/thing", Answer(body, content_type=content_type))

    assert failure(fetch, server.url("/thing")).code == "not_a_page"


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("text/plain", b"<!DOCTYPE html><html><p>A page</p></html>"),
        ("application/octet-stream", b"<html><body>A page"),
        ("", b"<p>A page</p>"),
        ("application/xhtml+xml", b"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'/>"),
        ("text/html", b"Words without a tag"),
        ("text/html", b"<p>NUL\0 and \x01 in it</p>"),
        ("text/html", "<html><p>UTF-16 page</p></html>".encode("utf-16")),
        ("text/html", "<html><p>UTF-16 page, no BOM</p></html>".encode("utf-16-le")),
        ("text/html", b"\xef\xbb\xbf\n\n  <html><p>BOM"),
        ("text/html", b"BMW builds a plant"),
    ],
)
def test_what_may_be_a_page_is_taken(server: Server, fetch, content_type: str, body: bytes) -> None:
    server.serve("/thing", Answer(body, content_type=content_type))

    assert fetch(server.url("/thing")).body == body


def test_the_charset_is_the_headers_alone(server: Server, fetch) -> None:
    assert fetch(server.url("/latin1-no-charset.html")).charset is None
    assert fetch(server.url("/wrong-charset.html")).charset == "utf-8"
    assert fetch(server.url("/wrong-charset.html")).body == GERMAN_BYTES


def test_a_whole_page_whose_coding_lacks_its_end_is_taken(server: Server, fetch) -> None:
    body = gzip.compress(b"<html><p>All there</p></html>")[:-8]
    server.serve("/nearly", Answer(body, headers=(("Content-Encoding", "gzip"),)))

    assert fetch(server.url("/nearly")).body == b"<html><p>All there</p></html>"


def test_a_page_packed_too_often_is_damaged(server: Server, fetch) -> None:
    server.serve("/often", Answer(b"x", headers=(("Content-Encoding", "gzip, " * 9),)))

    assert failure(fetch, server.url("/often")).code == "damaged"


def test_a_coding_that_nobody_knows_is_passed_over(server: Server, fetch) -> None:
    server.serve("/odd", Answer(b"<p>plain</p>", headers=(("Content-Encoding", "utf-8"),)))

    assert fetch(server.url("/odd")).body == b"<p>plain</p>"


def test_nobody_listening_is_refused(fetch) -> None:
    with refused_url() as address:
        error = failure(fetch, address)

    assert (error.code, error.detail) == ("refused", "127.0.0.1")


def test_the_next_address_of_a_host_is_tried(server: Server, fetch, monkeypatch: pytest.MonkeyPatch) -> None:
    with refused_url() as nobody:
        closed = int(nobody.rsplit(":", 1)[1].strip("/"))
        kind = (socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP, "")
        found = [(*kind, ("127.0.0.1", closed)), (*kind, ("127.0.0.1", server.port))]
        monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)

        page = fetch("http://two-addresses.example/article/1")

    assert b"Report 1 " in page.body


def test_a_host_without_an_address_is_no_host(fetch, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: [])

    assert failure(fetch, "http://none.example/").code == "no_host"


def test_a_fetcher_may_be_closed_while_it_fetches(server: Server, fetcher: Fetcher) -> None:
    faults: list[str] = []

    def work() -> None:
        try:
            fetcher.fetch(Request("", url=server.url("/drip")), Progress())
        except FetchError as error:
            faults.append(error.code)

    thread = threading.Thread(target=work)
    thread.start()
    while not server.asked:
        threading.Event().wait(0.01)
    fetcher.close()
    thread.join()

    assert faults == ["damaged"]


@pytest.mark.parametrize("name", ["no-such-host.invalid", "a" * 70 + ".invalid"])
def test_a_name_that_nobody_knows_is_no_host(fetch, name: str) -> None:
    error = failure(fetch, f"http://{name}/")

    assert (error.code, error.detail) == ("no_host", name)


def test_a_certificate_that_nobody_signed_is_a_tls_error(certificate: Path, fetch) -> None:
    with Server(certificate=certificate) as server:
        error = failure(fetch, server.url(ENGLISH_PATH))

    assert error.code == "tls"
    assert "self-signed" in error.detail or "self signed" in error.detail


def test_a_server_without_tls_is_a_tls_error(server: Server, fetch) -> None:
    assert failure(fetch, server.url("/").replace("http:", "https:")).code == "tls"


def test_a_certificate_of_the_systems_store_is_believed(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    fetcher = Fetcher(allow_private=True)

    with Server(certificate=certificate) as server:
        page = fetcher.fetch(Request("", url=server.url(ENGLISH_PATH)), Progress())

    assert b"Harbour bridge" in page.body


@pytest.mark.parametrize("path", ["/never", "/drip", "/slow-head"])
def test_a_slow_server_is_given_up_at_the_deadline(server: Server, path: str) -> None:
    fetcher = Fetcher(allow_private=True, deadline_s=1.2)

    with pytest.raises(FetchError) as caught:
        fetcher.fetch(Request("", url=server.url(path)), Progress())

    assert caught.value.code == "timeout"


def test_a_handshake_that_never_answers_is_given_up() -> None:
    fetcher = Fetcher(allow_private=True, deadline_s=0.8)
    with socket.create_server(("127.0.0.1", 0)) as silent, pytest.raises(FetchError) as caught:
        fetcher.fetch(Request("", url=f"https://127.0.0.1:{silent.getsockname()[1]}/"), Progress())

    assert caught.value.code == "timeout"


@pytest.mark.parametrize("path", ["/never", "/drip", "/slow-head", "/huge"])
def test_stop_is_heard_while_a_server_is_waited_for(server: Server, path: str) -> None:
    fetcher = Fetcher(allow_private=True)
    progress = Progress()
    timer = threading.Timer(0.3, progress.stop)
    if path == "/huge":
        progress.stop()
    timer.start()

    with pytest.raises(Cancelled):
        fetcher.fetch(Request("", url=server.url(path)), progress)


def test_progress_is_told_in_bytes(server: Server, fetcher: Fetcher) -> None:
    steps: list[Step] = []
    server.serve("/long", "<p>" + "word " * 40_000)

    fetcher.fetch(Request("", url=server.url("/long")), Progress(steps.append))

    assert steps[-1].total == 200_003
    assert 0 < steps[-1].done <= 200_003


@pytest.mark.parametrize("address", ["javascript:alert(1)", "ftp://example.org/", "file:///etc/passwd", "", "http://"])
def test_an_address_of_another_scheme_is_refused(fetch, address: str) -> None:
    assert failure(fetch, address).code == "scheme"


def test_a_request_that_leads_nowhere_is_refused(fetcher: Fetcher) -> None:
    with pytest.raises(FetchError) as caught:
        fetcher.fetch(Request("an article"), Progress())

    assert caught.value.code == "scheme"


def test_four_threads_fetch_at_once(server: Server, fetcher: Fetcher) -> None:
    pages: dict[int, Page] = {}

    def work(first: int) -> None:
        for number in range(first, 40, 4):
            pages[number] = fetcher.fetch(Request("", url=server.url(f"/article/{number}")), Progress())

    threads = [threading.Thread(target=work, args=(first,)) for first in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert all(f"Report {number} ".encode() in pages[number].body for number in range(40))
    assert server.connections <= 5


def test_making_a_fetcher_imports_nothing_heavy() -> None:
    program = (
        "import sys; from clipper.fetching.fetcher import Fetcher; Fetcher().close();"
        "print([name for name in ('httpx', 'httpcore', 'PIL', 'brotli', 'email', 'ssl') if name in sys.modules])"
    )

    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout

    assert said.strip() == "[]"
