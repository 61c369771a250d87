"""What find needs from SQL: texts for an index, and sets of ids for tag:, is:, has: and the like."""

import calendar
import re
import sqlite3
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import quote

from clipper import urls
from clipper.model import Article
from clipper.store import articles, changelog, facets, overlay, records, tagging
from clipper.store.database import Database

_GROUP = 200  # clippings read at once: about 2 MB of text and html

_IS = {
    "read": "read_at IS NOT NULL",
    "unread": "read_at IS NULL",
    "starred": "starred = 1",
    "trashed": "trashed_at IS NOT NULL",
    "tagged": "tags > 0",
    "untagged": "tags = 0",
    "doubtful": "flags <> '[]'",
}
_HAS = {
    "note": "note <> ''",
    "tag": "tags > 0",
    "picture": "picture IS NOT NULL",
    "flag": "flags <> '[]'",
    "capture": "id IN (SELECT clipping FROM captures)",
}
_NUMBERS = re.compile(r" *[0-9]{1,18} *(, *[0-9]{1,18} *)*")
_DAYS = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True)
class TextRow:
    """What an index takes in of a clipping, corrections laid over. Unknown is "".

    date: the day alone. sort_day: date, or the day added where it is unknown. url: for the host.
    """

    id: int
    title: str
    text: str
    subtitle: str
    site: str
    url: str
    authors: tuple[str, ...]
    section: str
    language: str
    date: str
    sort_day: str
    trashed: bool


