"""What a page writes as its author -> names of people, and the news agencies apart. Pure text."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from html import unescape

# Spelling as the agencies write themselves. Short ones that are also words or initials count in this spelling alone.
_AGENCIES = {
    "dpa": "dpa",
    "deutsche presse-agentur": "dpa",
    "dpa-afx": "dpa-AFX",
    "dpa/lby": "dpa",
    "afp": "AFP",
    "agence france-presse": "AFP",
    "agence france presse": "AFP",
    "reuters": "Reuters",
    "thomson reuters": "Reuters",
    "associated press": "AP",
    "the associated press": "AP",
    "apa": "APA",
    "austria presse agentur": "APA",
    "kna": "KNA",
    "sid": "sid",
    "sda": "SDA",
    "keystone-sda": "SDA",
    "sda-ats": "SDA",
    "keystone-ats": "SDA",
    "ats": "ATS",
    "epd": "epd",
    "evangelischer pressedienst": "epd",
    "dts": "dts",
    "dts nachrichtenagentur": "dts",
    "ansa": "ANSA",
    "adnkronos": "Adnkronos",
    "agi": "AGI",
    "efe": "EFE",
    "agencia efe": "EFE",
    "europa press": "Europa Press",
    "tass": "TASS",
    "ria novosti": "RIA Novosti",
    "interfax": "Interfax",
    "xinhua": "Xinhua",
    "kyodo": "Kyodo",
    "kyodo news": "Kyodo",
    "jiji": "Jiji",
    "jiji press": "Jiji",
    "pti": "PTI",
    "press trust of india": "PTI",
    "ani": "ANI",
    "ians": "IANS",
    "yonhap": "Yonhap",
    "press association": "PA",
    "pa media": "PA",
    "belga": "Belga",
    "anp": "ANP",
    "ntb": "NTB",
    "ritzau": "Ritzau",
    "ritzaus bureau": "Ritzau",
    "pap": "PAP",
    "čtk": "ČTK",
    "ctk": "ČTK",
    "mti": "MTI",
    "hina": "HINA",
    "lusa": "LUSA",
    "agência lusa": "LUSA",
    "anadolu": "Anadolu",
    "anadolu agency": "Anadolu",
    "anadolu ajansı": "Anadolu",
    "upi": "UPI",
    "aap": "AAP",
    "the canadian press": "The Canadian Press",
    "canadian press": "The Canadian Press",
    "awp": "AWP",
    "ukrinform": "Ukrinform",
    "télam": "Télam",
    "agência brasil": "Agência Brasil",
    "estadão conteúdo": "Estadão Conteúdo",
    "agerpres": "Agerpres",
    "bns": "BNS",
    "leta": "LETA",
    "stt": "STT",
    "tanjug": "Tanjug",
    "dapd": "dapd",
    "bloomberg": "Bloomberg",
    "bloomberg news": "Bloomberg",
    "antara": "Antara",
}
_EXACT_AGENCIES = {"AP": "AP", "PA": "PA", "TT": "TT", "AA": "Anadolu", "CP": "The Canadian Press", "SID": "sid"}
_OPENING = re.compile(
    r"^\W*(?:(?:written|reported|posted|published|words|story|text|edited|reviewed|medically reviewed|"
    r"photos?|analysis|opinion|guest post) by|by|von|vom|par|por|di|da|door|av|af|od|"
    r"(?:haupt)?autor(?:in|innen|en|es|a)?|authors?|auteurs?|redacción|reporter|text|ein (?:artikel|"
    r"kommentar|gastbeitrag|beitrag) von)(?:\s*:|\s)\s*(?=\S)",
    re.IGNORECASE,
)
_SPLIT = re.compile(
    r"\s*[;|•·\n]\s*|--+|\s+[–—-]\s+|\s*,\s*|\s*/\s*|\s+(?:and|und|et|y|e|en|og|och|i|&|with|mit|avec|con)\s+",
    re.IGNORECASE,
)
_PLACE = re.compile(r"\s+(?:in|aus|from|à|for|für|at|über|on)\s+[A-ZÄÖÜÉ(].*$")
_WITH = re.compile(r"^(?:mit|avec|con|with|via)\s+", re.IGNORECASE)
_TAIL = re.compile(r"(?:twitter|facebook|instagram|linkedin|follow|folgen)+$", re.IGNORECASE)
_BRACKETED = re.compile(r"\s*[(\[][^()\[\]]{0,60}[)\]]\s*")
_ADDRESS = re.compile(r"\S+@\S+|@\w+|https?://\S+|www\.\S+", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{0,300}>")
_SUFFIX = re.compile(r"^(?:jr|sr|ii|iii|iv|md|phd|ph\.d|m\.d|esq|mba)\.?$", re.IGNORECASE)
# A word that no person is called.
_NOBODY = re.compile(
    r"\b(?:redaktion\w*|newsdesk|onlineredaktion|online-redaktion|redaktor(?:in)?|redakteur(?:in)?|staff|admin|"
    r"administrator|editors?|editorial|desk|newsroom|news|team|agenc(?:y|ies)|agenturen?|agence|agencia|"
    r"agenzia|"
    r"reporters?|correspondents?|korrespondent(?:in|en)?|journalists?|journalistin|writers?|columnists?|"
    r"contributors?|contributing|producer|director|manager|professor|chief|senior|deputy|managing|"
    r"associate|intern|"
    r"rédaction|rédact\w+|redacción|redazione|redação|redactie|redakcja|redaksi|tim|web|online|digital|"
    r"media|magazine|press|times|daily|tv|radio|service|services|wires?|com|org|net|inc|ltd|gmbh|unknown|"
    r"anonymous|guest|various|"
    r"author|autor|university|institute|published|updated|posted|minutes?|ago|read|hours?|today|uhr|"
    r"follow|share|image|photo|foto|video|view|all|about|more|our|subscribe|nachrichten\w*|zeitung|"
    r"pressestelle|leitung|leiter(?:in)?|chefredakt\w+|ressort\w*|verantwortlich\w*|"
    r"january|february|march|april|june|july|august|september|october|november|december|januar|februar|"
    r"märz|juni|juli|oktober|dezember|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Credits:
    """Who wrote something: people, and agencies in their own spelling."""

    people: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()

    def __add__(self, other: "Credits") -> "Credits":
        return Credits(_once(self.people + other.people), _once(self.agencies + other.agencies))


def agency(text: str) -> str | None:
    """Give the agency's own spelling, None where the text is not the name of one."""
    text = text.strip(" .()[]*\t")
    return _EXACT_AGENCIES.get(text) or _AGENCIES.get(text.casefold())


