import json
import sys
import time

import implicit.als
import implicit.bpr
import numpy as np
from scipy.sparse import csr_matrix

folder, name, confidence, options = sys.argv[1:]
rows = np.loadtxt(f"{folder}/u.data", dtype=int)[:, :2] - 1
rated = csr_matrix((np.full(len(rows), float(confidence), dtype=np.float32), (rows[:, 0], rows[:, 1])))
models = {
    "als": implicit.als.AlternatingLeastSquares,
    "bpr": implicit.bpr.BayesianPersonalizedRanking,
}
model = models[name](num_threads=1, random_state=0, **json.loads(options))
times = []
model.fit(rated, show_progress=False, callback=lambda *_: times.append(time.perf_counter()))
seconds = (times[-1] - times[0]) / (len(times) - 1)

scores = model.user_factors @ model.item_factors.T
areas = []
for user in range(rated.shape[0]):
    own = rated[user].indices
    others = np.sort(np.delete(scores[user], own))
    areas.append(np.searchsorted(others, scores[user, own]).mean() / len(others))
print(json.dumps({"seconds": seconds, "answer": {"auc": float(np.mean(areas))}}))
