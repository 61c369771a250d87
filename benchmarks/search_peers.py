"""The peers of our engine: Whoosh as it comes, SQLite's FTS5, tantivy and Xapian, all asked alike.

Each is asked in its own query language, for the best 20 ids and the exact total; a field for titles (three times as
heavy, where it can) and one for texts; texts are not stored. tantivy and Xapian are given their stemmer, as ours has
one. Libraries are imported when an engine is made: it may be missing, or be there for another Python only.
"""

import datetime
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Protocol

Made = dict[str, Any]
Found = tuple[list[int], int]
"""The ids of the best, and how many there are in all."""
Days = tuple[int, int] | None
LIMIT = 20
NAMES = {"de": "german", "en": "english", "": ""}


class Engine(Protocol):
    """An engine over a folder of its own. Batches are put, then finish makes all of them findable."""

    def put(self, batch: Sequence[Made]) -> None:
        """Take documents in."""

    def finish(self) -> None:
        """Make all findable, with all merging done, and let go of what only writing needs."""

    def open(self) -> None:
        """Open for questions."""

    def ask(self, kind: str, text: str, *, newest: bool, days: Days) -> Found | None:
        """Answer a text; None: the engine has no words for such a question."""

    def put_one(self, one: Made) -> None:
        """Take one more document in, findable at once."""

    def settle(self) -> None:
        """Do what is done in the background once a document was found."""

    def snippets(self, text: str, found: Sequence[Made]) -> bool:
        """Make a snippet of each document found; False: it cannot from a text given."""


class _Peer:
    """What peers have in common."""

    def settle(self) -> None:
        """Do nothing: they do it in threads of their own, or never."""


class Whoosh(_Peer):
    """Whoosh with its own codec and its own searcher."""

    def __init__(self, folder: Path, stemmer: str = "") -> None:
        from whoosh import fields, qparser

        self.folder = folder
        self.schema = fields.Schema(
            id=fields.NUMERIC(stored=True, unique=True), title=fields.TEXT, text=fields.TEXT,
            day=fields.NUMERIC(sortable=True),
        )  # fmt: skip
        self.parser = qparser.MultifieldParser(["title", "text"], self.schema, fieldboosts={"title": 3.0})
        self.parser.add_plugin(qparser.FuzzyTermPlugin())
        self.writer: Any = None

    def put(self, batch: Sequence[Made]) -> None:
        if self.writer is None:
            self.writer = self._opened().writer(limitmb=128)
        for one in batch:
            self.writer.add_document(id=one["id"], title=one["title"], text=one["text"], day=day(one))

    def finish(self) -> None:
        self.writer.commit()
        self.writer = None

    def open(self) -> None:
        self.index = self._opened()
        self.searcher = self.index.searcher()

    def ask(self, kind: str, text: str, *, newest: bool, days: Days) -> Found | None:
        query = self.parser.parse(text)
        found = self.searcher.search(query, limit=LIMIT, sortedby="day" if newest else None, reverse=newest)
        return [hit["id"] for hit in found], len(found)

    def put_one(self, one: Made) -> None:
        with self.index.writer() as writer:
            writer.add_document(id=one["id"], title=one["title"], text=one["text"], day=day(one))
        self.searcher = self.searcher.refresh()

    def snippets(self, text: str, found: Sequence[Made]) -> bool:
        return False

    def _opened(self) -> Any:
        from whoosh import index

        if index.exists_in(str(self.folder)):
            return index.open_dir(str(self.folder))
        return index.create_in(str(self.folder), self.schema)


