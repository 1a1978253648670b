"""Writes metrics.json: errors and rankings as scikit-learn measures them. Needs numpy and scikit-learn (requirements-bench.txt).

    .venv-bench/bin/python test/golden/make-metrics.py
"""

import json
import pathlib

import numpy as np
import sklearn
from sklearn import metrics

random = np.random.RandomState(7)


def rating_case(count):
    actual = random.randint(1, 11, size=count) / 2
    predicted = np.round(random.uniform(0.5, 5, size=count), 3)
    return {
        "actual": actual.tolist(),
        "predicted": predicted.tolist(),
        "rmse": metrics.root_mean_squared_error(actual, predicted),
        "mae": metrics.mean_absolute_error(actual, predicted),
        "mape": 100 * metrics.mean_absolute_percentage_error(actual, predicted),
    }


def ranking_case(items, relevant, k):
    """All scores differ, those of the AUC aside: they are rounded so that many are equal."""
    scores = random.permutation(items) / 8
    is_relevant = np.zeros(items, dtype=int)
    is_relevant[random.choice(items, relevant, replace=False)] = 1
    rounded = np.round(scores / 4)
    top = is_relevant[np.argsort(-scores)]
    return {
        "k": k,
        "scores": scores.tolist(),
        "isRelevant": is_relevant.tolist(),
        "ndcg": metrics.ndcg_score([is_relevant], [scores], k=k, ignore_ties=True),
        "ndcgFull": metrics.dcg_score([is_relevant], [scores], k=k, ignore_ties=True)
        / metrics.dcg_score([is_relevant], [is_relevant], ignore_ties=True),
        "precision": metrics.precision_score(top, np.arange(items) < k),
        "recall": metrics.recall_score(top, np.arange(items) < k),
        "averagePrecision": metrics.average_precision_score(is_relevant, scores),
        "auc": metrics.roc_auc_score(is_relevant, scores),
        "rounded": rounded.tolist(),
        "aucRounded": metrics.roc_auc_score(is_relevant, rounded),
    }


def gini_case(count):
    """Half the mean difference of all pairs over the mean."""
    counts = random.poisson(random.exponential(4, size=count))
    return {
        "counts": counts.tolist(),
        "gini": np.abs(counts[:, None] - counts[None, :]).mean() / (2 * counts.mean()),
    }


golden = {
    "about": f"scikit-learn {sklearn.__version__}, numpy {np.__version__}; made by test/golden/make-metrics.py; "
    "gini is numpy alone, averagePrecision is over all items",
    "ratings": [rating_case(count) for count in [1, 5, 40]],
    "rankings": [ranking_case(*case) for case in [(6, 1, 3), (12, 5, 3), (30, 8, 10), (60, 20, 10), (25, 24, 40)]],
    "gini": [gini_case(count) for count in [3, 20, 50]],
}
# A line for each case.
cases = ",\n".join(
    f'"{kind}":[\n' + ",\n".join(json.dumps(case, separators=(",", ":")) for case in golden[kind]) + "\n]"
    for kind in ["ratings", "rankings", "gini"]
)
text = f'{{"about":{json.dumps(golden["about"])},\n{cases}\n}}\n'
pathlib.Path(__file__).with_name("metrics.json").write_text(text)
