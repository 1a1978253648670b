"""Writes weighted-neighbors.json: what the Python package implicit makes of weighted items. Needs implicit.

    .venv-bench/bin/python test/golden/make-weighted-neighbors.py
"""

import json
import pathlib

import implicit
import numpy as np
from implicit.nearest_neighbours import BM25Recommender, CosineRecommender, TFIDFRecommender
from scipy.sparse import csr_matrix

here = pathlib.Path(__file__).parent
USERS, ITEMS = 11, 8

draws = np.random.RandomState(3)
counts = np.where(draws.random_sample((USERS, ITEMS)) < 0.45, draws.randint(1, 8, (USERS, ITEMS)), 0)
user_items = csr_matrix(counts.astype("float64"))


def judged(model):
    """All similarities of items, and the scores of all items that a user has not."""
    model.fit(user_items, show_progress=False)
    scores = np.full((USERS, ITEMS), np.nan)
    for user in range(USERS):
        ids, values = model.recommend(user, user_items[user], N=ITEMS, filter_already_liked_items=False)
        assert (ids >= 0).all()
        scores[user, ids] = values
    scores[counts > 0] = np.nan
    return {
        "similarities": model.similarity.toarray().tolist(),
        "scores": [[None if np.isnan(score) else score for score in row] for row in scores.tolist()],
    }


golden = {
    "about": f"implicit {implicit.__version__}: item neighbours with K = all items, made by test/golden/make-weighted-neighbors.py",
    "counts": counts.tolist(),
    "none": judged(CosineRecommender(K=ITEMS)),
    "tf-idf": judged(TFIDFRecommender(K=ITEMS)),
    "bm25": judged(BM25Recommender(K=ITEMS)),
}
(here / "weighted-neighbors.json").write_text(json.dumps(golden).replace("], [", "],\n[").replace(', "', ',\n"') + "\n")
