"""The words around an article and its dates, in the languages of resources/pdf/words.json. Pure but for that file.

Knows nothing of documents or typesetting.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from clipper import resources

FALLBACK = "en"


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language. language: the one they are in."""

    language: str
    _table: Mapping[str, Any]

    def say(self, key: str, **values: object) -> str:
        """Give the sentence of a key with its named places filled."""
        return str(self._table[key]).format(**values)

    def count(self, number: int) -> str:
        """Say how many clippings a file holds."""
        return self.say("one_clipping" if number == 1 else "clippings", number=number)

    def names(self, names: Sequence[str]) -> str:
        """Join names as a sentence does."""
        if len(names) < 2:
            return "".join(names)
        return self.say("pair", first=self._table["comma"].join(names[:-1]), last=names[-1])

    def day(self, moment: datetime) -> str:
        """Write a day out."""
        month = self._table["months"][moment.month - 1]
        pattern = "first_day" if moment.day == 1 and "first_day" in self._table else "day"
        return self.say(pattern, day=moment.day, month=month, number=moment.month, year=moment.year)

    def date(self, published: str) -> str:
        """Write a date of an article out, with its time where one is known. What is no ISO 8601 is given as it is.

        The hour stays as published: it is never shifted by a zone.
        """
        try:
            moment = datetime.fromisoformat(published)
        except ValueError:
            return published
        if len(published) <= 10 or (moment.hour, moment.minute) == (0, 0):
            return self.day(moment)
        return self.say("moment", day=self.day(moment), hour=moment.hour, minute=f"{moment.minute:02}")


def words(*languages: str | None) -> Words:
    """Give the words of the first of languages (ISO 639-1) that we have, else English."""
    table = _tables()
    found = next((name for name in languages if name in table), FALLBACK)
    return Words(found or FALLBACK, table[found or FALLBACK])


@cache
def _tables() -> dict[str, dict[str, Any]]:
    tables: dict[str, dict[str, Any]] = json.loads(resources.path("pdf", "words.json").read_text(encoding="utf-8"))
    return tables
