"""Reading lists: plain text, tables, bookmarks. No row is dropped without being named."""

import csv
import io
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clipper.errors import SourceError
from clipper.model import Request
from clipper.sources import bookmarks, text
from clipper.sources.reading import requests

SAMPLES = Path(__file__).resolve().parents[3] / "shared" / "samples"
WHEN = datetime(2024, 10, 10, 15, 45, 52, tzinfo=UTC)


def read(path: Path) -> tuple[list[Request], SourceError | None]:
    found = []
    try:
        for one in requests(str(path), tags=["mine"]):
            found.append(one)
    except SourceError as error:
        return found, error
    return found, None


def sample(name: str) -> Path:
    path = SAMPLES / name
    if not path.exists():
        pytest.skip(f"the sample files are not here: {SAMPLES}")
    return path


def test_a_text_gives_an_address_a_line(tmp_path: Path) -> None:
    file = tmp_path / "list.txt"
    file.write_text(
        "\ufeff# to read\n\nhttps://example.org/1\r\n  - https://example.org/2 | Two | and more\n"
        "<https://example.org/3>\n* [Four](https://example.org/4) said\n5. https://example.org/5, \n// a comment\n"
        "HTTPS://EXAMPLE.org/ü?q=(x)\n"
    )

    found, error = read(file)

    assert error is None
    assert [(one.url, one.title) for one in found] == [
        ("https://example.org/1", None),
        ("https://example.org/2", "Two | and more"),
        ("https://example.org/3", None),
        ("https://example.org/4", "Four"),
        ("https://example.org/5", None),
        ("HTTPS://EXAMPLE.org/ü?q=(x)", None),
    ]
    assert all(one.given == one.url and one.tags == ("mine",) for one in found)


def test_lines_without_an_address_are_named_after_the_rest(tmp_path: Path) -> None:
    file = tmp_path / "list.txt"
    file.write_text("https://example.org/1\nftp://example.org/2\n\nhello\nhttps://example.org/3\n")

    found, error = read(file)

    assert [one.url for one in found] == ["https://example.org/1", "https://example.org/3"]
    assert error is not None
    assert (error.code, error.detail) == ("damaged", "2, 4")


@pytest.mark.parametrize("body", ["Dear diary,\n" * 200, "word", "\n\n# only a comment\n", "\0\0\0"])
def test_a_text_without_addresses_is_no_list(tmp_path: Path, body: str) -> None:
    file = tmp_path / "list.txt"
    file.write_text(body)

    found, error = read(file)

    assert found == []
    assert error is not None
    assert error.code == "not_a_known_format"


def test_a_long_list_is_read_as_it_is_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "list.txt"
    file.write_text("https://example.org/first\n" + "no address\n" * 1000)

    assert next(iter(requests(str(file)))).url == "https://example.org/first"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_is_read_in_any_charset_with_any_delimiter(tmp_path: Path, encoding: str, delimiter: str) -> None:
    file = tmp_path / "list.csv"
    with file.open("w", encoding=encoding, newline="") as out:
        writer = csv.writer(out, delimiter=delimiter)
        writer.writerow(["Title", "URL", "time_added", "tags", "status"])
        writer.writerow(["Grüße,\naus; Köln\t!", "https://example.org/ü", "1728575152", "eins|zwei ö", "unread"])

    found, error = read(file)

    assert error is None
    assert found == [
        Request(
            given="https://example.org/ü",
            url="https://example.org/ü",
            title="Grüße, aus; Köln !",
            tags=("mine", "eins", "zwei ö"),
            saved=WHEN,
        )
    ]


