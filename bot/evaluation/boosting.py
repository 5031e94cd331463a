"""Fit the trees of :mod:`actions.boosted`, with scikit-learn, and write them as lists.

Signs that can only tell for an answer, or only against it, are held to that (monotonic constraints):
a few thousand questions would else teach the trees what chance put there.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

TREES, LEAVES, RATE = 200, 10, 0.05
LEAST, PENALTY = 40, 10.0
"""Examples in a leaf at least, and how much its log-odds are drawn to 0."""
_DIGITS, _LEAF_DIGITS = 5, 4


def boosting(
    names: Sequence[str], rising: Collection[str], falling: Collection[str]
) -> HistGradientBoostingClassifier:
    """Trees to be fitted on columns ``names``: those ``rising`` never tell against, ``falling`` never for."""
    return HistGradientBoostingClassifier(
        learning_rate=RATE,
        max_iter=TREES,
        max_leaf_nodes=LEAVES,
        min_samples_leaf=LEAST,
        l2_regularization=PENALTY,
        monotonic_cst=[(name in rising) - (name in falling) for name in names],
        early_stopping=False,
        random_state=0,
    )


def written(model: HistGradientBoostingClassifier, names: Sequence[str]) -> dict[str, Any]:
    """Fitted trees for a file: a leaf is a number, a node a list of its sign, its split, left and right."""
    start = float(np.ravel(model._baseline_prediction)[0])
    trees = [_tree(one.nodes, 0, names) for (one,) in model._predictors]
    return {"start": round(start, _DIGITS), "trees": trees}


def store_trees(result: Mapping[str, Any], path: Path) -> None:
    """Write a JSON file whose last entry, « trees », has one tree a line."""
    lines = ",\n  ".join(json.dumps(tree, separators=(",", ":")) for tree in result["trees"])
    whole = json.dumps({**result, "trees": []}, indent=1)
    path.write_text(whole.removesuffix("[]\n}") + f"[\n  {lines}\n ]\n}}\n", encoding="utf-8")


def _tree(nodes: Any, at: int, names: Sequence[str]) -> Any:
    node = nodes[at]
    if node["is_leaf"]:
        return round(float(node["value"]), _LEAF_DIGITS)
    left, right = (_tree(nodes, int(node[side]), names) for side in ("left", "right"))
    return [names[int(node["feature_idx"])], round(float(node["num_threshold"]), _DIGITS), left, right]
