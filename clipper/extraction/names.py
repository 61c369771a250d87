"""What a page writes as its author -> names of people, and the news agencies apart. Pure text."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

from clipper.extraction.agencies import agencies_within, agency

_OPENING = re.compile(
    r"^\W*(?:(?:written|reported|posted|published|words|story|text|edited|reviewed|medically reviewed|"
    r"photos?|analysis|opinion|guest post) by|by|von|vom|par|por|di|da|door|av|af|od|"
    r"(?:haupt)?autor(?:in|innen|en|es|a)?|authors?|auteurs?|redacción|reporter|text|ein (?:artikel|"
    r"kommentar|gastbeitrag|beitrag) von)(?:\s*:|\s)\s*(?=\S)",
    re.IGNORECASE,
)
# A reporter's post beside a name.
_POST = re.compile(
    r"^(?:记者|記者|作者)\s*[:：]?\s*(?=\w)|(?<=\w)\s*(?:기자|특파원|칼럼니스트|논설위원|평론가|記者|记者)$"
)
_SPLIT = re.compile(
    r"\s*[;|•·\n、，]\s*|--+|\s+[–—-]\s+|\s*,\s*|\s*/\s*|\s+(?:and|und|et|y|e|en|og|och|i|&|with|mit|avec|con)\s+",
    re.IGNORECASE,
)
_PLACE = re.compile(r"\s+on behalf of\s.*$|\s+(?:in|aus|from|à|for|für|at|über|on)\s+[A-ZÄÖÜÉ(].*$")
_WITH = re.compile(r"^(?:mit|avec|con|with|via)\s+", re.IGNORECASE)
_TAIL = re.compile(r"(?:twitter|facebook|instagram|linkedin|follow|folgen)+$", re.IGNORECASE)
_BRACKETED = re.compile(r"\s*[(\[][^()\[\]]{0,60}[)\]]\s*")
_ADDRESS = re.compile(r"\S+@\S+|@\w+|https?://\S+|www\.\S+", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{0,300}>")
_SUFFIX = re.compile(r"^(?:jr|sr|ii|iii|iv|md|phd|ph\.d|m\.d|esq|mba)\.?$", re.IGNORECASE)
# Words that no person is called. Alone they name nobody; beside a name of its own they make a newsroom or an office.
_OFFICE = re.compile(
    r"\b(?:\w*redaktion\w*|newsdesk|redaktor(?:in)?|redakteur(?:in)?|staff|admin|"
    r"administrator|editors?|editorial|desk|newsroom|news|team|agenc(?:y|ies)|agenturen?|agence|agencia|"
    r"agenzia|report(?:er)?s?|correspondents?|korrespondent(?:in|en)?|journalists?|journalistin|writers?|columnists?|"
    r"contributors?|contributing|producer|director|manager|professor|chief|senior|deputy|managing|founder|"
    r"associate|intern|expert|analyst|specialist|"
    r"rédaction|rédact\w+|redacción|redazione|redação|redactie|redakcja|redaksi|web|online|digital|"
    r"media|magazine|press|times|daily|tv|radio|service|services|wires?|com|org|net|inc|ltd|gmbh|unknown|"
    r"anonymous|guest|various|author|autor|university|institute|group|nachrichten\w*|zeitung|"
    r"pressestelle|leitung|leiter(?:in)?|chefredakt\w+|ressort\w*|verantwortlich\w*)\b|(?:編集部|編集局|取材班|记者|編輯部|本报)",
    re.IGNORECASE,
)
_NEWSROOM = re.compile(
    r"redaktion\W*$|^\W*redaktion\b|\b(?:news ?desk|newsroom|staff|editorial team)\W*$|"
    r"^\W*(?:rédaction|redacción|redazione|redação|redactie)\b",
    re.IGNORECASE,
)
# Words of the page around a name: what has them is neither a person nor an office.
_NO_NAME = re.compile(
    r"\b(?:published|updated|posted|written|minutes?|ago|hours?|today|uhr|follow|share|image|photo|foto|video|view|"
    r"undefined|null|none|by|"
    r"all|about|more|our|subscribe|january|february|july|september|october|november|december|"
    r"januar|februar|märz|juli|oktober|dezember|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)
# Words of dates and pages that are also parts of names (April Rubin, Max Read, Yu Sun): alone, no name.
_ALSO_NAMES = re.compile(r"\b(?:read|march|april|june|juni|august|mon|tue|wed|thu|fri|sat|sun)\b", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_FILLING = frozenset(("the", "die", "der", "das", "le", "la", "les", "el", "il", "of", "und", "and", "für", "for"))
_TRAILING = re.compile(r"\s+(?:on|am|le|el|il|at|um|in|from|aus)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Credits:
    """Who wrote something: people, agencies in their own spelling, and offices (newsrooms, organisations, users)."""

    people: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()

    def __add__(self, other: "Credits") -> "Credits":
        return Credits(
            _once(self.people + other.people),
            _once(self.agencies + other.agencies),
            _once(self.offices + other.offices),
        )


def read_credits(text: str, *, site: str | None = None) -> Credits:
    """Read a byline or an author field. What is no name is left out. site: is never a person."""
    text = _TAG.sub(" ", unescape(text)) if "<" in text or "&" in text else text
    text = " ".join(_ADDRESS.sub(" ", text).split())[:400]
    if named := agency(text):
        return Credits(agencies=(named,))
    text = _without_opening(text)
    people: list[str] = []
    offices: list[str] = []
    agencies: list[str] = list(agencies_within(" ".join(_BRACKETED.findall(text))))
    refused = False
    for part in _SPLIT.split(_BRACKETED.sub(" ", text)):
        part = _WITH.sub("", part).strip(" .:*\"'“”„|–—-\t") if not _SUFFIX.match(part) else part
        if named := agency(_PLACE.sub("", part)):
            agencies.append(named)
        elif people and _SUFFIX.match(part):
            people[-1] = f"{people[-1]}, {part}"
        elif (person := _person(part, site)) and not ((people or refused or agencies) and _is_place(person)):
            people.append(person)
        else:
            if not (people or refused) and (office := _office(part)):
                offices.append(office)
            refused = True
    return Credits(_once(tuple(people)), _once(tuple(agencies)), () if people else tuple(offices))


def _without_opening(text: str) -> str:
    text = _POST.sub("", text)
    previous = None
    while previous != text:
        previous, text = text, _OPENING.sub("", text, count=1)
    return text


def newsroom(text: str) -> str | None:
    """Give the name of a newsroom that signs a text, as "NT-Redaktion"; None where the text is not such a name."""
    return _office(text.strip(" .()[]*–—-\t")) if len(text) <= 40 and _NEWSROOM.search(text) else None


def _is_place(name: str) -> bool:
    """Tell whether a name in a list may be a town: one word, in a script that has capitals."""
    return " " not in name and "." not in name and name[0].upper() != name[0].lower()


def _person(text: str, site: str | None) -> str | None:
    """Give a name that may be a person's, None otherwise."""
    text = _TRAILING.sub("", _TAIL.sub("", _without_opening(_PLACE.sub("", text)))).strip()
    words = text.split()
    if not 1 <= len(words) <= 6 or not (2 if text[:1] > "\u2e80" else 3) <= len(text) <= 60:
        return None
    if any(sign.isdigit() for sign in text) or any(len(word) > 3 and agency(word) for word in words):
        return None  # a part of an agency's house
    if _OFFICE.search(text) or _NO_NAME.search(text) or (site and _is_site(text, site)):
        return None
    if _ALSO_NAMES.search(text) and not re.search(r"[^\W\d_]{2}", _ALSO_NAMES.sub(" ", text)):
        return None
    if any(sign in "?!:=<>{}[]()@#%€$_\\+" for sign in text):
        return None
    if words[0].lower() == "the" or (len(words) == 1 and text.isupper() and len(text) <= 5):
        return None  # letters that stand for an office or an outlet
    if text.isupper() and len(words) > 1 and text.isascii():
        text = text.title()  # ANNA MEIER is a fashion of the page
        words = text.split()
    cased = [word for word in words if word[0].isalpha() and word[0].lower() != word[0].upper()]
    small = [word for word in cased if word[0].islower() and word.lower() not in _PARTICLES]
    if small and (len(small) == len(cased) or len(small) > 1):
        return None
    return text


