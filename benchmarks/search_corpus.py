"""Documents of the shared corpus, and questions drawn from them by a fixed seed, for the benchmarks of search."""

import importlib.util
import json
import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from clipper.search.protocol import IndexDocument

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus"


@dataclass(frozen=True, slots=True)
class Question:
    """A question of a kind, in our query language and in that of FTS5 ("" where FTS5 has none)."""

    kind: str
    ours: str
    fts5: str


def documents(count: int, *, first: int = 0) -> Iterator[IndexDocument]:
    """Give documents of the corpus from one on, the same ones every time. The first has id 1."""
    spec = importlib.util.spec_from_file_location("corpus", CORPUS / "make.py")
    assert spec is not None
    assert spec.loader is not None
    make = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(make)
    corpus = make.Corpus()
    for number in range(first, first + count):
        yield document(number + 1, corpus.document(number))


def document(id: int, made: dict[str, Any]) -> IndexDocument:
    """Give a document of the corpus as an index takes it."""
    day = made["date"][:10]
    return IndexDocument(
        id=id,
        title=made["title"],
        text=made["text"],
        site=made["site"],
        host=made["site"],
        authors=tuple(made["authors"]),
        language=made["language"],
        date=day,
        sort_day=day,
    )


def questions(sample: list[IndexDocument], *, each: int = 10) -> list[Question]:
    """Draw questions from documents: at least ten of every kind, by a fixed seed."""
    chance = random.Random(26)
    texts = [re.findall(r"[^\W\d_]{3,}", one.text) for one in sample]
    counts = Counter(word.lower() for words in texts for word in set(words))
    common = [word for word, _ in counts.most_common(60)]
    middle = [word for word, count in counts.items() if 20 <= count <= len(sample) // 10 and len(word) > 4]
    rare = [word for word, count in counts.items() if 2 <= count <= 5 and len(word) > 5]
    asked: list[Question] = []

    def ask(kind: str, ours: str, fts5: str) -> None:
        asked.append(Question(kind, ours, fts5))

    def pair(words: list[str], length: int) -> list[str]:
        start = chance.randrange(max(1, len(words) - length))
        return words[start : start + length]

    for _ in range(each):
        word, other = chance.choice(middle), chance.choice(middle)
        ask("one word, rare", one := chance.choice(rare), one)
        ask("one word, common", one := chance.choice(common), one)
        ask("two words", f"{word} {other}", f"{word} {other}")
        five = chance.sample(middle, 5)
        ask("five words, OR", " OR ".join(five), " OR ".join(five))
        row = " ".join(pair(chance.choice([words for words in texts if len(words) > 30]), 3))
        ask("phrase, rare", f'"{row}"', f'"{row}"')
        row = f"{chance.choice(common)} {chance.choice(common)}"
        ask("phrase, common", f'"{row}"', f'"{row}"')
        for length in (1, 2, 3):
            ask(f"prefix of {length}", f"{word[:length]}*", f"{word[:length]}*")
        ask("word and prefix", f"{other} {word[:4]}*", f"{other} {word[:4]}*")
        ask("in the title", f"title:{word}", f"title:{word}")
        ask("date range", f"{word} date:2018..2020", "")
        ask("NOT", f"{word} -{chance.choice(common)}", f"{word} NOT {chance.choice(common)}")
        ask("newest first", word, word)
    return asked


def pools() -> dict[str, Any]:
    """Give the questions with known answers, by language."""
    return {
        language: json.loads((CORPUS / f"questions_{language}.json").read_text(encoding="utf-8"))
        for language in ("de", "en")
    }
