"""Our engine, asked as the peers are (benchmarks/search_peers.py)."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.search_peers import LIMIT, Days, Found, Made
from clipper.model import Sort
from clipper.progress import Progress
from clipper.search.nodes import And, Node, Not, Or, Parsed, Phrase, Word
from clipper.search.protocol import IndexDocument, SearchIndex
from clipper.search.query import parse
from clipper.search.snippets import snippet
from clipper.search.whoosh_engine import create_index, open_index

_NEW = ("wildcard in front", "fuzzy", "NEAR")  # a parser without words for them takes them as words


class Ours:
    """The engine behind SearchIndex. Batches are as great as those of the library (indexing.DOCUMENTS_A_COMMIT)."""

    def __init__(self, folder: Path, stemmer: str = "") -> None:
        self.folder = folder / "index"
        self.engine: SearchIndex | None = None

    def put(self, batch: Sequence[Made]) -> None:
        if self.engine is None:
            self.engine = create_index(self.folder, "benchmark")
        self.engine.add(document(one) for one in batch)
        self.engine.commit(batch[-1]["id"])
        self.engine.merge(Progress())

    def finish(self) -> None:
        assert self.engine is not None
        self.engine.close()

    def open(self) -> None:
        self.engine = open_index(self.folder, "benchmark")

    def ask(self, kind: str, text: str, *, newest: bool, days: Days) -> Found | None:
        parsed = parse(text)
        if unknown(kind, parsed):
            return None
        assert self.engine is not None
        sort: Sort = "newest" if newest else "relevance"
        found = self.engine.search(parsed.tree, limit=LIMIT, sort=sort)
        return list(found.ids), found.total

    def put_one(self, one: Made) -> None:
        """Take one in; merging comes after it was found, and is not waited for."""
        assert self.engine is not None
        self.engine.add([document(one)])
        self.engine.commit(one["id"])

    def settle(self) -> None:
        """Merge what is due."""
        assert self.engine is not None
        self.engine.merge(Progress())

    def snippets(self, text: str, found: Sequence[Made]) -> bool:
        tree = parse(text).tree
        for one in found:
            snippet(tree, one["text"], language=one["language"])
        return True


def document(one: Made) -> IndexDocument:
    """Give a document of the corpus as an index takes it."""
    day = one["date"][:10]
    return IndexDocument(
        id=one["id"],
        title=one["title"],
        text=one["text"],
        site=one["site"],
        host=one["site"],
        authors=tuple(one["authors"]),
        language=one["language"],
        date=day,
        sort_day=day,
    )


def unknown(kind: str, parsed: Parsed) -> bool:
    """Say whether the parser has no words for a kind of question."""
    return bool(parsed.complaints) or (kind in _NEW and _only_words(parsed.tree))


def _only_words(tree: Node) -> bool:
    return all(isinstance(node, Word | Phrase | And) for node in _nodes(tree))


def _nodes(tree: Node) -> Iterator[Node]:
    yield tree
    if isinstance(tree, And | Or):
        for part in tree.parts:
            yield from _nodes(part)
    elif isinstance(tree, Not):
        yield from _nodes(tree.part)
