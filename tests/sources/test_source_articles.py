"""Articles as JSON lines: they are taken as they stand, but nothing in them runs."""

import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clipper.errors import SourceError
from clipper.model import Found, Request
from clipper.sources.reading import requests

WHOLE = {
    "given": "x",
    "path": None,
    "id": "7",
    "url": "https://example.org/story",
    "title": "A  title\nin two lines",
    "subtitle": "Sub",
    "authors": ["Mary Longfield", "Jürgen Weiß"],
    "agencies": ["dpa"],
    "date": "2026-03-14",
    "modified": "2026-03-14T10:00:00+01:00",
    "site": "The Ferry Post",
    "section": "News",
    "language": "en-GB",
    "canonical_url": "https://example.org/story",
    "image": "https://example.org/a.jpg",
    "image_credit": "Ferry Post",
    "text": "First.\n\nSecond & <last>.",
    "html": "<p>First.</p><p>Second &amp; &lt;last&gt;.</p>",
    "flags": ["paywall", "cut_short"],
    "sources": {"title": "meta"},
    "error": None,
    "tags": ["one", "two/three"],
}


def written(folder: Path, *lines: object) -> Path:
    file = folder / "articles.jsonl"
    file.write_text("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines))
    return file


def only(folder: Path, values: object) -> tuple[Request, Counter[str]]:
    ignored: Counter[str] = Counter()
    (found,) = requests(str(written(folder, values)), tags=["mine"], ignored=ignored)
    return found, ignored


def test_an_article_is_taken_with_all_its_keys(tmp_path: Path) -> None:
    found, ignored = only(tmp_path, WHOLE)

    assert ignored == {}
    assert (found.url, found.title, found.given) == (WHOLE["url"], "A title in two lines", WHOLE["url"])
    assert found.tags == ("mine", "one", "two/three")
    article = found.article
    assert article is not None
    assert (article.text, article.html, article.extractor) == (WHOLE["text"], WHOLE["html"], "given")
    assert article.flags == ("paywall", "cut_short")
    metadata = article.metadata
    assert metadata.title == Found("A title in two lines", "given", 1.0)
    assert metadata.authors.value == ("Mary Longfield", "Jürgen Weiß")
    assert (metadata.date.value, metadata.modified.value) == ("2026-03-14", "2026-03-14T10:00:00+01:00")
    assert (metadata.language.value, metadata.agencies.value) == ("en", ("dpa",))


def test_unknown_keys_and_values_of_another_kind_are_counted(tmp_path: Path) -> None:
    file = written(
        tmp_path,
        {"title": "One", "colour": 1, "shape": 2},
        {"title": "Two", "colour": 3, "date": "yesterday", "authors": 5, "language": "Klingon", "flags": ["nice"]},
    )
    ignored: Counter[str] = Counter()

    found = list(requests(str(file), ignored=ignored))

    assert len(found) == 2
    assert ignored == {"colour": 2, "shape": 1, "date": 1, "authors": 1, "language": 1, "flags": 1}
    assert found[1].article is not None
    assert found[1].article.metadata.date == Found()


def test_without_html_it_is_made_from_the_text(tmp_path: Path) -> None:
    found, _ = only(tmp_path, {"text": "One <b>bold</b> & more\nsame paragraph\n\n\n  Two  "})

    assert found.article is not None
    assert found.article.html == "<p>One &lt;b&gt;bold&lt;/b&gt; &amp; more<br>same paragraph</p>\n<p>Two</p>"


def test_without_text_it_is_made_from_the_html(tmp_path: Path) -> None:
    markup = "<![if x]><script>no</script><div>One<br>line</div><p>Two <em>words</em> &amp; more</p><style>p{}</style>"

    found, _ = only(tmp_path, {"title": "T", "html": markup})

    assert found.article is not None
    assert found.article.text.endswith("Two words & more")
    assert "no" not in found.article.text.split()


def test_nothing_in_given_html_runs_or_reads_files(tmp_path: Path) -> None:
    hostile = (
        "<p onclick=a()>x<script>alert(1)</script><a href='javascript:1'>a</a><a href='\x01java\x03script:1'>b</a>"
        "<a href='data:text/html,1'>c</a><img src='file:///etc/passwd'><img src='data:image/svg+xml;base64,AA'>"
        "<img src=x onerror=1><img src='data:image/png;base64,AAAA'><iframe src='https://example.org'></iframe>"
        "<a href='&#1;java&#3;script:1'>d</a><a href='java&Tab;script:1'>e</a>"
        "<form action='https://example.org'><input></form><style>@import 'x'</style><svg onload=1></svg>"
    )

    found, _ = only(tmp_path, {"title": "T", "html": hostile})

    assert found.article is not None
    kept = found.article.html.lower()
    for word in ("script", "onclick", "onerror", "onload", "file:", "svg", "iframe", "form", "style", "text/html"):
        assert word not in kept
    assert "data:image/png" in kept


def test_html_nested_without_end_is_given_up_for_its_text(tmp_path: Path) -> None:
    found, _ = only(tmp_path, {"text": "The words.", "html": "<div>" * 200_000 + "The words."})

    assert found.article is not None
    assert found.article.html == "<p>The words.</p>"


def test_bad_lines_are_named_after_the_good_ones(tmp_path: Path) -> None:
    file = written(
        tmp_path,
        "\ufeff" + json.dumps({"title": "One"}),
        "{broken",
        "",
        "[1]",
        {"url": "https://example.org/"},
        {"text": "  "},
        "[" * 100_000,
        {"title": "Last"},
    )
    source = requests(str(file))

    assert [next(source).title, next(source).title] == ["One", "Last"]
    with pytest.raises(SourceError) as caught:
        next(source)
    assert (caught.value.code, caught.value.detail) == ("damaged", "2, 4, 5, 6, 7")


def test_an_article_without_an_address_is_named_by_file_and_line(tmp_path: Path) -> None:
    found, ignored = only(tmp_path, {"title": "T", "url": "ftp://example.org/"})

    assert found.url is None
    assert found.given == f"{tmp_path / 'articles.jsonl'}:1"
    assert ignored == {"url": 1}


def test_lone_surrogates_and_nul_are_replaced(tmp_path: Path) -> None:
    found, _ = only(tmp_path, '{"title": "a\\ud800b", "text": "c\\u0000d \\ud83d\\ude00", "tags": ["\\udfff"]}')

    assert found.title == "a\ufffdb"
    assert found.article is not None
    assert found.article.text == "c\ufffdd 😀"
    assert found.tags == ("mine",)


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(sorted(WHOLE)), values))
def test_no_object_makes_reading_fail(tmp_path_factory: pytest.TempPathFactory, article: dict[str, object]) -> None:
    file = tmp_path_factory.getbasetemp() / "any.jsonl"
    file.write_text(json.dumps({**article, "title": "Always"}))

    (found,) = requests(str(file))

    assert found.article is not None
    assert found.title == "Always"
