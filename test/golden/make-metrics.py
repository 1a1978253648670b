"""Writes metrics.json: errors and rankings as scikit-learn, Surprise and LensKit measure them.

    .venv-bench/bin/pip install --no-deps lenskit==2025.8.1
    .venv-bench/bin/python test/golden/make-metrics.py

Needs numpy, scikit-learn and scikit-surprise (requirements-bench.txt). LensKit is not imported, because it needs PyTorch:
its rank-biased precision is run from the installed source.
"""

import ast
import importlib.metadata
import json
import pathlib

import numpy as np
import sklearn
from sklearn import metrics
from surprise import accuracy

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
        **(explained(actual, predicted) if count > 1 else {}),
    }


def explained(actual, predicted):
    return {
        "r2": metrics.r2_score(actual, predicted),
        "explainedVariance": metrics.explained_variance_score(actual, predicted),
    }


def concordant_case(users, count):
    """Few different ratings and predictions, so that many are equal; all users have pairs in either order."""
    random = np.random.RandomState(users)
    rows = [
        (user, item, random.randint(1, 6), random.randint(2, 10) / 2) for user in range(users) for item in range(count)
    ]
    random.shuffle(rows)
    predictions = [(user, item, rating, predicted, {}) for user, item, rating, predicted in rows]
    return {"rows": [[float(each) for each in row] for row in rows], "fcp": accuracy.fcp(predictions, verbose=False)}


def lenskit_source(file, name):
    """A function or class of LensKit's ranking metrics, without the rest of the package."""
    path = importlib.metadata.distribution("lenskit").locate_file(f"lenskit/metrics/ranking/{file}")
    text = pathlib.Path(path).read_text()
    node = next(each for each in ast.parse(text).body if getattr(each, "name", None) == name)
    scope = {"np": np, "RankWeight": object, "validate_call": lambda function: function}
    exec("from __future__ import annotations\n" + ast.get_source_segment(text, node), scope)
    return scope[name]


def rank_biased_case(count, k):
    random = np.random.RandomState(count)
    hits = random.randint(0, 2, size=count)
    weight = lenskit_source("_weighting.py", "GeometricRankWeight")()
    weights = weight.weight(np.arange(1, min(k, count) + 1))
    precision = lenskit_source("_rbp.py", "rank_biased_precision")
    rbp = precision(hits[:k].astype(bool), weights, weight.series_sum())
    return {"k": k, "hits": hits.tolist(), "rbp": rbp}


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
    "gini is numpy alone, averagePrecision is over all items, "
    f"fcp is Surprise {importlib.metadata.version('scikit-surprise')}, rbp is LensKit {importlib.metadata.version('lenskit')}",
    "ratings": [rating_case(count) for count in [1, 5, 40]],
    "rankings": [ranking_case(*case) for case in [(6, 1, 3), (12, 5, 3), (30, 8, 10), (60, 20, 10), (25, 24, 40)]],
    "gini": [gini_case(count) for count in [3, 20, 50]],
    "concordant": [concordant_case(*case) for case in [(2, 6), (5, 12)]],
    "rankBiased": [rank_biased_case(*case) for case in [(4, 10), (20, 10), (50, 40)]],
}
# A line for each case.
cases = ",\n".join(
    f'"{kind}":[\n' + ",\n".join(json.dumps(case, separators=(",", ":")) for case in golden[kind]) + "\n]"
    for kind in ["ratings", "rankings", "gini", "concordant", "rankBiased"]
)
text = f'{{"about":{json.dumps(golden["about"])},\n{cases}\n}}\n'
pathlib.Path(__file__).with_name("metrics.json").write_text(text)
