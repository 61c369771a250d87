"""Who and when, as a reader sees it: the lines that name authors or a date. What ends a text is in signatures.py."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from html import unescape
from itertools import islice

from clipper.extraction.blocks import Block, Link, around, hints
from clipper.extraction.dates import tells_day, told_days
from clipper.extraction.names import Credits, is_proper, read_credits

_LONGEST = 160  # characters of a byline
_NAME = 60
_LINKS = 100  # in the element of a line; one that has more is the page
_AUTHOR_NAMES = re.compile(
    r"\b(?:author|byline|autor|auteur|autore|redact[oe]ur|writer|contributor)s?\b|author|byline", re.I
)
_NOT_AUTHOR_NAMES = re.compile(
    r"bio|comment|related|teaser|recommend|authorized|more-from|social|follow|newsletter", re.I
)
_GENRES = (
    r"analys[ei]s?|artikel|article|aufgezeichnet|beitrag|bericht|column|commentary|essay|gastbeitrag|geschrieben|glosse|"
    r"interview|kolumne|kommentar|kritik|leitartikel|meinung|opinion|porträt|posted|protokoll|reportage|report(?:ed|ing)|"
    r"review|rezension|story|text|verfasst|words|written"
)
_BY = re.compile(
    rf"^\W*(?:(?:(?:{_GENRES}|(?:ein|eine) \w+) )?(?:by|von)\s*:?|autor(?:in)?/autor(?:in)?|"
    r"(?:écrit |propos recueillis |recueilli )?par|(?:escrito )?por|(?:a cura |articolo |intervista )?di|scritto da|"
    r"(?:geschreven )?door|av|af|od|"
    r"autor(?:in|innen|en)?\s*:|autor[ei]s?\s*:|auteure?s?\s*:|authors?\s*:|contributors?\s*:|"
    r"(?:interview|protokoll|text(?:[eo]|und fotos)?|írta|napsala?|opracowała?|haber|teksti)\s*:)"
    r"\s+(?=[^\W\d_])(.{3,140})$",
    re.IGNORECASE,
)
# The same in languages whose words for it are also other words: a colon or a space must follow.
_BY_ELSEWHERE = re.compile(
    r"^\W*(?:(?:作者|撰文|著者|執筆|文|글|автор|текст|penulis|reporter|yazar|yazan|tác giả|tekst)\s*[:：/／]|"
    r"(?:记者|記者)\s*[:：\s]|(?:oleh|skrevet av|skrivet av|tekst av|بقلم|מאת)\s)\s*(?=[^\W\d_])(.{2,60})$",
    re.IGNORECASE,
)
_BY_AFTER_DATE = re.compile(r"\d\W+(?i:by|von|par|por|di)\s+(?=[^\W\d_])(.{3,60})$")
_LABEL = re.compile(
    r"^\W*(?:(?:written|posted|published|reported|article|story|text|words) by|by|von|ein (?:beitrag|artikel) von|par|"
    r"écrit par|por|escrito por|di|scritto da|door|autor(?:in|innen|en|es)?|authors?|auteure?s?|autor[ei]|作者|记者|"
    r"著者)\s*[:：]?\s*$",
    re.IGNORECASE,
)
_TELLS_AUTHOR = re.compile(
    r"^\W*(?:(?:written|article|story|text|words) by|ver(?:fasst|öffentlicht) von|(?:beitrag|artikel|text) von|"
    r"autor(?:in|innen|en)?\b|authors?\b|auteure?s?\b|autor[ei]\b|contributors?\b|écrit par|escrito por|scritto da)",
    re.IGNORECASE,
)
_AUTHOR_PAGE = re.compile(
    r"/(?:authors?|autor(?:en|in|es|i|e)?|auteurs?|profile?|people|person(?:en)?|contributors?|journalists?|"
    r"redakt\w+|reporters?|columnists?|by)/[^/?#]",
    re.IGNORECASE,
)
_PERSON_SIGNS = re.compile(r"(?:^|[\s_-])(?:user|person|author|writer|pen|pencil|avatar)s?\b", re.I)  # names of icons
_DATE_WORDS = re.compile(
    r"^\W*(?:(?:erst(?:ellt|veröffentlicht)|veröffentlicht|publi(?:ziert|shed|é|cado|cato|kováno)|posted|"
    r"created|updated|aktualisiert|stand|datum|date|geändert|last updated|modifié|mis à jour|actualizado|"
    r"aggiornato|pubblicato|le|el|on|am|vom|um|at|à)\W*)*$",
    re.IGNORECASE,
)
_NUMBERS_AND_ZONES = re.compile(
    r"[\d\W_]+|\b(?:uhr|h|am|pm|a\.m|p\.m|gmt|utc|cet|cest|est|edt|et|pst|pdt|bst|ist|min(?:uten?|utes?)?|"
    r"read|lesezeit|lesedauer|de|st|nd|rd|th)\b",
    re.IGNORECASE,
)
_WEEKDAY = (
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|lundi|mardi|"
    r"mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lunedì|"
    r"martedì|mercoledì|giovedì|venerdì|sabato|domenica"
)
_MONTH = (
    r"jan\w*|j[äa]nner|feb\w*|f[ée]v\w*|mar\w*|märz|avr\w*|apr\w*|ma[iy]\w*|ju[nl]\w*|jui\w*|aug\w*|ao[uû]t|"
    r"ago\w*|sep\w*|set\w*|o[ck]t\w*|out\w*|nov\w*|de[cz]\w*|d[ée]c\w*|dic\w*|ene\w*|gen\w*|mag\w*|giu\w*|"
    r"lug\w*"
)
_CALENDAR = re.compile(rf"\b(?:{_WEEKDAY}|{_MONTH})\b\.?", re.IGNORECASE)
_DATED_NAMES = re.compile(r"date|datum|time|publi|meta|byline|author|info\b|posted", re.IGNORECASE)
_OTHERS = re.compile(
    r"\W+(?:(?:last )?updated|published|posted|fact[- ]checked|(?:medically |legally )?reviewed|edited|translated|"
    r"photographs?|photos?|illustrations?|fotos?|veröffentlicht|aktualisiert|mis à jour|publié|actualizado|publicado|"
    r"aggiornato|pubblicato)\b",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s*[|•·\n]\s*")
_YEAR_OR_TIME = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[:.h]\d\d\b")


@dataclass(frozen=True, slots=True)
class Byline:
    """What stands under the headline. published, modified: days as dates.py gives them, from words."""

    credits: Credits
    published: str | None
    modified: str | None


def read_byline(blocks: Sequence[Block], numbers: Sequence[int], *, site: str | None) -> Byline:
    """Read names and date in these blocks near the headline."""
    found = Credits()
    days: dict[str, str] = {}
    below = False  # the headline
    for number in numbers:
        block = blocks[number]
        below = below or 1 <= block.level <= 2
        if not _may_name(block):
            continue
        if not found.people and (text := _labelled(block, blocks[number + 1 : number + 3])):
            found = found + _proper(read_credits(text, site=site))
        elif not found.people and (text := _names_in(block, icons=below)):
            found = found + _sure(read_credits(text, site=site))
        if len(days) < 2 and (_DATED_NAMES.search(_names_around(block)) or is_byline(block) or _tells_day(block.text)):
            days = {**told_days(block.text), **days}
    return Byline(found, days.get("published"), days.get("modified"))


def _tells_day(text: str) -> bool:
    return len(text) <= _NAME and any(sign.isdigit() for sign in text) and tells_day(text)


def read_labelled(blocks: Sequence[Block], numbers: Sequence[int], *, site: str | None, near: range) -> Credits:
    """Read the first line that says that it names the author, away from the headline.

    near: where "By" is enough. Elsewhere, where teasers and pictures are, it must be "Written by" or the like.
    """
    for number in numbers:
        block = blocks[number]
        if not _may_name(block) or not (number in near or _TELLS_AUTHOR.match(_spaced(block))):
            continue
        if text := _labelled(block, blocks[number + 1 : number + 3]):
            credits = _proper(read_credits(text, site=site))
            if credits.people or credits.offices:
                return credits if number in near else _sure(credits)
    return Credits()


def _may_name(block: Block) -> bool:
    return block.kind not in ("picture", "caption") and block.level != 1 and len(block.text) <= _LONGEST


def _proper(credits: Credits) -> Credits:
    return replace(credits, offices=tuple(filter(is_proper, credits.offices)))


def _sure(credits: Credits) -> Credits:
    """Give the names that are plainly a person's: of two words, where the script has capitals."""
    people = tuple(name for name in credits.people if " " in name or name[0].upper() == name[0].lower())
    return Credits(people, credits.agencies)


