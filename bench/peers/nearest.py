import json
import os
import sys
import time

import numpy as np
from implicit.nearest_neighbours import CosineRecommender
from read_ratings import read_ratings
from scipy.sparse import csr_matrix

later = int(sys.argv[2])
ratings = read_ratings(sys.argv[1])
users, movies = (ratings[name].astype("category").cat.codes for name in ("userId", "movieId"))
matrix = csr_matrix((ratings.rating.astype("float64"), (users, movies)))
times = []
for _ in range(later + 1):
    model = CosineRecommender(K=21, num_threads=int(os.environ["BENCH_THREADS"]))
    start = time.perf_counter()
    model.fit(matrix, show_progress=False)
    times.append(time.perf_counter() - start)

similarities = model.similarity.tocsr()
diagonal = similarities.diagonal()
# Where 21 other movies are equally near, the movie itself is left out, and one is too many.
extra = sum(similarities[movie].data.min() for movie in np.flatnonzero(diagonal == 0))
answer = {"sum": float(similarities.sum() - diagonal.sum() - extra)}
print(json.dumps({"seconds": float(np.median(times[1:])), "answer": answer}))
