#!/usr/bin/env python3
"""Train the model that weighs blocks, on the saved pages and their truth in ../shared/pages.

    python benchmarks/extraction_training.py                 train on all pages, write resources/extraction/blocks.npz
    python benchmarks/extraction_training.py --folds FOLDER  write FOLDER/0.npz ... and folds.json instead: each model
                                                             has seen no page of the sites that folds.json gives it

Needs catboost, which the program itself does not (pip install ".[training]"). The same pages give the same model.
"""

import argparse
import hashlib
import json
import sys
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from catboost import CatBoostClassifier

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
sys.path[:0] = [str(ROOT), str(SHARED / "evaluation")]

import extraction as evaluation  # noqa: E402 - of the shared folder

from clipper.extraction import article, choosing, features  # noqa: E402 - the checkout is not installed
from clipper.extraction.blocks import Block  # noqa: E402
from clipper.urls import registrable_domain  # noqa: E402

SETS = ("zyte", "news80", "news", "wcxb")
IN_MANY_LANGUAGES = ("news80", "news")
FOLDS = 5
SETTINGS = {
    "iterations": 300, "depth": 6, "learning_rate": 0.07, "l2_leaf_reg": 10, "rsm": 0.4, "bootstrap_type": "Bernoulli",
    "subsample": 0.6, "border_count": 64, "random_seed": 0, "verbose": 0, "thread_count": 2,
    "allow_writing_files": False,
}  # fmt: skip
INNER = 3  # folds within a fold, to choose the bound
BOUNDS = (0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6)
_NOISY = 0.5  # weight of the set whose truth was drafted by a machine
_PAGE, _SMALL, _LONGEST = (
    300,
    50,
    150,
)  # weight of a page; words below which it counts less; words of a block that count
_SHINGLE, _SHORT, _NEAR = 4, 6, 6  # words, words, blocks


@dataclass(frozen=True, slots=True)
class Example:
    """A page of a set: what is known of its blocks, and which belong to the article."""

    of: str
    site: str
    rows: features.Rows
    labels: np.ndarray[Any, Any]
    weights: np.ndarray[Any, Any]


