"""The tables of the benchmarks of search: figures, each with how many times tantivy's it is."""

import statistics
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from benchmarks.search_corpus import Question

Spent = Mapping[int, tuple[float, float]]
"""What the questions took, by their numbers: ms of CPU, ms by the wall clock."""
MEASURE = "tantivy"
_TYPED = ("prefix of 1", "prefix of 2", "prefix of 3")


@dataclass(slots=True)
class Filled:
    """What an engine costs besides its answers. more: one document more until found, ms of CPU and of the clock."""

    cpu_s: float
    wall_s: float
    peak_mb: float
    bytes: int
    open_ms: float = 0.0
    resident_mb: float = 0.0
    own_mb: float = 0.0
    more: list[tuple[float, ...]] = field(default_factory=list)


def print_filled(filled: Mapping[str, Filled], snippets: Mapping[str, Sequence[tuple[float, ...]]], size: int) -> None:
    """Print the costs of each engine: one row for each figure."""
    rows: dict[str, Callable[[str], float | None]] = {
        "index, s of CPU": lambda name: filled[name].cpu_s,
        "index, s": lambda name: filled[name].wall_s,
        "most memory while indexing, MB": lambda name: filled[name].peak_mb,
        "index size / text size": lambda name: filled[name].bytes / size if name != "library" else None,
        "opened in ms": lambda name: filled[name].open_ms,
        "resident when open, MB": lambda name: filled[name].resident_mb,
        "  of it not of files, MB": lambda name: filled[name].own_mb,
        "one more until found, p50 ms": lambda name: share([one[1] for one in filled[name].more], 0.5),
        "one more until found, p95 ms": lambda name: share([one[1] for one in filled[name].more], 0.95),
        "  CPU, p50 ms": lambda name: share([one[0] for one in filled[name].more], 0.5),
        "  CPU, p95 ms": lambda name: share([one[0] for one in filled[name].more], 0.95),
        "20 snippets, p50 ms of CPU": lambda name: share([one[0] for one in snippets[name]], 0.5),
        "20 snippets, p95 ms of CPU": lambda name: share([one[0] for one in snippets[name]], 0.95),
    }
    print(f"\n{'':34}" + "".join(f"{name:>15}" for name in filled))
    for title, figure in rows.items():
        measure = figure(MEASURE) if MEASURE in filled else None
        cells = [_cell(name, figure(name), measure) for name in filled]
        print(f"{title:34}" + "".join(f"{cell:>15}" for cell in cells))
    print()


def print_kinds(title: str, asked: Sequence[Question], spent: Mapping[str, Mapping[int, float]]) -> None:
    """Print p50, p95 and maximum of each kind of question. spent: ms for each column, by the number of the question.

    Ratios are over the questions that both engines know.
    """
    kinds: dict[str, tuple[str, ...]] = {kind: (kind,) for kind in dict.fromkeys(question.kind for question in asked)}
    kinds["prefix of 1 to 3"] = _TYPED
    kinds["all"] = tuple(kind for kind in kinds if kind != "prefix of 1 to 3")
    rows = {
        kind: [_three(name, spent, {at for at, one in enumerate(asked) if one.kind in members}) for name in spent]
        for kind, members in kinds.items()
    }
    widths = [max(map(len, column)) + 3 for column in zip(spent, *rows.values(), strict=True)]
    for kind, cells in {title: list(spent), **rows}.items():
        print(f"{kind:24}" + "".join(f"{cell:>{width}}" for cell, width in zip(cells, widths, strict=True)))
    print()


def print_slowest(asked: Sequence[Question], spent: Mapping[str, Spent]) -> None:
    """Print which questions took ours the longest: five, of the engine and of the library."""
    for name in ("ours", "library", "library, facets"):
        slow = sorted(spent.get(name, {}).items(), key=lambda item: -item[1][0])[:5]
        print(f"slowest of {name}: " + ", ".join(f"{asked[at].texts['ours']} {number(ms[0])}" for at, ms in slow))
    print()


