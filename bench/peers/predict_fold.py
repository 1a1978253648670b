import json
import statistics
import sys
import time
from pathlib import Path

import surprise
from surprise.model_selection import KFold

folder, name, options = sys.argv[1:4]
later = int(sys.argv[4]) if len(sys.argv) > 4 else 0
reader = surprise.Reader(line_format="user item rating timestamp", sep="\t")
ratings = surprise.Dataset.load_from_file(str(Path(folder, "u.data")), reader)
trainset, testset = next(KFold(n_splits=5, random_state=0).split(ratings))
algorithm = getattr(surprise, name)(**json.loads(options))
times = []
for _ in range(later + 1):
    start = time.perf_counter()
    predictions = algorithm.fit(trainset).test(testset)
    times.append(time.perf_counter() - start)
seconds = statistics.median(times[1:] or times)

rmse = float(surprise.accuracy.rmse(predictions, verbose=False))
print(json.dumps({"seconds": seconds, "answer": {"rmse": rmse}}))