def agencies_within(text: str) -> tuple[str, ...]:
    """Give the agencies named in a credit such as "MINISTRY / HANDOUT/AFP"."""
    parts = (
        part for part in re.split(r"[/,;()|·\[\]]|\s[–—-]\s|\s(?:via|and|und|für|for)\s|(?<=\w)\s(?=Photo\b)|--", text)
    )
    return _once(tuple(name for name in map(agency, parts) if name))


def read_credits(text: str, *, site: str | None = None) -> Credits:
    """Read a byline or an author field. What is no name is left out. site: is never an author."""
    text = _TAG.sub(" ", unescape(text)) if "<" in text or "&" in text else text
    text = " ".join(_ADDRESS.sub(" ", text).split())[:400]
    if named := agency(text):
        return Credits(agencies=(named,))
    previous = None
    while previous != text:
        previous, text = text, _OPENING.sub("", text, count=1)
    people: list[str] = []
    refused = False
    agencies: list[str] = list(agencies_within(" ".join(_BRACKETED.findall(text))))
    for part in _SPLIT.split(_BRACKETED.sub(" ", text)):
        part = _WITH.sub("", part).strip(" .:*\"'“”„|–—-\t") if not _SUFFIX.match(part) else part
        if named := agency(part):
            agencies.append(named)
        elif people and _SUFFIX.match(part):
            people[-1] = f"{people[-1]}, {part}"
        elif (
            (person := _person(part, site))
            and not (people and _is_place(person))
            and not (refused and _is_place(person))
        ):
            people.append(person)
        else:
            refused = True
    return Credits(_once(tuple(people)), _once(tuple(agencies)))


def _is_place(name: str) -> bool:
    """Tell whether a name in a list may be a town: one word, in a script that has capitals."""
    return " " not in name and "." not in name and name[0].upper() != name[0].lower()


def _person(text: str, site: str | None) -> str | None:
    """Give a name that may be a person's, None otherwise."""
    text = _TAIL.sub("", _OPENING.sub("", _PLACE.sub("", text))).strip()
    words = text.split()
    if not 1 <= len(words) <= 6 or not 3 <= len(text) <= 60 or any(sign.isdigit() for sign in text):
        return None
    if _NOBODY.search(text) or (site and text.casefold() in site.casefold()):
        return None
    if any(sign in "?!:=<>{}[]()@#%€$_\\+" for sign in text):
        return None
    if len(words) == 1 and text.isupper() and len(text) <= 5:
        return None  # letters that stand for an office or an outlet
    if text.isupper() and len(words) > 1 and text.isascii():
        text = text.title()  # ANNA MEIER is a fashion of the page
        words = text.split()
    cased = [word for word in words if word[0].isalpha() and word[0].lower() != word[0].upper()]
    small = [word for word in cased if word[0].islower() and word.lower() not in _PARTICLES]
    if small and (len(small) == len(cased) or len(small) > 1):
        return None
    return text


_PARTICLES = frozenset(
    [
        "von", "van", "der", "den", "de", "da", "di", "del", "della", "la", "le", "du", "dos", "das", "zu", "zur",
        "zum", "bin", "ibn", "al", "el", "af", "av", "ter", "ten", "vom", "und", "y", "e",
    ]
)  # fmt: skip


def folded(name: str) -> str:
    """Give a name for comparison: without accents, case and marks."""
    bare = unicodedata.normalize("NFKD", name).casefold()
    return " ".join(re.findall(r"\w+", "".join(sign for sign in bare if not unicodedata.combining(sign))))


def _once(names: Iterable[str]) -> tuple[str, ...]:
    kept: dict[str, str] = {}
    for name in names:
        kept.setdefault(folded(name), name)
    return tuple(kept.values())
