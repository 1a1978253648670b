import json
import sys
import time
from pathlib import Path

import numpy
import surprise
from surprise.model_selection import KFold

folder, name, options = sys.argv[1:]
reader = surprise.Reader(line_format="user item rating timestamp", sep="\t")
ratings = surprise.Dataset.load_from_file(str(Path(folder, "u.data")), reader)
rmse, mae, seconds = [], [], []
for trainset, testset in KFold(n_splits=5, random_state=0).split(ratings):
    numpy.random.seed(0)  # NormalPredictor has no seed of its own.
    algorithm = getattr(surprise, name)(**json.loads(options))
    start = time.perf_counter()
    predictions = algorithm.fit(trainset).test(testset)
    seconds.append(time.perf_counter() - start)
    rmse.append(surprise.accuracy.rmse(predictions, verbose=False))
    mae.append(surprise.accuracy.mae(predictions, verbose=False))

answer = {"rmse": float(numpy.mean(rmse)), "mae": float(numpy.mean(mae))}
print(json.dumps({"seconds": float(numpy.mean(seconds)), "answer": answer}))
