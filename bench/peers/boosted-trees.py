import json
import sys
import time

import numpy as np
from sklearn.ensemble import HistGradientBoostingRegressor

row_count, width, iterations = map(int, sys.argv[1:4])
bound, size = sys.argv[4:6]

# The same random numbers as in ours/boosted-trees.mjs.
drawn = np.random.RandomState(1).random_sample((row_count, width + 1))
stars = np.floor(10 * drawn[:, :width]) / 2
features = np.where(stars == 0, np.nan, stars)
features[:, ::5] = drawn[:, :width:5]
targets = np.zeros(row_count)
for feature in range(width):
    column = drawn[:, feature]
    targets += column if feature % 3 == 0 else column * column
targets += drawn[:, width]

limits = {"max_depth": int(size), "max_leaf_nodes": None} if bound == "depth" else {"max_leaf_nodes": int(size)}
model = HistGradientBoostingRegressor(max_iter=iterations, l2_regularization=1, early_stopping=False, **limits)
start = time.perf_counter()
model.fit(features, targets)
seconds = time.perf_counter() - start
error = float(np.sqrt(np.mean((model.predict(features) - targets) ** 2)))
print(json.dumps({"seconds": seconds, "answer": {"rmse": error}}))