def print_totals(asked: Sequence[Question], found: Mapping[str, Mapping[int, int]]) -> None:
    """Print how many documents the questions of a kind find, on average: engines should not differ wildly."""
    print(f"{'documents found':20}" + "".join(f"{name:>12}" for name in found))
    for kind in dict.fromkeys(question.kind for question in asked):
        numbers = [number for number, question in enumerate(asked) if question.kind == kind]
        totals = [[of[number] for number in numbers if number in of] for of in found.values()]
        cells = [f"{statistics.mean(some):.1f}" if some else "-" for some in totals]
        print(f"{kind:20}" + "".join(f"{cell:>12}" for cell in cells))


def print_aims(
    count: int,
    filled: Mapping[str, Filled],
    snippets: Sequence[tuple[float, ...]],
    size: int,
    asked: Sequence[Question],
    spent: Mapping[str, Spent],
) -> None:
    """Print what was promised for 100,000 and for 1,000,000 documents, and what we have: (most, better still)."""
    ours = filled["ours"]
    of = {name: [one[0] for one in by.values()] for name, by in spent.items()}
    typed = [one[0] for at, one in spent["ours"].items() if asked[at].kind in _TYPED]
    p50, p95, most = (share(of["ours"], part) for part in (0.5, 0.95, 1.0))
    theirs = [share(of.get(MEASURE, ()), part) for part in (0.5, 0.95, 1.0)]
    found = share([one[1] for one in spent.get("library, facets", {}).values()], 0.95)
    hundred: dict[str, tuple[float | None, float | None, float | None]] = {
        "p50, ms of CPU": (p50, None, theirs[0]),
        "p95, ms of CPU": (p95, theirs[1], theirs[1]),
        "max, ms of CPU": (most, theirs[2] / 2 if theirs[2] else None, None),
        "1 to 3 letters, p95": (share(typed, 0.95), 15, 5),
        "20 snippets, p50": (share([one[0] for one in snippets], 0.5), 4, 1.5),
        "index, s of CPU": (ours.cpu_s, 50, filled[MEASURE].cpu_s if MEASURE in filled else 26),
        "most memory, MB": (ours.peak_mb, 200, 120),
        "resident, MB": (ours.resident_mb, 80, 40),
        "one more, p95 ms": (share([one[1] for one in ours.more], 0.95), 20, 8),
        "index / text size": (ours.bytes / size, 1.3, 1.0),
        "find + facets, p95 ms": (found, 40, None),
    }
    million = {"p95": (p95, 60, None), "max": (most, 300, None), "opened in ms": (ours.open_ms, 1000, None)}
    print(f"{'aims':24}{'ours':>10}{'at most':>10}{'better':>10}")
    for title, figures in (hundred if count < 1_000_000 else million).items():
        verdict = "" if figures[0] is None or figures[1] is None or figures[0] <= figures[1] else "   missed"
        print(f"{title:24}" + "".join(f"{'-' if one is None else number(one):>10}" for one in figures) + verdict)


def share(values: Sequence[float], part: float) -> float | None:
    """Give the value below which that part of the values lies; None for no values."""
    return sorted(values)[round(part * (len(values) - 1))] if values else None


def number(value: float) -> str:
    """Write a figure with two or three digits that matter."""
    if value >= 100:
        return f"{value:.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def _three(name: str, spent: Mapping[str, Mapping[int, float]], numbers: set[int]) -> str:
    own = [spent[name][at] for at in numbers if at in spent[name]]
    both = [at for at in numbers if at in spent[name] and at in spent.get(MEASURE, {})]
    cells = []
    for part in (0.5, 0.95, 1.0):
        figure = share(own, part)
        mine, theirs = share([spent[name][at] for at in both], part), share([spent[MEASURE][at] for at in both], part)
        if figure is not None:
            cells.append(number(figure) + (_ratio(mine, theirs) if name != MEASURE else ""))
    return " / ".join(cells) or "-"


def _cell(name: str, figure: float | None, measure: float | None) -> str:
    if figure is None:
        return "-"
    return number(figure) + (_ratio(figure, measure) if name not in (MEASURE, "library") else "")


def _ratio(figure: float | None, measure: float | None) -> str:
    if figure is None or not measure:
        return ""
    times = figure / measure
    return f"×{times:.0f}" if times >= 10 else f"×{times:.1f}" if times >= 1 else f"×{times:.2f}"
