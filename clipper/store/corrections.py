"""Corrections: what the user sets right, laid over the current article. The article itself is never changed."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Literal

from clipper.errors import LibraryError, NotFoundError
from clipper.model import Changes
from clipper.store import articles, changelog, editing, overlay, records, tagging
from clipper.store.database import Database

CorrectedField = Literal[
    "title",
    "subtitle",
    "authors",
    "agencies",
    "date",
    "site",
    "section",
    "language",
    "text",
    "html",
    "image",
    "flags",
]

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_LANGUAGE = re.compile(r"[a-z]{2}")


class Corrections:
    """The corrections of the library."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def set(self, clipping: int, field: str, value: str | Sequence[str] | None) -> Changes:
        """Lay a correction over a field; None takes it away. authors and agencies are sequences, all others text.

        "" (or an empty sequence) says that the field is unknown. Without a correction of html, html is made from a
        corrected text. Of image "" alone is taken: it leaves the lead picture out; of flags () alone:
        nothing is wrong with the article. Raise NotFoundError,
        LibraryError("invalid", field): an unknown field, an empty title, a date that is none (YYYY-MM-DD or ISO 8601),
        a language that is no code of two letters, another picture.
        """
        return self.set_several(clipping, {field: value})

    def set_several(self, clipping: int, values: Mapping[str, str | Sequence[str] | None]) -> Changes:
        """Lay corrections over fields, or take them away, in one transaction; where one is refused, none is made.

        The body is "text" and "html" together: whoever sets one of them without the other, sets the other to None.
        """
        kept = {field: _checked(field, value) for field, value in values.items()}
        with self._database.write() as connection:
            if tagging.absent(connection, [clipping]):
                raise NotFoundError("not_found", str(clipping))
            edits = [
                edit
                for field, value in kept.items()
                for edit in editing.set_correction(connection, clipping, field=field, value=value)
            ]
            changed = {edit.clipping for edit in edits}
            changelog.log(connection, "text", changed)
            return changelog.changes(connection, changed, edits=edits)

    def of(self, clipping: int) -> Mapping[str, str | tuple[str, ...]]:
        """Give the corrections of a clipping by field."""
        with self._database.read() as connection:
            return articles.corrections(connection, clipping)


def _checked(field: str, value: str | Sequence[str] | None) -> str | None:
    """Give a correction as JSON; None stays None."""
    if field not in editing.CORRECTED:
        raise LibraryError("invalid", field)
    if value is None:
        return None
    if field in overlay.DOUBTS:
        if len(value):
            raise LibraryError("invalid", field)
        return records.to_json([])
    if field in overlay.SEVERAL:
        several = [value] if isinstance(value, str) else list(value)
        return records.to_json([name for name in (_one_line(one) for one in several) if name])
    if not isinstance(value, str):
        raise LibraryError("invalid", field)
    text = value if field in overlay.BODY else _one_line(value)
    if field == "title" and not text:
        raise LibraryError("invalid", field)  # a row without a word could not be told from others
    if (
        (field in overlay.LEAD and text)
        or (field == "date" and text and not _is_date(text))
        or (field == "language" and text and not _LANGUAGE.fullmatch(text))
    ):
        raise LibraryError("invalid", field)
    return records.to_json(text)


def _one_line(text: str) -> str:
    return " ".join("".join(one if one.isspace() or unicodedata.category(one) != "Cc" else "" for one in text).split())


def _is_date(text: str) -> bool:
    try:
        if _DAY.fullmatch(text):
            date.fromisoformat(text)
        else:
            datetime.fromisoformat(text)
            return bool(_DAY.match(text))  # fromisoformat takes 20261124, too
    except ValueError:
        return False
    return True
