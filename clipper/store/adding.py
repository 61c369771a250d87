"""Adding clippings: files first, flushed, then one transaction that names them and all else."""

import sqlite3
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from clipper.model import Article, Changes, Edit, Page, Picture
from clipper.store import (
    articles,
    captures,
    changelog,
    editing,
    files,
    intake,
    overlay,
    pictures,
    records,
    remembering,
    sweeping,
    tagging,
)
from clipper.store.captures import Packed
from clipper.store.database import Database
from clipper.store.faults import ours


@dataclass(frozen=True, slots=True)
class Addition:
    """One clipping to be written. page None: an article given as it stands. key: canonical(url), None without one."""

    page: Page | None
    article: Article
    url: str | None
    key: str | None
    pictures: tuple[Picture, ...] = ()
    tags: tuple[str, ...] = ()
    intake: int | None = None
    added: str | None = None  # UTC ISO 8601, where a reading list says when it was saved; None: this moment


@dataclass(frozen=True, slots=True)
class Added:
    """What became of an Addition. known: the id is that of a clipping with the same address, title and text."""

    id: int
    known: bool
    differs: bool = False


@dataclass(frozen=True, slots=True)
class _Prepared:
    """An addition, tidied, with its digests. kept: SHA-256 of the pictures, in order."""

    addition: Addition
    article: Article
    key: str | None
    tags: tuple[str, ...]
    title: str
    sha256: str
    page_sha256: str | None
    kept: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Standing:
    """What the library holds of an address. same: a clipping with the same title and text; other: with others."""

    same: int | None = None
    other: bool = False


def add(database: Database, additions: Sequence[Addition]) -> tuple[tuple[Added, ...], Changes]:
    """Do what Clippings.add says."""
    if not additions:
        return (), Changes()
    prepared = [_prepare(one) for one in additions]
    with database.read() as connection:
        wanted = [_standing(connection, one).same is None for one in prepared]
    packed = {number: _pack(one) for number, one in enumerate(prepared) if wanted[number]}
    writer = _Writer(database, prepared, packed)
    try:
        writer.write_files()
        result, changes = writer.write_rows()
    except BaseException:
        sweeping.take_back(database, [one.place for one in packed.values() if one is not None])
        raise
    files.remove([database.folder / place for place in writer.unneeded])
    return result, changes


def recapture(database: Database, clipping: int, addition: Addition) -> Changes:
    """Do what Clippings.recapture says."""
    one = _prepare(addition)
    packed = {0: _pack(one)}
    writer = _Writer(database, [one], packed)
    try:
        writer.write_files()
        changes = writer.write_again(clipping)
    except BaseException:
        sweeping.take_back(database, [one.place for one in packed.values() if one is not None])
        raise
    files.remove([database.folder / place for place in writer.unneeded])
    return changes


class _Writer:
    """One batch on its way. packed: the captures to write, by the number of their addition (None: it has no page)."""

    def __init__(self, database: Database, prepared: Sequence[_Prepared], packed: Mapping[int, Packed | None]) -> None:
        self._database, self._prepared, self._packed = database, prepared, packed
        self.unneeded: list[str] = []

    def write_files(self) -> None:
        """Write captures and pictures and flush them. Pictures that a row names are there already."""
        with self._database.read() as connection:
            pictures_wanted = {
                sha256: picture for number in self._packed for sha256, picture in _pictures(self._prepared[number])
            }
            named = _named(connection, pictures_wanted)
        with ours(self._database.folder):
            batch = files.Batch(self._database.folder)
            for packed in self._packed.values():
                if packed is not None:
                    batch.write(packed.place, packed.data)
            for sha256, picture in pictures_wanted.items():
                if sha256 not in named:
                    batch.write(pictures.place_of(sha256, picture.media_type), picture.body)
            batch.flush()

    def write_rows(self) -> tuple[tuple[Added, ...], Changes]:
        """Write all rows of the batch in one transaction."""
        added: list[Added] = []
        edits: list[Edit] = []
        tagged = False
        with self._database.write() as connection:
            for number, one in enumerate(self._prepared):
                standing = _standing(connection, one)
                if standing.same is not None:
                    self._drop(number)
                    edits += _welcome_back(connection, standing.same, one)
                    added.append(Added(standing.same, known=True))
                    continue
                id = self._insert(connection, number)
                tagged |= bool(tagging.put_on(connection, [id], one.tags))
                added.append(Added(id, known=False, differs=standing.other))
            new = [one.id for one in added if not one.known]
            changelog.log(connection, "added", new)
            for edit in edits:
                changelog.log(connection, editing.kind(edit), [edit.clipping])
            left = intake.leave(connection, [one.addition.intake for one in self._prepared if one.addition.intake])
            touched = [*new, *(edit.clipping for edit in edits)]
            changes = changelog.changes(
                connection, touched, added=new, tags=tagged or bool(edits), intake=left, edits=edits
            )
        return tuple(added), changes

    def write_again(self, clipping: int) -> Changes:
        """Write a new capture and article of a clipping, the current one from now on; a clipping gone is unknown."""
        one = self._prepared[0]
        with self._database.write() as connection:
            if tagging.absent(connection, [clipping]):
                self._drop(0)
                return changelog.changes(connection, unknown=[clipping])
            current = articles.current(connection, clipping)
            attached = self._attach(connection, clipping, 0)
            if current is None or not articles.is_less(one.article, current):
                _make_current(connection, clipping, attached)
                remembering.learn(connection, clipping, one.article.lines)
            articles.relist(connection, clipping)
            changelog.log(connection, "text", [clipping])
            edits = tagging.put_on(connection, [clipping], one.tags)
            changelog.log(connection, "tags", {edit.clipping for edit in edits})
            left = intake.leave(connection, [one.addition.intake] if one.addition.intake else [])
            return changelog.changes(connection, [clipping], tags=bool(edits), intake=left, edits=edits)

    def _drop(self, number: int) -> None:
        packed = self._packed.get(number)
        if packed is not None:
            self.unneeded.append(packed.place)

    def _insert(self, connection: sqlite3.Connection, number: int) -> int:
        one = self._prepared[number]
        moment = records.now() if one.addition.added is None else _moment(one.addition.added)
        url = None if one.addition.url is None else records.clean(one.addition.url)
        inserted = connection.execute(
            "INSERT INTO clippings (uuid, url, key, added, title, site, authors, date, language, excerpt, words, flags,"
            " sort_day) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                str(uuid.uuid4()),
                url,
                one.key,
                moment,
                *articles.list_values(overlay.listed(one.article, moment)),
            ),
        )
        id = int(inserted.lastrowid or 0)
        _make_current(connection, id, self._attach(connection, id, number))
        remembering.learn(connection, id, one.article.lines)
        return id

    def _attach(self, connection: sqlite3.Connection, clipping: int, number: int) -> tuple[int, str | None]:
        """Give a clipping a capture with its article and pictures; give the article's id and the lead picture."""
        one, capture = self._prepared[number], None
        packed = self._packed.get(number) or _pack(one)  # what was known a moment ago may be gone from the trash since
        self._make_sure(connection, one, packed)
        if one.addition.page is not None and packed is not None:
            capture = captures.insert(connection, one.addition.page, packed=packed, clipping=clipping)
        article = articles.insert(connection, one.article, clipping=clipping, capture=capture)
        for sha256, picture in _pictures(one):
            pictures.keep(connection, picture, sha256=sha256, clipping=clipping, capture=capture)
        kept = {pictures.address(picture.url): sha256 for sha256, picture in _pictures(one)}
        return article, articles.lead(one.article, kept)

    def _make_sure(self, connection: sqlite3.Connection, one: _Prepared, packed: Packed | None) -> None:
        """See that the files are there: the sweep removes files under this same lock, so they stay from here on."""
        wanted = {} if packed is None else {packed.place: packed.data}
        named = _named(connection, one.kept)
        for sha256, picture in _pictures(one):
            wanted[named.get(sha256) or pictures.place_of(sha256, picture.media_type)] = picture.body
        missing = {place: data for place, data in wanted.items() if not (self._database.folder / place).exists()}
        if missing:
            batch = files.Batch(self._database.folder)
            for place, data in missing.items():
                batch.write(place, data)
            batch.flush()