def is_byline(block: Block) -> bool:
    """Tell whether a block is only a byline, a date, or both: no text of the article."""
    if (
        len(block.text) > _LONGEST
        or block.kind not in ("text", "caption")
        or any(name == "table" for name, _ in block.path)
    ):
        return False
    text = _undated(block.text)
    if not text or _DATE_WORDS.match(text):
        return bool(_YEAR_OR_TIME.search(block.text)) or bool(text)
    if found := _BY.match(text) or _BY_ELSEWHERE.match(text):
        credits = read_credits(found[1])
        return bool(credits.people or credits.agencies) and len(text.split()) <= 14
    return _named_author(block) and len(text.split()) <= 10


def _labelled(block: Block, following: Sequence[Block]) -> str | None:
    """Give the names in a line that says so: "By ...", "Von ...", "Author:"; None where it does not."""
    if block.level == 1:
        return None
    text = _spaced(block)
    if _LABEL.match(text):
        named = next((near for near in following if near.kind != "picture"), None)
        return _spaced(named) if named is not None and len(named.text) <= _NAME else None
    parts = (part.strip() for part in _PARTS.split(text))
    found = next(
        (
            found
            for part in parts
            if (found := _BY.match(part) or _BY_ELSEWHERE.match(part) or _BY_AFTER_DATE.search(part))
        ),
        None,
    )
    if found is None:
        return None
    names = _until_date(found[1])
    return "; ".join(text for text in _signing_links(block) if text in names) or names