class Fts5(_Peer):
    """SQLite's FTS5, without contents, with an index of beginnings; every commit is flushed to the disk, as all do."""

    def __init__(self, folder: Path, stemmer: str = "") -> None:
        self.database = sqlite3.connect(folder / "fts5.db")
        self.database.executescript(
            """
            PRAGMA journal_mode = wal;
            PRAGMA synchronous = full;
            CREATE VIRTUAL TABLE IF NOT EXISTS f USING fts5(title, text, content='', prefix='1 2 3',
                                                            tokenize='unicode61 remove_diacritics 2');
            CREATE TABLE IF NOT EXISTS d (id INTEGER PRIMARY KEY, day INTEGER);
            """
        )

    def put(self, batch: Sequence[Made]) -> None:
        self.database.executemany(
            "INSERT INTO f (rowid, title, text) VALUES (?, ?, ?)",
            [(one["id"], one["title"], one["text"]) for one in batch],
        )
        self.database.executemany("INSERT INTO d VALUES (?, ?)", [(one["id"], day(one)) for one in batch])
        self.database.commit()

    def finish(self) -> None:
        self.database.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def open(self) -> None:
        self.database.execute("SELECT count(*) FROM d").fetchone()

    def ask(self, kind: str, text: str, *, newest: bool, days: Days) -> Found | None:
        by = "d.day DESC, d.id DESC" if newest else "bm25(f, 3.0, 1.0)"
        where = "f MATCH ?" + (f" AND d.day BETWEEN {days[0]} AND {days[1]}" if days else "")
        joined = "f JOIN d ON d.id = f.rowid" if days or newest else "f"
        (total,) = self.database.execute(f"SELECT count(*) FROM {joined} WHERE {where}", (text,)).fetchone()
        rows = self.database.execute(f"SELECT f.rowid FROM {joined} WHERE {where} ORDER BY {by} LIMIT {LIMIT}", (text,))
        return [id for (id,) in rows], total

    def put_one(self, one: Made) -> None:
        self.put([one])

    def snippets(self, text: str, found: Sequence[Made]) -> bool:
        return False


class Tantivy(_Peer):
    """tantivy through its Python binding. Its parser has regular expressions for beginnings and ends of words."""

    FIELDS = ("title", "text")

    def __init__(self, folder: Path, stemmer: str = "") -> None:
        import tantivy

        self.tantivy = tantivy
        build = tantivy.SchemaBuilder()
        build.add_integer_field("id", fast=True)
        build.add_text_field("title", tokenizer_name="words")
        build.add_text_field("text", tokenizer_name="words")
        build.add_integer_field("day", indexed=True, fast=True)
        self.schema = build.build()
        self.folder = str(folder)
        self.index: Any = None
        words = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple()).filter(tantivy.Filter.lowercase())
        if stemmer:
            words = words.filter(tantivy.Filter.stemmer(NAMES[stemmer]))
        self.words = words.filter(tantivy.Filter.ascii_fold()).build()
        self.writer: Any = None

    def put(self, batch: Sequence[Made]) -> None:
        if self.index is None:
            self.index = self._opened()
        if self.writer is None:
            self.writer = self.index.writer(heap_size=50_000_000, num_threads=1)
        for one in batch:
            document = self.tantivy.Document(id=one["id"], title=one["title"], text=one["text"], day=day(one))
            self.writer.add_document(document)

    def finish(self) -> None:
        self.writer.commit()
        self.writer.wait_merging_threads()
        self.writer = None

    def open(self) -> None:
        self.index = self._opened()
        self.searcher = self.index.searcher()

    def ask(self, kind: str, text: str, *, newest: bool, days: Days) -> Found | None:
        query = self._parsed(text)
        if newest:
            found = self.searcher.search(query, LIMIT, count=True, order_by_field="day")
        else:
            found = self.searcher.search(query, LIMIT, count=True)
        return self.searcher.fast_field_values("id", [address for _, address in found.hits]), found.count

    def put_one(self, one: Made) -> None:
        self.put([one])
        self.writer.commit()
        self.index.reload()
        self.searcher = self.index.searcher()

    def snippets(self, text: str, found: Sequence[Made]) -> bool:
        query = self._parsed(text)
        maker = self.tantivy.SnippetGenerator.create(self.searcher, query, self.schema, "text")
        for one in found:
            made = maker.snippet_from_doc(self.tantivy.Document(text=one["text"]))
            made.fragment(), made.highlighted()
        return True

    def _opened(self) -> Any:
        index = self.tantivy.Index(self.schema, path=self.folder)
        index.register_tokenizer("words", self.words)
        return index

    def _parsed(self, text: str) -> Any:
        if text.endswith("~"):
            fuzzy = dict.fromkeys(self.FIELDS, (False, 2, True))
            return self.index.parse_query(text[:-1], list(self.FIELDS), fuzzy_fields=fuzzy)
        return self.index.parse_query(
            text, list(self.FIELDS), field_boosts={"title": 3.0}, conjunction_by_default=True, allow_regexes=True
        )


