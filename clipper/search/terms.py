"""What one piece of a query asks of a text: words, beginnings, patterns, fuzzy words, rows and what stands near. Pure.

What is odd is added to a list of complaints.
"""

import re
from dataclasses import replace
from itertools import islice

from clipper.search import numerals, patterns
from clipper.search.lexing import Token
from clipper.search.nodes import And, Fuzzy, Near, Node, Or, Phrase, Prefix, Wildcard, Word
from clipper.search.spelling import MOST_EDITS, reach
from clipper.search.words import exact, query_words, spaceless, spans

MOST_WORDS = 100  # of a phrase or a typed word; each costs a look at the text
_MOST = 20  # words of a phrase with ~, each of which is looked for around each; parts of one typed word
_FUZZY = re.compile(r"(.+)~([0-9]*)")
_STARRED = re.compile(r"\w\*|\*\w")
_LONGEST = 100  # signs of a pattern; no word of an index has more
_SHORTEST = 3  # letters; of a shorter word, half of all short words are an edit away


def term(token: Token, field: str | None, complaints: list[str]) -> Node | None:
    """Read a word or a phrase; None where it has no words."""
    found = query_words(token.text)
    if not found:
        return None
    if len(found) > MOST_WORDS:
        complaints.append("too_long")
        _, end, _ = next(islice(spans(token.text), MOST_WORDS - 1, None))
        token = replace(token, text=token.text[:end])
        found = query_words(token.text)
    if token.kind == "phrase":
        if _STARRED.search(token.text):
            complaints.append("no_wildcard")
        return _row(token, field, found)
    if " " in token.text:  # a number in groups, or several numbers
        groups = And(tuple(Word(word, field) for word in found))
        return Or((*(Word(way, field) for way in numerals.ways(token.text)), groups))
    if token.text.endswith("*") and "*" not in token.text.rstrip("*") and not patterns.parts(token.text.rstrip("*")):
        return beginning(token.text.rstrip("*"), field)
    if parts := patterns.parts(token.text):
        pattern = _all([_pattern(part, field, complaints) for part in parts[:_MOST]])
        return Or((pattern, Word(token.text, field))) if pattern and patterns.inclusive(token.text) else pattern
    if fuzzy := _FUZZY.fullmatch(token.text):
        return _all([_fuzzy(word, fuzzy[2], field, complaints) for word in query_words(fuzzy[1])[:_MOST]])
    return _in_all_ways(Word(token.text, field))


def beginning(text: str, field: str | None) -> Node:
    """Give the tree of a text whose last word goes on: the others as words."""
    found = query_words(text)
    last = Prefix(found[-1], field)
    return And((*(Word(word, field) for word in found[:-1]), last)) if len(found) > 1 else last


def near(left: Node, right: Node, within: int) -> Node | None:
    """Give two terms near each other; None where they cannot be: they are no words or phrases, or of two fields."""
    pairs = [_near(one, other, within) for one in _ways(left) for other in _ways(right)]
    good = tuple(pair for pair in pairs if pair)
    if len(good) < len(pairs):
        return None
    return Or(good) if len(good) > 1 else good[0]


def _near(left: Node, right: Node, within: int) -> Near | None:
    if not isinstance(left, Word | Phrase) or not isinstance(right, Word | Phrase):
        return None
    fields = {part.field for part in (left, right)} - {None}
    if len(fields) > 1 or "language" in fields:
        return None
    return Near((replace(left, field=None), replace(right, field=None)), max(within, 1), next(iter(fields), None))


def _in_all_ways(term: Word | Phrase) -> Node:
    """Give a term in all ways in which its numbers may be written; as it is typed last."""
    others: list[Word | Phrase]
    if isinstance(term, Phrase):
        others = [Phrase(way, term.field) for way in numerals.rows(term.words)]
    else:
        others = [Word(way, term.field) for way in numerals.ways(term.text)]
    return Or((*others, term)) if others else term


def _ways(node: Node) -> tuple[Node, ...]:
    """Give the terms of what _in_all_ways gave; any other node as it is."""
    if isinstance(node, Or) and isinstance(node.parts[-1], Word | Phrase) and node == _in_all_ways(node.parts[-1]):
        return node.parts
    return (node,)


def _row(token: Token, field: str | None, found: tuple[str, ...]) -> Node:
    chunks = [chunk for chunk in token.text.split() if query_words(chunk)][:_MOST]
    if token.within and len(chunks) > 1:
        return Near(tuple(Word(chunk) for chunk in chunks), token.within, field)
    return _in_all_ways(Phrase(found, field))


def _pattern(text: str, field: str | None, complaints: list[str]) -> Node | None:
    if "*" not in text and "?" not in text:
        return Word(text, field)
    if "*" not in text[:-1] and "?" not in text:
        return Prefix(text[:-1], field)
    if len(text) > _LONGEST:
        complaints.append("too_long")
        return None
    if not patterns.tells(text):
        complaints.append(f"short_wildcard:{text}")
        return None
    return Wildcard(text, field)


def _fuzzy(word: str, edits: str, field: str | None, complaints: list[str]) -> Node:
    if len(exact(word)) < _SHORTEST or spaceless(word):
        complaints.append(f"short_fuzzy:{word}")
        return Word(word, field)
    most = int(edits[:2]) if edits else reach(exact(word))
    if most > MOST_EDITS:
        complaints.append(f"wide_fuzzy:{word}")
    return Fuzzy(word, min(most, MOST_EDITS), field) if most else Word(word, field)


def _all(parts: list[Node | None]) -> Node | None:
    said = tuple(part for part in parts if part is not None)
    return And(said) if len(said) > 1 else said[0] if said else None
