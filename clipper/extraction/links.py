"""Addresses as pages write them -> absolute ones that are safe to keep."""

import re
from collections.abc import Collection
from urllib.parse import quote, urljoin, urlsplit

_IGNORED = re.compile(r"[\x00-\x20\x7f-\x9f]+")  # browsers drop them: java\tscript: is a scheme
_INNER = re.compile(r"[\t\n\r]+")
_UNSAFE = ' "<>`{}|\\^'


def absolute(written: str, base: str | None, *, schemes: Collection[str] = ("http", "https", "mailto")) -> str | None:
    """Give the absolute address with one of these schemes; None for any other, and where it cannot be known."""
    bare = _INNER.sub("", written).strip()
    if not bare or bare.startswith("#"):
        return None
    try:
        scheme = urlsplit(_IGNORED.sub("", bare[:60])).scheme.lower()
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
    return (
        "".join(quote(sign) if sign in _UNSAFE else sign for sign in whole)
        if any(sign in _UNSAFE for sign in whole)
        else whole
    )
