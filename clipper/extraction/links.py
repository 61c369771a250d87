"""Addresses as pages write them -> absolute ones that are safe to keep."""

import re
from collections.abc import Collection
from urllib.parse import quote, urljoin, urlsplit

_IGNORED = re.compile(r"[\x00-\x20\x7f-\x9f]+")  # browsers drop them: java\tscript: is a scheme
_INNER = re.compile(r"[\t\n\r]+")
_UNSAFE = re.compile(r'[ "<>`{}|\\^]')
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")


def absolute(written: str, base: str | None, *, schemes: Collection[str] = ("http", "https", "mailto")) -> str | None:
    """Give the absolute address with one of these schemes; None for any other, and where it cannot be known."""
    bare = _INNER.sub("", written).strip()
    if not bare or bare.startswith("#"):
        return None
    try:
        named = _SCHEME.match(_IGNORED.sub("", bare[:60]))
        scheme = named[1].lower() if named is not None else ""
        if scheme and scheme not in schemes:
            return None
        whole = bare if scheme in ("data", "mailto") else urljoin(base or "", bare)
        parts = urlsplit(whole) if not whole.startswith("data:") else None
        if parts is not None and (
            parts.scheme.lower() not in schemes or (parts.scheme in ("http", "https") and not parts.hostname)
        ):
            return None
    except ValueError:  # brackets that are no IPv6 address
        return None
    if whole.startswith("data:"):
        return whole
    return _UNSAFE.sub(lambda sign: quote(sign[0]), whole)
