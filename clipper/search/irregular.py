"""Endings that Snowball's stemmers leave on words, and plurals that they do not know. Pure.

German: the s behind a vowel (Europas, Autos); Snowball takes it behind some consonants only. English and French: a few
plurals of their own. A word is given here as stemmers take it, folded but for its accents.
"""

from collections.abc import Mapping

_GERMAN = ("as", "os", "ys")
_NO_PLURAL = (
    "das",
    "gas",
    "glas",
    "gras",
    "las",
    "los",
    "maas",
    "moos",
    "was",
    "xas",
)  # Erdgas, arbeitslos, las, Texas
PLURALS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "businessmen": "businessman",
        "children": "child",
        "congressmen": "congressman",
        "feet": "foot",
        "firemen": "fireman",
        "fishermen": "fisherman",
        "geese": "goose",
        "gunmen": "gunman",
        "men": "man",
        "mice": "mouse",
        "policemen": "policeman",
        "spokesmen": "spokesman",
        "teeth": "tooth",
        "women": "woman",
    },
    "fr": {"amis": "ami", "emplois": "emploi", "euros": "euro", "lois": "loi", "rois": "roi"},
}


def regular(word: str, language: str) -> str:
    """Give a word as a stemmer of a language should see it."""
    if language == "de":
        s_behind_vowel = word.endswith(_GERMAN) and len(word) > 3 and not word.endswith(_NO_PLURAL)
        return word[:-1] if s_behind_vowel else word
    plurals = PLURALS.get(language)
    return plurals.get(word, word) if plurals else word
