import json
import sys
import time

from implicit.nearest_neighbours import CosineRecommender
from memory_meter import MemoryMeter
from read_ratings import read_ratings
from scipy.sparse import csr_matrix

ratings = read_ratings(sys.argv[1])
users, movies = (ratings[name].astype("category").cat.codes for name in ("userId", "movieId"))
matrix = csr_matrix((ratings.rating.astype("float64"), (users, movies)))
model = CosineRecommender(K=21, num_threads=1)
memory = MemoryMeter()
start = time.perf_counter()
model.fit(matrix, show_progress=False)
seconds = time.perf_counter() - start
measured = memory.read(len(ratings))

similarities = model.similarity
answer = {"sum": float(similarities.sum() - similarities.diagonal().sum())}
print(json.dumps({"seconds": seconds, **measured, "answer": answer}))
