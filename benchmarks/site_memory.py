#!/usr/bin/env python3
"""What the memory of sites adds to the articles: leave one out, over the pages of a set that share a site.

    python benchmarks/site_memory.py --folds FOLDER [--sets news80 news zyte wcxb] [--show] [--together]

Each page is read twice: plainly, and with what the memory would have learned from the other pages of its site, by the
rules of clipper/store/repetition.py. Printed are the sites that have pages enough (five, the page in hand among them),
the lines taken out, and F1 as ../shared/evaluation/extraction.py counts it, over all pages of the set. --show prints
each line taken out, and whether the truth has it. --together: the pages of all sets teach. --folds: models that have
not seen the site (extraction_training.py --folds); without them the shipped one reads pages that it was trained on.
"""

import argparse
import gzip
import json
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
IN_MANY_LANGUAGES = ("news", "news80")
sys.path.insert(0, str(ROOT))

from clipper.extraction.article import extract  # noqa: E402
from clipper.extraction.job import Job  # noqa: E402
from clipper.extraction.weighing import Model, read_model  # noqa: E402
from clipper.lines import NOTHING_REPEATED, Repeated, concerns, folded  # noqa: E402
from clipper.model import Article, Line  # noqa: E402
from clipper.store.repetition import (  # noqa: E402
    FEWEST_PAGES,
    PageLines,
    count,
    is_repeated,
    is_repeated_apart,
    packed,
    same_page,
)
from clipper.urls import canonical, registrable_domain  # noqa: E402


@dataclass(frozen=True, slots=True)
class Saved:
    """A page of a set. id: of the set and in it."""

    id: tuple[str, str]
    url: str | None
    body: bytes


def read_one_site(pages: Sequence[Saved], model: Model | None = None) -> list[tuple[Article, Article]]:
    """Read the pages of one site, each plainly and with the memory of all others. The order is that of the pages."""
    plain = [extract(Job(page.body, page.url, None), model=model) for page in pages]
    both = []
    for number, page in enumerate(pages):
        others = [(pages[other].url, plain[other]) for other in range(len(pages)) if other != number]
        known = learned(others) if len(others) >= FEWEST_PAGES - 1 else NOTHING_REPEATED
        if not concerns(known, plain[number].lines):
            both.append((plain[number], plain[number]))
        else:
            both.append((plain[number], extract(Job(page.body, page.url, None, repeated=known), model=model)))
    return both


def learned(articles: Sequence[tuple[str | None, Article]]) -> Repeated:
    """Give the lines that the library would leave out of a further page, had it these articles."""
    kept: list[PageLines] = []
    words: dict[bytes, Line] = {}
    for number, (url, article) in enumerate(articles):
        title = article.metadata.title.value or ""
        own = PageLines(number, packed(article.lines), canonical(url) if url else None, title)
        page = same_page(own, kept)
        kept.append(PageLines(number if page is None else page, own.lines, own.key, title))
        words |= {line.key: line for line in article.lines}
    pages, stood_on = count(kept)
    always = {key for key, on in stood_on.items() if is_repeated(words[key], stood_on=on, pages=pages)}
    apart = {key for key, on in stood_on.items() if is_repeated_apart(stood_on=on, pages=pages)}
    return Repeated(frozenset(always), frozenset(apart - always))


def main() -> None:
    """Measure and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sets", nargs="*", default=["news80", "news", "zyte", "wcxb"])
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--together", action="store_true")
    parser.add_argument("--folds", type=Path)
    words = parser.parse_args()
    folds: dict[str, int] = json.loads((words.folds / "folds.json").read_text("utf-8")) if words.folds else {}
    models = {fold: read_model(words.folds / f"{fold}.npz") for fold in set(folds.values())}
    truths = {name: load(name) for name in words.sets}
    groups: defaultdict[tuple[str, str], list[Saved]] = defaultdict(list)
    for name, truth in truths.items():
        for id, entry in truth.items():
            site = registrable_domain(entry.get("url") or "") or id
            groups["" if words.together else name, site].append(Saved((name, id), entry.get("url"), body(name, id)))
    read: dict[tuple[str, str], tuple[Article, Article]] = {}
    for (_name, site), pages in sorted(groups.items()):
        both = read_one_site(pages, models[folds[site]] if models else None)
        read |= {page.id: pair for page, pair in zip(pages, both, strict=True)}
        if len(pages) >= FEWEST_PAGES:
            print_site(site, pages, both, truths, show=words.show)
    print(f"\n{'':<10}{'pages':>7}{'with five':>11}{'F1 plain':>10}{'F1 memory':>11}{'exact':>8}{'exact':>8}")
    many = {page.id for pages in groups.values() if len(pages) >= FEWEST_PAGES for page in pages}
    for name, truth in truths.items():
        print_set(name, truth, {id: read[name, id] for id in truth}, sum(name == one for one, _id in many))


def print_site(
    site: str,
    pages: Sequence[Saved],
    both: Sequence[tuple[Article, Article]],
    truths: Mapping[str, Mapping[str, Any]],
    *,
    show: bool,
) -> None:
    """Print how many lines were taken out of the pages of a site."""
    taken = [
        (page, line)
        for page, (plain, better) in zip(pages, both, strict=True)
        for line in plain.text.split("\n\n")
        if line not in better.text
    ]
    print(f"{site:<32}{len(pages):>4} pages {len(taken):>4} lines taken out")
    for page, line in taken if show else ():
        name, id = page.id
        right = "wrong" if folded(line) in folded(truths[name][id]["articleBody"]) else "right"
        print(f"    {right}  {line[:100]!r}")


def print_set(name: str, truth: Mapping[str, Any], read: Mapping[str, tuple[Article, Article]], many: int) -> None:
    """Print F1 and share of exact pages of a set, plainly and with memory."""
    judge, cjk = evaluation(), name in IN_MANY_LANGUAGES
    found = [
        judge.summary([judge.score_page(truth[id], pair[way].text, cjk) for id, pair in read.items()]) for way in (0, 1)
    ]
    print(
        f"{name:<10}{len(truth):>7}{many:>11}{found[0]['f1']:>10.4f}{found[1]['f1']:>11.4f}"
        f"{found[0]['accuracy']:>8.3f}{found[1]['accuracy']:>8.3f}"
    )


def evaluation() -> ModuleType:
    """Import the evaluation, which lies outside of the project."""
    import importlib.util

    spec = importlib.util.spec_from_file_location("evaluation", SHARED / "evaluation" / "extraction.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def load(name: str) -> dict[str, Any]:
    """Read the truth of a set."""
    found: dict[str, Any] = json.loads((SHARED / "pages" / name / "ground-truth.json").read_text("utf-8"))
    return {id: entry for id, entry in found.items() if entry.get("articleBody") is not None}


def body(name: str, id: str) -> bytes:
    """Read a page of a set."""
    plain = SHARED / "pages" / name / "html" / f"{id}.html"
    return plain.read_bytes() if plain.exists() else gzip.decompress(plain.with_suffix(".html.gz").read_bytes())


if __name__ == "__main__":
    main()
