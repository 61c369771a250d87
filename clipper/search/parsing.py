"""Tokens of a query become its tree. Never raises; what is odd is a complaint. Knows no engine."""

from collections.abc import Mapping
from datetime import date

from clipper.model import FLAGS, Sort
from clipper.search import dates
from clipper.search.lexing import Token, lex
from clipper.search.nodes import And, DateRange, Everything, Node, Not, Or, Parsed, SetTerm, Word
from clipper.search.terms import near, term

TEXT_FIELDS = ("title", "site", "author", "section", "text")
MAX_TERMS = 200  # a pasted page is no question; what stands first counts
_MOST_PIECES = 20  # of an address with stars
_ADDRESSES = ("http://", "https://", "www.")
MAX_DEPTH = 40  # brackets in brackets, far below Python's recursion limit

FIELDS = {
    "title": "title", "titel": "title", "intitle": "title", "site": "site", "seite": "site", "website": "site",
    "quelle": "site", "source": "site", "author": "author", "autor": "author", "autorin": "author", "by": "author",
    "von": "author", "section": "section", "ressort": "section", "rubrik": "section", "text": "text",
    "lang": "language", "language": "language", "sprache": "language", "tag": "tag", "schlagwort": "tag", "is": "is",
    "ist": "is", "has": "has", "hat": "has", "note": "note", "notiz": "note", "added": "added",
    "hinzugefügt": "added", "clipped": "added", "id": "id", "flag": "flag", "date": "date", "datum": "date",
    "after": "after", "nach": "after", "since": "after", "seit": "after", "before": "before", "vor": "before",
    "url": "url", "address": "url", "adresse": "url", "sort": "sort", "sortierung": "sort",
}  # fmt: skip
_VALUES = {
    "is": {"read": "read", "gelesen": "read", "unread": "unread", "ungelesen": "unread", "starred": "starred",
           "gemerkt": "starred", "markiert": "starred", "trashed": "trashed", "papierkorb": "trashed",
           "tagged": "tagged", "untagged": "untagged", "doubtful": "doubtful", "zweifelhaft": "doubtful"},
    "has": {"note": "note", "notiz": "note", "picture": "picture", "bild": "picture", "tag": "tag", "tags": "tag",
            "schlagwort": "tag", "flag": "flag", "capture": "capture"},
}  # fmt: skip
_LANGUAGES = {
    "german": "de", "deutsch": "de", "english": "en", "englisch": "en", "french": "fr", "französisch": "fr",
    "spanish": "es", "spanisch": "es", "italian": "it", "italienisch": "it", "dutch": "nl", "niederländisch": "nl",
    "polish": "pl", "polnisch": "pl", "portuguese": "pt", "portugiesisch": "pt", "russian": "ru", "russisch": "ru",
    "ukrainian": "uk", "ukrainisch": "uk", "turkish": "tr", "türkisch": "tr", "arabic": "ar", "arabisch": "ar",
    "chinese": "zh", "chinesisch": "zh", "japanese": "ja", "japanisch": "ja",
}  # fmt: skip
_SORTS: Mapping[str, Sort] = {
    "newest": "newest", "neueste": "newest", "neuste": "newest", "oldest": "oldest", "älteste": "oldest",
    "relevance": "relevance", "relevanz": "relevance", "added": "added", "hinzugefügt": "added",
}  # fmt: skip


def choices(name: str) -> tuple[str, ...]:
    """Give what may stand after a field that takes few values (is, has, sort), in the language of the field's name."""
    known: Mapping[str, str] = _SORTS if FIELDS.get(name) == "sort" else _VALUES.get(FIELDS.get(name, ""), {})
    german = name not in ("is", "has", "sort")
    first: dict[str, str] = {}
    for word, meant in known.items():
        if word == meant if not german else not word.startswith(meant):
            first.setdefault(meant, word)
    return tuple(first.values())


def read(text: str, today: date) -> Parsed:
    """Read a query, as query.parse says."""
    tokens, complaints = lex(text, FIELDS)
    parser = _Parser(tokens, list(complaints), today)
    tree = parser.read()
    if tree is None and text.strip() and not parser.complaints and parser.sort is None:
        parser.complaints.append("no_words")
    return Parsed(tree or Everything(), tuple(dict.fromkeys(parser.complaints)), parser.sort)


