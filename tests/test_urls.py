"""Addresses: two of one page have one key, two of two pages have two, and no text makes it fail."""

import subprocess
import sys

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from clipper import urls

SAME_PAGE = [
    ("http://example.org/a", "https://example.org/a"),
    ("https://example.org/a/", "https://example.org/a"),
    ("https://example.org/", "https://example.org"),
    ("https://EXAMPLE.org/a", "https://example.org/a"),
    ("https://www.example.org/a", "https://example.org/a"),
    ("https://example.org:443/a", "https://example.org/a"),
    ("http://example.org:80/a", "https://example.org/a"),
    ("https://example.org./a", "https://example.org/a"),
    ("https://example.org/a#comments", "https://example.org/a"),
    ("https://example.org/a#:~:text=hello", "https://example.org/a"),
    ("https://example.org/a?utm_source=x&utm_medium=y", "https://example.org/a"),
    ("https://example.org/a?fbclid=1&id=5&gclid=2", "https://example.org/a?id=5"),
    ("https://example.org/a?UTM_Source=x", "https://example.org/a"),
    ("https://example.org/a?b=2&a=1", "https://example.org/a?a=1&b=2"),
    ("https://example.org/a?&&a=1&", "https://example.org/a?a=1"),
    ("https://example.org/a;jsessionid=0AF3?x=1", "https://example.org/a?x=1"),
    ("https://example.org/%7Euser/%c3%bc", "https://example.org/~user/%C3%BC"),
    ("https://example.org/ü", "https://example.org/%C3%BC"),
    ("https://example.org/a%20b", "https://example.org/a b"),
    ("https://example.org/a?q=x%20y", "https://example.org/a?q=x+y"),
    ("https://example.org/b/../a/./", "https://example.org/a"),
    ("https://bücher.example/a", "https://xn--bcher-kva.example/a"),
    ("https://BÜCHER.example/a", "https://xn--bcher-kva.example/a"),
    ("http://[2001:DB8:0:0::1]:80/a", "https://[2001:db8::1]/a"),
    (" https://example.org/a\n", "https://example.org/a"),
    ("https://amp.example.org/a", "https://www.example.org/a"),
    ("https://example.org/story/amp", "https://example.org/story"),
    ("https://example.org/story/amp/", "https://example.org/story/"),
    ("https://example.org/amp/story", "https://example.org/story"),
    ("https://www.bbc.co.uk/news/amp/world-1", "https://www.bbc.co.uk/news/world-1"),
    ("https://example.org/story.amp.html", "https://example.org/story.html"),
    ("https://example.org/story-101~amp.html", "https://example.org/story-101.html"),
    ("https://example.org/x-1.23!amp", "https://example.org/x-1.23"),
    ("https://example.org/story?amp=1", "https://example.org/story"),
    ("https://example.org/story?amp", "https://example.org/story"),
    ("https://example.org/story?outputType=amp", "https://example.org/story"),
    ("https://www.google.com/amp/s/amp.example.org/story", "https://example.org/story"),
    ("https://www-example-org.cdn.ampproject.org/c/s/www.example.org/story?usqp=a", "https://example.org/story"),
]
OTHER_PAGE = [
    ("https://example.org/a", "https://example.org/A"),
    ("https://example.org/a?id=1", "https://example.org/a?id=2"),
    ("https://example.org/a?id=1", "https://example.org/a"),
    ("https://example.org/a?keyword=x", "https://example.org/a"),
    ("https://example.org/a?source=x", "https://example.org/a"),
    ("https://example.org/a?cid=7", "https://example.org/a"),
    ("https://example.org/a?x=2&x=1", "https://example.org/a?x=1&x=2"),
    ("https://example.org/#!/one", "https://example.org/#!/two"),
    ("https://example.org/#/one", "https://example.org/"),
    ("https://example.org:8080/a", "https://example.org/a"),
    ("https://example.org/a%2Fb", "https://example.org/a/b"),
    ("https://example.org/amp", "https://example.org/"),
    ("https://example.org/best-guitar-amp", "https://example.org/best-guitar"),
    ("https://one.example.org/a", "https://two.example.org/a"),
    ("https://example.org/a.html", "https://example.org/a"),
]


@pytest.mark.parametrize(("one", "other"), SAME_PAGE)
def test_two_addresses_of_one_page_have_one_key(one: str, other: str) -> None:
    assert urls.canonical(one) == urls.canonical(other)


@pytest.mark.parametrize(("one", "other"), OTHER_PAGE)
def test_addresses_of_two_pages_have_two_keys(one: str, other: str) -> None:
    assert urls.canonical(one) != urls.canonical(other)


