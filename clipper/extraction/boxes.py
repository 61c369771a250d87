"""The boxes around blocks: what the page calls them, and how much lies in each."""

import re
from functools import lru_cache

import numpy as np
import numpy.typing as npt
from lxml.html import HtmlElement

# Words in the names that pages give their boxes; at most 64. They are heard within longer names, too.
NAMED = (
    "article", "body", "content", "story", "post", "entry", "text", "para", "comment", "relat", "recommend",
    "share", "social", "promo", "newsletter", "subscri", "footer", "header", "nav", "menu", "sidebar", "aside",
    "widget", "ads", "advert", "sponsor", "caption", "byline", "author", "date", "meta", "tag", "teaser",
    "more", "popular", "hidden", "cookie", "paywall", "premium", "gallery", "image", "media", "video", "quote",
    "tweet", "embed", "list", "card", "headline", "title", "lead", "intro", "summary", "standfirst", "info",
    "box", "main", "bio", "breadcrumb", "credit", "live", "comments", "reply",
)  # fmt: skip
# These say something only as a whole word: "navy", "leads", "stage".
_WHOLE = frozenset((
    "nav", "ads", "tag", "box", "bio", "meta", "list", "more", "info", "date", "lead", "live", "card", "text", "main",
    "post", "reply",
))  # fmt: skip
AROUND = ("article", "main", "aside", "footer", "header", "figure", "form", "ul", "ol", "table", "blockquote")
# What readers wrote below; a name of which "comment" is a part may mean anything.
_COMMENTS = re.compile(
    r"(?:^|\s)(?:comments?|comment-?list|comments?[-_]{1,2}(?:area|list|section|wrapper|container|block|thread|content|box)|"
    r"(?:js|post|article|user|reader)-comments?|disqus_thread)(?=\s|$)",
    re.IGNORECASE,
)
_BIT = {name: 1 << place for place, name in enumerate(NAMED)}
_TAG_BIT = {name: 1 << place for place, name in enumerate(AROUND)}
_NAME = re.compile("|".join(sorted(NAMED, key=len, reverse=True)))
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_WORD = re.compile(r"[a-z0-9]+")
_LONGEST = 300  # characters of names
_KEPT = 4096  # words; a page has some hundred
_SAYING = ("class", "id", "itemprop", "data-testid", "data-component")


class Boxes:
    """The elements around blocks, numbered so that what is outside has a lower number; 0 is the page."""

    def __init__(self) -> None:
        self._numbers: dict[HtmlElement, int] = {}
        self._parents = [0]
        self._own = [0]
        self._above = [0]  # names of all around, its own included
        self._tags = [0]
        self._depth = [0]
        self._comments = [False]
        self._heard: dict[str, int] = {}

    def number(self, element: HtmlElement) -> int:
        """Give the number of an element; what is around it gets one, too."""
        known = self._numbers.get(element)
        if known is not None:
            return known
        chain: list[HtmlElement] = []
        up: HtmlElement | None = element
        while up is not None and up not in self._numbers and up.tag not in ("body", "html"):
            chain.append(up)
            up = up.getparent()
        number = self._numbers.get(up, 0) if up is not None else 0
        for inner in reversed(chain):
            number = self._add(inner, number)
        return number

    def parents(self) -> npt.NDArray[np.int64]:
        """Give the number of the box around each box."""
        return np.array(self._parents, dtype=np.int64)

    def depth(self, hosts: npt.NDArray[np.int64]) -> npt.NDArray[np.float32]:
        """Give how many boxes are around."""
        return np.array(self._depth, dtype=np.float32)[hosts]

    def among_comments(self, hosts: npt.NDArray[np.int64]) -> npt.NDArray[np.float32]:
        """Give 1 for what stands among readers' comments."""
        return np.array(self._comments, dtype=np.float32)[hosts]

    def summed(self, hosts: npt.NDArray[np.int64], values: npt.NDArray[np.float32]) -> npt.NDArray[np.float64]:
        """Give the sum of values in each box, whatever their depth in it. hosts: the innermost box of each value."""
        sums: list[float] = np.bincount(hosts, weights=values, minlength=len(self._parents)).tolist()
        for box in range(len(sums) - 1, 0, -1):
            sums[self._parents[box]] += sums[box]
        return np.array(sums)

    def named(self, hosts: npt.NDArray[np.int64]) -> npt.NDArray[np.float32]:
        """Give columns of 0 and 1: the names near (of a box and the one around it), the names far, the tags around."""
        parents = self.parents()
        own, above, tags = (np.array(each, dtype=np.uint64) for each in (self._own, self._above, self._tags))
        near = own[hosts] | own[parents[hosts]]
        far = above[parents[parents[hosts]]]
        return np.concatenate(
            [_bits(near, len(NAMED)), _bits(far, len(NAMED)), _bits(tags[hosts], len(AROUND))], axis=1
        )

    def _add(self, element: HtmlElement, up: int) -> int:
        number = self._numbers[element] = len(self._parents)
        said = " ".join(filter(None, map(element.get, _SAYING)))
        own = self._heard.get(said)
        if own is None:
            own = self._heard[said] = _hear(said)
        self._parents.append(up)
        self._own.append(own)
        self._above.append(self._above[up] | own)
        self._tags.append(self._tags[up] | _TAG_BIT.get(element.tag, 0))
        self._depth.append(self._depth[up] + 1)
        self._comments.append(self._comments[up] or (_may_hold_comments(said) and _holds_comments(element)))
        return number


def _may_hold_comments(said: str) -> bool:
    """Tell at a glance whether the names of an element may be those of comments."""
    return "omment" in said or "disqus" in said


def _holds_comments(element: HtmlElement) -> bool:
    return any(_COMMENTS.search(element.get(name, "")) for name in ("id", "class"))


def _bits(masks: npt.NDArray[np.uint64], count: int) -> npt.NDArray[np.float32]:
    bits = np.unpackbits(masks.astype("<u8").view(np.uint8).reshape(-1, 8), axis=1, count=count, bitorder="little")
    return bits.astype(np.float32)


def _hear(said: str) -> int:
    said = said[:_LONGEST]
    words = said if said.islower() else _HUMP.sub(" ", said).lower()
    found = 0
    for word in _WORD.findall(words):
        found |= _meant(word)
    return found


@lru_cache(_KEPT)
def _meant(word: str) -> int:
    """Give the bits of the names in a word. Sites use the same few words."""
    found = 0
    for name in _NAME.findall(word):
        if name == word or name not in _WHOLE:
            found |= _BIT[name]
    return found
