"""A server and a fetcher for the tests of fetching."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from servers import Server, self_signed

from clipper.fetching.fetcher import Fetcher
from clipper.model import Page, Request
from clipper.progress import Progress


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as running:
        yield running


@pytest.fixture
def fetcher() -> Iterator[Fetcher]:
    made = Fetcher(allow_private=True, deadline_s=5)
    yield made
    made.close()


class Fetch:
    """Fetches an address or a file as a reader would."""

    def __init__(self, fetcher: Fetcher) -> None:
        self._fetcher = fetcher

    def __call__(self, what: str | Path) -> Page:
        if isinstance(what, Path):
            return self._fetcher.fetch(Request(str(what), path=str(what)), Progress())
        return self._fetcher.fetch(Request(what, url=what), Progress())


@pytest.fixture
def fetch(fetcher: Fetcher) -> Fetch:
    return Fetch(fetcher)


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = self_signed(tmp_path_factory.mktemp("certificate"))
    if made is None:
        pytest.skip("openssl is not installed: no certificate can be made")
    return made
