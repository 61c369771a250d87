"""Where a saved HTML file says that it came from, and when it was saved. Pure."""

import html
import re
from datetime import UTC, datetime, timedelta, timezone
from typing import NamedTuple
from urllib.parse import urlsplit

from clipper import urls

_LOOK_BYTES = 100_000
_SINGLE_FILE = re.compile(
    r"<!--\s*Page saved with SingleFile\s*\n\s*url:\s*(?P<url>\S+)(?:.*?saved date:\s*(?P<saved>[^\n]+))?[^>]*?-->",
    re.DOTALL,
)
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)\s*-->", re.IGNORECASE)
_TAG = re.compile(r"<(?:link|meta)\b[^>]{1,4000}>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([\w:-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_JS_DATE = re.compile(r"\w{3} (\w{3}) (\d{1,2}) (\d{4}) (\d\d):(\d\d):(\d\d) GMT([+-])(\d\d)(\d\d)")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class Origin(NamedTuple):
    """The address of a saved page and the time of saving (UTC), each None where the file does not say."""

    url: str | None = None
    saved: datetime | None = None


def origin(raw: bytes) -> Origin:
    """Read what SingleFile or a browser wrote into the file; else guess the address by the page's canonical link."""
    text = raw[:_LOOK_BYTES].decode("utf-8", "replace")
    match = _SINGLE_FILE.search(text)
    if match and urls.is_web(match["url"]):
        return Origin(match["url"], _js_date(match["saved"] or ""))
    match = _SAVED_FROM.search(text)
    if match and urls.is_web(html.unescape(match.group(1))):
        return Origin(html.unescape(match.group(1)))
    return Origin(_declared(text))


def _declared(text: str) -> str | None:
    """Give the canonical link, else og:url: only absolute ones, and no home page, which some sites name."""
    named: dict[str, str] = {}
    for tag in _TAG.findall(text):
        values = {
            match[0].lower(): html.unescape(match[1] or match[2] or match[3]) for match in _ATTRIBUTE.findall(tag)
        }
        if "canonical" in values.get("rel", "").lower().split():
            named.setdefault("canonical", values.get("href", "").strip())
        if "og:url" in (values.get("property"), values.get("name")):
            named.setdefault("og:url", values.get("content", "").strip())
    for key in ("canonical", "og:url"):
        url = named.get(key, "")
        if urls.is_web(url) and (urlsplit(url).path.strip("/") or urlsplit(url).query):
            return url
    return None


def _js_date(text: str) -> datetime | None:
    """Read a date as JavaScript prints it. strptime would ask the locale for the names of months."""
    match = _JS_DATE.search(text)
    if match is None or match.group(1) not in _MONTHS:
        return None
    _, day, year, hour, minute, second, sign, zone_hours, zone_minutes = match.groups()
    zone = timedelta(hours=int(zone_hours), minutes=int(zone_minutes)) * (-1 if sign == "-" else 1)
    try:
        when = datetime(
            *(int(year), _MONTHS.index(match.group(1)) + 1, int(day), int(hour), int(minute), int(second)),
            tzinfo=timezone(zone),
        )
        return when.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
