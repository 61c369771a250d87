"""The order of what was found: by relevance, the newest or the oldest first. Pure."""

import numpy as np

from clipper.model import Sort
from clipper.search.columns import Array

_LOW = 0xFFFFFFFF


def ordered(id: Array, day: Array, score: Array, *, sort: Sort, limit: int | None) -> Array:
    """Give the ids of documents in order, the first limit of them. day: YYYYMMDD. score: no less than 0.

    Among equals the newer first, then the higher id; for "oldest" the other way round.
    """
    # What decides is joined in one number, so that numbers alone are sorted: of 100,000 documents found 5 ms in place
    # of 23 (November 2026).
    moments = (day.astype(np.int64) << 32) | id
    if sort in ("newest", "oldest"):
        moments.sort()
        dated: Array = (moments if sort == "oldest" else moments[::-1])[:limit] & _LOW
        return dated
    score = score.astype(np.float32)
    if limit is not None and 0 < limit < len(id) // 4:
        best = np.flatnonzero(score >= np.partition(score, len(score) - limit)[len(score) - limit])
        score, moments = score[best], moments[best]
    by_moment = np.argsort(moments)
    # Floats of 32 bits that are not negative are in the order of their bits.
    keys = (score[by_moment].view(np.uint32).astype(np.int64) << 32) | np.arange(len(moments))
    keys.sort()
    ranked: Array = moments[by_moment[keys[::-1][:limit] & _LOW]] & _LOW
    return ranked
