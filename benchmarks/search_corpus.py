"""Documents of the shared corpus, and questions drawn from them by a fixed seed, for the benchmarks of search.

Knows no engine and nothing of clipper, so that a child under another Python can read it.
"""

import importlib.util
import json
import random
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice, pairwise
from pathlib import Path
from typing import Any

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus"
SAMPLE = 10_000  # questions are drawn from the first documents, so that they are the same for any greater number
Made = dict[str, Any]
"""A document as the corpus gives it: id (a number, the first is 1), title, text, site, authors, date, language."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question of a kind. texts: how each engine is asked, by its name; one that has no words for it is missing.

    newest: sorted by date instead of by relevance. days: a range of YYYYMMDD, for an engine without words for it.
    """

    kind: str
    texts: Mapping[str, str]
    newest: bool = False
    days: tuple[int, int] | None = None


@dataclass(slots=True)
class Words:
    """What the questions are made of."""

    texts: list[list[str]] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    common: list[str] = field(default_factory=list)
    middle: list[str] = field(default_factory=list)
    rare: list[str] = field(default_factory=list)
    pairs: list[str] = field(default_factory=list)


def made(count: int) -> Iterator[Made]:
    """Make documents of the corpus, the same ones every time."""
    spec = importlib.util.spec_from_file_location("corpus", CORPUS / "make.py")
    assert spec is not None
    assert spec.loader is not None
    make = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(make)
    corpus = make.Corpus()
    for number in range(count):
        yield {**corpus.document(number), "id": number + 1}


