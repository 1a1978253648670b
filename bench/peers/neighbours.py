import json
import sys
import time
from pathlib import Path

from surprise import Dataset, KNNBasic, Reader, accuracy
from surprise.model_selection import KFold

folder, model, similarity = sys.argv[1:]
reader = Reader(line_format="user item rating timestamp", sep="\t")
ratings = Dataset.load_from_file(str(Path(folder, "u.data")), reader)
trainset, testset = next(KFold(n_splits=5, random_state=0).split(ratings))
sim_options = {"name": similarity, "user_based": model == "UserKnn"}
algorithm = KNNBasic(k=40, sim_options=sim_options, verbose=False)
start = time.perf_counter()
predictions = algorithm.fit(trainset).test(testset)
seconds = time.perf_counter() - start

print(json.dumps({"seconds": seconds, "answer": {"rmse": float(accuracy.rmse(predictions, verbose=False))}}))
