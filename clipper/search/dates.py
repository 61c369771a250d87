"""Dates of the query language: a text and the day it is typed on become a first and a last day. Pure; never raises.

Read are 2026, 2026-11, 2026-11-24, 24.11.2026, 11.2026, 24/11/2026, "november 2026", "24. November 2026", today, heute,
yesterday, gestern, 7d, 2w, 3m, 1y (as far back from today), a range with "..", and one bound with <, <=, > or >=.
"""

import re
from datetime import date, timedelta

Days = tuple[str | None, str | None]
"""First and last day, both included, "YYYY-MM-DD"; None is open."""

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("januar january jan jänner", "februar february feb", "märz march mar mär maerz", "april apr", "mai may",
         "juni june jun", "juli july jul", "august aug", "september sept sep", "oktober october okt oct",
         "november nov", "dezember december dez dec"), start=1)
    for name in names.split()
}  # fmt: skip
_ISO = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?")
_EUROPEAN = re.compile(r"(?:(\d{1,2})[./-])?(\d{1,2})[./-](\d{4})")
_NAMED = re.compile(r"(?:(\d{1,2})(?:\.|th|st|nd|rd)?[ -]*)?([^\W\d_]+)\.?[ ,-]*(\d{4})?")
_BACK = re.compile(r"(\d{1,4})([dtwmyj])")
_BOUND = re.compile(r"(<=|>=|<|>)\s*(.+)")
_DAYS = {"d": 1, "t": 1, "w": 7, "m": 30, "y": 365, "j": 365}


def read_days(text: str, today: date) -> Days | None:
    """Read a date or a range of dates; None where it is neither. A range that runs backwards is turned round."""
    text = text.strip().lower()
    bound = _BOUND.fullmatch(text)
    if bound:
        period = _period(bound.group(2), today)
        return _bounded(bound.group(1), period) if period else None
    left, dots, right = text.partition("..")
    if not dots:
        period = _period(text, today)
        return (period[0].isoformat(), period[1].isoformat()) if period else None
    right = right.lstrip(".")
    first = _period(left, today) if left.strip() else None
    last = _period(right, today) if right.strip() else None
    if (left.strip() and not first) or (right.strip() and not last) or not (first or last):
        return None
    if first and last and first[0] > last[1]:
        first, last = last, first
    return (first[0].isoformat() if first else None, last[1].isoformat() if last else None)


def since(text: str, today: date) -> Days | None:
    """Read what stands after "after:": from the first day of it on, that day included."""
    period = _period(text.strip().lower(), today)
    return (period[0].isoformat(), None) if period else None


def until(text: str, today: date) -> Days | None:
    """Read what stands after "before:": all days before the first day of it. What is after: is not before:."""
    period = _period(text.strip().lower(), today)
    return _bounded("<", period) if period else None


def _bounded(sign: str, period: tuple[date, date]) -> Days | None:
    first, last = period
    try:
        if sign == ">":
            return (last + timedelta(days=1)).isoformat(), None
        if sign == "<":
            return None, (first - timedelta(days=1)).isoformat()
    except OverflowError:
        return None
    return (first.isoformat(), None) if sign == ">=" else (None, last.isoformat())


def _period(text: str, today: date) -> tuple[date, date] | None:
    text = text.strip()
    try:
        if text in ("today", "heute"):
            return today, today
        if text in ("yesterday", "gestern"):
            return today - timedelta(days=1), today - timedelta(days=1)
        if back := _BACK.fullmatch(text):
            return today - timedelta(days=int(back.group(1)) * _DAYS[back.group(2)]), today
        if iso := _ISO.fullmatch(text):
            return _days(iso.group(1), iso.group(2), iso.group(3))
        if european := _EUROPEAN.fullmatch(text):
            return _days(european.group(3), european.group(2), european.group(1))
        if named := _NAMED.fullmatch(text):
            month = _MONTHS.get(named.group(2))
            return _days(named.group(3) or str(today.year), str(month), named.group(1)) if month else None
    except (ValueError, OverflowError):
        return None
    return None


def _days(year: str, month: str | None, day: str | None) -> tuple[date, date]:
    if month is None:
        return date(int(year), 1, 1), date(int(year), 12, 31)
    if day is None:
        first = date(int(year), int(month), 1)
        following = first.replace(day=28) + timedelta(days=4)
        return first, following - timedelta(days=following.day)
    whole = date(int(year), int(month), int(day))
    return whole, whole
