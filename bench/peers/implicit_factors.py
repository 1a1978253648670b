import json
import os
import sys
import time

import implicit.als
import implicit.bpr
import numpy as np
import pandas as pd
from scipy.sparse import csr_matrix
from threadpoolctl import threadpool_limits

USERS = 500  # how many users the area under the curve is a mean of

source, name, confidence, options = sys.argv[1:]
if source.endswith(".csv"):
    table = pd.read_csv(source, usecols=["userId", "movieId"])
else:
    table = pd.read_csv(f"{source}/u.data", sep="\t", usecols=[0, 1], names=["userId", "movieId"])
users, items = (np.unique(table[column], return_inverse=True)[1] for column in ("userId", "movieId"))
rated = csr_matrix((np.full(len(table), float(confidence), dtype=np.float32), (users, items)))
del table
models = {
    "als": implicit.als.AlternatingLeastSquares,
    "bpr": implicit.bpr.BayesianPersonalizedRanking,
}
threads = int(os.environ.get("BENCH_THREADS") or 1)
model = models[name](num_threads=threads, random_state=0, **json.loads(options))
times = []
# Its own threads share the work; those of BLAS would only get in their way, as implicit warns.
with threadpool_limits(1, "blas"):
    model.fit(rated, show_progress=False, callback=lambda *_: times.append(time.perf_counter()))
seconds = (times[-1] - times[0]) / (len(times) - 1)

areas = []
for user in range(min(USERS, rated.shape[0])):
    own = rated[user].indices
    scores = model.item_factors @ model.user_factors[user]
    others = np.sort(np.delete(scores, own))
    areas.append(np.searchsorted(others, scores[own]).mean() / len(others))
print(json.dumps({"seconds": seconds, "answer": {"auc": float(np.mean(areas))}}))
