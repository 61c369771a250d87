"""Endings that Snowball's stemmers leave on words, and plurals that they do not know. Pure.

German: the s behind a vowel (Europas, Autos); Snowball takes it behind some consonants only. English and French: a few
plurals of their own. A word is given here as stemmers take it, folded but for its accents.
"""

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
_ENGLISH = {
    "children": "child",
    "feet": "foot",
    "geese": "goose",
    "men": "man",
    "mice": "mouse",
    "policemen": "policeman",
    "businessmen": "businessman",
    "congressmen": "congressman",
    "gunmen": "gunman",
    "firemen": "fireman",
    "fishermen": "fisherman",
    "spokesmen": "spokesman",
    "lawmen": "lawman",
    "teeth": "tooth",
    "women": "woman",
}
_FRENCH = {"lois": "loi", "rois": "roi", "amis": "ami", "euros": "euro", "yeux": "oeil", "emplois": "emploi"}


def regular(word: str, language: str) -> str:
    """Give a word as a stemmer of a language should see it."""
    match language:
        case "de" if word.endswith(_GERMAN) and len(word) > 3 and not word.endswith(_NO_PLURAL):
            return word[:-1]
        case "en":
            return _ENGLISH.get(word, word)
        case "fr":
            return _FRENCH.get(word, word)
    return word
