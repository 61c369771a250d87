"""Refining: a value found in many clippings becomes a query that leaves these. Pure."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache

from clipper.answers import FacetField, Refinement
from clipper.search.lexing import lex
from clipper.search.parsing import FIELDS
from clipper.search.query import quoted

_NAMES: Mapping[FacetField, str] = {
    "site": "site", "section": "section", "author": "author", "year": "date", "month": "date", "language": "lang",
    "tag": "tag", "flag": "flag",
}  # fmt: skip
_STATES = {
    "unread": "is:unread", "starred": "is:starred", "untagged": "is:untagged", "note": "has:note",
    "picture": "has:picture",
}  # fmt: skip


def refinements(query: str, counts: Mapping[str, Mapping[str, int]], *, limit: int) -> tuple[Refinement, ...]:
    """Give what a query can be refined by, the most frequent of each field first; years and months in their order.

    counts: of "site", "section", "author", "month", "language", "tag", "flag" and "state"; what is not counted is left
    out. Months are given where all are of one year, else years.
    """
    return tuple(
        Refinement(field, value, count, taken=_stands_in(query, term), query=_turned(query, term))
        for field, value, count in _values(counts, limit)
        if (term := _term(field, value))
    )


@lru_cache(maxsize=1024)
def _term(field: FacetField, value: str) -> str:
    """Write a term; "" where it could not be read back: a value with quotation marks in it cannot."""
    if field == "state":
        return _STATES[value]
    term = f"{_NAMES[field]}:{quoted(value)}"
    tokens, complaints = lex(term, FIELDS)
    means = not complaints and len(tokens) == 2 and tokens[0].kind == "field" and tokens[1].text == value
    return term if means else ""


def _values(counts: Mapping[str, Mapping[str, int]], limit: int) -> Iterator[tuple[FacetField, str, int]]:
    plain: tuple[FacetField, ...] = ("site", "section", "author")
    for field in plain:
        yield from ((field, value, count) for value, count in list(counts.get(field, {}).items())[:limit])
    years: Counter[str] = Counter()
    months = counts.get("month", {})
    for month, count in months.items():
        years[month[:4]] += count
    yield from (("year", year, years[year]) for year in sorted(years, reverse=True)[:limit])
    if len(years) == 1:
        yield from (("month", month, months[month]) for month in sorted(months, reverse=True))
    plain = ("language", "tag", "flag", "state")
    for field in plain:
        yield from ((field, value, count) for value, count in list(counts.get(field, {}).items())[:limit])


def _turned(query: str, term: str) -> str:
    """Take a term into a query, or out of it. It goes in front: the last word may still be half typed."""
    if _stands_in(query, term):
        rest = " ".join(_pattern(term).sub(" ", query).split())
        inside = re.fullmatch(r"\(([^()]*)\)", rest)
        return inside.group(1) if inside else rest
    return f"{term} {_one_part(query)}".strip()


@lru_cache(maxsize=8)
def _one_part(query: str) -> str:
    """Write a query so that what is put beside it belongs to all of it."""
    query = query.strip()
    if not _has_loose_or(query):
        return query
    end = '"' if "open_quote" in lex(query, FIELDS)[1] else ""
    return f"({query}{end})"


def _has_loose_or(query: str) -> bool:
    """Say whether an OR stands outside of all brackets: what is put beside it would be a part of one side."""
    depth = 0
    for token in lex(query, FIELDS)[0]:
        depth += {"open": 1, "close": -1}.get(token.kind, 0)
        if token.kind == "or" and depth <= 0:
            return True
    return False


def _stands_in(query: str, term: str) -> bool:
    # A pattern takes longer to be read than most queries to be looked through.
    return term.casefold() in query.casefold() and _pattern(term).search(query) is not None


def _pattern(term: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\S){re.escape(term)}(?!\S)", re.IGNORECASE)
