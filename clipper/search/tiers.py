"""Which segments are merged next: those of like size, once too many have come together. Pure."""

from collections.abc import Sequence
from typing import Protocol, TypeVar

MOST_MERGED = 262_144  # documents in a merged segment; a word's list of documents in it is read in a few milliseconds
_TIERS = (64, 256, 1024, 4096, 16_384, 65_536, MOST_MERGED)  # documents
_FULL = 4  # segments of one tier


class Sized(Protocol):
    """What a segment says of its size."""

    def doc_count_all(self) -> int: ...
    def deleted_count(self) -> int: ...


S = TypeVar("S", bound=Sized)


def due(segments: Sequence[S]) -> list[S]:
    """Give the segments to merge into one: one that is half deleted, or the smallest tier that is full.

    So a document is written about as many times as there are tiers below its own, and segments stay few: three a tier.
    """
    for segment in segments:
        if segment.deleted_count() * 2 > segment.doc_count_all():
            return [segment]
    lower = 0
    for limit in _TIERS:
        tier = sorted((segment for segment in segments if lower <= _live(segment) < limit), key=_live)
        lower = limit
        if len(tier) < _FULL:
            continue
        while sum(map(_live, tier)) > MOST_MERGED:
            tier.pop()
        if len(tier) > _FULL // 2:
            return tier
    return []


def _live(segment: Sized) -> int:
    return segment.doc_count_all() - segment.deleted_count()
