"""Corrections: what the user sets right, laid over the current article. The article itself is never changed."""

from collections.abc import Mapping, Sequence
from typing import Literal

from clipper.model import Changes

CorrectedField = Literal[
    "title", "subtitle", "authors", "agencies", "date", "site", "section", "language", "text", "html"
]


class Corrections:
    """The corrections of the library."""

    def set(self, clipping: int, field: str, value: str | Sequence[str] | None) -> Changes:
        """Lay a correction over a field; None takes it away. authors and agencies are sequences, all others text.

        "" (or an empty sequence) says that the field is unknown. Without a correction of html, html is made from a
        corrected text. Raise NotFoundError, LibraryError("invalid", field): an unknown field, a date that is none
        (YYYY-MM-DD or ISO 8601), a language that is no code of two letters.
        """
        raise NotImplementedError

    def of(self, clipping: int) -> Mapping[str, str | tuple[str, ...]]:
        """Give the corrections of a clipping by field."""
        raise NotImplementedError
