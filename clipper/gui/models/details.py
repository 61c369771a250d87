"""The particulars of an article as a form shows them, and what a filled form corrects. Pure; knows no Qt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from clipper.model import Article, Document, Found

Value = str | Sequence[str]
FIELDS = ("title", "subtitle", "authors", "date", "site", "section", "language")
# Names have commas now and then ("King, Jr."), semicolons never.
_APART = "; "


@dataclass(frozen=True, slots=True)
class Detail:
    """One field. shown: as it stands, extracted: as the page has it, "" for unknown; source, confidence: of that."""

    field: str
    shown: str
    extracted: str
    source: str
    confidence: float
    corrected: bool


def details(document: Document, extracted: Article) -> tuple[Detail, ...]:
    """Give the fields of a document. extracted: its article without corrections."""
    return tuple(
        _detail(
            field,
            getattr(document.article.metadata, field),
            getattr(extracted.metadata, field),
            corrected=field in document.corrected,
        )
        for field in FIELDS
    )


def corrections(shown: Sequence[Detail], texts: Mapping[str, str]) -> dict[str, Value | None]:
    """Give what a filled form changes, by field: None takes a correction away, "" says that the field is unknown.

    A title cannot be unknown: an empty one puts that of the page back.
    """
    changed: dict[str, Value | None] = {}
    for detail in shown:
        text = " ".join(texts[detail.field].split())
        if text == detail.shown:
            continue
        if text == detail.extracted or (detail.field == "title" and not text):
            changed[detail.field] = None
        elif detail.field == "authors":
            changed[detail.field] = tuple(name for part in text.split(";") if (name := part.strip()))
        else:
            changed[detail.field] = text
    return changed


def _detail(field: str, found: Found[Value], extracted: Found[Value], *, corrected: bool) -> Detail:
    return Detail(field, _text(found), _text(extracted), extracted.source, extracted.confidence, corrected)


def _text(found: Found[Value]) -> str:
    value = found.value or ""
    return value if isinstance(value, str) else _APART.join(value)
