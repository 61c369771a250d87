"""What is doubtful about a page: walls, checks, forms, error pages, pages without an article. Cheap and sure only.

A wrong flag costs more than a missing one: it makes the reader doubt what is well. So walls are looked for on pages
with little text alone, and never in what merely stands beside an article.
"""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import SplitResult, urlsplit

from clipper.extraction.blocks import Block
from clipper.extraction.draft import Draft
from clipper.extraction.linked_data import LinkedFacts
from clipper.extraction.liveblog import is_live
from clipper.extraction.metatags import MetaTags
from clipper.extraction.parsing import Parsed
from clipper.extraction.walls import (
    BOT_TEXT,
    BOT_TITLE,
    BOT_WORDS,
    CONSENT,
    CONSENT_WORDS,
    ERROR_TITLE,
    LOGIN_TITLE,
    PAYWALL,
    PAYWALL_LABEL,
    PAYWALL_WORDS,
    SEARCH_TITLE,
)
from clipper.model import FLAGS, Flag

# Sizes are characters of a text in letters; one in Han, kana or Hangul says as much in a third (_size).
_SHORT = 1500  # a wall's own words are fewer, an article's are more
_TEASER = 2500
_CRUMB = 600
_FREE_PART = 700  # of a paid article, without another sign that there is more
_END = 800  # of a text, where a wall stands
_WALL = 500
_SHORTEST_ARTICLE = 140
_DENSE = 3
_BEHIND = 10  # blocks behind the text in which a wall stands
_LONGEST_NOTICE = 400
_MOST_LINES, _LONGEST_LINE = 60, 80
_FEWEST_TEASERS, _MOSTLY = 5, 0.8
_LONGEST_TEASER, _FEW_LONG = 300, 3
_LEFT = 0.4
_TIMES, _MANY = 2, 150  # words
_FRONT = ("", "index", "index.html", "index.htm", "index.php", "home", "de", "en", "fr", "es", "it")
_LISTS = ("collectionpage", "searchresultspage")
_TITLE_PARTS = re.compile(r"\s*[|–—:·»«•‹›]\s*|\s+[-/]\s+|[.!?…]+\s+")
_TITLE_EDGES = " .…!?¡¿\"'“”„»«,*()[]#-"
_GALLERY = re.compile(
    r"/(?:videos?|galer(?:y|ie|ía|ia)s?|galler(?:y|ies)|bilder(?:galerie|strecken?)?|fotostrecken?|photos?|fotos?|"
    r"diaporamas?|slideshows?|podcasts?|mediathek|watch)[/.-]"
)
# Folders of what bears one word, or is by one author.
_FOLDER = re.compile(
    r"^/(?:[a-z]{2}/)?(?:tags?|etiquetas?|schlagw(?:ort|orte|oerter)|stichwort|mots?-cles?|keywords?|author|autor(?:en)?|"
    r"auteurs?|autore|autori)/[^/]+/?$"
)
_SEARCHED = re.compile(r"/(?:search|suche|recherche|buscar|busqueda|cerca|ricerca|busca|zoeken|szukaj)(?:/|\.\w+|$)")


def find_flags(
    *,
    url: str | None,
    title: str,
    text: str,
    page: Parsed,
    linked: LinkedFacts,
    meta: MetaTags,
    draft: Draft | None = None,
    doubtful: bool = False,
) -> tuple[Flag, ...]:
    """Name what is doubtful, in the order of model.FLAGS.

    page: as parsed; text: what was read as its article, and draft: where. doubtful: the candidates for it disagree;
    it is named, too, where much was left out within the text.
    """
    size = _size(text)
    address = _split(url)
    parts = [part for part in (piece.strip(_TITLE_EDGES) for piece in _TITLE_PARTS.split(title[:300])) if part]
    found = _walls(parts, text, size, page, linked, draft) if size < _SHORT and len(linked.body) < _SHORT else set()
    if _is_locked(text, size, linked, meta, draft):
        found.add("paywall")
    if size < _CRUMB and _is_media(address, size, linked, meta, draft):
        found.add("media_only")
    if is_live(url, title, draft.blocks if draft is not None else (), linked):
        found.add("live_blog")
    if page.cut_short or ("paywall" not in found and _is_cut(text, linked)):
        found.add("cut_short")
    # Of a live blog extractors find the opening or some entries; the entries are read by a rule of their own.
    if text and ((doubtful and "live_blog" not in found) or _leaves_much_out(draft)):
        found.add("doubtful")
    nothing = not text or bool(found & {"bot_check", "error_page", "login"})
    if nothing or _is_no_article(address, parts, size, page, linked, meta, draft):
        found.add("no_article")
    return tuple(flag for flag in FLAGS if flag in found)


