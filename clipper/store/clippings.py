"""Clippings: add, list, trash, restore, read, starred, note."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from clipper.answers import Overview
from clipper.model import Article, Changes, Clipping, Document, Edit, Page, Picture, Sort, View


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


class Clippings:
    """The rows of the library."""

    def add(self, additions: Sequence[Addition]) -> tuple[tuple[Added, ...], Changes]:
        """Write clippings in one transaction: clipping, capture, article, pictures, tags, change log, intake row gone.

        Files (WARC, pictures) are written beside and flushed before the transaction names them. Where a clipping with
        the same key, title and text is there, its id is given, tags handed in are put on it and it leaves the trash;
        where the key is there but title or text differ, both are kept.
        """
        raise NotImplementedError

    def recapture(self, clipping: int, addition: Addition) -> Changes:
        """Give a clipping a new capture and current article; the old ones stay."""
        raise NotImplementedError

    def known(self, keys: Sequence[str]) -> Mapping[str, int]:
        """Give the newest clipping outside the trash (else in it) for each canonical address that is there."""
        raise NotImplementedError

    def rows(self, ids: Sequence[int]) -> tuple[Clipping, ...]:
        """Give clippings in the order asked for; unknown ids are left out."""
        raise NotImplementedError

    def ids(self, view: View, *, tag: str | None = None, sort: Sort = "newest") -> tuple[int, ...]:
        """Give the ids of a view in order. tag: only those that bear it or a tag below it."""
        raise NotImplementedError

    def overview(self) -> Overview:
        """Count views and tags."""
        raise NotImplementedError

    def document(self, id: int) -> Document:
        """Give a clipping with its current article, corrections laid over, its captures and pictures. NotFoundError."""
        raise NotImplementedError

    def trash(self, ids: Sequence[int]) -> Changes:
        """Move clippings to the trash. Unknown ids are in Changes.unknown (so in all methods below)."""
        raise NotImplementedError

    def restore(self, ids: Sequence[int]) -> Changes:
        """Take clippings out of the trash."""
        raise NotImplementedError

    def empty_trash(self) -> Changes:
        """Delete all that is in the trash, with captures and pictures nothing else names. Cannot be undone."""
        raise NotImplementedError

    def set_read(self, ids: Sequence[int], read: bool) -> Changes:
        """Mark clippings read or unread."""
        raise NotImplementedError

    def set_starred(self, ids: Sequence[int], starred: bool) -> Changes:
        """Star clippings or take the star away."""
        raise NotImplementedError

    def set_note(self, id: int, note: str) -> Changes:
        """Write the note on a clipping; "" takes it away."""
        raise NotImplementedError

    def apply(self, edits: Sequence[Edit]) -> Changes:
        """Apply edits (undo gives them reversed): each only where the clipping still is as edit.before says."""
        raise NotImplementedError
