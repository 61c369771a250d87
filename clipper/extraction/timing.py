"""When an article was published, and when it was changed, as the page states it. Nothing is invented.

Never a year in the text, never a copyright, never the day of an update for that of publication.
"""

from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from clipper.extraction import dates
from clipper.extraction.blocks import hints
from clipper.extraction.bylines import Byline
from clipper.extraction.linked_data import LinkedFacts
from clipper.extraction.metatags import MODIFIED, PUBLISHED, MetaTags
from clipper.model import Found

_FEW = 3  # time elements near a headline; more are those of teasers
_OUTWARDS = 5  # elements around the headline


def read_published(
    url: str | None, linked: LinkedFacts, meta: MetaTags, *, headline: HtmlElement | None, byline: Byline
) -> Found[str]:
    """Give the date of publication. headline: the element that shows it, None where there is none."""
    if found := _stated(linked.published, meta.all(PUBLISHED), sure=0.95):
        return found
    if seen := _time_element(headline):
        return Found(seen, "byline", 0.8)
    day = dates.in_address(url) if url else None
    if day and byline.published and byline.published[:10] < day:
        return Found(day, "url", 0.6)  # an earlier day near the headline is that of what the article is about
    if byline.published:
        return Found(byline.published, "byline", 0.7)
    return Found(day, "url", 0.6) if day else Found()


def read_modified(linked: LinkedFacts, meta: MetaTags, byline: Byline) -> Found[str]:
    """Give the date of the last change."""
    if found := _stated(linked.modified, meta.all(MODIFIED), sure=0.9):
        return found
    return Found(byline.modified, "byline", 0.6) if byline.modified else Found()


def _stated(linked: str | None, metas: Sequence[str], *, sure: float) -> Found[str] | None:
    """Give what JSON-LD or else the head states. The same moment in the site's own zone says the day readers saw."""
    found = dates.normal(linked) if linked else None
    others = [value for text in metas if (value := dates.normal(text))]
    if found is None:
        return Found(others[0], "meta", round(sure - 0.05, 2)) if others else None
    local = next((value for value in others if dates.same_moment(value, found) and _is_local(value)), None)
    return Found(local if local and not _is_local(found) else found, "json-ld", sure)


def _is_local(date: str) -> bool:
    return len(date) > 10 and not date.endswith("+00:00")


def _time_element(headline: HtmlElement | None) -> str | None:
    """Give the date of the time element nearest to the headline, where it is plainly the article's."""
    container = headline
    for _ in range(_OUTWARDS):
        container = container.getparent() if container is not None else None
        if container is None or container.tag in ("body", "html"):
            return None
        if found := list(_times(container)):
            told = next((time for time in found if _tells_publication(time)), None)
            told = told if told is not None or len(found) > _FEW else found[0]
            return dates.normal(told.get("datetime", "")) if told is not None else None
    return None


def _times(container: HtmlElement) -> Iterator[HtmlElement]:
    for time in container.iter("time"):
        if (
            time.get("datetime")
            and not _aside(time, container)
            and (_tells_publication(time) or not _tells_update(time))
        ):
            yield time


def _tells_publication(time: HtmlElement) -> bool:
    return time.get("pubdate") is not None or any(name in _names(time) for name in ("publi", "entry-date"))


def _tells_update(time: HtmlElement) -> bool:
    """Tell whether the page calls this the time of a change, by a name or by the words in front of it."""
    names = _names(time)
    return "updat" in names or "modif" in names or dates.tells_update(_before(time) + (time.text or ""))


def _names(time: HtmlElement) -> str:
    near = time.getparent()
    return hints(time) + " " + (hints(near) if near is not None else "")


def _before(time: HtmlElement) -> str:
    previous, near = time.getprevious(), time.getparent()
    if previous is not None:
        return previous.tail or ""
    return (near.text or "") if near is not None else ""


def _aside(time: HtmlElement, container: HtmlElement) -> bool:
    for near in time.iterancestors():
        if near is container:
            return False
        listed = near.tag == "li" and "publi" not in hints(near)
        if listed or near.tag in ("aside", "nav", "footer") or "comment" in hints(near):
            return True
    return False