def _walls(parts: list[str], text: str, size: int, page: Parsed, linked: LinkedFacts, draft: Draft | None) -> set[Flag]:
    """Name what stands in an article's stead, on a page with little text."""
    found: set[Flag] = set()
    # Walls are often thrown away as boilerplate: then the words of the whole page count, if it has no others.
    whole = text if text else " ".join(page.tree.text_content()[: 8 * _SHORT].split())
    alone = linked.headline is None and linked.published is None
    little = _size(whole) < _SHORT
    said = whole.casefold()
    checks = _has(said, BOT_WORDS) and BOT_TEXT.search(whole) is not None
    if (_any_whole(BOT_TITLE, parts) and (checks or size < _WALL)) or (checks and little and (alone or size < _WALL)):
        found.add("bot_check")
    asks = len(whole) < 3 * _SHORT and _has(said, CONSENT_WORDS)
    consents = {phrase.casefold() for phrase in CONSENT.findall(whole)} if asks else set()
    if (alone and (len(consents) > 1 or (consents and size < _WALL))) or (len(consents) > 1 and size < _WALL):
        found.add("consent")
    if size < _CRUMB and alone and (_any_whole(LOGIN_TITLE, parts) or (page.asks_password and little)):
        found.add("login")
    lines = _lines(draft) if size < _WALL and little else ()
    if linked.published is None and size < _SHORT and _any_whole(ERROR_TITLE, (*parts, *lines)):
        found.add("error_page")
    return found


def _lines(draft: Draft | None) -> Iterator[str]:
    """Give what may be the heading of a page with hardly a word."""
    for block in draft.blocks[:_MOST_LINES] if draft is not None else ():
        if 0 < len(block.text) <= _LONGEST_LINE:
            yield block.text.strip(_TITLE_EDGES)


def _is_locked(text: str, size: int, linked: LinkedFacts, meta: MetaTags, draft: Draft | None) -> bool:
    """Tell whether only the free part of a paid article is here.

    What calls itself paid may still be whole: the words of a wall behind the text, or an end in mid-air, are the proof.
    """
    if size >= _TEASER:
        return False
    if (linked.free is False or meta.first(("article:content_tier",)) == "locked") and (
        size < _FREE_PART or _breaks_off(text) or _is_cut(text, linked)
    ):
        return True
    end = text[-_END:] if size < _SHORT else ""
    if _has(end.casefold(), PAYWALL_WORDS) and (PAYWALL.search(end) or PAYWALL_LABEL.search(end)):
        return True
    return any(_has(said.casefold(), PAYWALL_WORDS) and PAYWALL.search(said) for said in _behind(draft))


def _breaks_off(text: str) -> bool:
    return text.rstrip().endswith(("…", "...", "[…]", "(...)"))


def _behind(draft: Draft | None) -> list[str]:
    """Give the short texts that follow the body at once."""
    if draft is None or not draft.body:
        return []
    last = max(draft.body)
    following = (block.text for block in draft.blocks[last + 1 : last + 1 + _BEHIND])
    return [said for said in following if said and len(said) <= _LONGEST_NOTICE]


def _is_media(address: SplitResult, size: int, linked: LinkedFacts, meta: MetaTags, draft: Draft | None) -> bool:
    kind = (meta.first(("og:type",)) or "").lower()
    crumb = size < _WALL
    if kind.startswith(("video", "music")) or (crumb and linked.media and linked.headline is None):
        return True
    pictures = sum(block.kind == "picture" for block in draft.blocks) if draft is not None else 0
    return crumb and bool(_GALLERY.search(address.path.lower() + "/")) and (linked.media or pictures > 0)


