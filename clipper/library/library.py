"""The library: store and search together. Hands out its parts and forwards nothing."""

from collections.abc import Sequence
from pathlib import Path

from clipper.answers import Answer, Completion, Hit, Problem, Refinement, SafetyCopy, SavedSearch
from clipper.library import refining
from clipper.library.completing import Completing
from clipper.library.finding import Finding
from clipper.library.indexing import Indexing
from clipper.library.likeness import Likeness
from clipper.model import Changes, Edit, Sort, View
from clipper.progress import Progress
from clipper.store import backup, check, place, safety
from clipper.store.store import Store


class Library:
    """Store and search, from any thread.

    Parts: clippings, tags, intake, captures, pictures, corrections, memory, saved, log.
    """

    def __init__(self, folder: Path, identity: str) -> None:
        """Open, or make, the library in folder; the index is opened later. identity: whose index is trusted.

        Raise LibraryError and its branches as Store does.
        """
        self._store = Store(folder)
        self._indexing = Indexing(self._store, identity)
        self._finding = Finding(self._store, self._indexing)
        self._likeness = Likeness(self._store, self._indexing)
        self._completing = Completing(self._store, self._indexing)
        self.folder = self._store.folder
        self.read_only = self._store.read_only
        self.clippings = self._store.clippings
        self.tags = self._store.tags
        self.intake = self._store.intake
        self.captures = self._store.captures
        self.pictures = self._store.pictures
        self.lacking = self._store.lacking
        self.corrections = self._store.corrections
        self.memory = self._store.memory
        self.saved = self._store.saved
        self.log = self._store.log

    def open_index(self) -> None:
        """Open the index, so that find uses it; until then find reads the store. Raise SearchError."""
        self._indexing.open()

    def find(
        self,
        query: str,
        *,
        view: View = "all",
        tag: str | None = None,
        sort: Sort | None = None,
        limit: int = 50,
        typing: bool = False,
        progress: Progress | None = None,
    ) -> Answer:
        """Find clippings. Any text is a query; "" gives the view in order. limit: hits with snippets; ids are all.

        sort None: relevance for a query with words, newest for none; added: the last added first. typing: the last word
        may go on. Never waits for the index. Raise Cancelled once progress is stopped, before each step and snippet.
        """
        return self._finding.find(query, view=view, tag=tag, sort=sort, limit=limit, typing=typing, progress=progress)

    def similar(self, id: int, *, sort: Sort | None = None, limit: int = 30) -> Answer:
        """Find clippings outside the trash that share with one the words that tell it apart; the most like it first.

        What shares too little is left out, so there may be none. Without an index there are none, and complaints say
        no_similar. An id that is not known gives none.
        """
        return self._likeness.similar(id, sort=sort, limit=limit)

    def count_new(self, progress: Progress | None = None) -> tuple[SavedSearch, ...]:
        """Give the saved searches by name, with how many they find that were added since one looked at them.

        Counted is what find gives with typing. Cheap: only what was added since is searched. Raise Cancelled once
        progress is stopped.
        """
        return self._finding.count_new(self.saved.all(), progress)

    def hits(self, query: str, ids: Sequence[int]) -> tuple[Hit, ...]:
        """Give rows with snippets and marks for some of an Answer's ids, in that order (unknown left out)."""
        return self._finding.hits(query, ids)

    def marks(self, query: str, text: str, *, language: str, field: str = "text") -> tuple[tuple[int, int], ...]:
        """Give where a query's words stand in a text, [start, end) in code points. language: of the text, or "".

        field: which one the text is ("text", "title", "author", "site", "section"): words asked for elsewhere are not
        marked.
        """
        return self._finding.marks(query, text, language, field)

    def complete(self, text: str, *, limit: int = 8) -> tuple[Completion, ...]:
        """Give what the last word of a query could become, the most frequent first.

        After tag:, site:, author:, section: and lang: their values, also where quotation marks are open; after is:,
        has: and sort: what they take; else words of the library, unless the word is one already.
        """
        return self._completing.complete(text, limit)

    def refinements(self, query: str, ids: Sequence[int], *, limit: int = 12) -> tuple[Refinement, ...]:
        """Give what a query that found ids can be refined by, with what each would leave. limit: of each field.

        A site or an author whose name holds another's as a whole is found by that, too.
        """
        counts = self._store.searching.facets(ids, limit=limit)
        return refining.refinements(query, counts | {"section": self._likeness.sections(ids)}, limit=limit)

    def suggest(
        self,
        query: str,
        *,
        view: View = "all",
        tag: str | None = None,
        limit: int = 3,
        progress: Progress | None = None,
    ) -> tuple[str, ...]:
        """Give whole queries that one which finds next to nothing may have meant, with words of this library.

        Each finds more, in the same view and with the same tag. Nothing without an index. Takes a few searches' time;
        raise Cancelled once progress is stopped.
        """
        return self._finding.suggest(query, view=view, tag=tag, limit=limit, progress=progress)

    def unfound(
        self, query: str, *, view: View = "all", tag: str | None = None, progress: Progress | None = None
    ) -> tuple[str, ...]:
        """Give the parts of a query that finds nothing which find nothing by themselves, as they stand in it.

        Nothing for a query with OR. Takes as many searches as there are parts.
        """
        return self._finding.unfound(query, view=view, tag=tag, progress=progress)

    def catch_up(self, progress: Progress) -> int:
        """Let the index take in what the change log names; give what is still to come (another process writes)."""
        return self._indexing.catch_up(progress)

    def catch_up_wholly(self, progress: Progress) -> int:
        """Catch up, waiting up to 30 s while another process writes; give what is still to come."""
        return self._indexing.catch_up_wholly(progress)

    def merge_index(self, progress: Progress) -> None:
        """Merge what many changes have left in the index, if it is due; search goes on, and nothing waits for it."""
        self._indexing.merge(progress)

    def rebuild(self, progress: Progress) -> None:
        """Make the index anew from the store. Raise SearchError."""
        self._indexing.rebuild(progress)

    def undo(self, edits: Sequence[Edit]) -> Changes:
        """Take edits back, where the clippings still are as the edits left them. Changes.edits is the redo."""
        back = [Edit(edit.clipping, edit.field, before=edit.after, after=edit.before) for edit in reversed(edits)]
        return self._store.clippings.apply(back)

    def warnings(self) -> tuple[str, ...]:
        """Give codes of what is unsafe about the library's place ("network:nfs", "cloud:Dropbox") or "read_only"."""
        unsafe = place.unsafe(self.folder)
        return (*((unsafe,) if unsafe else ()), *(("read_only",) if self.read_only else ()))

    def check(self, progress: Progress) -> tuple[Problem, ...]:
        """Look whether all is well in the store and the index; changes nothing."""
        problems = check.check(self._store.database, progress)
        return (*problems, *self._indexing.problems())

    def sweep(self) -> int:
        """Remove files that nothing names, older than an hour."""
        return check.sweep(self._store.database)

    def back_up(self, target: Path, progress: Progress) -> tuple[Problem, ...]:
        """Copy the library into a new folder that opens as one; give the files that are missing here and so there.

        Raise LibraryError(exists, full, no_folder).
        """
        return backup.back_up(self._store.database, target, progress)

    def daily_copy(self, progress: Progress) -> SafetyCopy | None:
        """Make today's safety copy of the database where there is none yet; keep the newest 7."""
        return safety.daily(self._store.database, progress)

    def close(self) -> None:
        """Let go of all files."""
        self._indexing.close()
        self._store.close()
