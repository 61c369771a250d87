"""What a page writes as a date -> YYYY-MM-DD, or ISO 8601 with its offset. Pure text; fills in nothing."""

import re
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime

_ISO = re.compile(
    r"^\s*(?P<day>\d{4}-\d{2}-\d{2})(?:[T\s]+(?P<time>\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?)\s*"
    r"(?P<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2}(?::?\d{2})?|[+-]\d{2})?(?:\[[^\]]*\])?)?",
    re.IGNORECASE,
)
_BASIC = re.compile(r"^\s*(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{4})?)?\s*$")
_SLASHES = re.compile(r"^\s*(\d{4})[/.](\d{1,2})[/.](\d{1,2})\b")
# A line a month, in the languages of Europe.
_MONTHS = {
    name: number
    for number, names in enumerate(
        """
        january jan januar jänner janvier enero ene gennaio gen janeiro januari styczeń stycznia leden ledna ocak
        february feb februar feber février febrero febbraio fevereiro februari lutego únor února şubat
        march mar märz mrz mars marzo março maart marca března mart marts
        april apr avril abril aprile abr kwietnia dubna nisan
        may mai mayo maggio maio mei maja května mayıs maj
        june jun juni juin junio giugno junho czerwca června haziran
        july jul juli juillet julio luglio julho lipca července temmuz
        august aug août agosto ago augustus sierpnia srpna ağustos
        september sep sept septembre septiembre settembre setembro września září eylül
        october oct oktober okt octobre octubre ottobre outubro października října ekim oktobra
        november nov novembre noviembre novembro listopada listopadu kasım
        december dec dezember dez décembre diciembre dicembre dezembro grudnia prosince aralık decembra
        """.strip().splitlines(),
        start=1,
    )
    for name in names.split()
}
_NAMES = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DAY_MONTH = re.compile(
    rf"\b(\d{{1,2}})(?:\.|st|nd|rd|th|er|º)?\s*(?:de |of )?({_NAMES})\.?,?\s*(?:de |del )?(\d{{4}})\b", re.IGNORECASE
)
_MONTH_DAY = re.compile(rf"\b({_NAMES})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})\b", re.IGNORECASE)
_DOTTED = re.compile(r"(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\b")
_DOTTED_SHORT = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d{2})(?![\d.])")
_HAN = re.compile(r"(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]")
_ISO_WITHIN = re.compile(r"(?<![\d.])(\d{4})(-|\.\s?)(\d{2})\2(\d{2})(?!\d)")
_UPDATED = re.compile(
    r"\b(?:updated|modified|revised|aktualisiert|geändert|mise? à jour|modifié|actualizado|aggiornato|modificato|"
    r"bijgewerkt|atualizado|uppdaterad|oppdatert|opdateret|zaktualizowano)\b|\bstand:|更新|修正|수정",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    r"\b(?:published|posted|created|erstellt|veröffentlicht|publi(?:ziert|é)|publicado|pubblicato|gepubliceerd|"
    r"publicerad|publisert|opublikowano)\b|公開|发布|發布|掲載|기사입력|입력|등록",
    re.IGNORECASE,
)
_TELLING = re.compile(f"({_UPDATED.pattern}|{_PUBLISHED.pattern})", re.IGNORECASE)
_IN_ADDRESS = re.compile(r"/(20[012]\d|199\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)")
_NAMED_IN_ADDRESS = re.compile(r"/(20[012]\d|199\d)/([a-z]{3})/(0?[1-9]|[12]\d|3[01])(?=/)")


def normal(text: str) -> str | None:
    """Give the date of a field for machines (JSON-LD, meta, time element). None where it names no whole day.

    Midnight is how systems write a day: then the day alone is given. A time without its zone is not a moment: likewise.
    """
    text = text.strip()
    if found := _ISO.match(text):
        return _from_iso(found)
    if found := _BASIC.match(text):
        return _day(*(int(part) for part in found.groups()[:3]))
    if found := _SLASHES.match(text):
        return _day(*(int(part) for part in found.groups()))
    if re.match(r"^\w{3},? \d{1,2} \w{3} \d{4} ", text):
        try:
            moment = parsedate_to_datetime(text)
        except (ValueError, TypeError):
            return written(text)
        return _sane(moment) if moment.tzinfo else _day(moment.year, moment.month, moment.day)
    return written(text)


