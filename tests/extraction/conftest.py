"""Fixtures for the tests of extraction."""

from collections.abc import Callable

import pytest

from clipper.extraction.article import extract
from clipper.extraction.job import Job
from clipper.model import Article

Read = Callable[..., Article]


@pytest.fixture
def read() -> Read:
    """Read the article of a page in this process."""

    def read(
        html: str | bytes, *, url: str | None = "https://news.example/town/lighthouse", charset: str | None = None
    ):  # type: ignore[no-untyped-def]
        body = html.encode("utf-8") if isinstance(html, str) else html
        return extract(Job(body=body, url=url, charset=charset))

    return read
