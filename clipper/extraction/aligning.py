"""A candidate's lines -> the blocks of the page that they came from.

Extractors give text without its place. With the place, pictures, links and what stands around are ours to use, and
several candidates can be compared block by block.
"""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from clipper.extraction.blocks import Block
from clipper.lines import folded

_TELLING = 24
_COVERED = 0.6
_PART = 12
_FEW = 50
_FAR = 12  # blocks between a short line and the nearest sure one; farther away it is likelier a menu


def key(text: str) -> str:
    """Give the letters and digits of a text alone: extractors differ in white space and marks."""
    return folded(text)


def align(lines: Iterable[str], blocks: Sequence[Block]) -> tuple[frozenset[int], float]:
    """Give the numbers of the blocks that the lines came from, and which share of the lines was found in them.

    A text that stands twice on the page is taken where the rest of the candidate stands.
    """
    wanted = [name for name in map(key, lines) if name]
    if not wanted:
        return frozenset(), 1.0
    keys = [key(block.text) if block.kind != "picture" else "" for block in blocks]
    counts = Counter(wanted)
    places: defaultdict[str, list[int]] = defaultdict(list)
    for number, name in enumerate(keys):
        if name in counts:
            places[name].append(number)
    # What is no block as it stands was cut or joined by the extractor. Only there may a block be a part of a line:
    # elsewhere it is a pull quote or a caption that repeats the text.
    rest = "".join(name for name in wanted if name not in places)
    if rest:
        for number, name in enumerate(keys):
            if name and name not in counts and len(name) >= _PART and _stands_in(name, rest):
                places[name].append(number)
    sure = sorted(found[0] for name, found in places.items() if len(found) == 1 and _tells(name))
    chosen = set(sure)
    chosen |= _in_order(wanted, places, sure)
    for name in places.keys() - counts.keys():
        chosen.update(places[name] if len(places[name]) == 1 else _nearest(places[name], sure, 1))
    return frozenset(chosen), min(1.0, sum(len(keys[number]) for number in chosen) / sum(map(len, wanted)))


def _in_order(wanted: Sequence[str], places: Mapping[str, list[int]], sure: list[int]) -> set[int]:
    """Give the blocks of lines that stand in several places, or are too short to be sure: between their neighbours."""
    certain = set(sure)
    free = {name: list(found) for name, found in places.items() if found[0] not in certain or len(found) > 1}
    chosen: set[int] = set()
    last = -1
    for name in wanted:
        if name not in free:
            last = places[name][0] if name in places else last
            continue
        found = free[name]
        behind = bisect_right(found, last)
        if last >= 0 and behind < len(found) and _distance(found[behind], sure) <= _FAR:
            last = found[behind]
            chosen.add(found.pop(behind))
        elif found:
            # Of a text that stands on the page a thousand times any one will do: the search for the nearest is bounded.
            number = _nearest(found[:_FEW], sure, 1)[0]
            found.remove(number)
            chosen.add(number)
    return chosen


def _tells(name: str) -> bool:
    """Tell whether a text is long enough that it hardly stands in a menu, too. In Han and kana a sign says more."""
    return len(name) >= (_TELLING if name[0] < "\u2e80" else _TELLING // 3)


def _nearest(found: list[int], sure: list[int], often: int) -> list[int]:
    return sorted(found, key=lambda number: _distance(number, sure))[:often]


def _distance(number: int, sure: list[int]) -> int:
    if not sure:
        return 0
    place = bisect_left(sure, number)
    return min(abs(number - other) for other in sure[max(0, place - 1) : place + 1])


def _stands_in(name: str, whole: str) -> bool:
    """Tell whether a block is in the rest, whole or but for what was left out within it (a link, a note)."""
    if name in whole:
        return True
    parts = [name[start : start + _PART] for start in range(0, len(name) - _PART + 1, _PART)]
    return sum(part in whole for part in parts) >= _COVERED * len(parts)
