"""Words of a text: where they stand, and the forms under which they meet. Pure; knows no engine.

Three forms of a word. Surface: as written, lower case. Exact: case, accents and spelling of umlauts folded (Häuser and
Haeuser, Straße and Strasse are one). Stem: what Snowball leaves of it in a language, accents dropped (Haus and Häuser
are one). Scripts that put no spaces between words are cut into overlapping pairs of characters.
"""

import re
import threading
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

import Stemmer

from clipper.search.irregular import PLURALS, regular, regulars

# Combining marks, joiners and the soft hyphen belong to the word that they stand in; Python's \w leaves them out.
INSIDE = (
    "\u00ad\u200c\u200d\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a"
    "\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0900-\u0963\u0966-\u0df3\u0e31\u0e34-\u0e3a"
    "\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd\u102b-\u103e\u1056-\u1059\u17b4-\u17d3\u3099\u309a\ufe00-\ufe0f"
)
# Thai, Lao, Burmese, Khmer, kana, Han, Hangul (whose particles are glued to the word).
_SPACELESS = (
    "\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3005\u3040-\u30ff\u3131-\u318e\u31f0-\u31ff\u3400-\u4dbf"
    "\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
_WORD = re.compile(rf"\w[\w{INSIDE}]*")  # joiners alone, as those between emoji, are no word
_IN_WORD = re.compile(rf"[\w{INSIDE}]")
_SCRIPT = re.compile(rf"[{_SPACELESS}]+|[^{_SPACELESS}]+")
_PAIRED = re.compile(rf"[{_SPACELESS}]")
_DROPPED = re.compile(
    "[\u00ad\u200c\u200d\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\ufe00-\ufe0f]"
)
# All that _bare may change, but punctuation: where there is none of it, a text is folded ten times as fast.
_FOLDABLE = re.compile("[ª²-º¼-῿​-‏⁠-⁤⁰-􏿿]")
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae"})  # letters of their own to Unicode, two to who types them
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "œ": "oe", "æ": "ae"})
_SPELLED = re.compile(r"(?<![aeq])(ae|(?!(?<=\bp)oe[mst])oe|ue)")  # not in neuen, Bauer, Quelle, Poet
_TO_UMLAUT = {"ae": "ä", "oe": "ö", "ue": "ü"}
_BETWEEN = {code: " " for code in range(128) if not chr(code).isalnum()}  # what is between the words of ASCII
_LONG = 50_000  # code points; a longer text is not cut in one step, which would hold the GIL for milliseconds
_LONGEST = 100  # code points; a longer run is no word (base64, DNA), its beginning stands for it

_ALGORITHMS = {
    "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek", "en": "english",
    "eo": "esperanto", "es": "spanish", "et": "estonian", "eu": "basque", "fa": "persian", "fi": "finnish",
    "fr": "french", "ga": "irish", "hi": "hindi", "hu": "hungarian", "hy": "armenian", "id": "indonesian",
    "it": "italian", "lt": "lithuanian", "nb": "norwegian", "ne": "nepali", "nl": "dutch", "nn": "norwegian",
    "no": "norwegian", "pl": "polish", "pt": "portuguese", "ro": "romanian", "ru": "russian", "sr": "serbian",
    "st": "sesotho", "sv": "swedish", "ta": "tamil", "tr": "turkish", "yi": "yiddish",
}  # fmt: skip
_AVAILABLE = frozenset(Stemmer.algorithms())
_stemmers = threading.local()  # a stemmer must not be shared between threads (PyStemmer's manual)


def spans(text: str) -> Iterator[tuple[int, int, str]]:
    """Give the words of text in order as (start, end, word), in code points; word as written.

    A run of a script without spaces gives its overlapping pairs, and its last character alone, so that a single
    character can be found as the beginning of a pair.
    """
    mixed = not text.isascii() and _PAIRED.search(text) is not None
    for match in _WORD.finditer(text.replace("_", " ")):
        word = match.group()
        if mixed and _PAIRED.search(word):
            yield from _pairs(match.start(), word)
        else:
            yield *match.span(), word


def words(text: str) -> list[str]:
    """Give the words of a text as spans gives them, without the places."""
    if len(text) < _LONG and text.isascii():
        return text.translate(_BETWEEN).split()
    if len(text) < _LONG and not _PAIRED.search(text):
        return _WORD.findall(text.replace("_", " "))
    return [word for _, _, word in spans(text)]


def has_spaceless(text: str) -> bool:
    """Say whether a text has words of a script that puts no spaces between them."""
    return not text.isascii() and _PAIRED.search(text) is not None


def in_word(sign: str) -> bool:
    """Say whether a character is one of words."""
    return sign != "_" and _IN_WORD.match(sign) is not None


def plain(text: str) -> str:
    """Fold a whole text as stems are folded: case and accents go, what is not seen goes. Its length may change."""
    if text.isascii():
        return text.lower()
    folded = text.casefold().replace("ä", "a").replace("ö", "o").replace("ü", "u").replace("\u00ad", "")
    folded = folded.replace("œ", "oe").replace("æ", "ae")
    return _bare(folded) if _FOLDABLE.search(folded) else folded


def encoded(text: str) -> bytes:
    """Give a text as terms of an index are kept; any text, also half of a surrogate pair."""
    return text.encode("utf-8", "surrogatepass")


