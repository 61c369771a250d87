"""The text of a query cut into tokens. Any text can be cut."""

import re
from collections.abc import Container
from dataclasses import dataclass
from typing import Literal

Kind = Literal["word", "phrase", "field", "open", "close", "minus", "and", "or", "not", "near"]

WITHIN = 10  # words, where NEAR has no number: Xapian's and FTS5's, too
MOST_WITHIN = 1000

_QUOTES = '"“”„‟«»'
_TOKEN = re.compile(
    rf"""(?P<space>\s+)
    |(?P<open>\()
    |(?P<close>\))
    |(?P<minus>[-−](?=[^\s\-−]))
    |(?P<phrase>[{_QUOTES}](?P<inside>[^{_QUOTES}]*)(?P<end>[{_QUOTES}](?:~(?P<slop>[0-9]*))?)?)
    |(?P<field>[^\W\d_]+:(?!//))
    |(?P<groups>[1-9][0-9]{{0,2}}(?:[^\S\n][0-9]{{3}})+(?![^\s(){_QUOTES}]))
    |(?P<word>[^\s(){_QUOTES}]+)""",
    re.VERBOSE,
)
_WORD = re.compile(rf"[^\s(){_QUOTES}]+")
_NEAR = re.compile(r"(?:NEAR|NAHE)(?:/([0-9]*))?")
_KINDS: dict[str | None, Kind] = {"open": "open", "close": "close", "minus": "minus"}
_OPERATORS: dict[str, Kind] = {
    "AND": "and",
    "UND": "and",
    "OR": "or",
    "ODER": "or",
    "|": "or",
    "NOT": "not",
    "NICHT": "not",
}


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a query: text (of a phrase without its quotes; of a field its name in lower case), where it stands.

    within: of NEAR/5 and of a phrase with ~5, in words.
    """

    kind: Kind
    text: str
    start: int
    end: int
    within: int | None = None


def lex(text: str, fields: Container[str]) -> tuple[list[Token], tuple[str, ...]]:
    """Cut a query into tokens, and complain about a quote left open and fields that nobody knows.

    A field that is not among fields is taken as a word, together with what follows it.
    """
    tokens: list[Token] = []
    complaints: list[str] = []
    at = 0
    while match := _TOKEN.match(text, at):
        token = _token(match)
        if match["groups"] is not None and tokens and tokens[-1].kind == "field" and tokens[-1].end == at:
            first = match.group().split()[0]  # a field takes what stands right behind it
            token = Token("word", first, at, at + len(first))
        if token is not None and token.kind == "field" and token.text not in fields:
            if not (
                tokens and tokens[-1].kind == "field" and tokens[-1].end == at
            ):  # url:https: is no field of its own
                complaints.append(f"unknown_field:{token.text}")
            whole = _WORD.match(text, at)
            token = Token("word", whole.group(), at, whole.end()) if whole else token
        if match["phrase"] is not None and match["end"] is None:
            complaints.append("open_quote")
        if token is not None:
            tokens.append(token)
        at = token.end if token else match.end()
    return tokens, tuple(complaints)


def _token(match: re.Match[str]) -> Token | None:
    piece, start, end = match.group(), match.start(), match.end()
    if match["space"] is not None:
        return None
    if match["phrase"] is not None:
        return Token("phrase", match["inside"], start, end, _within(match["slop"]))
    if match["field"] is not None:
        return Token("field", piece[:-1].lower(), start, end)
    if match["groups"] is not None:
        return Token("word", piece, start, end)
    if match["word"] is not None and (near := _NEAR.fullmatch(piece)):
        return Token("near", piece, start, end, _within(near[1] or ""))
    if match["word"] is not None:
        return Token(_OPERATORS.get(piece, "word"), piece, start, end)
    return Token(_KINDS[match.lastgroup], piece, start, end)


def _within(digits: str | None) -> int | None:
    """Give a number of words; the usual one where none is said, None where none is asked for."""
    if digits is None:
        return None
    return min(int(digits[:6]), MOST_WITHIN) if digits else WITHIN
