"""The query language: any text is a query. A parser that never raises, and the tree it gives. Knows no engine.

    words        all of them, in any order, by stem and with accents folded      "in a row"   these words exactly
    -word, NOT   without it      a OR b, AND, ( )      AND binds closer than OR      begin*     words that begin so
    *wild?card*  any letters, one letter      word~, word~1, word~2      mistyped by one or two letters
    a NEAR/5 b, "a b"~5      within five words of each other, in any order; NEAR alone is NEAR/10, and binds closest
    title: site: author: section: text: note: lang:      before a word, a phrase or a bracket
    tag: is: has: added: url: id: flag:                  answered by SQL (SetTerm)
    date: after: before:                                 dates.py says how dates are written
    sort:newest, oldest, relevance, added                goes before the order chosen elsewhere

Operators are upper case. German names are understood, too (titel:, autor:, ODER ...). What is odd is a complaint and is
left out or taken as words.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from clipper.search import patterns
from clipper.search.lexing import Token, lex
from clipper.search.nodes import (
    And,
    DateRange,
    Everything,
    Fuzzy,
    Ids,
    Near,
    Node,
    Not,
    Or,
    Parsed,
    Phrase,
    Prefix,
    SetTerm,
    Term,
    Wildcard,
    Word,
)
from clipper.search.parsing import FIELDS, TEXT_FIELDS, choices, read
from clipper.search.terms import beginning

__all__ = [
    "TEXT_FIELDS", "WHOLE_VALUES", "And", "DateRange", "Everything", "Fuzzy", "Ids", "LastWord", "Near", "Node", "Not",
    "Or", "Parsed", "Phrase", "Prefix", "SetTerm", "Term", "Wildcard", "Word", "choices", "half_typed", "last_word",
    "parse", "positive", "quoted", "resolve", "typed_near",
]  # fmt: skip


WHOLE_VALUES = frozenset({"tag", "site", "author", "section", "language"})
"""Fields that are completed to a whole value, of several words as it may be."""


@dataclass(frozen=True, slots=True)
class LastWord:
    """The word at the end of a query, for completion. text[start:] is to be replaced; field "" for a plain word."""

    start: int
    field: str
    text: str


def parse(text: str, *, today: date | None = None) -> Parsed:
    """Read a query. Never raises, whatever the text. today: what "yesterday" is counted from; None: the clock's day.

    Complaints: open_quote, open_bracket, too_deep, too_long, no_words, no_wildcard (a * in quotation marks), no_near
    (NEAR between other than words and phrases of one field), short_wildcard:PATTERN, short_fuzzy:WORD, wide_fuzzy:WORD,
    unknown_field:NAME, unknown_value:FIELD:VALUE, bad_date:TEXT, bad_id:TEXT.
    """
    return read(text, today or date.today())  # a day as the user sees it


def resolve(tree: Node, sets: Callable[[SetTerm | Term], frozenset[int]]) -> Node:
    """Put sets of ids in the place of what SQL answers. sets is asked once for each, but not for field "id".

    It is asked for every SetTerm, and for every term with field "note".
    """
    known: dict[Node, Ids] = {}

    def asked(term: SetTerm | Term) -> Ids:
        if term not in known:
            known[term] = Ids(frozenset(sets(term)))
        return known[term]

    def walk(node: Node) -> Node:
        match node:
            case SetTerm("id", value):
                return Ids(frozenset(int(number) for number in value.split(",")))
            case SetTerm():
                return asked(node)
            case Word() | Prefix() | Phrase() | Wildcard() | Fuzzy() | Near() if node.field == "note":
                return asked(node)
            case And(parts):
                return And(tuple(walk(part) for part in parts))
            case Or(parts):
                return Or(tuple(walk(part) for part in parts))
            case Not(part):
                return Not(walk(part))
        return node

    return walk(tree)


def half_typed(text: str, tree: Node) -> Node:
    """Take the last word of text, where it is still being typed, as the beginning of a word, too.

    For a search that answers while somebody types: the word itself ranks, longer words are found as well. A text that
    ends in a space, a quote or a bracket is not half typed. tree: that of parse(text). After NEAR a beginning is near
    nothing, so it may stand anywhere: where the whole word is near the other, that would be too much (see typed_near).
    """

    def loosened(near: Near, typed: Token) -> Node:
        others = [replace(part, field=near.field) for part in near.parts[:-1]]
        return Or((near, And((*others, beginning(typed.text, near.field)))))

    return _gone_on(text, tree, loosened)


def typed_near(text: str, tree: Node) -> Node:
    """Do as half_typed, but take what stands after NEAR for a whole word."""
    return _gone_on(text, tree, lambda near, _typed: near)


def _gone_on(text: str, tree: Node, loosened: Callable[[Near, Token], Node]) -> Node:
    typed = _typed(text)
    if typed is None:
        return tree
    pattern = patterns.parts(typed.text)

    def walk(node: Node) -> Node:
        match node:
            case And(parts):
                return And((*parts[:-1], walk(parts[-1])))
            case Or(parts):
                return Or((*parts[:-1], walk(parts[-1])))
            case Word(word, field) if word == typed.text and field != "language":
                return Or((node, beginning(word, field)))
            case Wildcard(word, field) if pattern and pattern[-1] == word and not word.endswith("*"):
                return Or((node, Wildcard(f"{word}*", field)))
            case Near(parts) if parts[-1] == Word(typed.text):
                return loosened(node, typed)
        return node

    return walk(tree)


def positive(tree: Node) -> tuple[Term, ...]:
    """Give what a hit was found by, for marks and snippets: words, phrases and the like that stand under no Not."""
    match tree:
        case Word() | Prefix() | Phrase() | Wildcard() | Fuzzy() | Near():
            return (tree,)
        case And(parts) | Or(parts):
            return tuple(dict.fromkeys(term for part in parts for term in positive(part)))
    return ()


def quoted(value: str) -> str:
    """Write a value (of a tag, a site, an author) as it stands after a field: in quotes where it is no plain word.

    One with quotes in it cannot be written.
    """
    tokens, complaints = lex(f"tag:{value}", FIELDS)
    plain = [(token.kind, token.text) for token in tokens] == [("field", "tag"), ("word", value)]
    signs = "*" in value or "~" in value or patterns.parts(value)
    return value if plain and not complaints and not signs else f'"{value}"'


def last_word(text: str) -> LastWord | None:
    """Give the word that is being typed at the end of text; None where there is none (empty, ends in a space).

    In quotation marks that are still open it is the last word, or all of them where a field has such values.
    """
    tokens, complaints = lex(text, FIELDS)
    if "open_quote" in complaints:
        return _last_quoted(text, tokens)
    if tokens and tokens[-1].kind == "field" and tokens[-1].end == len(text):
        return LastWord(tokens[-1].end, FIELDS[tokens[-1].text], "")
    last = _typed(text)
    if last is None or "~" in last.text or patterns.parts(last.text):
        return None
    before = tokens[-2] if len(tokens) > 1 else None
    field = FIELDS[before.text] if before and before.kind == "field" and before.end == last.start else ""
    return LastWord(last.start, field, last.text)


def _last_quoted(text: str, tokens: list[Token]) -> LastWord | None:
    quote, before = tokens[-1], tokens[-2] if len(tokens) > 1 else None
    field = FIELDS[before.text] if before and before.kind == "field" and before.end == quote.start else ""
    if field in WHOLE_VALUES:
        return LastWord(quote.start, field, quote.text)
    word = re.search(r"\S+\Z", quote.text)
    return LastWord(len(text) - len(word.group()), "", word.group()) if word else None


def _typed(text: str) -> Token | None:
    """Give the word at the very end of a text."""
    tokens, complaints = lex(text, FIELDS)
    if not tokens or "open_quote" in complaints or tokens[-1].end != len(text) or tokens[-1].kind != "word":
        return None
    groups, space, last = tokens[-1].text.rpartition(" ")  # 10 000
    return replace(tokens[-1], start=tokens[-1].start + len(groups + space), text=last)
