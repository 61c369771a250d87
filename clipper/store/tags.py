"""Tags: put on, take off, rename, merge, delete, complete, count. Unique under NFC and casefold; "/" is a level."""

from collections.abc import Sequence

from clipper.answers import TagCount
from clipper.model import Changes


def tidy(name: str) -> str:
    """Give a tag's name as it is kept: NFC, white space collapsed, no empty levels ("a / b//" -> "a/b").

    Raise LibraryError("invalid", "tag") for control characters, nothing, or more than 200 characters.
    """
    raise NotImplementedError


class Tags:
    """The tags of the library. A tag lives as long as a clipping (also one in the trash) bears it."""

    def add(self, ids: Sequence[int], names: Sequence[str]) -> Changes:
        """Put tags on clippings. A tag that is there in another spelling keeps its first one."""
        raise NotImplementedError

    def remove(self, ids: Sequence[int], names: Sequence[str]) -> Changes:
        """Take tags off clippings; exactly these, not those below. A tag they do not bear is passed over."""
        raise NotImplementedError

    def rename(self, old: str, new: str) -> Changes:
        """Rename a tag, and with it those below ("a/b" follows "a"). Onto an existing one: joins it. NotFoundError."""
        raise NotImplementedError

    def merge(self, names: Sequence[str], into: str) -> Changes:
        """Rename several tags onto one (which need not be there yet). NotFoundError where none of names is there."""
        raise NotImplementedError

    def delete(self, name: str) -> Changes:
        """Take a tag, and those below it, off all clippings, also those in the trash. NotFoundError."""
        raise NotImplementedError

    def names(self, prefix: str = "", *, limit: int = 20) -> tuple[str, ...]:
        """Give tags that begin with prefix (or have a level that does), the most used first."""
        raise NotImplementedError

    def counts(self) -> tuple[TagCount, ...]:
        """Give tags on clippings outside the trash, in order of name; levels above them are there, too."""
        raise NotImplementedError

    def ids(self, name: str) -> frozenset[int]:
        """Give the clippings (also those in the trash) that bear a tag or one below it; none for an unknown tag."""
        raise NotImplementedError
