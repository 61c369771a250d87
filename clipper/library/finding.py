"""Finding: a query's text becomes sets of ids and a search, and the ids found become rows with snippets."""

import time
from collections.abc import Sequence
from dataclasses import replace

from clipper.answers import Answer, Hit, SavedSearch
from clipper.errors import SearchError
from clipper.library.indexing import Indexing
from clipper.library.suggesting import suggested
from clipper.model import Clipping, Sort, View
from clipper.progress import Progress
from clipper.search.matching import Words, places
from clipper.search.mending import parts
from clipper.search.protocol import Ranked, SearchIndex
from clipper.search.query import (
    And,
    DateRange,
    Everything,
    Fuzzy,
    Ids,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    SetTerm,
    Term,
    Wildcard,
    Word,
    half_typed,
    parse,
    resolve,
    typed_near,
)
from clipper.search.snippets import marks, snippet
from clipper.store.store import Store


class Finding:
    """Finds in one library."""

    def __init__(self, store: Store, indexing: Indexing) -> None:
        self._store = store
        self._indexing = indexing

    def find(
        self,
        query: str,
        *,
        view: View,
        tag: str | None,
        sort: Sort | None,
        limit: int,
        typing: bool,
        progress: Progress | None,
    ) -> Answer:
        """Find. See Library.find."""
        started = time.perf_counter()
        parsed = parse(query)
        complaints = parsed.complaints
        engine_name = "index"
        tree = parsed.tree
        sort = parsed.sort or sort
        view = "trash" if view == "all" and _asks_for_trash(tree) else view
        if isinstance(tree, Everything):
            ids = self._store.clippings.ids(view, tag=tag, sort=sort or "newest")
            found = Ranked(ids, len(ids))
        else:
            tree = self._typed(query, tree) if typing else tree
            tree = resolve(tree, self._answered)
            chosen = sort or ("relevance" if _has_text(tree) else "newest")
            scoped = And((tree, *self._scope(view, tag)))
            if _has_text(tree) or _has_dates(tree):
                if chosen == "added":
                    found, engine_name = self._search(scoped, "newest", progress)
                    found = self._by_added(found, view, tag)
                else:
                    found, engine_name = self._search(scoped, chosen, progress)
            else:
                ids = self._store.clippings.ids(view, tag=tag, sort=sort or "newest")
                wanted = _answering(tree, frozenset(ids))
                ids = tuple([id for id in ids if id in wanted])
                found = Ranked(ids, len(ids))
        hits = self._hits(tree, found.ids[:limit], progress)
        return Answer(
            query=query,
            total=found.total,
            took_ms=(time.perf_counter() - started) * 1000,
            behind=self._indexing.behind() if engine_name == "index" else 0,
            ids=found.ids,
            hits=hits,
            engine="index" if engine_name == "index" else "sql",
            complaints=(*complaints, *found.complaints),
        )

    def hits(self, query: str, ids: Sequence[int]) -> tuple[Hit, ...]:
        """Give rows with snippets and marks. See Library.hits."""
        return self._hits(self._typed(query, parse(query).tree), ids, None)

    def marks(self, query: str, text: str, language: str, field: str) -> tuple[tuple[int, int], ...]:
        """Give where the words of a query stand in a text. See Library.marks."""
        return marks(self._typed(query, parse(query).tree), text, language=language, field=field)

    def count_new(self, searches: Sequence[SavedSearch], progress: Progress | None) -> tuple[SavedSearch, ...]:
        """Count what saved searches find that is new. See Library.count_new."""
        added: dict[int, frozenset[int]] = {}
        counted = list[SavedSearch]()
        for search in searches:
            if progress is not None:
                progress.step(len(counted), len(searches))
            if search.seen not in added:
                added[search.seen] = self._store.saved.added_after(search.seen)
            counted.append(replace(search, new=self._count(search.query, added[search.seen], progress)))
        return tuple(counted)

    def _count(self, query: str, among: frozenset[int], progress: Progress | None) -> int:
        if not among:
            return 0
        tree = parse(query).tree
        if isinstance(tree, Everything):
            return len(among)
        tree = resolve(self._typed(query, tree), self._answered)
        if _has_text(tree) or _has_dates(tree):
            return self._search(And((tree, Ids(among))), "newest", progress)[0].total
        return len(_answering(tree, among))

    def suggest(
        self, query: str, *, view: View, tag: str | None, limit: int, progress: Progress | None
    ) -> tuple[str, ...]:
        """Give what a query may have meant. See Library.suggest."""
        engine = self._indexing.engine()
        if engine is None:
            return ()

        def count(other: str) -> int:
            return self.find(other, view=view, tag=tag, sort="newest", limit=0, typing=True, progress=progress).total

        try:
            return tuple(suggested(query, engine, found=count(query), count=count, limit=limit))
        except SearchError as error:
            self._indexing.broken(error)
            return ()

    def unfound(self, query: str, *, view: View, tag: str | None, progress: Progress | None) -> tuple[str, ...]:
        """Give the parts of a query that find nothing by themselves. See Library.unfound."""
        return tuple(
            part
            for part in parts(query)
            if not self.find(part, view=view, tag=tag, sort="newest", limit=0, typing=False, progress=progress).total
        )

    def _typed(self, query: str, tree: Node) -> Node:
        """Let the last word of a query go on; but a word after NEAR only as long as it is near nothing yet."""
        loose, near = half_typed(query, tree), typed_near(query, tree)
        if loose == near:
            return loose
        found, _engine = self._search(resolve(near, self._answered), "newest", None)
        return near if found.total else loose

    def _hits(self, tree: Node, ids: Sequence[int], progress: Progress | None) -> tuple[Hit, ...]:
        _heed(progress)
        rows = self._store.clippings.rows(ids)
        if not _has_text(tree):
            return tuple(Hit(row, row.excerpt) for row in rows)
        texts = {text.id: text for text in self._store.searching.texts([row.id for row in rows])}
        hits = list[Hit]()
        for row in rows:
            _heed(progress)
            hits.append(_hit(tree, row, texts[row.id].text if row.id in texts else row.excerpt))
        return tuple(hits)

    def _search(self, tree: Node, sort: Sort, progress: Progress | None) -> tuple[Ranked, str]:
        engine = self._indexing.engine()
        if engine is not None:
            try:
                found = _asked(engine, tree, sort, progress)
                if found.position is None or self._indexing.is_whole_at(found.position):
                    return found, "index"
            except SearchError as error:
                self._indexing.broken(error)
                if error.code == "unanswerable":
                    found = _asked(self._indexing.sql, tree, sort, progress)
                    return replace(found, complaints=("unanswerable",)), "sql"
        return _asked(self._indexing.sql, tree, sort, progress), "sql"

    def _answered(self, term: SetTerm | Term) -> frozenset[int]:
        """Give the clippings that the store knows to answer: by a value of theirs, or by words of their notes."""
        if isinstance(term, SetTerm):
            return self._store.searching.ids_for(term.field, term.value)
        return frozenset(id for id, note in self._store.searching.notes() if _says(note, term))

    def _by_added(self, found: Ranked, view: View, tag: str | None) -> Ranked:
        """Order what an engine found as the store does: engines know the day of a clipping, not when it was added."""
        there = frozenset(found.ids)
        ids = tuple([id for id in self._store.clippings.ids(view, tag=tag, sort="added") if id in there])
        return Ranked(ids, len(ids), found.complaints)

    def _scope(self, view: View, tag: str | None) -> tuple[Node, ...]:
        ids_for, parts = self._store.searching.ids_for, list[Node]()
        if view == "trash":
            parts.append(Ids(self._store.searching.all_ids(trashed=True)))
        elif trashed := self._store.searching.all_ids(trashed=True):
            parts.append(Not(Ids(trashed)))
        if view in ("unread", "starred", "untagged", "doubtful"):
            parts.append(Ids(ids_for("is", view)))
        if tag is not None:
            parts.append(Ids(self._store.tags.ids(tag)))
        return tuple(parts)