def test_a_table_of_another_program_is_understood_where_its_names_are_plain(tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text('sep=;\nLink;Name;Schlagwörter;Added\nhttps://example.org/1;"Eins ""zwei""";a,b;2024-10-10\n')

    found, error = read(file)

    assert error is None
    assert [(one.title, one.tags, one.saved) for one in found] == [
        ('Eins "zwei"', ("mine", "a", "b"), datetime(2024, 10, 10, tzinfo=UTC))
    ]


def test_a_table_without_names_is_read_by_its_addresses(tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text("1,https://example.org/1\n2,https://example.org/2\n")

    assert [one.url for one in read(file)[0]] == ["https://example.org/1", "https://example.org/2"]


def test_a_quote_that_is_never_closed_swallows_no_row(tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    rows = ['https://example.org/1,"Never closed', 'https://example.org/2,"Two"', 'https://example.org/3,"Open again']
    file.write_text("\n".join(["url,title", *rows, "https://example.org/4,Four"]))

    found, error = read(file)

    assert error is None
    assert [(one.url, one.title) for one in found] == [
        ("https://example.org/1", "Never closed"),
        ("https://example.org/2", "Two"),
        ("https://example.org/3", "Open again"),
        ("https://example.org/4", "Four"),
    ]


def test_a_huge_field_is_no_end(tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text(f"url,content\nhttps://example.org/1,{'x' * 3_000_000}\nhttps://example.org/2,y\n")

    assert len(read(file)[0]) == 2


def test_rows_of_a_table_without_an_address_are_named(tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text("url,title\nhttps://example.org/1,One\njavascript:1,Two\n\nshort\n" + "no,\n" * 12)

    found, error = read(file)

    assert len(found) == 1
    assert error is not None
    assert (error.code, error.detail) == ("damaged", "3, 5, 6, 7, 8, 9, 10, 11, 12, 13 (+4)")


@pytest.mark.parametrize("body", ["a,b\n1,2\n", "name;value\n"])
def test_a_table_without_addresses_is_not_known(tmp_path: Path, body: str) -> None:
    file = tmp_path / "list.csv"
    file.write_text(body)

    assert read(file)[1].code == "not_a_known_format"  # type: ignore[union-attr]


BOOKMARKS = """<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE><H1>Bookmarks</H1>
<DL><p>
 <DT><H3 ADD_DATE="1" PERSONAL_TOOLBAR_FOLDER="true">Bar</H3>
 <DL><p>
  <DT><A HREF="https://example.org/1?a=1&amp;b=2" ADD_DATE="1728575152" TAGS="eins,zwei">One &amp; only</A>
  <DD>a note
  <DT><H3>Reise/Länder</H3>
  <DL><p>
   <DT><H3>Inner</H3>
   <DL><p>
    <DT><A HREF="https://example.org/2" ADD_DATE="1728575152000" ICON="data:image/png;base64,AAAA">Two
    lines</A>
   </DL><p>
   <DT><A ADD_DATE="1728575152000000" HREF='https://example.org/3'>https://example.org/3</A>
  </DL><p>
 </DL><p>
 <DT><A HREF="javascript:alert(1)">Run</A>
 <DT><A HREF="place:sort=8">Recent</A>
 <DT><A HREF="https://example.org/4" ADD_DATE="">Four</A>
</DL><p>
"""


def test_bookmarks_keep_tags_folders_and_dates(tmp_path: Path) -> None:
    file = tmp_path / "bookmarks.html"
    file.write_text(BOOKMARKS)

    found, error = read(file)

    assert [(one.url, one.title, one.tags, one.saved) for one in found] == [
        ("https://example.org/1?a=1&b=2", "One & only", ("mine", "eins", "zwei"), WHEN),
        ("https://example.org/2", "Two lines", ("mine", "Reise-Länder/Inner"), WHEN),
        ("https://example.org/3", None, ("mine", "Reise-Länder"), WHEN),
        ("https://example.org/4", "Four", ("mine",), None),
    ]
    assert error is not None
    assert (error.code, error.detail) == ("scheme", "javascript (1), place (1)")


def test_a_page_about_bookmarks_is_a_page(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<!DOCTYPE html><title>Bookmarks</title><a href='https://example.org/1'>One</a>")

    assert [one.path for one in read(page)[0]] == [str(page)]


def test_a_big_file_of_bookmarks_is_read_in_pieces(tmp_path: Path) -> None:
    file = tmp_path / "bookmarks.html"
    entries = "".join(f'<DT><A HREF="https://example.org/{n}" TAGS="t">Title {n}</A>\n' for n in range(5000))
    file.write_text(f"<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p>\n{entries}</DL>")

    found, error = read(file)

    assert error is None
    assert [one.url for one in found] == [f"https://example.org/{n}" for n in range(5000)]


def test_bookmarks_without_a_bookmark_are_empty(tmp_path: Path) -> None:
    file = tmp_path / "bookmarks.html"
    file.write_text("<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL></DL>")

    assert read(file)[1].code == "empty"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("name", "count", "tags"),
    [
        ("constructed__pocket-part_000000.csv", 2, {"opensource", "with Umlaut ä", "with space"}),
        ("constructed__instapaper-2025.csv", 4, {"programming", "security", "dpa", "Recherche"}),
        ("constructed__raindrop-export.csv", 2, {"reading", "go", "Research/Go"}),
        ("constructed__raindrop-import-docs.csv", 2, {"search", "app", "Folder", "Folder/Nested folder"}),
        ("constructed__readwise-reader.csv", 3, {"example", "it's", "x"}),
        ("constructed__matter.csv", 1, {"a", "b"}),
        ("wallabag__pocket.csv", 7, None),
        ("wallabag__instapaper-export.csv", 4, None),
        ("shiori__pocket-new.csv", 1, {"shiori"}),
        ("shiori__pocket-old.csv", 1, {"shiori"}),
        ("linkding__netscape.html", 3, {"tag1", "tag2", "tag3"}),
        ("wallabag__shaarli-bookmarks.html", 2, {"firefoxos"}),
        ("wallabag__ril_export.html", 2, {"ifttt", "new_entry_simple"}),
        ("constructed__link.url", 1, set()),
        ("constructed__link.webloc", 1, set()),
        ("constructed__link.desktop", 1, set()),
    ],
)
def test_a_file_of_another_program_is_read_whole(name: str, count: int, tags: set[str] | None) -> None:
    found, error = read(sample(name))

    assert error is None
    assert len(found) == count
    assert tags is None or {tag for one in found for tag in one.tags} == {"mine", *tags}


def test_times_of_bookmarks_may_be_in_seconds_or_less() -> None:
    found, _ = read(sample("linkding__netscape.html"))

    assert {one.saved for one in found} == {datetime(2021, 3, 21, 14, 39, 19, tzinfo=UTC)}


@pytest.mark.parametrize("value", ["", "0", "soon", "99999999999999999999", "-5", "0001-01-01", "20", "²³⁴⁵⁶⁷⁸⁹¹"])
def test_a_time_that_is_none_is_unknown(value: str) -> None:
    assert text.moment(value) is None


@settings(deadline=None)
@given(st.text())
def test_no_text_makes_the_words_of_lists_fail(value: str) -> None:
    text.tags(value)
    text.moment(value)
    text.one_line(value).encode()
    assert all(len(tag) <= 200 and tag for tag in text.joined_tags((), [value, value * 9]))


@settings(deadline=None)
@given(st.binary(max_size=300), st.sampled_from([".csv", ".txt", ".html", ".url", ".webloc", ".desktop", ".jsonl", ""]))
def test_no_file_makes_reading_fail(tmp_path_factory: pytest.TempPathFactory, body: bytes, suffix: str) -> None:
    file = tmp_path_factory.getbasetemp() / f"any{suffix}"
    head = b"<!DOCTYPE NETSCAPE-Bookmark-file-1>" if suffix == ".html" else b"url\n" if suffix == ".csv" else b""
    file.write_bytes(head + body)

    for one in read(file)[0]:
        assert one.url is not None or one.path is not None or one.article is not None


@settings(deadline=None)
@given(st.lists(st.lists(st.text(st.characters(codec="utf-8")), max_size=5), max_size=6))
def test_any_table_with_addresses_gives_each_of_them(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]]
) -> None:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(["url", "a", "b"])
    for number, row in enumerate(rows):
        writer.writerow([f"https://example.org/{number}", *row])
    file = tmp_path_factory.getbasetemp() / "table.csv"
    file.write_text(out.getvalue(), encoding="utf-8", newline="")

    found, _ = read(file)

    assert [one.url for one in found] == [f"https://example.org/{number}" for number in range(len(rows))]


def test_bookmarks_are_told_from_pages_by_their_head() -> None:
    assert bookmarks.is_list(b"<!doctype  netscape-bookmark-file-1>")
    assert bookmarks.is_list(b"<html><title> Pocket Export </title>")
    assert not bookmarks.is_list(b"<!DOCTYPE html><p>NETSCAPE-Bookmark-file-1")
