"""Passages that the user edited -> the HTML of a body. What nobody touched stays what it was, to the byte.

What is written here anew is made of escaped text, a few marks and addresses of the web: it needs no cleaning.
"""

import re
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from clipper.extraction.cutting import MARKS, Container, Cut, Cuts
from clipper.passages import Edited, Run

_SAFE_LINK = re.compile(r"(?:https?://|mailto:)[^\x00-\x20]", re.IGNORECASE)
_FRESH = 1_000_000_000  # numbers of containers that are made here begin so high that no page has as many


def join(cuts: Cuts, edited: Sequence[Edited]) -> str:
    """Give the HTML. edited: in their new order; each passage is left as it is or changed at most once."""
    return "".join(_Joiner(cuts).all(edited)).strip()


class _Joiner:
    """The state of one walk through the edited passages."""

    def __init__(self, cuts: Cuts) -> None:
        self._cuts = cuts
        self._opened: tuple[Container, ...] = ()
        self._numbers = _FRESH
        self._bare_in: Container | None = None  # what stands last in this has no element of its own
        self._shown: Cut | None = None  # the picture that was written last, for its caption

    def all(self, edited: Sequence[Edited]) -> Iterator[str]:
        for unit, group in groupby(edited, self._unit):
            some = list(group)
            if unit is not None and self._is_whole(unit, some):
                yield from self._move(())
                yield self._cuts.html[self._cuts.units[unit] : self._cuts.units[unit + 1]]
            else:
                for one in some:
                    yield from self._write(one)
        yield from self._move(())

    def _cut(self, one: Edited) -> Cut | None:
        return None if one.origin is None else self._cuts.cuts[one.origin]

    def _unit(self, one: Edited) -> int | None:
        cut = self._cut(one)
        return None if cut is None or (one.fresh and not cut.path) else cut.unit

    def _is_whole(self, unit: int, some: Sequence[Edited]) -> bool:
        """Tell whether all of an element is there as it was."""
        those = [number for number, cut in enumerate(self._cuts.cuts) if cut.unit == unit]
        return [one.origin for one in some] == those and all(is_as_it_was(self._cuts, one) for one in some)

    def _write(self, one: Edited) -> Iterator[str]:
        cut = self._cut(one)
        orphan = cut is not None and cut.passage.kind == "caption" and not self._has_picture(cut)
        if cut is None or one.fresh or one.kind != cut.passage.kind or orphan:
            yield from self._write_fresh(one, cut)
            return
        yield from self._move(cut.path)
        if one.runs is None:
            html = self._cuts.html[cut.start : cut.end]
        else:
            html = inline(one.runs, code=cut.element == "pre")
            html = f"<{cut.element}>{html}</{cut.element}>" if cut.element else html
        yield self._beside(html, bare=not cut.element)
        self._shown = cut if cut.passage.kind == "picture" else None

    def _write_fresh(self, one: Edited, cut: Cut | None) -> Iterator[str]:
        runs = one.runs if one.runs is not None or cut is None else cut.passage.runs
        path = self._place(one, cut)
        bare = path != self._opened and path[-1:] != () and path[-1][0] == "li"
        yield from self._move(path)
        name = f"h{min(6, max(2, one.level))}" if one.kind == "heading" else "pre" if one.kind == "code" else "p"
        html = inline(runs or (), code=name == "pre")
        yield self._beside(html if bare else f"<{name}>{html}</{name}>", bare=bare)
        self._shown = None

    def _place(self, one: Edited, cut: Cut | None) -> tuple[Container, ...]:
        """Give the containers for what is written anew."""
        path = () if cut is None else _without_figure(cut.path)
        if one.kind == "item":
            around = _up_to(path, ("ul", "ol")) or _up_to(self._opened, ("ul", "ol")) or (self._fresh("ul"),)
            return (*around, self._fresh("li"))
        if one.kind == "quote":
            return (
                _up_to(path, ("blockquote",)) or _up_to(self._opened, ("blockquote",)) or (self._fresh("blockquote"),)
            )
        same = cut is not None and one.kind == cut.passage.kind
        return path if same else ()

    def _fresh(self, name: str) -> Container:
        self._numbers += 1
        return name, self._numbers

    def _has_picture(self, cut: Cut) -> bool:
        figure = next((part for part in reversed(cut.path) if part[0] == "figure"), None)
        return figure is None or (self._shown is not None and figure in self._shown.path)

    def _beside(self, html: str, *, bare: bool) -> str:
        """Keep two texts apart that stand bare in one container."""
        inside = self._opened[-1] if self._opened else None
        if bare and inside is not None and inside == self._bare_in:
            html, bare = f"<p>{html}</p>", False
        self._bare_in = inside if bare else None
        return html if self._opened and bare else html + "\n" if not self._in_figure() else html

    def _in_figure(self) -> bool:
        return any(name == "figure" for name, _ in self._opened)

    def _move(self, wanted: tuple[Container, ...]) -> Iterator[str]:
        """Close and open containers until those wanted are open."""
        common = 0
        while common < min(len(self._opened), len(wanted)) and self._opened[common] == wanted[common]:
            common += 1
        if (common, common) != (len(self._opened), len(wanted)):
            self._bare_in = None
        for name, _ in reversed(self._opened[common:]):
            yield f"</{name}>" if name == "figcaption" else f"</{name}>\n"
        for name, _ in wanted[common:]:
            yield f"<{name}>"
        self._opened = wanted


def is_as_it_was(cuts: Cuts, one: Edited) -> bool:
    """Tell whether an edited passage is one of the body's own, untouched."""
    return (
        one.runs is None and not one.fresh and one.origin is not None and one.kind == cuts.cuts[one.origin].passage.kind
    )


def inline(runs: Sequence[Run], *, code: bool = False) -> str:
    """Give the HTML of runs: escaped text, marks that are known, links to the web. code: lines end as they do there."""
    out = []
    for href, group in groupby(runs, lambda run: run.href):
        html = "".join(_marked(run, "\n" if code else "<br>") for run in group)
        out.append(f'<a href="{escape(href)}">{html}</a>' if _SAFE_LINK.match(href) else html)
    return "".join(out)


def _marked(run: Run, line_end: str) -> str:
    html = escape(run.text, quote=False).replace("\n", line_end)
    for mark in reversed([mark for mark in run.marks if mark in MARKS]):
        html = f"<{mark}>{html}</{mark}>"
    return html


def _up_to(path: Sequence[Container], names: Sequence[str]) -> tuple[Container, ...]:
    """Give a path as far as the innermost container of such a name; () where there is none."""
    last = max((place for place, part in enumerate(path) if part[0] in names), default=-1)
    return tuple(path[: last + 1])


def _without_figure(path: Sequence[Container]) -> tuple[Container, ...]:
    place = next((place for place, part in enumerate(path) if part[0] == "figure"), len(path))
    return tuple(path[:place])
