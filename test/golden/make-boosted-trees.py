"""Writes boosted-trees.json: what scikit-learn's HistGradientBoostingRegressor predicts. Needs numpy and scikit-learn (requirements-bench.txt).

    .venv-bench/bin/python test/golden/make-boosted-trees.py
"""

import json
import pathlib

import numpy as np
import sklearn
from sklearn.ensemble import HistGradientBoostingRegressor

random = np.random.RandomState(7)


def features(count, nan_share, steps):
    """Four columns: one of few values, one of many, one of long tails, one that says nothing."""
    columns = [
        random.randint(0, steps, size=count) / 2,
        np.round(random.uniform(-1, 1, size=count), 4),
        np.round(np.exp(2 * random.normal(size=count)), 3),
        np.round(random.normal(size=count), 2),
    ]
    rows = np.stack(columns, axis=1)
    rows[random.uniform(size=rows.shape) < nan_share] = np.nan
    return rows


def targets(rows):
    few, many, tail, _ = rows.T
    known = np.where(np.isnan(tail), 2.5, np.log1p(np.nan_to_num(tail)))
    answer = np.nan_to_num(few) * np.where(np.nan_to_num(many) > 0.3, 1, -0.5) + known
    return np.round(answer + random.normal(scale=0.3, size=len(rows)), 3)


def listed(rows):
    """JSON has no NaN: null."""
    return [[None if np.isnan(value) else value for value in row] for row in rows.tolist()]


def case(name, *, count, nan_share=0, steps=9, **settings):
    rows = features(count, nan_share, steps)
    answers = targets(rows)
    asked = features(40, 0.25, steps)
    model = HistGradientBoostingRegressor(early_stopping=False, **settings).fit(rows, answers)
    return {
        "name": name,
        "settings": settings,
        "rows": listed(rows),
        "targets": answers.tolist(),
        "asked": listed(asked),
        "predictions": model.predict(asked).tolist(),
        "nodes": [len(predictor.nodes) for (predictor,) in model._predictors],
    }


golden = {
    "about": f"scikit-learn {sklearn.__version__}, HistGradientBoostingRegressor(early_stopping=False), made by test/golden/make-boosted-trees.py",
    "cases": [
        case("few rows", count=120, max_iter=30, max_depth=3, max_leaf_nodes=None, min_samples_leaf=5, learning_rate=0.3),
        case("NaN", count=240, nan_share=0.2, max_iter=50, max_depth=4, max_leaf_nodes=None, min_samples_leaf=3, l2_regularization=1),
        case("more values than bins", count=611, nan_share=0.1, max_iter=40, max_depth=6, max_leaf_nodes=None, l2_regularization=2),
        case("rows that bins divide", count=510, max_iter=20, max_depth=5, max_leaf_nodes=None, min_samples_leaf=1),
        case("leaves", count=400, nan_share=0.1, max_iter=60, max_depth=None, max_leaf_nodes=15, learning_rate=0.03, l2_regularization=1),
    ],
}
# A line for each part of a case.
text = json.dumps(golden, separators=(",", ":"))
for key in ["cases", "settings", "rows", "targets", "asked", "predictions", "nodes"]:
    text = text.replace(f'"{key}":', f'\n"{key}":')
pathlib.Path(__file__).with_name("boosted-trees.json").write_text(text + "\n")
