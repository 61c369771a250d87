"""Which typefaces a language is set in, which way it runs and how. Pure but for the design tokens."""

import json
from functools import cache
from typing import Any

from clipper import resources

Face = str | dict[str, str]

_RTL = frozenset({"ar", "he", "fa", "ur", "yi", "ps", "sd", "ug", "ckb", "dv", "ku"})
_HEBREW = frozenset({"he", "yi"})
_CJK = frozenset({"ja", "zh", "ko"})
# Languages that the typesetter has hyphenation patterns for (hypher 0.1): the others are set ragged.
_PATTERNS = """af be bg ca cs da de el en es et eu fi fr ga gl hr hu hy id is it ka ku la lt lv mk mn nb nl nn no pl pt
ro ru sk sl sq sr sv tk tr uk"""
_HYPHENATED = frozenset(_PATTERNS.split())
ARABIC, HEBREW = "Noto Naskh Arabic", "Noto Serif Hebrew"
# Faces of the three systems, asked for only when the bundled ones lack a glyph.
_SYSTEM_CJK = {
    "ja": ("Noto Serif CJK JP", "Hiragino Mincho ProN", "Yu Mincho", "MS Mincho"),
    "zh": ("Noto Serif CJK SC", "Songti SC", "SimSun", "Noto Sans CJK SC"),
    "ko": ("Noto Serif CJK KR", "AppleMyungjo", "Batang", "Noto Sans CJK KR"),
}
_SYSTEM_EMOJI = ("Noto Color Emoji", "Apple Color Emoji", "Segoe UI Emoji")


def language(found: str | None, fallback: str) -> str:
    """Give a language code that the typesetter takes (two or three small letters)."""
    for code in (found, fallback):
        short = (code or "").replace("_", "-").split("-")[0].lower()
        if 2 <= len(short) <= 3 and short.isascii() and short.isalpha():
            return short
    return "en"


def is_rtl(language: str) -> bool:
    """Say whether a language is written from right to left."""
    return language in _RTL


def is_slanted(language: str) -> bool:
    """Say whether a language's script has italics."""
    return language not in _RTL and language not in _CJK


def is_justified(language: str) -> bool:
    """Say whether a language is set with even edges: where words can be parted, or letters carry no spaces."""
    return language in _HYPHENATED or language in _CJK or language in _RTL


def scale(language: str) -> float:
    """Give the factor by which the script is set larger to look as large as Latin beside it (by eye)."""
    if language in _CJK:
        return 0.95
    return 1.08 if is_rtl(language) and language not in _HEBREW else 1.0


def small_scale(language: str) -> float:
    """Give the same for small print, where a script with fine marks needs more (by eye)."""
    return 1.2 if is_rtl(language) and language not in _HEBREW else 1.1 if is_rtl(language) else 1.0


def fonts(language: str, *, system: bool) -> dict[str, list[Face]]:
    """Give the faces for reading and for small print, first choice first; system: those of the machine, too."""
    tokens = _tokens()["fonts"]
    reading, small = tokens["reading"], tokens["ui"]
    bundled = [HEBREW, ARABIC] if language in _HEBREW else [ARABIC, HEBREW]
    own: list[Face] = []
    if language in _RTL:
        return {
            "reading": [*bundled[:1], reading, *bundled[1:], small, *_others(language, system)],
            "ui": [*bundled[:1], small, *bundled[1:], reading, *_others(language, system)],
        }
    if language in _CJK and system:
        own = [{"name": reading, "covers": "latin-in-cjk"}, *_SYSTEM_CJK[language]]
    return {
        "reading": [*own, reading, *bundled, small, *_others(language, system)],
        "ui": [small, *bundled, reading, *_others(language, system)],
    }


def _others(language: str, system: bool) -> list[Face]:
    if not system:
        return []
    first = list(_SYSTEM_CJK.get(language, ()))
    rest = [face for code in ("zh", "ja", "ko") for face in _SYSTEM_CJK[code] if face not in first]
    return [*first, *_SYSTEM_EMOJI, *rest]


@cache
def _tokens() -> dict[str, Any]:
    tokens: dict[str, Any] = json.loads(resources.path("styles", "tokens.json").read_text(encoding="utf-8"))
    return tokens