def _office(text: str) -> str | None:
    """Give the name of a newsroom or an organisation, or a user's; None where it has no word of its own."""
    text = _TRAILING.sub("", text).strip()
    words = text.split()
    if not 1 <= len(words) <= 6 or not 3 <= len(text) <= 60 or any(sign in "?!:=<>{}[]()@#%€$\\+" for sign in text):
        return None
    if _NO_NAME.search(text) or _ALSO_NAMES.search(text) or text.isdigit():
        return None
    own = [word for word in _WORD.findall(_OFFICE.sub(" ", text)) if word.lower() not in _FILLING]
    return text if own else None


def is_post(text: str) -> bool:
    """Tell whether a part of a line is what somebody does at a paper: "Senior Writer", "Redakteurin"."""
    return bool(_OFFICE.search(text)) and len(text.split()) <= 5 and not any(sign.isdigit() for sign in text)


def is_proper(name: str) -> bool:
    """Tell whether a name has a capital, a dot or a script without capitals: "by the numbers" names nobody."""
    return "." in name or any(sign.isalpha() and (sign.isupper() or sign.upper() == sign.lower()) for sign in name)


def _is_site(name: str, site: str) -> bool:
    """Tell whether a name is the site's, as "thecoast" of "The Coast", a word of it, or one of its desks."""
    words = set(folded(site).split())
    if words and len(site) > 2 and words < set(folded(name).split()):
        return True
    first, second = (folded(text).replace(" ", "").removeprefix("the") for text in (name, site))
    return bool(first) and (first == second or (" " not in name and first in second))


_PARTICLES = frozenset(
    [
        "von", "van", "der", "den", "de", "da", "di", "del", "della", "la", "le", "du", "dos", "das", "zu", "zur",
        "zum", "bin", "ibn", "al", "el", "af", "av", "ter", "ten", "vom", "und", "y", "e",
    ]
)  # fmt: skip


@lru_cache(maxsize=1024)  # a page's titles and names are compared many times
def folded(name: str) -> str:
    """Give a name for comparison: without accents, case and marks."""
    if name.isascii():
        return " ".join(_WORD.findall(name.casefold()))
    bare = unicodedata.normalize("NFKD", name).casefold()
    return " ".join(_WORD.findall("".join(sign for sign in bare if not unicodedata.combining(sign))))


def _once(names: Iterable[str]) -> tuple[str, ...]:
    kept: dict[str, str] = {}
    for name in names:
        kept.setdefault(folded(name), name)
    return tuple(kept.values())
