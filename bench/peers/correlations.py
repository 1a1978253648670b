import json
import sys
import time
from pathlib import Path

import numpy as np
import pandas as pd

folder, min_common, later = sys.argv[1:]
ratings = pd.read_csv(Path(folder, "u.data"), sep="\t", names=["user", "movie", "rating", "time"])
frame = ratings.pivot_table(index="user", columns="movie", values="rating")
times = []
for _ in range(int(later) + 1):
    start = time.perf_counter()
    correlations = frame.corr(method="pearson", min_periods=int(min_common))
    times.append(time.perf_counter() - start)
seconds = float(np.median(times[1:]))

pairs = correlations.to_numpy()[np.triu_indices(len(correlations), 1)]
answer = {
    "pairs": int(np.isfinite(pairs).sum()),
    "sum": 2 * float(np.nansum(pairs)),
    "squares": 2 * float(np.nansum(pairs**2)),
}
print(json.dumps({"seconds": seconds, "answer": answer}))
