"""What headers and the head of a page say: where to go on, when to come back, which charset. Pure."""

import html
import locale
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import quote, urljoin, urlsplit

from clipper.urls import is_web

Headers = Sequence[tuple[str, str]]

REDIRECTING = (301, 302, 303, 307, 308)
MAX_WAIT_S = 7 * 86_400
SMALL_PAGE_BYTES = 4_096
"""A page that sends its reader on at once is small; a large one that reloads itself is an article."""
MAX_REFRESH_S = 5

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:+-]{1,40})", re.IGNORECASE)
_META_REFRESH = re.compile(
    r"<meta\b(?=[^>]*\bhttp-equiv\s*=\s*[\"']?refresh\b)[^>]*\bcontent\s*=\s*"
    r"(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))",
    re.IGNORECASE,
)
_REFRESH = re.compile(r"\s*(\d+)(?:\.\d*)?\s*[;,]\s*(?:url\s*=)?\s*[\"']?([^\"']+)", re.IGNORECASE)
_UNSEEN = re.compile(r"<!--.*?-->|<noscript\b.*?</noscript>", re.DOTALL | re.IGNORECASE)


def accept_language(name: str) -> str:
    """Give the Accept-Language for a locale ("de_DE", on Windows "German_Germany"): its language, then English."""
    known = locale.normalize(name)
    known = locale.normalize(name.partition("_")[0]) if known == name else known
    language, _, country = known.partition(".")[0].partition("_")
    if not (language.isalpha() and len(language) in (2, 3)):
        return "en"
    tags = [f"{language}-{country}"] if len(country) == 2 and country != "EN" else []
    tags += [language] if language == "en" else [language, "en"]
    return ",".join(tag if number == 0 else f"{tag};q={1 - number / 10:.1f}" for number, tag in enumerate(tags))


def header(headers: Headers, name: str) -> str:
    """Give the values of a header joined with ", ", "" where it is not there."""
    return ", ".join(value for key, value in headers if key.lower() == name)


def charset(content_type: str) -> str | None:
    """Give the charset that a Content-Type names."""
    match = _CHARSET.search(content_type)
    return match.group(1) if match else None


def redirect_target(url: str, status: int, headers: Headers) -> str | None:
    """Give where a redirect leads, absolute, with the fragment of url where it has none (RFC 9110, 10.2.2)."""
    location = next((value.strip() for key, value in headers if key.lower() == "location"), "")
    if status not in REDIRECTING or not location:
        return None
    return _joined(url, _as_utf8(location))


def with_fragment(wire: str, url: str) -> str:
    """Give the address that was asked for with the fragment of url, which never goes over the wire."""
    fragment = urlsplit(url).fragment
    return f"{wire}#{quote(fragment, safe='!$&()*+,;=:@/?~%-._')}" if fragment else wire


def refresh_target(url: str, body: bytes) -> str | None:
    """Give where a small page sends its reader on by meta refresh at once, absolute; None where it does not."""
    if len(body) > SMALL_PAGE_BYTES:
        return None
    text = _UNSEEN.sub("", body.decode("utf-8", "replace"))
    match = _META_REFRESH.search(text)
    told = _REFRESH.match(html.unescape(next(part for part in match.groups() if part is not None))) if match else None
    if told is None or int(told.group(1)) > MAX_REFRESH_S:
        return None
    target = _joined(url, told.group(2).strip())
    stays = target.partition("#")[0] == url.partition("#")[0]
    return None if stays or not is_web(target) else target


def retry_after_s(headers: Headers, now: datetime) -> int | None:
    """Give the seconds that Retry-After asks to wait, at most a week; None where it says nothing."""
    value = header(headers, "retry-after").strip()
    if value.isascii() and value.isdigit():
        return min(int(value[:9]), MAX_WAIT_S)
    try:
        when = parsedate_to_datetime(value)
    except ValueError:
        return None
    when = when if when.tzinfo else when.replace(tzinfo=UTC)
    return max(0, min(round((when - now).total_seconds()), MAX_WAIT_S))


def _joined(url: str, target: str) -> str:
    try:
        joined = urljoin(url, target)
        old, new = urlsplit(url), urlsplit(joined)
    except ValueError:
        return target
    return f"{joined}#{old.fragment}" if old.fragment and not new.fragment else joined


def _as_utf8(text: str) -> str:
    """Read a header that holds raw UTF-8, as some servers send it."""
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text
