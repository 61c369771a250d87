"""The HTML of a body -> passages, each with its place in the HTML to the byte. Reads what rendering writes, no more.

Not lxml: what is put together again by joining.py has to be, for passages that nobody touched, the very text it was.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

from clipper.passages import Passage, PassageKind, Run, tidy, words

Container = tuple[str, int]

_TAG = re.compile(r'<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:\s+[a-zA-Z][\w:-]*(?:="[^"]*")?)*)\s*/?>')
_ATTRIBUTE = re.compile(r'([a-zA-Z][\w:-]*)="([^"]*)"')
_SPACE = re.compile(r"[ \t\n\r\f]+")
MARKS = frozenset(("em", "strong", "sub", "sup", "code", "q", "del", "mark", "cite"))
_LEAVES = frozenset(("p", "h2", "h3", "h4", "h5", "h6", "pre"))
_CONTAINERS = frozenset(("ul", "ol", "li", "dl", "dt", "dd", "blockquote", "figure", "figcaption"))
_BARE = frozenset(
    ("li", "dt", "dd", "blockquote", "figcaption")
)  # text may stand in them without an element of its own
_UNSEEN = str.maketrans("", "", "\ufffc\u2028\u2029\ufdd0\ufdd1\ufffe\uffff\0")  # Qt means something else by these
_TOLD = 80  # characters of a table


@dataclass(frozen=True, slots=True)
class Cut:
    """A passage with its place: html[start:end]. path: containers around it (name, number), outermost first.

    element: the name of its own element, "" for text that stands bare in its container. unit: number of the element at
    the top that it stands in.
    """

    passage: Passage
    start: int
    end: int
    path: tuple[Container, ...]
    element: str
    unit: int


@dataclass(frozen=True, slots=True)
class Cuts:
    """The passages of an HTML in order, and where in it each unit begins; the last begins after all."""

    html: str
    cuts: tuple[Cut, ...]
    units: tuple[int, ...]


class NotOursError(Exception):
    """The HTML has what rendering never writes; cleaned, it has not."""


def cut(html: str) -> Cuts:
    """Cut the HTML of a body into passages. Raise NotOursError."""
    cutter = _Cutter(html)
    for start, end, tag in _tokens(html):
        cutter.take(start, end, tag)
    cutter.finish()
    return Cuts(html, tuple(cutter.cuts), (*cutter.units, len(html)))


def _tokens(html: str) -> Iterator[tuple[int, int, re.Match[str] | None]]:
    """Give the places of tags and of the text between them (None)."""
    at = 0
    while at < len(html):
        if html[at] == "<":
            tag = _TAG.match(html, at)
            if tag is None:
                raise NotOursError
            yield at, tag.end(), tag
            at = tag.end()
        else:
            end = html.find("<", at)
            end = len(html) if end < 0 else end
            yield at, end, None
            at = end


@dataclass(slots=True)
class _Cutter:
    """The state of one walk through an HTML."""

    html: str
    cuts: list[Cut] = field(default_factory=list)
    units: list[int] = field(default_factory=list)
    _path: list[Container] = field(default_factory=list)
    _numbers: int = 0
    _leaf: str | None = None  # "": bare
    _start: int = 0
    _end: int = 0
    _runs: list[Run] = field(default_factory=list)
    _marks: list[tuple[str, str]] = field(default_factory=list)  # open inline elements: name, address of a link
    _tables: int = 0
    _begun: set[Container] = field(default_factory=set)  # items whose first passage is there

    def take(self, start: int, end: int, tag: re.Match[str] | None) -> None:
        """Take in a tag, or text."""
        if self._tables:
            self._within_table(start, end, tag)
        elif tag is None:
            self._text(start, end)
        else:
            name, closing = tag[2].lower(), bool(tag[1])
            if name in MARKS or name in ("a", "br"):
                self._inline(start, end, name, tag, closing=closing)
            elif name in _LEAVES:
                self._own(start, end, name, closing=closing)
            elif name in _CONTAINERS:
                self._contain(start, name, closing=closing)
            elif name == "img" and not closing:
                self._picture(start, end, dict(_ATTRIBUTE.findall(tag[3])))
            elif name == "table" and not closing:
                self._close_bare()
                self._begin(start, name)
                self._tables = 1
            else:
                raise NotOursError

    def finish(self) -> None:
        """See that all is closed."""
        self._close_bare()
        if self._path or self._leaf is not None or self._tables:
            raise NotOursError

    def _within_table(self, start: int, end: int, tag: re.Match[str] | None) -> None:
        if tag is None:
            self._runs.append(Run(_SPACE.sub(" ", self._said(start, end))))
        elif tag[2].lower() == "table":
            self._tables += -1 if tag[1] else 1
            if not self._tables:
                told = words(tidy(self._runs))
                self._runs = [Run(told if len(told) <= _TOLD else told[: _TOLD - 1].rstrip() + "…")]
                self._add("table", end)
        elif tag[1] or tag[2].lower() == "br":
            self._runs.append(Run(" "))

    def _text(self, start: int, end: int) -> None:
        said = self._said(start, end)
        if self._leaf is None:
            if not said.strip(" \t\n\r\f"):
                return
            self._begin_bare(start + len(self.html[start:end]) - len(self.html[start:end].lstrip(" \t\n\r\f")))
        self._runs.append(self._run(said if self._leaf == "pre" else _SPACE.sub(" ", said)))
        if said.strip(" \t\n\r\f"):
            self._end = start + len(self.html[start:end].rstrip(" \t\n\r\f"))

    def _inline(self, start: int, end: int, name: str, tag: re.Match[str], *, closing: bool) -> None:
        if self._leaf is None:
            if closing:
                raise NotOursError
            self._begin_bare(start)
        if name == "br":
            self._runs.append(self._run("\n"))
        elif not closing:
            href = unescape(dict(_ATTRIBUTE.findall(tag[3])).get("href", "")) if name == "a" else ""
            self._marks.append((name, href))
        elif not self._marks or self._marks.pop()[0] != name:
            raise NotOursError
        self._end = end

    def _own(self, start: int, end: int, name: str, *, closing: bool) -> None:
        if closing:
            if self._leaf != name or self._marks:
                raise NotOursError
            kind: PassageKind = "code" if name == "pre" else "heading" if name != "p" else self._kind()
            self._add(kind, end, level=int(name[1]) if kind == "heading" else 0)
        else:
            self._close_bare()
            if self._leaf is not None or (self._path and self._path[-1][0] in ("ul", "ol", "dl", "figure")):
                raise NotOursError
            self._begin(start, name)

    def _contain(self, start: int, name: str, *, closing: bool) -> None:
        self._close_bare()
        if self._leaf is not None:
            raise NotOursError
        if not closing:
            self._unit(start)
            self._numbers += 1
            self._path.append((name, self._numbers))
        elif not self._path or self._path.pop()[0] != name:
            raise NotOursError

    def _picture(self, start: int, end: int, attributes: dict[str, str]) -> None:
        self._close_bare()
        if self._leaf is not None:
            raise NotOursError
        self._begin(start, "img")
        self._runs = [Run(unescape(attributes.get("alt", "")))]
        self._add("picture", end, url=unescape(attributes.get("src", "")))

    def _said(self, start: int, end: int) -> str:
        return unescape(self.html[start:end]).translate(_UNSEEN)

    def _run(self, text: str) -> Run:
        marks = tuple(sorted({name for name, _ in self._marks if name != "a"}))
        return Run(text, marks, next((href for name, href in reversed(self._marks) if name == "a"), ""))

    def _kind(self) -> PassageKind:
        for container in reversed(self._path):
            if container[0] == "figcaption":
                return "caption"
            if container[0] == "li":
                return "paragraph" if container in self._begun else "item"
            if container[0] == "blockquote":
                return "quote"
        return "paragraph"

    def _unit(self, start: int) -> None:
        if not self._path:
            self.units.append(start)

    def _begin(self, start: int, name: str) -> None:
        self._unit(start)
        self._leaf, self._start, self._runs = name, start, []

    def _begin_bare(self, start: int) -> None:
        if not self._path or self._path[-1][0] not in _BARE:
            raise NotOursError
        self._begin(start, "")

    def _close_bare(self) -> None:
        if self._leaf == "":
            if self._marks:
                raise NotOursError
            self._add(self._kind(), self._end)

    def _add(self, kind: PassageKind, end: int, *, level: int = 0, url: str = "") -> None:
        runs = tidy(self._runs, code=kind == "code")
        if runs or kind in ("picture", "table"):
            names = [name for name, _ in self._path]
            lists = [name for name in names if name in ("ul", "ol")]
            passage = Passage(
                kind, runs, level, len(lists), lists[-1:] == ["ol"], quoted="blockquote" in names, url=url
            )
            unit = len(self.units) - 1
            self.cuts.append(Cut(passage, self._start, end, tuple(self._path), self._leaf or "", unit))
            self._begun.update(part for part in self._path if part[0] == "li")
        self._leaf, self._runs = None, []
