"""The library: store and search together. Hands out its parts and forwards nothing."""

from collections.abc import Sequence
from pathlib import Path

from clipper.answers import Answer, Hit, Problem, SafetyCopy
from clipper.model import Changes, Edit, Sort, View
from clipper.progress import Progress
from clipper.store.clippings import Clippings
from clipper.store.captures import Captures
from clipper.store.changelog import ChangeLog
from clipper.store.corrections import Corrections
from clipper.store.intake import Intake
from clipper.store.pictures import Pictures
from clipper.store.tags import Tags


class Library:
    """Store and search. Parts: clippings, tags, intake, captures, pictures, corrections, log."""

    folder: Path
    clippings: Clippings
    tags: Tags
    intake: Intake
    captures: Captures
    pictures: Pictures
    corrections: Corrections
    log: ChangeLog

    def find(
        self,
        query: str,
        *,
        view: View = "all",
        tag: str | None = None,
        sort: Sort | None = None,
        limit: int = 50,
        progress: Progress | None = None,
    ) -> Answer:
        """Find clippings. Any text is a query; "" gives the view in order. limit: hits with snippets; ids are all.

        sort None: relevance for a query, newest for none. Never waits for the index.
        """
        raise NotImplementedError

    def hits(self, query: str, ids: Sequence[int]) -> tuple[Hit, ...]:
        """Give rows with snippets and marks for some of an Answer's ids, in that order (unknown left out)."""
        raise NotImplementedError

    def catch_up(self, progress: Progress) -> int:
        """Let the index take in what the change log names; give how many changes are still to come (lock elsewhere)."""
        raise NotImplementedError

    def rebuild(self, progress: Progress) -> None:
        """Make the index anew from the store."""
        raise NotImplementedError

    def undo(self, edits: Sequence[Edit]) -> Changes:
        """Take edits back, where the clippings still are as the edits left them. Changes.edits is the redo."""
        raise NotImplementedError

    def warnings(self) -> tuple[str, ...]:
        """Give codes of what is unsafe about the library's place ("network:nfs", "cloud:Dropbox")."""
        raise NotImplementedError

    def check(self, progress: Progress) -> tuple[Problem, ...]:
        """Look whether all is well."""
        raise NotImplementedError

    def back_up(self, target: Path, progress: Progress) -> None:
        """Copy the library into a new folder that opens as one."""
        raise NotImplementedError

    def daily_copy(self, progress: Progress) -> SafetyCopy | None:
        """Make today's safety copy of the database where there is none yet; keep the newest 7."""
        raise NotImplementedError

    def complete(self, text: str, *, limit: int = 8) -> tuple[str, ...]:
        """Complete the last word of a query: known tags after tag:, sites after site:, else indexed words."""
        raise NotImplementedError