def _is_cut(text: str, linked: LinkedFacts) -> bool:
    """Tell whether the page says that its article is much longer."""
    if len(linked.body) > max(800, 1.5 * len(text)):
        said = len(" ".join(linked.body.split()))
        if said > max(800, 1.5 * len(text)):
            return True
    if linked.words is None or linked.words <= _MANY or _size(text) != len(text):
        return False
    # Some count characters and call them words.
    return linked.words > _TIMES * len(text.split()) + _MANY and not 0.6 < linked.words / max(1, len(text)) < 1.4


def _leaves_much_out(draft: Draft | None) -> bool:
    """Tell whether between the first and the last paragraph of the text stands nearly half as much that is not in it.

    On 685 pages of four sets 6 were so, and none of them was read well (F1 below .88, November 2026).
    """
    if draft is None or not draft.body:
        return False
    taken = sum(len(draft.blocks[number].text) for number in draft.body)
    between = range(min(draft.body), max(draft.body))
    left = sum(len(draft.blocks[n].text) for n in between if n not in draft.body and _is_paragraph(draft.blocks[n]))
    return left > _LEFT * taken


def _is_paragraph(block: Block) -> bool:
    return block.kind == "text" and _size(block.text) >= _SHORTEST_ARTICLE and block.links * 4 < len(block.text)


def _is_no_article(
    address: SplitResult,
    parts: list[str],
    size: int,
    page: Parsed,
    linked: LinkedFacts,
    meta: MetaTags,
    draft: Draft | None,
) -> bool:
    """Tell whether a page is a front page, a search, a list of teasers, or has too few words for a report."""
    called = linked.headline is not None or (meta.first(("og:type",)) or "").lower() in ("article", "news", "blog")
    if called and linked.published is not None:
        return False
    if _SEARCHED.search(address.path.lower()) or (address.query and _any_whole(SEARCH_TITLE, parts)):
        return True
    if any(kind in linked.kind for kind in _LISTS) or _names_a_list(page):
        return True
    if not called and linked.published is None and _FOLDER.search(address.path.lower()):
        return True
    if called:
        return False
    path = address.path.strip("/").lower()
    if address.netloc and not address.query and path in _FRONT:
        return True
    return size < _SHORTEST_ARTICLE or _is_list_of_teasers(draft)


def _names_a_list(page: Parsed) -> bool:
    """Tell whether the page itself says in its microdata that it is a list."""
    body = page.tree.find("body")
    kinds = (page.tree.get("itemtype", ""), body.get("itemtype", "") if body is not None else "")
    return any(kind.rpartition("/")[2].lower() in _LISTS for kind in kinds)


def _is_list_of_teasers(draft: Draft | None) -> bool:
    """Tell whether nearly all headings where the text stands are links to somewhere else, with a few words each."""
    if draft is None or not draft.body:
        return False
    if sum(len(draft.blocks[number].text) > _LONGEST_TEASER for number in draft.body) >= _FEW_LONG:
        return False
    around = draft.blocks[min(draft.body) : max(draft.body) + 1]
    headings = [block for block in around if block.kind == "heading"]
    linked = sum(block.links >= _MOSTLY * len(block.text) for block in headings)
    return linked >= _FEWEST_TEASERS and linked >= _MOSTLY * len(headings)


def _has(text: str, words: Iterable[str]) -> bool:
    return any(word in text for word in words)


def _any_whole(pattern: re.Pattern[str], parts: Iterable[str]) -> bool:
    return any(pattern.fullmatch(part) for part in parts)


def _size(text: str) -> int:
    """Give the length of a text as if it were written in letters."""
    start = text[:200]
    return len(text) * (_DENSE if sum(sign >= "\u2e80" for sign in start) * 3 > len(start) else 1)


def _split(url: str | None) -> SplitResult:
    try:
        return urlsplit(url or "")
    except ValueError:
        return urlsplit("")
