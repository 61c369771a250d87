"""Words of a query that may be mistyped, and the query with others in their place. Pure; knows no engine."""

from collections.abc import Mapping
from dataclasses import dataclass

from clipper.search.lexing import Token, lex
from clipper.search.parsing import FIELDS, TEXT_FIELDS

FEWEST_CHARS = 4  # shorter words have too many neighbours
_LETTERS = frozenset("'’-")


@dataclass(frozen=True, slots=True)
class Doubted:
    """A word of a query, text[start:end]. field: where it is searched for, None for anywhere."""

    text: str
    field: str | None
    start: int
    end: int


def doubted(query: str) -> tuple[Doubted, ...]:
    """Give the plain words of a query: not those left out by "-" or NOT, in quotes, with "*" or "~", or of a value."""
    tokens, _ = lex(query, FIELDS)
    found = []
    for number, token in enumerate(tokens):
        before = tokens[number - 1] if number else None
        field = FIELDS[before.text] if before is not None and before.kind == "field" else None
        asked = field is None or field in TEXT_FIELDS
        if asked and _is_plain(token) and not _is_left_out(tokens[max(number - 2, 0) : number]):
            found.append(Doubted(token.text, field, token.start, token.end))
    return tuple(found)


def parts(query: str) -> tuple[str, ...]:
    """Give the words, phrases and values of a query that must be there, each with its field; none where OR stands."""
    tokens, complaints = lex(query, FIELDS)
    if complaints or any(token.kind == "or" for token in tokens):
        return ()
    found, open_brackets = list[str](), list[bool]()
    for number, token in enumerate(tokens):
        left_out = _is_left_out(tokens[:number]) or any(open_brackets)
        if token.kind == "open":
            field = number and tokens[number - 1].kind == "field"
            open_brackets.append(left_out or bool(field))
        elif token.kind == "close" and open_brackets:
            open_brackets.pop()
        elif token.kind in ("word", "phrase") and not left_out:
            before = tokens[number - 1] if number else None
            fielded = before is not None and before.kind == "field" and before.end == token.start
            if not (fielded and before is not None and FIELDS[before.text] == "sort"):
                found.append(query[before.start if fielded and before is not None else token.start : token.end])
    return tuple(dict.fromkeys(found))


def mended(query: str, others: Mapping[Doubted, str]) -> str:
    """Put other words in the place of some."""
    for word in sorted(others, key=lambda word: -word.start):
        query = query[: word.start] + others[word] + query[word.end :]
    return query


def _is_plain(token: Token) -> bool:
    letters = len(token.text) >= FEWEST_CHARS and all(one.isalpha() or one in _LETTERS for one in token.text)
    return token.kind == "word" and letters


def _is_left_out(before: list[Token]) -> bool:
    """Say whether a word is one that must not be there, by the two tokens before it.

    What stands in a bracket that was left out may be doubted.
    """
    kinds = [token.kind for token in before if token.kind != "field"]
    return bool(kinds) and kinds[-1] in ("minus", "not")