class _Parser:
    """One reading of a list of tokens. None in the place of a node: nothing was said there."""

    def __init__(self, tokens: list[Token], complaints: list[str], today: date) -> None:
        self.tokens = tokens
        self.complaints = complaints
        self.today = today
        self.at = 0
        self.depth = 0
        self.terms = 0
        self.sort: Sort | None = None

    def read(self) -> Node | None:
        """Read all; a closing bracket that nobody opened is passed over."""
        parts = []
        while self.at < len(self.tokens):
            parts.append(self._either(None))
            if self._peek() == "close":
                self.at += 1
        return _joined(And, parts)

    def _either(self, field: str | None) -> Node | None:
        parts = [self._all(field)]
        while self._peek() == "or":
            self.at += 1
            parts.append(self._all(field))
        return _joined(Or, parts)

    def _all(self, field: str | None) -> Node | None:
        parts = []
        while self._peek() not in ("", "or", "close"):
            if self._peek() in ("and", "near"):
                self.at += 1
                continue
            parts.append(self._one(field))
        return _joined(And, parts)

    def _one(self, field: str | None) -> Node | None:
        negations = 0
        while self._peek() in ("not", "minus"):
            negations += 1
            self.at += 1
        if self._peek() in ("", "or", "and", "close"):
            return None
        node = self._nearby(field)
        return Not(node) if node is not None and negations % 2 else node

    def _nearby(self, field: str | None) -> Node | None:
        """Read a term and, after NEAR, the next one, and so on: each is near the one before it."""
        left = self._term(field) if self._peek() != "near" else None
        parts = [left]
        while self._peek() == "near":
            within = self.tokens[self.at].within or 1
            self.at += 1
            if self._peek() not in ("word", "phrase", "field", "open"):
                continue  # half typed, or a NOT, which nothing is near
            right = self._term(field)
            pair = near(left, right, within) if left and right else None
            if left and right and pair is None:
                self.complaints.append("no_near")
            if pair:
                parts = [*parts[:-1], pair] if parts[-1] is left else [*parts, pair]
            else:
                parts.append(right)
            left = right
        return _joined(And, parts)

    def _term(self, field: str | None) -> Node | None:
        token = self.tokens[self.at]
        self.at += 1
        if token.kind == "open":
            return self._bracket(field)
        if token.kind == "field":
            return self._fielded(FIELDS[token.text], token)
        return self._value(token, field)

    def _bracket(self, field: str | None) -> Node | None:
        if self.depth >= MAX_DEPTH:
            self.complaints.append("too_deep")
            return None
        self.depth += 1
        node = self._either(field)
        self.depth -= 1
        if self._peek() == "close":
            self.at += 1
        else:
            self.complaints.append("open_bracket")
        return node

    def _fielded(self, field: str, token: Token) -> Node | None:
        if self._peek() not in ("word", "phrase", "open") or self.tokens[self.at].start != token.end:
            return None  # half typed
        if self._peek() == "open" and field in (*TEXT_FIELDS, "language", "tag", "note", "url"):
            self.at += 1
            return self._bracket(field)
        if self._peek() == "open":
            return None
        value = self.tokens[self.at]
        self.at += 1
        return self._value(value, field)

    def _value(self, token: Token, field: str | None) -> Node | None:
        self.terms += 1
        if self.terms > MAX_TERMS:
            self.complaints.append("too_long")
            return None
        match field:
            case None if token.text.lower().startswith(_ADDRESSES):
                pasted = SetTerm("url", token.text.rstrip("*"))  # is it there already?
                said = term(token, None, self.complaints)
                return Or((said, pasted)) if said is not None else pasted
            case None | "title" | "site" | "author" | "section" | "text" | "note":
                return term(token, field, self.complaints)
            case "language":
                return Word(_LANGUAGES.get(token.text.lower(), token.text.lower()), "language")
            case "date" | "after" | "before" | "added":
                return self._days(token.text, field)
            case "is" | "has":
                value = _VALUES[field].get(token.text.lower())
                return self._known(SetTerm(field, value) if value else None, f"unknown_value:{field}:{token.text}")
            case "flag":
                known = token.text.lower() in FLAGS
                return self._known(SetTerm(field, token.text) if known else None, f"unknown_value:flag:{token.text}")
            case "url":
                pieces = [SetTerm("url", piece) for piece in token.text.split("*") if piece.strip()]
                return _joined(And, [*pieces[:_MOST_PIECES]])
            case "sort":
                self.sort = _SORTS.get(token.text.lower(), self.sort)
                if token.text.lower() not in _SORTS:
                    self.complaints.append(f"unknown_value:sort:{token.text}")
                return None
            case "id":
                return self._known(_ids(token.text), f"bad_id:{token.text}")
        return SetTerm(field, token.text)

    def _days(self, text: str, field: str) -> Node | None:
        ways = {"after": dates.since, "before": dates.until}
        days = ways.get(field, dates.read_days)(text, self.today)
        if days is None:
            self.complaints.append(f"bad_date:{text}")
            return None
        if field == "added":
            return SetTerm("added", f"{days[0] or ''}..{days[1] or ''}")
        return DateRange(*days)

    def _known(self, node: Node | None, complaint: str) -> Node | None:
        if node is None:
            self.complaints.append(complaint)
        return node

    def _peek(self) -> str:
        return self.tokens[self.at].kind if self.at < len(self.tokens) else ""


def _joined(kind: type[And] | type[Or], parts: list[Node | None]) -> Node | None:
    said = tuple(part for part in parts if part is not None)
    if len(said) < 2:
        return said[0] if said else None
    return kind(said)


def _ids(text: str) -> SetTerm | None:
    numbers = [part for part in text.split(",") if part]
    # 18 digits fit SQLite's integers; isdecimal also takes other scripts' digits, which int() reads.
    if not numbers or not all(part.isdecimal() and len(part) <= 18 for part in numbers):
        return None
    return SetTerm("id", ",".join(str(int(part)) for part in numbers))
