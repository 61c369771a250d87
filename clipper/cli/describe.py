"""Frozen values -> the JSON of the command line, a contract (docs/cli.md). Pure."""

from collections.abc import Sequence
from dataclasses import asdict, fields
from datetime import UTC, datetime
from typing import Any

from clipper.answers import Answer, Exported, Extracted, Hit, Outcome, Problem, Reextracted, RepeatingSite, SavedSearch
from clipper.model import Article, Changes, Clipping, Document, Fault, Metadata

LISTS = ("authors", "agencies")


def fault(value: Fault | None) -> dict[str, Any] | None:
    """Give an error, or null."""
    if value is None:
        return None
    told: dict[str, Any] = {"code": value.code, "detail": value.detail}
    if value.retry_after_s is not None:
        told["retry_after_s"] = value.retry_after_s
    return told


def outcome(value: Outcome) -> dict[str, Any]:
    """Give a line of add."""
    return {
        "given": value.given,
        "outcome": value.outcome,
        "id": value.id,
        "url": value.url,
        "title": value.title,
        "flags": list(value.flags),
        "error": fault(value.error),
        "differs": value.differs,
    }


def clipping(row: Clipping) -> dict[str, Any]:
    """Give a row of list."""
    return {
        "id": row.id,
        "title": row.title,
        "url": row.url,
        "site": row.site,
        "authors": list(row.authors),
        "date": row.date,
        "added": utc(row.added),
        "tags": list(row.tags),
        "language": row.language,
        "flags": list(row.flags),
        "read": row.read,
        "starred": row.starred,
    }


def hit(value: Hit) -> dict[str, Any]:
    """Give a hit of find: a row with snippet and marks."""
    return {**clipping(value.clipping), "snippet": value.snippet, "marks": [list(mark) for mark in value.marks]}


def answer(value: Answer) -> dict[str, Any]:
    """Give what find found."""
    return {
        "query": value.query,
        "total": value.total,
        "took_ms": round(value.took_ms, 2),
        "behind": value.behind,
        "hits": [hit(each) for each in value.hits],
        "engine": value.engine,
        "complaints": list(value.complaints),
    }


def similar(id: int, value: Answer) -> dict[str, Any]:
    """Give the clippings like one."""
    return {
        "id": id,
        "total": value.total,
        "took_ms": round(value.took_ms, 2),
        "items": [clipping(each.clipping) for each in value.hits],
        "complaints": list(value.complaints),
    }


def metadata(value: Metadata) -> dict[str, Any]:
    """Give the fields of an article, and in "sources" where each came from."""
    told: dict[str, Any] = {}
    sources: dict[str, Any] = {}
    for spec in fields(Metadata):
        found = getattr(value, spec.name)
        told[spec.name] = list(found.value or ()) if spec.name in LISTS else found.value
        if found.value is not None:
            sources[spec.name] = {"source": found.source, "confidence": round(found.confidence, 2)}
    return {**told, "sources": sources}


def article(value: Article | None) -> dict[str, Any]:
    """Give the keys of an article; all null (or empty) without one."""
    return {
        **metadata(value.metadata if value else Metadata()),
        "text": value.text if value else None,
        "html": value.html if value else None,
        "flags": list(value.flags) if value else [],
    }


def extracted(value: Extracted) -> dict[str, Any]:
    """Give a line of extract."""
    return {
        "given": value.given,
        "path": value.path,
        "id": value.id,
        "url": value.url,
        **article(value.article),
        "error": fault(value.error),
    }


def looked_at(value: Reextracted) -> dict[str, Any]:
    """Give what a kept page would give: the keys of extract, and what would become of the clipping."""
    return {
        "given": None,
        "path": None,
        "id": value.id,
        "url": None,
        **article(value.article),
        "error": fault(value.error),
        "outcome": value.outcome,
    }


def reextracted(values: Sequence[Reextracted]) -> dict[str, Any]:
    """Give what became of clippings whose kept pages were read anew: each of them in one list."""
    ids = {
        outcome: [value.id for value in values if value.outcome == outcome]
        for outcome in ("changed", "unchanged", "kept", "no_page", "unknown")
    }
    failed = [{"id": value.id, "error": fault(value.error)} for value in values if value.outcome == "failed"]
    return {**ids, "failed": failed}


def document(value: Document) -> dict[str, Any]:
    """Give what show shows."""
    row = value.clipping
    return {
        "given": row.url,
        "path": None,
        "id": row.id,
        "url": row.url,
        **article(value.article),
        "title": row.title,
        "error": None,
        "uuid": row.uuid,
        "tags": list(row.tags),
        "added": utc(row.added),
        "read": row.read,
        "starred": row.starred,
        "note": row.note,
        "trashed": row.trashed,
        "corrected": sorted(value.corrected),
        "captures": [
            {"fetched": utc(each.fetched), "url": each.url, "sha256": each.sha256, "bytes": each.size_bytes}
            for each in value.captures
        ],
    }


def changes(value: Changes) -> dict[str, Any]:
    """Give which clippings a write changed."""
    return {"changed": sorted(value.clippings), "unknown": sorted(set(value.unknown))}


def exported(value: Exported) -> dict[str, Any]:
    """Give what export wrote."""
    return {
        "files": list(value.files),
        "failed": [{"id": id, "error": fault(each)} for id, each in value.failed],
        "remarks": list(value.remarks),
    }


def memory(values: Sequence[RepeatingSite]) -> dict[str, Any]:
    """Give what sites repeat."""
    return {"sites": [{**asdict(site), "lines": [asdict(line) for line in site.lines]} for site in values]}


def searches(values: Sequence[SavedSearch]) -> dict[str, Any]:
    """Give saved searches."""
    return {"searches": [{"name": one.name, "query": one.query, "new": one.new} for one in values]}


def problems(value: tuple[Problem, ...]) -> dict[str, Any]:
    """Give what check found."""
    return {"ok": not value, "problems": [{"kind": each.kind, "id": each.id, "path": each.path} for each in value]}


def utc(moment: datetime) -> str:
    """Give a moment in UTC, to the second, with Z."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
