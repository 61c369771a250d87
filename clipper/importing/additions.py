"""What is written of an item: pure decisions on address, key and title."""

from dataclasses import replace
from datetime import UTC
from urllib.parse import unquote, urlsplit

from clipper.importing.pipeline import Item
from clipper.model import Article, Found
from clipper.store.clippings import Addition
from clipper.urls import canonical, host, trusted_canonical


def addition(item: Item) -> Addition:
    """Give what is to be written of an item whose article is there."""
    assert item.article is not None
    url = _url(item)
    request = item.request
    return Addition(
        page=item.page,
        article=with_title(item.article, request.title, url, request.given),
        url=url,
        key=canonical(url) if url else None,
        pictures=item.pictures,
        tags=request.tags,
        intake=item.intake,
        added=request.saved.astimezone(UTC).isoformat() if request.saved else None,
    )


def _url(item: Item) -> str | None:
    """Give the address of an item: the page's own canonical link where it may be believed, else the final one."""
    at = item.page.url if item.page else item.request.url
    declared = item.article.metadata.canonical_url.value if item.article else None
    if at is None:
        return declared
    return trusted_canonical(at, declared) or at


def with_title(article: Article, given: str | None, url: str | None, name: str) -> Article:
    """Make sure that an article has a title: its own, the one handed in, or what the address says."""
    if article.metadata.title.value:
        return article
    found = Found(given, "given", 0.7) if given else Found(_from_address(url or name), "url", 0.2)
    return replace(article, metadata=replace(article.metadata, title=found))


def _from_address(address: str) -> str:
    """Give the last part of a path in words ("rathaus-wird-saniert.html": "rathaus wird saniert"), else the host."""
    path = urlsplit(address).path if "://" in address else address.replace("\\", "/")
    last = unquote(path.rstrip("/").rpartition("/")[2])
    stem = last.rpartition(".")[0] or last
    words = " ".join(stem.replace("-", " ").replace("_", " ").split())
    return words or host(address) or address
