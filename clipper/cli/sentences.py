"""Codes -> plain English sentences for the terminal. Pure."""

import re
from collections.abc import Sequence

from clipper.answers import Reextracted
from clipper.errors import BusyError, ClipperError, DamagedError, LibraryError, NotFoundError, TooNewError
from clipper.model import Fault, Flag

FAULTS = {
    "no_host": "There is no such server: {detail}.",
    "refused": "The server refused the connection: {detail}.",
    "tls": "The connection is not safe: {detail}.",
    "timeout": "The server took too long.",
    "status": "The server answered {detail}.",
    "too_large": "The page is too large ({detail}).",
    "private_address": "The address is on this machine or its network: {detail}. --allow-private fetches it.",
    "scheme": "Only http and https addresses can be clipped: {detail}.",
    "redirects": "The server sent us round and round.",
    "not_a_page": "That is no page but {detail}.",
    "empty": "There is nothing in it.",
    "damaged": "It is damaged: {detail}.",
    "too_slow": "Reading the page took too long.",
    "not_a_known_format": "That is no format that Clipper reads: {detail}.",
    "not_found": "There is no such file: {detail}.",
    "exists": "There is a file already: {detail}. --overwrite replaces it.",
    "read_only": "It cannot be written to: {detail}.",
    "full": "The disk is full: {detail}.",
    "no_folder": "There is no such folder: {detail}.",
    "failed": "It could not be written: {detail}.",
    "invalid": "That is not allowed: {detail}.",
    "locked": "Another program is writing to the index. Try again in a moment.",
    "missing": "There is no index yet.",
    "foreign": "The index was not written by this Clipper for this library.",
    "unwritable": "The index cannot be written to: {detail}.",
    "unexpected": "Something went wrong: {detail}. The log has more.",
}
DAMAGED = {
    "connection-lost": "The connection broke off.",
    "cut-short": "The server stopped in the middle of the page.",
    "no-answer": "The server gave no answer.",
    "protocol-error": "The server gave an answer that is no HTTP.",
    "content-encoding": "The page was packed wrongly by the server.",
    "missing_file": "The page that was kept is missing from the library's folder.",
    "capture_digest": "The page that was kept is not what was written: its file is damaged.",
}
FLAGS = {
    "consent": "The site showed its consent notice instead of the article.",
    "paywall": "Only the free part of the article is here.",
    "bot_check": "The site asked whether a person is reading.",
    "login": "The site asked for a login instead of showing the article.",
    "error_page": "This looks like an error page of the site.",
    "media_only": "This page is a video, a sound or a gallery with little text.",
    "no_article": "No article was found on the page; the page itself is kept.",
    "cut_short": "A part of the article may be missing.",
    "live_blog": "This is a live blog: it shows how things stood when it was clipped.",
    "doubtful": "It is not certain which part of the page is the article.",
}
REEXTRACTED = {
    "changed": "The article changed.",
    "unchanged": "The article stayed the same.",
    "kept": "Nothing was found on the page today. The article stays as it was.",
    "no_page": "No page was kept: the article was given as it stands.",
    "unknown": "There is no such clipping.",
    "failed": "The page could not be read. The article stays as it was.",
}
_LINES = re.compile(r"\d+(, \d+)*( \(\+\d+\))?")  # of a list: "3, 17 (+2)"
COMPLAINTS = {
    "open_quote": "A quotation mark is not closed; the rest was read as a phrase.",
    "open_bracket": "A bracket is not closed; it was closed at the end.",
    "too_long": "The search is too long; its end was left out.",
    "too_deep": "There are too many brackets in each other; the inner ones were left out.",
    "no_words": "There are no words to search for in it.",
    "no_wildcard": "In quotation marks a * stands for nothing; it was left out.",
    "no_near": "NEAR stands between two words or phrases; here it was read as AND.",
    "short_wildcard": "{detail} finds nearly everything and was left out. Give its first letter, or two in a row.",
    "short_fuzzy": "{detail} is too short to be searched for with ~; it was searched for as it stands.",
    "wide_fuzzy": "Words may differ by two letters at most: {detail} was searched for with ~2.",
    "unknown_field": "There is no field {detail}; it was searched for as a word.",
    "unknown_value": "{detail} was not understood and was left out.",
    "bad_date": "{detail} is no date. Write 2026, 2026-11 or 2026-11-24.",
    "bad_id": "{detail} is no number of a clipping.",
    "no_similar": "Clippings like it are found once the index is made.",
    "rough_order": "The index is being made, so the order is rough.",
    "unanswerable": "The index could not answer this. The library itself was searched; the log has more.",
}
INVALID = {
    "tag": "A tag has 1 to 200 characters and no control characters.",
    "title": "A title cannot be empty.",
    "date": "A date is written as 2026-11-24, or with its time in ISO 8601.",
    "language": "A language is a code of two letters, as en or de.",
    "text": "The text of an article cannot be empty.",
    "note": "The note is too long.",
    "search_name": "The name of a search has 1 to 200 characters and no control characters.",
    "query": "A search that is saved needs words.",
}


