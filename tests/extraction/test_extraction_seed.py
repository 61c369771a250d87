"""The first page that Clipper must get right comes out exactly as a reader expects."""

import json
from pathlib import Path

import pytest

from clipper.extraction.article import extract
from clipper.extraction.job import Job
from clipper.model import Article, Found

SEED = Path(__file__).resolve().parents[3] / "shared" / "pages" / "seed"

pytestmark = pytest.mark.skipif(not SEED.is_dir(), reason=f"the seed page is not here: {SEED}")


@pytest.fixture(scope="module")
def truth() -> dict[str, object]:
    return dict(json.loads((SEED / "ground-truth.json").read_text("utf-8"))["deutsche_tageszeitung"])


@pytest.fixture(scope="module")
def article(truth: dict[str, object]) -> Article:
    body = (SEED / "html" / "deutsche_tageszeitung.html").read_bytes()
    return extract(Job(body=body, url=str(truth["url"]), charset=None))


def test_the_body_is_exact(article: Article, truth: dict[str, object]) -> None:
    assert article.text == truth["articleBody"]


def test_the_fields_are_exact(article: Article, truth: dict[str, object]) -> None:
    metadata = article.metadata

    assert metadata.title.value == truth["title"]
    assert list(metadata.authors.value or ()) == truth["authors"]
    assert metadata.site.value == truth["site"]
    assert metadata.language.value == truth["language"]
    assert metadata.agencies.value == (truth["agency"],)
    assert metadata.image_credit.value == truth["photo_credit"]


def test_no_date_is_invented(article: Article) -> None:
    assert article.metadata.date == Found()
    assert article.metadata.modified == Found()


def test_the_lead_picture_has_its_caption_and_credit(article: Article) -> None:
    (picture,) = article.illustrations

    assert picture.url == "https://www.deutschetageszeitung.example/media/shots/kim-lawrow.jpg"
    assert picture.caption == "Nordkoreas Machthaber Kim sagt Russland volle Unterstützung im Ukraine-Krieg zu"
    assert article.html.count("<img ") == 1


def test_nothing_is_doubtful(article: Article) -> None:
    assert article.flags == ()


def test_without_its_address_the_page_says_as_much_but_for_the_picture(truth: dict[str, object]) -> None:
    body = (SEED / "html" / "deutsche_tageszeitung.html").read_bytes()

    article = extract(Job(body=body, url=None, charset=None))

    assert article.text == truth["articleBody"]
    assert article.metadata.agencies.value == (truth["agency"],)
    assert article.metadata.image_credit.value == truth["photo_credit"]
    assert article.illustrations == ()
