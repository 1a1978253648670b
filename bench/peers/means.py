import json
import sys
import time

from read_ratings import read_ratings

path, what = sys.argv[1:]
ratings = read_ratings(path)
start = time.perf_counter()
scores = ratings.groupby("movieId").rating.agg(["count"] if what == "count" else ["count", "mean"])
seconds = time.perf_counter() - start

print(json.dumps({"seconds": seconds, "answer": {"sum": float(scores[what].sum())}}))
