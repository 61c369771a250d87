"""library.find over a library of the corpus, asked as the engines are (benchmarks/search_peers.py), and with facets."""

from collections.abc import Sequence
from pathlib import Path

from benchmarks.search_ours import unknown
from benchmarks.search_peers import LIMIT, Days, Found, Made
from clipper.library.library import Library
from clipper.model import Article, Metadata
from clipper.model import Found as Value
from clipper.progress import Progress
from clipper.search.query import parse
from clipper.store.clippings import Addition
from clipper.urls import canonical


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
        return self._found(kind, text, newest=newest, facets=False)

    def refine(self, kind: str, text: str, *, newest: bool, days: Days) -> Found | None:
        """Find, and count what it can be refined by."""
        return self._found(kind, text, newest=newest, facets=True)

    def _found(self, kind: str, text: str, *, newest: bool, facets: bool) -> Found | None:
        if unknown(kind, parse(text)):
            return None
        assert self.library is not None
        answer = self.library.find(text, sort="newest" if newest else None, limit=LIMIT)
        assert answer.engine == "index"
        if facets:
            self.library.refinements(text, answer.ids)
        return [hit.clipping.id for hit in answer.hits], answer.total

    def put_one(self, one: Made) -> None:
        self.put([one])
        assert self.library is not None
        self.library.catch_up(Progress())

    def settle(self) -> None:
        """Merge what is due."""
        assert self.library is not None
        self.library.merge_index(Progress())

    def snippets(self, text: str, found: Sequence[Made]) -> bool:
        return False


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