PIECES = ["http://", "https://", "www.", "amp.", "example", ".org", "ü", "/", "/amp", "/..", "//", "?", "&", "=", "#"]
PIECES += [
    "#!",
    "%",
    "%C3%BC",
    "%zz",
    "%2F",
    "[",
    "]",
    "::1",
    ":",
    "80",
    "@",
    "\\",
    " ",
    "\x00",
    "\ud800",
    "utm_x",
    "a",
]
PIECES += ["google.com/amp/s/", "x.cdn.ampproject.org/c/s/", ";jsessionid=1", "~amp.html", "+", "İ", "\u3002", "xn--"]
addresses = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=14).map("".join))


@settings(deadline=None)
@given(addresses)
@example("http://[::1%25eth0]/")
@example("https://" + "www." * 30 + "example.org")
@example("https://example.org" + "/amp" * 500)
@example("https://google.com/amp/s/" * 60 + "example.org/a")
@example("https://example.org/?" + "%" * 9000)
def test_the_key_of_any_text_is_its_own_key(text: str) -> None:
    key = urls.canonical(text)

    assert urls.canonical(key) == key


@settings(deadline=None)
@given(addresses, addresses)
def test_no_text_makes_any_question_fail(text: str, other: str) -> None:
    web = urls.is_web(text)
    urls.host(text)
    urls.registrable_domain(text)
    trusted = urls.trusted_canonical(text, other)
    wire = urls.encoded(text)

    assert wire.isascii()
    assert (wire != "") == web
    assert urls.encoded(wire) == wire
    assert trusted is None or urls.is_web(trusted)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "example.org",
            "ftp://example.org/",
            "javascript:alert(1)",
            "file:///etc/passwd",
            "http://",
            "https:///a",
        ),
        *(
            "http://exa mple.org/",
            "http://example.org:99999/",
            "http://[::1",
            "mailto:a@example.org",
            "data:text/html,",
        ),
    ],
)
def test_what_is_no_web_address_is_said_to_be_none(text: str) -> None:
    assert not urls.is_web(text)
    assert urls.canonical(text) == text
    assert urls.encoded(text) == ""
    assert urls.host(text) == ""


def test_an_address_goes_over_the_wire_in_ascii() -> None:
    assert urls.encoded("https://user:secret@Bücher.example:8080/a b/ü%C3%BC?q=ä&r=100%#end") == (
        "https://xn--bcher-kva.example:8080/a%20b/%C3%BC%C3%BC?q=%C3%A4&r=100%25"
    )


@pytest.mark.parametrize(
    ("page", "declared", "believed"),
    [
        ("https://example.org/story-1?ref=x", "https://example.org/story-1", "https://example.org/story-1"),
        ("https://example.org/story-1", "/story-1.html", "https://example.org/story-1.html"),
        ("https://m.example.org/a/b-1", "https://www.example.org/a/b-1", "https://www.example.org/a/b-1"),
        ("https://example.org/?p=1", "https://example.org/2026/bridge", "https://example.org/2026/bridge"),
        ("https://example.org/story/one-1/amp", "https://example.org/story/one-1", "https://example.org/story/one-1"),
        ("https://example.org/story-1", "https://other.org/story-1", None),
        ("https://one.github.io/story-1", "https://two.github.io/story-1", None),
        ("https://example.org/story-1", "https://example.org/", None),
        ("https://example.org/politics/story-1", "https://example.org/politics/", None),
        ("https://example.org/a-1", "https://example.org/world/europe", None),
        ("https://example.org/story?id=7", "https://example.org/story", None),
        ("https://example.org/story-1", "javascript:alert(1)", None),
        ("https://example.org/story-1", "http://[", None),
        ("https://example.org/story-1", "", None),
        ("https://example.org/story-1", None, None),
        ("not an address", "https://example.org/story-1", None),
    ],
)
def test_a_declared_canonical_link_is_believed_only_where_it_can_be(
    page: str, declared: str | None, believed: str | None
) -> None:
    assert urls.trusted_canonical(page, declared) == believed


def test_a_name_with_an_emoji_is_a_name() -> None:
    assert urls.encoded("https://I❤.example/a") == "https://xn--i-7iq.example/a"
    assert urls.canonical("https://😀.example/") == "https://xn--e28h.example"


def test_the_registrable_domain_follows_the_public_suffixes() -> None:
    assert urls.registrable_domain("https://www.news.bbc.co.uk/1") == "bbc.co.uk"
    assert urls.registrable_domain("https://somebody.github.io/1") == "somebody.github.io"
    assert urls.registrable_domain("http://localhost:80/") == "localhost"
    assert urls.registrable_domain("http://127.0.0.1/") == "127.0.0.1"
    assert urls.registrable_domain("http://[::1]/") == "[::1]"


def test_asking_for_a_key_imports_neither_tld_nor_courlan_nor_idna() -> None:
    program = (
        "import sys; from clipper import urls; urls.canonical('https://www.example.org/a?utm_x=1');"
        "print([name for name in ('tld', 'courlan', 'idna') if name in sys.modules])"
    )

    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout

    assert said.strip() == "[]"
