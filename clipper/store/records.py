"""Values of the model as JSON text, and back."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import fields
from datetime import UTC, datetime
from typing import Any, cast

from clipper.errors import DamagedError
from clipper.model import Article, Fault, Flag, Found, Illustration, Metadata, Request

_FIELDS = tuple(field.name for field in fields(Metadata))


def clean(text: str) -> str:
    """Replace what SQLite does not take or cuts at: lone surrogates and NUL, by U+FFFD."""
    if "\0" in text:
        text = text.replace("\0", "\ufffd")
    try:
        text.encode()
    except UnicodeEncodeError:
        return "".join("\ufffd" if "\ud800" <= character <= "\udfff" else character for character in text)
    return text


def moment(time: datetime) -> str:
    """Give a time as it is kept: UTC, microseconds, so that order of text is order of time. A naive one is UTC."""
    aware = time.replace(tzinfo=UTC) if time.tzinfo is None else time.astimezone(UTC)
    return aware.isoformat(timespec="microseconds")


def now() -> str:
    """Give this moment as it is kept."""
    return moment(datetime.now(UTC))


def time_of(text: str) -> datetime:
    """Read a kept time."""
    try:
        return datetime.fromisoformat(text)
    except ValueError as error:
        raise DamagedError("damaged", "time") from error


def ids(connection: sqlite3.Connection, query: str, values: Sequence[object] = ()) -> list[int]:
    """Give the ids that a query selects, as column "id", in its order.

    As one text: row by row the ids of 20,000 clippings take 5 ms in place of 2 (November 2026). SQLite keeps the order
    of what such a function gathers.
    """
    (found,) = connection.execute(f"SELECT json_group_array(id) FROM ({query})", values).fetchone()
    return cast(list[int], json.loads(found))


def to_json(value: object) -> str:
    """Write JSON, compact, without lone surrogates."""
    return clean(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def from_json(text: str) -> Any:
    """Read JSON that we wrote. Raise DamagedError."""
    try:
        return json.loads(text)
    except ValueError as error:
        raise DamagedError("damaged", "json") from error


def texts(text: str) -> tuple[str, ...]:
    """Read a JSON list of texts."""
    return tuple(from_json(text))


def flags(text: str) -> tuple[Flag, ...]:
    """Read a JSON list of flags."""
    return cast(tuple[Flag, ...], texts(text))


def metadata_to_json(metadata: Metadata) -> str:
    """Write {field: [value, source, confidence]}; fields of which nothing is known are left out."""
    known = ((name, getattr(metadata, name)) for name in _FIELDS)
    return to_json({name: [found.value, found.source, found.confidence] for name, found in known if found != Found()})


def metadata_from_json(text: str) -> Metadata:
    """Read metadata; fields that this version does not know are passed over."""
    return _metadata(from_json(text))


def illustrations_to_json(illustrations: Sequence[Illustration]) -> str:
    """Write [[url, caption, credit, alt], ...]."""
    return to_json([[one.url, one.caption, one.credit, one.alt] for one in illustrations])


def illustrations_from_json(text: str) -> tuple[Illustration, ...]:
    """Read illustrations."""
    return tuple(Illustration(*one) for one in from_json(text))


def request_to_json(request: Request) -> str:
    """Write a request, with its article where it carries one."""
    kept: dict[str, object] = {"given": request.given}
    for name in ("url", "path", "title"):
        if getattr(request, name) is not None:
            kept[name] = getattr(request, name)
    if request.tags:
        kept["tags"] = request.tags
    if request.saved is not None:
        kept["saved"] = moment(request.saved)
    if request.article is not None:
        kept["article"] = _article_to_plain(request.article)
    return to_json(kept)


def request_from_json(text: str) -> Request:
    """Read a request."""
    kept = from_json(text)
    return Request(
        given=kept["given"],
        url=kept.get("url"),
        path=kept.get("path"),
        article=_article_from_plain(kept["article"]) if "article" in kept else None,
        title=kept.get("title"),
        tags=tuple(kept.get("tags", ())),
        saved=time_of(kept["saved"]) if "saved" in kept else None,
    )


def fault_to_json(fault: Fault) -> str:
    """Write [code, detail, retry_after_s]."""
    return to_json([fault.code, fault.detail, fault.retry_after_s])


def fault_from_json(text: str) -> Fault:
    """Read a fault."""
    return Fault(*from_json(text))


def _article_to_plain(article: Article) -> dict[str, object]:
    return {
        "metadata": json.loads(metadata_to_json(article.metadata)),
        "text": article.text,
        "html": article.html,
        "flags": article.flags,
        "illustrations": [[one.url, one.caption, one.credit, one.alt] for one in article.illustrations],
        "extractor": article.extractor,
    }


def _article_from_plain(kept: dict[str, Any]) -> Article:
    return Article(
        metadata=_metadata(kept["metadata"]),
        text=kept["text"],
        html=kept["html"],
        flags=tuple(kept["flags"]),
        illustrations=tuple(Illustration(*one) for one in kept["illustrations"]),
        extractor=kept["extractor"],
    )


def _metadata(kept: dict[str, list[Any]]) -> Metadata:
    found = {
        name: Found(tuple(value) if isinstance(value, list) else value, source, confidence)
        for name, (value, source, confidence) in kept.items()
        if name in _FIELDS
    }
    return Metadata(**found)