def write(path: Path, documents: Iterable[Made]) -> None:
    """Write documents as JSON lines."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(one, ensure_ascii=False) + "\n" for one in documents)


def read(path: Path, *, first: int = 0, count: int | None = None) -> Iterator[Made]:
    """Read documents of a file of JSON lines."""
    with path.open(encoding="utf-8") as file:
        for line in islice(file, first, None if count is None else first + count):
            yield json.loads(line)


def questions(documents: Iterable[Made], *, each: int = 10) -> list[Question]:
    """Draw questions from documents: as many of every kind, by a fixed seed."""
    chance, words = random.Random(26), _words(documents)
    return [question for _ in range(each) for question in _one_of_each(chance, words)]


def _words(documents: Iterable[Made]) -> Words:
    words = Words()
    counts: Counter[str] = Counter()
    rows: Counter[tuple[str, str]] = Counter()
    for one in documents:
        # Words of a text in a row: a phrase must not jump over a number.
        text = [word.lower() for word in re.findall(r"\w+", one["text"])]
        words.texts.append(text)
        words.titles += [word for word in re.findall(r"\w+", one["title"].lower()) if _plain(word) and len(word) > 4]
        counts.update({word for word in text if _plain(word)})
        rows.update(pair for pair in set(pairwise(text)) if all(_plain(word) for word in pair))
    most = len(words.texts)
    # Sorted, since the order of sets differs from run to run.
    words.common = sorted(counts, key=lambda word: (-counts[word], word))[:60]
    words.middle = [
        word for word, n in sorted(counts.items()) if max(2, most / 500) <= n <= most / 10 and len(word) > 4
    ]
    words.rare = [word for word, count in sorted(counts.items()) if 2 <= count <= 5 and len(word) > 5]
    words.pairs = [" ".join(pair) for pair in sorted(rows, key=lambda pair: (-rows[pair], pair))[:40]]
    return words


def _plain(word: str) -> bool:
    return len(word) > 1 and word.isalpha()


def _one_of_each(chance: random.Random, words: Words) -> Iterator[Question]:
    word, frequent = chance.choice(words.middle), chance.choice(words.common)
    middle = frozenset(words.middle)
    yield _same("one word, rare", chance.choice(words.rare))
    yield _same("one word, common", chance.choice(words.common))
    yield _same("two words", " ".join(_together(chance, words.texts, middle, 0)))
    yield _same("OR of five", " OR ".join(chance.sample(words.middle, 5)))
    yield _same("phrase, rare", f'"{_row(chance, words.texts)}"')
    yield _same("phrase, common", f'"{chance.choice(words.pairs)}"')
    for length in (1, 2, 3):
        start = word[:length]
        yield _same(f"prefix of {length}", f"{start}*", tantivy=_expression(f"{start}.*"))
    # No ending that a stemmer takes away: some peers have stems only.
    yield _in_front(chance.choice([word for word in words.middle if len(word) > 8 and word[-1] in "fklmpz"])[-5:])
    yield _fuzzy(_mistyped(chance, chance.choice([word for word in words.middle if len(word) > 8])))
    yield _near(*_together(chance, words.texts, middle, 5))
    yield _same("field", f"title:{chance.choice(words.titles)}")
    yield _range(word)
    yield _same("NOT", f"{word} -{frequent}", whoosh=f"{word} NOT {frequent}", fts5=f"{word} NOT {frequent}")
    yield Question("sort by date", _texts(word), newest=True)


def _texts(text: str, **others: str) -> dict[str, str]:
    return {**dict.fromkeys(("ours", "whoosh", "fts5", "tantivy", "xapian"), text), **others}


def _same(kind: str, text: str, **others: str) -> Question:
    return Question(kind, _texts(text, **others))


def _in_front(end: str) -> Question:
    texts = {"ours": f"*{end}", "whoosh": f"*{end}", "tantivy": _expression(f".*{end}")}
    return Question("wildcard in front", texts)


def _expression(pattern: str) -> str:
    """Write a regular expression for tantivy, which does not fold it as it folds words."""
    folded = unicodedata.normalize("NFD", pattern.replace("ß", "ss"))
    plain = "".join(letter for letter in folded if not unicodedata.combining(letter))
    return f"title:/{plain}/ OR text:/{plain}/"


def _fuzzy(word: str) -> Question:
    return Question("fuzzy", {"ours": f"{word}~", "whoosh": f"{word}~2", "tantivy": f"{word}~"})


def _near(word: str, other: str) -> Question:
    row = f'"{word} {other}"~5'
    near = f"{word} NEAR/5 {other}"
    texts = {"ours": near, "xapian": near, "fts5": f"NEAR({word} {other}, 5)", "whoosh": row, "tantivy": row}
    return Question("NEAR", texts)


def _range(word: str) -> Question:
    first, last = 20180101, 20201231
    texts = _texts(
        f"{word} date:2018..2020", fts5=word, xapian=f"{word} date:{first}..{last}",
        tantivy=f"{word} day:[{first} TO {last}]", whoosh=f"{word} day:[{first} TO {last}]",
    )  # fmt: skip
    return Question("range", texts, days=(first, last))


def _row(chance: random.Random, texts: Sequence[Sequence[str]]) -> str:
    """Give three words in a row of some text."""
    while True:
        text = chance.choice(texts)
        start = chance.randrange(max(1, len(text) - 3))
        row = text[start : start + 3]
        if len(row) == 3 and all(_plain(word) for word in row):
            return " ".join(row)


def _together(
    chance: random.Random, texts: Sequence[Sequence[str]], middle: frozenset[str], apart: int
) -> tuple[str, str]:
    """Give two words of one text, neither rare nor common. apart: how many words they stand apart at most; 0: any."""
    while True:
        text = chance.choice(texts)
        start = chance.randrange(max(1, len(text)))
        part = text[start : start + apart] if apart else text
        some = sorted(middle.intersection(part))
        if len(some) > 1:
            one, other = chance.sample(some, 2)
            return one, other


def _mistyped(chance: random.Random, word: str) -> str:
    """Swap two letters of a word, or leave one out."""
    at = chance.randrange(2, len(word) - 2)
    return word[:at] + chance.choice((word[at + 1] + word[at], "")) + word[at + 2 :]


def pools() -> dict[str, Any]:
    """Give the questions with known answers, by language."""
    return {
        language: json.loads((CORPUS / f"questions_{language}.json").read_text(encoding="utf-8"))
        for language in ("de", "en")
    }
