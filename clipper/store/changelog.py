"""The change log: numbers that only grow, read by the index and by every open window."""

from dataclasses import dataclass
from typing import Literal

from clipper.model import Changes

Kind = Literal["added", "text", "tags", "state", "trashed", "restored", "deleted", "intake"]


@dataclass(frozen=True, slots=True)
class LogRow:
    """One change. kind "text": title, text or other indexed metadata are others than before."""

    number: int
    clipping: int
    kind: Kind


@dataclass(frozen=True, slots=True)
class ToIndex:
    """What an index that stands at some number has to take in next.

    position: the number it has reached after these rows. complete: nothing is missing before these rows; False: the
    log was pruned further, or is shorter than the number asked for (a copy was put back), and the index must be
    rebuilt.
    """

    rows: tuple[LogRow, ...]
    position: int
    complete: bool


class ChangeLog:
    """Append-only, prunable from below. After each commit the file `changed` in the library folder is touched."""

    def position(self) -> int:
        """Give the number of the last change; 0 for a library nothing was written to."""
        raise NotImplementedError

    def since(self, position: int) -> Changes:
        """Give what changed after a number as one Changes (without edits); its position is where the reader stands."""
        raise NotImplementedError

    def to_index(self, position: int, *, limit: int = 500) -> ToIndex:
        """Give the next changes that concern an index: added, text, trashed, restored, deleted."""
        raise NotImplementedError

    def behind(self, position: int) -> int:
        """Count the changes that concern an index after a number."""
        raise NotImplementedError

    def prune(self, below: int) -> None:
        """Drop rows with a smaller number. Numbers are not used again."""
        raise NotImplementedError