def decoded(term: bytes) -> str:
    """Give the text of a term."""
    return term.decode("utf-8", "surrogatepass")


def query_words(text: str) -> tuple[str, ...]:
    """Give the words of a query's text: as words, without the single character that only ends a run of pairs."""
    found = list(spans(text))
    if len(found) > 1 and found[-1][0] < found[-2][1]:
        found.pop()
    return tuple(word for _, _, word in found)


def surface(word: str) -> str:
    """Fold case, and take out what is not seen (soft hyphens, joiners)."""
    word = word[:_LONGEST].lower()
    if word.isascii():
        return word
    return unicodedata.normalize("NFC", word).replace("\u00ad", "").replace("\u200c", "").replace("\u200d", "")


def exact(word: str) -> str:
    """Give the exact form of a word."""
    return _exact(word[:_LONGEST])


def stem(word: str, language: str) -> str:
    """Give the stem of a word in a language (ISO 639-1); in an unknown one the word itself, accents dropped."""
    return _stem(word[:_LONGEST], language)


def stems(words: Sequence[str], language: str) -> list[str]:
    """Give the stems of many words, as stem gives each; in less time."""
    cut = [word if len(word) <= _LONGEST else word[:_LONGEST] for word in words]
    stemmer = _stemmer(_ALGORITHMS.get(language, ""))
    if stemmer is None:
        return [_stemmed(word, language) for word in cut]
    folded = [word.lower() if word.isascii() else _folded(word) for word in cut]
    if language == "de":
        folded = [_with_umlauts(word) if "ae" in word or "oe" in word or "ue" in word else word for word in folded]
    found = stemmer.stemWords(regulars(folded, language))
    return [
        stem if stem.isascii() and stem else _bare(word if _unstemmed(word) else stem) or _bare(word)
        for word, stem in zip(folded, found, strict=True)
    ]


@lru_cache(maxsize=4096)
def query_stems(word: str, language: str) -> frozenset[str]:
    """Give the stems under which a word of a query may stand in texts of a language ("": an unknown one).

    Also the word as it is: an accent that a language does not have may have kept its ending (Café in German).
    """
    spelled = unicodedata.normalize("NFC", word[:_LONGEST]).casefold()  # cut first, as the words of a text are
    ways = {spelled, exact(word), _with_umlauts(spelled)}
    return frozenset(_stem(way, told) for way in ways for told in (language, ""))


def odd_forms(stems: Iterable[str], language: str) -> list[str]:
    """Give the words of some stems that may begin otherwise than these do (feet, foot)."""
    return [form for stem in stems for form in _odd_forms(language).get(stem, ())]


@lru_cache(maxsize=64)
def _odd_forms(language: str) -> dict[str, list[str]]:
    odd: dict[str, list[str]] = {}
    for form in PLURALS.get(language, ()):
        odd.setdefault(stem(form, language), []).append(form)
    return odd


def spaceless(word: str) -> bool:
    """Say whether a word is of a script that puts no spaces between words."""
    return not word.isascii() and _PAIRED.match(word) is not None


def exact_forms(words: Sequence[str]) -> list[str]:
    """Give the exact forms of many words, as exact gives each, without keeping any in memory."""
    return [word.lower() if word.isascii() and len(word) <= _LONGEST else _exactly(word[:_LONGEST]) for word in words]


def _exactly(word: str) -> str:
    if word.isascii():
        return word.lower()
    return _bare(unicodedata.normalize("NFC", word).casefold().translate(_UMLAUTS))


def _folded(word: str) -> str:
    word = unicodedata.normalize("NFC", word).casefold().replace("\u00ad", "")
    return word.translate(_LIGATURES) if "œ" in word or "æ" in word else word


def _unstemmed(folded: str) -> bool:
    return _PAIRED.match(folded) is not None


def _stemmed(word: str, language: str) -> str:
    folded = _folded(word)
    stemmer = _stemmer(_ALGORITHMS.get(language, ""))
    if stemmer is None or _unstemmed(folded):
        return _bare(folded)
    if language == "de":
        folded = _with_umlauts(folded)
    return _bare(str(stemmer.stemWord(regular(folded, language)))) or _bare(folded)


_exact = lru_cache(maxsize=8192)(_exactly)
_stem = lru_cache(maxsize=8192)(_stemmed)


def _with_umlauts(word: str) -> str:
    return _SPELLED.sub(lambda match: _TO_UMLAUT[match.group()], word)


def _pairs(start: int, run: str) -> Iterator[tuple[int, int, str]]:
    for part in _SCRIPT.finditer(run):
        at, piece = start + part.start(), part.group()
        if not _PAIRED.match(piece):
            yield at, at + len(piece), piece
            continue
        for offset in range(len(piece) - 1):
            yield at + offset, at + offset + 2, piece[offset : offset + 2]
        yield at + len(piece) - 1, at + len(piece), piece[-1]


def _bare(word: str) -> str:
    if word.isascii():
        return word
    return unicodedata.normalize("NFC", _DROPPED.sub("", unicodedata.normalize("NFKD", word))).casefold()


def _stemmer(algorithm: str) -> Any:
    if algorithm not in _AVAILABLE:
        return None
    known = _stemmers.__dict__
    if algorithm not in known:
        known[algorithm] = Stemmer.Stemmer(algorithm, 0)
    return known[algorithm]
