"""Facets: how often each site, author, month, language and tag stands among some clippings. Reads no text."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from clipper.store import records

Counts = Mapping[str, int]
"""Value -> in how many clippings, the most frequent first."""

# MATERIALIZED: else the list is read anew for every row.
_FOUND = "WITH found (id) AS MATERIALIZED (SELECT value FROM json_each(?))"
_COLUMNS = {
    "site": "SELECT c.site, count(*) FROM found JOIN clippings c USING (id) WHERE c.site <> '' GROUP BY 1",
    "author": "SELECT j.value, count(DISTINCT c.id) FROM found JOIN clippings c USING (id), json_each(c.authors) j"
    " GROUP BY 1",
    "month": "SELECT substr(c.date, 1, 7), count(*) FROM found JOIN clippings c USING (id)"
    " WHERE c.date GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]*' GROUP BY 1",
    "language": "SELECT c.language, count(*) FROM found JOIN clippings c USING (id) WHERE c.language <> '' GROUP BY 1",
}
_TAGS = "SELECT n.name, t.clipping FROM found JOIN clipping_tags t ON t.clipping = found.id JOIN tags n ON n.id = t.tag"


def facets(connection: sqlite3.Connection, ids: Sequence[int]) -> dict[str, Counts]:
    """Count the values of "site", "author", "month" ("2026-03"), "language" and "tag" (with those below it)."""
    asked = (records.to_json(list(ids)),)
    counted = {
        field: _ordered((str(value), int(number)) for value, number in connection.execute(f"{_FOUND} {query}", asked))
        for field, query in _COLUMNS.items()
    }
    bearers: dict[str, set[int]] = defaultdict(set)
    for name, clipping in connection.execute(f"{_FOUND} {_TAGS}", asked):
        levels = name.split("/")
        for depth in range(1, len(levels) + 1):
            bearers["/".join(levels[:depth])].add(clipping)
    return counted | {"tag": _ordered((name, len(clippings)) for name, clippings in bearers.items())}


def _ordered(counts: Iterable[tuple[str, int]]) -> Counts:
    return dict(sorted(counts, key=lambda item: (-item[1], item[0])))