def _asked(engine: SearchIndex, tree: Node, sort: Sort, progress: Progress | None) -> Ranked:
    return engine.search(tree, limit=None, sort=sort, progress=progress)


def _heed(progress: Progress | None) -> None:
    """End where nobody waits for the answer any more: the next letter was typed."""
    if progress is not None:
        progress.heed()


def _hit(tree: Node, row: Clipping, text: str) -> Hit:
    language = row.language or ""
    shown = snippet(tree, text, language=language)
    return Hit(row, shown.text, shown.marks, marks(tree, row.title, language=language, field="title"))


def _says(note: str, term: Term) -> bool:
    """Say whether a note has a term. Notes have no language: the two are tried whose stems a search tries anyway."""
    found = Words(note)
    return any(places(term, found, language) for language in ("de", "en"))


def _leaves(tree: Node) -> tuple[Node, ...]:
    if isinstance(tree, And | Or):
        return tuple(leaf for part in tree.parts for leaf in _leaves(part))
    return _leaves(tree.part) if isinstance(tree, Not) else (tree,)


def _has_text(tree: Node) -> bool:
    return any(
        isinstance(leaf, Word | Prefix | Phrase | Wildcard | Fuzzy | Near) and leaf.field != "note"
        for leaf in _leaves(tree)
    )


def _asks_for_trash(tree: Node) -> bool:
    """Say whether all that a tree finds is in the trash."""
    return SetTerm("is", "trashed") in (tree.parts if isinstance(tree, And) else (tree,))


def _has_dates(tree: Node) -> bool:
    return any(isinstance(leaf, DateRange) for leaf in _leaves(tree))


def _answering(tree: Node, ids: frozenset[int]) -> frozenset[int]:
    """Give those of ids that answer a tree of sets alone."""
    match tree:
        case And(parts):
            return ids.intersection(*(_answering(part, ids) for part in parts))
        case Or(parts):
            return frozenset().union(*(_answering(part, ids) for part in parts))
        case Not(part):
            return ids - _answering(part, ids)
        case Ids(wanted):
            return ids & wanted
    return ids
