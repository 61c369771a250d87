"""How to get from one list of ids to another by removing and inserting rows, so that a selection survives. Pure."""

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Remove:
    """Take rows first to last (both included) away."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Insert:
    """Put ids in before row at."""

    at: int
    ids: tuple[int, ...]


Change = Remove | Insert

# A model tells its views of every run; past this many a reset is quicker and the eye sees a new list anyway.
MOST_RUNS = 60


def difference(old: Sequence[int], new: Sequence[int]) -> tuple[Change, ...] | None:
    """Give the changes that make new of old, to be applied in order; None: too different, or in another order."""
    wanted, there = set(new), set(old)
    if [id for id in old if id in wanted] != [id for id in new if id in there]:
        return None
    gone = runs(place for place, id in enumerate(old) if id not in wanted)
    come = runs(place for place, id in enumerate(new) if id not in there)
    changes: list[Change] = [Remove(first, last) for first, last in reversed(gone)]
    changes += [Insert(first, tuple(new[first : last + 1])) for first, last in come]
    return tuple(changes) if len(changes) <= MOST_RUNS else None


def staying(old: Sequence[int], new: Sequence[int], kept: Set[int]) -> tuple[int, ...]:
    """Give new with those of kept that old has and new lacks, each behind the row it stood behind."""
    there = set(new)
    if not kept - there:
        return tuple(new)
    after: dict[int | None, list[int]] = {}
    before: int | None = None
    for id in old:
        if id in there:
            before = id
        elif id in kept:
            after.setdefault(before, []).append(id)
    merged = after.get(None, [])
    for id in new:
        merged += (id, *after.get(id, ()))
    return tuple(merged)


def runs(places: Iterable[int]) -> list[tuple[int, int]]:
    """Join rising numbers into runs, first and last included."""
    found: list[tuple[int, int]] = []
    for place in places:
        if found and place == found[-1][1] + 1:
            found[-1] = (found[-1][0], place)
        else:
            found.append((place, place))
    return found
