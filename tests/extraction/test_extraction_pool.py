"""Hostile pages through the real worker processes: in time, within memory, and the next page is read."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from extraction_pages import TEXT, page, story

from clipper.errors import Cancelled, ExtractError
from clipper.extraction.pool import Extraction
from clipper.model import Page


def fetched(html: str | bytes, *, charset: str | None = None) -> Page:
    body = html.encode("utf-8") if isinstance(html, str) else html
    return Page(url="https://news.example/a", fetched=datetime.now(UTC), body=body, charset=charset, exchanges=())


@pytest.fixture(scope="module")
def extraction() -> Iterator[Extraction]:
    extraction = Extraction(size=1, deadline_s=6.0)
    extraction.warm()
    yield extraction
    extraction.close()


def test_an_article_is_read_in_a_process_of_its_own(extraction: Extraction) -> None:
    assert extraction.extract(fetched(page(story()))).text == TEXT


def test_the_charset_of_the_header_is_handed_over(extraction: Extraction) -> None:
    html = page(
        story(inside="<p>Grüße aus der kleinen Hafenstadt, in der am Abend das Licht des Turms noch brennt.</p>")
    )
    body = html.replace('<meta charset="utf-8">', "").encode("iso-8859-2")

    assert "Grüße aus" in extraction.extract(fetched(body, charset="iso-8859-2")).text


@pytest.mark.parametrize(
    "inside",
    [
        "<div>" * 300,
        "<div>" * 40_000,
        f'<img src="data:image/png;base64,{"A" * 12_000_000}">',
        f"<p {' '.join(f'a{number}=x' for number in range(100_000))}>x</p>",
        "<p>&#1;&#8;&#xFFFE;\x00</p>",
        "<table><tr><td>" * 25,
        "<ul><li>some words" * 3_000,
        f"<p>{'<a href=/x>1</a> ' * 100_000}</p>",
        f"<p>x{'<br> ' * 200_000}y</p>",
    ],
    ids=[
        *("300 boxes", "40000 boxes", "12 MB picture", "100000 attributes", "forbidden references", "25 tables"),
        *("3000 lists", "100000 links in a paragraph", "200000 line breaks"),
    ],
)
def test_hostile_pages_lose_no_paragraph(extraction: Extraction, inside: str) -> None:
    article = extraction.extract(fetched(page(story(after=inside))))

    assert article.text.startswith(TEXT)


def test_a_page_too_large_to_hear_all_voices_says_so(extraction: Extraction) -> None:
    article = extraction.extract(fetched(page(story(after="<p>Tide table.</p>" * 31_000))))

    assert article.text.startswith(TEXT)
    assert "doubtful" in article.flags


def test_a_page_that_takes_too_long_is_given_up_and_the_next_is_read() -> None:
    hasty = Extraction(size=1, deadline_s=2.0)

    with pytest.raises(ExtractError) as caught:
        hasty.extract(fetched(page(story(inside="<ul>" + "<li>x" * 1_000_000))))

    assert caught.value.code == "too_slow"
    assert caught.value.url == "https://news.example/a"
    assert hasty.extract(fetched(page(story()))).text == TEXT
    hasty.close()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits the address space reliably")
def test_a_page_over_the_memory_limit_is_given_up_and_the_next_is_read() -> None:
    small = Extraction(size=1, deadline_s=60.0, memory_bytes=500_000_000)

    with pytest.raises(ExtractError) as caught:
        small.extract(fetched(page(story(inside="<b>x</b>" * 2_500_000))))

    assert caught.value.code == "too_large"
    assert small.extract(fetched(page(story()))).text == TEXT
    small.close()


def test_a_page_asked_for_after_closing_is_no_fault() -> None:
    closed = Extraction(size=1)
    closed.close()

    with pytest.raises(Cancelled):
        closed.extract(fetched(page(story())))


def test_the_parent_never_imports_the_extractor() -> None:
    program = (
        "import sys; from clipper.extraction.pool import Extraction;"
        "pool = Extraction(size=1); pool.warm(); pool.close();"
        "heavy = ('trafilatura', 'lxml', 'nh3', 'py3langid', 'numpy', 'courlan');"
        "print([name for name in heavy if name in sys.modules])"
    )

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=120)

    assert done.stdout.strip() == "[]"
