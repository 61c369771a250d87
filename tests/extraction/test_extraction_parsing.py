"""Every way in which lxml loses text in silence, and every way in which a page names its charset."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from clipper.extraction.charset import in_utf8
from clipper.extraction.parsing import parse

LINES = "".join(f"<p>line {number} of the text</p>" for number in range(40))


def text_of(body: bytes, charset: str | None = None) -> str:
    return " ".join(parse(body, charset=charset).tree.text_content().split())


def lines_in(body: bytes) -> int:
    text = text_of(body)
    return sum(f"line {number} of" in text for number in range(40))


def test_a_depth_of_300_loses_nothing() -> None:
    assert lines_in(f"<body>{'<div>' * 300}{LINES}</body>".encode()) == 40


def test_a_depth_of_40000_boxes_loses_no_paragraph() -> None:
    body = f"<body>{'<div>' * 40_000}{LINES}</body>".encode()

    assert lines_in(body) == 40
    assert not parse(body, charset=None).cut_short


def test_where_text_is_lost_after_all_the_page_is_marked() -> None:
    body = f"<body>{'<blockquote>' * 5_000}{LINES}</body>".encode()

    assert parse(body, charset=None).cut_short


def test_a_picture_of_12_megabytes_in_the_page_loses_nothing() -> None:
    picture = "data:image/png;base64," + "iVBORw0KGgo" * 1_100_000
    body = f'<body>{LINES[:400]}<img src="{picture}">{LINES}</body>'.encode()

    page = parse(body, charset=None)

    assert lines_in(body) == 40
    assert not page.cut_short
    assert list(page.pictures.values()) == [picture]


def test_a_script_of_12_megabytes_loses_nothing() -> None:
    assert lines_in(f"<body><script>x='{'A' * 12_000_000}'</script>{LINES}</body>".encode()) == 40


def test_100000_attributes_lose_nothing() -> None:
    attributes = "\n".join(f'a{number}="x"' for number in range(100_000))

    assert lines_in(f"<body><p {attributes}>x</p>{LINES}</body>".encode()) == 40


@pytest.mark.parametrize(
    "reference", ["&#1;", "&#8;", "&#x0;", "&#xFFFE;", "&#xD800;", "&#127;", "&#x110000;", "&#0012"]
)
def test_forbidden_character_references_are_left_out(reference: str) -> None:
    body = f"<body><p>before{reference} after</p>{LINES}</body>".encode()

    assert lines_in(body) == 40
    assert "before after" in text_of(body)


def test_references_of_windows_1252_are_what_browsers_show() -> None:
    assert text_of(b"<p>&#147;a&#148; &#150; b&#x92;s &#39;c&#39; &#8364;</p>") == "“a” – b’s 'c' €"


def test_nul_and_control_signs_are_left_out() -> None:
    assert text_of(b"<p>a\x00b\x08c\x0bd</p>" + LINES.encode()).startswith("abc d")


def test_a_surrogate_in_the_bytes_loses_nothing() -> None:
    assert lines_in(b"<body><p>\xed\xa0\x80</p>" + LINES.encode()) == 40


@pytest.mark.parametrize("body", [b"", b"   \n", b"\x00\x00", b"plain words", b"\xff\xfe", b"<", b"<!DOCTYPE html>"])
def test_next_to_nothing_is_a_tree(body: bytes) -> None:
    assert parse(body, charset=None).tree.tag == "html"


@pytest.mark.parametrize(
    ("body", "header"),
    [
        ("Grüße – „ja“".encode(), None),
        ("Grüße – „ja“".encode(), "utf-8"),
        ("Grüße – „ja“".encode(), "iso-8859-1"),
        ("Grüße – „ja“".encode("cp1252"), "iso-8859-1"),
        ("Grüße – „ja“".encode("cp1252"), "utf-8"),
        ("Grüße – „ja“".encode("cp1252"), None),
        (b"<meta charset=windows-1252>" + "Grüße – „ja“".encode("cp1252"), None),
        (b"<meta charset=no-such-charset>" + "Grüße – „ja“".encode("cp1252"), "neither-this"),
        ("Grüße – „ja“".encode("utf-8-sig"), "iso-8859-1"),
        ("Grüße – „ja“".encode("utf-16"), None),
        ("Grüße – „ja“".encode("utf-16-le"), "utf-16le"),
        (b"<meta charset=utf-16>" + "Grüße – „ja“".encode(), None),
    ],
)
def test_the_charset_is_found(body: bytes, header: str | None) -> None:
    assert in_utf8(body, header).decode().endswith("Grüße – „ja“")


@pytest.mark.parametrize("charset", ["shift_jis", "euc-jp", "iso-2022-jp", "utf-8"])
def test_japanese_charsets_are_read_as_the_page_names_them(charset: str) -> None:
    body = f'<meta http-equiv="Content-Type" content="text/html; charset={charset}"><p>日本語の新聞</p>'

    assert text_of(body.encode(charset)) == "日本語の新聞"


def test_gb2312_means_its_larger_set() -> None:
    assert in_utf8("镕基".encode("gb18030"), "gb2312").decode() == "镕基"


def test_utf_8_with_a_few_bad_bytes_stays_utf_8() -> None:
    assert in_utf8("Grüße äöü ßßß éèê".encode() + b"\xff", "utf-8").decode() == "Grüße äöü ßßß éèê\ufffd"


@pytest.mark.parametrize("charset", ["base64", "zlib", "rot13", "idna", "unicode_escape", "", " ", "utf-8; x", "\0"])
def test_a_charset_that_is_none_is_ignored(charset: str) -> None:
    assert in_utf8("Grüße".encode(), charset).decode() == "Grüße"


@given(st.binary(max_size=400), st.one_of(st.none(), st.sampled_from(["utf-8", "utf-16", "shift_jis", "latin-1", "x"])))
@example(body=b"<!", charset=None)
def test_any_bytes_can_be_parsed(body: bytes, charset: str | None) -> None:
    parse(body, charset=charset)


def test_the_picture_for_readers_without_javascript_is_kept() -> None:
    body = b'<figure><img src="data:image/gif;base64,R0lGOD"><noscript><img src="/real.jpg"></noscript></figure>'

    sources = [picture.get("src") for picture in parse(body, charset=None).tree.iter("img")]

    assert "/real.jpg" in sources


LONG = "Der Stadtrat hat am Abend nach langer Aussprache beschlossen, die alte Brücke doch nicht abzureißen."


def test_text_behind_an_early_end_of_the_page_is_kept() -> None:
    page = parse(f"<body><p>Kopf</p></body></html><div><p>{LONG}</p></div></body></html>".encode(), charset=None)

    assert LONG in page.tree.text_content()


@pytest.mark.parametrize("box", ["nav", "button", "menu"])
def test_a_menu_that_was_not_closed_does_not_swallow_the_article(box: str) -> None:
    body = "".join(f"<p>{number}. {LONG}</p>" for number in range(4))
    page = parse(f"<body><header><{box}><a href=/>Start</a></header><main>{body}</main></body>".encode(), charset=None)

    assert page.tree.text_content().count(LONG) == 4


def test_a_menu_with_teasers_beside_the_article_stays_out() -> None:
    body = "".join(f"<p>{number}. {LONG}</p>" for number in range(4))
    menu = "".join(f"<p>Teaser {number}: {LONG}</p>" for number in range(3))
    page = parse(f"<body><nav>{menu}</nav><main>{body}</main></body>".encode(), charset=None)

    assert "Teaser" not in page.tree.text_content()


def test_parts_that_were_sent_late_stand_where_a_script_would_have_put_them() -> None:
    late = f'<div hidden id="S:1"><p>{LONG}</p></div>'
    page = parse(f'<body><h1>Oben</h1><template id="B:1"></template><p>Unten</p>{late}</body>'.encode(), charset=None)

    assert "".join(page.tree.itertext()) == f"Oben{LONG}Unten"
    assert page.tree.find(".//div").get("hidden") is None


def test_text_right_behind_a_late_part_is_not_lost() -> None:
    late = '<div hidden id="S:1"><p>late</p></div>behind'
    page = parse(f'<body><template id="B:1"></template><p>Unten</p>{late}</body>'.encode(), charset=None)

    assert sorted(page.tree.itertext()) == ["Unten", "behind", "late"]
