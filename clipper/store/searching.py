"""What find needs from SQL: texts for an index, and sets of ids for tag:, is:, has: and the like."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TextRow:
    """What an index takes in of a clipping, corrections laid over. Unknown is "".

    date: the day alone. sort_day: date, or the day added where it is unknown. url: for the host.
    """

    id: int
    title: str
    text: str
    subtitle: str
    site: str
    url: str
    authors: tuple[str, ...]
    section: str
    language: str
    date: str
    sort_day: str
    trashed: bool


class Searching:
    """Reads for find; writes nothing."""

    def texts(self, ids: Sequence[int] | None = None) -> Iterator[TextRow]:
        """Give texts in the order asked for, unknown ids left out; None: of all clippings, also those in the trash.

        Read in groups, so that no read stands open while the taker works.
        """
        raise NotImplementedError

    def ids_for(self, field: str, value: str) -> frozenset[int]:
        """Answer a SetTerm, over all clippings (also those in the trash); a value not understood gives none.

        tag:NAME (and below) · is:read|unread|starred|trashed|tagged|untagged · has:note|tag|picture|flag|capture
        flag:FLAG · added:RANGE ("2026", "2026-11", "2026-11-24", "A..B", "A..", "..B", ">A", ">=A", "<A", "<=A"; UTC)
        note:TEXT (part of the note) · id:N.
        """
        raise NotImplementedError

    def all_ids(self, *, trashed: bool = False) -> frozenset[int]:
        """Give all clippings outside the trash, or all in it."""
        raise NotImplementedError

    def values(self, field: str, prefix: str, *, limit: int = 8) -> tuple[str, ...]:
        """Give sites, authors or languages that begin with prefix, the most frequent first (completion)."""
        raise NotImplementedError
