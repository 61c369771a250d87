"""The query language: any text is a query. A parser that never raises, and the tree it gives. Knows no engine.

    words        all of them, in any order, by stem and with accents folded      "in a row"   these words exactly
    -word, NOT   without it      a OR b, AND, ( )      AND binds closer than OR      begin*     words that begin so
    title: site: author: section: text: lang:      before a word, a phrase or a bracket
    tag: is: has: note: added: id: flag:           answered by SQL (SetTerm)
    date: after: before:                           dates.py says how dates are written

Operators are upper case. German names are understood, too (titel:, autor:, ODER ...). What is odd is a complaint and is
left out or taken as words.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from clipper.search.lexing import lex
from clipper.search.nodes import And, DateRange, Everything, Ids, Node, Not, Or, Parsed, Phrase, Prefix, SetTerm, Word
from clipper.search.parsing import FIELDS, TEXT_FIELDS, beginning, read

__all__ = [
    "TEXT_FIELDS", "And", "DateRange", "Everything", "Ids", "LastWord", "Node", "Not", "Or", "Parsed", "Phrase",
    "Prefix", "SetTerm", "Word", "half_typed", "last_word", "parse", "positive", "quoted", "resolve",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class LastWord:
    """The word at the end of a query, for completion. text[start:] is to be replaced; field "" for a plain word."""

    start: int
    field: str
    text: str


def parse(text: str, *, today: date | None = None) -> Parsed:
    """Read a query. Never raises, whatever the text. today: what "yesterday" is counted from; None: the clock's day.

    Complaints: open_quote, open_bracket, too_deep, too_long, no_wildcard, no_words, unknown_field:NAME,
    unknown_value:FIELD:VALUE, bad_date:TEXT, bad_id:TEXT.
    """
    return read(text, today or date.today())  # a day as the user sees it


def resolve(tree: Node, sets: Callable[[SetTerm], frozenset[int]]) -> Node:
    """Put sets of ids in the place of every SetTerm. sets is asked once for each one, but not for field "id"."""
    known: dict[SetTerm, Ids] = {}

    def walk(node: Node) -> Node:
        match node:
            case SetTerm("id", value):
                return Ids(frozenset(int(number) for number in value.split(",")))
            case SetTerm():
                if node not in known:
                    known[node] = Ids(frozenset(sets(node)))
                return known[node]
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
    ends in a space, a quote or a bracket is not half typed. tree: that of parse(text).
    """
    last = last_word(text)
    if last is None:
        return tree

    def walk(node: Node) -> Node:
        match node:
            case And(parts):
                return And((*parts[:-1], walk(parts[-1])))
            case Or(parts):
                return Or((*parts[:-1], walk(parts[-1])))
            case Word(word, field) if word == last.text and field != "language":
                return Or((node, beginning(word, field)))
        return node

    return walk(tree)


def positive(tree: Node) -> tuple[Word | Prefix | Phrase, ...]:
    """Give what a hit was found by, for marks and snippets: words, prefixes and phrases that stand under no Not."""
    match tree:
        case Word() | Prefix() | Phrase():
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
    return value if plain and not complaints and "*" not in value else f'"{value}"'


def last_word(text: str) -> LastWord | None:
    """Give the word that is being typed at the end of text; None where there is none (empty, ends in a space)."""
    tokens, complaints = lex(text, FIELDS)
    if not tokens or "open_quote" in complaints or tokens[-1].end != len(text):
        return None
    last = tokens[-1]
    if last.kind == "field":
        return LastWord(last.end, FIELDS[last.text], "")
    if last.kind != "word" or last.text.endswith("*"):
        return None
    before = tokens[-2] if len(tokens) > 1 else None
    field = FIELDS[before.text] if before and before.kind == "field" and before.end == last.start else ""
    return LastWord(last.start, field, last.text)
