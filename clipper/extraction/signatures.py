"""What is written at the ends of a text about who wrote it: dateline, sign-off, signature. Pure text."""

import re
from collections.abc import Iterator

from clipper.extraction.agencies import agencies_within, agency
from clipper.extraction.names import Credits, read_credits

_LONGEST_NAME = 40  # characters
_SIGNED = re.compile(r"^\W{0,2}[(\[]\s*([^()\[\]]{2,70})\s*[)\]]\W{0,2}$")
_SOURCE = re.compile(
    r"^\W*(?:quelle|source|fuente|fonte|mit material (?:von|der)|with (?:files|material) from)\s*:?\s*(.{2,80})$",
    re.IGNORECASE,
)
_INFOCOM = re.compile(r"^\W*(?:©\s*)?dpa-infocom\b.{0,80}$", re.IGNORECASE)
_DATELINE = re.compile(r"^(?:[^()\n]{0,60}?)\(([^()]{2,40})\)\s*[-–—:.]")
_MAIL = re.compile(r"\s*[(\[<]?\b[\w.+-]{1,64}@[\w.-]{1,64}\.[a-z]{2,12}[)\]>]?\W*$", re.IGNORECASE)
_KOREAN_POST = re.compile(r"(?:^|(?<=\s))\S{0,4}(?:기자|특파원|칼럼니스트|논설위원|평론가|소설가)(?=\s|$)")
_KOREAN_NAME = re.compile(r"[\uac00-\ud7ff]{2,4}")
_LEADING_AGENCY = re.compile(r"^([A-Z][\w/-]{1,20})\s*[-–—]\s")


def read_sign_off(text: str) -> Credits | None:
    """Read a line that ends an article: names or agencies in brackets, or a source. None where it is text."""
    if found := _SIGNED.match(text):
        parts = re.split(r"\s*(?:--+|[/;,|])\s*|\s+[–—-]\s+", found[1])
        named = [part for part in parts if agency(part)]
        if named or all(_could_sign(part) for part in parts):
            whole = read_credits(found[1].replace("/", ";"))
            people = tuple(person for person in whole.people if " " in person or "." in person)
            return Credits(people, whole.agencies)
    if _INFOCOM.match(text):
        return Credits(agencies=("dpa",))
    if (found := _SOURCE.match(text)) and (agencies := agencies_within(found[1])):
        return Credits(agencies=agencies)
    if len(text) <= 40 and (agencies := agencies_within(text)) and len(text) <= sum(map(len, agencies)) + 8:
        return Credits(agencies=agencies)
    return None


def read_dateline(text: str) -> tuple[str, ...]:
    """Give the agencies named where a report begins, as in "BERLIN (dpa) - "."""
    found = _DATELINE.match(text[:110]) or _LEADING_AGENCY.match(text[:40])
    return agencies_within(found[1]) if found else ()


def sign_offs(texts: tuple[str, ...]) -> Iterator[Credits]:
    """Give what the sign-offs taken out of a text say."""
    for text in texts:
        if (found := read_sign_off(text)) is not None:
            yield found


def read_signature(text: str) -> str | None:
    """Give the name of the person who signs a text with it alone in the last line; None where the line is text."""
    words = text.split()
    if not 2 <= len(words) <= 4 or len(text) > _LONGEST_NAME or not all(word[0].isupper() for word in words):
        return None
    people = read_credits(text).people
    return people[0] if len(people) == 1 and text.rstrip() == people[0] else None


def read_addressed(text: str) -> str | None:
    """Give the name of the person in a line that has it, perhaps with a post, and an address for mail; else None."""
    found = _MAIL.search(text)
    if not found or found.start() > _LONGEST_NAME:
        return None
    people = read_credits(_KOREAN_POST.sub(" ", text[: found.start()])).people
    name = people[0] if len(people) == 1 else ""
    return name if _KOREAN_NAME.fullmatch(name) or (name and read_signature(name) == name) else None


def _could_sign(part: str) -> bool:
    """Tell whether a part of a bracket is a name, initials or an outlet's letters."""
    words = part.split()
    if not part or len(words) > 4 or any(sign.isdigit() for sign in part):
        return False
    return all(word[0].isupper() or (len(part) <= 5 and word.islower()) for word in words)