class Xapian(_Peer):
    """Xapian through Debian's binding, which the system's Python has."""

    def __init__(self, folder: Path, stemmer: str = "") -> None:
        import xapian

        self.xapian, self.folder = xapian, str(folder)
        self.stem = xapian.Stem(NAMES[stemmer] or "none")
        self.parser = xapian.QueryParser()
        self.parser.set_stemmer(self.stem)
        self.parser.set_stemming_strategy(xapian.QueryParser.STEM_SOME)
        self.parser.set_default_op(xapian.Query.OP_AND)
        self.parser.add_prefix("title", "S")
        self.parser.add_rangeprocessor(xapian.NumberRangeProcessor(0, "date:"))
        of = xapian.QueryParser
        self.flags = of.FLAG_PHRASE | of.FLAG_BOOLEAN | of.FLAG_LOVEHATE | of.FLAG_WILDCARD | of.FLAG_PURE_NOT
        self.writer: Any = None

    def put(self, batch: Sequence[Made]) -> None:
        if self.writer is None:
            self.writer = self.xapian.WritableDatabase(self.folder, self.xapian.DB_CREATE_OR_OPEN)
        terms = self.xapian.TermGenerator()
        terms.set_stemmer(self.stem)
        for one in batch:
            document = self.xapian.Document()
            terms.set_document(document)
            terms.set_termpos(0)
            terms.index_text(one["title"], 1, "S")
            terms.increase_termpos()
            terms.index_text(one["title"], 3)
            terms.increase_termpos()
            terms.index_text(one["text"])
            document.add_value(0, self.xapian.sortable_serialise(day(one)))
            self.writer.replace_document(one["id"], document)

    def finish(self) -> None:
        self.writer.commit()
        self.writer.close()
        self.writer = None

    def open(self) -> None:
        self.database = self.xapian.Database(self.folder)
        self.parser.set_database(self.database)

    def ask(self, kind: str, text: str, *, newest: bool, days: Days) -> Found | None:
        enquire = self.xapian.Enquire(self.database)
        enquire.set_query(self.parser.parse_query(text, self.flags))
        if newest:
            enquire.set_sort_by_value(0, True)
        found = enquire.get_mset(0, LIMIT, self.database.get_doccount())
        return [match.docid for match in found], found.get_matches_estimated()

    def put_one(self, one: Made) -> None:
        self.put([one])
        self.writer.commit()
        self.database.reopen()

    def snippets(self, text: str, found: Sequence[Made]) -> bool:
        enquire = self.xapian.Enquire(self.database)
        enquire.set_query(self.parser.parse_query(text, self.flags))
        matches = enquire.get_mset(0, LIMIT)
        for one in found:
            matches.snippet(one["text"], 200, self.stem)
        return True


PEERS: dict[str, Callable[[Path, str], Engine]] = {"whoosh": Whoosh, "fts5": Fts5, "tantivy": Tantivy, "xapian": Xapian}


def day(one: Made) -> int:
    """Give the day of a document as YYYYMMDD."""
    at = datetime.date.fromisoformat(one["date"][:10])
    return at.year * 10_000 + at.month * 100 + at.day