def written(text: str) -> str | None:
    """Give the first whole day named in words or digits that a reader would understand without doubt."""
    if found := _ISO_WITHIN.search(text):
        return _day(int(found[1]), int(found[3]), int(found[4]))
    if found := _DAY_MONTH.search(text):
        return _day(int(found[3]), _MONTHS[found[2].lower()], int(found[1]))
    if found := _MONTH_DAY.search(text):
        return _day(int(found[3]), _MONTHS[found[1].lower()], int(found[2]))
    if found := _DOTTED.search(text):
        return _day(int(found[3]), int(found[2]), int(found[1]))
    if found := _DOTTED_SHORT.search(text):
        return _day(2000 + int(found[3]), int(found[2]), int(found[1]))
    if found := _HAN.search(text):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    return None


def told_days(text: str) -> dict[str, str]:
    """Give the days in a line under a headline: "published" and "modified", as far as it tells them.

    What the line calls an update is no day of publication, and a day of which it says nothing is.
    """
    days: dict[str, str] = {}
    told = "published"
    for piece in _TELLING.split(text):
        if _TELLING.fullmatch(piece):
            told = "modified" if _UPDATED.fullmatch(piece) else "published"
        elif day := written(piece):
            days.setdefault(told, day)
    return days


def tells_day(text: str) -> bool:
    """Tell whether a text says of itself that it names the day of publication or of a change."""
    return bool(_TELLING.search(text))


def tells_update(text: str) -> bool:
    """Tell whether a text says of what follows that it is the time of a change."""
    told = _TELLING.findall(text)
    return bool(told) and bool(_UPDATED.search(text[text.rfind(told[-1]) :]))


def in_address(url: str) -> str | None:
    """Give the whole day in the path of an address, as /2024/08/14/ or /2024/aug/14/."""
    if found := _IN_ADDRESS.search(url):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    named = _NAMED_IN_ADDRESS.search(url)
    return _day(int(named[1]), _MONTHS[named[2]], int(named[3])) if named and named[2] in _MONTHS else None


def same_moment(one: str, other: str) -> bool:
    """Tell whether two dates name one moment, or one day where either is a day."""
    if len(one) == 10 or len(other) == 10:
        return one[:10] == other[:10]
    return datetime.fromisoformat(one) == datetime.fromisoformat(other)


def _from_iso(found: re.Match[str]) -> str | None:
    day, time, zone = found["day"], found["time"], found["zone"]
    year, month, number = (int(part) for part in day.split("-"))
    if time is None or zone is None or time.replace(":", "").strip("0., ") == "":
        return _day(year, month, number)
    hour, minute, *rest = time.replace(",", ".").split(":")
    second = rest[0].split(".")[0] if rest else "00"
    zone = "+00:00" if zone.upper() in ("Z", "UTC", "GMT") else zone
    sign, digits = zone[0], zone[1:].replace(":", "").ljust(4, "0")[:4]
    try:
        moment = datetime.fromisoformat(f"{day}T{hour:0>2}:{minute}:{second}{sign}{digits[:2]}:{digits[2:]}")
    except ValueError:
        return _day(year, month, number)
    return _sane(moment)


def _sane(moment: datetime) -> str | None:
    return moment.isoformat(timespec="seconds") if _day(moment.year, moment.month, moment.day) else None


def _day(year: int, month: int, number: int) -> str | None:
    """Give a day. A system's zero and the future are no dates of publication; printed news begin in 1605."""
    try:
        day = date(year, month, number)
    except ValueError:
        return None
    tomorrow = datetime.now(UTC).date() + timedelta(days=2)
    return day.isoformat() if date(1605, 1, 1) <= day <= tomorrow and day != date(1970, 1, 1) else None
