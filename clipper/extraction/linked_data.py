"""What a page says of its article in JSON-LD (schema.org). Pure: texts of scripts -> facts."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

# All kinds of article at schema.org, and those that pages use for one.
_ARTICLES = frozenset(
    (
        "article", "newsarticle", "reportagenewsarticle", "analysisnewsarticle", "opinionnewsarticle",
        "backgroundnewsarticle", "reviewnewsarticle", "askpublicnewsarticle", "advertisercontentarticle",
        "satiricalarticle", "scholarlyarticle", "medicalscholarlyarticle", "techarticle", "report", "blogposting",
        "liveblogposting", "socialmediaposting", "review", "recipe", "claimreview", "howto",
    )
)  # fmt: skip
_PAGES = frozenset(
    ("webpage", "itempage", "aboutpage", "profilepage", "medicalwebpage", "collectionpage", "searchresultspage")
)
_MEDIA = frozenset(("videoobject", "audioobject", "imagegallery", "mediagallery", "podcastepisode"))
_LONGEST = 5_000_000
_DEEPEST = 40
_MOST_UPDATES = 2_000
_DIGITS = 7
_FENCE = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)|(?:-->|//\s*\]\]>|\]\]>|/\*\s*\]\]>\s*\*/)\s*;?\s*$"
)
_COMMA = re.compile(r",(\s*[}\]])")
_TAG = re.compile(r"<[^<>]{0,300}>")

Node = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Update:
    """An entry of a live blog. headline, body: "" where there is none. published: as written."""

    headline: str
    body: str
    published: str | None = None


@dataclass(frozen=True, slots=True)
class LinkedFacts:
    """What JSON-LD says. None or empty: it does not say. free: isAccessibleForFree. words: wordCount."""

    headline: str | None = None
    subtitle: str | None = None
    authors: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    site: str | None = None
    section: str | None = None
    language: str | None = None
    url: str | None = None
    image: str | None = None
    free: bool | None = None
    body: str = ""
    words: int | None = None
    live: bool = False
    updates: tuple[Update, ...] = ()
    media: bool = False
    kind: str = ""


def read_linked_data(scripts: Iterable[str], *, url: str | None) -> LinkedFacts:
    """Give the facts of the page's article: of several nodes the one that names this address, else the first."""
    nodes = [node for script in scripts for node in _nodes(_load(script), 0)]
    named = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    articles = [node for node in nodes if _kinds(node) & _ARTICLES and _text(node.get("headline") or node.get("name"))]
    pages = [node for node in nodes if _kinds(node) & _PAGES]
    media = any(_kinds(node) & _MEDIA and "headline" not in node for node in nodes)
    node = _best(articles, url) or (pages[0] if pages else None)
    if node is None:
        return LinkedFacts(site=_site(nodes, {}, named), media=media)
    people, offices = _authors(node.get("author") or node.get("creator"), named)
    kinds = _kinds(node)
    is_article = bool(kinds & _ARTICLES)
    return LinkedFacts(
        headline=_text(node.get("headline") or node.get("name")) if is_article else None,
        subtitle=_text(node.get("alternativeHeadline")) if is_article else None,
        authors=people,
        offices=offices,
        published=_text(node.get("datePublished")) or (_text(node.get("dateCreated")) if is_article else None),
        modified=_text(node.get("dateModified")),
        site=_site(nodes, node, named),
        section=_text(node.get("articleSection")),
        language=_language(node.get("inLanguage")),
        url=_address(node.get("url")) or _address(node.get("mainEntityOfPage")),
        image=_address(node.get("image"), named) or _address(node.get("thumbnailUrl"), named),
        free=_free(node),
        body=_text(node.get("articleBody")) or "",
        words=_number(node.get("wordCount")),
        live="liveblogposting" in kinds,
        updates=_updates(node.get("liveBlogUpdate")),
        media=media,
        kind=" ".join(sorted(kinds)),
    )


def _number(value: Any) -> int | None:
    text = str(value).strip()
    return int(text) if text.isascii() and text.isdecimal() and len(text) < _DIGITS else None


def _updates(value: Any) -> tuple[Update, ...]:
    """Give the entries of a live blog in their order."""
    listed = value if isinstance(value, list) else [value]
    return tuple(
        Update(_text(one.get("headline")) or "", _text(one.get("articleBody")) or "", _text(one.get("datePublished")))
        for one in listed[:_MOST_UPDATES]
        if isinstance(one, dict)
    )