def fault(value: Fault) -> str:
    """Say why one thing failed."""
    if value.code == "invalid":
        return INVALID.get(value.detail, FAULTS["invalid"].format(detail=value.detail))
    sentence = _known(value) or FAULTS.get(value.code, "It failed: {detail}.").format(detail=value.detail or value.code)
    if value.retry_after_s is not None:
        sentence += f" Try again in {value.retry_after_s} seconds."
    return sentence


def _known(value: Fault) -> str | None:
    """Give a sentence of its own for some details."""
    if value.code == "scheme" and value.detail in ("http", "https"):
        return "That is no whole address."
    if value.code == "failed" and value.detail == "child":
        return "The typesetter gave up; the text may be too large for it."
    if value.code != "damaged":
        return None
    if "\ufffd" in value.detail:
        return f"Its name is no text in UTF-8; give it another: {value.detail}."
    if _LINES.fullmatch(value.detail):
        return f"Its other lines were taken; these could not be read: {value.detail}."
    return DAMAGED.get(value.detail)


def number(count: int, thing: str) -> str:
    """Say how many there are of a thing."""
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"


def flags(values: Sequence[Flag]) -> str:
    """Say what is not as it should be about a page that was kept; "" where all is well."""
    return " ".join(FLAGS[flag] for flag in values if flag in FLAGS)


def complaint(code: str) -> str:
    """Say what was odd about a query ("open_quote", "bad_date:TEXT", ...)."""
    name, _, detail = code.partition(":")
    return COMPLAINTS.get(name, "A part of the search was not understood: {detail}.").format(detail=detail or code)


def reextracted(value: Reextracted) -> str:
    """Say what became of a clipping whose kept page was read anew."""
    if value.error is not None:
        return f"{fault(value.error)} The article stays as it was."
    return REEXTRACTED[value.outcome]


def error(value: ClipperError) -> str:
    """Say what an error means."""
    where = value.path or value.detail
    if isinstance(value, TooNewError):
        return f"The library was written by a newer Clipper (version {value.detail}). It was not touched."
    if isinstance(value, BusyError):
        return "Another program holds the library. Try again in a moment."
    if isinstance(value, DamagedError) and value.detail == "missing":
        return f"The library's database is gone, but its pages are there: {where}. Put it back, or a copy of it."
    if isinstance(value, DamagedError):
        return f"The library is damaged: {where}. Safety copies lie in its folder copies."
    if isinstance(value, LibraryError) and value.code == "exists":
        return f"There is something already: {where}. A copy needs a place of its own."
    if isinstance(value, NotFoundError):
        return f"There is no such thing in the library: {value.detail}."
    return fault(value.fault())
