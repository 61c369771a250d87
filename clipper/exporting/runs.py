"""Paragraphs of runs, gathered from text with its style: the inline half of the tree. Pure."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from clipper.exporting import plain

Block = dict[str, Any]
Run = dict[str, Any]

NO_STYLE: Mapping[str, Any] = {}


@dataclass(slots=True)
class Flow:
    """Takes text, breaks and whole blocks in reading order; gives blocks. A picture inside a paragraph follows it."""

    blocks: list[Block] = field(default_factory=list)
    _runs: list[Run] = field(default_factory=list)
    _waiting: list[Block] = field(default_factory=list)

    def text(self, text: str, style: Mapping[str, Any]) -> None:
        """Add text in a style; white space is collapsed across runs as HTML does."""
        words = plain.breakable(plain.spaced(plain.shaped(text)))
        last = self._runs[-1] if self._runs else None
        if words.startswith(" ") and (last is None or "br" in last or last["t"].endswith(" ")):
            words = words[1:]
        if not words:
            return
        if last is not None and "br" not in last and {key: last[key] for key in last if key != "t"} == style:
            last["t"] += words
        else:
            self._runs.append({**style, "t": words})

    def line_end(self) -> None:
        """Break the line; a second break in a row ends the paragraph, as many pages use it."""
        if self._runs and "br" in self._runs[-1]:
            self.end()
        elif self._runs:
            self._runs.append({"br": True})

    def after(self, block: Block) -> None:
        """Add a block behind the paragraph that is being gathered."""
        self._waiting.append(block)

    def add(self, block: Block) -> None:
        """End the paragraph and add a block."""
        self.end()
        self.blocks.append(block)

    def end(self) -> None:
        """End the paragraph."""
        runs = self.taken()
        if runs:
            self.blocks.append({"kind": "paragraph", "runs": runs})
        self.blocks += self._waiting
        self._waiting = []

    def taken(self) -> list[Run]:
        """Give the runs gathered so far, trimmed, and forget them."""
        runs, self._runs = self._runs, []
        while runs and ("br" in runs[-1] or not runs[-1]["t"].strip()):
            runs.pop()
        if runs:
            runs[-1]["t"] = runs[-1]["t"].rstrip()
        return runs


def words(runs: list[Run]) -> str:
    """Give the plain text of runs."""
    return "".join(run.get("t", "\n") for run in runs)


def every(blocks: Iterable[Block]) -> Iterator[Block]:
    """Give blocks and those in them, in reading order."""
    for block in blocks:
        yield block
        yield from every(block.get("blocks", []))
        for item in block.get("items", []):
            yield from every(item)
