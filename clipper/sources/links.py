"""Link files -> a Request: .url (Windows), .webloc (macOS), .desktop (Linux)."""

import plistlib
from collections.abc import Sequence
from pathlib import Path
from xml.parsers.expat import ExpatError

from clipper.errors import SourceError
from clipper.model import Request
from clipper.sources.text import decoded
from clipper.urls import is_web

_MAX_BYTES = 1_000_000


def request(path: Path, *, given: str, tags: Sequence[str]) -> Request:
    """Read a link file. Raise SourceError(damaged, scheme, not_a_known_format), OSError.

    Only web addresses are followed: a link file from elsewhere must not lead to files of this machine.
    """
    if path.stat().st_size > _MAX_BYTES:
        raise SourceError("damaged", path=str(path))
    raw = path.read_bytes()
    title: str | None = None
    if path.suffix.lower() == ".webloc":
        url = _webloc(raw, path)
    elif path.suffix.lower() == ".url":
        url = _entries(raw, "internetshortcut").get("url", "")
    else:
        entries = _entries(raw, "desktop entry")
        if entries.get("type", "").lower() != "link":
            raise SourceError("not_a_known_format", entries.get("type", ""), path=str(path))
        url = entries.get("url", "") or entries.get("url[$e]", "")
        title = entries.get("name") or None
    if not url:
        raise SourceError("damaged", path=str(path))
    if not is_web(url):
        raise SourceError("scheme", url.partition(":")[0].lower()[:40], path=str(path), url=url[:500])
    return Request(given, url=url.strip(), title=title, tags=tuple(dict.fromkeys(tags)))


def _webloc(raw: bytes, path: Path) -> str:
    try:
        found = plistlib.loads(raw)
        url = found.get("URL")
    except (ValueError, ExpatError, AttributeError, TypeError, RecursionError, MemoryError) as error:
        raise SourceError("damaged", path=str(path)) from error
    return url.strip() if isinstance(url, str) else ""


def _entries(raw: bytes, wanted: str) -> dict[str, str]:
    """Read one section of an INI-like file. Names in lower case; the first of a name counts."""
    section, entries = "", dict[str, str]()
    for line in decoded(raw).splitlines():
        line = line.strip()
        if line.startswith("[") and line.endswith("]"):
            section = line[1:-1].strip().lower()
        elif section == wanted and "=" in line and not line.startswith(("#", ";")):
            name, _, value = line.partition("=")
            entries.setdefault(name.strip().lower(), value.strip())
    return entries