def _names_in(block: Block, *, icons: bool) -> str | None:
    """Give the names in a line that the page's own names or its links tell to be a byline; None in others.

    icons: whether the icon of a person tells it, too; in front of the headline it is that of the reader's account.
    """
    if signing := _signing_links(block):
        return "; ".join(signing)
    if 1 <= block.level <= 2 or (block.kind == "heading" and not _named_author(block)):
        return None
    if block.kind == "text" and (named := _named_within(block, icons=icons)):
        return named
    text = _spaced(block)
    if _named_author(block):
        return "; ".join(text for _, text in _links(block)) or _until_date(_undated(_first_names(block)))
    parts = [part.strip() for part in _PARTS.split(text)]
    if len(parts) > 1 and any(map(_is_date, parts)) and _DATED_NAMES.search(_names_around(block)):
        return "; ".join(
            part
            for part in parts
            if len(part.split()) in (2, 3) and part.istitle() and "," not in part and not _is_date(part)
        )
    return None


def _spaced(block: Block) -> str:
    """Give the text of a line with a space between its elements: "By" and the name often stand apart by style alone."""
    texts = (unescape(piece) for piece in block.pieces if isinstance(piece, str) and piece[:1] != "<")
    return " ".join(" ".join(texts).split()) if "\n" not in block.text else block.text


def _first_names(block: Block) -> str:
    """Give a line of names. Whole names that stand in elements of their own are set off by semicolons; so are posts."""
    pieces = (unescape(piece).strip() for piece in block.pieces if isinstance(piece, str) and piece[:1] != "<")
    texts = [piece for piece in pieces if piece]
    return "; ".join(texts) if len(texts) > 1 and len(texts[0].split()) > 1 else _spaced(block)


def _named_within(block: Block, *, icons: bool) -> str | None:
    """Give the text of the elements of a line that are called its author, or that stand behind the icon of a person."""
    texts = []
    for element in islice(block.element.iterdescendants(), _LINKS):
        names = hints(element) if isinstance(element.tag, str) else ""
        if not names:
            continue
        text = " ".join(element.text_content().split())
        if icons and not text and element.tag in ("i", "svg", "span") and _PERSON_SIGNS.search(names):
            text = " ".join((element.tail or "").split())
        elif not _AUTHOR_NAMES.search(names) or _NOT_AUTHOR_NAMES.search(names):
            continue
        if text and len(text) <= _NAME and text in _spaced(block):
            texts.append(text)
    return "; ".join(dict.fromkeys(texts)) or None


def _until_date(text: str) -> str:
    """Cut a byline where its date or its clock begins, or other people's part in the text: names have no digits."""
    names, *dated = re.split(r"\d", _OTHERS.split(text, maxsplit=1)[0], maxsplit=1)
    return re.sub(rf"\W+(?:{_WEEKDAY}|{_MONTH})\W*$", "", names, flags=re.IGNORECASE) if dated else names


def _signing_links(block: Block) -> list[str]:
    """Give the texts of the links that lead to a page about an author."""
    links = islice(block.element.iter("a"), _LINKS)
    told = {element.get("href") for element in links if "author" in element.get("rel", "")}
    return [text for target, text in _links(block) if target in told or _AUTHOR_PAGE.search(target)]


def _links(block: Block) -> Iterator[tuple[str, str]]:
    target, text = None, ""
    for piece in block.pieces:
        if isinstance(piece, Link):
            target, text = piece.target, ""
        elif piece == "</a>":
            if target is not None and text.strip():
                yield target, unescape(" ".join(text.split()))
            target = None
        elif target is not None and not piece.startswith("<"):
            text += piece


def _names_around(block: Block) -> str:
    return " ".join(hints(near) for near in around(block, 2))


def _named_author(block: Block) -> bool:
    return any(
        _AUTHOR_NAMES.search(hints(near)) and not _NOT_AUTHOR_NAMES.search(hints(near)) for near in around(block, 2)
    )


def _undated(text: str) -> str:
    """Take date and time out of a line, with the words that lead to them."""
    if not any(sign.isdigit() for sign in text):
        return text.strip()
    parts = (
        part.strip()
        for part in re.split(r"\s*[|•·\n]\s*|,\s(?=\D{0,12}\d)|\s(?=\d{1,2}[./]\d|\d{4}-)|\s+[–—-]\s+", text)
    )
    return " ".join(part for part in parts if part and not _is_date(part))


def _is_date(text: str) -> bool:
    bare = _CALENDAR.sub(" ", text)
    bare = _NUMBERS_AND_ZONES.sub(" ", bare)
    return any(sign.isdigit() for sign in text) and bool(_DATE_WORDS.match(" ".join(bare.split())))