class Searching:
    """Reads for find; writes nothing."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._columns: facets.Columns | None = None  # replaced as a whole, from any thread

    def texts(self, ids: Sequence[int] | None = None) -> Iterator[TextRow]:
        """Give texts in the order asked for, unknown ids left out; None: of all clippings, also those in the trash.

        Read in groups, so that no read stands open while the taker works.
        """
        if ids is None:
            with self._database.read() as connection:
                ids = [id for (id,) in connection.execute("SELECT id FROM clippings ORDER BY id")]
        for start in range(0, len(ids), _GROUP):
            group = ids[start : start + _GROUP]
            with self._database.read() as connection:
                found = {row.id: row for row in _texts(connection, group)}
            yield from (found[id] for id in group if id in found)

    def ids_for(self, field: str, value: str) -> frozenset[int]:
        """Answer a SetTerm, over all clippings (also those in the trash); a value not understood gives none.

        tag:NAME (and below) · is:read|unread|starred|trashed|tagged|untagged|doubtful · flag:FLAG
        has:note|tag|picture|flag|capture · url:TEXT (part of an address of the clipping) · id:N or N,N,N
        added:RANGE ("2026", "2026-11", "2026-11-24", "A..B", "A..", "..B", ">A", ">=A", "<A", "<=A"; UTC).
        """
        wanted = records.clean(value).strip()
        with self._database.read() as connection:
            if field == "tag":
                tags = (tag for tag, _name in tagging.below(connection, "/".join(_levels(wanted))))
                return frozenset(tagging.bearers(connection, tags))
            if field == "url":
                return _addressed(connection, wanted)
            return _where(connection, *_condition(field, wanted))

    def all_ids(self, *, trashed: bool = False) -> frozenset[int]:
        """Give all clippings outside the trash, or all in it."""
        # Left to itself SQLite reads all of another index.
        source = f"clippings INDEXED BY clippings_{'trash' if trashed else 'all'}"
        with self._database.read() as connection:
            query = f"SELECT id FROM {source} WHERE trashed_at IS {'NOT ' if trashed else ''}NULL"
            return frozenset(records.ids(connection, query))

    def notes(self) -> tuple[tuple[int, str], ...]:
        """Give all notes that are not empty, with their clippings, also those in the trash."""
        with self._database.read() as connection:
            return tuple(connection.execute("SELECT id, note FROM clippings WHERE note <> ''"))

    def values(self, field: str, prefix: str, *, limit: int = 8) -> tuple[str, ...]:
        """Give sites, authors or languages that begin with prefix, the most frequent first (completion).

        Those come last of which a later word begins so: an author is known by the surname.
        """
        source = {
            "site": "SELECT site, count(*) FROM clippings WHERE trashed_at IS NULL AND site <> '' GROUP BY site",
            "language": "SELECT language, count(*) FROM clippings NOT INDEXED"
            " WHERE trashed_at IS NULL AND language <> '' GROUP BY language",
            "author": "SELECT j.value, count(*) FROM clippings c NOT INDEXED, json_each(c.authors) j"
            " WHERE c.trashed_at IS NULL GROUP BY j.value",
        }.get(field)
        if source is None:
            return ()
        start = _folded(prefix)
        with self._database.read() as connection:
            rows = connection.execute(source).fetchall()
        fitting = list[tuple[bool, int, str]]()
        for value, count in rows:
            folded = _folded(str(value))
            if folded.startswith(start) or f" {start}" in folded:
                fitting.append((not folded.startswith(start), -count, str(value)))
        return tuple(value for _later, _count, value in sorted(fitting)[:limit])

    def facets(self, ids: Sequence[int], *, limit: int | None = None) -> dict[str, facets.Counts]:
        """Count the values of clippings. See facets.counted. The first time the values of all are read."""
        with self._database.read() as connection:
            known = self._columns or facets.NOTHING
            last, changed = changelog.named(connection, known.position)
            if changed is None or known is facets.NOTHING:
                known = facets.read(connection, last)
            elif last != known.position:
                known = facets.refreshed(known, connection, last, changed)
        self._columns = known
        return facets.counted(known, ids, limit=limit)


def days(text: str) -> tuple[str, str] | None:
    """Give first and last day of a range, "" where it is open; None for what is no range."""
    low, dots, high = text.partition("..")
    if dots:
        first, last = _span(low) if low else ("", ""), _span(high) if high else ("", "")
        return None if first is None or last is None or not low + high else (first[0], last[1])
    sign = re.match(r"[<>]=?", text)
    span = _span(text[sign.end() :].strip() if sign else text)
    if span is None or sign is None:
        return span
    # "<" and ">" leave the named days out. No day is later than "D~", no day of D earlier than "D".
    return {
        ">=": (span[0], ""),
        "<=": ("", span[1]),
        ">": (span[1] + "~", ""),
        "<": ("", span[0] + "!"),
    }[sign.group()]


def _span(text: str) -> tuple[str, str] | None:
    found = _DAYS.fullmatch(text)
    if found is None:
        return None
    year, month, day = found.groups()
    if month is None:
        return f"{year}-01-01", f"{year}-12-31"
    if not 1 <= int(month) <= 12 or int(year) < 1:
        return None
    last = calendar.monthrange(int(year), int(month))[1]
    if day is None:
        return f"{year}-{month}-01", f"{year}-{month}-{last:02}"
    return (text, text) if 1 <= int(day) <= last else None


def _condition(field: str, value: str) -> tuple[str, ...]:
    """Give the condition of a set term with its values; "0" where it is not understood."""
    if field == "is":
        return (_IS.get(value.lower(), "0"),)
    if field == "has":
        return (_HAS.get(value.lower(), "0"),)
    if field == "flag":
        return ("EXISTS (SELECT 1 FROM json_each(flags) j WHERE j.value = ?) AND flags <> '[]'", value.lower())
    if field == "id" and _NUMBERS.fullmatch(value):
        return ("id IN (SELECT value FROM json_each(?))", records.to_json([int(one) for one in value.split(",")]))
    if field == "added" and (span := days(value)) is not None:
        return ("added >= ? AND (? = '' OR added < ?)", span[0], span[1], _after(span[1]))
    return ("0",)


def _after(day: str) -> str:
    """Give a text greater than all moments of a day; of "D!", what is greater than all before D."""
    return day[:-1] if day.endswith("!") else day + "~"


def _where(connection: sqlite3.Connection, condition: str, *values: str) -> frozenset[int]:
    return frozenset(records.ids(connection, f"SELECT id FROM clippings WHERE {condition}", values))


def _addressed(connection: sqlite3.Connection, text: str) -> frozenset[int]:
    """Give the clippings with text in an address: their own, the canonical one, or one that a capture came from."""
    ways = sorted(_spelled(text))
    if not ways:
        return frozenset()
    own = " OR ".join(["instr(lower(url), ?) OR instr(lower(key), ?)"] * len(ways))
    fetched = " OR ".join(["instr(lower(url), ?)"] * len(ways))
    rows = connection.execute(
        f"SELECT id FROM clippings WHERE {own} UNION SELECT clipping FROM captures WHERE {fetched}",
        [*(way for way in ways for _ in range(2)), *ways],
    )
    return frozenset([id for (id,) in rows])


def _spelled(text: str) -> set[str]:
    """Give the ways in which a text may stand in an address: as typed, escaped, its host in IDNA, made canonical."""
    ways = {text.lower(), quote(text, safe="%/:?#[]@!$&'()*+,;=").lower()}
    if urls.is_web(text):
        ways.add(urls.canonical(text).removeprefix("https://").lower())
    with suppress(UnicodeError):  # raised for what is no name of a host
        ways.add(text.lower().encode("idna").decode("ascii"))
    return ways - {""}


def _levels(name: str) -> list[str]:
    return [kept for level in name.split("/") if (kept := " ".join(level.split()))]


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())


def _texts(connection: sqlite3.Connection, ids: Sequence[int]) -> list[TextRow]:
    asked = records.to_json(list(ids))
    corrected: dict[int, dict[str, str | tuple[str, ...]]] = {}
    for clipping, field, value in connection.execute(
        "SELECT clipping, field, value FROM corrections WHERE clipping IN (SELECT value FROM json_each(?))", (asked,)
    ):
        corrected.setdefault(clipping, {})[field] = articles.corrected_value(value)
    rows = connection.execute(
        "SELECT c.id, c.url, c.sort_day, c.trashed_at IS NOT NULL, '', a.flags, a.metadata, a.text, '', '[]'"
        " FROM clippings c JOIN articles a ON a.id = c.article WHERE c.id IN (SELECT value FROM json_each(?))",
        (asked,),
    )
    return [_text_row(row[:4], overlay.lay_over(articles.read(row[4:]), corrected.get(row[0], {}))) for row in rows]


def _text_row(row: tuple[int, str | None, str, int], article: Article) -> TextRow:
    id, url, sort_day, trashed = row
    metadata = article.metadata
    day = metadata.date.value or ""
    return TextRow(
        id=id,
        title=metadata.title.value or "",
        text=article.text,
        subtitle=metadata.subtitle.value or "",
        site=metadata.site.value or "",
        url=url or "",
        authors=tuple(metadata.authors.value or ()),
        section=metadata.section.value or "",
        language=metadata.language.value or "",
        date=day[:10] if overlay.is_day(day) else "",
        sort_day=sort_day,
        trashed=bool(trashed),
    )
