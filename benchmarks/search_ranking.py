"""How well search ranks: nDCG@10 and MRR@10 of questions with known answers. usage: python benchmarks/search_ranking.py

The passages of the questions stand among 8,000 news passages of about 110 words; a question's words are an OR query.
"""

import math
import re
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.search_corpus import documents, pools
from clipper.search.nodes import Or, Word
from clipper.search.protocol import IndexDocument
from clipper.search.whoosh_engine import create_index

NEWS = 8000
LONG = 110


def main() -> None:
    """Measure and print."""
    for language, pool in pools().items():
        passages = [*pool["passages"], *news(language)]
        with tempfile.TemporaryDirectory() as place:
            engine = create_index(Path(place) / "index", "benchmark")
            for start in range(0, len(passages), 1000):
                part = enumerate(passages[start : start + 1000], start=start)
                engine.add(IndexDocument(id=id, title="", text=text, language=language) for id, text in part)
                engine.commit(start)
            gains, ranks = [], []
            for asked in pool["questions"]:
                words = re.findall(r"\w+", asked["question"])
                found = engine.search(Or(tuple(map(Word, words))), limit=10, sort="relevance").ids
                place_of = found.index(asked["passage"]) + 1 if asked["passage"] in found else 0
                gains.append(1 / math.log2(place_of + 1) if place_of else 0.0)
                ranks.append(1 / place_of if place_of else 0.0)
            engine.close()
        mean, reciprocal = sum(gains) / len(gains), sum(ranks) / len(ranks)
        print(
            f"{language}  nDCG@10 {mean:.3f}  MRR@10 {reciprocal:.3f}  {len(gains)} questions, {len(passages)} passages"
        )


def news(language: str) -> list[str]:
    """Give pieces of news in a language."""
    pieces: list[str] = []
    for one in documents(10_000):
        words = one.text.split()
        if one.language == language:
            pieces += [" ".join(words[at : at + LONG]) for at in range(0, len(words) - LONG // 2, LONG)]
        if len(pieces) >= NEWS:
            break
    return pieces[:NEWS]


if __name__ == "__main__":
    main()