def _make_current(connection: sqlite3.Connection, clipping: int, attached: tuple[int, str | None]) -> None:
    connection.execute("UPDATE clippings SET article = ?, picture = ? WHERE id = ?", (*attached, clipping))


def _prepare(addition: Addition) -> _Prepared:
    article = articles.cleaned(addition.article)
    return _Prepared(
        addition=addition,
        article=article,
        key=None if addition.key is None else records.clean(addition.key),
        tags=tuple(tagging.tidy(tag) for tag in addition.tags),
        title=article.metadata.title.value or "",
        sha256=pictures.digest(article.text.encode()),
        page_sha256=None if addition.page is None else pictures.digest(addition.page.body),
        kept=tuple(pictures.digest(picture.body) for picture in addition.pictures),
    )


def _pack(one: _Prepared) -> Packed | None:
    page = one.addition.page
    return None if page is None else captures.packed(page, one.addition.pictures)


def _pictures(one: _Prepared) -> list[tuple[str, Picture]]:
    return list(zip(one.kept, one.addition.pictures, strict=True))


def _named(connection: sqlite3.Connection, sha256s: Sequence[str] | Mapping[str, Picture]) -> dict[str, str]:
    """Give the places of those pictures that a row names."""
    query = "SELECT sha256, place FROM pictures WHERE sha256 IN (SELECT value FROM json_each(?))"
    return dict(connection.execute(query, (records.to_json(list(sha256s)),)).fetchall())


def _standing(connection: sqlite3.Connection, one: _Prepared) -> _Standing:
    """Look for clippings with the same address.

    Without an address, title and text say what is the same; without a text, too, the page.
    """
    if one.key is None:
        condition, value = "c.key IS NULL AND a.sha256 = ?", one.sha256
    else:
        condition, value = "c.key = ?", one.key
    rows = connection.execute(
        "SELECT c.id, c.trashed_at IS NOT NULL, a.sha256, json_extract(a.metadata, '$.title[0]'), p.sha256"
        " FROM clippings c JOIN articles a ON a.clipping = c.id LEFT JOIN captures p ON p.id = a.capture"
        f" WHERE {condition} ORDER BY c.trashed_at IS NOT NULL, c.id DESC",
        (value,),
    ).fetchall()
    other = False
    for id, trashed, sha256, title, page_sha256 in rows:
        same = sha256 == one.sha256 and (title or "") == one.title
        if same and (one.key is not None or one.article.text or page_sha256 == one.page_sha256):
            return _Standing(same=id)
        other |= not trashed and one.key is not None
    return _Standing(other=other)


def _welcome_back(connection: sqlite3.Connection, clipping: int, one: _Prepared) -> list[Edit]:
    return editing.set_state(connection, [clipping], field="trashed", on=False) + tagging.put_on(
        connection, [clipping], one.tags
    )


def _moment(text: str) -> str:
    return records.moment(datetime.fromisoformat(text))