def main() -> None:
    """Train and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folds", type=Path)
    folder = parser.parse_args().folds
    examples = [example for name in SETS for example in read_set(name)]
    print(f"{len(examples)} pages, {sum(len(example.labels) for example in examples)} blocks", flush=True)
    if folder is None:
        target = ROOT / "resources" / "extraction" / "blocks.npz"
        target.parent.mkdir(exist_ok=True)
        write(train(examples), find_bound(examples), target)
        return
    folder.mkdir(parents=True, exist_ok=True)
    folds = {example.site: fold_of(example.site) for example in examples}
    for fold in range(FOLDS):
        some = [example for example in examples if folds[example.site] != fold]
        write(train(some), find_bound(some), folder / f"{fold}.npz")
    (folder / "folds.json").write_text(json.dumps(folds, indent=0), "utf-8")


def fold_of(site: str) -> int:
    """Give the fold of a site: all its pages, of all sets, are in one."""
    return int(hashlib.sha1(site.encode()).hexdigest(), 16) % FOLDS


def site_of(url: str | None, name: str) -> str:
    """Give the registrable domain of a page, its name where it has no address."""
    return (registrable_domain(url) if url else "") or name


def read_set(name: str) -> list[Example]:
    """Read the pages of a set that have blocks and a truth."""
    folder = SHARED / "pages" / name
    found = []
    for page, truth in evaluation.load_set(folder).items():
        if truth.get("articleBody") is None:
            continue
        reading = article.read(article.Job(evaluation.page_bytes(folder, page), truth.get("url"), None))
        blocks, numbers = reading.said.blocks, features.weighable(reading.said.blocks)
        if numbers:
            labels, weights = judge([blocks[number] for number in numbers], truth, cjk=name in IN_MANY_LANGUAGES)
            weights *= _PAGE / max(_SMALL, weights.sum()) * (_NOISY if name == "wcxb" else 1)
            rows = features.rows(blocks, numbers, choosing.voices(reading))
            found.append(Example(name, site_of(truth.get("url"), page), rows, labels, weights))
    return found


def judge(blocks: Sequence[Block], truth: dict[str, Any], *, cjk: bool) -> tuple[np.ndarray[Any, Any], ...]:
    """Tell of each block whether it stands in the true text, and how much it counts: by words, optional ones not."""
    words = [evaluation.words(block.text, cjk) for block in blocks]
    whole = evaluation.shingles(truth["articleBody"], _SHINGLE, cjk)
    lines = {tuple(evaluation.words(line, cjk)) for line in truth["articleBody"].split("\n")}
    paragraphs = truth["articleBody"].split("\n\n")
    optional = evaluation.shingles("\n".join(paragraphs[place] for place in truth.get("optional") or ()), _SHINGLE, cjk)
    labels = np.array([_stands_in(each, whole, lines) for each in words], dtype=float)
    counted = [0.0 if truth.get("optional") and _covered(each, optional) else 1.0 for each in words]
    cells = _judge_rows(blocks, words, whole, lines, labels)
    sure = [place for place, each in enumerate(words) if labels[place] and len(each) >= _SHORT]
    for place, each in enumerate(words):
        if labels[place] and len(each) < _SHORT and place not in cells:
            labels[place] = float(any(abs(place - other) <= _NEAR for other in sure))
    return labels, np.array([min(len(each) + 2, _LONGEST) * count for each, count in zip(words, counted, strict=True)])


def _judge_rows(
    blocks: Sequence[Block], words: list[list[str]], whole: Any, lines: set[tuple[str, ...]], labels: Any
) -> set[int]:
    """Judge the cells of a row together: the truth writes a row as a line. Give the places of such cells."""
    rows: defaultdict[Any, list[int]] = defaultdict(list)
    for place, block in enumerate(blocks):
        row = next((part for part in reversed(block.path) if part[0] == "tr"), None)
        if row is not None and len(words[place]) < 2 * _SHORT:
            rows[row].append(place)
    cells: set[int] = set()
    for places in rows.values():
        if len(places) > 1:
            together = [word for place in places for word in words[place]]
            labels[places] = np.maximum(labels[places], _stands_in(together, whole, lines))
            cells.update(places)
    return cells


def _stands_in(words: list[str], whole: Any, lines: set[tuple[str, ...]]) -> float:
    return float(tuple(words) in lines) if words and len(words) < _SHORT else float(_covered(words, whole))


def _covered(words: list[str], whole: Any) -> bool:
    parts = [tuple(words[start : start + _SHINGLE]) for start in range(len(words) - _SHINGLE + 1)]
    return bool(parts) and sum(part in whole for part in parts) * 2 >= len(parts)


def train(examples: Sequence[Example]) -> CatBoostClassifier:
    """Fit a model."""
    rows, labels, weights = (
        np.concatenate([getattr(example, part) for example in examples]) for part in ("rows", "labels", "weights")
    )
    return CatBoostClassifier(**SETTINGS).fit(rows, labels, sample_weight=weights)


def find_bound(examples: Sequence[Example]) -> float:
    """Find the probability from which on a block is taken, on pages whose sites the models asked have not seen."""
    inner = [int(hashlib.sha1(f"inner {example.site}".encode()).hexdigest(), 16) % INNER for example in examples]
    asked: list[tuple[Example, Any]] = []
    for fold in range(INNER):
        model = train([example for example, one in zip(examples, inner, strict=True) if one != fold])
        asked += [
            (example, model.predict_proba(example.rows)[:, 1])
            for example, one in zip(examples, inner, strict=True)
            if one == fold
        ]
    return max(BOUNDS, key=lambda bound: _quality(asked, bound))


def _quality(asked: Sequence[tuple[Example, Any]], bound: float) -> float:
    """Give the mean over the sets of the harmonic mean of precision and recall, by the weights of the blocks."""
    found: defaultdict[str, list[tuple[float, float]]] = defaultdict(list)
    for example, weights in asked:
        taken, true = weights >= bound, example.labels > 0
        right = float(example.weights[taken & true].sum())
        chosen, wanted = float(example.weights[taken].sum()), float(example.weights[true].sum())
        if wanted:
            found[example.of].append((right / chosen if chosen else 0.0, right / wanted))
    means = [np.mean(pairs, axis=0) for pairs in found.values()]
    return float(np.mean([2 * precision * recall / (precision + recall) for precision, recall in means]))


def write(model: CatBoostClassifier, bound: float, target: Path) -> None:
    """Write a model as clipper/extraction/weighing.py reads it."""
    with tempfile.TemporaryDirectory() as folder:
        model.save_model(str(Path(folder, "model.json")), format="json")
        told = json.loads(Path(folder, "model.json").read_text("utf-8"))
    trees, depth = told["oblivious_trees"], SETTINGS["depth"]
    columns = np.zeros((len(trees), depth), np.int16)
    bounds = np.full((len(trees), depth), np.inf, np.float32)
    leaves = np.zeros((len(trees), 2**depth), np.float16)
    scale, bias = told["scale_and_bias"]
    for place, tree in enumerate(trees):
        for level, split in enumerate(tree["splits"] or ()):
            columns[place, level], bounds[place, level] = split["float_feature_index"], split["border"]
        leaves[place, : len(tree["leaf_values"])] = np.array(tree["leaf_values"]) * scale
    np.savez_compressed(
        target, columns=columns, bounds=bounds, leaves=leaves, bias=np.float64(np.ravel(bias)[0]), likely=bound
    )
    print(f"{target}: {len(trees)} trees, bound {bound}, {target.stat().st_size} bytes", flush=True)


if __name__ == "__main__":
    main()
