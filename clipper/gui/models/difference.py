"""How to get from one list of ids to another by removing and inserting rows, so that a selection survives. Pure."""

from collections.abc import Sequence
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
    changes: list[Change] = [Remove(first, last) for first, last in reversed(_runs([id not in wanted for id in old]))]
    changes += [Insert(first, tuple(new[first : last + 1])) for first, last in _runs([id not in there for id in new])]
    return tuple(changes) if len(changes) <= MOST_RUNS else None


def _runs(marked: Sequence[bool]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    start = None
    for place, mark in enumerate(marked):
        if mark and start is None:
            start = place
        elif not mark and start is not None:
            runs.append((start, place - 1))
            start = None
    if start is not None:
        runs.append((start, len(marked) - 1))
    return runs
