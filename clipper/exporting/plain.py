"""Text as a typesetter can take it: no characters without a shape, no overrides of direction. Pure."""

import re

# Controls, surrogates, private use (icon fonts: PDF/A-3a forbids them), noncharacters, soft hyphens (we hyphenate),
# embeddings, overrides and isolates of direction (a title could turn the page around), the BOM and object marks.
_SHAPELESS = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u202a-\u202e\u2066-\u206f\ufeff\ufff9-\ufffc\ufdd0-\ufdef\ufffe\uffff"
    "\ud800-\udfff\ue000-\uf8ff\U000e0000-\U000e001f\U000f0000-\U0010ffff]"
)
_PLANE_ENDS = re.compile(
    "[" + "".join(chr(plane << 16 | end) for plane in range(1, 15) for end in (0xFFFE, 0xFFFF)) + "]"
)
_SPACES = re.compile("[ \t\n\r\x0b\x0c\x85\u2028\u2029]+")
_LONG = re.compile(r"\S{50,}")
_BREAKABLE = 40


def shaped(text: str) -> str:
    """Take out what has no shape of its own; line ends stay."""
    if text.isprintable() and "\ufffc" not in text:  # all that goes but U+FFFC is unprintable for Unicode
        return text
    return _PLANE_ENDS.sub("", _SHAPELESS.sub("", text))


def spaced(text: str) -> str:
    """Make one space of every run of white space, as HTML shows it. No-break spaces stay."""
    if text.isprintable() and "  " not in text:
        return text
    return _SPACES.sub(" ", text)


def line(text: str | None, limit: int = 2000) -> str:
    """Give text as one clean line of at most limit characters, "" for None."""
    clean = spaced(shaped((text or "")[: limit * 4])).strip()
    return clean if len(clean) <= limit else clean[: limit - 1].rstrip() + "…"


def breakable(text: str) -> str:
    """Let words that are longer than a line break: a zero-width space every 40 characters."""
    return _LONG.sub(lambda found: "\u200b".join(_cut(found.group())), text)


def _cut(word: str) -> list[str]:
    # Scripts without spaces break anywhere, and an address is broken by the typesetter at its slashes.
    if word.startswith(("http://", "https://")) or ord(max(word)) > 0x2E80:
        return [word]
    return [word[start : start + _BREAKABLE] for start in range(0, len(word), _BREAKABLE)]
