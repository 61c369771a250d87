"""How likely each block is the article's: symmetric decision trees, trained by benchmarks/extraction_training.py.

All trees of a model are asked at once: a block's answers to the questions of a tree (is this column above that
number?) are the bits of the leaf's number. The file is a .npz of plain arrays, without objects.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from clipper import resources
from clipper.extraction.features import Rows

Weights = npt.NDArray[np.float32]
_AT_ONCE = 4_096  # rows, for which 30 MB are needed


@dataclass(frozen=True, slots=True)
class Model:
    """columns, bounds: of the questions, (trees, depth), at most 8 deep. leaves: (trees, 2 to the depth).

    bias: added to the sum of leaves. likely: the probability from which on a block is taken for the article's.
    """

    columns: npt.NDArray[np.int64]
    bounds: npt.NDArray[np.float32]
    leaves: npt.NDArray[np.float32]
    bias: float
    likely: float

    def weigh(self, rows: Rows) -> Weights:
        """Give the probability, 0 to 1, of each row."""
        parts = [self._weigh(rows[start : start + _AT_ONCE]) for start in range(0, len(rows), _AT_ONCE)]
        return np.concatenate(parts) if parts else np.zeros(0, dtype=np.float32)

    def _weigh(self, rows: Rows) -> Weights:
        trees, depth = self.columns.shape
        asked = np.ascontiguousarray(rows.T).take(self.columns.T, axis=0)
        above = asked > self.bounds.T[:, :, None]
        leaf = np.zeros((trees, len(rows)), dtype=np.uint8)
        for place in range(depth):
            leaf |= above[place].view(np.uint8) << np.uint8(place)
        leaves = np.ascontiguousarray(leaf.T) + np.arange(trees) * self.leaves.shape[1]
        total = self.leaves.take(leaves).sum(axis=1) + self.bias
        weights: Weights = (1 / (1 + np.exp(-total))).astype(np.float32)
        return weights


def read_model(path: Path) -> Model:
    """Read a model. Raise OSError, ValueError (not a model), KeyError (parts missing)."""
    with np.load(path, allow_pickle=False) as parts:
        return Model(
            columns=parts["columns"].astype(np.int64),
            bounds=parts["bounds"],
            leaves=parts["leaves"].astype(np.float32),
            bias=float(parts["bias"]),
            likely=float(parts["likely"]),
        )


@cache
def shipped() -> Model:
    """Give the model that comes with the program."""
    return read_model(resources.path("extraction", "blocks.npz"))
