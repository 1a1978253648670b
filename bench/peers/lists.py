import json
import sys
import time

import numpy as np
from implicit.als import AlternatingLeastSquares
from implicit.nearest_neighbours import CosineRecommender
from read_ratings import read_ratings
from scipy.sparse import csr_matrix

FACTORS = 64
file, name = sys.argv[1:]
ratings = read_ratings(file)
users, movies = (ratings[column].astype("category") for column in ("userId", "movieId"))
matrix = csr_matrix((ratings.rating.astype("float64"), (users.cat.codes, movies.cat.codes)))


def factors_of(ids, shift):
    places = np.asarray(ids, dtype=np.int64)[:, None] * FACTORS + np.arange(FACTORS) + shift
    return ((places * 7919) % 104_729 % 9 / 8 - 0.5).astype(np.float32)


if name == "als":
    model = AlternatingLeastSquares(factors=FACTORS, num_threads=2)
    model.user_factors = factors_of(users.cat.categories, 0)
    model.item_factors = factors_of(movies.cat.categories, 1)
else:
    model = CosineRecommender(K=100, num_threads=2)
    model.fit(matrix, show_progress=False)

everybody = np.arange(matrix.shape[0])
model.recommend(everybody, matrix, N=10)
start = time.perf_counter()
_, scores = model.recommend(everybody, matrix, N=10)
seconds = time.perf_counter() - start
print(json.dumps({"seconds": seconds, "answer": {"sum": float(scores.astype(np.float64).sum())}}))
