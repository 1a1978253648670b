"""Writes elastic-net.json: the weights that scikit-learn's ElasticNet finds for movies of ml-latest-small. Needs scikit-learn.

    .venv-bench/bin/python test/golden/make-elastic-net.py
"""

import csv
import json
import pathlib
from collections import Counter

import numpy as np
import sklearn
from sklearn.linear_model import ElasticNet

here = pathlib.Path(__file__).parent
with open(here.parent.parent / "data" / "ml-latest-small" / "ratings.csv", encoding="utf-8", newline="") as lines:
    pairs = [(int(row["userId"]), int(row["movieId"])) for row in csv.DictReader(lines)]
counts = Counter(movie for _, movie in pairs)
LEAST = 100
pairs = [(user, movie) for user, movie in pairs if counts[movie] >= LEAST]
users, movies = (sorted(set(side)) for side in zip(*pairs))
matrix = np.zeros((len(users), len(movies)))
for user, movie in pairs:
    matrix[users.index(user), movies.index(movie)] = 1
TARGETS = [1, 260, 318, 1210]
CASES = [
    {"regularization": 50, "l1Regularization": 0.5, "positiveOnly": True, "activityPower": 0},
    {"regularization": 5, "l1Regularization": 3, "positiveOnly": True, "activityPower": 0.25},
    {"regularization": 20, "l1Regularization": 2, "positiveOnly": False, "activityPower": 0},
]


def weights_to(target, case):
    """Of each movie that has one; scikit-learn divides the sum of squares by the number of users, and so its penalties are."""
    lengths = matrix.sum(axis=1)
    user_weights = (lengths / lengths.mean()) ** -case["activityPower"]
    weighted = matrix * np.sqrt(user_weights)[:, None]
    column = movies.index(target)
    y = weighted[:, column].copy()
    weighted[:, column] = 0
    l1, l2 = case["l1Regularization"] / len(users), case["regularization"] / len(users)
    model = ElasticNet(
        alpha=l1 + l2,
        l1_ratio=l1 / (l1 + l2),
        fit_intercept=False,
        positive=case["positiveOnly"],
        tol=1e-14,
        max_iter=100_000,
    )
    model.fit(weighted, y)
    return {str(movie): weight for movie, weight in zip(movies, model.coef_.tolist()) if weight != 0}


golden = {
    "about": f"scikit-learn {sklearn.__version__}, ElasticNet(tol=1e-14) on who rated which movie of ml-latest-small, movies with "
    f"{LEAST} ratings and more, made by test/golden/make-elastic-net.py",
    "least": LEAST,
    "cases": [
        {"settings": case, "weightsTo": {str(target): weights_to(target, case) for target in TARGETS}} for case in CASES
    ],
}
(here / "elastic-net.json").write_text(json.dumps(golden).replace("}, ", "},\n") + "\n")
