"""The charset of a page: byte order mark, header, meta element, and what the bytes themselves say."""

import codecs
import re

import charset_normalizer

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_META = re.compile(rb"""<meta\b[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_DECLARATION = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})["']""")
# Names that browsers take for a larger set (WHATWG Encoding Standard).
_MEANT = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
# Languages in Latin letters have their accents alone, between ASCII letters; too few of them for statistics.
_ISOLATED = re.compile(rb"(?<![\x80-\xff])[\x80-\xff](?![\x80-\xff])")
_HIGH = re.compile(rb"[\x80-\xff]")
_FEW = 60
# Of seven bits: such a page is valid UTF-8 and yet is none.
_SEVEN_BITS = ("iso2022", "iso-2022", "hz")
_NONCHARACTERS = ("\ufffe", "\uffff")
# Charsets that no text of the web is in, or that run code of their own.
_REFUSED = ("base64", "zlib", "bz2", "hex", "rot", "uu", "quopri", "idna", "punycode", "unicode_escape", "raw_unicode")


def in_utf8(body: bytes, charset: str | None) -> bytes:
    """Give a page in UTF-8, without U+FFFE and U+FFFF, which are no characters; mostly it is what came.

    charset: as the header named it, None where it did not. Never raises: bad bytes become U+FFFD.
    """
    for mark, name in _MARKS:
        if body.startswith(mark):
            return _encoded(body[len(mark) :].decode(name, "replace"))
    named = [name for name in (_known(charset), _known(_declared(body))) if name]
    if not any(name.startswith(_SEVEN_BITS) for name in named):
        # Bytes that are valid UTF-8 beyond ASCII are UTF-8, whatever the server's default says.
        try:
            text = body.decode("utf-8")
        except UnicodeDecodeError:
            pass
        else:
            if not _is_utf16(text, named):
                return _encoded(text) if any(sign in text for sign in _NONCHARACTERS) else body
    for name in named:
        try:
            return _encoded(body.decode(name))
        except UnicodeDecodeError:
            continue
    return _encoded(_guess(body, named))


def _encoded(text: str) -> bytes:
    for sign in _NONCHARACTERS:
        text = text.replace(sign, "")
    return text.encode("utf-8", "replace")


def _guess(body: bytes, named: list[str]) -> str:
    """Decode what no named charset fits. A page in UTF-8 with a few bad bytes (cut, or pasted together) stays UTF-8."""
    for name in named or ["utf-8"]:
        text = body.decode(name, "replace")
        bad = text.count("\ufffd")
        if len(text) - bad - sum(map(str.isascii, text)) > 5 * bad:
            return text
    if _ISOLATED.search(body) and len(_ISOLATED.findall(body)) * 2 > len(_HIGH.findall(body)) < _FEW:
        return body.decode("cp1252", "replace")
    best = charset_normalizer.from_bytes(body[:200_000]).best()
    return body.decode(best.encoding if best is not None else "cp1252", "replace")


def _is_utf16(text: str, named: list[str]) -> bool:
    return any(name.startswith("utf-16") for name in named) and text.count("\0") > len(text) / 4


def _declared(body: bytes) -> str | None:
    """Give the charset in the page; UTF-16 there is a lie, since we could read it (HTML Living Standard, prescan)."""
    found = _META.search(body, 0, 8192) or _DECLARATION.search(body, 0, 400)
    name = found[1].decode("ascii") if found else None
    return "utf-8" if name and name.lower().startswith("utf-16") else name


def _known(name: str | None) -> str | None:
    try:
        found = codecs.lookup((name or "").strip().strip("\"'")).name
    except (LookupError, ValueError, UnicodeError):
        return None
    if found.startswith(_REFUSED):
        return None
    return _MEANT.get(found, found)
