"""Endings that Snowball's stemmers leave on words, and plurals that they do not know. Pure.

German: the s behind a vowel (Europas, Autos), which Snowball takes behind some consonants only; the oe of a poet, which
it takes for an umlaut. And a few plurals. A word is given here as stemmers take it, folded but for its accents.
"""

from collections.abc import Mapping, Sequence

_GERMAN = ("as", "os", "ys")
_POETRY = ("poem", "poes", "poet")
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
    "de": {
        "alben": "album",
        "busse": "bus",
        "bussen": "bus",
        "dramen": "drama",
        "firmen": "firma",
        "konten": "konto",
        "kriterien": "kriterium",
        "museen": "museum",
        "praktika": "praktikum",
        "praxen": "praxis",
        "risiken": "risiko",
        "themen": "thema",
        "viren": "virus",
        "villen": "villa",
        "visa": "visum",
        "zentren": "zentrum",
    },
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
    plurals = PLURALS.get(language)
    if plurals is None:
        return word
    if language == "de" and word.endswith(_GERMAN) and len(word) > 3 and not word.endswith(_NO_PLURAL):
        return word[:-1]
    if language == "de" and word.startswith(_POETRY):
        return f"poë{word[3:]}"
    return plurals.get(word, word)


def regulars(words: Sequence[str], language: str) -> list[str]:
    """Give many words, as regular gives each; in less time."""
    plurals = PLURALS.get(language, {})
    if language != "de":
        return [plurals.get(word, word) for word in words]
    return [
        regular(word, language) if word.endswith(_GERMAN) or word.startswith(_POETRY) else plurals.get(word, word)
        for word in words
    ]
