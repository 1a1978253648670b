"""Writes factorization-machine.json: predictions of myFM for ratings that it did not see. Needs myfm.

    .venv-bench/bin/python test/golden/make-factorization-machine.py

The ratings are those of the 60 users with the most ratings in data/ml-latest-small, of the 150 movies with the
most ratings. Every seventh row is left out and predicted. The features are ids and train histories in relation
blocks. Each seed gives one prediction per left-out row; the file has their mean and standard deviation.
"""

import csv
import json
import pathlib

import myfm
import numpy as np
from scipy import sparse

here = pathlib.Path(__file__).parent
USERS, ITEMS, EVERY = 60, 150, 7
FACTORS, SWEEPS, KEPT, SEEDS = 4, 300, 200, 16

with open(here / "../../data/ml-latest-small/ratings.csv") as file:
    rows = [(int(row["userId"]), int(row["movieId"]), float(row["rating"])) for row in csv.DictReader(file)]


def largest(ids, count):
    """The ids that occur most often, smaller ids first among equals."""
    counts = {}
    for each in ids:
        counts[each] = counts.get(each, 0) + 1
    return set(sorted(counts, key=lambda each: (-counts[each], each))[:count])


users, items = largest((row[0] for row in rows), USERS), largest((row[1] for row in rows), ITEMS)
rows = [row for row in rows if row[0] in users and row[1] in items]
test = rows[::EVERY]
train = [row for k, row in enumerate(rows) if k % EVERY]
user_at = {each: k for k, each in enumerate(dict.fromkeys(row[0] for row in train))}
item_at = {each: k for k, each in enumerate(dict.fromkeys(row[1] for row in train))}


def block(own, other, pairs):
    """A row for each user: the id, then the items that the user rated, each as n^-1/2. Or the other way round."""
    matrix = np.zeros((len(own), len(own) + len(other)))
    matrix[np.arange(len(own)), np.arange(len(own))] = 1
    for mine, theirs in pairs:
        matrix[own[mine], len(own) + other[theirs]] = 1
    history = matrix[:, len(own) :]
    history /= np.sqrt(history.sum(axis=1, keepdims=True))
    return sparse.csr_matrix(matrix)


user_block = block(user_at, item_at, [(row[0], row[1]) for row in train])
item_block = block(item_at, user_at, [(row[1], row[0]) for row in train])
groups = [len(user_at), len(item_at), len(item_at), len(user_at)]


def relations(part):
    return [
        myfm.RelationBlock([user_at[row[0]] for row in part], user_block),
        myfm.RelationBlock([item_at[row[1]] for row in part], item_block),
    ]


targets = np.array([row[2] for row in train])
mean = targets.mean()
predictions = []
for seed in range(SEEDS):
    machine = myfm.MyFMRegressor(rank=FACTORS, random_seed=seed)
    machine.fit(
        None,
        targets - mean,
        X_rel=relations(train),
        n_iter=SWEEPS,
        n_kept_samples=KEPT,
        group_shapes=groups,
    )
    predictions.append(mean + machine.predict(None, relations(test)))
predictions = np.array(predictions)

golden = {
    "about": f"myFM {myfm.__version__}, made by test/golden/make-factorization-machine.py",
    "users": USERS,
    "items": ITEMS,
    "every": EVERY,
    "factors": FACTORS,
    "sweeps": SWEEPS,
    "kept": KEPT,
    "seeds": SEEDS,
    "ratings": [row[2] for row in test],
    "means": [round(value, 6) for value in predictions.mean(axis=0)],
    "deviations": [round(value, 6) for value in predictions.std(axis=0, ddof=1)],
}
(here / "factorization-machine.json").write_text(json.dumps(golden).replace("], ", "],\n") + "\n")