def _load(script: str) -> Any:
    """Read JSON as pages write it: within comments, with line breaks in strings, with a comma too many."""
    text = _FENCE.sub("", _FENCE.sub("", script[:_LONGEST]).strip()).strip().rstrip(";")
    for mend in (str, _without_commas, lambda broken: _without_commas(unescape(broken))):
        try:
            return json.loads(mend(text), strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _without_commas(text: str) -> str:
    return _COMMA.sub(r"\1", text)


def _nodes(value: Any, depth: int) -> Iterator[Node]:
    """Give the nodes that stand for themselves: of lists, of @graph, and the main entity of a page."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for one in value:
            yield from _nodes(one, depth + 1)
    elif isinstance(value, dict):
        yield value
        for name in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart"):
            if isinstance(value.get(name), (list, dict)):
                yield from _nodes(value[name], depth + 1)


def _best(articles: list[Node], url: str | None) -> Node | None:
    if url and len(articles) > 1:
        here = _bare(url)
        for node in articles:
            names = (node.get("url"), node.get("@id"), node.get("mainEntityOfPage"))
            if any(_bare(address) == here for address in map(_address, names) if address):
                return node
    return max(articles, key=lambda node: "datePublished" in node) if articles else None


def _bare(url: str) -> str:
    return re.sub(r"^https?://(?:www\.)?|[?#].*$", "", url).rstrip("/")


def _kinds(node: Node) -> frozenset[str]:
    kinds = node.get("@type")
    listed = kinds if isinstance(kinds, list) else [kinds]
    return frozenset(str(kind).rpartition("/")[2].lower() for kind in listed if isinstance(kind, str))


def _text(value: Any) -> str | None:
    if isinstance(value, list):
        return next(filter(None, map(_text, value)), None)
    if isinstance(value, dict):
        return _text(value.get("@value") or value.get("name"))
    if not isinstance(value, str):
        return None
    text = unescape(unescape(value)) if "&" in value else value
    return " ".join(_TAG.sub(" ", text).split()) or None if "\n\n" not in text else text.strip()


def _address(value: Any, named: dict[str, Node] | None = None) -> str | None:
    if isinstance(value, list):
        return next(filter(None, (_address(one, named) for one in value)), None)
    if isinstance(value, dict):
        found = value.get("url") or value.get("contentUrl") or value.get("@id")
        if named and isinstance(found, str) and found == value.get("@id") and found in named and len(value) == 1:
            found = named[found].get("url") or named[found].get("contentUrl")
        return _address(found) if not isinstance(found, dict) else None
    return value.strip() or None if isinstance(value, str) else None


def _free(node: Node) -> bool | None:
    """Tell whether all may read the article; where it does not say so itself, its parts may."""
    parts = node.get("hasPart")
    for one in (node, *(parts if isinstance(parts, list) else [parts])):
        if isinstance(one, dict) and (told := one.get("isAccessibleForFree")) is not None:
            return str(told).strip().lower().rpartition("/")[2] not in ("false", "0", "no")
    return None


def _language(value: Any) -> str | None:
    if isinstance(value, dict):
        return _text(value.get("alternateName")) or _text(value.get("name"))
    return _text(value)


def _authors(value: Any, named: dict[str, Node], depth: int = 0) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the names of people, and those of organisations, in their order."""
    people: list[str] = []
    offices: list[str] = []
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, list) and depth < 3:
            more_people, more_offices = _authors(one, named, depth + 1)
            people += more_people
            offices += more_offices
            continue
        node = named.get(one["@id"], one) if isinstance(one, dict) and isinstance(one.get("@id"), str) else one
        names = node.get("name") if isinstance(node, dict) else node
        for name in names if isinstance(names, list) else [names]:
            if text := _text(name):
                office = isinstance(node, dict) and bool(
                    _kinds(node) & {"organization", "newsmediaorganization", "corporation"}
                )
                (offices if office else people).append(text)
    return tuple(people), tuple(offices)


def _site(nodes: list[Node], node: Node, named: dict[str, Node]) -> str | None:
    publisher = node.get("publisher")
    if isinstance(publisher, dict) and isinstance(publisher.get("@id"), str):
        publisher = {**named.get(publisher["@id"], {}), **publisher}
    if isinstance(publisher, list):
        publisher = publisher[0] if publisher else None
    if found := _text(publisher):
        return found
    return next(filter(None, (_text(one.get("name")) for one in nodes if _kinds(one) & {"website"})), None)
