#!/usr/bin/env python3
"""How well search ranks, beside tantivy and Xapian with their stemmers: nDCG@10 and MRR@10 of known answers.

    python benchmarks/search_ranking.py [--engines ours,tantivy,xapian,fts5]

The passages that answer the questions stand among 8,000 news passages of about 110 words in the same language; the
words of a question are an OR query, which each engine reads in its own query language.
"""

import argparse
import math
import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.search_children import Child, MissingError, say
from benchmarks.search_corpus import made, pools, write

NEWS = 8000
LONG = 110
TOP = 10


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--engines", default="ours,tantivy,xapian,fts5")
    names = parser.parse_args().engines.split(",")
    for language, pool in pools().items():
        with tempfile.TemporaryDirectory() as place:
            passages = [*pool["passages"], *news(language)]
            write(Path(place) / "passages.jsonl", documents(passages, language))
            print(f"{language}: {len(pool['questions'])} questions, {len(passages)} passages")
            for name in names:
                try:
                    gain, reciprocal = ranked(name, Path(place), language, pool["questions"], len(passages))
                    print(f"    {name:10} nDCG@{TOP} {gain:.3f}   MRR@{TOP} {reciprocal:.3f}", flush=True)
                except MissingError as error:
                    print(f"    {name:10} is left out: {error}")


def ranked(
    name: str, place: Path, language: str, asked: Sequence[dict[str, Any]], count: int
) -> tuple[float, float]:  # fmt: skip
    """Give nDCG and MRR of an engine over the passages. Raise MissingError."""
    say(f"{name}: {language}")
    folder = place / name
    folder.mkdir()
    orders = [_order(" OR ".join(re.findall(r"\w+", one["question"].lower()))) for one in asked]
    filling = Child(name, folder, language)
    filling.order({"do": "index", "documents": str(place / "passages.jsonl"), "count": count})
    filling.end()
    child = Child(name, folder, language)
    child.order({"do": "open", "first": orders[0]})
    answers = child.order({"do": "ask", "questions": orders})
    child.end()
    places = [
        answer["ids"].index(one["passage"] + 1) + 1 if one["passage"] + 1 in answer["ids"][:TOP] else 0
        for one, answer in zip(asked, answers, strict=True)
    ]
    gains = [1 / math.log2(place + 1) if place else 0.0 for place in places]
    return sum(gains) / len(asked), sum(1 / place for place in places if place) / len(asked)


def documents(passages: Sequence[str], language: str) -> Iterator[dict[str, Any]]:
    """Give passages as documents of the corpus: the first has id 1."""
    for id, text in enumerate(passages, start=1):
        yield {
            "id": id, "url": f"https://passages.example/{id}", "title": "", "site": "", "authors": [], "tags": [],
            "date": "2026-01-01", "language": language, "text": text,
        }  # fmt: skip


def news(language: str) -> list[str]:
    """Give pieces of news in a language."""
    pieces: list[str] = []
    for one in made(10_000):
        words = one["text"].split()
        if one["language"] == language:
            pieces += [" ".join(words[at : at + LONG]) for at in range(0, len(words) - LONG // 2, LONG)]
        if len(pieces) >= NEWS:
            break
    return pieces[:NEWS]


def _order(text: str) -> dict[str, Any]:
    return {"kind": "OR of many", "text": text, "newest": False, "days": None}


if __name__ == "__main__":
    main()
