"""Our engine, and a library with it, asked as the peers are (benchmarks/search_peers.py)."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.search_peers import LIMIT, Days, Found, Made
from clipper.library.indexing import DOCUMENTS_A_COMMIT
from clipper.library.library import Library
from clipper.model import Article, Metadata, Sort
from clipper.model import Found as Value
from clipper.progress import Progress
from clipper.search.nodes import And, Node, Not, Or, Phrase, Word
from clipper.search.protocol import IndexDocument, SearchIndex
from clipper.search.query import parse
from clipper.search.snippets import snippet
from clipper.search.whoosh_engine import create_index, open_index
from clipper.store.clippings import Addition
from clipper.urls import canonical

_NEW = ("wildcard in front", "fuzzy", "NEAR")  # a parser without words for them takes them as words


class Ours:
    """The engine behind SearchIndex, filled as the library fills it."""

    def __init__(self, folder: Path, stemmer: str = "") -> None:
        self.folder = folder / "index"
        self.engine: SearchIndex | None = None

    def put(self, batch: Sequence[Made]) -> None:
        if self.engine is None:
            self.engine = create_index(self.folder, "benchmark")
        for start in range(0, len(batch), DOCUMENTS_A_COMMIT):
            self.engine.add(document(one) for one in batch[start : start + DOCUMENTS_A_COMMIT])
            self.engine.commit(batch[-1]["id"])

    def finish(self) -> None:
        assert self.engine is not None
        self.engine.close()

    def open(self) -> None:
        self.engine = open_index(self.folder, "benchmark")

    def ask(self, kind: str, text: str, *, newest: bool, days: Days) -> Found | None:
        parsed = parse(text)
        if parsed.complaints or (kind in _NEW and _only_words(parsed.tree)):
            return None
        assert self.engine is not None
        sort: Sort = "newest" if newest else "relevance"
        found = self.engine.search(parsed.tree, limit=LIMIT, sort=sort)
        return list(found.ids), found.total

    def put_one(self, one: Made) -> None:
        self.put([one])

    def snippets(self, text: str, found: Sequence[Made]) -> bool:
        tree = parse(text).tree
        for one in found:
            snippet(tree, one["text"], language=one["language"])
        return True


class Finds:
    """library.find: query to rows with snippets, over a library in SQLite with its index."""

    def __init__(self, folder: Path, stemmer: str = "") -> None:
        self.folder = folder / "library"
        self.library: Library | None = None

    def put(self, batch: Sequence[Made]) -> None:
        if self.library is None:
            self.library = Library(self.folder, "benchmark")
        self.library.clippings.add([addition(one) for one in batch])

    def finish(self) -> None:
        assert self.library is not None
        self.library.open_index()
        self.library.catch_up_wholly(Progress())
        self.library.close()

    def open(self) -> None:
        self.library = Library(self.folder, "benchmark")
        self.library.open_index()

    def ask(self, kind: str, text: str, *, newest: bool, days: Days) -> Found | None:
        parsed = parse(text)
        if parsed.complaints or (kind in _NEW and _only_words(parsed.tree)):
            return None
        assert self.library is not None
        answer = self.library.find(text, sort="newest" if newest else None, limit=LIMIT)
        assert answer.engine == "index"
        return [hit.clipping.id for hit in answer.hits], answer.total

    def put_one(self, one: Made) -> None:
        self.put([one])
        assert self.library is not None
        self.library.catch_up(Progress())

    def snippets(self, text: str, found: Sequence[Made]) -> bool:
        return False


OURS = {"ours": Ours, "library": Finds}


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


def addition(one: Made) -> Addition:
    """Give a document of the corpus as a library takes it."""
    metadata = Metadata(
        title=Value(one["title"]),
        authors=Value(tuple(one["authors"])),
        date=Value(one["date"][:10]),
        site=Value(one["site"]),
        language=Value(one["language"]),
    )
    article = Article(metadata=metadata, text=one["text"], html="", extractor="given")
    return Addition(page=None, article=article, url=one["url"], key=canonical(one["url"]), tags=tuple(one["tags"]))


def _only_words(tree: Node) -> bool:
    return all(isinstance(node, Word | Phrase | And) for node in _nodes(tree))


def _nodes(tree: Node) -> Iterator[Node]:
    yield tree
    if isinstance(tree, And | Or):
        for part in tree.parts:
            yield from _nodes(part)
    elif isinstance(tree, Not):
        yield from _nodes(tree.part)
