"""Blocks of a page -> a row of numbers for each, from which weighing.py tells how likely it is the article's.

What a block says (length, links, marks, phrases), where it stands, what the page calls the boxes around it, how much
running text those boxes hold, and what two other voices say: trafilatura, and articleBody of the page's JSON-LD.
A model knows the columns by their numbers alone: after a change here it must be trained again
(benchmarks/extraction_training.py).
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from clipper.extraction.aligning import key
from clipper.extraction.blocks import Block
from clipper.extraction.boxes import Boxes
from clipper.extraction.phrases import CONTROL, TEASER_HEADING, TEASER_LINE

Rows = npt.NDArray[np.float32]
Column = npt.NDArray[np.float32]
Columns = list[npt.NDArray[Any]]

COMMENTS = 0
TAGS = ("p", "li", "div", "td", "blockquote", "dd", "span", "section")
_END = ".!?…\"”“»'’):。！？」"
_QUOTES = re.compile('[“”„«»"「]')
_DIGIT = re.compile(r"\d")
_DATE = re.compile(r"\b\d{1,2}[./]\s?\d{1,2}[./]\s?\d{2,4}|\b\d{4}-\d\d-\d\d|\b\d{1,2}:\d\d\b|\b(?:19|20)\d\d\b")
_ASIAN = "\u2e80"  # from here on scripts have no spaces
_GOOD_WORDS, _GOOD_LINKS = 8, 0.3  # running text
_SAMPLE = 60  # characters looked at for digits and capitals
_FAR = 30  # blocks
_STEPS = (-3, -2, -1, 1, 2, 3)


@dataclass(frozen=True, slots=True)
class Voices:
    """What is said of a page's blocks elsewhere.

    chosen: numbers of the blocks that trafilatura took. linked: of those in the JSON-LD's articleBody.
    """

    chosen: Collection[int]
    linked: Collection[int]
    headline: str
    description: str


@dataclass(frozen=True, slots=True)
class _Page:
    """The blocks that are weighed, and what is known of each (arrays of one length)."""

    blocks: Sequence[Block]
    texts: Sequence[str]
    boxes: Boxes
    hosts: npt.NDArray[np.int64]
    words: Column
    length: Column
    links: Column
    share: Column
    good: Column
    votes: Column
    told: Column


def weighable(blocks: Sequence[Block]) -> list[int]:
    """Give the numbers of the blocks that have rows: all with text."""
    return [number for number, block in enumerate(blocks) if block.text]


def rows(blocks: Sequence[Block], numbers: Sequence[int], voices: Voices) -> Rows:
    """Give a row for each of the numbered blocks, of which there is at least one. Column COMMENTS: among comments."""
    page = _page(blocks, numbers, voices)
    return np.concatenate(
        [
            page.boxes.among_comments(page.hosts)[:, None],
            np.stack([*_said(page, voices), *_placed(page), *_boxed(page)], axis=1, dtype=np.float32, casting="unsafe"),
            page.boxes.named(page.hosts),
            _near(page),
        ],
        axis=1,
    )


def _page(blocks: Sequence[Block], numbers: Sequence[int], voices: Voices) -> _Page:
    some = [blocks[number] for number in numbers]
    texts = [block.text for block in some]
    boxes = Boxes()
    words, length, links = (_column(each) for each in (map(_words, texts), map(len, texts), (b.links for b in some)))
    share = np.minimum(links / length, 1)
    return _Page(
        blocks=some,
        texts=texts,
        boxes=boxes,
        hosts=np.array([boxes.number(block.element) for block in some], dtype=np.int64),
        words=words,
        length=length,
        links=links,
        share=share,
        good=np.where((share < _GOOD_LINKS) & (words >= _GOOD_WORDS), words, 0).astype(np.float32),
        votes=_column(number in voices.chosen for number in numbers),
        told=_column(number in voices.linked for number in numbers),
    )


def _column(values: Iterable[float]) -> Column:
    return np.fromiter(values, dtype=np.float32)


def _words(text: str) -> float:
    """Count words; in scripts without spaces two or three signs are about one."""
    count = text.count(" ") + 1
    return max(count, len(text) / 2.5) if text[0] >= _ASIAN or text[-1] >= _ASIAN else count


def _said(page: _Page, voices: Voices) -> Columns:
    """What the text itself says."""
    texts = page.texts
    title, about = key(voices.headline), key(voices.description)
    seen = Counter(texts)
    keys = [key(text) if len(text) <= 300 else "" for text in texts]
    return [
        page.words, page.length, page.share, page.length / page.words,
        *_signs(texts),
        _column(text.count(".") + text.count(",") for text in texts) / page.length,
        _column(text[-1] in _END for text in texts),
        _column(text[-1] == ":" for text in texts),
        _column(_QUOTES.search(text) is not None for text in texts),
        _column(text[0].islower() for text in texts),
        _column(text[0] >= _ASIAN for text in texts),
        _column(seen[text] for text in texts),
        _column(bool(title) and name == title for name in keys),
        _column(len(name) > 15 and (name in title or (bool(title) and title in name)) for name in keys),
        _column(len(name) > 15 and (name in about or (len(about) > 15 and about in name)) for name in keys),
        _column(len(text) < 120 and bool(_DIGIT.search(text) and _DATE.search(text)) for text in texts),
        _column(len(text) <= 80 and CONTROL.match(text) for text in texts),
        _column(len(text) <= 160 and (TEASER_HEADING.match(text) or TEASER_LINE.match(text)) for text in texts),
        _column(block.level for block in page.blocks),
        _column(block.kind == "caption" for block in page.blocks),
        _column("\n" in text for text in texts),
    ]  # fmt: skip


def _signs(texts: Sequence[str]) -> Columns:
    """Give the shares of digits and of capitals at the beginning."""
    starts = [text[:_SAMPLE] for text in texts]
    sizes = _column(map(len, starts))
    first = (np.cumsum(sizes) - sizes).astype(np.int64)
    signs = np.array(["".join(starts)]).view("U1")
    digits, capitals = np.strings.isdigit(signs), np.strings.isupper(signs)
    return [np.add.reduceat(each, first, dtype=np.float32) / sizes for each in (digits, capitals)]


def _placed(page: _Page) -> Columns:
    """Where a block stands on the page and beside what the voices took."""
    count = len(page.texts)
    place = np.arange(count, dtype=np.float32)
    total = max(float(page.good.sum()), 1.0)
    voted = np.flatnonzero(page.votes)
    first, last = (float(voted[0]), float(voted[-1])) if len(voted) else (-1.0, -1.0)
    head = next((at for at, block in enumerate(page.blocks) if block.level == 1), -1)
    headings = np.array([block.level > 0 for block in page.blocks])
    under = place - np.maximum.accumulate(np.where(headings, place, -1))
    every = np.ones(count, dtype=np.float32)
    tags = np.array([block.element.tag for block in page.blocks])
    return [
        place / count, (np.cumsum(page.good) - page.good) / total, every * total, every * count,
        np.clip(place - first, -_FAR, _FAR), np.clip(place - last, -_FAR, _FAR),
        np.clip(place - head, -_FAR, 2 * _FAR), np.clip(under, 0, _FAR),
        every * (len(voted) / count), every * float(page.good[voted].sum() / total),
        page.votes, page.told, every * float(page.told.any()),
        _column(len(block.path) for block in page.blocks),
        page.boxes.depth(page.hosts),
        *(tags[:, None] == np.array(TAGS)).T,
    ]  # fmt: skip


def _boxed(page: _Page) -> Columns:
    """How much running text, links and votes the boxes around hold, and blocks of the same kind."""
    total = max(float(page.good.sum()), 1.0)
    parents = page.boxes.parents()
    mass, letters, linked, voted = (
        page.boxes.summed(page.hosts, each) for each in (page.good, page.length, page.links, page.good * page.votes)
    )
    ups = [page.hosts]
    for _ in range(4):
        ups.append(parents[ups[-1]])
    kinds: dict[tuple[str, str], int] = {}
    kind = np.array(
        [kinds.setdefault((b.element.tag, b.element.get("class", "")), len(kinds)) for b in page.blocks], dtype=np.int64
    )
    _, beside = np.unique(ups[1] * len(kinds) + kind, return_inverse=True)
    return [
        *(mass[up] / total for up in ups),
        *(linked[up] / np.maximum(letters[up], 1) for up in ups[1:4]),
        *(voted[up] / np.maximum(mass[up], 1) for up in ups[1:5]),
        np.bincount(kind, weights=page.good)[kind] / total,
        np.bincount(kind, weights=page.votes)[kind] / np.bincount(kind)[kind],
        np.bincount(beside, weights=page.good)[beside] / total,
        np.bincount(beside, weights=page.votes)[beside] / np.bincount(beside)[beside],
        np.bincount(beside)[beside],
    ]


def _near(page: _Page) -> Rows:
    """What stands up to three blocks before and behind; -1 where there is nothing."""
    ends = _column(text[-1] in _END for text in page.texts)
    parents = page.boxes.parents()[page.hosts]
    base = np.stack([page.words, page.share, ends, page.votes, page.told], axis=1)
    count, width = len(page.texts), base.shape[1] + 1
    found = np.full((count, len(_STEPS) * width), -1, dtype=np.float32)
    for at, step in enumerate(_STEPS):
        low, high = max(0, -step), min(count, count - step)
        if low < high:
            left = at * width
            found[low:high, left : left + width - 1] = base[low + step : high + step]
            found[low:high, left + width - 1] = parents[low:high] == parents[low + step : high + step]
    return found
